/**
 * The hash chain of the journal. Every entry carries the hash of the one before it of the same subject, and the subject's row
 * carries the number and hash of the last (`version`, `head`): a changed, missing, inserted or cut-off entry is found and named.
 * SM3 (GB/T 32905) because a 密评 asks for it; the text that is hashed is canonical JSON, so anyone can recompute it.
 */
import { hash } from 'node:crypto'
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
  /** Canonical JSON of `changes` and `detail`, kept from hashing for the one who writes the entry. */
  readonly changesText?: string
  readonly detailText?: string
}

/** JSON with sorted keys, instants as ISO text and undefined left out: what jsonb gives back hashes the same. */
export const canonical = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof Date) return `"${value.toISOString()}"`
  if (value === null || value === undefined || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const object = value as Readonly<Record<string, unknown>>
  let out = ''
  for (const key of inOrder(Object.keys(object))) {
    const item = object[key]
    if (item !== undefined) out += `${out === '' ? '' : ','}${keyText(key)}${canonical(item)}`
  }
  return `{${out}}`
}
/** Most are in order already, made so by who wrote them. */
const inOrder = (keys: string[]): readonly string[] => {
  for (let i = 1; i < keys.length; i++) if ((keys[i] as string) < (keys[i - 1] as string)) return keys.sort()
  return keys
}
const keyTexts = new Map<string, string>()
/** A key as JSON writes it. Columns come again with every entry and are remembered; what people made up is not, beyond the first few thousand. */
const keyText = (key: string): string => {
  const known = keyTexts.get(key)
  if (known !== undefined) return known
  const made = `${JSON.stringify(key)}:`
  if (keyTexts.size < 4096) keyTexts.set(key, made)
  return made
}

/** The first entry of a subject follows this: its own address, so that a chain cannot be moved to another subject. */
export const genesis = (district: string, subjectType: string, subjectId: string): string =>
  `${district}/${subjectType}/${subjectId}`

/** The hashed text is the canonical JSON of `{action, actorId, actorKind, actorName, at, changes, detail, district, seq, subjectId, subjectType}`. */
const hashTexts = (entry: JournalEntry, changes: string, detail: string): string => {
  const q = JSON.stringify
  const { actor } = entry
  return hash(
    'sm3',
    `${entry.prevHash}\n{"action":${q(entry.action)},"actorId":${q(actor.id) ?? 'null'},"actorKind":${q(actor.kind)},"actorName":${q(actor.name)},"at":"${entry.at.toISOString()}","changes":${changes},"detail":${detail},"district":${q(entry.district)},"seq":${entry.seq},"subjectId":${q(entry.subjectId)},"subjectType":${q(entry.subjectType)}}`,
  )
}
export const hashEntry = (entry: JournalEntry): string => hashTexts(entry, canonical(entry.changes), canonical(entry.detail))

/** @param changesText canonical JSON of `changes`, where who made them has it already */
export const chain = (entry: JournalEntry, changesText = canonical(entry.changes)): ChainedEntry => {
  const detailText = canonical(entry.detail)
  return { ...entry, hash: hashTexts(entry, changesText, detailText), changesText, detailText }
}

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
