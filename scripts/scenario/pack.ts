/** Reads and checks a scenario pack: see docs/scenario.md. Nothing here touches a database. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { aggregatesOf, parseFormula } from '#domains/statistics/formula/parse.ts'
import { readGoal } from '#domains/statistics/formula/print.ts'
import { FormulaError } from '#domains/statistics/formula/types.ts'
import { type Days, readDays, within } from './days.ts'
import { type Fault, PackError } from './faults.ts'
import { readCsv, type SheetRow } from './sheet.ts'

const about = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'id 用小写字母、数字、短横'),
  title: z.string().min(2),
  bureau: z.string().min(2),
  district: z.object({ code: z.string().regex(/^\d{6}$/, '区划代码应为6位数字'), name: z.string().min(2) }),
  period: z.string().refine((t) => readDays(t) !== undefined, '统计期应写成 2021、2021-03 或 2021-01..2021-10'),
  kind: z.enum(['summary', 'plan', 'opinion', 'bulletin', 'brief']).default('summary'),
  sources: z.array(z.string()).default([]),
})
export type About = z.output<typeof about>
export const factColumns = [
  'matter',
  'on',
  'times',
  'quantity',
  'total',
  'amount',
  'kind',
  'result',
  'subject',
  'place',
  'area',
  'unit',
  'attributes',
  'document',
  'note',
] as const
export type FactCells = Readonly<Record<(typeof factColumns)[number], string>>
export interface Fact {
  readonly line: number
  readonly cells: FactCells
  readonly days: Days
  readonly times: number
  /** 名=值 in the order written. */
  readonly attributes: readonly (readonly [string, string])[]
}
const matterColumns = ['name', 'measure', 'owner', 'frequency', 'kinds', 'note'] as const
const metricColumns = ['id', 'zh', 'unit', 'decimals', 'formula', 'form', 'step', 'target', 'owner', 'definition'] as const
export type MetricCells = Readonly<Record<(typeof metricColumns)[number], string>>
const figureColumns = ['section', 'phrase', 'metric', 'kind', 'value', 'period', 'cannot', 'note'] as const
export type FigureCells = Readonly<Record<(typeof figureColumns)[number], string>>
export interface Printed {
  readonly line: number
  readonly cells: FigureCells
  readonly days: Days | undefined
  /** What stands in braces in the phrase: the figure as printed; undefined where the source names none. */
  readonly token: string | undefined
}
export interface Pack {
  readonly dir: string
  readonly about: About
  readonly days: Days
  readonly matters: readonly SheetRow<(typeof matterColumns)[number]>[]
  readonly facts: readonly Fact[]
  readonly metrics: readonly SheetRow<(typeof metricColumns)[number]>[]
  readonly figures: readonly Printed[]
  readonly outline: string
}
export const isPlatform = (matter: string): boolean => /^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(matter)
const maxRows = 200_000
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

const readAbout = (dir: string, faults: Fault[]): About | undefined => {
  const file = 'scenario.json'
  const path = join(dir, file)
  if (!existsSync(path)) {
    faults.push({ file, line: 1, zh: '没有这个文件;写法见 docs/scenario.md' })
    return undefined
  }
  try {
    const found = about.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (found.success) return found.data
    for (const issue of found.error.issues)
      faults.push({ file, line: 1, zh: `${issue.path.join('.') || '内容'}:${issue.message}` })
  } catch {
    faults.push({ file, line: 1, zh: '不是正确的 JSON:请检查引号和逗号' })
  }
  return undefined
}
const readAttributes = (text: string, line: number, faults: Fault[]): readonly (readonly [string, string])[] =>
  text
    .split(/[;;]/)
    .map((t) => t.trim())
    .filter((t) => t !== '')
    .flatMap((t) => {
      const at = t.indexOf('=')
      if (at > 0) return [[t.slice(0, at).trim(), t.slice(at + 1).trim()] as const]
      faults.push({ file: 'facts.csv', line, zh: `attributes 里的“${t}”应写成 名=值,几项之间用分号` })
      return []
    })
const plainNumber = (text: string): string => text.replace(/[,,](?=\d{3})/g, '')
const readFact = (row: SheetRow<(typeof factColumns)[number]>, faults: Fault[]): Fact | undefined => {
  const { line } = row
  const numbers = Object.fromEntries(
    (['times', 'quantity', 'total', 'amount'] as const).map((c) => [c, plainNumber(row.cells[c])]),
  )
  const cells: FactCells = { ...row.cells, ...numbers }
  const bad = (zh: string): void => void faults.push({ file: 'facts.csv', line, zh })
  const days = readDays(cells.on)
  if (!days) bad(`日期“${cells.on}”应写成 2021-03-05、2021-03、2021 或 2021-01..2021-10`)
  const times = cells.times === '' ? 1 : Number(cells.times)
  if (!Number.isInteger(times) || times < 0 || times > maxRows)
    bad(`times 应为 0 到 ${maxRows} 的整数;再多请改用 total(合计,按天分开)`)
  for (const c of ['quantity', 'total', 'amount'] as const)
    if (cells[c] !== '' && !isNumber(cells[c])) bad(`${c} “${cells[c]}”应为数字,不带千分位和单位`)
  if (cells.quantity !== '' && cells.total !== '') bad('quantity(每行的数)与 total(各行合计)只能填一个')
  if (cells.area !== '' && !/^\d{6}(\d{3}){0,3}$/.test(cells.area)) bad('area 应为6、9、12或15位区划代码')
  const attributes = readAttributes(cells.attributes, line, faults)
  return days && Number.isInteger(times) ? { line, cells, days, times, attributes } : undefined
}
const readMetric = ({ line, cells }: SheetRow<(typeof metricColumns)[number]>, faults: Fault[]): void => {
  const bad = (zh: string): void => void faults.push({ file: 'metrics.csv', line, zh })
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(cells.id)) bad(`id “${cells.id}”用小写字母、数字和短横,如 case-close-rate`)
  if (!/^[0-6]?$/.test(cells.decimals)) bad('decimals(小数位)应为 0 到 6')
  if (cells.step !== '' && !isNumber(cells.step)) bad('step(取整到)应为数字')
  if (cells.target !== '' && !readGoal(cells.target)) bad(`target “${cells.target}”应写成 >=98、=17、<=0`)
  try {
    parseFormula(cells.formula)
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    bad(error.message)
  }
}
const doubles = (
  rows: readonly { readonly line: number; readonly key: string }[],
  file: string,
  what: string,
  faults: Fault[],
): void => {
  const seen = new Map<string, number>()
  for (const { line, key } of rows) {
    const before = seen.get(key)
    if (before !== undefined) faults.push({ file, line, zh: `${what}“${key}”与第${before}行重复` })
    else seen.set(key, line)
  }
}
const readFigure = (
  { line, cells }: SheetRow<(typeof figureColumns)[number]>,
  ids: ReadonlySet<string>,
  faults: Fault[],
): Printed => {
  const bad = (zh: string): void => void faults.push({ file: 'figures.csv', line, zh })
  if (!ids.has(cells.metric)) bad(`metrics.csv 里没有指标“${cells.metric}”`)
  const kind = { 实绩: 'actual', 目标: 'target', '': 'actual' }[cells.kind] ?? cells.kind
  if (kind !== 'actual' && kind !== 'target') bad('kind 应为 actual(实绩)或 target(目标)')
  if (cells.value !== '' && !isNumber(cells.value)) bad('value(原文没有用数字印出、但说明了的数)应为数字')
  const days = cells.period === '' ? undefined : readDays(cells.period)
  if (cells.period !== '' && !days) bad(`period “${cells.period}”应写成 2021 或 2021-01..2021-10`)
  const tokens = [...cells.phrase.matchAll(/\{([^{}]*)\}/g)]
  if (tokens.length > 1) bad('一行只核对一个数:phrase 里只能有一对花括号')
  return { line, cells: { ...cells, kind }, days, token: tokens[0]?.[1] }
}
const checkOutline = (outline: string, ids: ReadonlySet<string>, faults: Fault[]): void => {
  for (const [index, text] of outline.split('\n').entries())
    for (const m of text.matchAll(/\{\{\s*["']([^"']*)["']\s*\|/g)) {
      const id = m[1] ?? ''
      if (id.startsWith('statistics.') && !ids.has(id.slice('statistics.'.length)))
        faults.push({ file: 'outline.md', line: index + 1, zh: `metrics.csv 里没有指标“${id.slice('statistics.'.length)}”` })
    }
}
/** A formula may only speak of matters that the pack itself enters. */
const checkSources = (
  metrics: readonly SheetRow<(typeof metricColumns)[number]>[],
  known: ReadonlySet<string>,
  faults: Fault[],
): void => {
  for (const { line, cells } of metrics) {
    let expr: ReturnType<typeof parseFormula>
    try {
      expr = parseFormula(cells.formula)
    } catch {
      continue
    }
    for (const { source } of aggregatesOf(expr))
      if (!isPlatform(source) && !known.has(source))
        faults.push({
          file: 'metrics.csv',
          line,
          zh: `公式里的“${source}”在 facts.csv、matters.csv 里都没有;请核对名称,确无发生的在 matters.csv 里登记`,
        })
  }
}
/** @throws PackError with every mistake of every file. */
export const readPack = (dir: string): Pack => {
  const faults: Fault[] = []
  const found = readAbout(dir, faults)
  const matters = readCsv(dir, 'matters.csv', { columns: matterColumns, required: ['name', 'measure'] }, faults, true)
  const factRows = readCsv(dir, 'facts.csv', { columns: factColumns, required: ['matter', 'on'] }, faults)
  const metrics = readCsv(dir, 'metrics.csv', { columns: metricColumns, required: ['id', 'zh', 'unit', 'formula'] }, faults)
  const figureRows = readCsv(dir, 'figures.csv', { columns: figureColumns, required: ['phrase', 'metric'] }, faults, true)
  const outlinePath = join(dir, 'outline.md')
  const outline = existsSync(outlinePath) ? readFileSync(outlinePath, 'utf8') : ''
  const facts = factRows.flatMap((row) => readFact(row, faults) ?? [])
  for (const row of metrics) readMetric(row, faults)
  doubles(
    metrics.map((m) => ({ line: m.line, key: m.cells.id })),
    'metrics.csv',
    '指标',
    faults,
  )
  doubles(
    matters.map((m) => ({ line: m.line, key: m.cells.name })),
    'matters.csv',
    '事项',
    faults,
  )
  const ids = new Set(metrics.map((m) => m.cells.id))
  checkSources(metrics, new Set([...matters.map((m) => m.cells.name), ...facts.map((f) => f.cells.matter)]), faults)
  const figures = figureRows.map((row) => readFigure(row, ids, faults))
  checkOutline(outline, ids, faults)
  const days = readDays(found?.period ?? '')
  if (faults.length > 0 || !found || !days) throw new PackError(faults)
  const clipped = facts.map((f) => ({ ...f, days: within(f.cells.on, f.days, days) }))
  return { dir, about: found, days, matters, facts: clipped, metrics, figures, outline }
}
