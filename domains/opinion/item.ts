/** 舆情处置: collected, deduplicated, graded, routed, answered within its limit, closed; tied to the case and the report it became. */
import { problemFound } from '#catalogue/facts.ts'
import { choice, dayText, flag, instant, integer, longText, person, procedure, raw, ref, refuse, say, text, unit } from '#kernel'
import { tones, topics } from './registers.ts'

export const grades = { general: '一般', larger: '较大', major: '重大' } as const
const form = {
  title: text('标题', { maxLength: 200 }),
  outlet: ref('媒体', 'opinion.outlet'),
  url: text('链接', { maxLength: 300, pattern: { source: '^https?://', zh: '链接应以 http:// 或 https:// 开头' } }),
  summary: longText('内容摘要', { maxLength: 4000 }),
  tone: choice('倾向', tones),
  topic: choice('主题', topics),
} as const
/** Titles are compared without punctuation and space. */
export const titleKey = (title: string): string => title.replaceAll(/[\s\p{P}\p{S}]/gu, '').toLowerCase()
const replyHours = (parameter: (name: string) => number, grade: keyof typeof grades): number =>
  parameter(`opinion.reply-${grade}`)
export const itemProcedure = procedure('opinion.item', {
  zh: '舆情处置',
  menu: '舆情',
  numbering: { prefix: 'YQ', per: 'year', digits: 5 },
  title: 'title',
  leadingClock: 'reply',
  mirror: { reply: { dueAt: 'replyDueAt', stoppedAt: 'repliedAt' } },
  help: '同一链接或七日内相同标题自动并入先收集的一件;较大、重大的回复须领导批准',
  fields: {
    ...form,
    title: form.title.searchable(),
    titleKey: text('标题指纹', { maxLength: 200 }),
    mergedInto: ref('并入', 'opinion.item').optional(),
    grade: choice('等级', grades).optional(),
    unit: unit('承办单位').optional(),
    demand: text('办理要求', { maxLength: 500 }).optional(),
    reply: longText('回复口径与处置结果', { maxLength: 4000 }).optional(),
    replier: person('回复人').optional(),
    caseNumber: text('关联案件', { maxLength: 40 }).optional(),
    report: ref('关联专报', 'reports.report').optional(),
    effect: choice('效果', { calmed: '平息', continuing: '仍在传播', turned: '转为正面' }).optional(),
    replyDueAt: instant('回复期限').optional(),
    repliedAt: instant('回复时间').optional(),
    backTimes: integer('退回次数', { min: 0, unit: '次' }).optional(),
    isCase: flag('已转案件').optional(),
  },
  clocks: { reply: { zh: '回复', basis: '城管系统舆情管理办法(示例)' } },
  statuses: {
    collected: { zh: '待研判定级', duty: 'opinion.watch', taskZh: '舆情待研判' },
    routed: { zh: '待回复', duty: 'opinion.reply', taskZh: '舆情待回复', ofUnit: true },
    drafted: { zh: '回复待批准', duty: 'opinion.lead', taskZh: '舆情回复待批准' },
    replied: { zh: '已回复,待办结', duty: 'opinion.watch', taskZh: '舆情待办结' },
    closed: { zh: '已办结', kind: 'final' },
    merged: { zh: '重复,已并入', kind: 'final' },
    ignored: { zh: '与本局无关', kind: 'final' },
  },
}).actions((action) => ({
  collect: action({
    zh: '收集',
    from: 'new',
    by: 'opinion.watch',
    form,
    look: async ({ tx, input, now, kernel, subject }) => {
      const day = dayText(now)
      const days = kernel.parameters.value(subject.district, 'opinion.same-days', day)
      const { rows } = await raw<{ id: string }>(
        tx,
        `select id from opinion.item where merged_into is null and status <> 'ignored' and (url = $1 or (title_key = $2 and created_at > $3::timestamptz - $4::int * interval '1 day')) order by created_at limit 1`,
        [input.url, titleKey(input.title), now, days],
      )
      return rows[0]
    },
    to: ({ found }) => (found ? 'merged' : 'collected'),
    effects: ({ found, input }) => ({
      set: { titleKey: titleKey(input.title), mergedInto: found?.id ?? null, backTimes: 0, isCase: false },
    }),
  }),
  grade: action({
    zh: '定级转办',
    from: 'collected',
    to: 'routed',
    by: 'opinion.watch',
    tone: 'primary',
    form: {
      grade: choice('等级', grades),
      unit: unit('承办单位'),
      demand: text('办理要求', { maxLength: 500 }),
    },
    effects: ({ input, parameter, now }) => ({
      set: { ...input, unitId: input.unit },
      assign: { unitId: input.unit },
      clocks: [
        {
          clock: 'reply',
          do: 'start',
          limit: { value: replyHours(parameter, input.grade), unit: 'urgent_hour' },
          dueAt: new Date(now.getTime() + replyHours(parameter, input.grade) * 3_600_000),
        },
      ],
      notify: [{ unitId: input.unit, zh: `${grades[input.grade]}舆情待回复,${replyHours(parameter, input.grade)}小时内` }],
    }),
  }),
  ignore: action({
    zh: '与本局无关',
    from: 'collected',
    to: 'ignored',
    by: 'opinion.watch',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
  toCase: action({
    zh: '转为案件',
    from: ['collected', 'routed'],
    to: 'same',
    by: 'opinion.watch',
    form: { description: longText('问题描述', { maxLength: 2000 }), address: text('地点', { maxLength: 200 }) },
    help: '转入案件流程,案件立号后自动关联',
    guard: ({ subject }) => (subject.isCase ? refuse('opinion.not-yet', { why: '已经转为案件' }) : undefined),
    effects: ({ input, subject }) => ({
      set: { isCase: true },
      ...(subject.unit ? { assign: { unitId: subject.unit } } : {}),
      facts: [
        say(problemFound, {
          source: 'opinion',
          sourceType: 'opinion.item',
          sourceId: subject.id,
          outsideNumber: subject.number,
          description: `舆情:${input.description}`,
          address: input.address,
          areaCode: subject.areaCode,
          photos: [],
          isUrgent: false,
        }),
      ],
    }),
  }),
  linkCase: action({
    zh: '关联案件',
    from: ['collected', 'routed', 'drafted', 'replied', 'closed'],
    to: 'same',
    by: 'system',
    form: { caseNumber: text('案件', { maxLength: 40 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  reply: action({
    zh: '回复',
    from: 'routed',
    to: ({ subject }) => (subject.grade === 'general' ? 'replied' : 'drafted'),
    by: 'opinion.reply',
    tone: 'primary',
    form: { reply: longText('回复口径与处置结果', { maxLength: 4000 }) },
    effects: ({ input, subject, actor }) => ({
      set: { ...input, replier: actor.id },
      clocks: subject.grade === 'general' ? [{ clock: 'reply', do: 'stop' }] : [],
    }),
  }),
  approve: action({
    zh: '批准回复',
    from: 'drafted',
    to: 'replied',
    by: 'opinion.lead',
    tone: 'primary',
    guard: ({ subject, actor }) => (actor.id === subject.replier ? refuse('opinion.same-hand') : undefined),
    effects: () => ({ clocks: [{ clock: 'reply', do: 'stop' }] }),
  }),
  sendBack: action({
    zh: '退回重拟',
    from: 'drafted',
    to: 'routed',
    by: 'opinion.lead',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ subject }) => ({
      set: { backTimes: (subject.backTimes ?? 0) + 1 },
      ...(subject.unit ? { assign: { unitId: subject.unit } } : {}),
    }),
  }),
  close: action({
    zh: '办结',
    from: 'replied',
    to: ({ input }) => (input.effect === 'continuing' ? 'replied' : 'closed'),
    by: 'opinion.watch',
    tone: 'primary',
    form: {
      effect: choice('效果', { calmed: '平息', continuing: '仍在传播', turned: '转为正面' }),
      report: ref('关联专报(重大须填)', 'reports.report').optional(),
    },
    help: '仍在传播的不办结,继续跟踪',
    check: ({ input, subject }) =>
      subject.grade === 'major' && input.effect !== 'continuing' && !input.report
        ? refuse('opinion.field', { why: '重大舆情办结须关联专报' })
        : undefined,
    effects: ({ input }) => ({ set: input }),
  }),
}))
