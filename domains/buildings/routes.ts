/** The sheets of illegal buildings, counted from the rows themselves. */
import { type BoundRoute, bind, dayText, endOf, many, one, percentOf, reject, round, startOf, type Tx } from '#kernel'
import { dailyRoute, fiveYearRoute, orderRoute, panelRoute, propertyRoute } from './contract.ts'
import { progressOf } from './progress.ts'

const open = `status <> all (array['closed', 'unfounded'])`
const totalsSql = `select (count(*) filter (where ${open}))::int as open, coalesce(sum(area_m2) filter (where ${open}), 0)::float8 as "openM2",
    (count(*) filter (where ${open} and class = 'new'))::int as "newOpen", (count(*) filter (where ${open} and class = 'stock'))::int as "stockOpen",
    (count(*) filter (where ${open} and is_key))::int as key, (count(*) filter (where status = 'found'))::int as unverified,
    (count(*) filter (where ${open} and demolish_due_at < $1))::int as overdue,
    (count(*) filter (where settled_on >= $2::date and settled_on < $3::date))::int as settled,
    coalesce(sum(settled_m2) filter (where settled_on >= $2::date and settled_on < $3::date), 0)::float8 as "settledM2",
    (select count(*)::int from buildings.listing where status = any (array['listed', 'delisting'])) as listed,
    (select count(*)::int from buildings.listing where status = any (array['listed', 'delisting']) and is_warned) as warned,
    (count(*) filter (where penalty_id is not null))::int as penalties, (count(*) filter (where penalty_state = 'fulfilled'))::int as fulfilled,
    (count(*) filter (where penalty_state = 'unpaid'))::int as unpaid,
    (select count(*)::int from buildings.notice where status = 'held') as held,
    (select count(*)::int from buildings.restoration where status <> 'closed') as "restoreOpen" from buildings.building`
const statesSql =
  'select status, count(*)::int as count, coalesce(sum(area_m2), 0)::float8 as "areaM2" from buildings.building group by status order by min(created_at)'
const streetsSql = `select coalesce(street, left(district, 6)) as street, (count(*) filter (where ${open} and class = 'new'))::int as "newOpen",
    (count(*) filter (where ${open} and class = 'stock'))::int as "stockOpen", coalesce(sum(area_m2) filter (where ${open}), 0)::float8 as "openM2",
    (count(*) filter (where ${open} and demolish_due_at < $1))::int as overdue,
    (count(*) filter (where settled_on >= $2::date and settled_on < $3::date))::int as settled,
    coalesce(sum(settled_m2) filter (where settled_on >= $2::date and settled_on < $3::date), 0)::float8 as "settledM2" from buildings.building group by 1 order by 1`
const monthsSql = `select to_char(m, 'YYYY-MM') as month,
    (select count(*)::int from buildings.building where status <> 'unfounded' and created_at at time zone 'Asia/Shanghai' >= m and created_at at time zone 'Asia/Shanghai' < m + interval '1 month') as found,
    (select count(*)::int from buildings.building where settled_on >= m and settled_on < m + interval '1 month') as settled,
    (select coalesce(sum(settled_m2), 0)::float8 from buildings.building where settled_on >= m and settled_on < m + interval '1 month') as "settledM2"
  from generate_series($1::timestamp, $2::timestamp - interval '1 day', interval '1 month') as m`
const lateSql = `select id as building, coalesce(street, left(district, 6)) as street, status, area_m2::float8 as "areaM2", floor(extract(epoch from $1::timestamptz - demolish_due_at) / 86400)::int as days, lon, lat
  from buildings.building where ${open} and demolish_due_at < $1 order by demolish_due_at limit 50`
const panel = async (tx: Tx, now: Date, year: number) => {
  const period = [`${year}-01-01`, `${year + 1}-01-01`] as const
  return {
    at: now,
    ...(await one<Record<string, number>>(tx, totalsSql, [now, ...period])),
    states: await many(tx, statesSql),
    streets: await many(tx, streetsSql, [now, ...period]),
    months: await many(tx, monthsSql, [...period]),
    late: await many(tx, lateSql, [now]),
  } as never
}
interface Programme {
  readonly fromYear: number
  readonly toYear: number
}
interface Part {
  readonly name: string
  readonly targetM2: number
  readonly handledM2: number
}
/** Targets of a programme beside what was settled in its years, by town or by year. */
const partsSql = (
  key: string,
  handled: string,
): string => `with t as (select ${key} as name, sum(target_m2)::float8 as m from buildings.target where programme = $1 and retired_at is null group by 1),
  h as (select ${handled} as name, sum(settled_m2)::float8 as m from buildings.building where settled_on >= make_date($2, 1, 1) and settled_on < make_date($3 + 1, 1, 1) group by 1)
  select coalesce(t.name, h.name) as name, coalesce(t.m, 0) as "targetM2", coalesce(h.m, 0) as "handledM2" from t full join h on h.name = t.name order by 1`
const townsSql = partsSql('street', 'coalesce(street, left(district, 6))')
const yearsSql = partsSql('year::text', 'extract(year from settled_on)::int::text')
const fiveYear = async (tx: Tx, id: string, today: string) => {
  const programme = await one<Programme>(
    tx,
    'select from_year as "fromYear", to_year as "toYear" from buildings.programme where id = $1 and retired_at is null',
    [id],
  )
  if (!programme) return undefined
  const { fromYear, toYear } = programme
  const towns = await many<Part>(tx, townsSql, [id, fromYear, toYear])
  const years = await many<Part>(tx, yearsSql, [id, fromYear, toYear])
  const progress = progressOf(towns, fromYear, toYear, today)
  const sum = (key: 'targetM2' | 'handledM2'): number => round(towns.reduce((n, t) => n + t[key], 0))
  const [targetM2, handledM2] = [sum('targetM2'), sum('handledM2')]
  return {
    targetM2,
    handledM2,
    percent: percentOf(handledM2, targetM2),
    years: years.map(({ name, ...y }) => ({ year: name, ...y, percent: percentOf(y.handledM2, y.targetM2) })),
    towns: towns
      .flatMap(({ name, ...t }, i) => {
        const line = progress[i]
        return line ? [{ street: name, ...t, ...line }] : []
      })
      .sort((a, b) => a.rank - b.rank),
  }
}
interface Daily {
  readonly isOverdue: boolean
}
const dailySql = `select id as building, coalesce(street, left(district, 6)) as street, status, area_m2::float8 as "areaM2", found_hours::float8 as "foundHours",
    floor(extract(epoch from $1::timestamptz - created_at) / 86400)::int as days, to_char(due_on, 'YYYY-MM-DD') as "dueOn", coalesce(demolish_due_at < $1, false) as "isOverdue"
  from buildings.building where class = 'new' and ${open} order by created_at limit 500`
const orderSql = `select row_number() over (order by coalesce(is_key, false) desc, (coalesce(is_hazard, false)::int + coalesce(is_ugly, false)::int + coalesce(is_hated, false)::int) desc, area_m2 desc)::int as place,
    id as building, coalesce(street, left(district, 6)) as street, concat_ws('、', case when is_hazard then '安全隐患突出' end, case when is_ugly then '严重影响城市风貌' end, case when is_hated then '社会反响强烈' end) as flags,
    area_m2::float8 as "areaM2", built_year as "builtYear", obstacle, plan_year as "planYear", coalesce(is_key, false) as "isKey", status
  from buildings.building where class = 'stock' and status = any (array['stock', 'planned']) order by 1 limit 500`
interface Ordered {
  readonly isKey: boolean
  readonly status: string
}
const propertySql = `with p as (select property, sum(points)::int as points, coalesce(sum(points) filter (where points > 0), 0)::int as gained, coalesce(-sum(points) filter (where points < 0), 0)::int as lost
    from buildings.point where at >= $1 and at < $2 group by property),
  c as (select property, count(*)::int as compounds from grid.compound where property is not null and retired_at is null group by property),
  v as (select c.property, count(*)::int as visits from buildings.visit x join grid.compound c on c.district = x.district and c.id = x.compound where x.at >= $1 and x.at < $2 group by 1),
  r as (select reporter as property, count(*)::int as reports from buildings.building where via = 'property' and created_at >= $1 and created_at < $2 group by 1)
  select rank() over (order by coalesce(p.points, 0) desc)::int as place, c.property, c.compounds, coalesce(r.reports, 0) as reports, coalesce(p.gained, 0) as gained,
    coalesce(p.lost, 0) as lost, coalesce(p.points, 0) as points, coalesce(v.visits, 0) as visits
  from c left join p using (property) left join v using (property) left join r using (property) order by 1, 2 limit 500`
export const buildingsRoutes: readonly BoundRoute[] = [
  bind(panelRoute, ({ year }, ctx) => ctx.work(({ tx }) => panel(tx, ctx.now, year ?? Number(dayText(ctx.now).slice(0, 4))))),
  bind(fiveYearRoute, async ({ id }, ctx) => {
    const found = await ctx.work(({ tx }) => fiveYear(tx, id, dayText(ctx.now)))
    return found ?? reject('kernel.not-found', { what: '五年行动' })
  }),
  bind(dailyRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const found = await many<Daily>(tx, dailySql, [ctx.now])
      return { day: dayText(ctx.now), left: found.length, overdue: found.filter((r) => r.isOverdue).length, rows: found } as never
    }),
  ),
  bind(orderRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const found = await many<Ordered>(tx, orderSql)
      const key = found.filter((r) => r.isKey)
      const rows = found.map(({ isKey: _k, status: _s, ...r }) => r)
      return { key: key.length, keyUnplanned: key.filter((r) => r.status === 'stock').length, rows } as never
    }),
  ),
  bind(propertyRoute, ({ from, to }, ctx) =>
    to < from
      ? reject('buildings.field', { why: '止不能早于起' })
      : ctx.work(async ({ tx }) => ({ rows: await many(tx, propertySql, [startOf(from), endOf(to)]) }) as never),
  ),
]
