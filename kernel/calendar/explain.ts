/** Deadlines that say why: every span between start and due, counted or skipped, with the name of the holiday. */

import { isYearCovered, type Session, type WorkingCalendar } from './calendar.ts'
import { addCountable, countableBetween, isContinuous } from './count.ts'
import { durationZh, type Limit, limitLabelZh, limitMs } from './limit.ts'
import { type Day, dayAt } from './table.ts'
import { dayOfDate, localDayAt, wallText, weekdayOfDay } from './zone.ts'

/** A span of whole or partial local days; `fromOn` and `toOn` are its first and last local date, both included. */
type Span = { readonly from: Date; readonly to: Date; readonly fromOn: string; readonly toOn: string; readonly days: number }

export type DeadlineStep =
  | { readonly kind: 'start'; readonly at: Date; readonly wall: string; readonly limit: Limit; readonly calendar: string }
  /** Years without a published holiday notice: only weekends rest there, and the deadline may move. */
  | { readonly kind: 'assumed'; readonly years: readonly number[] }
  | (Span & { readonly kind: 'skip'; readonly reason: 'weekend' | 'holiday' | 'off_hours'; readonly names: readonly string[] })
  /** `ms` counted here, `leftMs` still to count after it; `name` when these are make-up days; `hours` for work_hour only. */
  | (Span & {
      readonly kind: 'count'
      readonly ms: number
      readonly leftMs: number
      readonly limit: Limit
      readonly name?: string
      readonly hours?: readonly Session[]
    })
  | { readonly kind: 'due'; readonly at: Date; readonly wall: string }

type SpanStep = Extract<DeadlineStep, { readonly kind: 'skip' | 'count' }>

function stepOfDay(calendar: WorkingCalendar, day: Day, span: Span, limit: Limit): SpanStep {
  if (!day.isWorking) {
    const name = day.override?.name
    return { ...span, kind: 'skip', reason: name ? 'holiday' : 'weekend', names: [name ?? '周末'] }
  }
  const ms = countableBetween(calendar, span.from, span.to, limit.unit)
  if (ms === 0) return { ...span, kind: 'skip', reason: 'off_hours', names: ['非工作时间'] }
  const hours = limit.unit === 'work_hour' ? day.hours : undefined
  return { ...span, kind: 'count', ms, leftMs: 0, limit, name: day.override?.name, hours }
}

/** One step for two neighbouring days that say the same, else undefined. */
function merged(a: SpanStep, b: SpanStep): SpanStep | undefined {
  const span = { to: b.to, toOn: b.toOn, days: a.days + b.days }
  if (a.kind === 'skip' && b.kind === 'skip' && a.reason === b.reason) {
    return { ...a, ...span, names: [...new Set([...a.names, ...b.names])] }
  }
  // Days share the very session array of their season, so a change of hours shows as a step of its own.
  if (a.kind === 'count' && b.kind === 'count' && a.name === b.name && a.hours === b.hours) {
    return { ...a, ...span, ms: a.ms + b.ms }
  }
  return undefined
}

function spanSteps(calendar: WorkingCalendar, from: Date, dueAt: Date, limit: Limit): SpanStep[] {
  const steps: SpanStep[] = []
  const last = localDayAt(calendar.zone, dueAt.getTime() - 1)
  for (let number = localDayAt(calendar.zone, from.getTime()); number <= last; number += 1) {
    const day = dayAt(calendar, number)
    const start = new Date(Math.max(day.startMs, from.getTime()))
    const end = new Date(Math.min(day.endMs, dueAt.getTime()))
    const span = { from: start, to: end, fromOn: day.date, toOn: day.date, days: 1 }
    const step = stepOfDay(calendar, day, span, limit)
    const previous = steps.at(-1)
    const both = previous && merged(previous, step)
    if (both) steps[steps.length - 1] = both
    else steps.push(step)
  }
  return steps
}

function continuousStep(calendar: WorkingCalendar, from: Date, dueAt: Date, limit: Limit): SpanStep[] {
  if (from >= dueAt) return []
  const fromOn = wallText(calendar.zone, from).slice(0, 10)
  const toOn = wallText(calendar.zone, new Date(dueAt.getTime() - 1)).slice(0, 10)
  const days = dayOfDate(toOn) - dayOfDate(fromOn) + 1
  return [{ kind: 'count', from, to: dueAt, fromOn, toOn, days, ms: dueAt.getTime() - from.getTime(), leftMs: 0, limit }]
}

function withLeft(steps: readonly SpanStep[], wholeMs: number): SpanStep[] {
  let leftMs = wholeMs
  return steps.map((step) => {
    if (step.kind === 'skip') return step
    leftMs -= step.ms
    return { ...step, leftMs }
  })
}

function assumedYears(calendar: WorkingCalendar, from: Date, dueAt: Date): number[] {
  const first = Number(wallText(calendar.zone, from).slice(0, 4))
  const last = Number(wallText(calendar.zone, dueAt).slice(0, 4))
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return years.filter((year) => !isYearCovered(calendar, year))
}

/** When a limit that starts at `from` is due, and why: start, spans in order, due. The counted `ms` add up to the limit. */
export function deadline(
  calendar: WorkingCalendar,
  from: Date,
  limit: Limit,
): { readonly dueAt: Date; readonly steps: readonly DeadlineStep[] } {
  const wholeMs = limitMs(limit)
  const dueAt = addCountable(calendar, from, wholeMs, limit.unit)
  const isPlain = isContinuous(limit.unit)
  const spans = isPlain ? continuousStep(calendar, from, dueAt, limit) : spanSteps(calendar, from, dueAt, limit)
  const years = isPlain ? [] : assumedYears(calendar, from, dueAt)
  const steps: DeadlineStep[] = [
    { kind: 'start', at: from, wall: wallText(calendar.zone, from), limit, calendar: calendar.id },
    ...(years.length > 0 ? [{ kind: 'assumed' as const, years }] : []),
    ...withLeft(spans, wholeMs),
    { kind: 'due', at: dueAt, wall: wallText(calendar.zone, dueAt) },
  ]
  return { dueAt, steps }
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

/** `10月1日（周三）`, with the year when it is not the given one. */
function dateZh(date: string, year: string): string {
  const [y = '', month = '', day = ''] = date.split('-')
  const weekday = WEEKDAYS[weekdayOfDay(dayOfDate(date))] ?? ''
  return `${y === year ? '' : `${y}年`}${Number(month)}月${Number(day)}日（周${weekday}）`
}

/** Minutes are enough for people, seconds are shown only where there are some. */
function timeZh(wall: string): string {
  return wall.endsWith(':00') ? wall.slice(11, 16) : wall.slice(11, 19)
}

/** Midnight is the end of the day before: `10月13日（周一）24:00`, as limits are spoken of. */
function dueZh(wall: string): string {
  if (!wall.endsWith('00:00:00')) return `${dateZh(wall.slice(0, 10), '')}${timeZh(wall)}`
  const before = new Date(Date.parse(`${wall.slice(0, 10)}T00:00:00Z`) - 1).toISOString().slice(0, 10)
  return `${dateZh(before, '')}24:00`
}

function spanZh(step: SpanStep, year: string): string {
  const when = step.fromOn === step.toOn ? dateZh(step.fromOn, year) : `${dateZh(step.fromOn, year)}至${dateZh(step.toOn, year)}`
  if (step.kind === 'skip') {
    const names = step.names.join('、')
    if (step.reason === 'holiday') return `${when}${names}放假，不计`
    return `${when}${names}，不计`
  }
  const why = step.name ? `${step.name}，` : ''
  const hours = step.hours ? `（${step.hours.map(([from, to]) => `${from}-${to}`).join('、')}）` : ''
  const left = step.leftMs > 0 ? `，余${durationZh(step.leftMs, step.limit.unit)}` : ''
  return `${when}${why}计${durationZh(step.ms, step.limit.unit)}${hours}${left}`
}

/** One Chinese sentence a step, ready to show under 为什么是这个时限. */
export function explainZh(steps: readonly DeadlineStep[]): string[] {
  const first = steps[0]
  const year = first?.kind === 'start' ? first.wall.slice(0, 4) : ''
  return steps.map((step) => {
    switch (step.kind) {
      case 'start':
        return `${dateZh(step.wall.slice(0, 10), '')}${timeZh(step.wall)}起算，时限${limitLabelZh(step.limit)}`
      case 'assumed':
        return `${step.years.join('、')}年放假安排未公布，暂按周末推算`
      case 'due':
        return `${dueZh(step.wall)}到期`
      default:
        return spanZh(step, year)
    }
  })
}
