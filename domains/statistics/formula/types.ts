/** What a formula of the dictionary says, as a tree. Places are positions in the text, for messages. */
export type Comparison = '=' | '!=' | '>=' | '<=' | '>' | '<'
export interface Condition {
  readonly field: string
  readonly comparison: Comparison
  /** Any of these. */
  readonly values: readonly string[]
  readonly at: number
}
export const aggregateNames = {
  计数: 'count',
  求和: 'sum',
  平均: 'average',
  去重: 'distinct',
  最新: 'latest',
  文字: 'text',
  最小: 'min',
  最大: 'max',
  组最少: 'groupLeast',
  组最多: 'groupMost',
} as const
export type AggregateKind = (typeof aggregateNames)[keyof typeof aggregateNames]
/** Which days count: those of the period; from the beginning to its end (累计); the same period a year before (上年); all there are (全部). */
export type Span = 'period' | 'upTo' | 'yearBefore' | 'all'
export interface AggregateExpr {
  readonly kind: 'aggregate'
  readonly fn: AggregateKind
  /** A matter of the ledger by name, or a definition of the platform by id. */
  readonly source: string
  readonly field: string | undefined
  readonly conditions: readonly Condition[]
  readonly span: Span
  /** The date that puts a row into the period, where it is not the usual one (按=closedAt). */
  readonly by: string | undefined
  readonly at: number
}
export const periodNames = { 天数: 'day', 周数: 'week', 月数: 'month', 季度数: 'quarter' } as const
export type PeriodUnit = (typeof periodNames)[keyof typeof periodNames]
export type Expr =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'binary'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'negate'; readonly of: Expr }
  | AggregateExpr
  | { readonly kind: 'rate'; readonly numerator: Expr; readonly denominator: Expr }
  | { readonly kind: 'range'; readonly low: Expr; readonly high: Expr }
  | { readonly kind: 'join'; readonly parts: readonly (Expr | string)[] }
  | { readonly kind: 'metric'; readonly code: string; readonly at: number }
  | { readonly kind: 'periods'; readonly unit: PeriodUnit }

/** A formula that cannot be read or resolved: the sentence and the place. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError'
  readonly at: number
  constructor(zh: string, at: number) {
    super(zh)
    this.at = at
  }
}
