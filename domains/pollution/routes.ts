/** Sheets of 油烟噪声扬尘与洗车外立面. */
import { addDays, type BoundRoute, bind, dayText, many, one, parameterOf, percentOf, startOf } from '#kernel'
import { dustRoute, facadesRoute, flyersRoute, nightsRoute, ratesRoute } from './contract.ts'

const rateSql = `select count(*)::int as received, (count(*) filter (where is_handled))::int as handled, (count(*) filter (where is_replied))::int as replied, (count(*) filter (where is_surveyed))::int as surveyed, (count(*) filter (where is_satisfied))::int as satisfied
  from pollution.complaint where created_at >= $1 and created_at < $2`
interface Rates {
  readonly received: number
  readonly handled: number
  readonly replied: number
  readonly surveyed: number
  readonly satisfied: number
}
const repeatSql = `select shop, min(subject_name) as name, count(*)::int as times, (count(*) filter (where is_over))::int as over from pollution.complaint where shop is not null and created_at >= $1 and created_at < $2 group by shop having count(*) >= $3 order by 3 desc, 2`
const nightSql = `select m as month, coalesce(sum((c.kind = 'transport')::int), 0)::int as transport, coalesce(sum((c.kind = 'construction' and c.is_night)::int), 0)::int as construction, coalesce(sum((c.kind = 'noise' and c.is_night)::int), 0)::int as social,
    coalesce(sum((c.is_over and c.is_night)::int), 0)::int as over, coalesce(sum((jsonb_array_length(coalesce(c.unpermitted::jsonb, '[]')) > 0)::int), 0)::int as unpermitted,
    (select count(*)::int from permits.certificate p where p.kind = 'dayMuck' and to_char(p.valid_from, 'YYYY-MM') = m) as "dayPermits"
  from (select $1 || '-' || lpad(n::text, 2, '0') as m from generate_series(1, 12) n) x left join pollution.complaint c on to_char(c.happened_at at time zone 'Asia/Shanghai', 'YYYY-MM') = m group by m order by m`
/** Each night gone by in the year, with the day permits in force that day and the transport complaints of the night that followed. */
const effectSql = `select (n.permits > 0) as "hasPermits", count(*)::int as nights, sum(n.complaints)::int as complaints, round(sum(n.complaints)::numeric / count(*), 3)::float8 as "perNight" from (
    select (select count(*) from permits.certificate p where p.kind = 'dayMuck' and p.valid_from <= d::date and p.valid_to >= d::date and (p.ended_on is null or p.ended_on > d::date)) as permits,
      (select count(*) from pollution.complaint c where c.kind = 'transport' and c.happened_at >= (d + interval '12 hours') at time zone 'Asia/Shanghai' and c.happened_at < (d + interval '36 hours') at time zone 'Asia/Shanghai') as complaints
    from generate_series(($1 || '-01-01')::timestamp, least(($1 || '-12-31')::timestamp, $2::timestamp), interval '1 day') d) n group by 1 order by 1 desc`
const dustSql = `select t.road, r.contractor, r.town_unit as "townUnit", count(*)::int as tests, round(avg(t.gram_m2)::numeric, 2)::float8 as gram, (count(*) filter (where t.is_over))::int as over, round(avg(t.score)::numeric, 2)::float8 as score
  from pollution.dust_test t join pollution.road_duty r on r.id = t.road where t.month = $1 group by t.road, r.contractor, r.town_unit, r.name order by 7 desc, r.name`
const facadeSql = `select id as facade, material, owner, cleaned_on::text as "cleanedOn", due_on::text as "dueOn", ($1::date - due_on)::int as days from pollution.facade where status = 'overdue' order by due_on, number limit 1000`
const flyerSql = `select town, count(*)::int as checks, (count(*) filter (where is_met))::int as met, round(avg(per100)::numeric, 2)::float8 as per100, round(avg(score)::numeric, 2)::float8 as score, coalesce(sum(sheets), 0)::int as sheets from pollution.flyer_check where town is not null and checked_on between $1::date and $2::date group by town order by 5 desc, 1`
export const pollutionRoutes = (): readonly BoundRoute[] => [
  bind(ratesRoute, ({ from, to }, ctx) =>
    ctx.work(async (work) => {
      const range = [startOf(from), startOf(addDays(to, 1))]
      const r = (await one<Rates>(work.tx, rateSql, range)) ?? { received: 0, handled: 0, replied: 0, surveyed: 0, satisfied: 0 }
      return {
        ...r,
        handledPercent: percentOf(r.handled, r.received),
        repliedPercent: percentOf(r.replied, r.received),
        satisfiedPercent: percentOf(r.satisfied, r.surveyed),
        repeated: await many(work.tx, repeatSql, [...range, parameterOf(work, 'pollution.repeat')]),
      } as never
    }),
  ),
  bind(nightsRoute, ({ year }, ctx) =>
    ctx.work(
      async ({ tx }) =>
        ({
          months: await many(tx, nightSql, [String(year)]),
          effect: await many(tx, effectSql, [String(year), addDays(dayText(ctx.now), -1)]),
        }) as never,
    ),
  ),
  bind(dustRoute, ({ month }, ctx) =>
    ctx.work(async (work) => {
      const rows = await many<{ contractor: string; tests: number; score: number }>(work.tx, dustSql, [month])
      const names = [...new Set(rows.map((r) => r.contractor))]
      const contractors = names.map((contractor) => {
        const of = rows.filter((r) => r.contractor === contractor)
        const tests = of.reduce((n, r) => n + r.tests, 0)
        return { contractor, tests, score: Math.round((of.reduce((n, r) => n + r.score * r.tests, 0) / tests) * 100) / 100 }
      })
      return {
        limit: parameterOf(work, 'pollution.dust-limit'),
        rows,
        contractors: contractors.sort((a, b) => b.score - a.score),
      } as never
    }),
  ),
  bind(facadesRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const all = await one<{ buildings: number; overdue: number; areaM2: number }>(
        tx,
        `select count(*)::int as buildings, (count(*) filter (where status = 'overdue'))::int as overdue, coalesce(sum(area_m2), 0)::float8 as "areaM2" from pollution.facade where status <> 'gone'`,
      )
      return { ...all, rows: await many(tx, facadeSql, [dayText(ctx.now)]) } as never
    }),
  ),
  bind(flyersRoute, ({ from, to }, ctx) =>
    ctx.work(async (work) => {
      const rows = await many<{ met: number; checks: number }>(work.tx, flyerSql, [from, to])
      return {
        limit: parameterOf(work, 'pollution.flyers-per-100'),
        rows: rows.map((r) => ({ ...r, percent: percentOf(r.met, r.checks) })),
      } as never
    }),
  ),
]
