/** 信用信息: one good or bad record with its source, weight and validity; objection with human review; repair; the end of its showing. */
import type { Transaction } from 'kysely'
import { z } from 'zod'
import {
  choice,
  code,
  date,
  dayOf,
  dayText,
  fact,
  files,
  flag,
  instant,
  type Kernel,
  longText,
  number,
  procedure,
  raw,
  refuse,
  say,
  text,
} from '#kernel'
import { severities, subjectKinds, type Trade, trades } from './contract.ts'
import { addMonths, endOfDay, showMonths } from './score.ts'

/** What counts for this subject has changed: its grade is worked out again. */
export const creditChanged = fact('credit.changed', '信用信息有变化', z.object({ trade: z.string(), code: z.string() }))
export interface ItemRow {
  readonly code: string
  readonly name: string
  readonly points: number
  readonly months: number
  readonly severity: keyof typeof severities
  readonly isPersonal: boolean
  readonly edition: number
}
/** The items of the scheme in force for a trade on a day, one of them by code or by what feeds it. */
export const findItem = async (
  tx: Transaction<unknown>,
  trade: string,
  by: { readonly code?: string; readonly feed?: string },
  day: string,
): Promise<ItemRow | undefined> =>
  (
    await raw<ItemRow>(
      tx,
      `select i.code, i.name, i.points::float8 as points, i.months, i.severity, i.is_personal as "isPersonal", i.edition from credit.item i
       join credit.scheme s on s.trade = i.trade and s.edition = i.edition and s.retired_at is null
       where i.trade = $1 and i.retired_at is null and s.valid_from <= $4::date and (s.valid_to is null or s.valid_to > $4::date)
         and ($2::text is null or i.code = $2) and ($3::text is null or i.feed = $3) order by s.edition desc limit 1`,
      [trade, by.code ?? null, by.feed ?? null, day],
    )
  ).rows[0]
const about = {
  trade: choice('行业', trades),
  name: text('主体名称', { maxLength: 100 }).searchable(),
  code: text('统一社会信用代码、证件号、号牌', { maxLength: 18 }).searchable().personal('idNumber'),
  kind: choice('主体', subjectKinds),
  item: code('指标', 'credit.item.code', { maxLength: 8 }),
  happenedOn: date('发生(认定)日期'),
  source: text('来源文书、单据', { maxLength: 120 }).searchable(),
  sourceId: text('来源单据号', { maxLength: 60 }).optional(),
  note: longText('情况', { maxLength: 1000 }).optional(),
} as const
const base = procedure('credit.event', {
  zh: '信用信息',
  menu: '信用档案',
  title: 'source',
  help: '好与坏都记;自动归集的当场生效,人工采集的由他人审核;可异议、可修复,公示期满自动停止。',
  numbering: { prefix: 'XX', per: 'year', digits: 6 },
  leadingClock: 'object',
  mirror: { object: { dueAt: 'objectDueAt' }, repair: { dueAt: 'repairDueAt' } },
  fields: {
    ...about,
    itemName: text('指标', { maxLength: 80 }).optional().searchable(),
    points: number('分值').optional(),
    severity: choice('程度', severities).optional(),
    edition: number('方案版本').optional(),
    isAuto: flag('自动归集'),
    validUntil: date('有效期止').optional(),
    showFrom: date('公示起').optional(),
    repairFrom: date('可修复日').optional(),
    showUntil: date('公示止').optional(),
    isShown: flag('公示中'),
    isFulfilled: flag('已履行、已改正'),
    objection: longText('异议', { maxLength: 2000 }).optional(),
    objectionResult: longText('异议核查结论', { maxLength: 2000 }).optional(),
    repairNote: longText('修复审核', { maxLength: 2000 }).optional(),
    effectiveAt: instant('生效时间').optional(),
    repairedAt: instant('修复时间').optional(),
    objectDueAt: instant('异议期限').optional(),
    repairDueAt: instant('修复期限').optional(),
  },
  clocks: {
    object: { zh: '异议核查', basis: '本市信用管理办法(示例)', byDay: 'plain' },
    repair: { zh: '修复审核', basis: '信用修复管理办法(令36号)', byDay: 'plain' },
  },
  statuses: {
    collected: { zh: '待审核', duty: 'credit.review', taskZh: '待审核信用信息' },
    effective: { zh: '有效' },
    objected: { zh: '异议核查中', duty: 'credit.review', taskZh: '待核查信用异议' },
    repairing: { zh: '修复审核中', duty: 'credit.review', taskZh: '待审核信用修复' },
    repaired: { zh: '已修复', kind: 'final' },
    corrected: { zh: '异议成立,已更正', kind: 'final' },
    rejected: { zh: '不予采信', kind: 'final' },
    expired: { zh: '有效期满', kind: 'final' },
  },
})
type Written = { readonly trade: string; readonly code: string }
const changed = (s: Written) => say(creditChanged, { trade: s.trade, code: s.code })
interface Look {
  readonly kernel: Kernel
  readonly tx: Transaction<unknown>
  readonly subject: { readonly district: string }
  readonly input: { readonly trade: Trade; readonly item: string }
  readonly now: Date
}
const look = async (ctx: Look) => {
  const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
  return { day, item: await findItem(ctx.tx, ctx.input.trade, { code: ctx.input.item }, day) }
}
/** From the day it was found: how long it counts, how long it is shown, from when it may be repaired. */
const periodsOf = (item: ItemRow, happenedOn: string, parameter: (name: string) => number) => {
  const show = item.points < 0 ? showMonths(item.severity, parameter) : undefined
  const validUntil = addMonths(happenedOn, item.months)
  return {
    itemName: item.name,
    points: item.points,
    severity: item.severity,
    edition: item.edition,
    validUntil,
    showFrom: show ? happenedOn : null,
    repairFrom: addMonths(happenedOn, show?.[0] ?? 0),
    showUntil: show ? addMonths(happenedOn, show[1]) : null,
    isFulfilled: false,
  }
}
const timersOf = (validUntil: string | null, showUntil: string | null) => [
  ...(validUntil ? [{ name: 'expire', at: endOfDay(validUntil), action: 'expire' }] : []),
  ...(showUntil ? [{ name: 'unshow', at: endOfDay(showUntil), action: 'stopShowing' }] : []),
]
const noTimers = [
  { name: 'expire', at: null, action: 'expire' },
  { name: 'unshow', at: null, action: 'stopShowing' },
]
const checkItem = (
  found: { readonly item: ItemRow | undefined; readonly day: string },
  input: { readonly item: string; readonly kind: string; readonly happenedOn: string },
) => {
  if (!found.item) return refuse('credit.scheme', { why: `现行方案没有指标${input.item}` })
  if (input.happenedOn > found.day) return refuse('credit.field', { why: '发生日期不能晚于今天' })
  return (input.kind === 'person' || input.kind === 'driver') && !found.item.isPersonal
    ? refuse('credit.person', { item: found.item.name })
    : undefined
}
export const event = base.actions((action) => ({
  collect: action({
    zh: '采集',
    from: 'new',
    to: 'collected',
    by: 'credit.collect',
    form: { ...about, papers: files(1, '来源文书') },
    look: (ctx) => look(ctx),
    check: ({ found, input }) => checkItem(found, input),
    effects: ({ found, input, parameter }) => ({
      set: { isAuto: false, isShown: false, ...(found.item ? periodsOf(found.item, input.happenedOn, parameter) : {}) },
    }),
  }),
  feed: action({
    zh: '自动归集',
    from: 'new',
    to: 'effective',
    by: 'system',
    form: about,
    look: (ctx) => look(ctx),
    check: ({ found, input }) => checkItem(found, input),
    effects: ({ found, input, parameter, now, subject }) => {
      const p = found.item ? periodsOf(found.item, input.happenedOn, parameter) : undefined
      return {
        set: { isAuto: true, isShown: p?.showUntil != null, effectiveAt: now.toISOString(), isFulfilled: false, ...p },
        timers: p ? timersOf(p.validUntil, p.showUntil) : [],
        facts: [changed({ ...subject, ...input })],
      }
    },
  }),
  approve: action({
    zh: '审核采信',
    from: 'collected',
    to: 'effective',
    by: 'credit.review',
    tone: 'primary',
    guard: ({ past, actor }) =>
      past[0]?.actorId === actor.id ? refuse('credit.same-person', { role: '审核人', other: '采集人' }) : undefined,
    effects: ({ subject, now }) => ({
      set: { isShown: subject.showUntil !== null, effectiveAt: now.toISOString() },
      timers: timersOf(subject.validUntil, subject.showUntil),
      facts: [changed(subject)],
    }),
  }),
  reject: action({
    zh: '不予采信',
    from: 'collected',
    to: 'rejected',
    by: 'credit.review',
    tone: 'danger',
    form: { note: text('理由', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { note: input.note } }),
  }),
  object: action({
    zh: '提出异议',
    from: 'effective',
    to: 'objected',
    by: 'credit.collect',
    form: { objection: longText('异议理由', { maxLength: 2000 }), papers: files(1, '证明材料') },
    effects: ({ input, subject, parameter }) => ({
      set: { objection: input.objection },
      clocks: [{ clock: 'object', do: 'start', limit: { value: parameter('credit.objection-days'), unit: 'work_day' } }],
      facts: [changed(subject)],
    }),
  }),
  uphold: action({
    zh: '异议不成立',
    from: 'objected',
    to: 'effective',
    by: 'credit.review',
    form: { objectionResult: longText('核查结论', { maxLength: 2000 }) },
    guard: ({ past, actor }) =>
      past[0]?.actorId === actor.id ? refuse('credit.same-person', { role: '异议核查人', other: '采集人' }) : undefined,
    effects: ({ input, subject }) => ({
      set: { objectionResult: input.objectionResult },
      clocks: [{ clock: 'object', do: 'stop' }],
      facts: [changed(subject)],
    }),
  }),
  correct: action({
    zh: '异议成立,更正',
    from: 'objected',
    to: 'corrected',
    by: 'credit.review',
    tone: 'primary',
    form: { objectionResult: longText('核查结论', { maxLength: 2000 }) },
    effects: ({ input, subject }) => ({
      set: { objectionResult: input.objectionResult, isShown: false },
      clocks: [{ clock: 'object', do: 'stop' }],
      timers: noTimers,
      facts: [changed(subject)],
    }),
  }),
  fulfil: action({
    zh: '登记已履行、已改正',
    from: ['effective', 'objected'],
    to: 'same',
    by: 'credit.collect',
    form: { papers: files(1, '履行、改正证明') },
    effects: () => ({ set: { isFulfilled: true } }),
  }),
  noteFulfilled: action({
    zh: '已履行',
    from: ['effective', 'objected', 'repairing'],
    to: 'same',
    by: 'system',
    effects: () => ({ set: { isFulfilled: true } }),
  }),
  askRepair: action({
    zh: '申请信用修复',
    from: 'effective',
    to: 'repairing',
    by: 'credit.collect',
    basis: '信用修复管理办法:达到最短公示期、纠正并履行完毕、公开作出信用承诺',
    form: { promise: files(1, '信用承诺书') },
    guard: ({ subject, now }) =>
      Number(subject.points) >= 0
        ? refuse('credit.repair', { why: '不是失信信息' })
        : !subject.isFulfilled
          ? refuse('credit.repair', { why: '尚未登记履行完毕、改正到位' })
          : dayText(now) < (subject.repairFrom ?? '')
            ? refuse('credit.repair', { why: `最短公示期至${subject.repairFrom}` })
            : undefined,
    effects: ({ parameter }) => ({
      clocks: [{ clock: 'repair', do: 'start', limit: { value: parameter('credit.repair-days'), unit: 'work_day' } }],
    }),
  }),
  repair: action({
    zh: '准予修复',
    from: 'repairing',
    to: 'repaired',
    by: 'credit.approve',
    tone: 'primary',
    help: '终止公示,停止共享和使用,解除惩戒。',
    form: { repairNote: longText('审核意见', { maxLength: 2000 }) },
    effects: ({ input, subject, now }) => ({
      set: { repairNote: input.repairNote, isShown: false, repairedAt: now.toISOString() },
      clocks: [{ clock: 'repair', do: 'stop' }],
      timers: noTimers,
      facts: [changed(subject)],
    }),
  }),
  denyRepair: action({
    zh: '不予修复',
    from: 'repairing',
    to: 'effective',
    by: 'credit.approve',
    tone: 'danger',
    form: { repairNote: longText('理由', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: { repairNote: input.repairNote }, clocks: [{ clock: 'repair', do: 'stop' }] }),
  }),
  stopShowing: action({
    zh: '公示期满,停止公示',
    from: ['effective', 'objected', 'repairing', 'expired'],
    to: 'same',
    by: 'system',
    effects: () => ({ set: { isShown: false } }),
  }),
  expire: action({
    zh: '有效期满',
    from: ['effective', 'objected', 'repairing'],
    to: 'expired',
    by: 'system',
    effects: ({ subject }) => ({
      clocks: [
        { clock: 'object', do: 'stop' },
        { clock: 'repair', do: 'stop' },
      ],
      facts: [changed(subject)],
    }),
  }),
}))
