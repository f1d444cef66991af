/** Illegal buildings of the simulated district over a year: the five years' programme, compounds watched, lines kept clear, listing, actions, other departments, safety, land restored. */
import { streetOf } from './near.ts'
import { type Desk, day, type Entry, every, hour, minute, once, type Row, type Story, type Values, workdays } from './story.ts'

const p = 'buildings.building'
const [data, head] = ['shuju', 'dadui1'] as const
interface Beat {
  readonly n: number
  readonly officer: string
  readonly street: string
  readonly place: Values
}
const beatOf = (o: Desk, n = o.random.integer(1, o.town.streets.length)): Beat => ({
  ...{ n, officer: `zhongdui${n}1`, street: `jiedao${n}`, place: o.place(n) },
})
const compoundsOf = async (o: Desk): Promise<readonly Row[]> => o.rows(data, 'grid.compound')
/** One of the compounds, and who goes there. */
const compoundBeat = async (o: Desk, index = o.random.integer(0, 99)) => {
  const all = await compoundsOf(o)
  const compound = all[index % Math.max(1, all.length)]
  return compound ? { compound, ...beatOf(o, Math.min(streetOf(compound), o.town.streets.length)) } : undefined
}
const departments = ['planning', 'registry', 'housing', 'land'] as const
const lines = [
  ['DL-110-03', 'power', '东环路高压走廊', '供电公司'],
  ['DL-110-07', 'power', '运河北岸杆塔', '供电公司'],
  ['RQ-ZY-05', 'gas', '北门路中压管', '港华燃气公司'],
  ['RQ-ZY-12', 'gas', '湖滨路中压管', '港华燃气公司'],
  ['RQ-ZY-18', 'gas', '文昌路庭院管', '港华燃气公司'],
] as const
/** Buildings that stood there before anybody counted. */
const stockOf = async (o: Desk, address: string, extra: Values = {}): Promise<string> => {
  const { officer, place } = beatOf(o)
  const surveyedM2 = o.random.integer(60, 400)
  const seen = { address, kind: 'yard', areaM2: surveyedM2, via: 'patrol', photos: [await o.photo('疑似违建')] }
  const id = await o.open(officer, p, seen, place)
  const flags = { isHazard: false, isUgly: false, isHated: false }
  const found = {
    class: 'stock',
    kind: 'yard',
    land: 'urban',
    surveyedM2,
    builtYear: 2008,
    ...flags,
    photos: [await o.photo('核实')],
  }
  await o.act(head, p, id, 'confirm', { ...found, ...extra })
  return id
}
const begin: Story = async function* (o) {
  if ((await o.rows(data, 'buildings.programme')).length > 0) return
  const year = o.year()
  const span = { fromYear: year, toYear: year + 4, years: 5 }
  const programme = await o.add(data, 'buildings.programme', { name: `违法建设治理五年行动(${year}—${year + 4})`, ...span })
  for (const [i, street] of o.town.streets.slice(0, 4).entries())
    for (const ahead of [0, 1])
      await o.add(data, 'buildings.target', { programme, street: street.code, year: year + ahead, targetM2: 1800 + i * 600 })
  for (const [i, department] of departments.entries())
    await o.add(data, 'buildings.approval', {
      ...{
        number: `建字第3204${year - 5}0${i + 1}号`,
        department,
        holder: `湖滨置业第${i + 1}项目部`,
        address: `湖滨路${i * 20 + 8}号`,
      },
      ...{ approvedM2: 120 + i * 40, approvedOn: `${year - 5}-0${i + 3}-01` },
    })
  for (const [code, kind, place, owner] of lines)
    await o.add(data, 'buildings.line', { code, kind, place, owner, protectM: kind === 'power' ? 10 : 5 }, o.spot(code))
  yield 1
}
const look: Story = async function* (o) {
  yield minute
  const at = await compoundBeat(o)
  if (!at) return
  const { compound, officer, place } = at
  const kind = o.random.chance(0.25) ? 'drone' : 'foot'
  await o.add(officer, 'buildings.patrol', { compound: compound.id, kind, found: 0, note: '外立面、屋顶无新增' }, place)
  if (o.random.chance(0.6)) return
  const topic = o.random.pick(['讲解报告时限与记分', '核对装修备案', '通报周边违建案例'])
  await o.add(officer, 'buildings.visit', { compound: compound.id, who: '陈经理', topic, photos: [await o.photo('走访')] }, place)
}
const decoration: Story = async function* (o) {
  yield minute
  const at = await compoundBeat(o)
  if (!at) return
  const n = o.random.integer(1, 18)
  await o.add(at.officer, 'buildings.decoration', {
    ...{ compound: at.compound.id, room: `${n}幢${(n % 6) + 1}02室`, owner: `${o.random.pick(['钱', '孙', '周'])}某` },
    ...{ contractor: '美居装饰公司', scope: '室内水电、墙地面', hasPledge: o.random.chance(0.9) },
    ...{ startOn: o.date(1), endOn: o.date(70) },
  })
}
/** Along the lines; who presses on one has to take it down. */
const walkLine: Story = async function* (o) {
  const e = 'buildings.encroachment'
  const line = o.random.pick(await o.rows(head, 'buildings.line'))
  const { officer, place } = beatOf(o, Math.min(streetOf(line), o.town.streets.length))
  const isPressed = o.random.chance(0.5)
  const presser = `${o.random.pick(['张', '李', '王'])}某`
  const seen = isPressed ? { result: 'pressed', presser, place: '围墙内厂棚' } : { result: 'clear' }
  await o.add(officer, 'buildings.line-check', { line: line.id, ...seen }, place)
  if (!isPressed) return
  yield 3 * hour
  const [found] = await o.rows(officer, e, { status: 'found', line: line.id })
  if (!found) return
  await o.act(officer, e, found.id, 'order', { orderNo: `责改〔${o.year()}〕${o.random.integer(10, 99)}号`, dueOn: o.date(10) })
  yield o.random.chance(0.2) ? 14 * day : o.random.integer(3, 8) * day
  await o.act(officer, e, found.id, 'remove', { removedOn: o.date(), afterPhotos: [await o.photo('拆后')] })
  yield day
  if (o.random.chance(0.85)) await o.act(head, e, found.id, 'accept', { ownerOpinion: '已恢复保护间距' })
}
/** The property's people tell of what is being built, in time or too late; it is down within days. */
const told: Story = async function* (o) {
  const at = await compoundBeat(o)
  if (!at) return
  const { compound, officer, street, place } = at
  const hours = o.random.chance(0.7) ? 3 : 50
  const seenAt = o.at(0, 9 - hours)
  const areaM2 = o.random.integer(6, 30)
  const address = `${String(compound.name)}${o.random.integer(1, 20)}幢露台`
  const seen = { compound: compound.id, address, kind: 'roof', areaM2, seenAt, photos: [await o.photo('物业报告')] }
  const id = await o.open(street, p, seen, { ...place, action: 'propertyReport' })
  yield 3 * hour
  const flags = { isHazard: false, isUgly: false, isHated: false }
  const found = {
    class: 'new',
    kind: 'roof',
    land: 'urban',
    surveyedM2: areaM2,
    startedAt: seenAt,
    compound: compound.id,
    ...flags,
  }
  await o.act(head, p, id, 'confirm', { ...found, photos: [await o.photo('核实')] })
  yield 2 * hour
  await o.act(officer, p, id, 'stop', {
    noticeNo: `停字〔${o.year()}〕${o.random.integer(100, 999)}号`,
    photos: [await o.photo('送达')],
  })
  yield o.random.integer(2, 6) * day
  await o.act(officer, p, id, 'demolish', {
    way: 'self',
    removedOn: o.date(),
    removedM2: areaM2,
    afterPhotos: [await o.photo('拆后')],
  })
  yield day
  await o.act(head, p, id, 'accept', { photos: [await o.photo('验收')] })
}
/** @param end how far it comes: taken down and delisted, still supervised, or never listed */
const listing = (address: string, end: 'gone' | 'on' | 'dropped'): Story =>
  async function* (o) {
    const l = 'buildings.listing'
    const building = await stockOf(o, address, { isHated: true, keyReason: '群众多次反映' })
    const { areaM2, areaCode } = await o.row(head, p, building)
    const { officer, street, place } = beatOf(o, streetOf({ areaCode }))
    const why = { criterion: 'publicAnger', reason: '群众反映强烈,多次信访', leader: '分管副区长' }
    const id = await o.open(street, l, { building, ...why }, place)
    yield day
    if (end === 'dropped') return void (await o.act(head, l, id, 'drop', { opinion: '已列年度计划,不再挂牌' }))
    await o.act(head, l, id, 'approve')
    for (const content of ['约谈当事人,送达法律文书', '入户测量,签订拆除协议']) {
      yield 6 * day
      await o.act(street, l, id, 'supervise', { content, photos: [await o.photo('督办')] })
    }
    if (end === 'on') return
    const papers = [await o.photo('决定书')]
    const number = `限拆〔${o.year()}〕${o.random.integer(10, 99)}号`
    await o.act(officer, p, building, 'order', {
      article: 'a64',
      decisionNo: number,
      servedOn: o.date(),
      dueOn: o.date(10),
      papers,
    })
    yield 5 * day
    const gone = { way: 'assisted', removedOn: o.date(), removedM2: areaM2, afterPhotos: [await o.photo('拆后')] }
    await o.act(officer, p, building, 'demolish', gone)
    await o.act(head, p, building, 'accept', { photos: [await o.photo('验收')] })
    yield day
    await o.act(street, l, id, 'askDelist', { proof: [await o.photo('证明')], opinion: '已拆除并验收' })
    yield day
    await o.act(head, l, id, 'delist')
  }
const action: Story = async function* (o) {
  const a = 'buildings.action'
  const { street, place } = beatOf(o)
  const role = o.random.pick(['organised', 'supported'] as const)
  const plan = {
    name: o.random.pick(['北片集中拆违', '运河沿线拆违', '背街小巷拆违']),
    role,
    plannedOn: o.date(4),
    place: '沿线',
  }
  const means = { organiser: role === 'organised' ? '区城管局' : '湖滨街道办事处', staff: 60, machinery: '挖掘机1台' }
  const id = await o.open(street, a, { ...plan, ...means, safetyPlan: [await o.photo('预案')] }, place)
  yield day
  if (o.random.chance(0.15)) return void (await o.act(street, a, id, 'cancel', { reason: '当事人已自拆' }))
  await o.act(head, a, id, 'approve')
  yield o.random.integer(3, 8) * day
  if (o.random.chance(0.2)) return
  const taken = [
    { place: '沿线简易棚', way: 'assisted', areaM2: o.random.integer(40, 300) },
    { place: '占道亭棚', way: 'self', areaM2: o.random.integer(8, 40) },
  ]
  await o.act(street, a, id, 'finish', { doneOn: o.date(), staff: 52, hours: 5, lines: taken, photos: [await o.photo('拆违')] })
}
const free = (index: number, end: 'accept' | 'refuse' | 'wait'): Story =>
  async function* (o) {
    const f = 'buildings.free-compound'
    const at = await compoundBeat(o, index)
    if (!at) return
    const plan = { convention: [await o.photo('公约')], patrolPlan: '物业每日两次巡查外立面与屋顶' }
    const id = await o.open(at.street, f, { compound: at.compound.id, ...plan }, at.place)
    yield 5 * day
    if (end === 'refuse') await o.act(head, f, id, 'refuse', { reason: '巡查记录缺三日' })
    const isOpen = (await o.rows(head, p, { compound: at.compound.id })).some((b) => b.status !== 'closed')
    if (end === 'accept' && !isOpen) await o.act(head, f, id, 'accept', { score: 96, isModel: true })
  }
/** @param isHeld they agree, and hold it until the building is gone */
const notice = (address: string, isHeld: boolean): Story =>
  async function* (o) {
    const n = 'buildings.notice'
    const building = await stockOf(o, address)
    const { areaCode } = await o.row(head, p, building)
    const { street, place } = beatOf(o, streetOf({ areaCode }))
    const asked = isHeld ? { department: 'registry', measure: 'registration' } : { department: 'planning', measure: 'verify' }
    const papers = [await o.photo('联动函')]
    const id = await o.open(street, n, { building, ...asked, content: '请予协助并书面答复', papers }, place)
    yield o.random.integer(3, 9) * day
    await o.act(street, n, id, 'answer', {
      result: 'yes',
      replyNo: `复〔${o.year()}〕${o.random.integer(1, 40)}号`,
      reply: '同意',
    })
    if (isHeld) return
    const other = { department: 'electricity', measure: 'service', content: '请暂停供电报装', papers }
    const second = await o.open(street, n, { building, ...other }, place)
    yield 4 * day
    await o.act(street, n, second, 'answer', { result: 'no', replyNo: '供电复3号', reply: '缺少法律文书' })
  }
const safety: Story = async function* (o) {
  const s = 'buildings.safety'
  const { officer, place } = beatOf(o)
  const structure = o.random.pick(['none', 'slight', 'serious', 'serious', 'critical'] as const)
  const people = o.random.integer(4, 30)
  const id = await o.open(
    officer,
    s,
    {
      ...{ name: o.random.pick(['沿街门面', '群租楼', '老厂房', '旅馆']), address: '城中村西区', owner: '周某', floors: 4 },
      ...{ areaM2: o.random.integer(200, 900), people, structure, fire: 'slight', use: 'none', photos: [await o.photo('排查')] },
    },
    place,
  )
  yield 4 * hour
  if ((await o.row(officer, s, id)).status === 'urgent')
    await o.act(officer, s, id, 'evacuate', { moved: people, photos: [await o.photo('清空')] })
  if ((await o.row(officer, s, id)).status !== 'graded') return
  await o.act(officer, s, id, 'order', { measure: '加固承重结构,增设疏散指示', fixDueOn: o.date(20) })
  yield o.random.integer(5, 18) * day
  if (o.random.chance(0.2)) return
  await o.act(officer, s, id, 'fix', { fixedOn: o.date(), afterPhotos: [await o.photo('整改后')] })
  yield day
  await o.act(head, s, id, 'recheck', { structure: 'none', fire: 'none', use: 'none' })
}
const restoration: Story = async function* (o) {
  const r = 'buildings.restoration'
  const { officer, place } = beatOf(o)
  const mu = o.random.integer(5, 40) / 10
  const kind = o.random.pick(['farm', 'green'] as const)
  const site = `${kind === 'farm' ? '北村' : '运河边'}地块${o.random.integer(1, 30)}号`
  const id = await o.open(head, r, { site, kind, mu, owner: '某开发公司', dueOn: o.date(30) }, place)
  yield o.random.integer(4, 14) * day
  if (o.random.chance(0.15)) return
  const done = async () => ({ doneOn: o.date(), doneMu: mu, proof: 'photo', photos: [await o.photo('恢复')] })
  await o.act(officer, r, id, 'restore', await done())
  yield day
  if (o.random.chance(0.25)) {
    await o.act(head, r, id, 'redo', { reason: '覆土不足' })
    yield 3 * day
    await o.act(officer, r, id, 'restore', await done())
    yield day
  }
  await o.act(head, r, id, 'accept')
}
export const buildingsDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5.9, tell: begin },
  look: { on: workdays, hour: 9.1, tell: look },
  decoration: { on: every(8, 1), hour: 10.6, tell: decoration },
  'walk line': { on: every(5, 2), hour: 9.6, tell: walkLine },
  told: { on: every(8, 3), hour: 9.3, tell: told },
  'listing one': { on: once(1), hour: 10.1, tell: listing('老街口搭建', 'gone') },
  'listing two': { on: once(6), hour: 10.1, tell: listing('湖滨里7号院', 'on') },
  'listing three': { on: once(13), hour: 10.1, tell: listing('南圩18号', 'dropped') },
  action: { on: every(9, 4), hour: 14.2, tell: action },
  'free one': { on: once(2), hour: 15.1, tell: free(0, 'accept') },
  'free two': { on: once(7), hour: 15.1, tell: free(1, 'refuse') },
  'free three': { on: once(16), hour: 15.1, tell: free(2, 'wait') },
  'notice one': { on: once(3), hour: 14.1, tell: notice('延陵西路厂棚', false) },
  'notice two': { on: once(11), hour: 14.1, tell: notice('文昌里后院', true) },
  safety: { on: every(6, 5), hour: 10.2, tell: safety },
  restoration: { on: every(8, 6), hour: 9.8, tell: restoration },
}
