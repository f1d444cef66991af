/** 卫生死角与管理盲区: cleaned on its schedule, looked at again by another; what is not clean, or not cleaned in time, becomes a case. */
import { problemFound } from '#catalogue/facts.ts'
import {
  addDays,
  choice,
  dayText,
  flag,
  integer,
  type Job,
  many,
  one,
  parameterOf,
  photos,
  publish,
  record,
  ref,
  register,
  rule,
  say,
  type Tx,
  text,
  unit,
} from '#kernel'

export const cornerKinds = {
  fringe: '城乡接合部',
  house: '房前屋后',
  field: '田间地头',
  green: '绿化带',
  wall: '墙角夹缝',
  water: '水岸',
} as const
export const blindCorner = register('cases.blind-corner', {
  zh: '卫生死角清单',
  menu: '微修',
  geometry: 'Point',
  fields: {
    name: text('位置', { maxLength: 100 }).searchable(),
    kind: choice('类型', cornerKinds),
    unit: unit('责任单位'),
    everyDays: integer('清理周期', { unit: '天', min: 1, max: 365 }),
    photos: photos(0).optional(),
  },
  uniqueTogether: [['name', 'kind']],
  refuses: (row) => (row.lon == null ? '请在图上点出死角的位置' : undefined),
})
const thereSql = `select retired_at as retired, round(st_distance(st_setsrid(st_makepoint(lon, lat), 4326)::geography,
    st_setsrid(st_makepoint($2::float8, $3::float8), 4326)::geography))::int as metres from cases.blind_corner where id = $1::uuid`
interface Last {
  readonly kind: string
  readonly byId: string | null
}
/** A cleaning of a corner; a failed re-check opens a case. */
export const cornerVisit = record('cases.corner-visit', {
  zh: '死角清理与复查',
  menu: '微修',
  title: 'note',
  geometry: 'Point',
  fields: {
    corner: ref('死角', 'cases.blind-corner'),
    kind: choice('工作', { clean: '清理', recheck: '复查' }),
    isClean: flag('已清洁'),
    note: text('情况', { maxLength: 300 }),
    photos: photos(1, '前后照片'),
  },
  refuses: async (row, ctx) => {
    const { tx, actor } = ctx
    const corner = await one<{ retired: Date | null; metres: number | null }>(tx, thereSql, [row.corner, row.lon, row.lat])
    if (!corner) return '没有这处死角,请从清单中选择'
    if (corner.retired) return '这处死角已从清单注销'
    if (corner.metres === null) return '请到现场登记,在图上定位'
    const limit = parameterOf(ctx, 'cases.check-metres')
    if (corner.metres > limit) return `您离死角${corner.metres}米,超过${limit}米,请到现场登记`
    if (row.kind === 'clean') return row.isClean ? undefined : '没有清理干净的,请清理干净后再登记'
    const last = await one<Last>(
      tx,
      `select kind, by_id as "byId" from cases.corner_visit where corner = $1::uuid and kind = 'clean' order by at desc, received_at desc limit 1`,
      [row.corner],
    )
    if (!last) return '还没有清理过,无可复查'
    return last.byId !== null && last.byId === actor.id ? '由您清理的,须由他人复查' : undefined
  },
})
const cornerSql = `select c.name, c.lon, c.lat, c.area_code as "areaCode", (select u.name from kernel.unit u where u.id = c.unit) as unit from cases.blind_corner c where c.id = $1::uuid`
interface Corner {
  readonly name: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  readonly unit: string | null
}
export const dirtyCorner = rule('cases.dirty-corner', {
  zh: '死角复查不合格成案',
  on: cornerVisit,
  when: (row) => row.kind === 'recheck' && !row.isClean,
  then: (row) => [
    say(problemFound, {
      source: 'inspection',
      sourceType: 'cases.corner-visit',
      sourceId: row.id,
      description: `卫生死角复查不合格:${row.note}`,
      lon: row.lon,
      lat: row.lat,
      areaCode: row.areaCode,
      photos: [...row.photos],
      isUrgent: false,
      mergeKey: `corner:${row.corner}`,
    }),
  ],
  once: { per: (row) => row.corner, withinHours: 24 },
  basis: '卫生死角清单按周期清理、复查',
})
export interface CornerPlan {
  readonly corner: string
  readonly kind: string
  readonly unit: string
  readonly everyDays: number
  readonly lastOn: string | null
  readonly dueOn: string
  readonly lateDays: number
  readonly recheckedOn: string | null
  readonly isClean: boolean | null
  readonly hasCase: boolean
}
const planSql = `select c.id as corner, c.kind, c.unit, c.every_days as "everyDays", v.on as "lastOn", exists (select 1 from cases."case" where merge_key = 'corner:' || c.id and closed_at is null) as "hasCase", k.on as "recheckedOn", k.is_clean as "isClean",
    coalesce(v.on, to_char(c.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) as since
  from cases.blind_corner c
  left join lateral (select to_char(max(at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on from (
    select at from cases.corner_visit where corner = c.id and kind = 'clean' and is_clean
    union all select handled_at from cases."case" where merge_key = 'corner:' || c.id and status = any (array['closed', 'evaluated'])) x) v on true
  left join lateral (select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on, is_clean from cases.corner_visit where corner = c.id and kind = 'recheck' order by at desc limit 1) k on true
  where c.retired_at is null`
/** Every corner with the day it must be cleaned by: its last cleaning (or case that ended), or its listing, and its period. */
export const cornerPlans = async (tx: Tx, today: string): Promise<readonly CornerPlan[]> => {
  const found = await many<CornerPlan & { since: string }>(tx, planSql)
  return found
    .map(({ since, ...c }) => {
      const dueOn = addDays(since, c.everyDays)
      const lateDays = Math.max(0, Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000))
      return { ...c, dueOn, lateDays }
    })
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
}
/** What nobody cleaned by its day is a problem like any other: one case for each corner until that case has ended. */
export const cornerJob: Job = {
  id: 'cases.corners',
  zh: '死角逾期未清理成案',
  everyMinutes: 24 * 60,
  run: async (ctx) => {
    const late = (await cornerPlans(ctx.tx, dayText(ctx.now))).filter((c) => c.lateDays > 0 && !c.hasCase)
    for (const { corner: id, dueOn, lateDays, everyDays } of late) {
      const corner = await one<Corner>(ctx.tx, cornerSql, [id])
      if (!corner) continue
      await publish(ctx, [
        say(problemFound, {
          source: 'inspection',
          sourceType: 'cases.blind-corner',
          sourceId: id,
          description: `卫生死角“${corner.name}”应于${dueOn}前清理(每${everyDays}天),已逾期${lateDays}天,责任单位${corner.unit ?? ''}`,
          lon: corner.lon,
          lat: corner.lat,
          areaCode: corner.areaCode,
          photos: [],
          isUrgent: false,
          mergeKey: `corner:${id}`,
        }),
      ])
    }
  },
}
