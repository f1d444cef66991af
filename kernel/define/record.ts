/** Record 记录: what was seen or done, at a time, by whom. Append-only; a wrong one is corrected by a newer one that names it. */
import type { WorkContext } from '../context.ts'
import type { Fields, RowOf } from './field.ts'
import type { GeometryKind, Refuses } from './register.ts'

export interface RecordSpec<F extends Fields> {
  readonly zh: string
  readonly en?: string
  readonly fields: F
  readonly title?: keyof F & string
  readonly geometry?: GeometryKind
  readonly menu?: string
  readonly help?: string
  readonly refuses?: Refuses
  /** What the platform knows of it from other rows, for the fields that are given: nobody is asked for them, and what was sent in them is not taken. */
  readonly fills?: (
    asked: Readonly<Record<string, unknown>>,
    ctx: WorkContext,
  ) => Promise<Readonly<Record<string, unknown>>> | Readonly<Record<string, unknown>>
  /** Cut by month, for readings and positions. */
  readonly isFast?: boolean
  /** How things stand now, one row each, rewritten by what was recorded: a layer of the map like a register, and not append-only. */
  readonly isLive?: boolean
}
export interface RecordDefinition<F extends Fields = Fields> {
  readonly primitive: 'record'
  readonly id: string
  /** Column names are checked where it is written, and plain strings from then on, so that any record fits where records are wanted. */
  readonly spec: Omit<RecordSpec<Fields>, 'fields'> & { readonly fields: F }
}
export interface RecordBase {
  readonly district: string
  readonly id: string
  /** When it happened, as told by the person or device. */
  readonly at: Date
  /** When we learned of it. */
  readonly receivedAt: Date
  readonly byId: string | null
  readonly byName: string
  readonly corrects: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
export type RecordRow<R> = R extends RecordDefinition<infer F> ? RecordBase & RowOf<F> : never

export const record = <F extends Fields>(id: string, spec: RecordSpec<F>): RecordDefinition<F> => ({
  primitive: 'record',
  id,
  spec: spec as unknown as RecordDefinition<F>['spec'],
})
