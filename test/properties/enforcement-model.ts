/**
 * The penalty case as a pure machine: the real definition (guards, checks, effects, clocks) over a simulated file, so that a hundred
 * thousand actions take seconds. Whatever the database would have told the `look` of a step, the model tells.
 */
import { posts } from '#catalogue/posts.ts'
import { favouredLaw, type LawVersion } from '#domains/enforcement/law.ts'
import type { CaseFile } from '#domains/enforcement/penalty/file.ts'
import { penaltyProcedure } from '#domains/enforcement/penalty/index.ts'
import { type Actor, nationalCalendar, type Participation, type ProcedureBase, type Refusal, type Who } from '#kernel'
import { allParameters } from '#kernel/parameter.ts'
import { actionRefusal, parseForm } from '#kernel/procedure/available.ts'
import { applyClockEffects, clockView } from '#kernel/procedure/clocks.ts'
import type { ClockRow } from '#kernel/write/changes.ts'

export const calendar = nationalCalendar()
const parameters = new Map(allParameters().map((p) => [p.name, p.value]))
const parameter = (name: string): number => {
  const value = parameters.get(name)
  if (value === undefined) throw new Error(`no parameter ${name}`)
  return value
}
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export interface Player {
  readonly id: string
  readonly who: Who
  readonly post: string
}
const player = (n: number, post: string): Player => ({
  id: uuid(n),
  post,
  who: {
    personId: uuid(n),
    name: `${post}${n}`,
    district: '329901',
    districts: ['329901'],
    unitId: uuid(900),
    grants: [{ verbs: posts.find((p) => p.id === post)?.verbs ?? [], areaCode: '329901', unitId: uuid(900), postId: post }],
  },
})
/** Somebody with every verb of enforcement: what separates duties must then be the guards alone. */
const almighty = (n: number): Player => {
  const base = player(n, 'officer')
  const verbs = ['enforcement.*']
  return { ...base, post: 'almighty', who: { ...base.who, grants: [{ verbs, areaCode: '329901', unitId: null, postId: 'x' }] } }
}
export const players: readonly Player[] = [
  player(1, 'officer'),
  player(2, 'officer'),
  player(3, 'officer'),
  player(4, 'enforcement-head'),
  player(5, 'legal-reviewer'),
  player(6, 'legal-reviewer'),
  player(7, 'enforcement-clerk'),
  almighty(8),
  almighty(9),
]
export interface Side {
  verified: number
  open: number
  records: { step: string; hasText: boolean; hasMedia: boolean }[]
  holds: number
  seizures: number
  unpublished: number
  lapsed: Set<string>
  hasPower: boolean
}
type Subject = ProcedureBase & Readonly<Record<string, any>>
export interface State {
  subject: Subject
  clocks: readonly ClockRow[]
  past: Participation[]
  now: Date
  side: Side
}
const law: LawVersion = {
  id: uuid(700),
  code: 'V03',
  act: '擅自占用道路',
  law: '城市道路管理条例',
  article: '42',
  minFen: 0,
  maxFen: 2_000_000_000,
  validFrom: '1996-10-01',
  validTo: null,
  sure: 'verified',
}
const rules: CaseFile['rules'] = [
  ...['showId', 'notify', 'decide', 'serve'].map((step) => ({ step, needsText: true, needsMedia: false })),
  ...['investigate', 'hear', 'seize'].map((step) => ({ step, needsText: true, needsMedia: true })),
]
const dayText = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
export const dayOfState = (s: State): string => dayText(s.now)
export const isCertified = (s: State, id: string): boolean =>
  !s.side.lapsed.has(id) &&
  players.some((p) => p.id === id && ['officer', 'almighty', 'enforcement-head', 'legal-reviewer'].includes(p.post))

const fileOf = (s: State, actor: Player, input: Readonly<Record<string, unknown>>): CaseFile => {
  const named = ['coHandler', 'handler'].map((k) => input[k])
  const isFirst = s.subject.status === '' || s.subject.handler === null
  const ids = [
    ...new Set([
      input.handler ?? (isFirst ? actor.id : s.subject.handler),
      input.handler ? undefined : (input.coHandler ?? s.subject.coHandler),
      ...named,
    ]),
  ].filter((id): id is string => typeof id === 'string')
  const day = dayOfState(s)
  return {
    day,
    calendar,
    officers: ids.map((id) => ({ id, name: id.slice(-2), unitId: uuid(900), certificate: isCertified(s, id) ? 'ZF' : null })),
    actorUnitId: uuid(900),
    party: { name: '某公司', kind: 'org', isReachable: false },
    favoured: favouredLaw([law], '2026-03-01', day),
    benchmarks: [],
    powers: s.side.hasPower ? [{ item: '占道', areaPrefix: '329901', unit: null, validFrom: '2021-07-15', validTo: null }] : [],
    lenient: [],
    earlierWarnings: 0,
    earlierPenalties: 0,
    evidence: { verified: s.side.verified, open: s.side.open, remote: 0 },
    records: s.side.records,
    rules,
    openHolds: s.side.holds,
    openSeizures: s.side.seizures,
    openRemedies: 0,
    reviewedRemedies: 0,
    unpublished: s.side.unpublished,
    published: 0,
    unserved: 0,
    faceToFace: 0,
  }
}
const fields = Object.fromEntries(Object.keys(penaltyProcedure.spec.fields).map((k) => [k, null]))
export const emptyState = (now: Date): State => ({
  subject: {
    ...fields,
    district: '329901',
    id: uuid(1000),
    number: 'CF1',
    status: '',
    procedureVersion: 1,
    version: 0,
    areaCode: '329901',
    unitId: null,
    lon: null,
    lat: null,
    dueAt: null,
    parentType: null,
    parentId: null,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  } as unknown as Subject,
  clocks: [],
  past: [],
  now,
  side: { verified: 0, open: 0, records: [], holds: 0, seizures: 0, unpublished: 0, lapsed: new Set(), hasPower: true },
})

const mirrored = (changed: readonly ClockRow[]): Record<string, unknown> => {
  const out: Record<string, unknown> = {}
  for (const [name, columns] of Object.entries(penaltyProcedure.spec.mirror ?? {})) {
    const last = changed.filter((c) => c.name === name).at(-1)
    if (last && columns.dueAt) out[columns.dueAt] = last.dueAt.toISOString()
  }
  return out
}
/** One action by one player: done, or the refusal. The same order of questions as the engine's. */
export const play = (s: State, name: string, by: Player, input: unknown): Refusal | undefined => {
  const action = penaltyProcedure.actions[name]
  if (!action) throw new Error(`no action ${name}`)
  const actor: Actor = { kind: 'person', id: by.id, name: by.who.name }
  const situation = {
    subject: s.subject,
    who: by.who,
    actor,
    now: s.now,
    tasks: [],
    past: s.past,
    clocks: s.clocks.map(clockView),
    parameter,
  }
  if (action.from !== 'new') {
    const refusal = actionRefusal(penaltyProcedure as never, action, situation as never)
    if (refusal) return refusal
  }
  const form = parseForm(action.form, input)
  if ('refusal' in form) return form.refusal
  const subject = action.from === 'new' ? ({ ...s.subject, ...form.value } as Subject) : s.subject
  const found = action.look ? fileOf({ ...s, subject }, by, form.value) : undefined
  const context = { ...situation, subject, input: form.value, found }
  const checked = action.check?.(context as never)
  if (checked) return checked
  const effects = action.effects?.(context as never) ?? {}
  const to = typeof action.to === 'function' ? action.to(context as never) : action.to
  const owner = { district: '329901', subjectType: penaltyProcedure.id, subjectId: s.subject.id, unitId: null, areaCode: null }
  const changed = applyClockEffects(
    { definition: penaltyProcedure as never, calendar, owner, at: s.now },
    s.clocks,
    effects.clocks ?? [],
  )
  const keys = new Set(changed.map((c) => `${c.name} ${c.round}`))
  s.clocks = [...s.clocks.filter((c) => !keys.has(`${c.name} ${c.round}`)), ...changed]
  s.subject = { ...subject, ...effects.set, ...mirrored(changed), status: to === 'same' ? subject.status : to } as Subject
  s.past.push({ seq: s.past.length + 1, action: name, actorId: by.id, actorName: by.who.name, at: s.now })
  for (const spawned of effects.spawn ?? []) {
    if (spawned.procedure === 'enforcement.process-record')
      s.side.records.push({ step: String(spawned.input.step), hasText: true, hasMedia: false })
    if (spawned.procedure === 'enforcement.publication') s.side.unpublished += 1
  }
  return undefined
}
