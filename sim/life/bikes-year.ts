/** Bikes of the simulated district over a year: firms and their month's mark, heaps tidied, lines painted, bikes mended, the towed claimed, three-wheelers counted down. */
import { nowhere } from './near.ts'
import { type Desk, day, type Entry, every, hour, minute, once, type Story, since } from './story.ts'

const [data, manager, mender] = ['shuju', 'kaohe1', 'chuzhi12'] as const
const firms = [
  ['青桔(湖滨)运维公司', '91320499MA1BIKE01X', 6000, 5600, 38],
  ['美团单车湖滨站', '91320499MA1BIKE02X', 5000, 5400, 22],
  ['哈啰出行湖滨分公司', '91320499MA1BIKE03X', 7000, 6900, 45],
] as const
const beatOf = (o: Desk, n = o.random.integer(1, o.town.streets.length)) => {
  const street = o.town.streets[n - 1]
  const spot = `${street?.name ?? ''}${o.random.pick(['地铁口', '菜场门口', '商场北门', '医院西侧'])}`
  return { n, officer: `zhongdui${n}1`, admin: `jiedao${n}`, street: street?.code, spot, place: o.place(n) }
}
const square = ({ lon, lat }: { lon: number; lat: number }) => {
  const d = 0.0002
  const ring = [
    [lon - d, lat - d],
    [lon + d, lat - d],
    [lon + d, lat + d],
    [lon - d, lat + d],
    [lon - d, lat - d],
  ]
  return { geometry: { type: 'Polygon', coordinates: [ring] } }
}
/** Public bikes are there from another morning; where they are not, a station with its bikes. */
const addStation = async (o: Desk): Promise<void> => {
  if ((await o.rows(data, 'bikes.station')).length > 0) return
  const at = o.spot('湖滨广场')
  const values = { code: 'HB-C', name: '湖滨广场', docks: 10, emptyAt: 1, fullAt: 1, mode: 'docked', openedOn: o.date() }
  const station = await o.add(data, 'bikes.station', values, at)
  const bikes = ['HB0101', 'HB0102', 'HB0103', 'HB0104']
  for (const number of bikes) await o.add(data, 'bikes.bike', { number, inServiceOn: o.date() })
  await o.file('paiqian1', 'bikes.deploy', { station, bikes }, { ...at })
}
const begin: Story = async function* (o) {
  if ((await o.rows(data, 'bikes.operator')).length > 0) return
  for (const [i, [name, creditCode, quota, fleet, staff]] of firms.entries()) {
    const contact = { contact: ['顾经理', '潘经理', '谢经理'][i], phone: `1381900300${i}` }
    const operator = await o.add(data, 'bikes.operator', { name, creditCode, quota, fleet, staff, ...contact })
    const fence = {
      name: `${name.slice(0, 2)}${['地铁站东', '商场北', '学校西'][i]}停放区`,
      kind: 'park',
      operator,
      capacity: 60 + i * 20,
    }
    await o.add(data, 'bikes.fence', fence, square(o.spot(fence.name)))
  }
  await o.add(data, 'bikes.fence', { name: '湖滨公园禁停区', kind: 'ban', capacity: 0 }, square(o.spot('湖滨公园禁停区')))
  for (const [i, road] of ['湖滨路东段', '文昌路菜场', '北门路医院'].entries()) {
    const line = { lengthM: 40 + i * 25, capacity: 60 + i * 40, paintedOn: o.date(-60 - i * 20), note: '车头朝向道路,依线停放' }
    await o.add(data, 'bikes.line', { road, direction: i === 1 ? 'slanted' : 'straight', ...line }, o.spot(road))
  }
  for (const [i, place] of ['湖滨路文昌路口', '北门路东环路口', '湖滨大道公园口'].entries())
    await o.add(data, 'bikes.sunshade', { place, builtOn: o.date(-12 - i * 150), areaM2: 48 + i * 12 }, o.spot(place))
  await addStation(o)
  yield 1
}
/** A bike or a dock out of order: mended, or written off. */
const repair: Story = async function* (o) {
  const p = 'bikes.repair'
  const docked = await o.rows(mender, 'bikes.bike-now', { state: 'docked' })
  if (docked.length === 0) return
  const { id: bike, station } = o.random.pick(docked)
  const isDock = o.random.chance(0.3)
  const dock = { what: 'dock', station, dockNo: o.random.integer(1, 8), fault: '锁舌不回弹' }
  const given = isDock ? dock : { what: 'bike', bike, fault: o.random.pick(['链条断', '刹车失灵', '坐垫损坏']) }
  const id = await o.open(mender, p, given)
  yield o.random.integer(4, 50) * hour
  if (o.random.chance(0.15)) return
  if (!isDock && o.random.chance(0.12)) return void (await o.act(mender, p, id, 'scrap', { reason: '车架变形,无修复价值' }))
  const done = { parts: isDock ? '锁舌' : '链条、刹车线', photos: [await o.photo('修后')] }
  await o.act(mender, p, id, 'fix', { ...done, ...(isDock ? {} : { backTo: station }) })
}
const disorder: Story = async function* (o) {
  const p = 'bikes.disorder'
  const { admin, officer, street, spot, place } = beatOf(o)
  const isShared = o.random.chance(0.75)
  const operator = isShared ? o.random.pick(await o.rows(manager, 'bikes.operator')) : undefined
  const kind = isShared ? { kind: 'shared', operator: operator?.id, duty: 'operator' } : { kind: 'private', duty: 'street' }
  const seen = { street, place: spot, bikes: o.random.integer(5, 40), photos: [await o.photo('乱停')] }
  const id = await o.open(officer, p, { ...kind, ...seen }, place)
  yield o.random.chance(0.25) ? 4 * hour : o.random.integer(25, 100)
  if (o.random.chance(0.1)) return
  const by = isShared ? 'chuzhi31' : admin
  await o.act(by, p, id, 'tidy', { afterPhotos: [await o.photo('整改后')] })
  yield hour
  if (o.random.chance(0.12)) {
    await o.act(manager, p, id, 'sendBack', { reason: '仍占盲道' })
    yield 50
    await o.act(by, p, id, 'tidy', { afterPhotos: [await o.photo('整改后')] })
    yield hour
  }
  await o.act(manager, p, id, 'close')
}
const score: Story = async function* (o) {
  const p = 'bikes.score'
  const month = o.date(-3).slice(0, 7)
  for (const [i, { id: operator }] of (await o.rows(manager, 'bikes.operator')).entries()) {
    const id = await o.file(manager, p, { operator, month }, nowhere)
    yield 2 * hour
    if (i < 2) await o.act(manager, p, id, 'publish')
  }
}
/** @param isKept what they promise is done at the first look */
const talk = (index: number, isKept: boolean): Story =>
  async function* (o) {
    const p = 'bikes.talk'
    const firm = (await o.rows(manager, 'bikes.operator'))[index]
    if (!firm) return
    const id = await o.file(manager, p, { operator: firm.id, reason: '超投且早高峰淤积反复' }, { ...nowhere, action: 'call' })
    yield 2 * day
    const what = '增配早高峰运维八人'
    const promises = [
      { what, dueOn: o.date(4) },
      { what: '清退超投车辆', dueOn: o.date(6) },
    ]
    await o.act(manager, p, id, 'hold', { heldOn: o.date(), attendee: '潘经理', minutes: '限期整改,逐项复查', promises })
    yield 8 * day
    if (!isKept) return
    const checked = promises.map((x) => ({ what: x.what, result: 'kept' }))
    await o.act(manager, p, id, 'recheck', { checked })
  }
const linePlan: Story = async function* (o) {
  const p = 'bikes.line-plan'
  const { officer, spot, place } = beatOf(o)
  const estimateM = o.random.integer(30, 120)
  const foundBy = o.random.pick(['巡查', '市民建议', '街道报送'])
  const id = await o.open(officer, p, { road: spot, estimateM, foundBy }, place)
  yield o.random.integer(1, 3) * day
  if (o.random.chance(0.2)) return void (await o.act(manager, p, id, 'refuse', { reason: '占消防通道' }))
  await o.act(manager, p, id, 'approve', { plannedOn: o.date(7) })
  yield o.random.integer(4, 9) * day
  if (o.random.chance(0.2)) return
  const direction = o.random.pick(['straight', 'slanted'] as const)
  await o.act(manager, p, id, 'paint', { lengthM: estimateM, capacity: estimateM * 2, direction, paintedOn: o.date() })
}
/** Towed in the morning; some are fetched, the firms' own go back in a lorry, what nobody wanted for three months is disposed of. */
const tow: Story = async function* (o) {
  const { officer, street, spot, place } = beatOf(o)
  const kind = o.random.pick(['ebike', 'ebike', 'bicycle', 'shared'] as const)
  const old = o.random.chance(0.25)
  const plate = `常A${o.random.integer(10_000, 99_999)}`
  const towedAt = old ? o.at(-100, 8.5) : o.at(0, 8.5)
  const operator = kind === 'shared' ? (await o.rows(officer, 'bikes.operator'))[0] : undefined
  await o.add(
    officer,
    'bikes.towed',
    {
      ...{ plate, kind, batch: `${old ? o.date(-100) : o.date()}集中清理`, place: spot, street, towedAt, yard: '勤业停放场' },
      ...{ photos: [await o.photo('拖移')], state: 'held', ...(operator ? { operator: operator.id } : {}) },
    },
    place,
  )
  yield o.random.integer(20, 90) * hour
  if (o.random.chance(0.25)) return
  const claim = operator
    ? { outcome: 'operator' }
    : old
      ? { outcome: 'disposed', note: '公告期满无人认领' }
      : { outcome: 'claimed', owner: '张某', idNumber: '320404198808081234', feeFen: 2000 }
  await o.file(officer, 'bikes.tow-claim', { plate, ...claim }, { ...place })
}
/** @param share of what was there at first */
const counted = (share: number): Story =>
  async function* (o) {
    yield minute
    for (const n of [1, 2].slice(0, o.town.streets.length)) {
      const { admin, street, place } = beatOf(o, n)
      for (const [kind, inUse] of [
        ['three', 650],
        ['two', 21_000],
      ] as const) {
        const now = Math.round(inUse * (kind === 'three' ? share : 1))
        const rest = { countedOn: o.date(), disorders: o.random.integer(6, 30), violations: o.random.integer(10, 50) }
        await o.add(admin, 'bikes.stock', { street, kind, inUse: now, ...rest }, place)
      }
    }
  }
const campaign = (name: string, target: number, isOver: boolean): Story =>
  async function* (o) {
    const p = 'bikes.campaign'
    const span = { startOn: o.date(-1), endOn: o.date(180), target }
    const id = await o.file(manager, p, { name, lead: '区政府', partners: ['城管局', '公安交警'], ...span }, nowhere)
    yield 5 * day
    await o.act(manager, p, id, 'joint', { on: o.date(), who: '城管、交警', handled: o.random.integer(30, 90) })
    yield 14 * day
    await o.act(manager, p, id, 'joint', { on: o.date(), who: '城管、交警、市场监管', handled: o.random.integer(20, 60) })
    if (!isOver) return
    yield 2 * day
    await o.act(manager, p, id, 'count')
    const { latest } = await o.row(manager, p, id)
    if (Number(latest ?? target + 1) <= target) await o.act(manager, p, id, 'finish')
  }
export const bikesDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(1), hour: 9.1, tell: begin },
  ...since(2, {
    repair: { on: every(5, 1), hour: 11.2, tell: repair },
    disorder: { on: every(2, 1), hour: 8.6, tell: disorder },
    score: { on: ({ monthDay }) => monthDay === 2, hour: 10.4, tell: score },
    'talk one': { on: once(3), hour: 14.2, tell: talk(1, true) },
    'talk two': { on: once(20), hour: 14.2, tell: talk(0, false) },
    'line plan': { on: every(6, 4), hour: 9.9, tell: linePlan },
    tow: { on: every(4, 2), hour: 10.1, tell: tow },
    'count one': { on: once(2), hour: 15.2, tell: counted(1) },
    'count two': { on: once(22), hour: 15.2, tell: counted(0.64) },
    'campaign one': { on: once(2), hour: 9.3, tell: campaign('电动三轮车专项整治', 900, true) },
    'campaign two': { on: once(9), hour: 9.3, tell: campaign('老年代步车规范治理', 300, false) },
  }),
}
