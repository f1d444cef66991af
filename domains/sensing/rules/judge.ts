/** What one rule makes of one point: pure arithmetic over a small state per rule and device. Times in milliseconds, places in degrees. */
import { distanceM, distanceToLineM, type LineCoords, type LonLat, type MultiPolygonCoords } from '#kernel/geo/index.ts'
import type { RuleType, Side } from './words.ts'

export interface Judged {
  readonly type: RuleType
  readonly side: Side | null
  readonly limit: number | null
  readonly release: number | null
  readonly weatherLimit: number | null
  readonly seconds: number | null
  readonly minutes: number | null
  readonly times: number | null
  readonly radiusM: number | null
  readonly fence: MultiPolygonCoords | null
  readonly line: readonly LineCoords[] | null
  /** Minutes after local midnight. */
  readonly fromMinute: number | null
  readonly toMinute: number | null
}
export interface Sample {
  readonly at: number
  readonly value: number | null
  readonly lon: number | null
  readonly lat: number | null
  readonly speed: number | null
}
/** Kept between points and over a restart. */
export interface RuleState {
  /** Time of the last point judged: an older one changes nothing. */
  readonly at: number
  readonly isOn: boolean
  /** Since when the condition holds without a break. */
  readonly since: number | null
  /** `rate`: time and value; `frequency`: time of each crossing. */
  readonly marks: readonly (readonly [at: number, value: number])[]
  readonly anchor: LonLat | null
  readonly isInside: boolean | null
}
export type Verdict = 'raise' | 'again' | 'clear' | null
export const freshState: RuleState = { at: 0, isOn: false, since: null, marks: [], anchor: null, isInside: null }
const minuteMs = 60_000
const dayMinutes = 1440
/** A flood of readings within one window must not fill the memory. */
const mostMarks = 1000

const isBeyond = (side: Side | null, value: number, limit: number): boolean =>
  side === 'below' ? value <= limit : value >= limit
const inRing = ([x, y]: LonLat, ring: LineCoords): boolean => {
  let isIn = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? []
    const [xj = 0, yj = 0] = ring[j] ?? []
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) isIn = !isIn
  }
  return isIn
}
export const isWithin = (place: LonLat, area: MultiPolygonCoords): boolean =>
  area.some(([outer, ...holes]) => outer !== undefined && inRing(place, outer) && !holes.some((h) => inRing(place, h)))
/** Minutes after midnight in the district's time (UTC+8). */
const minuteOf = (at: number): number => Math.floor(at / minuteMs + 480) % dayMinutes
/** Within hours that may pass midnight: 22:00–05:00. */
export const isAllowed = (at: number, from: number, to: number): boolean => {
  const m = minuteOf(at)
  return from <= to ? m >= from && m < to : m >= from || m < to
}
interface Found {
  readonly isHit: boolean
  readonly state?: Partial<RuleState>
}
type Test = (rule: Judged, before: RuleState, point: Sample, limit: number) => Found
const placeOf = (p: Sample): LonLat | undefined => (p.lon === null || p.lat === null ? undefined : [p.lon, p.lat])
const held = (before: RuleState, at: number, isTrue: boolean, ms: number): Found => {
  const since = isTrue ? (before.since ?? at) : null
  return { isHit: since !== null && at - since >= ms, state: { since } }
}
const threshold: Test = (rule, before, { at, value }, limit) => {
  const { release, side } = rule
  const isHeld = before.isOn && release !== null && limit === rule.limit
  const isTrue =
    value !== null && (isHeld ? (side === 'below' ? value < release : value > release) : isBeyond(side, value, limit))
  return held(before, at, isTrue, (rule.seconds ?? 0) * 1000)
}
const rate: Test = (rule, before, { at, value }, limit) => {
  if (value === null) return { isHit: false }
  const from = at - (rule.minutes ?? 1) * minuteMs
  const marks = [...before.marks.filter(([t]) => t >= from), [at, value] as const].slice(-mostMarks)
  const values = marks.map(([, v]) => v)
  const change = rule.side === 'below' ? Math.max(...values) - value : value - Math.min(...values)
  return { isHit: change >= limit, state: { marks } }
}
const frequency: Test = (rule, before, { at, value }, limit) => {
  const from = at - (rule.minutes ?? 1) * minuteMs
  const kept = before.marks.filter(([t]) => t > from)
  const marks = value !== null && isBeyond(rule.side, value, limit) ? [...kept, [at, value] as const].slice(-mostMarks) : kept
  return { isHit: marks.length >= (rule.times ?? 1), state: { marks } }
}
const dwell: Test = (rule, before, point) => {
  const place = placeOf(point)
  if (!place) return { isHit: before.isOn }
  const isNear = before.anchor !== null && distanceM(before.anchor, place) <= (rule.radiusM ?? 0)
  const since = isNear ? (before.since ?? point.at) : point.at
  const isHere = !rule.fence || isWithin(place, rule.fence)
  return {
    isHit: isHere && point.at - since >= (rule.minutes ?? 1) * minuteMs,
    state: { anchor: isNear ? before.anchor : place, since },
  }
}
const fenceTest =
  (kind: 'enter' | 'leave' | 'stay'): Test =>
  (rule, before, point) => {
    const place = placeOf(point)
    if (!place || !rule.fence) return { isHit: before.isOn }
    const isInside = isWithin(place, rule.fence)
    if (kind === 'stay') return held(before, point.at, isInside, (rule.minutes ?? 1) * minuteMs)
    const wanted = kind === 'enter'
    // Where it stood before must be known: a device switched on inside has not entered.
    return { isHit: isInside === wanted && (before.isOn || before.isInside === !wanted), state: { isInside } }
  }
const route: Test = (rule, before, point) => {
  const place = placeOf(point)
  if (!place || !rule.line) return { isHit: before.isOn }
  const isTime = rule.fromMinute === null || rule.toMinute === null || isAllowed(point.at, rule.fromMinute, rule.toMinute)
  const away = Math.min(...rule.line.map((l) => distanceToLineM(place, l)))
  return held(before, point.at, isTime && away > (rule.radiusM ?? 0), (rule.seconds ?? 0) * 1000)
}
const outsideHours: Test = (rule, before, { at, value, speed }) => {
  const isActive = value === null ? (speed ?? 0) > (rule.limit ?? 0) : isBeyond(rule.side ?? 'above', value, rule.limit ?? 1)
  const isOut = !isAllowed(at, rule.fromMinute ?? 0, rule.toMinute ?? dayMinutes)
  return held(before, at, isActive && isOut, (rule.seconds ?? 0) * 1000)
}
const tests: Readonly<Partial<Record<RuleType, Test>>> = {
  threshold,
  rate,
  frequency,
  dwell,
  enter: fenceTest('enter'),
  leave: fenceTest('leave'),
  stay: fenceTest('stay'),
  route,
  window: outsideHours,
}
/** Those that may be bound to hours: a lamp's current matters at night only. */
const timed: ReadonlySet<RuleType> = new Set(['threshold', 'rate', 'frequency', 'dwell', 'stay'])
/** @param isWeather a weather response is on: the stricter limit counts, where the rule has one. */
export const judge = (
  rule: Judged,
  before: RuleState | undefined,
  point: Sample,
  isWeather = false,
): { readonly state: RuleState; readonly verdict: Verdict } => {
  const last = before ?? freshState
  const test = tests[rule.type]
  if (!test || point.at <= last.at) return { state: last, verdict: null }
  const limit = (isWeather ? rule.weatherLimit : null) ?? rule.limit ?? 0
  const isHour =
    !timed.has(rule.type) ||
    rule.fromMinute === null ||
    rule.toMinute === null ||
    isAllowed(point.at, rule.fromMinute, rule.toMinute)
  const found = isHour ? test(rule, last, point, limit) : { isHit: false, state: { since: null } }
  const state = { ...last, ...found.state, at: point.at, isOn: found.isHit }
  if (found.isHit) return { state, verdict: last.isOn ? 'again' : 'raise' }
  return { state, verdict: last.isOn ? 'clear' : null }
}
