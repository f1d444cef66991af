/** Small things every file of volunteering needs. */
import { refusals } from '#kernel'
import './errors.ts'

export const { why, notYet } = refusals('volunteers')
/** Hours between two instants to a tenth, as hours are counted. */
export const tenths = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / 360_000) / 10
