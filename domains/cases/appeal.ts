/** 超时申诉: one per case, reviewed by the dispatcher and then by the operator; granted, the case no longer counts as overtime. */

import { z } from 'zod'
import { fact, longText, procedure, say, text } from '#kernel'

/** Inside this domain: the appeal of a case was granted. */
export const appealGranted = fact('cases.appeal-granted', '申诉成立', z.object({ caseId: z.string() }))

export const appealProcedure = procedure('cases.appeal', {
  zh: '超时申诉',
  menu: '督办',
  numbering: { prefix: 'S', per: 'year', digits: 5 },
  title: 'reason',
  fields: { reason: longText('申诉理由', { maxLength: 1000 }), opinion: text('审核意见', { maxLength: 500 }).optional() },
  clocks: { review: { zh: '审核', limit: { value: 2, unit: 'work_day' } } },
  statuses: {
    filed: { zh: '待派遣员审核', duty: 'cases.dispatch', taskZh: '待审申诉(一审)' },
    reviewed: { zh: '待受理员审核', duty: 'cases.accept', taskZh: '待审申诉(二审)' },
    granted: { zh: '成立', kind: 'final' },
    refused: { zh: '不成立', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '提出',
    from: 'new',
    to: 'filed',
    by: 'cases.handle',
    form: { reason: longText('申诉理由', { maxLength: 1000 }) },
    effects: () => ({ clocks: [{ clock: 'review', do: 'start' }] }),
  }),
  pass: action({
    zh: '一审同意',
    from: 'filed',
    to: 'reviewed',
    by: 'cases.dispatch',
    tone: 'primary',
    form: { opinion: text('意见', { maxLength: 500 }).optional() },
    effects: ({ input }) => ({ set: { opinion: input.opinion ?? null } }),
  }),
  grant: action({
    zh: '二审同意',
    from: 'reviewed',
    to: 'granted',
    by: 'cases.accept',
    tone: 'primary',
    form: { opinion: text('意见', { maxLength: 500 }).optional() },
    effects: ({ subject, input }) => ({
      set: { opinion: input.opinion ?? subject.opinion },
      clocks: [{ clock: 'review', do: 'stop' }],
      facts: subject.parentId ? [say(appealGranted, { caseId: subject.parentId })] : [],
    }),
  }),
  refuse: action({
    zh: '不予认可',
    from: 'filed',
    to: 'refused',
    by: 'cases.dispatch',
    tone: 'danger',
    form: { opinion: text('理由', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { opinion: input.opinion }, clocks: [{ clock: 'review', do: 'stop' }] }),
  }),
  overrule: action({
    zh: '二审不认可',
    from: 'reviewed',
    to: 'refused',
    by: 'cases.accept',
    tone: 'danger',
    form: { opinion: text('理由', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { opinion: input.opinion }, clocks: [{ clock: 'review', do: 'stop' }] }),
  }),
}))
