/** 大消杀: every facility within so many days, and within one while an epidemic is on; what is late stands on a list. */
import {
  choice,
  date,
  dayText,
  endOf,
  first,
  integer,
  type Job,
  longText,
  many,
  number,
  one,
  percentOf,
  procedure,
  type Tx,
  text,
  type WorkContext,
} from '#kernel'
import { clearAlarms, raiseAlarm } from '../alarm.ts'
import { inForce, notYet, why } from '../shared.ts'
import { type FacilityKind, facilityKinds } from '../words.ts'

const form = {
  name: text('活动', { maxLength: 80 }),
  mode: choice('方式', { routine: '专项活动', epidemic: '防疫' }),
  fromOn: date('起'),
  toOn: date('止'),
  basis: longText('依据', { maxLength: 300 }),
} as const
/** Everything that is disinfected, by kind and the code painted on it. */
export const facilitiesSql = `select 'station' as kind, code, name, built_on as since, area_code, lon, lat from sanitation.station where retired_at is null and state <> 'stopped'
  union all select 'toilet', code, name, built_on, area_code, lon, lat from sanitation.toilet where retired_at is null and kind = 'public'
  union all select 'rest', code, name, built_on, area_code, lon, lat from sanitation.rest_place where retired_at is null and state = 'open'
  union all select 'vehicle', plate, plate, acquired_on, area_code, lon, lat from sanitation.vehicle where retired_at is null and state = 'inService'
  union all select 'bin', code, road_name, null::date, area_code, lon, lat from sanitation.street_bin where retired_at is null and state = 'inUse'
  union all select 'collector', code, place, installed_on, area_code, lon, lat from sanitation.collector where retired_at is null and state <> 'removed'`
/** Of everything, what was disinfected at least once in the days of a drive. */
const doneSql = `select count(*)::int as due, count(*) filter (where exists (select 1 from sanitation.disinfection x where x.kind = f.kind and x.code = f.code
    and (x.at at time zone 'Asia/Shanghai')::date between $1::date and $2::date))::int as done from (${facilitiesSql}) f`
export const disinfectDrive = procedure('sanitation.disinfect-drive', {
  zh: '环卫设施大消杀',
  menu: '环卫设施',
  title: 'name',
  numbering: { prefix: 'XS', per: 'year', digits: 3 },
  help: '防疫的活动期间每处每日一次,专项活动期间每处至少一次,没做的列入逾期清单;总结时按消杀记录计算完成率。',
  fields: {
    ...form,
    due: integer('应消杀', { unit: '处' }).optional(),
    done: integer('已消杀', { unit: '处' }).optional(),
    rate: number('完成率', { unit: '%' }).optional(),
    summary: longText('总结', { maxLength: 500 }).optional(),
  },
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
    look: ({ tx }) => one<{ name: string }>(tx, `select name from sanitation.disinfect_drive where status = 'running' limit 1`),
    check: ({ input, found, now }) =>
      first(
        why(input.toOn < input.fromOn, '止不能早于起'),
        why(input.toOn < dayText(now), '期限已过'),
        notYet(Boolean(found), `${found?.name ?? ''}还在进行`),
      ),
    effects: ({ input }) => ({ timers: [{ name: 'end', at: endOf(input.toOn), action: 'end' }] }),
  }),
  end: action({ zh: '期满', from: 'running', to: 'ended', by: 'system' }),
  close: action({
    zh: '总结',
    from: ['running', 'ended'],
    to: 'closed',
    by: 'sanitation.dispatch',
    form: { summary: longText('总结', { maxLength: 500 }) },
    look: ({ tx, subject }) => one<{ due: number; done: number }>(tx, doneSql, [subject.fromOn, subject.toOn]),
    effects: ({ input, found }) => ({
      set: { ...input, due: found?.due ?? 0, done: found?.done ?? 0, rate: percentOf(found?.done ?? 0, found?.due ?? 0) },
      timers: [{ name: 'end', at: null, action: 'end' }],
    }),
  }),
}))
/** What bears a code; undefined where nothing of that kind does. */
export const facilityOf = async (tx: Tx, kind: string, code: string): Promise<string | undefined> =>
  (
    await one<{ name: string }>(tx, `select f.name from (${facilitiesSql}) f where f.kind = $1 and f.code = $2 limit 1`, [
      kind,
      code,
    ])
  )?.name
export interface Overdue {
  readonly kind: FacilityKind
  readonly code: string
  readonly name: string
  readonly lastOn: string | null
  readonly days: number | null
}
/** Without a disinfection in so many days, or since a drive began that wants each done once. */
const overdueSql = `select f.kind, f.code, f.name, d.last::text as "lastOn", ($1::date - d.last) as days from (${facilitiesSql}) f
  left join lateral (select max((x.at at time zone 'Asia/Shanghai')::date) as last from sanitation.disinfection x where x.kind = f.kind and x.code = f.code) d on true
  where d.last is null or d.last + $2::int < $1::date or d.last < $3::date order by d.last nulls first, f.kind, f.code`
/** @returns the interval in force and what is beyond it today. */
export const overdueOf = async (ctx: Pick<WorkContext, 'kernel' | 'district' | 'now'> & { readonly tx: Tx }) => {
  const today = dayText(ctx.now)
  const drive = await one<{ name: string; mode: string; fromOn: string }>(
    ctx.tx,
    `select name, mode, from_on::text as "fromOn" from sanitation.disinfect_drive where status = 'running' and from_on <= $1::date and to_on >= $1::date order by mode limit 1`,
    [today],
  )
  const isEpidemic = drive?.mode === 'epidemic'
  const everyDays = inForce(ctx, isEpidemic ? 'disinfect-epidemic-days' : 'disinfect-days')
  return {
    mode: drive ? `${isEpidemic ? '防疫' : '专项活动'}:${drive.name}` : '平时',
    everyDays,
    overdue: await many<Overdue>(ctx.tx, overdueSql, [today, everyDays, drive && !isEpidemic ? drive.fromOn : null]),
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
    await clearAlarms(
      ctx,
      'disinfect',
      [...byKind.keys()].map((kind) => `disinfect ${kind}`),
    )
  },
}
