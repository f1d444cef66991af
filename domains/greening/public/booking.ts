/** 活动预约: within the capacity; who came is written at the door. And what people did for their duty of planting. */
import { choice, date, first, integer, number, one, procedure, record, ref, text } from '#kernel'
import { notYet, why } from '../shared.ts'

const form = {
  activity: ref('活动', 'greening.activity'),
  name: text('联系人(团体)', { maxLength: 40 }).personal('name'),
  phone: text('手机', { maxLength: 11, pattern: { source: '^1\\d{10}$', zh: '手机号应为11位' } }).personal('phone'),
  people: integer('人数', { unit: '人', min: 1, max: 200 }),
} as const
export const booking = procedure('greening.booking', {
  zh: '园林活动预约',
  menu: '绿化宣传',
  title: 'name',
  numbering: { prefix: 'YY', per: 'day', digits: 4 },
  help: '市民在“随手办”预约;同一手机一场只约一次,合计不超过容量。',
  fields: { ...form, name: form.name.searchable(), came: integer('实到', { unit: '人' }).optional() },
  statuses: {
    booked: { zh: '已预约', duty: 'greening.manage', taskZh: '活动预约待到场登记' },
    came: { zh: '已到场', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  book: action({
    zh: '预约',
    from: 'new',
    to: 'booked',
    by: 'greening.manage',
    form,
    look: ({ tx, input }) =>
      one<{ capacity: number; status: string; taken: number; mine: number; mode: string }>(
        tx,
        `select capacity, status, mode, (select coalesce(sum(people), 0)::int from greening.booking b where b.activity = a.id and b.status <> 'cancelled') as taken,
          (select count(*)::int from greening.booking b where b.activity = a.id and b.status <> 'cancelled' and b.phone = $2) as mine from greening.activity a where id = $1`,
        [input.activity, input.phone],
      ),
    check: ({ input, found }) =>
      first(
        why(!found, '没有这场活动'),
        notYet(found?.status !== 'open', '这场活动不能预约'),
        notYet(found?.mode === 'online', '线上活动无须预约'),
        notYet((found?.mine ?? 0) > 0, '这个手机号已约过'),
        notYet(
          input.people + (found?.taken ?? 0) > (found?.capacity ?? 0),
          `还能约${Math.max(0, (found?.capacity ?? 0) - (found?.taken ?? 0))}人`,
        ),
      ),
  }),
  arrive: action({
    zh: '到场登记',
    from: 'booked',
    to: 'came',
    by: 'greening.manage',
    tone: 'primary',
    form: { came: integer('实到', { unit: '人', min: 1 }) },
    check: ({ input, subject }) => why(input.came > subject.people, '实到多于预约'),
    effects: ({ input }) => ({ set: input }),
  }),
  cancel: action({ zh: '取消', from: 'booked', to: 'cancelled', by: 'greening.manage' }),
}))
export const duty = record('greening.duty', {
  zh: '义务植树尽责',
  menu: '绿化宣传',
  title: 'name',
  fields: {
    key: text('凭据', { maxLength: 60 }),
    name: text('活动(个人)', { maxLength: 80 }),
    form: choice('尽责形式', { site: '现场植树', online: '云植树', adopt: '认养' }),
    trees: number('折算', { unit: '株' }),
    people: integer('尽责', { unit: '人' }),
    doneOn: date('日期'),
    activity: ref('活动', 'greening.activity').optional(),
    certificate: text('尽责证书号', { maxLength: 40 }),
  },
})
