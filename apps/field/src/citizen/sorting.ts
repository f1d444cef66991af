/** The citizen's door to waste sorting: points by the household's number and telephone, and bulky waste by booking and receipt. */
import { get, post } from '#kernel/web/call.ts'

export interface Gift {
  readonly id: string
  readonly name: string
  readonly outlet: string
  readonly price: number
  readonly stock: number
}
export interface Points {
  readonly points: number
  readonly entries: readonly {
    readonly kind: string
    readonly points: number
    readonly dayOn: string
    readonly note: string | null
  }[]
  readonly gifts: readonly Gift[]
}
export interface Self {
  readonly code: string
  readonly phone: string
}
const selfKey = 'sorting.self'
export const keptSelf = (): Self => JSON.parse(localStorage.getItem(selfKey) ?? '{"code":"","phone":""}') as Self
export const readPoints = async (self: Self): Promise<Points> => {
  const points = await post<Points>('/public/sorting/points', self)
  localStorage.setItem(selfKey, JSON.stringify(self))
  return points
}
/** The key belongs to the order, not to the sending: sending again after a lost answer exchanges nothing more. */
export const exchangeGift = (self: Self, gift: string, key: string): Promise<{ number: string; balance: number }> =>
  post('/public/sorting/points/orders', { ...self, gift, quantity: 1, key })
export interface BulkyHeld {
  readonly number: string
  readonly receipt: string
}
export interface BulkyProgress {
  readonly number: string
  readonly status: string
  readonly statusZh: string
  readonly wantedOn: string
  readonly feeFen: number | null
}
const heldKey = 'sorting.bulky'
export const keptBulky = (): readonly BulkyHeld[] => JSON.parse(localStorage.getItem(heldKey) ?? '[]') as readonly BulkyHeld[]
export const bookBulky = async (wanted: Readonly<Record<string, unknown>>): Promise<void> => {
  const { number, receipt } = await post<BulkyHeld>('/public/sorting/bulky', wanted)
  localStorage.setItem(heldKey, JSON.stringify([{ number, receipt }, ...keptBulky()].slice(0, 20)))
}
export const readBulky = ({ number, receipt }: BulkyHeld): Promise<BulkyProgress> =>
  get<BulkyProgress>(`/public/sorting/bulky/${encodeURIComponent(number)}`, { receipt })
