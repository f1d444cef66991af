/** A bike taken or brought back: the order, the bike, the level of the station, and the call for a truck in the peak. */
import { addRecord, dayText, one, openIn, performIn, raw, reject, systemActor, type WorkContext } from '#kernel'
import { distanceM } from '#kernel/geo/index.ts'
import { level } from './records.ts'

interface StationRow {
  readonly id: string
  readonly name: string
  readonly docks: number
  readonly emptyAt: number
  readonly fullAt: number
  readonly mode: string
  readonly fenceM: number | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const stationColumns =
  'id, name, docks, empty_at as "emptyAt", full_at as "fullAt", mode, fence_m::float8 as "fenceM", lon, lat, area_code as "areaCode"'
const stationBy = (ctx: WorkContext, column: 'code' | 'id', value: string) =>
  one<StationRow>(
    ctx.tx,
    `select ${stationColumns} from bikes.station where ${column}${column === 'id' ? '::text' : ''} = $1 and retired_at is null for update`,
    [value],
  )
const parkedAt = async (ctx: WorkContext, station: string): Promise<number> =>
  (
    await one<{ n: number }>(ctx.tx, `select count(*)::int as n from bikes.bike_now where station = $1 and state = 'docked'`, [
      station,
    ])
  )?.n ?? 0
const nowSql = `insert into bikes.bike_now as b (district, id, at, received_at, by_name, number, state, station, lon, lat, area_code)
  select $1, $2, $3, $4, '车桩', k.number, $5, $6::uuid, s.lon, s.lat, s.area_code from bikes.bike k left join bikes.station s on s.id = $6::uuid where k.id = $2
  on conflict (district, id) do update set at = excluded.at, received_at = excluded.received_at, state = excluded.state, station = excluded.station,
    lon = coalesce(excluded.lon, b.lon), lat = coalesce(excluded.lat, b.lat), area_code = coalesce(excluded.area_code, b.area_code)`
/** Where a bike is from now on. */
export const placeBike = async (
  ctx: WorkContext,
  bike: string,
  state: string,
  station: string | null,
  at: Date,
): Promise<void> => {
  const before = await one<{ station: string | null }>(ctx.tx, 'select station from bikes.bike_now where id = $1', [bike])
  await raw(ctx.tx, nowSql, [ctx.district, bike, at, ctx.now, state, station])
  for (const id of new Set([before?.station, station])) if (id) await noteLevel(ctx, id, at)
}
export type Level = 'empty' | 'normal' | 'full'
export const levelOf = (
  parked: number,
  s: { readonly docks: number; readonly emptyAt: number; readonly fullAt: number },
): Level => (parked <= s.emptyAt ? 'empty' : s.docks - parked <= s.fullAt ? 'full' : 'normal')
export type Peak = 'am' | 'pm'
export const peakWindows = (
  ctx: WorkContext,
  day: string,
): readonly { readonly peak: Peak; readonly from: Date; readonly to: Date }[] => {
  const value = (name: string) => ctx.kernel.parameters.value(ctx.district, `bikes.${name}`, day)
  const at = (minutes: number) => new Date(new Date(`${day}T00:00:00+08:00`).getTime() + minutes * 60_000)
  return (['am', 'pm'] as const).map((peak) => ({ peak, from: at(value(`${peak}-from`)), to: at(value(`${peak}-to`)) }))
}
const noteLevel = async (ctx: WorkContext, id: string, at: Date): Promise<void> => {
  const s = await stationBy(ctx, 'id', id)
  if (!s) return
  const parked = await parkedAt(ctx, id)
  const now = levelOf(parked, s)
  await addRecord(ctx, level, { station: id, parked, level: now }, { lon: s.lon, lat: s.lat, areaCode: s.areaCode, at })
  const peak = peakWindows(ctx, dayText(at)).find((p) => at >= p.from && at < p.to)?.peak
  if (now === 'normal' || !peak) return
  const open = await one(
    ctx.tx,
    `select 1 as n from bikes.dispatch where station = $1 and status = any(array['called', 'sent'])`,
    [id],
  )
  if (open) return
  await openIn(ctx.tx, ctx.kernel, {
    procedure: 'bikes.dispatch',
    district: ctx.district,
    actor: systemActor,
    lon: s.lon,
    lat: s.lat,
    areaCode: s.areaCode,
    isOutsideGrid: s.areaCode === null,
    input: { station: id, stationName: s.name, need: now === 'empty' ? 'bring' : 'take', peak, parked, docks: s.docks },
    at: ctx.now,
  })
}
interface Move {
  readonly order: string
  readonly bike: string
  readonly kind: 'out' | 'back'
  readonly station: string
  readonly at: string
  readonly lon?: number | undefined
  readonly lat?: number | undefined
}
/** With every dock taken a bike may be left within the Bluetooth fence, where the station has one. */
const wayBack = (s: StationRow, parked: number, move: Move): 'dock' | 'bluetooth' => {
  if (parked < s.docks) return 'dock'
  if (s.mode !== 'bluetooth') return reject('bikes.not-yet', { why: '桩位已满' })
  const metres =
    move.lon !== undefined && move.lat !== undefined && s.lon !== null && s.lat !== null
      ? Math.round(distanceM([move.lon, move.lat], [s.lon, s.lat]))
      : undefined
  if (metres === undefined || metres > (s.fenceM ?? 0))
    return reject('bikes.not-yet', { why: `桩位已满,请在站点${s.fenceM ?? 0}米蓝牙围栏内还车` })
  return 'bluetooth'
}
/** Takes one report; the same order and kind again changes nothing. */
export const takeMove = async (ctx: WorkContext, move: Move) => {
  const s = await stationBy(ctx, 'code', move.station)
  if (!s) return reject('bikes.field', { why: `没有站点${move.station}` })
  const bike = await one<{ id: string }>(ctx.tx, 'select id from bikes.bike where number = $1 and retired_at is null', [
    move.bike,
  ])
  if (!bike) return reject('bikes.field', { why: `没有车辆${move.bike}` })
  const at = new Date(move.at)
  if (at > new Date(ctx.now.getTime() + 60_000)) return reject('bikes.field', { why: '时间不能晚于现在' })
  const known = await one<{ id: string; status: string; bike: string; way: string | null }>(
    ctx.tx,
    'select id, status, bike, way from bikes.ride where order_no = $1',
    [move.order],
  )
  const reply = async (status: string, way: string | null, isKnown: boolean) => ({
    order: move.order,
    status,
    way,
    parked: await parkedAt(ctx, s.id),
    isKnown,
  })
  if (move.kind === 'out') {
    if (known) return reply(known.status, known.way, true)
    const now = await one<{ station: string | null; state: string }>(
      ctx.tx,
      'select station, state from bikes.bike_now where id = $1',
      [bike.id],
    )
    if (now?.state !== 'docked' || now.station !== s.id) return reject('bikes.not-yet', { why: `${move.bike}不在该站桩上` })
    await openIn(ctx.tx, ctx.kernel, {
      procedure: 'bikes.ride',
      district: ctx.district,
      actor: systemActor,
      lon: s.lon,
      lat: s.lat,
      areaCode: s.areaCode,
      isOutsideGrid: s.areaCode === null,
      input: { orderNo: move.order, bike: bike.id, bikeNumber: move.bike, fromStation: s.id, borrowedAt: move.at },
      at: ctx.now,
    })
    await placeBike(ctx, bike.id, 'out', null, at)
    return reply('out', null, false)
  }
  if (!known || known.bike !== bike.id) return reject('bikes.field', { why: `没有车辆${move.bike}的订单${move.order}` })
  if (known.status === 'returned') return reply('returned', known.way, true)
  const way = wayBack(s, await parkedAt(ctx, s.id), move)
  await performIn(ctx, {
    procedure: 'bikes.ride',
    subjectId: known.id,
    action: 'giveBack',
    input: { toStation: s.id, returnedAt: move.at, way },
    who: null,
    actor: systemActor,
  })
  await placeBike(ctx, bike.id, 'docked', s.id, at)
  return reply('returned', way, false)
}
