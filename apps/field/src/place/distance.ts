/** Distances on the ground, near enough for a district. */
type Point = readonly [lon: number, lat: number]
const degreeM = 111_320
export const metresBetween = ([lonA, latA]: Point, [lonB, latB]: Point): number => {
  const dx = (lonB - lonA) * degreeM * Math.cos((((latA + latB) / 2) * Math.PI) / 180)
  const dy = (latB - latA) * degreeM
  return Math.hypot(dx, dy)
}
export const lengthOf = (track: readonly Point[]): number =>
  track.reduce((sum, point, i) => {
    const before = track[i - 1]
    return before ? sum + metresBetween(before, point) : 0
  }, 0)
/** 80 米, 1.2 公里 — the words are the caller's. */
export const roundedDistance = (metres: number): { readonly value: string; readonly unit: 'm' | 'km' } =>
  metres < 950
    ? { value: String(Math.max(5, Math.round(metres / 5) * 5)), unit: 'm' }
    : { value: (metres / 1000).toFixed(1), unit: 'km' }
