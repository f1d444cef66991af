import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCountable,
  type Clock,
  ClockError,
  clockState,
  countableBetween,
  DAY_MS,
  deadline,
  extendClock,
  HOUR_MS,
  LIMIT_UNITS,
  nationalCalendar,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  type WorkingCalendar,
} from './index.ts'

const cn = nationalCalendar()
const newYork: WorkingCalendar = {
  id: 'NY',
  zone: 'America/New_York',
  seasons: [
    {
      from: '01-01',
      to: '12-31',
      sessions: [
        ['00:30', '02:30'],
        ['13:00', '17:00'],
      ],
    },
  ],
  overrides: { '2025-03-09': { kind: 'work', name: '' }, '2025-11-02': { kind: 'work', name: '' } },
  validFrom: '2000-01-01',
}
/** 2025-08-15 is a Friday; wall time in Shanghai. */
const at = (text: string): Date => new Date(`2025-08-${text.replace(' ', 'T')}:00+08:00`)

describe('clock', () => {
  const fourHours = startClock(cn, at('15 14:30'), { value: 4, unit: 'work_hour' })

  it('goes green, yellow, red', () => {
    expect(fourHours.dueAt).toEqual(at('18 09:00'))
    expect(clockState(cn, fourHours, at('15 17:29'))).toMatchObject({ state: 'running', light: 'green' })
    // a quarter left exactly: yellow
    expect(clockState(cn, fourHours, at('15 17:30'))).toMatchObject({ light: 'yellow', remainingMs: HOUR_MS })
    expect(clockState(cn, fourHours, at('17 12:00'))).toMatchObject({ light: 'yellow', remainingMs: HOUR_MS / 2 })
    expect(clockState(cn, fourHours, at('18 09:00'))).toMatchObject({ light: 'yellow', remainingMs: 0, overdueMs: 0 })
    expect(clockState(cn, fourHours, at('18 09:30'))).toMatchObject({ light: 'red', overdueMs: HOUR_MS / 2 })
  })

  it('keeps everything over a pause and is seen frozen meanwhile', () => {
    const paused = pauseClock(cn, fourHours, at('15 16:30'))
    expect(clockState(cn, paused, at('20 09:00'))).toMatchObject({ state: 'paused', usedMs: 2 * HOUR_MS, light: 'green' })
    const resumed = resumeClock(cn, paused, at('20 09:00'))
    expect(resumed.dueAt).toEqual(at('20 11:00'))
    expect(resumed.pausedAt).toBeUndefined()
  })

  it('is red on Saturday when due on Friday evening, and a pause does not heal it', () => {
    const clock = startClock(cn, at('15 14:30'), { value: 3.5, unit: 'work_hour' })
    const paused = pauseClock(cn, clock, at('16 10:00'))
    expect(clockState(cn, paused, at('19 10:00'))).toMatchObject({ light: 'red', overdueMs: 0 })
    const resumed = resumeClock(cn, paused, at('20 09:00'))
    expect(resumed.dueAt).toEqual(at('15 18:00'))
    expect(clockState(cn, resumed, at('20 09:00')).light).toBe('red')
    expect(extendClock(cn, resumed, at('20 09:00'), HOUR_MS).dueAt).toEqual(at('20 10:00'))
  })

  it('leaves a missed deadline missed when the extension is smaller than the delay', () => {
    const late = resumeClock(cn, pauseClock(cn, fourHours, at('18 12:00')), at('20 09:00'))
    expect(late.dueAt).toEqual(at('18 09:00'))
    const extended = extendClock(cn, late, at('20 09:00'), HOUR_MS)
    expect(extended).toMatchObject({ dueAt: at('18 09:00'), extensions: 1, extendedMs: HOUR_MS })
    expect(clockState(cn, extended, at('20 09:30'))).toMatchObject({ light: 'red', overdueMs: 2.5 * HOUR_MS })
  })

  it('stops for good', () => {
    const stopped = stopClock(cn, fourHours, at('15 17:30'))
    expect(clockState(cn, stopped, at('30 12:00'))).toMatchObject({ state: 'stopped', usedMs: 3 * HOUR_MS, light: 'yellow' })
    expect(() => pauseClock(cn, stopped, at('30 12:00'))).toThrow(ClockError)
    const both = stopClock(cn, pauseClock(cn, fourHours, at('15 15:30')), at('30 12:00'))
    expect(clockState(cn, both, at('31 12:00'))).toMatchObject({ state: 'stopped', usedMs: HOUR_MS, light: 'green' })
  })

  it('refuses what its state does not allow', () => {
    const paused = pauseClock(cn, fourHours, at('15 16:30'))
    expect(() => pauseClock(cn, paused, at('15 17:00'))).toThrow(ClockError)
    expect(() => resumeClock(cn, fourHours, at('15 17:00'))).toThrow(ClockError)
    expect(() => pauseClock(cn, fourHours, at('15 14:00'))).toThrow(ClockError)
    expect(() => resumeClock(cn, paused, at('15 16:00'))).toThrow(ClockError)
    expect(() => extendClock(cn, fourHours, at('15 17:00'), 0)).toThrow(RangeError)
  })
})

const calendars = fc.constantFrom(cn, newYork)
const units = fc.constantFrom(...LIMIT_UNITS)
const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 11, 31) }).map((ms) => new Date(ms))
const lengths = fc.oneof(
  fc.integer({ min: 0, max: 40 * DAY_MS }),
  fc.integer({ min: 0, max: 80 }).map((half) => (half * HOUR_MS) / 2),
)

describe('countable time', () => {
  it('adds up: adding a and then b is adding a + b', () => {
    fc.assert(
      fc.property(calendars, units, instants, lengths, lengths, (calendar, unit, from, a, b) => {
        const stepwise = addCountable(calendar, addCountable(calendar, from, a, unit), b, unit)
        expect(stepwise).toEqual(addCountable(calendar, from, a + b, unit))
      }),
      { numRuns: 2000 },
    )
  })

  it('is measured back exactly, and the deadline is the earliest such instant', () => {
    fc.assert(
      fc.property(calendars, units, instants, lengths, (calendar, unit, from, ms) => {
        const due = addCountable(calendar, from, ms, unit)
        expect(countableBetween(calendar, from, due, unit)).toBe(ms)
        if (ms > 0) expect(countableBetween(calendar, from, new Date(due.getTime() - 1), unit)).toBe(ms - 1)
      }),
      { numRuns: 2000 },
    )
  })

  it('grows with both the start and the length', () => {
    fc.assert(
      fc.property(
        calendars,
        units,
        instants,
        fc.nat(9 * DAY_MS),
        lengths,
        fc.nat(DAY_MS),
        (calendar, unit, from, later, ms, more) => {
          const due = addCountable(calendar, from, ms, unit).getTime()
          expect(addCountable(calendar, from, ms + more, unit).getTime()).toBeGreaterThanOrEqual(due)
          expect(addCountable(calendar, new Date(from.getTime() + later), ms, unit).getTime()).toBeGreaterThanOrEqual(due)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('explains every millisecond, spans touching end to end', () => {
    fc.assert(
      fc.property(calendars, units, instants, fc.nat(60), (calendar, unit, from, value) => {
        const { dueAt, steps } = deadline(calendar, from, { value, unit })
        let reached = from.getTime()
        for (const step of steps) {
          if (step.kind !== 'skip' && step.kind !== 'count') continue
          expect(step.from.getTime()).toBe(reached)
          expect(countableBetween(calendar, step.from, step.to, unit)).toBe(step.kind === 'count' ? step.ms : 0)
          reached = step.to.getTime()
        }
        expect(reached).toBe(dueAt.getTime())
      }),
      { numRuns: 1000 },
    )
  })
})

type Act = readonly ['pause' | 'resume' | 'extend' | 'look', number]
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.tuple(fc.constantFrom('pause', 'resume', 'extend', 'look'), fc.integer({ min: 0, max: 4 * DAY_MS })),
  { maxLength: 12 },
)

function act(calendar: WorkingCalendar, clock: Clock, kind: Act[0], now: Date): Clock {
  if (kind === 'extend') return extendClock(calendar, clock, now, clock.limitMs + 1)
  if (kind === 'pause' && !clock.pausedAt) return pauseClock(calendar, clock, now)
  if (kind === 'resume' && clock.pausedAt) return resumeClock(calendar, clock, now)
  return clock
}

describe('clock properties', () => {
  it('never loses time, whatever is done to it', () => {
    fc.assert(
      fc.property(calendars, units, instants, fc.nat(20), acts, (calendar, unit, from, value, list) => {
        let clock = startClock(calendar, from, { value, unit })
        let now = from
        let runMs = 0
        for (const [kind, waitMs] of list) {
          const then = new Date(now.getTime() + waitMs)
          if (!clock.pausedAt) runMs += countableBetween(calendar, now, then, unit)
          clock = act(calendar, clock, kind, then)
          now = then
          const state = clockState(calendar, clock, now)
          expect(state.usedMs).toBe(runMs)
          expect(state.usedMs + state.remainingMs - clock.extendedMs).toBe(clock.limitMs)
          if (state.remainingMs > 0) expect(state.light).not.toBe('red')
          if (state.overdueMs > 0) expect(state.light).toBe('red')
          if (!clock.pausedAt && state.remainingMs > 0) {
            expect(clock.dueAt).toEqual(addCountable(calendar, now, state.remainingMs, unit))
          }
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('is as if never paused when resumed at the same instant', () => {
    fc.assert(
      fc.property(
        calendars,
        units,
        instants,
        fc.integer({ min: 1, max: 20 }),
        fc.nat(3 * DAY_MS),
        (calendar, unit, from, value, wait) => {
          const clock = startClock(calendar, from, { value, unit })
          const now = new Date(from.getTime() + wait)
          fc.pre(now < clock.dueAt)
          expect(resumeClock(calendar, pauseClock(calendar, clock, now), now).dueAt).toEqual(clock.dueAt)
        },
      ),
    )
  })
})
