/** The sheets of overhead cables. */
import { type BoundRoute, bind, dayText, many, percentOf } from '#kernel'
import { dutyRoute, planRoute } from './contract.ts'

const planSql = `select p.id as plan, w.year, (count(*) filter (where w.status = 'listed'))::int as listed, (count(*) filter (where w.status = 'working'))::int as working,
    (count(*) filter (where w.status = 'done'))::int as done, (count(*) filter (where w.status = 'accepted'))::int as accepted,
    coalesce(sum(w.done_m) filter (where w.status = 'accepted'), 0)::float8 as metres, count(*)::int as total
  from cables.plan p join cables.work w on w.plan = p.id where p.retired_at is null group by p.id, p.name, w.year order by p.name, w.year`
const dutySql = `select o.id as operator, coalesce(l.lines, 0)::int as lines, coalesce(l.metres, 0)::float8 as metres, coalesce(l.unallowed, 0)::int as unallowed,
    coalesce(n.notices, 0)::int as notices, coalesce(n.open, 0)::int as open, coalesce(n.late, 0)::int as late, coalesce(n.timely, 0)::int as timely
  from cables.operator o
  left join lateral (select count(*) as lines, sum(metres) as metres, count(*) filter (where consent is null) as unallowed from cables.line l where l.operator = o.id and l.retired_at is null) l on true
  left join lateral (select count(*) as notices, count(*) filter (where status <> 'closed') as open, count(*) filter (where coalesce(tidied_on, $1::date) > due_on) as late,
    count(*) filter (where tidied_on <= due_on) as timely from cables.notice n where n.operator = o.id) n on true
  where o.retired_at is null order by o.name`
interface Year {
  readonly plan: string
  readonly year: number
  readonly listed: number
  readonly working: number
  readonly done: number
  readonly accepted: number
  readonly metres: number
  readonly total: number
}
interface Duty {
  readonly operator: string
  readonly lines: number
  readonly metres: number
  readonly unallowed: number
  readonly notices: number
  readonly open: number
  readonly late: number
  readonly timely: number
}
export const cablesRoutes = (): readonly BoundRoute[] => [
  bind(planRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => ({
      rows: (await many<Year>(tx, planSql)).map(({ total, ...y }) => ({ ...y, percent: percentOf(y.accepted, total) })),
    })),
  ),
  bind(dutyRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => ({
      rows: (await many<Duty>(tx, dutySql, [dayText(ctx.now)])).map(({ timely, ...d }) => ({
        ...d,
        percent: percentOf(timely, timely + d.late),
      })),
    })),
  ),
]
