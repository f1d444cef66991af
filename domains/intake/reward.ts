/** 有奖举报: true and first → amount by the scale in force → paid from the year's budget; anonymous reporters by code. */
import { area, choice, date, instant, longText, number, procedure, refuse, register, text } from '#kernel'
import { findBudget, findEarlierReward } from './look.ts'

export const rewardMatters = {
  illegalBuilding: '新增违法建设',
  dumping: '偷倒渣土垃圾',
  ads: '违规户外广告',
  damage: '损毁公共设施',
  gas: '燃气隐患',
  other: '其他',
} as const
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
    anonymousCode: text('匿名代码', { maxLength: 32 }).unique().help('举报人凭代码查询和领奖,不留姓名'),
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
      anonymousCode: text('匿名代码', { maxLength: 32 }),
      reporterName: text('举报人', { maxLength: 50 }).optional(),
    },
    effects: () => ({ clocks: [{ clock: 'verify', do: 'start' }] }),
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
    form: { amount: number('奖励金额', { unit: '元', min: 1, max: 10000 }) },
    look: (ctx) => findBudget(ctx.tx, yearOf(ctx.now)),
    check: ({ input, found, now }) => {
      if (!found) return refuse('intake.no-budget', { year: yearOf(now) })
      return found.paid + input.amount > found.amount
        ? refuse('intake.budget', { left: found.amount - found.paid, amount: input.amount })
        : undefined
    },
    effects: ({ input, now }) => ({ set: { amount: input.amount, grantedAt: now.toISOString() } }),
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
