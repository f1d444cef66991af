/** 我的长任务: progress, result, cancelling. */
import { z } from 'zod'
import { raw } from '../db/index.ts'
import { reject } from '../errors.ts'
import { type BoundRoute, bind, type RequestContext } from '../http/bind.ts'
import { route } from '../http/route.ts'

const item = z.object({
  id: z.string(),
  kind: z.string(),
  zh: z.string(),
  total: z.number().nullable(),
  done: z.number(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  error: z.string().nullable(),
  result: z.unknown(),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
})
type Item = z.output<typeof item>
const tag = 'work'
const oneParam = z.object({ id: z.uuid() })
export const workItemsRoute = route({
  method: 'GET',
  path: '/work-items',
  zh: '我的长任务',
  permission: 'signed-in',
  tag,
  input: z.object({ state: item.shape.state.optional() }),
  output: z.object({ rows: z.array(item) }),
})
export const workItemRoute = route({
  method: 'GET',
  path: '/work-items/:id',
  zh: '长任务进度',
  permission: 'signed-in',
  tag,
  input: oneParam,
  output: item,
})
export const cancelWorkRoute = route({
  method: 'POST',
  path: '/work-items/:id/cancel',
  zh: '取消长任务',
  permission: 'signed-in',
  tag,
  input: oneParam,
  output: z.object({}),
})

const mine = async (ctx: RequestContext, extra: string, params: readonly unknown[]): Promise<readonly Item[]> =>
  ctx.work(async ({ tx, district }) => {
    const { rows } = await raw<Item>(
      tx,
      `select id, kind, zh, total, done, state, error, result, created_at as "createdAt", ended_at as "endedAt" from kernel.work
       where district = $1 and person_id = $2 ${extra} order by created_at desc, id desc limit 100`,
      [district, ctx.who?.personId ?? null, ...params],
    )
    return rows
  })

export const workItemRoutes: readonly BoundRoute[] = [
  bind(workItemsRoute, async ({ state }, ctx) => ({
    rows: [...(await mine(ctx, 'and ($3::text is null or state = $3)', [state ?? null]))],
  })),
  bind(
    workItemRoute,
    async ({ id }, ctx) => (await mine(ctx, 'and id = $3', [id]))[0] ?? reject('kernel.not-found', { what: '长任务' }),
  ),
  bind(cancelWorkRoute, async ({ id }, ctx) => {
    const { count } = await ctx.work(({ tx, district, now }) =>
      raw(
        tx,
        `update kernel.work set state = 'cancelled', ended_at = $4 where district = $1 and id = $2 and person_id = $3 and state = 'running'`,
        [district, id, ctx.who?.personId ?? null, now],
      ),
    )
    if (count === 0) reject('kernel.not-found', { what: '进行中的长任务' })
    return {}
  }),
]
