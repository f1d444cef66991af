/** Sheets counted from what was weighed. */
import { type BoundRoute, bind, dayText, many, one, parameterOf, percentOf, reject, round } from '#kernel'
import { volumeOf } from '../collection/volume.ts'
import {
  centreRoute,
  fusionRoute,
  kitchenRoute,
  loopRoute,
  lowRoute,
  recoveryRoute,
  unifiedRoute,
  volumeRoute,
} from '../contract.ts'

const live = `i.retired_at is null and i.weighed_on >= $1::date and i.weighed_on <= $2::date`
const cleared = `i.is_household and i.is_first and i.source = 'weighbridge'`
/** What a station owes is a day it was not emptied; a plant, a day over its quota. Stores of bulky waste are points. */
const linksSql = `select '场所' as link, (select count(*)::int from sorting.place where status <> 'off') as objects, coalesce((select sum(kg) from sorting.intake i where ${live} and ${cleared}), 0)::float8 as kg, (select count(*)::int from sorting.problem where status in ('ordered', 'fixed') and place is not null and facility is null) as problems
  union all select '收集点', (select count(*)::int from sorting.facility where kind = 'point' and retired_at is null), coalesce((select sum(kg) from sorting.intake i where ${live} and ${cleared} and i.place is not null), 0)::float8, (select count(*)::int from sorting.problem where status in ('ordered', 'fixed') and (facility is not null or source_type = 'sorting.bulky-point'))
  union all select '车辆', (select count(distinct plate)::int from sorting.intake i where ${live} and ${cleared}), coalesce((select sum(kg) from sorting.intake i where ${live} and ${cleared} and i.plate is not null), 0)::float8, (select coalesce(sum(missed), 0)::int from sorting.contract where status = 'signed' and not is_collected and missed > 0)
  union all select '站', (select count(distinct station)::int from sorting.intake i where ${live} and i.source = 'weighbridge' and i.treatment = 'transfer'), coalesce((select sum(kg) from sorting.intake i where ${live} and i.treatment = 'transfer' and i.direction = 'in'), 0)::float8, (select count(*)::int from sanitation.station_day where is_clear = 'no' and day_on between $1::date and $2::date)
  union all select '厂', (select count(distinct station)::int from sorting.intake i where ${live} and i.source = 'weighbridge' and i.treatment <> 'transfer' and i.direction = 'in'), coalesce((select sum(kg) from sorting.intake i where ${live} and i.source = 'weighbridge' and i.treatment <> 'transfer' and i.direction = 'in'), 0)::float8, (select count(*)::int from sorting.plant_day where is_over and status = 'filed' and day_on >= $1::date and day_on <= $2::date)`
const placesSql = `select p.id as place, (select count(*)::int from sorting.facility f where f.place = p.id and f.kind = 'point' and f.retired_at is null) as points, sum(i.kg)::float8 as kg, string_agg(distinct i.plate, '、') as vehicles,
    string_agg(distinct i.station, '、') as stations, (select count(*)::int from sorting.problem x where x.place = p.id and x.status in ('ordered', 'fixed')) as problems
  from sorting.intake i join sorting.place p on p.id = i.place where ${live} and ${cleared} group by p.id, p.name order by p.name limit 1000`
const stationsSql = `select s.station, s.in_kg as "inKg", s.out_kg as "outKg", coalesce(n.plants, '') as plants, coalesce(n.kg, 0) as "plantKg", round((s.out_kg - coalesce(n.kg, 0))::numeric, 1)::float8 as "gapKg"
  from (select station, coalesce(sum(kg) filter (where direction = 'in'), 0)::float8 as in_kg, coalesce(sum(kg) filter (where direction = 'out'), 0)::float8 as out_kg from sorting.intake i where ${live} and i.treatment = 'transfer' group by station) s
  left join (select from_place, string_agg(distinct station, '、') as plants, sum(kg)::float8 as kg from sorting.intake i where ${live} and i.direction = 'in' and not i.is_first group by from_place) n on n.from_place = s.station order by s.station`
interface Split {
  readonly kitchenKg: number
  readonly otherKg: number
}
const splitSql = (by: string, name: string): string =>
  `select i.${by} as ${name}, coalesce(sum(i.kg) filter (where i.waste = 'kitchen'), 0)::float8 as "kitchenKg", coalesce(sum(i.kg) filter (where i.waste = 'other'), 0)::float8 as "otherKg" from sorting.intake i where ${live} and i.is_first and i.waste in ('kitchen', 'other') and i.${by} is not null group by 1 order by 1`
const recoverySql = `select coalesce(i.town, '') as town, coalesce(sum(i.kg) filter (where i.source = 'recovery'), 0)::float8 as "recoveredKg", coalesce(sum(i.kg) filter (where ${cleared}), 0)::float8 as "clearedKg",
    coalesce(sum(i.kg) filter (where i.waste = 'kitchen' and i.is_first), 0)::float8 as "kitchenKg" from sorting.intake i where ${live} group by 1 order by 1`
interface Recovered {
  readonly town: string
  readonly recoveredKg: number
  readonly clearedKg: number
  readonly kitchenKg: number
}
const sumOf = <T>(rows: readonly T[], of: (row: T) => number): number =>
  round(
    rows.reduce((n, r) => n + of(r), 0),
    3,
  )
const formula =
  '回收利用率 = 可回收物回收量(点、站、中心三级体系首次过秤) ÷ (可回收物回收量 + 生活垃圾清运量),同期同区域,两位小数'
const readRecovery = (rows: readonly Recovered[]) => {
  const [recoveredKg, clearedKg, kitchenKg] = [
    sumOf(rows, (r) => r.recoveredKg),
    sumOf(rows, (r) => r.clearedKg),
    sumOf(rows, (r) => r.kitchenKg),
  ]
  return {
    formula,
    recoveredKg,
    clearedKg,
    percent: percentOf(recoveredKg, recoveredKg + clearedKg),
    kitchenKg,
    widePercent: percentOf(recoveredKg + kitchenKg, recoveredKg + clearedKg),
  }
}
const fusedSql = `select s.id as site, s.facility, s.place, coalesce((select sum(f.kg) from sorting.flow f where f.site = s.id and f.kind = 'buy' and f.day_on between $1::date and $2::date), 0)::float8 as "recoveredKg",
    coalesce((select sum(i.kg) from sorting.intake i where ${live} and ${cleared} and i.place = s.place), 0)::float8 as "clearedKg" from sorting.site s where s.status = 'running' and s.is_fused order by s.name`
const balanceSql = `select material, coalesce(sum(kg) filter (where kind in ('buy', 'receive')), 0)::float8 as "inKg", coalesce(sum(kg) filter (where kind = 'sort'), 0)::float8 as "sortedKg", coalesce(sum(kg) filter (where kind = 'sell'), 0)::float8 as "soldKg",
    coalesce(sum(kg) filter (where kind = 'move'), 0)::float8 as "movedKg", coalesce(sum(kg) filter (where kind = 'residue'), 0)::float8 as "residueKg" from sorting.flow where site = $1 and day_on >= $2::date and day_on <= $3::date group by material order by material`
/** What the ledger says stood there before a period, and stands there by all of it. */
const bookSql = `select coalesce(sum(x.kg) filter (where x.day_on < $2::date), 0)::float8 as "openKg", coalesce(sum(x.kg), 0)::float8 as "bookKg"
  from (select day_on, case when kind in ('buy', 'receive') then kg when kind in ('sell', 'move', 'residue') then -kg else 0 end as kg from sorting.flow where site = $1) x`
interface Balance {
  readonly material: string
  readonly inKg: number
  readonly sortedKg: number
  readonly soldKg: number
  readonly movedKg: number
  readonly residueKg: number
}
const monthsSql = `select i.town, to_char(i.weighed_on, 'YYYY-MM') as month, sum(i.kg)::float8 / 1000 as tons from sorting.intake i where ${live} and ${cleared} and i.town is not null group by 1, 2 order by 1, 2`
const lowSql = `select material, coalesce(sum(kg) filter (where extract(year from day_on) = $1), 0)::float8 as kg, coalesce(sum(kg) filter (where extract(year from day_on) = $1 - 1), 0)::float8 as "beforeKg", coalesce(sum(subsidy_fen) filter (where extract(year from day_on) = $1), 0)::float8 as subsidy
  from sorting.flow where kind = 'buy' and is_low_value and extract(year from day_on) in ($1, $1 - 1) group by material order by material`
const unifiedSql = `select q.town, q.is_rural as "isRural", coalesce(sum(i.kg) filter (where ${cleared}), 0)::float8 as "collectedKg", coalesce(sum(i.kg) filter (where i.treatment = 'transfer' and i.direction = 'out'), 0)::float8 as "transferredKg",
    coalesce(sum(i.kg) filter (where i.treatment <> 'transfer' and i.direction = 'in' and i.source = 'weighbridge'), 0)::float8 as "treatedKg", coalesce(sum(i.kg) filter (where ${cleared} and i.treatment = 'transfer'), 0)::float8 as "inKg",
    coalesce((select sum(m.fee_fen) from sorting.month m where m.town = q.town and m.month_on between $1::date and $2::date), 0)::float8 as "feeFen", (select avg(m.score)::float8 from sorting.month m where m.town = q.town and m.month_on between $1::date and $2::date) as score
  from sorting.quota q left join sorting.intake i on i.town = q.town and ${live} where q.year = extract(year from $2::date) and q.retired_at is null group by q.town, q.is_rural order by q.town`
export const weighedSheets: readonly BoundRoute[] = [
  bind(loopRoute, ({ from, to }, ctx) =>
    ctx.work(
      async ({ tx }) =>
        ({
          links: await many(tx, linksSql, [from, to]),
          places: await many(tx, placesSql, [from, to]),
          stations: await many(tx, stationsSql, [from, to]),
        }) as never,
    ),
  ),
  bind(kitchenRoute, ({ from, to }, ctx) =>
    ctx.work(async (work) => {
      const target = parameterOf(work, 'sorting.kitchen-share')
      const shown = (r: Split) => {
        const percent = percentOf(r.kitchenKg, r.kitchenKg + r.otherKg)
        return { ...r, percent, isMet: percent !== null && percent >= target }
      }
      const streets = await many<Split>(work.tx, splitSql('town', 'town'), [from, to])
      const places = await many<Split>(work.tx, splitSql('place', 'place'), [from, to])
      const kitchen = sumOf(streets, (s) => s.kitchenKg)
      return {
        target,
        percent: percentOf(kitchen, kitchen + sumOf(streets, (s) => s.otherKg)),
        streets: streets.map(shown),
        places: places.map(shown),
      } as never
    }),
  ),
  bind(recoveryRoute, ({ from, to }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<Recovered>(tx, recoverySql, [from, to])
      return {
        ...readRecovery(rows),
        streets: rows
          .filter((r) => r.town !== '')
          .map(({ kitchenKg: _, ...r }) => ({ ...r, percent: percentOf(r.recoveredKg, r.recoveredKg + r.clearedKg) })),
      }
    }),
  ),
  bind(fusionRoute, ({ from, to }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many(tx, fusedSql, [from, to])
      const all = await one<{ n: number }>(
        tx,
        `select count(*)::int as n from sorting.site where status = 'running' and level <> 'centre'`,
      )
      const { percent } = readRecovery(await many<Recovered>(tx, recoverySql, [from, to]))
      return {
        sites: all?.n ?? 0,
        fused: rows.length,
        percent: percentOf(rows.length, all?.n ?? 0),
        reduction: percent,
        uncovered: await many(
          tx,
          `select id as place from sorting.place where kind = 'compound' and not coalesce(is_served, false) and status <> 'off' order by name limit 500`,
        ),
        rows,
      } as never
    }),
  ),
  bind(centreRoute, ({ id, from, to }, ctx) =>
    ctx.work(async ({ tx }) => {
      const site = await one<{ stock: readonly { material: string; kg: number }[] | null }>(
        tx,
        'select stock from sorting.site where id = $1',
        [id],
      )
      if (!site) return reject('kernel.not-found', { what: '站点' })
      const rows = await many<Balance>(tx, balanceSql, [id, from, to])
      const [inKg, soldKg, movedKg, residueKg] = [
        sumOf(rows, (r) => r.inKg),
        sumOf(rows, (r) => r.soldKg),
        sumOf(rows, (r) => r.movedKg),
        sumOf(rows, (r) => r.residueKg),
      ]
      const stockKg = sumOf(site.stock ?? [], (s) => s.kg)
      const { openKg = 0, bookKg = 0 } = (await one<{ openKg: number; bookKg: number }>(tx, bookSql, [id, from])) ?? {}
      return {
        openKg: round(openKg, 3),
        inKg,
        sortedKg: sumOf(rows, (r) => r.sortedKg),
        soldKg,
        movedKg,
        residueKg,
        closeKg: round(openKg + inKg - soldKg - movedKg - residueKg, 3),
        stockKg,
        gapKg: round(bookKg - stockKg, 3),
        rows: rows.map((r) => ({
          material: r.material,
          inKg: r.inKg,
          sortedKg: r.sortedKg,
          outKg: r.soldKg + r.movedKg + r.residueKg,
          stockKg: site.stock?.find((s) => s.material === r.material)?.kg ?? 0,
        })),
      }
    }),
  ),
  bind(volumeRoute, ({ year }, ctx) =>
    ctx.work(async (work) => {
      const { from, day, rows } = await volumeOf(work, year, dayText(ctx.now))
      return { day, rows, months: await many(work.tx, monthsSql, [from, day]) } as never
    }),
  ),
  bind(lowRoute, ({ year }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{ material: string; kg: number; beforeKg: number; subsidy: number }>(tx, lowSql, [year])
      const people = async (y: number) =>
        (
          await one<{ n: number }>(
            tx,
            'select coalesce(sum(persons), 0)::int as n from sorting.quota where year = $1 and retired_at is null',
            [y],
          )
        )?.n ?? 0
      const [now, then] = [await people(year), await people(year - 1)]
      const [kg, beforeKg] = [sumOf(rows, (r) => r.kg), sumOf(rows, (r) => r.beforeKg)]
      const perHead = now === 0 ? null : round(kg / now, 4)
      const perHeadBefore = then === 0 ? null : round(beforeKg / then, 4)
      const times = perHead !== null && perHeadBefore ? round(kg / now / (beforeKg / then)) : null
      return {
        kg,
        perHead,
        beforeKg,
        perHeadBefore,
        times,
        isDoubled: times !== null && times >= 2,
        subsidyFen: sumOf(rows, (r) => r.subsidy),
        rows: rows.map(({ subsidy: _, ...r }) => r),
      }
    }),
  ),
  bind(unifiedRoute, ({ from, to }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{ inKg: number; transferredKg: number }>(tx, unifiedSql, [from, to])
      return { rows: rows.map(({ inKg, ...r }) => ({ ...r, lossKg: round(inKg - r.transferredKg, 1) })) } as never
    }),
  ),
]
