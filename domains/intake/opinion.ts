/** 网络舆情: graded, answered within the limit of its grade, and turned into a case when it names a problem. */

import { problemFound } from '#catalogue/facts.ts'
import { choice, instant, longText, procedure, refuse, say, text } from '#kernel'

export const opinionGrades = { normal: '一般', sensitive: '敏感', major: '重大' } as const
const limits = {
  normal: { value: 24, unit: 'urgent_hour' },
  sensitive: { value: 4, unit: 'urgent_hour' },
  major: { value: 2, unit: 'urgent_hour' },
} as const
export const opinionProcedure = procedure('intake.opinion', {
  zh: '网络舆情',
  menu: '诉求',
  numbering: { prefix: 'Y', per: 'year', digits: 5 },
  title: 'title',
  leadingClock: 'respond',
  mirror: { respond: { dueAt: 'respondDueAt', stoppedAt: 'respondedAt' } },
  fields: {
    platform: text('平台', { maxLength: 60 }),
    link: text('链接', { maxLength: 256 }).optional(),
    title: text('标题', { maxLength: 200 }).searchable(),
    content: longText('内容', { maxLength: 4000 }).searchable(),
    grade: choice('等级', opinionGrades).optional(),
    caseNumber: text('案件号').optional(),
    caseResult: longText('案件结果').optional(),
    response: longText('回应', { maxLength: 4000 }).optional(),
    respondDueAt: instant('响应期限').optional(),
    respondedAt: instant('响应时间').optional(),
  },
  clocks: {
    grade: { zh: '研判', limit: { value: 1, unit: 'urgent_hour' } },
    respond: { zh: '响应', basis: '舆情响应分级时限(示例):一般24小时、敏感4小时、重大2小时' },
  },
  statuses: {
    found: { zh: '待研判', duty: 'intake.opinion.handle', taskZh: '待研判舆情' },
    graded: { zh: '待响应', duty: 'intake.opinion.handle', taskZh: '待响应舆情' },
    responded: { zh: '已响应', kind: 'final' },
    ignored: { zh: '无须处理', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '登记',
    from: 'new',
    to: 'found',
    by: 'intake.opinion.handle',
    form: {
      platform: text('平台', { maxLength: 60 }),
      link: text('链接', {
        maxLength: 256,
        pattern: { source: '^https?://', zh: '链接应以 http:// 或 https:// 开头' },
      }).optional(),
      title: text('标题', { maxLength: 200 }),
      content: longText('内容', { maxLength: 4000 }),
    },
    effects: () => ({ clocks: [{ clock: 'grade', do: 'start' }] }),
  }),
  grade: action({
    zh: '研判定级',
    from: 'found',
    to: 'graded',
    by: 'intake.opinion.handle',
    tone: 'primary',
    form: { grade: choice('等级', opinionGrades) },
    effects: ({ input }) => ({
      set: { grade: input.grade },
      clocks: [
        { clock: 'grade', do: 'stop' },
        { clock: 'respond', do: 'start', limit: limits[input.grade] },
      ],
    }),
  }),
  ignore: action({
    zh: '无须处理',
    from: 'found',
    to: 'ignored',
    by: 'intake.opinion.handle',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { response: input.reason }, clocks: [{ clock: 'grade', do: 'stop' }] }),
  }),
  toCase: action({
    zh: '转案件',
    from: 'graded',
    to: 'same',
    by: 'intake.opinion.handle',
    guard: ({ subject }) =>
      subject.caseNumber && !subject.caseResult ? refuse('intake.in-case', { number: subject.caseNumber }) : undefined,
    form: { description: longText('问题描述', { maxLength: 2000 }) },
    effects: ({ subject, input }) => ({
      set: { caseResult: null },
      facts: [
        say(problemFound, {
          source: 'opinion',
          sourceType: 'intake.opinion',
          sourceId: subject.id,
          description: input.description,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
          photos: [],
          isUrgent: subject.grade === 'major',
        }),
      ],
    }),
  }),
  caseOpened: action({
    zh: '案件已登记',
    from: ['graded', 'responded'],
    to: 'same',
    by: 'system',
    form: { caseNumber: text('案件号') },
    effects: ({ input }) => ({ set: { caseNumber: input.caseNumber } }),
  }),
  caseEnded: action({
    zh: '案件已办结',
    from: ['graded', 'responded'],
    to: 'same',
    by: 'system',
    form: { result: longText('案件结果') },
    effects: ({ input }) => ({ set: { caseResult: input.result } }),
  }),
  respond: action({
    zh: '发布回应',
    from: 'graded',
    to: 'responded',
    by: 'intake.opinion.handle',
    tone: 'primary',
    form: { response: longText('回应', { maxLength: 4000 }) },
    effects: ({ input }) => ({ set: { response: input.response }, clocks: [{ clock: 'respond', do: 'stop' }] }),
  }),
}))
