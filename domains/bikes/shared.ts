/** Small things every file of bikes needs. */
import { type Refusal, refuse } from '#kernel'

export { dayText, first, many, one, type Tx } from '#kernel'
export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('bikes.field', { why: text }) : undefined
export const notYet = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('bikes.not-yet', { why: text }) : undefined
