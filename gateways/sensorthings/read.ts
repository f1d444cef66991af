/** Rows of an entity set as SensorThings shows them: filtered, ordered, paged, expanded. */
import type { Transaction } from 'kysely'
import { firstPoint } from '#domains/sensing/point.ts'
import { reading } from '#domains/sensing/records.ts'
import { type RequestContext, raw } from '#kernel'
import { reachOf, reachSql } from '#kernel/permission/reach.ts'
import { type Bind, columnOf, filterSql, wrong } from './filter.ts'
import { type EntitySet, entitySets, type Navigation } from './model.ts'
import type { Options } from './options.ts'

export type Row = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly device: string | null
  readonly quantity: string | null
}
export interface Reader {
  readonly tx: Transaction<unknown>
  readonly ctx: RequestContext
  /** Address of the service root. */
  readonly base: string
}
export const getSet = (name: string): EntitySet => entitySets.get(name) ?? wrong(`没有实体集“${name}”`)
/** What a navigation narrows to: rows about the same device, the same quantity. */
export interface Narrowing {
  readonly device?: string
  readonly quantity?: string
  readonly id?: string
}
export const narrowingOf = (row: Row, navigation: Navigation): Narrowing => ({
  ...(navigation.by.includes('device') && row.device ? { device: row.device } : {}),
  ...(navigation.by.includes('quantity') && row.quantity ? { quantity: row.quantity } : {}),
})

const conditions = (reader: Reader, set: EntitySet, to: Narrowing, options: Options, bind: Bind): string => {
  const parts = ['true']
  if (to.id !== undefined) parts.push(set.name === 'Observations' ? `r.key = ${bind(to.id)}::uuid` : `r.id = ${bind(to.id)}`)
  if (to.device) {
    const device = `${bind(to.device)}::uuid`
    parts.push(`r.device = ${device}`)
    // Readings of a device are a range of the key.
    if (set.name === 'Observations')
      parts.push(
        `r.key >= ${firstPoint(device, `'2000-01-01'::timestamptz`)}`,
        `r.key < ${firstPoint(device, `'2200-01-01'::timestamptz`)}`,
      )
  }
  if (to.quantity) parts.push(`r.quantity = ${bind(to.quantity)}`)
  if (options.filter) parts.push(filterSql(set, options.filter, bind))
  const reach = set.name === 'Observations' ? reachOf(reader.ctx.who, reading) : undefined
  if (reach) parts.push(reachSql(reading, reach, bind))
  return parts.join(' and ')
}
const orderOf = (set: EntitySet, to: Narrowing, options: Options): string => {
  if (!options.orderBy) return set.name === 'Observations' && to.device ? 'r.key desc' : set.orderBy
  const parts = options.orderBy.split(',').map((part) => {
    const [path = '', direction = 'asc', ...rest] = part.trim().split(/\s+/)
    if (rest.length > 0 || (direction !== 'asc' && direction !== 'desc')) wrong('$orderby 应为“属性 asc|desc”')
    const isTime = set.name === 'Observations' && to.device && to.quantity && path === 'phenomenonTime'
    return `${isTime ? 'r.key' : columnOf(set, path).sql} ${direction}`
  })
  return [...parts, 'r.id'].join(', ')
}
export interface Found {
  readonly rows: readonly Row[]
  readonly hasMore: boolean
  readonly count?: number
}
export const findRows = async (reader: Reader, set: EntitySet, to: Narrowing, options: Options): Promise<Found> => {
  const params: unknown[] = [reader.ctx.district]
  const bind: Bind = (value) => `$${params.push(value)}`
  const where = conditions(reader, set, to, options, bind)
  const counted = options.isCounted
    ? (await raw<{ n: number }>(reader.tx, `select count(*)::int as n from (${set.sql}) r where ${where}`, params)).rows[0]?.n
    : undefined
  const { rows } = await raw<Row>(
    reader.tx,
    `select * from (${set.sql}) r where ${where} order by ${orderOf(set, to, options)} limit ${options.top + 1} offset ${options.skip}`,
    params,
  )
  return {
    rows: rows.slice(0, options.top),
    hasMore: rows.length > options.top && options.top > 0,
    ...(counted === undefined ? {} : { count: counted }),
  }
}
export const linkOf = (base: string, set: EntitySet, id: string): string => `${base}/${set.name}('${id}')`
const shown = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)

/** One row as JSON, with its links and what it was asked to bring along. */
export const entityOf = async (reader: Reader, set: EntitySet, row: Row, options: Options): Promise<Record<string, unknown>> => {
  const { select } = options
  const unknown = select?.find((s) => !(s in set.properties) && !(s in set.navigation) && s !== 'id' && s !== '@iot.id')
  if (unknown) wrong(`${set.name} 没有属性“${unknown}”`)
  const isWanted = (name: string): boolean => select === undefined || select.includes(name)
  const self = linkOf(reader.base, set, row.id)
  const out: Record<string, unknown> = {
    ...(select === undefined || select.includes('id') || select.includes('@iot.id') ? { '@iot.id': row.id } : {}),
    ...(select === undefined ? { '@iot.selfLink': self } : {}),
  }
  for (const name of Object.keys(set.properties)) if (isWanted(name)) out[name] = shown(row[name])
  for (const name of Object.keys(set.navigation)) if (isWanted(name)) out[`${name}@iot.navigationLink`] = `${self}/${name}`
  for (const { name, options: inner } of options.expand) {
    const navigation = set.navigation[name] ?? wrong(`${set.name} 没有关联“${name}”`)
    delete out[`${name}@iot.navigationLink`]
    Object.assign(out, await expanded(reader, navigation, name, row, inner, `${self}/${name}`))
  }
  return out
}
const expanded = async (
  reader: Reader,
  navigation: Navigation,
  name: string,
  row: Row,
  options: Options,
  at: string,
): Promise<Record<string, unknown>> => {
  const set = getSet(navigation.set)
  const found = await findRows(
    reader,
    set,
    narrowingOf(row, navigation),
    navigation.isMany ? options : { ...options, top: 1, skip: 0 },
  )
  const entities: Record<string, unknown>[] = []
  for (const r of found.rows) entities.push(await entityOf(reader, set, r, options))
  if (!navigation.isMany) return { [name]: entities[0] ?? null }
  return {
    [name]: entities,
    ...(found.count === undefined ? {} : { [`${name}@iot.count`]: found.count }),
    ...(found.hasMore ? { [`${name}@iot.nextLink`]: `${at}?$top=${options.top}&$skip=${options.skip + options.top}` } : {}),
  }
}
