/**
 * A stage clock (受理, 派遣, 处置 …) as plain data. Functions return a new clock; none reads the time.
 * Always: used + remaining − extended = limit, whatever was paused, extended or stopped, and whenever.
 */

import type { WorkingCalendar } from './calendar.ts'
import { addCountable, countableBetween } from './count.ts'
import { type Limit, type LimitUnit, limitMs } from './limit.ts'

export type Clock = {
  readonly unit: LimitUnit
  /** The limit as first set, in countable ms. Extensions are not in it. */
  readonly limitMs: number
  /** The last (re)start; `usedMs` is what was used before it. */
  readonly startedAt: Date
  /** When the limit runs out if the clock is left alone. While paused: as it stood, and it will move on resuming. */
  readonly dueAt: Date
  /** Countable time used before `startedAt`, in ms. */
  readonly usedMs: number
  readonly pausedAt?: Date
  readonly stoppedAt?: Date
  /** How many extensions were granted (GB/T 30428.8 practice allows two). */
  readonly extensions: number
  /** All granted extensions together, in countable ms. */
  readonly extendedMs: number
}

export type Light = 'green' | 'yellow' | 'red'

export type ClockState = {
  readonly state: 'running' | 'paused' | 'stopped'
  readonly usedMs: number
  /** Countable time left; negative when overdue. */
  readonly remainingMs: number
  /** Countable time over the limit, 0 while in time. */
  readonly overdueMs: number
  /** Red: past `dueAt` on the wall clock. Yellow: a quarter or less of limit and extensions is left. */
  readonly light: Light
}

/** An action the clock's state does not allow (pause a paused clock, touch a stopped one): the caller's bug. */
export class ClockError extends Error {
  override readonly name = 'ClockError'
}

/** Share of the whole time at and below which the light is yellow (`standards.md` section 2). */
const YELLOW_SHARE_LIMIT = 0.25

/** The instant from which nothing more is used: the pause, the stop, or the moment asked about. */
function frozenAt(clock: Clock, at: Date): Date {
  return clock.pausedAt ?? clock.stoppedAt ?? at
}

function usedAt(calendar: WorkingCalendar, clock: Clock, at: Date): number {
  const until = frozenAt(clock, at)
  if (until <= clock.startedAt) return clock.usedMs
  return clock.usedMs + countableBetween(calendar, clock.startedAt, until, clock.unit)
}

/** A deadline already missed stays where it was: only an extension large enough to reach past the restart moves it. */
function withDue(calendar: WorkingCalendar, clock: Clock, isMissed: boolean): Clock {
  const leftMs = clock.limitMs + clock.extendedMs - clock.usedMs
  if (isMissed && leftMs <= 0) return clock
  return { ...clock, dueAt: addCountable(calendar, clock.startedAt, Math.max(0, leftMs), clock.unit) }
}

function assertState(clock: Clock, isAllowed: boolean, action: string, at: Date): void {
  if (clock.stoppedAt || !isAllowed) throw new ClockError(`cannot ${action}: the clock is ${stateOf(clock)}`)
  const last = clock.pausedAt ?? clock.startedAt
  if (at < last) throw new ClockError(`cannot ${action} at ${at.toISOString()}: before ${last.toISOString()}`)
}

function stateOf(clock: Clock): ClockState['state'] {
  if (clock.stoppedAt) return 'stopped'
  return clock.pausedAt ? 'paused' : 'running'
}

/** A running clock for a limit. */
export function startClock(calendar: WorkingCalendar, at: Date, limit: Limit): Clock {
  const lengthMs = limitMs(limit)
  return {
    unit: limit.unit,
    limitMs: lengthMs,
    startedAt: at,
    dueAt: addCountable(calendar, at, lengthMs, limit.unit),
    usedMs: 0,
    extensions: 0,
    extendedMs: 0,
  }
}

/** Stops counting until resumed (挂账, 缓办). Throws ClockError when paused or stopped already. */
export function pauseClock(_calendar: WorkingCalendar, clock: Clock, at: Date): Clock {
  assertState(clock, clock.pausedAt === undefined, 'pause', at)
  return { ...clock, pausedAt: at }
}

/** Counts on from `at` with everything that was left at the pause. Throws ClockError when not paused. */
export function resumeClock(calendar: WorkingCalendar, clock: Clock, at: Date): Clock {
  const { pausedAt, ...rest } = clock
  assertState(clock, pausedAt !== undefined, 'resume', at)
  const resumed = { ...rest, startedAt: at, usedMs: usedAt(calendar, clock, at) }
  return withDue(calendar, resumed, frozenAt(clock, at) > clock.dueAt)
}

/**
 * Adds countable time to the deadline (延期), running or paused. That it may not be granted after the deadline, or
 * more than twice, is a rule of the procedure, not of the clock. Throws ClockError when stopped, RangeError when not > 0.
 */
export function extendClock(calendar: WorkingCalendar, clock: Clock, at: Date, byMs: number): Clock {
  assertState(clock, true, 'extend', at)
  if (!Number.isSafeInteger(byMs) || byMs <= 0) throw new RangeError(`an extension is a positive length: ${byMs}`)
  const extended = { ...clock, extensions: clock.extensions + 1, extendedMs: clock.extendedMs + byMs }
  return withDue(calendar, extended, clock.dueAt < clock.startedAt)
}

/** Ends the clock for good; what a paused clock had used stays as it was at the pause. */
export function stopClock(_calendar: WorkingCalendar, clock: Clock, at: Date): Clock {
  assertState(clock, true, 'stop', at)
  return { ...clock, stoppedAt: at }
}

/**
 * What the clock shows at an instant. In time means done at or before `dueAt`; SQL over stored clocks must say the same:
 * `coalesce(paused_at, stopped_at, now()) <= due_at`. (Due Friday 18:00 and seen on Saturday: red, though overdueMs is 0
 * until Monday, since no countable time has passed.)
 */
export function clockState(calendar: WorkingCalendar, clock: Clock, at: Date): ClockState {
  const usedMs = usedAt(calendar, clock, at)
  const wholeMs = clock.limitMs + clock.extendedMs
  const remainingMs = wholeMs - usedMs
  const isOverdue = frozenAt(clock, at) > clock.dueAt
  const calm: Light = remainingMs > wholeMs * YELLOW_SHARE_LIMIT ? 'green' : 'yellow'
  return {
    state: stateOf(clock),
    usedMs,
    remainingMs,
    overdueMs: Math.max(0, -remainingMs),
    light: isOverdue ? 'red' : calm,
  }
}
