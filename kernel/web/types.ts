/** What the kernel's routes say on the wire, as screens use it. */
import type { FieldSpec } from '../contract.ts'

export type Row = Readonly<Record<string, unknown>> & { readonly id: string }
export interface Choice {
  readonly value: string
  readonly zh: string
}
export interface FieldMeta extends Omit<FieldSpec, 'choices' | 'columns'> {
  readonly name: string
  readonly choices: readonly Choice[] | null
  readonly columns?: readonly FieldMeta[]
}
export interface StatusMeta {
  readonly id: string
  readonly zh: string
  readonly stage: number | null
  readonly isFinal: boolean
}
export interface ActionMeta {
  readonly name: string
  readonly zh: string
  readonly by: string
  readonly isNew: boolean
  readonly tone: string
  readonly isBulk: boolean
  readonly help: string | null
  readonly basis: string | null
  readonly form: readonly FieldMeta[]
  readonly mayDo: boolean
}
export interface DefinitionMeta {
  readonly id: string
  readonly primitive: 'register' | 'record' | 'procedure'
  readonly zh: string
  readonly help: string | null
  readonly menu: string | null
  readonly title: string
  readonly geometry: 'Point' | 'LineString' | 'Polygon' | null
  /** A record of how things stand now: a layer of the map like a register. */
  readonly isLive?: boolean
  readonly fields: readonly FieldMeta[]
  readonly mayWrite: boolean
  readonly statuses?: readonly StatusMeta[]
  /** Whether a limit of time may run on it. */
  readonly isClocked?: boolean
  /** The fields a list of it shows first. */
  readonly listed?: readonly string[]
  readonly actions?: readonly ActionMeta[]
}
/** A form opened from elsewhere: by which action, with what already named. */
export interface Begun {
  readonly begin: string
  readonly start: Readonly<Record<string, unknown>>
}
export interface MenuMeta {
  readonly path: string
  readonly zh: string
  readonly group: string
  readonly domain: string
  readonly domainZh?: string
}
export interface Grant {
  readonly verbs: readonly string[]
  readonly areaCode: string
  readonly unitId: string | null
  readonly postId: string
}
export interface Meta {
  readonly me: {
    readonly personId: string
    readonly name: string
    readonly district: string
    readonly unitId: string | null
    readonly posts: readonly { readonly id: string; readonly zh: string; readonly home: string }[]
    readonly grants: readonly Grant[]
  }
  readonly now: string
  readonly district: { readonly code: string; readonly name: string }
  readonly areas: readonly { readonly code: string; readonly name: string }[]
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly parentId: string | null
    readonly areaCode: string | null
  }[]
  readonly people: readonly { readonly id: string; readonly name: string; readonly unitId: string | null }[]
  readonly definitions: readonly DefinitionMeta[]
  readonly menu: readonly MenuMeta[]
}
export interface Page {
  readonly rows: readonly Row[]
  readonly total: number
  readonly isMore: boolean
}
export interface Task {
  readonly id: string
  readonly subjectType: string
  readonly subjectId: string
  readonly number: string
  readonly title: string
  readonly status: string
  readonly statusZh: string
  readonly areaCode: string | null
  readonly unitId: string | null
  readonly isMine: boolean
  readonly createdAt: string
  readonly dueAt: string | null
}
export interface TaskGroup {
  readonly subjectType: string
  readonly status: string
  readonly statusZh: string
  readonly count: number
  readonly overdue: number
}
export interface Work {
  readonly tasks: readonly Task[]
  readonly total: number
  readonly overdue: number
  readonly byStatus: readonly TaskGroup[]
}
export interface ClockPage {
  readonly name: string
  readonly zh: string
  readonly round: number
  readonly limitZh: string
  readonly startedAt: string
  readonly dueAt: string
  readonly pausedAt: string | null
  readonly stoppedAt: string | null
  readonly cancelledAt: string | null
  readonly extensions: number
  readonly isExempt: boolean
  readonly state: string
  readonly light: string
  readonly usedMs: number
  readonly remainingMs: number
  readonly overdueMs: number
  readonly basis: string | null
  readonly why: readonly string[]
}
export interface OfferedAction {
  readonly name: string
  readonly zh: string
  readonly tone: string
  readonly isBulk: boolean
  readonly help: string | null
  readonly to: string | null
  readonly refusal: { readonly code: string } | null
  readonly refusalZh: string | null
}
export interface TimelineEntry {
  readonly seq: number
  readonly at: string
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string }
  readonly action: string
  readonly actionZh: string
  readonly statusZh: string | null
  readonly changes: Readonly<Record<string, unknown>>
  readonly detail: Readonly<Record<string, unknown>>
  readonly basis: string | null
  readonly hash: string
}
export interface SubjectRow extends Row {
  readonly number: string
  readonly status: string
  readonly version: number
  readonly lon: number | null
  readonly lat: number | null
  readonly dueAt: string | null
  readonly createdAt: string
  readonly unitId: string | null
}
export interface SubjectPage {
  readonly subject: SubjectRow
  readonly statusZh: string
  readonly stage: number | null
  readonly isFinal: boolean
  readonly placeZh: readonly string[]
  readonly clocks: readonly ClockPage[]
  readonly tasks: readonly {
    readonly id: string
    readonly verb: string
    readonly unitId: string | null
    readonly personId: string | null
  }[]
  readonly actions: readonly OfferedAction[]
  readonly timeline: readonly TimelineEntry[]
}
export interface Child {
  readonly id: string
  readonly number: string
  readonly procedure: string
  readonly zh: string
  readonly statusZh: string
  readonly createdAt: string
  readonly dueAt: string | null
}
export interface IndicatorMeta {
  readonly id: string
  readonly zh: string
  readonly unit: string
  readonly decimals: number
  readonly definition: string
  readonly target: { readonly kind: 'atLeast' | 'atMost'; readonly value: number; readonly source?: string } | null
  readonly by: readonly string[]
}
export interface IndicatorValue {
  readonly key: string | null
  readonly numerator: number
  readonly denominator: number | null
  readonly value: number | null
}
