/** Sheets counted from places, checks and registers. */
import { type BoundRoute, bind, dayText, many, one, parameterOf, percentOf } from '#kernel'
import { creationRoute, guidesRoute, organicRoute, ratingsRoute, ruralRoute, townsRoute } from '../contract.ts'

const creationSql = `select coalesce(t.title, g.title) as title, coalesce(t.level, g.level) as level, coalesce(g.count, 0) as target, coalesce(t.accepted, 0) as accepted, coalesce(t.withdrawn, 0) as withdrawn, coalesce(t.held, 0) as held
  from (select title, level, (count(*) filter (where year = $1))::int as accepted, (count(*) filter (where extract(year from withdrawn_on) = $1))::int as withdrawn, (count(*) filter (where status = 'accepted'))::int as held
    from sorting.title group by title, level) t full join (select title, level, count from sorting.target where year = $1 and retired_at is null) g on g.title = t.title and g.level = t.level order by 1, 2`
interface Creation {
  readonly title: string
  readonly level: string
  readonly target: number
  readonly accepted: number
  readonly withdrawn: number
  readonly held: number
}
const townsSql = `with p as (select left(area_code, 9) as town, count(*)::int as problems, (count(*) filter (where status in ('ordered', 'fixed')))::int as open, (count(*) filter (where status = 'ordered' and due_on < $1::date))::int as overdue,
    coalesce(sum(returns), 0)::int as returns, (count(*) filter (where is_rectified))::int as done from sorting.problem where length(area_code) >= 9 group by 1),
  c as (select left(area_code, 9) as town, count(*)::int as checks, (count(*) filter (where team = 'veteran'))::int as veteran from sorting.check where status <> 'void' and length(area_code) >= 9 group by 1)
  select coalesce(p.town, c.town) as town, coalesce(checks, 0) as checks, coalesce(veteran, 0) as veteran, coalesce(problems, 0) as problems, coalesce(open, 0) as open, coalesce(overdue, 0) as overdue, coalesce(returns, 0) as returns, coalesce(done, 0) as done
  from p full join c on c.town = p.town order by overdue desc, open desc, town`
interface Town {
  readonly town: string
  readonly checks: number
  readonly veteran: number
  readonly problems: number
  readonly open: number
  readonly overdue: number
  readonly returns: number
  readonly done: number
}
const openSql = `select id as problem, left(area_code, 9) as town, source, owner, due_on::text as "dueOn", (status = 'ordered' and due_on < $1::date) as "isOverdue" from sorting.problem where status in ('ordered', 'fixed') order by due_on, number limit 500`
const ratingsSql = `select place, list, grade, previous, move, score::float8 as score, reasons, is_good as "isGood" from sorting.rating where month = $1 order by case list when 'black' then 0 when 'red' then 2 else 1 end, score, place limit 2000`
const guidesSql = `select g.id as guide, g.place, g.valid_to::text as "validTo", coalesce(g.valid_to >= $1::date, false) as "isValid", round(sum(b.correct) * 100.0 / nullif(sum(b.checked), 0), 2)::float8 as accuracy
  from sorting.guide g left join sorting.bag b on b.place = g.place where g.retired_at is null group by g.id, g.place, g.valid_to, g.name order by 4, g.name limit 2000`
const ruralSql = `select (count(*) filter (where kind = 'village'))::int as villages, (count(*) filter (where kind = 'village' and is_sorted))::int as sorted, (count(*) filter (where kind = 'village' and is_facilitated))::int as facilitated,
    (count(*) filter (where kind = 'village' and is_unified))::int as unified, (count(*) filter (where kind = 'group' and status = 'titled'))::int as "demoGroups", (count(*) filter (where model = 'demo'))::int as "demoCompounds"
  from sorting.place where status <> 'off'`
interface Rural {
  readonly villages: number
  readonly sorted: number
  readonly facilitated: number
  readonly unified: number
  readonly demoGroups: number
  readonly demoCompounds: number
}
const nothing: Rural = { villages: 0, sorted: 0, facilitated: 0, unified: 0, demoGroups: 0, demoCompounds: 0 }
const utilised: readonly string[] = ['compost', 'biogas', 'feed']
export const steeringSheets: readonly BoundRoute[] = [
  bind(creationRoute, ({ year }, ctx) =>
    ctx.work(async ({ tx }) => ({
      rows: (await many<Creation>(tx, creationSql, [year])).map((r) => ({
        ...r,
        net: r.accepted - r.withdrawn,
        percent: percentOf(r.accepted, r.target),
      })),
    })),
  ),
  bind(townsRoute, (_input, ctx) =>
    ctx.work(async (work) => {
      const today = dayText(ctx.now)
      const rows = await many<Town>(work.tx, townsSql, [today])
      return {
        rows: rows.map(({ done, ...r }) => ({
          ...r,
          rectified: percentOf(done, r.problems),
          isSlow: r.overdue >= parameterOf(work, 'sorting.lag-overdue'),
          isWeak: r.returns >= parameterOf(work, 'sorting.lag-returns'),
        })),
        open: await many(work.tx, openSql, [today]),
      } as never
    }),
  ),
  bind(ratingsRoute, ({ month }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{ isGood: boolean }>(tx, ratingsSql, [month])
      const good = rows.filter((r) => r.isGood).length
      return {
        rated: rows.length,
        good,
        percent: percentOf(good, rows.length),
        rows: rows.map(({ isGood: _, ...r }) => r),
      } as never
    }),
  ),
  bind(guidesRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{ isValid: boolean }>(tx, guidesSql, [dayText(ctx.now)])
      return { guides: rows.length, valid: rows.filter((r) => r.isValid).length, rows } as never
    }),
  ),
  bind(ruralRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const r = (await one<Rural>(tx, ruralSql)) ?? nothing
      return {
        villages: r.villages,
        sorted: r.sorted,
        percent: percentOf(r.sorted, r.villages),
        facilitated: percentOf(r.facilitated, r.villages),
        unified: percentOf(r.unified, r.villages),
        demoGroups: r.demoGroups,
        demoCompounds: r.demoCompounds,
        uncovered: await many(
          tx,
          `select id as place, name from sorting.place where kind = 'village' and not coalesce(is_sorted, false) and status <> 'off' order by name limit 500`,
        ),
        titled: await many(
          tx,
          `select id as place, name, kind, lon, lat from sorting.place where status <> 'off' and (model = 'demo' or (kind = 'group' and status = 'titled')) order by name limit 500`,
        ),
      } as never
    }),
  ),
  bind(organicRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{ outlet: string; tons: number }>(
        tx,
        'select kind, outlet, count(*)::int as sources, sum(tons)::float8 as tons from sorting.organic_source where retired_at is null group by kind, outlet order by kind, outlet',
      )
      const all = rows.reduce((n, r) => n + r.tons, 0)
      const used = rows.filter((r) => utilised.includes(r.outlet)).reduce((n, r) => n + r.tons, 0)
      return { total: all, utilised: used, percent: percentOf(used, all), rows } as never
    }),
  ),
]
