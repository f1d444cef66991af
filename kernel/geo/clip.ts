/** Clipping to an axis-parallel box. Positions are flat pairs `[x, y, x, y, …]`: a tile makes many and keeps none. */

export type ClipBox = { readonly min: number; readonly max: number }

/** One pass of Sutherland–Hodgman against one side. */
function clipSide(ring: readonly number[], axis: 0 | 1, limit: number, sign: 1 | -1): number[] {
  const out: number[] = []
  const length = ring.length
  let previousX = ring[length - 2] ?? 0
  let previousY = ring[length - 1] ?? 0
  let wasIn = (axis === 0 ? previousX : previousY) * sign >= limit * sign
  for (let at = 0; at < length; at += 2) {
    const x = ring[at] ?? 0
    const y = ring[at + 1] ?? 0
    const isIn = (axis === 0 ? x : y) * sign >= limit * sign
    if (isIn !== wasIn) {
      const share = axis === 0 ? (limit - previousX) / (x - previousX) : (limit - previousY) / (y - previousY)
      if (axis === 0) out.push(limit, previousY + share * (y - previousY))
      else out.push(previousX + share * (x - previousX), limit)
    }
    if (isIn) out.push(x, y)
    previousX = x
    previousY = y
    wasIn = isIn
  }
  return out
}

/** The part of an open ring (first position not repeated) inside the square box; empty when none is. */
export function clipRing(ring: readonly number[], { min, max }: ClipBox): readonly number[] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < ring.length; at += 2) {
    const x = ring[at] ?? 0
    const y = ring[at + 1] ?? 0
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  if (minX > max || maxX < min || minY > max || maxY < min) return []
  let out = ring
  if (minX < min) out = clipSide(out, 0, min, 1)
  if (maxX > max) out = clipSide(out, 0, max, -1)
  if (minY < min) out = clipSide(out, 1, min, 1)
  if (maxY > max) out = clipSide(out, 1, max, -1)
  return out
}

/** Liang–Barsky: the shares of a segment inside the box, or undefined. */
function clipSegment(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  { min, max }: ClipBox,
): readonly [number, number] | undefined {
  let enter = 0
  let leave = 1
  const [dx, dy] = [x2 - x1, y2 - y1]
  for (const [step, room] of [
    [-dx, x1 - min],
    [dx, max - x1],
    [-dy, y1 - min],
    [dy, max - y1],
  ] as const) {
    if (step === 0 && room < 0) return undefined
    if (step < 0) enter = Math.max(enter, room / step)
    if (step > 0) leave = Math.min(leave, room / step)
  }
  return enter <= leave ? [enter, leave] : undefined
}

/** The parts of a line inside the square box, in order. */
export function clipLine(line: readonly number[], box: ClipBox): readonly (readonly number[])[] {
  const parts: number[][] = []
  let part: number[] | undefined
  for (let at = 2; at < line.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line.slice(at - 2, at + 2)
    const shares = clipSegment(x1, y1, x2, y2, box)
    if (!shares) {
      part = undefined
      continue
    }
    const [enter, leave] = shares
    if (!part || enter > 0) {
      part = [x1 + enter * (x2 - x1), y1 + enter * (y2 - y1)]
      parts.push(part)
    }
    if (leave === 1) part.push(x2, y2)
    else {
      part.push(x1 + leave * (x2 - x1), y1 + leave * (y2 - y1))
      part = undefined
    }
  }
  return parts
}
