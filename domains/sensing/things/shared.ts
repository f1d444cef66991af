/** Small things every file of things needs. */
import { type Refusal, refuse } from '#kernel'

export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('sensing.field', { why: text }) : undefined
