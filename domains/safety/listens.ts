/** What safety does when told: a check ends what was due, a closed problem ends its check, letters of stop and resumption change the enterprise, modes end their lists, incidents break letters. */
import { bySystem, editRow, type Listener, listen, many, one } from '#kernel'
import { epidemicKinds } from './due.ts'
import { checked, dosed, handedOver, incidentFound, itemClosed, modeEnded, problemClosed, stateChanged } from './facts.ts'
import { enterprise, staff } from './registers.ts'
import { openPromises } from './training.ts'

const whenChecked = listen(checked, async ({ enterprise: id, lesson, note }, ctx) => {
  const sql = `select id from safety.due where enterprise = $1 and closed_at is null and (kind = any(array['check', 'key']) or (kind = 'lesson' and lesson = $2)) for update`
  for (const due of await many<{ id: string }>(ctx.tx, sql, [id, lesson]))
    await bySystem(ctx, 'safety.due', due.id, 'checkDone', { note })
})
const whenClosed = listen(problemClosed, async ({ sourceId }, ctx) => {
  const check = await one(ctx.tx, `select 1 as n from safety.check where id::text = $1 and status = 'fixing' for update`, [
    sourceId,
  ])
  const open = await one(ctx.tx, 'select 1 as n from safety.problem where check_id = $1 and closed_at is null', [sourceId])
  if (check && !open) await bySystem(ctx, 'safety.check', sourceId, 'finish')
})
/** A second grave problem keeps the enterprise stopped. */
const whenState = listen(stateChanged, async ({ enterprise: id, state, reason }, ctx) => {
  const other = await one(
    ctx.tx,
    `select 1 as n from safety.problem where enterprise = $1 and is_suspended = 'yes' and closed_at is null`,
    [id],
  )
  if (state === 'open' && other) return
  await editRow(ctx, enterprise, id, { state }, { reason })
})
const whenItemClosed = listen(
  itemClosed,
  async ({ sourceId }, ctx) => {
    const on = await one(ctx.tx, `select 1 as n from safety.lecture where id = $1 and status = 'keeping' for update`, [sourceId])
    if (on && (await openPromises(ctx.tx, sourceId)) === 0) await bySystem(ctx, 'safety.lecture', sourceId, 'finish')
  },
  ({ sourceType }) => sourceType === 'safety.lecture',
)
const whenModeEnded = listen(modeEnded, async (_mode, ctx) => {
  const sql = 'select id from safety.due where kind = any($1::text[]) and closed_at is null for update'
  for (const due of await many<{ id: string }>(ctx.tx, sql, [[...epidemicKinds]]))
    await bySystem(ctx, 'safety.due', due.id, 'stop')
})
const whenDosed = listen(dosed, async ({ staff: id }, ctx) => {
  const row = await one<{ doses: number }>(ctx.tx, 'select doses from safety.staff where id = $1', [id])
  if (row) await editRow(ctx, staff, id, { doses: row.doses + 1 }, { reason: '接种登记' })
})
const whenIncident = listen(incidentFound, async ({ unit, on, goal }, ctx) => {
  const sql = `select id from safety.pledge where unit = $1 and year = $2 for update`
  for (const p of await many<{ id: string }>(ctx.tx, sql, [unit, Number(on.slice(0, 4))]))
    await bySystem(ctx, 'safety.pledge', p.id, 'break', { goal })
})
const whenHandedOver = listen(handedOver, async ({ from, to }, ctx) => {
  const sql = 'select id from safety.inbox where person = $1 and closed_at is null for update'
  for (const i of await many<{ id: string }>(ctx.tx, sql, [from]))
    await bySystem(ctx, 'safety.inbox', i.id, 'move', { person: to })
})
export const safetyListeners = [
  whenChecked,
  whenClosed,
  whenState,
  whenItemClosed,
  whenModeEnded,
  whenDosed,
  whenIncident,
  whenHandedOver,
] as unknown as readonly Listener[]
