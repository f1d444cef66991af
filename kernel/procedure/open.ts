/**
 * Opening subjects. Those who wait at the same moment are checked one by one and committed together (`groupCommit`):
 * one statement, one fsync, each answered only after the commit. A client key makes a repeated submission harmless.
 */

import type { Transaction } from 'kysely'
import { groupCommit, isUniqueViolation, raw } from '../db/index.ts'
import type { ActionContext, Actor } from '../define/procedure.ts'
import { tableName } from '../define/table.ts'
import { Refused } from '../errors.ts'
import { requireFiles } from '../files/known.ts'
import { newId } from '../id.ts'
import type { Kernel } from '../kernel.ts'
import { dayOf } from '../time.ts'
import { type ChangeSet, commitChanges, writeChanges } from '../write/changes.ts'
import { refusalOfViolation } from '../write/violation.ts'
import { parseForm } from './available.ts'
import { type Subject, stepChanges } from './effects.ts'
import { nextGapless } from './numbers.ts'

export interface Opening {
  readonly procedure: string
  readonly district: string
  readonly actor: Actor
  readonly input: unknown
  /** Name of the opening action where there are several. */
  readonly action?: string
  readonly lon?: number | null
  readonly lat?: number | null
  readonly areaCode?: string | null
  /** Imported from a place without a grid: the point is kept as it is, no cell is asked for, the area is `areaCode` or the district. */
  readonly isOutsideGrid?: boolean
  readonly unitId?: string | null
  readonly parent?: { readonly type: string; readonly id: string }
  /** The client's own key of this submission: the same key never makes two subjects. */
  readonly clientKey?: string
  readonly at?: Date
}
export interface Opened {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly areaCode: string | null
  /** Hash of the first journal entry: the reporter's receipt. */
  readonly receipt: string
  /** True when the client key was known and nothing new was made. */
  readonly isKnown: boolean
}
export interface Prepared {
  readonly set: ChangeSet
  readonly after: Subject
  readonly clientKey: string | null
  readonly district: string
  /** Sub-procedures that begin with it. */
  readonly children: readonly Opening[]
}

/** Checks an opening and works out all that it writes; throws `Refused`. No database is touched but for a lease of numbers. */
export const prepareOpening = async (kernel: Kernel, opening: Opening, tx?: Transaction<unknown>): Promise<Prepared> => {
  const definition = kernel.procedures.current(opening.procedure)
  const name = opening.action ?? Object.keys(definition.actions).find((a) => definition.actions[a]?.from === 'new') ?? ''
  const action = definition.actions[name]
  if (action?.from !== 'new') throw new Error(`${definition.id}: ${name} does not open a subject`)
  const form = parseForm(action.form, opening.input)
  if ('refusal' in form) throw new Refused(form.refusal)
  const now = opening.at ?? kernel.now()
  const { district } = opening
  await requireFiles(
    (text, params) => (tx ? raw(tx, text, params) : kernel.db.single(district, text, params)),
    action.form,
    form.value,
  )
  const areaCode =
    opening.lon != null && opening.lat != null && !opening.isOutsideGrid
      ? kernel.places.get(district, opening.lon, opening.lat)
      : (opening.areaCode ?? district)
  const { per, digits, isGapless, prefixBy } = definition.spec.numbering
  const prefix =
    prefixBy?.prefixes[prefixBy.field ? String(form.value[prefixBy.field]) : name] ?? definition.spec.numbering.prefix
  const day = dayOf(kernel, district, now)
  const period = per === 'day' ? day.replaceAll('-', '') : day.slice(0, 4)
  const fields: Record<string, unknown> = {}
  for (const name in definition.spec.fields) fields[name] = form.value[name] ?? null
  const subject = {
    ...fields,
    district,
    id: newId(now),
    number:
      isGapless && tx
        ? await nextGapless(tx, { district, procedure: definition.id, table: tableName(definition) }, prefix, period, digits)
        : await kernel.numbers.next(district, prefix, period, digits, tx),
    status: '',
    procedureVersion: definition.spec.version ?? 1,
    version: 0,
    head: '',
    areaCode,
    unitId: opening.unitId ?? null,
    lon: opening.lon ?? null,
    lat: opening.lat ?? null,
    dueAt: null,
    parentType: opening.parent?.type ?? null,
    parentId: opening.parent?.id ?? null,
    clientKey: opening.clientKey ?? null,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  } as Subject & { head: string; clientKey: string | null }
  const look = (work: Transaction<unknown>) =>
    action.look?.({ kernel, tx: work, subject: subject as never, input: form.value as never, actor: opening.actor, now })
  const found = action.look
    ? await (tx ? look(tx) : kernel.db.withDistricts([district], (work) => look(work) ?? Promise.resolve(undefined)))
    : undefined
  const context: ActionContext<Subject, Readonly<Record<string, unknown>>> = {
    subject,
    found,
    input: form.value,
    actor: opening.actor,
    now,
    clocks: [],
    past: [],
    parameter: (parameter) => kernel.parameters.value(district, parameter, day),
    code: () => kernel.vault.code(opening.procedure, subject.id),
  }
  const refusal = action.check?.(context as never)
  if (refusal) throw new Refused(refusal)
  const effects = action.effects?.(context as never) ?? {}
  const calendar = kernel.calendar(district)
  const step = {
    definition,
    name,
    action,
    subject,
    isOpening: true,
    input: form.value,
    actor: opening.actor,
    now,
    calendar,
    clocks: [],
    context,
    effects,
    openTaskCount: 0,
    isHeard: kernel.isHeard,
  }
  const parent = { type: definition.id, id: subject.id }
  const children = (effects.spawn ?? []).map(
    (child): Opening => ({
      procedure: child.procedure,
      action: child.action,
      district,
      actor: opening.actor,
      input: child.input,
      areaCode,
      lon: subject.lon,
      lat: subject.lat,
      parent,
      at: now,
    }),
  )
  return { ...stepChanges(step as never), clientKey: subject.clientKey, district, children }
}

const answer = ({ after, set }: Prepared): Opened => ({
  id: after.id,
  number: after.number,
  status: after.status,
  areaCode: after.areaCode,
  receipt: set.journal?.hash ?? '',
  isKnown: false,
})

const findKnown = async (
  tx: Transaction<unknown>,
  kernel: Kernel,
  procedure: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Opened>> => {
  const table = tableName(kernel.procedures.current(procedure))
  const { rows } = await raw<Record<string, unknown>>(
    tx,
    // The rows first, then each one's journal by id alone: with the district named twice (here and in the border's policy) a table that
    // has no statistics yet, as after a crash, is walked whole for every key, seconds for each batch of repeated submissions.
    `with r as materialized (select id, number, status, area_code, client_key from ${table} where client_key = any($1::text[]))
     select r.client_key as key, r.id, r.number, r.status, r.area_code as "areaCode", j.hash as receipt
     from r join kernel.journal j on j.subject_id = r.id and j.seq = 1`,
    [keys],
  )
  return new Map(rows.map(({ key, ...rest }) => [String(key), { ...rest, isKnown: true } as unknown as Opened]))
}

/** A client key that comes twice in one batch is written once. */
const firstsOf = (prepared: readonly Prepared[]): ReadonlyMap<Prepared, Prepared> => {
  const byKey = new Map<string, Prepared>()
  return new Map(
    prepared.map((p) => {
      if (!p.clientKey) return [p, p]
      const first = byKey.get(p.clientKey) ?? p
      byKey.set(p.clientKey, first)
      return [p, first]
    }),
  )
}
const answers = (
  prepared: readonly Prepared[],
  firsts: ReadonlyMap<Prepared, Prepared>,
  written: ReadonlySet<string>,
  known: ReadonlyMap<string, Opened>,
): readonly Opened[] =>
  prepared.map((p) => {
    const first = firsts.get(p) ?? p
    if (written.has(first.after.id)) return first === p ? answer(p) : { ...answer(first), isKnown: true }
    const earlier = known.get(p.clientKey ?? '')
    if (!earlier) throw new Error(`opening neither written nor known: ${p.after.number}`)
    return earlier
  })
const setsOf = (firsts: ReadonlyMap<Prepared, Prepared>): readonly ChangeSet[] => [...new Set(firsts.values())].map((p) => p.set)
const keysMissing = (firsts: ReadonlyMap<Prepared, Prepared>, written: ReadonlySet<string>): readonly string[] =>
  [...new Set(firsts.values())].flatMap((p) => (written.has(p.after.id) ? [] : [p.clientKey ?? '']))

/** Writes prepared openings of one procedure in the given transaction. */
export const writeOpenings = async (
  tx: Transaction<unknown>,
  kernel: Kernel,
  procedure: string,
  prepared: readonly Prepared[],
): Promise<readonly Opened[]> => {
  const firsts = firstsOf(prepared)
  const written = await writeChanges(tx, setsOf(firsts), { ignoreKnown: true })
  for (const first of new Set(firsts.values()))
    if (written.has(first.after.id)) for (const child of first.children) await openIn(tx, kernel, child)
  const missing = keysMissing(firsts, written)
  return answers(prepared, firsts, written, missing.length > 0 ? await findKnown(tx, kernel, procedure, missing) : new Map())
}

/** Until when (`performance.now()`) submissions are expected to come twice. */
interface Repeats {
  until: number
}
const repeatsMs = 10_000
/**
 * Hardly any submission comes twice, so a batch is written without looking; where one did, it is written again with a look for
 * each, and so is what follows for a while: a phone that was cut off sends all it has.
 */
const commitNew = async (kernel: Kernel, district: string, sets: readonly ChangeSet[], repeats: Repeats) => {
  if (performance.now() >= repeats.until)
    try {
      return await commitChanges(kernel.db, district, sets)
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      repeats.until = performance.now() + repeatsMs
    }
  return commitChanges(kernel.db, district, sets, { ignoreKnown: true })
}

/** The same as a transaction of its own. Without sub-procedures, which is how reports come, it is one round trip. */
const commitOpenings = async (
  kernel: Kernel,
  district: string,
  procedure: string,
  prepared: readonly Prepared[],
  repeats: Repeats,
): Promise<readonly Opened[]> => {
  const { db } = kernel
  if (prepared.some((p) => p.children.length > 0))
    return db.withDistricts([district], (tx) => writeOpenings(tx, kernel, procedure, prepared))
  const firsts = firstsOf(prepared)
  const written = await commitNew(kernel, district, setsOf(firsts), repeats)
  const missing = keysMissing(firsts, written)
  const known =
    missing.length > 0
      ? await db.withDistricts([district], (tx) => findKnown(tx, kernel, procedure, missing))
      : new Map<string, Opened>()
  return answers(prepared, firsts, written, known)
}

/** Carries the answer out of a transaction that must not stand. */
class Undone extends Error {
  override readonly name = 'Undone'
  readonly opened: Opened
  constructor(opened: Opened) {
    super('nothing new was opened')
    this.opened = opened
  }
}
/** Numbers without gaps are taken in the transaction that uses them; a submission that was known already gives its number back. */
const openGapless = async (kernel: Kernel, opening: Opening): Promise<Opened> => {
  try {
    return await kernel.db.withDistricts([opening.district], async (tx) => {
      const opened = await openIn(tx, kernel, opening)
      if (opened.isKnown) throw new Undone(opened)
      return opened
    })
  } catch (error) {
    if (error instanceof Undone) return error.opened
    throw refusalOfViolation(kernel.procedures.current(opening.procedure), error, opening.input as never) ?? error
  }
}

export type Opener = (opening: Opening) => Promise<Opened>
/** An opener that groups all who wait for the same procedure and district. One per kernel and process. */
export const createOpener = (kernel: Kernel): Opener => {
  const groups = new Map<string, (prepared: Prepared) => Promise<Opened>>()
  const groupOf = (district: string, procedure: string): ((prepared: Prepared) => Promise<Opened>) => {
    const key = `${district} ${procedure}`
    const known = groups.get(key)
    if (known) return known
    const repeats: Repeats = { until: 0 }
    // Half a busy moment to a batch: while the database writes one, this process prepares and answers the other.
    const made = groupCommit<Prepared, Opened>({
      maxBatch: 24,
      run: (items) => commitOpenings(kernel, district, procedure, items, repeats),
    })
    groups.set(key, made)
    return made
  }
  return async (opening) => {
    if (kernel.procedures.current(opening.procedure).spec.numbering.isGapless) return openGapless(kernel, opening)
    const prepared = await prepareOpening(kernel, opening)
    try {
      return await groupOf(opening.district, opening.procedure)(prepared)
    } catch (error) {
      throw refusalOfViolation(kernel.procedures.current(opening.procedure), error, prepared.after) ?? error
    }
  }
}

/** Opens within a given transaction: what a listener or a sub-procedure does. */
export const openIn = async (tx: Transaction<unknown>, kernel: Kernel, opening: Opening): Promise<Opened> => {
  const [opened] = await writeOpenings(tx, kernel, opening.procedure, [await prepareOpening(kernel, opening, tx)])
  if (!opened) throw new Error('nothing opened')
  return opened
}
