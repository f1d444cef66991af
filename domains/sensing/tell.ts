/**
 * What controlled devices said, told to the domains that own the thing they control: every minute, for each device of these kinds that
 * has spoken since, its newest good value of each quantity. Told at least once; a listener goes by the time of the values.
 */
import { deviceReported } from '#catalogue/facts.ts'
import { type Job, publish, raw, say, type WorkContext } from '#kernel'
import { firstPoint } from './point.ts'

const toldKinds = ['cabinet', 'lamp', 'lock', 'dock'] as const
/** A batch under way when the mark was set has committed by then. */
const graceMs = 5_000
/** Older than this is history, not how things stand. */
const freshMs = 3_600_000

const toldSql = `select d.id as "deviceId", d.number, d.kind, max(r.at) as at, jsonb_object_agg(r.quantity, r.value::float8 order by r.at) as values
  from sensing.device d cross join lateral (
    select r.quantity, r.value, r.at from sensing.reading r where r.district = $1 and r.device = d.id and r.quality = 'good' and r.at >= $4::timestamptz
      and r.id >= ${firstPoint('d.id', '$4::timestamptz')} and r.received_at > $3::timestamptz) r
  where d.district = $1 and d.kind = any($2) and d.retired_at is null group by d.id, d.number, d.kind order by d.number`
interface Told {
  readonly deviceId: string
  readonly number: string
  readonly kind: string
  readonly at: Date
  readonly values: Readonly<Record<string, number>>
}
const tell = async (ctx: WorkContext): Promise<void> => {
  const { tx, district, now } = ctx
  const { rows: marks } = await raw<{ at: Date }>(tx, 'select at from sensing.told_mark where district = $1 for update', [
    district,
  ])
  const since = marks[0]?.at ?? new Date(now.getTime() - freshMs)
  const { rows } = await raw<Told>(tx, toldSql, [district, toldKinds, since, new Date(now.getTime() - freshMs)])
  await publish(
    ctx,
    rows.map(({ at, ...told }) => say(deviceReported, { ...told, at: at.toISOString() })),
  )
  await raw(
    tx,
    'insert into sensing.told_mark (district, at) values ($1, $2) on conflict (district) do update set at = excluded.at',
    [district, new Date(now.getTime() - graceMs)],
  )
}
export const tellJob: Job = { id: 'sensing.tell', zh: '受控设备读数告知', everyMinutes: 1, run: tell }
