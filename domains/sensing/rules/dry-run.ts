/** 规则试运行: the same judgement over what was recorded, writing nothing. */
import { raw, reject, type WorkContext } from '#kernel'
import { findRule, type StreamRule } from './book.ts'
import { judge, type RuleState, type Sample } from './judge.ts'

export interface Trial {
  readonly looked: number
  readonly devices: number
  readonly alarms: number
  readonly isCut: boolean
  readonly hits: readonly { readonly at: Date; readonly device: string; readonly value: number | null }[]
}
interface Point extends Sample {
  readonly deviceId: string
  readonly device: string
}
const most = 200_000
const shown = 200
const selectOf = (rule: StreamRule): string =>
  rule.quantity !== null && rule.quantity !== 'speed'
    ? `select r.device as "deviceId", d.number as device, (extract(epoch from r.at) * 1000)::float8 as at, r.value::float8 as value, d.lon, d.lat, null::float8 as speed
       from sensing.reading r join sensing.device d on d.district = r.district and d.id = r.device
       where r.district = $1 and d.kind = $2 and r.quantity = $3 and r.at >= $4 and r.at < $5 and ($6::uuid is null or d.id = $6) and r.quality = any (array['good', 'uncalibrated'])`
    : `select r.device as "deviceId", d.number as device, (extract(epoch from r.at) * 1000)::float8 as at, null::float8 as value, r.lon, r.lat, r.speed::float8 as speed
       from sensing.position r join sensing.device d on d.district = r.district and d.id = r.device
       where r.district = $1 and d.kind = $2 and $3::text is not distinct from $3 and r.at >= $4 and r.at < $5 and ($6::uuid is null or d.id = $6)`
interface Weather {
  readonly startsAt: Date
  readonly endsAt: Date | null
}

/** @param change other limits to be tried instead of the rule's own. */
export const tryRule = async (
  ctx: WorkContext,
  id: string,
  from: Date,
  to: Date,
  change: Partial<Pick<StreamRule, 'limit' | 'release' | 'minutes' | 'times' | 'seconds' | 'radiusM'>>,
): Promise<Trial> => {
  const own = await findRule(ctx.tx, id)
  if (!own) return reject('kernel.not-found', { what: '告警规则' })
  if (own.type === 'absence' || own.type === 'combination')
    return reject('sensing.field', { why: '无报文与组合规则不能用读数试运行' })
  const rule = { ...own, ...Object.fromEntries(Object.entries(change).filter(([, v]) => v !== undefined)) }
  const { rows } = await raw<Point>(ctx.tx, `${selectOf(rule)} order by r.at limit ${most + 1}`, [
    ctx.district,
    rule.deviceKind,
    rule.quantity,
    from,
    to,
    rule.device,
  ])
  const weathers = (
    await raw<Weather>(
      ctx.tx,
      'select starts_at as "startsAt", ends_at as "endsAt" from sensing.weather where retired_at is null',
      [],
    )
  ).rows
  const isWeather = (at: number): boolean =>
    weathers.some((w) => at >= w.startsAt.getTime() && (!w.endsAt || at < w.endsAt.getTime()))
  const states = new Map<string, RuleState>()
  const hits: { at: Date; device: string; value: number | null }[] = []
  let alarms = 0
  for (const point of rows.slice(0, most)) {
    const { state, verdict } = judge(rule, states.get(point.deviceId), point, rule.weatherLimit !== null && isWeather(point.at))
    states.set(point.deviceId, state)
    if (verdict !== 'raise') continue
    alarms++
    if (hits.length < shown) hits.push({ at: new Date(point.at), device: point.device, value: point.value })
  }
  return { looked: Math.min(rows.length, most), devices: states.size, alarms, isCut: rows.length > most, hits }
}
