/** What parking does about its own facts and those of permits and enforcement. */
import { objectAccepted, penaltyOpened, penaltyStage, permitEnded } from '#catalogue/facts.ts'
import { bySystem, createRow, editRow, type Listener, listen, one } from '#kernel'
import { chargeListeners } from './charge/listens.ts'
import { connectionChanged, orderArrived, shareUsed } from './facts.ts'
import { reservation } from './guide/reservation.ts'
import { lockListeners } from './lot/lock.ts'
import { lot } from './lot/registers.ts'
import { agreement } from './share/agreement.ts'
import { violation } from './street/violation.ts'

/** A filed car park enters the register once; a change of the filing, or a new filing after the old one ended, changes it. */
const whenFiled = listen(
  objectAccepted,
  async ({ values, lon, lat }, ctx) => {
    const known = await one<{ id: string }>(
      ctx.tx,
      'select id from parking.lot where (filing = $1 or (filing is null and operator = $2 and address = $3)) and retired_at is null order by filing nulls last limit 1',
      [values.filing, values.holder, values.address],
    )
    const { holder, address, spaces, priceText, openHours, filing } = values
    const stated = { operator: holder, address, spaces, priceText, openHours, filing }
    if (known) {
      await editRow(ctx, lot, known.id, stated, { reason: '停车场备案变更' })
      return
    }
    const wanted = `${String(address)}停车场`.slice(0, 90)
    const same = await one<{ n: number }>(
      ctx.tx,
      `select count(*)::int as n from parking.lot where (name = $1 or name like $1 || '(%') and retired_at is null`,
      [wanted],
    )
    const name = (same?.n ?? 0) > 0 ? `${wanted}(${(same?.n ?? 0) + 1})` : wanted
    await createRow(
      ctx,
      lot,
      {
        name,
        kind: 'attached',
        ...stated,
        isCharged: false,
        hasIndoorMap: false,
        hasPlateCamera: false,
        connection: 'none',
      },
      { lon, lat },
    )
  },
  ({ register }) => register === 'parking.lot',
)
/** The lot stands on; it is no longer a filed one. */
const whenFilingEnded = listen(
  permitEnded,
  async ({ certificateId, number, reason }, ctx) => {
    const filed = await one<{ id: string }>(ctx.tx, 'select id from parking.lot where filing = $1 and retired_at is null', [
      certificateId,
    ])
    if (filed) await editRow(ctx, lot, filed.id, { filing: null }, { reason: `备案${number}终止:${reason}`.slice(0, 200) })
  },
  ({ kind }) => kind === 'parking',
)
const whenConnected = listen(connectionChanged, async ({ lot: id, connection }, ctx) => {
  await editRow(ctx, lot, id, { connection }, { reason: '停车场接入' })
})
const whenArrived = listen(orderArrived, async ({ lot: id, plate }, ctx) => {
  const held = await one<{ id: string }>(
    ctx.tx,
    `select id from parking.reservation where lot = $1 and plate = $2 and status = 'held'`,
    [id, plate],
  )
  if (held) await bySystem(ctx, reservation.id, held.id, 'arrive')
})
const whenShared = listen(shareUsed, async ({ agreement: id, minutes, isOver }, ctx) => {
  await bySystem(ctx, agreement.id, id, 'note', { minutes, isOver: isOver ? 'yes' : 'no' })
})
const whenCase = listen(
  penaltyOpened,
  async ({ sourceId, penaltyId, number }, ctx) => {
    await bySystem(ctx, violation.id, sourceId, 'noteCase', { penaltyId, penaltyNumber: number })
  },
  ({ sourceType }) => sourceType === violation.id,
)
const whenDecided = listen(
  penaltyStage,
  async ({ penaltyId }, ctx) => {
    const mine = await one<{ id: string }>(
      ctx.tx,
      `select id from parking.violation where penalty_id = $1 and status = 'handed'`,
      [penaltyId],
    )
    if (mine) await bySystem(ctx, violation.id, mine.id, 'noteDecided')
  },
  ({ stage }) => stage === 'decided',
)
export const parkingListeners: readonly Listener[] = [
  ...chargeListeners,
  ...lockListeners,
  whenFiled,
  whenFilingEnded,
  whenConnected,
  whenArrived,
  whenShared,
  whenCase,
  whenDecided,
] as readonly Listener[]
