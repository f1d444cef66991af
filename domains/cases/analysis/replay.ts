/**
 * Replaying handled cases through queues: each queue is a number of crews that take the cases as they were handed on, one at a time,
 * in the hours of a shift. What a case took is read off history; how long it waited follows from the policy.
 */
import { addCountable, countableBetween, type LimitUnit, type WorkingCalendar } from '#kernel/calendar/index.ts'
import { createDraw } from './draw.ts'

export interface Job {
  readonly queue: string
  readonly street: string
  readonly category: string
  readonly day: string
  /** Handed on, handled, due: milliseconds. */
  readonly at: number
  readonly handled: number
  readonly due: number
  readonly limitMs: number
  readonly limitUnit: LimitUnit
}
export const shifts = {
  office: '工作日工作时间',
  daily: '每天工作时间(含节假日)',
  long: '每天7时至21时',
  always: '全天24小时',
} as const
export type Shift = keyof typeof shifts
export type Routing = 'unit' | 'street' | 'pool'
export interface Policy {
  readonly shift: Shift
  readonly routing: Routing
  /** Crews as a share of those of now. */
  readonly crews: number
  /** Limits as a share of those of now, for the categories that begin so. */
  readonly limits: number
  readonly category: string
}
const dayMs = 86_400_000
const zoneMs = 8 * 3_600_000
const midnight = (at: number): number => Math.floor((at + zoneMs) / dayMs) * dayMs - zoneMs

/** Worked time as a length: to it and back from it. */
export interface Axis {
  readonly to: (at: number) => number
  readonly from: (worked: number) => number
}
const hours = (from: number, to: number): readonly [number, number] => [from * 3_600_000, to * 3_600_000]
const spansOn = (calendar: WorkingCalendar, shift: Shift, day: number): readonly (readonly [number, number])[] => {
  if (shift === 'long') return [hours(7, 21)]
  const works = shift === 'daily' || countableBetween(calendar, new Date(day), new Date(day + dayMs), 'work_day') > 0
  return works ? [hours(8.5, 12), hours(14.5, 18)] : []
}
/** @param until as far as work may be carried; beyond it the last span goes on */
export const axisOf = (calendar: WorkingCalendar, shift: Shift, since: number, until: number): Axis => {
  if (shift === 'always') return { to: (at) => at, from: (worked) => worked }
  const [starts, ends, totals]: [number[], number[], number[]] = [[], [], [0]]
  for (let day = midnight(since); day < until; day += dayMs)
    for (const [a, b] of spansOn(calendar, shift, day)) {
      starts.push(day + a)
      ends.push(day + b)
      totals.push((totals.at(-1) ?? 0) + b - a)
    }
  const last = (list: readonly number[], value: number): number => {
    let [low, high] = [0, list.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((list[middle] ?? 0) <= value) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  return {
    to: (at) => {
      const i = last(starts, at)
      return i < 0 ? 0 : (totals[i] ?? 0) + Math.min(at, ends[i] ?? at) - (starts[i] ?? at)
    },
    from: (worked) => {
      const i = Math.min(starts.length - 1, Math.max(0, last(totals, worked - 1)))
      return (starts[i] ?? 0) + worked - (totals[i] ?? 0)
    },
  }
}
/** The narrowest shift in which nearly all was handled. */
export const shiftOf = (calendar: WorkingCalendar, jobs: readonly Job[]): Shift => {
  const found = (['office', 'daily', 'long'] as const).find((shift) => {
    const inside = jobs.filter((j) => {
      const day = midnight(j.handled)
      // A minute's grace: what is done at the stroke of the hour is done within it.
      return spansOn(calendar, shift, day).some(([a, b]) => j.handled >= day + a && j.handled <= day + b + 60_000)
    })
    return inside.length >= jobs.length * 0.95
  })
  return found ?? 'always'
}

/** Takes the crew that is free first. @returns when each job began and ended, on the axis */
const serve = (
  jobs: readonly Job[],
  queueOf: (job: Job) => string,
  crews: ReadonlyMap<string, number>,
  axis: Axis,
  took: (index: number, begun: number) => number,
): readonly { readonly begun: number; readonly ended: number }[] => {
  const free = new Map<string, Float64Array>()
  return jobs.map((job, i) => {
    const queue = queueOf(job)
    const own = free.get(queue) ?? new Float64Array(Math.max(1, crews.get(queue) ?? 1))
    free.set(queue, own)
    let first = 0
    for (let n = 1; n < own.length; n++) if ((own[n] ?? 0) < (own[first] ?? 0)) first = n
    const begun = Math.max(axis.to(job.at), own[first] ?? 0)
    const ended = begun + took(i, begun)
    own[first] = ended
    return { begun, ended }
  })
}
/** Worked time that each job took, on the crews and the shift of then. @param jobs in the order they were handed on */
export const servicesOf = (jobs: readonly Job[], crews: ReadonlyMap<string, number>, axis: Axis): Float64Array => {
  const services = new Float64Array(jobs.length)
  serve(
    jobs,
    (j) => j.queue,
    crews,
    axis,
    (i, begun) => {
      const own = Math.max(0, axis.to(jobs[i]?.handled ?? 0) - begun)
      services[i] = own
      return own
    },
  )
  return services
}
/** Crews of each queue under a routing: the same people, otherwise sent. Each queue keeps one at least. */
export const crewsUnder = (jobs: readonly Job[], crews: ReadonlyMap<string, number>, { routing, crews: share }: Policy) => {
  const scaled = (n: number): number => Math.max(1, Math.round(n * share))
  if (routing === 'unit') return new Map([...crews].map(([q, n]) => [q, scaled(n)]))
  const all = [...crews.values()].reduce((n, c) => n + c, 0)
  if (routing === 'pool') return new Map([['', scaled(all)]])
  const counts = new Map<string, number>()
  for (const j of jobs) counts.set(j.street, (counts.get(j.street) ?? 0) + 1)
  return new Map([...counts].map(([street, n]) => [street, scaled((all * n) / jobs.length)]))
}
/** The deadline with the limit changed: extensions and pauses that were granted stay as long as they were. */
export const dueUnder = (calendar: WorkingCalendar, job: Job, { limits, category }: Policy): number => {
  if (limits === 1 || !job.category.startsWith(category)) return job.due
  const span = countableBetween(calendar, new Date(job.at), new Date(job.due), job.limitUnit)
  return addCountable(calendar, new Date(job.at), Math.max(0, span - job.limitMs * (1 - limits)), job.limitUnit).getTime()
}
export interface Replayed {
  readonly ended: readonly number[]
  readonly crews: ReadonlyMap<string, number>
  /** Share of the crews' hours that were worked. */
  readonly busy: number
}
export const replay = (
  calendar: WorkingCalendar,
  jobs: readonly Job[],
  services: ArrayLike<number>,
  crews: ReadonlyMap<string, number>,
  policy: Policy,
): Replayed => {
  const axis = axisFor(calendar, policy.shift, jobs)
  const under = crewsUnder(jobs, crews, policy)
  const queueOf = (j: Job): string => (policy.routing === 'unit' ? j.queue : policy.routing === 'street' ? j.street : '')
  const served = serve(jobs, queueOf, under, axis, (i) => services[i] ?? 0)
  const [begin, end] = [axis.to(jobs[0]?.at ?? 0), Math.max(1, ...served.map((s) => s.ended))]
  const people = [...under.values()].reduce((n, c) => n + c, 0)
  return {
    ended: served.map((s) => axis.from(s.ended)),
    crews: under,
    busy: served.reduce((n, s) => n + s.ended - s.begun, 0) / Math.max(1, people * (end - begin)),
  }
}
/** Far enough for a queue that grows all the time. */
export const axisFor = (calendar: WorkingCalendar, shift: Shift, jobs: readonly Job[]): Axis => {
  const [first, last] = [jobs[0]?.at ?? 0, jobs.at(-1)?.at ?? 0]
  return axisOf(calendar, shift, first, last + 3 * (last - first) + 400 * dayMs)
}

export interface Figures {
  readonly count: number
  readonly rate: number
  readonly median: number
  readonly p90: number
}
export interface Outcome {
  readonly day: string
  readonly isInTime: boolean
  readonly hours: number
}
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
export const figuresOf = (outcomes: readonly Outcome[]): Figures => {
  const sorted = outcomes.map((o) => o.hours).sort((a, b) => a - b)
  const inTime = outcomes.reduce((n, o) => n + (o.isInTime ? 1 : 0), 0)
  return { count: outcomes.length, rate: inTime / Math.max(1, outcomes.length), median: at(sorted, 0.5), p90: at(sorted, 0.9) }
}
export type Band = readonly [low: number, high: number]
/** 90 % of what other days of the same kind would have given: days drawn again, with all that was handed on in them. */
export const bandOf = (outcomes: readonly Outcome[], draws = 200): { readonly rate: Band; readonly median: Band } => {
  const byDay = new Map<string, Outcome[]>()
  for (const o of outcomes) byDay.set(o.day, [...(byDay.get(o.day) ?? []), o])
  const days = [...byDay.values()]
  const draw = createDraw(1)
  const drawn = Array.from({ length: draws }, () => figuresOf(days.flatMap(() => days[draw(days.length)] ?? [])))
  const band = (of: (f: Figures) => number): Band => {
    const sorted = drawn.map(of).sort((a, b) => a - b)
    return [at(sorted, 0.05), at(sorted, 0.95)]
  }
  return { rate: band((f) => f.rate), median: band((f) => f.median) }
}
