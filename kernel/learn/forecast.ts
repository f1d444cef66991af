/**
 * Counts of the weeks to come from the counts of the weeks that were. A few plain models compete on the earlier half of the
 * back-test; the error and the coverage that are shown come from the later half, which had no say in the choice.
 */
export interface ForecastModel {
  readonly id: 'mean' | 'holt' | 'week' | 'year' | 'seasonal'
  readonly zh: string
  /** Weeks of history without which it is not tried. */
  readonly least: number
  /** @param days counts by day, whole weeks, oldest first @returns counts of the next weeks */
  readonly predict: (days: readonly number[], horizon: number) => readonly number[]
}
export const weeksOf = (days: readonly number[]): readonly number[] =>
  Array.from({ length: Math.floor(days.length / 7) }, (_, w) => days.slice(w * 7, w * 7 + 7).reduce((n, d) => n + d, 0))
const meanOf = (list: readonly number[]): number => (list.length === 0 ? 0 : list.reduce((n, v) => n + v, 0) / list.length)
const grid = [0.05, 0.1, 0.2, 0.35, 0.5] as const
const damping = 0.95

interface Smoothed {
  readonly next: (h: number) => number
  readonly error: number
}
/** Holt-Winters, additive trend (damped) and additive season of `period` steps; a period of one is Holt's method. */
const smooth = (y: readonly number[], period: number, alpha: number, beta: number, gamma: number): Smoothed => {
  const seasons = Math.floor(y.length / period)
  const whole = meanOf(y.slice(0, period * Math.min(2, seasons)))
  const season = Array.from({ length: period }, (_, i) =>
    period === 1 ? 0 : meanOf(y.filter((_v, t) => t % period === i && t < period * Math.min(2, seasons))) - whole,
  )
  let [level, trend, error] = [whole, 0, 0]
  for (const [t, value] of y.entries()) {
    const i = t % period
    const had = season[i] ?? 0
    const expected = level + damping * trend
    const miss = value - expected - had
    if (t >= period) error += miss * miss
    const before = level
    level = alpha * (value - had) + (1 - alpha) * expected
    trend = beta * (level - before) + (1 - beta) * damping * trend
    if (period > 1) season[i] = gamma * (value - level) + (1 - gamma) * had
  }
  const steps = (h: number): number => (damping * (1 - damping ** h)) / (1 - damping)
  return { error, next: (h) => Math.max(0, level + steps(h) * trend + (season[(y.length + h - 1) % period] ?? 0)) }
}
const bestSmoothed = (y: readonly number[], period: number): Smoothed => {
  let best: Smoothed | undefined
  for (const alpha of grid)
    for (const beta of [0, 0.05] as const)
      for (const gamma of period === 1 ? ([0] as const) : ([0.05, 0.2] as const)) {
        const one = smooth(y, period, alpha, beta, gamma)
        if (!best || one.error < best.error) best = one
      }
  return best ?? smooth(y, period, 0.2, 0, 0.1)
}
const ahead = (horizon: number, of: (h: number) => number): readonly number[] =>
  Array.from({ length: horizon }, (_, i) => of(i + 1))
const yearWeeks = 52
/** The same weeks a year ago, smoothed over three weeks against a feast that moved, at the level of now. */
const lastYear = (y: readonly number[], h: number): number => {
  const at = y.length + h - 1 - yearWeeks
  const before = meanOf(y.slice(Math.max(0, at - 1), at + 2))
  const [now, then] = [meanOf(y.slice(-8)), meanOf(y.slice(-8 - yearWeeks, -yearWeeks))]
  return then > 0 ? before * (now / then) : before
}
export const forecastModels: readonly ForecastModel[] = [
  { id: 'mean', zh: '近四周平均', least: 4, predict: (d, n) => ahead(n, () => meanOf(weeksOf(d).slice(-4))) },
  {
    id: 'holt',
    zh: '指数平滑(水平与趋势)',
    least: 8,
    predict: (d, n) => ahead(n, bestSmoothed(weeksOf(d), 1).next),
  },
  {
    id: 'week',
    zh: '霍尔特-温特斯(按日,周内季节)',
    least: 8,
    predict: (d, n) => {
      // Two years of days say no more about the days of a week than half a year does, and cost four times as much.
      const { next } = bestSmoothed(d.slice(-182), 7)
      return ahead(n, (week) => Array.from({ length: 7 }, (_, i) => next((week - 1) * 7 + i + 1)).reduce((s, v) => s + v, 0))
    },
  },
  {
    id: 'year',
    zh: '上年同期按近期水平折算',
    least: yearWeeks + 10,
    predict: (d, n) => ahead(n, (h) => lastYear(weeksOf(d), h)),
  },
  {
    id: 'seasonal',
    zh: '霍尔特-温特斯(按周,年内季节)',
    least: 2 * yearWeeks,
    predict: (d, n) => ahead(n, bestSmoothed(weeksOf(d), yearWeeks).next),
  },
]

export interface Tried {
  /** Week that was to come, by index into the weeks. */
  readonly week: number
  readonly step: number
  readonly actual: number
  readonly predicted: number
  readonly low: number
  readonly high: number
}
export interface Forecast {
  readonly model: ForecastModel
  readonly weeks: readonly { readonly value: number; readonly low: number; readonly high: number }[]
  /** Of the part of the back-test that had no say: one step ahead to the horizon. */
  readonly tested: readonly Tried[]
  readonly mae: number
  /** Mean of |error| ÷ actual over the weeks that had any; null where none had. */
  readonly mape: number | null
  /** The same error by the four weeks' mean, the plainest model there is. */
  readonly plainMae: number
  /** Share of the tested weeks inside the band. */
  readonly coverage: number
}
export interface ForecastOptions {
  readonly horizon: number
  /** Weeks of back-test: the first half chooses, the second is shown. */
  readonly origins: number
  /** Share of weeks the band should hold. */
  readonly share: number
}
/** Least history: eight weeks to learn from and the back-test. */
export const leastWeeks = ({ origins, horizon }: Pick<ForecastOptions, 'origins' | 'horizon'>): number =>
  8 + origins + horizon - 1

/** A model is taken in place of a plainer one when its error is at most this share of the other's. */
const clearly = 0.96
interface Trial {
  readonly origin: number
  readonly predicted: readonly number[]
}
/** Errors of counts grow with the root of the count: they are compared, and widened again, on that scale. */
const scaleOf = (predicted: number): number => Math.sqrt(Math.max(1, predicted))
/** The least value that `share` of the list does not exceed, with one more for what has not been seen. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length + 1) * share) - 1)] ?? 0
/** Errors, on their scale, of trials whose week had been lived through when `by` began. */
const missesBy = (trials: readonly Trial[], y: readonly number[], by: number): readonly number[] =>
  trials
    .flatMap(({ origin, predicted }) =>
      predicted.flatMap((p, i) => (origin + i < by ? [Math.abs((y[origin + i] ?? 0) - p) / scaleOf(p)] : [])),
    )
    .sort((a, b) => a - b)
const band = (predicted: number, width: number) => ({
  low: Math.max(0, predicted - width * scaleOf(predicted)),
  high: predicted + width * scaleOf(predicted),
})
const errorsOf = (trials: readonly Trial[], y: readonly number[]): readonly number[] =>
  trials.flatMap(({ origin, predicted }) => predicted.map((p, i) => Math.abs((y[origin + i] ?? 0) - p)))

/** @param days counts by day, oldest first, whole weeks @returns undefined where history is shorter than `leastWeeks` */
export const forecast = (days: readonly number[], options: ForecastOptions): Forecast | undefined => {
  const { horizon, origins, share } = options
  const y = weeksOf(days)
  if (y.length < leastWeeks(options)) return undefined
  const first = y.length - origins - horizon + 1
  const candidates = forecastModels.filter((m) => m.least <= first)
  const trials = candidates.map((model) =>
    Array.from({ length: origins }, (_, n): Trial => {
      const origin = first + n
      return { origin, predicted: model.predict(days.slice(0, origin * 7), horizon) }
    }),
  )
  const half = Math.floor(origins / 2)
  // The plainest model stands first; another must be clearly better, for a little better is chance.
  const chosen = trials
    .map((list, i) => ({ i, error: meanOf(errorsOf(list.slice(0, half), y)) }))
    .reduce((best, one) => (one.error < best.error * clearly ? one : best)).i
  const [own = [], plain = []] = [trials[chosen], trials[0]]
  const model = candidates[chosen] as ForecastModel
  const tested = own.slice(half).flatMap(({ origin, predicted }) => {
    const width = quantile(missesBy(own, y, origin), share)
    return predicted.map(
      (p, i): Tried => ({ week: origin + i, step: i + 1, actual: y[origin + i] ?? 0, predicted: p, ...band(p, width) }),
    )
  })
  const misses = tested.map((t) => Math.abs(t.actual - t.predicted))
  const shares = tested.flatMap((t, i) => (t.actual > 0 ? [(misses[i] ?? 0) / t.actual] : []))
  const width = quantile(missesBy(own, y, y.length), share)
  return {
    model,
    weeks: model.predict(days, horizon).map((value) => ({ value, ...band(value, width) })),
    tested,
    mae: meanOf(misses),
    mape: shares.length === 0 ? null : meanOf(shares),
    plainMae: meanOf(errorsOf(plain.slice(half), y)),
    coverage: meanOf(tested.map((t) => (t.actual >= t.low && t.actual <= t.high ? 1 : 0))),
  }
}
/** Share of each day of the week, Monday first, over the last half year. */
export const weekdayShares = (days: readonly number[]): readonly number[] => {
  const recent = days.slice(-182)
  const sums = Array.from({ length: 7 }, (_, i) => recent.filter((_v, t) => t % 7 === i).reduce((n, v) => n + v, 0))
  const total = sums.reduce((n, v) => n + v, 0)
  return sums.map((s) => (total === 0 ? 0 : s / total))
}
