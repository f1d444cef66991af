import { describe, expect, it } from 'vitest'
import { nationalCalendar } from '#kernel'
import { addMonths, endOfWorkDays, lastDayOf, workDaysBetween, workDaysInside } from './days.ts'

const calendar = nationalCalendar()
const at = (on: string, time = '10:30') => new Date(`${on}T${time}:00+08:00`)
/**
 * 行政许可法 5 (第32条)、20 与 +10 (第42条)、10 (第44条)、45 (联合办理) working days from 2026-02-12 (before 春节, 调休 14 and 28 February),
 * 2026-04-30 (before 劳动节, 调休 9 May) and 2026-09-18 (中秋, 国庆, 调休 20 September and 10 October); counted by hand.
 */
const table: readonly (readonly [number, string, string, string])[] = [
  [5, '2026-02-26', '2026-05-11', '2026-09-24'],
  [10, '2026-03-04', '2026-05-18', '2026-10-09'],
  [20, '2026-03-18', '2026-06-01', '2026-10-22'],
  [30, '2026-04-01', '2026-06-15', '2026-11-05'],
  [45, '2026-04-23', '2026-07-07', '2026-11-26'],
]
describe('许可期限', () => {
  it.each(table)('%i 个工作日跨春节、劳动节、国庆与调休,当日不计、末日二十四时届满', (days, ...ends) => {
    const starts = ['2026-02-12', '2026-04-30', '2026-09-18']
    expect(starts.map((on) => lastDayOf(calendar, endOfWorkDays(calendar, at(on), days)))).toEqual(ends)
    for (const [i, on] of starts.entries()) {
      expect(endOfWorkDays(calendar, at(on, '00:01'), days)).toEqual(endOfWorkDays(calendar, at(on, '23:59'), days))
      expect(workDaysBetween(calendar, at(on), at(ends[i] ?? '', '17:00'))).toBe(days)
    }
  })
  it('当日办结为0日,次工作日为1日,周末不计;中止只扣其间的工作日', () => {
    expect(workDaysBetween(calendar, at('2026-03-06'), at('2026-03-06', '17:59'))).toBe(0)
    expect(workDaysBetween(calendar, at('2026-03-06'), at('2026-03-08'))).toBe(0)
    expect(workDaysBetween(calendar, at('2026-03-06'), at('2026-03-09'))).toBe(1)
    expect(workDaysInside(calendar, at('2026-03-06'), at('2026-03-09'))).toBe(0)
    expect(workDaysInside(calendar, at('2026-03-06'), at('2026-03-12'))).toBe(3)
  })
  it('有效期按月,短月取末日', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-03-02', 36)).toBe('2029-03-02')
  })
})
