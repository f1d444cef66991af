/**
 * Procedure 流程: who does what, by when, with which papers. A procedure is data: statuses, clocks, and one table of actions.
 * Everything that happens to a subject is one action; an action is pure (it returns what changes) and the engine writes it.
 */
import type { Transaction } from 'kysely'
import type { Refusal } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import type { FactMessage } from './fact.ts'
import type { Fields, InputOf, LimitValue, RowOf } from './field.ts'

export interface ProcedureBase<S extends string = string> {
  readonly district: string
  readonly id: string
  readonly number: string
  readonly status: S
  /** Version of the definition under which the subject began and will end. */
  readonly procedureVersion: number
  readonly version: number
  readonly areaCode: string | null
  readonly unitId: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly dueAt: Date | null
  readonly parentType: string | null
  readonly parentId: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly closedAt: Date | null
}
export type SubjectRow<P> = P extends Procedure<infer F, infer S> ? ProcedureBase<S> & RowOf<F> : never

export interface StatusSpec<_C extends string = string> {
  readonly zh: string
  /** Stage number of the seven stages, where the procedure has them. */
  readonly stage?: number
  readonly kind?: 'open' | 'final'
  /** Verb that has to act now: the engine makes the task and keeps it until the status changes. */
  readonly duty?: string
  readonly taskZh?: string
  /** The duty falls on the subject's unit, not on whoever has the verb in the area. */
  readonly ofUnit?: boolean
}
export interface ClockSpec {
  readonly zh: string
  /** Default limit; an action may start it with another one. */
  readonly limit?: LimitValue
  readonly basis?: string
  /**
   * Counted in whole days, as legal periods are: the day it starts on is not counted, it ends with its last day, and a pause takes out
   * whole days only. `carried`: a last day that rests is carried to the end of the next working day.
   */
  readonly byDay?: 'plain' | 'carried'
}

export interface Actor {
  readonly kind: 'person' | 'public' | 'system'
  readonly id: string | null
  readonly name: string
  /** Acting for somebody else by delegation. */
  readonly onBehalfOf?: string
}
export interface ClockView {
  readonly name: string
  readonly round: number
  readonly limit: LimitValue
  readonly startedAt: Date
  readonly dueAt: Date
  readonly pausedAt: Date | null
  readonly stoppedAt: Date | null
  readonly extensions: number
}
export interface Participation {
  readonly seq: number
  readonly action: string
  readonly actorId: string | null
  readonly actorName: string
  readonly at: Date
}
export interface ActionContext<Row, Input, Found = unknown> {
  readonly subject: Row
  readonly input: Input
  /** What the action's `look` read from the database beforehand. */
  readonly found: Found
  readonly actor: Actor
  readonly now: Date
  readonly clocks: readonly ClockView[]
  /** Who has done what before, oldest first. */
  readonly past: readonly Participation[]
  readonly parameter: (name: string) => number
  /** Six digits by which somebody outside answers for this subject (`Vault.code`): put into a message, compared when they come back. */
  readonly code: () => string
}
export type GuardContext<Row> = Omit<ActionContext<Row, never>, 'input' | 'found'>

export type ClockEffect<C extends string = string> =
  | {
      readonly clock: C
      readonly do: 'start'
      readonly limit?: LimitValue
      readonly dueAt?: Date /** The event that starts it, where it lies before the action. */
      readonly from?: Date
    }
  | { readonly clock: C; readonly do: 'stop' | 'pause' | 'resume' | 'exempt' | 'cancel' }
  | { readonly clock: C; readonly do: 'extend'; readonly by: LimitValue | 'one original limit' }
export interface TaskAssignment {
  readonly personId?: string
  readonly unitId?: string
  /** Draw one person by lot among those with the verb in the area, never one of `except`; the draw is journaled and can be re-run. */
  readonly draw?: { readonly except: readonly (string | null)[] }
}
export interface Timer<A extends string = string> {
  readonly name: string
  /** null takes a timer off. */
  readonly at: Date | null
  readonly action: A
}
export interface Spawn {
  readonly procedure: string
  /** Name of the opening action where there are several. */
  readonly action?: string
  readonly input: Readonly<Record<string, unknown>>
}
export interface ActionEffects<Row> {
  readonly set?: { readonly [K in keyof Row]?: Row[K] }
  readonly clocks?: readonly ClockEffect[]
  readonly assign?: TaskAssignment
  readonly timers?: readonly Timer[]
  readonly facts?: readonly FactMessage[]
  readonly spawn?: readonly Spawn[]
  /** People or units to be told on their screens, in a sentence. */
  readonly notify?: readonly { readonly personId?: string; readonly unitId?: string; readonly zh: string }[]
  /** What goes out by SMS, mail or WeChat, through the local outbox of the adapters. */
  readonly messages?: readonly {
    readonly channel: 'sms' | 'mail' | 'wechat'
    readonly recipient: string
    readonly body: string
  }[]
}
type Arrow<S extends string> = { readonly from: readonly S[] | S | 'any open' | 'new'; readonly to: S | 'same' }

export interface ActionSpec<Row, S extends string, Form extends Fields, Found = unknown> {
  readonly zh: string
  readonly from: Arrow<S>['from']
  readonly to: Arrow<S>['to'] | ((ctx: ActionContext<Row, InputOf<Form>, Found>) => S)
  /** A verb (`cases.accept`), or who acts without an account. */
  readonly by: string
  readonly form?: Form
  /** Why it cannot be done now although status and permission allow; shown to the person before trying. */
  readonly guard?: (ctx: GuardContext<Row>) => Refusal | undefined
  /** Reads what the action needs to know (a limit, a responsible unit); the only part that may touch the database, and only to read. */
  readonly look?: (ctx: LookContext<Row, InputOf<Form>>) => Promise<Found>
  /** The same as `guard` for what depends on the filled form. */
  readonly check?: (ctx: ActionContext<Row, InputOf<Form>, Found>) => Refusal | undefined
  readonly effects?: (ctx: ActionContext<Row, InputOf<Form>, Found>) => ActionEffects<Row>
  /** One sentence for the person: what this does, on which legal or local basis. */
  readonly help?: string
  readonly basis?: string
  /** May be done to many subjects at once with the same form. */
  readonly isBulk?: boolean
  readonly tone?: 'primary' | 'danger' | 'plain'
}
export interface LookContext<Row, Input> {
  readonly kernel: Kernel
  readonly tx: Transaction<unknown>
  readonly subject: Row
  readonly input: Input
  readonly actor: Actor
  readonly now: Date
}
export type AnyAction = ActionSpec<ProcedureBase & Readonly<Record<string, unknown>>, string, Fields>

export interface ProcedureSpec<F extends Fields, S extends string> {
  readonly zh: string
  readonly en?: string
  /** Version of this definition; older ones stay registered until their last subject has ended. */
  readonly version?: number
  readonly fields: F
  readonly title?: keyof F & string
  readonly statuses: Readonly<Record<S, StatusSpec>>
  readonly clocks?: Readonly<Record<string, ClockSpec>>
  /** Numbering: prefix and period, e.g. `AJ` + day. Gapless series are for papers, see documents. */
  readonly numbering: {
    readonly prefix: string
    readonly per: 'day' | 'year'
    readonly digits: number
    readonly isGapless?: boolean
    /** A series of its own for each value of a choice (without a field: for each opening action): papers of one kind are numbered among themselves. */
    readonly prefixBy?: { readonly field?: string; readonly prefixes: Readonly<Record<string, string>> }
  }
  readonly menu?: string
  readonly help?: string
  /** Which clock's deadline is shown as the subject's. Default: the running one that ends first. */
  readonly leadingClock?: string
  /** Columns that mirror a clock's last round, so that lists and indicators need no join: when it is due, when it stopped. */
  readonly mirror?: Readonly<
    Record<
      string,
      { readonly dueAt?: keyof F & string; readonly stoppedAt?: keyof F & string; readonly isExempt?: keyof F & string }
    >
  >
  readonly uniqueTogether?: readonly (readonly string[])[]
  /** Common ground, like a register: whoever may read it at all reads every one, wherever their own area is (a scheme, a published round). */
  readonly isCommon?: boolean
  /** The fields its list shows beside number, state and title, where the first choices and codes do not tell enough. */
  readonly listed?: readonly (keyof F & string)[]
}
export interface Procedure<F extends Fields = Fields, S extends string = string> {
  readonly primitive: 'procedure'
  readonly id: string
  readonly spec: ProcedureSpec<F, S>
  readonly actions: Readonly<Record<string, AnyAction>>
}
type Row<F extends Fields, S extends string> = ProcedureBase<S> & RowOf<F>
export type ActionMaker<F extends Fields, S extends string> = <Form extends Fields = Record<never, never>, Found = undefined>(
  spec: ActionSpec<Row<F, S>, S, Form, Found>,
) => AnyAction

/**
 * `procedure('lighting.repair', { … }).actions((action) => ({ assign: action({ … }) }))`: the maker is typed by the
 * procedure's own statuses and fields, and each action by its own form.
 */
export const procedure = <F extends Fields, S extends string>(id: string, spec: ProcedureSpec<F, S>) => ({
  actions: (build: (action: ActionMaker<F, S>) => Readonly<Record<string, AnyAction>>): Procedure<F, S> => ({
    primitive: 'procedure',
    id,
    spec,
    actions: build((action) => action as unknown as AnyAction),
  }),
})

export const isFinal = (definition: Procedure<Fields, string>, status: string): boolean =>
  definition.spec.statuses[status]?.kind === 'final'
export const fromStatuses = (definition: Procedure<Fields, string>, action: AnyAction): readonly string[] => {
  if (action.from === 'new') return []
  if (action.from === 'any open') return Object.keys(definition.spec.statuses).filter((status) => !isFinal(definition, status))
  return typeof action.from === 'string' ? [action.from] : action.from
}
