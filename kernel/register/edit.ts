/** Entering, changing and retiring rows of a register, and adding records. Every change is a journal entry; nothing is deleted. */

import type { WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import type { Fields } from '../define/field.ts'
import type { RecordDefinition } from '../define/record.ts'
import type { Register, RegisterBase } from '../define/register.ts'
import { type Definition, readColumns, readRow, tableName } from '../define/table.ts'
import { Refused, reject } from '../errors.ts'
import { requireFiles } from '../files/known.ts'
import { newId } from '../id.ts'
import { chain, genesis } from '../journal/chain.ts'
import { parseForm } from '../procedure/available.ts'
import { rulesOn, writtenFact } from '../rule/run.ts'
import { type ChangeSet, writeChanges } from '../write/changes.ts'
import { refusalOfViolation } from '../write/violation.ts'
import { type Geometry, labelPoint, toEwkt } from './geometry.ts'

export interface PlaceInput {
  readonly lon?: number | null
  readonly lat?: number | null
  /** GeoJSON geometry in WGS-84/CGCS2000, for lines and areas. */
  readonly geometry?: Geometry | null
  readonly areaCode?: string | null
}
type Row = RegisterBase & Readonly<Record<string, unknown>> & { readonly head: string }

const placeOf = (ctx: WorkContext, definition: Definition, place: PlaceInput): Readonly<Record<string, unknown>> => {
  const kind = 'geometry' in definition.spec ? definition.spec.geometry : undefined
  const point = place.geometry
    ? labelPoint(place.geometry)
    : place.lon != null && place.lat != null
      ? ([place.lon, place.lat] as const)
      : undefined
  const areaCode = point ? (place.areaCode ?? ctx.kernel.places.get(ctx.district, point[0], point[1])) : (place.areaCode ?? null)
  const shape = kind && kind !== 'Point' ? { geom: place.geometry ? toEwkt(place.geometry) : null } : {}
  return { lon: point?.[0] ?? null, lat: point?.[1] ?? null, areaCode, ...shape }
}

const guarded = async <T>(definition: Definition, row: Readonly<Record<string, unknown>>, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw refusalOfViolation(definition, error, row) ?? error
  }
}

const told = (ctx: WorkContext, definition: Definition, id: string): Pick<ChangeSet, 'outbox'> =>
  rulesOn(ctx.kernel, definition.id).length > 0
    ? { outbox: [{ id: newId(), at: ctx.now, fact: writtenFact(definition.id), payload: { id }, isHeard: true }] }
    : {}

/** Refuses a row by what its definition says of other rows. */
const requireAllowed = async (
  ctx: WorkContext,
  { spec }: Register<Fields> | RecordDefinition<Fields>,
  row: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const rule = await spec.refuses?.(row, ctx)
  if (rule) reject('kernel.check', { rule })
}
const journalOf = (
  ctx: WorkContext,
  definition: Definition,
  id: string,
  seq: number,
  prevHash: string,
  action: string,
  changes: Readonly<Record<string, unknown>>,
  detail = {},
) =>
  chain({
    district: ctx.district,
    subjectType: definition.id,
    subjectId: id,
    seq,
    at: ctx.now,
    actor: ctx.actor,
    action,
    changes,
    detail,
    prevHash,
  })

/** The change set of a new row: used one by one and, in thousands, by imports. */
export const newRow = (
  ctx: WorkContext,
  definition: Register<Fields>,
  input: unknown,
  place: PlaceInput = {},
  id = newId(),
): { readonly set: ChangeSet; readonly row: Row } => {
  const form = parseForm(definition.spec.fields, input)
  if ('refusal' in form) throw new Refused(form.refusal)
  const where = placeOf(ctx, definition, place)
  const values = { ...form.value, ...where }
  const entry = journalOf(
    ctx,
    definition,
    id,
    1,
    genesis(ctx.district, definition.id, id),
    'create',
    Object.fromEntries(Object.entries(values).filter(([, v]) => v !== null)),
  )
  const row = {
    ...values,
    district: ctx.district,
    id,
    version: 1,
    head: entry.hash,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    retiredAt: null,
  } as unknown as Row
  return { set: { insert: { definition, row }, journal: entry, ...told(ctx, definition, id) }, row }
}
export const createRow = async (
  ctx: WorkContext,
  definition: Register<Fields>,
  input: unknown,
  place: PlaceInput = {},
  id?: string,
): Promise<Row> => {
  const { set, row } = newRow(ctx, definition, input, place, id)
  await requireFiles((text, params) => raw(ctx.tx, text, params), definition.spec.fields, row)
  await requireAllowed(ctx, definition, row)
  await guarded(definition, row, () => writeChanges(ctx.tx, [set]))
  return row
}
const lockRow = async (ctx: WorkContext, definition: Register<Fields>, id: string): Promise<Row> => {
  const { rows } = await raw<Record<string, unknown>>(
    ctx.tx,
    `select ${readColumns(definition)} from ${tableName(definition)} r where r.id = $1::uuid for update`,
    [id],
  )
  return rows[0] ? readRow<Row>(definition, rows[0]) : reject('kernel.not-found', { what: definition.spec.zh })
}
const change = async (
  ctx: WorkContext,
  definition: Register<Fields>,
  row: Row,
  action: string,
  changes: Readonly<Record<string, unknown>>,
  detail = {},
): Promise<Row> => {
  const entry = journalOf(ctx, definition, row.id, row.version + 1, row.head, action, changes, detail)
  const set = { ...changes, version: entry.seq, head: entry.hash, updatedAt: ctx.now }
  await guarded(definition, { ...row, ...changes }, () =>
    writeChanges(ctx.tx, [
      { update: { definition, id: row.id, before: row, set }, journal: entry, ...told(ctx, definition, row.id) },
    ]),
  )
  return { ...row, ...set } as Row
}

/** Changes given fields. `expectVersion` older than the row's is refused as a conflict, so nobody overwrites unseen work. */
export const editRow = async (
  ctx: WorkContext,
  definition: Register<Fields>,
  id: string,
  input: Readonly<Record<string, unknown>>,
  options: PlaceInput & { readonly expectVersion?: number; readonly reason?: string } = {},
): Promise<Row> => {
  const row = await lockRow(ctx, definition, id)
  if (options.expectVersion !== undefined && options.expectVersion !== row.version)
    reject('kernel.conflict', { what: definition.spec.zh, version: row.version })
  const current = Object.fromEntries(Object.keys(definition.spec.fields).map((k) => [k, row[k] ?? null]))
  const form = parseForm(definition.spec.fields, { ...current, ...input })
  if ('refusal' in form) throw new Refused(form.refusal)
  const isMoved = options.geometry !== undefined || options.lon !== undefined || options.areaCode !== undefined
  const values = { ...form.value, ...(isMoved ? placeOf(ctx, definition, options) : {}) }
  const changes = Object.fromEntries(
    Object.entries(values).filter(([k, v]) => JSON.stringify(row[k] ?? null) !== JSON.stringify(v ?? null)),
  )
  if (Object.keys(changes).length === 0) return row
  await requireFiles((text, params) => raw(ctx.tx, text, params), definition.spec.fields, changes)
  await requireAllowed(ctx, definition, { ...row, ...changes })
  return change(ctx, definition, row, 'edit', changes, options.reason ? { reason: options.reason } : {})
}
export const retireRow = async (ctx: WorkContext, definition: Register<Fields>, id: string, reason: string): Promise<Row> =>
  change(ctx, definition, await lockRow(ctx, definition, id), 'retire', { retiredAt: ctx.now }, { reason })

export interface RecordInput extends PlaceInput {
  readonly at?: Date
  readonly corrects?: string | null
  /** Chosen by the one who wrote it down, so that sending it again makes no second one. */
  readonly id?: string
}
/** The whole input of a record: what was asked for, checked, and with it what its definition knows from other rows. */
const filled = async (ctx: WorkContext, { spec }: RecordDefinition<Fields>, input: unknown): Promise<unknown> => {
  if (!spec.fills || typeof input !== 'object' || input === null) return input
  const isGiven = (name: string): boolean => Boolean(spec.fields[name]?.spec.isGiven)
  const asked = Object.fromEntries(Object.entries(spec.fields).filter(([name]) => !isGiven(name)))
  const form = parseForm(asked, Object.fromEntries(Object.entries(input).filter(([name]) => !isGiven(name))))
  if ('refusal' in form) throw new Refused(form.refusal)
  return { ...form.value, ...(await spec.fills(form.value, ctx)) }
}
/** Adds a record: never changed afterwards; a correction is a newer record that names the older. */
export const addRecord = async (
  ctx: WorkContext,
  definition: RecordDefinition<Fields>,
  input: unknown,
  extra: RecordInput = {},
): Promise<Readonly<Record<string, unknown>> & { readonly id: string }> => {
  const form = parseForm(definition.spec.fields, await filled(ctx, definition, input))
  if ('refusal' in form) throw new Refused(form.refusal)
  await requireFiles((text, params) => raw(ctx.tx, text, params), definition.spec.fields, form.value)
  const id = extra.id ?? newId()
  const row = {
    ...form.value,
    ...placeOf(ctx, definition, extra),
    district: ctx.district,
    id,
    at: extra.at ?? ctx.now,
    receivedAt: ctx.now,
    byId: ctx.actor.id,
    byName: ctx.actor.name,
    corrects: extra.corrects ?? null,
  }
  await requireAllowed(ctx, definition, row)
  const entry = journalOf(ctx, definition, id, 1, genesis(ctx.district, definition.id, id), 'record', {}, {})
  await guarded(definition, row, () =>
    writeChanges(ctx.tx, [{ insert: { definition, row }, journal: entry, ...told(ctx, definition, id) }]),
  )
  return row
}
