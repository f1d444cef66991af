/** The loop of a trip: a passage at the gate judged against the permit, a receipt at the dump site against its limits and the trip. */
import {
  addRecord,
  bySystem,
  dayText,
  many,
  one,
  openIn,
  publish,
  raw,
  reject,
  say,
  systemActor,
  type WorkContext,
} from '#kernel'
import { alarmWanted } from './facts.ts'
import { passage, receipt, sighting } from './records.ts'
import { clockText, inForce, round2 } from './shared.ts'
import { isWithin } from './time.ts'
import type { AlarmKind } from './words.ts'

interface SiteRow {
  readonly id: string
  readonly name: string
  readonly certificate: string
  readonly plates: readonly string[]
  readonly volumeM3: number
  readonly destination: string | null
  readonly windowFrom: string
  readonly windowTo: string
  readonly validFrom: string
  readonly validTo: string
  readonly state: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const siteSql = `select id, name, certificate, plates, volume_m3::float8 as "volumeM3", destination, window_from as "windowFrom", window_to as "windowTo",
    valid_from::text as "validFrom", valid_to::text as "validTo", state, lon, lat, area_code as "areaCode"
  from muck.site where gate = $1 and retired_at is null for update`
export interface TruckRow {
  readonly id: string
  readonly haulerCode: string
  readonly haulerName: string
  readonly state: string
  readonly safety: string
}
export const truckBy = (ctx: WorkContext, plate: string) =>
  one<TruckRow>(
    ctx.tx,
    'select id, hauler_code as "haulerCode", hauler_name as "haulerName", state, safety from muck.truck where plate = $1 and retired_at is null',
    [plate],
  )
const dayPermitSql = `select number from permits.certificate where kind = 'dayMuck' and status = 'valid' and plates @> to_jsonb(array[$1::text])
  and valid_from <= $2::date and valid_to >= $2::date and window_from <= $3 and window_to >= $3 limit 1`
export interface PassageInput {
  readonly ticket: string
  readonly gate: string
  readonly plate: string
  readonly at: string
  readonly loadM3: number
  readonly isWashed: boolean
  readonly isCovered: boolean
}
interface Judged {
  readonly finding: AlarmKind | null
  readonly detail: string | null
  readonly isDay: boolean
}
const permitFault = (site: SiteRow | undefined, truck: TruckRow | undefined, plate: string, day: string): string | undefined => {
  if (!site) return '卡口没有核准的工地'
  if (site.state !== 'working' || day < site.validFrom || day > site.validTo) return `处置证${site.certificate}不在有效期`
  if (truck?.state !== 'admitted') return '车辆未准入'
  return site.plates.includes(plate) ? undefined : `车辆不在处置证${site.certificate}内`
}
/** By day a valid day permit and a safety system that works; at other hours the window of the permit. */
const hoursFault = async (
  ctx: WorkContext,
  site: SiteRow,
  truck: TruckRow | undefined,
  plate: string,
  at: Date,
  isDay: boolean,
): Promise<Judged | undefined> => {
  const clock = clockText(at)
  if (!isDay)
    return isWithin(site.windowFrom, site.windowTo, clock)
      ? undefined
      : { finding: 'offHours', detail: `${clock}出场,许可时段${site.windowFrom}至${site.windowTo}`, isDay }
  const permit = await one<{ number: string }>(ctx.tx, dayPermitSql, [plate, dayText(at), clock])
  if (!permit) return { finding: 'daytime', detail: `${clock}白天出场,没有有效的白天运输许可`, isDay }
  return truck?.safety === 'ok'
    ? undefined
    : { finding: 'daytime', detail: `${clock}白天出场,许可${permit.number}须主动安全系统正常`, isDay }
}
const judge = async (
  ctx: WorkContext,
  p: PassageInput,
  site: SiteRow | undefined,
  truck: TruckRow | undefined,
): Promise<Judged> => {
  const at = new Date(p.at)
  const hour = Number(clockText(at).slice(0, 2))
  const isDay = hour >= inForce(ctx, 'day-from-hour') && hour < inForce(ctx, 'day-to-hour')
  const fault = permitFault(site, truck, p.plate, dayText(at))
  if (fault || !site) return { finding: 'noPermit', detail: fault ?? null, isDay }
  const hours = await hoursFault(ctx, site, truck, p.plate, at, isDay)
  if (hours) return hours
  const before = await one<{ m3: number }>(
    ctx.tx,
    `select coalesce(sum(load_m3), 0)::float8 as m3 from muck.trip where site = $1 and status <> 'voided'`,
    [site.id],
  )
  const total = round2((before?.m3 ?? 0) + p.loadM3)
  return total > site.volumeM3
    ? { finding: 'overVolume', detail: `累计出土${total}m³,核准${site.volumeM3}m³`, isDay }
    : { finding: null, detail: null, isDay }
}
const notAhead = (ctx: WorkContext, at: string): void => {
  if (new Date(at).getTime() > ctx.now.getTime() + 60_000) reject('muck.field', { why: '时间不能晚于现在' })
}
/** A truck left a gate with its load: the trip begins, right or wrong. The same ticket again changes nothing. */
export const takePassage = async (ctx: WorkContext, p: PassageInput) => {
  await raw(ctx.tx, 'select pg_advisory_xact_lock(hashtext($1))', [`muck ${p.ticket}`])
  const known = await one<{ trip: string; finding: string | null }>(
    ctx.tx,
    'select trip, finding from muck.passage where ticket = $1',
    [p.ticket],
  )
  if (known) return { trip: known.trip, finding: known.finding, isKnown: true }
  notAhead(ctx, p.at)
  const site = await one<SiteRow>(ctx.tx, siteSql, [p.gate])
  const truck = await truckBy(ctx, p.plate)
  const judged = await judge(ctx, p, site, truck)
  const planned = site?.destination
    ? await one<{ id: string }>(ctx.tx, 'select id from muck.dump where place = $1 and retired_at is null', [site.destination])
    : undefined
  const place = { lon: site?.lon ?? null, lat: site?.lat ?? null, areaCode: site?.areaCode ?? null }
  const opened = await openIn(ctx.tx, ctx.kernel, {
    procedure: 'muck.trip',
    district: ctx.district,
    actor: systemActor,
    ...place,
    isOutsideGrid: place.areaCode === null,
    input: {
      plate: p.plate,
      haulerCode: truck?.haulerCode ?? null,
      haulerName: truck?.haulerName ?? null,
      truck: truck?.id ?? null,
      site: site?.id ?? null,
      siteName: site?.name ?? `卡口${p.gate}`,
      certificate: site?.certificate ?? null,
      plannedDump: planned?.id ?? null,
      loadM3: p.loadM3,
      leftAt: p.at,
      isDay: judged.isDay,
      isPermitted: judged.finding === null,
    },
    at: ctx.now,
  })
  const { finding, detail } = judged
  const { at, ...said } = p
  await addRecord(
    ctx,
    passage,
    { ...said, site: site?.id ?? null, trip: opened.id, finding, detail },
    { ...place, at: new Date(at) },
  )
  return { trip: opened.id, finding, isKnown: false }
}

interface DumpRow {
  readonly id: string
  readonly name: string
  readonly licenceTo: string
  readonly capacityM3: number
  readonly baseUsedM3: number
  readonly dailyLimitM3: number
  readonly fenPerM3: number
  readonly state: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const dumpSql = `select id, name, licence_to::text as "licenceTo", capacity_m3::float8 as "capacityM3", base_used_m3::float8 as "baseUsedM3",
    daily_limit_m3::float8 as "dailyLimitM3", fen_per_m3 as "fenPerM3", state, lon, lat, area_code as "areaCode" from muck.dump`
const takenSql = `select coalesce(sum(m3), 0)::float8 as "usedM3", coalesce(sum(m3) filter (where (at at time zone 'Asia/Shanghai')::date = $2::date), 0)::float8 as "todayM3"
  from muck.receipt where dump = $1`
const nowSql = `insert into muck.dump_now as d (district, id, at, received_at, by_name, name, used_m3, left_m3, today_m3, limit_state, lon, lat, area_code)
  values ($1, $2, $3, $3, '进场签收', $4, $5, $6, $7, $8, $9, $10, $11) on conflict (district, id) do update set at = excluded.at, received_at = excluded.received_at,
    name = excluded.name, used_m3 = excluded.used_m3, left_m3 = excluded.left_m3, today_m3 = excluded.today_m3, limit_state = excluded.limit_state`
interface Standing {
  readonly usedM3: number
  readonly todayM3: number
}
const limitOf = (ctx: WorkContext, d: DumpRow, s: Standing): 'normal' | 'warn' | 'stop' => {
  if (s.todayM3 >= d.dailyLimitM3 || s.usedM3 >= d.capacityM3) return 'stop'
  return s.todayM3 * 100 >= d.dailyLimitM3 * inForce(ctx, 'dump-warn-percent') ? 'warn' : 'normal'
}
const standingOf = async (ctx: WorkContext, d: DumpRow): Promise<Standing> => {
  const taken = await one<Standing>(ctx.tx, takenSql, [d.id, dayText(ctx.now)])
  return { usedM3: round2(d.baseUsedM3 + (taken?.usedM3 ?? 0)), todayM3: round2(taken?.todayM3 ?? 0) }
}
const showStanding = async (ctx: WorkContext, d: DumpRow): Promise<'normal' | 'warn' | 'stop'> => {
  const s = await standingOf(ctx, d)
  const state = limitOf(ctx, d, s)
  const left = round2(d.capacityM3 - s.usedM3)
  await raw(ctx.tx, nowSql, [ctx.district, d.id, ctx.now, d.name, s.usedM3, left, s.todayM3, state, d.lon, d.lat, d.areaCode])
  return state
}
/** Every dump site's standing anew: a new day begins with nothing taken. */
export const showDumps = async (ctx: WorkContext): Promise<void> => {
  for (const d of await many<DumpRow>(ctx.tx, `${dumpSql} where retired_at is null order by code`)) await showStanding(ctx, d)
}
const dumpFault = (d: DumpRow, s: Standing, m3: number, day: string): string | undefined => {
  if (d.state !== 'open') return `${d.name}已${d.state === 'closed' ? '封场' : '暂停受纳'}`
  if (d.licenceTo < day) return `${d.name}许可已于${d.licenceTo}到期`
  if (s.usedM3 + m3 > d.capacityM3) return `${d.name}余量${round2(d.capacityM3 - s.usedM3)}m³,不足${m3}m³`
  return s.todayM3 + m3 > d.dailyLimitM3 ? `${d.name}当日已受纳${s.todayM3}m³,日限${d.dailyLimitM3}m³` : undefined
}
export interface ReceiptInput {
  readonly ticket: string
  readonly dump: string
  readonly plate: string
  readonly at: string
  readonly m3: number
}
interface OpenTrip {
  readonly id: string
  readonly plannedDump: string | null
  readonly site: string | null
}
const openTripSql = `select id, planned_dump as "plannedDump", site from muck.trip where plate = $1 and status = any(array['running', 'missing']) and left_at <= $2
  order by left_at desc limit 1`
const wanted = (ctx: WorkContext, kind: AlarmKind, key: string, detail: string, about: object) =>
  publish(ctx, [say(alarmWanted, { kind, key, detail, happenedAt: ctx.now.toISOString(), ...about })])
/** A truck tips at a dump site: signed for, or turned away where the site may take no more. */
export const takeReceipt = async (ctx: WorkContext, r: ReceiptInput) => {
  await raw(ctx.tx, 'select pg_advisory_xact_lock(hashtext($1))', [`muck ${r.ticket}`])
  const known = await one<{ trip: string | null }>(ctx.tx, 'select trip from muck.receipt where ticket = $1', [r.ticket])
  if (known) return { isTaken: true, why: null, trip: known.trip, limit: null, isKnown: true }
  notAhead(ctx, r.at)
  const d = await one<DumpRow>(ctx.tx, `${dumpSql} where code = $1 and retired_at is null for update`, [r.dump])
  if (!d) return reject('muck.field', { why: `没有消纳场${r.dump}` })
  const day = dayText(ctx.now)
  const fault = dumpFault(d, await standingOf(ctx, d), r.m3, day)
  const trip = await one<OpenTrip>(ctx.tx, openTripSql, [r.plate, r.at])
  const about = { plate: r.plate, trip: trip?.id ?? null, site: trip?.site ?? null, dump: d.id, lon: d.lon, lat: d.lat }
  if (fault) {
    await wanted(ctx, 'dumpStop', `stop ${d.id} ${day}`, `${fault},${r.plate}未受纳`, { ...about, trip: null, plate: null })
    return { isTaken: false, why: fault, trip: null, limit: 'stop', isKnown: false }
  }
  const feeFen = Math.round(r.m3 * d.fenPerM3)
  const values = { ticket: r.ticket, dump: d.id, plate: r.plate, m3: r.m3, feeFen, trip: trip?.id ?? null }
  const made = await addRecord(ctx, receipt, values, { lon: d.lon, lat: d.lat, areaCode: d.areaCode, at: new Date(r.at) })
  const limit = await showStanding(ctx, d)
  if (limit === 'warn')
    await wanted(ctx, 'dumpWarn', `warn ${d.id} ${day}`, `${d.name}当日受纳接近日限${d.dailyLimitM3}m³`, { dump: d.id })
  if (!trip) await wanted(ctx, 'noTrip', `receipt ${made.id}`, `${r.plate}在${d.name}卸土${r.m3}m³,没有在途趟次`, about)
  else {
    const after = await bySystem(ctx, 'muck.trip', trip.id, 'receive', { dump: d.id, receivedM3: r.m3, receivedAt: r.at })
    if (after.status === 'differing')
      await wanted(ctx, 'difference', `difference ${trip.id}`, `${r.plate}出土与受纳方量不符,受纳${r.m3}m³`, about)
    if (trip.plannedDump && trip.plannedDump !== d.id)
      await wanted(ctx, 'wrongDump', `wrong ${trip.id}`, `${r.plate}在${d.name}卸土,不是核准的消纳场`, about)
  }
  return { isTaken: true, why: null, trip: trip?.id ?? null, limit, isKnown: false }
}
export interface SightingInput {
  readonly ticket: string
  readonly plate: string
  readonly at: string
  readonly isLoaded: boolean
  readonly source: string
  readonly lon: number
  readonly lat: number
}
/** A camera on the road saw a truck. */
export const takeSighting = async (ctx: WorkContext, { at, lon, lat, ...s }: SightingInput) => {
  await raw(ctx.tx, 'select pg_advisory_xact_lock(hashtext($1))', [`muck ${s.ticket}`])
  notAhead(ctx, at)
  const known = await one<{ hasTrip: boolean }>(ctx.tx, 'select has_trip as "hasTrip" from muck.sighting where ticket = $1', [
    s.ticket,
  ])
  if (known) return { hasTrip: known.hasTrip, isKnown: true }
  const trip = await one(ctx.tx, openTripSql, [s.plate, at])
  const areaCode = ctx.kernel.places.find(ctx.district, lon, lat)
  await addRecord(
    ctx,
    sighting,
    { ...s, hasTrip: trip !== undefined },
    { at: new Date(at), lon, lat, ...(areaCode ? {} : { areaCode: ctx.district }) },
  )
  return { hasTrip: trip !== undefined, isKnown: false }
}
