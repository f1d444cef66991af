/**
 * Ways to take money without anybody stopping. A channel answers whether the money moved and under which entry; a payment firm is
 * one more implementation here, with its contract and keys. The one that comes with the platform keeps prepaid money in its own ledger.
 */
import { addRecord, bySystem, one, reject, type WorkContext } from '#kernel'
import { yuan } from '../shared.ts'
import { account } from './account.ts'
import { ledgerEntry } from './registers.ts'

export type Taken = { readonly isDone: true; readonly entry: string } | { readonly isDone: false; readonly reason: string }
export interface Payment {
  readonly account: string
  readonly order?: string
  readonly amountFen: number
}
export interface PaymentChannel {
  readonly id: string
  readonly charge: (ctx: WorkContext, payment: Payment) => Promise<Taken>
  readonly refund: (ctx: WorkContext, payment: Payment) => Promise<Taken>
}
interface Balance {
  readonly balanceFen: number
  readonly deductions: number
  readonly failures: number
}
/** One row is locked, so that two cars leaving at once cannot spend the same money. */
const locked = (ctx: WorkContext, id: string): Promise<Balance | undefined> =>
  one<Balance>(
    ctx.tx,
    `select balance_fen as "balanceFen", deductions, failures from parking.account where id = $1 and status = 'active' for update`,
    [id],
  )

const book = async (
  ctx: WorkContext,
  kind: 'topUp' | 'charge' | 'refund',
  payment: Payment,
  now: Balance,
  reason?: string,
): Promise<Taken> => {
  const change = kind === 'charge' ? -payment.amountFen : payment.amountFen
  const isDone = now.balanceFen + change >= 0
  const balanceFen = isDone ? now.balanceFen + change : now.balanceFen
  const written = await addRecord(ctx, ledgerEntry, {
    account: payment.account,
    order: payment.order ?? null,
    kind,
    amountFen: payment.amountFen,
    balanceFen,
    result: isDone ? 'done' : 'failed',
    reason: isDone ? (reason ?? null) : `余额${yuan(now.balanceFen)}元不足`,
  })
  await bySystem(ctx, account.id, payment.account, 'book', {
    balanceFen,
    deductions: now.deductions + (kind === 'charge' && isDone ? 1 : 0),
    failures: now.failures + (isDone ? 0 : 1),
  })
  return isDone ? { isDone, entry: written.id } : { isDone, reason: `余额${yuan(now.balanceFen)}元不足` }
}
const move =
  (kind: 'charge' | 'refund') =>
  async (ctx: WorkContext, payment: Payment): Promise<Taken> => {
    const now = await locked(ctx, payment.account)
    return now ? book(ctx, kind, payment, now) : { isDone: false, reason: '账户未开通或已注销' }
  }
const ledger: PaymentChannel = { id: 'ledger', charge: move('charge'), refund: move('refund') }
export const channels: Readonly<Record<string, PaymentChannel>> = { ledger }

/** Money that arrived at the bureau's account, entered by finance with its voucher. */
export const topUp = async (ctx: WorkContext, id: string, amountFen: number, voucher: string): Promise<number> => {
  const now = (await locked(ctx, id)) ?? reject('parking.not-yet', { why: '账户未开通或已注销' })
  await book(ctx, 'topUp', { account: id, amountFen }, now, `凭证${voucher}`)
  return now.balanceFen + amountFen
}
