/** Every ten minutes: what the vehicles' terminals say of today's orders; a run that covers enough of its road counts as one time. */
import { addDays, addRecord, bySystem, dayText, type Job, many, one, type WorkContext } from '#kernel'
import type { LineCoords } from '#kernel/geo/index.ts'
import { inForce, instantOf, platesOf } from '../shared.ts'
import { pass } from './records.ts'
import { type Fix, type Run, runsOf } from './runs.ts'

interface Due {
  readonly id: string
  readonly name: string
  readonly road: string
  readonly work: string
  readonly dayOn: string
  readonly untilOn: string
  readonly fromTime: string
  readonly toTime: string
  readonly plates: string
  readonly trackTimes: number
  readonly lastAt: Date | null
  readonly areaCode: string | null
  readonly line: { readonly coordinates: readonly LineCoords[] }
}
const dueSql = `select o.id, o.name, o.road, o.work, o.day_on::text as "dayOn", o.until_on::text as "untilOn", o.from_time as "fromTime", o.to_time as "toTime", o.plates, o.track_times as "trackTimes", o.last_at as "lastAt",
    o.area_code as "areaCode", st_asgeojson(st_multi(r.geom))::json as line
  from sanitation."order" o join grid.road r on r.district = o.district and r.id = o.road
  where o.status = 'planned' and o.plates is not null and o.day_on <= $1::date and r.geom is not null order by o.number`
const fixSql = `select p.at, p.lon, p.lat, p.speed::float8 as speed, coalesce((select r.value = 1 from sensing.reading r where r.district = p.district and r.device = p.device and r.quantity = 'switch'
    and r.at <= p.at and r.at > p.at - interval '10 minutes' order by r.at desc limit 1), false) as "isWorking"
  from sensing.position p where p.device = $1 and p.at >= $2 and p.at < $3 order by p.at`
const gapMs = 600_000
type Ended = Run & { readonly plate: string }
const runsByPlate = async (ctx: WorkContext, o: Due, plate: string): Promise<readonly Ended[]> => {
  const v = await one<{ device: string | null }>(
    ctx.tx,
    'select device from sanitation.vehicle where plate = $1 and retired_at is null',
    [plate],
  )
  if (!v?.device) return []
  const from = instantOf(o.dayOn, o.fromTime)
  const isOvernight = o.toTime <= o.fromTime && o.untilOn > o.dayOn
  const to = instantOf(isOvernight ? addDays(o.dayOn, 1) : o.untilOn, o.toTime)
  const fixes = await many<Fix>(ctx.tx, fixSql, [v.device, from, to])
  const limits = { offsetM: inForce(ctx, 'run-offset'), maxSpeed: inForce(ctx, 'run-speed'), gapMs }
  return runsOf(o.line.coordinates, fixes, limits)
    .filter((r) => ctx.now.getTime() - r.to.getTime() > gapMs || ctx.now >= to)
    .map((r) => ({ ...r, plate }))
}
const recordRun = async (ctx: WorkContext, o: Due, r: Ended): Promise<void> => {
  const known = await one(ctx.tx, 'select 1 as n from sanitation.pass where job_order = $1 and plate = $2 and at = $3', [
    o.id,
    r.plate,
    r.from,
  ])
  if (known) return
  const values = { jobOrder: o.id, road: o.road, name: o.name, work: o.work, via: 'track', plate: r.plate, coverage: r.coverage }
  await addRecord(
    ctx,
    pass,
    { ...values, km: r.km, endedAt: r.to.toISOString() },
    { at: r.from, areaCode: o.areaCode ?? ctx.district },
  )
}
export const lookAtOrder = async (ctx: WorkContext, o: Due): Promise<void> => {
  const runs: Ended[] = []
  for (const plate of platesOf(o.plates)) runs.push(...(await runsByPlate(ctx, o, plate)))
  for (const r of runs) await recordRun(ctx, o, r)
  const good = runs.filter((r) => r.coverage >= inForce(ctx, 'run-coverage'))
  // At night each vehicle of the group has to come: one of them coming twice is not a second vehicle.
  const times = o.work === 'night' ? new Set(good.map((r) => r.plate)).size : good.length
  const last = runs.reduce<Date | undefined>((n, r) => (!n || r.to > n ? r.to : n), undefined)
  if (!last || o.lastAt?.getTime() === last.getTime()) return
  await bySystem(ctx, 'sanitation.order', o.id, 'track', {
    runs: times,
    coverage: Math.max(...runs.map((r) => r.coverage)),
    km: Math.round(runs.reduce((n, r) => n + r.km, 0) * 100) / 100,
    lastAt: last.toISOString(),
  })
}
export const trackJob: Job = {
  id: 'sanitation.track',
  zh: '环卫作业轨迹计次',
  everyMinutes: 10,
  run: async (ctx) => {
    for (const o of await many<Due>(ctx.tx, dueSql, [dayText(ctx.now)])) await lookAtOrder(ctx, o)
  },
}
