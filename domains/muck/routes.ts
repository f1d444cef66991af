/** The doors of gates and dump sites, and the sheets of the desk. */
import { type BoundRoute, bind, dayText, hourMs, type Kernel, many, one, reject, type Tx } from '#kernel'
import { distanceM } from '#kernel/geo/index.ts'
import {
  balanceRoute,
  deskRoute,
  matchesRoute,
  missingRoute,
  passageRoute,
  pointsRoute,
  receiptRoute,
  sightingRoute,
  weeksRoute,
} from './contract.ts'
import { takePassage, takeReceipt, takeSighting } from './loop.ts'
import { weekOf } from './patrol.ts'
import { publicRoutes } from './public-routes.ts'
import { inForce, round2 } from './shared.ts'
import { isoWeek, mondayOf } from './time.ts'

const feedRoutes: readonly BoundRoute[] = [
  bind(passageRoute, (p, ctx) => ctx.work((work) => takePassage(work, p))),
  bind(receiptRoute, (r, ctx) => ctx.work((work) => takeReceipt(work, r))),
  bind(sightingRoute, (s, ctx) => ctx.work((work) => takeSighting(work, s))),
]
interface Desk {
  readonly onDuty: string | null
  readonly sites: number
  readonly trucks: number
  readonly located: number
  readonly running: number
  readonly missing: number
  readonly openAlarms: number
  readonly todayOutM3: number
  readonly todayInM3: number
}
const deskSql = `select (select officer from muck.shift where status = 'on' limit 1) as "onDuty",
  (select count(*)::int from muck.site where state = 'working' and retired_at is null) as sites,
  (select count(*)::int from muck.truck where state = 'admitted' and retired_at is null) as trucks,
  (select count(*)::int from muck.truck_now where at > $1::timestamptz - interval '1 hour') as located,
  (select count(*)::int from muck.trip where status = 'running') as running, (select count(*)::int from muck.trip where status = 'missing') as missing,
  (select count(*)::int from muck.alarm where status = 'raised') as "openAlarms",
  (select coalesce(sum(load_m3), 0)::float8 from muck.trip where status <> 'voided' and (left_at at time zone 'Asia/Shanghai')::date = $2::date) as "todayOutM3",
  (select coalesce(sum(m3), 0)::float8 from muck.receipt where (at at time zone 'Asia/Shanghai')::date = $2::date) as "todayInM3"`
const readDesk = async (tx: Tx, now: Date) => {
  const desk = await one<Desk>(tx, deskSql, [now, dayText(now)])
  if (!desk) return reject('kernel.not-found', { what: '指挥台' })
  return {
    at: now,
    ...desk,
    alarms: [
      ...(await many<{ kind: string; n: number }>(
        tx,
        `select kind, count(*)::int as n from muck.alarm where status = 'raised' group by kind order by n desc, kind`,
      )),
    ],
    dumps: [
      ...(await many<{ dump: string; leftM3: number; todayM3: number; limitState: string }>(
        tx,
        `select id as dump, left_m3::float8 as "leftM3", today_m3::float8 as "todayM3", limit_state as "limitState" from muck.dump_now order by name`,
      )),
    ],
  }
}
interface Balance {
  readonly site: string
  readonly trips: number
  readonly outM3: number
  readonly inM3: number
  readonly pendingM3: number
  readonly settledOutM3: number
}
const balanceSql = `select site_name as site, count(*)::int as trips, sum(load_m3)::float8 as "outM3", coalesce(sum(received_m3), 0)::float8 as "inM3",
    coalesce(sum(load_m3) filter (where received_m3 is null), 0)::float8 as "pendingM3", coalesce(sum(load_m3) filter (where received_m3 is not null), 0)::float8 as "settledOutM3"
  from muck.trip where status <> 'voided' and (left_at at time zone 'Asia/Shanghai')::date between $1::date and $2::date group by 1 order by 3 desc, 1`
const sumOf = (rows: readonly Balance[], key: 'outM3' | 'inM3' | 'pendingM3'): number =>
  round2(rows.reduce((n, r) => n + r[key], 0))
const readBalance = async (tx: Tx, from: string, to: string, tolerance: number) => {
  const rows = await many<Balance>(tx, balanceSql, [from, to])
  return {
    tolerance,
    outM3: sumOf(rows, 'outM3'),
    inM3: sumOf(rows, 'inM3'),
    pendingM3: sumOf(rows, 'pendingM3'),
    sites: rows.map(({ settledOutM3, ...r }) => {
      const gapM3 = round2(settledOutM3 - r.inM3)
      const gapPct = settledOutM3 === 0 ? null : round2((Math.abs(gapM3) / settledOutM3) * 100)
      return { ...r, gapM3, gapPct, isWithin: gapPct === null || gapPct <= tolerance }
    }),
  }
}
interface Missing {
  readonly trip: string
  readonly plate: string
  readonly hauler: string | null
  readonly site: string
  readonly loadM3: number
  readonly leftAt: Date
}
const missingSql = `select id as trip, plate, hauler_name as hauler, site_name as site, load_m3::float8 as "loadM3", left_at as "leftAt" from muck.trip where status = 'missing' order by left_at`
const readMissing = async (tx: Tx, now: Date) => {
  const trips = (await many<Missing>(tx, missingSql)).map((t) => ({
    ...t,
    hours: Math.round(((now.getTime() - t.leftAt.getTime()) / hourMs) * 10) / 10,
  }))
  const within = (from: number, to: number): number => trips.filter((t) => t.hours > from && t.hours <= to).length
  return { total: trips.length, upTo12: within(-1, 12), upTo24: within(12, 24), older: within(24, Number.MAX_VALUE), trips }
}
interface OrderRow {
  readonly id: string
  readonly side: string
  readonly quality: string
  readonly fromOn: string
  readonly toOn: string
  readonly leftM3: number
  readonly lon: number | null
  readonly lat: number | null
}
const orderColumns = `id, side, quality, from_on::text as "fromOn", to_on::text as "toOn", (m3 - coalesce(matched_m3, 0))::float8 as "leftM3", lon, lat`
const accountSql = `select id as account, case when $2 = 'supply' then capacity_m3 - coalesce(balance_m3, 0) else coalesce(balance_m3, 0) - coalesce(reserved_m3, 0) end::float8 as free
  from muck.soil_account where quality = $1 and retired_at is null order by 2 desc`
const readMatches = async (tx: Tx, id: string) => {
  const mine = await one<OrderRow>(tx, `select ${orderColumns} from muck.soil_order where id = $1`, [id])
  if (!mine) return reject('kernel.not-found', { what: '土方供需登记' })
  const others = await many<OrderRow>(
    tx,
    `select ${orderColumns} from muck.soil_order where status = 'open' and side <> $1 and quality = $2 and from_on <= $4::date and to_on >= $3::date and m3 > coalesce(matched_m3, 0)`,
    [mine.side, mine.quality, mine.fromOn, mine.toOn],
  )
  const accounts = await many<{ account: string; free: number }>(tx, accountSql, [mine.quality, mine.side])
  const metresTo = (o: OrderRow): number | null =>
    mine.lon === null || mine.lat === null || o.lon === null || o.lat === null
      ? null
      : Math.round(distanceM([mine.lon, mine.lat], [o.lon, o.lat]))
  return {
    leftM3: mine.leftM3,
    others: others
      .map((o) => ({
        order: o.id,
        leftM3: o.leftM3,
        canM3: Math.min(o.leftM3, mine.leftM3),
        from: o.fromOn > mine.fromOn ? o.fromOn : mine.fromOn,
        to: o.toOn < mine.toOn ? o.toOn : mine.toOn,
        metres: metresTo(o),
      }))
      .sort((a, b) => (a.metres ?? Number.MAX_VALUE) - (b.metres ?? Number.MAX_VALUE)),
    accounts: accounts.filter((a) => a.free > 0).map((a) => ({ account: a.account, canM3: Math.min(a.free, mine.leftM3) })),
  }
}
interface Ranked {
  readonly name: string
  readonly points: number
  readonly cases: number
}
const rankSql = `select subject as name, sum(points)::int as points, count(*)::int as cases from muck.points
  where holder = $1 and happened_on between $2::date and $3::date group by 1 order by 2 desc, 1 limit 200`
const sheetRoutes: readonly BoundRoute[] = [
  bind(deskRoute, (_input, ctx) => ctx.work(({ tx }) => readDesk(tx, ctx.now))),
  bind(balanceRoute, ({ from, to }, ctx) =>
    ctx.work((work) => readBalance(work.tx, from, to, inForce(work, 'tolerance-percent'))),
  ),
  bind(missingRoute, (_input, ctx) => ctx.work(({ tx }) => readMissing(tx, ctx.now))),
  bind(weeksRoute, ({ day }, ctx) =>
    ctx.work(async (work) => {
      const monday = mondayOf(day ?? dayText(ctx.now))
      const { done, trucks, extra } = await weekOf(work.tx, monday)
      const required = inForce(work, 'week-patrols') + extra
      const left = Math.max(0, required - done)
      return { week: isoWeek(monday), from: monday, required, extra, done, left, trucks, isMet: left === 0 }
    }),
  ),
  bind(matchesRoute, ({ id }, ctx) => ctx.work(({ tx }) => readMatches(tx, id))),
  bind(pointsRoute, ({ from, to }, ctx) =>
    ctx.work(async ({ tx }) => ({
      companies: [...(await many<Ranked>(tx, rankSql, ['company', from, to]))],
      trucks: [...(await many<Ranked>(tx, rankSql, ['truck', from, to]))],
    })),
  ),
]
export const muckRoutes = (kernel: Kernel): readonly BoundRoute[] => [...feedRoutes, ...sheetRoutes, ...publicRoutes(kernel)]
