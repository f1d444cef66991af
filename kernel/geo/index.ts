/** Places: coordinate systems, the one cell of a point, vector tiles, and measures. Pure; no I/O. */

export {
  COORDINATE_SYSTEMS,
  type CoordinateSystem,
  fromStored,
  geoJsonFromStored,
  geoJsonToStored,
  toStored,
} from './convert.ts'
export { type Cell, createLocator, type Locator } from './locate.ts'
export {
  areaM2,
  bearingDeg,
  crossingAddressZh,
  directionZh,
  distanceM,
  distanceToLineM,
  haversineM,
  lengthM,
  lineIntersections,
  metresPerDegree,
  type Nearest,
  nearestOnLine,
  offsetZh,
  segmentIntersection,
  signedRingAreaM2,
} from './measure.ts'
export type { LineCoords, LonLat, MultiPolygonCoords, PolygonCoords, RingCoords } from './position.ts'
export { SNAP, snap } from './snap.ts'
export { encodeTile, type TileFeature, type TileGeometry, type TileLayer, type TileOptions, tileBounds } from './tiles.ts'
export { type TilingFault, type TilingReport, validateTiling } from './tiling.ts'
