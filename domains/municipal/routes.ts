/** The sheets of municipal works. */
import { type BoundRoute, bind, many, mask, one, percentOf } from '#kernel'
import { accessRoute, smallRoute } from './contract.ts'
import { replies } from './words.ts'

const accessSql = `select coalesce(r.name, '未注明道路') as road, count(*)::int as total, (count(*) filter (where f.state = 'usable'))::int as usable, (count(*) filter (where f.state = 'blocked'))::int as blocked,
    (count(*) filter (where f.state = 'broken'))::int as broken, (count(*) filter (where f.state = 'steep'))::int as steep
  from municipal.facility f left join grid.road r on r.id = f.road where f.retired_at is null group by coalesce(r.name, '未注明道路') order by 1`
const smallSql = `select id as job, asker, source, place, status, to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "askedOn", days, cost_fen::float8 / 100 as cost, reply
  from municipal.job where kind = 'small' and status <> 'dropped' and extract(year from coalesce(done_at, created_at) at time zone 'Asia/Shanghai') = $1 order by number limit 2000`
interface Small {
  readonly job: string
  readonly asker: string | null
  readonly source: string
  readonly place: string
  readonly status: string
  readonly askedOn: string
  readonly days: number | null
  readonly cost: number | null
  readonly reply: keyof typeof replies | null
}
interface Road {
  readonly road: string
  readonly total: number
  readonly usable: number
  readonly blocked: number
  readonly broken: number
  readonly steep: number
}
export const municipalRoutes = (): readonly BoundRoute[] => [
  bind(smallRoute, ({ year }, ctx) =>
    ctx.work(async ({ tx }) => {
      const pot = await one<{ yuan: number }>(
        tx,
        'select amount_fen::float8 / 100 as yuan from municipal.pot where year = $1 and retired_at is null',
        [year],
      )
      const jobs = await many<Small>(tx, smallSql, [year])
      const spent = jobs.reduce((n, j) => n + (j.cost ?? 0), 0)
      return {
        pot: pot?.yuan ?? null,
        spent,
        percent: percentOf(spent, pot?.yuan ?? 0),
        open: jobs.filter((j) => j.status !== 'closed').length,
        thanks: jobs.filter((j) => j.reply === 'thanks').length,
        complaints: jobs.filter((j) => j.reply === 'complaint').length,
        rows: jobs.map((j) => ({ ...j, asker: j.asker && mask('name', j.asker), reply: j.reply && replies[j.reply] })),
      }
    }),
  ),
  bind(accessRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const roads = await many<Road>(tx, accessSql)
      const all = (of: (r: Road) => number) => roads.reduce((n, r) => n + of(r), 0)
      return {
        total: all((r) => r.total),
        percent: percentOf(
          all((r) => r.usable),
          all((r) => r.total),
        ),
        rows: roads.map((r) => ({ ...r, isOpen: r.usable === r.total })),
      }
    }),
  ),
]
