/** The citizen's door to the collection of renovation waste: the booking's number and receipt stay on this device, and are the permission. */
import { get, post } from '#kernel/web/call.ts'

export interface Booking {
  readonly number: string
  readonly receipt: string
}
export interface Progress {
  readonly number: string
  readonly status: string
  readonly statusZh: string
  readonly wantedOn: string
  readonly plannedOn: string | null
  readonly plate: string | null
  readonly m3: number | null
  readonly feeFen: number | null
  readonly score: number | null
}
export interface Wanted {
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly packing: string
  readonly estimateM3: number
  readonly wantedOn: string
}
const key = 'renovation.bookings'
export const keptBookings = (): readonly Booking[] => JSON.parse(localStorage.getItem(key) ?? '[]') as readonly Booking[]
export const book = async (wanted: Wanted): Promise<void> => {
  const { number, receipt } = await post<Booking>('/public/muck/renovations', wanted)
  localStorage.setItem(key, JSON.stringify([{ number, receipt }, ...keptBookings()].slice(0, 20)))
}
const path = (b: Booking): string => `/public/muck/renovations/${encodeURIComponent(b.number)}`
export const readBooking = (b: Booking): Promise<Progress> => get<Progress>(path(b), { receipt: b.receipt })
export const cancelBooking = (b: Booking): Promise<Progress> => post<Progress>(`${path(b)}/cancel`, b)
export const rateBooking = (b: Booking, score: number): Promise<Progress> => post<Progress>(`${path(b)}/rate`, { ...b, score })
