/** The citizen's door to parking: the account's number and receipt stay on this device, and are the permission. */
import { get, post } from '#kernel/web/call.ts'
import { exactTime } from '#kernel/web/format.ts'

export interface Lot {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly price: string | null
  readonly openHours: string | null
  /** null: the data is stale. */
  readonly free: number | null
  readonly ageMinutes: number | null
  readonly metres: number | null
}
export interface Held {
  readonly number: string
  readonly receipt: string
}
interface Order {
  readonly number: string
  readonly lot: string
  readonly enteredAt: string
  readonly amountFen: number | null
  readonly status: string
  readonly statusZh: string
  readonly steps: readonly string[] | null
}
export interface Mine {
  readonly plate: string
  readonly status: string
  readonly statusZh: string
  readonly balanceFen: number
  readonly owedFen: number
  readonly orders: readonly (Order & { readonly when: string; readonly isOwed: boolean })[]
}
export interface Walk {
  readonly lot: string
  readonly berth: string
  readonly floor: string | null
  readonly section: string | null
  readonly metres: number | null
  readonly steps: readonly { readonly to: string; readonly metres: number; readonly hint: string }[]
}
const key = 'parking.account'
export const keptAccount = (): Held | null => {
  const kept = localStorage.getItem(key)
  return kept ? (JSON.parse(kept) as Held) : null
}
export const keepAccount = (held: Held): Held => {
  localStorage.setItem(key, JSON.stringify(held))
  return held
}
export const forgetAccount = (): void => localStorage.removeItem(key)
export const yuan = (fen: number): string => (fen / 100).toFixed(2)

export const findLots = async (
  search: string,
  here: { readonly lon: number; readonly lat: number } | null,
): Promise<readonly Lot[]> => {
  const query = { ...(search ? { search } : {}), ...(here ? { lon: here.lon, lat: here.lat } : {}) }
  return (await get<{ lots: readonly Lot[] }>('/public/parking/lots', query)).lots
}
export const reserve = async (lot: string, plate: string, phone: string) => {
  const { number, holdUntil } = await post<{ number: string; holdUntil: string }>('/public/parking/reservations', {
    lot,
    plate,
    phone,
  })
  return { number, until: exactTime(holdUntil).slice(11, 16) }
}
export const openAccount = async (plate: string, ownerName: string, phone: string): Promise<Held> => {
  const { number, receipt } = await post<Held>('/public/parking/accounts', { plate, ownerName, phone })
  return { number, receipt }
}
const owed = ['due', 'arrears']
export const loadMine = async ({ number, receipt }: Held): Promise<Mine> => {
  const mine = await get<Omit<Mine, 'orders'> & { orders: readonly Order[] }>(
    `/public/parking/accounts/${encodeURIComponent(number)}`,
    { receipt },
  )
  return {
    ...mine,
    orders: mine.orders.map((o) => ({ ...o, when: exactTime(o.enteredAt).slice(5, 16), isOwed: owed.includes(o.status) })),
  }
}
export const payOrder = async (held: Held, order: string): Promise<string> =>
  (await post<{ status: string }>(`/public/parking/accounts/${encodeURIComponent(held.number)}/pay`, { ...held, order })).status
export const findCar = (held: Held, from: string): Promise<Walk> => post<Walk>('/public/parking/car', { ...held, from })
