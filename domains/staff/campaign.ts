/** “强转树”提升行动: tasks under 强基础、转作风、树形象 by unit, inspections with problems put right, examples. */
import {
  choice,
  date,
  dayText,
  didBefore,
  endOf,
  files,
  first,
  integer,
  longText,
  many,
  procedure,
  ref,
  repeated,
  rows,
  text,
  unit,
} from '#kernel'
import { notYet, why } from './shared.ts'

export const groups = { base: '强基础', style: '转作风', image: '树形象' } as const
const item = {
  group: choice('项目', groups),
  name: text('任务', { maxLength: 100 }),
  unit: unit('责任单位'),
  dueOn: date('期限'),
} as const
const form = {
  name: text('行动', { maxLength: 80 }),
  fromOn: date('起'),
  toOn: date('止'),
  items: rows('任务', item),
} as const
const exampleLine = {
  on: text('日期', { maxLength: 10 }),
  group: choice('项目', groups),
  who: text('典型', { maxLength: 80 }),
  what: text('事迹', { maxLength: 300 }),
} as const
export const campaign = procedure('staff.campaign', {
  zh: '“强转树”提升行动',
  menu: '队伍建设',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'QZ', per: 'year', digits: 2 },
  help: '强基础、转作风、树形象三项都要有任务;督查发现的问题与任务一样整改销号;没有督查、没有典型或有未销号的不能总结。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    inspections: integer('督查', { unit: '次' }),
    problems: integer('发现问题', { unit: '个' }),
    examples: rows('典型', exampleLine),
    exampleCount: integer('典型', { unit: '个' }),
    summary: longText('总结', { maxLength: 4000 }).optional(),
  },
  statuses: {
    running: { zh: '进行中', duty: 'staff.manage', taskZh: '强转树行动进行中' },
    ended: { zh: '已总结', kind: 'final' },
  },
}).actions((action) => ({
  launch: action({
    zh: '部署',
    from: 'new',
    to: 'running',
    by: 'staff.manage',
    form,
    check: ({ input }) => {
      const missing = (Object.keys(groups) as (keyof typeof groups)[]).find((g) => !input.items.some((i) => i.group === g))
      return first(
        why(input.toOn <= input.fromOn, '止应晚于起'),
        why(Boolean(missing), `“${missing ? groups[missing] : ''}”没有任务`),
        why(repeated(input.items.map((i) => `${i.name}${i.unit}`)) !== undefined, '任务重复'),
        why(
          input.items.some((i) => i.dueOn < input.fromOn || i.dueOn > input.toOn),
          '期限应在行动期内',
        ),
      )
    },
    effects: ({ input, subject }) => ({
      set: { inspections: 0, problems: 0, examples: [], exampleCount: 0 },
      spawn: input.items.map((i) => ({
        procedure: 'staff.campaign-task',
        input: { ...i, campaign: subject.id, kind: 'task' },
      })),
    }),
  }),
  inspect: action({
    zh: '登记督查',
    from: 'running',
    to: 'same',
    by: 'staff.inspect',
    form: {
      what: text('督查情况', { maxLength: 300 }),
      problems: rows('发现的问题', item).optional(),
      proof: files(1, '督查记录'),
    },
    check: ({ input, now }) =>
      why(
        (input.problems ?? []).some((p) => p.dueOn < dayText(now)),
        '整改期限不能早于今天',
      ),
    effects: ({ input, subject }) => ({
      set: { inspections: subject.inspections + 1, problems: subject.problems + (input.problems ?? []).length },
      spawn: (input.problems ?? []).map((p) => ({
        procedure: 'staff.campaign-task',
        input: { ...p, campaign: subject.id, kind: 'problem' },
      })),
    }),
  }),
  example: action({
    zh: '推出典型',
    from: 'running',
    to: 'same',
    by: 'staff.manage',
    form: { group: exampleLine.group, who: exampleLine.who, what: exampleLine.what },
    effects: ({ input, subject, now }) => ({
      set: { examples: [...subject.examples, { on: dayText(now), ...input }], exampleCount: subject.exampleCount + 1 },
    }),
  }),
  end: action({
    zh: '总结',
    from: 'running',
    look: ({ tx, subject }) =>
      many<{ name: string }>(
        tx,
        'select name from staff.campaign_task where campaign = $1 and closed_at is null order by number',
        [subject.id],
      ),
    to: 'ended',
    by: 'staff.manage',
    tone: 'primary',
    form: { summary: longText('总结', { maxLength: 4000 }) },
    check: ({ found, subject }) =>
      first(
        notYet(found.length > 0, `还没有销号:${found.map((f) => f.name).join('、')}`),
        notYet(subject.inspections === 0, '还没有督查'),
        notYet(subject.exampleCount === 0, '还没有典型'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
}))
const taskForm = {
  ...item,
  campaign: ref('行动', 'staff.campaign'),
  kind: choice('类型', { task: '任务', problem: '问题整改' }),
} as const
export const campaignTask = procedure('staff.campaign-task', {
  zh: '“强转树”任务与问题',
  menu: '队伍建设',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'QR', per: 'year', digits: 4 },
  fields: {
    ...taskForm,
    name: taskForm.name.searchable(),
    isLate: choice('逾期', { yes: '是', no: '否' }),
    result: longText('完成(整改)情况', { maxLength: 1000 }).optional(),
    returns: integer('退回', { unit: '次' }),
    doneOn: date('销号日期').optional(),
  },
  statuses: {
    open: { zh: '办理中', duty: 'staff.unit', taskZh: '强转树任务待办', ofUnit: true },
    reported: { zh: '待核', duty: 'staff.inspect', taskZh: '强转树任务待核' },
    done: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  assign: action({
    zh: '下达',
    from: 'new',
    to: 'open',
    by: 'system',
    form: taskForm,
    effects: ({ input }) => ({
      set: { isLate: 'no', returns: 0, unitId: input.unit },
      assign: { unitId: input.unit },
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'pass' }],
    }),
  }),
  pass: action({ zh: '逾期', from: 'open', to: 'same', by: 'system', effects: () => ({ set: { isLate: 'yes' } }) }),
  report: action({
    zh: '报完成',
    from: 'open',
    to: 'reported',
    by: 'staff.unit',
    tone: 'primary',
    form: { result: longText('完成(整改)情况', { maxLength: 1000 }), proof: files(1, '佐证材料') },
    effects: ({ input }) => ({ set: { result: input.result }, timers: [{ name: 'due', at: null, action: 'pass' }] }),
  }),
  check: action({
    zh: '核实',
    from: 'reported',
    to: ({ input }) => (input.isOk === 'yes' ? 'done' : 'open'),
    by: 'staff.inspect',
    tone: 'primary',
    form: { isOk: choice('结论', { yes: '销号', no: '退回' }) },
    guard: ({ past, actor }) => notYet(didBefore(past, 'report', actor), '报完成的人不能核实'),
    effects: ({ input, subject, now }) =>
      input.isOk === 'yes'
        ? { set: { doneOn: dayText(now) } }
        : { set: { returns: subject.returns + 1 }, assign: { unitId: subject.unit } },
  }),
}))
