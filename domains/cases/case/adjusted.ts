/** 案件动作:4 延期、挂账. */
import { date, refuse, text } from '#kernel'
import { type CaseAction, pendings } from './definition.ts'
import { hour } from './shared.ts'

export const adjustedActions = (action: CaseAction) => ({
  applyExtend: action({
    zh: '申请延期',
    from: 'handling',
    to: 'same',
    by: 'cases.handle',
    basis: '本市立结案规范:到期前申请,每次加一个原时限,最多两次',
    form: { reason: text('延期理由', { maxLength: 500 }) },
    guard: ({ subject, now, parameter }) => {
      if (subject.pending !== 'none') return refuse('cases.pending', { what: pendings[subject.pending] })
      const limitCount = parameter('cases.extension-limit')
      if (subject.extensionCount >= limitCount)
        return refuse('cases.extension-limit', { count: subject.extensionCount, limit: limitCount })
      return subject.handleDueAt && now > new Date(subject.handleDueAt) ? refuse('cases.extension-late') : undefined
    },
    effects: ({ input }) => ({ set: { pending: 'extension', pendingReason: input.reason } }),
  }),
  approveExtend: action({
    zh: '同意延期',
    from: 'handling',
    to: 'same',
    by: 'cases.dispatch',
    form: { note: text('意见').optional() },
    guard: ({ subject }) => (subject.pending === 'extension' ? undefined : refuse('cases.none-pending', { what: '延期' })),
    effects: ({ subject }) => ({
      set: { pending: 'none', extensionCount: subject.extensionCount + 1 },
      clocks: [{ clock: 'handle', do: 'extend', by: 'one original limit' }],
    }),
  }),
  applyShelve: action({
    zh: '申请挂账',
    from: 'handling',
    to: 'same',
    by: 'cases.handle',
    basis: '本市立结案规范:一年以内,一次审批,到期自动恢复',
    form: { reason: text('挂账理由', { maxLength: 500 }), until: date('挂账至') },
    guard: ({ subject }) =>
      subject.pending !== 'none'
        ? refuse('cases.pending', { what: pendings[subject.pending] })
        : subject.isShelvedOnce
          ? refuse('cases.shelved-once')
          : undefined,
    check: ({ input, now }) => {
      const days = (Date.parse(`${input.until}T00:00:00+08:00`) - now.getTime()) / (24 * hour)
      return days > 0 && days <= 366 ? undefined : refuse('cases.shelve-range')
    },
    effects: ({ input }) => ({ set: { pending: 'shelving', pendingReason: input.reason, shelvedUntil: input.until } }),
  }),
  approveShelve: action({
    zh: '同意挂账',
    from: 'handling',
    to: 'suspended',
    by: 'cases.dispatch',
    guard: ({ subject }) => (subject.pending === 'shelving' ? undefined : refuse('cases.none-pending', { what: '挂账' })),
    effects: ({ subject }) => ({
      set: { pending: 'none', isShelvedOnce: true },
      clocks: [{ clock: 'handle', do: 'pause' }],
      timers: [{ name: 'resume', at: new Date(`${subject.shelvedUntil}T00:00:00+08:00`), action: 'resume' }],
    }),
  }),
  refusePending: action({
    zh: '不同意申请',
    from: 'handling',
    to: 'same',
    by: 'cases.dispatch',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    guard: ({ subject }) => (subject.pending === 'none' ? refuse('cases.none-pending', { what: '延期或挂账' }) : undefined),
    effects: () => ({ set: { pending: 'none', shelvedUntil: null } }),
  }),
  resume: action({
    zh: '到期恢复',
    from: 'suspended',
    to: 'handling',
    by: 'system',
    effects: ({ subject }) => ({ clocks: [{ clock: 'handle', do: 'resume' }], assign: { unitId: subject.unitId ?? undefined } }),
  }),
  resumeEarly: action({
    zh: '提前恢复',
    from: 'suspended',
    to: 'handling',
    by: 'cases.dispatch',
    effects: ({ subject }) => ({
      set: { shelvedUntil: null },
      clocks: [{ clock: 'handle', do: 'resume' }],
      timers: [{ name: 'resume', at: null, action: 'resume' }],
      assign: { unitId: subject.unitId ?? undefined },
    }),
  }),
})
