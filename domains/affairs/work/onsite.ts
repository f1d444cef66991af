/** 现场会 and 经验推广: points visited, a task for each town, adoption followed to its result; practice cards and the places that took them over. */
import {
  choice,
  date,
  dayText,
  didBefore,
  endOf,
  first,
  integer,
  list,
  longText,
  many,
  one,
  photos,
  procedure,
  ref,
  repeated,
  rows,
  say,
  text,
  unit,
} from '#kernel'
import { adoptionMoved } from '../facts.ts'
import { notYet, openMatters, ownUnit, unitOfPerson, why } from '../shared.ts'

const point = {
  name: text('观摩点', { maxLength: 80 }),
  host: text('承办', { maxLength: 60 }),
  example: text('做法', { maxLength: 200 }),
} as const
const task = { unit: unit('单位'), what: text('任务', { maxLength: 200 }), dueOn: date('期限') } as const
const form = {
  name: text('现场会', { maxLength: 120 }),
  place: text('地点', { maxLength: 100 }),
  meetOn: date('日期'),
  points: rows('观摩点', point),
} as const
export const onsite = procedure('affairs.onsite', {
  zh: '工作现场会',
  menu: '督办与重点工作',
  title: 'name',
  numbering: { prefix: 'XC', per: 'year', digits: 3 },
  help: '观摩点逐点到场登记后才能开成;会后给各单位的任务转督办事项,全部办结后按效果统计推广率,会议办结。',
  fields: {
    ...form,
    name: form.name.searchable(),
    visited: list('已观摩'),
    attendees: integer('参会', { unit: '人' }).optional(),
    tasks: integer('任务', { unit: '项' }),
    adopted: integer('落实见效', { unit: '项' }),
    summary: longText('小结', { maxLength: 1000 }).optional(),
  },
  statuses: {
    planned: { zh: '待召开', duty: 'affairs.manage', taskZh: '现场会待召开' },
    following: { zh: '跟踪落实' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '筹备',
    from: 'new',
    to: 'planned',
    by: 'affairs.manage',
    form,
    check: ({ input, now }) =>
      first(
        why(input.meetOn < dayText(now), '日期不能早于今天'),
        why(input.points.length === 0, '请列出观摩点'),
        why(Boolean(repeated(input.points.map((p) => p.name))), '观摩点重复'),
      ),
    effects: () => ({ set: { visited: [], tasks: 0, adopted: 0 } }),
  }),
  visit: action({
    zh: '登记观摩',
    from: 'planned',
    to: 'same',
    by: 'affairs.manage',
    form: { name: text('观摩点', { maxLength: 80 }), photos: photos(1, '现场照片') },
    guard: ({ subject, now }) => notYet(dayText(now) < subject.meetOn, `现场会定于${subject.meetOn}`),
    check: ({ input, subject }) =>
      first(
        why(!subject.points.some((p) => p.name === input.name), `没有观摩点${input.name}`),
        notYet(subject.visited.includes(input.name), '已登记'),
      ),
    effects: ({ input, subject }) => ({ set: { visited: [...subject.visited, input.name] } }),
  }),
  hold: action({
    zh: '部署任务',
    from: 'planned',
    to: 'following',
    by: 'affairs.manage',
    tone: 'primary',
    form: { attendees: integer('参会', { unit: '人', min: 1 }), tasks: rows('任务', task) },
    guard: ({ subject }) => {
      const left = subject.points.filter((p) => !subject.visited.includes(p.name)).map((p) => p.name)
      return notYet(left.length > 0, `未观摩:${left.join('、')}`)
    },
    look: ({ tx, input }) =>
      many<{ id: string }>(tx, 'select id from kernel.unit where id = any($1::uuid[])', [input.tasks.map((t) => t.unit)]),
    check: ({ input, found, now }) =>
      first(
        why(input.tasks.length === 0, '请部署任务'),
        why(
          input.tasks.some((t) => !found.some((u) => u.id === t.unit)),
          '没有这个单位',
        ),
        why(
          input.tasks.some((t) => t.dueOn < dayText(now)),
          '期限不能早于今天',
        ),
      ),
    effects: ({ input, subject }) => ({
      set: { attendees: input.attendees, tasks: input.tasks.length },
      spawn: input.tasks.map((t) => ({
        procedure: 'affairs.matter',
        action: 'hand',
        input: {
          kind: 'onsite',
          name: t.what,
          source: subject.name,
          unit: t.unit,
          dueOn: t.dueOn,
          sourceType: 'affairs.onsite',
          sourceId: subject.id,
        },
      })),
    }),
  }),
  count: action({
    zh: '任务办结',
    from: 'following',
    to: 'same',
    by: 'system',
    form: { adopted: integer('见效') },
    effects: ({ input }) => ({ set: input }),
  }),
  close: action({
    zh: '办结',
    from: 'following',
    to: 'closed',
    by: 'affairs.manage',
    form: { summary: longText('小结', { maxLength: 1000 }) },
    look: ({ tx, subject }) => openMatters(tx, subject.id),
    check: ({ found }) => notYet(found.length > 0, `任务未办结:${found.join('、')}`),
    effects: ({ input }) => ({ set: input }),
  }),
}))

const card = {
  name: text('做法', { maxLength: 100 }),
  unit: unit('首创单位'),
  problem: longText('解决什么问题', { maxLength: 500 }),
  steps: list('步骤'),
  effect: longText('成效(写出数字)', { maxLength: 500 }),
} as const
export const practice = procedure('affairs.practice', {
  zh: '经验做法',
  menu: '督办与重点工作',
  title: 'name',
  numbering: { prefix: 'JY', per: 'year', digits: 3 },
  help: '经验卡:问题、步骤、成效;批准推广后各地登记采用,采用满见效才计数。',
  uniqueTogether: [['name']],
  fields: {
    ...card,
    name: card.name.searchable(),
    adoptions: integer('采用', { unit: '处' }),
    proved: integer('见效', { unit: '处' }),
  },
  statuses: {
    draft: { zh: '待审', duty: 'affairs.lead', taskZh: '经验做法待审' },
    spread: { zh: '推广中' },
    declined: { zh: '未推广', kind: 'final' },
    ended: { zh: '推广结束', kind: 'final' },
  },
}).actions((action) => ({
  write: action({
    zh: '报送',
    from: 'new',
    to: 'draft',
    by: 'affairs.carry',
    form: card,
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ input, found }) =>
      first(
        ownUnit({ subject: input, found }),
        why(input.steps.length === 0, '请写出步骤'),
        why(!/\d/.test(input.effect), '成效请写出数字'),
      ),
    effects: ({ input }) => ({ set: { unitId: input.unit, adoptions: 0, proved: 0 } }),
  }),
  approve: action({
    zh: '审定',
    from: 'draft',
    to: ({ input }) => (input.isOk === 'yes' ? 'spread' : 'declined'),
    by: 'affairs.lead',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '推广', no: '不推广' }), said: text('说明', { maxLength: 200 }) },
  }),
  count: action({
    zh: '采用变动',
    from: ['spread', 'ended'],
    to: 'same',
    by: 'system',
    form: { adoptions: integer('采用'), proved: integer('见效') },
    effects: ({ input }) => ({ set: input }),
  }),
  end: action({ zh: '结束推广', from: 'spread', to: 'ended', by: 'affairs.lead' }),
}))
const adoptForm = {
  practice: ref('经验做法', 'affairs.practice'),
  place: text('采用地点', { maxLength: 100 }),
  unit: unit('采用单位'),
  adoptedOn: date('采用日期'),
  checkOn: date('见效检查日期'),
} as const
export const adoption = procedure('affairs.adoption', {
  zh: '经验采用',
  menu: '督办与重点工作',
  title: 'place',
  numbering: { prefix: 'CY', per: 'year', digits: 4 },
  uniqueTogether: [['practice', 'place']],
  fields: {
    ...adoptForm,
    place: adoptForm.place.searchable(),
    practiceName: text('做法', { maxLength: 100 }),
    result: longText('结果', { maxLength: 500 }).optional(),
  },
  clocks: { check: { zh: '见效检查', limit: { value: 1, unit: 'natural_day' } } },
  statuses: {
    adopted: { zh: '已采用,待检查', duty: 'affairs.manage', taskZh: '经验采用待检查' },
    proved: { zh: '见效', kind: 'final' },
    failed: { zh: '未见效', kind: 'final' },
  },
}).actions((action) => ({
  adopt: action({
    zh: '登记采用',
    from: 'new',
    to: 'adopted',
    by: 'affairs.carry',
    form: adoptForm,
    look: async ({ tx, input, actor }) => ({
      unit: await unitOfPerson(tx, actor.id),
      practice: await one<{ name: string; unit: string }>(
        tx,
        `select name, unit from affairs.practice where id = $1 and status = 'spread'`,
        [input.practice],
      ),
    }),
    check: ({ input, found, now }) =>
      first(
        why(!found.practice, '该做法未在推广'),
        ownUnit({ subject: input, found: found.unit }),
        why(found.practice?.unit === input.unit, '首创单位不计采用'),
        why(input.adoptedOn > dayText(now), '采用日期不能晚于今天'),
        why(input.checkOn <= input.adoptedOn, '检查日期应晚于采用日期'),
      ),
    effects: ({ input, found }) => ({
      set: { practiceName: found.practice?.name ?? '', unitId: input.unit },
      clocks: [{ clock: 'check', do: 'start', dueAt: endOf(input.checkOn) }],
      facts: [say(adoptionMoved, { practice: input.practice })],
    }),
  }),
  prove: action({
    zh: '见效检查',
    from: 'adopted',
    to: ({ input }) => (input.isOk === 'yes' ? 'proved' : 'failed'),
    by: 'affairs.manage',
    tone: 'primary',
    form: {
      isOk: choice('结论', { yes: '见效', no: '未见效' }),
      result: longText('结果(写出数字)', { maxLength: 500 }),
      photos: photos(1),
    },
    guard: ({ actor, past, subject, now }) =>
      first(
        notYet(didBefore(past, 'adopt', actor), '采用人不能检查自己'),
        notYet(dayText(now) < subject.checkOn, `检查日期为${subject.checkOn}`),
      ),
    effects: ({ input, subject }) => ({
      set: { result: input.result },
      clocks: [{ clock: 'check', do: 'stop' }],
      facts: [say(adoptionMoved, { practice: subject.practice })],
    }),
  }),
}))
