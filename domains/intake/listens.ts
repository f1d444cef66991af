/** What intake does when a case it caused is opened or has ended, and how answers go back to their platforms. */

import { v7 as uuid } from 'uuid'
import { caseEnded, caseOpened, clockOverdue } from '#catalogue/facts.ts'
import { type Listener, listen, performIn, raw, systemActor, type WorkContext } from '#kernel'
import { orderAnswered } from './order.ts'

const act = (ctx: WorkContext, procedure: string, subjectId: string, action: string, input: unknown) =>
  performIn(ctx, { procedure, subjectId, action, input, who: null, actor: systemActor })
const voidStatuses = ['not_accepted', 'cancelled']

const whenCaseOpened = listen(
  caseOpened,
  async (opened, ctx) => {
    if (!opened.sourceId) return
    if (opened.sourceType === 'intake.order')
      await act(ctx, 'intake.order', opened.sourceId, 'caseOpened', { caseId: opened.caseId, caseNumber: opened.number })
    if (opened.sourceType === 'intake.opinion')
      await act(ctx, 'intake.opinion', opened.sourceId, 'caseOpened', { caseNumber: opened.number })
    if (opened.sourceType === 'intake.finding')
      await act(ctx, 'intake.finding', opened.sourceId, 'caseOpened', { caseNumber: opened.number })
  },
  ({ sourceId }) => sourceId != null,
)
const whenCaseEnded = listen(
  caseEnded,
  async (ended, ctx) => {
    if (!ended.sourceId) return
    if (ended.sourceType === 'intake.order') await act(ctx, 'intake.order', ended.sourceId, 'caseEnded', { result: ended.result })
    if (ended.sourceType === 'intake.issue')
      await act(
        ctx,
        'intake.issue',
        ended.sourceId,
        voidStatuses.includes(ended.status) ? 'drop' : 'finish',
        voidStatuses.includes(ended.status) ? { result: ended.result } : { result: ended.result, caseNumber: ended.number },
      )
  },
  ({ sourceId }) => sourceId != null,
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
/** The reference adapter: an answer is put into the return box, where the gateway of the channel takes it, once per order and state. */
const whenAnswered = listen(orderAnswered, async (answered, ctx) => {
  const { rows } = await raw<{ address: string | null }>(
    ctx.tx,
    'select return_address as address from intake.channel where key = $1 and is_active and retired_at is null',
    [answered.channel],
  )
  await raw(
    ctx.tx,
    `insert into intake.return_box (district, id, at, channel, order_id, number, outside_number, status, reply, address)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (district, order_id, status, at) do nothing`,
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
    ],
  )
})
export const intakeListeners: readonly Listener[] = [
  whenCaseOpened,
  whenCaseEnded,
  whenOverdue,
  whenAnswered,
] as readonly Listener[]
