/** A working calendar is data with effective dates: which days are worked, and at what hours. */

import { dayOfDate } from './zone.ts'

/** `['08:30', '12:00']` on the wall clock; `'24:00'` is allowed as an end. */
export type Session = readonly [from: string, to: string]

/** Working hours between two dates of every year, both included; `from` after `to` runs over New Year (10-01 → 04-30). */
export type Season = { readonly from: string; readonly to: string; readonly sessions: readonly Session[] }

/** One day that does not follow its weekday: a holiday (`rest`) or a make-up day (`work`, 调休上班). */
export type DayOverride = { readonly kind: 'work' | 'rest'; readonly name: string }

export type WorkingCalendar = {
  readonly id: string
  /** IANA zone; sessions and dates are wall time there. */
  readonly zone: string
  /** Searched in order; together they must cover the year. */
  readonly seasons: readonly Season[]
  /** By `YYYY-MM-DD`. */
  readonly overrides: Readonly<Record<string, DayOverride>>
  /** First legal date on which this calendar is in force. */
  readonly validFrom: string
  /** Last legal date, included; absent while open. */
  readonly validTo?: string
  /**
   * Years whose holidays are known. In any other year only weekends rest and explanations carry an `assumed` step.
   * Absent: the overrides are complete for every year.
   */
  readonly coveredYears?: readonly number[]
}

/** Standard hours of many bureaus; a real one loads its own from reference data. */
export const ALL_YEAR_SESSIONS: readonly Season[] = [
  {
    from: '01-01',
    to: '12-31',
    sessions: [
      ['08:30', '12:00'],
      ['14:30', '18:00'],
    ],
  },
]

/** A calendar that cannot be counted with: a bad date, a session that ends before it starts, a day without a season. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError'
}

/** Minutes after local midnight of `HH:mm` (0 … 1440). */
export function minuteOf(text: string): number {
  const match = /^(\d\d):(\d\d)$/.exec(text)
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN
  if (!(minute <= 1440) || Number(match?.[2]) > 59) throw new CalendarError(`not a time of day: ${text}`)
  return minute
}

/** Whether `MM-DD` lies in a season, which may run over New Year. */
function isInSeason(season: Season, monthDay: string): boolean {
  if (season.from <= season.to) return season.from <= monthDay && monthDay <= season.to
  return monthDay >= season.from || monthDay <= season.to
}

/** Sessions worked on a date (its weekday is not looked at). Throws CalendarError when no season covers it. */
export function sessionsOn(calendar: WorkingCalendar, date: string): readonly Session[] {
  const season = calendar.seasons.find((candidate) => isInSeason(candidate, date.slice(5)))
  if (!season) throw new CalendarError(`${calendar.id}: no season covers ${date}`)
  return season.sessions
}

/** Throws CalendarError for what cannot be counted with; called once per calendar, when its day table is made. */
export function assertCalendar(calendar: WorkingCalendar): void {
  for (const date of [calendar.validFrom, ...(calendar.validTo ? [calendar.validTo] : []), ...Object.keys(calendar.overrides)]) {
    try {
      dayOfDate(date)
    } catch {
      throw new CalendarError(`${calendar.id}: not a date: ${date}`)
    }
  }
  for (const season of calendar.seasons) {
    if (!/^\d\d-\d\d$/.test(season.from) || !/^\d\d-\d\d$/.test(season.to)) {
      throw new CalendarError(`${calendar.id}: season dates are MM-DD, got ${season.from}..${season.to}`)
    }
    let previous = 0
    for (const [from, to] of season.sessions) {
      if (minuteOf(from) < previous || minuteOf(to) <= minuteOf(from)) {
        throw new CalendarError(`${calendar.id}: sessions must be in order and not overlap: ${from}-${to}`)
      }
      previous = minuteOf(to)
    }
  }
}

/** The same calendar with a district's own days laid over it (the district wins). */
export function withOverrides(
  calendar: WorkingCalendar,
  id: string,
  overrides: Readonly<Record<string, DayOverride>>,
): WorkingCalendar {
  return { ...calendar, id, overrides: { ...calendar.overrides, ...overrides } }
}

/**
 * The calendar in force on a legal date (`YYYY-MM-DD`); the last listed wins where two overlap. A deadline is counted
 * with the calendar in force when its clock starts, also for the days after `validTo`.
 */
export function findCalendarOn(calendars: readonly WorkingCalendar[], date: string): WorkingCalendar | undefined {
  return calendars.findLast((one) => one.validFrom <= date && (one.validTo === undefined || date <= one.validTo))
}

/** Whether the holidays of a year are known to this calendar. */
export function isYearCovered(calendar: WorkingCalendar, year: number): boolean {
  return calendar.coveredYears === undefined || calendar.coveredYears.includes(year)
}
