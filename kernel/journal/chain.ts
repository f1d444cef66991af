/**
 * The hash chain of the journal. Every entry carries the hash of the one before it of the same subject, and the subject's row
 * carries the number and hash of the last (`version`, `head`): a changed, missing, inserted or cut-off entry is found and named.
 * SM3 (GB/T 32905) because a 密评 asks for it; the text that is hashed is canonical JSON, so anyone can recompute it.
 */
import { createHash } from 'node:crypto'
import type { Actor } from '../define/procedure.ts'

export interface JournalEntry {
  readonly district: string
  readonly subjectType: string
  readonly subjectId: string
  readonly seq: number
  readonly at: Date
  readonly actor: Pick<Actor, 'kind' | 'id' | 'name'>
  readonly action: string
  /** The subject's columns that took a new value. */
  readonly changes: Readonly<Record<string, unknown>>
  /** What was given: the filled form, evidence, the draw, the reason. */
  readonly detail: Readonly<Record<string, unknown>>
  readonly prevHash: string
}
export interface ChainedEntry extends JournalEntry {
  readonly hash: string
}

/** JSON with sorted keys, instants as ISO text and undefined left out: what jsonb gives back hashes the same. */
export const canonical = (value: unknown): string => {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (value === null || value === undefined || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const object = value as Readonly<Record<string, unknown>>
  let out = ''
  for (const key of Object.keys(object).sort())
    if (object[key] !== undefined) out += `${out === '' ? '' : ','}${JSON.stringify(key)}:${canonical(object[key])}`
  return `{${out}}`
}

/** The first entry of a subject follows this: its own address, so that a chain cannot be moved to another subject. */
export const genesis = (district: string, subjectType: string, subjectId: string): string =>
  `${district}/${subjectType}/${subjectId}`

export const hashEntry = (entry: JournalEntry): string =>
  createHash('sm3')
    .update(entry.prevHash)
    .update('\n')
    .update(
      canonical({
        district: entry.district,
        subjectType: entry.subjectType,
        subjectId: entry.subjectId,
        seq: entry.seq,
        at: entry.at,
        actorKind: entry.actor.kind,
        actorId: entry.actor.id,
        actorName: entry.actor.name,
        action: entry.action,
        changes: entry.changes,
        detail: entry.detail,
      }),
    )
    .digest('hex')

export const chain = (entry: JournalEntry): ChainedEntry => ({ ...entry, hash: hashEntry(entry) })

export type Break =
  | { readonly kind: 'changed' | 'unlinked' | 'missing'; readonly seq: number; readonly subjectId: string }
  | { readonly kind: 'cut' | 'head'; readonly seq: number; readonly subjectId: string }

/** The first break of one subject's chain, or undefined. `head` is what the subject's own row says its last entry is. */
export const findBreak = (
  entries: readonly ChainedEntry[],
  head?: { readonly version: number; readonly hash: string },
): Break | undefined => {
  let previous: ChainedEntry | undefined
  for (const entry of entries) {
    const subjectId = entry.subjectId
    if (entry.seq !== (previous?.seq ?? 0) + 1) return { kind: 'missing', seq: (previous?.seq ?? 0) + 1, subjectId }
    const expected = previous?.hash ?? genesis(entry.district, entry.subjectType, subjectId)
    if (entry.prevHash !== expected) return { kind: 'unlinked', seq: entry.seq, subjectId }
    if (hashEntry(entry) !== entry.hash) return { kind: 'changed', seq: entry.seq, subjectId }
    previous = entry
  }
  if (!head || !previous) return undefined
  if (head.version !== previous.seq) return { kind: 'cut', seq: head.version, subjectId: previous.subjectId }
  return head.hash === previous.hash ? undefined : { kind: 'head', seq: previous.seq, subjectId: previous.subjectId }
}

/** State is what the journal says: the subject's columns after the entries up to a moment. */
export const foldJournal = (
  entries: readonly Pick<JournalEntry, 'at' | 'changes'>[],
  asOf?: Date,
): Readonly<Record<string, unknown>> => {
  const state: Record<string, unknown> = {}
  for (const entry of entries) {
    if (asOf && entry.at > asOf) break
    Object.assign(state, entry.changes)
  }
  return state
}
