/** GeoJSON geometries as well-known binary (OGC 06-103r4), little-endian, two dimensions. */
type Position = readonly number[]
interface Geometry {
  readonly type: string
  readonly coordinates: unknown
}
const codes: Readonly<Record<string, number>> = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
}
const head = (code: number): Buffer => {
  const bytes = Buffer.alloc(5)
  bytes.writeUInt8(1, 0)
  bytes.writeUInt32LE(code, 1)
  return bytes
}
const count = (n: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(n)
  return bytes
}
const position = (at: Position): Buffer => {
  const bytes = Buffer.alloc(16)
  bytes.writeDoubleLE(at[0] ?? 0, 0)
  bytes.writeDoubleLE(at[1] ?? 0, 8)
  return bytes
}
const line = (list: readonly Position[]): Buffer => Buffer.concat([count(list.length), ...list.map(position)])
const rings = (list: readonly (readonly Position[])[]): Buffer => Buffer.concat([count(list.length), ...list.map(line)])
/** @throws Error for a kind of geometry that no definition has */
export const wkbOf = ({ type, coordinates }: Geometry): Buffer => {
  const code = codes[type]
  switch (code) {
    case 1:
      return Buffer.concat([head(code), position(coordinates as Position)])
    case 2:
      return Buffer.concat([head(code), line(coordinates as Position[])])
    case 3:
      return Buffer.concat([head(code), rings(coordinates as Position[][])])
    case 4:
    case 5:
    case 6: {
      const part = type.slice(5)
      const parts = (coordinates as unknown[]).map((one) => wkbOf({ type: part, coordinates: one }))
      return Buffer.concat([head(code), count(parts.length), ...parts])
    }
    default:
      throw new Error(`no binary for ${type}`)
  }
}
