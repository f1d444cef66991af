/** 负荷预测: the counts of the kept figures by day, whole weeks from Monday, for the district and each street. */
import { reject, type WorkContext } from '#kernel'
import { computeIndicator } from '#kernel/indicator/compute.ts'
import { type Forecast, forecast, leastWeeks, weekdayShares, weeksOf } from '#kernel/learn/forecast.ts'
import { addDays, instantOfDay, mondayOf, streetsOf, today } from './days.ts'

export interface LoadAsked {
  readonly measure: string
  readonly weeks: number
  readonly origins: number
}
/** Counts by day over whole weeks, the last one ended; from the first week that has any. */
const dailyOf = async (work: WorkContext, measure: string, areaCode: string | undefined, until: string) => {
  const { kernel, tx, district, now } = work
  const indicator = kernel.indicators.find((i) => i.id === measure) ?? reject('kernel.not-found', { what: `指标${measure}` })
  const values = await computeIndicator(
    tx,
    kernel,
    indicator,
    { district, now, to: instantOfDay(until), by: 'day', ...(areaCode ? { areaCode } : {}) },
    kernel.calendar(district).zone,
  )
  return new Map(values.flatMap((v) => (v.key === null ? [] : [[v.key, v.numerator] as const])))
}
const seriesOf = (counts: ReadonlyMap<string, number>, from: string, until: string): readonly number[] => {
  const days: number[] = []
  for (let day = from; day < until; day = addDays(day, 1)) days.push(counts.get(day) ?? 0)
  return days
}
const share = 0.8
const round1 = (n: number): number => Math.round(n * 10) / 10
const shareOf = (n: number): number => Math.round(n * 1000) / 1000
const modelRow = (area: string, f: Forecast) => ({
  area,
  model: f.model.zh,
  mean: round1(f.tested.reduce((n, t) => n + t.actual, 0) / f.tested.length),
  mae: round1(f.mae),
  mape: f.mape === null ? null : shareOf(f.mape),
  plainMae: round1(f.plainMae),
  coverage: shareOf(f.coverage),
  tested: f.tested.length,
})
const weekRows = (area: string, f: Forecast, y: readonly number[], until: string) =>
  f.weeks.map((week, i) => ({
    area,
    weekFrom: addDays(until, i * 7),
    value: round1(week.value),
    low: round1(week.low),
    high: round1(week.high),
    lastYear: y[y.length + i - 52] ?? null,
  }))
const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

export const forecastLoad = async (work: WorkContext, { measure, weeks: horizon, origins }: LoadAsked) => {
  const until = mondayOf(today(work))
  const whole = await dailyOf(work, measure, undefined, until)
  const firstDay = [...whole.keys()].sort()[0]
  const least = leastWeeks({ horizon, origins })
  if (!firstDay) return reject('cases.history-short', { weeks: 0, least })
  const isMonday = mondayOf(firstDay) === firstDay
  // A week that began before the first count is not a whole one.
  const from = isMonday ? firstDay : addDays(mondayOf(firstDay), 7)
  const days = seriesOf(whole, from, until)
  const district = forecast(days, { horizon, origins, share })
  if (!district) return reject('cases.history-short', { weeks: weeksOf(days).length, least })
  const own = [{ area: work.district, f: district, y: weeksOf(days) }]
  const skipped: { area: string; why: string }[] = []
  for (const { code } of await streetsOf(work.tx)) {
    const streetDays = seriesOf(await dailyOf(work, measure, code, until), from, until)
    const y = weeksOf(streetDays)
    const lived = y.length - y.findIndex((n) => n > 0)
    if (y.every((n) => n === 0)) skipped.push({ area: code, why: '没有案件' })
    else if (lived < least) skipped.push({ area: code, why: `自第一件起只有${lived}周,至少要${least}周` })
    else {
      const f = forecast(streetDays, { horizon, origins, share })
      if (f) own.push({ area: code, f, y })
    }
  }
  return {
    method: `每个区域从五种模型中选一种:${origins}周回测的前一半选误差最小的,后一半算误差、量区间覆盖,这一半未参与选择。区间宽度取此前各周误差的八成分位。不计天气、活动等外来因素;本周未过完,不计入历史,从本周起预测。`,
    history: weeksOf(days).length,
    areas: own.map(({ area, f }) => modelRow(area, f)),
    rows: own.flatMap(({ area, f, y }) => weekRows(area, f, y, until)),
    skipped,
    weekdays: weekdayShares(days).map((s, i) => ({ day: weekdayNames[i] ?? '', share: shareOf(s) })),
    tested: district.tested
      .filter((t) => t.step === 1)
      .map((t) => ({
        weekFrom: addDays(from, t.week * 7),
        predicted: round1(t.predicted),
        low: round1(t.low),
        high: round1(t.high),
        actual: t.actual,
        isInside: t.actual >= t.low && t.actual <= t.high,
      })),
  }
}
