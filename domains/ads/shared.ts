/** Small things every file of outdoor advertising needs. */
import { type Refusal, refuse } from '#kernel'

export {
  addMonths,
  bySystem,
  dayMs,
  dayText as dayAt,
  endOf,
  first,
  hourMs,
  many,
  one,
  parameterOf,
  percentOf,
  round,
  startOf,
  type Tx,
} from '#kernel'
export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('ads.field', { why: text }) : undefined
export const notYet = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('ads.not-yet', { why: text }) : undefined
export const streetOf = (area: string | null): string | null => (area && area.length >= 9 ? area.slice(0, 9) : null)
