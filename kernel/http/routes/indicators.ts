/** Indicators: list, value by period × area × dimension, and the rows behind a value. */
import { z } from 'zod'
import type { FigureAnswer, FigureMeta } from '../../define/figure.ts'
import { Refused, reject } from '../../errors.ts'
import { computeIndicator, indicatorRows } from '../../indicator/compute.ts'
import type { Kernel } from '../../kernel.ts'
import { maskRow } from '../../permission/mask.ts'
import { permit } from '../../permission/permit.ts'
import { readVerb } from '../../permission/verbs.ts'
import { type BoundRoute, bind, type RequestContext } from '../bind.ts'
import { route } from '../route.ts'

const instant = z.iso.datetime({ offset: true }).transform((v) => new Date(v))
const scope = z.object({
  from: instant.optional(),
  to: instant.optional(),
  area: z
    .string()
    .regex(/^\d{2,18}$/, '区域代码应为数字')
    .optional(),
  by: z.string().optional(),
})
const value = z.object({
  key: z.string().nullable(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
})
const meta = z.object({
  id: z.string(),
  zh: z.string(),
  unit: z.string(),
  decimals: z.number(),
  definition: z.string(),
  target: z.unknown(),
  by: z.array(z.string()),
})
export const indicatorListRoute = route({
  method: 'GET',
  path: '/indicators',
  zh: '指标目录',
  permission: 'signed-in',
  tag: 'indicators',
  input: z.object({}),
  output: z.object({ indicators: z.array(meta) }),
})
export const indicatorRoute = route({
  method: 'GET',
  path: '/indicators/:id',
  zh: '指标值',
  permission: 'signed-in',
  tag: 'indicators',
  input: scope.extend({ id: z.string() }),
  output: meta.extend({ values: z.array(value) }),
})
export const indicatorRowsRoute = route({
  method: 'GET',
  path: '/indicators/:id/rows',
  zh: '指标背后的行',
  permission: 'signed-in',
  tag: 'indicators',
  input: scope.extend({ id: z.string(), side: z.enum(['numerator', 'denominator']).default('numerator') }),
  output: z.object({
    definition: z.string(),
    rows: z.array(z.record(z.string(), z.unknown())),
    sql: z.string(),
    params: z.array(z.unknown()),
  }),
})

const find = (kernel: Kernel, id: string) =>
  kernel.indicators.find((i) => i.id === id) ?? reject('kernel.not-found', { what: `指标${id}` })
const metaOf = (i: Kernel['indicators'][number]) => ({
  id: i.id,
  zh: i.spec.zh,
  unit: i.spec.unit,
  decimals: i.spec.decimals,
  definition: i.spec.definition,
  target: i.spec.target ?? null,
  by: [...(i.spec.by ?? [])],
})
const request = (q: z.output<typeof scope>, { now, district }: RequestContext) => ({
  now,
  district,
  from: q.from,
  to: q.to,
  areaCode: q.area,
  by: q.by,
})

/** The dictionaries kept as data, district by district. */
const sourcesOf = (ctx: RequestContext) => ctx.kernel.domains.flatMap((d) => (d.figures ? [d.figures] : []))
const metaOfFigure = ({ id, zh, unit, decimals, definition, target, by }: FigureMeta) => ({
  id,
  zh,
  unit,
  decimals,
  definition,
  target,
  by: [...by],
})
const findFigure = async (ctx: RequestContext, id: string, q: z.output<typeof scope>): Promise<FigureAnswer> =>
  ctx.work(async (work) => {
    for (const source of sourcesOf(ctx)) {
      const found = await source.find(work, id, { from: q.from, to: q.to, areaCode: q.area, by: q.by })
      if (found) return found
    }
    return reject('kernel.not-found', { what: `指标${id}` })
  })
const findFigureRows = async (ctx: RequestContext, id: string, side: 'numerator' | 'denominator', q: z.output<typeof scope>) =>
  ctx.work(async (work) => {
    for (const source of sourcesOf(ctx)) {
      const found = await source.rows(work, id, side, { from: q.from, to: q.to, areaCode: q.area })
      if (found) return { ...found, rows: [...found.rows], params: [...found.params] }
    }
    return reject('kernel.not-found', { what: `指标${id}` })
  })
/** A figure is the bureau's; the rows behind it are for those who may read them. */
const requireRead = (ctx: RequestContext, definition: string): void => {
  const permission = permit(ctx.who, readVerb(definition))
  if ('refusal' in permission) throw new Refused(permission.refusal)
}
const isInCode = (kernel: Kernel, id: string): boolean => kernel.indicators.some((i) => i.id === id)

export const indicatorRoutes: readonly BoundRoute[] = [
  bind(indicatorListRoute, async (_input, ctx) => {
    const figures = await ctx.work(async (work) => Promise.all(sourcesOf(ctx).map((source) => source.list(work))))
    return { indicators: [...ctx.kernel.indicators.map(metaOf), ...figures.flat().map(metaOfFigure)] }
  }),
  bind(indicatorRoute, async (input, ctx) => {
    if (!isInCode(ctx.kernel, input.id)) {
      const found = await findFigure(ctx, input.id, input)
      return { ...metaOfFigure(found), values: [...found.values] }
    }
    const indicator = find(ctx.kernel, input.id)
    const zone = ctx.kernel.calendar(ctx.district).zone
    return ctx.work(async ({ tx, kernel }) => ({
      ...metaOf(indicator),
      values: [...(await computeIndicator(tx, kernel, indicator, request(input, ctx), zone))],
    }))
  }),
  bind(indicatorRowsRoute, async (input, ctx) => {
    if (!isInCode(ctx.kernel, input.id)) {
      const found = await findFigureRows(ctx, input.id, input.side, input)
      requireRead(ctx, found.definition)
      const masked = ctx.kernel.definition(found.definition)?.spec.fields ?? {}
      return { ...found, rows: found.rows.map((r) => maskRow(masked, r)) }
    }
    const indicator = find(ctx.kernel, input.id)
    return ctx.work(async ({ tx, kernel }) => {
      const found = await indicatorRows(tx, kernel, indicator, input.side, request(input, ctx), ctx.who)
      requireRead(ctx, found.definition)
      const fields = kernel.definition(found.definition)?.spec.fields ?? {}
      return { ...found, rows: found.rows.map((r) => maskRow(fields, r)) }
    })
  }),
]
