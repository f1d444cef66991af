/**
 * Whole working days, as 行政许可法第82条 counts: the day of the event is not counted, a period ends with its last day at 24:00, rest
 * days and holidays are left out and 调休 working days are counted.
 */
import { addCountable, countableBetween, DAY_MS, dayText, nextMidnight, type WorkingCalendar, wallText } from '#kernel'

export const endOfWorkDays = (calendar: WorkingCalendar, from: Date, days: number): Date =>
  addCountable(calendar, nextMidnight(calendar, from), days * DAY_MS, 'work_day')
export const lastDayOf = (calendar: WorkingCalendar, dueAt: Date): string =>
  wallText(calendar.zone, new Date(dueAt.getTime() - 1)).slice(0, 10)
/** Working days a matter took: 0 when it was decided on the day it came. */
export const workDaysBetween = (calendar: WorkingCalendar, from: Date, to: Date): number =>
  Math.round(countableBetween(calendar, nextMidnight(calendar, from), nextMidnight(calendar, to), 'work_day') / DAY_MS)
/** Working days that lie wholly between two days: what a pause takes out. */
export const workDaysInside = (calendar: WorkingCalendar, from: Date, to: Date): number =>
  Math.max(0, workDaysBetween(calendar, from, new Date(to.getTime() - DAY_MS)))

/** The end of a day (24:00), and its noon: platform districts lie in one zone. */
export const endOfDay = (on: string): Date => new Date(new Date(`${on}T00:00:00+08:00`).getTime() + DAY_MS)
export const noonOf = (on: string): Date => new Date(`${on}T12:00:00+08:00`)
export const addDays = (on: string, days: number): string => dayText(new Date(noonOf(on).getTime() + days * DAY_MS))
/** The same day so many months later, or the last day of a shorter month. */
export const addMonths = (on: string, months: number): string => {
  const [year = 1970, month = 1, day = 1] = on.split('-').map(Number)
  const target = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(target / 12), (target % 12) + 1]
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`
}
