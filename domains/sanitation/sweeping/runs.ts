/** From a vehicle's fixes to runs along a road: working fixes near it, cut where it was away; how much of the road each covered. Pure. */
import { distanceToLineM, haversineM, type LineCoords, type LonLat } from '#kernel/geo/index.ts'

export interface Fix {
  readonly at: Date
  readonly lon: number
  readonly lat: number
  readonly speed: number | null
  /** Brush or water on. */
  readonly isWorking: boolean
}
export interface Run {
  readonly from: Date
  readonly to: Date
  /** Percent of the road within the offset of the way between two fixes. */
  readonly coverage: number
  readonly km: number
}
export interface RunLimits {
  readonly offsetM: number
  readonly maxSpeed: number
  /** Longer away than this, and it is another run. */
  readonly gapMs: number
}
const stepM = 25
export const sampleLine = (lines: readonly LineCoords[]): readonly LonLat[] =>
  lines.flatMap((line) =>
    line.slice(1).flatMap((to, i) => {
      const from = line[i] ?? to
      const n = Math.max(1, Math.round(haversineM(from, to) / stepM))
      return Array.from(
        { length: n },
        (_, k): LonLat => [from[0] + ((to[0] - from[0]) * (k + 0.5)) / n, from[1] + ((to[1] - from[1]) * (k + 0.5)) / n],
      )
    }),
  )
const isNear = (f: Fix, lines: readonly LineCoords[], offsetM: number): boolean =>
  lines.some((line) => distanceToLineM([f.lon, f.lat], line) <= offsetM)
/** Two fixes more than two minutes apart say nothing of the way between them. */
const legGapMs = 120_000
const measured = (fixes: readonly Fix[], samples: readonly LonLat[], offsetM: number): Run | undefined => {
  const [begin, end] = [fixes[0], fixes.at(-1)]
  if (!begin || !end) return undefined
  const legs = fixes.slice(1).flatMap((f, i): LineCoords[] => {
    const before = fixes[i]
    return before && f.at.getTime() - before.at.getTime() <= legGapMs
      ? [
          [
            [before.lon, before.lat],
            [f.lon, f.lat],
          ],
        ]
      : []
  })
  const done = samples.filter((s) => legs.some((leg) => distanceToLineM(s, leg) <= offsetM)).length
  const metres = legs.reduce((n, [a, b]) => n + (a && b ? haversineM(a, b) : 0), 0)
  return {
    from: begin.at,
    to: end.at,
    coverage: samples.length === 0 ? 0 : Math.round((done / samples.length) * 10_000) / 100,
    km: Math.round(metres / 10) / 100,
  }
}
/** Runs in the order of time; the last may still be under way. */
export const runsOf = (lines: readonly LineCoords[], fixes: readonly Fix[], limits: RunLimits): readonly Run[] => {
  const samples = sampleLine(lines)
  const working = fixes.filter((f) => f.isWorking && (f.speed ?? 0) <= limits.maxSpeed && isNear(f, lines, limits.offsetM))
  const groups: Fix[][] = []
  for (const f of working) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && f.at.getTime() - before.at.getTime() <= limits.gapMs) last.push(f)
    else groups.push([f])
  }
  return groups.flatMap((g) => measured(g, samples, limits.offsetM) ?? [])
}
