/** 有奖举报: true and first → amount by the scale in force → paid from the year's budget; anonymous reporters by code. */
import { area, choice, date, dayText, instant, longText, number, procedure, refuse, register, text } from '#kernel'
import { rewardMatters } from './contract.ts'
import { findBudget, findEarlierReward, findScale } from './look.ts'

export const rewardScale = register('intake.reward-scale', {
  zh: '举报奖励标准',
  menu: '诉求设置',
  fields: {
    matter: choice('事项', rewardMatters),
    amount: number('奖励金额', { unit: '元', min: 0, max: 10000 }),
    validFrom: date('起'),
    validTo: date('止(不含)').optional(),
    basis: text('依据'),
  },
  title: 'basis',
  uniqueTogether: [['matter', 'validFrom']],
})
export const rewardBudget = register('intake.reward-budget', {
  zh: '举报奖励预算',
  menu: '诉求设置',
  fields: {
    year: text('年度', { maxLength: 4, pattern: { source: '^20\\d{2}$', zh: '年度应为四位年份' } }).unique(),
    amount: number('预算', { unit: '元', min: 0 }),
    document: text('批文'),
  },
})
const yearOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 4)

export const rewardProcedure = procedure('intake.reward', {
  zh: '有奖举报',
  menu: '诉求',
  numbering: { prefix: 'J', per: 'year', digits: 5 },
  title: 'content',
  mirror: { verify: { dueAt: 'verifyDueAt', stoppedAt: 'verifiedAt' } },
  fields: {
    matter: choice('事项', rewardMatters),
    content: longText('举报内容', { maxLength: 4000 }).searchable(),
    anonymousCode: text('匿名代码', { maxLength: 32 }).unique().searchable().help('举报人凭代码查询和领奖,不留姓名'),
    reporterName: text('举报人', { maxLength: 50 }).personal('name').optional(),
    area: area('地点').optional(),
    finding: longText('核实情况').optional(),
    amount: number('奖励金额', { unit: '元', min: 0 }).optional(),
    grantedAt: instant('核定时间').optional(),
    paidAt: instant('发放时间').optional(),
    voucher: text('凭证号', { maxLength: 60 }).optional(),
    refusedReason: text('不予奖励理由', { maxLength: 500 }).optional(),
    verifyDueAt: instant('核实期限').optional(),
    verifiedAt: instant('核实时间').optional(),
  },
  clocks: { verify: { zh: '核实', limit: { value: 10, unit: 'work_day' }, basis: '本局有奖举报办法(示例)' } },
  statuses: {
    reported: { zh: '待核实', duty: 'intake.reward.verify', taskZh: '待核实举报' },
    verified: { zh: '属实', duty: 'intake.reward.grant', taskZh: '待核定奖励' },
    granted: { zh: '已核定', duty: 'intake.reward.pay', taskZh: '待发放奖励' },
    paid: { zh: '已发放', kind: 'final' },
    refused: { zh: '不予奖励', kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '举报登记',
    from: 'new',
    to: 'reported',
    by: 'intake.reward.register',
    form: {
      matter: choice('事项', rewardMatters),
      content: longText('举报内容', { maxLength: 4000 }),
      anonymousCode: text('匿名代码', { maxLength: 32 }).optional().help('不填由系统生成,告知举报人记下'),
      reporterName: text('举报人', { maxLength: 50 }).optional(),
    },
    check: ({ subject }) =>
      subject.lon === null ? refuse('kernel.check', { rule: '请在地图上点出举报的地点,是否首报按地点核对' }) : undefined,
    effects: ({ subject, input, code }) => ({
      set: { anonymousCode: input.anonymousCode ?? `${subject.number.slice(-5)}-${code()}` },
      clocks: [{ clock: 'verify', do: 'start' }],
    }),
  }),
  verify: action({
    zh: '核实属实',
    from: 'reported',
    to: 'verified',
    by: 'intake.reward.verify',
    tone: 'primary',
    help: '属实,且同一地点(50米、30天内)同类问题没有更早的举报。',
    form: { finding: longText('核实情况') },
    look: (ctx) => findEarlierReward(ctx.tx, ctx.subject),
    check: ({ found }) => (found ? refuse('intake.not-first', { number: found.number }) : undefined),
    effects: ({ input }) => ({ set: { finding: input.finding }, clocks: [{ clock: 'verify', do: 'stop' }] }),
  }),
  refuse: action({
    zh: '不予奖励',
    from: ['reported', 'verified'],
    to: 'refused',
    by: 'intake.reward.verify',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { refusedReason: input.reason }, clocks: [{ clock: 'verify', do: 'stop' }] }),
  }),
  grant: action({
    zh: '核定奖励',
    from: 'verified',
    to: 'granted',
    by: 'intake.reward.grant',
    tone: 'primary',
    help: '不填金额按现行奖励标准核定;填的不得超过标准,并在年度预算之内。',
    form: { amount: number('奖励金额', { unit: '元', min: 1, max: 10000 }).optional() },
    look: async (ctx) => ({
      budget: await findBudget(ctx.tx, yearOf(ctx.now)),
      scale: await findScale(ctx.tx, ctx.subject.matter, dayText(ctx.now)),
    }),
    check: ({ subject, input, found: { budget, scale }, now }) => {
      const matter = rewardMatters[subject.matter]
      if (scale === undefined) return refuse('intake.no-scale', { matter })
      if ((input.amount ?? 0) > scale) return refuse('intake.over-scale', { matter, scale })
      if (!budget) return refuse('intake.no-budget', { year: yearOf(now) })
      const amount = input.amount ?? scale
      const left = budget.amount - budget.paid
      return amount > left ? refuse('intake.budget', { left, amount }) : undefined
    },
    effects: ({ input, found, now }) => ({ set: { amount: input.amount ?? found.scale ?? 0, grantedAt: now.toISOString() } }),
  }),
  pay: action({
    zh: '发放',
    from: 'granted',
    to: 'paid',
    by: 'intake.reward.pay',
    tone: 'primary',
    form: { voucher: text('凭证号', { maxLength: 60 }) },
    effects: ({ input, now }) => ({ set: { voucher: input.voucher, paidAt: now.toISOString() } }),
  }),
}))
