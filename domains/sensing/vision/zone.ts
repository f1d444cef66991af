/**
 * 区域 + 停留: what a detector saw in one frame becomes what stays in a zone. Pure; places are parts of the picture's width and height,
 * so that a camera that changes its resolution keeps its zones.
 */
export interface Seen {
  readonly name: string
  readonly confidence: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
export interface Zone {
  readonly id: string
  readonly scene: string
  /** Corners, 0–1 from the left and the top; fewer than three mean the whole picture. */
  readonly corners: readonly (readonly [x: number, y: number])[]
  /** Names of classes that count. */
  readonly classes: ReadonlySet<string>
  /** 0–1. */
  readonly least: number
  /** At least so many at once: three people at a table, two bikes in a heap. */
  readonly count: number
  readonly dwellMs: number
}
/** Something that is followed from frame to frame. */
export interface Track {
  readonly name: string
  readonly box: Seen
  readonly since: number
  readonly last: number
  readonly best: number
}
export interface ZoneState {
  readonly tracks: readonly Track[]
  /** The stay has been told; told again only after everything had left. */
  readonly isTold: boolean
}
export const emptyState: ZoneState = { tracks: [], isTold: false }

/** Where a thing stands: the middle of its lower edge. */
const footOf = (seen: Seen): readonly [number, number] => [seen.left + seen.width / 2, seen.top + seen.height]
/** Even-odd rule. */
export const isInside = ([x, y]: readonly [number, number], corners: Zone['corners']): boolean => {
  if (corners.length < 3) return true
  let inside = false
  for (const [i, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(i + corners.length - 1) % corners.length] ?? [ax, ay]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}
const overlapOf = (a: Seen, b: Seen): number => {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top)
  if (width <= 0 || height <= 0) return 0
  return (width * height) / (a.width * a.height + b.width * b.height - width * height)
}
/** What shares less than this with where it was is something else: it moved on. */
const sameLeast = 0.3

/**
 * One frame later. @param gapMs something unseen for longer has gone (a passer-by may hide it for a frame)
 * @returns the new state and, once per stay, that the rule is met
 */
export const follow = (
  zone: Zone,
  state: ZoneState,
  frame: readonly Seen[],
  at: number,
  gapMs: number,
): { readonly state: ZoneState; readonly met?: { readonly confidence: number; readonly sinceMs: number } } => {
  const here = frame.filter((s) => zone.classes.has(s.name) && s.confidence >= zone.least && isInside(footOf(s), zone.corners))
  const left = new Set(state.tracks)
  const tracks: Track[] = here.map((box) => {
    const [nearest] = [...left]
      .filter((t) => t.name === box.name && overlapOf(t.box, box) >= sameLeast)
      .sort((a, b) => overlapOf(b.box, box) - overlapOf(a.box, box))
    if (!nearest) return { name: box.name, box, since: at, last: at, best: box.confidence }
    left.delete(nearest)
    return { ...nearest, box, last: at, best: Math.max(nearest.best, box.confidence) }
  })
  const all = [...tracks, ...[...left].filter((t) => at - t.last <= gapMs)]
  const staying = all.filter((t) => t.last - t.since >= zone.dwellMs && t.last === at)
  const isMet = staying.length >= zone.count
  const isTold = all.length > 0 && (state.isTold || isMet)
  if (!isMet || state.isTold) return { state: { tracks: all, isTold } }
  return {
    state: { tracks: all, isTold },
    met: { confidence: Math.max(...staying.map((t) => t.best)), sinceMs: Math.min(...staying.map((t) => t.since)) },
  }
}
