import { type BoundRoute, bind, type Kernel, raw, reject } from '#kernel'
import { createTileCache } from '#kernel/tiles.ts'
import { entriesRoute, groundTileRoute, manifestRoute, rosterGapsRoute, topicTableRoute } from './contract.ts'
import { citizenEntry, groundTile, programManifest } from './entry.ts'
import { ledgerRoute } from './ledger.ts'
import { returnRoutes } from './returns.ts'
import { rosterGaps, type Shift } from './roster.ts'

const hour = 3_600_000
const local = (at: Date): string => new Date(at.getTime() + 8 * hour).toISOString().slice(0, 16).replace('T', ' ')

const citizenRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const tiles = createTileCache(kernel)
  return [
    bind(entriesRoute, async (_input, ctx) => citizenEntry(ctx)),
    bind(manifestRoute, async (_input, ctx) => programManifest(ctx)),
    bind(groundTileRoute, async (at, ctx) => groundTile(ctx, tiles, at)),
  ]
}
export const intakeRoutes = (kernel: Kernel): readonly BoundRoute[] => [
  ...citizenRoutes(kernel),
  ...returnRoutes,
  ledgerRoute,
  bind(rosterGapsRoute, async (input, ctx) => {
    const [from, to] = [new Date(`${input.from}T00:00:00+08:00`), new Date(`${input.to}T00:00:00+08:00`)]
    if (to <= from) reject('kernel.check', { rule: '止(不含)应晚于起' })
    const { rows } = await ctx.work(({ tx }) =>
      raw<Shift>(
        tx,
        'select starts_at as "startsAt", ends_at as "endsAt" from intake.shift where retired_at is null and ends_at > $1 and starts_at < $2',
        [from, to],
      ),
    )
    const gaps = rosterGaps(rows, from, to)
    const hours = (to.getTime() - from.getTime()) / hour
    const missing = gaps.reduce((n, g) => n + (g.to.getTime() - g.from.getTime()) / hour, 0)
    return { hours, covered: hours - missing, gaps: gaps.map((g) => ({ from: local(g.from), to: local(g.to) })) }
  }),
  bind(topicTableRoute, async ({ id }, ctx) => {
    const { rows } = await ctx.work(({ tx }) =>
      raw<{ issueClass: string; place: string; total: number; closed: number; onSpot: number; claimed: number }>(
        tx,
        `select issue_class as "issueClass", place, count(*)::int as total, (count(*) filter (where status = 'done'))::int as closed,
           (count(*) filter (where status = 'done' and is_on_spot))::int as "onSpot", (count(*) filter (where status = 'claimed'))::int as claimed
         from intake.issue where topic = $1 and status <> 'dropped' group by 1, 2 order by 1, 2`,
        [id],
      ),
    )
    const quiet = await ctx.work(({ tx }) =>
      raw<{ place: string }>(
        tx,
        `select k.name as place from intake.topic t cross join lateral jsonb_array_elements(coalesce(t.points, '[]')) p
           join grid.key_point k on k.district = t.district and k.id = (p ->> 'point')::uuid
         where t.id = $1 and not exists (select from intake.issue i where i.topic = t.id and i.status <> 'dropped' and (i.point = k.id or i.place = k.name))
         order by 1`,
        [id],
      ),
    )
    const all = (of: 'total' | 'closed' | 'onSpot' | 'claimed') => rows.reduce((n, r) => n + r[of], 0)
    return {
      total: all('total'),
      closed: all('closed'),
      onSpot: all('onSpot'),
      claimed: all('claimed'),
      rows: rows.map(({ onSpot: _, claimed: __, ...r }) => r),
      quiet: quiet.rows.map((r) => r.place),
    }
  }),
]
