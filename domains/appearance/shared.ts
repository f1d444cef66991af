/** Small things every file of 市容 needs. */
import { refusals } from '#kernel'

export const { why, notYet } = refusals('appearance')
