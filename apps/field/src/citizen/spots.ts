/** The citizen's door to places worth a visit, and to the points where offerings may be burnt. */
import { get, post } from '#kernel/web/call.ts'

interface Placed {
  readonly name: string
  readonly lon: number | null
  readonly lat: number | null
}
export interface Spot extends Placed {
  readonly number: string
  readonly concept: string | null
  /** `/api/public/pictures/:id` */
  readonly photos: readonly string[]
  readonly stars: number | null
  readonly ratings: number
}
export interface BurningPoint extends Placed {
  readonly address: string
  readonly barrels: number
}
export interface Spots {
  readonly spots: readonly Spot[]
  readonly burning: readonly BurningPoint[]
}
export const readSpots = (): Promise<Spots> => get('/public/appearance/spots', {})
export const rateSpot = async (number: string, star: number): Promise<void> => {
  await post(`/public/appearance/spots/${encodeURIComponent(number)}/rate`, { star })
}
