/** Cells a patrol came through, asked of the server point by point along the track. */
import { get } from '#kernel/web/call.ts'
import { metresBetween } from './distance.ts'

type Point = readonly [number, number]
const stepM = 60
const mostPoints = 300
const isTrack = (track: unknown): track is readonly Point[] => Array.isArray(track)
/** Points at least so far apart, the last one always. */
export const thinned = (track: readonly Point[], apartM: number): readonly Point[] => {
  const kept: Point[] = []
  for (const point of track) {
    const last = kept.at(-1)
    if (!last || metresBetween(last, point) >= apartM) kept.push(point)
  }
  return kept
}
export const coveredCells = async (track: unknown): Promise<number> => {
  if (!isTrack(track)) return 0
  const points = thinned(track, stepM).slice(0, mostPoints)
  const cells = new Set<string>()
  for (const [lon, lat] of points) {
    const { areaCode } = await get<{ areaCode: string | null }>('/grid/describe', { lon, lat })
    if (areaCode) cells.add(areaCode)
  }
  return cells.size
}
