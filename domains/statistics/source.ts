/** The dictionary as a source of figures: whoever shows a number (statistics page, reports, the wall) asks here by `statistics.CODE`. */
import { lastDayOf, raw, reject, type WorkContext } from '#kernel'
import type { FigureAnswer, FigureMeta, FigureRequest, FigureRows, FigureSource, FigureValue } from '#kernel/define/figure.ts'
import { readRow } from '#kernel/define/table.ts'
import { goalAt, type Metric, machineOf, readBook, readMetrics } from './dictionary.ts'
import { evaluateSides, type Machine, sourcesOf } from './formula/evaluate.ts'
import { printFigure, type Value } from './formula/print.ts'
import { compileAggregate } from './formula/sql.ts'
import { FormulaError } from './formula/types.ts'

export const prefix = 'statistics.'
const dimensions = ['street', 'month', 'kind', 'result', 'unit'] as const
const metaOf = (m: Metric, goal: Metric['goal']): FigureMeta => ({
  id: `${prefix}${m.code}`,
  zh: m.name,
  unit: m.unit,
  decimals: m.decimals,
  definition: `${m.definition};公式:${m.formula}`,
  target: goal ? { kind: goal.comparison === '<=' ? 'atMost' : 'atLeast', value: goal.value } : null,
  by: dimensions,
  owner: m.owner,
})
const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null)

/** Dictionary and book are read once for a run over many figures. */
export interface Desk {
  readonly machine: Machine
  readonly metrics: ReadonlyMap<string, Metric>
}
export const openDesk = async (ctx: WorkContext): Promise<Desk> => {
  const metrics = await readMetrics(ctx.tx, ctx.district)
  return { metrics, machine: machineOf(ctx.tx, await readBook(ctx.kernel, ctx.tx, ctx.district), metrics) }
}
export interface Computed {
  readonly value: Value
  readonly printed: string
  readonly values: readonly FigureValue[]
}
/** The goal for a request: that of its last day, in the district's own days. */
const goalOf = (metric: Metric, { to }: FigureRequest) => goalAt(metric, to ? lastDayOf(to) : undefined)
export const computeMetric = async (desk: Desk, metric: Metric, request: FigureRequest): Promise<Computed> => {
  const { values, numerators, denominators } = await evaluateSides(desk.machine, metric.formula, request)
  const value = values.get(null) ?? null
  return {
    value,
    printed: printFigure(value, metric, goalOf(metric, request)),
    values: [...values].map(([key, v]) => ({
      key,
      value: numberOf(v),
      numerator: numberOf(numerators.get(key)) ?? 0,
      denominator: denominators ? numberOf(denominators.get(key)) : null,
    })),
  }
}
const codeOf = (id: string): string | undefined => (id.startsWith(prefix) ? id.slice(prefix.length) : undefined)
const rowsLimit = 200
/** What a request asks of a formula that does not fit it (a dimension its rows do not have) is refused, not a defect. */
const inWords = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FormulaError) return reject('statistics.formula', { why: error.message })
    throw error
  }
}

export const dictionarySource: FigureSource = {
  list: async (ctx) => [...(await readMetrics(ctx.tx, ctx.district)).values()].map((m) => metaOf(m, m.goal)),
  find: async (ctx, id, request): Promise<FigureAnswer | undefined> => {
    const code = codeOf(id)
    if (!code) return undefined
    const desk = await openDesk(ctx)
    const metric = desk.metrics.get(code)
    if (!metric) return undefined
    const { values, printed } = await inWords(() => computeMetric(desk, metric, request))
    const goal = goalOf(metric, request)
    const printedGoal = goal ? printFigure(goal.value, metric, goal, true) : undefined
    return { ...metaOf(metric, goal), values, printed, printedGoal }
  },
  rows: async (ctx, id, side, request): Promise<FigureRows | undefined> => {
    const desk = await openDesk(ctx)
    const metric = desk.metrics.get(codeOf(id) ?? '')
    if (!metric) return undefined
    const [first, ...others] = sourcesOf(desk.machine, metric.formula, side)
    if (!first) return { definition: 'statistics.metric', rows: [], sql: `-- ${metric.formula}`, params: [] }
    const compiled = compileAggregate(desk.machine.book, first, { ...request, by: undefined })
    const params = compiled.params.slice(0, compiled.rowCount)
    const { rows } = await raw<Record<string, unknown>>(ctx.tx, `${compiled.rowsSql} limit ${rowsLimit}`, params)
    const rest = others.map((o) => `-- 另有:${o.source}${o.field ? `.${o.field}` : ''}`).join('\n')
    return {
      definition: compiled.definition.id,
      rows: rows.map((r) => readRow<Record<string, unknown>>(compiled.definition, r)),
      sql: `${compiled.rowsSql.replace(/^select .*? from/, 'select * from')}${rest ? `\n${rest}` : ''}`,
      params,
    }
  },
}
