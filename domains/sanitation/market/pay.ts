/** 环卫作业月度付费: what a contractor's month comes to by its orders, checks and penalties; counted from the records and counted again on demand. */
import { contractorPaid } from '#catalogue/facts.ts'
import {
  addDays,
  addMonths,
  date,
  dayMs,
  dayText,
  first,
  integer,
  list,
  longText,
  money,
  number,
  one,
  procedure,
  ref,
  round,
  say,
  type Tx,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'

const fenOfWan = 1_000_000
interface Worked {
  readonly orders: number
  readonly missed: number
  readonly score: number | null
  readonly cutFen: number
  readonly deductions: readonly string[]
  /** Contract penalties for mixed loads of its vehicles. */
  readonly mixFen: number
  readonly mixCuts: readonly string[]
}
/** Signed and not yet in another month's pay: each is taken off once. */
const openCut = `d.status = 'signed' and not exists (select 1 from sanitation.month_pay m where m.district = d.district and m.id is distinct from $3::uuid and m.deductions ? d.number)`
const openMix = `c.status = 'cut' and c.operator = $1 and not exists (select 1 from sanitation.month_pay m where m.district = c.district and m.id is distinct from $3::uuid and m.mix_cuts ? c.number)`
/** The month as the records tell it: orders missed, the mean of road checks, and what the assessment deducted and signed. */
const workedSql = `select (select count(*)::int from sanitation."order" o where o.operator = $1 and o.day_on >= $2::date and o.day_on < $2::date + interval '1 month' and o.status <> all (array['planned', 'exempt'])) as orders,
    (select count(*)::int from sanitation."order" o where o.operator = $1 and o.day_on >= $2::date and o.day_on < $2::date + interval '1 month' and o.status = any(array['missed', 'partly', 'redone', 'waived'])) as missed,
    (select avg(c.score)::float8 from sanitation.road_check c where c.operator = $1 and (c.created_at at time zone 'Asia/Shanghai')::date >= $2::date and (c.created_at at time zone 'Asia/Shanghai')::date < $2::date + interval '1 month') as score,
    (select coalesce(sum(d.amount_fen), 0)::float8 from evaluation.deduction d where d.operator = $1 and ${openCut}) as "cutFen",
    (select coalesce(jsonb_agg(d.number order by d.number), '[]') from evaluation.deduction d where d.operator = $1 and ${openCut}) as deductions,
    (select coalesce(sum(c.cut_fen), 0)::float8 from sanitation.mix_check c where ${openMix}) as "mixFen",
    (select coalesce(jsonb_agg(c.number order by c.number), '[]') from sanitation.mix_check c where ${openMix}) as "mixCuts"`
const payForm = {
  tender: ref('合同', 'sanitation.tender'),
  month: text('月份', { maxLength: 7, pattern: { source: '^\\d{4}-(0[1-9]|1[0-2])$', zh: '月份应如 2026-03' } }),
} as const
interface Contract {
  readonly name: string
  readonly winner: string
  readonly bidWan: number
  readonly takenOn: string
  readonly toOn: string
}
const contractOf = (tx: Tx, id: string) =>
  one<Contract>(
    tx,
    `select name, winner, bid_wan as "bidWan", taken_on::text as "takenOn", to_on::text as "toOn" from sanitation.tender where id = $1 and status = any(array['performing', 'expired'])`,
    [id],
  )
/** Days of a month that lie in the service, and the part of the month's fee that is theirs. */
export const monthOf = (month: string, from: string, to: string, yearWan: number) => {
  const first = `${month}-01`
  const last = addDays(addMonths(first, 1), -1)
  const [begin, end] = [from > first ? from : first, to < last ? to : last]
  const daysOf = (a: string, b: string): number => Math.max(0, Math.round((Date.parse(b) - Date.parse(a)) / dayMs) + 1)
  const days = daysOf(begin, end)
  return { days, monthFen: Math.round((yearWan * fenOfWan * days) / 12 / daysOf(first, last)) }
}
/** Two percent of the month for each point below 90, one for each percent of orders missed; never below nothing. */
export const payOf = (monthFen: number, w: Worked) => {
  const points = w.score === null ? 0 : Math.max(0, 90 - w.score)
  const missed = w.orders === 0 ? 0 : round((w.missed * 100) / w.orders)
  const scoreCutFen = Math.round((monthFen * Math.min(100, points * 2)) / 100)
  const missedCutFen = Math.round((monthFen * Math.min(100, missed)) / 100)
  return { scoreCutFen, missedCutFen, payFen: Math.max(0, monthFen - scoreCutFen - missedCutFen - w.cutFen - w.mixFen) }
}
interface Found {
  readonly contract: Contract | undefined
  readonly worked: Worked | undefined
}
/** What the month came to; a paper counted again does not stand in its own way. */
const readMonth = async (tx: Tx, tender: string, month: string, own: string | null = null): Promise<Found> => {
  const contract = await contractOf(tx, tender)
  const worked = contract ? await one<Worked>(tx, workedSql, [contract.winner, `${month}-01`, own]) : undefined
  return { contract, worked }
}
const monthIn = (c: Contract, month: string) => monthOf(month, c.takenOn, c.toOn, c.bidWan)
const countedOf = ({ contract, worked }: Found, month: string) => {
  const { days, monthFen } = contract ? monthIn(contract, month) : { days: 0, monthFen: 0 }
  const w = worked ?? { orders: 0, missed: 0, score: null, cutFen: 0, deductions: [], mixFen: 0, mixCuts: [] }
  return {
    operator: contract?.winner ?? '',
    monthOn: `${month}-01`,
    days,
    monthFen,
    orders: w.orders,
    missed: w.missed,
    score: w.score === null ? null : round(w.score),
    assessCutFen: w.cutFen,
    deductions: [...w.deductions],
    mixCutFen: w.mixFen,
    mixCuts: [...w.mixCuts],
    ...payOf(monthFen, w),
  }
}
export const monthPay = procedure('sanitation.month-pay', {
  zh: '环卫作业月度付费',
  menu: '市场化运营',
  title: 'operator',
  numbering: { prefix: 'FF', per: 'year', digits: 4 },
  help: '月费 = 中标年费 ÷ 12,接管、到期的当月按服务天数;道路检查均分低于 90 的每分扣 2%,漏扫率每 1% 扣 1%,另减考核已签批的扣减和混装合同扣款。',
  fields: {
    ...payForm,
    operator: text('作业单位', { maxLength: 80 }).searchable(),
    monthOn: date('月份'),
    days: integer('服务天数', { unit: '日' }).optional(),
    monthFen: money('月费'),
    orders: integer('作业单', { unit: '单' }),
    missed: integer('漏扫', { unit: '单' }),
    score: number('检查均分').optional(),
    scoreCutFen: money('检查扣款'),
    missedCutFen: money('漏扫扣款'),
    assessCutFen: money('考核扣减'),
    deductions: list('考核扣减单').optional(),
    mixCutFen: money('混装扣款').optional(),
    mixCuts: list('混装检查单').optional(),
    payFen: money('应付'),
    opinion: longText('意见', { maxLength: 300 }).optional(),
    paidOn: date('支付日期').optional(),
  },
  uniqueTogether: [['tender', 'month']],
  statuses: {
    counted: { zh: '待审批', duty: 'sanitation.approve', taskZh: '环卫作业付费待审批' },
    approved: { zh: '待支付', duty: 'sanitation.manage', taskZh: '环卫作业费待支付' },
    paid: { zh: '已支付', kind: 'final' },
  },
}).actions((action) => ({
  count: action({
    zh: '核算',
    from: 'new',
    to: 'counted',
    by: 'sanitation.manage',
    form: payForm,
    look: ({ tx, input }) => readMonth(tx, input.tender, input.month),
    check: ({ input, found, now }) =>
      first(
        why(!found.contract, '请选择履约中的合同'),
        why(Boolean(found.contract && monthIn(found.contract, input.month).days === 0), '月份不在服务期内'),
        notYet(dayText(now).slice(0, 7) <= input.month, '当月未结束'),
      ),
    effects: ({ input, found }) => ({ set: countedOf(found, input.month) }),
  }),
  recount: action({
    zh: '重新核算',
    from: 'counted',
    to: 'same',
    by: 'sanitation.manage',
    help: '作业单、检查、扣减有更正的,按现在的记录重算',
    look: ({ tx, subject }) => readMonth(tx, subject.tender, subject.month, subject.id),
    check: ({ found }) => why(!found.contract, '合同已结束'),
    effects: ({ subject, found }) => ({ set: countedOf(found, subject.month) }),
  }),
  sendBack: action({
    zh: '退回重算',
    from: 'counted',
    to: 'same',
    by: 'sanitation.approve',
    tone: 'danger',
    form: { opinion: longText('意见', { maxLength: 300 }) },
    effects: ({ input, past }) => {
      const counter = past.find((p) => p.action === 'count')?.actorId
      return {
        set: input,
        notify: counter ? [{ personId: counter, zh: `环卫作业月度付费退回重算:${input.opinion}` }] : [],
      }
    },
  }),
  approve: action({
    zh: '审批',
    from: 'counted',
    to: 'approved',
    by: 'sanitation.approve',
    tone: 'primary',
    form: { opinion: longText('意见', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  pay: action({
    zh: '登记支付',
    from: 'approved',
    to: 'paid',
    by: 'sanitation.manage',
    tone: 'primary',
    form: { paidOn: date('支付日期') },
    check: ({ input, now }) => why(input.paidOn > dayText(now), '支付日期不能晚于今天'),
    effects: ({ input, subject }) => ({
      set: input,
      facts: (subject.deductions ?? []).length
        ? [say(contractorPaid, { deductions: [...(subject.deductions ?? [])], bill: subject.number, on: input.paidOn })]
        : [],
    }),
  }),
}))
