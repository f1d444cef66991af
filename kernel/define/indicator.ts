/**
 * Indicator 指标: how well. Every number shown anywhere has one definition, from which come its value by period, area and
 * dimension, and the rows behind it. A zero denominator gives null, shown as “—”, never 0 or 100.
 */
import type { Fields, RowOf } from './field.ts'
import type { Procedure, ProcedureBase } from './procedure.ts'
import type { RecordBase, RecordDefinition } from './record.ts'
import type { Register, RegisterBase } from './register.ts'

type Condition<T> = T | readonly T[] | { readonly not: T | readonly T[] } | { readonly atLeast: T } | { readonly below: T } | null
export type Where<Row> = { readonly [K in keyof Row]?: Condition<NonNullable<Row[K]>> }

export interface Aggregate {
  readonly kind: 'count' | 'sum' | 'average' | 'percentile'
  readonly source: string
  readonly field?: string
  /** Instead of a field: the hours between two instants of the row. */
  readonly hours?: { readonly from: string; readonly to: string }
  /** For a percentile: 0.5 is the median. Continuous, as PostgreSQL's `percentile_cont`. */
  readonly fraction?: number
  /** The instant column that puts a row into a period; absent: rows as they stand now. */
  readonly at?: string
  readonly where: Readonly<Record<string, unknown>>
  /** SQL condition over the row `r` for what `where` cannot say; shown in the drill-down. */
  readonly and?: string
}
type SourceRow<S> =
  S extends Register<infer F>
    ? RegisterBase & RowOf<F>
    : S extends RecordDefinition<infer F>
      ? RecordBase & RowOf<F>
      : S extends Procedure<infer F, infer St>
        ? ProcedureBase<St> & RowOf<F>
        : never
type AnySource = Register<Fields> | RecordDefinition<Fields> | Procedure<Fields, string>
type InstantKey<Row> = { [K in keyof Row]: NonNullable<Row[K]> extends Date ? K : never }[keyof Row] | InstantLike<Row>
type InstantLike<Row> = Extract<keyof Row, `${string}At` | `${string}On`>

export interface AggregateOptions<Row> {
  readonly at?: InstantKey<Row> & string
  readonly where?: Where<Row>
  readonly and?: string
}
const aggregate = (
  kind: Aggregate['kind'],
  source: { readonly id: string },
  field: string | undefined,
  options: AggregateOptions<Record<string, unknown>>,
): Aggregate => ({
  kind,
  source: source.id,
  field,
  at: options.at,
  where: options.where ?? {},
  and: options.and,
})
export const count = <S extends AnySource>(source: S, options: AggregateOptions<SourceRow<S>> = {}): Aggregate =>
  aggregate('count', source, undefined, options as unknown as AggregateOptions<Record<string, unknown>>)
export const sum = <S extends AnySource>(
  source: S,
  field: keyof SourceRow<S> & string,
  options: AggregateOptions<SourceRow<S>> = {},
): Aggregate => aggregate('sum', source, field, options as unknown as AggregateOptions<Record<string, unknown>>)
export const average = <S extends AnySource>(
  source: S,
  field: keyof SourceRow<S> & string,
  options: AggregateOptions<SourceRow<S>> = {},
): Aggregate => aggregate('average', source, field, options as unknown as AggregateOptions<Record<string, unknown>>)

/** Hours from one instant of the row to another: their mean, or with `fraction` their percentile (0.5 the median, 0.9 the P90). */
export const hours = <S extends AnySource>(
  source: S,
  from: InstantKey<SourceRow<S>> & string,
  to: InstantKey<SourceRow<S>> & string,
  options: AggregateOptions<SourceRow<S>> & { readonly fraction?: number } = {},
): Aggregate => ({
  ...aggregate(
    options.fraction === undefined ? 'average' : 'percentile',
    source,
    undefined,
    options as unknown as AggregateOptions<Record<string, unknown>>,
  ),
  hours: { from, to },
  fraction: options.fraction,
})

export type Formula =
  | { readonly kind: 'value'; readonly of: Aggregate; readonly per: number }
  | { readonly kind: 'ratio'; readonly numerator: Aggregate; readonly denominator: Aggregate; readonly times: number }
/** `per` turns the unit of the column into the unit that is printed (分 → 万元: 1,000,000); the numerator stays exact. */
export const value = (of: Aggregate, per = 1): Formula => ({ kind: 'value', of, per })
/** Numerator and denominator are stated apart and in full, so that two rates never share one by accident. */
export const ratio = (numerator: Aggregate, denominator: Aggregate, times = 100): Formula => ({
  kind: 'ratio',
  numerator,
  denominator,
  times,
})

export interface Target {
  readonly kind: 'atLeast' | 'atMost'
  readonly value: number
  readonly source?: string
}
export const atLeast = (value: number, source?: string): Target => ({ kind: 'atLeast', value, source })
export const atMost = (value: number, source?: string): Target => ({ kind: 'atMost', value, source })

export interface IndicatorSpec {
  readonly zh: string
  readonly unit: string
  readonly decimals: number
  readonly of: Formula
  readonly target?: Target
  /** Dimensions it may be split by: columns of the source (snake or camel), besides area and period. */
  readonly by?: readonly string[]
  readonly definition: string
  readonly source?: string
}
export interface Indicator {
  readonly primitive: 'indicator'
  readonly id: string
  readonly spec: IndicatorSpec
}
export const indicator = (id: string, spec: IndicatorSpec): Indicator => ({ primitive: 'indicator', id, spec })

/** Decimals a unit is printed with unless the definition says otherwise; a unit not named here counts whole things. */
const decimalsOf: Readonly<Record<string, number>> = {
  '%': 2,
  分: 2,
  元: 2,
  万元: 2,
  亿元: 4,
  '㎡': 2,
  '万㎡': 4,
  'm³': 2,
  '万m³': 4,
  吨: 2,
  万吨: 4,
  亩: 2,
  公里: 2,
  小时: 2,
}
/** The maker of a domain's indicators: `const plain = indicatorsOf('lighting')`, then `plain('lit-rate', '亮灯率', '%', ratio(…), '…')`. */
export const indicatorsOf =
  (domain: string) =>
  (id: string, zh: string, unit: string, of: Formula, definition: string, extra: Partial<IndicatorSpec> = {}): Indicator =>
    indicator(`${domain}.${id}`, {
      zh,
      unit,
      decimals: decimalsOf[unit] ?? (unit.includes('/') ? 2 : 0),
      of,
      definition,
      ...extra,
    })
