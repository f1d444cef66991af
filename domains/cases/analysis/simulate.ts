/** 政策推演: closed cases of a period under other limits, shifts, crews or routing, beside what really was and how far to trust it. */
import { raw, reject, type WorkContext } from '#kernel'
import { type LimitUnit, limitMs, type WorkingCalendar } from '#kernel/calendar/index.ts'
import { addDays, instantOfDay } from './days.ts'
import { createDraw } from './draw.ts'
import {
  axisFor,
  bandOf,
  dueUnder,
  figuresOf,
  type Job,
  type Outcome,
  type Policy,
  type Routing,
  replay,
  type Shift,
  servicesOf,
  shiftOf,
  shifts,
} from './replay.ts'

export interface SimulateAsked {
  readonly from: string
  readonly to: string
  readonly category?: string
  readonly limits: number
  readonly crews: number
  readonly shift: Shift | 'now'
  readonly routing: Routing
}
interface Row {
  readonly queue: string | null
  readonly street: string
  readonly category: string
  readonly day: string
  readonly at: Date
  readonly handled: Date
  readonly due: Date
  readonly limit: { readonly value: number; readonly unit: LimitUnit } | null
  readonly handler: string | null
}
const mostCases = 20_000
const leastCases = 60
const casesSql = `select unit_id::text as queue, coalesce(left(area_code, 9), '') as street, coalesce(category, '') as category,
    to_char(dispatched_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, dispatched_at as at, handled_at as handled, handle_due_at as due,
    handle_limit as "limit", handler::text as handler
  from cases."case" where dispatched_at >= $1 and dispatched_at < $2 and handled_at is not null and handle_due_at is not null and handled_at >= dispatched_at
    and status = any (array['closed', 'force_closed', 'evaluated']) order by dispatched_at, id limit ${mostCases}`
/** One crew for each person who handled; a unit whose cases name nobody is one crew. */
const crewsOf = (rows: readonly Row[]): ReadonlyMap<string, number> => {
  const people = new Map<string, Set<string>>()
  for (const r of rows) {
    const own = people.get(r.queue ?? '') ?? new Set()
    if (r.handler) own.add(r.handler)
    people.set(r.queue ?? '', own)
  }
  return new Map([...people].map(([queue, set]) => [queue, Math.max(1, set.size)]))
}
const jobOf = (r: Row): Job => ({
  queue: r.queue ?? '',
  street: r.street,
  category: r.category,
  day: r.day,
  at: r.at.getTime(),
  handled: r.handled.getTime(),
  due: r.due.getTime(),
  limitMs: r.limit ? limitMs(r.limit) : 0,
  limitUnit: r.limit?.unit ?? 'natural_day',
})
const outcomesOf = (jobs: readonly Job[], ended: readonly number[], due: (job: Job) => number): readonly Outcome[] =>
  jobs.map((j, i) => {
    const end = ended[i] ?? j.handled
    // A second's grace for the way to the axis of worked time and back.
    return { day: j.day, isInTime: end <= due(j) + 1000, hours: (end - j.at) / 3_600_000 }
  })
const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low - 1e-9 && value <= high + 1e-9
/** The second half foretold from the first: its cases as they came, what each took drawn from what the first half took. */
const foretell = (
  calendar: WorkingCalendar,
  jobs: readonly Job[],
  services: Float64Array,
  crews: ReadonlyMap<string, number>,
  same: Policy,
) => {
  const half = Math.floor(jobs.length / 2)
  const pools = new Map<string, number[]>()
  for (let i = 0; i < half; i++) {
    const queue = jobs[i]?.queue ?? ''
    pools.set(queue, [...(pools.get(queue) ?? []), services[i] ?? 0])
  }
  const whole = [...services.slice(0, half)]
  const draw = createDraw(3)
  const later = jobs.slice(half)
  const runs = Array.from({ length: 30 }, () => {
    const took = jobs.map((j, i) => {
      const pool = pools.get(j.queue) ?? whole
      return i < half ? (services[i] ?? 0) : (pool[draw(pool.length)] ?? 0)
    })
    const { ended } = replay(calendar, jobs, took, crews, same)
    const outcomes = outcomesOf(later, ended.slice(half), (j) => j.due)
    return { ...figuresOf(outcomes), band: bandOf(outcomes, 10) }
  })
  const actual = figuresOf(
    outcomesOf(
      later,
      later.map((j) => j.handled),
      (j) => j.due,
    ),
  )
  const rates = runs.map((r) => r.rate).sort((a, b) => a - b)
  // From the lowest of the bands to the highest, less one run in twenty at each end: chance of the service and chance of the days.
  const lows = runs.map((r) => r.band.rate[0]).sort((a, b) => a - b)
  const highs = runs.map((r) => r.band.rate[1]).sort((a, b) => a - b)
  const band = [lows[1] ?? 0, highs.at(-2) ?? 1] as const
  return {
    actual: actual.rate,
    predicted: rates[15] ?? 0,
    low: band[0],
    high: band[1],
    isInside: within(actual.rate, band),
    count: later.length,
  }
}
const round = (n: number, by = 1000): number => Math.round(n * by) / by
const shown = (outcomes: readonly Outcome[]) => {
  const figures = figuresOf(outcomes)
  const band = bandOf(outcomes)
  return {
    rate: round(figures.rate),
    rateLow: round(band.rate[0]),
    rateHigh: round(band.rate[1]),
    median: round(figures.median, 10),
    medianLow: round(band.median[0], 10),
    medianHigh: round(band.median[1], 10),
    p90: round(figures.p90, 10),
  }
}
const byCategory = (jobs: readonly Job[], then: readonly Outcome[], now: readonly Outcome[]) => {
  const groups = new Map<string, number[]>()
  for (const [i, j] of jobs.entries()) groups.set(j.category, [...(groups.get(j.category) ?? []), i])
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, 20)
    .map(([category, list]) => {
      const pick = (from: readonly Outcome[]) => figuresOf(list.flatMap((i) => from[i] ?? []))
      const [was, is] = [pick(then), pick(now)]
      return {
        category,
        count: list.length,
        actualRate: round(was.rate),
        predictedRate: round(is.rate),
        actualMedian: round(was.median, 10),
        predictedMedian: round(is.median, 10),
      }
    })
}
const assumptions = (asked: SimulateAsked, shift: Shift, isCut: boolean): readonly string[] => [
  '只重演期内派遣、已办结的案件;没有办结的不在其中。',
  '每个处置单位是一个队列,先派先办;一人一次办一件,没有写明处置人的单位算一个班组。',
  `现行班次按办结时刻判定为“${shifts[shift]}”;一件案件本身要多少工时取自它自己的历史,不随政策变快变慢。`,
  '时限改变只改变是否按期,不假定处置人员因此加快或放慢;已批准的延期、挂账时间照旧。',
  '没有计入路途远近;改变派遣方式时,工时不变。',
  ...(asked.limits !== 100 && asked.category ? [`时限的改变只用于类别${asked.category}。`] : []),
  ...(isCut ? [`案件多于${mostCases}件,只取最早的${mostCases}件。`] : []),
]

export const simulatePolicy = async (work: WorkContext, asked: SimulateAsked) => {
  if (asked.to <= asked.from) reject('kernel.check', { rule: '止日应晚于起日' })
  const { rows } = await raw<Row>(work.tx, casesSql, [instantOfDay(asked.from), instantOfDay(addDays(asked.to, 1))])
  if (rows.length < leastCases) reject('cases.too-few', { count: rows.length, least: leastCases })
  const calendar = work.kernel.calendar(work.district)
  const jobs = rows.map(jobOf)
  const crews = crewsOf(rows)
  const shift = shiftOf(calendar, jobs)
  const same: Policy = { shift, routing: 'unit', crews: 1, limits: 1, category: '' }
  const policy: Policy = {
    shift: asked.shift === 'now' ? shift : asked.shift,
    routing: asked.routing,
    crews: asked.crews / 100,
    limits: asked.limits / 100,
    category: asked.category ?? '',
  }
  const services = servicesOf(jobs, crews, axisFor(calendar, shift, jobs))
  const actual = outcomesOf(
    jobs,
    jobs.map((j) => j.handled),
    (j) => j.due,
  )
  const unchanged = replay(calendar, jobs, services, crews, same)
  const again = outcomesOf(jobs, unchanged.ended, (j) => j.due)
  const changed = replay(calendar, jobs, services, crews, policy)
  const outcomes = outcomesOf(jobs, changed.ended, (j) => dueUnder(calendar, j, policy))
  const [truth, same2, found] = [shown(actual), shown(again), shown(outcomes)]
  const isTrue = within(truth.rate, [same2.rateLow, same2.rateHigh]) && within(truth.median, [same2.medianLow, same2.medianHigh])
  const later = foretell(calendar, jobs, services, crews, same)
  const sum = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((n, c) => n + c, 0)
  return {
    count: jobs.length,
    actual: truth,
    predicted: found,
    difference: { rate: round((found.rate - truth.rate) * 100, 10), median: round(found.median - truth.median, 10) },
    crews: { now: sum(crews), then: sum(changed.crews), busyNow: round(unchanged.busy), busyThen: round(changed.busy) },
    check: { rate: same2.rate, median: same2.median, isInside: isTrue },
    later: {
      ...later,
      actual: round(later.actual),
      predicted: round(later.predicted),
      low: round(later.low),
      high: round(later.high),
    },
    trust: !isTrue
      ? '按现行政策重演与实际不符,以下推演不可用。'
      : later.isInside
        ? '按现行政策重演与实际一致;用前半段推后半段,实际落在区间内。推演可作参考。'
        : '按现行政策重演与实际一致,但用前半段推后半段,实际落在区间外:期内情况有变化,推演只宜看方向。',
    categories: byCategory(jobs, actual, outcomes),
    assumptions: [...assumptions(asked, shift, rows.length === mostCases)],
  }
}
