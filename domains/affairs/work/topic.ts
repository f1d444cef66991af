/** 课题研究与调研: a topic with author, method and days; its report is worth something when a decision or scheme follows from it. */
import { choice, choices, date, dayText, endOf, files, first, longText, one, person, procedure, ref, rows, text } from '#kernel'
import { notYet, why } from '../shared.ts'

const methods = { survey: '问卷', interview: '访谈座谈', visit: '实地走访', data: '数据分析', compare: '外地考察' } as const
const form = {
  name: text('课题', { maxLength: 120 }),
  kind: choice('类别', { research: '城市治理课题', inquiry: '专题调研' }),
  author: person('负责人'),
  methods: choices('方法', methods),
  fromOn: date('起'),
  dueOn: date('止'),
} as const
const fieldwork = {
  on: date('日期'),
  method: choice('方法', methods),
  place: text('地点或对象', { maxLength: 100 }),
  said: text('收获', { maxLength: 300 }),
} as const
export const topic = procedure('affairs.topic', {
  zh: '课题与调研',
  menu: '督办与重点工作',
  title: 'name',
  numbering: { prefix: 'DY', per: 'year', digits: 3 },
  leadingClock: 'finish',
  help: '每种拟用方法都有实地记录才能提交报告;评审由他人;采用须写明形成的决策、方案或文件,未采用须写明理由。',
  uniqueTogether: [['name', 'fromOn']],
  fields: {
    ...form,
    name: form.name.searchable(),
    visits: rows('调研记录', fieldwork),
    findings: longText('主要结论', { maxLength: 4000 }).optional(),
    report: files(0, '报告').optional(),
    submittedOn: date('提交日期').optional(),
    review: text('评审意见', { maxLength: 300 }).optional(),
    decision: text('形成的决策或方案', { maxLength: 300 }).optional(),
    file: ref('形成的文件', 'affairs.file').optional(),
    matter: ref('转化的重点工作', 'affairs.matter').optional(),
    closedOn: date('结题日期').optional(),
  },
  clocks: { finish: { zh: '结题', limit: { value: 1, unit: 'natural_day' } } },
  statuses: {
    running: { zh: '研究中', duty: 'affairs.carry', taskZh: '课题研究中' },
    submitted: { zh: '待评审', duty: 'affairs.lead', taskZh: '课题报告待评审' },
    passed: { zh: '待转化', duty: 'affairs.manage', taskZh: '课题成果待转化' },
    used: { zh: '已转化', kind: 'final' },
    shelved: { zh: '未采用', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '立题',
    from: 'new',
    to: 'running',
    by: 'affairs.manage',
    form,
    check: ({ input }) => first(why(input.dueOn <= input.fromOn, '止应晚于起'), why(input.methods.length === 0, '请选研究方法')),
    effects: ({ input }) => ({
      set: { visits: [], areaCode: null },
      assign: { personId: input.author },
      clocks: [{ clock: 'finish', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  visit: action({
    zh: '登记调研',
    from: 'running',
    to: 'same',
    by: 'affairs.carry',
    form: fieldwork,
    guard: ({ actor, subject }) => notYet(actor.id !== subject.author, '由课题负责人登记'),
    check: ({ input, subject, now }) =>
      first(
        why(input.on > dayText(now), '日期不能晚于今天'),
        why(!subject.methods.includes(input.method), '不在立题的研究方法之内'),
      ),
    effects: ({ input, subject }) => ({ set: { visits: [...subject.visits, input] } }),
  }),
  submit: action({
    zh: '提交报告',
    from: 'running',
    to: 'submitted',
    by: 'affairs.carry',
    tone: 'primary',
    form: { findings: longText('主要结论', { maxLength: 4000 }), report: files(1, '报告') },
    guard: ({ actor, subject }) =>
      first(
        notYet(actor.id !== subject.author, '由课题负责人提交'),
        notYet(
          subject.methods.some((m) => !subject.visits.some((v) => v.method === m)),
          `还没有记录:${subject.methods
            .filter((m) => !subject.visits.some((v) => v.method === m))
            .map((m) => methods[m])
            .join('、')}`,
        ),
      ),
    effects: ({ input, now }) => ({
      set: { ...input, submittedOn: dayText(now) },
      clocks: [{ clock: 'finish', do: 'stop' }],
    }),
  }),
  judge: action({
    zh: '评审',
    from: 'submitted',
    to: ({ input }) => (input.isOk === 'yes' ? 'passed' : 'running'),
    by: 'affairs.lead',
    tone: 'primary',
    form: { isOk: choice('结论', { yes: '通过', no: '退回修改' }), review: text('评审意见', { maxLength: 300 }) },
    guard: ({ actor, subject }) => notYet(actor.id === subject.author, '负责人不能评审自己的课题'),
    effects: ({ input, subject }) => ({
      set: { review: input.review },
      ...(input.isOk === 'no' ? { assign: { personId: subject.author } } : {}),
    }),
  }),
  use: action({
    zh: '登记转化',
    from: 'passed',
    to: 'used',
    by: 'affairs.manage',
    tone: 'primary',
    form: {
      decision: text('形成的决策或方案', { maxLength: 300 }),
      file: ref('形成的文件', 'affairs.file').optional(),
      matter: ref('转化的重点工作', 'affairs.matter').optional(),
    },
    look: async ({ tx, input }) => ({
      file: input.file ? await one(tx, 'select 1 as n from affairs.file where id = $1', [input.file]) : undefined,
      matter: input.matter ? await one(tx, 'select 1 as n from affairs.matter where id = $1', [input.matter]) : undefined,
    }),
    check: ({ input, found }) =>
      first(
        why(!input.file && !input.matter, '请指出形成的文件或转化的重点工作'),
        why(Boolean(input.file) && !found.file, '没有这个文件'),
        why(Boolean(input.matter) && !found.matter, '没有这项重点工作'),
      ),
    effects: ({ input, now }) => ({ set: { ...input, closedOn: dayText(now) } }),
  }),
  shelve: action({
    zh: '不采用',
    from: 'passed',
    to: 'shelved',
    by: 'affairs.lead',
    form: { decision: text('理由', { maxLength: 300 }) },
    effects: ({ input, now }) => ({ set: { ...input, closedOn: dayText(now) } }),
  }),
}))
