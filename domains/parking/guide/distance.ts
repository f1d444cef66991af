import { lengthM } from '#kernel/contract'

interface Place {
  readonly lon: number
  readonly lat: number
}
/** Metres between two places. */
export const metresBetween = (a: Place, b: Place): number =>
  lengthM([
    [a.lon, a.lat],
    [b.lon, b.lat],
  ])
