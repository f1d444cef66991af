/** Small things every file of waste sorting needs. */
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
export const { why, notYet } = refusals('sorting')
export { streetOf } from '#kernel'
/** The sum of one number of the lines of a table, to three decimals. */
export const total = <T>(lines: readonly T[], of: (line: T) => number): number =>
  Math.round(lines.reduce((n, line) => n + of(line), 0) * 1000) / 1000
/** What stands twice in a list. */
export const repeated = (names: readonly string[]): string | undefined => names.find((name, i) => names.indexOf(name) < i)
/** A name for the district itself where a row has no street. */
export const streetSql = (column: string): string => `coalesce(nullif(left(${column}, 9), ''), 'all')`
