/** Small things every file of 市容 needs. */
import { type Refusal, refuse } from '#kernel'

export {
  addDays,
  addMonths,
  bySystem,
  dayText as dayAt,
  endOf,
  first,
  many,
  one,
  parameterOf,
  percentOf,
  round,
  startOf,
  type Tx,
} from '#kernel'
export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('appearance.field', { why: text }) : undefined
export const notYet = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('appearance.not-yet', { why: text }) : undefined
/** What stands twice in a list. */
export const repeated = (names: readonly string[]): string | undefined => names.find((name, i) => names.indexOf(name) < i)
export const streetOf = (area: string | null | undefined): string | null => (area && area.length >= 9 ? area.slice(0, 9) : null)
