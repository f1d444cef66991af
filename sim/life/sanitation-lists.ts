/** What the sanitation office of the simulated district had on its lists before its life begins: crews, bins, stops and times, vehicles, stations, villages, toilets. */
import { roadsOf, streetName, streetNo } from './ground.ts'
import type { Desk, Values } from './story.ts'

const [data, crew] = ['shuju', 'chuzhi31'] as const
export const operator = '洁城环卫公司'
const addStreets = async (o: Desk): Promise<void> => {
  for (const n of [0, 1, 2])
    await o.add(data, 'sanitation.night-town', {
      ...{
        town: streetName(o, (n % o.town.streets.length) + 1) + (n >= o.town.streets.length ? n : ''),
        startOn: o.date(-90 + n * 30),
      },
      ...{ isOn: n < 2, sweeper: '苏D20002', washer: '苏D20003', dustTruck: '苏D20004' },
    })
  for (const [i, [place, street]] of (
    [
      ['万达南门', '商业大街'],
      ['地铁1号口', '湖滨大道'],
      ['步行街东口', '文昌步行街'],
      ['影城门前', '文昌步行街'],
    ] as const
  ).entries())
    await o.add(
      data,
      'sanitation.collector',
      {
        ...{ code: `YT-00${i + 1}`, place, street, everyDays: 7, emptiedOn: o.date(-i), installedOn: o.date(-300 + i * 70) },
        state: 'ok',
      },
      o.spot(place),
    )
  for (const [i, [name, job]] of (
    [
      ['李桂英', 'sweeper'],
      ['王建国', 'driver'],
      ['张秀兰', 'toilet'],
      ['赵永福', 'collector'],
      ['陈美华', 'sweeper'],
      ['周管理', 'manager'],
    ] as const
  ).entries())
    await o.add(data, 'sanitation.worker', { code: `G-${101 + i}`, name, job, operator, phone: `1390000400${i}`, isOn: i !== 4 })
  const roads = await roadsOf(o)
  for (let n = 0; n < 6; n++) {
    const road = roads[n < 4 ? 0 : 1]
    const bin = { code: `T-${201 + n}`, road: road?.id, roadName: road?.name, litres: 240, state: 'inUse' }
    await o.add(data, 'sanitation.street-bin', bin, o.place(streetNo(o, n)))
  }
}
const addRounds = async (o: Desk): Promise<void> => {
  for (const [i, [code, name, kind]] of (
    [
      ['S-01', '湖滨大道3号点', 'point'],
      ['S-02', '文昌路菜场点', 'point'],
      ['S-03', '老街饭店', 'shop'],
      ['S-04', '区政务中心', 'unit'],
    ] as const
  ).entries()) {
    const values = { code, name, kind, keeper: '张师傅', operator, state: 'unchecked' }
    const stop = await o.add(data, 'sanitation.stop', values, o.place(streetNo(o, i)))
    if (i > 2) continue
    const time = { fromTime: `0${6 + i}:30`, toTime: `0${7 + i}:30` }
    await o.add(data, 'sanitation.timetable', {
      route: '3号线',
      stop,
      plate: '苏D20001',
      ...time,
      days: i < 2 ? ['1', '4'] : ['4'],
    })
  }
}
const vehicles = [
  ['苏D20001', 'compactor', 'diesel', 'g6', -700],
  ['苏D20002', 'sweeper', 'electric', 'zero', -200],
  ['苏D20003', 'washer', 'diesel', 'g5', -1500],
  ['苏D20004', 'mist', 'hybrid', 'g6', -400],
  ['苏D20009', 'compactor', 'diesel', 'g3', -4300],
] as const
const addFleet = async (o: Desk): Promise<void> => {
  for (const [plate, kind, energy, emission, bought] of vehicles)
    await o.add(data, 'sanitation.vehicle', {
      ...{
        plate,
        kind,
        energy,
        emission,
        operator,
        state: 'inService',
        acquiredOn: o.date(bought),
        tareKg: 8000,
        loadKg: 12_000,
      },
      ...{ isSmall: false, insuredTo: o.date(160), inspectedTo: o.date(220) },
    })
  for (const [name, piles] of [
    ['环卫停车场充电站', 12],
    ['城北收集站充电点', 4],
    ['加氢示范站', 0],
  ] as const)
    await o.add(
      data,
      'sanitation.charger',
      { name, piles, address: `${name}内`, kw: piles * 60, openedOn: o.date(-260), isOpen: piles > 0 },
      o.spot(name),
    )
  for (const [code, name, kind, capacityT] of [
    ['ZZ-01', '湖滨转运站', 'transfer', 60],
    ['SJ-01', '城北收集站', 'collect', 8],
  ] as const)
    await o.add(
      data,
      'sanitation.station',
      {
        ...{ code, name, kind, capacityT, operator, isHarmless: false, state: 'running', buildKind: 'new' },
        builtOn: o.date(kind === 'transfer' ? -30 : -2200),
      },
      o.spot(name),
    )
  for (const [code, name] of [
    ['XX-01', '湖滨大道驿站'],
    ['XX-02', '文昌驿站'],
    ['XX-03', '运河公园驿站'],
  ] as const)
    await o.add(
      data,
      'sanitation.rest-place',
      {
        ...{ code, name, address: `${name}20号`, areaM2: 36, comforts: ['water', 'microwave', 'aircon', 'medicine'] },
        ...{ openFrom: '05:00', openTo: '21:00', keeper: '王芳', state: 'open', builtOn: o.date(-120) },
      },
      o.spot(name),
    )
}
const addVillages = async (o: Desk): Promise<void> => {
  const known = (await o.rows(data, 'grid.village', { level: 'village' })).slice(0, 3).map((v) => [v.id, String(v.name)] as const)
  const n = streetNo(o, 1)
  const made = async (name: string) => {
    const values = { name, town: streetName(o, n), level: 'village', households: 320, collection: 'direct', isSorting: true }
    return [await o.add(data, 'grid.village', { ...values, title: 'none' }, o.place(n)), name] as const
  }
  const villages = known.length >= 2 ? known : [await made('湖东村'), await made('柳溪村'), await made('石桥村')]
  for (const [village, name] of villages)
    await o.add(data, 'sanitation.village-contract', {
      ...{ village, name, town: streetName(o, n), keeper: '绿村管护公司', quarterFen: 3_600_000 },
      ...{ fromOn: o.date(-200), toOn: o.date(900) },
    })
}
export const toilets = [
  ['GC-01', '湖滨大道公厕', 'one'],
  ['GC-02', '文昌公厕', 'two'],
  ['GC-03', '运河公园公厕', 'none'],
  ['GC-04', '荷塘村公厕', 'three'],
] as const
const toiletValues = (o: Desk, code: string, name: string, more: Values): Values => ({
  ...{
    code,
    name,
    kind: 'public',
    area: 'urban',
    town: streetName(o, 1),
    address: `${name}旁`,
    aGrade: 'none',
    cityGrade: 'none',
  },
  ...{ menSquats: 3, menUrinals: 3, womenSquats: 6, thirdRooms: 1, isAccessible: true, openFrom: '00:00', openTo: '00:00' },
  ...{ keeper: '刘姐', operator, state: 'open', buildKind: 'new', builtOn: o.date(-1600), ...more },
})
export const gateway = 'GCWG-01'
const addToilets = async (o: Desk): Promise<void> => {
  const box = { number: gateway, name: '湖滨大道公厕网关', kind: 'gateway', state: 'active' }
  const device = await o.add(data, 'sensing.device', box, o.spot('湖滨大道公厕'))
  for (const [code, name, cityGrade] of toilets) {
    const area = code === 'GC-04' ? 'rural' : 'urban'
    const more = { cityGrade, area, ...(code === 'GC-01' ? { device } : {}), ...(code === 'GC-02' ? { rounds: 1 } : {}) }
    await o.add(data, 'sanitation.toilet', toiletValues(o, code, name, more), o.spot(name))
  }
  for (const [town, area, kind, target] of [
    [streetName(o, 1), 'urban', 'new', 2],
    [streetName(o, 1), 'urban', 'upgraded', 3],
    [streetName(o, 2), 'rural', 'rebuilt', 2],
  ] as const)
    await o.add(data, 'sanitation.toilet-plan', { year: o.year(), town, area, kind, target })
}
/** The contract in force was won months ago; its bills are the months gone by. */
const addTender = async (o: Desk): Promise<void> => {
  const t = 'sanitation.tender'
  const papers = [await o.photo('招标文件')]
  const id = await o.file(crew, t, {
    ...{
      name: '城区环卫一体化第三轮',
      round: 3,
      scope: '城区道路清扫保洁、收运、公厕',
      areaM2: 3_200_000,
      years: 3,
      yearWan: 6000,
    },
  })
  await o.act(crew, t, id, 'review', {
    panel: ['赵工', '钱工', '孙教授', '李高工', '周会计师'].map((name) => ({ name, from: '市评标专家库', vote: 'yes' })),
    review: '测算合理,服务标准明确',
    papers,
  })
  await o.act(crew, t, id, 'notice', { noticeOn: o.date(-140), openOn: o.date(-115) })
  const award = { winner: operator, bidWan: 5760, contract: `HW-${o.year()}-01`, fromOn: o.date(-100), toOn: o.date(995), papers }
  await o.act('juzhang', t, id, 'award', award)
  const handover = [
    { thing: '扫路车', count: 12, isOk: 'ok' },
    { thing: '保洁员', count: 260, isOk: 'ok' },
  ]
  await o.act(crew, t, id, 'takeOver', { handover, takenOn: o.date(-98), papers })
}
export const addSanitation = async (o: Desk): Promise<void> => {
  await addFleet(o)
  await addStreets(o)
  await addRounds(o)
  await addVillages(o)
  await addToilets(o)
  await addTender(o)
}
