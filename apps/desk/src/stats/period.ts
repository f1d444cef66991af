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
export const meetsTarget = (target: IndicatorMeta['target'], value: number | null): boolean | null => {
  if (!target || value === null) return null
  return target.kind === 'atLeast' ? value >= target.value : value <= target.value
}
