/** A lattice of square cells over a box: neighbours share their corners exactly, so that it has no gap and no overlap. Pure. */
import { type LonLat, metresPerDegree } from '#kernel/geo/index.ts'

export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}
export interface LatticeArea {
  readonly code: string
  readonly name: string
  readonly level: 'street' | 'community' | 'cell'
  readonly parent: string
  readonly ring: readonly LonLat[]
}
/** Three digits name the cells of a community and the communities of a street (GB/T 47678.3): at most 30 × 30 of each. */
const blockSide = 30
const snap = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
const pad = (n: number): string => String(n).padStart(3, '0')

export const boxOf = (positions: Iterable<LonLat>): Box | undefined => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of positions)
    [west, south, east, north] = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)]
  return west <= east ? { west: snap(west), south: snap(south), east: snap(east), north: snap(north) } : undefined
}
/** A box at least one metre larger on every side, so that nothing that made it lies on its border. */
export const grown = ({ west, south, east, north }: Box, metres: number): Box => {
  const { lon, lat } = metresPerDegree((south + north) / 2)
  return {
    west: snap(west - metres / lon),
    south: snap(south - metres / lat),
    east: snap(east + metres / lon),
    north: snap(north + metres / lat),
  }
}
export const ringOf = ({ west, south, east, north }: Box): readonly LonLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

interface Block {
  readonly from: number
  readonly to: number
}
const blocks = (from: number, to: number, side: number): readonly Block[] =>
  Array.from({ length: Math.ceil((to - from) / side) }, (_, k) => ({
    from: from + k * side,
    to: Math.min(to, from + (k + 1) * side),
  }))

/** Streets, communities and cells over a box; codes run from west to east and from north to south. Throws RangeError where the codes run out. */
export const planLattice = (district: string, box: Box, sizeM = 100): readonly LatticeArea[] => {
  const metres = metresPerDegree((box.south + box.north) / 2)
  const columns = Math.max(1, Math.round(((box.east - box.west) * metres.lon) / sizeM))
  const rows = Math.max(1, Math.round(((box.north - box.south) * metres.lat) / sizeM))
  const lonAt = (i: number): number => snap(box.west + ((box.east - box.west) * i) / columns)
  const latAt = (j: number): number => snap(box.north - ((box.north - box.south) * j) / rows)
  const ring = (x: Block, y: Block): readonly LonLat[] =>
    ringOf({ west: lonAt(x.from), east: lonAt(x.to), north: latAt(y.from), south: latAt(y.to) })
  const out: LatticeArea[] = []
  /** Every block of one level below its parent, numbered row by row. */
  const eachBlock = (
    parent: string,
    x: Block,
    y: Block,
    side: number,
    use: (code: string, x: Block, y: Block, n: number) => void,
  ): void => {
    let n = 0
    for (const down of blocks(y.from, y.to, side))
      for (const across of blocks(x.from, x.to, side)) {
        n += 1
        if (n > 999) throw new RangeError(`${parent}: more than 999 areas below it`)
        use(`${parent}${pad(n)}`, across, down, n)
      }
  }
  const whole = [
    { from: 0, to: columns },
    { from: 0, to: rows },
  ] as const
  eachBlock(district, whole[0], whole[1], blockSide * blockSide, (street, sx, sy, s) => {
    out.push({ code: street, name: `第${s}片`, level: 'street', parent: district, ring: ring(sx, sy) })
    eachBlock(street, sx, sy, blockSide, (community, cx, cy, c) => {
      out.push({ code: community, name: `第${s}片第${c}区`, level: 'community', parent: street, ring: ring(cx, cy) })
      eachBlock(community, cx, cy, 1, (cell, x, y, n) => {
        out.push({ code: cell, name: `第${s}片第${c}区${pad(n)}号网格`, level: 'cell', parent: community, ring: ring(x, y) })
      })
    })
  })
  return out
}
