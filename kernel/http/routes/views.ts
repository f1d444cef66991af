/** Saved views of lists: one's own and those that the unit shares. */
import { z } from 'zod'
import { raw } from '../../db/index.ts'
import { reject } from '../../errors.ts'
import { newId } from '../../id.ts'
import { type BoundRoute, bind, type RequestContext } from '../bind.ts'
import { route } from '../route.ts'

const view = z.object({
  id: z.string(),
  name: z.string(),
  query: z.record(z.string(), z.string()),
  columns: z.array(z.string()).nullable(),
  isShared: z.boolean(),
  isOwn: z.boolean(),
})
const viewsRoute = route({
  method: 'GET',
  path: '/views/:definition',
  zh: '列表视图:自己的与本单位共享的',
  permission: 'signed-in',
  input: z.object({ definition: z.string() }),
  output: z.object({ views: z.array(view) }),
  tag: 'rows',
})
const saveRoute = route({
  method: 'POST',
  path: '/views/:definition',
  zh: '保存视图;同名的换成新的',
  permission: 'signed-in',
  input: z.object({
    definition: z.string(),
    name: z.string().trim().min(1, '请给视图起个名字').max(40, '视图名字不超过40个字'),
    query: z.record(z.string().max(20), z.string().max(4000)),
    columns: z.array(z.string().max(60)).max(200).nullable().default(null),
    isShared: z.boolean().default(false),
  }),
  output: z.object({ id: z.string() }),
  tag: 'rows',
})
const dropRoute = route({
  method: 'DELETE',
  path: '/views/:definition/:id',
  zh: '删除自己的视图',
  permission: 'signed-in',
  input: z.object({ definition: z.string(), id: z.uuid() }),
  output: z.object({}),
  tag: 'rows',
})
const mostViews = 50
const owner = (ctx: RequestContext) => ctx.who ?? reject('identity.required')

export const viewRoutes: readonly BoundRoute[] = [
  bind(viewsRoute, async ({ definition }, ctx) => {
    const { personId, unitId } = owner(ctx)
    const { rows } = await ctx.work(({ tx }) =>
      raw<z.output<typeof view>>(
        tx,
        `select id, name, query, columns, is_shared as "isShared", person_id = $2 as "isOwn" from kernel.view
         where definition = $1 and (person_id = $2 or (is_shared and unit_id = $3)) order by (person_id = $2) desc, name`,
        [definition, personId, unitId],
      ),
    )
    return { views: [...rows] }
  }),
  bind(saveRoute, async ({ definition, name, query, columns, isShared }, ctx) => {
    const { personId, unitId } = owner(ctx)
    return ctx.work(async ({ tx, now, district, kernel }) => {
      if (!kernel.definition(definition)) reject('kernel.not-found', { what: definition })
      const counted = await raw<{ n: number }>(
        tx,
        'select count(*)::int as n from kernel.view where definition = $1 and person_id = $2',
        [definition, personId],
      )
      if ((counted.rows[0]?.n ?? 0) >= mostViews) reject('kernel.check', { rule: `一个列表最多存${mostViews}个视图` })
      const { rows } = await raw<{ id: string }>(
        tx,
        `insert into kernel.view (district, id, person_id, unit_id, definition, name, query, columns, is_shared, created_at)
         values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9, $10)
         on conflict (district, person_id, definition, name) do update set query = excluded.query, columns = excluded.columns, is_shared = excluded.is_shared, unit_id = excluded.unit_id
         returning id`,
        [
          district,
          newId(now),
          personId,
          unitId,
          definition,
          name,
          JSON.stringify(query),
          columns ? JSON.stringify(columns) : null,
          isShared,
          now,
        ],
      )
      return { id: rows[0]?.id ?? '' }
    })
  }),
  bind(dropRoute, async ({ definition, id }, ctx) => {
    const { personId } = owner(ctx)
    const { count } = await ctx.work(({ tx }) =>
      raw(tx, 'delete from kernel.view where id = $1 and definition = $2 and person_id = $3', [id, definition, personId]),
    )
    if (count === 0) reject('kernel.not-found', { what: '您的这个视图' })
    return {}
  }),
]
