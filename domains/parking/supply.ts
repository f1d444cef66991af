/** Supply and demand counted for the panel, turnover, new berths: plain SQL over the rows themselves. */
import { dayMs, dayText, endOf, many, one, parameterOf, startOf, type Tx, type WorkContext } from '#kernel'
import { readLots } from './guide/availability.ts'
import { readBoards, showBoard } from './guide/board.ts'
import { percentOf } from './shared.ts'

const streetOf = (area: string | null, district: string): string => (area && area.length >= 9 ? area.slice(0, 9) : district)
const hourSql = `with h as (select generate_series(0, 23) as hour),
  o as (select entered_at, left_at from parking."order" where status <> 'void' and entered_at < $2 and (left_at is null or left_at >= $1))
  select h.hour, (select count(*)::int from o where o.entered_at >= $1 + h.hour * interval '1 hour' and o.entered_at < $1 + (h.hour + 1) * interval '1 hour') as arrivals,
    (select count(*)::int from o where o.left_at >= $1 + h.hour * interval '1 hour' and o.left_at < $1 + (h.hour + 1) * interval '1 hour') as departures,
    (select count(*)::int from o where o.entered_at < $1 + (h.hour + 1) * interval '1 hour' and o.entered_at <= $3 and (o.left_at is null or o.left_at > $1 + h.hour * interval '1 hour') and $1 + h.hour * interval '1 hour' <= $3) as demand
  from h order by h.hour`
const totalsSql = `select (select count(*)::int from parking.berth where retired_at is null) as berths,
  (select count(*)::int from parking.lot where connection = 'connected' and retired_at is null) as connected,
  (select count(*)::int from parking."order" where status = 'parked') as parked,
  (select count(*)::int from parking."order" where entered_at >= $1 and entered_at < $2 and status <> 'void') as arrivals,
  (select coalesce(sum(paid_fen), 0)::float8 from parking."order" where paid_at >= $1 and paid_at < $2) as "paidFen",
  (select count(*)::int from parking."order" where status = 'arrears') as arrears,
  (select coalesce(sum(amount_fen), 0)::float8 from parking."order" where status = 'arrears') as "arrearsFen",
  (select count(*)::int from parking.pilot where status = 'running') as pilots,
  (select count(*)::int from parking.berth b join parking.lot l on l.district = b.district and l.id = b.lot and l.is_charged where b.retired_at is null and b.vehicle = 'motor') as charged`
interface Totals {
  readonly berths: number
  readonly connected: number
  readonly parked: number
  readonly arrivals: number
  readonly paidFen: number
  readonly arrears: number
  readonly arrearsFen: number
  readonly pilots: number
  readonly charged: number
}
interface Hour {
  readonly hour: number
  readonly arrivals: number
  readonly departures: number
  readonly demand: number
}
export const panelOf = async (ctx: WorkContext, day: string | undefined) => {
  const on = day ?? dayText(ctx.now)
  const [from, to] = [startOf(on), endOf(on)]
  const stale = parameterOf(ctx, 'parking.stale-minutes')
  const lots = await readLots(ctx.tx, ctx.now, stale)
  const totals = (await one<Totals>(ctx.tx, totalsSql, [from, to])) as Totals
  const hours = await many<Hour>(ctx.tx, hourSql, [from, to, ctx.now])
  const boards = await Promise.all((await readBoards(ctx.tx)).map((b) => showBoard(ctx.tx, b, ctx.now, stale)))
  const byStreet = Map.groupBy(lots, (l) => streetOf(l.areaCode, ctx.district))
  const { charged, ...shown } = totals
  return {
    at: ctx.now,
    ...shown,
    lots: lots.length,
    free: lots.reduce((n, l) => n + (l.free ?? 0), 0),
    staleLots: lots.filter((l) => l.free === null).length,
    boards: boards.length,
    staleBoards: boards.filter((b) => b.isStale).length,
    streets: [...byStreet].sort().map(([street, own]) => {
      const fresh = own.filter((l) => l.free !== null)
      const spaces = fresh.reduce((n, l) => n + l.spaces, 0)
      const free = fresh.reduce((n, l) => n + (l.free ?? 0), 0)
      return {
        street,
        lots: own.length,
        spaces: own.reduce((n, l) => n + l.spaces, 0),
        free,
        stale: own.length - fresh.length,
        taken: percentOf(Math.max(0, spaces - free), spaces),
      }
    }),
    hours: hours.map((h) => ({ ...h, supply: charged })),
  }
}
interface Road {
  readonly lot: string
  readonly berths: number
  readonly stays: number
  readonly earlier: number
  readonly searchMinutes: number | null
  readonly searches: number
}
const roadSql = `select l.id as lot, (select count(*)::int from parking.berth b where b.lot = l.id and b.retired_at is null and b.vehicle = 'motor') as berths,
    (count(o.id) filter (where o.entered_at >= $1))::int as stays, (count(o.id) filter (where o.entered_at < $1))::int as earlier,
    (avg(o.search_minutes) filter (where o.entered_at >= $1))::float8 as "searchMinutes", (count(o.search_minutes) filter (where o.entered_at >= $1))::int as searches
  from parking.lot l left join parking."order" o on o.district = l.district and o.lot = l.id and o.entered_at >= $3 and o.entered_at < $2 and o.status <> 'void'
  where l.is_charged and l.retired_at is null group by l.id, l.name order by l.name`
const byHourSql = `select extract(hour from entered_at at time zone 'Asia/Shanghai')::int as hour, count(*)::int as stays, avg(search_minutes)::float8 as "searchMinutes"
  from parking."order" where entered_at >= $1 and entered_at < $2 and status <> 'void' group by 1 order by 1`
const rate = (stays: number, berths: number, days: number, digits = 100): number | null =>
  berths === 0 || days === 0 ? null : Math.round((stays * digits) / berths / days) / digits
const tenth = (n: number | null): number | null => (n === null ? null : Math.round(n * 10) / 10)
export const turnover = async (tx: Tx, fromDay: string, toDay: string) => {
  const [from, to] = [startOf(fromDay), endOf(toDay)]
  const days = Math.round((to.getTime() - from.getTime()) / dayMs)
  const roads = await many<Road>(tx, roadSql, [from, to, new Date(from.getTime() - days * dayMs)])
  const hours = await many<{ hour: number; stays: number; searchMinutes: number | null }>(tx, byHourSql, [from, to])
  const [berths, stays] = [roads.reduce((n, r) => n + r.berths, 0), roads.reduce((n, r) => n + r.stays, 0)]
  const searched = roads.reduce((n, r) => n + r.searches, 0)
  const minutes = roads.reduce((n, r) => n + (r.searchMinutes ?? 0) * r.searches, 0)
  return {
    days,
    turnover: rate(stays, berths, days),
    searchMinutes: searched === 0 ? null : tenth(minutes / searched),
    roads: roads.map(({ earlier, ...r }) => ({
      ...r,
      searchMinutes: tenth(r.searchMinutes),
      turnover: rate(r.stays, r.berths, days),
      before: rate(earlier, r.berths, days),
    })),
    hours: hours.map((h) => ({ ...h, searchMinutes: tenth(h.searchMinutes), perBerth: rate(h.stays, berths, days, 1000) })),
  }
}
interface Opened {
  readonly vehicle: 'motor' | 'nonmotor'
  readonly ownership: 'public' | 'attached' | 'road'
  readonly origin: 'fresh' | 'rebuilt' | 'tapped'
  readonly street: string | null
  readonly month: string
  readonly n: number
}
const openedSql = `select vehicle, ownership, origin, left(area_code, 9) as street, to_char(opened_on, 'YYYY-MM') as month, count(*)::int as n
  from parking.berth where retired_at is null and opened_on >= $1::date and opened_on <= $2::date group by 1, 2, 3, 4, 5`
const tally = <R extends { readonly n: number }>(
  rows: readonly R[],
  keyOf: (row: R) => string,
): readonly (readonly [string, number])[] =>
  [...Map.groupBy(rows, keyOf)]
    .map(([key, group]) => [key, group.reduce((n, r) => n + r.n, 0)] as const)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
export const newBerths = async (ctx: WorkContext, wanted: number | undefined) => {
  const year = wanted ?? Number(dayText(ctx.now).slice(0, 4))
  const rows = await many<Opened>(ctx.tx, openedSql, [`${year}-01-01`, `${year}-12-31`])
  const motor = rows.filter((r) => r.vehicle === 'motor')
  const opened = motor.reduce((n, r) => n + r.n, 0)
  const target = parameterOf(ctx, 'parking.berth-target')
  let total = 0
  return {
    year,
    target,
    opened,
    rate: percentOf(opened, target),
    nonmotor: rows.reduce((n, r) => n + r.n, 0) - opened,
    kinds: tally(rows, (r) => `${r.vehicle} ${r.ownership} ${r.origin}`).map(([key, n]) => {
      const [vehicle, ownership, origin] = key.split(' ') as [string, Opened['ownership'], Opened['origin']]
      return { vehicle, ownership, origin, count: n }
    }),
    streets: tally(motor, (r) => r.street ?? ctx.district).map(([street, n]) => ({ street, count: n })),
    months: tally(motor, (r) => r.month).map(([month, n]) => {
      total += n
      return { month, count: n, total }
    }),
  }
}
