/** What the lamp office of the simulated district had before its life begins: cabinets with poles, lamps and pits, scenes, timetables, dim lanes, last year's meters. */
import { east, streetNo } from './ground.ts'
import { install } from './sensing-things.ts'
import type { Desk } from './story.ts'

export const manager = 'shuju'
export const tunnel = 'BM-SD1'
const [street, canal] = ['WC-PD1', 'YH-PD1'] as const
export const road = '文昌路'
const lampCount = 9
/** Only the tunnel is switched from afar: it has no timetable, so that nobody but an officer speaks to its gateway. */
const cabinets = [
  [street, 'street', road, 3, 65.5],
  [canal, 'landscape', '运河桥', 4, 78],
  [tunnel, 'tunnel', '北门隧道', 2, 65.5],
] as const
const scenes = [
  ['运河桥', 'bridge', 320, 18.6],
  ['湖滨公园临水步道', 'park', 240, 9.2],
  ['文化宫立面', 'building', 160, 12.4],
] as const
const plans = [
  {
    name: '道路照明平日',
    kind: 'street',
    occasion: 'daily',
    mode: 'sun',
    onOffset: 5,
    offOffset: -5,
    dimTime: '23:30',
    dimTo: 60,
  },
  { name: '景观照明平日', kind: 'landscape', occasion: 'daily', mode: 'fixed', onTime: '19:00', offTime: '21:30' },
] as const
export const lanes = [
  ['青果巷支弄', 180, 42, 'none', 0],
  ['双桂坊后街', 240, 60, 'partial', 3],
  ['南圩里', 150, 38, 'none', 0],
  ['红梅巷', 210, 55, 'partial', 2],
  ['早科坊', 130, 30, 'full', 6],
] as const
const addRoad = async (o: Desk, cabinet: string): Promise<void> => {
  const start = o.spot(road)
  const installedOn = `${o.year() - 8}-06-01`
  for (let n = 1; n <= lampCount; n++) {
    const place = east(start, n * 30)
    const common = { cabinet, road, condition: 'intact', installedOn }
    const pole = await o.add(
      manager,
      'lighting.pole',
      { ...common, code: `WC-G${n}`, heightM: 10, coatedOn: o.date(-700) },
      place,
    )
    const lamp = { pole, loop: 1 + (n % 3), source: 'sodium', watt: 250, control: 'cabinet', state: 'lit' }
    await o.add(manager, 'lighting.lamp', { ...common, ...lamp, code: `WC-${String(n).padStart(3, '0')}` }, place)
  }
  for (let n = 1; n <= 4; n++)
    await o.add(
      manager,
      'lighting.pit',
      { code: `WC-J${n}`, cabinet, road, cover: '复合材料600×600', cable: 'YJV22-4×25', state: 'intact', installedOn },
      east(start, n * 60),
    )
}
/** `2026-03`, so many months back. */
export const monthBack = (o: Desk, months: number): string => {
  const [year = 0, month = 1] = o.date().split('-').map(Number)
  const count = year * 12 + month - 1 - months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
/** What a cabinet draws in a month: more in winter than in summer. */
export const kwhOf = (o: Desk, month: string): number => {
  const isDark = [11, 12, 1, 2].includes(Number(month.slice(5)))
  return (isDark ? 1900 : 1500) + o.random.integer(0, 180)
}
/** @returns whether the office was empty until now */
export const addLighting = async (o: Desk): Promise<boolean> => {
  if ((await o.rows(manager, 'lighting.pole')).length > 0) return false
  const ids = new Map<string, string>()
  for (const [code, kind, at, loops, fenPerKwh] of cabinets) {
    const gateway = code === tunnel ? { gateway: await install(o, 'GW-BM01', 'cabinet', '北门隧道监控网关') } : {}
    const values = { code, kind, road: at, loops, fenPerKwh, meterNo: `M-${code}`, installedOn: `${o.year() - 8}-05-01` }
    ids.set(code, await o.add(manager, 'lighting.cabinet', { ...values, ...gateway }, o.spot(at)))
  }
  await addRoad(o, ids.get(street) ?? '')
  for (const [name, kind, lights, kw] of scenes)
    await o.add(
      manager,
      'lighting.scene',
      { name, kind, cabinet: ids.get(canal), lights, kw, keeper: '城市照明管理所' },
      o.spot(name),
    )
  for (const plan of plans) await o.add(manager, 'lighting.plan', { ...plan, validFrom: `${o.year()}-01-01`, isOn: true })
  await o.add(manager, 'lighting.plan', {
    ...{ name: '国庆节景观', kind: 'landscape', occasion: 'festival', mode: 'fixed', scene: '节日流水', isOn: true },
    ...{ onTime: '18:30', offTime: '23:00', validFrom: `${o.year()}-10-01`, validTo: `${o.year()}-10-07` },
  })
  for (const [n, [name, lengthM, households, light, lamps]] of lanes.entries())
    await o.add(manager, 'lighting.lane', { name, lengthM, households, light, lamps }, o.place(streetNo(o, n)))
  for (const back of [13, 12, 11])
    for (const code of [street, canal]) {
      const month = monthBack(o, back)
      await o.file(manager, 'lighting.meter-month', { cabinet: ids.get(code), month, kwh: kwhOf(o, month) + 300 })
    }
  return true
}
