/** Random but repeatable tilings for tests: a jittered grid, cells sharing every vertex. */

import type { Cell } from './locate.ts'
import type { LonLat, MultiPolygonCoords } from './position.ts'

/** mulberry32: small, seeded, good enough to jitter with. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export type GridOptions = {
  readonly columns: number
  readonly rows: number
  readonly seed: number
  /** Cell side in degrees; 0.001 is about the 10,000 m² of a 万米网格. */
  readonly side?: number
  /** Vertices between two corners: 2 makes cells of 12 sides. */
  readonly between?: number
}

export type TestGrid = {
  readonly cells: readonly Cell[]
  readonly district: MultiPolygonCoords
  readonly vertices: readonly LonLat[]
}

const ORIGIN: LonLat = [116.4, 39.9]
const onGrid = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** Cells in rows from the south-west, coded so that code order is not grid order. */
export function jitteredGrid({ columns, rows, seed, side = 0.001, between = 2 }: GridOptions): TestGrid {
  const random = seededRandom(seed)
  const known = new Map<string, LonLat>()
  const parts = between + 1
  /** A vertex by its place in units of 1/parts of a cell; jittered once, then shared by all cells around it. */
  function vertex(u: number, v: number): LonLat {
    const key = `${u},${v}`
    const found = known.get(key)
    if (found) return found
    const jitter = (): number => ((random() - 0.5) * 0.5 * side) / parts
    const made: LonLat = [onGrid(ORIGIN[0] + (u / parts) * side + jitter()), onGrid(ORIGIN[1] + (v / parts) * side + jitter())]
    known.set(key, made)
    return made
  }
  function outline(u0: number, v0: number, u1: number, v1: number): LonLat[] {
    const ring: LonLat[] = []
    for (let u = u0; u < u1; u += 1) ring.push(vertex(u, v0))
    for (let v = v0; v < v1; v += 1) ring.push(vertex(u1, v))
    for (let u = u1; u > u0; u -= 1) ring.push(vertex(u, v1))
    for (let v = v1; v >= v0; v -= 1) ring.push(vertex(u0, v))
    return ring
  }
  const cells = Array.from({ length: columns * rows }, (_, index): Cell => {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    const order = (index * 7919) % (columns * rows)
    return {
      code: `110105001${String(order).padStart(6, '0')}`,
      polygon: [[outline(column * parts, row * parts, (column + 1) * parts, (row + 1) * parts)]],
    }
  })
  const district = [[outline(0, 0, columns * parts, rows * parts)]]
  return { cells, district, vertices: [...known.values()] }
}
