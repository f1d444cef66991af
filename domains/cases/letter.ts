/** 交办函、督办函: numbered without gaps by year, addressed to a unit, delivered, replied to in time; counted by kind. */
import { choice, instant, limit, longText, procedure, text, unit } from '#kernel'
import { supervisionLevels } from './contract.ts'

export const letterKinds = { assign: '交办函', supervise: '督办函', talk: '约谈通知' } as const

export const letterProcedure = procedure('cases.letter', {
  zh: '交办督办函',
  menu: '督办',
  numbering: { prefix: 'D', per: 'year', digits: 4, isGapless: true },
  title: 'title',
  leadingClock: 'reply',
  mirror: { reply: { dueAt: 'replyDueAt', stoppedAt: 'repliedAt' } },
  fields: {
    kind: choice('函件种类', letterKinds),
    level: choice('督办级别', supervisionLevels).optional(),
    title: text('标题').searchable(),
    content: longText('内容', { maxLength: 4000 }),
    unit: unit('受函单位').optional(),
    replyLimit: limit('回复时限'),
    reply: longText('回复', { maxLength: 4000 }).optional(),
    replyDueAt: instant('回复期限').optional(),
    repliedAt: instant('回复时间').optional(),
    deliveredAt: instant('送达时间').optional(),
  },
  clocks: { reply: { zh: '回复' } },
  statuses: {
    issued: { zh: '已签发', duty: 'cases.handle', ofUnit: true, taskZh: '待签收函件' },
    delivered: { zh: '已送达', duty: 'cases.handle', ofUnit: true, taskZh: '待回复函件' },
    replied: { zh: '已回复', duty: 'cases.supervise', taskZh: '待核销函件' },
    done: { zh: '已核销', kind: 'final' },
    withdrawn: { zh: '已撤回', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '签发',
    from: 'new',
    to: 'issued',
    by: 'cases.supervise',
    form: {
      kind: choice('函件种类', letterKinds),
      level: choice('督办级别', supervisionLevels).optional(),
      title: text('标题'),
      content: longText('内容', { maxLength: 4000 }),
      unit: unit('受函单位'),
      replyLimit: limit('回复时限'),
    },
    effects: ({ input, subject }) => ({
      set: { unitId: input.unit },
      clocks: [{ clock: 'reply', do: 'start', limit: input.replyLimit }],
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `收到${letterKinds[input.kind]} ${subject.number}:${input.title}` }],
    }),
  }),
  sign: action({
    zh: '签收',
    from: 'issued',
    to: 'delivered',
    by: 'cases.handle',
    tone: 'primary',
    effects: ({ now, subject }) => ({ set: { deliveredAt: now.toISOString() }, assign: { unitId: subject.unitId ?? undefined } }),
  }),
  reply: action({
    zh: '回复',
    from: ['issued', 'delivered'],
    to: 'replied',
    by: 'cases.handle',
    tone: 'primary',
    form: { reply: longText('回复内容', { maxLength: 4000 }) },
    effects: ({ input, now, subject }) => ({
      set: { reply: input.reply, deliveredAt: subject.deliveredAt ?? now.toISOString() },
      clocks: [{ clock: 'reply', do: 'stop' }],
    }),
  }),
  sendBack: action({
    zh: '回复不合要求,退回',
    from: 'replied',
    to: 'delivered',
    by: 'cases.supervise',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject }) => ({
      clocks: [{ clock: 'reply', do: 'start', limit: subject.replyLimit }],
      assign: { unitId: subject.unitId ?? undefined },
    }),
  }),
  accept: action({ zh: '核销', from: 'replied', to: 'done', by: 'cases.supervise', tone: 'primary' }),
  withdraw: action({
    zh: '撤回',
    from: ['issued', 'delivered'],
    to: 'withdrawn',
    by: 'cases.supervise',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: () => ({ clocks: [{ clock: 'reply', do: 'cancel' }] }),
  }),
}))
