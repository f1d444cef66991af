/**
 * Hourly figures: every device-hour that a reading touched, however late it came, is counted again from the readings themselves, so a
 * figure is always what the readings say. Only readings of good quality count.
 */
import { type Job, raw, type WorkContext } from '#kernel'
import { firstPoint } from './point.ts'
import { bucketMs } from './write.ts'

/** A batch under way when its bucket ended has committed by then; one that comes later is found by the next run. */
const graceMs = 60_000
const most = 100_000

const rollSql = `with due as (
    delete from sensing.touched t using (select ctid from sensing.touched where district = $1 and bucket < $2 limit ${most}) d where t.ctid = d.ctid and t.district = $1
    returning t.device, t.quantity, t.hour),
  hours as (select distinct device, quantity, hour from due)
  insert into sensing.hourly as h (district, id, at, received_at, by_name, area_code, device, quantity, samples, least, most, mean)
  select $1, md5(x.device::text || x.quantity || extract(epoch from x.hour))::uuid, x.hour, $3, '设备', f.area, x.device, x.quantity, f.n, f.least, f.most, f.mean
  from hours x cross join lateral (
    select count(*) as n, min(r.value) as least, max(r.value) as most, round(avg(r.value), 6) as mean, max(r.area_code) as area from sensing.reading r
    where r.district = $1 and r.device = x.device and r.quantity = x.quantity and r.quality = 'good' and r.at >= x.hour and r.at < x.hour + interval '1 hour'
      and r.id >= ${firstPoint('x.device', 'x.hour')} and r.id < ${firstPoint('x.device', "x.hour + interval '1 hour'")}) f
  where f.n > 0
  on conflict (district, id) do update set received_at = excluded.received_at, samples = excluded.samples, least = excluded.least, most = excluded.most, mean = excluded.mean`

/** @returns how many hours were counted. */
export const rollUp = async ({ tx, district, now }: WorkContext): Promise<number> => {
  const before = new Date(now.getTime() - bucketMs - graceMs)
  const { count } = await raw(tx, rollSql, [district, before, now])
  return count
}
const goSilent = async ({ kernel, tx, district, now }: WorkContext): Promise<void> => {
  const minutes = kernel.parameters.value(district, 'sensing.offline-minutes', now.toISOString().slice(0, 10))
  await raw(tx, `update sensing.status set presence = 'offline' where district = $1 and presence = 'online' and at < $2`, [
    district,
    new Date(now.getTime() - minutes * 60_000),
  ])
}
export const sensingJobs: readonly Job[] = [
  { id: 'sensing.rollup', zh: '监测读数小时汇总', everyMinutes: 5, run: async (ctx) => void (await rollUp(ctx)) },
  { id: 'sensing.silent', zh: '设备离线判定', everyMinutes: 1, run: goSilent },
]
