/** Days are the district's own: the same instant may be another day elsewhere. */
import { wallText } from './calendar/index.ts'
import type { Kernel } from './kernel.ts'

const quarterMs = 15 * 60_000
const quarters = new Map<string, { readonly quarter: number; readonly day: string }>()
/** The calendar day of an instant in the district's zone, `YYYY-MM-DD`. No zone has a midnight inside a quarter of an hour, so the last one asked for is remembered. */
export const dayOf = (kernel: Pick<Kernel, 'calendar'>, district: string, at: Date): string => {
  const { zone } = kernel.calendar(district)
  const quarter = Math.floor(at.getTime() / quarterMs)
  const last = quarters.get(zone)
  if (last?.quarter === quarter) return last.day
  const day = wallText(zone, at).slice(0, 10)
  quarters.set(zone, { quarter, day })
  return day
}
