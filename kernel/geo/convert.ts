/**
 * Coordinate systems at the edge. We store CGCS2000 (within a metre of WGS-84, which we take as the same); maps of
 * 高德 and 腾讯 speak GCJ-02, 百度 speaks BD-09. Nothing outside China's box is shifted (`standards.md` section 9.1).
 */

import gcoordModule from 'gcoord'
import type { Feature, FeatureCollection, GeoJSON, Geometry, Position } from 'geojson'
import type { LonLat } from './position.ts'

export const COORDINATE_SYSTEMS = ['CGCS2000', 'WGS84', 'GCJ02', 'BD09'] as const
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number]

/** gcoord's types put the functions one `default` deeper than Node and Vite both do. */
const gcoord = gcoordModule as unknown as typeof gcoordModule.default

/** What an inverse may be off by, in degrees: a millionth of a metre, far below the stored 1e-7. */
const INVERSE_LIMIT = 1e-11
/** gcoord's own inverse loops without end for points whose original lies over the border of the box; ours gives up. */
const ROUNDS_LIMIT = 30

/** From stored coordinates to another system, in degrees. */
export function fromStored(system: CoordinateSystem, position: LonLat): LonLat {
  if (system === 'CGCS2000' || system === 'WGS84') return position
  const [lon, lat] = gcoord.transform<[number, number]>(
    [position[0], position[1]],
    gcoord.WGS84,
    system === 'GCJ02' ? gcoord.GCJ02 : gcoord.BD09,
  )
  return [lon, lat]
}

/**
 * To stored coordinates from another system: the exact inverse of `fromStored` (found by iteration, within 1e-7°
 * everywhere in China; along the very edge of the box, in the sea and abroad, the nearest that iteration finds).
 */
export function toStored(system: CoordinateSystem, position: LonLat): LonLat {
  if (system === 'CGCS2000' || system === 'WGS84') return position
  let [lon, lat] = position
  let best: LonLat = position
  let bestError = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS_LIMIT && bestError > INVERSE_LIMIT; round += 1) {
    const [shiftedLon, shiftedLat] = fromStored(system, [lon, lat])
    const [errorLon, errorLat] = [shiftedLon - position[0], shiftedLat - position[1]]
    const error = Math.max(Math.abs(errorLon), Math.abs(errorLat))
    if (!(error < bestError)) break
    best = [lon, lat]
    bestError = error
    lon -= errorLon
    lat -= errorLat
  }
  return best
}

type Move = (position: LonLat) => LonLat

function movedPosition(position: Position, move: Move): Position {
  const [lon, lat, ...rest] = position
  if (lon === undefined || lat === undefined) throw new RangeError('a position needs longitude and latitude')
  return [...move([lon, lat]), ...rest]
}

function movedGeometry(geometry: Geometry, move: Move): Geometry {
  const line = (positions: Position[]): Position[] => positions.map((position) => movedPosition(position, move))
  const { bbox: _stale, ...plain } = geometry
  switch (plain.type) {
    case 'Point':
      return { ...plain, coordinates: movedPosition(plain.coordinates, move) }
    case 'MultiPoint':
    case 'LineString':
      return { ...plain, coordinates: line(plain.coordinates) }
    case 'MultiLineString':
    case 'Polygon':
      return { ...plain, coordinates: plain.coordinates.map(line) }
    case 'MultiPolygon':
      return { ...plain, coordinates: plain.coordinates.map((rings) => rings.map(line)) }
    case 'GeometryCollection':
      return { ...plain, geometries: plain.geometries.map((one) => movedGeometry(one, move)) }
  }
}

function movedFeature<P>(feature: Feature<Geometry | null, P>, move: Move): Feature<Geometry | null, P> {
  const { bbox: _stale, ...plain } = feature
  return { ...plain, geometry: plain.geometry ? movedGeometry(plain.geometry, move) : null }
}

function movedGeoJson(input: GeoJSON, move: Move): GeoJSON {
  if (input.type === 'Feature') return movedFeature(input, move) as Feature
  if (input.type !== 'FeatureCollection') return movedGeometry(input, move)
  const { bbox: _stale, ...plain } = input
  return { ...plain, features: plain.features.map((feature) => movedFeature(feature, move)) } as FeatureCollection
}

/** Any GeoJSON to stored coordinates. The input is left alone, altitudes and null geometries pass, stale `bbox` members go. */
export function geoJsonToStored(system: CoordinateSystem, input: GeoJSON): GeoJSON {
  return movedGeoJson(input, (position) => toStored(system, position))
}

/** Any GeoJSON from stored coordinates to another system. */
export function geoJsonFromStored(system: CoordinateSystem, input: GeoJSON): GeoJSON {
  return movedGeoJson(input, (position) => fromStored(system, position))
}
