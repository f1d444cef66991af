/** Facts that stay inside parking. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

export const orderArrived = fact(
  'parking.order-arrived',
  '车辆入位',
  z.object({ order: z.string(), lot: z.string(), plate: z.string(), at: z.string() }),
)
export const orderDue = fact('parking.order-due', '停车订单待缴', z.object({ order: z.string(), plate: z.string() }))
/** Money of a senseless payment goes back where it came from. */
export const refundAsked = fact(
  'parking.refund-asked',
  '退款至账户',
  z.object({ order: z.string(), account: z.string(), amountFen: z.number() }),
)
/** An account became active or was filled up: what is still owed for its plate is tried again. */
export const accountReady = fact(
  'parking.account-ready',
  '无感支付账户可扣款',
  z.object({ account: z.string(), plate: z.string() }),
)
export const connectionChanged = fact(
  'parking.connection-changed',
  '停车场接入状态变化',
  z.object({ lot: z.string(), connection: z.enum(['none', 'testing', 'connected']) }),
)
export const shareUsed = fact(
  'parking.share-used',
  '共享车位已用',
  z.object({ agreement: z.string(), minutes: z.number(), isOver: z.boolean() }),
)
