/** 信度与区分度: what the scores of a quarter say about the scheme itself. Pure; classical test theory over the shares of full marks. */
import { round2 } from '../scoring.ts'

export interface Sheet {
  /** One assessed street in one round: score and full marks by item code; items not assessed are left out. */
  readonly items: readonly { readonly code: string; readonly full: number; readonly score: number }[]
}
export interface ItemQuality {
  readonly code: string
  readonly sheets: number
  /** Mean share of the full marks, %. */
  readonly mean: number
  /** Sample standard deviation of the share, percentage points. */
  readonly spread: number
  /** Correlation with the sum of the other items; null where one of the two never varies. */
  readonly discrimination: number | null
}
const meanOf = (xs: readonly number[]): number => xs.reduce((n, x) => n + x, 0) / xs.length
const variance = (xs: readonly number[]): number => {
  const mean = meanOf(xs)
  return xs.length < 2 ? 0 : xs.reduce((n, x) => n + (x - mean) ** 2, 0) / (xs.length - 1)
}
export const correlation = (xs: readonly number[], ys: readonly number[]): number | null => {
  const [mx, my] = [meanOf(xs), meanOf(ys)]
  const top = xs.reduce((n, x, i) => n + (x - mx) * ((ys[i] ?? 0) - my), 0)
  const bottom = Math.sqrt(xs.reduce((n, x) => n + (x - mx) ** 2, 0) * ys.reduce((n, y) => n + (y - my) ** 2, 0))
  return bottom < 1e-9 ? null : round2(top / bottom)
}
export const qualityOf = (sheets: readonly Sheet[]): readonly ItemQuality[] =>
  [...new Set(sheets.flatMap((s) => s.items.map((i) => i.code)))].sort().map((code) => {
    const own = sheets.filter((s) => s.items.some((i) => i.code === code))
    const shares = own.map((s) => {
      const item = s.items.find((i) => i.code === code)
      return item && item.full > 0 ? (100 * item.score) / item.full : 0
    })
    const rest = own.map((s) => s.items.filter((i) => i.code !== code).reduce((n, i) => n + i.score, 0))
    return {
      code,
      sheets: own.length,
      mean: round2(meanOf(shares)),
      spread: round2(Math.sqrt(variance(shares))),
      discrimination: correlation(shares, rest),
    }
  })
/** Cronbach's alpha over the sheets on which every item was assessed; null with fewer than two items or three sheets, or no variance. */
export const alphaOf = (sheets: readonly Sheet[]): number | null => {
  const codes = [...new Set(sheets.flatMap((s) => s.items.map((i) => i.code)))]
  const whole = sheets.filter((s) => s.items.length === codes.length)
  if (codes.length < 2 || whole.length < 3) return null
  const scoreOf = (s: Sheet, code: string): number => s.items.find((i) => i.code === code)?.score ?? 0
  const total = variance(whole.map((s) => s.items.reduce((n, i) => n + i.score, 0)))
  if (total < 1e-9) return null
  const parts = codes.reduce((n, code) => n + variance(whole.map((s) => scoreOf(s, code))), 0)
  return round2((codes.length / (codes.length - 1)) * (1 - parts / total))
}
