/** 环卫 of the simulated district beyond the day's sweeping: bins taken off the streets, rounds by timetable, checks, repairs, fleet, contracts, villages. */
import { acts, anyStreet, lineAt, roadsOf, streetNo } from './ground.ts'
import { near } from './near.ts'
import { addSanitation, operator } from './sanitation-lists.ts'
import { toiletsDiary } from './sanitation-toilets.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, together } from './story.ts'

const [data, crew, checker, leader, duty] = ['shuju', 'chuzhi31', 'kaohe1', 'juzhang', 'zhiban1'] as const
const begin: Story = async function* (o) {
  if ((await o.rows(data, 'sanitation.collector')).length > 0) return
  await addSanitation(o)
  yield 1
}
/** A pavement washed once a week; after the crews have planned the main roads themselves. */
const pavement: Story = async function* (o) {
  if ((await o.rows(data, 'sanitation.road-plan', { name: '湖滨大道人行道' })).length > 0) return
  const name = '湖滨大道人行道'
  const road = await o.add(data, 'grid.road', { name, class: 'pavement', lengthM: 800 }, lineAt(o.spot(name), 160))
  const works = [{ work: 'sidewalk', times: 1, per: 'week', fromTime: '05:00', toTime: '20:00' }]
  const plan = { road, name, works, zone: 'core', town: '湖滨街道', areaM2: 2400, operator, isBusy: true, validFrom: o.date() }
  await o.add(data, 'sanitation.road-plan', plan)
  await o.add(data, 'sanitation.shift-post', {
    road,
    name: `${name}早班`,
    fromTime: '05:00',
    toTime: '13:00',
    workers: 3,
    operator,
  })
  yield 1
}
const removal: Story = async function* (o) {
  const b = 'sanitation.bin-removal'
  const roads = (await roadsOf(o)).slice(0, 2)
  const start = (road: Row | undefined) =>
    o.open(duty, b, { road: road?.id, dueOn: o.date(20), replacement: '定时收集3号线、沿街上门收运' }, near(o, road))
  const [first] = [await start(roads[0]), await start(roads[1])]
  const bins = await o.rows(crew, 'sanitation.street-bin', { road: roads[0]?.id, state: 'inUse' })
  yield 3 * day
  const lines = bins.map(({ code }, i) => (i === 0 ? { code, how: 'moved', newPlace: '后巷12号' } : { code, how: 'removed' }))
  await o.act(crew, b, first, 'remove', { lines, photos: [await o.photo('撤桶')] })
  yield day
  await o.act(duty, b, first, 'finish')
  yield 4 * day
  const told = { kind: 'binRemoved', source: 'hotline', place: `${roads[0]?.name}8号`, content: '撤桶后倒垃圾要多走两百米' }
  const id = await o.open(crew, 'sanitation.complaint', { ...told, road: roads[0]?.id }, near(o, roads[0]))
  yield 9 * hour
  await o.act(crew, 'sanitation.complaint', id, 'close', { result: '已增设傍晚定时收集一班', photos: [await o.photo('收集点')] })
  yield 28 * day
  const [asked] = await o.rows(duty, b, { status: 'reviewing' })
  if (asked) await o.act(duty, b, asked.id, 'review', { opinion: '增设定时收集点后无新投诉' })
}
/** The round of the day as the timetable has it; what was missed before is made good. */
const rounds: Story = async function* (o) {
  for (const row of await o.rows(crew, 'sanitation.pickup', { status: 'missed' })) {
    const got = { buckets: 4, kg: 160, photos: [await o.photo('补收')], reason: '门前占道,车辆无法停靠' }
    if (o.random.chance(0.7)) await o.act(crew, 'sanitation.pickup', row.id, 'make', got)
  }
  for (const row of await o.rows(crew, 'sanitation.pickup', { status: 'planned', dayOn: o.date() })) {
    yield 25
    if (o.random.chance(0.12)) continue
    const got = { buckets: o.random.integer(4, 12), kg: o.random.integer(180, 520), photos: [await o.photo('收运')] }
    await o.act(crew, 'sanitation.pickup', row.id, 'pick', got)
  }
}
const matters = [
  ['missed', '老街饭店门前', '昨晚没有来收'],
  ['noise', '水秀路12号', '凌晨洒水车音乐声大'],
  ['odour', '湖滨转运站北侧', '早上异味明显'],
  ['other', '文昌路公交站', '果皮箱满溢'],
] as const
const complaint: Story = async function* (o) {
  const [kind, place, content] = o.random.pick(matters)
  const source = o.random.pick(['citizen', 'hotline', 'patrol'])
  const [road] = await roadsOf(o)
  const where = kind === 'missed' || kind === 'noise' ? { road: road?.id } : {}
  const id = await o.open(crew, 'sanitation.complaint', { kind, place, content, source, ...where }, o.place(anyStreet(o)))
  yield (o.random.chance(0.15) ? 40 : o.random.integer(2, 20)) * hour
  await o.act(crew, 'sanitation.complaint', id, 'close', { result: '已到场处理并回访', photos: [await o.photo('处理后')] })
}
const weather: Story = async function* (o) {
  const month = Number(o.date().slice(5, 7))
  const w = 'sanitation.weather-order'
  const kind = month <= 2 || month === 12 ? 'frost' : o.random.pick(['rain', 'dust'])
  const more = kind === 'frost' ? { minC: -2 } : kind === 'dust' ? { extraTimes: 2 } : {}
  const values = {
    kind,
    fromOn: o.date(),
    toOn: o.date(2),
    basis: kind === 'dust' ? '大气污染黄色预警' : '区气象台预报',
    ...more,
  }
  const id = await o.file(duty, w, values)
  yield 8 * hour
  if (o.random.chance(0.35)) await o.act(duty, w, id, 'liftNow', { basis: '天气转好,提前解除' })
}
const six = ['编号公示', '划线定位', '标识清晰', '套袋收集', '专人管理', '定时清洗'] as const
const points: Story = async function* (o) {
  const stop = o.random.pick(await o.rows(data, 'sanitation.stop'))
  const bad = o.random.chance(0.5) ? o.random.pick(six) : ''
  const items = six.map((item) => ({ item, result: item === bad ? 'fail' : 'pass' }))
  const c = 'sanitation.point-check'
  const id = await o.open(checker, c, { stop: stop.id, items, photos: [await o.photo('收集点')] }, near(o, stop))
  if (!bad) return
  yield 2 * day
  await o.act(crew, c, id, 'fix', { donePhotos: [await o.photo('整改')] })
  yield 4 * hour
  if (o.random.chance(0.8)) await o.act(checker, c, id, 'recheck', { isOk: 'yes', opinion: '已整改到位' })
}
const roadCheck: Story = async function* (o) {
  const plan = o.random.pick(await o.rows(data, 'sanitation.road-plan'))
  const c = 'sanitation.road-check'
  const isBad = o.random.chance(0.45)
  const issues = [{ share: o.random.pick(['machine', 'manual']), item: '路沿积尘', points: isBad ? 22 : 3 }]
  const id = await o.open(checker, c, { plan: plan.id, issues, photos: [await o.photo('道路检查')] })
  // The early shifts: it is about eight in the morning.
  const post = o.random.pick((await o.rows(data, 'sanitation.shift-post')).filter((p) => p.fromTime === '05:00'))
  const seen = { post: post.id, present: Number(post.workers) - (o.random.chance(0.25) ? 1 : 0) }
  await o.add(checker, 'sanitation.post-check', { ...seen, photos: [await o.photo('在岗')] }, o.place(1))
  if (!isBad) return
  yield 3 * hour
  await o.act(crew, c, id, 'fix', { donePhotos: [await o.photo('返工')] })
  yield 2 * hour
  await o.act(checker, c, id, 'recheck', { isOk: 'yes', opinion: '合格' })
}
const smokers: Story = async function* (o) {
  const j = 'sanitation.collector-job'
  const collectors = await o.rows(crew, 'sanitation.collector', { state: 'ok' })
  const due = [...collectors].sort((a, b) => String(a.emptiedOn).localeCompare(String(b.emptiedOn))).slice(0, 2)
  for (const [i, one] of due.entries()) {
    const kind = i === 0 ? 'round' : o.random.pick(['full', 'round', 'damaged'])
    const id = await o.open(crew, j, { kind, collector: one.id }, { lon: one.lon, lat: one.lat })
    yield 3 * hour
    await o.act(crew, j, id, 'finish', { butts: o.random.integer(120, 420), donePhotos: [await o.photo('清空')] })
  }
  const place = o.random.pick(['商场西门', '写字楼A座', '客运站出口', '绿地内'])
  const wanted = await o.open(crew, j, { kind: 'wanted', place, note: '烟头较多' }, o.place(anyStreet(o)))
  yield day
  if (place === '绿地内') return void (await o.act(duty, j, wanted, 'refuse', { reason: '禁烟区,加强劝导' }))
  if (o.random.chance(0.3)) return
  const [, month, dayOfMonth] = o.date().split('-')
  const installed = { newCode: `YT-${month}${dayOfMonth}`, street: place, everyDays: 7, installedOn: o.date() }
  await o.act(crew, j, wanted, 'install', { ...installed, donePhotos: [await o.photo('安装')] })
}
const mix: Story = async function* (o) {
  const c = 'sanitation.mix-check'
  const [station] = await o.rows(data, 'sanitation.station', { code: 'ZZ-01' })
  if (!station) return
  const base = { station: station.id, plate: '苏D20001' }
  await o.open(checker, c, { ...base, result: 'clean', photos: [await o.photo('开箱')] }, near(o, station))
  const found = { result: 'mixed', kinds: ['building'], percent: o.random.integer(5, 40), photos: [await o.photo('混装')] }
  const id = await o.open(checker, c, { ...base, ...found }, near(o, station))
  yield 20 * hour
  if (o.random.chance(0.2)) return void (await o.act(duty, c, id, 'untrace', { opinion: '沿线监控缺失,商户均否认' }))
  const trace = { route: '7号线', producer: '宏达装饰公司', producerCode: '91320499MA1HONGD1X', opinion: '行车记录、监控' }
  await o.act(checker, c, id, 'trace', trace)
  yield day
  if (o.random.chance(0.3)) return
  await o.act(duty, c, id, 'cut', { cutFen: 200_000, opinion: '合同第12条' })
}
const broken = [
  ['vehicle', 'sanitation.vehicle', '液压泄漏'],
  ['rest', 'sanitation.rest-place', '空调不制热'],
  ['toilet', 'sanitation.toilet', '冲水阀损坏'],
  ['station', 'sanitation.station', '压缩机异响'],
] as const
const repair: Story = async function* (o) {
  const [kind, register, fault] = o.random.pick(broken)
  const r = 'sanitation.repair'
  const usable = (await o.rows(crew, register)).filter((row) => !['scrapped', 'repair', 'upkeep'].includes(String(row.state)))
  const thing = o.random.pick(usable)
  const id = await o.open(crew, r, { kind, [kind]: thing.id, fault, isStopped: kind === 'rest' }, near(o, thing))
  yield (o.random.chance(0.2) ? 40 : o.random.integer(3, 20)) * hour
  const fixed = { donePhotos: [await o.photo('修复')], costFen: o.random.integer(8, 90) * 1000, parts: '阀门一套' }
  await o.act(crew, r, id, 'fix', fixed)
  yield 5 * hour
  if (o.random.chance(0.15)) {
    await o.act(checker, r, id, 'sendBack', { opinion: '仍有渗漏' })
    yield 8 * hour
    await o.act(crew, r, id, 'fix', fixed)
    yield 3 * hour
  }
  await o.act(checker, r, id, 'close')
}
/** The week's notes: stations, rest places, disinfection. */
const week: Story = async function* (o) {
  const [station] = await o.rows(data, 'sanitation.station', { code: 'ZZ-01' })
  const rest = o.random.pick(await o.rows(data, 'sanitation.rest-place'))
  const [collector] = await o.rows(data, 'sanitation.collector')
  if (!station) return
  const log = {
    openedAt: o.at(0, 5),
    closedAt: o.at(0, 20),
    washes: 3,
    leachateT: 1.2,
    sprays: 4,
    isNormal: o.random.chance(0.9),
  }
  await o.add(
    crew,
    'sanitation.station-log',
    { station: station.id, dayOn: o.date(), ...log, ...(log.isNormal ? {} : { note: '压缩机短暂停机,已恢复' }) },
    near(o, station),
  )
  const used = { place: rest.id, dayOn: o.date(), people: o.random.integer(18, 60) }
  await o.add(crew, 'sanitation.rest-use', used, near(o, rest))
  for (const [kind, code] of [
    ['station', station.code],
    ['rest', rest.code],
    ['collector', collector?.code],
  ] as const)
    await o.add(
      crew,
      'sanitation.disinfection',
      { kind, code, agent: 'chlorine', mgPerL: 500, photos: [await o.photo('消杀')] },
      near(o, station),
    )
  yield 1
}
const fleet = async function* (o: Desk) {
  const r = 'sanitation.renewal'
  const plan = (name: string, buys: number, newEnergyBuys: number, scraps: number, budgetWan: number) =>
    o.file(crew, r, { year: o.year(), name, buys, newEnergyBuys, scraps, budgetWan })
  const id = await plan('年度新能源更新', 1, 1, 1, 120)
  const poor = await plan('机关用车更新', 3, 0, 0, 180)
  await plan('小型保洁机具补充', 6, 6, 0, 90)
  yield 3 * day
  await o.act(leader, r, id, 'approve', { isOk: 'yes', opinion: '同意,优先更换国三车' })
  await o.act(leader, r, poor, 'approve', { isOk: 'no', opinion: '不属于环卫作业车辆' })
  yield 9 * day
  const truck = { plate: '苏DF20012', kind: 'washer', energy: 'electric', emission: 'zero', operator, acquiredOn: o.date() }
  await o.act(crew, r, id, 'buy', { ...truck, priceFen: 92_000_000, subsidyFen: 5_000_000, tareKg: 9000, loadKg: 8000 })
  const [old] = await o.rows(data, 'sanitation.vehicle', { plate: '苏D20009' })
  await o.act(crew, r, id, 'scrap', { vehicle: old?.id, scrappedOn: o.date() })
  yield 3 * day
  await o.act(crew, r, id, 'close', { opinion: '计划全部完成' })
}
const building = async function* (o: Desk) {
  const p = 'sanitation.facility-project'
  const papers = [await o.photo('批复图纸')]
  const of = (name: string, investWan: number, days: number) =>
    o.open(crew, p, { name, investWan, address: `${name}地块`, dueOn: o.date(days), papers }, o.spot(name))
  const id = await of('城北收集站提标', 180, 30)
  await of('环卫设施综合管理中心', 3000, 300)
  yield 2 * day
  await acts(o, crew, p, id, [
    ['design', { papers }],
    ['start', { startedOn: o.date() }],
  ])
  yield 8 * day
  await o.act(crew, p, id, 'report', { progress: 60, words: '设备到场安装' })
  yield 8 * day
  await o.act(crew, p, id, 'report', { progress: 100, words: '完工' })
  await o.act(leader, p, id, 'accept', { acceptedOn: o.date(), papers, photos: [await o.photo('验收')] })
  yield 2 * day
  await o.act(crew, p, id, 'use', { usedOn: o.date() })
}
const drives = async function* (o: Desk) {
  const d = 'sanitation.disinfect-drive'
  const drive = (name: string, days: number) =>
    o.file(duty, d, { name, mode: 'routine', fromOn: o.date(), toOn: o.date(days), basis: '爱国卫生月工作要求' })
  await drive('环卫设施大消杀', 5)
  yield 7 * day
  const [ended] = await o.rows(duty, d, { status: 'ended' })
  if (ended) await o.act(duty, d, ended.id, 'close', { summary: '消杀转运站、公厕、驿站共21处' })
  yield 14 * day
  await drive('换季消杀', 20)
}
const tenders = async function* (o: Desk) {
  const t = 'sanitation.tender'
  const papers = [await o.photo('评审文件')]
  const draft = async (name: string, yearWan: number) => {
    const id = await o.file(crew, t, { name, round: 4, scope: '背街小巷与河道保洁', areaM2: 620_000, years: 2, yearWan })
    await o.act(crew, t, id, 'review', {
      panel: ['赵工', '钱工', '孙教授', '李高工', '周会计师'].map((name) => ({ name, from: '市评标专家库', vote: 'yes' })),
      review: '测算合理',
      papers,
    })
    return id
  }
  const [id, poor] = [await draft('背街小巷保洁第四轮', 860), await draft('水面保洁标段', 140)]
  yield 4 * day
  await o.act(crew, t, id, 'notice', { noticeOn: o.date(), openOn: o.date(21) })
  await o.act(leader, t, poor, 'fail', { reason: '响应单位不足三家' })
  yield 23 * day
  const award = { winner: '湖滨保洁公司', bidWan: 842, contract: `HW-${o.year()}-07`, fromOn: o.date(10), toOn: o.date(740) }
  await o.act(leader, t, id, 'award', { ...award, papers })
}
const works: Story = async function* (o) {
  yield* together([fleet(o), building(o), drives(o), tenders(o)])
}
const monthBefore = (day: string, back: number): string => {
  const [year, month] = day.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1 - back, 1)).toISOString().slice(0, 7)
}
/** The months gone by are billed and paid in turn. */
const pay: Story = async function* (o) {
  const m = 'sanitation.month-pay'
  const [tender] = await o.rows(crew, 'sanitation.tender', { status: 'performing' })
  if (!tender) return
  for (const month of [2, 1].map((back) => monthBefore(o.date(), back))) {
    if ((await o.rows(crew, m, { tender: tender.id, month })).length > 0) continue
    const id = await o.file(crew, m, { tender: tender.id, month })
    yield 2 * day
    await o.act(leader, m, id, 'approve', { opinion: '同意按核算支付' })
    if (o.random.chance(0.3)) return
    yield 3 * day
    await o.act(crew, m, id, 'pay', { paidOn: o.date() })
  }
}
const village: Story = async function* (o) {
  const c = 'sanitation.village-check'
  const n = streetNo(o, 1)
  for (const contract of (await o.rows(checker, 'sanitation.village-contract')).slice(0, 2)) {
    const isBad = o.random.chance(0.5)
    const items = ['生活垃圾', '生活污水', '农村公厕', '乱堆杂物'].map((item) => ({
      item,
      score: isBad ? o.random.integer(8, 14) : o.random.integer(20, 25),
    }))
    const id = await o.open(checker, c, { contract: contract.id, items, photos: [await o.photo('村庄检查')] }, o.place(n))
    yield 2 * hour
    if (!isBad) continue
    const { areaCode } = await o.row(checker, c, id)
    const by = `jiedao${Number(String(areaCode).slice(6, 9)) || n}`
    yield 3 * day
    await o.act(by, c, id, 'fix', { donePhotos: [await o.photo('整改')] })
    yield day
    if (o.random.chance(0.8)) await o.act(checker, c, id, 'recheck', { isOk: 'yes', opinion: '已整改' })
  }
}
/** In the first days of a quarter the one before is counted by its checks. */
const subsidy: Story = async function* (o) {
  const s = 'sanitation.village-subsidy'
  const quarterOn = `${monthBefore(o.date(), 3)}-01`
  const checked = new Set((await o.rows(crew, 'sanitation.village-check')).map((row) => row.contract))
  const known = new Set((await o.rows(crew, s, { quarterOn })).map((row) => row.contract))
  const contracts = (await o.rows(crew, 'sanitation.village-contract')).filter((row) => checked.has(row.id) && !known.has(row.id))
  for (const [i, contract] of contracts.entries()) {
    const id = await o.file(crew, s, { contract: contract.id, quarterOn })
    yield 2 * hour
    if (i > 0) return
    await o.act(leader, s, id, 'approve')
    yield hour
    await o.act(crew, s, id, 'pay', { paidOn: o.date() })
  }
}
const isQuarterStart = (monthDay: number, count: number): boolean =>
  monthDay === 2 && [0, 3, 6, 9].includes(new Date(count * 86_400_000).getUTCMonth())
export const sanitationDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 4.8, tell: begin },
  pavement: { on: once(1), hour: 4.2, tell: pavement },
  removal: { on: once(2), hour: 8.9, tell: removal },
  works: { on: once(1), hour: 10.3, tell: works },
  pay: { on: (today) => today.passed === 1 || today.monthDay === 6, hour: 15.7, tell: pay },
  rounds: { on: ({ weekday }) => weekday === 1 || weekday === 4, hour: 6.7, tell: rounds },
  complaint: { on: every(7, 2), hour: 8.6, tell: complaint },
  weather: { on: every(13, 5), hour: 6.1, tell: weather },
  points: { on: every(8, 4), hour: 14.4, tell: points },
  roadCheck: { on: every(7, 3), hour: 7.9, tell: roadCheck },
  smokers: { on: every(7, 5), hour: 13.2, tell: smokers },
  mix: { on: every(13, 6), hour: 6.6, tell: mix },
  repair: { on: every(8, 1), hour: 9.9, tell: repair },
  week: { on: every(7, 6), hour: 16.8, tell: week },
  village: { on: every(14, 2), hour: 10.8, tell: village },
  subsidy: { on: ({ monthDay, count }) => isQuarterStart(monthDay, count), hour: 9.7, tell: subsidy },
  ...toiletsDiary,
}
