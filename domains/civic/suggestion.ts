/** 意见建议: what people say at an open day or on a visit becomes a task with a reply and a follow-up. */
import { addDays, choice, dayText, endOf, flag, instant, longText, procedure, text, unit } from '#kernel'

const form = {
  source: choice('来自', { event: '活动', visit: '媒体专家走访', decision: '公众参与' }),
  sourceId: text('来自编号', { maxLength: 40, isGiven: true }).optional(),
  sourceName: text('事由', { maxLength: 120 }),
  from: text('提出人', { maxLength: 60 }),
  what: text('意见建议', { maxLength: 500 }),
  unit: unit('办理单位'),
} as const
export const suggestion = procedure('civic.suggestion', {
  zh: '公众意见建议',
  menu: '公众参与',
  title: 'what',
  numbering: { prefix: 'YJ', per: 'year', digits: 5 },
  leadingClock: 'reply',
  mirror: { reply: { dueAt: 'replyDueAt', stoppedAt: 'repliedAt' } },
  fields: {
    ...form,
    what: form.what.searchable(),
    replyDueAt: instant('答复期限').optional(),
    repliedAt: instant('答复时间').optional(),
    reply: longText('答复', { maxLength: 2000 }).optional(),
    isTaken: flag('采纳').optional(),
    follow: longText('落实情况', { maxLength: 1000 }).optional(),
  },
  clocks: { reply: { zh: '答复', limit: { value: 10, unit: 'natural_day' }, basis: '本局公众参与办法(示例)' } },
  statuses: {
    waiting: { zh: '待答复', duty: 'civic.reply', taskZh: '公众意见待答复', ofUnit: true },
    following: { zh: '采纳待落实', duty: 'civic.reply', taskZh: '采纳的意见待落实', ofUnit: true },
    done: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  say: action({
    zh: '登记意见',
    from: 'new',
    to: 'waiting',
    by: 'civic.write',
    form,
    effects: ({ input, now, parameter }) => ({
      set: { unitId: input.unit, isTaken: false },
      assign: { unitId: input.unit },
      clocks: [{ clock: 'reply', do: 'start', dueAt: endOf(addDays(dayText(now), parameter('civic.suggestion-days'))) }],
    }),
  }),
  answer: action({
    zh: '答复',
    from: 'waiting',
    to: ({ input }) => (input.isTaken ? 'following' : 'done'),
    by: 'civic.reply',
    tone: 'primary',
    form: { reply: longText('答复', { maxLength: 2000 }), isTaken: flag('采纳') },
    effects: ({ input, subject }) => ({
      set: input,
      clocks: [{ clock: 'reply', do: 'stop' }],
      ...(input.isTaken ? { assign: { unitId: subject.unit } } : {}),
    }),
  }),
  follow: action({
    zh: '登记落实',
    from: 'following',
    to: 'done',
    by: 'civic.reply',
    tone: 'primary',
    form: { follow: longText('落实情况', { maxLength: 1000 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
