/** Small things every file of greening needs. */
import { flag, number, type Refusal, refusals, rows, text } from '#kernel'

export const { why, notYet } = refusals('greening')
/** One line of a scored checklist: a key item that fails decides alone. */
export const scoreLine = {
  item: text('项目', { maxLength: 60 }),
  isKey: flag('关键项'),
  full: number('满分', { unit: '分', min: 1, max: 100 }),
  got: number('得分', { unit: '分', min: 0, max: 100 }),
  note: text('问题', { maxLength: 100 }).optional(),
} as const
export const scoreLines = (zh = '评分明细') => rows(zh, scoreLine)
export interface ScoreLine {
  readonly item: string
  readonly isKey: boolean
  readonly full: number
  readonly got: number
  readonly note?: string | null | undefined
}
const sum = (lines: readonly ScoreLine[], of: (l: ScoreLine) => number) => lines.reduce((n, l) => n + of(l), 0)
/** Out of a hundred, two decimals. */
export const scoreOf = (lines: readonly ScoreLine[]): number =>
  lines.length === 0 ? 0 : Math.round((sum(lines, (l) => l.got) * 10_000) / sum(lines, (l) => l.full)) / 100
/** Key items that did not get their full mark. */
export const keysMissed = (lines: readonly ScoreLine[]): readonly string[] =>
  lines.filter((l) => l.isKey && l.got < l.full).map((l) => l.item)
export const linesWrong = (lines: readonly ScoreLine[]): Refusal | undefined =>
  why(lines.length === 0, '请逐项评分') ??
  why(
    lines.some((l) => l.got > l.full),
    '得分不能超过满分',
  ) ??
  why(new Set(lines.map((l) => l.item)).size < lines.length, '同一项目评了两次') ??
  why(
    lines.some((l) => l.got < l.full && !l.note),
    '扣分的须写明问题',
  )
/** The instant a day ends, for timers that fire the day after. */
export const dawnAfter = (day: string): Date => new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000)
