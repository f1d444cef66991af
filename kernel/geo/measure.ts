/**
 * Metres, square metres and directions on the CGCS2000 ellipsoid, good for what a city measures: addresses such as
 * "朝阳路与建国路交叉口东50米", areas of cells, distance to a road.
 */

import type { LineCoords, LonLat, MultiPolygonCoords, RingCoords } from './position.ts'

/** CGCS2000 semi-major axis in metres and first eccentricity squared (GB 22021-2008). */
const A = 6_378_137
const E2 = 0.0066943800229
const E = Math.sqrt(E2)
/** Mean radius in metres, for distances too long for a flat map. */
const MEAN_RADIUS = 6_371_008.8
const RAD = Math.PI / 180
/** Beyond this the flat map is left for the sphere (2 degrees, about 200 km; the flat error there is below 0.02 %). */
const FLAT_LIMIT_DEG = 2

/** Metres of one degree of longitude and of latitude at a latitude. */
export function metresPerDegree(lat: number): { readonly lon: number; readonly lat: number } {
  const sin = Math.sin(lat * RAD)
  const w2 = 1 - E2 * sin * sin
  const normal = A / Math.sqrt(w2)
  return { lon: normal * Math.cos(lat * RAD) * RAD, lat: ((normal * (1 - E2)) / w2) * RAD }
}

/** Great-circle metres on the mean sphere (within 0.5 % of the ellipsoid). */
export function haversineM(a: LonLat, b: LonLat): number {
  const dLat = (b[1] - a[1]) * RAD
  const dLon = (b[0] - a[0]) * RAD
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * RAD) * Math.cos(b[1] * RAD) * Math.sin(dLon / 2) ** 2
  return 2 * MEAN_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Metres between two positions: equirectangular with the local radii of the ellipsoid up to 2°, haversine beyond. */
export function distanceM(a: LonLat, b: LonLat): number {
  if (Math.abs(a[0] - b[0]) > FLAT_LIMIT_DEG || Math.abs(a[1] - b[1]) > FLAT_LIMIT_DEG) return haversineM(a, b)
  const scale = metresPerDegree((a[1] + b[1]) / 2)
  return Math.hypot((b[0] - a[0]) * scale.lon, (b[1] - a[1]) * scale.lat)
}

/** Metres along a line. */
export function lengthM(line: LineCoords): number {
  let total = 0
  for (let index = 1; index < line.length; index += 1) total += distanceM(at(line, index - 1), at(line, index))
  return total
}

function at(line: LineCoords, index: number): LonLat {
  const position = line[index]
  if (!position) throw new RangeError(`no position ${index} in a line of ${line.length}`)
  return position
}

/** Height of a latitude in the cylindrical equal-area projection of the ellipsoid, in metres (Snyder 1987, 3-12 and 10-15). */
function equalAreaY(lat: number): number {
  const sin = Math.sin(lat * RAD)
  const q = (1 - E2) * (sin / (1 - E2 * sin * sin) + Math.atanh(E * sin) / E)
  return (A * q) / 2
}

/** Square metres inside a ring, positive when it runs counter-clockwise. */
export function signedRingAreaM2(ring: RingCoords): number {
  const [lon0, lat0] = ring[0] ?? [0, 0]
  const y0 = equalAreaY(lat0)
  let sum = 0
  let [previousX, previousY] = [0, 0]
  for (const [lon, lat] of ring) {
    const x = (lon - lon0) * RAD * A
    const y = equalAreaY(lat) - y0
    sum += previousX * y - x * previousY
    previousX = x
    previousY = y
  }
  return sum / 2
}

/** Square metres of a multipolygon, holes taken off. */
export function areaM2(polygons: MultiPolygonCoords): number {
  let total = 0
  for (const rings of polygons) {
    rings.forEach((ring, index) => {
      total += Math.abs(signedRingAreaM2(ring)) * (index === 0 ? 1 : -1)
    })
  }
  return total
}

/** Bearing from a to b in degrees, 0 = north, clockwise, 0 ≤ bearing < 360. */
export function bearingDeg(a: LonLat, b: LonLat): number {
  const scale = metresPerDegree((a[1] + b[1]) / 2)
  const degrees = Math.atan2((b[0] - a[0]) * scale.lon, (b[1] - a[1]) * scale.lat) / RAD
  return (degrees + 360) % 360
}

const DIRECTIONS = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'] as const

/** One of the eight directions as addresses name them. */
export function directionZh(bearing: number): string {
  return DIRECTIONS[Math.round(bearing / 45) & 7] ?? '北'
}

export type Nearest = {
  readonly point: LonLat
  readonly distanceM: number
  /** Segment of the line, from 0. */
  readonly segment: number
  /** Metres along the line up to the point. */
  readonly alongM: number
}

/** The position on a line nearest to a point. Throws RangeError for an empty line. */
export function nearestOnLine(point: LonLat, line: LineCoords): Nearest {
  const first = at(line, 0)
  let best: Nearest = { point: first, distanceM: distanceM(point, first), segment: 0, alongM: 0 }
  const scale = metresPerDegree(point[1])
  let along = 0
  for (let index = 1; index < line.length; index += 1) {
    const [a, b] = [at(line, index - 1), at(line, index)]
    const [dx, dy] = [(b[0] - a[0]) * scale.lon, (b[1] - a[1]) * scale.lat]
    const [px, py] = [(point[0] - a[0]) * scale.lon, (point[1] - a[1]) * scale.lat]
    const squared = dx * dx + dy * dy
    const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared))
    const foot: LonLat = share === 1 ? b : [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
    const distance = distanceM(point, foot)
    if (distance < best.distanceM)
      best = { point: foot, distanceM: distance, segment: index - 1, alongM: along + distanceM(a, foot) }
    along += distanceM(a, b)
  }
  return best
}

/** Metres from a point to a line. */
export function distanceToLineM(point: LonLat, line: LineCoords): number {
  return nearestOnLine(point, line).distanceM
}

/** Where two segments meet; undefined when they do not, or run along each other. Touching ends meet. */
export function segmentIntersection(a: LonLat, b: LonLat, c: LonLat, d: LonLat): LonLat | undefined {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const cross = rx * sy - ry * sx
  if (cross === 0) return undefined
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [a[0] + t * rx, a[1] + t * ry] : undefined
}

/** Every place where two lines meet, in the order of the first, each once (within 1e-9°). */
export function lineIntersections(first: LineCoords, second: LineCoords): LonLat[] {
  const found: LonLat[] = []
  for (let i = 1; i < first.length; i += 1) {
    for (let j = 1; j < second.length; j += 1) {
      const point = segmentIntersection(at(first, i - 1), at(first, i), at(second, j - 1), at(second, j))
      const isNew = point && !found.some(([lon, lat]) => Math.abs(lon - point[0]) < 1e-9 && Math.abs(lat - point[1]) < 1e-9)
      if (isNew) found.push(point)
    }
  }
  return found
}

/** Within this many metres a place is *at* the landmark. */
const AT_LIMIT_M = 8

/** `东50米`, `西北120米`; empty when a few metres away. Rounded to 5 m below 100 m, to 10 m above: nobody paces closer. */
export function offsetZh(from: LonLat, to: LonLat): string {
  const metres = distanceM(from, to)
  if (metres < AT_LIMIT_M) return ''
  const step = metres < 100 ? 5 : 10
  return `${directionZh(bearingDeg(from, to))}${Math.round(metres / step) * step}米`
}

/** `朝阳路与建国路交叉口东50米`. */
export function crossingAddressZh(roadA: string, roadB: string, crossing: LonLat, point: LonLat): string {
  return `${roadA}与${roadB}交叉口${offsetZh(crossing, point)}`
}
