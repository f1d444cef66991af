/** Numbers that a flyer has told go to their files: a new file, or one more sighting in the old one. */
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
export const flyerListeners = [whenFlyerTaken, whenNumbered] as readonly Listener[]
