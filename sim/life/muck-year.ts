/** The muck desk of the simulated district: shifts, patrols twice a week, violations and sources, dump sites checked and closed, soil passed on, waste of renovations fetched. */
import { addMuck, oldDump, plantDay, plants, secondDump } from './muck-lists.ts'
import { near, nowhere } from './near.ts'
import { data, says } from './sensing-things.ts'
import { type Desk, day, type Entry, every, hour, minute, once, type Story, since } from './story.ts'

const [watch, relief, head, plantHand] = ['zhiban1', 'zhiban2', 'dadui1', 'chuzhi31'] as const
const begin: Story = async function* (o) {
  if ((await o.rows(data, 'muck.plant')).length > 0) return
  await addMuck(o)
  yield 1
}
/** Somebody's street and the officer who goes there. */
const beatOf = (o: Desk) => {
  const street = o.random.integer(1, o.town.streets.length)
  return { officer: `zhongdui${street}1`, place: o.place(street), road: `${o.town.streets[street - 1]?.name ?? ''}主干道` }
}
const platesOf = async (o: Desk): Promise<readonly string[]> =>
  (await o.rows(watch, 'muck.truck')).filter((t) => t.state === 'admitted').map((t) => String(t.plate))

/** Handed over in the evening and taken back in the morning. */
const shift: Story = async function* (o) {
  const p = 'muck.shift'
  if ((await o.rows(watch, p, { status: 'on' })).length === 0)
    await o.file(watch, p, { turn: 'day', officer: '渣土指挥台白班' }, nowhere)
  yield 11 * hour
  for (const [from, to, turn] of [
    [watch, relief, 'night'],
    [relief, watch, 'day'],
  ] as const) {
    const [on] = await o.rows(from, p, { status: 'on' })
    if (!on) return
    const matters = o.random.pick(['无遗留事项', '一趟缺回执,已通知消纳场补签', '夜间雾,已提示减速'])
    await o.act(from, p, on.id, 'handOver', { matters })
    yield 15
    await o.act(to, p, on.id, 'take', { turn })
    yield 12 * hour
  }
}
/** Trucks tell where they are, an hour at a time; seldom a tipper goes up where no dump site is. */
const track: Story = async function* (o) {
  yield minute
  for (const number of ['ZT-01', 'ZT-02', 'ZT-03']) {
    const { lon, lat } = o.place(1)
    const now = Date.parse(o.at(0, 23.8))
    const fixes = [5, 4, 3, 2, 1].map((n) => ({
      at: now - n * 60_000,
      lon,
      lat: lat + n * 0.0004,
      speed: o.random.integer(18, 42),
    }))
    const lift = number === 'ZT-02' && o.random.chance(0.35) ? [{ at: now - 60_000, quantity: 'lift', value: 1 }] : []
    await says(o, number, 'readings', [...fixes, ...lift])
  }
}
/** A camera on the road sees a truck; loaded and on no trip it is a lead, and an officer looks into it. */
const sighting: Story = async function* (o) {
  const { officer, place } = beatOf(o)
  const isLoaded = o.random.chance(0.6)
  const plate = isLoaded ? `苏D7${o.random.integer(1000, 9999)}` : o.random.pick(await platesOf(o))
  const ticket = `ZP${o.date()}-${o.random.integer(100, 999)}`
  await o.post(watch, '/muck/sightings', { ticket, plate, at: o.at(0, 9.9), isLoaded, source: '东环路卡口', ...place })
  yield 3 * hour
  const [alarm] = await o.rows(watch, 'muck.alarm', { status: 'raised', plate })
  if (!alarm) return
  if (o.random.chance(0.3))
    return void (await o.act(watch, 'muck.alarm', alarm.id, 'mistake', { result: '车辆载的是商品沥青,非渣土' }))
  await o.act(watch, 'muck.alarm', alarm.id, 'confirm', { violation: 'unlicensed', result: '中队核实,无处置证' })
  const [v] = await o.rows(head, 'muck.violation', { alarm: alarm.id })
  if (v) yield* proceed(o, v.id, officer)
}
/** Proved by the officer, judged by the head of the brigade. */
async function* proceed(o: Desk, id: string, officer: string): AsyncGenerator<number, void> {
  const p = 'muck.violation'
  yield o.random.integer(4, 30) * hour
  if (o.random.chance(0.15)) return
  if (o.random.chance(0.12)) return void (await o.act(head, p, id, 'drop', { reason: '证据不足,非该车所为' }))
  const evidence = [await o.photo('车辆'), await o.photo('号牌')]
  await o.act(officer, p, id, 'prove', { evidence, facts: '现场照片两张,车辆密闭不严,驾驶员承认' })
  yield o.random.integer(5, 40) * hour
  if (o.random.chance(0.15)) return
  if (o.random.chance(0.4)) await o.act(head, p, id, 'correct', { reason: '首次、轻微,当场改正' })
  else await o.act(head, p, id, 'confirm', { opinion: '事实清楚,证据确凿' })
}
const violation: Story = async function* (o) {
  const { officer, place, road } = beatOf(o)
  const [kind, description] = o.random.pick([
    ['mud', '车轮带泥上路三百米'],
    ['spill', '覆盖不严,沿途遗撒'],
    ['mud', '出场未冲洗,车身带泥'],
    ['dump', '在河边空地倾倒'],
  ] as const)
  const given = { kind, plate: o.random.pick(await platesOf(o)), happenedAt: o.at(0, 6), address: road, description }
  const id = await o.open(officer, 'muck.violation', { ...given, source: o.random.pick(['patrol', 'report', 'joint']) }, place)
  yield* proceed(o, id, officer)
}
/** What waits at the desk from trips and rules. */
const alarms: Story = async function* (o) {
  yield minute
  for (const { id } of (await o.rows(watch, 'muck.alarm', { status: 'raised' })).slice(0, 4))
    if (o.random.chance(0.75))
      await o.act(watch, 'muck.alarm', id, 'handle', {
        result: o.random.pick(['企业已整改,驾驶员受训', '已补签回执', '已约谈工地']),
      })
  for (const { id, loadM3 } of (await o.rows(watch, 'muck.trip', { status: 'differing' })).slice(0, 2))
    await o.act(watch, 'muck.trip', id, 'settle', { receivedM3: Number(loadM3) - 0.5, result: '地磅少计,已更正' })
}
const source: Story = async function* (o) {
  const p = 'muck.source'
  const { officer, place, road } = beatOf(o)
  const kind = o.random.pick(['gate', 'road', 'yard'] as const)
  const [id, hasWashArea] = [kind === 'gate' ? '工地出入口' : '沿线', o.random.chance(0.4)]
  const found = await o.open(
    officer,
    p,
    {
      ...{ place: `${road}${id}`, kind, responsible: '湖滨建设集团', cause: '出口未硬化,冲洗不到位', hasWashArea },
      foundPhotos: [await o.photo('污染源头')],
    },
    place,
  )
  yield 5 * hour
  await o.act(officer, p, found, 'warn', { words: '责令三日内硬化出口、清洗路面' })
  yield o.random.chance(0.2) ? 8 * day : o.random.integer(1, 3) * day
  if (o.random.chance(0.15)) return
  const done = { washAreaM2: 60, washVehicles: o.random.integer(1, 3), cleanedM2: o.random.integer(200, 1500) }
  await o.act(officer, p, found, 'clear', { ...done, donePhotos: [await o.photo('整改后')] })
}
/** Police and traffic come along; the sheet is filled in by midnight. */
const patrol: Story = async function* (o) {
  const p = 'muck.patrol'
  const { officer, place, road } = beatOf(o)
  const id = await o.open(
    officer,
    p,
    {
      ...{ plannedOn: o.date(), occasion: 'weekly', partners: ['cityMgmt', 'police', 'traffic'], leader: '王中队长' },
      roads: `${road}、湖滨大道工地`,
    },
    place,
  )
  yield 7 * hour
  if (o.random.chance(0.1)) return void (await o.act(officer, p, id, 'cancel', { reason: '暴雨,改日补巡' }))
  const trucks = (await platesOf(o)).slice(0, 3).map((plate) => {
    const seen = o.random.next()
    if (seen < 0.75) return { plate, result: 'ok' }
    return { plate, result: seen < 0.93 ? 'rectify' : 'filed', note: '密闭不严' }
  })
  await o.act(officer, p, id, 'finish', {
    ...{ startedAt: o.at(0, 20), endedAt: o.at(0, 21.5), trucks, summary: '设卡检查,未发现冲卡' },
    photos: [await o.photo('设卡')],
  })
}
const check: Story = async function* (o) {
  yield minute
  const { officer, road } = beatOf(o)
  const target = o.random.pick(['site', 'road', 'truck', 'place'] as const)
  const object = { site: '湖滨大道工地', road, truck: '苏D80001', place: secondDump }[target]
  const isBad = o.random.chance(0.5)
  await o.add(officer, 'muck.check', {
    ...{
      number: `JC${o.date()}-${o.random.integer(10, 99)}`,
      target,
      object,
      checkedOn: o.date(),
      times: o.random.integer(1, 6),
    },
    ...{ checkers: '王中队长、李队员', filed: 0, rectified: isBad ? 1 : 0, talked: isBad && o.random.chance(0.3) ? 1 : 0 },
    ...(isBad ? { problem: o.random.pick(['裸土未覆盖', '冲洗台停用', '夜间照明不足']) } : {}),
  })
}
const dumpCheck: Story = async function* (o) {
  const p = 'muck.dump-check'
  const [dump] = await o.rows(data, 'muck.dump', { name: secondDump })
  if (!dump) return
  const isBad = o.random.chance(0.6)
  const items = [
    { item: '挡坝', result: 'ok' },
    { item: '排水沟', result: isBad ? 'bad' : 'ok', ...(isBad ? { note: '局部淤堵' } : {}) },
    { item: '视频监控', result: 'ok' },
  ]
  const given = { dump: dump.id, checkedOn: o.date(), checkers: '安监员二人', items, photos: [await o.photo('消纳场')] }
  const id = await o.open(data, p, given, near(o, dump))
  if (!isBad) return
  yield o.random.integer(2, 9) * day
  await o.act(data, p, id, 'recheck', { donePhotos: [await o.photo('整改后')], result: '已清淤疏通', closedOn: o.date() })
}
/** @param isSent back: the second plan asks to close a site that still has room */
const closing = (name: string, isSent: boolean): Story =>
  async function* (o) {
    const p = 'muck.dump-closing'
    const [dump] = await o.rows(data, 'muck.dump', { name })
    if (!dump) return
    const cost = { coverM: 0.8, greenM2: 9000, costFen: 68_000_000, plan: '分区覆土,种植草灌,设截水沟' }
    const id = await o.open(data, p, { dump: dump.id, dumpName: name, stopOn: o.date(5), ...cost }, near(o, dump))
    yield 3 * day
    if (isSent) return void (await o.act(head, p, id, 'refuse', { opinion: '尚有余量,暂缓封场' }))
    await o.act(head, p, id, 'approve', { opinion: '同意' })
    yield 3 * day
    await o.act(data, p, id, 'stop')
    yield 7 * day
    await o.act(data, p, id, 'cover', { coveredM: 0.85 })
    yield 8 * day
    await o.act(data, p, id, 'accept', { greenedM2: 9200, acceptedOn: o.date(), photos: [await o.photo('复绿')] })
  }
const project: Story = async function* (o) {
  yield minute
  const [rising] = await o.rows(data, 'muck.plant-project', { status: 'building' })
  if (!rising) return
  const progress = Math.min(90, Number(rising.progress ?? 0) + o.random.integer(6, 14))
  await o.act(data, 'muck.plant-project', rising.id, 'report', { progress, words: '主厂房钢结构安装' })
}
const plantRuns: Story = async function* (o) {
  yield minute
  const [plant] = await o.rows(plantHand, 'muck.plant', { name: plants[0][0] })
  if (!plant) return
  for (const ago of [-2, -1])
    await o.file(plantHand, 'muck.plant-day', plantDay(plant.id, o.date(ago), o.random.integer(30, 60) * 10), nowhere)
}
/** A household books by phone's browser; a truck comes, and they say how it was. */
const renovation: Story = async function* (o) {
  const p = 'muck.renovation'
  const [surname, n] = [o.random.pick(['王', '李', '张', '陈']), o.random.integer(1, 20)]
  const booked = {
    ...{ name: `${surname}女士`, phone: `139123${o.random.integer(10_000, 99_999)}`, address: `清潭花园${n}幢20${n % 4}室` },
    ...{ packing: o.random.pick(['bags', 'loose', 'bulky']), estimateM3: o.random.integer(1, 6), wantedOn: o.date(1) },
  }
  const held = await o.outside<{ number: string; receipt: string }>('muck/renovations', booked)
  yield 5 * hour
  if (o.random.chance(0.12)) return void (await o.outside(`muck/renovations/${held.number}/cancel`, { receipt: held.receipt }))
  const [mine] = await o.rows(plantHand, p, { number: held.number })
  const [plant] = await o.rows(plantHand, 'muck.plant', { takesRenovation: true })
  if (!mine || !plant) return
  await o.act(plantHand, p, mine.id, 'plan', { plate: o.random.pick(await platesOf(o)), plant: plant.id, plannedOn: o.date(1) })
  yield (o.random.chance(0.15) ? 5 : 1) * day
  await o.act(plantHand, p, mine.id, 'collect', { m3: o.random.integer(10, 55) / 10, photos: [await o.photo('清运后')] })
  if (o.random.chance(0.3)) return
  yield 4 * hour
  await o.outside(`muck/renovations/${held.number}/rate`, { receipt: held.receipt, score: o.random.integer(3, 5) })
}
/** A site has earth, another wants it; what nobody wants yet goes to the yard and is drawn from it later. */
const soil: Story = async function* (o) {
  const [s, m] = ['muck.soil-order', 'muck.soil-match'] as const
  const m3 = o.random.integer(4, 9) * 100
  const order = (side: string, party: string, amount: number) =>
    o.open(plantHand, s, { side, party, quality: 'clay', m3: amount, fromOn: o.date(), toOn: o.date(50), contact: '项目部' })
  const supply = await order('supply', o.random.pick(['湖滨大道工地', '北港地块基坑']), m3 + 300)
  yield day
  const demand = await order('demand', o.random.pick(['城北公园绿化', '运河护坡工程']), m3)
  const [account] = await o.rows(plantHand, 'muck.soil-account', { quality: 'clay' })
  const match = (mode: string, values: object) => o.open(plantHand, m, { mode, onDay: o.date(3), ...values })
  const direct = await match('direct', { supply, demand, m3 })
  await o.act(plantHand, m, direct, 'reserve')
  const isLeft = o.random.chance(0.2)
  const kept = account ? await match('deposit', { supply, account: account.id, m3: 200 }) : undefined
  yield 3 * day
  if (isLeft) await o.act(plantHand, m, direct, 'release', { result: '用土方工期推迟' })
  else await o.act(plantHand, m, direct, 'deliver', { doneOn: o.date(), result: '直运,过磅相符' })
  if (!kept) return
  await o.act(plantHand, m, kept, 'reserve')
  yield 2 * day
  await o.act(plantHand, m, kept, 'deliver', { doneOn: o.date(), result: '存入堆场' })
}
export const muckDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(1), hour: 5.5, tell: begin },
  ...since(2, {
    shift: { on: every(5, 2), hour: 8.1, tell: shift },
    track: { on: every(3, 2), hour: 23.8, tell: track },
    sighting: { on: every(4), hour: 10.1, tell: sighting },
    violation: { on: every(5, 3), hour: 9.2, tell: violation },
    alarms: { on: every(2, 1), hour: 10.8, tell: alarms },
    source: { on: every(8, 5), hour: 9.4, tell: source },
    patrol: { on: ({ weekday }) => weekday === 2 || weekday === 5, hour: 15.1, tell: patrol },
    check: { on: every(5, 2), hour: 14.1, tell: check },
    'dump check': { on: every(10, 4), hour: 9.7, tell: dumpCheck },
    'closing one': { on: once(2), hour: 10.2, tell: closing(oldDump, false) },
    'closing two': { on: once(8), hour: 10.2, tell: closing(secondDump, true) },
    project: { on: every(12, 7), hour: 16.1, tell: project },
    'plant runs': { on: every(2), hour: 0.3, tell: plantRuns },
    renovation: { on: every(4, 1), hour: 19.4, tell: renovation },
    soil: { on: every(11, 3), hour: 9.6, tell: soil },
  }),
}
