/** What the gardens office of the simulated district had on its lists before its life begins: green spaces and plans, segments with their water, parks, trees, pests. */
import { lineAt, roadsOf, squareAt, streetName, streetNo } from './ground.ts'
import type { Desk } from './story.ts'

const data = 'shuju'
const segments = [
  ['YH-01', '湖滨片一标段', '绿源园林养护公司', 'first', 186_000, 158],
  ['YH-02', '文昌片二标段', '常青园艺工程公司', 'first', 142_000, 121],
  ['YH-03', '东园片三标段', '江南绿化养护公司', 'second', 210_000, 132],
  ['YH-04', '清源片四标段', '绿源园林养护公司', 'second', 168_000, 98],
] as const
const addSegments = async (o: Desk): Promise<readonly string[]> => {
  const ids: string[] = []
  for (const [i, [code, name, contractor, grade, areaM2, wan]] of segments.entries())
    ids.push(
      await o.add(
        data,
        'greening.segment',
        {
          ...{ code, name, contractor, grade, areaM2, priceFen: wan * 1_000_000, unit: o.unit('园林绿化管理所') },
          ...{ fromOn: o.date(-240), toOn: o.date(855) },
        },
        o.place(streetNo(o, i)),
      ),
    )
  return ids
}
const spaces = [
  ['LV-001', '湖滨公园绿地', 'G1', 'park', 1_480_000, -2600],
  ['LV-002', '青枫公园绿地', 'G1', 'park', 960_000, -1400],
  ['LV-003', '文昌口袋公园', 'G1', 'pocket', 2600, -25],
  ['LV-004', '梧桐苑邻里月季园', 'G1', 'rose', 900, -40],
  ['LV-005', '铁路防护林带', 'G2', 'shelter', 640_000, -3100],
  ['LV-006', '市民广场', 'G3', 'other', 160_000, -1900],
  ['LV-007', '各道路绿地(汇总)', 'XG', 'road', 1_240_000, -1100],
  ['LV-008', '高架桥柱立体绿化', 'XG', 'vertical', 1800, -310],
  ['LV-009', '居住区附属绿地(汇总)', 'XG', 'attached', 480_000, -1500],
] as const
const addSpaces = async (o: Desk, segmentIds: readonly string[]): Promise<readonly string[]> => {
  const ids: string[] = []
  for (const [i, [code, name, cls, form, areaM2, built]] of spaces.entries())
    ids.push(
      await o.add(
        data,
        'greening.space',
        {
          ...{ code, name, class: cls, form, areaM2, coverM2: Math.round(areaM2 * 0.9), owner: '湖滨区城市管理局' },
          ...{ grade: i < 4 ? 'first' : 'second', segment: segmentIds[i % 4], openHours: '全天', state: 'open' },
          ...{ buildKind: i === 3 ? 'rebuilt' : 'new', builtOn: o.date(built), handedOn: o.date(Math.min(-5, built + 30)) },
        },
        squareAt(o.spot(name), Math.min(180, Math.sqrt(areaM2))),
      ),
    )
  for (const [i, [name, lengthM, built]] of (
    [
      ['滨湖绿道(东岸段)', 4200, -800],
      ['运河绿道(文昌段)', 2600, -420],
      ['青枫绿道', 1800, -30],
    ] as const
  ).entries())
    await o.add(
      data,
      'greening.greenway',
      {
        ...{ code: `LD-00${i + 1}`, name, lengthM, widthM: 3.5, lamps: Math.round(lengthM / 30), stations: i < 2 ? 2 : 1 },
        ...{ links: '轨道站、公园', buildKind: 'new', builtOn: o.date(built), state: 'open' },
      },
      lineAt(o.spot(name), 160),
    )
  for (const [i, areaHa] of [12.4, 8.6, 15.2, 6.9, 10.1].entries())
    await o.add(
      data,
      'greening.block',
      { name: `${streetName(o, streetNo(o, i)).replace('街道', '')}居住地块${i + 1}`, areaHa },
      o.place(streetNo(o, i)),
    )
  for (const [i, [name, role]] of (
    [
      ['周阿姨', 'keeper'],
      ['吴同学', 'volunteer'],
      ['郑师傅', 'keeper'],
    ] as const
  ).entries())
    await o.add(data, 'greening.keeper', {
      ...{ space: ids[i === 2 ? 2 : 3], name, role, phone: `1390000221${i}`, season: '春秋', isWeekly: i !== 1 },
      duties: i === 1 ? '浇水、捡拾垃圾' : '修剪、浇水、看护花木',
    })
  return ids
}
const addPlans = async (o: Desk, spaceIds: readonly string[]): Promise<void> => {
  const year = o.year()
  const basis = [
    [year - 1, 11_800_000, 161_000, 103_000],
    [year, 12_000_000, 163_000, 104_500],
  ] as const
  for (const [of, builtUpM2, population, dutyPopulation] of basis)
    await o.add(data, 'greening.basis', {
      ...{ year: of, builtUpM2, population, dutyPopulation, source: '区统计公报、国土变更调查' },
      ...(of === year ? { current: 'yes' } : {}),
    })
  const plan = await o.add(data, 'greening.plan', {
    ...{ name: '湖滨区绿地系统规划(2021-2035)', fromYear: 2021, toYear: 2035, years: 15 },
    ...{ approvedBy: '湖政复〔2021〕17号', approvedOn: '2021-06-18' },
  })
  await o.add(data, 'greening.plan', {
    ...{ name: '湖滨区公园体系规划(2024-2030)', fromYear: 2024, toYear: 2030, years: 7 },
    ...{ approvedBy: '湖政复〔2024〕5号', approvedOn: '2024-03-05' },
  })
  for (const n of [-1, 0, 1])
    await o.add(data, 'greening.plan-target', {
      ...{ plan, year: year + n, landRate: 40 + n * 0.4, coverRate: 43.5 + n * 0.4, perHead: 14.6 + n * 0.2 },
    })
  for (const [i, [code, areaM2, by]] of (
    [
      ['HB-G-01', 42_000, -2],
      ['WC-G-03', 2600, 0],
      ['DY-G-02', 8800, 0],
      ['QY-G-05', 15_400, 3],
    ] as const
  ).entries())
    await o.add(
      data,
      'greening.plot',
      { plan, code, landUse: '1401', areaM2, buildBy: year + by, ...(i < 2 ? { space: spaceIds[i + 1] } : {}) },
      squareAt(o.spot(code), Math.min(180, Math.sqrt(areaM2))),
    )
  for (const [item, indicator, least] of [
    ['绿地率', 'greening.land-rate', 40],
    ['绿化覆盖率', 'greening.cover-rate', 43],
    ['人均公园绿地面积', 'greening.per-head', 14.8],
    ['公园绿化活动场地服务半径覆盖率', 'greening.service-rate', 90],
  ] as const)
    await o.add(data, 'greening.city-target', {
      ...{ item, indicator, least, basis: '国家生态园林城市标准', evidence: [await o.photo(`${item}佐证`)] },
    })
}
const parks = [
  ['HBGY', '湖滨公园', 'general', 'city', 1_480_000, 620_000],
  ['QFGY', '青枫公园', 'general', 'city', 960_000, 510_000],
  ['WCYY', '文昌游园', 'small', 'district', 6200, 6200],
  ['DYGY', '东园社区公园', 'community', 'district', 11_500, 5000],
  ['ZWY', '月季专类园', 'special', 'district', 18_000, 9000],
] as const
const addParks = async (o: Desk): Promise<void> => {
  for (const [code, name, cls, level, areaM2, wifiM2] of parks)
    await o.add(
      data,
      'greening.park',
      {
        ...{ code, name, class: cls, level, areaM2, wifiM2, owner: '湖滨区城市管理局', manager: '公园管理所', state: 'open' },
        openHours: cls === 'special' ? '6:00-21:00' : '全天',
      },
      o.spot(name),
    )
  for (const [name, kind, tier, built, capacity] of [
    ['滨湖义务植树基地', 'base', 'province', -700, 300],
    ['城东义务植树基地', 'base', 'city', -360, 200],
    ['青年纪念林', 'grove', 'city', -40, 500],
    ['全民义务植树主题展览馆', 'hall', 'nation', -900, 50],
  ] as const)
    await o.add(
      data,
      'greening.base',
      { name, kind, tier, capacity, builtOn: o.date(built), manager: '园林绿化管理所', openHours: '9:00-16:30' },
      o.spot(name),
    )
}
const addTrees = async (o: Desk, segmentIds: readonly string[]): Promise<void> => {
  const roads = await roadsOf(o)
  for (let n = 1; n <= 10; n++)
    await o.add(
      data,
      'greening.tree',
      {
        ...{ code: `HD-${String(n).padStart(4, '0')}`, road: roads[n % 2]?.id, segment: segmentIds[n % 4] },
        ...{ species: ['香樟', '悬铃木', '银杏', '栾树'][n % 4], dbhCm: 18 + n * 2, health: n === 9 ? 'weak' : 'good' },
        ...{ isDangerous: n === 3, isAdoptable: n > 5 },
      },
      o.spot(`行道树${n}`),
    )
  for (const [i, [species, age, grade]] of (
    [
      ['银杏', 620, 'first'],
      ['圆柏', 340, 'second'],
      ['朴树', 160, 'third'],
    ] as const
  ).entries())
    await o.add(
      data,
      'greening.ancient',
      {
        ...{ code: `GS-01${i}${i + 1}`, species, age, grade, heightM: 22 - i * 4, girthCm: 420 - i * 90, radiusM: 8 },
        ...{ keeper: `${streetName(o, streetNo(o, i))}办事处`, plan: '2025版', health: 'good', isAdoptable: i === 2 },
      },
      o.spot(`古树${i}`),
    )
}
const addUpkeep = async (o: Desk, segmentIds: readonly string[]): Promise<void> => {
  for (let n = 0; n < 4; n++) {
    const point = await o.add(
      data,
      'greening.water-point',
      {
        ...{ code: `GS-${n + 1}`, segment: segmentIds[n], kind: n % 2 ? 'hydrant' : 'sprinkler', pipeM: 320 + n * 90 },
        ...{ coverM2: 42_000 + n * 6000, meter: `LH-${1001 + n}`, builtOn: o.date(-500 + n * 90), state: 'good' },
      },
      o.place(streetNo(o, n)),
    )
    await o.add('chuzhi41', 'greening.meter-reading', { point, readOn: o.date(-4), m3: 260 + n * 70 })
  }
  for (const [name, host, fromDay, toDay, threshold, method, isCatkin] of [
    ['星天牛', '悬铃木、柳', 501, 831, 20, '噻虫啉微胶囊剂', 'insect'],
    ['美国白蛾', '悬铃木、桑', 420, 930, 15, '灭幼脲', 'insect'],
    ['白粉病', '月季、紫薇', 401, 1031, 30, '三唑酮', 'disease'],
    ['杨柳飞絮', '杨、柳', 401, 515, 10, '赤霉酸抑絮剂', 'catkin'],
  ] as const)
    await o.add(data, 'greening.pest', { name, host, fromDay, toDay, threshold, method, isCatkin })
  for (const [name, capacityT, built] of [
    ['东园绿化废弃物处置中心', 12, -420],
    ['荷塘枝叶粉碎点', 3, -28],
  ] as const)
    await o.add(
      data,
      'greening.waste-site',
      { name, capacityT, operator: '绿源再生公司', commissionedOn: o.date(built), products: '堆肥、园林覆盖物' },
      o.spot(name),
    )
  // The last good rain lies weeks back: the drought begins by itself.
  await o.add('chuzhi41', 'greening.rain', { dayOn: o.date(-23), mm: 14, soil: 58 })
}
export const addGreening = async (o: Desk): Promise<void> => {
  const segmentIds = await addSegments(o)
  const spaceIds = await addSpaces(o, segmentIds)
  await addPlans(o, spaceIds)
  await addParks(o)
  await addTrees(o, segmentIds)
  await addUpkeep(o, segmentIds)
}
