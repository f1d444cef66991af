/** Values of indicators, and the rows behind them: value and drill-down use the same condition, so they cannot drift apart. */
import type { Transaction } from 'kysely'
import { raw } from '../db/index.ts'
import type { Aggregate, Indicator } from '../define/indicator.ts'
import { readColumns, readRow, tableName, tableOf } from '../define/table.ts'
import { reject } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import type { Who } from '../permission/permit.ts'
import { reachOf, reachSql } from '../permission/reach.ts'
import { areaSql, binder, columnOf, measureSql, memberSql, sourceOf } from './condition.ts'
import { readTallies } from './tally.ts'

export interface IndicatorRequest {
  readonly district: string
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

/** The condition of an aggregate within a request, over the source's row `r`. */
const wherePart = (kernel: Kernel, aggregate: Aggregate, request: IndicatorRequest, params: unknown[]): string => {
  const bind = binder(params)
  const parts = [memberSql(kernel, aggregate, request.now, bind)]
  if (aggregate.at) {
    const at = columnOf(sourceOf(kernel, aggregate), aggregate.at).sql
    if (request.from) parts.push(`${at} >= ${bind(request.from)}`)
    if (request.to) parts.push(`${at} < ${bind(request.to)}`)
  }
  if (request.areaCode) parts.push(areaSql(request.areaCode, 'r.area_code', bind))
  return parts.join(' and ')
}

const groupSql = (kernel: Kernel, aggregate: Aggregate, by: string | undefined, zone: string): string => {
  const at = aggregate.at ? columnOf(sourceOf(kernel, aggregate), aggregate.at).sql : undefined
  const periods: Readonly<Record<string, string>> = { hour: 'YYYY-MM-DD HH24', day: 'YYYY-MM-DD', month: 'YYYY-MM', year: 'YYYY' }
  if (!by) return 'null::text'
  if (by === 'street') return 'left(r.area_code, 9)'
  if (by === 'community') return 'left(r.area_code, 12)'
  const period = periods[by]
  if (period && at) return `to_char(${at} at time zone '${zone}', '${period}')`
  // Rows as they stand have no instant to be put by, but may have a column of that name: the year of a plan.
  const source = sourceOf(kernel, aggregate)
  const isPersonal = source.spec.fields[by]?.spec.personal !== undefined
  const column = isPersonal ? undefined : tableOf(source).columns.find((c) => c.name === by)
  if (!column && period) return 'null::text'
  return column ? `r.${column.sql}::text` : reject('kernel.invalid', { detail: `不能按“${by}”分组` })
}
const valueSql = (kernel: Kernel, aggregate: Aggregate): string => {
  const measure = measureSql(kernel, aggregate)
  switch (aggregate.kind) {
    case 'count':
      return 'count(*)'
    case 'sum':
      return `coalesce(sum(${measure}), 0)`
    case 'average':
      return `avg(${measure})`
    case 'percentile':
      return `percentile_cont(${Number(aggregate.fraction)}) within group (order by ${measure}::float8)`
  }
}
/** Counted from the rows themselves: what every kept figure has to equal. */
export const countRows = async (
  tx: Transaction<unknown>,
  kernel: Kernel,
  aggregate: Aggregate,
  request: IndicatorRequest,
  zone: string,
): Promise<ReadonlyMap<string | null, number>> => {
  const params: unknown[] = []
  const table = tableName(sourceOf(kernel, aggregate))
  const where = wherePart(kernel, aggregate, request, params)
  const { rows } = await raw<{ key: string | null; n: number | null }>(
    tx,
    `select ${groupSql(kernel, aggregate, request.by, zone)} as key, ${valueSql(kernel, aggregate)}::float8 as n from ${table} r where ${where} group by 1`,
    params,
  )
  return new Map(rows.flatMap((r): [string | null, number][] => (r.n === null ? [] : [[r.key, Number(r.n)]])))
}
/** From kept cells where the request is one of days and streets, else from the rows. */
const run = async (
  tx: Transaction<unknown>,
  kernel: Kernel,
  aggregates: readonly Aggregate[],
  request: IndicatorRequest,
  zone: string,
): Promise<readonly ReadonlyMap<string | null, number>[]> => {
  const kept = await readTallies(tx, kernel, aggregates, request, zone)
  if (kept) return kept
  const found: ReadonlyMap<string | null, number>[] = []
  for (const aggregate of aggregates)
    found.push(
      (await readTallies(tx, kernel, [aggregate], request, zone))?.[0] ?? (await countRows(tx, kernel, aggregate, request, zone)),
    )
  return found
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
    const [values = new Map<string | null, number>()] = await run(tx, kernel, [of.of], request, zone)
    if (values.size === 0 && !request.by)
      return [
        { key: null, numerator: 0, denominator: null, value: of.of.kind === 'average' || of.of.kind === 'percentile' ? null : 0 },
      ]
    return [...values].map(([key, n]) => ({ key, numerator: n, denominator: null, value: n / of.per }))
  }
  const [numerators = new Map<string | null, number>(), denominators = new Map<string | null, number>()] = await run(
    tx,
    kernel,
    [of.numerator, of.denominator],
    request,
    zone,
  )
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
  reader: Who | null,
  limit = 200,
) => {
  const { of } = indicator.spec
  const aggregate = of.kind === 'value' ? of.of : of[side]
  const definition = sourceOf(kernel, aggregate)
  const params: unknown[] = []
  const reach = reachOf(reader, definition)
  const within = reach ? ` and ${reachSql(definition, reach, binder(params))}` : ''
  const where = `${wherePart(kernel, aggregate, request, params)}${within}`
  const sql = `select ${readColumns(definition)} from ${tableName(definition)} r where ${where} order by r.id desc limit ${limit}`
  const { rows } = await raw<Record<string, unknown>>(tx, sql, params)
  return {
    definition: definition.id,
    rows: rows.map((r) => readRow<Record<string, unknown>>(definition, r)),
    sql: sql.replace(/select .* from/, 'select * from'),
    params,
  }
}
