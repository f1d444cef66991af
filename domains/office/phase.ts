/** 平台二期: a phase with modules, each used, mended and accepted; a smart application is piloted in towns before go or no-go. */
import { area, choice, date, dayText, endOf, first, integer, longText, money, number, procedure, ref, rows, text } from '#kernel'
import { countOf, mean, notYet, openItems, why } from './shared.ts'

export const phaseKinds = { platform: '城市综合管理服务平台', smart: '智慧应用平台' } as const
const form = {
  name: text('期次', { maxLength: 80 }),
  kind: choice('类别', phaseKinds),
  budgetFen: money('预算'),
  finishBy: date('计划完成'),
  modules: rows('模块', { name: text('模块', { maxLength: 60 }), vendor: text('承建单位', { maxLength: 80 }) }),
} as const
const town = { street: area('试点街道(镇)代码'), name: text('名称', { maxLength: 40 }) } as const
const feedback = {
  street: area('街道(镇)'),
  opinion: text('意见', { maxLength: 300 }),
  satisfaction: integer('满意度(1至5)', { min: 1, max: 5 }),
} as const
const training = {
  heldOn: date('日期'),
  topic: text('内容', { maxLength: 100 }),
  people: integer('人数', { min: 1, unit: '人' }),
} as const
export const phase = procedure('office.phase', {
  zh: '平台建设期',
  menu: '信息化',
  numbering: { prefix: 'PQ', per: 'year', digits: 3 },
  title: 'name',
  leadingClock: 'build',
  help: '模块逐个验收;智慧应用须先试点、收集反馈,再决定推广或停止,培训后办结',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    towns: rows('试点街道(镇)', town).optional(),
    pilotUntil: date('试点至').optional(),
    feedbacks: rows('试点反馈', feedback).optional(),
    satisfaction: number('试点平均满意度').optional(),
    decision: choice('决定', { go: '推广', stop: '停止' }).optional(),
    reason: longText('决定理由', { maxLength: 1000 }).optional(),
    trainings: rows('培训', training).optional(),
    trained: integer('培训人次', { min: 0, unit: '人次' }).optional(),
  },
  clocks: { build: { zh: '建设', limit: { value: 1, unit: 'natural_day' } } },
  statuses: {
    building: { zh: '建设中', duty: 'office.manage', taskZh: '平台建设中' },
    piloting: { zh: '试点中', duty: 'office.decide', taskZh: '试点待决定' },
    rolling: { zh: '推广培训', duty: 'office.manage', taskZh: '推广培训待办结' },
    done: { zh: '已建成', kind: 'final' },
    stopped: { zh: '已停止', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '启动建设',
    from: 'new',
    to: 'building',
    by: 'office.manage',
    form,
    check: ({ input, now }) =>
      first(why(input.modules.length === 0, '请列出模块'), why(input.finishBy <= dayText(now), '计划完成应晚于今天')),
    effects: ({ input, subject }) => ({
      set: { feedbacks: [], trainings: [], trained: 0 },
      clocks: [{ clock: 'build', do: 'start', dueAt: endOf(input.finishBy) }],
      spawn: input.modules.map((m) => ({ procedure: 'office.module', input: { ...m, phase: subject.id, kind: input.kind } })),
    }),
  }),
  pilot: action({
    zh: '选定试点',
    from: 'building',
    to: 'piloting',
    by: 'office.manage',
    form: { towns: rows('试点街道(镇)', town), pilotUntil: date('试点至') },
    guard: ({ subject }) => notYet(subject.kind !== 'smart', '只有智慧应用须试点'),
    look: ({ tx, subject }) =>
      countOf(tx, `select count(*)::int as n from office.module where phase = $1 and status <> 'accepted'`, [subject.id]),
    check: ({ found, input, now }) =>
      first(
        openItems(found, '模块验收'),
        why(input.towns.length === 0, '请选试点街道(镇)'),
        why(input.pilotUntil <= dayText(now), '试点截止应晚于今天'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  feedback: action({
    zh: '报试点反馈',
    from: 'piloting',
    to: 'same',
    by: 'office.carry',
    form: feedback,
    check: ({ input, subject }) => why(!(subject.towns ?? []).some((t) => t.street === input.street), '该街道不在试点范围'),
    effects: ({ input, subject }) => {
      const feedbacks = [...(subject.feedbacks ?? []), input]
      return { set: { feedbacks, satisfaction: mean(feedbacks.map((f) => f.satisfaction)) } }
    },
  }),
  decide: action({
    zh: '决定推广或停止',
    from: 'piloting',
    to: ({ input }) => (input.decision === 'go' ? 'rolling' : 'stopped'),
    by: 'office.decide',
    tone: 'primary',
    form: {
      decision: choice('决定', { go: '推广', stop: '停止' }),
      reason: longText('理由', { maxLength: 1000 }),
    },
    check: ({ input, subject, parameter }) => {
      const silent = (subject.towns ?? []).find((t) => !(subject.feedbacks ?? []).some((f) => f.street === t.street))
      return first(
        notYet(silent !== undefined, `${silent?.name ?? ''}还没有反馈`),
        why(
          input.decision === 'go' && (subject.satisfaction ?? 0) < parameter('office.pilot-satisfaction'),
          `试点平均满意度${subject.satisfaction},低于${parameter('office.pilot-satisfaction')},不能推广`,
        ),
      )
    },
    effects: ({ input }) => ({
      set: input,
      clocks: [{ clock: 'build', do: input.decision === 'go' ? 'stop' : 'cancel' }],
    }),
  }),
  train: action({
    zh: '登记培训',
    from: ['building', 'rolling'],
    to: 'same',
    by: 'office.manage',
    form: training,
    check: ({ input, now }) => why(input.heldOn > dayText(now), '培训尚未举办'),
    effects: ({ input, subject }) => ({
      set: { trainings: [...(subject.trainings ?? []), input], trained: (subject.trained ?? 0) + input.people },
    }),
  }),
  finish: action({
    zh: '建成办结',
    from: ['building', 'rolling'],
    to: 'done',
    by: 'office.decide',
    tone: 'primary',
    look: ({ tx, subject }) =>
      countOf(tx, `select count(*)::int as n from office.module where phase = $1 and status <> 'accepted'`, [subject.id]),
    check: ({ found, subject }) =>
      first(
        openItems(found, '模块验收'),
        notYet(subject.kind === 'smart' && subject.status === 'building', '智慧应用须先试点'),
        notYet((subject.trainings ?? []).length === 0, '还没有培训记录'),
      ),
    effects: ({ subject }) => (subject.status === 'building' ? { clocks: [{ clock: 'build', do: 'stop' }] } : {}),
  }),
}))
const moduleForm = {
  phase: ref('建设期', 'office.phase'),
  kind: choice('类别', phaseKinds),
  name: text('模块', { maxLength: 60 }),
  vendor: text('承建单位', { maxLength: 80 }),
} as const
export const module = procedure('office.module', {
  zh: '平台模块',
  menu: '信息化',
  numbering: { prefix: 'MK', per: 'year', digits: 4 },
  title: 'name',
  help: '上线试用、问题清单清零、达到最少使用人数后验收',
  fields: {
    ...moduleForm,
    name: moduleForm.name.searchable(),
    onlineOn: date('上线日期').optional(),
    users: integer('使用人数', { min: 0, unit: '人' }).optional(),
    acceptedOn: date('验收日期').optional(),
    conclusion: longText('验收意见', { maxLength: 2000 }).optional(),
  },
  statuses: {
    building: { zh: '建设中', duty: 'office.manage', taskZh: '模块待上线' },
    trial: { zh: '试用中', duty: 'office.manage', taskZh: '模块待验收' },
    accepted: { zh: '已验收', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '列入建设',
    from: 'new',
    to: 'building',
    by: 'system',
    form: moduleForm,
    effects: () => ({ set: { users: 0 } }),
  }),
  online: action({
    zh: '上线试用',
    from: 'building',
    to: 'trial',
    by: 'office.manage',
    tone: 'primary',
    form: { onlineOn: date('上线日期') },
    effects: ({ input }) => ({ set: input }),
  }),
  users: action({
    zh: '登记使用人数',
    from: 'trial',
    to: 'same',
    by: 'office.manage',
    form: { users: integer('使用人数', { min: 0, unit: '人' }) },
    effects: ({ input }) => ({ set: input }),
  }),
  problem: action({
    zh: '记问题',
    from: 'trial',
    to: 'same',
    by: 'office.carry',
    form: { title: text('问题', { maxLength: 200 }), fixDays: integer('修复期限(工作日)', { min: 1, max: 60 }) },
    effects: ({ input, subject }) => ({
      spawn: [{ procedure: 'office.problem', input: { ...input, module: subject.id, moduleName: subject.name } }],
    }),
  }),
  accept: action({
    zh: '验收',
    from: 'trial',
    to: 'accepted',
    by: 'office.decide',
    tone: 'primary',
    form: { acceptedOn: date('验收日期'), conclusion: longText('验收意见', { maxLength: 2000 }) },
    guard: ({ subject, parameter }) =>
      notYet(
        (subject.users ?? 0) < parameter('office.module-users'),
        `使用${subject.users ?? 0}人,不足${parameter('office.module-users')}人`,
      ),
    look: ({ tx, subject }) =>
      countOf(tx, `select count(*)::int as n from office.problem where module = $1 and status <> 'closed'`, [subject.id]),
    check: ({ found, input, subject }) =>
      first(openItems(found, '问题'), why(input.acceptedOn < (subject.onlineOn ?? ''), '验收不能早于上线')),
    effects: ({ input }) => ({ set: input }),
  }),
}))
const problemForm = {
  module: ref('模块', 'office.module'),
  moduleName: text('模块名称', { maxLength: 60 }),
  title: text('问题', { maxLength: 200 }),
  fixDays: integer('修复期限(工作日)', { min: 1 }),
} as const
export const problem = procedure('office.problem', {
  zh: '平台问题清单',
  menu: '信息化',
  numbering: { prefix: 'WT', per: 'year', digits: 4 },
  title: 'title',
  leadingClock: 'fix',
  fields: {
    ...problemForm,
    title: problemForm.title.searchable(),
    answer: text('修复说明', { maxLength: 300 }).optional(),
  },
  clocks: { fix: { zh: '修复' } },
  statuses: {
    open: { zh: '待修复', duty: 'office.manage', taskZh: '平台问题待修复' },
    fixed: { zh: '待确认', duty: 'office.carry', taskZh: '平台问题修复待确认' },
    closed: { zh: '已解决', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '提出',
    from: 'new',
    to: 'open',
    by: 'system',
    form: problemForm,
    effects: ({ input }) => ({
      clocks: [{ clock: 'fix', do: 'start', limit: { value: input.fixDays, unit: 'work_day' } }],
    }),
  }),
  fix: action({
    zh: '已修复',
    from: 'open',
    to: 'fixed',
    by: 'office.manage',
    tone: 'primary',
    form: { answer: text('修复说明', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  confirm: action({ zh: '确认解决', from: 'fixed', to: 'closed', by: 'office.carry', tone: 'primary' }),
  reopen: action({
    zh: '仍未解决',
    from: 'fixed',
    to: 'open',
    by: 'office.carry',
    tone: 'danger',
    form: { reason: text('情况', { maxLength: 300 }) },
    effects: ({ subject }) => ({
      clocks: [{ clock: 'fix', do: 'start', limit: { value: subject.fixDays, unit: 'work_day' } }],
    }),
  }),
}))
