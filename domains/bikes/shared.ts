/** Small things every file of bikes needs. */
import { refusals } from '#kernel'

export { dayText, first, many, one, type Tx } from '#kernel'
export const { why, notYet } = refusals('bikes')
