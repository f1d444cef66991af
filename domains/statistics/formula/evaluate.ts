/** Values of formulas: every aggregate is one statement over the rows; only the arithmetic between them is done here. */
import type { Transaction } from 'kysely'
import { raw } from '#kernel'
import type { FigureRequest } from '#kernel/define/figure.ts'
import { aggregatesOf, metricsOf, parseFormula } from './parse.ts'
import type { Value } from './print.ts'
import { type Book, compileAggregate } from './sql.ts'
import { type Expr, FormulaError, type PeriodUnit } from './types.ts'

export type Values = ReadonlyMap<string | null, Value>
export interface Machine {
  readonly tx: Transaction<unknown>
  readonly book: Book
  /** The formula of another figure, by code. */
  readonly formulaOf: (code: string) => string | undefined
}
const maxChain = 8
const number = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null)
const days = (request: FigureRequest): number | null =>
  request.from && request.to ? Math.round((request.to.getTime() - request.from.getTime()) / 86_400_000) : null
/** Whole periods between the ends, as a calendar counts them. */
const periods = (request: FigureRequest, unit: PeriodUnit): number | null => {
  const length = days(request)
  if (length === null || !request.from || !request.to) return null
  if (unit === 'day') return length
  if (unit === 'week') return length / 7
  const months = (at: Date): number => {
    const local = new Date(at.getTime() + 8 * 3_600_000)
    return local.getUTCFullYear() * 12 + local.getUTCMonth() + (local.getUTCDate() - 1) / 31
  }
  const between = months(request.to) - months(request.from)
  return unit === 'month' ? between : between / 3
}
const combine = (left: Values, right: Values, join: (a: number, b: number) => Value): Values => {
  const [one, other] = [left.size === 1 && left.has(null), right.size === 1 && right.has(null)]
  const keys = one ? (other ? [null] : [...right.keys()]) : [...new Set([...left.keys(), ...(other ? [] : right.keys())])]
  return new Map(
    keys.map((key) => {
      const a = number(one ? left.get(null) : (left.get(key) ?? 0))
      const b = number(other ? right.get(null) : (right.get(key) ?? 0))
      return [key, a === null || b === null ? null : join(a, b)] as const
    }),
  )
}
/** 零分母为空. */
const divide = (a: number, b: number): Value => (b === 0 ? null : a / b)
const arithmetic: Readonly<Record<'+' | '-' | '*' | '/', (a: number, b: number) => Value>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': divide,
}
const emptyIsZero: ReadonlySet<string> = new Set(['count', 'sum', 'distinct'])

const evaluateIn = async (machine: Machine, expr: Expr, request: FigureRequest, chain: readonly string[]): Promise<Values> => {
  const inside = (e: Expr): Promise<Values> => evaluateIn(machine, e, request, chain)
  if (expr.kind === 'number') return new Map([[null, expr.value]])
  if (expr.kind === 'periods') return new Map([[null, periods(request, expr.unit)]])
  if (expr.kind === 'negate') return new Map([...(await inside(expr.of))].map(([k, v]) => [k, typeof v === 'number' ? -v : null]))
  if (expr.kind === 'binary') return combine(await inside(expr.left), await inside(expr.right), arithmetic[expr.operator])
  if (expr.kind === 'rate')
    return combine(await inside(expr.numerator), await inside(expr.denominator), (a, b) => divide(a * 100, b))
  if (expr.kind === 'range')
    return combine(await inside(expr.low), await inside(expr.high), (a, b) => (a === b ? String(a) : `${a}—${b}`))
  if (expr.kind === 'join') {
    const texts: string[] = []
    for (const part of expr.parts) texts.push(typeof part === 'string' ? part : String((await inside(part)).get(null) ?? '—'))
    return new Map([[null, texts.join('')]])
  }
  if (expr.kind === 'metric') {
    const formula = machine.formulaOf(expr.code)
    if (formula === undefined) throw new FormulaError(`没有指标“${expr.code}”`, expr.at)
    if (chain.includes(expr.code) || chain.length >= maxChain) throw new FormulaError(`指标“${expr.code}”绕回到了自己`, expr.at)
    return evaluateIn(machine, parseFormula(formula), request, [...chain, expr.code])
  }
  const { sql, params } = compileAggregate(machine.book, expr, request)
  const { rows } = await raw<{ key: string | null; n: string | number | null; words: string | null }>(machine.tx, sql, params)
  if (rows.length === 0 && !request.by) return new Map([[null, emptyIsZero.has(expr.fn) ? 0 : null]])
  return new Map(rows.map((r) => [r.key, r.words ?? (r.n === null ? null : Number(r.n))]))
}
/** @throws FormulaError */
export const evaluateFormula = (machine: Machine, formula: string, request: FigureRequest): Promise<Values> =>
  evaluateIn(machine, parseFormula(formula), request, [])

/** Numerator and denominator where the formula is a rate at its top; otherwise the value itself. */
export const evaluateSides = async (machine: Machine, formula: string, request: FigureRequest) => {
  const expr = parseFormula(formula)
  const of = (e: Expr): Promise<Values> => evaluateIn(machine, e, request, [])
  if (expr.kind !== 'rate') {
    const values = await of(expr)
    return { values, numerators: values, denominators: undefined }
  }
  const [numerators, denominators] = [await of(expr.numerator), await of(expr.denominator)]
  return { values: combine(numerators, denominators, (a, b) => divide(a * 100, b)), numerators, denominators }
}
/** The aggregates behind one side, through the figures it is made of: what a drill-down lists. */
export const sourcesOf = (machine: Machine, formula: string, side: 'numerator' | 'denominator') => {
  const top = parseFormula(formula)
  const part = top.kind === 'rate' ? (side === 'numerator' ? top.numerator : top.denominator) : top
  const collect = (expr: Expr, chain: readonly string[]): ReturnType<typeof aggregatesOf> => [
    ...aggregatesOf(expr),
    ...metricsOf(expr).flatMap((code) =>
      chain.includes(code) ? [] : collect(parseFormula(machine.formulaOf(code) ?? '0'), [...chain, code]),
    ),
  ]
  return collect(part, [])
}
/** Reads and resolves a formula without computing it. @returns the mistake as a sentence, or undefined. */
export const findFormulaFault = (machine: Omit<Machine, 'tx'>, formula: string, own?: string): string | undefined => {
  const check = (text: string, chain: readonly string[]): void => {
    const expr = parseFormula(text)
    for (const aggregate of aggregatesOf(expr)) compileAggregate(machine.book, aggregate, {})
    for (const code of metricsOf(expr)) {
      if (chain.includes(code)) throw new FormulaError(`指标“${code}”绕回到了自己`, 0)
      const next = machine.formulaOf(code)
      if (next === undefined) throw new FormulaError(`没有指标“${code}”`, 0)
      check(next, [...chain, code])
    }
  }
  try {
    check(formula, own ? [own] : [])
    return undefined
  } catch (error) {
    if (error instanceof FormulaError) return error.message
    throw error
  }
}
