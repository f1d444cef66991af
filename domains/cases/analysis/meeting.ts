/**
 * 定期分析研判与工作点评; 小闭环到大闭环: a sheet of what is frequent, where, and what comes back; a meeting whose decisions become
 * list items; and the industry loop, opened when one place or subject keeps producing the same kind of case.
 */
import type { Transaction } from 'kysely'
import { choice, date, integer, json, list, longText, procedure, raw, refuse, text, unit } from '#kernel'

export interface AnalysisSheet {
  readonly total: number
  readonly categories: readonly { readonly key: string; readonly count: number }[]
  readonly streets: readonly { readonly key: string; readonly count: number; readonly overdue: number }[]
  /** Same category in the same community three times or more. */
  readonly repeats: readonly { readonly category: string; readonly areaCode: string; readonly count: number }[]
}
export const analyse = async (tx: Transaction<unknown>, from: string, to: string): Promise<AnalysisSheet> => {
  const range = `r.filed_at >= ($1::date::timestamp at time zone 'Asia/Shanghai') and r.filed_at < ($2::date::timestamp at time zone 'Asia/Shanghai') and r.status <> all (array['cancelled', 'merged', 'not_accepted'])`
  const categories = await raw<{ key: string; count: number }>(
    tx,
    `select category_kind || ':' || category as key, count(*)::int as count from cases."case" r where ${range} group by 1 order by 2 desc, 1 limit 10`,
    [from, to],
  )
  const streets = await raw<{ key: string; count: number; overdue: number }>(
    tx,
    `select left(area_code, 9) as key, count(*)::int as count, (count(*) filter (where handled_at > handle_due_at))::int as overdue from cases."case" r where ${range} group by 1 order by 2 desc, 1`,
    [from, to],
  )
  const repeats = await raw<{ category: string; areaCode: string; count: number }>(
    tx,
    `select category_kind || ':' || category as category, left(area_code, 12) as "areaCode", count(*)::int as count from cases."case" r where ${range} group by 1, 2 having count(*) >= 3 order by 3 desc, 1 limit 20`,
    [from, to],
  )
  return {
    total: streets.rows.reduce((n, s) => n + s.count, 0),
    categories: categories.rows,
    streets: streets.rows,
    repeats: repeats.rows,
  }
}

export const meetingProcedure = procedure('cases.meeting', {
  zh: '分析研判会',
  menu: '督办',
  numbering: { prefix: 'H', per: 'year', digits: 3 },
  title: 'name',
  fields: {
    name: text('会议名称', { maxLength: 100 }).searchable(),
    from: date('分析期起'),
    to: date('分析期止(不含)'),
    sheet: json<AnalysisSheet>('分析表'),
    comments: longText('点评', { maxLength: 4000 }).optional(),
    decisionCount: integer('议定事项', { min: 0 }),
  },
  statuses: {
    prepared: { zh: '已分析', duty: 'cases.meeting.hold', taskZh: '待召开研判会' },
    held: { zh: '已点评', duty: 'cases.meeting.hold', taskZh: '待结束研判会' },
    ended: { zh: '已结束', kind: 'final' },
  },
}).actions((action) => ({
  prepare: action({
    zh: '生成分析表',
    from: 'new',
    to: 'prepared',
    by: 'cases.meeting.hold',
    form: { name: text('会议名称', { maxLength: 100 }), from: date('分析期起'), to: date('分析期止(不含)') },
    look: (ctx) => analyse(ctx.tx, ctx.input.from, ctx.input.to),
    check: ({ input }) => (input.to > input.from ? undefined : refuse('kernel.check', { rule: '止日应晚于起日' })),
    effects: ({ found }) => ({ set: { sheet: found, decisionCount: 0 } }),
  }),
  hold: action({
    zh: '召开并点评',
    from: 'prepared',
    to: 'held',
    by: 'cases.meeting.hold',
    tone: 'primary',
    form: { comments: longText('点评', { maxLength: 4000 }) },
    effects: ({ input }) => ({ set: { comments: input.comments } }),
  }),
  decide: action({
    zh: '议定事项转任务',
    from: 'held',
    to: 'same',
    by: 'cases.meeting.hold',
    form: {
      problem: longText('事项', { maxLength: 1000 }),
      unit: unit('责任单位'),
      measures: longText('要求', { maxLength: 2000 }),
      dueOn: date('完成日期'),
    },
    effects: ({ subject, input }) => ({
      set: { decisionCount: subject.decisionCount + 1 },
      spawn: [{ procedure: 'cases.item', input }],
    }),
  }),
  end: action({ zh: '结束', from: 'held', to: 'ended', by: 'cases.meeting.hold', tone: 'primary' }),
}))

export const industryMeasures = { talk: '约谈', credit: '信用记录', permit: '许可核查', special: '专项整治' } as const
/** 大闭环: the repeated small cases of one subject or place, and what the industry did about them; linked both ways. */
export const industryProcedure = procedure('cases.industry', {
  zh: '行业联动',
  menu: '督办',
  numbering: { prefix: 'U', per: 'year', digits: 4 },
  title: 'subjectName',
  leadingClock: 'answer',
  fields: {
    subjectName: text('对象(企业、场所、路段)', { maxLength: 100 }).searchable(),
    category: text('问题类别', { maxLength: 20 }),
    cases: list('关联案件号'),
    unit: unit('行业主管单位'),
    measure: choice('措施', industryMeasures).optional(),
    result: longText('处理结果', { maxLength: 2000 }).optional(),
    effect: choice('成效', { better: '明显好转', same: '无变化', worse: '加重' }).optional(),
  },
  clocks: { answer: { zh: '行业处理', limit: { value: 10, unit: 'work_day' } } },
  statuses: {
    raised: { zh: '已提请', duty: 'cases.handle', ofUnit: true, taskZh: '待处理行业联动' },
    acted: { zh: '已采取措施', duty: 'cases.supervise', taskZh: '待评成效行业联动' },
    closed: { zh: '已闭环', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '提请行业处理',
    from: 'new',
    to: 'raised',
    by: 'cases.supervise',
    form: {
      subjectName: text('对象', { maxLength: 100 }),
      category: text('问题类别', { maxLength: 20 }),
      cases: list('关联案件号'),
      unit: unit('行业主管单位'),
    },
    check: ({ input }) =>
      Array.isArray(input.cases) && input.cases.length >= 3
        ? undefined
        : refuse('kernel.check', { rule: '同类案件三件以上方可提请' }),
    effects: ({ input }) => ({
      set: { unitId: input.unit },
      clocks: [{ clock: 'answer', do: 'start' }],
      assign: { unitId: input.unit },
    }),
  }),
  act: action({
    zh: '采取措施',
    from: 'raised',
    to: 'acted',
    by: 'cases.handle',
    tone: 'primary',
    form: { measure: choice('措施', industryMeasures), result: longText('处理结果', { maxLength: 2000 }) },
    effects: ({ input }) => ({
      set: { measure: input.measure, result: input.result },
      clocks: [{ clock: 'answer', do: 'stop' }],
    }),
  }),
  close: action({
    zh: '评成效并闭环',
    from: 'acted',
    to: 'closed',
    by: 'cases.supervise',
    tone: 'primary',
    form: { effect: choice('成效', { better: '明显好转', same: '无变化', worse: '加重' }) },
    check: ({ input }) =>
      input.effect === 'worse' ? refuse('kernel.check', { rule: '加重的不能闭环,请退回再处理' }) : undefined,
    effects: ({ input }) => ({ set: { effect: input.effect } }),
  }),
  again: action({
    zh: '无成效,再处理',
    from: 'acted',
    to: 'raised',
    by: 'cases.supervise',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject }) => ({ clocks: [{ clock: 'answer', do: 'start' }], assign: { unitId: subject.unitId ?? undefined } }),
  }),
}))
