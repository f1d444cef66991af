/**
 * An export as an ESRI Shapefile (white paper of July 1998) in a ZIP: .shp, .shx, .dbf in UTF-8 with its .cpg, .prj, and the full
 * names of the columns, of which the format keeps ten letters. What has no place is a null shape.
 */
import type { Cell } from './columns.ts'
import { dbf, shortNames } from './dbf.ts'
import { zip } from './zip.ts'

export interface ShpColumn {
  readonly key: string
  readonly header: string
  readonly isNumber: boolean
}
export interface ShpRow {
  readonly cells: readonly Cell[]
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null
}
type Position = readonly [number, number]
type Box = readonly [number, number, number, number]
/** CGCS2000, as surveys in China name it; its coordinates are those of the other exports. */
const prj =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
const shapeTypes: Readonly<Record<string, number>> = { Point: 1, LineString: 3, MultiLineString: 3, Polygon: 5, MultiPolygon: 5 }

const isClockwise = (ring: readonly Position[]): boolean => {
  let area = 0
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]]
    area += (b[0] - a[0]) * (b[1] + a[1])
  }
  return area > 0
}
/** Outer rings run clockwise, holes the other way. */
const turned = (polygon: readonly (readonly Position[])[]): readonly (readonly Position[])[] =>
  polygon.map((ring, i) => (isClockwise(ring) === (i === 0) ? ring : [...ring].reverse()))
const partsOf = ({ type, coordinates }: NonNullable<ShpRow['geometry']>): readonly (readonly Position[])[] => {
  if (type === 'Point') return [[coordinates as Position]]
  if (type === 'LineString') return [coordinates as Position[]]
  if (type === 'MultiLineString') return coordinates as Position[][]
  if (type === 'Polygon') return turned(coordinates as Position[][])
  return (coordinates as Position[][][]).flatMap((polygon) => turned(polygon))
}
const boxOf = (points: readonly Position[]): Box => {
  let [w, s, e, n] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [x, y] of points) [w, s, e, n] = [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)]
  return points.length > 0 ? [w, s, e, n] : [0, 0, 0, 0]
}
const doubles = (values: readonly number[]): Buffer => Buffer.from(Float64Array.from(values).buffer)
const integers = (values: readonly number[]): Buffer => Buffer.from(Int32Array.from(values).buffer)
const big = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
const contentOf = (geometry: ShpRow['geometry'], fileType: number): Buffer => {
  if (!geometry || shapeTypes[geometry.type] !== fileType) return integers([0])
  const parts = partsOf(geometry)
  const points = parts.flat()
  if (fileType === 1) return Buffer.concat([integers([1]), doubles(points[0] ?? [0, 0])])
  let next = 0
  const starts = parts.map((part) => {
    next += part.length
    return next - part.length
  })
  return Buffer.concat([
    integers([fileType]),
    doubles(boxOf(points)),
    integers([parts.length, points.length, ...starts]),
    doubles(points.flat()),
  ])
}
/** @param words length of the file in words of two bytes */
const head = (fileType: number, box: Box, words: number): Buffer =>
  Buffer.concat([big(9994), Buffer.alloc(20), big(words), integers([1000, fileType]), doubles(box), Buffer.alloc(32)])

/** The three files of geometry and attributes. */
export const shapefile = (columns: readonly ShpColumn[], rows: readonly ShpRow[]) => {
  const fileType = shapeTypes[rows.find((r) => r.geometry)?.geometry?.type ?? 'Point'] ?? 1
  const contents = rows.map((r) => contentOf(r.geometry, fileType))
  const records: Buffer[] = []
  const index: Buffer[] = []
  let at = 50
  contents.forEach((content, i) => {
    const words = content.length / 2
    index.push(big(at), big(words))
    records.push(big(i + 1), big(words), content)
    at += 4 + words
  })
  const box = boxOf(rows.flatMap((r) => (r.geometry ? partsOf(r.geometry).flat() : [])))
  const names = shortNames(columns.map((c) => c.key))
  return {
    shp: Buffer.concat([head(fileType, box, at), ...records]),
    shx: Buffer.concat([head(fileType, box, 50 + 4 * rows.length), ...index]),
    dbf: dbf(
      columns.map((c, i) => ({ name: names[i] ?? c.key, isNumber: c.isNumber })),
      rows.map((r) => r.cells),
    ),
    fields: columns.map((c, i) => `${names[i]}\t${c.header}`).join('\r\n'),
  }
}
/** @param name of the files in the ZIP */
export const zipShapefile = (name: string, columns: readonly ShpColumn[], rows: readonly ShpRow[]): Buffer => {
  const { shp, shx, dbf: attributes, fields } = shapefile(columns, rows)
  const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8')
  return zip([
    { name: `${name}.shp`, data: shp },
    { name: `${name}.shx`, data: shx },
    { name: `${name}.dbf`, data: attributes },
    { name: `${name}.prj`, data: utf8(prj) },
    { name: `${name}.cpg`, data: utf8('UTF-8') },
    { name: `${name}-字段.txt`, data: utf8(`\uFEFF${fields}\r\n`) },
  ])
}
