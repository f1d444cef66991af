/** What the works of evaluation share: days, who may act for a unit, scored lines, a score between two ends. */
import { type Refusal, raw, type Tx } from '#kernel'
import { round2 } from '../scoring.ts'
import { why } from '../shared.ts'

export const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3)
/** First and last day of a quarter. */
export const quarterSpan = (year: number, quarter: number): readonly [string, string] => {
  const end = new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10)
  return [`${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`, end]
}
/** How many tasks handed out by a subject are not signed off. */
export const openTasksOf = async (tx: Tx, parent: string): Promise<number> => {
  const { rows } = await raw<{ n: number }>(
    tx,
    `select count(*)::int as n from evaluation.task where parent_id = $1 and status <> all (array['done', 'cancelled'])`,
    [parent],
  )
  return rows[0]?.n ?? 0
}
export interface FullLine {
  readonly item: string
  readonly full: number
}
export interface GotLine {
  readonly item: string
  readonly got: number
}
/** Every item scored once and within its full marks, or what is wrong. */
export const lineFault = (items: readonly FullLine[], lines: readonly GotLine[]): Refusal | undefined => {
  const missing = items.find((i) => lines.filter((l) => l.item === i.item).length !== 1)
  const strange = lines.find((l) => !items.some((i) => i.item === l.item))
  const over = lines.find((l) => l.got < 0 || l.got > (items.find((i) => i.item === l.item)?.full ?? 0))
  if (missing) return why(true, `“${missing.item}”须评一次分`)
  if (strange) return why(true, `评分表没有“${strange.item}”`)
  return over ? why(true, `“${over.item}”得分应在0与满分之间`) : undefined
}
export const sumOf = (lines: readonly GotLine[]): number => round2(lines.reduce((n, l) => n + l.got, 0))
/** Full marks at the target, none at `zeroAt`, in a straight line between. */
export const between = (value: number, target: number, zeroAt: number, full: number): number =>
  target === zeroAt
    ? value === target
      ? full
      : 0
    : round2(full * Math.min(1, Math.max(0, (value - zeroAt) / (target - zeroAt))))
/** Places of scores, high first; equal ones share a place. */
export const placesOf = (scores: readonly number[]): readonly number[] =>
  scores.map((s) => 1 + scores.filter((o) => o > s).length)
