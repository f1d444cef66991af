/** Small things every file of bikes needs. */
import type { Transaction } from 'kysely'
import { type Refusal, raw, refuse } from '#kernel'

export type Tx = Transaction<unknown>
export const first = (...refusals: readonly (Refusal | undefined)[]): Refusal | undefined => refusals.find((r) => r !== undefined)
export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('bikes.field', { why: text }) : undefined
export const notYet = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('bikes.not-yet', { why: text }) : undefined
export const many = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<readonly T[]> =>
  (await raw<T>(tx, sql, [...params])).rows
export const one = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<T | undefined> =>
  (await many<T>(tx, sql, params))[0]
/** The day of the district (UTC+8) an instant falls on. */
export const dayText = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
