/** What greening does when told: built spaces, pruned trees, defects, titles, rosters, repairs, pests, medals and loads become rows. */
import { sanitationWeighed, treesTaken } from '#catalogue/facts.ts'
import {
  addRecord,
  createRow,
  dayText,
  editRow,
  type Listener,
  listen,
  many,
  one,
  openIn,
  retireRow,
  systemActor,
  type WorkContext,
} from '#kernel'
import * as facts from './facts.ts'
import { expo, medal } from './parks/expo.ts'
import { park } from './parks/park.ts'
import { duty } from './public/booking.ts'
import { greenway, space } from './spaces/space.ts'
import { pruning, tree } from './spaces/tree.ts'
import { ancient } from './trees/ancient.ts'
import { segment, waterPoint } from './upkeep/segment.ts'
import { waste } from './upkeep/waste.ts'

type Spot = {
  readonly lon?: number | null | undefined
  readonly lat?: number | null | undefined
  readonly areaCode?: string | null | undefined
}
const at = (s: Spot) => ({ lon: s.lon ?? null, lat: s.lat ?? null, areaCode: s.areaCode ?? null })
const open = (
  ctx: WorkContext,
  procedure: string,
  clientKey: string,
  spot: Spot,
  input: Readonly<Record<string, unknown>>,
  parent?: { type: string; id: string },
) =>
  openIn(ctx.tx, ctx.kernel, {
    procedure,
    district: ctx.district,
    actor: systemActor,
    lon: spot.lon ?? null,
    lat: spot.lat ?? null,
    areaCode: spot.areaCode ?? undefined,
    isOutsideGrid: spot.lon == null,
    clientKey: clientKey.slice(0, 200),
    ...(parent ? { parent } : {}),
    input,
  })
type Shape = NonNullable<Parameters<typeof createRow>[3]>['geometry']
const forms: Readonly<Record<string, string>> = {
  pocket: 'pocket',
  micro: 'street',
  garden: 'garden',
  rose: 'rose',
  vertical: 'vertical',
}
const whenAccepted = listen(
  facts.projectAccepted,
  async (p, ctx) => {
    const shape = (p.shape ?? undefined) as Shape
    if (p.programme === 'greenway') {
      if (await one(ctx.tx, 'select 1 as n from greening.greenway where project = $1', [p.project])) return
      const values = {
        code: `LD-${p.number}`,
        name: p.name,
        lengthM: p.lengthM,
        widthM: Math.max(0.5, p.widthM),
        lamps: 0,
        stations: 0,
      }
      await createRow(
        ctx,
        greenway,
        { ...values, buildKind: p.buildKind, builtOn: p.on, state: 'open', project: p.project },
        at(p),
      )
      return
    }
    const form = forms[p.programme]
    if (!form || (await one(ctx.tx, 'select 1 as n from greening.space where project = $1', [p.project]))) return
    const built = { buildKind: p.buildKind, builtOn: p.on, project: p.project, state: 'open' }
    if (p.space) {
      await editRow(ctx, space, p.space, { ...built, form }, { reason: `工程${p.number}` })
      return
    }
    const values = {
      code: `LV-${p.number}`,
      name: p.name,
      class: form === 'vertical' ? 'XG' : 'G1',
      form,
      areaM2: p.areaM2,
      coverM2: p.areaM2,
    }
    await createRow(ctx, space, { ...values, owner: '待移交', ...built }, shape ? { geometry: shape } : at(p))
  },
  ({ areaM2, lengthM }) => areaM2 > 0 || lengthM > 0,
)
const whenPruned = listen(facts.treesPruned, async ({ work, on, trees }, ctx) => {
  for (const { tree: id, how } of trees) {
    if (await one(ctx.tx, 'select 1 as n from greening.pruning where tree = $1 and work = $2', [id, work])) continue
    const before = await one(
      ctx.tx,
      `select 1 as n from greening.pruning where tree = $1 and date_trunc('year', pruned_on) = date_trunc('year', $2::date)`,
      [id, on],
    )
    const where = await one<{ areaCode: string | null }>(
      ctx.tx,
      'select area_code as "areaCode" from greening.tree where id = $1',
      [id],
    )
    await addRecord(ctx, pruning, { tree: id, work, how, prunedOn: on, isFirst: !before }, { areaCode: where?.areaCode ?? null })
    await editRow(ctx, tree, id, { prunedOn: on, isDangerous: false }, { reason: '修剪' })
  }
})
const whenDefects = listen(facts.defectsFound, async (d, ctx) => {
  for (const { key, kind, what } of d.items)
    await open(
      ctx,
      'greening.defect',
      `${d.sourceType}:${d.sourceId}:${key}`,
      d,
      { kind, source: d.source, place: what.slice(0, 100), segment: d.segment, road: d.road, sourceId: d.sourceId },
      { type: d.sourceType, id: d.sourceId },
    )
})
const whenTitled = listen(facts.titleMoved, async ({ kind, park: parkId, segment: segmentId, isHeld, star, number }, ctx) => {
  const reason = { reason: `称号评定${number}` }
  if (kind === 'star' && parkId) await editRow(ctx, park, parkId, { star: isHeld ? (star ?? 0) : 0 }, reason)
  if (kind === 'standard' && parkId) await editRow(ctx, park, parkId, { standard: isHeld ? 'passed' : 'none' }, reason)
  if ((kind === 'demo' || kind === 'good') && segmentId)
    await editRow(ctx, segment, segmentId, { honour: isHeld ? kind : 'none' }, reason)
})
const whenRoster = listen(facts.rosterPublished, async ({ batch, notice, on, codes, removed }, ctx) => {
  const of = (list: readonly string[]) =>
    many<{ id: string }>(ctx.tx, 'select id from greening.park where code = any($1) and retired_at is null order by code', [list])
  for (const { id } of await of(codes)) await editRow(ctx, park, id, { batch, notice, listedOn: on }, { reason: notice })
  for (const { id } of await of(removed))
    await editRow(ctx, park, id, { batch: null, notice, listedOn: null }, { reason: notice })
})
const whenRepair = listen(facts.repairMoved, async ({ park: parkId, greenway: way, point, isClosed, note, number }, ctx) => {
  const values = { state: isClosed ? 'closed' : 'open', closedNote: isClosed ? note.slice(0, 120) : null }
  const reason = { reason: `维修单${number}` }
  if (parkId) await editRow(ctx, park, parkId, values, reason)
  if (way) await editRow(ctx, greenway, way, values, reason)
  if (point) await editRow(ctx, waterPoint, point, { state: isClosed ? 'broken' : 'good' }, reason)
})
const whenTaken = listen(facts.parkTaken, async ({ park: id, owner, on }, ctx) => {
  await editRow(ctx, park, id, { owner, manager: owner }, { reason: `${on}接收` })
})
const whenTrapped = listen(facts.trapped, async (t, ctx) => {
  const found = await one<{ threshold: number; name: string; kind: string; method: string }>(
    ctx.tx,
    'select threshold, name, is_catkin as kind, method from greening.pest where id = $1 and retired_at is null',
    [t.pest],
  )
  if (!found || t.count < found.threshold || found.kind === 'catkin') return
  if (
    await one(
      ctx.tx,
      `select 1 as n from greening.treatment where pest = $1 and place = $2 and status = any (array['planned', 'noticed', 'treated'])`,
      [t.pest, t.place],
    )
  )
    return
  await open(ctx, 'greening.treatment', `trap:${t.trap}`, t, {
    pest: t.pest,
    segment: t.segment,
    place: t.place,
    seen: t.count,
    way: 'spray',
    agent: found.method.slice(0, 60),
    isOffSeason: true,
    trap: t.trap,
  })
})
const whenMedals = listen(facts.medalsWon, async ({ expo: id, on, medals }, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from greening.medal where expo = $1 limit 1', [id])) return
  const where = await one<{ areaCode: string | null }>(ctx.tx, `select area_code as "areaCode" from ${expo.id} where id = $1`, [
    id,
  ])
  for (const m of medals) await addRecord(ctx, medal, { expo: id, ...m, wonOn: on }, { areaCode: where?.areaCode ?? null })
})
const whenPatrolled = listen(facts.patrolled, async (p, ctx) => {
  await editRow(ctx, ancient, p.tree, { patrolledOn: p.on, patrolBy: p.next, health: p.health }, { reason: '巡护' })
  if (p.health !== 'weak' && p.health !== 'dying') return
  if (
    await one(ctx.tx, `select 1 as n from greening.rescue where tree = $1 and status <> all (array['saved', 'dead'])`, [p.tree])
  )
    return
  await open(
    ctx,
    'greening.rescue',
    `patrol:${p.patrol}`,
    p,
    { tree: p.tree, symptom: p.symptom, patrol: p.patrol },
    { type: 'greening.patrol', id: p.patrol },
  )
})
const whenTreeMoved = listen(facts.treeMoved, async ({ tree: id, health, reason }, ctx) => {
  await editRow(ctx, ancient, id, { health }, { reason })
})
const whenDuty = listen(facts.dutyDone, async ({ key, name, form, trees, people, on, activity, areaCode }, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from greening.duty where key = $1', [key])) return
  await addRecord(
    ctx,
    duty,
    { key, name, form, trees, people, doneOn: on, activity, certificate: `尽责${key.replace(':', '-')}` },
    { areaCode: areaCode ?? null },
  )
})
/** A load of garden waste over the weighbridge: one ticket one row; a corrected one replaces it, a void one takes it away. */
const whenWeighed = listen(
  sanitationWeighed,
  async (w, ctx) => {
    const known = await one<{ id: string }>(ctx.tx, 'select id from greening.waste where ticket = $1 and retired_at is null', [
      w.ticket,
    ])
    if (w.isVoid || w.waste !== 'garden') {
      if (known) await retireRow(ctx, waste, known.id, '磅单作废或改类')
      return
    }
    const site = await one<{ id: string }>(ctx.tx, 'select id from greening.waste_site where name = $1 and retired_at is null', [
      w.station,
    ])
    const town = w.areaCode && w.areaCode.length >= 9 ? w.areaCode.slice(0, 9) : null
    const values = {
      direction: site ? 'in' : 'loose',
      site: site?.id ?? null,
      town,
      tons: w.netKg / 1000,
      dayOn: dayText(new Date(w.at)),
      ticket: w.ticket,
    }
    const areaCode = w.areaCode ?? null
    if (known) await editRow(ctx, waste, known.id, values, { reason: '磅单更正', areaCode })
    else await createRow(ctx, waste, values, { areaCode })
  },
  ({ direction }) => direction === 'in',
)
/** What was felled or moved by permission leaves the register of street trees, with the permission as the reason; an old tree stays in its own and says where it went. */
const whenTreesTaken = listen(treesTaken, async ({ number, how, codes, place, isAncient }, ctx) => {
  if (isAncient) {
    const kept = await many<{ id: string }>(
      ctx.tx,
      'select id from greening.ancient where code = any($1::text[]) and retired_at is null order by code',
      [codes],
    )
    for (const { id } of kept)
      await editRow(ctx, ancient, id, { movedTo: `${place}(${number})`.slice(0, 240) }, { reason: `许可${number}迁移` })
    return
  }
  const trees = await many<{ id: string }>(
    ctx.tx,
    'select id from greening.tree where code = any($1::text[]) and retired_at is null order by code',
    [codes],
  )
  for (const { id } of trees) await retireRow(ctx, tree, id, how === 'cut' ? `许可${number}砍伐` : `许可${number}移植至${place}`)
})
export const greeningListeners = [
  whenAccepted,
  whenPruned,
  whenDefects,
  whenTitled,
  whenRoster,
  whenRepair,
  whenTaken,
  whenTrapped,
  whenMedals,
  whenPatrolled,
  whenTreeMoved,
  whenDuty,
  whenWeighed,
  whenTreesTaken,
] as unknown as readonly Listener[]
