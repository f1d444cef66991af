/** Stage clocks of subjects: the stored row and the pure clock are two shapes of one thing; this file knows both. */
import {
  type Clock,
  carryOver,
  extendClock,
  type Limit,
  limitMs,
  midnightOf,
  nextMidnight,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  type WorkingCalendar,
} from '../calendar/index.ts'
import type { ClockEffect, ClockView } from '../define/procedure.ts'
import type { ClockRow } from '../write/changes.ts'
import type { AnyProcedure } from './registry.ts'

export const toClock = (row: ClockRow): Clock => ({
  unit: row.limitUnit as Limit['unit'],
  limitMs: limitMs({ value: row.limitValue, unit: row.limitUnit as Limit['unit'] }),
  startedAt: row.restartedAt,
  dueAt: row.dueAt,
  usedMs: row.usedMs,
  extensions: row.extensions,
  extendedMs: row.extendedMs,
  ...(row.pausedAt ? { pausedAt: row.pausedAt } : {}),
  ...(row.stoppedAt ? { stoppedAt: row.stoppedAt } : {}),
})
const withClock = (row: ClockRow, clock: Clock): ClockRow => ({
  ...row,
  restartedAt: clock.startedAt,
  dueAt: clock.dueAt,
  usedMs: clock.usedMs,
  extensions: clock.extensions,
  extendedMs: clock.extendedMs,
  pausedAt: clock.pausedAt ?? null,
  stoppedAt: clock.stoppedAt ?? null,
})
export const clockView = (row: ClockRow): ClockView => ({
  name: row.name,
  round: row.round,
  limit: { value: row.limitValue, unit: row.limitUnit as Limit['unit'] },
  startedAt: row.startedAt,
  dueAt: row.dueAt,
  pausedAt: row.pausedAt,
  stoppedAt: row.stoppedAt,
  extensions: row.extensions,
})

export interface ClockOwner {
  readonly district: string
  readonly subjectType: string
  readonly subjectId: string
  readonly unitId: string | null
  readonly areaCode: string | null
}
const isRunning = (row: ClockRow): boolean => !row.stoppedAt && !row.cancelledAt
const findOpen = (rows: readonly ClockRow[], name: string): ClockRow | undefined =>
  rows.findLast((r) => r.name === name && isRunning(r))

interface ClockSetting {
  readonly definition: AnyProcedure
  readonly calendar: WorkingCalendar
  readonly owner: ClockOwner
  readonly at: Date
}
const started = (
  { definition, calendar, owner, at }: ClockSetting,
  rows: readonly ClockRow[],
  effect: Extract<ClockEffect, { do: 'start' }>,
): ClockRow => {
  const limit = effect.limit ?? definition.spec.clocks?.[effect.clock]?.limit
  if (!limit) throw new Error(`${definition.id}: clock ${effect.clock} started without a limit`)
  const byDay = definition.spec.clocks?.[effect.clock]?.byDay
  const from = effect.from ?? at
  const clock = startClock(calendar, byDay ? nextMidnight(calendar, from) : from, limit)
  return {
    ...owner,
    name: effect.clock,
    round: Math.max(0, ...rows.filter((r) => r.name === effect.clock).map((r) => r.round)) + 1,
    limitValue: limit.value,
    limitUnit: limit.unit,
    startedAt: from,
    dueAt: effect.dueAt ?? (byDay === 'carried' ? carryOver(calendar, clock.dueAt) : clock.dueAt),
    usedMs: 0,
    restartedAt: clock.startedAt,
    pausedAt: null,
    stoppedAt: null,
    cancelledAt: null,
    extensions: 0,
    extendedMs: 0,
    isExempt: false,
    calendar: calendar.id,
  }
}

const later = (...instants: readonly (Date | undefined)[]): Date =>
  new Date(Math.max(...instants.map((i) => i?.getTime() ?? Number.NEGATIVE_INFINITY)))
/** A clock of whole days: the day of the pause still counts and so does the day of resuming; what lies between does not. */
const changedByDay = (
  { calendar, at }: ClockSetting,
  row: ClockRow,
  effect: Exclude<ClockEffect, { do: 'start' }>,
  isCarried: boolean,
): ClockRow | undefined => {
  const clock = toClock(row)
  const settled = (next: Clock): ClockRow =>
    withClock(row, isCarried ? { ...next, dueAt: carryOver(calendar, next.dueAt) } : next)
  const last = clock.pausedAt ?? clock.startedAt
  switch (effect.do) {
    case 'stop':
      return withClock(row, { ...clock, stoppedAt: at })
    case 'pause':
      return withClock(row, pauseClock(calendar, clock, later(nextMidnight(calendar, at), clock.startedAt)))
    case 'resume':
      return settled(resumeClock(calendar, clock, later(midnightOf(calendar, at), last)))
    case 'extend':
      return settled(
        extendClock(calendar, clock, later(at, last), effect.by === 'one original limit' ? clock.limitMs : limitMs(effect.by)),
      )
    default:
      return undefined
  }
}

const changed = (setting: ClockSetting, row: ClockRow, effect: Exclude<ClockEffect, { do: 'start' }>): ClockRow => {
  const { calendar, at } = setting
  const byDay = setting.definition.spec.clocks?.[row.name]?.byDay
  const whole = byDay ? changedByDay(setting, row, effect, byDay === 'carried') : undefined
  if (whole) return whole
  const clock = toClock(row)
  switch (effect.do) {
    case 'stop':
      return withClock(row, stopClock(calendar, clock, at))
    case 'pause':
      return withClock(row, pauseClock(calendar, clock, at))
    case 'resume':
      return withClock(row, resumeClock(calendar, clock, at))
    case 'extend':
      return withClock(
        row,
        extendClock(calendar, clock, at, effect.by === 'one original limit' ? clock.limitMs : limitMs(effect.by)),
      )
    case 'cancel':
      return { ...row, cancelledAt: at }
    case 'exempt':
      return { ...row, isExempt: true }
  }
}

/**
 * The clocks of a subject after an action's effects. Stopping or pausing a clock that does not run is a no-op, because the
 * same action may come from several statuses; `exempt` also reaches a stopped clock.
 * @returns only the rows that are new or changed.
 */
export const applyClockEffects = (
  setting: ClockSetting,
  rows: readonly ClockRow[],
  effects: readonly ClockEffect[],
): readonly ClockRow[] => {
  const result = new Map<string, ClockRow>()
  const key = (r: ClockRow) => `${r.name} ${r.round}`
  for (const effect of effects) {
    const now = [...rows.filter((r) => !result.has(key(r))), ...result.values()].sort((a, b) => a.round - b.round)
    if (effect.do === 'start') {
      const row = started(setting, now, effect)
      result.set(key(row), row)
      continue
    }
    const row = effect.do === 'exempt' ? now.findLast((r) => r.name === effect.clock) : findOpen(now, effect.clock)
    const isIdle = !row || (effect.do === 'pause' && row.pausedAt) || (effect.do === 'resume' && !row.pausedAt)
    if (!isIdle && row) result.set(key(row), changed(setting, row, effect))
  }
  return [...result.values()]
}

/** The deadline a subject shows: its leading clock's, or the running one that ends first. */
export const leadingDueAt = (definition: AnyProcedure, rows: readonly ClockRow[]): Date | null => {
  const running = rows.filter((r) => isRunning(r) && !r.pausedAt)
  const leading = running.find((r) => r.name === definition.spec.leadingClock)
  if (leading) return leading.dueAt
  return running.reduce<Date | null>((first, r) => (first === null || r.dueAt < first ? r.dueAt : first), null)
}
