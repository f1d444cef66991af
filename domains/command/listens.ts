/** What command does when told: events write their timeline, tasks stop with what asked for them, old editions and printed tables give way. */
import { bySystem, type Listener, listen, many, one } from '#kernel'
import { dutyChanged, ended, improved, planApproved, taskMoved } from './facts.ts'

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
export const commandListeners = [whenMoved, whenEnded, whenApproved, whenImproved, whenChanged] as unknown as readonly Listener[]
