/** Forecasts on series whose season and noise are known. */
import { describe, expect, it } from 'vitest'
import { forecast, weekdayShares, weeksOf } from './forecast.ts'
import { shuffler } from './linear.ts'

const poisson = (mean: number, next: () => number): number => {
  let [k, p] = [0, Math.exp(-mean)]
  for (let sum = p, at = next(); at > sum && k < 1000; sum += p) p *= mean / ++k
  return k
}
/** Days whose rate swings over the year by `swing` and rests by a third at weekends. */
const series = (weeks: number, base: number, swing: number, seed: number): readonly number[] => {
  const roll = shuffler(seed)
  const next = (): number => roll(1_000_000) / 1_000_000
  return Array.from({ length: weeks * 7 }, (_, t) =>
    poisson(base * (1 + swing * Math.sin((2 * Math.PI * t) / 364)) * (t % 7 < 5 ? 1 : 0.66), next),
  )
}
const options = { horizon: 4, origins: 26, share: 0.8 }

describe('负荷预测', () => {
  it('有年度季节的,误差明显小于近四周平均,接近泊松噪声的下限', () => {
    const found = forecast(series(170, 30, 0.5, 5), options)
    if (!found) throw new Error('no forecast')
    const mean = found.tested.reduce((n, t) => n + t.actual, 0) / found.tested.length
    const floor = Math.sqrt((2 * mean) / Math.PI)
    console.log(
      `${found.model.zh}:MAE ${found.mae.toFixed(1)}(泊松下限约 ${floor.toFixed(1)},四周平均 ${found.plainMae.toFixed(1)}),MAPE ${((found.mape ?? 0) * 100).toFixed(1)}%,覆盖 ${(found.coverage * 100).toFixed(0)}%`,
    )
    expect(['year', 'seasonal', 'holt', 'week']).toContain(found.model.id)
    expect(found.mae).toBeLessThan(found.plainMae)
    expect(found.mae).toBeLessThan(2.2 * floor)
  })
  it('八成区间在许多序列上确实盖住约八成', () => {
    let [inside, all] = [0, 0]
    for (let seed = 1; seed <= 24; seed++) {
      const found = forecast(series(70, 8 + seed, 0.3, seed), options)
      for (const t of found?.tested ?? []) {
        all += 1
        inside += t.actual >= t.low && t.actual <= t.high ? 1 : 0
      }
    }
    console.log(`区间覆盖 ${inside}/${all} = ${((inside / all) * 100).toFixed(1)}%`)
    expect(inside / all).toBeGreaterThan(0.72)
    expect(inside / all).toBeLessThan(0.9)
  })
  it('没有季节、没有趋势的不硬造:与四周平均相差无几', () => {
    const found = forecast(series(60, 20, 0, 3), options)
    expect(found && found.mae / found.plainMae).toBeLessThan(1.15)
  })
  it('历史不足不作答;全零也不出错', () => {
    expect(forecast(series(36, 10, 0, 1), options)).toBeUndefined()
    const none = forecast(new Array<number>(60 * 7).fill(0), options)
    expect(none?.mape).toBeNull()
    expect(none?.weeks.every((w) => w.value === 0)).toBe(true)
  })
  it('星期的份额合为一,周末少', () => {
    const shares = weekdayShares(series(40, 40, 0, 2))
    expect(shares.reduce((n, s) => n + s, 0)).toBeCloseTo(1)
    expect((shares[6] ?? 0) / (shares[0] ?? 1)).toBeLessThan(0.8)
    expect(weeksOf([1, 2, 3, 4, 5, 6, 7, 8])).toEqual([28])
  })
})
