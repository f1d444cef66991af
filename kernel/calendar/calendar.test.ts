import { describe, expect, it } from 'vitest'
import {
  addCountable,
  CalendarError,
  countableBetween,
  type DeadlineStep,
  deadline,
  durationZh,
  explainZh,
  findCalendarOn,
  HOUR_MS,
  instantOf,
  type LimitUnit,
  limitLabelZh,
  limitMs,
  NATIONAL_COVERED_YEARS,
  nationalCalendar,
  type WorkingCalendar,
  wallText,
  withOverrides,
} from './index.ts'

const national = nationalCalendar()
const seasonal = nationalCalendar({
  id: 'seasonal',
  seasons: [
    {
      from: '05-01',
      to: '09-30',
      sessions: [
        ['08:00', '12:00'],
        ['15:00', '18:00'],
      ],
    },
    {
      from: '10-01',
      to: '04-30',
      sessions: [
        ['08:30', '12:00'],
        ['14:00', '17:30'],
      ],
    },
  ],
})
const newYork: WorkingCalendar = {
  id: 'NY',
  zone: 'America/New_York',
  seasons: [{ from: '01-01', to: '12-31', sessions: [['00:00', '24:00']] }],
  overrides: { '2025-03-09': { kind: 'work', name: 'Sunday shift' }, '2025-11-02': { kind: 'work', name: 'Sunday shift' } },
  validFrom: '2000-01-01',
}
const district = withOverrides(national, '110105', { '2025-10-09': { kind: 'rest', name: '区庆' } })

const wall = (calendar: WorkingCalendar, text: string): Date =>
  new Date(instantOf(calendar.zone, Date.parse(`${text.replace(' ', 'T')}:00Z`)))

type Row = readonly [calendar: WorkingCalendar, from: string, value: number, unit: LimitUnit, due: string]

const ROWS: readonly Row[] = [
  // Friday 17:00 + a working day: the rest of Friday, then Monday up to 17:00
  [national, '2025-08-15 17:00', 1, 'work_day', '2025-08-18 17:00'],
  // Saturday counts nothing: all of Monday, so the end of Monday
  [national, '2025-08-16 10:00', 1, 'work_day', '2025-08-19 00:00'],
  // zero is due at once, on a Saturday too
  [national, '2025-08-16 10:00', 0, 'work_day', '2025-08-16 10:00'],
  // urgent hours run through the night and the weekend
  [national, '2025-08-15 23:00', 2, 'urgent_hour', '2025-08-16 01:00'],
  // urgent days run through National Day
  [national, '2025-09-30 16:00', 2, 'urgent_day', '2025-10-02 16:00'],
  // natural days likewise
  [national, '2025-09-30 16:00', 10, 'natural_day', '2025-10-10 16:00'],
  // 4 working hours used up exactly at the end of a session are due there, not next morning
  [national, '2025-08-15 13:00', 3.5, 'work_hour', '2025-08-15 18:00'],
  // started in the lunch break: counts from 14:30
  [national, '2025-08-15 12:30', 1, 'work_hour', '2025-08-15 15:30'],
  // started after hours on Friday: counts from Monday 08:30
  [national, '2025-08-15 20:00', 2, 'work_hour', '2025-08-18 10:30'],
  // started before hours
  [national, '2025-08-15 06:00', 2, 'work_hour', '2025-08-15 10:30'],
  // over National Day 2025 (10-01 to 10-08 off): Tuesday 09-30 16:00, then Thursday 10-09
  [national, '2025-09-30 16:00', 1, 'work_day', '2025-10-09 16:00'],
  // the make-up Saturday 10-11 is a working day: 09, 10, 11 and then Monday 13
  [national, '2025-09-30 16:00', 4, 'work_day', '2025-10-13 16:00'],
  // the make-up Sunday 2025-09-28 is worked
  [national, '2025-09-27 10:00', 1, 'work_day', '2025-09-29 00:00'],
  // Spring Festival 2026: 02-14 (Saturday) is worked, 02-15 to 02-23 rest
  [national, '2026-02-13 17:00', 1, 'work_hour', '2026-02-13 18:00'],
  [national, '2026-02-13 17:00', 2, 'work_hour', '2026-02-14 09:30'],
  [national, '2026-02-14 17:00', 2, 'work_hour', '2026-02-24 09:30'],
  // and the make-up Saturday 02-28 after it
  [national, '2026-02-27 12:00', 1, 'work_day', '2026-02-28 12:00'],
  // Labour Day 2026: 05-01 to 05-05 rest, Saturday 05-09 worked
  [national, '2026-04-30 09:00', 3, 'work_day', '2026-05-08 09:00'],
  [national, '2026-04-30 09:00', 5, 'work_day', '2026-05-11 09:00'],
  // seasonal hours change over the holiday: 1 h on 09-30 (17:00-18:00), then from 08:30 on 10-09
  [seasonal, '2025-09-30 17:00', 2, 'work_hour', '2025-10-09 09:30'],
  // and winter to summer: 04-30 ends 17:30, 05-06 starts 08:00
  [seasonal, '2026-04-30 17:00', 1, 'work_hour', '2026-05-06 08:30'],
  // winter season runs over New Year
  [seasonal, '2025-12-31 16:30', 2, 'work_hour', '2026-01-04 09:30'],
  // a district's own day is laid over the national ones
  [district, '2025-09-30 16:00', 1, 'work_day', '2025-10-10 16:00'],
  // a year without a notice: weekends only, 2030-10-01 is an ordinary Tuesday
  [national, '2030-09-30 16:00', 1, 'work_day', '2030-10-01 16:00'],
  // New York springs forward on Sunday 2025-03-09: the day has 23 hours
  [newYork, '2025-03-09 00:00', 23, 'work_hour', '2025-03-10 00:00'],
  // 02:30 does not exist: two hours after midnight the wall shows 03:00
  [newYork, '2025-03-09 00:00', 2, 'urgent_hour', '2025-03-09 03:00'],
  // and falls back on 2025-11-02: the day has 25 hours
  [newYork, '2025-11-02 00:00', 25, 'work_hour', '2025-11-03 00:00'],
  // a day is 24 countable hours, so Friday noon + 1 over the switch weekend is Monday noon
  [newYork, '2025-03-14 12:00', 1, 'work_day', '2025-03-17 12:00'],
]

describe('deadline', () => {
  it.each(ROWS)('$0.id $1 + $2 $3 = $4', (calendar, from, value, unit, due) => {
    const start = wall(calendar, from)
    const { dueAt, steps } = deadline(calendar, start, { value, unit })
    expect(wallText(calendar.zone, dueAt)).toBe(`${due}:00`)
    expect(addCountable(calendar, start, limitMs({ value, unit }), unit)).toEqual(dueAt)
    const counted = steps.reduce((sum, step) => sum + (step.kind === 'count' ? step.ms : 0), 0)
    expect(counted).toBe(limitMs({ value, unit }))
  })

  it('starts nothing inside a gap of the wall clock', () => {
    expect(wallText('America/New_York', wall(newYork, '2025-03-09 02:30'))).toBe('2025-03-09 03:00:00')
    expect(wall(newYork, '2025-11-02 01:30').toISOString()).toBe('2025-11-02T05:30:00.000Z')
  })

  it('explains itself in Chinese, holidays by name', () => {
    const { steps } = deadline(national, wall(national, '2025-09-30 16:00'), { value: 4, unit: 'work_day' })
    expect(explainZh(steps)).toEqual([
      '2025年9月30日（周二）16:00起算，时限4 工作日',
      '9月30日（周二）计8小时，余3天16小时',
      '10月1日（周三）至10月8日（周三）国庆节、中秋节放假，不计',
      '10月9日（周四）至10月10日（周五）计2天，余1天16小时',
      '10月11日（周六）国庆节调休上班，计1天，余16小时',
      '10月12日（周日）周末，不计',
      '10月13日（周一）计16小时',
      '2025年10月13日（周一）16:00到期',
    ])
  })

  it('tells hours, off hours, seasons and midnight', () => {
    const off = deadline(seasonal, wall(seasonal, '2026-04-30 20:00'), { value: 8, unit: 'work_hour' })
    expect(explainZh(off.steps)).toEqual([
      '2026年4月30日（周四）20:00起算，时限8 工作时',
      '4月30日（周四）非工作时间，不计',
      '5月1日（周五）至5月5日（周二）劳动节放假，不计',
      '5月6日（周三）至5月7日（周四）计8小时（08:00-12:00、15:00-18:00）',
      '2026年5月7日（周四）09:00到期',
    ])
    const end = deadline(national, wall(national, '2025-08-16 10:00'), { value: 1, unit: 'work_day' })
    expect(explainZh(end.steps).at(-1)).toBe('2025年8月18日（周一）24:00到期')
    const urgent = deadline(national, wall(national, '2025-12-31 23:00'), { value: 26, unit: 'urgent_hour' })
    expect(explainZh(urgent.steps)[1]).toBe('12月31日（周三）至2026年1月2日（周五）计26小时')
  })

  it('says when a year is only assumed', () => {
    const { steps } = deadline(national, wall(national, '2026-12-31 16:00'), { value: 2, unit: 'work_day' })
    expect(steps.find((step: DeadlineStep) => step.kind === 'assumed')).toEqual({ kind: 'assumed', years: [2027] })
    expect(explainZh(steps)[1]).toBe('2027年放假安排未公布，暂按周末推算')
    const urgent = deadline(national, wall(national, '2030-12-31 16:00'), { value: 2, unit: 'urgent_day' })
    expect(urgent.steps.some((step) => step.kind === 'assumed')).toBe(false)
  })
})

describe('calendar data', () => {
  it('covers the years the product starts with', () => {
    expect(NATIONAL_COVERED_YEARS).toEqual(expect.arrayContaining([2024, 2025, 2026]))
    expect(NATIONAL_COVERED_YEARS).toEqual([...NATIONAL_COVERED_YEARS].sort())
  })

  // Statutory working days printed each year: 2024 has 251, 2025 has 248, 2026 has 248
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('has the right number of working days in %i', (year, days) => {
    const from = wall(national, `${year}-01-01 00:00`)
    const to = wall(national, `${year + 1}-01-01 00:00`)
    expect(countableBetween(national, from, to, 'work_day') / (24 * HOUR_MS)).toBe(days)
    expect(countableBetween(national, from, to, 'work_hour') / HOUR_MS).toBe(days * 7)
    expect(countableBetween(national, to, from, 'work_day') / (24 * HOUR_MS)).toBe(-days)
  })

  it('finds the calendar in force on a date', () => {
    const old = nationalCalendar({ id: 'old', validTo: '2025-04-30' })
    const now = nationalCalendar({ id: 'now', validFrom: '2025-05-01' })
    expect(findCalendarOn([old, now], '2025-04-30')?.id).toBe('old')
    expect(findCalendarOn([old, now], '2025-05-01')?.id).toBe('now')
    expect(findCalendarOn([old, now], '1999-05-01')).toBeUndefined()
  })

  const at = new Date('2025-06-02T01:00:00Z')
  // each row is a calendar nobody can count with
  it.each<[string, Partial<WorkingCalendar>]>([
    ['a session that ends before it starts', { seasons: [{ from: '01-01', to: '12-31', sessions: [['12:00', '08:00']] }] }],
    [
      'overlapping sessions',
      {
        seasons: [
          {
            from: '01-01',
            to: '12-31',
            sessions: [
              ['08:00', '12:00'],
              ['11:00', '13:00'],
            ],
          },
        ],
      },
    ],
    ['not a time', { seasons: [{ from: '01-01', to: '12-31', sessions: [['8点', '12:00']] }] }],
    ['a day without a season', { seasons: [{ from: '01-01', to: '06-30', sessions: [['08:00', '12:00']] }] }],
    ['a season that is no date', { seasons: [{ from: '1月', to: '12-31', sessions: [] }] }],
    ['an override on no date', { overrides: { '2025-02-30': { kind: 'rest', name: '' } } }],
  ])('refuses %s', (_, change) => {
    expect(() => addCountable({ ...national, ...change }, at, 1, 'work_hour')).toThrow(CalendarError)
  })

  it('refuses to search for ever, and lengths that are none', () => {
    const idle = { ...national, seasons: [{ from: '01-01', to: '12-31', sessions: [] }] }
    expect(() => addCountable(idle, at, 1, 'work_hour')).toThrow(RangeError)
    expect(() => addCountable(national, at, -1, 'work_hour')).toThrow(RangeError)
    expect(() => limitMs({ value: Number.NaN, unit: 'work_day' })).toThrow(RangeError)
    expect(() => countableBetween(national, new Date(Number.NaN), at, 'work_day')).toThrow(RangeError)
  })

  it('labels limits and lengths', () => {
    expect(limitLabelZh({ value: 2, unit: 'urgent_hour' })).toBe('2 紧急工作时')
    expect(limitLabelZh({ value: 5, unit: 'work_day' })).toBe('5 工作日')
    expect(durationZh(26.5 * HOUR_MS, 'work_hour')).toBe('26小时30分')
    expect(durationZh(26.5 * HOUR_MS, 'work_day')).toBe('1天2小时30分')
    expect(durationZh(12_000, 'work_day')).toBe('12秒')
  })
})
