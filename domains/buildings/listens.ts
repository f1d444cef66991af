/** What illegal buildings do when told: scores of the 物业, compounds withdrawn, actions carried over, suspicions of others, penalties. */
import { buildingSuspected, penaltyOpened, penaltyStage } from '#catalogue/facts.ts'
import {
  addRecord,
  bySystem,
  type Listener,
  listen,
  many,
  one,
  openIn,
  parameterOf,
  systemActor,
  type WorkContext,
} from '#kernel'
import { actionFinished, buildingConfirmed, linePressed } from './facts.ts'
import { point } from './records.ts'

interface Confirmed {
  readonly building: string
  readonly number: string
  readonly class: string
  readonly via: string
  readonly compound: string | null
  readonly foundHours: number | null
  readonly reportHours: number | null
}
/** One point for a report in time; one off for a late one, and for a new building long begun that somebody else found. */
export const pointsOf = (
  c: Confirmed,
  reportLimit: number,
  foundLimit: number,
): { readonly points: number; readonly reason: string } | undefined => {
  if (c.via === 'property')
    return (c.reportHours ?? 0) <= reportLimit
      ? { points: 1, reason: '按时报告' }
      : { points: -1, reason: `发现${c.reportHours}小时后才报告` }
  return c.class === 'new' && (c.foundHours ?? 0) > foundLimit
    ? { points: -1, reason: `开工${c.foundHours}小时未报告,由他处发现` }
    : undefined
}
const scoreProperty = async (ctx: WorkContext, c: Confirmed): Promise<void> => {
  const given = pointsOf(c, parameterOf(ctx, 'buildings.report-hours'), parameterOf(ctx, 'buildings.found-hours'))
  if (!given || !c.compound) return
  if (await one(ctx.tx, 'select 1 as n from buildings.point where building = $1 limit 1', [c.building])) return
  const found = await one<{ property: string | null; lon: number | null; lat: number | null; areaCode: string | null }>(
    ctx.tx,
    'select property, lon, lat, area_code as "areaCode" from grid.compound where id = $1',
    [c.compound],
  )
  if (!found?.property) return
  const { property, ...place } = found
  await addRecord(ctx, point, { compound: c.compound, property, building: c.building, ...given }, place)
}
const whenConfirmed = listen(buildingConfirmed, async (c, ctx) => {
  if (!c.compound) return
  await scoreProperty(ctx, c)
  if (c.class !== 'new') return
  const held = await many<{ id: string }>(
    ctx.tx,
    `select id from buildings.free_compound where compound = $1 and status = any (array['applied', 'accepted'])`,
    [c.compound],
  )
  for (const { id } of held) await bySystem(ctx, 'buildings.free-compound', id, 'withdraw', { reason: `新增违建${c.number}` })
})
const whenFinished = listen(actionFinished, async ({ lines, doneOn, photos }, ctx) => {
  for (const l of lines) {
    const known = await one<{ status: string }>(ctx.tx, 'select status from buildings.building where id = $1', [l.building])
    if (!['stopped', 'ordered', 'announced', 'forced'].includes(known?.status ?? '')) continue
    const input = { way: l.way, removedOn: doneOn, removedM2: l.removedM2, afterPhotos: photos }
    await bySystem(ctx, 'buildings.building', l.building, 'demolish', input)
  }
})
const whenPressed = listen(linePressed, async ({ checkId, line, place, presser, lon, lat, areaCode }, ctx) => {
  // Seen again on a later check while it still stands: one encroachment, not two, or the share removed would be wrong.
  const open = await one(
    ctx.tx,
    'select 1 as n from buildings.encroachment where found_by = $1 or (line = $2 and presser = $3 and closed_at is null)',
    [checkId, line, presser],
  )
  if (open) return
  await openIn(ctx.tx, ctx.kernel, {
    procedure: 'buildings.encroachment',
    district: ctx.district,
    actor: systemActor,
    lon,
    lat,
    areaCode: areaCode ?? undefined,
    isOutsideGrid: areaCode === null,
    clientKey: `pressed:${checkId}`,
    input: { line, place, presser, foundBy: checkId },
  })
})
const whenSuspected = listen(buildingSuspected, async (s, ctx) => {
  const known = await one(ctx.tx, 'select 1 as n from buildings.building where source_type = $1 and source_id = $2', [
    s.sourceType,
    s.sourceId,
  ])
  if (known) return
  await openIn(ctx.tx, ctx.kernel, {
    procedure: 'buildings.building',
    action: 'suspect',
    district: ctx.district,
    actor: systemActor,
    lon: s.lon ?? null,
    lat: s.lat ?? null,
    areaCode: s.areaCode ?? undefined,
    isOutsideGrid: s.lon == null,
    clientKey: `suspected:${s.sourceType}:${s.sourceId}`,
    input: {
      address: s.address.slice(0, 120),
      kind: 'other',
      areaM2: Math.max(0.01, s.areaM2),
      via: s.via,
      reporter: s.number,
      photos: s.photos,
      sourceType: s.sourceType,
      sourceId: s.sourceId,
    },
  })
})
const whenPenaltyOpened = listen(
  penaltyOpened,
  ({ penaltyId, number, sourceId }, ctx) =>
    bySystem(ctx, 'buildings.building', sourceId, 'notePenalty', {
      penaltyId,
      penaltyNo: number,
      penaltyState: 'opened',
    }).then(() => undefined),
  ({ sourceType }) => sourceType === 'buildings.building',
)
const whenPenaltyStage = listen(
  penaltyStage,
  async ({ penaltyId, number, stage }, ctx) => {
    const ours = await one<{ id: string }>(ctx.tx, 'select id from buildings.building where penalty_id = $1', [penaltyId])
    if (!ours) return
    await bySystem(ctx, 'buildings.building', ours.id, 'notePenalty', { penaltyId, penaltyNo: number, penaltyState: stage })
  },
  ({ topic }) => topic === 'building',
)
export const buildingsListeners = [
  whenConfirmed,
  whenFinished,
  whenPressed,
  whenSuspected,
  whenPenaltyOpened,
  whenPenaltyStage,
] as unknown as readonly Listener[]
