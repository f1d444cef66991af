/** Register 台账: what exists. One definition gives table, API, permission, list, form, map layer, import, export and history. */
import type { WorkContext } from '../context.ts'
import type { Field, Fields, RowOf } from './field.ts'

/**
 * Why a row may not be written, in the sentence a person reads: what only a look at other rows can tell. Asked of every way in
 * (form, change, import), with the row as it would be; a plain minimum of one row belongs into `checks`.
 */
export type Refuses = (
  row: Readonly<Record<string, unknown>>,
  ctx: WorkContext,
) => Promise<string | undefined> | string | undefined

export type GeometryKind = 'Point' | 'LineString' | 'Polygon'

export interface RegisterSpec<F extends Fields> {
  readonly zh: string
  readonly en?: string
  readonly fields: F
  /** The field that names a row in lists and references; default: the first field. */
  readonly title?: keyof F & string
  readonly geometry?: GeometryKind
  /** Standard code of the kind of object, e.g. GB/T 47678.5 `01037`, used for its icon and its cases. */
  readonly code?: string
  /** Menu group on the desk. */
  readonly menu?: string
  readonly help?: string
  /** Combinations that may occur once among the live rows of a district. */
  readonly uniqueTogether?: readonly (readonly (keyof F & string)[])[]
  /** Legal or logical minimum kept by the database too: SQL over snake_case columns, with the sentence a person reads. */
  readonly checks?: Readonly<Record<string, { readonly sql: string; readonly zh: string }>>
  readonly refuses?: Refuses
  /** Default order of the list. */
  readonly sort?: { readonly by: keyof F & string; readonly descending?: boolean }
  /** Rows live from/to a day, and are never deleted: redrawing and re-issuing keep history. */
  readonly isDated?: boolean
}
export interface Register<F extends Fields = Fields> {
  readonly primitive: 'register'
  readonly id: string
  /** Column names are checked where it is written, and plain strings from then on, so that any register fits where registers are wanted. */
  readonly spec: Omit<RegisterSpec<Fields>, 'fields'> & { readonly fields: F }
}
/** What every row of a register carries besides its own fields. */
export interface RegisterBase {
  readonly district: string
  readonly id: string
  /** Sequence of the row's last journal entry: optimistic lock and link to its history. */
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly retiredAt: Date | null
  readonly lon: number | null
  readonly lat: number | null
  /** Area code of up to 15 digits (unit grid cell) found from the geometry or given. */
  readonly areaCode: string | null
}
export type RegisterRow<R> = R extends Register<infer F> ? RegisterBase & RowOf<F> : never

/** @param id `domain.noun`; the table is `domain.noun`. */
export const register = <F extends Fields>(id: string, spec: RegisterSpec<F>): Register<F> => ({
  primitive: 'register',
  id,
  spec: spec as unknown as Register<F>['spec'],
})

export const titleField = (definition: { readonly spec: { readonly fields: Fields; readonly title?: string } }): string =>
  definition.spec.title ?? Object.keys(definition.spec.fields)[0] ?? 'id'

export type AnyField = Field<unknown>
