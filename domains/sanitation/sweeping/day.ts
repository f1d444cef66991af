/** The day of the roads: orders made from the plans in the morning, settled after midnight, counted into one row a road. */

import { problemFound } from '#catalogue/facts.ts'
import {
  addDays,
  addRecord,
  bySystem,
  dayText,
  type Job,
  many,
  one,
  percentOf,
  publish,
  round,
  say,
  type WorkContext,
} from '#kernel'
import { raiseAlarm } from '../alarm.ts'
import { inForce, mondayOf, openBySystem } from '../shared.ts'
import { dustWorks, machineWorks, waterWorks, zones } from '../words.ts'
import { coverOf, type Shift } from './cover.ts'
import { roadDay, washWeek } from './records.ts'
import type { PlanLine } from './registers.ts'
import { applyWeather } from './weather.ts'

interface Plan {
  readonly id: string
  readonly road: string
  readonly name: string
  readonly class: string
  readonly lengthM: number
  readonly zone: string
  readonly town: string
  readonly areaM2: number
  readonly operator: string
  readonly isBusy: boolean
  readonly works: readonly PlanLine[]
  readonly areaCode: string | null
  readonly nightPlates: readonly string[] | null
}
const plansSql = `select p.id, p.road, p.name, r.class, r.length_m as "lengthM", p.zone, p.town, p.area_m2 as "areaM2", p.operator, p.is_busy as "isBusy", p.works, r.area_code as "areaCode",
    (select array[n.sweeper, n.washer, n.dust_truck] from sanitation.night_town n where n.town = p.town and n.is_on and n.start_on <= $1::date and n.retired_at is null) as "nightPlates"
  from sanitation.road_plan p join grid.road r on r.district = p.district and r.id = p.road
  where p.retired_at is null and p.valid_from <= $1::date and (p.valid_to is null or p.valid_to >= $1::date) order by p.name`
const plansOf = (ctx: WorkContext, day: string) => many<Plan>(ctx.tx, plansSql, [day])
const untilOf = (line: PlanLine, day: string): string =>
  line.per === 'week' ? addDays(day, 6) : line.toTime <= line.fromTime ? addDays(day, 1) : day
const planOrder = async (ctx: WorkContext, p: Plan, line: PlanLine, index: number, day: string): Promise<void> => {
  const isNight = line.work === 'night'
  // Night mode is the town's: without it nobody drives.
  if (isNight && !p.nightPlates) return
  const first = line.per === 'week' ? mondayOf(day) : day
  const clientKey = `sanitation ${p.id} ${index} ${line.work} ${first}`
  if (await one(ctx.tx, 'select 1 as n from sanitation."order" where client_key = $1', [clientKey])) return
  const input = {
    plan: p.id,
    road: p.road,
    name: p.name,
    class: p.class,
    zone: p.zone,
    town: p.town,
    work: line.work,
    share: line.work === 'manual' ? 'manual' : 'machine',
    dayOn: first,
    untilOn: untilOf(line, first),
    fromTime: line.fromTime,
    toTime: line.toTime,
    times: isNight ? (p.nightPlates?.length ?? 1) : line.times,
    areaM2: p.areaM2,
    lengthKm: round(p.lengthM / 1000, 3),
    operator: p.operator,
    plates: isNight ? (p.nightPlates?.join('、') ?? null) : (line.plates ?? null),
    workers: line.workers ?? null,
  }
  await openBySystem(ctx, 'sanitation.order', 'plan', input, clientKey, { areaCode: p.areaCode })
}
export const planDay = async (ctx: WorkContext): Promise<void> => {
  const day = dayText(ctx.now)
  for (const p of await plansOf(ctx, day)) for (const [i, line] of p.works.entries()) await planOrder(ctx, p, line, i, day)
  await applyWeather(ctx)
}
interface Done {
  readonly id: string
  readonly work: PlanLine['work']
  readonly status: string
  readonly times: number
  readonly doneTimes: number
  readonly doneM2: number
  readonly workedKm: number
}
const doneSql = `select id, work, status, times, done_times as "doneTimes", done_m2 as "doneM2", worked_km as "workedKm" from sanitation."order"
  where road = $1 and ((until_on - day_on < 6 and day_on = $2::date) or (until_on - day_on = 6 and until_on = $2::date))`
const best = (orders: readonly Done[]): number => Math.max(0, ...orders.map((o) => o.doneM2))
const sumTimes = (orders: readonly Done[], key: 'times' | 'doneTimes'): number => orders.reduce((n, o) => n + o[key], 0)
const dustOf = (p: Plan, orders: readonly Done[], least: number) => {
  const all = orders.filter((o) => dustWorks.includes(o.work))
  const isOurs = p.class === 'trunk' || p.class === 'secondary' || p.isBusy
  const isExempt = all.length > 0 && all.every((o) => o.status === 'exempt')
  const dustTimes = sumTimes(all, 'doneTimes')
  const asked = sumTimes(
    all.filter((o) => o.status !== 'exempt'),
    'times',
  )
  const dustLeast = !isOurs || isExempt ? 0 : Math.max(least, asked)
  return { dustLeast, dustTimes, dustMet: isExempt || !isOurs ? 'exempt' : dustTimes >= dustLeast ? 'yes' : 'no' }
}
/** One road's day as its orders tell it. */
const dayOfRoad = (p: Plan, orders: readonly Done[], shifts: readonly Shift[], least: number, hours: number) => {
  const due = orders.filter((o) => o.status !== 'exempt')
  const of = (works: readonly string[]) => due.filter((o) => works.includes(o.work))
  const [machine, water, night] = [of(machineWorks), of(waterWorks), of(['night'])]
  // A road of the main net that has no machine order counts in full below the line: nobody swept it.
  const isMain = p.class === 'trunk' || p.class === 'secondary'
  const isExempt = (works: readonly string[]): boolean => {
    const all = orders.filter((o) => works.includes(o.work))
    return all.length > 0 && all.every((o) => o.status === 'exempt')
  }
  const cover = coverOf(shifts)
  const isMachine = !isExempt(machineWorks) && (isMain || machine.length > 0)
  const waterTarget = p.zone === 'core' && ['slow', 'pavement', 'lane'].includes(p.class)
  const isWater = !isExempt(waterWorks) && (waterTarget || water.length > 0)
  return {
    areaM2: isMachine ? p.areaM2 : 0,
    machineM2: isMachine ? Math.min(p.areaM2, best(machine)) : 0,
    waterAreaM2: isWater ? p.areaM2 : 0,
    waterM2: isWater ? Math.min(p.areaM2, best(water)) : 0,
    lengthKm: isMachine ? round(p.lengthM / 1000, 3) : 0,
    machineKm: round(machine.reduce((n, o) => n + o.workedKm, 0)),
    ...dustOf(p, orders, least),
    nightPlanned: night.length > 0 ? 'yes' : 'no',
    nightDone: night.length > 0 && night.every((o) => o.status === 'done') ? 'yes' : 'no',
    plannedTimes: sumTimes(due, 'times'),
    doneTimes: due.reduce((n, o) => n + Math.min(o.times, o.doneTimes), 0),
    missedOrders: due.filter((o) => o.doneTimes < o.times).length,
    coverHours: cover.hours,
    isCovered: cover.hours >= hours ? 'yes' : 'no',
    gaps: cover.gaps.join('、').slice(0, 120) || null,
  }
}
const overdueSql = `select id from sanitation."order" where status = 'planned' and (until_on < $1::date or (until_on = $1::date and day_on < until_on and until_on - day_on = 1 and to_time <= $2)) order by number for update`
export const settleOrders = async (ctx: WorkContext): Promise<void> => {
  const clock = new Date(ctx.now.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
  for (const { id } of await many<{ id: string }>(ctx.tx, overdueSql, [dayText(ctx.now), clock]))
    await bySystem(ctx, 'sanitation.order', id, 'settle')
}
const shiftSql =
  'select from_time as "fromTime", to_time as "toTime" from sanitation.shift_post where road = $1 and retired_at is null'
const countRoads = async (ctx: WorkContext, day: string): Promise<void> => {
  if (await one(ctx.tx, 'select 1 as n from sanitation.road_day where day_on = $1::date limit 1', [day])) return
  const [least, hours] = [inForce(ctx, 'dust-least'), inForce(ctx, 'cover-hours')]
  for (const p of await plansOf(ctx, day)) {
    const orders = await many<Done>(ctx.tx, doneSql, [p.road, day])
    const shifts = await many<Shift>(ctx.tx, shiftSql, [p.road])
    const values = dayOfRoad(p, orders, shifts, least, hours)
    const known = { road: p.road, name: p.name, dayOn: day, class: p.class, zone: p.zone, town: p.town, operator: p.operator }
    await addRecord(ctx, roadDay, { ...known, ...values }, { areaCode: p.areaCode ?? ctx.district })
    const isMain = p.class === 'trunk' || p.class === 'secondary'
    const at = { target: p.name, areaCode: p.areaCode }
    if (values.dustMet === 'no')
      await raiseAlarm(ctx, {
        kind: 'dust',
        key: `dust ${p.road}`,
        detail: `${day}降尘${values.dustTimes}次,应${values.dustLeast}次`,
        ...at,
      })
    if (isMain && values.isCovered === 'no')
      await raiseAlarm(ctx, {
        kind: 'shiftGap',
        key: `shift ${p.road}`,
        detail: `班次覆盖${values.coverHours}小时,应${hours}小时;空档${values.gaps ?? '无'}`,
        ...at,
      })
  }
}
interface Rate {
  readonly zone: keyof typeof zones
  readonly area: number
  readonly done: number
}
const machineSql = `select zone, sum(area_m2)::float8 as area, sum(machine_m2)::float8 as done from sanitation.road_day where day_on = $1::date and class = any(array['trunk', 'secondary']) group by zone order by zone`
const waterSql = `select zone, sum(water_area_m2)::float8 as area, sum(water_m2)::float8 as done from sanitation.road_day where day_on = $1::date and zone = 'core' and class = any(array['slow', 'pavement', 'lane']) group by zone`
/** A zone below its target on a day is an alarm of that day. */
const judgeRates = async (ctx: WorkContext, day: string): Promise<void> => {
  const judge = async (kind: 'machineRate' | 'waterRate', sql: string, target: number, zh: string): Promise<void> => {
    for (const r of await many<Rate>(ctx.tx, sql, [day])) {
      const rate = percentOf(r.done, r.area)
      if (rate !== null && rate < target)
        await raiseAlarm(ctx, {
          kind,
          key: `${kind} ${r.zone} ${day}`,
          target: zones[r.zone],
          detail: `${day}${zones[r.zone]}${zh}${rate}%,目标${target}%`,
        })
    }
  }
  await judge('machineRate', machineSql, inForce(ctx, 'machine-rate'), '主次干道机扫率')
  await judge('waterRate', waterSql, inForce(ctx, 'water-rate'), '水扫率')
}
interface Week {
  readonly road: string
  readonly name: string
  readonly operator: string
  readonly areaCode: string | null
  readonly weekOn: string
  readonly result: string
  readonly lon: number | null
  readonly lat: number | null
}
const weekSql = `select o.road, o.name, o.operator, o.area_code as "areaCode", r.lon, r.lat, o.day_on::text as "weekOn", case when o.status = 'exempt' then 'exempt' when o.done_times >= o.times then 'washed' else 'missed' end as result
  from sanitation."order" o join grid.road r on r.district = o.district and r.id = o.road where o.work = 'sidewalk' and o.until_on < $1::date and o.until_on >= $1::date - 7 and o.until_on - o.day_on = 6
    and not exists (select 1 from sanitation.wash_week w where w.district = o.district and w.road = o.road and w.week_on = o.day_on)`
/** A sidewalk that was not washed in its week becomes a case to whoever was to wash it. */
const countWeeks = async (ctx: WorkContext, today: string): Promise<void> => {
  for (const { areaCode, lon, lat, ...w } of await many<Week>(ctx.tx, weekSql, [today])) {
    await addRecord(ctx, washWeek, w, { areaCode: areaCode ?? ctx.district })
    if (w.result !== 'missed') continue
    await publish(ctx, [
      say(problemFound, {
        source: 'inspection',
        sourceType: 'sanitation.wash-week',
        sourceId: `${w.road} ${w.weekOn}`,
        description: `${w.name}人行道${w.weekOn}起一周未冲洗,作业单位${w.operator}`,
        categoryKind: 'matter',
        category: '06012',
        address: w.name,
        lon,
        lat,
        areaCode,
        photos: [],
        isUrgent: false,
      }),
    ])
  }
}
/** Days before yesterday with orders and no count: nothing ran on the morning after. */
const leftSql = `select distinct day_on::text as day from sanitation."order" o where o.day_on between $1::date - 7 and $1::date - 2 and o.until_on - o.day_on < 6
  and not exists (select 1 from sanitation.road_day d where d.day_on = o.day_on) order by 1`
/** After the night groups have come home: yesterday is counted once. */
const countedFrom = '06:30'
export const settleDay = async (ctx: WorkContext): Promise<void> => {
  await settleOrders(ctx)
  const today = dayText(ctx.now)
  const clock = new Date(ctx.now.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
  if (clock < countedFrom) return
  const day = addDays(today, -1)
  for (const { day: left } of await many<{ day: string }>(ctx.tx, leftSql, [today])) await countRoads(ctx, left)
  await countRoads(ctx, day)
  await countWeeks(ctx, today)
  await judgeRates(ctx, day)
}
export const planJob: Job = { id: 'sanitation.plan-day', zh: '保洁派单', everyMinutes: 15, run: planDay }
export const settleJob: Job = { id: 'sanitation.settle-day', zh: '保洁日结算', everyMinutes: 30, run: settleDay }
