/** Writing an export as it is read: xlsx, CSV with the mark that makes Excel read it as UTF-8, GeoJSON (RFC 7946). */
import { PassThrough, Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import ExcelJS from 'exceljs'
import { wallText } from '../calendar/index.ts'
import { titleField } from '../define/register.ts'
import { type Label, writeLabels } from '../documents/index.ts'
import { guardFormula, writeCell } from './cell.ts'
import { type Cell, type SheetColumn, sheetColumns } from './columns.ts'
import { type GpkgRow, streamGpkg } from './gpkg.ts'
import { zipShapefile } from './shp.ts'
import { type ExportBatches, type ExportRow, type ExportSource, openExport } from './source.ts'

/** The value of a column that is not a field. */
const baseCell = (source: ExportSource, key: string, row: ExportRow, zone: string, titles: ExportBatches['titles']): Cell => {
  const value = row[key === 'wkt' ? 'shape' : key]
  if (value === null || value === undefined) return null
  if (value instanceof Date) return wallText(zone, value)
  if (key === 'status' && source.definition.primitive === 'procedure') {
    const statuses: Readonly<Record<string, { readonly zh: string } | undefined>> = source.definition.spec.statuses
    return statuses[String(value)]?.zh ?? String(value)
  }
  if (key === 'unitId')
    return (
      titles.titleOf({ kind: 'unit', zh: '', isOptional: true, isUnique: false, isSearchable: false }, String(value)) ??
      String(value)
    )
  return typeof value === 'number' ? value : String(value)
}
const cellsOf =
  (source: ExportSource, columns: readonly SheetColumn[], titles: ExportBatches['titles'], zone: string) =>
  (row: ExportRow): readonly Cell[] =>
    columns.map((column) =>
      column.spec
        ? writeCell(column.spec, row[column.key], titles.titleOf, zone)
        : baseCell(source, column.key, row, zone, titles),
    )

const csvCell = (cell: Cell): string | number =>
  cell === null
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : typeof cell === 'boolean'
        ? String(cell)
        : (guardFormula(cell) as string | number)
const csv = async function* (source: ExportSource): AsyncGenerator<string> {
  const columns = sheetColumns(source.definition)
  const { batches, titles } = openExport(source)
  const cells = cellsOf(source, columns, titles, source.kernel.calendar(source.district).zone)
  yield `\uFEFF${stringify([columns.map((column) => column.header)])}`
  for await (const rows of batches()) yield stringify(rows.map((row) => cells(row).map(csvCell)))
}

const hidden = new Set(['head', 'geom', 'shape', 'district'])
const geometryOf = (row: ExportRow): unknown =>
  typeof row.shape === 'string'
    ? (JSON.parse(row.shape) as unknown)
    : row.lon !== null && row.lat !== null
      ? { type: 'Point', coordinates: [row.lon, row.lat] }
      : null
/** Properties are the machine's: field names, keys and ids, so that another system can read them. */
const feature = (row: ExportRow): string =>
  JSON.stringify({
    type: 'Feature',
    id: row.id,
    geometry: geometryOf(row),
    properties: Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.has(key) && key !== 'id')),
  })
const geojson = async function* (source: ExportSource): AsyncGenerator<string> {
  let isFirst = true
  yield '{"type":"FeatureCollection","features":['
  for await (const rows of openExport(source).batches()) {
    if (rows.length === 0) continue
    yield `${isFirst ? '' : ','}\n${rows.map(feature).join(',\n')}`
    isFirst = false
  }
  yield '\n]}\n'
}

const drained = (stream: PassThrough): Promise<void> =>
  stream.writableNeedDrain ? new Promise((resolve) => stream.once('drain', resolve).once('close', resolve)) : Promise.resolve()
const fillBook = async (source: ExportSource, stream: PassThrough): Promise<void> => {
  const columns = sheetColumns(source.definition)
  const { batches, titles } = openExport(source)
  const cells = cellsOf(source, columns, titles, source.kernel.calendar(source.district).zone)
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(source.definition.spec.zh.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.columns = columns.map((column) => ({
    width: Math.min(40, Math.max(12, column.header.length * 2)),
    style: column.spec?.kind === 'date' ? { numFmt: 'yyyy-mm-dd' } : {},
  }))
  const header = sheet.addRow(columns.map((column) => column.header))
  header.font = { bold: true }
  header.commit()
  for await (const rows of batches()) {
    for (const row of rows) sheet.addRow([...cells(row)]).commit()
    await drained(stream)
    if (stream.destroyed) return
  }
  sheet.commit()
  await book.commit()
}
const xlsx = (source: ExportSource): Readable => {
  const stream = new PassThrough()
  fillBook(source, stream).catch((error: unknown) => {
    source.kernel.log.error({ err: error, definition: source.definition.id }, 'an export broke off')
    stream.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return stream
}

const numberKinds = new Set(['number', 'integer'])
/** What the formats of GIS share: columns named as on the screen, rows with their geometry. */
const placed = (source: ExportSource) => {
  const columns = sheetColumns(source.definition)
  const { batches, titles } = openExport(source)
  const cells = cellsOf(source, columns, titles, source.kernel.calendar(source.district).zone)
  return {
    columns: columns.map((column) => ({
      key: column.key,
      header: column.header.replace(/\*$/, ''),
      isNumber: column.spec ? numberKinds.has(column.spec.kind) : column.key === 'lon' || column.key === 'lat',
    })),
    batches: async function* (): AsyncGenerator<readonly GpkgRow[]> {
      for await (const rows of batches())
        yield rows.map((row) => ({ cells: cells(row), geometry: geometryOf(row) as GpkgRow['geometry'] }))
    },
  }
}
const gpkg = (source: ExportSource): Promise<Readable> => {
  const { columns, batches } = placed(source)
  return streamGpkg(source.definition.spec.zh, columns, batches())
}
const shp = async (source: ExportSource): Promise<Readable> => {
  const { columns, batches } = placed(source)
  const rows: GpkgRow[] = []
  for await (const some of batches()) for (const row of some) rows.push(row)
  // The shape is in the file of shapes; as a text it would be cut off.
  const kept = columns.map((column) => column.key !== 'wkt')
  return Readable.from([
    zipShapefile(
      source.definition.spec.zh.replace(/[\\/:*?"<>|]/g, ' '),
      columns.filter((_, i) => kept[i]),
      rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => kept[i]) })),
    ),
  ])
}

export const labelLimit = 2400
/** Stickers with each row's own address: scanned in the field it opens the thing and what can be begun with it. */
const labels = async (source: ExportSource): Promise<Readable> => {
  const { definition } = source
  const isProcedure = definition.primitive === 'procedure'
  const title = titleField(definition)
  const code = isProcedure
    ? 'number'
    : Object.entries(definition.spec.fields).find(([name, { spec }]) => spec.isUnique && name !== title)?.[0]
  const made: Label[] = []
  for await (const rows of openExport(source).batches())
    for (const row of rows)
      made.push({
        title: String(row[title] ?? ''),
        code: code ? String(row[code] ?? '') : '',
        kind: definition.spec.zh,
        url: `${source.origin}/m/${isProcedure ? `s/${definition.id}/${row.id}` : `rows/${definition.id}?id=${row.id}`}`,
      })
  return Readable.from([await writeLabels(definition.spec.zh, made)])
}

export type ExportFormat = 'xlsx' | 'csv' | 'geojson' | 'gpkg' | 'shp' | 'labels'
export const exportMime: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  gpkg: 'application/geopackage+sqlite3',
  shp: 'application/zip',
  labels: 'application/pdf',
}
/** The export as a stream of bytes, begun at once (a GeoPackage once it is whole). */
export const streamExport = async (format: ExportFormat, source: ExportSource): Promise<Readable> => {
  switch (format) {
    case 'xlsx':
      return xlsx(source)
    case 'labels':
      return labels(source)
    case 'gpkg':
      return gpkg(source)
    case 'shp':
      return shp(source)
    default:
      return Readable.from(format === 'csv' ? csv(source) : geojson(source))
  }
}
