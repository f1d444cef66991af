/**
 * OGC API – Features 1.0 (OGC 17-069r4): core, GeoJSON. Collections are the definitions with a place that the reader may see; pages are
 * walked by id, so that the last of a hundred thousand costs as much as the first; personal fields are masked as everywhere.
 */
import type { Transaction } from 'kysely'
import { type Definition, raw, reject } from '#kernel'
import { readColumns, readRow, tableName, tableOf } from '#kernel/define/table.ts'
import type { RequestContext } from '#kernel/http/bind.ts'
import { maskRow } from '#kernel/permission/mask.ts'
import { mayDo } from '#kernel/permission/permit.ts'
import { type Reach, reachOf, requireReach } from '#kernel/permission/reach.ts'
import { readVerb } from '#kernel/permission/verbs.ts'
import { type FilterValue, listConditions } from '#kernel/query/list.ts'

const hasPlace = (d: Definition): boolean => d.primitive === 'procedure' || d.spec.geometry !== undefined
export const collectionsOf = (ctx: RequestContext): readonly Definition[] => {
  const { who } = ctx
  return who ? ctx.kernel.definitions.filter((d) => hasPlace(d) && mayDo(who, readVerb(d.id))) : []
}
export const collectionOf = (ctx: RequestContext, id: string): Definition =>
  collectionsOf(ctx).find((d) => d.id === id) ?? reject('kernel.not-found', { what: `要素集${id}` })

/** Columns that are the platform's own business. */
const hidden = new Set(['district', 'head', 'version', 'geom', 'clientKey', 'procedureVersion', 'mergeKey'])
const plainTypes = /^(text|integer|bigint|numeric|double precision|boolean|date|uuid|timestamp with time zone)/
export interface Queryable {
  readonly name: string
  readonly type: string
}
export const queryablesOf = (definition: Definition): readonly Queryable[] =>
  tableOf(definition)
    .columns.filter((c) => plainTypes.test(c.type) && !hidden.has(c.name))
    .filter((c) => !definition.spec.fields[c.name]?.spec.personal)
    .map((c) => ({ name: c.name, type: c.type }))

export interface ItemsQuery {
  readonly limit: number
  readonly after?: string
  readonly box?: readonly [number, number, number, number]
  readonly from?: Date
  readonly to?: Date
  readonly filter: Readonly<Record<string, string>>
}
const wrong = (detail: string): never => reject('kernel.invalid', { detail })
const boxOf = (text: string): readonly [number, number, number, number] => {
  const n = text.split(',').map(Number)
  if ((n.length !== 4 && n.length !== 6) || n.some((x) => Number.isNaN(x))) wrong('bbox 应为四个数:西,南,东,北')
  const [w = 0, s = 0, e = 0, north = 0] = n.length === 6 ? [n[0], n[1], n[3], n[4]] : n
  return w <= e && s <= north ? [w, s, e, north] : wrong('bbox 应为西,南,东,北,西不大于东,南不大于北')
}
const instantOf = (text: string): Date | undefined => {
  if (text === '' || text === '..') return undefined
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? wrong(`datetime 读不懂“${text}”`) : at
}
const known = new Set(['limit', 'after', 'bbox', 'datetime', 'f', 'bbox-crs', 'crs'])
const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
export const mostItems = 10_000
/** Parameters of a request; one that is not known is refused, as the standard wants, not passed over. */
export const itemsQuery = (definition: Definition, query: Readonly<Record<string, unknown>>): ItemsQuery => {
  const text = (name: string): string | undefined => (query[name] === undefined ? undefined : String(query[name]))
  const names = new Set(queryablesOf(definition).map((q) => q.name))
  const others = Object.keys(query).filter((name) => !known.has(name))
  const unknown = others.find((name) => !names.has(name))
  if (unknown) wrong(`“${definition.spec.zh}”没有可查询的“${unknown}”`)
  for (const name of ['crs', 'bbox-crs'])
    if (query[name] !== undefined && query[name] !== crs84) wrong('只提供 CRS84(经度、纬度)')
  const limit = Number(text('limit') ?? 100)
  if (!Number.isInteger(limit) || limit < 1) wrong('limit 应为正整数')
  const datetime = text('datetime')
  const [from, to] = datetime?.includes('/') ? datetime.split('/') : [datetime, datetime]
  return {
    limit: Math.min(limit, mostItems),
    after: text('after'),
    box: query.bbox === undefined ? undefined : boxOf(String(query.bbox)),
    from: from === undefined ? undefined : instantOf(from),
    to: to === undefined ? undefined : instantOf(to),
    filter: Object.fromEntries(others.map((name) => [name, String(query[name])])),
  }
}
const instantColumn = (definition: Definition): string => (definition.primitive === 'record' ? 'at' : 'created_at')
const typed = (type: string, text: string): FilterValue =>
  type === 'boolean' ? text === 'true' : /^(integer|bigint|numeric|double)/.test(type) ? Number(text) : text

const conditions = (definition: Definition, query: ItemsQuery, isPaged: boolean, reach: Reach | undefined) => {
  const types = new Map(queryablesOf(definition).map((q) => [q.name, q.type]))
  const filter = Object.fromEntries(
    Object.entries(query.filter).map(([name, text]) => [name, typed(types.get(name) ?? 'text', text)]),
  )
  return listConditions(definition, {
    filter,
    box: query.box,
    reach,
    and: (bind) => {
      const at = `r.${instantColumn(definition)}`
      const parts = [
        ...(query.from ? [`${at} >= ${bind(query.from)}`] : []),
        ...(query.to ? [`${at} <= ${bind(query.to)}`] : []),
        ...(isPaged && query.after ? [`r.id > ${bind(query.after)}::uuid`] : []),
      ]
      return parts.length > 0 ? parts.join(' and ') : 'true'
    },
  })
}
export interface Feature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: unknown
  readonly properties: Readonly<Record<string, unknown>>
}
export interface Items {
  readonly features: readonly Feature[]
  /** Counted with the first page only: a client that walks on knows it already. */
  readonly matched?: number
  /** The id to go on after; absent on the last page. */
  readonly next?: string
}
const featureOf = (definition: Definition, raw: Readonly<Record<string, unknown>>): Feature => {
  const { shape, ...columns } = raw
  const row = maskRow(definition.spec.fields, readRow<Record<string, unknown>>(definition, columns))
  return {
    type: 'Feature',
    id: String(row.id),
    geometry: typeof shape === 'string' ? JSON.parse(shape) : null,
    properties: Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'id' && !hidden.has(key))),
  }
}
const select = (definition: Definition): string =>
  `select ${readColumns(definition)}, st_asgeojson(r.geom, 8) as shape from ${tableName(definition)} r`

const countItems = async (
  tx: Transaction<unknown>,
  definition: Definition,
  query: ItemsQuery,
  reach: Reach | undefined,
): Promise<number> => {
  const where = conditions(definition, query, false, reach)
  const sql = `select count(*)::int as n from ${tableName(definition)} r where ${where.sql}`
  return (await raw<{ n: number }>(tx, sql, where.params)).rows[0]?.n ?? 0
}
export const findItems = (ctx: RequestContext, definition: Definition, query: ItemsQuery): Promise<Items> =>
  ctx.work(async ({ tx }) => {
    const reach = reachOf(ctx.who, definition)
    const where = conditions(definition, query, true, reach)
    const { rows } = await raw<Record<string, unknown>>(
      tx,
      `${select(definition)} where ${where.sql} order by r.id limit ${query.limit + 1}`,
      where.params,
    )
    const features = rows.slice(0, query.limit).map((row) => featureOf(definition, row))
    return {
      features,
      ...(query.after ? {} : { matched: await countItems(tx, definition, query, reach) }),
      ...(rows.length > query.limit ? { next: features.at(-1)?.id } : {}),
    }
  })
export const getItem = (ctx: RequestContext, definition: Definition, id: string): Promise<Feature> =>
  ctx.work(async ({ tx }) => {
    const { rows } = await raw<Record<string, unknown>>(tx, `${select(definition)} where r.id = $1::uuid`, [id])
    if (!rows[0]) return reject('kernel.not-found', { what: definition.spec.zh })
    await requireReach(tx, definition, ctx.who, { id, areaCode: rows[0].area_code ?? rows[0].areaCode })
    return featureOf(definition, rows[0])
  })
export const extentOf = (ctx: RequestContext): Promise<readonly number[]> =>
  ctx.work(async ({ tx }) => {
    const { rows } = await raw<{ box: readonly number[] | null }>(
      tx,
      `select array[st_xmin(e), st_ymin(e), st_xmax(e), st_ymax(e)]::float8[] as box
       from (select st_extent(geom) as e from kernel.area where level = 'street' and valid_to is null) x`,
      [],
    )
    return rows[0]?.box ?? [-180, -90, 180, 90]
  })
