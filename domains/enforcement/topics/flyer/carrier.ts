/** 通信部门长期合作: who answers for an operator's numbers, on which form, how soon; and what both sides hold at the end of the month. */
import { choice, date, dayText, instant, integer, longText, procedure, raw, ref, refuse, register, rows, text } from '#kernel'
import { operators, parsePhone } from './phone.ts'

export const carrier = register('enforcement.carrier', {
  zh: '通信运营单位',
  menu: '小广告治理',
  title: 'name',
  help: '执法部门与通信部门长期合作:联系人、函件格式、答复时限。',
  fields: {
    name: text('单位', { maxLength: 80 }).unique().searchable(),
    operator: choice('运营商', operators),
    keeper: text('负责人', { maxLength: 40 }).personal('name'),
    phone: text('联系电话', { maxLength: 20 }).personal('phone'),
    formName: text('约定函件', { maxLength: 80 }),
    answerHours: integer('答复时限', { unit: '工作时', min: 1, max: 400 }),
    agreedOn: date('协议日期'),
    agreedTo: date('协议止').optional(),
  },
})
export const listStates = { requested: '已上报停机', suspended: '已停机', resumed: '已复机' } as const
const held = { number: text('号码', { maxLength: 20 }), state: choice('状态', listStates) } as const
const difference = {
  number: text('号码', { maxLength: 20 }),
  ours: text('本局', { maxLength: 20 }),
  theirs: text('运营商', { maxLength: 20 }),
} as const
const words = (state: string | undefined): string =>
  state === undefined ? '无' : (listStates[state as keyof typeof listStates] ?? state)

export const reconciliation = procedure('enforcement.phone-reconciliation', {
  zh: '停复机月度对账',
  menu: '小广告治理',
  numbering: { prefix: 'DZT', per: 'year', digits: 4 },
  title: 'month',
  help: '运营单位报来清单,与本局号码台账逐号比对;不一致的查明后销账。',
  fields: {
    carrier: ref('运营单位', 'enforcement.carrier'),
    month: text('月份', { maxLength: 7, pattern: { source: '^\\d{4}-(0[1-9]|1[0-2])$', zh: '月份如 2026-03' } }).searchable(),
    theirs: rows('运营单位清单', held).optional(),
    ours: integer('本局号码数', { min: 0 }),
    matched: integer('一致', { min: 0 }),
    differing: integer('不一致', { min: 0 }),
    differences: rows('不一致的号码', difference).optional(),
    result: longText('查明情况', { maxLength: 2000 }).optional(),
    settledAt: instant('销账时间').optional(),
  },
  uniqueTogether: [['carrier', 'month']],
  statuses: {
    differing: { zh: '有差异待查明', duty: 'enforcement.cooperate', taskZh: '停复机对账差异' },
    settled: { zh: '已对平', kind: 'final' },
  },
}).actions((action) => ({
  draw: action({
    zh: '对账',
    from: 'new',
    form: {
      carrier: ref('运营单位', 'enforcement.carrier'),
      month: text('月份', { maxLength: 7, pattern: { source: '^\\d{4}-(0[1-9]|1[0-2])$', zh: '月份如 2026-03' } }),
      theirs: rows('运营单位清单', held).optional(),
    },
    look: async ({ tx, input }) => {
      const { rows: ours } = await raw<{ number: string; state: string }>(tx, monthSql, [input.carrier, `${input.month}-01`])
      return ours
    },
    to: ({ input, found }) => (compare(input.theirs ?? [], found ?? []).differences.length === 0 ? 'settled' : 'differing'),
    by: 'enforcement.cooperate',
    check: ({ input, now }) => {
      if (input.month > dayText(now).slice(0, 7)) return refuse('enforcement.field', { why: '该月还没有到' })
      const bad = (input.theirs ?? []).find((l) => !parsePhone(l.number))
      return bad ? refuse('enforcement.field', { why: `清单中的“${bad.number}”不是有效号码` }) : undefined
    },
    effects: ({ input, found, now }) => {
      const { matched, differences } = compare(input.theirs ?? [], found ?? [])
      return {
        set: {
          ours: (found ?? []).length,
          matched,
          differing: differences.length,
          differences,
          settledAt: differences.length === 0 ? now.toISOString() : null,
        },
      }
    },
  }),
  settle: action({
    zh: '查明销账',
    from: 'differing',
    to: 'settled',
    by: 'enforcement.cooperate',
    tone: 'primary',
    form: { result: longText('查明情况', { maxLength: 2000 }) },
    effects: ({ input, now }) => ({ set: { result: input.result, settledAt: now.toISOString() } }),
  }),
}))
/** How each number stood when the month ended, whatever became of it since: a list of March is held against March. */
const monthSql = `select phone as number, case when resumed_at < e.at and resumed_at >= coalesce(suspended_at, resumed_at) then 'resumed' when suspended_at < e.at then 'suspended' else 'requested' end as state
  from enforcement.flyer_phone, (select (($2::date + interval '1 month')::timestamp at time zone 'Asia/Shanghai') as at) e where carrier = $1 and requested_at < e.at order by phone`
type Held = { readonly number: string; readonly state: string }
/** Every number of either side once: agreed, or with what each says. */
const compare = (theirs: readonly Held[], ours: readonly Held[]) => {
  const theirState = new Map(theirs.map((l) => [parsePhone(l.number)?.number ?? l.number, l.state]))
  const ourState = new Map(ours.map((l) => [l.number, l.state]))
  const all = [...new Set([...ourState.keys(), ...theirState.keys()])].sort()
  const differences = all
    .filter((n) => ourState.get(n) !== theirState.get(n))
    .map((n) => ({ number: n, ours: words(ourState.get(n)), theirs: words(theirState.get(n)) }))
  return { matched: all.length - differences.length, differences }
}
