/** Sheets of upkeep: patrols due, where waste goes, segments by score, watering, a flower event each month. */
import { addDays, type BoundRoute, bind, dayText, many, one, percentOf } from '#kernel'
import { monthsRoute, patrolsRoute, rosterRoute, segmentsRoute, wasteRoute, wateringRoute } from '../contract.ts'
import { weekdays } from '../words.ts'

const townsSql = `select town, (coalesce(sum(tons) filter (where direction = 'in'), 0))::float8 as "inT", (coalesce(sum(tons) filter (where direction = 'loose'), 0))::float8 as "looseT"
  from greening.waste where retired_at is null and direction <> 'out' and town is not null and day_on between $1::date and $2::date group by town order by town`
const sitesSql = `select s.id as site, s.capacity_t::float8 as capacity, coalesce(max(d.tons), 0)::float8 as peak from greening.waste_site s
  left join lateral (select sum(tons) as tons from greening.waste w where w.retired_at is null and w.site = s.id and w.direction = 'in' and w.day_on between $1::date and $2::date group by w.day_on) d on true where s.retired_at is null group by s.id, s.name, s.capacity_t order by s.name`
const segmentsSql = `select s.id as segment, case s.honour when 'demo' then '示范标段' when 'good' then '优质标段' end as honour, c.score::float8 as score, coalesce(c.faults, 0)::int as faults,
    (select count(*)::int from greening.defect d where d.segment = s.id and d.status = any (array['ordered', 'fixed', 'shelved'])) as open,
    (select coalesce(sum(p.cover_m2), 0)::float8 from greening.water_point p where p.segment = s.id and p.state = 'good' and p.retired_at is null) as cover, s.area_m2::float8 as area
  from greening.segment s left join greening."check" c on c.segment = s.id and c.kind = 'month' and c.period = $1 and c.status <> 'void' where s.retired_at is null order by c.score desc nulls last, s.code`
const wateringSql = `select s.id as segment, coalesce(sum(w.done), 0)::float8 as done, coalesce(sum(w.trucks), 0)::int as trucks, coalesce(sum(w.water_t), 0)::float8 as tons, coalesce(sum(w.lost), 0)::int as lost
  from greening.segment s left join greening.work w on w.segment = s.id and w.kind = 'water' and w.status = 'closed' and w.done_on > $1::date where s.retired_at is null group by s.id, s.code order by s.code`
const monthsSql = `select to_char(m, 'YYYY-MM') as month, count(a.id)::int as events, coalesce(sum(a.on_site), 0)::int as "onSite", coalesce(sum(a.online), 0)::int as online
  from generate_series($1::date, least($2::date, ($1::date + interval '11 months')::date), interval '1 month') m left join greening.activity a on a.month = to_char(m, 'YYYY-MM') and a.kind = 'flower' and a.status = any (array['held', 'growing']) group by m order by m`
/** Gardens without a single keeper are listed too: that is what the sheet is looked at for. */
const rosterSql = `select s.id as space, s.form, s.build_kind as "buildKind", coalesce(string_agg(distinct k.name, '、') filter (where k.role = 'keeper'), '') as keepers,
    (count(*) filter (where k.role = 'volunteer'))::int as volunteers, coalesce(string_agg(distinct k.season, '、'), '') as seasons,
    coalesce((select array_agg(distinct d.day) from greening.keeper x, unnest(x.on_days) d(day) where x.space = s.id and x.retired_at is null), '{}') as days
  from greening.space s left join greening.keeper k on k.space = s.id and k.retired_at is null where s.retired_at is null and s.state <> 'building' and (s.form = 'rose' or k.id is not null)
  group by s.id, s.form, s.build_kind, s.code order by s.form <> 'rose', s.code`
interface Kept {
  readonly form: string
  readonly buildKind: 'new' | 'rebuilt'
  readonly keepers: string
  readonly days: readonly string[]
}
interface Segment {
  readonly cover: number
  readonly area: number
  readonly score: number | null
}
export const careSheets: readonly BoundRoute[] = [
  bind(patrolsRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many(
        tx,
        `select id as tree, grade, health, patrol_by::text as "patrolBy", keeper from greening.ancient where retired_at is null and (patrol_by is null or patrol_by < $1::date) order by patrol_by nulls first, code limit 1000`,
        [dayText(ctx.now)],
      )
      return { due: rows.length, rows } as never
    }),
  ),
  bind(wasteRoute, ({ from, to }, ctx) =>
    ctx.work(async ({ tx }) => {
      const towns = await many<{ inT: number; looseT: number }>(tx, townsSql, [from, to])
      const products = await many<{ product: string; tons: number }>(
        tx,
        `select product, sum(tons)::float8 as tons from greening.waste where retired_at is null and direction = 'out' and product is not null and day_on between $1::date and $2::date group by product order by product`,
        [from, to],
      )
      const all = await one<{ t: number }>(
        tx,
        `select coalesce(sum(tons), 0)::float8 as t from greening.waste where retired_at is null and direction <> 'out' and day_on between $1::date and $2::date`,
        [from, to],
      )
      const used = products.filter((p) => p.product !== 'none').reduce((n, p) => n + p.tons, 0)
      const sites = await many<{ peak: number; capacity: number }>(tx, sitesSql, [from, to])
      return {
        collected: all?.t ?? 0,
        used,
        percent: percentOf(used, all?.t ?? 0),
        towns: towns.map((t) => ({ ...t, isWithout: t.inT === 0 && t.looseT > 0 })),
        products,
        sites: sites.map((s) => ({ ...s, isOver: s.peak > s.capacity })),
      } as never
    }),
  ),
  bind(segmentsRoute, ({ month }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<Segment>(tx, segmentsSql, [month])
      return {
        rows: rows.map(({ cover, area, ...r }) => ({
          ...r,
          rank: rows.filter((x) => (x.score ?? -1) > (r.score ?? -1)).length + 1,
          water: percentOf(cover, area),
        })),
      } as never
    }),
  ),
  bind(rosterRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const found = await many<Kept>(tx, rosterSql)
      const roses = found.filter((r) => r.form === 'rose')
      const named = (is: (day: string) => boolean): string =>
        Object.entries(weekdays)
          .flatMap(([day, zh]) => (is(day) ? [zh] : []))
          .join('、')
      return {
        newRoses: roses.filter((r) => r.buildKind === 'new').length,
        rebuiltRoses: roses.filter((r) => r.buildKind === 'rebuilt').length,
        unkept: roses.filter((r) => r.keepers === '').length,
        rows: found.map(({ buildKind: _, days, ...r }) => ({
          ...r,
          days: named((day) => days.includes(day)),
          freeDays: named((day) => !days.includes(day)),
        })),
      } as never
    }),
  ),
  bind(wateringRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const open = await one<{ level: string; dryDays: number; rounds: number }>(
        tx,
        `select level, dry_days as "dryDays", rounds from greening.drought where status = 'active' limit 1`,
      )
      const rows = await many<{ done: number }>(tx, wateringSql, [addDays(dayText(ctx.now), -7)])
      return {
        level: open ? (open.level === 'severe' ? '重度' : '轻度') : '无旱情',
        dryDays: open?.dryDays ?? 0,
        rounds: open?.rounds ?? 0,
        rows: rows.map((r) => ({ ...r, short: Math.max(0, (open?.rounds ?? 0) - r.done) })),
      } as never
    }),
  ),
  bind(monthsRoute, ({ year }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{ events: number }>(tx, monthsSql, [`${year}-01-01`, dayText(ctx.now)])
      return { missing: rows.filter((r) => r.events === 0).length, rows } as never
    }),
  ),
]
