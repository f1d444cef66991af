/**
 * The rows of an export. Their ids are taken in one query, so that the export is of one moment; the rows follow in batches, each in
 * a transaction of its own: a slow reader at the other end holds no connection, and memory stays flat.
 */
import type { WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import type { FieldSpec } from '../define/field.ts'
import { type Definition, readColumns, readRow, tableName, tableOf } from '../define/table.ts'
import { reject } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { maskRow } from '../permission/mask.ts'
import { type ListRequest, listConditions } from '../query/list.ts'
import { createTitles, type Titles } from './names.ts'

export const exportLimit = 100_000
const batchSize = 1000
export type ExportRow = Readonly<Record<string, unknown>>
export interface ExportSource {
  readonly kernel: Kernel
  readonly district: string
  readonly definition: Definition
  readonly ids: readonly string[]
  readonly isPersonal: boolean
  /** Where the platform is reached, for what points back to it: `https://…`. */
  readonly origin: string
  /** How the shape of a line or area is wanted. */
  readonly shape: 'wkt' | 'geojson'
}

const orderOf = (definition: Definition, request: ListRequest): string => {
  const fallback = definition.primitive === 'record' ? 'at' : 'createdAt'
  const sort = request.sort ?? (definition.primitive === 'register' ? definition.spec.sort?.by : undefined) ?? fallback
  const column =
    tableOf(definition).columns.find((c) => c.name === sort) ?? reject('kernel.invalid', { detail: `没有“${sort}”这一栏` })
  const isDescending = request.sort
    ? request.isDescending
    : definition.primitive === 'register' && definition.spec.sort
      ? definition.spec.sort.descending
      : true
  return `r.${column.sql} ${isDescending ? 'desc nulls last' : 'asc nulls last'}, r.id`
}
/** The ids of at most 100,000 rows, in the list's order. */
export const findExportIds = async (
  ctx: WorkContext,
  definition: Definition,
  request: ListRequest,
): Promise<readonly string[]> => {
  const where = listConditions(definition, request)
  const { rows } = await raw<{ id: string }>(
    ctx.tx,
    `select r.id from ${tableName(definition)} r where ${where.sql} order by ${orderOf(definition, request)} limit ${exportLimit}`,
    where.params,
  )
  return rows.map((row) => row.id)
}

const hasShape = (definition: Definition): boolean =>
  definition.primitive !== 'procedure' && definition.spec.geometry !== undefined && definition.spec.geometry !== 'Point'
const loadBatch = async (
  source: ExportSource,
  titles: Titles,
  specs: Readonly<Record<string, FieldSpec>>,
  ids: readonly string[],
): Promise<readonly ExportRow[]> => {
  const { kernel, district, definition } = source
  const shape = hasShape(definition) ? `, ${source.shape === 'wkt' ? 'st_astext' : 'st_asgeojson'}(r.geom, 8) as shape` : ''
  return kernel.db.withDistricts([district], async (tx) => {
    const { rows } = await raw<Record<string, unknown>>(
      tx,
      `select ${readColumns(definition)}${shape} from ${tableName(definition)} r where r.id = any($1::uuid[])`,
      [ids],
    )
    await titles.learn(tx, specs, rows)
    const byId = new Map(rows.map((row) => [String(row.id), readRow<Record<string, unknown>>(definition, row)]))
    return ids.flatMap((id) => {
      const row = byId.get(id)
      return row ? [source.isPersonal ? row : maskRow(definition.spec.fields, row)] : []
    })
  })
}

export interface ExportBatches {
  readonly titles: Titles
  readonly batches: () => AsyncGenerator<readonly ExportRow[]>
}
export const openExport = (source: ExportSource): ExportBatches => {
  const titles = createTitles(source.kernel)
  const specs: Record<string, FieldSpec> = Object.fromEntries(
    Object.entries(source.definition.spec.fields).map(([key, field]) => [key, field.spec]),
  )
  if (source.definition.primitive === 'procedure')
    specs.unitId = { kind: 'unit', zh: '责任单位', isOptional: true, isUnique: false, isSearchable: false }
  return {
    titles,
    batches: async function* () {
      for (let at = 0; at < source.ids.length; at += batchSize)
        yield await loadBatch(source, titles, specs, source.ids.slice(at, at + batchSize))
    },
  }
}
