/** Doing one action on one subject: lock, check, work out, write, in one transaction of four round trips. */
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import type { Actor, ClockView, Participation } from '../define/procedure.ts'
import { readColumns, readRow, tableName } from '../define/table.ts'
import { Refused, type refuse, reject } from '../errors.ts'
import { requireFiles } from '../files/known.ts'
import type { Kernel } from '../kernel.ts'
import { coversVerb, permit, type Who } from '../permission/permit.ts'
import { dayOf } from '../time.ts'
import { type ClockRow, writeChanges } from '../write/changes.ts'
import { actionRefusal, actorOf, type OpenTask, parseForm, type Situation } from './available.ts'
import { clockView } from './clocks.ts'
import { type Subject, stepChanges } from './effects.ts'
import { openIn } from './open.ts'
import type { AnyProcedure } from './registry.ts'

export interface Performance {
  readonly procedure: string
  readonly subjectId: string
  readonly action: string
  readonly input?: unknown
  readonly who: Who | null
  /** Given for the system and the public; a person acts as themself. */
  readonly actor?: Actor
  /** The version the person was looking at; an older one is refused as a conflict. */
  readonly expectVersion?: number
}
export interface Loaded {
  readonly definition: AnyProcedure
  readonly subject: Subject & { readonly head: string }
  readonly clocks: readonly ClockRow[]
  readonly tasks: readonly OpenTask[]
  readonly past: readonly Participation[]
}

const clockJson = `json_build_object('district', c.district, 'subjectType', c.subject_type, 'subjectId', c.subject_id, 'name', c.name, 'round', c.round,
  'unitId', c.unit_id, 'areaCode', c.area_code, 'limitValue', c.limit_value, 'limitUnit', c.limit_unit, 'startedAt', c.started_at, 'dueAt', c.due_at,
  'usedMs', c.used_ms, 'restartedAt', c.restarted_at, 'pausedAt', c.paused_at, 'stoppedAt', c.stopped_at, 'cancelledAt', c.cancelled_at,
  'extensions', c.extensions, 'extendedMs', c.extended_ms, 'isExempt', c.is_exempt, 'calendar', c.calendar)`
const dates = ['startedAt', 'dueAt', 'restartedAt', 'pausedAt', 'stoppedAt', 'cancelledAt'] as const
const clockRow = (json: Record<string, unknown>): ClockRow =>
  ({ ...json, ...Object.fromEntries(dates.map((d) => [d, json[d] ? new Date(String(json[d])) : null])) }) as unknown as ClockRow

/** A subject with its clocks, open tasks and history in one query; `lock` for whoever is about to change it. */
export const loadSubject = async (
  tx: Transaction<unknown>,
  kernel: Kernel,
  procedure: string,
  id: string,
  lock: boolean,
): Promise<Loaded | undefined> => {
  const newest = kernel.procedures.current(procedure)
  const { rows } = await raw<Record<string, unknown>>(
    tx,
    `select ${readColumns(newest)},
      (select coalesce(json_agg(${clockJson} order by c.started_at, c.round), '[]') from kernel.clock c where c.district = r.district and c.subject_id = r.id) as "$clocks",
      (select coalesce(json_agg(json_build_object('id', t.id, 'verb', t.verb, 'unitId', t.unit_id, 'personId', t.person_id)), '[]')
        from kernel.task t where t.district = r.district and t.subject_id = r.id and t.done_at is null) as "$tasks",
      (select coalesce(json_agg(json_build_object('seq', j.seq, 'action', j.action, 'actorId', j.actor_id, 'actorName', j.actor_name, 'at', j.at) order by j.seq), '[]')
        from kernel.journal j where j.district = r.district and j.subject_id = r.id) as "$past"
     from ${tableName(newest)} r where r.id = $1${lock ? ' for update' : ''}`,
    [id],
  )
  const row = rows[0]
  if (!row) return undefined
  const { $clocks, $tasks, $past, ...columns } = row
  const subject = readRow<Subject & { head: string }>(newest, columns)
  return {
    definition: kernel.procedures.get(procedure, subject.procedureVersion),
    subject,
    clocks: ($clocks as Record<string, unknown>[]).map(clockRow),
    tasks: $tasks as OpenTask[],
    past: ($past as Record<string, unknown>[]).map((p) => ({ ...p, at: new Date(String(p.at)) }) as unknown as Participation),
  }
}
export const situationOf = (kernel: Kernel, loaded: Loaded, who: Who | null, actor: Actor, now: Date): Situation => {
  const { district } = loaded.subject
  const day = dayOf(kernel, district, now)
  return {
    subject: loaded.subject,
    who,
    actor,
    now,
    tasks: loaded.tasks,
    past: loaded.past,
    clocks: loaded.clocks.map(clockView) as readonly ClockView[],
    parameter: (name) => kernel.parameters.value(district, name, day),
    code: () => kernel.vault.code(loaded.definition.id, loaded.subject.id),
  }
}

/** People who may use a verb in an area today, by id. */
export const findCandidates = async (
  tx: Transaction<unknown>,
  verb: string,
  areaCode: string | null,
  today: string,
): Promise<readonly string[]> => {
  const { rows } = await raw<{ personId: string; verbs: string[] }>(
    tx,
    `select a.person_id as "personId", p.verbs from kernel.appointment a
     join kernel.post p on p.district = a.district and p.id = a.post_id
     join kernel.person n on n.district = a.district and n.id = a.person_id and not n.is_disabled
     where a.valid_from <= $1::date and (a.valid_to is null or a.valid_to > $1::date) and ($2::text is null or $2 like a.area_code || '%' or a.area_code like $2 || '%')`,
    [today, areaCode],
  )
  return [...new Set(rows.filter((r) => coversVerb(r.verbs, verb)).map((r) => r.personId))].sort()
}
/** A lot anyone can draw again: the candidates in order of id, the ticket from the hash of the journal so far. */
export const drawLot = (candidates: readonly string[], head: string): string | undefined => {
  const ticket = Number.parseInt(createHash('sha256').update(head).digest('hex').slice(0, 12), 16)
  return candidates[ticket % Math.max(1, candidates.length)]
}

const draw = async (ctx: WorkContext, loaded: Loaded, action: { readonly to: unknown }, except: readonly (string | null)[]) => {
  const verb = typeof action.to === 'string' ? loaded.definition.spec.statuses[action.to]?.duty : undefined
  if (!verb) return undefined
  const day = dayOf(ctx.kernel, ctx.district, ctx.now)
  const all = await findCandidates(ctx.tx, verb, loaded.subject.areaCode, day)
  const candidates = all.filter((id) => !except.includes(id))
  const personId = drawLot(candidates, loaded.subject.head)
  return personId ? { personId, candidates } : undefined
}

/** Performs within a given transaction, so that several actions can stand or fall together. */
export const performIn = async (
  ctx: WorkContext,
  performance: Performance,
): Promise<Subject & { readonly assigneeId?: string | null }> => {
  const { kernel, tx, now } = ctx
  const { who } = performance
  const actor = performance.actor ?? actorOf(who)
  const loaded = await loadSubject(tx, kernel, performance.procedure, performance.subjectId, true)
  if (!loaded) return reject('kernel.not-found', { what: kernel.procedures.current(performance.procedure).spec.zh })
  const { definition, subject } = loaded
  const action = definition.actions[performance.action]
  if (!action) return reject('procedure.unknown-action', { action: performance.action })
  if (performance.expectVersion !== undefined && performance.expectVersion !== subject.version)
    return reject('kernel.conflict', { what: `${definition.spec.zh}${subject.number}`, version: subject.version })
  const situation = situationOf(kernel, loaded, who, actor, now)
  const refusal = actionRefusal(definition, action, situation)
  if (refusal) throw new Refused(refusal)
  const form = parseForm(action.form, performance.input)
  if ('refusal' in form) throw new Refused(form.refusal)
  await requireFiles((text, params) => raw(tx, text, params), action.form, form.value)
  const found = await action.look?.({ kernel, tx, subject: subject as never, input: form.value as never, actor, now })
  const context = { ...situation, input: form.value, found }
  const checked = action.check?.(context as never)
  if (checked) throw new Refused(checked)
  const effects = action.effects?.(context as never) ?? {}
  const drawn = effects.assign?.draw ? await draw(ctx, loaded, action, effects.assign.draw.except) : undefined
  const granted =
    who && action.by !== 'public' && action.by !== 'system' ? permit(who, action.by, { areaCode: subject.areaCode }) : undefined
  const onBehalfOf = granted && 'grant' in granted ? granted.grant.onBehalfOf : undefined
  const { set, after } = stepChanges({
    definition,
    name: performance.action,
    action,
    subject,
    isOpening: false,
    input: form.value,
    actor: onBehalfOf ? { ...actor, onBehalfOf } : actor,
    now,
    calendar: kernel.calendar(subject.district),
    clocks: loaded.clocks,
    context: context as never,
    effects: effects as never,
    ...(drawn ? { drawn } : {}),
    openTaskCount: loaded.tasks.length,
    isHeard: ctx.kernel.isHeard,
  })
  await writeChanges(tx, [set])
  for (const child of effects.spawn ?? []) {
    const opening = {
      procedure: child.procedure,
      action: child.action,
      district: subject.district,
      actor,
      input: child.input,
      areaCode: subject.areaCode,
      lon: subject.lon,
      lat: subject.lat,
      unitId: subject.unitId,
    }
    await openIn(tx, kernel, { ...opening, parent: { type: definition.id, id: subject.id }, at: now })
  }
  return { ...after, assigneeId: set.tasks?.[0]?.personId ?? null }
}

/** One action in a transaction of its own. */
export const perform = (
  kernel: Kernel,
  district: string,
  performance: Performance,
): Promise<Subject & { readonly assigneeId?: string | null }> =>
  kernel.db.withDistricts([district], (tx) =>
    performIn({ kernel, tx, district, now: kernel.now(), actor: performance.actor ?? actorOf(performance.who) }, performance),
  )

export interface BulkResult {
  readonly subjectId: string
  readonly ok: boolean
  readonly refusal?: ReturnType<typeof refuse>
}
/** The same action on many subjects, each for itself: one refusal does not hold up the rest. */
export const performBulk = async (
  kernel: Kernel,
  district: string,
  ids: readonly string[],
  performance: Omit<Performance, 'subjectId'>,
): Promise<readonly BulkResult[]> => {
  const results: BulkResult[] = []
  for (const subjectId of ids) {
    try {
      await perform(kernel, district, { ...performance, subjectId })
      results.push({ subjectId, ok: true })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      results.push({ subjectId, ok: false, refusal: error.refusal })
    }
  }
  return results
}
