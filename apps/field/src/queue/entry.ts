/** One thing the person did, on its way to the server. Written to the device before the screen says that it is saved. */

export type EntryState = 'waiting' | 'sending' | 'conflict' | 'refused' | 'done'
/** An attachment of an entry: in which field of its values its file id belongs. */
export interface Attachment {
  readonly id: string
  readonly entry: string
  readonly field: string
  readonly name: string
  readonly type: string
  readonly size: number
  /** The id the server gave it; kept at once, so that it is never sent twice. */
  readonly fileId: string | null
}
export type Values = Readonly<Record<string, unknown>>
interface Place {
  readonly lon: number
  readonly lat: number
}
/** A report of a citizen, through the public door. */
interface Snap {
  readonly kind: 'snap'
  readonly values: Values
}
interface Rate {
  readonly kind: 'rate' | 'reopen'
  readonly receipt: string
  readonly values: Values
}
/** A report of an officer. */
interface Report {
  readonly kind: 'report'
  readonly values: Values
}
/** Opening a subject of any procedure by a named action. */
interface Open {
  readonly kind: 'open'
  readonly procedure: string
  readonly action: string
  readonly place: Place | null
  readonly values: Values
}
/** An action on a subject, with what was read when it was decided. */
export interface Act {
  readonly kind: 'act'
  readonly procedure: string
  readonly id: string
  readonly number: string
  readonly action: string
  readonly values: Values
  readonly version: number
  /** Number of the last journal entry that was read. */
  readonly seq: number
  /** The subject as it was read. */
  readonly before: Values
}
/** A row of a register, or a record (a correction on the spot, a patrol); its id is the entry's key, so it is never there twice. */
interface AddRecord {
  readonly kind: 'record'
  readonly definition: string
  readonly values: Values
  readonly place: Place | null
  readonly at?: string
}
export type Work = Snap | Rate | Report | Open | Act | AddRecord

export interface Problem {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly fields: Readonly<Record<string, string>>
}
/** What others did to the subject since it was read. */
export interface Conflict {
  readonly version: number
  readonly seq: number
  readonly statusZh: string
  readonly steps: readonly { readonly at: string; readonly who: string; readonly zh: string }[]
  readonly fields: readonly {
    readonly name: string
    readonly before: unknown
    readonly theirs: unknown
    /** Only where this action fills the same field. */
    readonly mine?: unknown
  }[]
  /** Why the action can no longer be done; null where it can. */
  readonly closedZh: string | null
}
export interface Entry {
  readonly clientKey: string
  /** Who did it; null: a citizen. Sent only while the same person is signed in. */
  readonly personId: string | null
  readonly title: string
  readonly at: number
  readonly state: EntryState
  readonly attempts: number
  readonly nextAt: number
  readonly problem: Problem | null
  readonly conflict: Conflict | null
  readonly work: Work
  readonly result: { readonly id?: string; readonly number?: string; readonly receipt?: string } | null
}
const waitSteps = [2, 5, 15, 30, 60, 120, 300]
/** Milliseconds until the next try: soon at first, then every five minutes; a little apart, so that a squad does not call at once. */
export const backOffMs = (attempts: number, random = Math.random()): number =>
  (waitSteps[Math.min(attempts, waitSteps.length) - 1] ?? 1) * 1000 * (0.75 + random / 2)

/** Also where the browser has no crypto.randomUUID (plain http inside a bureau). */
export const newKey = (): string => {
  if (typeof Reflect.get(crypto, 'randomUUID') === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
/** Values with the ids of what was uploaded in their fields. */
export const withFiles = (values: Values, files: readonly Attachment[]): Values => {
  const filled: Record<string, unknown> = { ...values }
  for (const { field, fileId } of files) {
    const before = filled[field]
    filled[field] = [...(Array.isArray(before) ? before : []), fileId]
  }
  return filled
}
