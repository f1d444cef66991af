/** Small things every file of volunteering needs. */
import { type Refusal, refuse } from '#kernel'
import './errors.ts'

export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('volunteers.field', { why: text }) : undefined
export const notYet = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('volunteers.not-yet', { why: text }) : undefined
/** Hours between two instants to a tenth, as hours are counted. */
export const tenths = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / 360_000) / 10
