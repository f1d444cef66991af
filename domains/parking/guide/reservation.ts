/** 车位预约: held for some minutes; who does not come is counted, and after so many times must wait. */
import { choice, dayMs, dayText, first, instant, integer, type LookContext, one, procedure, ref, text } from '#kernel'
import { platePattern } from '../contract.ts'
import { minuteMs, notYet, why } from '../shared.ts'
import { readLots } from './availability.ts'

const reserveForm = {
  lot: ref('停车场(路段)', 'parking.lot'),
  plate: text('号牌', { maxLength: 10, pattern: platePattern }).personal('plate').searchable(),
  phone: text('手机', { maxLength: 20, pattern: { source: '^1\\d{10}$', zh: '手机号应为11位' } }).personal('phone'),
} as const
interface Record30 {
  readonly missed: number
  readonly lastAt: Date | null
  readonly isHolding: boolean
}
const recordSql = `select (count(*) filter (where status = 'missed' and closed_at > $2))::int as missed, max(closed_at) filter (where status = 'missed') as "lastAt",
  coalesce(bool_or(status = 'held'), false) as "isHolding" from parking.reservation where plate = $1 and id <> $3`
const readStanding = async ({
  tx,
  kernel,
  subject,
  input,
  now,
}: LookContext<{ readonly district: string; readonly id: string }, { lot: string; plate: string }>) => {
  const limit = (name: string) => kernel.parameters.value(subject.district, `parking.${name}`, dayText(now))
  const past = await one<Record30>(tx, recordSql, [
    input.plate,
    new Date(now.getTime() - limit('no-show-days') * dayMs),
    subject.id,
  ])
  const [lot] = await readLots(tx, now, limit('stale-minutes'), ' and l.id = $1', [input.lot])
  return { past, lot }
}
export const reservation = procedure('parking.reservation', {
  zh: '车位预约',
  menu: '停车诱导',
  numbering: { prefix: 'YY', per: 'day', digits: 5 },
  title: 'plate',
  help: '保留时长、爽约次数与暂停预约天数均为参数',
  fields: {
    ...reserveForm,
    holdUntil: instant('保留至').optional(),
    arrivedAt: instant('入位时刻').optional(),
    missedBefore: integer('此前爽约', { unit: '次', min: 0 }).optional(),
    channel: choice('渠道', { public: '市民', staff: '工作人员' }).optional(),
  },
  statuses: {
    held: { zh: '保留中' },
    arrived: { zh: '已到场', kind: 'final' },
    missed: { zh: '爽约', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  reserve: action({
    zh: '预约',
    from: 'new',
    to: 'held',
    by: 'parking.manage',
    form: reserveForm,
    look: (ctx) => readStanding(ctx),
    check: ({ found, now, parameter }) => {
      const { past, lot } = found
      const until = new Date((past?.lastAt?.getTime() ?? 0) + parameter('parking.ban-days') * dayMs)
      const isBanned = (past?.missed ?? 0) >= parameter('parking.no-show-limit') && until > now
      return first(
        why(lot === undefined, '没有这个停车场'),
        notYet(past?.isHolding === true, '该车已有保留中的预约'),
        notYet(isBanned, `近${parameter('parking.no-show-days')}日爽约${past?.missed}次,${dayText(until)}前暂停预约`),
        notYet(lot?.free === null, '余位数据已过期,暂不能预约'),
        notYet(lot?.free === 0, '已无空余车位'),
      )
    },
    effects: ({ found, now, parameter, actor }) => {
      const holdUntil = new Date(now.getTime() + parameter('parking.hold-minutes') * minuteMs)
      return {
        set: {
          holdUntil: holdUntil.toISOString(),
          missedBefore: found.past?.missed ?? 0,
          channel: actor.kind === 'person' ? 'staff' : 'public',
        },
        timers: [{ name: 'hold', at: holdUntil, action: 'miss' }],
      }
    },
  }),
  arrive: action({
    zh: '到场',
    from: 'held',
    to: 'arrived',
    by: 'parking.collect',
    effects: ({ now }) => ({ set: { arrivedAt: now.toISOString() }, timers: [{ name: 'hold', at: null, action: 'miss' }] }),
  }),
  cancel: action({
    zh: '取消',
    from: 'held',
    to: 'cancelled',
    by: 'parking.manage',
    effects: () => ({ timers: [{ name: 'hold', at: null, action: 'miss' }] }),
  }),
  miss: action({ zh: '逾时未到', from: 'held', to: 'missed', by: 'system' }),
}))
