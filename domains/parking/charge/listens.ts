/** What follows when an order is due: the bound account pays, or the order becomes arrears; and money that goes back. */
import { bySystem, type Listener, listen, many, one, type WorkContext } from '#kernel'
import { accountReady, orderDue, refundAsked } from '../facts.ts'
import { channels } from './channel.ts'
import { order } from './order.ts'

interface Bound {
  readonly id: string
  readonly channel: string
}
const boundTo = (ctx: WorkContext, plate: string) =>
  one<Bound>(ctx.tx, `select id, channel from parking.account where plate = $1 and status = 'active'`, [plate])

/** @returns whether the order is paid now. */
export const deduct = async (ctx: WorkContext, id: string, bound: Bound): Promise<boolean> => {
  const owed = await one<{ status: string; amountFen: number }>(
    ctx.tx,
    `select status, amount_fen as "amountFen" from parking."order" where id = $1 for update`,
    [id],
  )
  if (!owed || !['due', 'arrears'].includes(owed.status)) return false
  const taken = await channels[bound.channel]?.charge(ctx, { account: bound.id, order: id, amountFen: owed.amountFen })
  if (taken?.isDone) await bySystem(ctx, order.id, id, 'deduct', { account: bound.id, voucher: taken.entry })
  else if (owed.status === 'due')
    await bySystem(ctx, order.id, id, 'deductFailed', { account: bound.id, failure: taken?.reason ?? '支付渠道未接入' })
  return taken?.isDone === true
}
export const chargeListeners: readonly Listener[] = [
  listen(orderDue, async ({ order: id, plate }, ctx) => {
    const bound = await boundTo(ctx, plate)
    if (bound) await deduct(ctx, id, bound)
  }),
  listen(accountReady, async ({ plate }, ctx) => {
    const bound = await boundTo(ctx, plate)
    if (!bound) return
    const owed = await many<{ id: string }>(
      ctx.tx,
      `select id from parking."order" where plate = $1 and status = any (array['due', 'arrears']) order by left_at`,
      [plate],
    )
    for (const { id } of owed) if (!(await deduct(ctx, id, bound))) break
  }),
  listen(refundAsked, async ({ order: id, account, amountFen }, ctx) => {
    const done = await one(ctx.tx, `select 1 from parking.ledger_entry where order_ = $1 and kind = 'refund'`, [id])
    if (!done) await channels.ledger?.refund(ctx, { account, order: id, amountFen })
  }),
] as readonly Listener[]
