/** Small things every file of 油烟噪声扬尘 needs. */
import { refusals } from '#kernel'

export const { why, notYet } = refusals('pollution')
