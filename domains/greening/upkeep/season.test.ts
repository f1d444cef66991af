import { describe, expect, it } from 'vitest'
import { isWithin, plantableFrom } from './season.ts'

describe('适栽季', () => {
  it.each([
    ['2026-01-12', '2026-02-16'],
    ['2025-12-01', '2026-02-16'],
    ['2026-02-15', '2026-02-16'],
    ['2026-02-16', null],
    ['2025-11-30', null],
  ])('%s 可栽自 %s', (day, from) => expect(plantableFrom(day, 1201, 215)).toBe(from))
  it.each([
    ['2026-04-15', 401, 515, true],
    ['2026-05-16', 401, 515, false],
    ['2026-12-31', 1201, 215, true],
    ['2026-07-01', 1201, 215, false],
  ] as const)('%s 在窗口 %i—%i 内:%s', (day, from, to, is) => expect(isWithin(day, from, to)).toBe(is))
})
