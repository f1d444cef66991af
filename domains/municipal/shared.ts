/** Small things every file of municipal works needs. */
import { refusals } from '#kernel'

export const { why, notYet } = refusals('municipal')
