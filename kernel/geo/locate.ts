/**
 * Point in cell, in memory: uniform buckets over the cells and an exact ray cast on the 1e-7° grid.
 *
 * **The rule, shared with SQL.** Cells and points are snapped to integers (`snap`). A point belongs to the smallest code
 * among the cells it lies in *or on the border of*; outside all of them it belongs to none. So a border point has
 * exactly one cell. SQL says the same over cells stored on the grid too (`geom_e7`, coordinates × 1e7 as whole numbers):
 * `select min(code collate "C") from cell where st_intersects(geom_e7,
 *  st_makepoint(floor(lon * 1e7 + 0.5), floor(lat * 1e7 + 0.5)))`.
 * Over degrees the two can differ, but only for points exactly on a slanted border, which degrees cannot express.
 */

import type { MultiPolygonCoords } from './position.ts'
import { covers, type Edges, snap, snapEdges } from './snap.ts'

export type Cell = { readonly code: string; readonly polygon: MultiPolygonCoords }

export type Locator = {
  /** Index of the cell in `codes`, or -1. Degrees. */
  readonly locate: (lon: number, lat: number) => number
  /** Indexes of every cell that covers or touches the point, by code. Slow; for checks and explanations. */
  readonly locateAll: (lon: number, lat: number) => readonly number[]
  /** In the order the cells were given. */
  readonly codes: readonly string[]
  readonly size: number
}

/** Buckets per cell: more cost memory (about 12 bytes each) and buy buckets that lie wholly in one cell. */
const BUCKETS_PER_CELL = 16
const BUCKETS_LIMIT = 4_000_000

/** Cells renumbered by code, so that the first hit is the smallest code. */
type Packed = {
  readonly order: Uint32Array
  readonly coords: Int32Array
  readonly offsets: Uint32Array
  /** minX, minY, maxX, maxY of each cell. */
  readonly bounds: Int32Array
}

type Grid = {
  readonly minX: number
  readonly minY: number
  readonly columns: number
  readonly rows: number
  readonly scaleX: number
  readonly scaleY: number
}

function pack(cells: readonly Cell[]): Packed {
  const order = Uint32Array.from(cells.keys())
  const codeOf = (index: number): string => cells[index]?.code ?? ''
  order.sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : codeOf(a) > codeOf(b) ? 1 : 0))
  const edges: Edges[] = []
  for (const index of order) {
    const cell = cells[index]
    if (cell) edges.push(snapEdges(cell.code, cell.polygon))
  }
  const offsets = new Uint32Array(edges.length + 1)
  edges.forEach((one, rank) => {
    offsets[rank + 1] = (offsets[rank] ?? 0) + one.coords.length
  })
  const coords = new Int32Array(offsets[edges.length] ?? 0)
  const bounds = new Int32Array(edges.length * 4)
  edges.forEach((one, rank) => {
    coords.set(one.coords, offsets[rank])
    bounds.set([one.minX, one.minY, one.maxX, one.maxY], rank * 4)
  })
  return { order, coords, offsets, bounds }
}

function makeGrid({ bounds }: Packed): Grid {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < bounds.length; at += 4) {
    minX = Math.min(minX, bounds[at] ?? 0)
    minY = Math.min(minY, bounds[at + 1] ?? 0)
    maxX = Math.max(maxX, bounds[at + 2] ?? 0)
    maxY = Math.max(maxY, bounds[at + 3] ?? 0)
  }
  const [width, height] = [maxX - minX + 1, maxY - minY + 1]
  const wanted = Math.min(BUCKETS_LIMIT, Math.max(4096, (bounds.length / 4) * BUCKETS_PER_CELL))
  // At least 4 grid units to a bucket, so that the grid point at its middle lies in it for certain.
  const columns = Math.max(1, Math.min(4096, Math.floor(width / 4), Math.round(Math.sqrt((wanted * width) / height))))
  const rows = Math.max(1, Math.min(4096, Math.floor(height / 4), Math.round(wanted / columns)))
  return { minX, minY, columns, rows, scaleX: columns / width, scaleY: rows / height }
}

/** Marks of a cell's own block of buckets: which of them one of its edges may enter. */
function markEdges(packed: Packed, grid: Grid, rank: number, block: Block): Uint8Array {
  const marks = new Uint8Array(block.columns * block.rows)
  const end = packed.offsets[rank + 1] ?? 0
  for (let at = packed.offsets[rank] ?? 0; at < end; at += 4) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = packed.coords.subarray(at, at + 4)
    const left = columnOf(grid, Math.min(x1, x2)) - block.column
    const right = columnOf(grid, Math.max(x1, x2)) - block.column
    const bottom = rowOf(grid, Math.min(y1, y2)) - block.row
    const top = rowOf(grid, Math.max(y1, y2)) - block.row
    for (let row = bottom; row <= top; row += 1) marks.fill(1, row * block.columns + left, row * block.columns + right + 1)
  }
  return marks
}

const columnOf = (grid: Grid, x: number): number => Math.floor((x - grid.minX) * grid.scaleX)
const rowOf = (grid: Grid, y: number): number => Math.floor((y - grid.minY) * grid.scaleY)

type Block = { readonly column: number; readonly row: number; readonly columns: number; readonly rows: number }

/** The buckets a cell's bounds reach. */
function blockOf(packed: Packed, grid: Grid, rank: number): Block {
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = packed.bounds.subarray(rank * 4, rank * 4 + 4)
  const [column, row] = [columnOf(grid, minX), rowOf(grid, minY)]
  return { column, row, columns: columnOf(grid, maxX) - column + 1, rows: rowOf(grid, maxY) - row + 1 }
}

/**
 * Calls back for every bucket a cell takes part in: wholly, when no edge enters it and it lies inside. The bucket of a
 * point is monotone in the point, so an edge enters no bucket outside the block between its ends: the marks are safe.
 */
function eachBucket(packed: Packed, grid: Grid, rank: number, use: (bucket: number, isWhole: boolean) => void): void {
  const block = blockOf(packed, grid, rank)
  const marks = markEdges(packed, grid, rank, block)
  const [start = 0, end = 0] = packed.offsets.subarray(rank, rank + 2)
  for (let index = 0; index < marks.length; index += 1) {
    const column = block.column + (index % block.columns)
    const row = block.row + Math.floor(index / block.columns)
    const bucket = row * grid.columns + column
    if (marks[index] === 1) use(bucket, false)
    else {
      const x = Math.floor(grid.minX + (column + 0.5) / grid.scaleX)
      const y = Math.floor(grid.minY + (row + 0.5) / grid.scaleY)
      if (covers(packed.coords, start, end, x, y)) use(bucket, true)
    }
  }
}

/** Ranks by bucket, ascending; a rank that holds the whole bucket is written as its complement (< 0) and ends the list. */
function fillBuckets(packed: Packed, grid: Grid): { starts: Uint32Array; items: Int32Array } {
  const count = packed.order.length
  const starts = new Uint32Array(grid.columns * grid.rows + 1)
  for (let rank = 0; rank < count; rank += 1) {
    eachBucket(packed, grid, rank, (bucket) => {
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1
    })
  }
  for (let bucket = 1; bucket < starts.length; bucket += 1) starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
  const next = starts.slice()
  const items = new Int32Array(starts.at(-1) ?? 0)
  for (let rank = 0; rank < count; rank += 1) {
    eachBucket(packed, grid, rank, (bucket, isWhole) => {
      const place = next[bucket] ?? 0
      items[place] = isWhole ? ~rank : rank
      next[bucket] = place + 1
    })
  }
  return { starts, items }
}

/** Whether a cell covers or touches a grid point. */
function cellCovers(packed: Packed, rank: number, x: number, y: number): boolean {
  const { bounds, coords, offsets } = packed
  const at = rank * 4
  if (x < (bounds[at] as number) || x > (bounds[at + 2] as number)) return false
  if (y < (bounds[at + 1] as number) || y > (bounds[at + 3] as number)) return false
  return covers(coords, offsets[rank] as number, offsets[rank + 1] as number, x, y)
}

/** A locator over cells; see the top of this file for the rule. Throws RangeError for a cell that is no polygon. */
export function createLocator(cells: readonly Cell[]): Locator {
  const codes = cells.map((cell) => cell.code)
  if (cells.length === 0) return { locate: () => -1, locateAll: () => [], codes, size: 0 }
  const packed = pack(cells)
  const grid = makeGrid(packed)
  const { starts, items } = fillBuckets(packed, grid)
  const { minX, minY, columns, rows, scaleX, scaleY } = grid
  const { order } = packed

  function locate(lon: number, lat: number): number {
    const x = snap(lon)
    const y = snap(lat)
    const column = Math.floor((x - minX) * scaleX)
    const row = Math.floor((y - minY) * scaleY)
    if (!(column >= 0 && column < columns && row >= 0 && row < rows)) return -1
    const bucket = row * columns + column
    const end = starts[bucket + 1] as number
    for (let at = starts[bucket] as number; at < end; at += 1) {
      const item = items[at] as number
      if (item < 0) return order[~item] as number
      if (cellCovers(packed, item, x, y)) return order[item] as number
    }
    return -1
  }

  function locateAll(lon: number, lat: number): readonly number[] {
    const [x, y] = [snap(lon), snap(lat)]
    return [...order].filter((_, rank) => cellCovers(packed, rank, x, y))
  }

  return { locate, locateAll, codes, size: cells.length }
}
