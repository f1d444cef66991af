/** 时间表: each minute, what falls due goes out once; a festival's timetable takes the place of the daily one on its days. */
import { dayText, type Job, many, openIn, raw, systemActor, type WorkContext } from '#kernel'
import { sunTimes } from './sun.ts'

export interface PlanTimes {
  readonly mode: 'sun' | 'fixed'
  readonly onOffset: number | null
  readonly offOffset: number | null
  readonly onTime: string | null
  readonly offTime: string | null
  readonly dimTime: string | null
  readonly dimTo: number | null
}
export interface Moment {
  readonly kind: 'on' | 'off' | 'dim'
  readonly at: Date
}
const minuteMs = 60_000
const clockAt = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`)
/** What a timetable does on a local day, in the order of time. */
export const momentsOf = (plan: PlanTimes, day: string, lon: number, lat: number): readonly Moment[] => {
  const sun = sunTimes(day, lon, lat)
  const on =
    plan.mode === 'sun'
      ? new Date(sun.set.getTime() + (plan.onOffset ?? 0) * minuteMs)
      : plan.onTime
        ? clockAt(day, plan.onTime)
        : undefined
  const off =
    plan.mode === 'sun'
      ? new Date(sun.rise.getTime() + (plan.offOffset ?? 0) * minuteMs)
      : plan.offTime
        ? clockAt(day, plan.offTime)
        : undefined
  const moments: Moment[] = [
    ...(on ? [{ kind: 'on', at: on } as const] : []),
    ...(off ? [{ kind: 'off', at: off } as const] : []),
    ...(plan.dimTime && plan.dimTo ? [{ kind: 'dim', at: clockAt(day, plan.dimTime) } as const] : []),
  ]
  return moments.sort((a, b) => a.at.getTime() - b.at.getTime())
}
type Due = PlanTimes & {
  readonly plan: string
  readonly name: string
  readonly scene: string | null
  readonly cabinet: string
  readonly code: string
  readonly lon: number
  readonly lat: number
  readonly areaCode: string | null
}
/** One timetable a cabinet: festivals before days, its own before one for all of the kind, the newest. */
const dueSql = `select distinct on (c.id) p.id as plan, p.name, p.scene, p.mode, p.on_offset as "onOffset", p.off_offset as "offOffset", p.on_time as "onTime", p.off_time as "offTime",
    p.dim_time as "dimTime", p.dim_to as "dimTo", c.id as cabinet, c.code, c.lon, c.lat, c.area_code as "areaCode"
  from lighting.cabinet c join lighting.plan p on p.kind = c.kind and (p.cabinet is null or p.cabinet = c.id)
  where c.retired_at is null and c.gateway is not null and c.lon is not null and p.retired_at is null and p.is_on and p.valid_from <= $1::date and (p.valid_to is null or p.valid_to >= $1::date)
  order by c.id, (p.occasion = 'festival') desc, (p.cabinet is not null) desc, p.valid_from desc, p.created_at desc`
/** A moment that passed while the platform was down is made good within this time, not later. */
const lateMs = 15 * minuteMs
const carryOut = async (ctx: WorkContext): Promise<void> => {
  const { tx, kernel, district, now } = ctx
  const day = dayText(now)
  const plans = await many<Due>(tx, dueSql, [day])
  for (const p of plans) {
    const { lon, lat } = p
    const passed = momentsOf(p, day, lon, lat).filter((m) => m.at <= now && now.getTime() - m.at.getTime() < lateMs)
    for (const { kind } of passed) {
      const clientKey = `plan ${p.cabinet} ${day} ${kind}`
      const { rows } = await raw(tx, 'select 1 from lighting.switching where client_key = $1', [clientKey])
      if (rows.length > 0) continue
      const input = {
        cabinet: p.cabinet,
        kind,
        level: kind === 'dim' ? p.dimTo : null,
        scene: kind === 'on' ? p.scene : null,
        reason: `时间表:${p.name}`,
        plan: p.plan,
      }
      const opening = { procedure: 'lighting.switching', action: 'byPlan', district, actor: systemActor, input }
      const place = { lon, lat, areaCode: p.areaCode, isOutsideGrid: p.areaCode === null }
      await openIn(tx, kernel, { ...opening, ...place, clientKey, at: now })
    }
  }
}
export const timetableJob: Job = { id: 'lighting.timetable', zh: '照明时间表执行', everyMinutes: 1, run: carryOut }
