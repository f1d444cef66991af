/**
 * Subjects with a past: the opening at its own time, then the steps that are known to have followed, each an entry of the journal at
 * its own time, worked out in memory with the same engine that acts for people and written a batch at a time.
 */
import type { Transaction } from 'kysely'
import {
  type Actor,
  type ChangeSet,
  fromStatuses,
  type Kernel,
  prepareOpening,
  Refused,
  reject,
  systemActor,
  writeChanges,
  writeOpenings,
} from '#kernel'
import { parseForm } from '#kernel/procedure/available.ts'
import { clockView } from '#kernel/procedure/clocks.ts'
import { stepChanges } from '#kernel/procedure/effects.ts'
import type { Opening, Prepared } from '#kernel/procedure/open.ts'
import { dayOf } from '#kernel/time.ts'
import type { Written } from './batches.ts'

export const importActor: Actor = { ...systemActor, name: '数据导入' }
export interface KnownStep {
  readonly action: string
  readonly input: Readonly<Record<string, unknown>>
  readonly at: Date
}
export interface Past {
  readonly opening: Prepared
  /** In the order in which they happened. */
  readonly later: readonly ChangeSet[]
}
type Subject = Prepared['after']
interface State {
  readonly subject: Subject
  readonly clocks: NonNullable<ChangeSet['clocks']>
  readonly openTaskCount: number
}
const clockKey = (c: { readonly name: string; readonly round: number }): string => `${c.name} ${c.round}`

/** History is not news: what a step would tell other domains, people or outside platforms was told at the time. */
const silent = (set: ChangeSet): ChangeSet => ({ ...set, outbox: [], notices: [], messages: [] })

const nextStep = (
  kernel: Kernel,
  procedure: string,
  state: State,
  step: KnownStep,
): { readonly set: ChangeSet; readonly state: State } => {
  const definition = kernel.procedures.current(procedure)
  const { subject, clocks } = state
  const action = definition.actions[step.action]
  if (!action) return reject('procedure.unknown-action', { action: step.action })
  if (!fromStatuses(definition, action).includes(subject.status))
    throw new Error(`${step.action} does not follow ${subject.status}`)
  const form = parseForm(action.form, step.input)
  if ('refusal' in form) throw new Refused(form.refusal)
  const day = dayOf(kernel, subject.district, step.at)
  const context = {
    subject,
    input: form.value,
    found: undefined,
    actor: importActor,
    now: step.at,
    clocks: clocks.map(clockView),
    past: [],
    parameter: (name: string) => kernel.parameters.value(subject.district, name, day),
  }
  const refusal = action.guard?.(context as never) ?? action.check?.(context as never)
  if (refusal) throw new Refused(refusal)
  const effects = action.effects?.(context as never) ?? {}
  const calendar = kernel.calendar(subject.district)
  const base = {
    definition,
    name: step.action,
    action,
    subject,
    isOpening: false,
    input: form.value,
    actor: importActor,
    now: step.at,
  }
  const { set, after } = stepChanges({
    ...base,
    calendar,
    clocks,
    context,
    effects,
    openTaskCount: state.openTaskCount,
    isHeard: kernel.isHeard,
  } as never)
  const changed = new Map((set.clocks ?? []).map((c) => [clockKey(c), c]))
  const kept = clocks.filter((c) => !changed.has(clockKey(c)))
  const openTaskCount = set.endTasks ? (set.tasks?.length ?? 0) : state.openTaskCount + (set.tasks?.length ?? 0)
  return { set: silent(set), state: { subject: after, clocks: [...kept, ...changed.values()], openTaskCount } }
}

/** Throws `Refused` for a row that the procedure's own forms do not take. */
export const preparePast = async (
  kernel: Kernel,
  tx: Transaction<unknown>,
  opening: Omit<Opening, 'actor'>,
  steps: readonly KnownStep[],
): Promise<Past> => {
  const prepared = await prepareOpening(kernel, { ...opening, actor: importActor }, tx)
  let state: State = {
    subject: prepared.after,
    clocks: prepared.set.clocks ?? [],
    openTaskCount: prepared.set.tasks?.length ?? 0,
  }
  const later: ChangeSet[] = []
  for (const step of steps) {
    const next = nextStep(kernel, opening.procedure, state, step)
    later.push(next.set)
    state = next.state
  }
  return { opening: { ...prepared, set: silent(prepared.set) }, later }
}

/** One statement for all openings, one for all first steps, and so on: a statement cannot change a row that it inserts. */
export const writePasts = async (
  kernel: Kernel,
  tx: Transaction<unknown>,
  procedure: string,
  pasts: readonly Past[],
): Promise<readonly Written[]> => {
  const opened = await writeOpenings(
    tx,
    kernel,
    procedure,
    pasts.map((p) => p.opening),
  )
  const fresh = pasts.filter((_, i) => !opened[i]?.isKnown)
  const rounds = Math.max(0, ...fresh.map((p) => p.later.length))
  for (let round = 0; round < rounds; round += 1)
    await writeChanges(
      tx,
      fresh.flatMap((p) => p.later[round] ?? []),
    )
  return opened.map(({ id, isKnown }) => ({ id, isKnown }))
}
