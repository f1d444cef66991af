/** The volunteer's door: number and phone are asked each time; check in, check out, a piece of work with its pictures. */
import { post } from '#kernel/web/call.ts'
import type { TakenPhoto } from '../photo/shrink.ts'
import { uploadOne } from '../queue/send.ts'

export interface Self {
  readonly code: string
  readonly phone: string
}
export interface Point {
  readonly lon: number
  readonly lat: number
}
export interface Mine {
  readonly name: string
  readonly team: string
  readonly hours: number
  readonly points: number
  readonly serving: { readonly number: string; readonly what: string; readonly startedAt: string } | null
  readonly kinds: readonly {
    readonly id: string
    readonly name: string
    readonly unit: string
    readonly points: number
    readonly left: number
  }[]
}
const selfKey = 'volunteer.self'
export const keptSelf = (): Self => JSON.parse(localStorage.getItem(selfKey) ?? '{"code":"","phone":""}') as Self
export const readMine = async (self: Self): Promise<Mine> => {
  const mine = await post<Mine>('/public/volunteers/me', self)
  localStorage.setItem(selfKey, JSON.stringify(self))
  return mine
}
export const checkIn = (self: Self, here: Point, what: string): Promise<Mine> =>
  post('/public/volunteers/check-in', { ...self, ...here, what })
export const checkOut = (self: Self, here: Point): Promise<Mine & { readonly counted: number; readonly doubt: string | null }> =>
  post('/public/volunteers/check-out', { ...self, ...here })
/** The key belongs to the piece, not to the sending: sending again after a lost answer makes no second one. */
export const tellPiece = async (
  self: Self,
  here: Point,
  piece: { readonly kind: string; readonly pieces: number; readonly clientKey: string },
  photos: readonly TakenPhoto[],
): Promise<{ readonly number: string; readonly points: number }> => {
  const ids: string[] = []
  for (const p of photos) ids.push(await uploadOne('/public/files', p.name, p.blob))
  return post('/public/volunteers/pieces', { ...self, ...here, ...piece, photos: ids })
}
