/** Small things every file of parking needs. */
import { refusals } from '#kernel'

export const { why, notYet } = refusals('parking')
export const minuteMs = 60_000
export const yuan = (fen: number): string => (fen / 100).toFixed(2)
/** A part in percent with two decimals; null where there is nothing to divide by. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 10_000) / whole) / 100
