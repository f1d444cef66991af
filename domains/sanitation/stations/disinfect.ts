/** 大消杀: every facility within so many days, and within one while an epidemic is on; what is late stands on a list. */
import { choice, date, dayText, endOf, type Job, longText, many, one, procedure, type Tx, text, type WorkContext } from '#kernel'
import { raiseAlarm } from '../alarm.ts'
import { inForce, why } from '../shared.ts'
import { type FacilityKind, facilityKinds } from '../words.ts'

const form = {
  name: text('活动', { maxLength: 80 }),
  mode: choice('方式', { routine: '专项活动', epidemic: '防疫' }),
  fromOn: date('起'),
  toOn: date('止'),
  basis: longText('依据', { maxLength: 300 }),
} as const
export const disinfectDrive = procedure('sanitation.disinfect-drive', {
  zh: '环卫设施大消杀',
  menu: '环卫设施',
  title: 'name',
  numbering: { prefix: 'XS', per: 'year', digits: 3 },
  help: '活动期间按防疫间隔(每日)检查,逾期的列入清单。',
  fields: { ...form, summary: longText('总结', { maxLength: 500 }).optional() },
  statuses: {
    running: { zh: '进行中' },
    ended: { zh: '待总结', duty: 'sanitation.dispatch', taskZh: '大消杀活动待总结' },
    closed: { zh: '已总结', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '启动',
    from: 'new',
    to: 'running',
    by: 'sanitation.dispatch',
    form,
    check: ({ input }) => why(input.toOn < input.fromOn, '止不能早于起'),
    effects: ({ input }) => ({ timers: [{ name: 'end', at: endOf(input.toOn), action: 'end' }] }),
  }),
  end: action({ zh: '期满', from: 'running', to: 'ended', by: 'system' }),
  close: action({
    zh: '总结',
    from: ['running', 'ended'],
    to: 'closed',
    by: 'sanitation.dispatch',
    form: { summary: longText('总结', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input, timers: [{ name: 'end', at: null, action: 'end' }] }),
  }),
}))
/** Everything that is disinfected, by kind and the code painted on it. */
export const facilitiesSql = `select 'station' as kind, code, name, built_on as since, area_code, lon, lat from sanitation.station where retired_at is null and state <> 'stopped'
  union all select 'toilet', code, name, built_on, area_code, lon, lat from sanitation.toilet where retired_at is null and kind = 'public'
  union all select 'rest', code, name, built_on, area_code, lon, lat from sanitation.rest_place where retired_at is null and state = 'open'
  union all select 'vehicle', plate, plate, acquired_on, area_code, lon, lat from sanitation.vehicle where retired_at is null and state = 'inService'
  union all select 'bin', code, road_name, null::date, area_code, lon, lat from sanitation.street_bin where retired_at is null and state = 'inUse'
  union all select 'collector', code, place, installed_on, area_code, lon, lat from sanitation.collector where retired_at is null and state <> 'removed'`
export interface Overdue {
  readonly kind: FacilityKind
  readonly code: string
  readonly name: string
  readonly lastOn: string | null
  readonly days: number | null
}
const overdueSql = `select f.kind, f.code, f.name, d.last::text as "lastOn", ($1::date - d.last) as days from (${facilitiesSql}) f
  left join lateral (select max((x.at at time zone 'Asia/Shanghai')::date) as last from sanitation.disinfection x where x.kind = f.kind and x.code = f.code) d on true
  where d.last is null or d.last + $2::int < $1::date order by d.last nulls first, f.kind, f.code`
/** @returns the interval in force and what is beyond it today. */
export const overdueOf = async (ctx: Pick<WorkContext, 'kernel' | 'district' | 'now'> & { readonly tx: Tx }) => {
  const today = dayText(ctx.now)
  const drive = await one<{ name: string }>(
    ctx.tx,
    `select name from sanitation.disinfect_drive where status = 'running' and mode = 'epidemic' and from_on <= $1::date and to_on >= $1::date limit 1`,
    [today],
  )
  const everyDays = inForce(ctx, drive ? 'disinfect-epidemic-days' : 'disinfect-days')
  return {
    mode: drive ? `防疫:${drive.name}` : '平时',
    everyDays,
    overdue: await many<Overdue>(ctx.tx, overdueSql, [today, everyDays]),
  }
}
export const disinfectJob: Job = {
  id: 'sanitation.disinfect',
  zh: '消杀逾期检查',
  everyMinutes: 720,
  run: async (ctx) => {
    const { overdue, mode } = await overdueOf(ctx)
    const byKind = new Map<FacilityKind, number>()
    for (const o of overdue) byKind.set(o.kind, (byKind.get(o.kind) ?? 0) + 1)
    for (const [kind, n] of byKind)
      await raiseAlarm(ctx, {
        kind: 'disinfect',
        key: `disinfect ${kind}`,
        target: facilityKinds[kind],
        detail: `${mode}:${n}处消杀逾期`,
      })
  },
}
