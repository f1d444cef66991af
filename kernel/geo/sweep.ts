/** Regions of non-zero winding of a set of closed chains of weighted segments, by slabs between vertices and crossings. */

/** A directed piece of border from the lower to the higher end; the winding number is `weight` higher on its left. */
export type Chain = {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly weight: number
}

/** `x, y` lies inside the widest part; area in square grid units. */
export type Region = { readonly winding: number; readonly area: number; readonly x: number; readonly y: number }

type Trapezoid = {
  readonly winding: number
  readonly area: number
  readonly x: number
  readonly y: number
  readonly bottom: readonly [number, number]
  readonly top: readonly [number, number]
  parent: Trapezoid | undefined
}

type Box = { minX: number; minY: number; maxX: number; maxY: number; readonly chains: Chain[] }

/** Regions of all chains. Chains far from one another are swept apart, which keeps many small faults cheap. */
export function sweep(chains: readonly Chain[]): Region[] {
  return groupByBox(groupByEnd(chains)).flatMap((box) => sweepBox(box.chains))
}

/** Pieces that share an end, together: each group is closed by itself, so its winding is 0 outside its box. */
function groupByEnd(chains: readonly Chain[]): Box[] {
  const byEnd = new Map<string, Chain[]>()
  for (const chain of chains) {
    for (const key of [`${chain.x1},${chain.y1}`, `${chain.x2},${chain.y2}`]) {
      const list = byEnd.get(key)
      if (list) list.push(chain)
      else byEnd.set(key, [chain])
    }
  }
  const seen = new Set<Chain>()
  const boxes: Box[] = []
  for (const chain of chains) {
    if (seen.has(chain)) continue
    seen.add(chain)
    const group = [chain]
    for (const one of group) {
      for (const key of [`${one.x1},${one.y1}`, `${one.x2},${one.y2}`]) {
        for (const next of byEnd.get(key) ?? []) {
          if (!seen.has(next)) group.push(next)
          seen.add(next)
        }
      }
    }
    boxes.push(boxOf(group))
  }
  return boxes
}

function boxOf(chains: Chain[]): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity, chains }
  for (const { x1, y1, x2, y2 } of chains) {
    box.minX = Math.min(box.minX, x1, x2)
    box.minY = Math.min(box.minY, y1)
    box.maxX = Math.max(box.maxX, x1, x2)
    box.maxY = Math.max(box.maxY, y2)
  }
  return box
}

/** Groups whose boxes meet, together, until none do. */
function groupByBox(boxes: readonly Box[]): Box[] {
  const sorted = boxes.toSorted((a, b) => a.minX - b.minX)
  const merged: Box[] = []
  let open: Box[] = []
  for (const box of sorted) {
    const still: Box[] = []
    for (const other of open) {
      if (other.maxX < box.minX) merged.push(other)
      else if (other.minY > box.maxY || other.maxY < box.minY) still.push(other)
      else {
        for (const chain of other.chains) box.chains.push(chain)
        box.minX = Math.min(box.minX, other.minX)
        box.minY = Math.min(box.minY, other.minY)
        box.maxX = Math.max(box.maxX, other.maxX)
        box.maxY = Math.max(box.maxY, other.maxY)
      }
    }
    open = [...still, box]
  }
  const all = [...merged, ...open]
  return all.length < boxes.length ? groupByBox(all) : all
}

/** Height of the crossing of two pieces, if they cross away from their ends. */
function crossingY(a: Chain, b: Chain): number | undefined {
  const [rx, ry, sx, sy] = [a.x2 - a.x1, a.y2 - a.y1, b.x2 - b.x1, b.y2 - b.y1]
  const cross = rx * sy - ry * sx
  if (cross === 0) return undefined
  const t = ((b.x1 - a.x1) * sy - (b.y1 - a.y1) * sx) / cross
  const u = ((b.x1 - a.x1) * ry - (b.y1 - a.y1) * rx) / cross
  return t > 0 && t < 1 && u >= 0 && u <= 1 ? a.y1 + t * ry : undefined
}

/** All heights at which the order of pieces from left to right can change, ascending. */
function heightsOf(sorted: readonly Chain[]): number[] {
  const heights = new Set<number>()
  let open: Chain[] = []
  for (const chain of sorted) {
    heights.add(chain.y1).add(chain.y2)
    open = open.filter((other) => other.y2 > chain.y1)
    for (const other of open) {
      const isApart =
        Math.max(other.x1, other.x2) < Math.min(chain.x1, chain.x2) || Math.min(other.x1, other.x2) > Math.max(chain.x1, chain.x2)
      const y = isApart ? undefined : crossingY(chain, other)
      if (y !== undefined) heights.add(y)
    }
    open.push(chain)
  }
  return [...heights].sort((a, b) => a - b)
}

const xAt = (chain: Chain, y: number): number => chain.x1 + ((chain.x2 - chain.x1) * (y - chain.y1)) / (chain.y2 - chain.y1)

/** Trapezoids of one slab with winding other than 0, left to right. */
function slabOf(open: readonly Chain[], low: number, high: number): Trapezoid[] {
  const y = (low + high) / 2
  const crossed = open.map((chain) => ({ chain, x: xAt(chain, y) })).sort((a, b) => a.x - b.x)
  const found: Trapezoid[] = []
  let winding = 0
  for (const [index, { chain, x }] of crossed.entries()) {
    // Upwards, the left side is higher: passing to the right takes the weight off.
    winding -= chain.weight
    const next = crossed[index + 1]
    if (winding === 0 || !next || next.x <= x) continue
    const bottom = [xAt(chain, low), xAt(next.chain, low)] as const
    const top = [xAt(chain, high), xAt(next.chain, high)] as const
    found.push({ winding, area: (next.x - x) * (high - low), x: (x + next.x) / 2, y, bottom, top, parent: undefined })
  }
  return found
}

function rootOf(trapezoid: Trapezoid): Trapezoid {
  let root = trapezoid
  while (root.parent) root = root.parent
  if (root !== trapezoid) trapezoid.parent = root
  return root
}

/** Joins trapezoids of two neighbouring slabs that share a stretch of the line between them. Both lists run left to right. */
function join(below: readonly Trapezoid[], above: readonly Trapezoid[]): void {
  let first = 0
  for (const upper of above) {
    while (first < below.length && (below[first]?.top[1] ?? 0) <= upper.bottom[0]) first += 1
    for (let at = first; at < below.length; at += 1) {
      const lower = below[at]
      if (!lower || lower.top[0] >= upper.bottom[1]) break
      if (lower.winding !== upper.winding || lower.top[1] <= upper.bottom[0]) continue
      const [a, b] = [rootOf(lower), rootOf(upper)]
      if (a !== b) b.parent = a
    }
  }
}

function sweepBox(chains: readonly Chain[]): Region[] {
  const sorted = chains.filter((chain) => chain.y1 < chain.y2).sort((a, b) => a.y1 - b.y1)
  const heights = heightsOf(sorted)
  const all: Trapezoid[] = []
  let open: Chain[] = []
  let below: Trapezoid[] = []
  let next = 0
  for (let index = 1; index < heights.length; index += 1) {
    const [low, high] = [heights[index - 1] ?? 0, heights[index] ?? 0]
    open = open.filter((chain) => chain.y2 > low)
    for (let chain = sorted[next]; chain && chain.y1 <= low; chain = sorted[next]) {
      open.push(chain)
      next += 1
    }
    const slab = slabOf(open, low, high)
    join(below, slab)
    for (const trapezoid of slab) all.push(trapezoid)
    below = slab
  }
  return regionsOf(all)
}

function regionsOf(trapezoids: readonly Trapezoid[]): Region[] {
  const areas = new Map<Trapezoid, { area: number; widest: Trapezoid }>()
  for (const trapezoid of trapezoids) {
    const root = rootOf(trapezoid)
    const known = areas.get(root)
    if (!known) areas.set(root, { area: trapezoid.area, widest: trapezoid })
    else {
      known.area += trapezoid.area
      if (trapezoid.area > known.widest.area) known.widest = trapezoid
    }
  }
  return [...areas.values()].map(({ area, widest }) => ({ winding: widest.winding, area, x: widest.x, y: widest.y }))
}
