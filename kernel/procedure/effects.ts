/** From an action's pure effects to the change set that is written: status, columns, clocks, tasks, timers, facts, journal. */

import type { WorkingCalendar } from '../calendar/index.ts'
import type { ActionContext, ActionEffects, Actor, AnyAction, ProcedureBase } from '../define/procedure.ts'
import { isFinal } from '../define/procedure.ts'
import { titleField } from '../define/register.ts'
import { tableOf } from '../define/table.ts'
import { newId } from '../id.ts'
import { canonical, chain, genesis } from '../journal/chain.ts'
import type { Kernel } from '../kernel.ts'
import type { ChangeSet, ClockRow, TaskRow } from '../write/changes.ts'
import { applyClockEffects, leadingDueAt } from './clocks.ts'
import type { AnyProcedure } from './registry.ts'

export type Subject = ProcedureBase & Readonly<Record<string, unknown>>
export interface Step {
  readonly definition: AnyProcedure
  readonly name: string
  readonly action: AnyAction
  readonly subject: Subject & { readonly head: string }
  /** Version 0: the subject is being opened by this step. */
  readonly isOpening: boolean
  readonly input: Readonly<Record<string, unknown>>
  readonly actor: Actor
  readonly now: Date
  readonly calendar: WorkingCalendar
  readonly clocks: readonly ClockRow[]
  readonly context: ActionContext<Subject, Readonly<Record<string, unknown>>>
  readonly effects: ActionEffects<Subject>
  readonly drawn?: { readonly personId: string; readonly candidates: readonly string[] }
  readonly openTaskCount: number
  readonly isHeard: Kernel['isHeard']
}

const nextStatus = ({ action, context, subject }: Step): string => {
  const to = typeof action.to === 'function' ? action.to(context as never) : action.to
  return to === 'same' ? subject.status : to
}

const taskFor = (step: Step, status: string, after: Subject): TaskRow | undefined => {
  const spec = step.definition.spec.statuses[status]
  if (!spec?.duty) return undefined
  const assign = step.effects.assign
  const title = String(after[titleField(step.definition)] ?? after.number)
  return {
    district: after.district,
    id: newId(),
    subjectType: step.definition.id,
    subjectId: after.id,
    number: after.number,
    title: title.slice(0, 200),
    status,
    verb: spec.duty,
    areaCode: after.areaCode,
    unitId: assign?.unitId ?? (spec.ofUnit ? after.unitId : null),
    personId: step.drawn?.personId ?? assign?.personId ?? null,
    createdAt: step.now,
    dueAt: after.dueAt,
  }
}

const mirrored = (definition: AnyProcedure, changed: readonly ClockRow[]): Record<string, unknown> => {
  const out: Record<string, unknown> = {}
  for (const [clock, columns] of Object.entries(definition.spec.mirror ?? {})) {
    const last = changed.filter((c) => c.name === clock).at(-1)
    if (!last) continue
    if (columns.dueAt) out[columns.dueAt] = last.dueAt.toISOString()
    if (columns.stoppedAt) out[columns.stoppedAt] = last.stoppedAt?.toISOString() ?? null
    if (columns.isExempt) out[columns.isExempt] = last.isExempt
  }
  return out
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)
/** Only what really changed goes to the journal, so that its fold is the row and nothing is said twice. */
const difference = (before: Subject, after: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => JSON.stringify(plain(before[key]) ?? null) !== JSON.stringify(plain(value) ?? null),
    ),
  )

export const stepChanges = (step: Step): { readonly set: ChangeSet; readonly after: Subject } => {
  const { definition, subject, effects, now, actor, input } = step
  const status = nextStatus(step)
  const unitId = (effects.set?.unitId as string | null | undefined) ?? subject.unitId
  const areaCode = (effects.set?.areaCode as string | null | undefined) ?? subject.areaCode
  const owner = { district: subject.district, subjectType: definition.id, subjectId: subject.id, unitId, areaCode }
  const changedClocks = applyClockEffects(
    { definition, calendar: step.calendar, owner, at: now },
    step.clocks,
    effects.clocks ?? [],
  )
  const changedKeys = new Set(changedClocks.map((c) => `${c.name} ${c.round}`))
  const clocks = [...step.clocks.filter((c) => !changedKeys.has(`${c.name} ${c.round}`)), ...changedClocks]
  const dueAt = leadingDueAt(definition, clocks)
  const isEnd = isFinal(definition, status)
  const proposed = {
    ...effects.set,
    ...mirrored(definition, changedClocks),
    status,
    dueAt,
    closedAt: isEnd ? (subject.closedAt ?? now) : null,
  }
  const seq = step.isOpening ? 1 : subject.version + 1
  // A subject that opens was made for this step alone.
  const merged = step.isOpening ? Object.assign(subject, proposed) : { ...subject, ...proposed }
  const opening = step.isOpening ? openingChanges(definition, merged) : undefined
  const changes = opening?.changes ?? difference(subject, proposed)
  const unchained = {
    district: subject.district,
    subjectType: definition.id,
    subjectId: subject.id,
    seq,
    at: now,
    actor,
    action: step.name,
    changes,
    detail: {
      ...(step.isOpening ? unsaid(input, changes) : input),
      ...(step.drawn ? { draw: step.drawn } : {}),
      ...(actor.onBehalfOf ? { onBehalfOf: actor.onBehalfOf } : {}),
    },
    prevHash: step.isOpening ? genesis(subject.district, definition.id, subject.id) : subject.head,
  }
  const entry = chain(unchained, opening?.text)
  const after = Object.assign(merged, { version: seq, head: entry.hash, updatedAt: now }) as unknown as Subject
  const isMoved = step.isOpening || status !== subject.status || effects.assign !== undefined
  const task = isMoved ? taskFor(step, status, after) : undefined
  const facts = effects.facts ?? []
  return {
    after,
    set: {
      ...(step.isOpening
        ? { insert: { definition, row: after, isOpening: true } }
        : {
            update: {
              definition,
              id: subject.id,
              before: subject,
              set: { ...changes, version: seq, head: entry.hash, updatedAt: now },
            },
          }),
      journal: entry,
      clocks: changedClocks,
      timers: (effects.timers ?? []).map((t) => ({ name: t.name, fireAt: t.at, action: t.action })),
      ...(isMoved && step.openTaskCount > 0 ? { endTasks: { at: now, by: actor.id } } : {}),
      ...(!isMoved && changedClocks.length > 0 ? { taskDueAt: dueAt } : {}),
      tasks: task ? [task] : [],
      outbox: facts.map((f) => ({
        id: newId(),
        at: now,
        fact: f.fact,
        payload: f.payload,
        isHeard: step.isHeard(f.fact, f.payload),
      })),
      notices: (effects.notify ?? []).map((n) => ({
        id: newId(),
        personId: n.personId ?? null,
        unitId: n.unitId ?? null,
        at: now,
        zh: n.zh,
        link: `/s/${definition.id}/${subject.id}`,
      })),
      messages: (effects.messages ?? []).map((m) => ({ ...m, id: newId(), district: subject.district, createdAt: now })),
    },
  }
}

/** What an opening was given beyond what its columns say already. */
const unsaid = (input: Readonly<Record<string, unknown>>, changes: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([key, value]) => value !== null && value !== changes[key]))

const bookkeeping = new Set(['version', 'head', 'updatedAt', 'clientKey'])
interface OpeningKey {
  readonly name: string
  /** As JSON writes it. */
  readonly text: string
}
const openingKeys = new WeakMap<AnyProcedure, readonly OpeningKey[]>()
/** In the order of canonical JSON, so that it is written as it is. */
const openingKeysOf = (definition: AnyProcedure): readonly OpeningKey[] => {
  const known = openingKeys.get(definition)
  if (known) return known
  const names = tableOf(definition).columns.flatMap((c) => (c.generated || bookkeeping.has(c.name) ? [] : [c.name]))
  const made = names.sort().map((name) => ({ name, text: `${JSON.stringify(name)}:` }))
  openingKeys.set(definition, made)
  return made
}
/** All that a new row says, and the same as canonical JSON. */
const openingChanges = (
  definition: AnyProcedure,
  row: Readonly<Record<string, unknown>>,
): { readonly changes: Readonly<Record<string, unknown>>; readonly text: string } => {
  const changes: Record<string, unknown> = {}
  let text = ''
  for (const key of openingKeysOf(definition)) {
    const value = row[key.name]
    if (value === null || value === undefined) continue
    changes[key.name] = value
    text += `${text === '' ? '' : ','}${key.text}${canonical(value)}`
  }
  return { changes, text: `{${text}}` }
}
