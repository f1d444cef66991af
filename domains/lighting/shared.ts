/** Small things every file of lighting needs. */
import type { Transaction } from 'kysely'
import { type Refusal, raw, refuse } from '#kernel'

export type Tx = Transaction<unknown>
export const first = (...refusals: readonly (Refusal | undefined)[]): Refusal | undefined => refusals.find((r) => r !== undefined)
export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('lighting.field', { why: text }) : undefined
export const notYet = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('lighting.not-yet', { why: text }) : undefined
export const many = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<readonly T[]> =>
  (await raw<T>(tx, sql, [...params])).rows
export const one = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<T | undefined> =>
  (await many<T>(tx, sql, params))[0]
const hourMs = 3_600_000
/** The day of the district (UTC+8) an instant falls on. */
export const dayText = (at: Date): string => new Date(at.getTime() + 8 * hourMs).toISOString().slice(0, 10)
/** A picture that shows whether a lamp is lit is taken between 18:00 and 06:00. */
export const notAtNight = (takenAt: string): Refusal | undefined => {
  const hour = new Date(new Date(takenAt).getTime() + 8 * hourMs).getUTCHours()
  return why(hour >= 6 && hour < 18, '照片应在夜间(18时至次日6时)拍摄')
}
