/** NFC巡更: points with a tag, a route with its hours, taps checked against place and the tag's own counter, and the points that were missed. */
import {
  addRecord,
  choice,
  count,
  dayText,
  defineParameters,
  type Indicator,
  indicator,
  integer,
  type Job,
  many,
  number,
  one,
  person,
  ratio,
  record,
  ref,
  register,
  reject,
  text,
  value,
  type WorkContext,
} from '#kernel'
import { distanceM } from '#kernel/geo/index.ts'

export const nfcParameters = defineParameters([
  { name: 'sensing.tap-metres', zh: '巡更刷卡距点位允许距离', value: 50, unit: 'm', source: '平台约定' },
] as const)
const clock = { source: '^([01]\\d|2[0-3]):[0-5]\\d$', zh: '时间应如 06:30' }
export const patrolRoute = register('sensing.patrol-route', {
  zh: '巡更路线',
  menu: '巡更',
  title: 'name',
  fields: {
    name: text('路线', { maxLength: 80 }).unique().searchable(),
    person: person('巡更人').optional(),
    startsAt: text('每日起', { maxLength: 5, pattern: clock }),
    endsAt: text('每日止', { maxLength: 5, pattern: clock }),
  },
  checks: { order: { sql: 'ends_at > starts_at', zh: '每日止应晚于每日起' } },
})
export const patrolTag = register('sensing.patrol-tag', {
  zh: 'NFC巡更点位',
  menu: '巡更',
  geometry: 'Point',
  title: 'name',
  fields: {
    name: text('点位', { maxLength: 80 }).searchable(),
    tag: text('标签编号(UID)', { maxLength: 32, pattern: { source: '^[0-9A-F]{8,20}$', zh: '标签编号为8至20位大写十六进制' } })
      .unique()
      .searchable(),
    route: ref('路线', 'sensing.patrol-route'),
    order: integer('顺序', { min: 1 }),
  },
})
export const tagVisit = record('sensing.tag-visit', {
  zh: '巡更刷卡记录',
  menu: '巡更',
  title: 'verdict',
  fields: {
    tag: ref('点位', 'sensing.patrol-tag'),
    route: ref('路线', 'sensing.patrol-route'),
    counter: integer('标签计数', { min: 0 }),
    distanceM: number('距点位', { unit: 'm' }),
    verdict: choice('判定', { fine: '有效', far: '位置不符', copied: '标签疑似复制', late: '不在规定时段' }),
  },
})
export const missedTag = record('sensing.missed-tag', {
  zh: '漏巡点位',
  menu: '巡更',
  title: 'day',
  fields: {
    tag: ref('点位', 'sensing.patrol-tag'),
    name: text('点位', { maxLength: 80 }).searchable(),
    route: ref('路线', 'sensing.patrol-route'),
    day: text('日期', { maxLength: 10 }).searchable(),
  },
})
interface TagRow {
  readonly id: string
  readonly route: string
  readonly lon: number
  readonly lat: number
  readonly startsAt: string
  readonly endsAt: string
  readonly counter: number | null
}
export interface Tap {
  readonly tag: string
  readonly counter: number
  readonly lon: number
  readonly lat: number
}
/** One tap of a phone on a tag; a tag's own counter only ever grows, a copy's stands still. */
export const takeTap = async (ctx: WorkContext, tap: Tap): Promise<{ verdict: string; distanceM: number }> => {
  const tag = await one<TagRow>(
    ctx.tx,
    `select t.id, t.route, t.lon, t.lat, p.starts_at as "startsAt", p.ends_at as "endsAt", (select max(v.counter) from sensing.tag_visit v where v.tag = t.id and v.verdict <> 'copied') as counter
     from sensing.patrol_tag t join sensing.patrol_route p on p.district = t.district and p.id = t.route where t.tag = $1 and t.retired_at is null`,
    [tap.tag],
  )
  if (!tag) return reject('sensing.field', { why: `标签${tap.tag}不是登记的巡更点` })
  const metres = Math.round(distanceM([tap.lon, tap.lat], [tag.lon, tag.lat]))
  const time = new Date(ctx.now.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
  const allowed = ctx.kernel.parameters.value(ctx.district, 'sensing.tap-metres', dayText(ctx.now))
  const verdict =
    tag.counter !== null && tap.counter <= tag.counter
      ? 'copied'
      : metres > allowed
        ? 'far'
        : time < tag.startsAt || time > tag.endsAt
          ? 'late'
          : 'fine'
  await addRecord(
    ctx,
    tagVisit,
    { tag: tag.id, route: tag.route, counter: tap.counter, distanceM: metres, verdict },
    { lon: tap.lon, lat: tap.lat },
  )
  return { verdict, distanceM: metres }
}
/** After a route's hours, its points without a valid tap that day are written down once. */
export const missedJob: Job = {
  id: 'sensing.missed-tags',
  zh: '漏巡点位判定',
  everyMinutes: 10,
  run: async (ctx) => {
    const day = dayText(ctx.now)
    const time = new Date(ctx.now.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
    const rows = await many<{ id: string; name: string; route: string; areaCode: string | null }>(
      ctx.tx,
      `select t.id, t.name, t.route, t.area_code as "areaCode" from sensing.patrol_tag t join sensing.patrol_route p on p.district = t.district and p.id = t.route
       where t.retired_at is null and p.retired_at is null and p.ends_at < $2 and t.created_at < ($1::text::date::timestamp + p.starts_at::time) at time zone 'Asia/Shanghai'
         and not exists (select 1 from sensing.tag_visit v where v.tag = t.id and v.verdict = 'fine' and (v.at at time zone 'Asia/Shanghai')::date = $1::text::date)
         and not exists (select 1 from sensing.missed_tag m where m.tag = t.id and m.day = $1::text)`,
      [day, time],
    )
    for (const { id, name, route, areaCode } of rows) await addRecord(ctx, missedTag, { tag: id, name, route, day }, { areaCode })
  },
}
export const nfcIndicators: readonly Indicator[] = [
  indicator('sensing.nfc-points', {
    zh: 'NFC巡更点位数',
    unit: '个',
    decimals: 0,
    definition: '登记的巡更点位',
    of: value(count(patrolTag)),
  }),
  indicator('sensing.missed-points', {
    zh: '漏巡点位',
    unit: '点次',
    decimals: 0,
    definition: '规定时段内没有有效刷卡',
    of: value(count(missedTag, { at: 'at' })),
    by: ['route'],
  }),
  indicator('sensing.tap-valid-rate', {
    zh: '巡更刷卡有效率',
    unit: '%',
    decimals: 2,
    definition: '判定有效的刷卡 ÷ 全部刷卡',
    of: ratio(count(tagVisit, { at: 'at', where: { verdict: 'fine' } }), count(tagVisit, { at: 'at' })),
    by: ['route'],
  }),
]
