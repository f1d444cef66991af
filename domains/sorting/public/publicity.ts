/** 分类宣传: each printed number is the sum of one kind; and party members and volunteers at the points, with surveys before and after. */
import { choice, date, dayText, first, flag, integer, number, one, procedure, record, ref, register, text } from '#kernel'
import { why } from '../shared.ts'
import { publicityKinds } from '../words.ts'

const publicityForm = {
  kind: choice('类别', publicityKinds),
  name: text('名称', { maxLength: 100 }),
  dayOn: date('日期(自)'),
  toOn: date('至').optional(),
  quantity: integer('数量', { min: 1 }),
  reach: integer('阅读(参加)', { unit: '人次', min: 0 }).optional(),
  spot: text('点位(渠道)', { maxLength: 120 }),
  place: ref('场所', 'sorting.place').optional(),
} as const
export const publicity = procedure('sorting.publicity', {
  zh: '分类宣传',
  menu: '宣传动员',
  title: 'name',
  numbering: { prefix: 'XC', per: 'year', digits: 5 },
  help: '数量的单位在类别里:处、册、篇、场、列;公益广告填起止日期,双微填阅读人次。',
  fields: { ...publicityForm, name: publicityForm.name.searchable() },
  statuses: { done: { zh: '已登记' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  enter: action({
    zh: '登记宣传',
    from: 'new',
    to: 'done',
    by: 'sorting.town',
    form: publicityForm,
    check: ({ input, now }) =>
      first(
        why(input.kind === 'placement' && (!input.toOn || input.toOn < input.dayOn), '公益广告须填起止日期'),
        why(input.kind === 'post' && input.reach == null, '双微推文须填阅读人次'),
        why(input.kind !== 'placement' && input.dayOn > dayText(now), '日期不能晚于今天'),
      ),
  }),
  discard: action({
    zh: '作废',
    from: 'done',
    to: 'void',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))
export const member = register('sorting.member', {
  zh: '党员志愿者',
  menu: '宣传动员',
  title: 'name',
  fields: {
    name: text('姓名', { maxLength: 40 }).searchable(),
    phone: text('电话', { maxLength: 20 }).personal('phone').unique(),
    place: ref('报到小区', 'sorting.place'),
    branch: text('党支部(单位)', { maxLength: 80 }),
    isParty: flag('党员'),
    joinedOn: date('报到日期'),
  },
})
export const duty = record('sorting.duty', {
  zh: '桶边值守',
  menu: '宣传动员',
  title: 'note',
  fields: {
    member: ref('志愿者', 'sorting.member'),
    place: ref('小区', 'sorting.place'),
    facility: ref('收集点', 'sorting.facility').optional(),
    dayOn: date('日期'),
    hours: number('时长', { unit: '小时', min: 0.5, max: 12 }),
    note: text('情况', { maxLength: 200 }).optional(),
  },
  refuses: async ({ member: id, dayOn, hours }, { tx, now }) => {
    if (String(dayOn) > dayText(now)) return '日期不能晚于今天'
    const served = await one<{ joinedOn: string; hours: number }>(
      tx,
      'select joined_on::text as "joinedOn", (select coalesce(sum(d.hours), 0)::float8 from sorting.duty d where d.member = m.id and d.day_on = $2::date) as hours from sorting.member m where m.id = $1 and m.retired_at is null',
      [id, dayOn],
    )
    if (!served) return '没有这名志愿者'
    if (String(dayOn) < served.joinedOn) return `${served.joinedOn}才报到`
    return served.hours + Number(hours) > 12 ? `当天已登记${served.hours}小时,一天合计不超过12小时` : undefined
  },
})
const surveyForm = {
  place: ref('小区', 'sorting.place'),
  wave: choice('轮次', { before: '活动前', after: '活动后' }),
  dayOn: date('日期'),
  asked: integer('受访', { unit: '人', min: 1 }),
  aware: integer('知晓', { unit: '人', min: 0 }),
  joined: integer('参与', { unit: '人', min: 0 }),
} as const
export const survey = procedure('sorting.survey', {
  zh: '知晓率参与率调查',
  menu: '宣传动员',
  title: 'wave',
  numbering: { prefix: 'DC', per: 'year', digits: 4 },
  fields: surveyForm,
  statuses: { done: { zh: '已登记' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  enter: action({
    zh: '登记调查',
    from: 'new',
    to: 'done',
    by: 'sorting.town',
    form: surveyForm,
    check: ({ input, now }) =>
      first(
        why(input.aware > input.asked || input.joined > input.asked, '知晓、参与不能多于受访'),
        why(input.dayOn > dayText(now), '日期不能晚于今天'),
      ),
  }),
  discard: action({
    zh: '作废',
    from: 'done',
    to: 'void',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))
