/** What 摊区夜市 does when told: schools re-measure zones, draws seat people, absences free stalls, hazards shut them. */
import { bySystem, type Listener, listen, many, one, openIn, parameterOf, systemActor, type WorkContext } from '#kernel'
import { drawn, eveningCounted, hazardsFound, schoolDrawn, seatFreed, seatTaken } from './facts.ts'
import { nearestSchool } from './site.ts'

const whenSchool = listen(schoolDrawn, async (_, ctx) => {
  const limit = parameterOf(ctx, 'stalls.school-metres')
  const zones = await many<{ id: string; shape: unknown; status: string }>(
    ctx.tx,
    `select id, shape, status from stalls.site where kind = 'temp' and status <> 'closed'`,
  )
  for (const zone of zones) {
    const near = await nearestSchool(ctx.tx, zone.shape)
    if (!near) continue
    const isTooNear = near.metres <= limit
    await bySystem(ctx, 'stalls.site', zone.id, 'remeasure', { school: near.school, schoolM: near.metres, isTooNear })
    if (isTooNear && zone.status !== 'suspended')
      await bySystem(ctx, 'stalls.site', zone.id, 'suspend', { reason: `距${near.name}${near.metres}m` })
  }
})
const whenDrawn = listen(drawn, async ({ seats, waiting }, ctx) => {
  for (const { applicant, stall } of seats) await bySystem(ctx, 'stalls.applicant', applicant, 'win', { stall })
  for (const { applicant, place } of waiting) await bySystem(ctx, 'stalls.applicant', applicant, 'wait', { waitingNo: place })
})
const whenTaken = listen(seatTaken, async ({ round: _, ...seat }, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from stalls.tenure where applicant = $1', [seat.applicant])) return
  await openIn(ctx.tx, ctx.kernel, { procedure: 'stalls.tenure', district: ctx.district, actor: systemActor, input: seat })
})
/** The next in the waiting list of the site's last draw is offered the stall. */
const offerNext = async (ctx: WorkContext, site: string, stall: number): Promise<void> => {
  const next = await one<{ id: string }>(
    ctx.tx,
    `select a.id from stalls.applicant a join stalls.round r on r.id = a.round where r.site = $1 and a.status = 'waiting' and not exists (select 1 from stalls.tenure t where t.id_code = a.id_code and t.status in ('held', 'shut')) order by r.drawn_at desc, a.waiting_no limit 1`,
    [site],
  )
  if (next) await bySystem(ctx, 'stalls.applicant', next.id, 'win', { stall })
}
const whenFreed = listen(seatFreed, ({ site, stall }, ctx) => offerNext(ctx, site, stall))
const whenCounted = listen(eveningCounted, async ({ site, on, present }, ctx) => {
  const held = await many<{ id: string; stall: number }>(
    ctx.tx,
    `select id, stall from stalls.tenure where site = $1 and status = 'held' and from_on <= $2::date order by stall`,
    [site, on],
  )
  for (const { id, stall } of held)
    await bySystem(ctx, 'stalls.tenure', id, present.includes(stall) ? 'attend' : 'miss', present.includes(stall) ? {} : { on })
})
const whenHazards = listen(hazardsFound, async ({ check, site, items, lon, lat, areaCode }, ctx) => {
  for (const { key, ...item } of items) {
    await openIn(ctx.tx, ctx.kernel, {
      procedure: 'stalls.hazard',
      district: ctx.district,
      actor: systemActor,
      lon,
      lat,
      areaCode: areaCode ?? undefined,
      clientKey: `hazard:${check}:${key}`,
      input: { site, check, ...item },
    })
    if (!item.isSerious) continue
    const reason = `重大隐患:${item.what}`
    if (item.stall !== null) {
      const held = await one<{ id: string }>(
        ctx.tx,
        `select id from stalls.tenure where site = $1 and stall = $2 and status = 'held'`,
        [site, item.stall],
      )
      if (held) await bySystem(ctx, 'stalls.tenure', held.id, 'shut', { reason })
    } else if (await one(ctx.tx, `select 1 as n from stalls.site where id = $1 and status in ('open', 'planned')`, [site]))
      await bySystem(ctx, 'stalls.site', site, 'suspend', { reason })
  }
})
export const stallsListeners: readonly Listener[] = [
  whenSchool,
  whenDrawn,
  whenTaken,
  whenFreed,
  whenCounted,
  whenHazards,
] as readonly Listener[]
