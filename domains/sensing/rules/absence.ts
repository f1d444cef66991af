/** 无报文: what no point can tell. Every minute, devices silent longer than a rule allows are alarms; those that speak again are cleared. */
import { type Job, openIn, performIn, raw, systemActor, type WorkContext } from '#kernel'
import { firstPoint } from '../point.ts'
import { findRule, type StreamRule } from './book.ts'
import { alarmInput, openKeyOf } from './sink.ts'

interface Silent {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  readonly lastAt: Date | null
  /** Since when it should have been heard: last message, or its entry. */
  readonly since: Date
  readonly alarm: string | null
}
/** With a quantity the last reading of it counts, without one the last message of any kind. */
const lastOfQuantity = `(select max(r.at) from sensing.reading r where r.district = d.district and r.device = d.id and r.quantity = $4
   and r.id >= ${firstPoint('d.id', '$5::timestamptz')} and r.id < ${firstPoint('d.id', '$2::timestamptz')})`
const silentSql = (hasQuantity: boolean): string => `select x.*, greatest(x."lastAt", x.entered, $6) as since,
    (select a.id from sensing.alarm a where a.district = $1 and a.open_key = $7 || ' ' || x.id::text) as alarm
  from (select d.district, d.id, d.number, d.kind, d.lon, d.lat, d.area_code as "areaCode", d.created_at as entered,
      ${hasQuantity ? lastOfQuantity : '(select s.at from sensing.status s where s.district = d.district and s.id = d.id)'} as "lastAt"
    from sensing.device d where d.district = $1 and d.kind = $3 and d.state = 'active' and d.retired_at is null and ($8::uuid is null or d.id = $8)
      and not (coalesce(d.maintenance_from <= $2, false) and coalesce(d.maintenance_to > $2, true)) ${hasQuantity ? '' : 'and ($4::text is null and $5::timestamptz is not null)'}) x`

const lookFor = async (ctx: WorkContext, rule: StreamRule): Promise<void> => {
  const { tx, kernel, district, now } = ctx
  const limit = (rule.minutes ?? 1) * 60_000
  const { rows } = await raw<Silent>(tx, silentSql(rule.quantity !== null), [
    district,
    now,
    rule.deviceKind,
    rule.quantity,
    new Date(now.getTime() - limit * 2),
    new Date(rule.from),
    rule.id,
    rule.device,
  ])
  for (const d of rows) {
    const isSilent = now.getTime() - d.since.getTime() >= limit
    if (isSilent === (d.alarm !== null)) continue
    if (d.alarm) {
      const input = { at: (d.lastAt ?? now).toISOString() }
      await performIn(ctx, {
        procedure: 'sensing.alarm',
        subjectId: d.alarm,
        action: 'clear',
        input,
        who: null,
        actor: systemActor,
      })
      continue
    }
    const device = { deviceId: d.id, device: d.number, deviceKind: d.kind }
    const isPlaced = d.lon !== null && d.lat !== null && kernel.places.find(district, d.lon, d.lat) !== undefined
    await openIn(tx, kernel, {
      procedure: 'sensing.alarm',
      district,
      actor: systemActor,
      lon: d.lon,
      lat: d.lat,
      areaCode: d.areaCode ?? district,
      isOutsideGrid: !isPlaced,
      clientKey: `${openKeyOf(rule.id, d.id)} ${d.since.getTime()}`,
      input: alarmInput(rule, device, null, now.getTime()),
      at: now,
    })
  }
}
export const absenceJob: Job = {
  id: 'sensing.absence',
  zh: '无报文告警',
  everyMinutes: 1,
  run: async (ctx) => {
    const { rows } = await raw<{ id: string }>(
      ctx.tx,
      `select id from sensing.rule where type = 'absence' and is_on and retired_at is null order by code`,
      [],
    )
    for (const { id } of rows) {
      const rule = await findRule(ctx.tx, id)
      if (rule && ctx.now.getTime() >= rule.from && ctx.now.getTime() < rule.to) await lookFor(ctx, rule)
    }
  },
}
