/** What muck does when told: permits make and end sites, alarms are opened once, penalties come back, soil and dumps are counted. */
import { penaltyOpened, penaltyStage, permitEnded, permitIssued } from '#catalogue/facts.ts'
import {
  addDays,
  addRecord,
  bySystem,
  createRow,
  dayText,
  editRow,
  type Listener,
  listen,
  one,
  openIn,
  publish,
  say,
  systemActor,
  type WorkContext,
} from '#kernel'
import { alarmWanted, dumpMarked, pointsGiven, soilMoved, tripTouched } from './facts.ts'
import { showDumps, truckBy } from './loop.ts'
import { points } from './records.ts'
import { dump, site, soilAccount } from './registers.ts'
import { inForce } from './shared.ts'
import { readAccount, readOrder } from './soil.ts'

interface Granted {
  readonly number: string
  readonly siteName: string | null
  readonly volumeM3: number | null
  readonly destination: string | null
  readonly haulerCode: string | null
  readonly plates: readonly string[] | null
  readonly route: string | null
  readonly windowFrom: string
  readonly windowTo: string
  readonly validFrom: string
  readonly validTo: string
  readonly lon: number | null
  readonly lat: number | null
}
const grantedSql = `select c.number, a.site_name as "siteName", a.volume_m3::float8 as "volumeM3", a.destination, a.hauler_code as "haulerCode", c.plates, a.route,
    c.window_from as "windowFrom", c.window_to as "windowTo", c.valid_from::text as "validFrom", c.valid_to::text as "validTo", c.lon, c.lat
  from permits.certificate c join permits.application a on a.district = c.district and a.id = c.application where c.id = $1`
const whenIssued = listen(
  permitIssued,
  async ({ certificateId }, ctx) => {
    if (await one(ctx.tx, 'select 1 as n from muck.site where certificate_id = $1', [certificateId])) return
    const g = await one<Granted>(ctx.tx, grantedSql, [certificateId])
    if (!g) return
    const name = g.siteName ?? g.number
    const isTaken = await one(ctx.tx, 'select 1 as n from muck.site where name = $1 and retired_at is null', [name])
    const { number, siteName: _name, volumeM3, lon, lat, ...rest } = g
    const values = {
      ...rest,
      name: isTaken ? `${name}(${number})`.slice(0, 130) : name,
      certificate: number,
      certificateId,
      haulerCode: g.haulerCode ?? '',
      plates: g.plates ?? [],
      volumeM3: volumeM3 ?? 0,
      route: g.route ?? '',
      state: 'working',
    }
    await createRow(ctx, site, values, { lon, lat })
  },
  ({ kind }) => kind === 'muck',
)
const whenEnded = listen(
  permitEnded,
  async ({ certificateId, reason }, ctx) => {
    const mine = await one<{ id: string }>(ctx.tx, 'select id from muck.site where certificate_id = $1 and retired_at is null', [
      certificateId,
    ])
    if (mine) await editRow(ctx, site, mine.id, { state: 'ended' }, { reason: `处置证终止:${reason}`.slice(0, 200) })
  },
  ({ kind }) => kind === 'muck',
)
const whenWanted = listen(alarmWanted, async (a, ctx) => {
  const clientKey = a.kind === 'safety' ? `${a.key} ${a.happenedAt}` : a.key
  // The same key once: while open for what may come again (an alarm of the truck), for ever for what happened at one moment.
  const known = await one(ctx.tx, 'select 1 as n from muck.alarm where open_key = $1 or client_key = $2 limit 1', [
    a.key,
    clientKey,
  ])
  if (known) return
  const owner = a.plate ? await truckBy(ctx, a.plate) : undefined
  const areaCode = a.lon != null && a.lat != null ? ctx.kernel.places.find(ctx.district, a.lon, a.lat) : undefined
  await openIn(ctx.tx, ctx.kernel, {
    procedure: 'muck.alarm',
    district: ctx.district,
    actor: systemActor,
    lon: a.lon ?? null,
    lat: a.lat ?? null,
    areaCode: areaCode ?? ctx.district,
    isOutsideGrid: areaCode === undefined,
    clientKey,
    input: {
      kind: a.kind,
      detail: a.detail,
      plate: a.plate ?? null,
      haulerCode: owner?.haulerCode ?? null,
      haulerName: owner?.haulerName ?? null,
      trip: a.trip ?? null,
      site: a.site ?? null,
      dump: a.dump ?? null,
      happenedAt: a.happenedAt,
      openKey: a.key,
    },
    at: ctx.now,
  })
  if (a.trip) await bySystem(ctx, 'muck.trip', a.trip, 'noteAlarm')
})
const whenTouched = listen(tripTouched, async ({ trip }, ctx) => {
  await bySystem(ctx, 'muck.trip', trip, 'noteTouched')
})
const sumSql = `select coalesce(sum(points), 0)::int as n from muck.points where holder = 'truck' and subject = $1 and happened_on > $2::date`
/** Both are written once; a truck that has used up its points is proposed to leave. */
const whenPoints = listen(pointsGiven, async (p, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from muck.points where violation = $1', [p.violation])) return
  const common = { happenedOn: p.happenedOn, kind: p.kind, violation: p.violation }
  const at = { areaCode: ctx.district }
  await addRecord(ctx, points, { ...common, holder: 'truck', subject: p.plate, code: p.plate, points: p.truckPoints }, at)
  if (p.haulerCode)
    await addRecord(
      ctx,
      points,
      { ...common, holder: 'company', subject: p.haulerName, code: p.haulerCode, points: p.companyPoints },
      at,
    )
  const total = (await one<{ n: number }>(ctx.tx, sumSql, [p.plate, addDays(dayText(ctx.now), -365)]))?.n ?? 0
  const limit = inForce(ctx, 'truck-points-exit')
  if (total >= limit)
    await publish(ctx, [
      say(alarmWanted, {
        kind: 'points',
        key: `points ${p.plate} ${p.number}`,
        detail: `${p.plate}一年内记${total}分,达到${limit}分,提请退出`,
        happenedAt: ctx.now.toISOString(),
        plate: p.plate,
      }),
    ])
})
const whenCase = listen(
  penaltyOpened,
  async ({ sourceType, sourceId, penaltyId, number }, ctx) => {
    if (sourceType === 'muck.source') await bySystem(ctx, sourceType, sourceId, 'noteCase', { penaltyNumber: number })
    else await bySystem(ctx, sourceType, sourceId, 'noteCase', { penaltyId, penaltyNumber: number })
  },
  ({ sourceType }) => sourceType === 'muck.violation' || sourceType === 'muck.source',
)
const whenDecided = listen(
  penaltyStage,
  async ({ penaltyId, fineFen }, ctx) => {
    const mine = await one<{ id: string }>(
      ctx.tx,
      `select id from muck.violation where penalty_id = $1 and status = any(array['handed', 'filed'])`,
      [penaltyId],
    )
    if (mine) await bySystem(ctx, 'muck.violation', mine.id, 'noteDecided', { fineFen })
  },
  ({ stage, topic }) => stage === 'decided' && topic === 'muck',
)
const whenDump = listen(dumpMarked, async ({ dump: id, state, reason }, ctx) => {
  await editRow(ctx, dump, id, { state }, { reason })
  await showDumps(ctx)
})
const countOrder = async (ctx: WorkContext, id: string): Promise<void> => {
  const now = await readOrder(ctx.tx, id)
  if (now && now.status !== 'cancelled')
    await bySystem(ctx, 'muck.soil-order', id, 'count', { matchedM3: now.matchedM3, doneM3: now.doneM3 })
}
const whenSoil = listen(soilMoved, async ({ orders, account }, ctx) => {
  for (const id of orders) await countOrder(ctx, id)
  const a = account ? await readAccount(ctx.tx, account) : undefined
  if (account && a)
    await editRow(ctx, soilAccount, account, { balanceM3: a.inM3 - a.outM3, reservedM3: a.reservedM3 }, { reason: '对接单' })
})
export const muckListeners = [
  whenIssued,
  whenEnded,
  whenWanted,
  whenTouched,
  whenPoints,
  whenCase,
  whenDecided,
  whenDump,
  whenSoil,
] as unknown as readonly Listener[]
