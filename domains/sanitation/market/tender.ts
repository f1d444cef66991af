/** 环卫市场化: a round from its scope to the hand-over, each stage with what it needs, then the months of the contract. */
import { contractorPaid } from '#catalogue/facts.ts'
import {
  addDays,
  choice,
  date,
  dayText,
  files,
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
  rows,
  say,
  type Tx,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'

const form = {
  name: text('项目', { maxLength: 100 }),
  round: integer('轮次', { min: 1, max: 50 }),
  scope: longText('服务范围', { maxLength: 800 }),
  areaM2: number('保洁面积', { unit: '㎡', min: 1 }),
  years: number('年限', { unit: '年', min: 0.5, max: 15 }),
  yearWan: number('年费用测算', { unit: '万元', min: 1 }),
} as const
const handed = {
  thing: text('交接事项', { maxLength: 80 }),
  count: integer('数量', { min: 0 }),
  isOk: choice('情况', { ok: '相符', short: '短缺' }),
  note: text('说明', { maxLength: 120 }).optional(),
} as const
export const tender = procedure('sanitation.tender', {
  zh: '环卫市场化招标与接管',
  menu: '市场化运营',
  title: 'name',
  numbering: { prefix: 'ZB', per: 'year', digits: 3 },
  help: '测算 → 专家评审 → 公告 → 中标 → 交接 → 履约;评审专家五人以上单数,公告至开标不少于二十日。',
  fields: {
    ...form,
    name: form.name.searchable(),
    experts: integer('评审专家', { unit: '人' }).optional(),
    review: longText('评审意见', { maxLength: 500 }).optional(),
    noticeOn: date('公告日期').optional(),
    openOn: date('开标日期').optional(),
    winner: text('中标单位', { maxLength: 80 }).optional(),
    bidWan: number('中标年费', { unit: '万元' }).optional(),
    contract: text('合同号', { maxLength: 60 }).optional(),
    fromOn: date('服务起').optional(),
    toOn: date('服务止').optional(),
    papers: files(0, '文件').optional(),
    handover: rows('交接清单', handed).optional(),
    takenOn: date('接管日期').optional(),
    reason: longText('原因', { maxLength: 300 }).optional(),
  },
  statuses: {
    drafted: { zh: '待专家评审', duty: 'sanitation.manage', taskZh: '环卫招标待评审' },
    reviewed: { zh: '待公告', duty: 'sanitation.manage', taskZh: '环卫招标待公告' },
    noticed: { zh: '公告中待定标', duty: 'sanitation.manage', taskZh: '环卫招标待定标' },
    awarded: { zh: '已中标待接管', duty: 'sanitation.manage', taskZh: '环卫作业待交接' },
    performing: { zh: '履约中' },
    ended: { zh: '已到期', kind: 'final' },
    failed: { zh: '流标', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({ zh: '测算立项', from: 'new', to: 'drafted', by: 'sanitation.manage', form }),
  review: action({
    zh: '专家评审',
    from: 'drafted',
    to: 'reviewed',
    by: 'sanitation.manage',
    tone: 'primary',
    form: {
      experts: integer('评审专家', { unit: '人', min: 1 }),
      review: longText('评审意见', { maxLength: 500 }),
      papers: files(1, '评审文件'),
    },
    check: ({ input, parameter }) =>
      why(
        input.experts < parameter('sanitation.award-quorum') || input.experts % 2 === 0,
        `评审专家应为${parameter('sanitation.award-quorum')}人以上单数`,
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  notice: action({
    zh: '发布公告',
    from: 'reviewed',
    to: 'noticed',
    by: 'sanitation.manage',
    tone: 'primary',
    form: { noticeOn: date('公告日期'), openOn: date('开标日期') },
    check: ({ input, parameter }) =>
      why(
        input.openOn < addDays(input.noticeOn, parameter('sanitation.notice-days')),
        `公告至开标不少于${parameter('sanitation.notice-days')}日`,
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  award: action({
    zh: '定标签约',
    from: 'noticed',
    to: 'awarded',
    by: 'sanitation.approve',
    tone: 'primary',
    form: {
      winner: text('中标单位', { maxLength: 80 }),
      bidWan: number('中标年费', { unit: '万元', min: 1 }),
      contract: text('合同号', { maxLength: 60 }),
      fromOn: date('服务起'),
      toOn: date('服务止'),
      papers: files(1, '中标通知书、合同'),
    },
    check: ({ input, subject, now }) =>
      first(
        notYet(dayText(now) < (subject.openOn ?? ''), `${subject.openOn}开标`),
        why(input.bidWan > subject.yearWan, '中标价高于测算'),
        why(input.toOn <= input.fromOn, '服务止应晚于起'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  fail: action({
    zh: '流标',
    from: ['reviewed', 'noticed'],
    to: 'failed',
    by: 'sanitation.approve',
    tone: 'danger',
    form: { reason: longText('原因', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  takeOver: action({
    zh: '交接接管',
    from: 'awarded',
    to: 'performing',
    by: 'sanitation.manage',
    tone: 'primary',
    help: '人员、车辆、设施逐项交接;有短缺的先补齐',
    form: { handover: rows('交接清单', handed), takenOn: date('接管日期'), papers: files(1, '交接书') },
    check: ({ input, subject }) =>
      first(
        why(input.handover.length === 0, '请填写交接清单'),
        notYet(
          input.handover.some((h) => h.isOk === 'short'),
          `有短缺:${input.handover
            .filter((h) => h.isOk === 'short')
            .map((h) => h.thing)
            .join('、')}`,
        ),
        why(input.takenOn < (subject.fromOn ?? ''), '接管不能早于服务起'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  end: action({
    zh: '合同到期',
    from: 'performing',
    to: 'ended',
    by: 'sanitation.manage',
    form: { reason: longText('履约评价', { maxLength: 300 }) },
    guard: ({ subject, now }) => notYet(dayText(now) < (subject.toOn ?? ''), `合同至${subject.toOn}`),
    effects: ({ input }) => ({ set: input }),
  }),
}))
const fenOfWan = 1_000_000
interface Worked {
  readonly orders: number
  readonly missed: number
  readonly score: number | null
  readonly cutFen: number
  readonly deductions: readonly string[]
}
/** Signed and not yet in another month's pay: each is taken off once. */
const openCut = `d.status = 'signed' and not exists (select 1 from sanitation.month_pay m where m.district = d.district and m.deductions ? d.number)`
/** The month as the records tell it: orders missed, the mean of road checks, and what the assessment deducted and signed. */
const workedSql = `select (select count(*)::int from sanitation."order" o where o.operator = $1 and o.day_on >= $2::date and o.day_on < $2::date + interval '1 month' and o.status <> all (array['planned', 'exempt'])) as orders,
    (select count(*)::int from sanitation."order" o where o.operator = $1 and o.day_on >= $2::date and o.day_on < $2::date + interval '1 month' and o.status = any(array['missed', 'partly', 'redone', 'waived'])) as missed,
    (select avg(c.score)::float8 from sanitation.road_check c where c.operator = $1 and (c.created_at at time zone 'Asia/Shanghai')::date >= $2::date and (c.created_at at time zone 'Asia/Shanghai')::date < $2::date + interval '1 month') as score,
    (select coalesce(sum(d.amount_fen), 0)::float8 from evaluation.deduction d where d.operator = $1 and ${openCut}) as "cutFen",
    (select coalesce(jsonb_agg(d.number order by d.number), '[]') from evaluation.deduction d where d.operator = $1 and ${openCut}) as deductions`
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
    `select name, winner, bid_wan as "bidWan", taken_on::text as "takenOn", to_on::text as "toOn" from sanitation.tender where id = $1 and status = 'performing'`,
    [id],
  )
/** Two percent of the month for each point below 90, one for each percent of orders missed; never below nothing. */
export const payOf = (monthFen: number, w: Worked) => {
  const points = w.score === null ? 0 : Math.max(0, 90 - w.score)
  const missed = w.orders === 0 ? 0 : round((w.missed * 100) / w.orders)
  const scoreCutFen = Math.round((monthFen * Math.min(100, points * 2)) / 100)
  const missedCutFen = Math.round((monthFen * Math.min(100, missed)) / 100)
  return { scoreCutFen, missedCutFen, payFen: Math.max(0, monthFen - scoreCutFen - missedCutFen - w.cutFen) }
}
export const monthPay = procedure('sanitation.month-pay', {
  zh: '环卫作业月度付费',
  menu: '市场化运营',
  title: 'operator',
  numbering: { prefix: 'FF', per: 'year', digits: 4 },
  help: '月费 = 中标年费 ÷ 12;道路检查均分低于 90 的每分扣 2%,漏扫率每 1% 扣 1%,另减考核已签批的扣减。',
  fields: {
    ...payForm,
    operator: text('作业单位', { maxLength: 80 }).searchable(),
    monthOn: date('月份'),
    monthFen: money('月费'),
    orders: integer('作业单', { unit: '单' }),
    missed: integer('漏扫', { unit: '单' }),
    score: number('检查均分').optional(),
    scoreCutFen: money('检查扣款'),
    missedCutFen: money('漏扫扣款'),
    assessCutFen: money('考核扣减'),
    deductions: list('考核扣减单').optional(),
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
    look: async ({ tx, input }) => {
      const contract = await contractOf(tx, input.tender)
      const worked = contract ? await one<Worked>(tx, workedSql, [contract.winner, `${input.month}-01`]) : undefined
      return { contract, worked }
    },
    check: ({ input, found, now }) =>
      first(
        why(!found.contract, '请选择履约中的合同'),
        why(
          `${input.month}-01` > (found.contract?.toOn ?? '') || `${input.month}-31` < (found.contract?.takenOn ?? ''),
          '月份不在服务期内',
        ),
        notYet(dayText(now).slice(0, 7) <= input.month, '当月未结束'),
      ),
    effects: ({ input, found }) => {
      const monthFen = Math.round(((found.contract?.bidWan ?? 0) * fenOfWan) / 12)
      const w = found.worked ?? { orders: 0, missed: 0, score: null, cutFen: 0, deductions: [] }
      return {
        set: {
          operator: found.contract?.winner ?? '',
          monthOn: `${input.month}-01`,
          monthFen,
          orders: w.orders,
          missed: w.missed,
          score: w.score === null ? null : round(w.score),
          assessCutFen: w.cutFen,
          deductions: [...w.deductions],
          ...payOf(monthFen, w),
        },
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
    effects: ({ input, subject }) => ({
      set: input,
      facts: (subject.deductions ?? []).length
        ? [say(contractorPaid, { deductions: [...(subject.deductions ?? [])], bill: subject.number, on: input.paidOn })]
        : [],
    }),
  }),
}))
