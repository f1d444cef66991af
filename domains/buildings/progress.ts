/** Progress of a five-year programme. Pure. */
export interface Progress {
  readonly rank: number
  /** Handled of the target, in percent; may exceed 100. */
  readonly percent: number | null
  /** Area at the end of the fifth year, at the pace so far. */
  readonly forecastM2: number
  readonly forecastPercent: number | null
  /** Day on which the target is reached at the pace so far; null where nothing has been handled yet. */
  readonly reachedOn: string | null
}
const dayMs = 86_400_000
const round = (n: number): number => Math.round(n * 100) / 100
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
/**
 * @param today local day
 * @returns one line for each town, in the order given; towns of the same percent share a rank
 */
export const progressOf = (
  towns: readonly { readonly targetM2: number; readonly handledM2: number }[],
  fromYear: number,
  toYear: number,
  today: string,
): readonly Progress[] => {
  const [from, to] = [Date.UTC(fromYear, 0, 1), Date.UTC(toYear + 1, 0, 1)]
  const gone = Math.min(Math.max(Date.parse(today) - from, dayMs), to - from)
  const shares = towns.map((t) => (t.targetM2 > 0 ? t.handledM2 / t.targetM2 : null))
  return towns.map((t, i) => {
    const share = shares[i] ?? null
    const forecastM2 = (t.handledM2 * (to - from)) / gone
    return {
      rank: 1 + shares.filter((s) => (s ?? -1) > (share ?? -1)).length,
      percent: share === null ? null : round(share * 100),
      forecastM2: round(forecastM2),
      forecastPercent: t.targetM2 > 0 ? round((forecastM2 * 100) / t.targetM2) : null,
      reachedOn: t.handledM2 > 0 ? dayOf(from + (gone * t.targetM2) / t.handledM2) : null,
    }
  })
}
