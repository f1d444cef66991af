/** 督办任务(销号): what a meeting, a campaign or a self-check asks of a unit, by a day; overdue goes to supervision, done is signed off. */
import { choice, date, dayText, endOf, files, first, instant, integer, longText, one, procedure, text, unit } from '#kernel'
import { notYet, why } from '../shared.ts'

export const taskSources = { review: '季度点评会', campaign: '攻坚行动', title: '称号创建', other: '领导交办' } as const
const form = {
  title: text('任务', { maxLength: 200 }),
  source: choice('来源', taskSources),
  sourceName: text('来源名称', { maxLength: 100 }),
  unit: unit('责任单位'),
  owner: text('责任人', { maxLength: 60 }),
  force: text('专班', { maxLength: 60 }).optional(),
  dueOn: date('完成期限'),
} as const
/** The columns of a line in which tasks are handed out. */
export const taskLine = {
  title: text('任务', { maxLength: 200 }),
  unit: unit('责任单位'),
  owner: text('责任人', { maxLength: 60 }),
  dueOn: date('完成期限'),
} as const
export const taskProcedure = procedure('evaluation.task', {
  zh: '督办任务',
  menu: '创建与督办',
  numbering: { prefix: 'DB', per: 'year', digits: 5 },
  title: 'title',
  leadingClock: 'finish',
  mirror: { finish: { dueAt: 'finishDueAt', stoppedAt: 'finishedAt' } },
  help: '逾期自动转督办;核实后销号',
  fields: {
    ...form,
    title: form.title.searchable(),
    result: longText('完成情况', { maxLength: 2000 }).optional(),
    proof: files(0, '佐证材料').optional(),
    urgedTimes: integer('督办次数', { min: 0, unit: '次' }).optional(),
    finishDueAt: instant('期限').optional(),
    finishedAt: instant('报完成时间').optional(),
  },
  clocks: { finish: { zh: '完成', limit: { value: 1, unit: 'natural_day' } } },
  statuses: {
    open: { zh: '办理中', duty: 'evaluation.carry', taskZh: '督办任务待办', ofUnit: true },
    urged: { zh: '逾期督办', duty: 'evaluation.carry', taskZh: '逾期督办任务', ofUnit: true },
    reported: { zh: '待销号', duty: 'evaluation.manage', taskZh: '督办任务待销号' },
    done: { zh: '已销号', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '交办',
    from: 'new',
    to: 'open',
    by: 'evaluation.manage',
    form,
    check: ({ input, now }) => why(input.dueOn < dayText(now), '完成期限不能早于今天'),
    effects: ({ input }) => ({
      set: { unitId: input.unit, urgedTimes: 0 },
      assign: { unitId: input.unit },
      clocks: [{ clock: 'finish', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'urge', at: endOf(input.dueOn), action: 'urge' }],
      notify: [{ unitId: input.unit, zh: `${input.sourceName}交办:${input.title},${input.dueOn}前完成` }],
    }),
  }),
  urge: action({
    zh: '逾期转督办',
    from: 'open',
    to: 'urged',
    by: 'system',
    effects: ({ subject }) => ({
      set: { urgedTimes: (subject.urgedTimes ?? 0) + 1 },
      notify: [{ unitId: subject.unit, zh: `督办:${subject.title}已逾期` }],
    }),
  }),
  report: action({
    zh: '报完成',
    from: ['open', 'urged'],
    to: 'reported',
    by: 'evaluation.carry',
    tone: 'primary',
    form: { result: longText('完成情况', { maxLength: 2000 }), proof: files(0, '佐证材料').optional() },
    effects: ({ input }) => ({
      set: input,
      clocks: [{ clock: 'finish', do: 'stop' }],
      timers: [{ name: 'urge', at: null, action: 'urge' }],
    }),
  }),
  sign: action({
    zh: '核实销号',
    from: 'reported',
    to: 'done',
    by: 'evaluation.manage',
    tone: 'primary',
    isBulk: true,
    help: '与党建同部署的任务,党建部分检查通过后才能销号',
    look: ({ tx, subject }) =>
      one<{ number: string }>(tx, `select number from party.joint_task where task = $1 and status = 'deployed' limit 1`, [
        subject.id,
      ]),
    check: ({ found }) => notYet(Boolean(found), `同部署事项${found?.number ?? ''}的党建部分还没有检查通过`),
  }),
  redo: action({
    zh: '未完成,退回',
    from: 'reported',
    to: 'open',
    by: 'evaluation.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }), dueOn: date('新的期限') },
    check: ({ input, now }) => first(why(input.dueOn < dayText(now), '期限不能早于今天')),
    effects: ({ input, subject }) => ({
      set: { dueOn: input.dueOn },
      assign: { unitId: subject.unit },
      clocks: [{ clock: 'finish', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'urge', at: endOf(input.dueOn), action: 'urge' }],
    }),
  }),
  cancel: action({
    zh: '取消任务',
    from: ['open', 'urged'],
    to: 'cancelled',
    by: 'evaluation.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: () => ({
      clocks: [{ clock: 'finish', do: 'cancel' }],
      timers: [{ name: 'urge', at: null, action: 'urge' }],
    }),
  }),
}))
