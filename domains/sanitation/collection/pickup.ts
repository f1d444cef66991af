/** 收运任务: each stop of the timetable each day; fetched in its hours, late, or missed and made good. How long waste stood is counted. */
import {
  bySystem,
  choice,
  date,
  dayText,
  hourMs,
  instant,
  integer,
  type Job,
  longText,
  many,
  number,
  one,
  photos,
  procedure,
  ref,
  round,
  say,
  text,
  type WorkContext,
} from '#kernel'
import { rowMarked } from '../facts.ts'
import { inForce, instantOf, openBySystem, why } from '../shared.ts'

const form = {
  entry: ref('时刻表', 'sanitation.timetable'),
  stop: ref('收集点', 'sanitation.stop'),
  name: text('收集点', { maxLength: 80 }),
  route: text('线路', { maxLength: 60 }),
  plate: text('车辆', { maxLength: 10 }),
  operator: text('收运单位', { maxLength: 80 }),
  dayOn: date('日期'),
  fromAt: instant('约定起'),
  untilAt: instant('约定止'),
} as const
export const pickup = procedure('sanitation.pickup', {
  zh: '定时收运',
  menu: '垃圾收运',
  title: 'name',
  numbering: { prefix: 'SY', per: 'day', digits: 5 },
  help: '约定时段内收运为准时;超过时段一小时未收为漏收,四小时内补收。',
  fields: {
    ...form,
    name: form.name.searchable(),
    route: form.route.searchable(),
    buckets: integer('桶(袋)数', { min: 0 }).optional(),
    kg: number('重量', { unit: 'kg', min: 0 }).optional(),
    photos: photos(0).optional(),
    pickedAt: instant('收运时间').optional(),
    isOnTime: choice('准时', { yes: '准时', no: '不准时' }).optional(),
    dwellHours: number('滞留时间', { unit: '小时' }).optional().help('距上次收运'),
    isStale: choice('滞留超限', { yes: '是', no: '否' }).optional(),
    reason: longText('漏收原因', { maxLength: 300 }).optional(),
  },
  clocks: { make: { zh: '补收', limit: { value: 4, unit: 'urgent_hour' }, basis: '本局环卫作业管理办法(示例)' } },
  statuses: {
    planned: { zh: '待收运' },
    picked: { zh: '已收运', kind: 'final' },
    missed: { zh: '漏收', duty: 'sanitation.work', taskZh: '漏收待补收' },
    made: { zh: '已补收', kind: 'final' },
  },
}).actions((action) => {
  const done = {
    buckets: integer('桶(袋)数', { min: 0 }),
    kg: number('重量', { unit: 'kg', min: 0, max: 20_000 }),
    photos: photos(1),
  } as const
  const lastSql = `select max(picked_at) as at from sanitation.pickup where stop = $1 and picked_at is not null`
  const lookLast = ({ tx, subject }: { readonly tx: Parameters<typeof one>[0]; readonly subject: { readonly stop: string } }) =>
    one<{ at: Date | null }>(tx, lastSql, [subject.stop])
  const stood = (found: { at: Date | null } | undefined, now: Date, most: number) => {
    const dwellHours = found?.at ? round((now.getTime() - found.at.getTime()) / hourMs) : null
    return { dwellHours, isStale: dwellHours === null ? null : dwellHours > most ? ('yes' as const) : ('no' as const) }
  }
  const marked = (stop: string, now: Date, number: string) => [
    say(rowMarked, { register: 'sanitation.stop', id: stop, values: { pickedOn: dayText(now) }, reason: `收运${number}` }),
  ]
  return {
    plan: action({ zh: '派单', from: 'new', to: 'planned', by: 'system', form }),
    pick: action({
      zh: '收运',
      from: 'planned',
      to: 'picked',
      by: 'sanitation.work',
      tone: 'primary',
      form: done,
      look: lookLast,
      check: ({ subject, now }) => why(now.getTime() < new Date(subject.fromAt).getTime() - 12 * hourMs, '还没到约定的那一天'),
      effects: ({ input, subject, found, now, parameter }) => ({
        set: {
          ...input,
          pickedAt: now.toISOString(),
          isOnTime: now >= new Date(subject.fromAt) && now <= new Date(subject.untilAt) ? 'yes' : 'no',
          ...stood(found, now, parameter('sanitation.dwell-hours')),
        },
        facts: marked(subject.stop, now, subject.number),
      }),
    }),
    miss: action({
      zh: '漏收',
      from: 'planned',
      to: 'missed',
      by: 'system',
      effects: () => ({ set: { isOnTime: 'no' }, clocks: [{ clock: 'make', do: 'start' }] }),
    }),
    make: action({
      zh: '补收',
      from: 'missed',
      to: 'made',
      by: 'sanitation.work',
      tone: 'primary',
      form: { ...done, reason: longText('漏收原因', { maxLength: 300 }) },
      look: lookLast,
      effects: ({ input, subject, found, now, parameter }) => ({
        set: { ...input, pickedAt: now.toISOString(), ...stood(found, now, parameter('sanitation.dwell-hours')) },
        clocks: [{ clock: 'make', do: 'stop' }],
        facts: marked(subject.stop, now, subject.number),
      }),
    }),
  }
})
interface Entry {
  readonly id: string
  readonly stop: string
  readonly name: string
  readonly route: string
  readonly plate: string
  readonly operator: string
  readonly fromTime: string
  readonly toTime: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const entriesSql = `select t.id, t.stop, s.name, t.route, t.plate, s.operator, t.from_time as "fromTime", t.to_time as "toTime", s.lon, s.lat, s.area_code as "areaCode"
  from sanitation.timetable t join sanitation.stop s on s.district = t.district and s.id = t.stop
  where t.retired_at is null and s.retired_at is null and $1 = any(t.days) order by t.route, t.from_time`
const lateSql = `select id from sanitation.pickup where status = 'planned' and until_at + make_interval(mins => $2::int) < $1`
export const planPickups = async (ctx: WorkContext): Promise<void> => {
  const day = dayText(ctx.now)
  const weekday = String(((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1)
  for (const e of await many<Entry>(ctx.tx, entriesSql, [weekday])) {
    const key = `pickup ${e.id} ${day}`
    if (await one(ctx.tx, 'select 1 as n from sanitation.pickup where client_key = $1', [key])) continue
    const { id, fromTime, toTime, lon, lat, areaCode, ...known } = e
    const times = { fromAt: instantOf(day, fromTime).toISOString(), untilAt: instantOf(day, toTime).toISOString() }
    await openBySystem(ctx, pickup.id, 'plan', { entry: id, ...known, dayOn: day, ...times }, key, { lon, lat, areaCode })
  }
  for (const { id } of await many<{ id: string }>(ctx.tx, lateSql, [ctx.now, inForce(ctx, 'pickup-late')]))
    await bySystem(ctx, pickup.id, id, 'miss')
}
export const pickupJob: Job = { id: 'sanitation.pickups', zh: '定时收运派单与漏收', everyMinutes: 10, run: planPickups }
