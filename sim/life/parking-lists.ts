/** What the parking office of the simulated district had before its life begins: charged roads, car parks with their sources, boards, collectors, yards and locks. */
import { streetNo } from './ground.ts'
import { install } from './sensing-things.ts'
import type { Desk, Machine, Row, Values } from './story.ts'

export const [manager, finance, collector] = ['tingche1', 'tingche2', 'shoufei1'] as const
/** A charged road with its berths; one whose charging is only planned; a car park in which people are led to their car. */
export const [chargedRoad, plannedRoad, mall] = ['延陵路路内泊位', '北门路路内泊位', '万象商场地下车库'] as const
export const berthOf = (n: number): string => `YLL${String(n).padStart(3, '0')}`
const berthCount = 8
const plain = { isCharged: false, hasIndoorMap: false, hasPlateCamera: false, connection: 'none' }
const charged = { kind: 'road', isCharged: true, openHours: '全天', operator: '湖滨停车管理公司' }
const stated = (address: string, price: string): Values => ({ address, priceText: price, openHours: '全天' })
const lots = [
  [chargedRoad, { ...charged, spaces: berthCount, zone: 'two', priceText: '首15分钟免费,每15分钟1元' }],
  [plannedRoad, { ...charged, spaces: 20, zone: 'three', priceText: '首15分钟免费,每15分钟0.5元' }],
  [
    mall,
    { kind: 'public', spaces: 200, ...stated('湖滨路88号', '每小时5元,封顶30元'), hasIndoorMap: true, hasPlateCamera: true },
  ],
  ['湖滨人民医院停车楼', { kind: 'public', spaces: 320, ...stated('文昌路12号', '首30分钟免费,每小时4元') }],
  ['城南客运站停车场', { kind: 'public', spaces: 150, ...stated('城南路1号', '每小时3元') }],
  ['文化宫配建车库', { kind: 'attached', spaces: 90 }],
  ['区政府大院停车场', { kind: 'office', spaces: 60, ...stated('市民大道1号', '共享时段每小时2元') }],
  ['湖滨实验小学地下停车场', { kind: 'office', spaces: 40, ...stated('学府路6号', '共享时段每小时2元') }],
  ['城投大厦停车场', { kind: 'office', spaces: 80, ...stated('湖滨路120号', '共享时段每小时3元') }],
] as const
/** Car parks whose own systems are to speak: code of the source, its lot. */
export const feeds = [
  ['CK-WX', mall],
  ['CK-YY', '湖滨人民医院停车楼'],
] as const
export const camera = 'SP-YLL'
export const boards = { area: 'YD-1', road: 'YD-2', lot: 'YD-3' } as const

export const lotOf = async (o: Desk, name: string): Promise<Row | undefined> =>
  (await o.rows(manager, 'parking.lot', { name }))[0]
/** A car that parks free. */
export const freeCar = '苏D66011'
/** Keys are shown once: whoever asked for one keeps it. */
const keys = new WeakMap<object, Map<string, Promise<Machine>>>()
export const sourceOf = (o: Desk, code: string): Promise<Machine> => {
  const known = keys.get(o.town) ?? new Map<string, Promise<Machine>>()
  keys.set(o.town, known)
  const issue = async (): Promise<Machine> => {
    const [source] = await o.rows(manager, 'parking.source', { code })
    const { key } = await o.post<{ key: string }>(manager, `/parking/sources/${source?.id}/key`, {})
    return { number: code, key }
  }
  const machine = known.get(code) ?? issue()
  known.set(code, machine)
  return machine
}
export const tells = async <T = Values>(o: Desk, code: string, path: string, body: Values): Promise<T> =>
  o.device<T>(await sourceOf(o, code), `/ingest/parking/${path}`, body)
/** What the clock of the platform says: machines set theirs by it. */
export const platformTime = async (o: Desk): Promise<string> =>
  (await o.get<{ at: string }>(manager, `/public/parking/lots?search=${encodeURIComponent(mall)}`)).at
export const plateOf = (o: Desk): string => `苏D${o.random.integer(10_000, 99_999)}`
export const phoneNumber = (o: Desk): string => `138${o.random.integer(10_000_000, 99_999_999)}`

const addBerths = async (o: Desk, road: string, garage: string, at: { lon: number; lat: number }): Promise<readonly string[]> => {
  const ids: string[] = []
  const common = { vehicle: 'motor', isDisabled: false, isCharging: false }
  for (let n = 1; n <= berthCount; n++)
    ids.push(
      await o.add(
        manager,
        'parking.berth',
        {
          ...common,
          number: berthOf(n),
          lot: road,
          ownership: 'road',
          origin: n > 5 ? 'tapped' : 'fresh',
          openedOn: o.date(-30),
        },
        { lon: at.lon + n * 0.00006, lat: at.lat },
      ),
    )
  for (const [number, node, section] of [
    ['WX-B1-A08', 'B1-A08', 'A区'],
    ['WX-B1-C21', 'B1-C21', 'C区'],
  ] as const) {
    const place = {
      floor: 'B1',
      section,
      node,
      ownership: 'public',
      origin: 'rebuilt',
      openedOn: o.date(-20),
      smartOn: o.date(-5),
    }
    await o.add(manager, 'parking.berth', { ...common, number, lot: garage, ...place })
  }
  for (const [fromNode, toNode, metres, hint] of [
    ['1F-北门', 'B1-2号电梯', 20, '乘2号电梯至B1'],
    ['B1-2号电梯', 'B1-A08', 60, '沿A区直行'],
    ['B1-2号电梯', 'B1-路口', 25, '右转至路口'],
    ['B1-路口', 'B1-C21', 30, 'C区第3排'],
  ] as const)
    await o.add(manager, 'parking.walkway', { lot: garage, fromNode, toNode, metres, hint })
  return ids
}
const addMachines = async (o: Desk, lotIds: ReadonlyMap<string, string>, berths: readonly string[]): Promise<void> => {
  await o.add(manager, 'parking.source', { code: camera, name: '延陵路高位视频', kind: 'camera', isOn: true })
  await o.add(manager, 'parking.source', { code: 'XJ-01', name: '巡检扫描车一号', kind: 'scan', isOn: true })
  for (const [code, lot] of feeds)
    await o.add(manager, 'parking.source', { code, name: `${lot}道闸系统`, kind: 'feed', isOn: true, lot: lotIds.get(lot) })
  for (const [code, name, values] of [
    [boards.area, '湖滨路东口一级屏', { level: 'area', area: o.town.streets[0]?.code }],
    [boards.road, '延陵路二级屏', { level: 'road', lot: lotIds.get(chargedRoad) }],
    [boards.lot, '万象商场入口三级屏', { level: 'lot', lot: lotIds.get(mall) }],
  ] as const)
    await o.add(manager, 'parking.board', { code, name, startedOn: o.date(-60), ...values }, o.spot(name))
  for (const [n, position] of (['down', 'up'] as const).entries()) {
    const number = `DS-${String(n + 1).padStart(3, '0')}`
    const device = await install(o, number, 'lock', `延陵路地锁${n + 1}`)
    await o.add(manager, 'parking.lock', { number, berth: berths[berths.length - 1 - n], device, position })
  }
}
const addPeople = async (o: Desk): Promise<void> => {
  for (const [n, [name, state, login]] of [
    ['赵建平', 'active', 'shoufei1'],
    ['钱秀英', 'active', 'shoufei2'],
    ['孙国强', 'stopped', undefined],
    ['李桂芳', 'left', undefined],
  ].entries()) {
    const account = login ? { person: o.person(login), unit: o.unit('交通设施养护中心') } : {}
    await o.add(manager, 'parking.collector', {
      number: `SF-0${n + 1}`,
      name,
      state,
      joinedOn: o.date(-400 + n * 30),
      ...account,
    })
  }
  for (const [plate, kind, basis] of [
    [freeCar, 'disabled', '残疾人保障法第五十五条,残疾人证已核'],
    ['苏D66012', 'disabled', '残疾人保障法第五十五条,残疾人证已核'],
    ['苏D1120急', 'ambulance', '湖滨人民医院急救车辆登记'],
    ['苏D70933', 'other', '应急抢险车辆,区应急局函'],
  ] as const)
    await o.add(manager, 'parking.exemption', { plate, kind, validFrom: o.date(-60), validTo: o.date(305), basis })
  for (const [n, [name, kind, operator]] of [
    ['城北货车停车场', 'truck', '湖滨物流公司'],
    ['城南渣土车停车场', 'truck', '大运运输公司'],
    ['客运站综合停车场', 'mixed', '湖滨客运公司'],
    ['东环路大客车停车场', 'bus', '安顺旅游客运公司'],
  ].entries())
    await o.add(
      manager,
      'parking.yard',
      { name, kind, operator, areaM2: 6000 + n * 900, hardenedM2: 5600 + n * 900, hasWash: n < 3, hasSpray: n % 2 === 0 },
      o.place(streetNo(o, n)),
    )
}
/** @returns whether the office was empty until now */
export const addParking = async (o: Desk): Promise<boolean> => {
  if ((await o.rows(manager, 'parking.board')).length > 0) return false
  const ids = new Map<string, string>()
  for (const [n, [name, values]] of lots.entries())
    ids.set(name, await o.add(manager, 'parking.lot', { name, ...plain, ...values }, o.place(streetNo(o, n))))
  const [road, garage] = [ids.get(chargedRoad), ids.get(mall)]
  if (!road || !garage) return false
  await addMachines(o, ids, await addBerths(o, road, garage, o.spot(chargedRoad)))
  await addPeople(o)
  return true
}
