/** Legal periods are counted in whole days: the day of the event is not counted, the period ends with its last day (24:00). */

import type { WorkingCalendar } from './calendar.ts'
import { DAY_MS } from './limit.ts'
import { dayAt } from './table.ts'
import { instantOf, localDayAt } from './zone.ts'

/** 00:00 of the local day of an instant. */
export const midnightOf = (calendar: WorkingCalendar, at: Date): Date =>
  new Date(instantOf(calendar.zone, localDayAt(calendar.zone, at.getTime()) * DAY_MS))

/** 00:00 of the day after: where a period begins that does not count the day of its event. */
export const nextMidnight = (calendar: WorkingCalendar, at: Date): Date =>
  new Date(instantOf(calendar.zone, (localDayAt(calendar.zone, at.getTime()) + 1) * DAY_MS))

/** A period whose last day rests ends with the next working day; `dueAt` is the end of the last day. */
export const carryOver = (calendar: WorkingCalendar, dueAt: Date): Date => {
  let day = dayAt(calendar, localDayAt(calendar.zone, dueAt.getTime() - 1))
  while (!day.isWorking) day = dayAt(calendar, day.day + 1)
  return new Date(Math.max(day.endMs, dueAt.getTime()))
}
