/**
 * Figures that a district keeps as data (a dictionary its statisticians type in) beside the indicators written in code. Whoever shows
 * numbers asks the sources of all domains, so that a figure is the same wherever it is printed.
 */
import type { WorkContext } from '../context.ts'

export interface FigureMeta {
  /** `domain.code`, like an indicator's. */
  readonly id: string
  readonly zh: string
  readonly unit: string
  readonly decimals: number
  readonly definition: string
  readonly target: { readonly kind: 'atLeast' | 'atMost'; readonly value: number } | null
  readonly by: readonly string[]
  /** The unit that answers for it, by name. */
  readonly owner: string | null
}
export interface FigureRequest {
  readonly from?: Date
  /** Exclusive. */
  readonly to?: Date
  readonly areaCode?: string
  readonly by?: string
}
export interface FigureValue {
  readonly key: string | null
  readonly numerator: number
  readonly denominator: number | null
  readonly value: number | null
}
export interface FigureAnswer extends FigureMeta {
  readonly values: readonly FigureValue[]
  /** As it is printed: rounding, 余, 约, 以上 and the unit are properties of the figure. */
  readonly printed: string
  /** The target as it is printed in a plan; undefined where there is none. */
  readonly printedGoal?: string
}
export interface FigureRows {
  readonly definition: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly sql: string
  readonly params: readonly unknown[]
}
export interface FigureSource {
  readonly list: (ctx: WorkContext) => Promise<readonly FigureMeta[]>
  /** Undefined where this source has no such figure. */
  readonly find: (ctx: WorkContext, id: string, request: FigureRequest) => Promise<FigureAnswer | undefined>
  readonly rows: (
    ctx: WorkContext,
    id: string,
    side: 'numerator' | 'denominator',
    request: FigureRequest,
  ) => Promise<FigureRows | undefined>
}
