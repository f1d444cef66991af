/** What command does when told: events write their timeline, tasks stop with what asked for them, old editions and printed tables give way. */
import { bySystem, type Listener, listen, many, one } from '#kernel'
import { openResolutions } from './committee/resolution.ts'
import { agendaMoved, dutyChanged, ended, errandEnded, improved, matterMoved, planApproved, taskMoved } from './facts.ts'
import { openErrands } from './orders/errand.ts'

const whenMoved = listen(
  taskMoved,
  async ({ sourceId, said }, ctx) => {
    const open = await one(ctx.tx, `select 1 as n from command.event where id = $1 and status = any(array['running', 'down'])`, [
      sourceId,
    ])
    if (open) await bySystem(ctx, 'command.event', sourceId, 'log', { said })
  },
  ({ sourceType }) => sourceType === 'command.event',
)
const whenJoined = listen(
  taskMoved,
  async ({ sourceId, said }, ctx) => {
    const open = await one(ctx.tx, 'select 1 as n from command."order" where id = $1 and closed_at is null for update', [
      sourceId,
    ])
    if (open) await bySystem(ctx, 'command.order', sourceId, 'log', { said })
  },
  ({ sourceType }) => sourceType === 'command.order',
)
const whenEnded = listen(ended, async ({ sourceType, sourceId }, ctx) => {
  const sql = 'select id from command.task where source_type = $1 and source_id = $2 and closed_at is null for update'
  for (const { id } of await many<{ id: string }>(ctx.tx, sql, [sourceType, sourceId]))
    await bySystem(ctx, 'command.task', id, 'stop')
})
const whenApproved = listen(planApproved, async ({ id, name }, ctx) => {
  const sql = `select id from command.plan where name = $1 and id <> $2 and status = 'effective' for update`
  for (const old of await many<{ id: string }>(ctx.tx, sql, [name, id])) await bySystem(ctx, 'command.plan', old.id, 'replace')
})
const whenImproved = listen(
  improved,
  async ({ sourceType, sourceId }, ctx) => {
    const waiting = await one(ctx.tx, `select 1 as n from command.event where id = $1 and status = 'improving' for update`, [
      sourceId,
    ])
    const open = await one(
      ctx.tx,
      'select 1 as n from command.improvement where source_type = $1 and source_id = $2 and closed_at is null',
      [sourceType, sourceId],
    )
    if (waiting && !open) await bySystem(ctx, 'command.event', sourceId, 'finish')
  },
  ({ sourceType }) => sourceType === 'command.event',
)
const whenChanged = listen(dutyChanged, async ({ dayOn }, ctx) => {
  const sql = `select id from command.roster where status = 'published' and $1::date between from_on and to_on for update`
  for (const { id } of await many<{ id: string }>(ctx.tx, sql, [dayOn])) await bySystem(ctx, 'command.roster', id, 'reprint')
})
const whenErrandEnded = listen(errandEnded, async ({ dispatch }, ctx) => {
  const on = await one(ctx.tx, `select 1 as n from command.dispatch where id = $1 and status = 'on' for update`, [dispatch])
  if (on && (await openErrands(ctx.tx, dispatch)) === 0) await bySystem(ctx, 'command.dispatch', dispatch, 'end')
})
const whenResolved = listen(matterMoved, async ({ matter }, ctx) => {
  const on = await one(ctx.tx, `select 1 as n from command.matter where id = $1 and status = 'deciding' for update`, [matter])
  if (on && (await openResolutions(ctx.tx, matter)) === 0) await bySystem(ctx, 'command.matter', matter, 'finish')
})
/** Told more than once, it happens once: each step asks for the status it starts from. */
const whenAgenda = listen(agendaMoved, async ({ matter, resolution, action, ...input }, ctx) => {
  if (resolution) await bySystem(ctx, 'command.resolution', resolution, 'review', { said: input.said ?? '' })
  if (!matter) return
  const from = action === 'list' ? 'ready' : 'agenda'
  const there = await one(ctx.tx, 'select 1 as n from command.matter where id = $1 and status = $2 for update', [matter, from])
  if (there) await bySystem(ctx, 'command.matter', matter, action, input)
})
export const commandListeners = [
  whenMoved,
  whenJoined,
  whenEnded,
  whenApproved,
  whenImproved,
  whenChanged,
  whenErrandEnded,
  whenResolved,
  whenAgenda,
] as unknown as readonly Listener[]
