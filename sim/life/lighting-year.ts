/** 照明 of the simulated district: pits, scenes and broken lamps mended, a tunnel switched from afar, places without lamps, projects, lanes made bright, motorway gates, lamps that save, meters. */
import { acts, anyStreet } from './ground.ts'
import { addLighting, kwhOf, lanes, manager, monthBack, road, tunnel } from './lighting-lists.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, type Values } from './story.ts'

const [duty, crew, teller] = ['zhiban1', 'chuzhi61', 'shouli1'] as const
const unitName = '城市照明管理所'
const begin: Story = async function* (o) {
  await addLighting(o)
  yield 1
}
const repair = 'lighting.repair'
const fixed = async (o: Desk, id: string, clock: number, more: Values): Promise<void> =>
  o.act(crew, repair, id, 'fix', { donePhotos: [await o.photo('修复')], takenAt: o.at(0, clock), ...more })
/** What is broken besides dark lamps; undefined where everything of the kind is under repair already. */
const broken = async (o: Desk): Promise<{ readonly said: Values; readonly used: Values } | undefined> => {
  const kind = o.random.pick(['pit', 'pit', 'theft', 'landscape', 'damage', 'damage'] as const)
  if (kind === 'landscape') {
    const open = new Set(
      (await o.rows(duty, repair)).filter((r) => !['closed', 'dropped'].includes(r.status)).map((r) => r.scene),
    )
    const scene = (await o.rows(duty, 'lighting.scene')).find((s) => !open.has(s.id))
    return scene && { said: { kind, place: scene.name, scene: scene.id, note: '数套灯具不亮' }, used: { parts: '线条灯8套' } }
  }
  if (kind === 'damage') {
    const lamp = (await o.rows(duty, 'lighting.lamp', { road, state: 'lit' })).at(-1)
    const lamps = [{ code: lamp?.code, note: '灯罩破损' }]
    return lamp && { said: { kind, place: `${road}中段`, lamps }, used: { parts: '灯罩1只' } }
  }
  const pit = (await o.rows(duty, 'lighting.pit', { state: 'intact' }))[0]
  const used = kind === 'pit' ? { sets: 1, parts: '井盖1套' } : { sets: 1, parts: '电缆35米、井盖1套' }
  return pit && { said: { kind, place: `${road}${String(pit.code)}井`, pit: pit.id }, used }
}
const mend: Story = async function* (o) {
  const found = await broken(o)
  if (!found) return
  const source = o.random.pick(['patrol', 'citizen'] as const)
  const id = await o.open(teller, repair, { source, ...found.said }, o.spot(road))
  yield 25
  if (o.random.chance(0.1)) return void (await o.act(duty, repair, id, 'drop', { reason: '现场核实完好,误报' }))
  await o.act(duty, repair, id, 'assign', { crew: o.unit(unitName) })
  yield o.random.chance(0.15) ? 26 * hour : 2 * hour
  await fixed(o, id, 20.2, found.used)
  yield 12 * hour
  if (o.random.chance(0.15)) {
    await o.act(duty, repair, id, 'sendBack', { reason: '复查仍有松动,请加固' })
    yield 12 * hour
    await fixed(o, id, 20.2, found.used)
    yield 12 * hour
  }
  if (!o.random.chance(0.1)) await o.act(duty, repair, id, 'close')
}
const reasons = [
  ['dim', '节能试验,后半夜调光', { level: 60 }],
  ['on', '阴雨天提前开灯', {}],
  ['off', '隧道检修,分时断电', {}],
  ['on', '市民反映洞口偏暗,单回路试灯', { loop: 1 }],
] as const
/** A gateway that is not on line does not answer: the order ends by itself, and its own repair is opened. */
const switching: Story = async function* (o) {
  const [cabinet] = await o.rows(duty, 'lighting.cabinet', { code: tunnel })
  const [kind, reason, extra] = o.random.pick(reasons)
  await o.open(duty, 'lighting.switching', { cabinet: cabinet?.id, kind, reason, ...extra }, o.spot('北门隧道'))
  yield 40
  const [own] = await o.rows(duty, repair, { kind: 'remote', status: 'reported' })
  if (!own) return
  await o.act(duty, repair, own.id, 'assign', { crew: o.unit(unitName) })
  yield 2 * hour
  await fixed(o, own.id, 18.3, { parts: '通信模块、SIM卡' })
  yield 15 * hour
  if (o.random.chance(0.9)) await o.act(duty, repair, own.id, 'close')
}
const coat: Story = async function* (o) {
  yield 1
  const done = { doneOn: o.date(), poles: o.random.integer(40, 130), paint: o.random.pick(['纳米漆', '氟碳漆']) }
  await o.add(manager, 'lighting.coating', { road: o.random.pick([road, '湖滨大道', '延陵路', '学府路']), ...done })
}
const darkPlaces = ['青龙村道', '城南路延伸段', '规划待拆路段', '湖东村机耕路', '东环路辅道', '学府路末段', '客运站后街'] as const
/** Listed by who found it, paid for, put into the project that fills gaps, and struck off by a picture of the night. */
const dark: Story = async function* (o) {
  const d = 'lighting.dark-place'
  const n = (await o.rows(manager, d)).length
  const place = darkPlaces[n]
  if (!place) return
  const lengthM = o.random.integer(90, 640)
  const by = n % 2 ? teller : `jiedao${anyStreet(o)}`
  const foundBy = n % 2 ? '12345工单' : '街道巡查'
  const id = await o.open(by, d, { place, lengthM, foundBy }, o.spot(place))
  yield 2 * day
  if (place.includes('待拆')) return void (await o.act(manager, d, id, 'drop', { reason: '半年内随地块拆除' }))
  await o.act(manager, d, id, 'fund', { budgetFen: lengthM * 45_000, fundSource: o.random.pick(['区财政', '街道自筹']) })
  yield 2 * day
  const project = (await o.rows(manager, 'lighting.project', { kind: 'altered' })).find((x) => x.status === 'building')
  if (!project) return
  await o.act(manager, d, id, 'start', { project: project.id, planOn: o.date(20) })
  yield o.random.integer(6, 10) * day + 10 * hour
  if (o.random.chance(0.25)) return
  const lamps = Math.ceil(lengthM / 30)
  await o.act(manager, d, id, 'light', { lamps, nightPhotos: [await o.photo('点亮后')], takenAt: o.at(0, 18.8) })
}
const works = [
  ['有路无灯补亮工程', 'altered', undefined, 120, 90],
  ['城东路网路灯配套', 'road', '区住建局', 64, 16],
  ['文化宫立面景观改造', 'landscape', undefined, 40, 30],
  ['学府路路灯节能改造', 'saving', undefined, 52, 10],
  ['桃园路拓宽路灯迁建', 'road', '区交通局', 36, 60],
  ['北门片区照明改造', 'altered', undefined, 80, 45],
] as const
/** The first stays open for whatever place without lamps comes; of the others some are late, one is given up. */
const project: Story = async function* (o) {
  const p = 'lighting.project'
  const n = (await o.rows(manager, p)).length
  const work = works[n]
  if (!work) return
  const [name, kind, agency, planned, days] = work
  const investFen = planned * 900_000
  const asked = { name, kind, investFen, planned, dueOn: o.date(days), ...(agency ? { agency } : {}) }
  const id = await o.open(manager, p, asked, o.spot(name))
  yield 2 * day
  if (n === 4) return void (await o.act(manager, p, id, 'stop', { reason: '道路拓宽方案调整,照明另行立项' }))
  const expectedOn = o.date(days - 4)
  await o.act(manager, p, id, 'begin', { builder: '湖滨亮化工程公司', contractFen: Math.round(investFen * 0.94), expectedOn })
  for (const [share, what] of [
    [0.4, '基础浇筑、穿管完成'],
    [n === 0 ? 0.6 : 1, '灯杆吊装、接线调试'],
  ] as const) {
    yield 5 * day
    await o.act(manager, p, id, 'report', { on: o.date(), what, lamps: Math.floor(planned * share), expectedOn })
  }
  if (n === 0 || o.random.chance(0.2)) return
  yield 2 * day
  const acceptance = { acceptance: [await o.photo('验收资料')], photos: [await o.photo('竣工夜景')] }
  await o.act(manager, p, id, 'finish', { doneOn: o.date(), paidFen: Math.round(investFen * 0.92), ...acceptance })
}
const residents = ['王阿姨', '李师傅', '陈老师'] as const
/** @param isWhole told to its end; otherwise the lamps are still being put up */
const laneProject = (name: string, from: number, isWhole: boolean): Story =>
  async function* (o) {
    const p = 'lighting.lane-project'
    const dim = lanes.slice(from, from + 2).map(([lane]) => ({ lane, lamps: 6 }))
    const id = await o.open(manager, p, { name, investFen: 48_000_000, lanes: dim, dueOn: o.date(60) }, o.spot(name))
    for (const { lane, lamps } of isWhole ? dim : dim.slice(0, 1)) {
      yield 4 * day
      await o.act(manager, p, id, 'install', { lane, lamps })
      yield day
      const says = (resident: string) => ({ lane, resident, opinion: 'agree' })
      await o.act(manager, p, id, 'confirm', { lane, resident: residents[0], opinion: 'object', note: '灯光照进卧室' })
      await acts(
        o,
        manager,
        p,
        id,
        residents.slice(1).map((r) => ['confirm', says(r)] as const),
      )
      yield 2 * day
      await o.act(manager, p, id, 'confirm', { ...says(residents[0]), note: '已加遮光罩' })
    }
    if (!isWhole) return
    yield day
    await o.act(manager, p, id, 'finish', { doneOn: o.date(), nightPhotos: [await o.photo('夜景')] })
  }
const gates = [
  ['湖滨北出入口', 'G42沪蓉高速'],
  ['湖滨南出入口', 'G4221沪武高速'],
  ['东环出入口', 'S39江宜高速'],
] as const
/** Brighter with fewer watts: one gate is done, one is being built, of one the boundary is still talked about. */
const entrances: Story = async function* (o) {
  const p = 'lighting.entrance'
  if ((await o.rows(manager, p)).length > 0) return
  const ids: string[] = []
  for (const [n, [name, motorway]] of gates.entries()) {
    const before = { lamps: 48 + n * 6, luxBefore: 14.5 + n, wattBefore: 19_200 + n * 2400 }
    const asked = { name, motorway, owner: '江苏高速公路公司', investFen: 86_000_000, ...before, dueOn: o.date(90) }
    ids.push(await o.open(manager, p, asked, o.spot(name)))
  }
  for (const id of ids.slice(0, 2)) {
    yield 3 * day
    const boundary = '收费站匝道以内由经营单位养护,匝道口至市政道路由照明所养护'
    await o.act(manager, p, id, 'agree', { boundary, agreement: [await o.photo('确认书')], agreedOn: o.date() })
  }
  yield 12 * day
  await o.act(manager, p, ids[0] ?? '', 'finish', {
    ...{ luxAfter: 31.2, wattAfter: 7_200, measuredAt: o.at(-1, 21.5), photos: [await o.photo('夜间')], doneOn: o.date() },
  })
}
const sodium = async (o: Desk): Promise<readonly Row[]> => o.rows(manager, 'lighting.lamp', { road, source: 'sodium' })
const retrofit = (name: string, count: number, end: 'accept' | 'cancel' | undefined): Story =>
  async function* (o) {
    const p = 'lighting.retrofit'
    const lamps = (await sodium(o)).slice(0, count).map(({ code }) => ({ code, watt: 120 }))
    if (lamps.length === 0) return
    const id = await o.open(manager, p, { name, newSource: 'led', control: 'dimming', lamps }, o.spot(road))
    yield 6 * day
    if (end === 'accept') await o.act(duty, p, id, end, { doneOn: o.date(), photos: [await o.photo('改造后')] })
    if (end === 'cancel') await o.act(manager, p, id, end)
  }
/** Early in the month every cabinet is read; one slip is put right, one booked to the wrong cabinet is struck out. */
const meters: Story = async function* (o) {
  const p = 'lighting.meter-month'
  const month = monthBack(o, 1)
  const read = new Set((await o.rows(manager, p, { month })).map((r) => r.cabinet))
  const waiting = (await o.rows(manager, 'lighting.cabinet')).filter((c) => c.fenPerKwh != null && !read.has(c.id))
  for (const [n, cabinet] of waiting.entries()) {
    yield 20
    const kwh = kwhOf(o, month)
    const id = await o.file(manager, p, { cabinet: cabinet.id, month, kwh: n === 1 ? kwh * 10 : kwh })
    if (n === 1) await o.act(manager, p, id, 'cancel', { reason: '柜号抄错' })
    if (n === 1) await o.file(manager, p, { cabinet: cabinet.id, month, kwh })
    if (n === 2)
      await o.act(manager, p, id, 'correct', { kwh: kwh - 40, feeFen: Math.round((kwh - 40) * 65.5), reason: '末位抄错' })
  }
}
export const lightingDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5.5, tell: begin },
  'first meters': { on: once(1), hour: 10.9, tell: meters },
  mend: { on: every(4, 1), hour: 18.4, tell: mend },
  switching: { on: every(9, 2), hour: 16.2, tell: switching },
  coat: { on: every(9, 5), hour: 15.7, tell: coat },
  project: { on: every(5, 1), hour: 9.2, tell: project },
  dark: { on: every(5, 3), hour: 9.5, tell: dark },
  'lanes done': { on: once(2), hour: 14.6, tell: laneProject('背街小巷亮化一期', 0, true) },
  'lanes next': { on: once(17), hour: 14.6, tell: laneProject('背街小巷亮化二期', 2, false) },
  entrances: { on: once(3), hour: 10.7, tell: entrances },
  'retrofit done': { on: once(4), hour: 11.1, tell: retrofit('文昌路LED改造一批', 4, 'accept') },
  'retrofit off': { on: once(6), hour: 11.4, tell: retrofit('文昌路单灯控制试点', 2, 'cancel') },
  'retrofit next': { on: once(20), hour: 11.1, tell: retrofit('文昌路LED改造二批', 3, undefined) },
  meters: { on: ({ monthDay, passed }) => monthDay === 3 && passed > 1, hour: 10.9, tell: meters },
}
