/** 科普馆、科普基地: opening days, a capacity for each session, groups that book within it, and who came. */
import { addDays, choice, choices, date, dayText, first, flag, integer, one, procedure, ref, register, text } from '#kernel'
import { weekdays } from '../collection/food.ts'
import { notYet, why } from '../shared.ts'

export const sessions = { morning: '上午场', afternoon: '下午场' } as const
export const venue = register('sorting.venue', {
  zh: '分类科普馆(基地)',
  menu: '宣传动员',
  geometry: 'Point',
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 80 }).unique().searchable(),
    kind: choice('类别', { hall: '科普馆', base: '科普基地' }),
    address: text('地址', { maxLength: 120 }),
    openDays: choices('开放日', weekdays),
    hours: text('开放时间', { maxLength: 40 }),
    capacity: integer('每场容量', { unit: '人', min: 1 }),
    guide: text('讲解员', { maxLength: 40 }),
    phone: text('预约电话', { maxLength: 20 }),
    openedOn: date('开放日期'),
    isOpen: flag('开放中'),
  },
})
const form = {
  venue: ref('科普馆', 'sorting.venue'),
  group: text('团体', { maxLength: 80 }),
  contact: text('联系人', { maxLength: 40 }).personal('name'),
  phone: text('手机', { maxLength: 11, pattern: { source: '^1\\d{10}$', zh: '手机号应为11位' } }).personal('phone'),
  dayOn: date('参观日期'),
  session: choice('场次', sessions),
  people: integer('人数', { unit: '人', min: 1 }),
} as const
export const booking = procedure('sorting.booking', {
  zh: '科普馆预约参观',
  menu: '宣传动员',
  title: 'group',
  numbering: { prefix: 'KP', per: 'day', digits: 4 },
  help: '只能约开放日;同一场合计不超过容量;到馆登记实到人数,次日未到的记未到。',
  fields: { ...form, group: form.group.searchable(), came: integer('实到', { unit: '人', min: 0 }).optional() },
  statuses: {
    booked: { zh: '已预约', duty: 'sorting.town', taskZh: '科普馆预约待接待' },
    visited: { zh: '已参观', kind: 'final' },
    absent: { zh: '未到', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  book: action({
    zh: '预约',
    from: 'new',
    to: 'booked',
    by: 'sorting.town',
    form,
    look: ({ tx, input }) =>
      one<{ capacity: number; isOpen: boolean; opens: boolean; taken: number }>(
        tx,
        `select capacity, is_open as "isOpen", extract(isodow from $2::date)::text = any (open_days) as opens,
           (select coalesce(sum(people), 0)::int from sorting.booking b where b.venue = v.id and b.day_on = $2::date and b.session = $3 and b.status in ('booked', 'visited')) as taken from sorting.venue v where id = $1 and retired_at is null`,
        [input.venue, input.dayOn, input.session],
      ),
    check: ({ input, found, now }) =>
      first(
        why(input.dayOn < dayText(now), '参观日期不能早于今天'),
        notYet(!found?.isOpen || !found.opens, '该日不开放'),
        notYet(
          input.people + (found?.taken ?? 0) > (found?.capacity ?? 0),
          `该场还能约${Math.max(0, (found?.capacity ?? 0) - (found?.taken ?? 0))}人`,
        ),
      ),
    effects: ({ input }) => ({
      timers: [{ name: 'absent', at: new Date(`${addDays(input.dayOn, 1)}T12:00:00+08:00`), action: 'miss' }],
    }),
  }),
  receive: action({
    zh: '到馆登记',
    from: 'booked',
    to: 'visited',
    by: 'sorting.town',
    tone: 'primary',
    form: { came: integer('实到', { unit: '人', min: 1 }) },
    check: ({ subject, now }) => notYet(subject.dayOn > dayText(now), '还没有到参观日'),
    effects: ({ input }) => ({ set: input, timers: [{ name: 'absent', at: null, action: 'miss' }] }),
  }),
  miss: action({ zh: '未到', from: 'booked', to: 'absent', by: 'system', effects: () => ({ set: { came: 0 } }) }),
  cancel: action({
    zh: '取消',
    from: 'booked',
    to: 'cancelled',
    by: 'sorting.town',
    effects: () => ({ timers: [{ name: 'absent', at: null, action: 'miss' }] }),
  }),
}))
