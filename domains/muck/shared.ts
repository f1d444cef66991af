/** Small things every file of muck needs. */
import type { Transaction } from 'kysely'
import { performIn, type Refusal, raw, refuse, systemActor, type WorkContext } from '#kernel'

export type Tx = Transaction<unknown>
export const first = (...refusals: readonly (Refusal | undefined)[]): Refusal | undefined => refusals.find((r) => r !== undefined)
export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('muck.field', { why: text }) : undefined
export const notYet = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('muck.not-yet', { why: text }) : undefined
export const many = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<readonly T[]> =>
  (await raw<T>(tx, sql, [...params])).rows
export const one = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<T | undefined> =>
  (await many<T>(tx, sql, params))[0]
export const hourMs = 3_600_000
export const dayMs = 24 * hourMs
const wall = (at: Date): string => new Date(at.getTime() + 8 * hourMs).toISOString()
/** The day of the district (UTC+8) an instant falls on. */
export const dayText = (at: Date): string => wall(at).slice(0, 10)
/** `HH:MM` of the district's time. */
export const clockText = (at: Date): string => wall(at).slice(11, 16)
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
export const round2 = (n: number): number => Math.round(n * 100) / 100
/** @returns a value in force today. */
export const inForce = (ctx: Pick<WorkContext, 'kernel' | 'district' | 'now'>, name: string): number =>
  ctx.kernel.parameters.value(ctx.district, `muck.${name}`, dayText(ctx.now))
export const bySystem = (
  ctx: WorkContext,
  procedure: string,
  subjectId: string,
  action: string,
  input: Record<string, unknown> = {},
) => performIn(ctx, { procedure, subjectId, action, who: null, actor: systemActor, input })
