/** 停车信息接入: a lot's static data, then a live test over a window; what is connected keeps being measured. */
import {
  addRecord,
  choice,
  date,
  dayText,
  editRow,
  instant,
  integer,
  type Job,
  longText,
  many,
  number,
  one,
  parameterOf,
  procedure,
  ref,
  reject,
  say,
  type Tx,
  text,
  type WorkContext,
} from '#kernel'
import { connectionChanged } from '../facts.ts'
import { feedMessage } from '../lot/records.ts'
import { lot } from '../lot/registers.ts'
import { minuteMs, notYet, why } from '../shared.ts'

export interface Quality {
  readonly received: number
  readonly expected: number
  readonly onTime: number
  readonly sound: number
  readonly score: number
}
const qualitySql = `select count(*)::int as received, count(distinct floor(extract(epoch from at) / ($4 * 60)))::int as slots, (count(*) filter (where late_seconds <= $5))::int as "onTime", (count(*) filter (where is_sound))::int as sound
  from parking.feed_message where lot = $1 and at > $2 and at <= $3`
/** 完整(应报时段中有报文的)40、及时30、合理30: points of a hundred. */
export const qualityOf = async (
  tx: Tx,
  id: string,
  from: Date,
  to: Date,
  everyMinutes: number,
  lateSeconds: number,
): Promise<Quality> => {
  const found = await one<{ received: number; slots: number; onTime: number; sound: number }>(tx, qualitySql, [
    id,
    from,
    to,
    everyMinutes,
    lateSeconds,
  ])
  const { received = 0, slots = 0, onTime = 0, sound = 0 } = found ?? {}
  const expected = Math.max(1, Math.round((to.getTime() - from.getTime()) / minuteMs / everyMinutes))
  const score = received === 0 ? 0 : Math.min(1, slots / expected) * 40 + (onTime / received) * 30 + (sound / received) * 30
  return { received, expected, onTime, sound, score: Math.round(score * 100) / 100 }
}
const addressForm = {
  lot: ref('停车场', 'parking.lot'),
  protocol: choice('对接方式', { http: 'HTTP 上报', platform: '上级平台转发' }),
  contact: text('联系人', { maxLength: 40 }),
} as const
export const onboarding = procedure('parking.onboarding', {
  zh: '停车场接入',
  menu: '停车接入',
  numbering: { prefix: 'JR', per: 'year', digits: 4 },
  title: 'contact',
  help: '静态信息齐全后联调;联调满观察时长且质量分达线才算接入',
  fields: {
    ...addressForm,
    staticFaults: longText('静态信息缺项', { maxLength: 500 }).optional(),
    testFrom: instant('联调开始').optional(),
    received: integer('收到报文', { min: 0, unit: '条' }).optional(),
    expected: integer('应收报文', { min: 0, unit: '条' }).optional(),
    score: number('数据质量分', { min: 0, max: 100, decimals: 2, unit: '分' }).optional(),
    connectedOn: date('接入日期').optional(),
    endReason: text('说明', { maxLength: 200 }).optional(),
  },
  statuses: {
    listed: { zh: '待静态信息', duty: 'parking.manage', taskZh: '停车场静态信息待核' },
    testing: { zh: '联调中', duty: 'parking.manage', taskZh: '停车场联调待验收' },
    connected: { zh: '已接入', kind: 'final' },
    dropped: { zh: '已终止', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '列入接入',
    from: 'new',
    to: 'listed',
    by: 'parking.manage',
    form: addressForm,
    look: ({ tx, input, subject }) =>
      one(tx, `select 1 from parking.onboarding where lot = $1 and id <> $2 and status <> 'dropped'`, [input.lot, subject.id]),
    check: ({ found }) => notYet(found !== undefined, '该停车场已在接入'),
  }),
  test: action({
    zh: '开始联调',
    from: 'listed',
    to: 'testing',
    by: 'parking.manage',
    tone: 'primary',
    look: async ({ tx, subject }) => ({
      row: await one<Record<string, unknown>>(
        tx,
        `select name, address, price_text as "priceText", open_hours as "openHours", spaces, lon from parking.lot where id = $1`,
        [subject.lot],
      ),
      source: await one(
        tx,
        `select 1 from parking.source where lot = $1 and kind = 'feed' and is_on and key_hash is not null and retired_at is null`,
        [subject.lot],
      ),
    }),
    check: ({ found }) => {
      const missing = Object.entries({ address: '地址', priceText: '收费标准', openHours: '开放时间', lon: '位置' })
        .filter(([k]) => found.row?.[k] == null)
        .map(([, zh]) => zh)
      return (
        why(missing.length > 0, `静态信息缺:${missing.join('、')}`) ??
        why(Number(found.row?.spaces ?? 0) === 0, '静态信息缺:泊位数') ??
        notYet(!found.source, '还没有为该停车场发放上报密钥')
      )
    },
    effects: ({ now, subject }) => ({
      set: { testFrom: now.toISOString() },
      facts: [say(connectionChanged, { lot: subject.lot, connection: 'testing' })],
    }),
  }),
  accept: action({
    zh: '联调验收',
    from: 'testing',
    to: 'connected',
    by: 'parking.manage',
    tone: 'primary',
    look: ({ tx, kernel, subject, now }) => {
      const limit = (name: string) => kernel.parameters.value(subject.district, `parking.${name}`, dayText(now))
      return qualityOf(
        tx,
        subject.lot,
        new Date(now.getTime() - limit('feed-window') * minuteMs),
        now,
        limit('feed-minutes'),
        limit('feed-late-seconds'),
      )
    },
    check: ({ found, subject, now, parameter }) =>
      notYet(
        now.getTime() - new Date(subject.testFrom ?? now).getTime() < parameter('parking.feed-window') * minuteMs,
        `联调须满${parameter('parking.feed-window')}分钟`,
      ) ??
      notYet(
        found.score < parameter('parking.feed-score'),
        `数据质量${found.score}分(收到${found.received}/${found.expected}条),不足${parameter('parking.feed-score')}分`,
      ),
    effects: ({ found, subject, now }) => ({
      set: { received: found.received, expected: found.expected, score: found.score, connectedOn: dayText(now) },
      facts: [say(connectionChanged, { lot: subject.lot, connection: 'connected' })],
    }),
  }),
  drop: action({
    zh: '终止接入',
    from: 'any open',
    to: 'dropped',
    by: 'parking.manage',
    tone: 'danger',
    form: { endReason: text('理由', { maxLength: 200 }) },
    effects: ({ input, subject }) => ({ set: input, facts: [say(connectionChanged, { lot: subject.lot, connection: 'none' })] }),
  }),
}))
const nowSql = `insert into parking.lot_now (district, id, at, received_at, by_name, lon, lat, area_code, lot, free, total)
  select $1, id, $3, $4, '场库上报', lon, lat, area_code, id, $5, $6 from parking.lot where id = $2
  on conflict (district, id) do update set at = excluded.at, received_at = excluded.received_at, free = excluded.free, total = excluded.total where parking.lot_now.at <= excluded.at`
/** @throws parking.field for a moment that lies ahead */
export const takeFeed = async (
  ctx: WorkContext,
  id: string,
  message: { readonly at: Date; readonly free: number; readonly total: number },
): Promise<boolean> => {
  if (message.at.getTime() > ctx.now.getTime() + minuteMs) return reject('parking.field', { why: '上报时刻晚于现在' })
  const known = await one<{ spaces: number }>(ctx.tx, 'select spaces from parking.lot where id = $1 and retired_at is null', [id])
  if (!known) return reject('parking.field', { why: '没有这个停车场' })
  const isSound = message.free >= 0 && message.free <= message.total && message.total === known.spaces
  const lateSeconds = Math.max(0, Math.round((ctx.now.getTime() - message.at.getTime()) / 1000))
  await addRecord(
    ctx,
    feedMessage,
    { lot: id, free: message.free, total: message.total, lateSeconds, isSound },
    { at: message.at },
  )
  if (isSound) await one(ctx.tx, nowSql, [ctx.district, id, message.at, ctx.now, message.free, message.total])
  return isSound
}
/** A connected lot that fell silent or says nonsense is shown as such, and comes back by itself. */
export const feedJob: Job = {
  id: 'parking.feed-check',
  zh: '停车场接入数据检查',
  everyMinutes: 5,
  run: async (ctx) => {
    const window = parameterOf(ctx, 'parking.feed-window')
    const lots = await many<{ id: string; connection: string }>(
      ctx.tx,
      `select id, connection from parking.lot where connection = any (array['connected', 'broken']) and retired_at is null`,
    )
    for (const { id, connection } of lots) {
      const from = new Date(ctx.now.getTime() - window * minuteMs)
      const { score } = await qualityOf(
        ctx.tx,
        id,
        from,
        ctx.now,
        parameterOf(ctx, 'parking.feed-minutes'),
        parameterOf(ctx, 'parking.feed-late-seconds'),
      )
      const next = score >= parameterOf(ctx, 'parking.feed-score') ? 'connected' : 'broken'
      if (next !== connection) await editRow(ctx, lot, id, { connection: next }, { reason: `近${window}分钟数据质量${score}分` })
    }
  },
}
