/** Rule 规则: what must follow from a record, a row, a fact or the clock. Dated, deduplicated, and runnable dry over history. */
import type { Fact, FactMessage } from './fact.ts'
import type { Fields } from './field.ts'
import type { RecordDefinition, RecordRow } from './record.ts'
import type { Register, RegisterRow } from './register.ts'

export type RuleSource = RecordDefinition<Fields> | Register<Fields> | Fact<unknown>
type RuleRow<S> =
  S extends RecordDefinition<infer F>
    ? RecordRow<RecordDefinition<F>>
    : S extends Register<infer F>
      ? RegisterRow<Register<F>>
      : S extends Fact<infer T>
        ? T & { readonly district: string }
        : never

export interface RuleContext {
  readonly now: Date
  /** Parameter of the rule in force at that moment: thresholds are dated data, not constants. */
  readonly parameter: (name: string) => number
}
export interface RuleSpec<S> {
  readonly zh: string
  readonly on: S
  /** Default thresholds with unit and source; administrators may date new values. */
  readonly parameters?: Readonly<Record<string, { readonly value: number; readonly unit: string; readonly source: string }>>
  readonly when: (row: RuleRow<S>, ctx: RuleContext) => boolean
  /** The facts to publish; domains that can act on them listen. */
  readonly then: (row: RuleRow<S>, ctx: RuleContext) => readonly FactMessage[]
  /** Fires once per key within the window. */
  readonly once?: { readonly per: (row: RuleRow<S>) => string; readonly withinHours: number }
  readonly basis: string
}
export interface Rule {
  readonly primitive: 'rule'
  readonly id: string
  readonly spec: RuleSpec<RuleSource>
}
export const rule = <S extends RuleSource>(id: string, spec: RuleSpec<S>): Rule => ({
  primitive: 'rule',
  id,
  spec: spec as unknown as RuleSpec<RuleSource>,
})
