/** What a weighbridge says: taken once by its number, judged against the vehicle's own weights. */
import { one, raw, reject, type WorkContext } from '#kernel'
import { raiseAlarm } from '../alarm.ts'
import { inForce, openBySystem } from '../shared.ts'

export interface Weighing {
  readonly ticket: string
  readonly station: string
  readonly direction: 'in' | 'out'
  readonly waste: string
  readonly plate: string
  readonly fromPlace: string
  readonly fromStation?: string | undefined
  readonly route?: string | undefined
  readonly areaCode?: string | undefined
  readonly grossKg: number
  readonly tareKg: number
  readonly at: string
}
interface StationRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly state: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const stationSql =
  'select id, name, kind, state, lon, lat, area_code as "areaCode" from sanitation.station where code = $1 and retired_at is null'
interface VehicleRow {
  readonly tareKg: number | null
  readonly loadKg: number | null
}
/** Why a reading cannot simply be believed; undefined where it can. */
const doubtOf = (ctx: WorkContext, w: Weighing, v: VehicleRow | undefined, s: StationRow): string | undefined => {
  const net = w.grossKg - w.tareKg
  const doubts = [
    net <= 0 ? '毛重不大于皮重' : '',
    net > inForce(ctx, 'tons-most') * 1000 ? `净重超过${inForce(ctx, 'tons-most')}吨` : '',
    v ? '' : '车辆不在台账',
    v?.tareKg && Math.abs(w.tareKg - v.tareKg) * 100 > v.tareKg * inForce(ctx, 'tare-percent')
      ? `皮重与台账${v.tareKg}kg不符`
      : '',
    v?.loadKg && net * 100 > v.loadKg * inForce(ctx, 'load-percent') ? `超过核定载质量${v.loadKg}kg` : '',
    s.state === 'running' ? '' : `${s.name}不在运行`,
  ].filter(Boolean)
  return doubts.length > 0 ? doubts.join('、').slice(0, 200) : undefined
}
const knownSql = 'select id, number, status, doubt, net_kg as "netKg" from sanitation.ticket where ticket = $1'
interface Known {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly doubt: string | null
  readonly netKg: number
}
export const takeWeighing = async (ctx: WorkContext, w: Weighing) => {
  await raw(ctx.tx, 'select pg_advisory_xact_lock(hashtext($1))', [`sanitation ${w.ticket}`])
  const answer = async (isKnown: boolean) => {
    const t = await one<Known>(ctx.tx, knownSql, [w.ticket])
    return t && { row: t.id, netKg: t.netKg, status: t.status, doubt: t.doubt, isKnown }
  }
  const known = await answer(true)
  if (known) return known
  if (new Date(w.at).getTime() > ctx.now.getTime() + 60_000) return reject('sanitation.field', { why: '过磅时间不能晚于现在' })
  const s = await one<StationRow>(ctx.tx, stationSql, [w.station])
  if (!s) return reject('sanitation.field', { why: `没有编号为${w.station}的站(厂)` })
  const from = w.fromStation ? await one<StationRow>(ctx.tx, stationSql, [w.fromStation]) : undefined
  if (w.fromStation && !from) return reject('sanitation.field', { why: `没有编号为${w.fromStation}的来源站` })
  const v = await one<VehicleRow>(
    ctx.tx,
    `select tare_kg as "tareKg", load_kg as "loadKg" from sanitation.vehicle where plate = $1 and retired_at is null`,
    [w.plate],
  )
  const doubt = doubtOf(ctx, w, v, s)
  const { ticket, direction, waste, plate, fromPlace, grossKg, tareKg } = w
  const known2 = { ticket, direction, waste, plate, fromPlace, grossKg, tareKg }
  const input = {
    ...known2,
    station: s.id,
    stationName: s.name,
    stationKind: s.kind,
    fromStation: from?.id ?? null,
    route: w.route ?? null,
    weighedAt: w.at,
    doubt: doubt ?? null,
  }
  await openBySystem(ctx, 'sanitation.ticket', 'weigh', input, `weigh ${ticket}`, {
    lon: s.lon,
    lat: s.lat,
    areaCode: w.areaCode ?? s.areaCode,
  })
  if (doubt)
    await raiseAlarm(ctx, {
      kind: 'ticket',
      key: `ticket ${ticket}`,
      target: `${s.name} ${plate}`,
      detail: `磅单${ticket}:${doubt}`,
    })
  return (await answer(false)) ?? reject('kernel.not-found', { what: '过磅单' })
}
