/** Periods as people write them, and the drawing of rows over them: the same pack always draws the same rows. */
import { createHash } from 'node:crypto'

export interface Days {
  readonly from: string
  /** The last day, itself counted. */
  readonly to: string
}
const dayMs = 86_400_000
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
const lastOfMonth = (month: string): string => {
  const [y = 0, m = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10)
}
const ends = (text: string): Days | undefined => {
  if (/^\d{4}$/.test(text)) return { from: `${text}-01-01`, to: `${text}-12-31` }
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return { from: `${text}-01`, to: lastOfMonth(text) }
  return isDay(text) ? { from: text, to: text } : undefined
}
/** 2021/3/5, 2021.3.5 and 2021年3月5日 as 2021-03-05. */
const tidy = (text: string): string =>
  text
    .trim()
    .replace(/[年月/.]/g, '-')
    .replace(/日$/, '')
    .replace(/-$/, '')
    .replace(/-(\d)(?=-|$)/g, '-0$1')
/** `2021`, `2021-03`, `2021-03-05`, `2021-01..2021-10`. */
export const readDays = (text: string): Days | undefined => {
  const [first = '', last = first] = text.split(/\.\.|~|至/).map(tidy)
  const [a, b] = [ends(first), ends(last)]
  return a && b && a.from <= b.to ? { from: a.from, to: b.to } : undefined
}
/** A bare year or month means its part inside the pack's own period (a year's report may be written in November); a written-out range means itself. */
export const within = (text: string, days: Days, period: Days): Days => {
  if (/\.\.|~|至/.test(text)) return days
  const clipped = { from: days.from > period.from ? days.from : period.from, to: days.to < period.to ? days.to : period.to }
  return clipped.from <= clipped.to ? clipped : days
}
export const dayCount = ({ from, to }: Days): number => (Date.parse(to) - Date.parse(from)) / dayMs + 1
export const addDays = (day: string, n: number): string => new Date(Date.parse(day) + n * dayMs).toISOString().slice(0, 10)

/** A number in [0, 1) that depends on the words only. */
export const drawn = (...words: readonly (string | number)[]): number =>
  createHash('sha1').update(words.join('/')).digest().readUInt32BE(0) / 2 ** 32

/** The day of the n-th of so many rows: spread evenly, with a little chance inside each row's own stretch. */
export const dayOfRow = (days: Days, index: number, times: number, seed: string): string => {
  const count = dayCount(days)
  const at = Math.floor(((index + drawn(seed, index)) * count) / times)
  return addDays(days.from, Math.min(count - 1, at))
}
/** A total cut into parts that differ as days differ and add up exactly; in units of its own last digit. */
export const cutTotal = (total: string, times: number, seed: string): readonly number[] => {
  const decimals = total.split('.')[1]?.length ?? 0
  const whole = Math.round(Number(total) * 10 ** decimals)
  const weights = Array.from({ length: times }, (_, i) => 0.75 + 0.5 * drawn(seed, 'q', i))
  const all = weights.reduce((a, b) => a + b, 0)
  let sum = 0
  let given = 0
  return weights.map((w) => {
    sum += w
    const upTo = Math.round((whole * sum) / all)
    const part = upTo - given
    given = upTo
    return Number((part / 10 ** decimals).toFixed(decimals))
  })
}
