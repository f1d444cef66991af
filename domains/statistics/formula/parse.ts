/**
 * The formula language of the dictionary: what a statistician can read and type.
 * `计数(小广告清理, 类别=乱涂写)`, `求和(渗滤液日报.数量, 结果=达标)/10000`, `率(计数(诉求, 结果=已办结), 计数(诉求))`,
 * `计数(cases.case, status=closed, 按=closedAt)`. English names (`count`, `sum`, `rate` …) mean the same.
 */
import {
  type AggregateExpr,
  type AggregateKind,
  aggregateNames,
  type Comparison,
  type Condition,
  type Expr,
  FormulaError,
  type PeriodUnit,
  periodNames,
  type Span,
} from './types.ts'

const english: Readonly<Record<string, string>> = {
  count: '计数',
  sum: '求和',
  average: '平均',
  distinct: '去重',
  latest: '最新',
  text: '文字',
  min: '最小',
  max: '最大',
  rate: '率',
  range: '范围',
  metric: '指标',
  join: '连写',
  days: '天数',
  weeks: '周数',
  months: '月数',
  quarters: '季度数',
}
const spans: Readonly<Record<string, Span>> = { 累计: 'upTo', 上年: 'yearBefore', 全部: 'all' }
/** One mark for one mark, so that places stay what they were. */
const narrow: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '＝': '=',
  '＋': '+',
  '－': '-',
  '＊': '*',
  '×': '*',
  '／': '/',
  '÷': '/',
  '＞': '>',
  '＜': '<',
  '｜': '|',
}
const maxDepth = 40
interface Reader {
  readonly text: string
  at: number
  depth: number
}
const fail = (r: Reader, zh: string, at = r.at): never => {
  const near = r.text.slice(at, at + 6)
  throw new FormulaError(`公式第${at + 1}个字${near ? `“${near}”` : '(末尾)'}处:${zh}`, at)
}
const skip = (r: Reader): void => {
  while (/\s/.test(r.text[r.at] ?? '')) r.at += 1
}
const peek = (r: Reader): string => {
  skip(r)
  return r.text[r.at] ?? ''
}
const take = (r: Reader, mark: string, zh: string): void => {
  if (peek(r) !== mark) fail(r, zh)
  r.at += 1
}
/** Text of an argument up to a mark that ends it; quotation marks keep such marks inside. */
const word = (r: Reader, stop: RegExp, what: string): string => {
  skip(r)
  const begin = r.at
  if (r.text[r.at] === '"') {
    const end = r.text.indexOf('"', begin + 1)
    if (end < 0) fail(r, '引号没有配对', begin)
    r.at = end + 1
    return r.text.slice(begin + 1, end)
  }
  while (r.at < r.text.length && !stop.test(r.text[r.at] ?? '')) r.at += 1
  const found = r.text.slice(begin, r.at).trim()
  return found === '' ? fail(r, `缺少${what}`, begin) : found
}
const comparisonOf = (r: Reader): Comparison | undefined => {
  const two = r.text.slice(r.at, r.at + 2)
  const one = r.text[r.at] ?? ''
  const known: Readonly<Record<string, Comparison>> = { '>=': '>=', '<=': '<=', '!=': '!=' }
  const single: Readonly<Record<string, Comparison>> = { '=': '=', '>': '>', '<': '<', '≥': '>=', '≤': '<=', '≠': '!=' }
  const wide = known[two]
  if (wide) r.at += 2
  else if (single[one]) r.at += 1
  return wide ?? single[one]
}
const stopName = /[,()=<>!≥≤≠|]/
const stopValue = /[,()|]/
const condition = (r: Reader): Condition | string => {
  skip(r)
  const at = r.at
  const field = word(r, stopName, '条件')
  skip(r)
  const comparison = comparisonOf(r)
  if (!comparison) return field
  const values = [word(r, stopValue, `“${field}”的取值`)]
  while (peek(r) === '|') {
    r.at += 1
    values.push(word(r, stopValue, `“${field}”的取值`))
  }
  return { field, comparison, values, at }
}
/** `事项.字段` or, for a definition of the platform, `domain.noun.field`. */
const splitSource = (written: string): { readonly source: string; readonly field: string | undefined } => {
  const platform = /^([a-z][a-z-]*\.[a-z][a-z-]*)(?:\.(.+))?$/.exec(written)
  if (platform) return { source: platform[1] ?? '', field: platform[2] }
  const dot = written.lastIndexOf('.')
  return dot < 0
    ? { source: written, field: undefined }
    : { source: written.slice(0, dot).trim(), field: written.slice(dot + 1).trim() }
}
const needsField: ReadonlySet<AggregateKind> = new Set([
  'sum',
  'average',
  'distinct',
  'latest',
  'text',
  'min',
  'max',
  'groupLeast',
  'groupMost',
])
const aggregate = (r: Reader, fn: AggregateKind, name: string, at: number): Expr => {
  const sourceAt = r.at
  const { source, field } = splitSource(word(r, /[,()]/, '事项名称'))
  if (needsField.has(fn) && !field) fail(r, `“${name}”要写明哪一栏,如 ${name}(${source}.数量)`, sourceAt)
  if (fn === 'count' && field) fail(r, `“计数”数的是行,不写栏目;要加总请用 求和(${source}.${field})`, sourceAt)
  const conditions: Condition[] = []
  let span: Span = 'period'
  let by: string | undefined
  while (peek(r) === ',') {
    r.at += 1
    skip(r)
    const from = r.at
    const one = condition(r)
    if (typeof one !== 'string') {
      if (one.field === '按') by = one.values[0]
      else conditions.push(one)
    } else span = spans[one] ?? fail(r, `“${one}”不是条件,应写 栏目=取值,或 累计、上年、全部`, from)
  }
  take(r, ')', '括号没有配对,应为“)”')
  return { kind: 'aggregate', fn, source, field, conditions, span, by, at }
}
const pair = (r: Reader, name: string): readonly [Expr, Expr] => {
  const first = sum(r)
  take(r, ',', `“${name}”要有两项,用逗号隔开`)
  const second = sum(r)
  take(r, ')', '括号没有配对,应为“)”')
  return [first, second]
}
/** `连写(计数(…), "金", 计数(…), "银")`: several numbers and the words between them, as one print. */
const join = (r: Reader): Expr => {
  const parts: (Expr | string)[] = []
  do {
    if (parts.length > 0) r.at += 1
    parts.push(peek(r) === '"' ? word(r, stopValue, '文字') : sum(r))
  } while (peek(r) === ',')
  take(r, ')', '括号没有配对,应为“)”')
  return { kind: 'join', parts }
}
const call = (r: Reader): Expr => {
  const at = r.at
  const written = word(r, /[\s(),+\-*/]/, '公式')
  const name = english[written] ?? written
  if (peek(r) !== '(')
    fail(r, `“${written}”后面应为“(”;可用的有 ${[...Object.keys(aggregateNames), '率', '指标'].join('、')}`, at)
  r.at += 1
  const fn = (aggregateNames as Readonly<Record<string, AggregateKind>>)[name]
  if (fn) return aggregate(r, fn, name, at)
  const unit = (periodNames as Readonly<Record<string, PeriodUnit>>)[name]
  if (unit) {
    take(r, ')', `“${name}”的括号里不写内容`)
    return { kind: 'periods', unit }
  }
  if (name === '率') {
    const [numerator, denominator] = pair(r, '率')
    return { kind: 'rate', numerator, denominator }
  }
  if (name === '范围') {
    const [low, high] = pair(r, '范围')
    return { kind: 'range', low, high }
  }
  if (name === '连写') return join(r)
  if (name === '指标') {
    const code = word(r, /[,()]/, '指标编号')
    take(r, ')', '括号没有配对,应为“)”')
    return { kind: 'metric', code, at }
  }
  return fail(
    r,
    `没有“${written}”这个算法;可用的有 ${[...Object.keys(aggregateNames), '率', '范围', '连写', '指标', ...Object.keys(periodNames)].join('、')}`,
    at,
  )
}
const atom = (r: Reader): Expr => {
  const mark = peek(r)
  if (mark === '') return fail(r, '公式没有写完')
  if (mark === '(') {
    r.at += 1
    if (++r.depth > maxDepth) fail(r, '括号套得太深')
    const inside = sum(r)
    take(r, ')', '括号没有配对,应为“)”')
    return inside
  }
  if (mark === '-') {
    r.at += 1
    if (++r.depth > maxDepth) fail(r, '负号太多')
    return { kind: 'negate', of: atom(r) }
  }
  const number = /^\d+(\.\d+)?/.exec(r.text.slice(r.at))?.[0]
  if (number === undefined) return call(r)
  r.at += number.length
  return { kind: 'number', value: Number(number) }
}
const product = (r: Reader): Expr => {
  let left = atom(r)
  for (let mark = peek(r); mark === '*' || mark === '/'; mark = peek(r)) {
    r.at += 1
    left = { kind: 'binary', operator: mark, left, right: atom(r) }
  }
  return left
}
const sum = (r: Reader): Expr => {
  if (++r.depth > maxDepth * 4) fail(r, '公式太长')
  let left = product(r)
  for (let mark = peek(r); mark === '+' || mark === '-'; mark = peek(r)) {
    r.at += 1
    left = { kind: 'binary', operator: mark, left, right: product(r) }
  }
  return left
}
/** @throws FormulaError with the place of the first mistake. */
export const parseFormula = (written: string): Expr => {
  const r: Reader = { text: [...written].map((c) => narrow[c] ?? c).join(''), at: 0, depth: 0 }
  const found = sum(r)
  if (peek(r) !== '') fail(r, '多出来的内容')
  return found
}
/** The formulas directly inside one. */
export const insideOf = (expr: Expr): readonly Expr[] => {
  if (expr.kind === 'binary') return [expr.left, expr.right]
  if (expr.kind === 'rate') return [expr.numerator, expr.denominator]
  if (expr.kind === 'range') return [expr.low, expr.high]
  if (expr.kind === 'join') return expr.parts.flatMap((p) => (typeof p === 'string' ? [] : [p]))
  return expr.kind === 'negate' ? [expr.of] : []
}
/** Every aggregate of a formula, from left to right. */
export const aggregatesOf = (expr: Expr): readonly AggregateExpr[] =>
  expr.kind === 'aggregate' ? [expr] : insideOf(expr).flatMap(aggregatesOf)
export const metricsOf = (expr: Expr): readonly string[] =>
  expr.kind === 'metric' ? [expr.code] : insideOf(expr).flatMap(metricsOf)
