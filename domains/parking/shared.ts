/** Small things every file of parking needs. */
import type { Transaction } from 'kysely'
import { type Actor, performIn, type Refusal, raw, refuse, systemActor, type WorkContext } from '#kernel'

export type Tx = Transaction<unknown>
export const first = (...refusals: readonly (Refusal | undefined)[]): Refusal | undefined => refusals.find((r) => r !== undefined)
export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('parking.field', { why: text }) : undefined
export const notYet = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('parking.not-yet', { why: text }) : undefined
export const many = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<readonly T[]> =>
  (await raw<T>(tx, sql, [...params])).rows
export const one = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<T | undefined> =>
  (await many<T>(tx, sql, params))[0]
export const minuteMs = 60_000
export const dayMs = 86_400_000
/** Day of the district's time (UTC+8). */
export const dayAt = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
/** Midnight that begins a day of the district, and the one that ends it. */
export const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`)
export const endOf = (day: string): Date => new Date(startOf(day).getTime() + dayMs)
export const yuan = (fen: number): string => (fen / 100).toFixed(2)
/** A part in percent with two decimals; null where there is nothing to divide by. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 10_000) / whole) / 100
export const parameterOf = (ctx: Pick<WorkContext, 'kernel' | 'district' | 'now'>, name: string): number =>
  ctx.kernel.parameters.value(ctx.district, name, dayAt(ctx.now))
export const bySystem = (
  ctx: WorkContext,
  procedure: string,
  subjectId: string,
  action: string,
  input: Record<string, unknown> = {},
  actor: Actor = systemActor,
) => performIn(ctx, { procedure, subjectId, action, who: null, actor, input })
