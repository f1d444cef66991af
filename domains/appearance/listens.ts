/** What 市容 does when told: checks become issues of the shop, street checks become list items, patrols become problems of the lane. */
import { bySystem, type Listener, listen, many, openIn, systemActor } from '#kernel'
import { checkVoided, itemsFound, lanePatrolled, laneProblems, measureEnded, shopChecked } from './facts.ts'

const whenChecked = listen(shopChecked, async (c, ctx) => {
  if (c.agreement) await bySystem(ctx, 'appearance.agreement', c.agreement, 'visited', { on: c.on })
  for (const { key, duty, what } of c.items)
    await openIn(ctx.tx, ctx.kernel, {
      procedure: 'appearance.issue',
      district: ctx.district,
      actor: systemActor,
      lon: c.lon,
      lat: c.lat,
      areaCode: c.areaCode ?? undefined,
      clientKey: `frontage:${c.sourceId}:${key}`,
      input: { shop: c.shop, source: c.source, duty, what, photos: c.photos, visit: c.sourceId },
    })
})
const openOfSql = `select id from appearance.issue where visit = $1 and status = any(array['told', 'answered', 'street'])`
const whenVoided = listen(checkVoided, async ({ sourceId, reason }, ctx) => {
  for (const { id } of await many<{ id: string }>(ctx.tx, openOfSql, [sourceId]))
    await bySystem(ctx, 'appearance.issue', id, 'relearn', { reason: `检查作废:${reason}`.slice(0, 300) })
})
const benefitSql = `select id from appearance.benefit where measure = $1 and status = any(array['granted', 'active'])`
const whenEnded = listen(measureEnded, async ({ measure }, ctx) => {
  for (const { id } of await many<{ id: string }>(ctx.tx, benefitSql, [measure]))
    await bySystem(ctx, 'appearance.benefit', id, 'end', { reason: '措施期满' })
})
const whenItems = listen(itemsFound, async (f, ctx) => {
  for (const { code, what, place } of f.items)
    await openIn(ctx.tx, ctx.kernel, {
      procedure: 'appearance.item',
      district: ctx.district,
      actor: systemActor,
      lon: f.lon,
      lat: f.lat,
      areaCode: f.areaCode ?? undefined,
      clientKey: `item:${f.sourceId}:${code}`,
      input: { campaign: f.campaign, code, what, place, quantity: 1, photos: f.photos },
    })
})
const whenLaneProblems = listen(laneProblems, async (f, ctx) => {
  for (const [n, what] of f.items.entries())
    await openIn(ctx.tx, ctx.kernel, {
      procedure: 'appearance.lane-problem',
      district: ctx.district,
      actor: systemActor,
      lon: f.lon,
      lat: f.lat,
      areaCode: f.areaCode ?? undefined,
      clientKey: `lane:${f.sourceId}:${n}`,
      input: { lane: f.lane, what, photos: f.photos },
    })
})
const whenPatrolled = listen(lanePatrolled, async ({ lane, on }, ctx) => {
  await bySystem(ctx, 'appearance.lane', lane, 'patrolled', { on })
})
export const appearanceListeners: readonly Listener[] = [
  whenChecked,
  whenVoided,
  whenEnded,
  whenItems,
  whenLaneProblems,
  whenPatrolled,
] as readonly Listener[]
