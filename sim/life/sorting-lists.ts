/** What the sorting office of the simulated district had before its life begins: places with their points and people, standards and targets, prices, sites, venues, gifts. */
import { streetName, streetNo } from './ground.ts'
import type { Desk, Row, Values } from './story.ts'

const [data, head, leader, collector] = ['shuju', 'dadui1', 'juzhang', 'chuzhi31'] as const
export const criteria: Readonly<Record<string, readonly string[]>> = {
  sdyd: ['定时投放', '定点设施', '定人督导'],
  standard: ['准确率达标', '设施完好', '宣传到位'],
  unit: ['办公区设桶', '食堂厨余签约'],
  village: ['户分类', '专车收运'],
}
export const placesOf = (o: Desk): readonly (readonly [string, string, number, number])[] => [
  ['湖滨花园', 'compound', 860, streetNo(o, 0)],
  ['文昌新村', 'compound', 1240, streetNo(o, 1)],
  ['银杏里小区', 'compound', 520, streetNo(o, 0)],
  ['区税务局', 'unit', 0, streetNo(o, 0)],
  ['柳溪村', 'village', 320, streetNo(o, 1)],
]
const keeper = {
  ...{ keeper: '湖滨物业服务有限公司', keeperCode: '91320499MA1SORT01X', keeperPhone: '13900001111' },
  duty: '分类投放管理、劝导、交由有资质单位收运',
} as const
const addPlaces = async (o: Desk): Promise<void> => {
  const p = 'sorting.place'
  for (const [i, [name, kind, households, n]] of placesOf(o).entries()) {
    const by = `jiedao${n}`
    const where = o.place(n)
    const values = { name, kind, households, persons: households * 3, isBuiltUp: kind !== 'village' }
    const id = await o.open(by, p, { ...values, ...(kind === 'unit' ? { unitKind: 'organ' } : {}) }, where)
    await o.act(by, p, id, 'appoint', keeper)
    await o.act(by, p, id, 'publish', { signOn: o.date() })
    if (kind === 'compound') {
      const hours = { openHours: '07:00-09:00,18:00-20:00', points: 2, supervisors: '王督导、李督导' }
      await o.act(by, p, id, 'fix', hours)
    }
    const point = {
      ...{ code: `JD-S${i + 1}`, kind: 'point', place: id, quantity: 1, state: 'good', installedOn: o.date(-300) },
      ...{ streams: ['kitchen', 'recyclable', 'hazardous', 'other'], hours: '07:00-09:00,18:00-20:00' },
    }
    await o.add(data, 'sorting.facility', point, where)
    if (kind === 'village')
      await o.act(by, p, id, 'collect', {
        ...{ isFacilitated: true, isSorted: true, isUnified: true, mode: '户分类、村收集', perWeek: 7 },
        ...{ vehicle: '苏D6H011', operator: '湖滨环卫' },
      })
    if (kind !== 'compound') continue
    const more = (['smart', 'machine', 'bulky'] as const)[i] ?? 'smart'
    const extra = { code: `SB-S${i + 1}`, kind: more, ...(more === 'bulky' ? { capacityM3: 20 } : {}) }
    await o.add(data, 'sorting.facility', { ...point, ...extra, streams: more === 'smart' ? ['recyclable'] : [] }, where)
    const bins = { code: `TZ-S${i + 1}`, kind: i === 2 ? 'kiosk' : 'bin', quantity: i === 2 ? 2 : 36 }
    await o.add(data, 'sorting.facility', { ...point, ...bins }, where)
    const guide = { name: ['王指导', '李指导', '赵指导'][i], phone: `1390000310${i}`, hours: '07:00-09:00' }
    await o.add(data, 'sorting.guide', { ...guide, place: id, fromOn: o.date(-200) })
    const member = { name: ['何党员', '孙党员', '周志愿者'][i], phone: `1390000320${i}`, isParty: i < 2, branch: '社区党支部' }
    await o.add(by, 'sorting.member', { ...member, place: id, joinedOn: o.date(-90) }, where)
    const account = { code: `H-S0${i + 1}`, place: id, household: `${i + 3}幢501`, phone: `1390000330${i}` }
    await o.add(by, 'sorting.account', { ...account, points: 0, isFrozen: false }, where)
  }
}
const addStandards = async (o: Desk): Promise<void> => {
  for (const [title, items] of Object.entries(criteria))
    for (const item of items) await o.add(data, 'sorting.criterion', { title, item, basis: '本省生活垃圾分类达标验收标准(示例)' })
  for (const [title, level, count] of [
    ['standard', 'province', 12],
    ['sdyd', 'district', 40],
    ['village', 'district', 8],
  ] as const)
    await o.add(data, 'sorting.target', { year: o.year(), title, level, count })
  for (const [i, { code }] of o.town.streets.slice(0, 8).entries())
    await o.add(
      data,
      'sorting.quota',
      {
        ...{ town: code, year: o.year(), yearOn: `${o.year()}-01-01`, persons: 18_600 + i * 2100, ceilingT: 6200 + i * 700 },
        ...{ isRural: i > 5, basis: '年度生活垃圾总量控制计划' },
      },
      { areaCode: code },
    )
  for (const [name, role] of [
    ['张科长', 'lead'],
    ['陈干事', 'inspector'],
    ['林联络员', 'liaison'],
  ] as const)
    await o.add(data, 'sorting.seconded', {
      ...{ name, role, phone: '13900003401', fromUnit: streetName(o, 1), paper: '城管委办〔2026〕3号' },
      validFrom: o.date(-60),
    })
}
const addGoods = async (o: Desk): Promise<void> => {
  for (const [name, kind, capacity] of [
    ['湖滨垃圾分类科普馆', 'hall', 40],
    ['绿源分拣中心参观线', 'base', 25],
  ] as const)
    await o.add(data, 'sorting.venue', {
      ...{ name, kind, capacity, address: '科普路1号', openDays: ['1', '2', '3', '4', '5', '6', '7'], hours: '09:00-16:30' },
      ...{ guide: '讲解员小何', phone: '0519-88880000', openedOn: o.date(-400), isOpen: true },
    })
  for (const [name, price, stock] of [
    ['肥皂一块', 2, 80],
    ['垃圾袋一卷', 4, 60],
    ['洗衣液', 100, 12],
  ] as const)
    await o.add(data, 'sorting.gift', { name, price, stock, outlet: '湖滨花园兑换机', low: 5 })
  for (const [i, name] of ['大件一队', '大件二队'].entries())
    await o.add(data, 'sorting.bulky-team', { name, plate: `苏D6D00${i + 1}`, people: 3, feeFen: 3000 })
  for (const [source, kind, tons, outlet] of [
    ['柳溪村秸秆', 'straw', 900, 'none'],
    ['农贸市场果蔬', 'kitchen', 600, 'compost'],
    ['园林枝叶', 'garden', 420, 'compost'],
    ['养殖场粪污', 'manure', 1500, 'biogas'],
  ] as const)
    await o.add(data, 'sorting.organic-source', { source, kind, tons, outlet, surveyedOn: o.date(-50), surveyor: '调查一组' })
  for (const [name, target, least, amountFen, from, to] of [
    ['正确投放家庭奖', 'household', 2, 5000, 0, 9],
    ['优秀小区奖(季度)', 'compound', 2, 500_000, -60, 29],
  ] as const)
    await o.add(data, 'sorting.reward-rule', {
      ...{ name, target, least, amountFen, budgetFen: amountFen * 20, fromOn: o.date(from), toOn: o.date(to) },
    })
}
const addPrices = async (o: Desk): Promise<void> => {
  for (const [material, isLowValue, unitFen, subsidyFen] of [
    ['paper', false, 120, 0],
    ['plastic', false, 80, 0],
    ['mixed', false, 30, 0],
    ['glass', true, 5, 10],
  ] as const) {
    const values = { material, isLowValue, unitFen, subsidyFen, validFrom: o.date(), basis: '资源回收价格机制' }
    await o.act(leader, 'sorting.price', await o.file(data, 'sorting.price', values), 'publish')
  }
}
const addSites = async (o: Desk): Promise<void> => {
  const s = 'sorting.site'
  const [compound] = await o.rows(data, 'sorting.place', { name: '湖滨花园' })
  const [facility] = await o.rows(data, 'sorting.facility', { code: 'JD-S1' })
  const of = (name: string, level: string, more: Values) =>
    o.open(data, s, { name, level, operator: '绿源再生资源公司', licence: `BA-${name.length}${level.length}`, ...more })
  const centre = await of('区再生资源分拣中心', 'centre', {})
  const station = await of('湖滨回收站', 'station', { parent: centre })
  await of('湖滨花园回收点', 'point', { parent: station, place: compound?.id, facility: facility?.id })
  const [other] = await o.rows(data, 'sorting.place', { name: '文昌新村' })
  const old = await of('老厂区回收点', 'point', { parent: station, place: other?.id })
  await o.act(data, s, old, 'close', { reason: '地块拆迁,并入湖滨花园回收点' })
  for (const [name, capacityM3] of [
    ['湖滨大件暂存点', 30],
    ['文昌大件暂存点', 12],
    ['旧粮库暂存点', 8],
  ] as const) {
    const id = await o.open(data, 'sorting.bulky-point', { name, capacityM3, address: '环湖路18号' })
    if (capacityM3 === 8) await o.act(data, 'sorting.bulky-point', id, 'close')
  }
}
const addContracts = async (o: Desk): Promise<void> => {
  const shops = (await o.rows(data, 'grid.shop', { trade: 'food' })).slice(0, 5)
  for (const [i, shop] of shops.entries()) {
    const values = { name: shop.name, shop: shop.id, address: shop.address, seats: 40 + i * 30 }
    const id = await o.open(collector, 'sorting.contract', values, { lon: shop.lon, lat: shop.lat })
    if (i === 2 || i === 3) continue
    if (i === 4) {
      await o.act(collector, 'sorting.contract', id, 'close', { reason: '店铺转让歇业' })
      continue
    }
    await o.act(collector, 'sorting.contract', id, 'sign', {
      ...{ collector: '洁源餐厨收运公司', contractNo: `CC-${o.year()}-${i + 1}`, kgPerDay: 60 + i * 20, window: '20:00-22:00' },
      ...{ days: ['1', '4'], validFrom: o.date(), validTo: o.date(365) },
    })
  }
}
export const addSorting = async (o: Desk): Promise<void> => {
  await addStandards(o)
  await addPlaces(o)
  await addGoods(o)
  await addPrices(o)
  await addSites(o)
  await addContracts(o)
}
export const placeNamed = async (o: Desk, name: string): Promise<Row | undefined> =>
  (await o.rows(head, 'sorting.place', { name }))[0]
