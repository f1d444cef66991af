/** Written instructions and assigned problems: a text from above, a deadline, a handler, evidence, and the end (销号) that only the one who gave it declares. */

import { problemFound } from '#catalogue/facts.ts'
import { choice, date, files, instant, integer, longText, procedure, say, text, unit } from '#kernel'

export const assignmentSources = {
  instruction: '领导批示',
  superior: '市、区交办',
  eco: '生态环保督察',
  superiorCheck: '上级督查检查',
  grassroots: '一下三民',
} as const
export const assignmentLevels = { city: '市级', district: '区级', province: '省级', central: '中央', bureau: '本局' } as const

/** One item: 批示件, 交办问题, 督察问题, 督查隐患, 认领问题. Counted apart by source, level and round. */
export const assignmentProcedure = procedure('intake.assignment', {
  zh: '交办批示件',
  menu: '诉求',
  numbering: { prefix: 'P', per: 'year', digits: 4 },
  title: 'title',
  leadingClock: 'finish',
  mirror: { finish: { dueAt: 'finishDueAt', stoppedAt: 'finishedAt' } },
  fields: {
    source: choice('来源', assignmentSources),
    level: choice('层级', assignmentLevels),
    document: text('文号', { maxLength: 80 }).optional().searchable(),
    round: text('批次、轮次', { maxLength: 40 }).optional(),
    title: text('问题(事项)', { maxLength: 200 }).searchable(),
    content: longText('内容', { maxLength: 4000 }),
    leader: text('批示、交办人', { maxLength: 50 }).optional(),
    unit: unit('责任单位'),
    measures: longText('整改措施', { maxLength: 4000 }).optional(),
    dueOn: date('要求完成日期'),
    finishDueAt: instant('完成期限').optional(),
    finishedAt: instant('完成时间').optional(),
    reply: longText('办结报告', { maxLength: 4000 }).optional(),
    evidence: files(0, '佐证材料').optional(),
    sendBackCount: integer('退回次数', { min: 0 }),
  },
  clocks: { finish: { zh: '办理', limit: { value: 10, unit: 'work_day' }, basis: '交办文件规定的期限' } },
  statuses: {
    issued: { zh: '待签收', duty: 'intake.handle', ofUnit: true, taskZh: '待签收交办件' },
    rectifying: { zh: '整改中', duty: 'intake.handle', ofUnit: true, taskZh: '待整改交办件' },
    rectified: { zh: '已整改', duty: 'intake.assignment.judge', taskZh: '待销号交办件' },
    cleared: { zh: '已销号', kind: 'final' },
    withdrawn: { zh: '已撤销', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '交办',
    from: 'new',
    to: 'issued',
    by: 'intake.assignment.judge',
    form: {
      source: choice('来源', assignmentSources),
      level: choice('层级', assignmentLevels),
      document: text('文号', { maxLength: 80 }).optional(),
      round: text('批次、轮次', { maxLength: 40 }).optional(),
      title: text('问题(事项)', { maxLength: 200 }),
      content: longText('内容', { maxLength: 4000 }),
      leader: text('批示、交办人', { maxLength: 50 }).optional(),
      unit: unit('责任单位'),
      dueOn: date('要求完成日期'),
    },
    effects: ({ input, subject }) => ({
      set: { unitId: input.unit, sendBackCount: 0 },
      clocks: [{ clock: 'finish', do: 'start', dueAt: new Date(`${input.dueOn}T23:59:59+08:00`) }],
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `${assignmentSources[input.source]} ${subject.number}:${input.title}` }],
    }),
  }),
  sign: action({
    zh: '签收并报措施',
    from: 'issued',
    to: 'rectifying',
    by: 'intake.handle',
    tone: 'primary',
    form: { measures: longText('整改措施', { maxLength: 4000 }) },
    effects: ({ input, subject }) => ({ set: { measures: input.measures }, assign: { unitId: subject.unitId ?? undefined } }),
  }),
  toCase: action({
    zh: '转案件处置',
    from: 'rectifying',
    to: 'same',
    by: 'intake.handle',
    help: '需要现场处置的问题进入案件流程,本件照常计时。',
    form: { description: longText('问题描述', { maxLength: 2000 }) },
    effects: ({ input, subject }) => ({
      facts: [
        say(problemFound, {
          source: subject.source,
          sourceType: 'intake.assignment',
          sourceId: subject.id,
          description: input.description,
          areaCode: subject.areaCode,
          lon: subject.lon,
          lat: subject.lat,
          photos: [],
          isUrgent: false,
        }),
      ],
    }),
  }),
  rectified: action({
    zh: '报整改完成',
    from: 'rectifying',
    to: 'rectified',
    by: 'intake.handle',
    tone: 'primary',
    form: { reply: longText('办结报告', { maxLength: 4000 }), evidence: files(0, '佐证材料').optional() },
    effects: ({ input }) => ({
      set: { reply: input.reply, evidence: input.evidence ?? [] },
      clocks: [{ clock: 'finish', do: 'stop' }],
    }),
  }),
  clear: action({ zh: '销号', from: 'rectified', to: 'cleared', by: 'intake.assignment.judge', tone: 'primary' }),
  sendBack: action({
    zh: '整改不到位,退回',
    from: 'rectified',
    to: 'rectifying',
    by: 'intake.assignment.judge',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject }) => ({
      set: { sendBackCount: subject.sendBackCount + 1 },
      clocks: [{ clock: 'finish', do: 'start', dueAt: new Date(`${subject.dueOn}T23:59:59+08:00`) }],
      assign: { unitId: subject.unitId ?? undefined },
    }),
  }),
  withdraw: action({
    zh: '撤销',
    from: ['issued', 'rectifying'],
    to: 'withdrawn',
    by: 'intake.assignment.judge',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: () => ({ clocks: [{ clock: 'finish', do: 'cancel' }] }),
  }),
}))
