/** Values of indicators, and the rows behind them: value and drill-down use the same condition, so they cannot drift apart. */
import type { Transaction } from 'kysely'
import { raw } from '../db/index.ts'
import type { Aggregate, Indicator } from '../define/indicator.ts'
import { areaRange, readColumns, readRow, tableName, tableOf } from '../define/table.ts'
import { reject } from '../errors.ts'
import type { Kernel } from '../kernel.ts'

export interface IndicatorRequest {
  readonly from?: Date
  /** Exclusive. */
  readonly to?: Date
  readonly areaCode?: string
  /** The platform's clock; `now()` in a condition means this moment. */
  readonly now: Date
  /** Splits by a column of the source, or by `street`, `community`, `day`, `month`. */
  readonly by?: string
}
export interface IndicatorValue {
  readonly key: string | null
  readonly numerator: number
  readonly denominator: number | null
  /** null where the denominator is zero: shown as “—”. */
  readonly value: number | null
}

interface Part {
  readonly sql: string
  readonly params: unknown[]
}
const conditionSql = (
  aggregate: Aggregate,
  column: (name: string) => { sql: string; type: string },
  bind: (v: unknown) => string,
): readonly string[] =>
  Object.entries(aggregate.where).map(([name, value]) => {
    const { sql, type } = column(name)
    if (value === null) return `${sql} is null`
    if (Array.isArray(value)) return `${sql} = any(${bind(value)}::${type}[])`
    if (typeof value === 'object' && value !== null) {
      if ('not' in value)
        return value.not === null
          ? `${sql} is not null`
          : `(${sql} = any(${bind(Array.isArray(value.not) ? value.not : [value.not])}::${type}[])) is not true`
      if ('atLeast' in value) return `${sql} >= ${bind(value.atLeast)}::${type}`
      if ('below' in value) return `${sql} < ${bind(value.below)}::${type}`
    }
    return `${sql} = ${bind(value)}::${type}`
  })

const sourceOf = (kernel: Kernel, aggregate: Aggregate) =>
  kernel.definition(aggregate.source) ?? reject('kernel.not-found', { what: aggregate.source })

/** The condition of an aggregate within a request, over the source's row `r`. */
const wherePart = (kernel: Kernel, aggregate: Aggregate, request: IndicatorRequest, params: unknown[]): string => {
  const definition = sourceOf(kernel, aggregate)
  const table = tableOf(definition)
  const bind = (v: unknown): string => `$${params.push(v)}`
  const column = (name: string) => {
    const found = table.columns.find((c) => c.name === name)
    if (!found) throw new Error(`${aggregate.source} has no column ${name}`)
    return { sql: `r.${found.sql}`, type: found.type }
  }
  const parts = [...conditionSql(aggregate, column, bind)]
  if (aggregate.and)
    parts.push(
      `(${aggregate.and.includes('now()') ? aggregate.and.replaceAll('now()', `${bind(request.now)}::timestamptz`) : aggregate.and})`,
    )
  if (definition.primitive === 'register') parts.push('r.retired_at is null')
  if (aggregate.at) {
    const at = column(aggregate.at).sql
    parts.push(`${at} is not null`)
    if (request.from) parts.push(`${at} >= ${bind(request.from)}`)
    if (request.to) parts.push(`${at} < ${bind(request.to)}`)
  }
  if (request.areaCode) {
    const [from, before] = areaRange(request.areaCode)
    parts.push(`r.area_code >= ${bind(from)} and r.area_code < ${bind(before)}`)
  }
  return parts.length > 0 ? parts.join(' and ') : 'true'
}

const groupSql = (kernel: Kernel, aggregate: Aggregate, by: string | undefined, zone: string): string => {
  const at = aggregate.at ? tableOf(sourceOf(kernel, aggregate)).columns.find((c) => c.name === aggregate.at)?.sql : undefined
  const periods: Readonly<Record<string, string>> = { hour: 'YYYY-MM-DD HH24', day: 'YYYY-MM-DD', month: 'YYYY-MM', year: 'YYYY' }
  if (!by) return 'null::text'
  if (by === 'street') return 'left(r.area_code, 9)'
  if (by === 'community') return 'left(r.area_code, 12)'
  const period = periods[by]
  if (period) return at ? `to_char(r.${at} at time zone '${zone}', '${period}')` : 'null::text'
  const column = tableOf(sourceOf(kernel, aggregate)).columns.find((c) => c.name === by)
  return column ? `r.${column.sql}::text` : reject('kernel.invalid', { detail: `不能按“${by}”分组` })
}

const aggregateSql = (kernel: Kernel, aggregate: Aggregate, request: IndicatorRequest, zone: string): Part => {
  const params: unknown[] = []
  const definition = sourceOf(kernel, aggregate)
  const field = aggregate.field ? `r.${tableOf(definition).columns.find((c) => c.name === aggregate.field)?.sql}` : '*'
  const what = { count: 'count(*)', sum: `coalesce(sum(${field}), 0)`, average: `avg(${field})` }[aggregate.kind]
  const where = wherePart(kernel, aggregate, request, params)
  return {
    sql: `select ${groupSql(kernel, aggregate, request.by, zone)} as key, ${what}::float8 as n from ${tableName(definition)} r where ${where} group by 1`,
    params,
  }
}
const run = async (tx: Transaction<unknown>, part: Part): Promise<ReadonlyMap<string | null, number>> => {
  const { rows } = await raw<{ key: string | null; n: number }>(tx, part.sql, part.params)
  return new Map(rows.map((r) => [r.key, Number(r.n)]))
}

/** Values for a request; one row with key null when it is not split. */
export const computeIndicator = async (
  tx: Transaction<unknown>,
  kernel: Kernel,
  indicator: Indicator,
  request: IndicatorRequest,
  zone: string,
): Promise<readonly IndicatorValue[]> => {
  const { of } = indicator.spec
  if (of.kind === 'value') {
    const values = await run(tx, aggregateSql(kernel, of.of, request, zone))
    if (values.size === 0 && !request.by)
      return [{ key: null, numerator: 0, denominator: null, value: of.of.kind === 'average' ? null : 0 }]
    return [...values].map(([key, n]) => ({ key, numerator: n, denominator: null, value: n / of.per }))
  }
  const numerators = await run(tx, aggregateSql(kernel, of.numerator, request, zone))
  const denominators = await run(tx, aggregateSql(kernel, of.denominator, request, zone))
  const keys = request.by ? [...new Set([...denominators.keys(), ...numerators.keys()])] : [null]
  return keys.map((key) => {
    const numerator = numerators.get(key) ?? 0
    const denominator = denominators.get(key) ?? 0
    return { key, numerator, denominator, value: denominator === 0 ? null : (numerator / denominator) * of.times }
  })
}

/** The rows behind one side of an indicator, with the SQL that found them. */
export const indicatorRows = async (
  tx: Transaction<unknown>,
  kernel: Kernel,
  indicator: Indicator,
  side: 'numerator' | 'denominator',
  request: IndicatorRequest,
  limit = 200,
) => {
  const { of } = indicator.spec
  const aggregate = of.kind === 'value' ? of.of : of[side]
  const definition = sourceOf(kernel, aggregate)
  const params: unknown[] = []
  const where = wherePart(kernel, aggregate, request, params)
  const sql = `select ${readColumns(definition)} from ${tableName(definition)} r where ${where} order by r.id desc limit ${limit}`
  const { rows } = await raw<Record<string, unknown>>(tx, sql, params)
  return {
    definition: definition.id,
    rows: rows.map((r) => readRow<Record<string, unknown>>(definition, r)),
    sql: sql.replace(/select .* from/, 'select * from'),
    params,
  }
}
