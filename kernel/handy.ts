/** Small things the files of every domain need: rows of a query, the first refusal, an action by the platform, days of the district. */
import type { Transaction } from 'kysely'
import { systemActor, type WorkContext } from './context.ts'
import { raw } from './db/index.ts'
import type { Actor, Participation } from './define/procedure.ts'
import { type Refusal, Refused } from './errors.ts'
import { performIn } from './procedure/perform.ts'

export type Tx = Transaction<unknown>
export const many = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<readonly T[]> =>
  (await raw<T>(tx, sql, [...params])).rows
export const one = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<T | undefined> =>
  (await many<T>(tx, sql, params))[0]
export const first = (...refusals: readonly (Refusal | undefined)[]): Refusal | undefined => refusals.find((r) => r !== undefined)
export const bySystem = (
  ctx: WorkContext,
  procedure: string,
  subjectId: string,
  action: string,
  input: Record<string, unknown> = {},
  actor: Actor = systemActor,
) => performIn(ctx, { procedure, subjectId, action, who: null, actor, input })
/** The same where the subject may have gone on between the tick and the telling: then there is nothing to do any more. */
export const bySystemIfStill = async (ctx: WorkContext, procedure: string, subjectId: string, action: string): Promise<void> => {
  try {
    await bySystem(ctx, procedure, subjectId, action)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

/** Whether this actor did that action on the subject before: who checks must be somebody else. */
export const didBefore = (past: readonly Participation[], action: string, actor: Actor): boolean =>
  past.some((p) => p.action === action && p.actorId !== null && p.actorId === actor.id)

/** What stands twice in a list. */
export const repeated = (names: readonly string[]): string | undefined => names.find((name, i) => names.indexOf(name) < i)

export const hourMs = 3_600_000
export const dayMs = 86_400_000
/** The day of the district (UTC+8, all of China) an instant falls on. */
export const dayText = (at: Date): string => new Date(at.getTime() + 8 * hourMs).toISOString().slice(0, 10)
/** The last whole day before an instant that ends a period (24:00 belongs to the day before). */
export const lastDayOf = (end: Date): string => dayText(new Date(end.getTime() - 1))
/** Midnight that begins a day of the district, and the one that ends it. */
export const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`)
export const endOf = (day: string): Date => new Date(startOf(day).getTime() + dayMs)
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
/** The day that many months later; the last of the month where there is no such day. */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
export const round = (n: number, digits = 2): number => Math.round(n * 10 ** digits) / 10 ** digits
/** A part in percent with two decimals; null where there is nothing to divide by. */
export const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : round((part * 100) / whole))
/** A parameter's value in force today. */
export const parameterOf = (ctx: Pick<WorkContext, 'kernel' | 'district' | 'now'>, name: string): number =>
  ctx.kernel.parameters.value(ctx.district, name, dayText(ctx.now))
/** The street (nine digits) an area lies in; null for the district itself and for what has no place. */
export const streetOf = (area: string | null | undefined): string | null => (area && area.length >= 9 ? area.slice(0, 9) : null)
