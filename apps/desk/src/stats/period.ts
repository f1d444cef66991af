/** Periods of statistics, in the calendar of Beijing; the end is exclusive. */
import { serverNow } from '#kernel/web/clock.ts'
import { dayOf } from '#kernel/web/format.ts'
import type { IndicatorMeta } from '#kernel/web/types.ts'

export const periodNames = ['today', 'week', 'month', 'year', 'custom'] as const
export type PeriodName = (typeof periodNames)[number]
export interface Period {
  readonly from: string
  readonly to: string
}
const dayMs = 86_400_000
const start = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)
const between = (from: number, to: number): Period => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() })
export const periodOf = (name: PeriodName, custom?: { readonly from?: string; readonly to?: string }): Period => {
  const today = dayOf(serverNow())
  const begin = start(today)
  const end = begin + dayMs
  if (name === 'week') return between(begin - ((new Date(begin + 8 * 3_600_000).getUTCDay() + 6) % 7) * dayMs, end)
  if (name === 'month') return between(start(`${today.slice(0, 7)}-01`), end)
  if (name === 'year') return between(start(`${today.slice(0, 4)}-01-01`), end)
  if (name === 'custom' && custom?.from && custom.to) return between(start(custom.from), start(custom.to) + dayMs)
  return between(begin, end)
}
/** The period a key of a time split stands for: `2026-11-21 09`, `2026-11-21`, `2026-11` or `2026`. */
export const periodOfKey = (key: string): Period => {
  const [day = '', clock] = key.split(' ')
  if (clock !== undefined) {
    const begin = Date.parse(`${day}T${clock}:00:00+08:00`)
    return between(begin, begin + 3_600_000)
  }
  const [year = 0, month, date] = day.split('-').map(Number)
  if (date !== undefined) return between(start(day), start(day) + dayMs)
  const zoneMs = 8 * 3_600_000
  const from = Date.UTC(year, (month ?? 1) - 1, 1) - zoneMs
  return between(from, (month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1)) - zoneMs)
}
export const meetsTarget = (target: IndicatorMeta['target'], value: number | null): boolean | null => {
  if (!target || value === null) return null
  return target.kind === 'atLeast' ? value >= target.value : value <= target.value
}
