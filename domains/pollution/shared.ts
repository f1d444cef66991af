/** Small things every file of 油烟噪声扬尘 needs. */
import { refusals } from '#kernel'

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
export const { why, notYet } = refusals('pollution')
/** What stands twice in a list. */
export const repeated = (names: readonly string[]): string | undefined => names.find((name, i) => names.indexOf(name) < i)
export { streetOf } from '#kernel'
