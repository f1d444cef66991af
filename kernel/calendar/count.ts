/**
 * Counting and adding countable time. Every unit has a set of countable instants and a limit is a length of it:
 * urgent_hour, urgent_day, natural_day count always; work_hour counts inside the sessions of working days; work_day
 * counts all 24 hours of working days. One rule for all, so no time is ever lost or counted twice.
 */

import type { WorkingCalendar } from './calendar.ts'
import type { LimitUnit } from './limit.ts'
import { type Spans, type Table, tableCovering, tableExtended } from './table.ts'

/** Whether a unit counts every instant. */
export function isContinuous(unit: LimitUnit): unit is 'urgent_hour' | 'urgent_day' | 'natural_day' {
  return unit === 'urgent_hour' || unit === 'urgent_day' || unit === 'natural_day'
}

/** Number of leading elements that are ≤ value (or < value, when strict). */
function countUpTo(sorted: Float64Array, length: number, value: number, isStrict: boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    const element = sorted[middle] ?? 0
    if (isStrict ? element < value : element <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** Countable time from the start of the table to an instant. */
function totalAt(spans: Spans, atMs: number): number {
  const index = countUpTo(spans.starts, spans.starts.length, atMs, false) - 1
  if (index < 0) return 0
  return (spans.totals[index] ?? 0) + Math.min(atMs, spans.ends[index] ?? atMs) - (spans.starts[index] ?? atMs)
}

/** The earliest instant at which the total is reached: a limit used up at 18:00 is due at 18:00, not next morning. */
function instantAt(spans: Spans, total: number): number {
  const index = countUpTo(spans.totals, spans.totals.length, total, true) - 1
  return (spans.starts[index] ?? 0) + total - (spans.totals[index] ?? 0)
}

function addInTable(calendar: WorkingCalendar, fromMs: number, ms: number, unit: 'work_hour' | 'work_day'): number {
  let table: Table = tableCovering(calendar, fromMs, fromMs)
  const target = totalAt(table[unit], fromMs) + ms
  for (let years = 1; (table[unit].totals.at(-1) ?? 0) < target; years *= 2) table = tableExtended(calendar, table, years)
  return instantAt(table[unit], target)
}

/**
 * The earliest instant with exactly `ms` of countable time between `from` and it; `from` itself when `ms` is 0.
 * Throws RangeError for a negative length or when the calendar has no such time within four centuries.
 */
export function addCountable(calendar: WorkingCalendar, from: Date, ms: number, unit: LimitUnit): Date {
  if (!(ms >= 0)) throw new RangeError(`a length of time is not negative: ${ms}`)
  const fromMs = from.getTime()
  if (ms === 0) return new Date(fromMs)
  return new Date(isContinuous(unit) ? fromMs + ms : addInTable(calendar, fromMs, ms, unit))
}

/** Countable milliseconds from one instant to another; negative when `to` is before `from`. */
export function countableBetween(calendar: WorkingCalendar, from: Date, to: Date, unit: LimitUnit): number {
  const fromMs = from.getTime()
  const toMs = to.getTime()
  if (isContinuous(unit)) return toMs - fromMs
  const spans = tableCovering(calendar, Math.min(fromMs, toMs), Math.max(fromMs, toMs))[unit]
  return totalAt(spans, toMs) - totalAt(spans, fromMs)
}
