/** What intake does when a case it caused is opened or has ended, and how answers go back to their platforms. */

import { v7 as uuid } from 'uuid'
import { caseEnded, caseJoined, caseOpened, clockOverdue } from '#catalogue/facts.ts'
import { type Listener, listen, performIn, raw, systemActor, type WorkContext } from '#kernel'
import { whenOrderCalledBack } from './callback.ts'
import { findingRepeated } from './finding.ts'
import { orderAnswered } from './order.ts'

const act = (ctx: WorkContext, procedure: string, subjectId: string, action: string, input: unknown) =>
  performIn(ctx, { procedure, subjectId, action, input, who: null, actor: systemActor })
const voidStatuses = ['not_accepted', 'cancelled']
/** What waits for a case, and the statuses in which it still does: a case that ends a second time finds its order gone on. */
const waiting = {
  'intake.order': { table: '"order"', statuses: ['inCase'] },
  'intake.issue': { table: 'issue', statuses: ['open'] },
  'intake.assignment': { table: 'assignment', statuses: ['issued', 'rectifying', 'rectified', 'cleared'] },
  'intake.opinion': { table: 'opinion', statuses: ['graded', 'responded'] },
  'intake.finding': { table: 'finding', statuses: ['dispatched'] },
} as const
type Waiting = keyof typeof waiting
const isWaiting = (type: string | null | undefined): type is Waiting => type != null && type in waiting
const stillWaits = async (ctx: WorkContext, type: Waiting, id: string): Promise<boolean> => {
  const { table, statuses } = waiting[type]
  const { rows } = await raw(ctx.tx, `select 1 from intake.${table} where id = $1 and status = any($2::text[])`, [id, statuses])
  return rows.length > 0
}
const whenCaseOpened = listen(
  caseOpened,
  async ({ sourceType, sourceId, caseId, number }, ctx) => {
    if (!sourceId || !isWaiting(sourceType) || !(await stillWaits(ctx, sourceType, sourceId))) return
    await act(ctx, sourceType, sourceId, 'caseOpened', {
      caseNumber: number,
      ...(sourceType === 'intake.order' ? { caseId } : {}),
    })
  },
  ({ sourceType, sourceId }) => sourceId != null && isWaiting(sourceType),
)
/** A machine's find that stands in a case already open is the same problem seen again; everything else waits for that case. */
const whenCaseJoined = listen(
  caseJoined,
  async ({ sourceType, sourceId, number }, ctx) => {
    if (sourceId && sourceType === 'intake.finding' && (await stillWaits(ctx, sourceType, sourceId)))
      await act(ctx, sourceType, sourceId, 'caseJoined', { caseNumber: number })
  },
  ({ sourceType, sourceId }) => sourceId != null && sourceType === 'intake.finding',
)
const whenCaseEnded = listen(
  caseEnded,
  async ({ sourceType, sourceId, status, result, number }, ctx) => {
    if (!sourceId || !isWaiting(sourceType) || !(await stillWaits(ctx, sourceType, sourceId))) return
    if (sourceType !== 'intake.issue') return void (await act(ctx, sourceType, sourceId, 'caseEnded', { result }))
    if (voidStatuses.includes(status)) await act(ctx, sourceType, sourceId, 'drop', { result })
    else await act(ctx, sourceType, sourceId, 'finish', { result, caseNumber: number })
  },
  ({ sourceType, sourceId }) => sourceId != null && isWaiting(sourceType),
)
/** A merchant who let the time pass: what the camera saw becomes a case by itself. */
const whenOverdue = listen(
  clockOverdue,
  async ({ subjectId }, ctx) => {
    const { rows } = await raw(ctx.tx, `select 1 from intake.finding where id = $1 and status = 'told'`, [subjectId])
    if (rows.length > 0) await act(ctx, 'intake.finding', subjectId, 'timeout', {})
  },
  ({ subjectType, name }) => subjectType === 'intake.finding' && name === 'selfRectify',
)
/** An order whose answer or end is due: whoever has it is told, once each. */
const whenOrderLate = listen(
  clockOverdue,
  async ({ subjectId }, ctx) => {
    const { rows } = await raw(ctx.tx, `select 1 from intake."order" where id = $1 and closed_at is null`, [subjectId])
    if (rows.length > 0) await act(ctx, 'intake.order', subjectId, 'lapse', {})
  },
  ({ subjectType, name }) => subjectType === 'intake.order' && (name === 'reply' || name === 'close'),
)
/** One thing seen on a second pass is noted on the find that is still being worked. */
const whenSeenAgain = listen(findingRepeated, async ({ firstId, seenAt }, ctx) => {
  const { rows } = await raw(ctx.tx, `select 1 from intake.finding where id = $1 and status = any(array['seen', 'told'])`, [
    firstId,
  ])
  if (rows.length > 0) await act(ctx, 'intake.finding', firstId, 'seeAgain', { seenAt })
})
/** The reference adapter: an answer to a platform that knows the order by a number of its own is put into the return box, where the gateway of the channel takes it, once per order and state. */
const whenAnswered = listen(orderAnswered, async (answered, ctx) => {
  if (!answered.outsideNumber) return
  const { rows } = await raw<{ address: string | null }>(
    ctx.tx,
    'select return_address as address from intake.channel where key = $1 and is_active and retired_at is null',
    [answered.channel],
  )
  await raw(
    ctx.tx,
    `insert into intake.return_box (district, id, at, channel, order_id, number, outside_number, status, reply, address, satisfaction)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (district, order_id, status, at) do nothing`,
    [
      ctx.district,
      uuid(),
      ctx.now,
      answered.channel,
      answered.orderId,
      answered.number,
      answered.outsideNumber,
      answered.status,
      answered.reply,
      rows[0]?.address ?? null,
      answered.satisfaction ?? null,
    ],
  )
})
export const intakeListeners: readonly Listener[] = [
  whenCaseOpened,
  whenCaseJoined,
  whenCaseEnded,
  whenSeenAgain,
  whenOverdue,
  whenOrderLate,
  whenOrderCalledBack,
  whenAnswered,
] as readonly Listener[]
