/**
 * Day tables: per calendar, the countable spans of every year asked for, with running totals, so that both counting
 * and adding are one or two binary searches. Kept per calendar object (a WeakMap), so keep calendar objects.
 */

import { assertCalendar, type DayOverride, minuteOf, type Session, sessionsOn, type WorkingCalendar } from './calendar.ts'
import { DAY_MS } from './limit.ts'
import { dateOfDay, dayOfDate, instantOf, weekdayOfDay } from './zone.ts'

/** One local day. `sessions` are instants, and empty when the day rests. */
export type Day = {
  readonly day: number
  readonly date: string
  readonly startMs: number
  readonly endMs: number
  readonly isWorking: boolean
  readonly override: DayOverride | undefined
  readonly hours: readonly Session[]
  readonly sessions: readonly (readonly [number, number])[]
}

/** Spans in order, never overlapping; `totals[i]` is the countable time before span i. One entry more in totals. */
export type Spans = { readonly starts: Float64Array; readonly ends: Float64Array; readonly totals: Float64Array }

type YearTable = { readonly days: readonly Day[]; readonly startMs: number; readonly endMs: number }

export type Table = {
  readonly firstYear: number
  readonly lastYear: number
  readonly startMs: number
  readonly endMs: number
  readonly work_hour: Spans
  readonly work_day: Spans
}

type Cache = { readonly years: Map<number, YearTable>; table: Table | undefined }

const caches = new WeakMap<WorkingCalendar, Cache>()

/** A calendar that never works must not be searched for ever. */
const YEARS_LIMIT = 400

function cacheOf(calendar: WorkingCalendar): Cache {
  const known = caches.get(calendar)
  if (known) return known
  assertCalendar(calendar)
  const made: Cache = { years: new Map(), table: undefined }
  caches.set(calendar, made)
  return made
}

function makeDay(calendar: WorkingCalendar, day: number, startMs: number, endMs: number): Day {
  const date = dateOfDay(day)
  const weekday = weekdayOfDay(day)
  const override = calendar.overrides[date]
  const isWorking = override ? override.kind === 'work' : weekday !== 0 && weekday !== 6
  const hours = isWorking ? sessionsOn(calendar, date) : []
  const isPlain = endMs - startMs === DAY_MS
  const at = (time: string): number => {
    const local = minuteOf(time) * 60_000
    return isPlain ? startMs + local : instantOf(calendar.zone, day * DAY_MS + local)
  }
  const sessions = hours.map(([from, to]) => [at(from), at(to)] as const)
  return { day, date, startMs, endMs, isWorking, override, hours, sessions }
}

function yearOf(calendar: WorkingCalendar, year: number): YearTable {
  const { years } = cacheOf(calendar)
  const known = years.get(year)
  if (known) return known
  const first = dayOfDate(`${String(year).padStart(4, '0')}-01-01`)
  const count = Math.round(Date.UTC(year + 1, 0, 1) / DAY_MS) - first
  const starts = Array.from({ length: count + 1 }, (_, index) => instantOf(calendar.zone, (first + index) * DAY_MS))
  const days = Array.from({ length: count }, (_, index) =>
    makeDay(calendar, first + index, starts[index] ?? 0, starts[index + 1] ?? 0),
  )
  const made = { days, startMs: starts[0] ?? 0, endMs: starts[count] ?? 0 }
  years.set(year, made)
  return made
}

function toSpans(pairs: readonly (readonly [number, number])[]): Spans {
  const starts = new Float64Array(pairs.length)
  const ends = new Float64Array(pairs.length)
  const totals = new Float64Array(pairs.length + 1)
  pairs.forEach(([from, to], index) => {
    starts[index] = from
    ends[index] = to
    totals[index + 1] = (totals[index] ?? 0) + to - from
  })
  return { starts, ends, totals }
}

function makeTable(calendar: WorkingCalendar, firstYear: number, lastYear: number): Table {
  if (lastYear - firstYear > YEARS_LIMIT) {
    throw new RangeError(`${calendar.id}: not enough countable time between ${firstYear} and ${lastYear}`)
  }
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => yearOf(calendar, firstYear + index))
  const working = years.flatMap((year) => year.days).filter((day) => day.isWorking)
  return {
    firstYear,
    lastYear,
    startMs: years[0]?.startMs ?? 0,
    endMs: years.at(-1)?.endMs ?? 0,
    work_hour: toSpans(working.flatMap((day) => day.sessions)),
    work_day: toSpans(working.map((day) => [day.startMs, day.endMs] as const)),
  }
}

/** The table grown to hold both instants, and a year on either side so that neighbours are warm too. */
export function tableCovering(calendar: WorkingCalendar, fromMs: number, toMs: number): Table {
  const known = caches.get(calendar)?.table
  if (known && fromMs >= known.startMs && toMs < known.endMs) return known
  if (!Number.isFinite(fromMs) || !Number.isFinite(toMs)) throw new RangeError('not an instant')
  const first = new Date(fromMs).getUTCFullYear() - 1
  const last = new Date(toMs).getUTCFullYear() + 1
  const cache = cacheOf(calendar)
  const made = makeTable(calendar, Math.min(first, known?.firstYear ?? first), Math.max(last, known?.lastYear ?? last))
  cache.table = made
  return made
}

/** The table with more years at its end. */
export function tableExtended(calendar: WorkingCalendar, table: Table, years: number): Table {
  const made = makeTable(calendar, table.firstYear, table.lastYear + years)
  cacheOf(calendar).table = made
  return made
}

/** One local day of a calendar, by day number. */
export function dayAt(calendar: WorkingCalendar, day: number): Day {
  const year = new Date(day * DAY_MS).getUTCFullYear()
  const { days } = yearOf(calendar, year)
  const found = days[day - (days[0]?.day ?? 0)]
  if (!found) throw new RangeError(`no such day: ${day}`)
  return found
}
