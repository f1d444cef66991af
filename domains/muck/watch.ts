/** Every minute: what the terminals of trucks said since the last look — off the route, tipped outside, alarms of the safety systems. */
import { addRecord, editRow, hourMs, type Job, many, one, raw, type WorkContext } from '#kernel'
import { distanceM, distanceToLineM, type LineCoords } from '#kernel/geo/index.ts'
import { safetyEvent, trace } from './records.ts'
import { truck } from './registers.ts'
import { inForce } from './shared.ts'
import { type SafetySystem, safetySystems, safetyTypes } from './words.ts'

interface Watched {
  readonly id: string
  readonly plate: string
  readonly haulerCode: string
  readonly device: string
  readonly since: Date | null
  readonly trip: string | null
  readonly leftAt: Date | null
  readonly site: string | null
  readonly line: { readonly coordinates: readonly LineCoords[] } | null
}
const watchedSql = `select t.id, t.plate, t.hauler_code as "haulerCode", t.device, n.received_at as since, p.id as trip, p.left_at as "leftAt", p.site,
    st_asgeojson(st_multi(l.geom))::json as line
  from muck.truck t left join muck.truck_now n on n.district = t.district and n.id = t.id
    left join lateral (select id, left_at, site from muck.trip p where p.district = t.district and p.plate = t.plate and p.status = any(array['running', 'missing']) order by left_at desc limit 1) p on true
    left join muck.site s on s.district = t.district and s.id = p.site
    left join sensing.line l on l.district = t.district and l.id = s.line
  where t.retired_at is null and t.device is not null order by t.plate`
interface Fix {
  readonly at: Date
  readonly receivedAt: Date
  readonly lon: number
  readonly lat: number
  readonly areaCode: string | null
  readonly speed: number | null
  readonly extras: string | null
}
const fixSql = `select at, received_at as "receivedAt", lon, lat, area_code as "areaCode", speed::float8 as speed, extras from sensing.position
  where device = $1 and at >= $2 and received_at > $3 order by at`
const nowSql = `insert into muck.truck_now as n (district, id, at, received_at, by_name, plate, state, speed, site, lon, lat, area_code)
  values ($1, $2, $3, $4, '车载终端', $5, $6, $7, $8, $9, $10, $11) on conflict (district, id) do update set at = excluded.at, received_at = excluded.received_at,
    state = excluded.state, speed = excluded.speed, site = excluded.site, lon = excluded.lon, lat = excluded.lat, area_code = excluded.area_code`
/** A batch under way at the last look has committed by now; what is met twice is told apart by its time. */
const graceMs = 5000
const placeOf = (ctx: WorkContext, f: Fix) => ({ lon: f.lon, lat: f.lat, areaCode: f.areaCode ?? ctx.district, at: f.at })

/** The farthest of the fixes in a row beyond the limit; undefined where there are not enough in a row. */
export const farthestRun = (metres: readonly number[], limit: number, least: number): number | undefined => {
  let run = 0
  let far = 0
  for (const m of metres) {
    run = m > limit ? run + 1 : 0
    far = m > limit ? Math.max(far, m) : 0
    if (run >= least) return Math.max(far, ...metres.slice(metres.indexOf(m)))
  }
  return undefined
}
const judgeRoute = async (ctx: WorkContext, w: Watched, all: readonly Fix[]): Promise<void> => {
  const { line, trip } = w
  if (!line || !trip) return
  const metres = all.map((f) => Math.min(...line.coordinates.map((part) => distanceToLineM([f.lon, f.lat], part))))
  const far = farthestRun(metres, inForce(ctx, 'route-metres'), inForce(ctx, 'route-fixes'))
  if (far === undefined) return
  const known = await one(ctx.tx, `select 1 as n from muck.trace where trip = $1 and kind = 'offRoute'`, [trip])
  if (known) return
  const at = all[metres.indexOf(far)] ?? all.at(-1)
  if (at) await addRecord(ctx, trace, { plate: w.plate, trip, kind: 'offRoute', metres: Math.round(far) }, placeOf(ctx, at))
}
interface Lift {
  readonly at: Date
}
const liftSql = `select at from sensing.reading where device = $1 and quantity = 'lift' and value > 0 and at >= $2 and received_at > $3 order by at limit 1`
interface Dump {
  readonly lon: number
  readonly lat: number
  readonly fenceM: number
}
/** The tipper is up and no dump site is near: 偷倒乱倒. */
const judgeLift = async (ctx: WorkContext, w: Watched, from: Date, since: Date, fixes: readonly Fix[]): Promise<void> => {
  const lift = await one<Lift>(ctx.tx, liftSql, [w.device, from, since])
  const at = lift && (fixes.findLast((f) => f.at <= lift.at) ?? fixes[0])
  if (!at) return
  const dumps = await many<Dump>(
    ctx.tx,
    'select lon, lat, fence_m as "fenceM" from muck.dump where retired_at is null and lon is not null',
  )
  const gaps = dumps
    .map((d) => ({ ...d, metres: distanceM([at.lon, at.lat], [d.lon, d.lat]) }))
    .sort((a, b) => a.metres - b.metres)
  if (gaps.some((d) => d.metres <= d.fenceM)) return
  const known = await one(
    ctx.tx,
    `select 1 as n from muck.trace where plate = $1 and kind = 'outsideDump' and at > $2::timestamptz - interval '10 minutes' and at <= $2::timestamptz`,
    [w.plate, at.at],
  )
  const values = { plate: w.plate, trip: w.trip, kind: 'outsideDump', metres: Math.round(gaps[0]?.metres ?? 0) }
  if (!known) await addRecord(ctx, trace, values, placeOf(ctx, at))
}
const systems = Object.keys(safetySystems) as readonly SafetySystem[]
const numbersOf = (extras: string | null): Readonly<Record<string, unknown>> => {
  if (!extras?.includes('Event"')) return {}
  try {
    return JSON.parse(extras) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}
/** Flag 2 is the end of an alarm that was already told. Tyres and blind areas carry no level: the second, as their makers count. */
const eventsOf = (f: Fix) => {
  const said = numbersOf(f.extras)
  return systems.flatMap((system) => {
    const type = said[`${system}Event`]
    if (typeof type !== 'number' || said[`${system}Flag`] === 2) return []
    const level = said[`${system}Level`]
    return [{ system, event: safetyTypes[system][type] ?? `类型${type}`, level: typeof level === 'number' ? level : 2 }]
  })
}
const takeSafety = async (ctx: WorkContext, w: Watched, fixes: readonly Fix[]): Promise<void> => {
  let last: Date | undefined
  for (const f of fixes)
    for (const e of eventsOf(f)) {
      const known = await one(
        ctx.tx,
        'select 1 as n from muck.safety_event where plate = $1 and at = $2 and system = $3 and event = $4',
        [w.plate, f.at, e.system, e.event],
      )
      if (known) continue
      last = f.at
      const values = { plate: w.plate, haulerCode: w.haulerCode, ...e, speed: f.speed, trip: w.trip }
      await addRecord(ctx, safetyEvent, values, placeOf(ctx, f))
    }
  if (last) await editRow(ctx, truck, w.id, { safetyAt: last.toISOString() }, { reason: '主动安全报警' })
}
const lookAt = async (ctx: WorkContext, w: Watched): Promise<void> => {
  const since = w.since ?? new Date(ctx.now.getTime() - hourMs)
  const from = new Date(since.getTime() - hourMs)
  const after = new Date(since.getTime() - graceMs)
  const fresh = await many<Fix>(ctx.tx, fixSql, [w.device, from, after])
  const last = fresh.at(-1)
  if (!last) return
  const all = w.leftAt ? await many<Fix>(ctx.tx, fixSql, [w.device, w.leftAt, new Date(0)]) : []
  await judgeRoute(ctx, w, all)
  await judgeLift(ctx, w, from, after, fresh)
  await takeSafety(ctx, w, fresh)
  const mark = new Date(Math.max(...fresh.map((f) => f.receivedAt.getTime())))
  const state = w.trip ? 'onTrip' : 'idle'
  const params = [ctx.district, w.id, last.at, mark, w.plate, state, last.speed, w.site, last.lon, last.lat, last.areaCode]
  await raw(ctx.tx, nowSql, params)
}
export const watchJob: Job = {
  id: 'muck.watch',
  zh: '渣土车轨迹与主动安全研判',
  everyMinutes: 1,
  run: async (ctx) => {
    for (const w of await many<Watched>(ctx.tx, watchedSql)) await lookAt(ctx, w)
  },
}
