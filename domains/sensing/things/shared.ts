/** Small things every file of things needs. */
import type { Transaction } from 'kysely'
import { type Refusal, raw, refuse } from '#kernel'

export type Tx = Transaction<unknown>
export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('sensing.field', { why: text }) : undefined
export const first = (...refusals: readonly (Refusal | undefined)[]): Refusal | undefined => refusals.find((r) => r !== undefined)
export const many = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<readonly T[]> =>
  (await raw<T>(tx, sql, [...params])).rows
export const one = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<T | undefined> =>
  (await many<T>(tx, sql, params))[0]
/** Day of the district's time (UTC+8). */
export const dayAt = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
export const dayMs = 86_400_000
