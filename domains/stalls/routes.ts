/** Sheets of 摊区夜市. */
import { type BoundRoute, bind, dayText, many, one, percentOf, reject } from '#kernel'
import { fairsRoute, nightsRoute, proofRoute, sitesRoute } from './contract.ts'
import { drawOrder, sealOf } from './draw.ts'

const siteSql = `select s.id as site, s.kind, s.status, s.name, s.community, s.stalls, s.school_m::float8 as "schoolM", (select count(*)::int from stalls.tenure t where t.site = s.id and t.status in ('held', 'shut')) as held,
    (select count(*)::int from stalls.hazard h where h.site = s.id and h.closed_at is null) as hazards, (select coalesce(sum(paid_fen), 0)::float8 from stalls.tenure t where t.site = s.id) as "rentFen",
    (select count(*)::int from stalls.tenure t where t.site = s.id and t.status in ('held', 'shut') and t.paid_to < $1::date) as arrears from stalls.site s where s.status <> 'closed' order by s.number`
interface Site {
  readonly kind: string
  readonly status: string
  readonly name: string
  readonly community: string | null
  readonly stalls: number
  readonly held: number
}
interface Round {
  readonly seal: string
  readonly seed: string | null
  readonly method: string
  readonly order: readonly string[] | null
}
const nightSql = `select d::text as "dayOn", coalesce(n.rounds, 0) as rounds, coalesce(n.out, 0) as out, coalesce(n.unlisted, 0) as unlisted, coalesce(n.off, 0) as "offHours", coalesce(n.noise, 0) as noise, coalesce(n.litter, 0) as litter, coalesce(e.market, 0) as market
  from (select day_on as d from stalls.night_round where day_on between $1::date and $2::date union select day_on from stalls.evening where day_on between $1::date and $2::date) x
  left join (select day_on, count(*)::int as rounds, sum(shops_out)::int as out, sum(unlisted)::int as unlisted, sum(off_hours)::int as off, sum(noise)::int as noise, sum(litter)::int as litter from stalls.night_round group by 1) n on n.day_on = x.d
  left join (select day_on, sum(found)::int as market from stalls.evening group by 1) e on e.day_on = x.d order by 1`
export const stallsRoutes = (): readonly BoundRoute[] => [
  bind(sitesRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const sites = await many<Site>(tx, siteSql, [dayText(ctx.now)])
      const room = sites.find((s) => s.status === 'open' && s.kind !== 'farm' && s.kind !== 'fair' && s.held < s.stalls)
      const communities = new Set(sites.filter((s) => s.kind === 'temp').map((s) => s.community))
      return {
        communities: communities.size,
        rows: sites.map(({ name: _, community: __, ...s }) => ({
          ...s,
          free: s.stalls - s.held,
          percent: percentOf(s.held, s.stalls),
          instead: s.held >= s.stalls ? (room?.name ?? null) : null,
        })),
      } as never
    }),
  ),
  bind(proofRoute, ({ id }, ctx) =>
    ctx.work(async ({ tx }) => {
      const round = await one<Round>(tx, 'select seal, seed, method, drawn_order as "order" from stalls.round where id = $1', [
        id,
      ])
      if (!round) return reject('kernel.not-found', { what: '摊位分配' })
      const drawn = round.order ?? []
      const people = await many<{ applicant: string; number: string; status: string; stall: number | null }>(
        tx,
        'select id as applicant, number, status, stall from stalls.applicant where round = $1',
        [id],
      )
      const again = round.method === 'draw' ? drawOrder(round.seed ?? '', [...drawn].sort()) : [...drawn].sort()
      const at = (n: string) => (drawn.includes(n) ? drawn.indexOf(n) + 1 : 9999)
      return {
        rule: '按 SHA-256(种子:报名号) 从小到大排列,依次取得摊位号,其余按顺序候补',
        seal: round.seal,
        seed: round.seed,
        isSealed: round.seed !== null && sealOf(round.seed) === round.seal,
        isSame: round.seed !== null && again.join() === drawn.join(),
        rows: people
          .filter((p) => drawn.includes(p.number))
          .sort((a, b) => at(a.number) - at(b.number))
          .map(({ number, ...p }) => ({ order: at(number), ...p })),
      } as never
    }),
  ),
  bind(fairsRoute, ({ month }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{ isPassed: boolean }>(
        tx,
        `select (rank() over (order by score desc))::int as rank, site, score::float8 as score, is_passed as "isPassed", published_on::text as "publishedOn" from stalls.fair_check where month = $1 order by 1, number`,
        [month],
      )
      return { checked: rows.length, passed: percentOf(rows.filter((r) => r.isPassed).length, rows.length), rows } as never
    }),
  ),
  bind(nightsRoute, ({ from, to }, ctx) => ctx.work(async ({ tx }) => ({ rows: await many(tx, nightSql, [from, to]) }) as never)),
]
