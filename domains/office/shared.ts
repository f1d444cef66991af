/** Small things every file of internal works needs. */
import type { Transaction } from 'kysely'
import { type Refusal, raw, refuse } from '#kernel'

export type Tx = Transaction<unknown>
export const first = (...refusals: readonly (Refusal | undefined)[]): Refusal | undefined => refusals.find((r) => r !== undefined)
export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('office.field', { why: text }) : undefined
export const notYet = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('office.not-yet', { why: text }) : undefined
export const openItems = (count: number, what: string): Refusal | undefined =>
  count > 0 ? refuse('office.open-items', { count, what }) : undefined
export const sameHand = (actorId: string | null, other: string | null, role: string, otherRole: string): Refusal | undefined =>
  actorId !== null && actorId === other ? refuse('office.same-person', { role, other: otherRole }) : undefined
export const countOf = async (tx: Tx, sql: string, params: readonly unknown[]): Promise<number> =>
  (await raw<{ n: number }>(tx, sql, [...params])).rows[0]?.n ?? 0
export const many = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<readonly T[]> =>
  (await raw<T>(tx, sql, [...params])).rows
/** The day of the district an instant falls on. */
export const dayText = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
/** Midnight that ends a day of the district. */
export const endOf = (day: string): Date => new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000)
export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.round((values.reduce((n, v) => n + v, 0) / values.length) * 100) / 100
