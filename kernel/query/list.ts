/** Lists of anything a definition describes: filter, search, sort, box on the map, pages. One query for a page and its bounded count. */
import type { Transaction } from 'kysely'
import { raw } from '../db/index.ts'
import { isFinal } from '../define/procedure.ts'
import { areaRange, type Definition, readColumns, readRow, subjectInBox, tableName, tableOf } from '../define/table.ts'
import { reject } from '../errors.ts'
import { type Reach, reachSql } from '../permission/reach.ts'

type Scalar = string | number | boolean | null
export type FilterValue =
  | Scalar
  | readonly Scalar[]
  | { readonly from?: Scalar; readonly to?: Scalar }
  | { readonly like: string }
  | { readonly not: Scalar | readonly Scalar[] }
export interface ListRequest {
  readonly filter?: Readonly<Record<string, FilterValue>>
  readonly search?: string
  readonly sort?: string
  readonly isDescending?: boolean
  readonly limit?: number
  readonly offset?: number
  /** west, south, east, north */
  readonly box?: readonly [number, number, number, number]
  /**
   * The reader's one district, said as an equality: the border's policy alone cannot be used to walk an index in order, and a list
   * of a million cases would be sorted whole.
   */
  readonly district?: string
  /** Everything at or below this area code. */
  readonly areaCode?: string
  /** Where the reader may see: `reachOf`. */
  readonly reach?: Reach
  /** Conditions of the server's own, over the row `r`; `$n` are numbered by `bind`. */
  readonly and?: (bind: (value: unknown) => string) => string
  readonly withRetired?: boolean
}
export interface Page<T> {
  readonly rows: readonly T[]
  /** Exact up to `countLimit`, then that number with `isMore`. */
  readonly total: number
  readonly isMore: boolean
}
/** Counting a million rows costs 120 ms and helps nobody: beyond this the list says “10000+”. */
export const countLimit = 10_000
const pageLimit = 1000

const columnNamed = (definition: Definition, name: string): string => {
  const column = tableOf(definition).columns.find((c) => c.name === name)
  return column ? `r.${column.sql}` : reject('kernel.invalid', { detail: `没有“${name}”这一栏` })
}
const typeOf = (definition: Definition, name: string): string =>
  tableOf(definition).columns.find((c) => c.name === name)?.type ?? 'text'

const condition = (definition: Definition, name: string, value: FilterValue, bind: (value: unknown) => string): string => {
  const column = columnNamed(definition, name)
  const type = typeOf(definition, name)
  if (value === null) return `${column} is null`
  if (Array.isArray(value))
    return type.endsWith('[]') ? `${column} && ${bind(value)}::${type}` : `${column} = any(${bind(value)}::${type}[])`
  if (typeof value === 'object') {
    if ('like' in value) return `${column}::text ilike ${bind(`%${value.like}%`)}`
    if ('not' in value)
      return value.not === null ? `${column} is not null` : `not (${condition(definition, name, value.not, bind)})`
    const range = value as { from?: Scalar; to?: Scalar }
    const parts = [
      ...(range.from != null ? [`${column} >= ${bind(range.from)}::${type}`] : []),
      ...(range.to != null ? [`${column} < ${bind(range.to)}::${type}`] : []),
    ]
    return parts.length > 0 ? parts.join(' and ') : 'true'
  }
  return type.endsWith('[]') ? `${bind(value)} = any(${column})` : `${column} = ${bind(value)}::${type}`
}

/** Only statuses that are not final were asked for, so nothing closed can be meant. */
const isOpenOnly = (definition: Definition, request: ListRequest): boolean => {
  const asked = request.filter?.status
  if (definition.primitive !== 'procedure' || asked == null || (typeof asked === 'object' && !Array.isArray(asked))) return false
  const statuses = (Array.isArray(asked) ? asked : [asked]).map(String)
  return statuses.length > 0 && statuses.every((status) => !isFinal(definition, status))
}

export interface Conditions {
  readonly sql: string
  readonly params: unknown[]
}
/** The WHERE of a request, with its parameters. */
export const listConditions = (definition: Definition, request: ListRequest): Conditions => {
  const params: unknown[] = []
  const bind = (value: unknown): string => `$${params.push(value)}`
  const parts = Object.entries(request.filter ?? {}).map(([name, value]) => condition(definition, name, value, bind))
  if (request.district) parts.unshift(`r.district = ${bind(request.district)}`)
  if (definition.primitive === 'register' && !request.withRetired) parts.push('r.retired_at is null')
  if (request.areaCode) {
    const [from, before] = areaRange(request.areaCode)
    parts.push(`r.area_code >= ${bind(from)} and r.area_code < ${bind(before)}`)
  }
  if (request.box) {
    const [w, s, e, n] = request.box.map((x) => bind(x))
    const envelope = `st_makeenvelope(${w}::float8, ${s}::float8, ${e}::float8, ${n}::float8, 4326)`
    const isHalved = definition.primitive === 'procedure' && !isOpenOnly(definition, request)
    const openOnly = definition.primitive === 'procedure' ? ' and r.closed_at is null' : ''
    parts.push(isHalved ? subjectInBox(envelope) : `r.geom && ${envelope}${openOnly}`)
  }
  const search = request.search?.trim()
  if (search) {
    const columns = Object.entries(definition.spec.fields)
      .filter(([, f]) => f.spec.isSearchable)
      .map(([name]) => columnNamed(definition, name))
    if (definition.primitive === 'procedure') columns.push('r.number')
    const needle = bind(`%${search}%`)
    parts.push(columns.length > 0 ? `(${columns.map((c) => `${c} ilike ${needle}`).join(' or ')})` : 'false')
  }
  if (request.reach) parts.push(reachSql(definition, request.reach, bind))
  if (request.and) parts.push(request.and(bind))
  return { sql: parts.length > 0 ? parts.join(' and ') : 'true', params }
}

const defaultSort = (definition: Definition): { readonly by: string; readonly isDescending: boolean } => {
  if (definition.primitive === 'register') {
    const sort = definition.spec.sort
    return sort ? { by: sort.by, isDescending: sort.descending ?? false } : { by: 'createdAt', isDescending: true }
  }
  return { by: definition.primitive === 'record' ? 'at' : 'createdAt', isDescending: true }
}

export const listRows = async <T>(tx: Transaction<unknown>, definition: Definition, request: ListRequest): Promise<Page<T>> => {
  const where = listConditions(definition, request)
  const fallback = defaultSort(definition)
  const by = columnNamed(definition, request.sort ?? fallback.by)
  const direction = (request.sort ? request.isDescending : fallback.isDescending) ? 'desc' : 'asc'
  const limit = Math.min(request.limit ?? 50, pageLimit)
  const table = tableName(definition)
  const order = `${by} ${direction}${direction === 'asc' ? ' nulls last' : ''}, r.id ${direction}`
  const page = await raw<Record<string, unknown>>(
    tx,
    `select ${readColumns(definition)} from ${table} r where ${where.sql} order by ${order} limit ${limit} offset ${Math.max(0, Math.trunc(request.offset ?? 0))}`,
    where.params,
  )
  const isWhole = (request.offset ?? 0) === 0 && page.rows.length < limit
  const total = isWhole ? page.rows.length : await countUpTo(tx, table, where)
  return {
    rows: page.rows.map((row) => readRow<T>(definition, row)),
    total: Math.min(total, countLimit),
    isMore: total > countLimit,
  }
}

const countUpTo = async (tx: Transaction<unknown>, table: string, where: Conditions): Promise<number> => {
  const { rows } = await raw<{ n: number }>(
    tx,
    `select count(*)::int as n from (select 1 from ${table} r where ${where.sql} limit ${countLimit + 1}) x`,
    where.params,
  )
  return rows[0]?.n ?? 0
}
export const findRow = async <T>(tx: Transaction<unknown>, definition: Definition, id: string): Promise<T | undefined> => {
  const { rows } = await raw<Record<string, unknown>>(
    tx,
    `select ${readColumns(definition)} from ${tableName(definition)} r where r.id = $1::uuid`,
    [id],
  )
  return rows[0] ? readRow<T>(definition, rows[0]) : undefined
}
