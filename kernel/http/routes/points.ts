/** Where things happened, for heat, clusters and the time slider: three numbers a row, nothing of who or what. */
import { z } from 'zod'
import { raw } from '../../db/index.ts'
import { tableName, tableOf } from '../../define/table.ts'
import { reject } from '../../errors.ts'
import { reachOf } from '../../permission/reach.ts'
import { listConditions } from '../../query/list.ts'
import { type BoundRoute, bind } from '../bind.ts'
import { route } from '../route.ts'
import { definitionFor, listQuery } from './rows.ts'

const instant = z.iso.datetime({ offset: true }).transform((v) => new Date(v))
const mostPoints = 50_000
export const pointsRoute = route({
  method: 'GET',
  path: '/rows/:definition/points',
  zh: '一段时间的点位(热力、聚合、时间轴)',
  permission: 'signed-in',
  tag: 'rows',
  input: listQuery.pick({ filter: true, area: true }).extend({ definition: z.string(), from: instant, to: instant }),
  output: z.object({
    total: z.number(),
    /** Beyond 50,000 every n-th by id is given: the picture stays, the counts are of all. */
    every: z.number(),
    /** Longitude and latitude in millionths of a degree, and whole days since `from`. */
    points: z.array(z.tuple([z.number(), z.number(), z.number()])),
  }),
})
const dayMs = 86_400_000
export const pointRoutes: readonly BoundRoute[] = [
  bind(pointsRoute, async (input, ctx) => {
    const definition = definitionFor(ctx, input.definition, 'read')
    if (!tableOf(definition).columns.some((c) => c.name === 'lon'))
      reject('kernel.invalid', { detail: `${definition.spec.zh}没有位置` })
    const at = definition.primitive === 'record' ? 'r.at' : 'r.created_at'
    const where = listConditions(definition, {
      filter: input.filter,
      areaCode: input.area,
      district: ctx.district,
      reach: reachOf(ctx.who, definition),
      and: (b) => `${at} >= ${b(input.from)} and ${at} < ${b(input.to)} and r.lon is not null`,
    })
    const from = `from ${tableName(definition)} r where ${where.sql}`
    return ctx.work(async ({ tx }) => {
      const counted = await raw<{ n: number }>(tx, `select count(*)::int as n ${from}`, where.params)
      const total = counted.rows[0]?.n ?? 0
      const every = Math.max(1, Math.ceil(total / mostPoints))
      const { rows } = await raw<{ packed: [number, number, number][] | null }>(
        tx,
        `select json_agg(json_build_array((lon * 1e6)::int, (lat * 1e6)::int, day)) as packed from (
           select r.lon, r.lat, floor(extract(epoch from ${at} - $${where.params.length + 1}::timestamptz) * 1000 / ${dayMs})::int as day,
             row_number() over (order by r.id) as n ${from}) x where n % ${every} = 0`,
        [...where.params, input.from],
      )
      return { total, every, points: rows[0]?.packed ?? [] }
    })
  }),
]
