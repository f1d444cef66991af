/** Thresholds, weights and local limits: what is in force, and dating a new value. Nothing is overwritten: a value begins on its day. */
import { z } from 'zod'
import { audit } from '../../audit.ts'
import { raw } from '../../db/index.ts'
import { reject } from '../../errors.ts'
import { allParameters } from '../../parameter.ts'
import { dayOf } from '../../time.ts'
import { type BoundRoute, bind } from '../bind.ts'
import { route } from '../route.ts'

const parameter = z.object({
  name: z.string(),
  zh: z.string(),
  value: z.number(),
  unit: z.string(),
  source: z.string(),
  isDefault: z.boolean(),
})
export const parametersRoute = route({
  method: 'GET',
  path: '/parameters',
  zh: '参数:现行值',
  permission: 'signed-in',
  tag: 'meta',
  input: z.object({}),
  output: z.object({ parameters: z.array(parameter) }),
})
export const setParameterRoute = route({
  method: 'POST',
  path: '/parameters/:name',
  zh: '参数:自某日起用新值',
  permission: 'system.parameters',
  tag: 'meta',
  input: z.object({
    name: z.string(),
    value: z.number(),
    validFrom: z.iso.date(),
    source: z.string().min(2, '请写明依据(文件号)'),
  }),
  output: z.object({}),
})
export const parameterRoutes: readonly BoundRoute[] = [
  bind(parametersRoute, async (_input, ctx) => {
    const day = dayOf(ctx.kernel, ctx.district, ctx.now)
    return {
      parameters: allParameters().map((p) => {
        const own = ctx.kernel.parameters.find(ctx.district, p.name, day)
        return { name: p.name, zh: p.zh, value: own ?? p.value, unit: p.unit, source: p.source, isDefault: own === undefined }
      }),
    }
  }),
  bind(setParameterRoute, async ({ name, value, validFrom, source }, ctx) => {
    const known = allParameters().find((p) => p.name === name) ?? reject('kernel.not-found', { what: `参数${name}` })
    await ctx.work(async (work) => {
      await raw(
        work.tx,
        `insert into kernel.parameter (district, name, valid_from, value, unit, source, changed_by) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (district, name, valid_from) do update set value = excluded.value, source = excluded.source, changed_by = excluded.changed_by`,
        [ctx.district, name, validFrom, value, known.unit, source, ctx.actor.name],
      )
      await audit(work, 'parameter.set', { name, value, validFrom, source }, ctx.ip)
    })
    await ctx.kernel.parameters.reload()
    return {}
  }),
]
