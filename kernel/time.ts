/** Days are the district's own: the same instant may be another day elsewhere. */
import { wallText } from './calendar/index.ts'
import type { Kernel } from './kernel.ts'

/** The calendar day of an instant in the district's zone, `YYYY-MM-DD`. */
export const dayOf = (kernel: Pick<Kernel, 'calendar'>, district: string, at: Date): string =>
  wallText(kernel.calendar(district).zone, at).slice(0, 10)
