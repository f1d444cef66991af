/** Small things every file of lighting needs. */
import { hourMs, type Refusal, refusals } from '#kernel'

export const { why, notYet } = refusals('lighting')
/** A picture that shows whether a lamp is lit is taken between 18:00 and 06:00. */
export const notAtNight = (takenAt: string): Refusal | undefined => {
  const hour = new Date(new Date(takenAt).getTime() + 8 * hourMs).getUTCHours()
  return why(hour >= 6 && hour < 18, '照片应在夜间(18时至次日6时)拍摄')
}
