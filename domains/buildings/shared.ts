/** Small things every file of illegal buildings needs. */
import type { Transaction } from 'kysely'
import { performIn, type Refusal, raw, refuse, systemActor, type WorkContext } from '#kernel'

export type Tx = Transaction<unknown>
export const first = (...refusals: readonly (Refusal | undefined)[]): Refusal | undefined => refusals.find((r) => r !== undefined)
export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('buildings.field', { why: text }) : undefined
export const notYet = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('buildings.not-yet', { why: text }) : undefined
export const many = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<readonly T[]> =>
  (await raw<T>(tx, sql, [...params])).rows
export const one = async <T extends object>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<T | undefined> =>
  (await many<T>(tx, sql, params))[0]
export const hourMs = 3_600_000
export const dayMs = 86_400_000
/** Day of the district (UTC+8). */
export const dayAt = (at: Date): string => new Date(at.getTime() + 8 * hourMs).toISOString().slice(0, 10)
/** Midnight with which a day of the district begins. */
export const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`)
/** The end of a day of the district: the midnight after it. */
export const endOf = (day: string): Date => new Date(startOf(day).getTime() + dayMs)
/** The day that many months later; the last of the month where there is no such day. */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
/** The Monday that begins the week of an instant, in the district's time. */
export const weekOf = (at: Date): string => {
  const local = new Date(at.getTime() + 8 * hourMs)
  return new Date(local.getTime() - ((local.getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10)
}
/** The midnight with which the week after that of an instant begins. */
export const nextWeek = (at: Date): Date => new Date(startOf(weekOf(at)).getTime() + 7 * dayMs)
export const streetOf = (area: string | null): string | null => (area && area.length >= 9 ? area.slice(0, 9) : null)
export const round = (n: number, digits = 2): number => Math.round(n * 10 ** digits) / 10 ** digits
/** A part in percent with two decimals; null where there is nothing to divide by. */
export const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : round((part * 100) / whole))
export const bySystem = (
  ctx: WorkContext,
  procedure: string,
  subjectId: string,
  action: string,
  input: Record<string, unknown> = {},
) => performIn(ctx, { procedure, subjectId, action, who: null, actor: systemActor, input })
export const parameterOf = (ctx: Pick<WorkContext, 'kernel' | 'district' | 'now'>, name: string): number =>
  ctx.kernel.parameters.value(ctx.district, name, dayAt(ctx.now))
