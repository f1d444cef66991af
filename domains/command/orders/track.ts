/** A track as figures and as a drawing: length, longest silence, a line from the first point to the last. */
import { distanceM } from '#kernel/geo/index.ts'

export interface Point {
  readonly at: Date
  readonly lon: number
  readonly lat: number
  readonly speed: number | null
}
const hops = (points: readonly Point[]): readonly (readonly [Point, Point])[] =>
  points.slice(1).flatMap((to, i) => {
    const from = points[i]
    return from ? [[from, to] as const] : []
  })
/** @returns kilometres along the points */
export const lengthKm = (points: readonly Point[]): number =>
  Math.round(hops(points).reduce((sum, [a, b]) => sum + distanceM([a.lon, a.lat], [b.lon, b.lat]), 0)) / 1000
/** @returns minutes of the longest stretch of [from, to] without a point */
export const longestGap = (points: readonly Point[], from: Date, to: Date): number => {
  const times = [from, ...points.map((p) => p.at), to].map((t) => t.getTime())
  return Math.round(Math.max(0, ...times.slice(1).map((t, i) => t - (times[i] ?? t))) / 60_000)
}
const size = 480
const edge = 24
/** An SVG picture of the track, north up; empty without points. */
export const drawingOf = (points: readonly Point[]): string => {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return ''
  const squeeze = Math.cos((first.lat * Math.PI) / 180)
  const xs = points.map((p) => p.lon * squeeze)
  const ys = points.map((p) => p.lat)
  const [left, low] = [Math.min(...xs), Math.min(...ys)]
  const span = Math.max(Math.max(...xs) - left, Math.max(...ys) - low, 1e-6)
  const at = (p: Point): readonly [string, string] => [
    (edge + ((p.lon * squeeze - left) / span) * (size - 2 * edge)).toFixed(1),
    (size - edge - ((p.lat - low) / span) * (size - 2 * edge)).toFixed(1),
  ]
  const line = points.map((p) => at(p).join(',')).join(' ')
  const mark = (p: Point, colour: string, zh: string): string => {
    const [x, y] = at(p)
    return `<circle cx="${x}" cy="${y}" r="6" fill="${colour}"/><text x="${x}" y="${y}" dx="9" dy="4" font-size="13">${zh}</text>`
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="轨迹图"><polyline points="${line}" fill="none" stroke="#2563eb" stroke-width="3"/>${mark(first, '#16a34a', '起')}${mark(last, '#dc2626', '止')}</svg>`
}
