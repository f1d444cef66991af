/** 普法: the year's plan of public law education and its events. */
import { date, dayText, first, integer, longText, photos, procedure, repeated, rows, text } from '#kernel'
import { notYet, why } from './shared.ts'

const planForm = {
  year: integer('年度', { min: 2000, max: 2100 }),
  items: rows('普法活动', {
    name: text('活动', { maxLength: 80 }),
    audience: text('对象', { maxLength: 60 }),
    dueOn: date('期限'),
  }),
} as const
export const lawPlan = procedure('training.law-plan', {
  zh: '年度普法计划',
  menu: '教育培训',
  title: 'name',
  numbering: { prefix: 'PF', per: 'year', digits: 2 },
  help: '“谁执法谁普法”:逐项举办活动,未举办的点名,全部举办才能总结。',
  uniqueTogether: [['year']],
  fields: {
    ...planForm,
    name: text('计划', { maxLength: 60 }).searchable(),
    events: rows('活动记录', {
      name: text('活动', { maxLength: 80 }),
      on: date('日期'),
      place: text('地点', { maxLength: 80 }),
      people: integer('参加', { unit: '人' }),
    }),
    held: integer('已举办', { unit: '场' }),
    people: integer('受众', { unit: '人次' }),
    summary: longText('总结', { maxLength: 1000 }).optional(),
  },
  statuses: {
    open: { zh: '实施中', duty: 'training.manage', taskZh: '普法计划实施中' },
    closed: { zh: '已总结', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '制定',
    from: 'new',
    to: 'open',
    by: 'training.manage',
    form: planForm,
    check: ({ input }) =>
      first(why(input.items.length === 0, '请列出活动'), why(Boolean(repeated(input.items.map((i) => i.name))), '活动重复')),
    effects: ({ input }) => ({ set: { name: `${input.year}年普法计划`, events: [], held: 0, people: 0 } }),
  }),
  event: action({
    zh: '登记活动',
    from: 'open',
    to: 'same',
    by: 'training.manage',
    form: {
      name: text('活动', { maxLength: 80 }),
      place: text('地点', { maxLength: 80 }),
      people: integer('参加', { unit: '人', min: 1 }),
      photos: photos(1),
    },
    check: ({ input, subject }) => why(!subject.items.some((i) => i.name === input.name), '计划中没有这项活动'),
    effects: ({ input, subject, now }) => ({
      set: {
        events: [...subject.events, { name: input.name, on: dayText(now), place: input.place, people: input.people }],
        held: subject.held + 1,
        people: subject.people + input.people,
      },
    }),
  }),
  close: action({
    zh: '总结',
    from: 'open',
    to: 'closed',
    by: 'training.manage',
    form: { summary: longText('总结', { maxLength: 1000 }) },
    guard: ({ subject }) => {
      const left = subject.items.filter((i) => !subject.events.some((e) => e.name === i.name)).map((i) => i.name)
      return notYet(left.length > 0, `未举办:${left.join('、')}`)
    },
    effects: ({ input }) => ({ set: input }),
  }),
}))
