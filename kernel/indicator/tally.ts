/** Reading kept cells: clean ones as they are, marked ones from the rows, so that a figure is never behind what it counts. */
import type { Transaction } from 'kysely'
import { wallText } from '../calendar/index.ts'
import { raw } from '../db/index.ts'
import type { Aggregate } from '../define/indicator.ts'
import { tableName } from '../define/table.ts'
import type { Kernel } from '../kernel.ts'
import type { IndicatorRequest } from './compute.ts'
import { areaSql, type Bind, binder, columnOf, measureSql, memberSql, sourceOf } from './condition.ts'
import { monthMark, streetSql } from './keep.ts'
import { isKept, keyOf } from './parts.ts'

type Tx = Transaction<unknown>
interface Days {
  /** `YYYY-MM-DD`; absent: from the beginning. */
  readonly from?: string
  /** Exclusive. */
  readonly to?: string
}
const dayAt = (zone: string, at: Date | undefined): string | undefined | null => {
  if (!at) return undefined
  const text = wallText(zone, at)
  return /[ T]00:00(:00)?/.test(text.slice(10)) && at.getTime() % 60_000 === 0 ? text.slice(0, 10) : null
}
const monthAfter = (day: string): string => {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}
const keySql: Readonly<Record<string, string>> = {
  street: "nullif(street, '')",
  day: "to_char(day, 'YYYY-MM-DD')",
  month: "to_char(day, 'YYYY-MM')",
  year: "to_char(day, 'YYYY')",
}
/** The days a request is about, where cells can answer it: whole days, split by what a cell knows, no area below a street. */
const daysOf = (aggregate: Aggregate, request: IndicatorRequest, zone: string): Days | undefined => {
  if (request.by && !(request.by in keySql)) return undefined
  if ((request.areaCode?.length ?? 0) > 9) return undefined
  const [from, to] = [dayAt(zone, request.from), dayAt(zone, request.to)]
  if (from === null || to === null) return undefined
  if (aggregate.kind !== 'percentile') return { from, to }
  // A percentile is kept by street and month and cannot be added up.
  return request.by === 'street' && from?.endsWith('-01') && to === monthAfter(from) ? { from, to } : undefined
}

const seenBuilt = new WeakMap<Kernel, Set<string>>()
const areBuilt = async (tx: Tx, kernel: Kernel, district: string, parts: readonly string[]): Promise<boolean> => {
  const seen = seenBuilt.get(kernel) ?? new Set()
  seenBuilt.set(kernel, seen)
  const unknown = parts.filter((part) => !seen.has(`${district} ${part}`))
  if (unknown.length === 0) return true
  const { rows } = await raw<{ part: string }>(tx, 'select part from kernel.tally_built where part = any($1::text[])', [unknown])
  for (const { part } of rows) seen.add(`${district} ${part}`)
  return rows.length === unknown.length
}

interface Asked {
  readonly tx: Tx
  readonly kernel: Kernel
  readonly request: IndicatorRequest
  readonly zone: string
  readonly days: Days
}
const isMonthly = (aggregate: Aggregate): boolean => aggregate.kind === 'percentile'
/** Days (or months) and streets of the request that changes have marked, as a common table `d`. */
const markedSql = (aggregate: Aggregate, { days, request, zone }: Asked, bind: Bind): string => {
  const sources = isMonthly(aggregate) ? [aggregate.source, monthMark(aggregate.source)] : [aggregate.source]
  const day = `(at at time zone ${bind(zone)}::text)::date`
  const parts = [`source = any(${bind(sources)}::text[])`]
  if (days.from) parts.push(`${day} >= ${bind(days.from)}::date`)
  if (days.to) parts.push(`${day} < ${bind(days.to)}::date`)
  if (request.areaCode) parts.push(areaSql(request.areaCode, 'street', bind))
  const cell = isMonthly(aggregate) ? `date_trunc('month', ${day})::date` : day
  return `d as materialized (select ${cell} as day, street from kernel.tally_mark where ${parts.join(' and ')} group by 1, 2)`
}
const cellsSql = (parts: readonly string[], { days, request }: Asked, bind: Bind): string => {
  const conditions = [
    `c.part = any(${bind(parts)}::text[])`,
    // Mostly nothing is marked, and then no cell is looked up.
    '((select count(*) from d) = 0 or (c.day, c.street) not in (select day, street from d))',
  ]
  if (days.from) conditions.push(`c.day >= ${bind(days.from)}::date`)
  if (days.to) conditions.push(`c.day < ${bind(days.to)}::date`)
  if (request.areaCode) conditions.push(areaSql(request.areaCode, 'c.street', bind))
  return `select part, day, street, n, s, x from kernel.tally c where ${conditions.join(' and ')}`
}
/** The marked cells, from the rows, in the shape of cells. */
const liveSql = (aggregate: Aggregate, { kernel, request, zone }: Asked, bind: Bind): string => {
  const at = columnOf(sourceOf(kernel, aggregate), aggregate.at ?? '').sql
  const measure = measureSql(kernel, aggregate)
  const end = `(dd.day + interval '${isMonthly(aggregate) ? '1 month' : '1 day'}')`
  const values = isMonthly(aggregate)
    ? `count(*) as n, null::numeric as s, percentile_cont(${Number(aggregate.fraction)}) within group (order by ${measure}::float8) as x`
    : `count(${aggregate.kind === 'average' && measure ? measure : '*'}) as n, ${measure ? `sum(${measure}::numeric)` : 'null::numeric'} as s, null::float8 as x`
  const z = `${bind(zone)}::text`
  return `select ${bind(keyOf(aggregate))}::text as part, d.day, d.street, ${values} from (select distinct day from d) dd
    join ${tableName(sourceOf(kernel, aggregate))} r on ${at} >= (dd.day::timestamp at time zone ${z}) and ${at} < (${end}::timestamp at time zone ${z})
    join d on d.day = dd.day and d.street = ${streetSql}
    where ${memberSql(kernel, aggregate, request.now, bind)} group by d.day, d.street`
}

interface Summed {
  readonly part: string | null
  readonly key: string | null
  readonly n: number
  readonly s: number | null
  readonly mean: number | null
  readonly x: number | null
}
const measured = ({ kind }: Aggregate, { n, s, mean, x }: Summed): number | null =>
  kind === 'count' ? n : kind === 'sum' ? (s ?? 0) : kind === 'average' ? mean : x
/** Exact sums are numeric and cost thrice a count: they are made only where something is measured. Counts are whole below 2^53. */
const summedSql = (asked: Asked, kinds: ReadonlySet<Aggregate['kind']>, cells: string): string => {
  const isMeasured = kinds.has('sum') || kinds.has('average')
  const sums = isMeasured
    ? 'sum(s)::float8 as s, (sum(s) / nullif(sum(n), 0))::float8 as mean'
    : 'null::float8 as s, null::float8 as mean'
  return `select part, ${asked.request.by ? keySql[asked.request.by] : 'null::text'} as key, sum(n::float8) as n, ${sums},
     ${kinds.has('percentile') ? 'max(x)' : 'null::float8'} as x from (${cells}) k group by 1, 2 having sum(n::float8) > 0`
}
const kindsOf = (aggregates: readonly Aggregate[]): ReadonlySet<Aggregate['kind']> => new Set(aggregates.map((a) => a.kind))
const valuesOf = (aggregate: Aggregate, rows: readonly Summed[]): ReadonlyMap<string | null, number> =>
  new Map(
    rows
      .filter((row) => row.part === keyOf(aggregate))
      .flatMap((row): [string | null, number][] => {
        const value = measured(aggregate, row)
        return value === null ? [] : [[row.key, Number(value)]]
      }),
  )

/**
 * Values of aggregates of one source, each by key as the request splits; undefined where kept cells cannot answer. One statement
 * where nothing is marked; where something is, one more for each aggregate.
 */
export const readTallies = async (
  tx: Tx,
  kernel: Kernel,
  aggregates: readonly Aggregate[],
  request: IndicatorRequest,
  zone: string,
): Promise<readonly ReadonlyMap<string | null, number>[] | undefined> => {
  const [first] = aggregates
  if (!first || !request.district || aggregates.some((a) => a.source !== first.source || isMonthly(a) !== isMonthly(first)))
    return undefined
  if (aggregates.some((a) => !isKept(sourceOf(kernel, a), a))) return undefined
  const days = daysOf(first, request, zone)
  const parts = aggregates.map(keyOf)
  if (!days || !(await areBuilt(tx, kernel, request.district, parts))) return undefined
  const asked = { tx, kernel, request, zone, days }
  const params: unknown[] = []
  const bind = binder(params)
  const { rows } = await raw<Summed>(
    tx,
    `with ${markedSql(first, asked, bind)} ${summedSql(asked, kindsOf(aggregates), cellsSql(parts, asked, bind))}
     union all select null, null, count(*), null, null, null from d`,
    params,
  )
  const marked = rows.find((row) => row.part === null)?.n ?? 0
  if (Number(marked) === 0) return aggregates.map((aggregate) => valuesOf(aggregate, rows))
  const found: ReadonlyMap<string | null, number>[] = []
  for (const aggregate of aggregates) {
    const own: unknown[] = []
    const more = binder(own)
    const cells = `with ${markedSql(aggregate, asked, more)} ${summedSql(asked, kindsOf([aggregate]), `${cellsSql([keyOf(aggregate)], asked, more)} union all ${liveSql(aggregate, asked, more)}`)}`
    found.push(valuesOf(aggregate, (await raw<Summed>(tx, cells, own)).rows))
  }
  return found
}
