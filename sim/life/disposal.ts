/** A day of disposal in the simulated district: the closed landfill walked and measured, leachate told by the day, old waste dug out, the incinerator's day and its ash, contracts paid by the score, dumped waste cleared. */
import { addDisposal, burnOf, landfillName, leachatePlant, visited } from './disposal-city.ts'
import { near, nowhere } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story } from './story.ts'

const [run, checker, leader, data, duty] = ['chuzhi32', 'kaohe1', 'juzhang', 'shuju', 'zhiban2'] as const
const begin: Story = async function* (o) {
  if ((await o.rows(data, 'disposal.landfill')).length === 0) yield* addDisposal(o)
}
const siteOf = async (o: Desk): Promise<Row | undefined> => (await o.rows(run, 'disposal.landfill', { status: 'closed' }))[0]
const p = 'disposal.patrol'
const patrolItems = ['围挡与门禁', '无关人员', '监测井', '调节池液位', '雨污分流', '填埋气导排', '边坡', '臭气'] as const
const troubles = { 围挡与门禁: '北侧围挡破损约三米', 雨污分流: '截洪沟落叶淤塞', 边坡: '覆盖膜局部掀开' } as const
const patrols: Story = async function* (o) {
  for (const planned of await o.rows(run, p, { status: 'planned' })) {
    if (String(planned.dueOn) > o.date() || o.random.chance(0.2)) continue
    const bad = o.random.chance(0.45) ? o.random.pick(Object.keys(troubles)) : undefined
    const lines = patrolItems.map((item) =>
      item === bad ? { item, result: 'bad', note: troubles[item as keyof typeof troubles] } : { item, result: 'ok' },
    )
    await o.act(run, p, planned.id, 'look', { lines, photos: [await o.photo('填埋场巡查')] })
  }
  for (const { id } of await o.rows(checker, p, { status: 'fixed' }))
    await o.act(checker, p, id, 'close', { isOk: o.random.chance(0.85) ? 'yes' : 'no' })
  yield 5 * hour
  for (const { id } of await o.rows(run, p, { status: 'found' }))
    if (o.random.chance(0.5))
      await o.act(run, p, id, 'fix', { fix: '已安排班组整改到位,现场恢复', photos: [await o.photo('整改后')] })
}
const m = 'disposal.measurement'
const measure: Story = async function* (o) {
  // Each point in its turn; some three times a month one is over its line.
  const points = await o.rows(data, 'disposal.point')
  const point = points[Math.floor(Date.parse(o.date()) / 172_800_000) % points.length]
  if (!point) return
  const most = Number(point.most)
  const isOver = Number(o.date().slice(8)) % 9 === 4
  const share = (over: boolean) =>
    Math.round(most * (over ? o.random.between(1.05, 1.4) : o.random.between(0.3, 0.92)) * 1000) / 1000
  const sample = point.kind === 'well' ? { sampleNo: `YP${o.date().replaceAll('-', '')}` } : {}
  const id = await o.open(run, m, { point: point.id, value: share(isOver), measuredAt: o.at(0, 8.5), ...sample }, near(o, point))
  if (!isOver) return
  yield o.random.integer(5, 30) * hour
  await o.act(run, m, id, 'handle', { measure: '加大抽排、检查防渗与导排,加密监测', photos: [await o.photo('处置')] })
  yield 2 * day
  await o.act(checker, m, id, 'again', { again: share(false) })
}
/** Yesterday's leachate and what stands in the pond; rain lets it rise, and then it says why. */
const leachate: Story = async function* (o) {
  const [device] = await o.rows(data, 'sensing.device', { kind: 'leachate' })
  const site = await siteOf(o)
  if (!device || !site) return
  for (const { id } of await o.rows(duty, 'sensing.leachate-day', { status: 'filed' }))
    await o.act(duty, 'sensing.leachate-day', id, 'confirm')
  const before = Number(
    (await o.rows(run, 'disposal.leachate-stock')).toSorted((a, b) => String(b.dayOn).localeCompare(String(a.dayOn)))[0]
      ?.stockM3 ?? 5200,
  )
  const producedT = o.random.integer(270, 330)
  const isWet = o.random.chance(0.16)
  const treatedT = producedT + (isWet ? -o.random.integer(20, 60) : o.random.integer(2, 26))
  const values = { producedT, treatedT, dischargedT: Math.round(treatedT * 0.78) }
  const reason = isWet ? { reason: '降雨入渗,膜组件清洗停机四小时' } : {}
  await o.open(
    run,
    'sensing.leachate-day',
    {
      device: device.id,
      plant: leachatePlant,
      reportedOn: o.date(-1),
      ...values,
      ...reason,
    },
    near(o, site),
  )
  const stockM3 = before + producedT - treatedT
  const note = isWet ? { note: '降雨入渗致存量上升,已加大膜系统负荷压降' } : {}
  await o.open(
    run,
    'disposal.leachate-stock',
    { site: site.id, plant: leachatePlant, dayOn: o.date(-1), stockM3, ...note },
    near(o, site),
  )
}
const emergency: Story = async function* (o) {
  const e = 'disposal.emergency-run'
  const id = await o.open(
    run,
    e,
    { plant: '应急膜处理车', reason: '调节池液位接近警戒', startedAt: o.at(0, 13) },
    o.spot(leachatePlant),
  )
  yield 2 * hour
  const isOk = o.random.chance(0.8)
  await o.act(checker, e, id, 'allow', { isOk: isOk ? 'yes' : 'no' })
  if (!isOk) return
  // Until nine of the next day, or of the one after.
  yield (17.6 + 24 * o.random.integer(0, 1)) * hour
  await o.act(run, e, id, 'end', { endedAt: o.at(0, 8), treatedT: o.random.integer(120, 400) })
}
/** A load across the plant's weighbridge. @returns number of the ticket */
const weigh = async (o: Desk, fromPlace: string, hours: number, kg: number): Promise<string> => {
  const ticket = `D${Date.parse(o.at(0, hours)) / 1000}`
  const load = { direction: 'in', waste: 'other', plate: '苏D70002', fromPlace, grossKg: 8000 + kg, tareKg: 8000 }
  await o.post('zhiban1', '/sanitation/weighings', { ...load, ticket, station: 'SIM-FS1', at: o.at(0, hours) })
  return ticket
}
const hasBridge = async (o: Desk): Promise<boolean> => (await o.rows(data, 'sanitation.station', { code: 'SIM-FS1' })).length > 0
const x = 'disposal.excavation'
/** A cell is dug; what goes to the fire is what the bridge says, and where it is not, somebody decides. */
const dig: Story = async function* (o) {
  const site = await siteOf(o)
  if (!site || !(await hasBridge(o))) return
  const kg = o.random.integer(8000, 11_500)
  await weigh(o, landfillName, 14, kg)
  yield hour
  const isOff = o.random.chance(0.18)
  const burnedT = kg / 1000 + (isOff ? 3.2 : 0)
  const cell = o.random.pick(['A1', 'A1', 'A2', 'B1'])
  const id = await o.open(
    run,
    x,
    {
      ...{ site: site.id, cell, dayOn: o.date(), dugT: Math.round(burnedT * o.random.between(1.2, 2)), burnedT },
      ...{ sprays: o.random.integer(4, 9), agentKg: o.random.integer(8, 20), cover: 'yes', photos: [await o.photo('开挖覆盖')] },
      ...(isOff ? { note: '一车尾料估重,未单独过磅' } : {}),
    },
    near(o, site),
  )
  if (!isOff) return
  yield 20 * hour
  await o.act(checker, x, id, 'confirm', { burnedT: kg / 1000, opinion: '以焚烧厂地磅为准' })
}
const b = 'disposal.burn-day'
/** The plant's yesterday is filed and looked at; one in twenty comes back with its slag wrong. */
const burn: Story = async function* (o) {
  const [plant] = await o.rows(data, 'sorting.plant', { stream: 'incineration' })
  if (!plant) return
  const isOver = o.random.chance(0.06)
  const id = await o.open(run, b, burnOf(o, plant.id, o.date(-1), isOver), near(o, plant))
  yield 3 * hour
  if (o.random.chance(0.06)) {
    await o.act(checker, b, id, 'sendBack', { opinion: '炉渣量与出厂磅单不符,请核对后重报' })
    yield 5 * hour
    const { burnedT, gridKwh, slagT, ashT } = await o.row(run, b, id)
    await o.act(run, b, id, 'again', { burnedT, gridKwh, ashT, slagT: Number(slagT) + 6, note: '炉渣漏计一车,已更正' })
    yield hour
  }
  await o.act(checker, b, id, 'confirm', isOver ? { opinion: '在线数据属实,故障已排除,报生态环境部门备案' } : {})
}
const closeMonth: Story = async function* (o) {
  const [plant] = await o.rows(data, 'sorting.plant', { stream: 'incineration' })
  const monthOn = `${o.date(-5).slice(0, 7)}-01`
  const days = (await o.rows(run, b, { plant: plant?.id, status: 'confirmed' })).filter((d) =>
    String(d.dayOn).startsWith(monthOn.slice(0, 7)),
  )
  const length = new Date(Date.UTC(Number(monthOn.slice(0, 4)), Number(monthOn.slice(5, 7)), 0)).getUTCDate()
  if (plant && days.length === length) await o.open(checker, 'disposal.burn-month', { plant: plant.id, monthOn }, near(o, plant))
}
const leached = ['moisture', 'dioxin', 'hg', 'cu', 'zn', 'pb', 'cd', 'be', 'ba', 'ni', 'as', 'cr', 'cr6', 'se'] as const
const usual: Readonly<Record<string, number>> = { moisture: 24, dioxin: 0.8, cu: 1.2, zn: 6, ba: 3, cr: 0.4, cr6: 0.1 }
const a = 'disposal.ash'
/** A batch of ash: stabilised, tested, once in seven stabilised again, and buried in its own cell. */
const ash: Story = async function* (o) {
  const [plant] = await o.rows(data, 'sorting.plant', { stream: 'incineration' })
  const [cell] = await o.rows(data, 'disposal.ash-cell')
  if (!plant || !cell) return
  const batch = `F${o.date().replaceAll('-', '')}`
  const id = await o.open(
    run,
    a,
    { batch, plant: plant.id, madeOn: o.date(-1), rawT: 40, stableT: 48, agentPercent: 2.5 },
    near(o, plant),
  )
  const test = (n: number, pb: number) =>
    o.act(checker, a, id, 'test', {
      tests: leached.map((item) => ({ item, value: item === 'pb' ? pb : (usual[item] ?? 0.01) })),
      ...{ lab: '湖滨环境检测公司', reportNo: `HJ${batch.slice(1)}-${n}` },
    })
  yield 2 * day
  const isBad = o.random.chance(0.15)
  await test(1, isBad ? 0.31 : 0.12)
  if (isBad) {
    yield day
    await o.act(run, a, id, 'again', { agentPercent: 3.5, stableT: 48.6 })
    yield 2 * day
    await test(2, 0.14)
  }
  yield o.random.integer(1, 4) * day
  await o.act(run, a, id, 'bury', { cell: cell.id, plate: '苏D70011', buriedT: 48, buriedOn: o.date() })
}
const visit: Story = async function* (o) {
  const bot = o.random.pick((await o.rows(checker, 'disposal.bot')).filter((x) => x.status !== 'handed'))
  yield* visited(o, bot.id, o.date(), o.random.chance(0.4))
}
const k = 'disposal.bot-month'
/** Last month's score of each contract, where it was visited often enough; the bureau's head agrees. */
const pay: Story = async function* (o) {
  const monthOn = `${o.date(-10).slice(0, 7)}-01`
  for (const bot of await o.rows(checker, 'disposal.bot')) {
    const visits = (await o.rows(checker, 'disposal.visit', { bot: bot.id })).filter((v) =>
      String(v.dayOn).startsWith(monthOn.slice(0, 7)),
    )
    if (visits.length < 2) continue
    const goals = bot.goals as readonly { item: string; sense: string; target: number }[]
    const lines = goals.map(({ item, sense, target }) => {
      const isMet = o.random.chance(0.85)
      return { item, actual: Math.round(target * ((sense === 'least') === isMet ? 1.04 : 0.93) * 100) / 100 }
    })
    const id = await o.open(checker, k, { bot: bot.id, monthOn, lines }, nowhere)
    yield 2 * day
    await o.act(leader, k, id, 'decide', { isOk: 'yes', opinion: '同意按考核结果付费' })
  }
}
const nodes: Story = async function* (o) {
  const [phase] = await o.rows(leader, 'disposal.phase', { status: 'building' })
  const next = (phase?.nodes as readonly { name: string; doneOn?: string | null }[] | undefined)?.find((n) => !n.doneOn)
  if (phase && next) await o.act(leader, 'disposal.phase', phase.id, 'reach', { node: next.name, doneOn: o.date() })
}
const d = 'disposal.dump'
const places = ['河塘东侧空地', '铁路涵洞旁', '河道北岸坡', '拆迁地块西角', '机耕路边'] as const
/** A place is found, cleared by weight, traced, its surroundings looked at; one in eight is nothing. */
const dump: Story = async function* (o) {
  const n = o.random.integer(1, o.town.streets.length)
  const place = `${(o.town.streets[n - 1]?.name ?? '').replace('街道', '')}${o.random.pick(places)}`
  const values = {
    kind: o.random.pick(['dumped', 'dumped', 'water', 'buried']),
    waste: o.random.pick(['household', 'mixed', 'building']),
  }
  const id = await o.open(
    `jiedao${n}`,
    d,
    {
      ...{ ...values, place, amountT: o.random.integer(6, 16), source: '日常巡查', campaign: `${o.year()}年生活垃圾排查整治` },
      ...{ dueOn: o.date(20), foundPhotos: [await o.photo('垃圾点位')] },
    },
    o.place(n),
  )
  yield o.random.integer(1, 3) * day
  if (o.random.chance(0.12))
    return o.act(checker, d, id, 'dismiss', { traced: '现场核实为施工单位当日临时堆料,已清运,不属于倾倒点' })
  if (!(await hasBridge(o))) return
  const ticket = await weigh(o, place, 9, o.random.integer(6000, 11_500))
  yield hour
  await o.act(`jiedao${n}`, d, id, 'carry', { ticket })
  const isKnown = o.random.chance(0.35)
  await o.act(`jiedao${n}`, d, id, 'trace', {
    partyKind: 'person',
    ...(isKnown
      ? { party: '郑某某', partyCode: '320404198001011234', traced: '调取监控并经当事人确认' }
      : { traced: '周边无监控,走访未发现责任人,已设警示牌' }),
  })
  yield 2 * day
  const near = ['东侧沟渠', '西侧林地', '北侧地块'].map((name) => ({
    place: `${place}${name}`,
    result: o.random.chance(0.2) ? 'found' : 'none',
  }))
  await o.act(`jiedao${n}`, d, id, 'clear', { near, afterPhotos: [await o.photo('整治后')] })
  yield o.random.integer(1, 4) * day
  await o.act(checker, d, id, 'close', { isOk: 'yes' })
}
/** Two new furnaces: one is lit and runs, the other is being built. */
const furnaces: Story = async function* (o) {
  const l = 'disposal.line'
  const plant =
    (await o.rows(data, 'sorting.plant')).find((x) => String(x.name).includes('焚烧')) ?? (await o.rows(data, 'sorting.plant'))[0]
  if (!plant || (await o.rows(leader, l)).length > 0) return
  const made: string[] = []
  for (const name of ['3#炉', '4#炉'])
    made.push(
      await o.file(leader, l, { plant: plant.id, name, designT: 500, igniteDueOn: o.date(name === '3#炉' ? 12 : 120) }, nowhere),
    )
  yield day
  for (const id of made) await o.act(leader, l, id, 'start', { startedOn: o.date() })
  yield 9 * day
  const [first] = made
  if (!first) return
  await o.act(leader, l, first, 'ignite', { ignitedOn: o.date(), ignitePhotos: [await o.photo('点火')] })
  yield 6 * day
  await o.act(leader, l, first, 'run', { runOn: o.date() })
}
export const disposalDiary: Readonly<Record<string, Entry>> = {
  'disposal begins': { on: once(0), hour: 6.8, tell: begin },
  'disposal patrols': { on: () => true, hour: 9.1, tell: patrols },
  'disposal measure': { on: every(2), hour: 9.2, tell: measure },
  'disposal leachate': { on: () => true, hour: 8.6, tell: leachate },
  'disposal emergency': { on: every(10, 3), hour: 13.4, tell: emergency },
  'disposal dig': { on: every(3, 1), hour: 14.5, tell: dig },
  'disposal burn': { on: () => true, hour: 8.9, tell: burn },
  'disposal month': { on: ({ monthDay }) => monthDay === 3, hour: 16.1, tell: closeMonth },
  'disposal ash': { on: every(3, 2), hour: 10.1, tell: ash },
  'disposal visit': { on: every(5), hour: 14.2, tell: visit },
  'disposal pay': { on: ({ monthDay }) => monthDay === 5, hour: 10.4, tell: pay },
  'disposal works': { on: every(12, 6), hour: 15.4, tell: nodes },
  'disposal furnaces': { on: once(4), hour: 9.7, tell: furnaces },
  'disposal dump': { on: every(4), hour: 11.4, tell: dump },
}
