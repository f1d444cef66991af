/** The doors of weighbridges and the sheets of the desk. */
import { addDays, type BoundRoute, bind, dayText, type Kernel, many, one, percentOf, reject, round, type Tx } from '#kernel'
import {
  centreRoute,
  coverRoute,
  disinfectRoute,
  dustRoute,
  fleetRoute,
  ledgerRoute,
  panelRoute,
  sidewalkRoute,
  weighRoute,
} from './contract.ts'
import { inForce, mondayOf } from './shared.ts'
import { overdueOf } from './stations/disinfect.ts'
import { coverOf } from './sweeping/cover.ts'
import { toiletRoutes } from './toilets/routes.ts'
import { ledgerOf } from './weighing/ledger.ts'
import { takeWeighing } from './weighing/take.ts'
import { newEnergies } from './words.ts'

interface Panel {
  readonly orders: number
  readonly done: number
  readonly waiting: number
  readonly exempt: number
  readonly missed: number
  readonly workers: number
  readonly vehicles: number
  readonly out: number
  readonly km: number
  readonly tonsIn: number
  readonly tonsOut: number
  readonly held: number
  readonly pickups: number
  readonly picked: number
  readonly toilets: number
  readonly toiletsOpen: number
  readonly openCases: number
  readonly complaints: number
  readonly area: number
  readonly swept: number
  readonly score: number | null
}
const today = (column: string): string => `(${column} at time zone 'Asia/Shanghai')::date = $1::date`
const panelSql = `with o as (select status from sanitation."order" where day_on <= $1::date and until_on >= $1::date)
  select (select count(*)::int from o) as orders, (select count(*)::int from o where status = 'done') as done, (select count(*)::int from o where status = 'planned') as waiting, (select count(*)::int from o where status = 'exempt') as exempt,
    (select count(*)::int from sanitation."order" where status = any(array['missed', 'partly'])) as missed, (select count(*)::int from sanitation.worker where is_on and retired_at is null) as workers,
    (select count(*)::int from sanitation.vehicle where state = 'inService' and retired_at is null) as vehicles,
    (select count(distinct plate)::int from (select plate from sanitation.pass where ${today('at')} and plate is not null union select plate from sanitation.ticket where ${today('weighed_at')} and status <> 'void') v) as out,
    (select coalesce(sum(km), 0)::float8 from sanitation.pass where ${today('at')} and via = 'track') as km,
    (select coalesce(sum(net_t), 0)::float8 from sanitation.ticket where status = 'accepted' and direction = 'in' and ${today('weighed_at')}) as "tonsIn", (select coalesce(sum(net_t), 0)::float8 from sanitation.ticket where status = 'accepted' and direction = 'out' and ${today('weighed_at')}) as "tonsOut",
    (select count(*)::int from sanitation.ticket where status = 'held') as held,
    (select count(*)::int from sanitation.pickup where day_on = $1::date) as pickups, (select count(*)::int from sanitation.pickup where day_on = $1::date and status = any(array['picked', 'made'])) as picked,
    (select count(*)::int from sanitation.toilet where retired_at is null and state <> 'closed') as toilets, (select count(*)::int from sanitation.toilet where retired_at is null and state = 'open') as "toiletsOpen",
    (select count(*)::int from cases."case" where source_type like 'sanitation.%' and closed_at is null) as "openCases", (select count(*)::int from sanitation.complaint where status = 'open') as complaints,
    (select coalesce(sum(area_m2), 0)::float8 from sanitation.road_day where day_on = $2::date and class = any(array['trunk', 'secondary'])) as area, (select coalesce(sum(machine_m2), 0)::float8 from sanitation.road_day where day_on = $2::date and class = any(array['trunk', 'secondary'])) as swept,
    (select avg(score)::float8 from sanitation.road_check where created_at >= (date_trunc('month', $1::date)::timestamp at time zone 'Asia/Shanghai')) as score`
const readPanel = async (tx: Tx, now: Date) => {
  const day = dayText(now)
  const panel = await one<Panel>(tx, panelSql, [day, addDays(day, -1)])
  if (!panel) return reject('kernel.not-found', { what: '数字环卫平台' })
  const { area, swept, score, ...rest } = panel
  const alarms = await many<{ kind: string; n: number }>(
    tx,
    `select kind, count(*)::int as n from sanitation.alarm where status = 'raised' group by kind order by n desc, kind`,
  )
  return {
    at: now,
    ...rest,
    machineRate: percentOf(swept, area),
    score: score === null ? null : round(score),
    alarms: [...alarms],
  }
}
interface Facility {
  readonly kind: string
  readonly code: string
  readonly name: string
  readonly state: string
  readonly repairs: number
  readonly alarms: number
  readonly latest: string | null
}
const stateCase = `case f.state when 'running' then '运行' when 'upkeep' then '检修' when 'stopped' then '停用' when 'open' then '开放' when 'suspended' then '暂停开放' when 'closed' then '关闭' when 'inService' then '在用' when 'repair' then '维修' else f.state end`
const centreSql = `select f.kind, f.code, f.name, ${stateCase} as state, (select count(*)::int from sanitation.repair r where r.status <> 'closed' and f.id = any(array[r.station, r.toilet, r.vehicle])) as repairs,
    coalesce(a.n, 0)::int as alarms, a.latest from (
      select '转运站' as kind, district, id, code, name, state from sanitation.station where retired_at is null
      union all select '公厕', district, id, code, name, state from sanitation.toilet where retired_at is null and state <> 'closed'
      union all select '车辆', district, id, plate, plate, state from sanitation.vehicle where retired_at is null and state <> 'scrapped') f
    left join lateral (select count(*)::int as n, (array_agg(detail order by created_at desc))[1] as latest from sanitation.alarm x where x.district = f.district and x.status = 'raised' and x.open_key like '%' || f.id || '%') a on true
  order by coalesce(a.n, 0) desc, f.kind, f.name`
interface Source {
  readonly fromPlace: string
  readonly waste: string
  readonly trips: number
  readonly netT: number
}
const sourceSql = `select from_place as "fromPlace", waste, count(*)::int as trips, sum(net_t)::float8 as "netT" from sanitation.ticket where status = 'accepted' and direction = 'in' and ${today('weighed_at')} group by 1, 2 order by 4 desc, 1`
interface Roster {
  readonly name: string
  readonly operator: string
  readonly posts: readonly { readonly fromTime: string; readonly toTime: string; readonly workers: number }[]
}
const rosterSql = `select p.name, p.operator, coalesce((select jsonb_agg(jsonb_build_object('fromTime', s.from_time, 'toTime', s.to_time, 'workers', s.workers)) from sanitation.shift_post s where s.district = p.district and s.road = p.road and s.retired_at is null), '[]') as posts
  from sanitation.road_plan p join grid.road r on r.district = p.district and r.id = p.road where p.retired_at is null and r.class = any(array['trunk', 'secondary']) order by p.name`
const readCover = async (tx: Tx, hours: number) => ({
  hours,
  roads: (await many<Roster>(tx, rosterSql)).map((r) => {
    const cover = coverOf(r.posts)
    return {
      name: r.name,
      operator: r.operator,
      posts: r.posts.length,
      workers: r.posts.reduce((n, p) => n + p.workers, 0),
      covered: cover.hours,
      gaps: cover.gaps.join('、'),
      isMet: cover.hours >= hours,
    }
  }),
})
interface Dust {
  readonly name: string
  readonly operator: string
  readonly least: number
  readonly times: number
  readonly met: string
  readonly isOurs: boolean
}
const dustSql = `select name, operator, dust_least as least, dust_times as times, dust_met as met, class = any(array['trunk', 'secondary']) or dust_least > 0 as "isOurs" from sanitation.road_day where day_on = $1::date order by name`
const readDust = async (tx: Tx, day: string) => {
  const all = (await many<Dust>(tx, dustSql, [day])).filter((r) => r.isOurs)
  return {
    roads: all.length,
    met: all.filter((r) => r.met === 'yes').length,
    exempt: all.filter((r) => r.met === 'exempt').length,
    short: all.filter((r) => r.met === 'no').map(({ met: _met, isOurs: _isOurs, ...r }) => r),
  }
}
interface Washed {
  readonly name: string
  readonly operator: string
  readonly status: string
  readonly washedOn: string | null
}
const washedSql = `select name, operator, status, (last_at at time zone 'Asia/Shanghai')::date::text as "washedOn" from sanitation."order" where work = 'sidewalk' and day_on = $1::date order by name`
/** Pavements of the road register that nobody was told to wash in that week. */
const unwashedSql = `select r.name from grid.road r where r.class = 'pavement' and r.retired_at is null
  and not exists (select 1 from sanitation."order" o where o.district = r.district and o.road = r.id and o.work = 'sidewalk' and o.day_on = $1::date) order by r.name`
const readSidewalks = async (tx: Tx, day: string) => {
  const from = mondayOf(day)
  const roads = await many<Washed>(tx, washedSql, [from])
  const washed = roads.filter((r) => r.status === 'done').length
  const left = roads.filter((r) => ['planned', 'missed', 'partly'].includes(r.status)).length
  const unplanned = (await many<{ name: string }>(tx, unwashedSql, [from])).map((r) => ({ name: r.name }))
  return { from, washed, left, roads: [...roads], unplanned }
}
const readLedger = async (ctx: { readonly tx: Tx }, day: string) => {
  const { stations, district } = await ledgerOf(ctx, day)
  return {
    day,
    collectedT: round(district.collectedT, 3),
    transferredT: round(district.transferredT, 3),
    treatedT: round(district.treatedT, 3),
    stations: stations.map(({ name, trips, inT, outT, stockT, capacityT, isClear }) => ({
      name,
      trips,
      inT: round(inT, 3),
      outT: round(outT, 3),
      stockT,
      capacityT,
      isClear,
    })),
    sources: (await many<Source>(ctx.tx, sourceSql, [day])).map((s) => ({ ...s, netT: round(s.netT, 3) })),
  }
}
interface Fleet {
  readonly fleet: string
  readonly all: number
  readonly newEnergy: number
  readonly diesel: number
  readonly unknown: number
}
/** Both fleets that the plan of new energy is about; muck trucks are those admitted. */
const fleetSql = `select '环卫车' as fleet, count(*)::int as "all", (count(*) filter (where energy = any($1)))::int as "newEnergy", (count(*) filter (where energy = 'diesel'))::int as diesel, 0 as unknown from sanitation.vehicle where retired_at is null and state <> 'scrapped'
  union all select '渣土车', count(*)::int, (count(*) filter (where energy = any($1)))::int, (count(*) filter (where energy = 'diesel'))::int, (count(*) filter (where energy is null))::int from muck.truck where retired_at is null and state = 'admitted'`
interface FleetYear {
  readonly year: string
  readonly bought: number
  readonly newEnergy: number
  readonly scrapped: number
  readonly subsidyYuan: number
}
const fleetYearSql = `select y.year::text as year, (count(*) filter (where extract(year from v.acquired_on) = y.year))::int as bought, (count(*) filter (where extract(year from v.acquired_on) = y.year and v.energy = any($1)))::int as "newEnergy",
    (count(*) filter (where extract(year from v.scrapped_on) = y.year))::int as scrapped, coalesce(sum(v.subsidy_fen) filter (where extract(year from v.acquired_on) = y.year), 0)::float8 / 100 as "subsidyYuan"
  from (select distinct extract(year from d)::int as year from (select acquired_on as d from sanitation.vehicle union select scrapped_on from sanitation.vehicle) x where d is not null) y cross join sanitation.vehicle v group by y.year order by y.year desc limit 10`
const readFleets = async (ctx: Parameters<typeof inForce>[0] & { readonly tx: Tx }) => {
  const charging = await one<{ n: number }>(
    ctx.tx,
    'select count(*)::int as n from sanitation.charger where is_open and retired_at is null',
  )
  return {
    target: inForce(ctx, 'new-energy-share'),
    fleets: (await many<Fleet>(ctx.tx, fleetSql, [newEnergies])).map((f) => ({ ...f, percent: percentOf(f.newEnergy, f.all) })),
    years: (await many<FleetYear>(ctx.tx, fleetYearSql, [newEnergies])).map((y) => ({
      ...y,
      percent: percentOf(y.newEnergy, y.bought),
    })),
    chargers: charging?.n ?? 0,
  }
}
const ownRoutes: readonly BoundRoute[] = [
  bind(weighRoute, (w, ctx) => ctx.work((work) => takeWeighing(work, w))),
  bind(panelRoute, (_input, ctx) => ctx.work(({ tx }) => readPanel(tx, ctx.now))),
  bind(centreRoute, (_input, ctx) => ctx.work(async ({ tx }) => ({ rows: [...(await many<Facility>(tx, centreSql))] }))),
  bind(ledgerRoute, ({ day }, ctx) => ctx.work((work) => readLedger(work, day ?? dayText(ctx.now)))),
  bind(fleetRoute, (_input, ctx) => ctx.work((work) => readFleets(work))),
  bind(coverRoute, (_input, ctx) => ctx.work((work) => readCover(work.tx, inForce(work, 'cover-hours')))),
  bind(dustRoute, ({ day }, ctx) => ctx.work(({ tx }) => readDust(tx, day))),
  bind(sidewalkRoute, ({ day }, ctx) => ctx.work(({ tx }) => readSidewalks(tx, day ?? dayText(ctx.now)))),
  bind(disinfectRoute, (_input, ctx) =>
    ctx.work(async (work) => {
      const { mode, everyDays, overdue } = await overdueOf(work)
      return { mode, everyDays, overdue: [...overdue] }
    }),
  ),
]
export const sanitationRoutes = (kernel: Kernel): readonly BoundRoute[] => [...ownRoutes, ...toiletRoutes(kernel)]
