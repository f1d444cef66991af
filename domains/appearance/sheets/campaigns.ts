/** Sheets of campaigns, lanes and projects. */
import { addMonths, type BoundRoute, bind, dayMs, dayText, many, one, parameterOf, percentOf, reject } from '#kernel'
import type { CampaignItem } from '../campaigns/campaign.ts'
import { boardRoute, lanesRoute, projectsRoute } from '../contract.ts'

interface Cell {
  readonly town: string
  readonly code: string
  readonly found: number
  readonly left: number
  readonly done: number
  readonly target: number | null
}
const cellSql = `select coalesce(i.town, t.town) as town, coalesce(i.code, t.code) as code, coalesce(found, 0) as found, coalesce(left_over, 0) as "left", coalesce(done, 0)::float8 as done, t.quantity::float8 as target
  from (select town, code, count(*)::int as found, (count(*) filter (where closed_at is null))::int as left_over, sum(done_quantity) filter (where status = 'closed' and extract(year from closed_on) = $2) as done from appearance.item where campaign = $1 group by 1, 2) i
  full join (select town, code, quantity from appearance.target where campaign = $1 and year_of = $2 and retired_at is null) t on t.town = i.town and t.code = i.code order by 1, 2`
const monthSql = `select m as month, (select count(*)::int from appearance.item where campaign = $1 and to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM') = m) as found, (select count(*)::int from appearance.item where campaign = $1 and to_char(closed_on, 'YYYY-MM') = m) as closed,
    (select count(*)::int from cases.case c where c.category = any($3::text[]) and to_char(c.created_at at time zone 'Asia/Shanghai', 'YYYY-MM') = m) as cases
  from (select $2 || '-' || lpad(n::text, 2, '0') as m from generate_series(1, 12) n) x order by 1`
const placeSql = `select place, coalesce(group_, '') as "group", count(*)::int as found, (count(*) filter (where status = 'closed'))::int as closed, (count(*) filter (where closed_at is null))::int as "left" from appearance.item where campaign = $1 group by 1, 2 order by 5 desc, 3 desc, 1, 2 limit 200`
const sumSql = `select count(*)::int as found, (count(*) filter (where status = 'closed'))::int as closed, (count(*) filter (where closed_at is null))::int as "left", (count(*) filter (where status = 'penalised'))::int as penalised, (count(*) filter (where is_sample))::int as samples,
    (select count(*)::int from appearance.outing o where o.campaign = $1) as outings from appearance.item where campaign = $1`
const laneSql = `select l.id as lane, l.chief, l.status, l.appointed_on::text as "appointedOn", (select count(*)::int from appearance.lane_patrol p where p.lane = l.id and p.status = 'done' and p.patrolled_on >= $1::date and p.patrolled_on < $2::date) as patrols,
    (select count(*)::int from appearance.lane_problem x where x.lane = l.id and (x.created_at at time zone 'Asia/Shanghai')::date >= $1::date and (x.created_at at time zone 'Asia/Shanghai')::date < $2::date) as problems,
    (select count(*)::int from appearance.lane_problem x where x.lane = l.id and x.status = 'sent' and (x.created_at at time zone 'Asia/Shanghai')::date >= $1::date and (x.created_at at time zone 'Asia/Shanghai')::date < $2::date) as late,
    l.patrolled_on::text as "lastOn", coalesce(l.status = 'held' and l.next_patrol_on < $3::date, false) as "isMissed" from appearance.lane l where l.status <> 'removed' order by 9 desc, l.number`
const projectSql = `select coalesce(p.kind, t.kind) as kind, coalesce(t.count, 0) as target, coalesce(projects, 0) as projects, coalesce(accepted, 0) as accepted, coalesce(metres, 0)::float8 as metres, coalesce(funds, 0)::float8 as "fundsWan", coalesce(bond, 0)::float8 as "bondWan", coalesce(spent, 0)::float8 as "spentWan"
  from (select kind, count(*)::int as projects, (count(*) filter (where status in ('accepted', 'cared')))::int as accepted, sum(length_m) filter (where status in ('accepted', 'cared')) as metres, sum(funds_wan) as funds, sum(spent_wan) as spent,
      sum((select sum((f->>'wan')::numeric) from jsonb_array_elements(funds::jsonb) f where f->>'source' = 'bond')) as bond from appearance.project where year_of = $1 and status <> 'dropped' group by kind) p
  full join (select kind, count from appearance.lane_plan where year_of = $1 and retired_at is null) t on t.kind = p.kind order by 1`
const stageSql = `select p.id as project, s->>'name' as stage, s->>'dueOn' as "dueOn", (s->>'dueOn' < $2) as "isLate" from appearance.project p, jsonb_array_elements(p.stages::jsonb) s where p.year_of = $1 and p.status in ('approved', 'building') and s->>'doneOn' is null order by 3 limit 500`
interface Lane {
  readonly status: string
  readonly appointedOn: string | null
  readonly patrols: number
  readonly isMissed: boolean
}
/** Patrols that the days of a month in office, up to today, ask for. */
const patrolsDue = (appointedOn: string | null, from: string, today: string, every: number): number => {
  if (!appointedOn) return 0
  const next = addMonths(from, 1)
  const [begin, end] = [appointedOn > from ? appointedOn : from, today < next ? today : next]
  return Math.max(0, Math.floor((Date.parse(end) - Date.parse(begin)) / dayMs / every))
}
export const campaignSheets: readonly BoundRoute[] = [
  bind(boardRoute, ({ id, year }, ctx) =>
    ctx.work(async ({ tx }) => {
      const campaign = await one<{ items: readonly CampaignItem[] }>(tx, 'select items from appearance.campaign where id = $1', [
        id,
      ])
      if (!campaign) return reject('kernel.not-found', { what: '专项行动' })
      const { items } = campaign
      const cells = await many<Cell>(tx, cellSql, [id, year])
      const codes = items.flatMap((i) => (i.category ? [i.category] : []))
      return {
        ...(await one<object>(tx, sumSql, [id])),
        rows: cells.map((c) => {
          const of = items.find((i) => i.code === c.code)
          return {
            ...c,
            group: of?.group ?? '',
            name: of?.name ?? '',
            percent: c.target === null ? null : percentOf(c.done, c.target),
          }
        }),
        months: await many(tx, monthSql, [id, String(year), codes]),
        stuck: await many(
          tx,
          'select id as item, town, due_on::text as "dueOn", coordination from appearance.item where campaign = $1 and is_stuck and closed_at is null order by due_on, number limit 500',
          [id],
        ),
        places: await many(tx, placeSql, [id]),
        scores: await many(
          tx,
          `select town, count(*)::int as checks, round(avg(score)::numeric, 2)::float8 as score from appearance.street_check where campaign = $1 and status = 'done' group by town order by 3 desc, 1`,
          [id],
        ),
      } as never
    }),
  ),
  bind(lanesRoute, ({ month }, ctx) =>
    ctx.work(async (work) => {
      const from = `${month}-01`
      const rows = await many<Lane>(work.tx, laneSql, [from, addMonths(from, 1), dayText(ctx.now)])
      const of = (status: string) => rows.filter((r) => r.status === status).length
      return {
        held: of('held'),
        vacant: of('vacant'),
        missed: rows.filter((r) => r.isMissed).length,
        rows: rows.map(({ status: _, appointedOn, ...r }) => {
          const due = patrolsDue(appointedOn, from, dayText(ctx.now), parameterOf(work, 'appearance.patrol-days'))
          return { ...r, due, percent: due === 0 ? null : Math.min(100, percentOf(r.patrols, due) ?? 0) }
        }),
      } as never
    }),
  ),
  bind(projectsRoute, ({ year }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{ accepted: number; target: number }>(tx, projectSql, [year])
      return {
        rows: rows.map((r) => ({ ...r, percent: percentOf(r.accepted, r.target) })),
        open: await many(tx, stageSql, [year, dayText(ctx.now)]),
      } as never
    }),
  ),
]
