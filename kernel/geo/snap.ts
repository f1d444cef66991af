/**
 * The integer grid on which "inside, outside or on the border" is exact: degrees × 1e7, about 1 cm. A cross product of
 * two differences below √2^53 ≈ 94.9 million (9.49°) is exact in a double, and so is the sign of their difference.
 */

import type { MultiPolygonCoords } from './position.ts'

export const SNAP = 1e7
/** Largest width or height of one cell on the grid: floor(√2^53). */
export const SPAN_LIMIT = 94_906_265

/** Degrees to the grid; halves go up, as `floor(x * 1e7 + 0.5)` does in SQL. */
export function snap(degrees: number): number {
  return Math.floor(degrees * SNAP + 0.5)
}

/** All edges of a polygon set on the grid: `[x1, y1, x2, y2]` each. Edges of no length are left out. */
export type Edges = {
  readonly coords: Int32Array
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** Throws RangeError for an open or too short ring, a position off the globe, or a cell wider than 9.49°. */
export function snapEdges(code: string, polygons: MultiPolygonCoords): Edges {
  const coords: number[] = []
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of polygons.flat()) {
    const points = ring.map(([lon, lat]) => [snap(lon), snap(lat)] as const)
    const [first, last] = [points[0], points.at(-1)]
    if (!first || !last || points.length < 4 || first[0] !== last[0] || first[1] !== last[1]) {
      throw new RangeError(`cell ${code}: a ring must be closed and have four positions or more`)
    }
    let [previousX, previousY] = first
    for (const [x, y] of points) {
      if (!(Math.abs(x) <= 180 * SNAP && Math.abs(y) <= 90 * SNAP)) throw new RangeError(`cell ${code}: a position off the globe`)
      if (x !== previousX || y !== previousY) coords.push(previousX, previousY, x, y)
      ;[minX, minY, maxX, maxY] = [Math.min(minX, x), Math.min(minY, y), Math.max(maxX, x), Math.max(maxY, y)]
      ;[previousX, previousY] = [x, y]
    }
  }
  if (coords.length === 0) throw new RangeError(`cell ${code} has no area`)
  if (maxX - minX > SPAN_LIMIT || maxY - minY > SPAN_LIMIT) throw new RangeError(`cell ${code} is wider than 9.49°`)
  return { coords: Int32Array.from(coords), minX, minY, maxX, maxY }
}

/**
 * Whether a grid point, which must lie in the bounds of the edges, is inside them or on one of them. `start` and `end`
 * are places in `coords`. Even-odd, so holes and several polygons need no special case.
 */
export function covers(coords: Int32Array, start: number, end: number, x: number, y: number): boolean {
  let isInside = false
  for (let at = start; at < end; at += 4) {
    const y1 = coords[at + 1] as number
    const y2 = coords[at + 3] as number
    if (y1 > y === y2 > y) {
      // Not crossed by the ray; it can still touch the point at an end, or along a level edge.
      if (y1 !== y && y2 !== y) continue
      const x1 = coords[at] as number
      const x2 = coords[at + 2] as number
      if ((y1 === y && x1 === x) || (y2 === y && x2 === x)) return true
      if (y1 === y2 && x1 > x !== x2 > x) return true
      continue
    }
    const x1 = coords[at] as number
    const x2 = coords[at + 2] as number
    const left = (x2 - x1) * (y - y1)
    const right = (x - x1) * (y2 - y1)
    if (left === right) return true
    if (left > right === y2 > y1) isInside = !isInside
  }
  return isInside
}
