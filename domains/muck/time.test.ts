import { describe, expect, it } from 'vitest'
import { isoWeek, isWithin, mondayOf } from './time.ts'

describe('时段与周', () => {
  it.each([
    ['21:00', '05:00', '23:10', true],
    ['21:00', '05:00', '04:59', true],
    ['21:00', '05:00', '12:00', false],
    ['09:00', '16:00', '09:00', true],
    ['09:00', '16:00', '16:01', false],
  ])('%s—%s 之内 %s:%s', (from, to, at, isIn) => expect(isWithin(from, to, at)).toBe(isIn))
  it.each([
    ['2026-01-01', '2026-W01', '2025-12-29'],
    ['2025-12-29', '2026-W01', '2025-12-29'],
    ['2027-01-03', '2026-W53', '2026-12-28'],
    ['2026-03-02', '2026-W10', '2026-03-02'],
    ['2026-03-08', '2026-W10', '2026-03-02'],
  ])('%s 是 %s', (day, week, monday) => {
    expect([isoWeek(day), mondayOf(day)]).toEqual([week, monday])
  })
})
