/** Small things every file of bikes needs. */
import { refusals } from '#kernel'

export const { why, notYet } = refusals('bikes')
