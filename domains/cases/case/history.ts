/**
 * 导入历史: a case that another system has already handled. Only what that system says is written down: when it was handed on, by
 * when it had to be done, when it ended. Steps it does not tell (受理、核查) get no time of ours.
 */
import { flag, instant, type LimitValue, longText, text } from '#kernel'
import type { CaseAction } from './definition.ts'
import { iso } from './shared.ts'

const dayMs = 86_400_000
/** The outside deadline said as a limit, for the page and for a later reopening; `dueAt` itself is kept to the second. */
const spanLimit = (from: Date, to: Date): LimitValue => ({
  value: Math.max(0.01, Math.round(((to.getTime() - from.getTime()) / dayMs) * 100) / 100),
  unit: 'natural_day',
})

export const historyActions = (action: CaseAction) => ({
  /** Twice in the life of an imported case: handed on (`isEnded` false, with the outside deadline), then ended. */
  importHistory: action({
    zh: '导入历史',
    from: ['reported', 'dispatched'],
    to: ({ input }) => (input.isEnded ? 'closed' : 'dispatched'),
    by: 'system',
    help: '由其他系统导入:期限与办结时间照原系统,原系统没有的步骤不补造。',
    form: {
      isEnded: flag('已办结'),
      dueAt: instant('原系统期限').optional(),
      result: longText('原系统办理结果', { maxLength: 2000 }).optional(),
      reason: text('依据', { maxLength: 100 }),
    },
    effects: ({ subject, input, now }) => {
      // 受理 has no time in the other system: its clock is taken off, which counts neither as in time nor as late.
      const accept = { clock: 'accept', do: 'cancel' } as const
      if (input.isEnded)
        return { set: { handledAt: iso(now), result: input.result ?? null }, clocks: [accept, { clock: 'handle', do: 'stop' }] }
      const dueAt = input.dueAt ? new Date(input.dueAt) : undefined
      const limit = dueAt ? spanLimit(now, dueAt) : undefined
      return {
        set: { filedAt: subject.filedAt ?? iso(now), dispatchedAt: iso(now), handleLimit: limit ?? null },
        clocks: dueAt ? [accept, { clock: 'handle', do: 'start', limit, dueAt }] : [accept],
      }
    },
  }),
})
