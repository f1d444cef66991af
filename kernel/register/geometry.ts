/** GeoJSON in, EWKT to the database, and the point at which a shape is labelled and located. */
export type Position = readonly [number, number, ...number[]]
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

const point = ([x, y]: Position): string => `${x} ${y}`
const line = (positions: readonly Position[]): string => `(${positions.map(point).join(',')})`
const rings = (polygon: readonly (readonly Position[])[]): string => `(${polygon.map(line).join(',')})`

/** Lines and areas are always stored as their Multi kind, so that one column type serves all. */
export const toEwkt = (g: Geometry): string => {
  switch (g.type) {
    case 'Point':
      return `SRID=4326;POINT(${point(g.coordinates)})`
    case 'LineString':
      return `SRID=4326;MULTILINESTRING(${line(g.coordinates)})`
    case 'MultiLineString':
      return `SRID=4326;MULTILINESTRING(${g.coordinates.map(line).join(',')})`
    case 'Polygon':
      return `SRID=4326;MULTIPOLYGON(${rings(g.coordinates)})`
    case 'MultiPolygon':
      return `SRID=4326;MULTIPOLYGON(${g.coordinates.map(rings).join(',')})`
  }
}
const mean = (positions: readonly Position[]): readonly [number, number] => {
  const n = Math.max(1, positions.length)
  return [positions.reduce((s, p) => s + p[0], 0) / n, positions.reduce((s, p) => s + p[1], 0) / n]
}
/** A point to stand for the shape: the middle vertex of a line, the mean of an area's outer ring. */
export const labelPoint = (g: Geometry): readonly [number, number] => {
  switch (g.type) {
    case 'Point':
      return [g.coordinates[0], g.coordinates[1]]
    case 'LineString':
      return mean(g.coordinates.slice(Math.floor(g.coordinates.length / 2), Math.floor(g.coordinates.length / 2) + 1))
    case 'MultiLineString':
      return labelPoint({ type: 'LineString', coordinates: g.coordinates[0] ?? [] })
    case 'Polygon':
      return mean((g.coordinates[0] ?? []).slice(1))
    case 'MultiPolygon':
      return labelPoint({ type: 'Polygon', coordinates: g.coordinates[0] ?? [] })
  }
}
