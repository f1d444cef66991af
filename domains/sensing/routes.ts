/** Keys of devices, tracks and curves. */
import { audit, type BoundRoute, bind, changeChannel, dayOf, findRow, perform, type RegisterRow, raw, reject } from '#kernel'
import { createBuckets } from '#kernel/files/bucket.ts'
import { deviceCountRoute, issueKeyRoute, seriesRoute, trackRoute } from './contract.ts'
import { hashKey, newKey } from './devices.ts'
import { nowRoutes } from './now.ts'
import { firstPoint } from './point.ts'
import { device } from './registers.ts'
import { tryRuleRoute } from './rules/contract.ts'
import { tryRule } from './rules/dry-run.ts'
import { selfFixRoute } from './vision/contract.ts'

const mostPoints = 20_000
const between = `r.district = $1 and r.device = $2 and r.at >= $3 and r.at < $4
  and r.id >= ${firstPoint('$2::uuid', '$3::timestamptz')} and r.id < ${firstPoint('$2::uuid', '$4::timestamptz')}`

/** A device is there from its installation (or entry) until it is retired; scrapped ones are left out. */
const countSql = `select d.kind, coalesce((select c.zh from kernel.code c where c.list = 'device-kind' and c.code = d.kind order by c.valid_from desc limit 1), d.kind) as zh,
    count(*)::int as total, (count(*) filter (where d.state = 'active'))::int as active,
    (count(*) filter (where s.presence = 'online'))::int as online,
    (count(*) filter (where d.state = 'active' and s.presence is distinct from 'online'))::int as silent,
    (count(*) filter (where s.battery < $3))::int as "lowBattery",
    (count(*) filter (where d.calibration_due_on < $4::date))::int as "calibrationDue"
  from sensing.device d left join sensing.status s on s.district = d.district and s.id = d.id
  where d.district = $1 and d.state <> 'scrapped' and coalesce(d.installed_on, (d.created_at at time zone 'Asia/Shanghai')::date) <= $2::date
    and (d.retired_at is null or (d.retired_at at time zone 'Asia/Shanghai')::date > $2::date)
  group by d.kind order by count(*) desc, d.kind`
interface CountRow {
  readonly kind: string
  readonly zh: string
  readonly total: number
  readonly active: number
  readonly online: number
  readonly silent: number
  readonly lowBattery: number
  readonly calibrationDue: number
}

/** Six digits must not be found by trying. */
const fewTries = { capacity: 5, perMinute: 0.2 } as const

export const sensingRoutes = (): readonly BoundRoute[] => {
  const tries = createBuckets(fewTries)
  return [
    ...nowRoutes,
    bind(deviceCountRoute, async ({ on }, ctx) =>
      ctx.work(async ({ tx, kernel, district, now }) => {
        const today = dayOf(kernel, district, now)
        const low = kernel.parameters.value(district, 'sensing.low-battery', today)
        const { rows } = await raw<CountRow>(tx, countSql, [district, on, low, today])
        return { on, rows: [...rows] }
      }),
    ),
    bind(tryRuleRoute, ({ id, from, to, ...change }, ctx) =>
      ctx.work(async (work) => {
        const trial = await tryRule(work, id, new Date(from), new Date(to), change)
        return { ...trial, hits: [...trial.hits] }
      }),
    ),
    bind(selfFixRoute, async ({ number, code, fixNote }, ctx) => {
      const seconds = tries.take(number)
      if (seconds > 0) return reject('kernel.too-many', { seconds })
      const id = await ctx.work(
        async ({ tx }) =>
          (await raw<{ id: string }>(tx, 'select id from sensing.detection where number = $1', [number])).rows[0]?.id,
      )
      if (!id) return reject('sensing.field', { why: '编号或回复码不对' })
      const actor = { kind: 'public', id: null, name: '商户' } as const
      const input = { code, fixNote }
      const { status } = await perform(ctx.kernel, ctx.district, {
        procedure: 'sensing.detection',
        subjectId: id,
        action: 'selfFix',
        input,
        who: null,
        actor,
      })
      return { number, status }
    }),
    bind(issueKeyRoute, async ({ id }, ctx) =>
      ctx.work(async (work) => {
        const row = await findRow<RegisterRow<typeof device>>(work.tx, device, id)
        if (!row || row.retiredAt) return reject('kernel.not-found', { what: device.spec.zh })
        const key = newKey()
        await raw(
          work.tx,
          `insert into sensing.device_key (district, device_id, hash, issued_at, issued_by) values ($1, $2, $3, $4, $5)
         on conflict (district, device_id) do update set hash = excluded.hash, issued_at = excluded.issued_at, issued_by = excluded.issued_by`,
          [ctx.district, id, hashKey(key), ctx.now, ctx.who?.personId ?? null],
        )
        await audit(work, 'sensing.key', { device: id, number: row.number }, ctx.ip)
        await raw(work.tx, 'select pg_notify($1, $2)', [
          changeChannel,
          JSON.stringify([[ctx.district, 'sensing.device', id, 'key', null, null, null]]),
        ])
        return { number: row.number, key }
      }),
    ),
    bind(trackRoute, async ({ id, from, to }, ctx) =>
      ctx.work(async ({ tx, district }) => {
        const { rows } = await raw<{ at: Date; lon: number; lat: number; speed: number | null; direction: number | null }>(
          tx,
          `select r.at, r.lon, r.lat, r.speed::float8 as speed, r.direction from sensing.position r where ${between} order by r.at limit ${mostPoints + 1}`,
          [district, id, from, to],
        )
        return { points: rows.slice(0, mostPoints), isCut: rows.length > mostPoints }
      }),
    ),
    bind(seriesRoute, async ({ id, quantity, from, to }, ctx) =>
      ctx.work(async ({ tx, district }) => {
        const { rows } = await raw<{ at: Date; value: number; quality: string }>(
          tx,
          `select r.at, r.value::float8 as value, r.quality from sensing.reading r where ${between} and r.quantity = $5 order by r.at limit ${mostPoints + 1}`,
          [district, id, from, to, quantity],
        )
        return { points: rows.slice(0, mostPoints), isCut: rows.length > mostPoints }
      }),
    ),
  ]
}
