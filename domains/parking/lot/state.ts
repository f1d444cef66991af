/** The one door by which anything says that a berth is taken or free, and what follows from it: the state, and the stay. */
import {
  addRecord,
  bySystem,
  type Job,
  many,
  one,
  openIn,
  parameterOf,
  raw,
  reject,
  systemActor,
  type WorkContext,
} from '#kernel'
import { order } from '../charge/order.ts'
import type { SourceKind } from '../contract.ts'
import { type Belief, type BeliefTerms, believe, hear, type Vote } from './belief.ts'
import { sighting } from './records.ts'

export const beliefTerms = (ctx: Pick<WorkContext, 'kernel' | 'district' | 'now'>): BeliefTerms => ({
  weight: (source) => parameterOf(ctx, `parking.weight-${source}`) / 100,
  halfMinutes: (source) => parameterOf(ctx, `parking.half-${source}`),
  floor: parameterOf(ctx, 'parking.state-floor') / 100,
})
export interface Said {
  readonly berth: string
  readonly source: SourceKind
  readonly isTaken: boolean
  readonly plate?: string | null
  readonly confidence?: number
  readonly at: Date
  readonly told?: string | null
}
interface BerthRow {
  readonly id: string
  readonly number: string
  readonly lot: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  readonly isCharged: boolean
  readonly state: 'taken' | 'free' | 'unknown' | null
  readonly votes: readonly Vote[] | null
  readonly plate: string | null
}
const berthSql = `select b.id, b.number, b.lot, b.lon, b.lat, b.area_code as "areaCode", l.is_charged as "isCharged", n.state, n.votes, n.plate
  from parking.berth b join parking.lot l on l.district = b.district and l.id = b.lot left join parking.berth_now n on n.district = b.district and n.id = b.id
  where b.number = $1 and b.retired_at is null for update of b`
const upsertSql = `insert into parking.berth_now (district, id, at, received_at, by_name, lon, lat, area_code, number, lot, state, source, confidence, said_at, is_disputed, plate, votes)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17::jsonb)
  on conflict (district, id) do update set at = excluded.at, received_at = excluded.received_at, by_name = excluded.by_name, state = excluded.state, source = excluded.source,
    confidence = excluded.confidence, said_at = excluded.said_at, is_disputed = excluded.is_disputed, plate = excluded.plate, votes = excluded.votes`
const write = (ctx: WorkContext, berth: BerthRow, belief: Belief, votes: readonly Vote[], plate: string | null, said: Said) =>
  one(ctx.tx, upsertSql, [
    ctx.district,
    berth.id,
    said.at,
    ctx.now,
    said.told ?? ctx.actor.name,
    berth.lon,
    berth.lat,
    berth.areaCode,
    berth.number,
    berth.lot,
    belief.state,
    belief.source,
    belief.confidence,
    new Date(belief.at ?? said.at.getTime()),
    belief.isDisputed,
    plate,
    JSON.stringify(votes),
  ])

interface OpenStay {
  readonly id: string
  readonly plate: string | null
  readonly enteredAt: Date
}
const findStay = (ctx: WorkContext, berth: string) =>
  one<OpenStay>(
    ctx.tx,
    `select id, plate, entered_at as "enteredAt" from parking."order" where berth = $1 and status = 'parked'`,
    [berth],
  )

/** Where a charged berth came to be taken a stay begins; freed, it ends; another plate in the same berth is another stay. */
const followStay = async (ctx: WorkContext, berth: BerthRow, belief: Belief, plate: string | null, said: Said): Promise<void> => {
  const stay = await findStay(ctx, berth.id)
  const at = said.at.toISOString()
  const isOther = stay?.plate != null && plate !== null && plate !== stay.plate
  if (stay && (belief.state === 'free' || isOther) && said.at >= stay.enteredAt)
    await bySystem(ctx, order.id, stay.id, 'leave', { leftAt: at })
  if (belief.state !== 'taken') return
  if (stay && !isOther) {
    if (stay.plate === null && plate !== null) await bySystem(ctx, order.id, stay.id, 'readPlate', { plate })
    return
  }
  await openIn(ctx.tx, ctx.kernel, {
    procedure: order.id,
    district: ctx.district,
    actor: systemActor,
    lon: berth.lon,
    lat: berth.lat,
    areaCode: berth.areaCode ?? undefined,
    input: { lot: berth.lot, berth: berth.id, plate, enteredAt: at, source: said.source },
  })
}
/**
 * Takes one word on a berth.
 * @throws parking.field for an unknown berth or a moment that lies ahead
 */
export const takeSighting = async (ctx: WorkContext, said: Said): Promise<Belief> => {
  const berth = await one<BerthRow>(ctx.tx, berthSql, [said.berth])
  if (!berth) return reject('parking.field', { why: `没有泊位${said.berth}` })
  if (said.at.getTime() > ctx.now.getTime() + 60_000) return reject('parking.field', { why: '上报时刻晚于现在' })
  const plate = said.plate ?? null
  const { berth: _number, at, told, ...rest } = said
  const confidence = said.confidence ?? 1
  await addRecord(
    ctx,
    sighting,
    { ...rest, plate, confidence, berth: berth.id, told: told ?? null },
    { at, areaCode: berth.areaCode },
  )
  const votes = hear(berth.votes ?? [], { source: said.source, isTaken: said.isTaken, confidence, at: at.getTime(), plate })
  const belief = believe(votes, ctx.now.getTime(), beliefTerms(ctx))
  const known = belief.state === 'taken' ? (plate ?? (berth.state === 'taken' ? berth.plate : null)) : null
  await write(ctx, berth, belief, votes, known, said)
  if (berth.isCharged) await followStay(ctx, berth, belief, belief.state === 'taken' ? plate : null, said)
  return belief
}

interface Standing {
  readonly id: string
  readonly votes: readonly Vote[]
  readonly state: string
  readonly confidence: number
}
/** Words grow old by themselves: a berth of which nobody spoke any more comes to be unknown. A stay is not ended by that. */
export const beliefJob: Job = {
  id: 'parking.beliefs',
  zh: '泊位状态可信度重算',
  everyMinutes: 5,
  run: async (ctx) => {
    const rows = await many<Standing>(
      ctx.tx,
      `select id, votes, state, confidence::float8 as confidence from parking.berth_now where state <> 'unknown'`,
    )
    const terms = beliefTerms(ctx)
    const changed = rows.flatMap(({ id, votes, state, confidence }) => {
      const now = believe(votes, ctx.now.getTime(), terms)
      return now.state === state && Math.abs(now.confidence - confidence) < 0.05 ? [] : [{ id, ...now }]
    })
    if (changed.length > 0) await raw(ctx.tx, ageSql, [ctx.district, JSON.stringify(changed)])
  },
}
const ageSql = `update parking.berth_now n set state = case when x.state = 'unknown' then 'unknown' else n.state end, confidence = x.confidence, is_disputed = x."isDisputed",
  source = case when x.state = 'unknown' then null else n.source end
  from jsonb_to_recordset($2::jsonb) as x(id uuid, state text, confidence numeric, "isDisputed" boolean) where n.district = $1 and n.id = x.id`
