/** Rows of registers, records and procedures: list, one, history, as of a moment; entering, changing and retiring registers. */
import { z } from 'zod'
import { audit } from '../../audit.ts'
import type { WorkContext } from '../../context.ts'
import { raw } from '../../db/index.ts'
import type { RecordDefinition } from '../../define/record.ts'
import type { Register } from '../../define/register.ts'
import type { Definition } from '../../define/table.ts'
import { Refused, reject } from '../../errors.ts'
import { foldJournal } from '../../journal/chain.ts'
import { loadJournal } from '../../journal/load.ts'
import { isPersonal, maskEntry, maskRow } from '../../permission/mask.ts'
import { mayDo, permit } from '../../permission/permit.ts'
import { reachOf, requireReach } from '../../permission/reach.ts'
import { readVerb, writeVerb } from '../../permission/verbs.ts'
import type { AnyProcedure } from '../../procedure/registry.ts'
import { type FilterValue, findRow, listRows } from '../../query/list.ts'
import { addRecord, createRow, editRow, retireRow } from '../../register/edit.ts'
import { type BoundRoute, bind, type RequestContext, requireModuleOf } from '../bind.ts'
import { route } from '../route.ts'

export const definitionFor = (ctx: RequestContext, id: string, access: 'read' | 'write'): Definition => {
  const definition = ctx.kernel.definition(id) ?? reject('kernel.not-found', { what: id })
  requireModuleOf(ctx, id)
  const permission = permit(ctx.who, access === 'read' ? readVerb(id) : writeVerb(id))
  if ('refusal' in permission) throw new Refused(permission.refusal)
  return definition
}
const jsonText = <T>(what: string) =>
  z
    .string()
    .optional()
    .transform((text, issue): T | undefined => {
      if (!text) return undefined
      try {
        return JSON.parse(text) as T
      } catch {
        issue.addIssue({ code: 'custom', message: `${what}不是有效的JSON` })
        return z.NEVER
      }
    })
const row = z.record(z.string(), z.unknown())
export const listQuery = z.object({
  filter: jsonText<Record<string, FilterValue>>('filter'),
  search: z.string().max(100).optional(),
  sort: z.string().optional(),
  desc: z.enum(['0', '1']).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
  box: jsonText<[number, number, number, number]>('box'),
  area: z
    .string()
    .regex(/^\d{2,18}$/, '区域代码应为数字')
    .optional(),
})
export const toListRequest = (q: z.output<typeof listQuery>) => ({
  filter: q.filter,
  search: q.search,
  sort: q.sort,
  isDescending: q.desc === '1',
  limit: q.limit,
  offset: q.offset,
  box: q.box,
  areaCode: q.area,
})
const definitionParam = z.object({ definition: z.string() })
const oneParam = definitionParam.extend({ id: z.uuid() })
const geometry = z.record(z.string(), z.unknown())
const place = z.object({
  lon: z.number().optional(),
  lat: z.number().optional(),
  geometry: geometry.optional(),
  areaCode: z.string().optional(),
})

export const listRoute = route({
  method: 'GET',
  path: '/rows/:definition',
  zh: '台账、记录、案件列表',
  permission: 'signed-in',
  input: listQuery.extend({ definition: z.string() }),
  output: z.object({ rows: z.array(row), total: z.number(), isMore: z.boolean() }),
  tag: 'rows',
})
export const oneRoute = route({
  method: 'GET',
  path: '/rows/:definition/:id',
  zh: '一行',
  permission: 'signed-in',
  input: oneParam.extend({ asOf: z.iso.datetime({ offset: true }).optional() }),
  output: row,
  tag: 'rows',
})
export const historyRoute = route({
  method: 'GET',
  path: '/rows/:definition/:id/history',
  zh: '留痕:每一次变更',
  permission: 'signed-in',
  input: oneParam,
  output: z.object({ entries: z.array(row) }),
  tag: 'rows',
})
export const createRoute = route({
  method: 'POST',
  path: '/rows/:definition',
  zh: '新增',
  permission: 'signed-in',
  input: definitionParam.extend({
    values: row,
    place: place.optional(),
    at: z.iso.datetime({ offset: true }).optional(),
    /** Chosen by a device that writes without a network: sent again, it is the same row. */
    id: z.uuid().optional(),
  }),
  output: row,
  tag: 'rows',
})
export const editRoute = route({
  method: 'PATCH',
  path: '/rows/:definition/:id',
  zh: '修改',
  permission: 'signed-in',
  input: oneParam.extend({
    values: row,
    place: place.optional(),
    version: z.number().int().optional(),
    reason: z.string().max(500).optional(),
  }),
  output: row,
  tag: 'rows',
})
export const retireRoute = route({
  method: 'POST',
  path: '/rows/:definition/:id/retire',
  zh: '注销',
  permission: 'signed-in',
  input: oneParam.extend({ reason: z.string().min(1, '请填写注销原因') }),
  output: row,
  tag: 'rows',
})
export const revealRoute = route({
  method: 'POST',
  path: '/rows/:definition/:id/reveal',
  zh: '查看未脱敏的个人信息(记入审计)',
  permission: 'personal.reveal',
  input: oneParam.extend({ field: z.string(), reason: z.string().min(4, '请写明查看原因(至少4个字)') }),
  output: z.object({ value: z.string().nullable() }),
  tag: 'rows',
})

/** The row of a definition that this reader may see: there, of that definition, and within reach. */
export const getReadable = async (
  ctx: RequestContext,
  tx: WorkContext['tx'],
  definition: Definition,
  id: string,
): Promise<Readonly<Record<string, unknown>>> => {
  const found = await findRow<Record<string, unknown>>(tx, definition, id)
  if (!found) return reject('kernel.not-found', { what: definition.spec.zh })
  await requireReach(tx, definition, ctx.who, found)
  return found
}
/** What this person entered under this id before, if so; an id that is somebody else's is refused. */
const findOwn = async (
  ctx: RequestContext,
  tx: WorkContext['tx'],
  definition: Definition,
  id: string,
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const [first] = await loadJournal(tx, id)
  if (!first) return undefined
  return first.subjectType === definition.id && first.actor.id === ctx.actor.id
    ? getReadable(ctx, tx, definition, id)
    : reject('kernel.invalid', { detail: '这个编号已被使用' })
}
/** The row, if its area is one this person may write in; else the transaction ends with the reason. */
const within = async <T extends Readonly<Record<string, unknown>>>(
  ctx: RequestContext,
  definition: Definition,
  row: Promise<T> | T,
): Promise<T> => {
  const written = await row
  const areaCode = typeof written.areaCode === 'string' ? written.areaCode : null
  const permission = permit(ctx.who, writeVerb(definition.id), { areaCode })
  if ('refusal' in permission) throw new Refused(permission.refusal)
  return written
}
const asRegister = (definition: Definition): Register =>
  definition.primitive === 'register'
    ? (definition as Register)
    : reject('kernel.invalid', { detail: `${definition.spec.zh}不是台账` })

const listHandler = bind(listRoute, async (input, ctx) => {
  const definition = definitionFor(ctx, input.definition, 'read')
  const page = await ctx.work(({ tx }) =>
    listRows<Record<string, unknown>>(tx, definition, {
      ...toListRequest(input),
      district: ctx.who?.districts.length === 1 ? ctx.district : undefined,
      reach: reachOf(ctx.who, definition),
    }),
  )
  return { ...page, rows: page.rows.map((r) => maskRow(definition.spec.fields, r)) }
})
const oneHandler = bind(oneRoute, async (input, ctx) => {
  const definition = definitionFor(ctx, input.definition, 'read')
  return ctx.work(async ({ tx }) => {
    const found = await getReadable(ctx, tx, definition, input.id)
    if (input.asOf) {
      const entries = await loadJournal(tx, input.id)
      const state = foldJournal(entries, new Date(input.asOf))
      if (Object.keys(state).length === 0) return reject('kernel.not-found', { what: definition.spec.zh })
      return maskRow(definition.spec.fields, { ...state, id: input.id })
    }
    return maskRow(definition.spec.fields, found)
  })
})
const historyHandler = bind(historyRoute, async (input, ctx) => {
  const definition = definitionFor(ctx, input.definition, 'read')
  const entries = await ctx.work(async ({ tx }) => {
    await getReadable(ctx, tx, definition, input.id)
    return loadJournal(tx, input.id)
  })
  return { entries: entries.map((e) => ({ ...maskEntry(definition, e) })) }
})
const createHandler = bind(createRoute, async (input, ctx) => {
  const definition = definitionFor(ctx, input.definition, 'write')
  const where = (input.place ?? {}) as never
  return ctx.work(async (work): Promise<Record<string, unknown>> => {
    const known = input.id ? await findOwn(ctx, work.tx, definition, input.id) : undefined
    if (known) return known
    ctx.reply.code(201)
    if (definition.primitive === 'record')
      return addRecord(work, definition as RecordDefinition, input.values, {
        ...(where as object),
        at: input.at ? new Date(input.at) : undefined,
        id: input.id,
      })
    return within(ctx, definition, createRow(work, asRegister(definition), input.values, where, input.id))
  })
})
const editHandler = bind(editRoute, async (input, ctx) => {
  const definition = asRegister(definitionFor(ctx, input.definition, 'write'))
  const options = { ...(input.place ?? {}), expectVersion: input.version, reason: input.reason } as never
  return ctx.work(async (work) => {
    await within(ctx, definition, getReadable(ctx, work.tx, definition, input.id))
    return within(ctx, definition, editRow(work, definition, input.id, input.values, options))
  })
})
const retireHandler = bind(retireRoute, async (input, ctx) => {
  const definition = asRegister(definitionFor(ctx, input.definition, 'write'))
  return ctx.work(async (work) => {
    await within(ctx, definition, getReadable(ctx, work.tx, definition, input.id))
    return retireRow(work, definition, input.id, input.reason)
  })
})
const revealHandler = bind(revealRoute, async (input, ctx) => {
  const definition = definitionFor(ctx, input.definition, 'read')
  if (!isPersonal(definition.spec.fields, input.field))
    return reject('kernel.invalid', { detail: `${input.field}不是个人信息栏` })
  return ctx.work(async (work) => {
    const found = await getReadable(ctx, work.tx, definition, input.id)
    await audit(
      work,
      'personal.reveal',
      { definition: definition.id, id: input.id, field: input.field, reason: input.reason },
      ctx.ip,
    )
    const value = found[input.field]
    return { value: typeof value === 'string' ? value : null }
  })
})

/** What points at a row: procedures begun from it, and those that must name it (the evidence of a case), where one may read them. */
export const childrenRoute = route({
  method: 'GET',
  path: '/rows/:definition/:id/children',
  zh: '由它派生的流程',
  permission: 'signed-in',
  input: oneParam,
  output: z.object({ rows: z.array(row) }),
  tag: 'rows',
})
interface ChildRow {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly createdAt: Date
  readonly dueAt: Date | null
}
/** Rows of a procedure that must name the given one, newest first. */
const namingRows = async (
  ctx: RequestContext,
  tx: WorkContext['tx'],
  procedure: AnyProcedure,
  about: { readonly of: string; readonly id: string },
): Promise<readonly ChildRow[]> => {
  const field = Object.entries(procedure.spec.fields).find(([, f]) => f.spec.target === about.of && !f.spec.isOptional)?.[0]
  if (!field || 'refusal' in permit(ctx.who, readVerb(procedure.id))) return []
  const { rows } = await listRows<ChildRow>(tx, procedure, {
    filter: { [field]: about.id },
    sort: 'createdAt',
    isDescending: true,
    limit: 100,
    reach: reachOf(ctx.who, procedure),
  })
  return rows.map(({ id, number, status, createdAt, dueAt }) => ({ id, number, status, createdAt, dueAt }))
}
const childrenHandler = bind(childrenRoute, async (input, ctx) => {
  const definition = definitionFor(ctx, input.definition, 'read')
  return ctx.work(async ({ tx, kernel }) => {
    await getReadable(ctx, tx, definition, input.id)
    const found: Record<string, unknown>[] = []
    for (const p of kernel.procedures.all()) {
      // What somebody may not read is not even named to them: a sealed matter shows no number and no status.
      if (!mayDo(ctx.who, readVerb(p.id))) continue
      const [schema, name] = p.id.split('.')
      const { rows } = await raw<ChildRow>(
        tx,
        `select id, number, status, created_at as "createdAt", due_at as "dueAt" from ${schema}."${name?.replaceAll('-', '_')}" where parent_id = $1 order by created_at, number`,
        [input.id],
      )
      const known = new Set(rows.map((r) => r.id))
      const naming = (await namingRows(ctx, tx, p, { of: definition.id, id: input.id })).filter((r) => !known.has(r.id))
      found.push(
        ...[...rows, ...naming].map((r) => ({
          ...r,
          procedure: p.id,
          zh: p.spec.zh,
          statusZh: p.spec.statuses[String(r.status)]?.zh,
        })),
      )
    }
    return { rows: found }
  })
})

export const rowRoutes: readonly BoundRoute[] = [
  listHandler,
  oneHandler,
  historyHandler,
  childrenHandler,
  createHandler,
  editHandler,
  retireHandler,
  revealHandler,
]
