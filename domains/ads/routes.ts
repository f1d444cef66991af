/** The sheets of outdoor advertising, counted from the rows themselves. */
import { type BoundRoute, bind, dayText, many, one, parameterOf, percentOf, reject, type Tx } from '#kernel'
import { faultsRoute, panelRoute, zeroRoute } from './contract.ts'

const up = `status <> 'removed'`
const totalsSql = `select (count(*) filter (where ${up}))::int as sites, (count(*) filter (where ${up} and permit_to >= $1::date))::int as permitted,
    (count(*) filter (where ${up} and is_conform = false))::int as nonconform, (count(*) filter (where ${up} and insured_to >= $1::date))::int as insured,
    (count(*) filter (where ${up} and inspection = 'pass'))::int as "inspectedPass", (count(*) filter (where status = 'ordered' and due_on < $1::date))::int as overdue,
    (count(*) filter (where ${up} and fall = 'short'))::int as "fallShort", (count(*) filter (where ${up} and plan is not null))::int as "zeroLeft",
    (select count(*)::int from ads.sign where ${up}) as signs, (select count(*)::int from ads.sign where ${up} and is_large and not coalesce(is_insured, false)) as "largeUninsured",
    (select coalesce(sum(pieces), 0)::int from ads.removal where removed_on >= $2::date and removed_on < $3::date) as removed,
    (select coalesce(sum(area_m2), 0)::float8 from ads.removal where removed_on >= $2::date and removed_on < $3::date) as "removedM2" from ads.site`
const formsSql = `select coalesce(s.form, r.form) as form, coalesce(s.n, 0) as sites, coalesce(r.n, 0) as removed, coalesce(r.m, 0) as "removedM2"
  from (select form, count(*)::int as n from ads.site where ${up} group by 1) s
  full join (select form, sum(pieces)::int as n, sum(area_m2)::float8 as m from ads.removal where removed_on >= $1::date and removed_on < $2::date group by 1) r on r.form = s.form order by 1`
const streetsSql = `select coalesce(street, left(district, 6)) as street, count(*)::int as sites, (count(*) filter (where is_conform = false))::int as nonconform,
  (count(*) filter (where status = 'ordered' and due_on < $1::date))::int as overdue from ads.site where ${up} group by 1 order by 1`
const monthsSql = `select to_char(m, 'YYYY-MM') as month, coalesce(sum(r.pieces), 0)::int as removed, coalesce(sum(r.area_m2), 0)::float8 as "removedM2"
  from generate_series($1::timestamp, $2::timestamp - interval '1 day', interval '1 month') as m left join ads.removal r on r.removed_on >= m and r.removed_on < m + interval '1 month' group by m order by m`
const expiringSql = `select site, what, to_char(day, 'YYYY-MM-DD') as "on", day - $1::date as days, lon, lat from (
    select id as site, '许可' as what, permit_to as day, lon, lat from ads.site where ${up} and permit_to is not null
    union all select id, '保险', insured_to, lon, lat from ads.site where ${up} and insured_to is not null) x where day <= $1::date + $2::int order by day limit 100`
const panel = async (tx: Tx, now: Date, year: number, soon: number) => {
  const [today, from, to] = [dayText(now), `${year}-01-01`, `${year + 1}-01-01`]
  return {
    at: now,
    ...(await one<Record<string, number>>(tx, totalsSql, [today, from, to])),
    states: await many(tx, 'select status, count(*)::int as count from ads.site group by status order by min(created_at)'),
    forms: await many(tx, formsSql, [from, to]),
    streets: await many(tx, streetsSql, [today]),
    months: await many(tx, monthsSql, [from, to]),
    expiring: await many(tx, expiringSql, [today, soon]),
  } as never
}
const faultsSql = `select id as site, coalesce(street, left(district, 6)) as street, form, level, coalesce(area_m2, 0)::float8 as "areaM2", required_m::float8 as "requiredM", edge_m::float8 as "edgeM", faults, status
  from ads.site where ${up} and is_conform = false order by created_at limit 500`
interface Level {
  readonly level: string
  readonly sites: number
  readonly nonconform: number
}
const levelsSql = `select level, count(*)::int as sites, (count(*) filter (where not is_conform))::int as nonconform from ads.site where ${up} and level is not null group by 1 order by 1`
interface Item {
  readonly status: string
  readonly isOverdue: boolean
}
const zeroSql = `select id as site, form, plan_person as person, to_char(plan_due_on, 'YYYY-MM-DD') as "dueOn", status, ${up} and plan_due_on < $2::date as "isOverdue" from ads.site where plan = $1 order by created_at`
export const adsRoutes: readonly BoundRoute[] = [
  bind(panelRoute, ({ year }, ctx) =>
    ctx.work((work) =>
      panel(work.tx, ctx.now, year ?? Number(dayText(ctx.now).slice(0, 4)), parameterOf(work, 'ads.expiry-days')),
    ),
  ),
  bind(faultsRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const levels = await many<Level>(tx, levelsSql)
      const checked = levels.reduce((n, l) => n + l.sites, 0)
      const conform = checked - levels.reduce((n, l) => n + l.nonconform, 0)
      return { checked, conform, percent: percentOf(conform, checked), levels, rows: await many(tx, faultsSql) } as never
    }),
  ),
  bind(zeroRoute, async ({ id }, ctx) => {
    const found = await ctx.work(async ({ tx }) =>
      (await one(tx, 'select 1 as n from ads.zero_plan where id = $1', [id]))
        ? await many<Item>(tx, zeroSql, [id, dayText(ctx.now)])
        : undefined,
    )
    if (!found) return reject('kernel.not-found', { what: '清零计划' })
    const removed = found.filter((r) => r.status === 'removed').length
    return {
      listed: found.length,
      removed,
      left: found.length - removed,
      percent: percentOf(removed, found.length),
      overdue: found.filter((r) => r.isOverdue).length,
      rows: found,
    } as never
  }),
]
