/** What the sensing desk of the simulated district had before its life begins: machines by kind, cameras with their shops, routes, tags, berths, risks. */
import type { Desk, Machine, Values } from './story.ts'

export const data = 'shuju'
/** Keys are shown once: whoever asked for one keeps it. */
const keys = new WeakMap<object, Map<string, Promise<Machine>>>()
const machineOf = (o: Desk, number: string): Promise<Machine> => {
  const known = keys.get(o.town) ?? new Map<string, Promise<Machine>>()
  keys.set(o.town, known)
  const issue = async (): Promise<Machine> => {
    const [device] = await o.rows(data, 'sensing.device', { number })
    const { key } = await o.post<{ key: string }>(data, `/sensing/devices/${device?.id}/key`, {})
    return { number, key }
  }
  const machine = known.get(number) ?? issue()
  known.set(number, machine)
  return machine
}
export const says = async <T = Values>(o: Desk, number: string, path: string, body: unknown): Promise<T> =>
  o.device<T>(await machineOf(o, number), `/ingest/${path}`, body)

export const install = (o: Desk, number: string, kind: string, name: string, extra: Values = {}): Promise<string> =>
  o.add(
    data,
    'sensing.device',
    { number, name, kind, state: 'active', maker: '湖滨物联科技', installedOn: o.date(-120), ...extra },
    o.spot(name),
  )
const square = ({ lon, lat }: { lon: number; lat: number }, d: number): Values => ({
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [lon - d, lat - d],
        [lon + d, lat - d],
        [lon + d, lat + d],
        [lon - d, lat + d],
        [lon - d, lat - d],
      ],
    ],
  },
})
/** Half the length of a line on the map, in degrees. */
export const halfLine = 0.003
const lineAt = ({ lon, lat }: { lon: number; lat: number }): Values => ({
  geometry: {
    type: 'LineString',
    coordinates: [
      [lon - halfLine, lat],
      [lon + halfLine, lat],
    ],
  },
})

const addPlaces = async (o: Desk): Promise<void> => {
  for (const [name, note] of [
    ['核心区渣土车禁行', '7时至20时不得进入'],
    ['湖滨公园禁飞区', '节假日大型活动期间'],
    ['湖滨实验小学周边', '上下学时段慢行'],
  ] as const)
    await o.add(data, 'sensing.fence', { name, note }, square(o.spot(name), 0.001))
  for (const [name, level, from, to] of [
    ['寒潮大风', 'blue', -40, -38],
    ['道路结冰', 'yellow', -24, -23],
  ] as const)
    await o.add(data, 'sensing.weather', {
      ...{ name, level, startsAt: o.at(from, 6), endsAt: o.at(to, 18), source: '区气象台' },
    })
  for (const [name, deviceKind, unit, leader] of [
    ['市政抢修一队', 'manhole', '市政设施养护所', '顾队长'],
    ['排水应急队', 'level', '排水管理中心', '严队长'],
    ['照明抢修班', 'lamp', '城市照明管理所', '沈班长'],
    ['环卫机动队', 'bin', '环境卫生管理所', '金队长'],
  ] as const)
    await o.add(
      data,
      'sensing.team',
      { name, deviceKind, unit: o.unit(unit), leader, phone: `1396100${1000 + name.length * 7}` },
      o.spot(name),
    )
}
export const box = 'SB-01'
export const cameras = [
  ['SXT-01', '湖滨路东口', '湖滨路', 'frontage', '老街面馆'],
  ['SXT-02', '文昌路中段', '文昌路', 'frontage', '顺发小吃店'],
  ['SXT-03', '北门菜场', '北门路', 'frontage', '永盛水果店'],
  ['SXT-04', '地铁站出口', '湖滨路', 'street', ''],
  ['SXT-05', '一号消纳点', '东环路', 'site', ''],
] as const
const scenes = [
  ['outside', 0.5, 0.9, 4, '09005'],
  ['occupying', 0.5, 0.92, 2, '09001'],
  ['bin', 0.7, 0.95, 4, '06042'],
  ['litter', 0.6, 0.95, 4, '06010'],
  ['ads', 0.6, 0.95, 8, '07001'],
] as const
const addEyes = async (o: Desk): Promise<void> => {
  const device = await install(o, box, 'camera', '城市之眼识别终端')
  const shops = await o.rows(data, 'grid.shop')
  for (const [i, [number, name, road, use, shop]] of cameras.entries()) {
    const camera = await o.add(
      data,
      'sensing.camera',
      { number, name, road, use, box: device, owner: '湖滨区城市管理局', isOn: true, installedOn: o.date(-100 + i) },
      o.spot(name),
    )
    if (!shop) continue
    const seen = await o.add(data, 'sensing.shop-in-view', {
      ...{ camera, name: shop, keeper: `${shop.slice(0, 1)}老板`, phone: `1381000200${i}`, address: `${road}${i * 8 + 2}号` },
      ...(shops[i] ? { shop: shops[i].id } : {}),
    })
    await o.add(data, 'sensing.zone', {
      ...{ name: '门前人行道', camera, scene: 'outside', classes: ['chair', 'dining table', 'umbrella'], least: 0.5, atOnce: 2 },
      ...{ dwellSeconds: 300, isOn: i === 0, shop: seen },
      corners: [
        { x: 5, y: 45 },
        { x: 95, y: 45 },
        { x: 95, y: 98 },
        { x: 5, y: 98 },
      ],
    })
  }
  const common = { isOn: true, validFrom: o.date(-100), basis: '市容环卫责任区智慧化试点方案', categoryKind: 'matter' }
  for (const [kind, least, sure, fixHours, category] of scenes)
    await o.add(data, 'sensing.scene', { ...common, kind, least, sure, fixHours, category })
  for (const [modelVersion, state, precision, samples] of [
    ['sz-1.0', 'retired', 81.5, 4200],
    ['sz-1.1', 'running', 86.2, 900],
  ] as const)
    await o.add(data, 'sensing.model', { modelVersion, state, precision, samples, trainedOn: o.date(-90) })
}
export const risks = [
  ['东环路燃气调压站', 'gas', 'orange', '市政设施养护所', 'chuzhi11', 15],
  ['运河老桥', 'bridge', 'yellow', '市政设施养护所', 'chuzhi12', 7],
  ['城南泵站', 'water', 'yellow', '排水管理中心', 'chuzhi71', 15],
  ['湖滨广场大型落地广告', 'sign', 'blue', '户外广告管理中心', 'chuzhi51', 30],
  ['文昌路百年银杏', 'tree', 'blue', '园林绿化管理所', 'chuzhi41', 30],
  ['城东垃圾中转站', 'landfill', 'red', '环境卫生管理所', 'chuzhi31', 7],
] as const
const addRisks = async (o: Desk): Promise<void> => {
  for (const [name, kind, level, unit, keeper, intervalDays] of risks)
    await o.add(
      data,
      'sensing.risk-source',
      {
        ...{ name, kind, level, unit: o.unit(unit), keeper: o.person(keeper), intervalDays, since: o.date(-90) },
        control: '专人巡查,设警示标志,汛期与大风天加密检查',
      },
      o.spot(name),
    )
}
export const pilots = ['caiji4', 'caiji1'] as const
export const flightLine = '运河航线'
/** Sweepers: their terminal, route and plan. */
export const sweepers = [
  ['HW-01', '湖滨路洗扫', '湖滨路早班', '洁城环卫公司', '苏D61201'],
  ['HW-02', '文昌路洗扫', '文昌路早班', '城东保洁公司', '苏D61202'],
] as const
const addFleet = async (o: Desk): Promise<void> => {
  await o.add(data, 'sensing.line', { name: flightLine, note: '湖滨公园至东环桥' }, lineAt(o.spot(flightLine)))
  for (const [number, route, name, operator, plate] of sweepers) {
    const device = await install(o, number, 'terminal', `${operator}洗扫车`, { plate })
    const line = await o.add(data, 'sensing.line', { name: route }, lineAt(o.spot(route)))
    const hours = { startsAt: '05:00', endsAt: '06:00', maxSpeed: 15, dayFen: 62_000 }
    await o.add(data, 'sensing.work-plan', { name, line, device, operator, ...hours })
  }
  for (const [n, login] of pilots.entries()) {
    await o.add(data, 'sensing.drone', { number: `UAS-0${n + 1}`, model: n ? 'M3E' : 'M30', insuredTo: o.date(300 + n * 20) })
    const licence = `CAAC-${o.year() - 1}-0${n + 1}7`
    await o.add(data, 'sensing.pilot', { person: o.person(login), licence, validTo: o.date(400 + n * 30) })
  }
}
export const batch = (o: Desk): string => `${o.year()}年第一批`
const lands = ['farm', 'green', 'build', 'forest', 'farm'] as const
const addSpots = async (o: Desk): Promise<void> => {
  for (const [n, landType] of lands.entries()) {
    const code = `TB${o.year()}-${String(n + 1).padStart(3, '0')}`
    const values = { batch: batch(o), code, imagedOn: o.date(-20), landType }
    await o.add(data, 'sensing.spot-shape', values, square(o.spot(code), 0.0002 + n * 0.00004))
  }
}
export const tags = [
  ['公园东门', '04A1B2C301'],
  ['水上平台', '04A1B2C302'],
  ['配电房', '04A1B2C303'],
] as const
export const radios = ['DJ-01', 'DJ-02', 'DJ-03', 'DJ-04'] as const
export const talkGroup = '城中网格'
const addPatrol = async (o: Desk): Promise<void> => {
  const hours = { startsAt: '19:00', endsAt: '21:30', person: o.person('caiji2') }
  const route = await o.add(data, 'sensing.patrol-route', { name: '湖滨公园夜巡', ...hours })
  for (const [i, [name, tag]] of tags.entries())
    await o.add(data, 'sensing.patrol-tag', { name, tag, route, order: i + 1 }, o.spot(name))
  for (const [n, number] of radios.entries()) {
    const device = await install(o, `${number}J`, 'radio', `对讲机${number}`)
    const unit = o.unit(n < 3 ? '城市管理监督中心' : '环境卫生管理所')
    await o.add(data, 'sensing.radio', { number, device, group: n < 3 ? talkGroup : '环卫作业', unit, boughtOn: o.date(-200) })
  }
}
export const docks = [
  ['ZX-01', '湖滨广场南站'],
  ['ZX-02', '文昌路东站'],
] as const
export const recyclers = ['HS-01', 'HS-02'] as const
export const exchange = 'DH-01'
const addCabinets = async (o: Desk): Promise<void> => {
  for (const [n, park] of ['湖滨公园', '湖滨公园', '北门游园'].entries()) {
    const device = await install(o, `AP-0${n + 1}`, 'ap', `${park}接入点${n + 1}`)
    await o.add(
      data,
      'sensing.access-point',
      { number: `WF-0${n + 1}`, park, device, radiusM: 60 },
      o.spot(`${park}接入点${n + 1}`),
    )
  }
  for (const [n, number] of recyclers.entries()) {
    const compound = n ? '红梅新村' : '清潭花园'
    const device = await install(o, number, 'recycler', `${compound}回收柜`)
    await o.add(
      data,
      'sensing.recycler',
      { number: `HSG-0${n + 1}`, device, compound, installedOn: o.date(-80) },
      o.spot(`${compound}回收柜`),
    )
  }
  const device = await install(o, exchange, 'exchange', '清潭社区兑换机')
  const machine = await o.add(
    data,
    'sensing.points-machine',
    { number: 'DHJ-01', device, place: '清潭社区服务站', isFaulty: false },
    o.spot('清潭社区兑换机'),
  )
  for (const [slot, name, price, stock] of [
    [1, '抽纸', 100, 40],
    [2, '垃圾袋', 60, 60],
    [3, '洗洁精', 180, 3],
  ] as const)
    await o.add(data, 'sensing.goods', { machine, slot, name, price, stock, low: 5 })
  for (const [number, name] of docks) {
    const controller = await install(o, number, 'dock', name)
    await o.add(data, 'sensing.bike-dock', { name, device: controller, docks: 2, fenceM: 50 }, o.spot(name))
  }
}
export const scanCar = 'XJ-01'
export const berths = [
  ['HB-001', 'DC-01'],
  ['HB-002', 'DC-02'],
  ['HB-003', 'DC-03'],
] as const
const addBerths = async (o: Desk): Promise<void> => {
  await install(o, scanCar, 'terminal', '泊位巡检车', { plate: '苏D61301' })
  const roads: string[] = []
  for (const [name, mode, before, now] of [
    ['湖滨路', 'sensor', 8, 2],
    ['文昌路', 'scan', 6, 0],
    ['北门路', 'lock', 4, 1],
    ['东环路', 'collector', 5, 5],
  ] as const)
    roads.push(
      await o.add(data, 'sensing.berth-road', {
        ...{ name, mode, since: o.date(-60), collectorsBefore: before, collectorsNow: now },
      }),
    )
  for (const [number, meter] of berths) {
    const device = await install(o, meter, 'parking', `${number}地磁`)
    const retrofit = { device, method: 'magnet', retrofittedOn: o.date(-60) }
    await o.add(data, 'sensing.berth', { number, road: roads[0], ...retrofit }, o.spot(`${number}地磁`))
  }
  for (const [i, number] of ['WC-001', 'WC-002', 'DH-001'].entries())
    await o.add(data, 'sensing.berth', { number, road: roads[i < 2 ? 1 : 3] }, o.spot(number))
}
/** Safety parts of some homes whose years are nearly over. */
export const addGasParts = async (o: Desk): Promise<void> => {
  const known = await o.rows(data, 'sensing.gas-user')
  const users = known.slice(0, 3).map((u) => u.id)
  for (let n = users.length; n < 3; n++)
    users.push(
      await o.add(
        data,
        'sensing.gas-user',
        { code: `RQ9000${n}`, name: `老用户${n + 1}`, class: 'resident', address: `红梅新村${n + 2}幢101室` },
        o.place(1),
      ),
    )
  const taken = new Set((await o.rows(data, 'sensing.gas-part')).map((p) => `${p.user} ${p.kind}`))
  for (const [n, kind] of (['alarm', 'valve', 'hose', 'hose', 'alarm'] as const).entries()) {
    const user = users[n % 3]
    if (taken.has(`${user} ${kind}`)) continue
    const expiresOn = o.date(n * 8 - 10)
    await o.add(data, 'sensing.gas-part', { user, kind, serial: `LS-${n + 1}`, installedOn: o.date(-1500), expiresOn })
  }
}
export const addThings = async (o: Desk): Promise<void> => {
  await addPlaces(o)
  await addEyes(o)
  await addRisks(o)
  await addFleet(o)
  await addSpots(o)
  await addPatrol(o)
  await addCabinets(o)
  await addBerths(o)
}
