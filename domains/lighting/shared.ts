/** Small things every file of lighting needs. */
import { hourMs, type Refusal, refuse } from '#kernel'

export { dayText, first, many, one, type Tx } from '#kernel'
export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('lighting.field', { why: text }) : undefined
export const notYet = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('lighting.not-yet', { why: text }) : undefined
/** A picture that shows whether a lamp is lit is taken between 18:00 and 06:00. */
export const notAtNight = (takenAt: string): Refusal | undefined => {
  const hour = new Date(new Date(takenAt).getTime() + 8 * hourMs).getUTCHours()
  return why(hour >= 6 && hour < 18, '照片应在夜间(18时至次日6时)拍摄')
}
