/** 工作专班 and 百日攻坚: people seconded for a time, with meetings and products; a countdown over tasks by person. */
import {
  addDays,
  choice,
  choices,
  date,
  dayText,
  endOf,
  first,
  flag,
  integer,
  longText,
  number,
  one,
  procedure,
  ref,
  rows,
  text,
  unit,
} from '#kernel'
import { round2 } from '../scoring.ts'
import { notYet, openItems, why } from '../shared.ts'
import { openTasksOf } from './shared.ts'
import { taskLine } from './task.ts'

export const titles = {
  civilized: '文明城市(县城)',
  sanitary: '国家卫生城市(县城)',
  garden: '园林城市',
  forest: '森林城市',
} as const
const member = {
  name: text('姓名', { maxLength: 40 }),
  from: unit('抽调自'),
  isFullTime: flag('脱产').optional(),
} as const
const meeting = {
  heldOn: date('日期'),
  topic: text('议题', { maxLength: 200 }),
  decision: text('议定', { maxLength: 500 }),
} as const
const product = { madeOn: date('日期'), name: text('成果', { maxLength: 200 }) } as const
const forceForm = {
  name: text('专班名称', { maxLength: 60 }),
  campaign: ref('所属攻坚行动', 'evaluation.campaign').optional(),
  leader: text('组长', { maxLength: 40 }),
  duty: longText('职责', { maxLength: 2000 }),
  startOn: date('成立日期'),
  endOn: date('预定撤销日期'),
  members: rows('成员', member),
} as const
export const taskForce = procedure('evaluation.task-force', {
  zh: '工作专班',
  menu: '创建与督办',
  numbering: { prefix: 'ZB', per: 'year', digits: 3 },
  title: 'name',
  help: '到期提醒撤销或延期;没有成果不得撤销',
  fields: {
    ...forceForm,
    name: forceForm.name.searchable(),
    memberCount: integer('人数(含组长)', { min: 1, unit: '人' }).optional(),
    meetings: rows('会议', meeting).optional(),
    products: rows('成果', product).optional(),
    endedOn: date('撤销日期').optional(),
  },
  statuses: {
    running: { zh: '运行中', duty: 'evaluation.manage', taskZh: '专班运行中' },
    expired: { zh: '到期待撤销', duty: 'evaluation.manage', taskZh: '专班到期待撤销' },
    ended: { zh: '已撤销', kind: 'final' },
  },
}).actions((action) => ({
  form: action({
    zh: '成立专班',
    from: 'new',
    to: 'running',
    by: 'evaluation.manage',
    form: forceForm,
    check: ({ input }) =>
      first(
        why(input.endOn <= input.startOn, '撤销日期应晚于成立日期'),
        why(input.members.length === 0, '请列出成员'),
        why(new Set(input.members.map((m) => m.name)).size !== input.members.length, '成员重复'),
      ),
    effects: ({ input }) => ({
      set: { memberCount: input.members.length + 1, meetings: [], products: [] },
      timers: [{ name: 'end', at: endOf(input.endOn), action: 'expire' }],
    }),
  }),
  meet: action({
    zh: '登记会议',
    from: ['running', 'expired'],
    to: 'same',
    by: 'evaluation.manage',
    form: meeting,
    check: ({ input, subject, now }) =>
      first(why(input.heldOn > dayText(now), '会议尚未召开'), why(input.heldOn < subject.startOn, '会议早于专班成立')),
    effects: ({ input, subject }) => ({ set: { meetings: [...(subject.meetings ?? []), input] } }),
  }),
  produce: action({
    zh: '登记成果',
    from: ['running', 'expired'],
    to: 'same',
    by: 'evaluation.manage',
    form: product,
    effects: ({ input, subject }) => ({ set: { products: [...(subject.products ?? []), input] } }),
  }),
  change: action({
    zh: '调整成员',
    from: 'running',
    to: 'same',
    by: 'evaluation.manage',
    form: { members: rows('成员', member), reason: text('理由', { maxLength: 200 }) },
    check: ({ input }) => why(input.members.length === 0, '请列出成员'),
    effects: ({ input }) => ({ set: { members: input.members, memberCount: input.members.length + 1 } }),
  }),
  expire: action({ zh: '到期', from: 'running', to: 'expired', by: 'system' }),
  extend: action({
    zh: '延期',
    from: ['running', 'expired'],
    to: 'running',
    by: 'evaluation.decide',
    form: { endOn: date('延至'), reason: text('理由', { maxLength: 200 }) },
    check: ({ input, subject }) => why(input.endOn <= subject.endOn, '延期应晚于原定日期'),
    effects: ({ input }) => ({
      set: { endOn: input.endOn },
      timers: [{ name: 'end', at: endOf(input.endOn), action: 'expire' }],
    }),
  }),
  end: action({
    zh: '撤销专班',
    from: ['running', 'expired'],
    to: 'ended',
    by: 'evaluation.decide',
    tone: 'danger',
    form: { endedOn: date('撤销日期') },
    guard: ({ subject }) => notYet((subject.products ?? []).length === 0, '专班还没有登记成果,不能撤销'),
    effects: ({ input }) => ({ set: input, timers: [{ name: 'end', at: null, action: 'expire' }] }),
  }),
}))

const campaignForm = {
  name: text('行动名称', { maxLength: 80 }),
  titles: choices('同创称号', titles),
  startOn: date('开始'),
  days: integer('天数', { min: 1, max: 366 }),
} as const
const doneOf = `select count(*)::int as total, (count(*) filter (where status = 'done'))::int as done from evaluation.task where parent_id = $1 and status <> 'cancelled'`
export const campaign = procedure('evaluation.campaign', {
  zh: '同创攻坚行动',
  menu: '创建与督办',
  numbering: { prefix: 'GJ', per: 'year', digits: 3 },
  title: 'name',
  leadingClock: 'countdown',
  help: '每个称号一个专班;倒计时到期未办结的任务全部列出',
  fields: {
    ...campaignForm,
    name: campaignForm.name.searchable(),
    endOn: date('截止').optional(),
    forceCount: integer('专班数', { min: 0 }).optional(),
    taskCount: integer('任务数', { min: 0 }).optional(),
    doneRate: number('完成率', { unit: '%' }).optional(),
    summary: longText('总结', { maxLength: 4000 }).optional(),
    outcome: choice('结果', { done: '如期完成', late: '逾期完成' }).optional(),
  },
  clocks: { countdown: { zh: '攻坚倒计时', limit: { value: 100, unit: 'natural_day' } } },
  statuses: {
    planned: { zh: '组建专班', duty: 'evaluation.manage', taskZh: '攻坚行动待启动' },
    running: { zh: '攻坚中', duty: 'evaluation.manage', taskZh: '攻坚行动进行中' },
    overdue: { zh: '已过截止日', duty: 'evaluation.decide', taskZh: '攻坚行动逾期' },
    ended: { zh: '已总结', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '拟定行动',
    from: 'new',
    to: 'planned',
    by: 'evaluation.manage',
    form: campaignForm,
    check: ({ input }) => why(input.titles.length === 0, '请选择称号'),
    effects: ({ input }) => ({ set: { endOn: addDays(input.startOn, input.days - 1), taskCount: 0 } }),
  }),
  launch: action({
    zh: '启动,开始倒计时',
    from: 'planned',
    to: 'running',
    by: 'evaluation.decide',
    tone: 'primary',
    look: ({ tx, subject }) =>
      one<{ n: number }>(tx, `select count(*)::int as n from evaluation.task_force where campaign = $1 and status = 'running'`, [
        subject.id,
      ]),
    check: ({ found, subject, now }) =>
      first(
        why(dayText(now) < subject.startOn, `行动自${subject.startOn}开始`),
        why(
          (found?.n ?? 0) !== subject.titles.length,
          `${subject.titles.length}个称号须有${subject.titles.length}个运行中的专班,现有${found?.n ?? 0}个`,
        ),
      ),
    effects: ({ found, subject }) => ({
      set: { forceCount: found?.n ?? 0 },
      clocks: [{ clock: 'countdown', do: 'start', dueAt: endOf(subject.endOn ?? subject.startOn) }],
      timers: [{ name: 'end', at: endOf(subject.endOn ?? subject.startOn), action: 'expire' }],
    }),
  }),
  assign: action({
    zh: '下达任务到人',
    from: ['running', 'overdue'],
    to: 'same',
    by: 'evaluation.manage',
    form: { tasks: rows('任务', { ...taskLine, force: text('专班', { maxLength: 60 }) }) },
    check: ({ input, subject }) =>
      first(
        why(input.tasks.length === 0, '请列出任务'),
        why(
          subject.status === 'running' && input.tasks.some((t) => t.dueOn > (subject.endOn ?? '')),
          `任务期限不能晚于攻坚截止日${subject.endOn}`,
        ),
      ),
    effects: ({ input, subject }) => ({
      set: { taskCount: (subject.taskCount ?? 0) + input.tasks.length },
      spawn: input.tasks.map((t) => ({
        procedure: 'evaluation.task',
        input: { ...t, source: 'campaign', sourceName: subject.name },
      })),
    }),
  }),
  expire: action({ zh: '到截止日', from: 'running', to: 'overdue', by: 'system' }),
  end: action({
    zh: '总结',
    from: ['running', 'overdue'],
    to: 'ended',
    by: 'evaluation.decide',
    tone: 'primary',
    form: { summary: longText('总结', { maxLength: 4000 }) },
    look: async ({ tx, subject }) => ({
      open: await openTasksOf(tx, subject.id),
      counts: await one<{ total: number; done: number }>(tx, doneOf, [subject.id]),
    }),
    check: ({ found }) => first(openItems(found.open, '任务'), why((found.counts?.total ?? 0) === 0, '没有下达过任务')),
    effects: ({ found, input, subject }) => ({
      set: {
        ...input,
        outcome: subject.status === 'running' ? 'done' : 'late',
        doneRate: round2((100 * (found.counts?.done ?? 0)) / Math.max(1, found.counts?.total ?? 0)),
      },
      clocks: [{ clock: 'countdown', do: 'stop' }],
      timers: [{ name: 'end', at: null, action: 'expire' }],
    }),
  }),
}))
