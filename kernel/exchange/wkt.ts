/** Well-known text of lines and areas, as GIS staff paste it into a cell. */
import { reject } from '../errors.ts'
import type { Geometry, Position } from '../register/geometry.ts'

type Nested = readonly (Nested | Position)[]
const bad = (): never => reject('kernel.invalid', { detail: '几何(WKT)写法不对' })

/** Brackets to arrays: `((1 2, 3 4))` → [[[1,2],[3,4]]]. */
const parseBody = (body: string): Nested => {
  const json = body
    .trim()
    .replace(/(-?\d+(?:\.\d+)?(?:e-?\d+)?)\s+(-?\d+(?:\.\d+)?(?:e-?\d+)?)(?:\s+-?\d+(?:\.\d+)?)*/gi, '[$1,$2]')
    .replaceAll('(', '[')
    .replaceAll(')', ']')
  try {
    return JSON.parse(json) as Nested
  } catch {
    return bad()
  }
}
const depthOf = (value: unknown): number => (Array.isArray(value) ? 1 + depthOf(value[0]) : 0)
const shapes = {
  LINESTRING: ['LineString', 2],
  MULTILINESTRING: ['MultiLineString', 3],
  POLYGON: ['Polygon', 3],
  MULTIPOLYGON: ['MultiPolygon', 4],
} as const

/** The geometry, or a refusal in words. */
export const parseWkt = (text: string): Geometry => {
  const match = /^(?:SRID=\d+;)?\s*([A-Z]+)\s*Z?\s*(\(.*\))\s*$/is.exec(text)
  const shape = shapes[(match?.[1] ?? '').toUpperCase() as keyof typeof shapes]
  if (!match || !shape) return bad()
  const coordinates = parseBody(match[2] ?? '')
  if (depthOf(coordinates) !== shape[1]) return bad()
  return { type: shape[0], coordinates } as unknown as Geometry
}
