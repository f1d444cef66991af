import { expect, it } from 'vitest'
import { addMonths } from '#kernel'
import { gradeOf } from './grade.ts'
import { progressOf } from './progress.ts'
import { weekOf } from './shared.ts'

it('五年进度可超100,同率同名次,按现有进度推算', () => {
  const [a, b, c] = progressOf(
    [
      { targetM2: 1000, handledM2: 1200 },
      { targetM2: 1000, handledM2: 100 },
      { targetM2: 0, handledM2: 0 },
    ],
    2026,
    2030,
    '2027-01-01',
  )
  expect(a).toMatchObject({ rank: 1, percent: 120, forecastPercent: 600.33 })
  expect(b).toMatchObject({ rank: 2, percent: 10, reachedOn: '2035-12-30' })
  expect(c).toMatchObject({ rank: 3, percent: null, forecastPercent: null, reachedOn: null })
})
it('三项中最重的定级', () => {
  expect(gradeOf({ structure: 'none', fire: 'none', use: 'none' })).toBe('A')
  expect(gradeOf({ structure: 'slight', fire: 'serious', use: 'none' })).toBe('C')
  expect(gradeOf({ structure: 'none', fire: 'none', use: 'critical' })).toBe('D')
})
it('月末、周一', () => {
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
  expect(addMonths('2026-01-01', -1)).toBe('2025-12-01')
  expect(weekOf(new Date('2026-03-01T15:59:00Z'))).toBe('2026-02-23')
  expect(weekOf(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02')
})
