/** The citizen's door to public toilets: the nearest that is open, and a word about it. */
import { get, post } from '#kernel/web/call.ts'

export interface Toilet {
  readonly code: string
  readonly name: string
  readonly kind: 'public' | 'alliance'
  readonly address: string
  readonly openFrom: string
  readonly openTo: string
  readonly isAllDay: boolean
  readonly isOpen: boolean
  readonly notice: string | null
  readonly isAccessible: boolean
  readonly thirdRooms: number
  /** null: nothing counts them, or it has been silent. */
  readonly freeStalls: number | null
  readonly metres: number | null
}
export const findToilets = async (
  search: string,
  here: { readonly lon: number; readonly lat: number } | null,
  isAccessible: boolean,
): Promise<readonly Toilet[]> => {
  const query = {
    ...(here ? { lon: here.lon, lat: here.lat } : {}),
    ...(search ? { search } : {}),
    ...(isAccessible ? { accessible: 'yes' } : {}),
  }
  return (await get<{ toilets: readonly Toilet[] }>('/public/toilets', query)).toilets
}
export const rateToilet = async (code: string, stars: number): Promise<void> => {
  await post(`/public/toilets/${encodeURIComponent(code)}/ratings`, { stars })
}
