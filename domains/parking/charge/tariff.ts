/**
 * What a stay costs, to the fen, with every step said. Time is counted in whole minutes, days are the district's; in each charged
 * period of a day a begun unit counts as one; the day's sum stops at its cap; money is whole fen throughout.
 */
import { startOf } from '#kernel'
import { minuteMs, yuan } from '../shared.ts'

export interface Band {
  /** `HH:MM`; a band that ends before it begins runs over midnight. */
  readonly begins: string
  readonly ends: string
  readonly unitMinutes: number
  readonly unitFen: number
}
export interface TariffTerms {
  readonly bands: readonly Band[]
  readonly freeMinutes: number
  /** 0: no cap. */
  readonly dayCapFen: number
  readonly isHolidayFree: boolean
  /** The free minutes are taken off a longer stay too; otherwise a longer stay is charged from its first minute. */
  readonly isFreeDeducted: boolean
}
export interface Fee {
  readonly fen: number
  readonly minutes: number
  readonly steps: readonly string[]
}
const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
/** The minutes of a day, 0…1440, that a band covers. */
export const spansOf = (band: Band): readonly (readonly [number, number])[] => {
  const [begins, ends] = [minuteOf(band.begins), band.ends === '24:00' ? 1440 : minuteOf(band.ends)]
  if (begins < ends) return [[begins, ends]]
  return begins === ends ? [[0, 1440]] : [[begins, 1440], ...(ends > 0 ? [[0, ends] as const] : [])]
}
const localDay = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)
const shortDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

const feeOfDay = (
  terms: TariffTerms,
  day: string,
  from: number,
  to: number,
): { readonly fen: number; readonly steps: string[] } => {
  const midnight = startOf(day).getTime()
  const steps: string[] = []
  let fen = 0
  for (const band of terms.bands) {
    const minutes = spansOf(band).reduce(
      (n, [a, b]) =>
        n + Math.max(0, Math.floor((Math.min(to, midnight + b * minuteMs) - Math.max(from, midnight + a * minuteMs)) / minuteMs)),
      0,
    )
    if (minutes === 0) continue
    const units = Math.ceil(minutes / band.unitMinutes)
    const part = units * band.unitFen
    fen += part
    steps.push(
      `${shortDay(day)} ${band.begins}—${band.ends} ${minutes}分钟,每${band.unitMinutes}分钟${yuan(band.unitFen)}元,计${units}段${yuan(part)}元`,
    )
  }
  if (terms.dayCapFen > 0 && fen > terms.dayCapFen) {
    steps.push(`${shortDay(day)}合计${yuan(fen)}元,当日封顶${yuan(terms.dayCapFen)}元`)
    return { fen: terms.dayCapFen, steps }
  }
  return { fen, steps }
}
export interface StayTerms {
  readonly enteredAt: Date
  readonly leftAt: Date
  /** Name of the public holiday, or nothing. */
  readonly holidayOf: (day: string) => string | undefined
  /** Free minutes on top of the tariff's, and why. */
  readonly extraFree?: { readonly minutes: number; readonly zh: string }
  /** Free altogether, and why. */
  readonly exemption?: string
}
export const feeOf = (terms: TariffTerms, stay: StayTerms): Fee => {
  const [entered, left] = [stay.enteredAt.getTime(), stay.leftAt.getTime()]
  const minutes = Math.max(0, Math.floor((left - entered) / minuteMs))
  if (stay.exemption) return { fen: 0, minutes, steps: [`${stay.exemption},免费`] }
  const extra = stay.extraFree?.minutes ?? 0
  const free = terms.freeMinutes + extra
  const freeText = `免费${terms.freeMinutes}分钟${extra > 0 ? `,${stay.extraFree?.zh}另加${extra}分钟` : ''}`
  if (minutes <= free) return { fen: 0, minutes, steps: [`停放${minutes}分钟,${freeText},不收费`] }
  const deducted = terms.isFreeDeducted ? free : extra
  const from = entered + deducted * minuteMs
  const to = entered + minutes * minuteMs
  const steps = [`停放${minutes}分钟,${freeText}${deducted > 0 ? `,扣除${deducted}分钟` : ',超过后自入位起计'}`]
  let fen = 0
  for (let at = from; at < to; ) {
    const day = localDay(at)
    const next = Math.min(to, startOf(day).getTime() + 1440 * minuteMs)
    const holiday = terms.isHolidayFree ? stay.holidayOf(day) : undefined
    if (holiday) steps.push(`${shortDay(day)}${holiday},法定节假日免费`)
    else {
      const part = feeOfDay(terms, day, at, next)
      fen += part.fen
      steps.push(...part.steps)
    }
    at = next
  }
  steps.push(`应收${yuan(fen)}元`)
  return { fen, minutes, steps }
}
/** What a plate itself tells: police end in 警, military begin with WJ, new energy have eight places (GA 36-2018). */
export const plateKindOf = (plate: string): 'police' | 'military' | 'newEnergy' | 'ordinary' =>
  plate.endsWith('警') ? 'police' : plate.startsWith('WJ') ? 'military' : [...plate].length === 8 ? 'newEnergy' : 'ordinary'
