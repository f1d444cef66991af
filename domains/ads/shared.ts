/** Small things every file of outdoor advertising needs. */
import { refusals } from '#kernel'

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
export const { why, notYet } = refusals('ads')
export { streetOf } from '#kernel'
