/** How likely so many are by chance alone: exact tails, so that a hint can say how often it would be wrong. */

const logFactorials: number[] = [0]
const logFactorial = (n: number): number => {
  for (let i = logFactorials.length; i <= n; i++) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i))
  return logFactorials[n] ?? 0
}
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)
/** Chance of `k` or more (`isUp`), or of `k` or fewer, of `n` throws that come off with chance `p`. */
export const binomialTail = (k: number, n: number, p: number, isUp: boolean): number => {
  if (p <= 0) return isUp && k > 0 ? 0 : 1
  if (p >= 1) return isUp || k >= n ? 1 : 0
  let sum = 0
  for (let i = isUp ? k : 0; i <= (isUp ? n : k); i++)
    sum += Math.exp(logChoose(n, i) + i * Math.log(p) + (n - i) * Math.log(1 - p))
  return Math.min(1, sum)
}
export interface Stratum {
  /** All meetings here, and those of the one and of the other. */
  readonly total: number
  readonly one: number
  readonly other: number
}
const meetings = ({ total, one, other }: Stratum): readonly number[] => {
  const least = Math.max(0, one + other - total)
  return Array.from({ length: Math.min(one, other) + 1 }, (_, k) =>
    k < least ? 0 : Math.exp(logChoose(one, k) + logChoose(total - one, other - k) - logChoose(total, other)),
  )
}
/** How often two would have met had the other been drawn by lot within each stratum: expected, and the chance of so often or oftener. */
export const meetingChance = (strata: readonly Stratum[], met: number): { readonly expected: number; readonly p: number } => {
  let sums: readonly number[] = [1]
  for (const stratum of strata) {
    const own = meetings(stratum)
    const next = new Array<number>(sums.length + own.length - 1).fill(0)
    for (const [i, a] of sums.entries()) for (const [j, b] of own.entries()) next[i + j] = (next[i + j] ?? 0) + a * b
    sums = next
  }
  return {
    expected: strata.reduce((n, s) => n + (s.one * s.other) / s.total, 0),
    p: Math.min(
      1,
      sums.slice(met).reduce((n, x) => n + x, 0),
    ),
  }
}
