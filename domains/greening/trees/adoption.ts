/** 树木认养: a citizen or group picks a tree, pays or works, holds a numbered certificate for a period; care is logged, it is renewed, cancelled or lapses. */
import { addDays, addMonths, choice, date, dayText, first, integer, money, one, procedure, ref, text } from '#kernel'
import { dawnAfter, notYet, why } from '../shared.ts'

const form = {
  tree: ref('行道树', 'greening.tree').optional(),
  ancient: ref('古树', 'greening.ancient').optional(),
  adopter: text('认养人(团体)', { maxLength: 60 }).personal('name'),
  kind: choice('认养人类别', { person: '个人', group: '团体' }),
  phone: text('手机', { maxLength: 11, pattern: { source: '^1\\d{10}$', zh: '手机号应为11位' } }).personal('phone'),
  way: choice('方式', { fee: '交纳养护费', work: '参加养护劳动' }),
  years: integer('年限', { unit: '年', min: 1, max: 5 }),
  wish: text('寄语', { maxLength: 60 }).optional(),
} as const
const busySql = `select number from greening.adoption where (tree = $1::uuid or ancient = $2::uuid) and status <> all (array['lapsed', 'cancelled', 'refused']) limit 1`
const freeSql = `select coalesce((select is_adoptable from greening.tree where id = $1::uuid and retired_at is null), (select is_adoptable from greening.ancient where id = $2::uuid and retired_at is null), false) as free`
export const adoption = procedure('greening.adoption', {
  zh: '树木认养',
  menu: '古树名木',
  title: 'adopter',
  numbering: { prefix: 'RY', per: 'year', digits: 5 },
  help: '市民在“随手办”选树申请;一树一个认养人(团体)。规定天数内取消退费,之后不退;到期未续自动失效。',
  fields: {
    ...form,
    adopter: form.adopter.searchable(),
    feeFen: money('认养费').optional(),
    paidOn: date('缴费(承诺)日期').optional(),
    certificate: text('认养证号', { maxLength: 30 }).optional(),
    fromOn: date('自').optional(),
    toOn: date('至').optional(),
    cares: integer('养护次数').optional(),
    lastCare: text('最近养护', { maxLength: 120 }).optional(),
    renewals: integer('续养次数').optional(),
    refundFen: money('退费').optional(),
    reason: text('原因', { maxLength: 200 }).optional(),
    endedOn: date('终止日期').optional(),
  },
  statuses: {
    applied: { zh: '待审核', duty: 'greening.manage', taskZh: '树木认养待审核' },
    accepted: { zh: '待缴费(签约)', duty: 'greening.manage', taskZh: '树木认养待缴费签约' },
    adopted: { zh: '认养中' },
    lapsed: { zh: '已到期', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
    refused: { zh: '未通过', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申请认养',
    from: 'new',
    to: 'applied',
    by: 'greening.manage',
    form,
    look: async ({ tx, input }) => ({
      busy: await one<{ number: string }>(tx, busySql, [input.tree ?? null, input.ancient ?? null]),
      free: (await one<{ free: boolean }>(tx, freeSql, [input.tree ?? null, input.ancient ?? null]))?.free ?? false,
    }),
    check: ({ input, found }) =>
      first(
        why(Boolean(input.tree) === Boolean(input.ancient), '请选择一棵树'),
        why(!found.free, '这棵树不开放认养'),
        notYet(Boolean(found.busy), '这棵树已有人认养'),
      ),
    effects: ({ input, parameter }) => ({
      set: { feeFen: input.way === 'fee' ? parameter('greening.adopt-fee') * input.years : 0, cares: 0, renewals: 0 },
    }),
  }),
  accept: action({ zh: '审核通过', from: 'applied', to: 'accepted', by: 'greening.manage', tone: 'primary' }),
  refuse: action({
    zh: '不通过',
    from: ['applied', 'accepted'],
    to: 'refused',
    by: 'greening.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  certify: action({
    zh: '收费签约并发证',
    from: 'accepted',
    to: 'adopted',
    by: 'greening.manage',
    tone: 'primary',
    form: { paidFen: money('实收', { min: 0 }) },
    check: ({ input, subject }) => why(input.paidFen !== (subject.feeFen ?? 0), `应收${(subject.feeFen ?? 0) / 100}元`),
    effects: ({ subject, now }) => {
      const on = dayText(now)
      const toOn = addDays(addMonths(on, 12 * subject.years), -1)
      return {
        set: { paidOn: on, fromOn: on, toOn, certificate: `认养${subject.number.slice(2)}` },
        timers: [{ name: 'lapse', at: dawnAfter(toOn), action: 'lapse' as const }],
      }
    },
  }),
  care: action({
    zh: '登记养护',
    from: 'adopted',
    to: 'same',
    by: 'greening.manage',
    form: { lastCare: text('养护内容', { maxLength: 120 }) },
    effects: ({ input, subject }) => ({ set: { ...input, cares: (subject.cares ?? 0) + 1 } }),
  }),
  renew: action({
    zh: '续养',
    from: 'adopted',
    to: 'same',
    by: 'greening.manage',
    form: { years: integer('续几年', { unit: '年', min: 1, max: 5 }), paidFen: money('实收', { min: 0 }) },
    check: ({ input, subject, parameter }) =>
      why(
        subject.way === 'fee' && input.paidFen !== parameter('greening.adopt-fee') * input.years,
        `应收${(parameter('greening.adopt-fee') * input.years) / 100}元`,
      ),
    effects: ({ input, subject }) => {
      const toOn = addMonths(subject.toOn ?? '', 12 * input.years)
      return {
        set: { toOn, renewals: (subject.renewals ?? 0) + 1, feeFen: (subject.feeFen ?? 0) + input.paidFen },
        timers: [{ name: 'lapse', at: dawnAfter(toOn), action: 'lapse' as const }],
      }
    },
  }),
  cancel: action({
    zh: '取消认养',
    from: ['applied', 'accepted', 'adopted'],
    to: 'cancelled',
    by: 'greening.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input, subject, now, parameter }) => {
      const isEarly =
        Boolean(subject.paidOn) && dayText(now) <= addDays(subject.paidOn ?? '', parameter('greening.adopt-refund-days'))
      return {
        set: { ...input, refundFen: isEarly ? (subject.feeFen ?? 0) : 0, endedOn: dayText(now) },
        timers: [{ name: 'lapse', at: null, action: 'lapse' as const }],
      }
    },
  }),
  lapse: action({
    zh: '到期失效',
    from: 'adopted',
    to: 'lapsed',
    by: 'system',
    effects: ({ now }) => ({ set: { endedOn: dayText(now) } }),
  }),
}))
