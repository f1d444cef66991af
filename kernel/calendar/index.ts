/** Working time: calendars as data, limits, deadlines that explain themselves, stage clocks. Pure; no I/O. */

export {
  ALL_YEAR_SESSIONS,
  CalendarError,
  type DayOverride,
  findCalendarOn,
  isYearCovered,
  type Season,
  type Session,
  sessionsOn,
  type WorkingCalendar,
  withOverrides,
} from './calendar.ts'
export {
  type Clock,
  ClockError,
  type ClockState,
  clockState,
  extendClock,
  type Light,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from './clock.ts'
export { addCountable, countableBetween } from './count.ts'
export { carryOver, midnightOf, nextMidnight } from './days.ts'
export { type DeadlineStep, deadline, explainZh } from './explain.ts'
export {
  DAY_MS,
  durationZh,
  HOUR_MS,
  LIMIT_UNITS,
  type Limit,
  type LimitUnit,
  limitLabelZh,
  limitMs,
  unitLabelZh,
} from './limit.ts'
export { NATIONAL_COVERED_YEARS, NATIONAL_OVERRIDES, type NationalCalendarOptions, nationalCalendar } from './national.ts'
export { dateOfDay, dayOfDate, instantOf, localDayAt, localMs, wallText, weekdayOfDay } from './zone.ts'
