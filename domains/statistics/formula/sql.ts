/**
 * One aggregate of a formula as SQL over the rows, and the same condition as a list of those rows: value and drill-down cannot drift
 * apart. Everything a person wrote is a parameter; only names known to the definitions become part of the text.
 */
import { type Column, type Definition, type Field, type Kernel, readColumns, tableName, tableOf } from '#kernel'
import type { FigureRequest } from '#kernel/define/figure.ts'
import { areaRange } from '#kernel/define/table.ts'
import { type AggregateExpr, type Condition, FormulaError } from './types.ts'

export const ledgerId = 'statistics.entry'
export interface Matter {
  readonly id: string
  readonly name: string
}
/** What formulas may speak of: the matters of this district and the definitions of the platform. */
export interface Book {
  readonly kernel: Kernel
  readonly matters: ReadonlyMap<string, Matter>
  readonly zone: string
}
export interface Compiled {
  /** `key`, `n` (a number) and `words` (a text) by group. */
  readonly sql: string
  readonly rowsSql: string
  readonly params: unknown[]
  /** How many of the parameters belong to `rowsSql` (the first ones). */
  readonly rowCount: number
  readonly definition: Definition
}
/** Columns of a ledger entry as people say them; whatever else is asked for is an attribute (名=值). */
const ledgerColumns: Readonly<Record<string, string>> = {
  数量: 'quantity',
  金额: 'amountFen',
  日期: 'happenedOn',
  类别: 'kind',
  结果: 'result',
  对象: 'subject',
  地点: 'place',
  区域: 'areaCode',
  单位: 'unit',
  文号: 'document',
}
const cuts: Readonly<Record<string, string>> = { 日: 'YYYY-MM-DD', 周: 'IYYY-IW', 月: 'YYYY-MM', 季度: 'YYYY-Q', 年: 'YYYY' }

interface Scope {
  readonly book: Book
  readonly definition: Definition
  readonly isLedger: boolean
  readonly bind: (value: unknown) => string
  readonly at: number
}
interface Found {
  readonly sql: string
  readonly type: string
  readonly field: Field<unknown> | undefined
}
const columnOf = ({ definition, isLedger, at }: Scope, written: string, isCounted = false): Found | undefined => {
  const { fields } = definition.spec
  const byLabel = Object.keys(fields).find((key) => fields[key]?.spec.zh === written)
  const name = (isLedger ? ledgerColumns[written] : undefined) ?? (written === '状态' ? 'status' : (byLabel ?? written))
  const column: Column | undefined = tableOf(definition).columns.find((c) => c.name === name)
  if (column && fields[name]?.spec.personal && !isCounted)
    throw new FormulaError(`“${written}”是个人信息,公式里只能数有几个(去重),不能取出、也不能作条件`, at)
  if (column) return { sql: `r.${column.sql}`, type: column.type, field: fields[name] }
  if (isLedger) return undefined
  throw new FormulaError(`“${definition.spec.zh}”没有“${written}”这一栏`, at)
}
/** The value of an attribute of the entry: the text after `名=`. */
const attributeSql = (scope: Scope, name: string): string => {
  const p = scope.bind(`${name}=`)
  return `(select substr(a.v, length(${p}::text) + 1) from jsonb_array_elements_text(r.attributes) a(v) where starts_with(a.v, ${p}::text) limit 1)`
}
const expression = (scope: Scope, written: string, isCounted = false): Found => {
  const cut = cuts[written]
  if (cut) return { sql: `to_char(${dateSql(scope, undefined)}, '${cut}')`, type: 'text', field: undefined }
  return columnOf(scope, written, isCounted) ?? { sql: attributeSql(scope, written), type: 'text', field: undefined }
}
/** The date, in the district's own days, that puts a row into a period. */
const dateSql = (scope: Scope, by: string | undefined): string => {
  const { definition, isLedger } = scope
  const usual = isLedger ? 'happenedOn' : definition.primitive === 'record' ? 'at' : 'createdAt'
  const found = columnOf(scope, by ?? usual)
  if (!found) throw new FormulaError(`没有“${by}”这个日期栏`, scope.at)
  if (found.type === 'date') return `${found.sql}::timestamp`
  if (found.type.startsWith('timestamp')) return `(${found.sql} at time zone '${scope.book.zone}')`
  throw new FormulaError(`“${by}”不是日期`, scope.at)
}
const isNumber = (type: string): boolean => ['numeric', 'integer', 'double precision', 'bigint'].includes(type)
/** Money is kept in fen and spoken of in 元; an attribute is a number when it reads like one. */
const numericSql = (scope: Scope, written: string): string => {
  const found = expression(scope, written)
  if (found.field?.spec.isMoney) return `${found.sql}::numeric / 100`
  if (isNumber(found.type)) return `${found.sql}::numeric`
  if (found.type === 'text' && scope.isLedger && !ledgerColumns[written])
    return `(case when ${found.sql} ~ '^-?[0-9]+([.][0-9]+)?$' then ${found.sql}::numeric end)`
  throw new FormulaError(`“${written}”不是数字,不能加总或平均`, scope.at)
}
const keyOf = (found: Found, definition: Definition, value: string): string => {
  const choices =
    found.sql === 'r.status' && definition.primitive === 'procedure'
      ? Object.fromEntries(Object.entries(definition.spec.statuses).map(([key, s]) => [key, s.zh]))
      : found.field?.spec.choices
  if (found.type === 'boolean') return value === '是' ? 'true' : value === '否' ? 'false' : value
  if (!choices) return value
  const key = value in choices ? value : Object.keys(choices).find((k) => choices[k] === value)
  return key ?? ''
}
const conditionSql = (scope: Scope, c: Condition): string => {
  const inside = { ...scope, at: c.at }
  if (c.comparison === '=' || c.comparison === '!=') {
    const found = expression(inside, c.field)
    const keys = c.values.map((v) => keyOf(found, scope.definition, v))
    const lost = keys.indexOf('')
    if (lost >= 0) throw new FormulaError(`“${c.field}”没有“${c.values[lost]}”这个取值`, c.at)
    const test =
      scope.isLedger && c.field === '单位'
        ? `(select u.name from kernel.unit u where u.id = r.unit) = any(${scope.bind(keys)}::text[])`
        : found.type === 'text[]'
          ? `${found.sql} && ${scope.bind(keys)}::text[]`
          : `${found.sql}::text = any(${scope.bind(keys)}::text[])`
    return c.comparison === '=' ? test : `(${test}) is not true`
  }
  const found = expression(inside, c.field)
  const [value = ''] = c.values
  if (found.type === 'date' || found.type.startsWith('timestamp')) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new FormulaError(`“${value}”应为日期,如 2021-06-30`, c.at)
    return `${dateSql(inside, c.field)} ${c.comparison} ${scope.bind(value)}::timestamp`
  }
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new FormulaError(`“${value}”应为数字`, c.at)
  return `${numericSql(inside, c.field)} ${c.comparison} ${scope.bind(value)}::numeric`
}
const periodSql = (scope: Scope, expr: AggregateExpr, request: FigureRequest): readonly string[] => {
  const isStanding = scope.definition.primitive === 'register' && !scope.isLedger && expr.by === undefined
  if (expr.span === 'all' || isStanding) return []
  const date = dateSql(scope, expr.by)
  const back = expr.span === 'yearBefore' ? ` - interval '1 year'` : ''
  const edge = (at: Date): string => `(${scope.bind(at)}::timestamptz at time zone '${scope.book.zone}')${back}`
  return [
    ...(request.from && expr.span !== 'upTo' ? [`${date} >= ${edge(request.from)}`] : []),
    ...(request.to ? [`${date} < ${edge(request.to)}`] : []),
  ]
}
const groupSql = (scope: Scope, expr: AggregateExpr, by: string | undefined): string => {
  if (!by) return 'null::text'
  if (by === 'street') return 'left(r.area_code, 9)'
  const cut = { day: '日', month: '月', quarter: '季度', year: '年' }[by]
  if (cut) return `to_char(${dateSql(scope, expr.by)}, '${cuts[cut]}')`
  const found = columnOf(scope, by)
  if (!found) throw new FormulaError(`不能按“${by}”分组`, expr.at)
  return `${found.sql}::text`
}
const valueSql = (scope: Scope, expr: AggregateExpr): string => {
  const field = expr.field ?? ''
  const date = dateSql(scope, expr.by)
  if (expr.fn === 'count') return 'count(*)::numeric as n, null::text as words'
  if (expr.fn === 'distinct') return `count(distinct ${expression(scope, field, true).sql})::numeric as n, null::text as words`
  if (expr.fn === 'text')
    return `null::numeric as n, (array_agg(${expression(scope, field).sql}::text order by ${date} desc, r.id desc))[1] as words`
  const number = numericSql(scope, field)
  const sql = {
    sum: `coalesce(sum(${number}), 0)`,
    average: `avg(${number})`,
    min: `min(${number})`,
    max: `max(${number})`,
    latest: `(array_agg(${number} order by ${date} desc, r.id desc))[1]`,
    groupLeast: '',
    groupMost: '',
  }[expr.fn]
  return `(${sql})::numeric as n, null::text as words`
}
/** @throws FormulaError where a matter, a column or a value is not known. */
export const compileAggregate = (book: Book, expr: AggregateExpr, request: FigureRequest): Compiled => {
  const isPlatform = /^[a-z][a-z-]*\.[a-z]/.test(expr.source)
  const matter = isPlatform ? undefined : book.matters.get(expr.source)
  const definition = book.kernel.definition(isPlatform ? expr.source : ledgerId)
  if (!definition || (!isPlatform && !matter))
    throw new FormulaError(
      isPlatform ? `平台没有“${expr.source}”` : `没有“${expr.source}”这个统计事项,请先在统计事项里登记`,
      expr.at,
    )
  const params: unknown[] = []
  const bind = (value: unknown): string => `$${params.push(value)}`
  const scope: Scope = { book, definition, isLedger: !isPlatform, bind, at: expr.at }
  const where = [
    ...(matter ? [`r.matter = ${bind(matter.id)}::uuid`] : []),
    ...(definition.primitive === 'register' ? ['r.retired_at is null'] : []),
    ...expr.conditions.map((c) => conditionSql(scope, c)),
    ...periodSql(scope, expr, request),
  ]
  if (request.areaCode) {
    const [from, before] = areaRange(request.areaCode)
    where.push(`r.area_code >= ${bind(from)} and r.area_code < ${bind(before)}`)
  }
  const tail = `from ${tableName(definition)} r where ${where.length > 0 ? where.join(' and ') : 'true'}`
  const rowsSql = `select ${readColumns(definition)} ${tail} order by ${dateSql(scope, expr.by)} desc, r.id desc`
  const rowCount = params.length
  const key = groupSql(scope, expr, request.by)
  if (expr.fn === 'groupLeast' || expr.fn === 'groupMost') {
    const group = expression(scope, expr.field ?? '').sql
    const inner = `select ${key} as key, ${group} as g, count(*)::numeric as n ${tail} group by 1, 2`
    return {
      sql: `select key, ${expr.fn === 'groupLeast' ? 'min' : 'max'}(n)::numeric as n, null::text as words from (${inner}) x group by 1`,
      rowsSql,
      params,
      rowCount,
      definition,
    }
  }
  const sql = `select ${key} as key, ${valueSql(scope, expr)} ${tail} group by 1`
  return { sql, rowsSql, params, rowCount, definition }
}
