/** Every ten minutes: what the monitors of stations and toilets said; over the limit calls whoever keeps the place. */
import { bySystem, type Job, many, one, raw, type WorkContext } from '#kernel'
import { raiseAlarm } from '../alarm.ts'
import { inForce, openBySystem } from '../shared.ts'
import type { AlarmKind } from '../words.ts'

interface Watched {
  readonly id: string
  readonly name: string
  readonly kind: 'station' | 'toilet'
  readonly device: string
  readonly stalls: number | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const watchedSql = `select id, name, 'station' as kind, device, null::int as stalls, lon, lat, area_code as "areaCode" from sanitation.station where retired_at is null and device is not null
  union all select id, name, 'toilet', device, men_squats + women_squats + third_rooms, lon, lat, area_code from sanitation.toilet where retired_at is null and device is not null order by name`
/** The newest good value of each quantity within the hour. */
const valuesSql = `select distinct on (quantity) quantity, value::float8 as value, at from sensing.reading where device = $1 and quality = 'good' and at > $2::timestamptz - interval '1 hour' and at <= $2 order by quantity, at desc`
interface Value {
  readonly quantity: string
  readonly value: number
  readonly at: Date
}
interface Finding {
  readonly kind: AlarmKind
  readonly isBad: boolean
  readonly detail: string
}
const findingsOf = (ctx: WorkContext, w: Watched, said: ReadonlyMap<string, number>): readonly Finding[] => {
  const judge = (kind: AlarmKind, quantity: string, parameter: string, zh: string, unit: string, isLow = false): Finding[] => {
    const value = said.get(quantity)
    if (value === undefined) return []
    const limit = inForce(ctx, parameter)
    return [
      {
        kind,
        isBad: isLow ? value < limit : value > limit,
        detail: `${zh}${value}${unit},${isLow ? '下限' : '上限'}${limit}${unit}`,
      },
    ]
  }
  if (w.kind === 'station') return judge('odour', 'nh3', 'odour-most', '氨', 'mg/m³')
  const air = [
    ...judge('toiletAir', 'nh3', 'toilet-nh3', '氨', 'mg/m³'),
    ...judge('toiletAir', 'h2sMg', 'toilet-h2s', '硫化氢', 'mg/m³'),
  ]
  const worst = air.find((f) => f.isBad) ?? air[0]
  const people = said.get('people')
  const limit = inForce(ctx, 'toilet-crowd') * Math.max(1, w.stalls ?? 1)
  const crowd: Finding[] =
    people === undefined
      ? []
      : [{ kind: 'toiletCrowd', isBad: people > limit, detail: `每小时${people}人次,${w.stalls ?? 0}个蹲位上限${limit}人次` }]
  return [...(worst ? [worst] : []), ...judge('toiletPaper', 'paper', 'toilet-paper', '厕纸余量', '%', true), ...crowd]
}
const nowSql = `insert into sanitation.toilet_now as n (district, id, at, received_at, by_name, name, nh3, h2s, people, paper, taken, stalls, water, lon, lat, area_code)
  values ($1, $2, $3, $3, '公厕传感器', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (district, id) do update set at = excluded.at, received_at = excluded.received_at, name = excluded.name,
    nh3 = excluded.nh3, h2s = excluded.h2s, people = excluded.people, paper = excluded.paper, taken = excluded.taken, stalls = excluded.stalls, water = excluded.water`
const keepNow = async (ctx: WorkContext, w: Watched, said: ReadonlyMap<string, number>, at: Date): Promise<void> => {
  const of = (q: string): number | null => said.get(q) ?? null
  const values = [of('nh3'), of('h2sMg'), of('people'), of('paper'), of('stallsTaken'), w.stalls, of('waterM3')]
  await raw(ctx.tx, nowSql, [ctx.district, w.id, at, w.name, ...values, w.lon, w.lat, w.areaCode])
}
const settle = async (ctx: WorkContext, w: Watched, f: Finding): Promise<void> => {
  const key = `${f.kind} ${w.id}`
  if (!f.isBad) {
    const open = await one<{ id: string }>(ctx.tx, `select id from sanitation.alarm where open_key = $1 and status = 'raised'`, [
      key,
    ])
    if (open) await bySystem(ctx, 'sanitation.alarm', open.id, 'clear')
    return
  }
  const place = { lon: w.lon, lat: w.lat, areaCode: w.areaCode }
  const isNew = await raiseAlarm(ctx, { kind: f.kind, key, target: w.name, detail: f.detail, ...place })
  if (isNew && w.kind === 'toilet')
    await openBySystem(
      ctx,
      'sanitation.toilet-call',
      'call',
      { toilet: w.id, name: w.name, kind: f.kind, detail: f.detail, calledAt: ctx.now.toISOString() },
      `${key} ${ctx.now.toISOString()}`,
      place,
    )
}
export const senseJob: Job = {
  id: 'sanitation.sense',
  zh: '转运站、公厕传感器研判',
  everyMinutes: 10,
  run: async (ctx) => {
    for (const w of await many<Watched>(ctx.tx, watchedSql)) {
      const values = await many<Value>(ctx.tx, valuesSql, [w.device, ctx.now])
      if (values.length === 0) continue
      const said = new Map(values.map((v) => [v.quantity, v.value]))
      if (w.kind === 'toilet') await keepNow(ctx, w, said, new Date(Math.max(...values.map((v) => v.at.getTime()))))
      for (const f of findingsOf(ctx, w, said)) await settle(ctx, w, f)
    }
  },
}
