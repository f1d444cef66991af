/** Subjects of procedures: open, see, act, act on many. */
import { z } from 'zod'
import { Refused, refusalZh, reject } from '../../errors.ts'
import type { Kernel } from '../../kernel.ts'
import { permit } from '../../permission/permit.ts'
import { createOpener, type Opener } from '../../procedure/open.ts'
import { perform, performBulk } from '../../procedure/perform.ts'
import { subjectPage } from '../../procedure/view.ts'
import { type BoundRoute, bind, type RequestContext, requireModuleOf } from '../bind.ts'
import { route } from '../route.ts'
import { definitionFor, getReadable } from './rows.ts'

const row = z.record(z.string(), z.unknown())
const subjectParam = z.object({ procedure: z.string(), id: z.uuid() })
export const openRoute = route({
  method: 'POST',
  path: '/subjects/:procedure',
  zh: '发起流程',
  permission: 'signed-in',
  input: z.object({
    procedure: z.string(),
    action: z.string().optional(),
    values: row,
    lon: z.number().optional(),
    lat: z.number().optional(),
    areaCode: z.string().optional(),
    unitId: z.uuid().optional(),
    clientKey: z.string().max(100).optional(),
  }),
  output: z.object({
    id: z.string(),
    number: z.string(),
    status: z.string(),
    areaCode: z.string().nullable(),
    receipt: z.string(),
    isKnown: z.boolean(),
  }),
  tag: 'subjects',
})
export const pageRoute = route({
  method: 'GET',
  path: '/subjects/:procedure/:id',
  zh: '流程对象全貌:时钟、动作、经过',
  permission: 'signed-in',
  input: subjectParam,
  output: row,
  tag: 'subjects',
})
export const actRoute = route({
  method: 'POST',
  path: '/subjects/:procedure/:id/:action',
  zh: '办理一个动作',
  permission: 'signed-in',
  input: subjectParam.extend({ action: z.string(), values: row.optional(), version: z.number().int().optional() }),
  output: row,
  tag: 'subjects',
})
export const bulkRoute = route({
  method: 'POST',
  path: '/subjects/:procedure/bulk/:action',
  zh: '批量办理',
  permission: 'signed-in',
  input: z.object({ procedure: z.string(), action: z.string(), ids: z.array(z.uuid()).min(1).max(500), values: row.optional() }),
  output: z.object({ done: z.number(), results: z.array(row) }),
  tag: 'subjects',
})

const needProcedure = (ctx: RequestContext, id: string): void => {
  if (ctx.kernel.definition(id)?.primitive !== 'procedure') reject('kernel.not-found', { what: id })
  requireModuleOf(ctx, id)
}

export const subjectRoutes = (kernel: Kernel, open: Opener = createOpener(kernel)): readonly BoundRoute[] => [
  bind(openRoute, async (input, ctx) => {
    needProcedure(ctx, input.procedure)
    const definition = ctx.kernel.procedures.current(input.procedure)
    const name = input.action ?? Object.keys(definition.actions).find((a) => definition.actions[a]?.from === 'new') ?? ''
    const action = definition.actions[name]
    if (!action) return reject('procedure.unknown-action', { action: name })
    if (action.by === 'system') return reject('procedure.system-only', { action: action.zh })
    if (action.by !== 'public') {
      const permission = permit(ctx.who, action.by, { areaCode: input.areaCode })
      if ('refusal' in permission) throw new Refused(permission.refusal)
    }
    const opened = await open({
      procedure: input.procedure,
      district: ctx.district,
      actor: ctx.actor,
      action: name,
      input: input.values,
      lon: input.lon,
      lat: input.lat,
      areaCode: input.areaCode,
      unitId: input.unitId,
      clientKey: input.clientKey,
    })
    ctx.reply.code(opened.isKnown ? 200 : 201)
    return opened
  }),
  bind(pageRoute, async (input, ctx) => {
    needProcedure(ctx, input.procedure)
    const definition = definitionFor(ctx, input.procedure, 'read')
    return ctx.work(async (work) => {
      await getReadable(ctx, work.tx, definition, input.id)
      return subjectPage(work, input.procedure, input.id, ctx.who)
    }) as Promise<Record<string, unknown>>
  }),
  bind(bulkRoute, async (input, ctx) => {
    needProcedure(ctx, input.procedure)
    const results = await performBulk(ctx.kernel, ctx.district, input.ids, {
      procedure: input.procedure,
      action: input.action,
      input: input.values ?? {},
      who: ctx.who,
    })
    return {
      done: results.filter((r) => r.ok).length,
      results: results.map((r) => ({ ...r, refusalZh: r.refusal ? refusalZh(r.refusal) : null })),
    }
  }),
  bind(actRoute, async (input, ctx) => {
    needProcedure(ctx, input.procedure)
    const after = await perform(ctx.kernel, ctx.district, {
      procedure: input.procedure,
      subjectId: input.id,
      action: input.action,
      input: input.values ?? {},
      who: ctx.who,
      expectVersion: input.version,
    })
    return {
      id: after.id,
      number: after.number,
      status: after.status,
      version: after.version,
      dueAt: after.dueAt,
      assigneeId: after.assigneeId ?? null,
    }
  }),
]
