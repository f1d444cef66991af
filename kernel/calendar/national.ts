/**
 * China's statutory holidays and 调休 make-up days, from `chinese-days` (State Council notices, one a year, published
 * each November). A year without a notice yet is not guessed at: see `WorkingCalendar.coveredYears`.
 */

import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { ALL_YEAR_SESSIONS, type DayOverride, type Season, type WorkingCalendar } from './calendar.ts'

/** The package's short names, completed to those of 全国年节及纪念日放假办法. */
const FULL_NAMES: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' }

/** Package values read `National Day,国庆节,3`: English, Chinese, statutory days. */
function nameZhOf(value: string): string {
  const name = value.split(',')[1] ?? value
  return FULL_NAMES[name] ?? name
}

function toOverrides(): Readonly<Record<string, DayOverride>> {
  const rest = Object.entries(published.holidays).map(([date, value]) => [date, { kind: 'rest', name: nameZhOf(value) }] as const)
  const work = Object.entries(published.workdays).map(
    ([date, value]) => [date, { kind: 'work', name: `${nameZhOf(value)}调休上班` }] as const,
  )
  return Object.fromEntries([...rest, ...work])
}

/** Every published holiday and make-up day by `YYYY-MM-DD`. */
export const NATIONAL_OVERRIDES: Readonly<Record<string, DayOverride>> = toOverrides()

/** Years with a published notice, ascending (chinese-days 1.5.7: 2004–2026). */
export const NATIONAL_COVERED_YEARS: readonly number[] = [
  ...new Set(Object.keys(published.holidays).map((date) => Number(date.slice(0, 4)))),
].sort((a, b) => a - b)

export type NationalCalendarOptions = {
  readonly id?: string
  readonly seasons?: readonly Season[]
  /** A district's own days, laid over the national ones. */
  readonly overrides?: Readonly<Record<string, DayOverride>>
  readonly validFrom?: string
  readonly validTo?: string
}

/** The national calendar in Asia/Shanghai, with a district's hours and days over it. */
export function nationalCalendar(options: NationalCalendarOptions = {}): WorkingCalendar {
  return {
    id: options.id ?? 'CN',
    zone: 'Asia/Shanghai',
    seasons: options.seasons ?? ALL_YEAR_SESSIONS,
    overrides: { ...NATIONAL_OVERRIDES, ...options.overrides },
    validFrom: options.validFrom ?? '2004-01-01',
    validTo: options.validTo,
    coveredYears: NATIONAL_COVERED_YEARS,
  }
}
