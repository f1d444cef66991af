/** What waste sorting does when told: weighed loads, titles, problems, counts, flows and points become rows. */
import { plantReported, sanitationWeighed } from '#catalogue/facts.ts'
import {
  addRecord,
  bySystem,
  createRow,
  dayText,
  editRow,
  type Listener,
  listen,
  many,
  one,
  openIn,
  retireRow,
  streetOf,
  systemActor,
  type WorkContext,
} from '#kernel'
import { bag } from './checks/sample.ts'
import { pickup } from './collection/food.ts'
import { intake } from './collection/intake.ts'
import {
  attended,
  bagsCounted,
  bulkyMoved,
  facilityBuilt,
  facilityMoved,
  firstVoided,
  flowed,
  picked,
  pointsGiven,
  priceSet,
  problemsFound,
  siteServes,
  titleDecided,
} from './facts.ts'
import { facility } from './places/facility.ts'
import { attendance, guide } from './places/guide.ts'
import { earnPoints, takeBack } from './public/points.ts'
import { flow } from './recycling/site.ts'

const placeNamed = (ctx: WorkContext, name: string) =>
  one<{ id: string; areaCode: string | null }>(
    ctx.tx,
    `select id, area_code as "areaCode" from sorting.place where name = $1 and status <> 'off' order by created_at limit 1`,
    [name],
  )
const ticketRow = (ctx: WorkContext, ticket: string) =>
  one<{ id: string }>(ctx.tx, 'select id from sorting.intake where ticket = $1 and retired_at is null', [ticket])
/** 生活垃圾四分类之外的不计入生活垃圾清运量。 */
const household: readonly string[] = ['kitchen', 'other', 'recyclable', 'hazardous']
const whenWeighed = listen(sanitationWeighed, async (w, ctx) => {
  const known = await ticketRow(ctx, w.ticket)
  if (w.isVoid) {
    if (known) await retireRow(ctx, intake, known.id, '磅单作废')
    return
  }
  const place = await placeNamed(ctx, w.fromPlace)
  const areaCode = w.areaCode ?? place?.areaCode ?? null
  const values = {
    ticket: w.ticket,
    source: 'weighbridge',
    waste: w.waste,
    kg: w.netKg,
    direction: w.direction,
    station: w.station,
    treatment: w.treatment,
    plate: w.plate,
    fromPlace: w.fromPlace,
    place: place?.id ?? null,
    town: streetOf(areaCode),
    weighedOn: dayText(new Date(w.at)),
    weighedAt: w.at,
    isFirst: w.direction === 'in' && !w.isOnward,
    isHousehold: household.includes(w.waste),
  }
  if (known) await editRow(ctx, intake, known.id, values, { reason: '磅单更正', areaCode })
  else await createRow(ctx, intake, values, { areaCode })
})
const whenTitled = listen(titleDecided, async ({ place, title, level, on, isGranted }, ctx) => {
  await bySystem(ctx, 'sorting.place', place, isGranted ? 'grant' : 'withdraw', isGranted ? { title, level, on } : { title })
})
const whenProblems = listen(problemsFound, async (p, ctx) => {
  for (const { key, what, owner, dueOn } of p.items)
    await openIn(ctx.tx, ctx.kernel, {
      procedure: 'sorting.problem',
      district: ctx.district,
      actor: systemActor,
      lon: p.lon,
      lat: p.lat,
      areaCode: p.areaCode ?? undefined,
      isOutsideGrid: p.lon === null,
      parent: { type: p.sourceType, id: p.sourceId },
      clientKey: `${p.sourceType}:${p.sourceId}:${key}`.slice(0, 200),
      input: {
        source: p.source,
        place: p.place,
        facility: p.facility,
        what: what.slice(0, 200),
        owner: (owner ?? p.owner).slice(0, 80),
        dueOn: dueOn ?? p.dueOn,
        sourceType: p.sourceType,
        sourceId: p.sourceId,
      },
    })
})
const whenBags = listen(bagsCounted, async ({ sample, place, areaCode, lines }, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from sorting.bag where sample = $1 limit 1', [sample])) return
  for (const line of lines) await addRecord(ctx, bag, { sample, place, ...line }, { areaCode })
})
const whenFacility = listen(facilityMoved, async ({ facility: id, state, reason }, ctx) => {
  await editRow(ctx, facility, id, { state }, { reason })
})
const whenBuilt = listen(facilityBuilt, async ({ place, code, on, areaCode, lon, lat }, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from sorting.facility where code = $1', [code])) return
  const streams = ['kitchen', 'recyclable', 'hazardous', 'other']
  await createRow(
    ctx,
    facility,
    { code, kind: 'point', place, quantity: 1, streams, installedOn: on, state: 'good' },
    lon === null ? { areaCode } : { lon, lat },
  )
})
const whenAttended = listen(attended, async ({ validTo, ...a }, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from sorting.attendance where training = $1 and guide = $2', [a.training, a.guide])) return
  const who = await one<{ areaCode: string | null }>(ctx.tx, 'select area_code as "areaCode" from sorting.guide where id = $1', [
    a.guide,
  ])
  await addRecord(ctx, attendance, a, { areaCode: who?.areaCode ?? null })
  if (validTo) await editRow(ctx, guide, a.guide, { validTo }, { reason: '培训合格' })
})
const whenServed = listen(siteServes, async ({ place, isServed }, ctx) => {
  // One of several closed: the place is still served by the others.
  const other = await one(ctx.tx, `select 1 as n from sorting.site where place = $1 and status = 'running' limit 1`, [place])
  await bySystem(ctx, 'sorting.place', place, 'serve', { isServed: isServed || other !== undefined })
})
/** The earliest of the year that still stands beside the voided one. */
const nextFirst = {
  'sorting.visit': `select v.id from sorting.visit v join sorting.visit x on x.id = $1 and v.place = x.place and v.household = x.household and date_trunc('year', v.visited_on) = date_trunc('year', x.visited_on)
    where v.status = 'done' order by v.visited_on, v.created_at limit 1`,
  'sorting.event': `select v.id from sorting.event v join sorting.event x on x.id = $1 and v.place = x.place and date_trunc('year', v.held_on) = date_trunc('year', x.held_on)
    where v.status = 'held' order by v.held_on, v.created_at limit 1`,
  'sorting.check': `select v.id from sorting.check v join sorting.check x on x.id = $1 and v.place = x.place and v.team = x.team and date_trunc('year', v.checked_on) = date_trunc('year', x.checked_on)
    where v.status <> 'void' order by v.checked_on, v.created_at limit 1`,
} as const
const whenFirstVoided = listen(firstVoided, async ({ procedure, id }, ctx) => {
  const next = await one<{ id: string }>(ctx.tx, nextFirst[procedure], [id])
  if (next) await bySystem(ctx, procedure, next.id, 'first')
})
const whenPriced = listen(priceSet, async ({ id, material, from }, ctx) => {
  const sql = `select id from sorting.price where material = $1 and status = 'published' and id <> $2 and valid_from < $3::date and (valid_to is null or valid_to >= $3::date)`
  for (const old of await many<{ id: string }>(ctx.tx, sql, [material, id, from]))
    await bySystem(ctx, 'sorting.price', old.id, 'close', { from })
})
const whenGiven = listen(pointsGiven, async ({ event, number, given, isVoid }, ctx) => {
  for (const { account, points } of given) {
    if (isVoid) await takeBack(ctx, account, `event:${event}`, `活动${number}作废`)
    else await earnPoints(ctx, account, 'event', points, `event:${event}`, `活动${number}`)
  }
})
const flowKey = (seq: string): string => `flow:${seq}`
const whenFlowed = listen(flowed, async (f, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from sorting.flow where seq = $1', [f.seq])) return
  const { on, to, account, points, areaCode, ...rest } = f
  await addRecord(ctx, flow, { ...rest, dayOn: on, counterpart: to }, { areaCode })
  if (f.kind === 'move' && to)
    await bySystem(ctx, 'sorting.site', to, 'receive', { material: f.material, kg: f.kg, from: f.site, seq: f.seq.slice(0, 70) })
  if (f.kind !== 'buy') return
  const station = await one<{ name: string }>(ctx.tx, 'select name from sorting.site where id = $1', [f.site])
  await createRow(
    ctx,
    intake,
    {
      ticket: flowKey(f.seq),
      source: 'recovery',
      waste: 'recyclable',
      kg: f.kg,
      direction: 'in',
      station: station?.name ?? '',
      treatment: 'recycling',
      fromPlace: station?.name ?? '',
      place: f.place,
      town: streetOf(areaCode),
      weighedOn: on,
      weighedAt: ctx.now.toISOString(),
      isFirst: true,
      isHousehold: false,
    },
    { areaCode },
  )
  if (account && points > 0) await earnPoints(ctx, account, 'trade', points, flowKey(f.seq), `交投${f.kg}kg`)
})
const whenPicked = listen(picked, async ({ contract, on, kg }, ctx) => {
  if (
    await one(ctx.tx, 'select 1 as n from sorting.pickup where contract = $1 and day_on = $2::date and is_picked', [contract, on])
  )
    return
  const found = await one<{ areaCode: string | null }>(
    ctx.tx,
    'select area_code as "areaCode" from sorting.contract where id = $1',
    [contract],
  )
  await addRecord(ctx, pickup, { contract, dayOn: on, kg, isPicked: true }, { areaCode: found?.areaCode ?? null })
})
const whenBulky = listen(bulkyMoved, async ({ point, m3, number }, ctx) => {
  await bySystem(ctx, 'sorting.bulky-point', point, 'store', { m3, note: number })
})
/** A day checked elsewhere is not entered a second time; checked again after a correction, it is corrected here, too. */
const whenReported = listen(plantReported, async ({ plant, dayOn, intakeT, treatedT, downHours, note }, ctx) => {
  const known = await one<{ day: string | null; isLive: boolean | null }>(
    ctx.tx,
    `select d.id as day, d.status = 'filed' and (d.intake_t, d.treated_t, d.down_hours) is distinct from ($3::numeric, $4::numeric, $5::numeric) as "isLive"
     from sorting.plant p left join sorting.plant_day d on d.district = p.district and d.plant = p.id and d.day_on = $2::date and d.status = 'filed' where p.id = $1 and (p.status = 'closed' or d.id is not null)`,
    [plant, dayOn, intakeT, treatedT, downHours],
  )
  if (known?.day && known.isLive) await bySystem(ctx, 'sorting.plant-day', known.day, 'revise', { intakeT, treatedT, downHours })
  if (known) return
  await openIn(ctx.tx, ctx.kernel, {
    procedure: 'sorting.plant-day',
    district: ctx.district,
    actor: systemActor,
    isOutsideGrid: true,
    clientKey: `plant ${plant} ${dayOn}`,
    input: { plant, dayOn, intakeT, treatedT, downHours, note: note ?? '由审核后的日报生成' },
  })
})
export const sortingListeners = [
  whenReported,
  whenWeighed,
  whenTitled,
  whenProblems,
  whenBags,
  whenFacility,
  whenBuilt,
  whenAttended,
  whenServed,
  whenFirstVoided,
  whenPriced,
  whenGiven,
  whenFlowed,
  whenPicked,
  whenBulky,
] as unknown as readonly Listener[]
