/**
 * A Shapefile in a ZIP as a sheet: attributes by the name of the column, by our short names or by the first letters of a label; the
 * shape as WKT, a point as its two coordinates. Degrees only: a projected survey says so and is to be converted first.
 */
import { open } from 'shapefile'
import type { Fields } from '../define/field.ts'
import type { Register } from '../define/register.ts'
import { reject } from '../errors.ts'
import { type Cell, sheetColumns } from './columns.ts'
import { shortNames } from './dbf.ts'
import { rowLimit, type Sheet, type SheetRow } from './sheet.ts'
import { unzip } from './unzip.ts'

type Files = ReadonlyMap<string, Buffer>
const find = (files: Files, ending: string): Buffer | undefined =>
  [...files].find(([name]) => name.toLowerCase().endsWith(ending) && !name.startsWith('__MACOSX'))?.[1]
/** What GIS programs add by themselves. */
const technical = /^(objectid|fid|shape_leng|shape_area|shape__len|shape__are)(_?\d*)$/i

const encodingOf = (files: Files, attributes: Buffer): string => {
  const said = find(files, '.cpg')?.toString('latin1').trim().toLowerCase()
  if (said) return /^(936|cp936|gbk|gb2312|gb18030)$/.test(said) ? 'gb18030' : said === '65001' ? 'utf-8' : said
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(attributes)
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}
const pair = (at: unknown): string => {
  const [x, y] = at as readonly number[]
  return `${x} ${y}`
}
const body = (coordinates: unknown): string =>
  Array.isArray(coordinates) && Array.isArray(coordinates[0])
    ? `(${coordinates.map((c: unknown) => (Array.isArray(c) && Array.isArray(c[0]) ? body(c) : pair(c))).join(', ')})`
    : `(${pair(coordinates)})`
export const wktOf = ({ type, coordinates }: { readonly type: string; readonly coordinates: unknown }): string =>
  `${type.toUpperCase()}${body(coordinates)}`
const cellOf = (value: unknown): Cell =>
  value === null ||
  value === undefined ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  value instanceof Date
    ? (value ?? null)
    : String(value)
/** @returns the header of the sheet for a field of the file */
const headerOf = (definition: Register<Fields>): ((name: string) => string) => {
  const columns = sheetColumns(definition)
  const short = shortNames(columns.map((c) => c.key))
  return (name) => {
    const at = short.indexOf(name)
    const byLabel = columns.find((c) => c.header.startsWith(name) && Buffer.byteLength(name) >= 9)
    return (at >= 0 ? columns[at]?.header : byLabel?.header) ?? name
  }
}
/** Whether the directory of a ZIP names a .shp: a workbook is a ZIP too. */
export const isShapefile = (bytes: Buffer): boolean => {
  const end = bytes.lastIndexOf('PK\x05\x06')
  if (bytes.toString('latin1', 0, 4) !== 'PK\x03\x04' || end < 0 || end + 22 > bytes.length) return false
  return /\.shp/i.test(bytes.toString('latin1', bytes.readUInt32LE(end + 16), end))
}

export const readShapefile = async (bytes: Buffer, definition: Register<Fields>): Promise<Sheet> => {
  const files = unzip(bytes)
  const [shp, attributes] = [find(files, '.shp'), find(files, '.dbf')]
  if (!shp || !attributes) return reject('kernel.invalid', { detail: '压缩包里应有 .shp 与 .dbf' })
  if (/^\s*PROJCS/.test(find(files, '.prj')?.toString('latin1') ?? ''))
    reject('kernel.invalid', { detail: '坐标是投影坐标,请先转为 CGCS2000 经纬度(ogr2ogr -t_srs EPSG:4490)' })
  const source = await open(shp, attributes, { encoding: encodingOf(files, attributes) }).catch(() =>
    reject('kernel.invalid', { detail: 'Shapefile 打不开' }),
  )
  const isPoint = definition.spec.geometry === 'Point'
  const rename = headerOf(definition)
  let names: readonly string[] = []
  const rows: SheetRow[] = []
  for (;;) {
    const step = await source.read()
    if (step.done) break
    if (rows.length >= rowLimit) reject('kernel.invalid', { detail: `一次最多导入${rowLimit}行` })
    const { geometry, properties } = step.value
    if (rows.length === 0)
      names = Object.keys(properties).filter((n) => !technical.test(n) && !(isPoint && /^(lon|lat)$/.test(n)))
    const place = isPoint
      ? geometry?.type === 'Point'
        ? (geometry.coordinates as readonly number[]).slice(0, 2)
        : [null, null]
      : [geometry ? wktOf(geometry) : null]
    rows.push({ number: rows.length + 2, cells: [...place, ...names.map((n) => cellOf(properties[n]))] })
  }
  return { header: [...(isPoint ? ['经度', '纬度'] : ['几何(WKT)']), ...names.map(rename)], rows }
}
