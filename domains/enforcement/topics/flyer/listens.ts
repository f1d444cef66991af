/** Numbers that a flyer has told go to their files: a new file, or one more sighting in the old one. */
import { clockOverdue } from '#catalogue/facts.ts'
import { type Listener, listen, openIn, performIn, raw, systemActor, type WorkContext } from '#kernel'
import { flyerNumbered } from './facts.ts'
import { flyerPhone } from './number.ts'
import { whenFlyerTaken } from './read.ts'

interface Known {
  readonly id: string
  readonly status: string
  readonly isTold: boolean
}
const findKnown = async (ctx: WorkContext, phone: string, flyer: string): Promise<Known | undefined> => {
  const { rows } = await raw<Known>(
    ctx.tx,
    `select r.id, r.status, exists (select 1 from kernel.journal j where j.district = r.district and j.subject_id = r.id and j.detail->>'flyer' = $2) as "isTold"
     from enforcement.flyer_phone r where r.phone = $1 for update`,
    [phone, flyer],
  )
  return rows[0]
}
const whenNumbered = listen(flyerNumbered, async (told, ctx) => {
  for (const phone of told.phones) {
    const input = { flyer: told.id, number: told.number, address: told.address, at: told.takenAt, sheets: told.sheets }
    let known = await findKnown(ctx, phone, told.id)
    if (!known) {
      const opened = await openIn(ctx.tx, ctx.kernel, {
        procedure: flyerPhone.id,
        action: 'open',
        district: ctx.district,
        actor: systemActor,
        areaCode: told.areaCode ?? ctx.district,
        clientKey: `flyer-phone ${phone}`,
        input: { phone, ...input },
      })
      // Two flyers with one new number at the same moment: the later one finds the file of the earlier.
      if (!opened.isKnown) continue
      known = await findKnown(ctx, phone, told.id)
    }
    if (!known || known.isTold || known.status === 'closed') continue
    await performIn(ctx, { procedure: flyerPhone.id, subjectId: known.id, action: 'see', who: null, actor: systemActor, input })
  }
})
/** An operator that lets its time pass has not suspended: what follows is ours to decide. */
const whenOverdue = listen(
  clockOverdue,
  async ({ subjectId }, ctx) => {
    const { rows } = await raw<{ id: string }>(
      ctx.tx,
      `select id from enforcement.flyer_phone where id = $1 and status = 'requested' and answer_due_at <= $2 and answered_at is null`,
      [subjectId, ctx.now],
    )
    if (rows[0])
      await performIn(ctx, { procedure: flyerPhone.id, subjectId, action: 'lapse', who: null, actor: systemActor, input: {} })
  },
  ({ subjectType, name }) => subjectType === flyerPhone.id && name === 'answer',
)
export const flyerListeners = [whenFlyerTaken, whenNumbered, whenOverdue] as readonly Listener[]
