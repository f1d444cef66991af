/**
 * 执法督导 (行政执法监督条例): weak steps of cases become letters to the unit: overdue clocks by themselves, cases sent back by review twice
 * by rule, key cases by hand. The unit answers in its days; what is not accepted goes back.
 */
import { z } from 'zod'
import { choice, fact, instant, integer, longText, procedure, ref, rule, say, text, unit } from '#kernel'
import { tellLate } from './penalty/shared.ts'

export const weaknesses = {
  overdue: '办案超期',
  step: '环节超期',
  reviewedBack: '法制审核多次退回',
  publicity: '公示、撤回超期',
  record: '全过程记录不全',
  key: '重点案件',
  other: '其他',
} as const
const form = {
  weakness: choice('薄弱环节', weaknesses),
  penalty: ref('案件', 'enforcement.penalty').optional(),
  unit: unit('被督导单位').optional(),
  finding: text('问题', { maxLength: 500 }).searchable(),
} as const
export const supervisionProcedure = procedure('enforcement.supervision', {
  zh: '执法督导',
  menu: '执法监督',
  numbering: { prefix: 'DD', per: 'year', digits: 4, isGapless: true },
  title: 'finding',
  leadingClock: 'reply',
  mirror: { reply: { dueAt: 'replyDueAt', stoppedAt: 'repliedAt' } },
  fields: {
    ...form,
    reply: longText('整改答复', { maxLength: 4000 }).optional(),
    replyDueAt: instant('答复期限').optional(),
    repliedAt: instant('答复时间').optional(),
    backCount: integer('退回次数', { min: 0 }),
  },
  clocks: { reply: { zh: '答复', basis: '行政执法监督条例;本局执法督导办法(示例)', byDay: 'plain' } },
  statuses: {
    issued: { zh: '待答复', duty: 'enforcement.handle', ofUnit: true, taskZh: '待答复执法督导' },
    replied: { zh: '待核销', duty: 'enforcement.supervise', taskZh: '待核销执法督导' },
    cleared: { zh: '已核销', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '发出督导',
    from: 'new',
    to: 'issued',
    by: 'enforcement.supervise',
    form,
    effects: ({ input, subject, parameter }) => ({
      set: { unitId: input.unit, backCount: 0 },
      clocks: [{ clock: 'reply', do: 'start', limit: { value: parameter('enforcement.reply-days'), unit: 'work_day' } }],
      notify: input.unit ? [{ unitId: input.unit, zh: `执法督导 ${subject.number}:${input.finding}` }] : [],
    }),
  }),
  reply: action({
    zh: '答复',
    from: 'issued',
    to: 'replied',
    by: 'enforcement.handle',
    tone: 'primary',
    form: { reply: longText('整改答复', { maxLength: 4000 }) },
    effects: ({ input }) => ({ set: { reply: input.reply }, clocks: [{ clock: 'reply', do: 'stop' }] }),
  }),
  lapse: action({
    zh: '逾期未答复',
    from: 'issued',
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: tellLate(subject, past, `执法督导 ${subject.number} 已过答复期限:${subject.finding}`),
    }),
  }),
  clear: action({ zh: '核销', from: 'replied', to: 'cleared', by: 'enforcement.supervise', tone: 'primary' }),
  back: action({
    zh: '整改不到位,退回',
    from: 'replied',
    to: 'issued',
    by: 'enforcement.supervise',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ subject, parameter }) => ({
      set: { backCount: subject.backCount + 1 },
      clocks: [{ clock: 'reply', do: 'start', limit: { value: parameter('enforcement.reply-days'), unit: 'work_day' } }],
      assign: { unitId: subject.unitId ?? undefined },
    }),
  }),
}))
/** Told by the case each time legal review sends it back. */
export const reviewedBack = fact(
  'enforcement.reviewed-back',
  '法制审核退回',
  z.object({ penalty: z.string(), number: z.string(), unitId: z.string().nullish(), count: z.number() }),
)
export const weakFound = fact(
  'enforcement.weak-found',
  '薄弱环节',
  z.object({ weakness: z.string(), penalty: z.string(), unitId: z.string().nullish(), finding: z.string() }),
)
export const reviewedBackRule = rule('enforcement.reviewed-back-rule', {
  zh: '法制审核多次退回即督导',
  on: reviewedBack,
  parameters: { times: { value: 2, unit: '次', source: '本局执法质量管理办法(示例)' } },
  when: (row, ctx) => row.count >= ctx.parameter('times'),
  then: (row) => [
    say(weakFound, {
      weakness: 'reviewedBack',
      penalty: row.penalty,
      unitId: row.unitId,
      finding: `${row.number}法制审核已退回${row.count}次`,
    }),
  ],
  once: { per: (row) => row.penalty, withinHours: 720 },
  basis: '对重点案件、薄弱环节进行督导',
})
