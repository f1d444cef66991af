/** Small things every file of 摊区夜市 needs. */
import { refusals } from '#kernel'

export const { why, notYet } = refusals('stalls')
