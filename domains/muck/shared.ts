/** Small things every file of muck needs. */
import { dayText, hourMs, refusals, type WorkContext } from '#kernel'

export const { why, notYet } = refusals('muck')
const wall = (at: Date): string => new Date(at.getTime() + 8 * hourMs).toISOString()
/** `HH:MM` of the district's time. */
export const clockText = (at: Date): string => wall(at).slice(11, 16)
export const round2 = (n: number): number => Math.round(n * 100) / 100
/** @returns a value in force today. */
export const inForce = (ctx: Pick<WorkContext, 'kernel' | 'district' | 'now'>, name: string): number =>
  ctx.kernel.parameters.value(ctx.district, `muck.${name}`, dayText(ctx.now))
