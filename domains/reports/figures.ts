/** Figures of a report: which indicators its text names, their values for its period, and the same period a year before. */
import type { Transaction } from 'kysely'
import { type Kernel, reject, systemActor, type WorkContext } from '#kernel'
import type { FigureAnswer } from '#kernel/define/figure.ts'
import { computeIndicator } from '#kernel/indicator/compute.ts'
import { computeSplit, namedSplits, type Split } from './split.ts'

export interface Figure {
  readonly id: string
  readonly zh: string
  readonly unit: string
  readonly decimals: number
  readonly definition: string
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number | null
  readonly target: { readonly kind: string; readonly value: number } | null
  readonly lastYear: number | null
  /** As the dictionary prints it (余、约、以上), where the figure comes from there. */
  readonly printed?: string
  /** Its target as the dictionary prints it, for plans. */
  readonly printedGoal?: string
  readonly owner?: string | null
  /** The figure by unit, street …, for the tables the text asks for. */
  readonly splits?: readonly Split[]
}
/** `{{ "cases.closed" | figure }}`: every quoted indicator id that goes into one of the figure filters. */
export const namedFigures = (source: string): readonly string[] => [
  ...new Set(
    [...source.matchAll(/["“']([a-z][a-z-]*\.[a-z0-9-]+)["”']\s*\|\s*(?:figure|goal|more|change|value|table)/g)].map(
      (m) => m[1] ?? '',
    ),
  ),
]
export interface Period {
  readonly from: string
  /** The last day, itself counted. */
  readonly to: string
}
const instant = (day: string, plusDays = 0): Date => new Date(Date.parse(`${day}T00:00:00+08:00`) + plusDays * 86_400_000)
const aYearBefore = (day: string): string =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`

/** A figure that the district keeps in its dictionary; a text (a date, a proportion) has a print and no value. */
const dictionaryFigure = async (work: WorkContext, id: string, period: Period): Promise<Figure | undefined> => {
  for (const source of work.kernel.domains.flatMap((d) => (d.figures ? [d.figures] : []))) {
    const at = (from: string, to: string): Promise<FigureAnswer | undefined> =>
      source.find(work, id, { from: instant(from), to: instant(to, 1) })
    const own = await at(period.from, period.to)
    if (!own) continue
    const before = await at(aYearBefore(period.from), aYearBefore(period.to))
    const whole = own.values[0]
    return {
      id,
      zh: own.zh,
      unit: own.unit,
      decimals: own.decimals,
      definition: own.definition,
      value: whole?.value ?? null,
      numerator: whole?.numerator ?? 0,
      denominator: whole?.denominator ?? null,
      target: own.target,
      lastYear: before?.values[0]?.value ?? null,
      printed: own.printed,
      printedGoal: own.printedGoal,
      owner: own.owner,
    }
  }
  return undefined
}
/** Figures with the tables that the text asks for. */
export const computeText = async (
  work: WorkContext,
  source: string,
  ids: readonly string[],
  period: Period,
): Promise<readonly Figure[]> => {
  const figures = await computeFigures(work.kernel, work.tx, work.district, ids, period, work.now)
  const splits: Split[] = []
  for (const wanted of namedSplits(source)) {
    const split = await computeSplit(work, wanted, instant(period.from), instant(period.to, 1))
    if (split) splits.push(split)
  }
  return figures.map((f) => {
    const own = splits.filter((s) => s.id === f.id)
    return own.length > 0 ? { ...f, splits: own } : f
  })
}
export const computeFigures = async (
  kernel: Kernel,
  tx: Transaction<unknown>,
  district: string,
  ids: readonly string[],
  period: Period,
  now: Date,
): Promise<readonly Figure[]> => {
  const zone = kernel.calendar(district).zone
  const figures: Figure[] = []
  const work: WorkContext = { kernel, tx, district, now, actor: systemActor }
  for (const id of ids) {
    const indicator = kernel.indicators.find((i) => i.id === id)
    if (!indicator) {
      figures.push((await dictionaryFigure(work, id, period)) ?? reject('reports.unknown-figure', { id }))
      continue
    }
    const { spec } = indicator
    const at = async (from: string, to: string) =>
      (await computeIndicator(tx, kernel, indicator, { district, from: instant(from), to: instant(to, 1), now }, zone))[0]
    const own = await at(period.from, period.to)
    const before = await at(aYearBefore(period.from), aYearBefore(period.to))
    figures.push({
      id,
      zh: spec.zh,
      unit: spec.unit,
      decimals: spec.decimals,
      definition: spec.definition,
      value: own?.value ?? null,
      numerator: own?.numerator ?? 0,
      denominator: own?.denominator ?? null,
      target: spec.target ? { kind: spec.target.kind, value: spec.target.value } : null,
      lastYear: before?.value ?? null,
    })
  }
  return figures
}

const fixed = (value: number, decimals: number): string => value.toFixed(decimals)
/** 12345.6 → 12345.6 with the indicator's own digits, “—” where there is no value. */
export const printFigure = (figure: Figure | undefined): string =>
  figure?.printed ?? (figure?.value == null ? '—' : `${fixed(figure.value, figure.decimals)}${figure.unit}`)
const goalWords: Readonly<Record<string, string>> = { atLeast: '不低于', atMost: '不超过' }
/** A plan says what is to be reached: the target, else the figure as it stands. */
export const printGoal = (figure: Figure | undefined): string => {
  if (figure?.printedGoal) return figure.printedGoal
  if (!figure?.target) return printFigure(figure)
  const { kind, value } = figure.target
  return `${goalWords[kind] ?? ''}${Number.isInteger(value) ? value : fixed(value, figure.decimals)}${figure.unit}`
}
/** 余: the number cut down to two leading digits, as reports write 3600余件; small numbers stay as they are. */
export const printMore = (figure: Figure | undefined): string => {
  if (figure?.value == null) return '—'
  const whole = Math.floor(figure.value)
  const cut = whole < 100 ? whole : Math.floor(whole / 10 ** (String(whole).length - 2)) * 10 ** (String(whole).length - 2)
  return cut === figure.value ? `${cut}${figure.unit}` : `${cut}余${figure.unit}`
}
/** The figure by a dimension as rows of a table. */
export const printTable = (figure: Figure | undefined, by: string): string => {
  const split = figure?.splits?.find((s) => s.by === by)
  if (!figure || !split) return '—'
  if (split.rows.length === 0) return `(${figure.zh}:本期没有)`
  const value = (v: number | null): string => (v === null ? '—' : `${fixed(v, figure.decimals)}${figure.unit}`)
  return [`| 名称 | ${figure.zh} |`, ...split.rows.map((r) => `| ${r.name.replaceAll('|', '/')} | ${value(r.value)} |`)].join(
    '\n',
  )
}
/** 同比: a rate is compared in points, a count in per cent; without last year nothing is claimed. */
export const printChange = (figure: Figure | undefined): string => {
  if (figure?.value == null || figure.lastYear == null) return '上年同期无可比数据'
  const difference = figure.value - figure.lastYear
  if (figure.unit === '%') return `同比${difference >= 0 ? '提高' : '下降'}${Math.abs(difference).toFixed(1)}个百分点`
  if (figure.lastYear === 0) return '上年同期为零'
  return `同比${difference >= 0 ? '增长' : '下降'}${((Math.abs(difference) / Math.abs(figure.lastYear)) * 100).toFixed(1)}%`
}
