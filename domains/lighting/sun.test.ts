import { describe, expect, it } from 'vitest'
import { sunTimes } from './sun.ts'

const beijing = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
describe('日出日没', () => {
  it.each([
    ['上海', '2026-06-21', 121.47, 31.23, '04:51', '19:01'],
    ['北京', '2026-06-21', 116.4, 39.9, '04:46', '19:46'],
    ['北京', '2026-12-22', 116.4, 39.9, '07:32', '16:53'],
  ])('%s %s:与历书相差不过三分钟', (_, day, lon, lat, rise, set) => {
    const sun = sunTimes(day, lon, lat)
    const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
    const minutes = (at: Date): number => {
      expect(beijing(at).slice(0, 10)).toBe(day)
      return clock(beijing(at).slice(11))
    }
    expect(Math.abs(minutes(sun.rise) - clock(rise))).toBeLessThanOrEqual(3)
    expect(Math.abs(minutes(sun.set) - clock(set))).toBeLessThanOrEqual(3)
  })
})
