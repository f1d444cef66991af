/** Sheets of 门前三包, alliances, relief and the smart pilot. */
import { addDays, type BoundRoute, bind, dayText, many, one, parameterOf, percentOf, startOf } from '#kernel'
import { alliancesRoute, dueRoute, outcomesRoute, platformRoute, reliefRoute, smartRoute } from '../contract.ts'

const townSql = `with s as (select left(area_code, 9) as town, count(*)::int as units from grid.shop where retired_at is null and length(area_code) >= 9 group by 1),
  a as (select left(area_code, 9) as town, count(*)::int as signed, (count(*) filter (where grade = 'green'))::int as green, (count(*) filter (where grade = 'yellow'))::int as yellow, (count(*) filter (where grade = 'red'))::int as red from appearance.agreement where status <> 'ended' and length(area_code) >= 9 group by 1),
  v as (select left(area_code, 9) as town, count(*)::int as checks from appearance.visit where status <> 'void' and checked_on between $1::date and $2::date group by 1),
  i as (select left(area_code, 9) as town, count(*)::int as issues, (count(*) filter (where status = 'self'))::int as self, (count(*) filter (where status = 'penalised'))::int as penalties from appearance.issue where created_at >= $3 and created_at < $4 group by 1)
  select t.town, coalesce(units, 0) as units, coalesce(signed, 0) as signed, coalesce(green, 0) as green, coalesce(yellow, 0) as yellow, coalesce(red, 0) as red, coalesce(checks, 0) as checks, coalesce(issues, 0) as issues, coalesce(self, 0) as self, coalesce(penalties, 0) as penalties
  from (select town from s union select town from a union select town from v union select town from i) t left join s using (town) left join a using (town) left join v using (town) left join i using (town) where t.town is not null order by 1`
interface Town {
  readonly units: number
  readonly signed: number
}
const dueSql = `select id as agreement, grade, coalesce(every_days, 0) as "everyDays", next_check_on::text as "nextOn", (next_check_on < $1::date) as "isOverdue" from appearance.agreement where status <> 'ended' and not coalesce(is_exempt, false) and next_check_on is not null order by next_check_on, number limit 2000`
const allianceSql = `select l.id as alliance, l.kind, (select count(*)::int from appearance.member m where m.alliance = l.id and m.retired_at is null) as members,
    (select count(*)::int from appearance.mutual u where u.alliance = l.id and u.status = 'done' and u.checked_on between $1::date and $2::date) as checks,
    (select count(*)::int from appearance.alliance_meeting g where g.alliance = l.id and g.kind = 'meeting' and g.held_on between $1::date and $2::date) as meetings,
    (select count(*)::int from appearance.alliance_meeting g where g.alliance = l.id and g.kind = 'visit' and g.held_on between $1::date and $2::date) as visits, i.issues, i.self, i.left_over as "left"
  from appearance.alliance l, lateral (select count(*)::int as issues, (count(*) filter (where x.status = 'self'))::int as self, (count(*) filter (where x.status in ('street', 'assisted', 'sent', 'penalised')))::int as left_over
    from appearance.issue x join appearance.member m on m.shop = x.shop and m.alliance = l.id and m.retired_at is null where x.status <> 'relearn' and x.created_at >= $3 and x.created_at < $4) i
  where l.status <> 'dissolved' order by l.number`
interface Alliance {
  readonly issues: number
  readonly self: number
  readonly left: number
}
const smartSql = `select count(*)::int as detected, (count(*) filter (where d.status = 'done'))::int as merchant, (count(*) filter (where d.status = 'relearn'))::int as relearn, (count(*) filter (where d.status = 'sent'))::int as sent,
    (count(*) filter (where d.status in ('pending', 'told', 'fixed')))::int as open, (count(*) filter (where d.status = 'low'))::int as low
  from sensing.detection d join sensing.camera c on c.id = d.camera where c.use = 'frontage' and d.seen_at >= $1 and d.seen_at < $2`
const roadSql = `select c.road, count(*)::int as cameras, coalesce(sum((select count(*) from sensing.shop_in_view v where v.camera = c.id and v.retired_at is null)), 0)::int as shops,
    coalesce(sum((select count(*) from sensing.detection d where d.camera = c.id and d.seen_at >= $1 and d.seen_at < $2)), 0)::int as detected from sensing.camera c where c.use = 'frontage' and c.retired_at is null group by c.road order by 1`
interface Smart {
  readonly detected: number
  readonly merchant: number
  readonly relearn: number
  readonly sent: number
  readonly open: number
  readonly low: number
}
const reliefSql = `select m.id as measure, m.kind, m.status, count(b.id)::int as benefited, (count(b.id) filter (where b.status = 'active'))::int as active, coalesce(sum(b.width_m) filter (where b.painted_on is not null), 0)::float8 as metres, coalesce(sum(b.checks), 0)::int as checks, coalesce(sum(b.breaches), 0)::int as breaches, (count(b.id) filter (where b.status = 'revoked'))::int as revoked
  from appearance.measure m left join appearance.benefit b on b.measure = m.id group by m.id, m.kind, m.status, m.number order by m.number`
const formula = '自行整改 ÷ 已办结且非误报(误报即再学习、未办结的不进分母)'
const bounds = (from: string, to: string) => [startOf(from), startOf(addDays(to, 1))] as const
export const frontageSheets: readonly BoundRoute[] = [
  bind(platformRoute, ({ from, to }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<Town>(tx, townSql, [from, to, ...bounds(from, to)])
      const [units, signed] = [rows.reduce((n, r) => n + r.units, 0), rows.reduce((n, r) => n + r.signed, 0)]
      return { units, signed, signedPercent: percentOf(signed, units), rows } as never
    }),
  ),
  bind(dueRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const exempt = await one<{ n: number }>(
        tx,
        `select count(*)::int as n from appearance.agreement where status <> 'ended' and is_exempt`,
      )
      return { exempt: exempt?.n ?? 0, rows: await many(tx, dueSql, [dayText(ctx.now)]) } as never
    }),
  ),
  bind(outcomesRoute, ({ from, to }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{ outcome: string; count: number; auto: number }>(
        tx,
        'select status as outcome, count(*)::int as count, (count(*) filter (where is_auto))::int as auto from appearance.issue where created_at >= $1 and created_at < $2 group by 1 order by 1',
        [...bounds(from, to)],
      )
      const of = (...names: string[]) => rows.filter((r) => names.includes(r.outcome)).reduce((n, r) => n + r.count, 0)
      const [all] =
        (await many<{ n: number }>(
          tx,
          'select count(*)::int as n from appearance.issue where created_at >= $1 and created_at < $2',
          [...bounds(from, to)],
        )) ?? []
      const collected = all?.n ?? 0
      const [relearn, open, self] = [of('relearn'), of('told', 'answered', 'street'), of('self')]
      const closed = of('self', 'assisted', 'sent', 'penalised')
      return {
        formula,
        collected,
        relearn,
        open,
        self,
        closed,
        percent: percentOf(self, closed),
        auto: rows.reduce((n, r) => n + r.auto, 0),
        other: percentOf(collected - relearn, collected),
        isWhole: relearn + open + closed === collected,
        rows: rows.map(({ auto: _, ...r }) => r),
      }
    }),
  ),
  bind(alliancesRoute, ({ from, to }, ctx) =>
    ctx.work(async (work) => {
      const rows = await many<Alliance>(work.tx, allianceSql, [from, to, ...bounds(from, to)])
      const points = parameterOf(work, 'appearance.alliance-left')
      return {
        rows: rows.map(({ left, ...r }) => ({
          ...r,
          percent: percentOf(r.self, r.issues),
          score: Math.max(0, 100 - left * points),
        })),
      } as never
    }),
  ),
  bind(smartRoute, ({ from, to }, ctx) =>
    ctx.work(async ({ tx }) => {
      const s = (await one<Smart>(tx, smartSql, [...bounds(from, to)])) ?? {
        detected: 0,
        merchant: 0,
        relearn: 0,
        sent: 0,
        open: 0,
        low: 0,
      }
      const rows = await many<{ cameras: number; shops: number }>(tx, roadSql, [...bounds(from, to)])
      return {
        roads: rows.length,
        cameras: rows.reduce((n, r) => n + r.cameras, 0),
        shops: rows.reduce((n, r) => n + r.shops, 0),
        ...s,
        gap: s.detected - s.merchant - s.relearn - s.sent - s.open - s.low,
        percent: percentOf(s.merchant, s.merchant + s.sent),
        rows,
      } as never
    }),
  ),
  bind(reliefRoute, (_input, ctx) => ctx.work(async ({ tx }) => ({ rows: await many(tx, reliefSql) }) as never)),
]
