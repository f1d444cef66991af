/** Small things every file of outdoor advertising needs. */
import { refusals } from '#kernel'

export const { why, notYet } = refusals('ads')
