/**
 * Wall time ↔ instant for any IANA zone. A *local day* is counted in days since 1970-01-01 on the wall calendar,
 * and *local milliseconds* are what the wall clock shows, written as if it were UTC.
 */

import { DAY_MS } from './limit.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats are kept: building one costs about 50 µs, using it about 2 µs. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, made)
  return made
}

/** Since 1980 every zone has changed its offset only at a full quarter of an hour, so one answer serves all of it. */
const QUARTER_MS = 900_000
const SETTLED_MS = Date.UTC(1980, 0, 1)
const REMEMBERED_LIMIT = 4096
const offsets = new Map<string, Map<number, number>>()

/** What the wall clock shows at an instant, in local milliseconds. Throws RangeError for an unknown zone. */
export function localMs(zone: string, atMs: number): number {
  if (atMs < SETTLED_MS) return readLocalMs(zone, atMs)
  const quarter = Math.floor(atMs / QUARTER_MS)
  let known = offsets.get(zone)
  if (!known || known.size > REMEMBERED_LIMIT) {
    known = new Map()
    offsets.set(zone, known)
  }
  const offset = known.get(quarter) ?? readLocalMs(zone, atMs) - atMs
  known.set(quarter, offset)
  return atMs + offset
}

function readLocalMs(zone: string, atMs: number): number {
  const digits = formatOf(zone).format(atMs).match(/\d+/g)
  if (digits?.length !== 6) throw new RangeError(`no wall time for ${atMs} in ${zone}`)
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = digits.map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((atMs % 1000) + 1000) % 1000)
}

/** Zone offset (local − UTC) in ms at an instant. */
function offsetMs(zone: string, atMs: number): number {
  return localMs(zone, atMs) - atMs
}

/**
 * The instant of a wall time. A wall time that happens twice (clocks go back) means the first of the two; one that
 * never happens (clocks go forward) means the instant of the jump. So wall times in order give instants in order.
 */
export function instantOf(zone: string, local: number): number {
  const before = offsetMs(zone, local - DAY_MS)
  const after = offsetMs(zone, local + DAY_MS)
  if (before === after) return local - before
  const early = local - before
  if (offsetMs(zone, early) === before) return early
  const late = local - after
  if (offsetMs(zone, late) === after) return late
  let [low, high] = [late, early]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetMs(zone, middle) === before) low = middle
    else high = middle
  }
  return high
}

/** Local day number of an instant. */
export function localDayAt(zone: string, atMs: number): number {
  return Math.floor(localMs(zone, atMs) / DAY_MS)
}

/** `YYYY-MM-DD` of a local day number. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Local day number of `YYYY-MM-DD`; throws RangeError when it is not a real date. */
export function dayOfDate(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS
  if (!Number.isInteger(day) || dateOfDay(day) !== date) throw new RangeError(`not a date: ${date}`)
  return day
}

/** 0 = Sunday … 6 = Saturday. 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/** `YYYY-MM-DD HH:mm:ss` on the wall of a zone. */
export function wallText(zone: string, at: Date): string {
  return new Date(localMs(zone, at.getTime())).toISOString().slice(0, 19).replace('T', ' ')
}
