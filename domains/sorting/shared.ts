/** Small things every file of waste sorting needs. */
import { refusals } from '#kernel'

export const { why, notYet } = refusals('sorting')
/** The sum of one number of the lines of a table, to three decimals. */
export const total = <T>(lines: readonly T[], of: (line: T) => number): number =>
  Math.round(lines.reduce((n, line) => n + of(line), 0) * 1000) / 1000
/** A name for the district itself where a row has no street. */
export const streetSql = (column: string): string => `coalesce(nullif(left(${column}, 9), ''), 'all')`
