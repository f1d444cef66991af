/** Small things every file of illegal buildings needs. */
import { dayMs, hourMs, refusals, startOf } from '#kernel'

export const { why, notYet } = refusals('buildings')
/** The Monday that begins the week of an instant, in the district's time. */
export const weekOf = (at: Date): string => {
  const local = new Date(at.getTime() + 8 * hourMs)
  return new Date(local.getTime() - ((local.getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10)
}
/** The midnight with which the week after that of an instant begins. */
export const nextWeek = (at: Date): Date => new Date(startOf(weekOf(at)).getTime() + 7 * dayMs)
