/** The sheets of the network. */
import { type BoundRoute, bind, dayText, many, one, percentOf, reject, round } from '#kernel'
import { surveyRoute, topologyRoute, traceRoute } from './contract.ts'
import { faults, findFaults, type Node, type Pipe, trace } from './network.ts'

interface PipeRow extends Pipe {
  readonly road: string
  readonly upCode: string
  readonly downCode: string
}
/** Pipes that lay in the ground on a day: built by then and not yet replaced. */
const pipesSql = `select p.id, p.up_node as up, p.down_node as down, p.system, p.diameter_mm as "diameterMm", p.length_m::float8 as "lengthM", p.up_invert_m::float8 as "upInvertM",
    p.down_invert_m::float8 as "downInvertM", p.road, u.code as "upCode", d.code as "downCode"
  from drainage.pipe p join drainage.node u on u.id = p.up_node join drainage.node d on d.id = p.down_node
  where p.built_on <= $1::date and (p.retired_at is null or (p.retired_at at time zone 'Asia/Shanghai')::date > $1::date) order by p.code`
const surveySql = `select z.id as zone, z.planned_km::float8 as "plannedKm", z.due_on::text as "dueOn", coalesce(sum(p.length_m) filter (where p.place = 'road'), 0)::float8 / 1000 as "roadKm",
    coalesce(sum(p.length_m) filter (where p.place = 'inner'), 0)::float8 / 1000 as "innerKm",
    (select coalesce(sum(s.defect_count), 0)::int from drainage.survey s where s.zone = z.id and s.status = 'accepted') as defects
  from drainage.zone z left join drainage.pipe p on p.zone = z.id and p.retired_at is null and p.surveyed_on is not null
  where z.retired_at is null group by z.id, z.name, z.planned_km, z.due_on order by z.name`
interface Zone {
  readonly zone: string
  readonly plannedKm: number
  readonly dueOn: string
  readonly roadKm: number
  readonly innerKm: number
  readonly defects: number
}
export const drainageRoutes = (): readonly BoundRoute[] => [
  bind(traceRoute, ({ node, direction, on }, ctx) =>
    ctx.work(async ({ tx }) => {
      const start = await one<{ id: string }>(tx, 'select id from drainage.node where code = $1 and retired_at is null', [node])
      if (!start) return reject('kernel.not-found', { what: '排水节点' })
      const pipes = await many<PipeRow>(tx, pipesSql, [on ?? dayText(ctx.now)])
      const rows = new Map(pipes.map((p) => [p.id, p]))
      const found = trace(pipes, start.id, direction)
      const [near, far] = direction === 'down' ? (['up', 'downCode'] as const) : (['down', 'upCode'] as const)
      const goesOn = new Set(pipes.map((p) => p[near]))
      const ends = found.filter(({ pipe }) => !goesOn.has(direction === 'down' ? pipe.down : pipe.up))
      const lengthM = found.reduce((n, t) => n + t.pipe.lengthM, 0)
      return {
        pipes: found.length,
        lengthM: round(lengthM, 1),
        ends: [...new Set(ends.map(({ pipe }) => rows.get(pipe.id)?.[far] ?? ''))],
        rows: found.map(({ pipe, distanceM }) => {
          const { road = '', upCode = '', downCode = '' } = rows.get(pipe.id) ?? {}
          const { id, system, diameterMm } = pipe
          return { pipe: id, road, system, upCode, downCode, diameterMm, lengthM: pipe.lengthM, distanceM: round(distanceM, 1) }
        }),
      }
    }),
  ),
  bind(topologyRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const pipes = await many<PipeRow>(tx, pipesSql, [dayText(ctx.now)])
      const nodes = await many<Node>(tx, 'select id, kind from drainage.node where retired_at is null order by code')
      const rows = findFaults(nodes, pipes).map((f) => ({ ...f, what: faults[f.what] }))
      return { pipes: pipes.length, nodes: nodes.length, faults: rows.length, rows }
    }),
  ),
  bind(surveyRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const zones = await many<Zone>(tx, surveySql)
      const today = dayText(ctx.now)
      return {
        totalKm: round(
          zones.reduce((n, z) => n + z.roadKm + z.innerKm, 0),
          3,
        ),
        rows: zones.map(({ dueOn, ...z }) => ({
          ...z,
          percent: percentOf(z.roadKm + z.innerKm, z.plannedKm),
          isLate: dueOn < today && z.roadKm + z.innerKm < z.plannedKm,
        })),
      }
    }),
  ),
]
