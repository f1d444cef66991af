/**
 * Periods fixed by law, from `data/deadlines.json` (law, article, start, length, unit, how sure). The day of the event is not counted;
 * a period ends with its last day; where the law of procedure says so, a last day that rests is carried to the next working day
 * (民事诉讼法第85条). “二日、三日、五日、七日” of 行政处罚法 and periods up to ten days of 行政强制法 are working days (第85条; 第69条).
 */
import {
  addCountable,
  carryOver,
  countableBetween,
  DAY_MS,
  midnightOf,
  nextMidnight,
  type WorkingCalendar,
  wallText,
} from '#kernel'
import facts from './data/deadlines.json' with { type: 'json' }

export interface DeadlineFact {
  readonly id: string
  readonly law: string
  readonly article: string
  readonly trigger: string
  readonly value: number | null
  readonly unit: string | null
  readonly calendar: string | null
  readonly note: string
  readonly isCarried: boolean
  readonly isBefore: boolean
  readonly sure: string
}
export const deadlineFacts: readonly DeadlineFact[] = facts
export const getFact = (id: string): DeadlineFact => {
  const found = deadlineFacts.find((f) => f.id === id)
  if (!found) throw new Error(`no deadline ${id}`)
  return found
}
/** `行政处罚法(2021)第60条` and whether it still has to be compared with the text: the `basis` of clocks. */
export const basisOf = (id: string): string => {
  const { law, article, sure } = getFact(id)
  const where = /^\d/.test(article) ? `第${article.replace(/\((\d)\)/, '条第$1项').replace(/^(\d+)$/, '$1条')}` : ''
  return `${law}${where}${sure === 'verified' ? '' : '(待核对)'}`
}
export interface LegalDue {
  /** End of the last day, or the instant for periods in hours. */
  readonly dueAt: Date
  /** Last day of the period. */
  readonly dueOn: string
  readonly why: readonly string[]
}
const isWorkingDays = (fact: DeadlineFact): boolean => fact.calendar?.startsWith('working') ?? false

/** The same day of the month so many months later, or the last day of a shorter month. */
const monthsLater = (calendar: WorkingCalendar, from: Date, months: number): Date => {
  const [year = 1970, month = 1, day = 1] = wallText(calendar.zone, from).slice(0, 10).split('-').map(Number)
  const target = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(target / 12), (target % 12) + 1]
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  const on = `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`
  return nextMidnight(calendar, localNoon(calendar, on))
}
/** Noon of a local day: safely inside it. */
export const localNoon = (calendar: WorkingCalendar, on: string): Date => {
  const guess = new Date(`${on}T12:00:00Z`)
  const shown = new Date(`${wallText(calendar.zone, guess).replace(' ', 'T')}Z`)
  return new Date(guess.getTime() - (shown.getTime() - guess.getTime()))
}
const rawDue = (calendar: WorkingCalendar, fact: DeadlineFact, from: Date): Date | undefined => {
  const value = fact.value ?? 0
  if (fact.unit === 'hour') return new Date(from.getTime() + value * 3_600_000)
  if (fact.unit === 'month') return monthsLater(calendar, from, value)
  if (fact.unit === 'year') return monthsLater(calendar, from, value * 12)
  if (fact.unit !== 'day') return undefined
  return addCountable(calendar, nextMidnight(calendar, from), value * DAY_MS, isWorkingDays(fact) ? 'work_day' : 'natural_day')
}
/** When a period of the law ends that an event started; undefined where the entry is an amount or a rule and not a period. */
export const legalDue = (
  calendar: WorkingCalendar,
  id: string,
  from: Date,
  /** Whole days that do not count: hearing, testing, remedies. */
  excludedDays = 0,
): LegalDue | undefined => {
  const fact = getFact(id)
  const plain = fact.isBefore || fact.value === null ? undefined : rawDue(calendar, fact, from)
  if (!plain) return undefined
  const unit = isWorkingDays(fact) ? 'work_day' : 'natural_day'
  const later = excludedDays > 0 ? addCountable(calendar, plain, excludedDays * DAY_MS, unit) : plain
  const dueAt = fact.isCarried ? carryOver(calendar, later) : later
  const unitZh = { hour: '小时', month: '个月', year: '年', day: isWorkingDays(fact) ? '个工作日' : '日' }[fact.unit ?? 'day']
  return {
    dueAt,
    dueOn: lastDay(calendar, dueAt),
    why: [
      `依据:${basisOf(id)}(${fact.trigger},${fact.value}${unitZh})`,
      ...(fact.unit === 'hour' ? [] : [`${wallText(calendar.zone, from).slice(0, 10)}当日不计入`]),
      ...(excludedDays > 0 ? [`不计入期限的${excludedDays}日已扣除`] : []),
      ...(dueAt > later ? ['最后一日为休息日,顺延至其后第一个工作日'] : []),
      `${lastDay(calendar, dueAt)}届满`,
    ],
  }
}
/** The last day of a period that ends at an instant (24:00 belongs to the day before). */
export const lastDay = (calendar: WorkingCalendar, dueAt: Date): string =>
  wallText(calendar.zone, new Date(dueAt.getTime() - 1)).slice(0, 10)

/** “举行听证的七日前”: that many whole working days must lie between the notice and the event. @returns the earliest day. */
export const earliestAfterNotice = (calendar: WorkingCalendar, id: string, noticedAt: Date): string => {
  const days = getFact(id).value ?? 0
  const ends = addCountable(calendar, nextMidnight(calendar, noticedAt), days * DAY_MS, 'work_day')
  return wallText(calendar.zone, ends).slice(0, 10)
}
/** The last day on which something must be done so many working days before another day. */
export const latestBefore = (calendar: WorkingCalendar, id: string, on: string): string => {
  const days = getFact(id).value ?? 0
  const event = midnightOf(calendar, localNoon(calendar, on))
  let day = midnightOf(calendar, new Date(event.getTime() - DAY_MS))
  while (countableBetween(calendar, nextMidnight(calendar, day), event, 'work_day') < days * DAY_MS)
    day = midnightOf(calendar, new Date(day.getTime() - DAY_MS))
  return wallText(calendar.zone, day).slice(0, 10)
}
