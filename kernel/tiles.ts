/**
 * Vector tiles of everything that has a place: areas, subjects, registers. Rows come packed in one text per layer, are encoded
 * in one place of ours (`geo/tiles.ts`), and the encoded tile is kept until a commit's announcement touches it: a stale tile is
 * never served after the event.
 */
import type { Database } from './db/index.ts'
import { titleField } from './define/register.ts'
import { type Definition, tableName, tableOf } from './define/table.ts'
import { encodeTile, type TileFeature, tileBounds } from './geo/index.ts'
import type { Kernel } from './kernel.ts'
import { columnName } from './naming.ts'
import { type Reach, reachSql } from './permission/reach.ts'
import { changeChannel, readChanges } from './write/changes.ts'

const separator = '\u001f'
const rowSeparator = '\u001e'
const featureLimit = 30_000

/** Free text loses the two separators; codes and numbers never hold them. */
const text = (sql: string): string => `translate(coalesce(${sql}::text, ''), e'\\x1f\\x1e', '  ')`
const coded = (sql: string): string => `coalesce(${sql}::text, '')`
const packed = (columns: readonly string[], from: string): string =>
  `select coalesce(string_agg(${columns.join(` || e'\\x1f' || `)}, e'\\x1e'), '') as packed from (${from}) t`
/** Points travel as whole ten-millionths of a degree (about a centimetre): shorter and cheaper to print than decimals. */
const scale = 10_000_000

interface Source {
  readonly sql: string
  readonly names: readonly string[]
  readonly isPoint: boolean
}
const cellZoom = 14
const communityZoom = 12

const areaSource = (z: number): Source => {
  const levels = z >= cellZoom ? "'street', 'community', 'cell'" : z >= communityZoom ? "'street', 'community'" : "'street'"
  return {
    isPoint: false,
    names: ['code', 'name', 'level'],
    sql: packed(
      [coded('t.code'), text('t.name'), coded('t.level'), 't.shape'],
      `select code, name, level, st_asgeojson(geom, 7) as shape from kernel.area
       where level in (${levels}) and valid_to is null and geom && st_makeenvelope($1::float8, $2::float8, $3::float8, $4::float8, 4326) limit ${featureLimit}`,
    ),
  }
}
/** Columns a map needs besides the name: few, so that tiles stay small. */
const mapColumns = (definition: Definition): readonly string[] =>
  definition.primitive === 'procedure'
    ? ['number', 'status', 'dueAt']
    : Object.entries(definition.spec.fields)
        .flatMap(([n, f]) => (f.spec.kind === 'choice' || f.spec.kind === 'code' ? [n] : []))
        .slice(0, 4)

const definitionSource = (definition: Definition, within: string): Source => {
  const table = tableOf(definition)
  const geom = table.columns.find((c) => c.name === 'geom')
  const isPoint = geom?.generated !== undefined
  const extra = mapColumns(definition)
  const title = titleField(definition)
  const titleIsSafe = !definition.spec.fields[title]?.spec.personal
  const names = ['id', ...(titleIsSafe ? ['name'] : []), ...extra]
  const columns = [
    'r.id',
    ...(titleIsSafe ? [`left(r.${columnName(title)}::text, 24)`] : []),
    ...extra.map((n) => `r.${columnName(n)}`),
  ]
  const shape = isPoint ? [`(r.lon * ${scale})::int8`, `(r.lat * ${scale})::int8`] : ['st_asgeojson(r.geom, 7)']
  const isFree = (name: string): boolean => name === 'name' || name === 'number'
  const live =
    definition.primitive === 'register'
      ? 'and r.retired_at is null'
      : definition.primitive === 'procedure'
        ? 'and r.closed_at is null'
        : ''
  return {
    isPoint,
    names,
    sql: packed(
      [...names.map((n, i) => (isFree(n) ? text(`t.c${i}`) : coded(`t.c${i}`))), ...shape.map((_, i) => `t.s${i}`)],
      `select ${columns.map((c, i) => `${c} as c${i}`).join(', ')}, ${shape.map((s, i) => `${s} as s${i}`).join(', ')}
       from ${tableName(definition)} r where r.geom && st_makeenvelope($1::float8, $2::float8, $3::float8, $4::float8, 4326) ${live}${within} limit ${featureLimit}`,
    ),
  }
}

const features = (source: Source, packedRows: string): readonly TileFeature[] => {
  if (packedRows === '') return []
  const { names, isPoint } = source
  return packedRows.split(rowSeparator).map((row, n) => {
    const parts = row.split(separator)
    const at = names.length
    const geometry = isPoint
      ? ({ type: 'Point', coordinates: [Number(parts[at]) / scale, Number(parts[at + 1]) / scale] } as const)
      : (JSON.parse(parts[at] ?? 'null') as TileFeature['geometry'])
    return { id: n + 1, geometry, properties: parts.slice(0, at) }
  })
}

/** `within` is a further condition over the row `r`; its parameters are numbered from 5. */
export const layerSource = (kernel: Kernel, layer: string, z: number, within = ''): Source | undefined => {
  if (layer === 'areas') return areaSource(z)
  const definition = kernel.definition(layer)
  return definition && tableOf(definition).columns.some((c) => c.name === 'geom')
    ? definitionSource(definition, within)
    : undefined
}
/** Encodes one tile afresh. */
export const makeTile = async (
  db: Database,
  district: string,
  layer: string,
  source: Source,
  z: number,
  x: number,
  y: number,
  params: readonly unknown[] = [],
): Promise<Uint8Array> => {
  const { rows } = await db.single<{ packed: string }>(district, source.sql, [...tileBounds(z, x, y, 64 / 4096), ...params])
  return encodeTile([{ name: layer, keys: source.names, features: features(source, rows[0]?.packed ?? '') }], z, x, y)
}

/** The tile of a reader who may not see the whole layer: made afresh, never kept. */
export const makeNarrowTile = (
  kernel: Kernel,
  definition: Definition,
  reach: Reach,
  [district, z, x, y]: readonly [string, number, number, number],
): Promise<Uint8Array> | undefined => {
  const params: unknown[] = []
  const within = reachSql(definition, reach, (value) => `$${params.push(value) + 4}`)
  const source = layerSource(kernel, definition.id, z, ` and ${within}`)
  return source ? makeTile(kernel.db, district, definition.id, source, z, x, y, params) : undefined
}

export interface TileCache {
  readonly get: (district: string, layer: string, z: number, x: number, y: number) => Promise<Uint8Array | undefined>
  readonly size: () => number
}
interface Kept {
  readonly bytes: Promise<Uint8Array>
  readonly layer: string
}
const keptLimit = 20_000

/** Tiles kept in memory; a change at a known point drops the tiles over it, any other change drops the whole layer. */
export const createTileCache = (kernel: Kernel): TileCache => {
  const kept = new Map<string, Kept>()
  /** Counts announcements per layer: a tile that was being made while one came is not kept. */
  const generation = new Map<string, number>()
  const forget = (layer: string): void => {
    generation.set(layer, (generation.get(layer) ?? 0) + 1)
    for (const [key, tile] of kept) if (tile.layer === layer) kept.delete(key)
  }
  kernel.db
    .listen(changeChannel, (payload) => {
      const layers = new Set(readChanges(payload).map(([, type]) => type))
      for (const layer of layers) forget(layer)
    })
    .catch((error: unknown) => kernel.log.error({ err: error }, 'tile cache does not listen'))
  return {
    size: () => kept.size,
    get: async (district, layer, z, x, y) => {
      const key = `${district} ${layer} ${z}/${x}/${y}`
      const known = kept.get(key)
      if (known) return known.bytes
      const source = layerSource(kernel, layer, z)
      if (!source) return undefined
      const began = generation.get(layer) ?? 0
      const bytes = makeTile(kernel.db, district, layer, source, z, x, y)
      if (kept.size >= keptLimit) kept.delete(kept.keys().next().value ?? '')
      kept.set(key, { bytes, layer })
      const done = await bytes.catch((error: unknown) => {
        kept.delete(key)
        throw error
      })
      if ((generation.get(layer) ?? 0) !== began) kept.delete(key)
      return done
    },
  }
}
