/** 公厕 of the simulated district: kept, checked and graded, closed with leave, built and joined by shops; the smart one calls its keeper. */
import { streetName } from './ground.ts'
import { near } from './near.ts'
import { gateway, operator, toilets } from './sanitation-lists.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, together } from './story.ts'

const [data, crew, checker, leader] = ['shuju', 'chuzhi31', 'kaohe1', 'juzhang'] as const
const own = async (o: Desk): Promise<readonly Row[]> =>
  (await o.rows(data, 'sanitation.toilet', { kind: 'public' })).filter((t) => toilets.some(([code]) => code === t.code))
/** A round of cleaning, what visitors say, and now and then somebody who looks in. */
const rounds: Story = async function* (o) {
  const open = (await own(o)).filter((t) => t.state === 'open')
  const [one, two] = [o.random.pick(open), o.random.pick(open)]
  const clean = { toilet: one.id, isPaperFilled: true, isSoapFilled: o.random.chance(0.8) }
  const fault = o.random.chance(0.2) ? { fault: o.random.pick(['感应龙头失灵', '门锁损坏', '照明灯不亮']) } : {}
  await o.add(crew, 'sanitation.toilet-clean', { ...clean, ...fault }, near(o, one))
  yield 2 * hour
  await o.outside(`toilets/${String(two.code)}/ratings`, {
    stars: o.random.integer(3, 5),
    words: o.random.pick(['干净', '有纸有洗手液', '稍有异味']),
  })
  yield 3 * hour
  const c = 'sanitation.toilet-check'
  const isBad = o.random.chance(0.35)
  const marks = isBad ? { facility: 36, clean: 38, issue: '地面积水' } : { facility: 46, clean: o.random.integer(43, 48) }
  const seen = { toilet: two.id, door: 'open', ...marks, photos: [await o.photo('公厕检查')] }
  const id = await o.open(checker, c, seen, near(o, two))
  if (!isBad || o.random.chance(0.15)) return
  yield 6 * hour
  await o.act(crew, c, id, 'fix', { donePhotos: [await o.photo('整改')], measure: '已清理,约谈专管员' })
  yield 4 * hour
  if (o.random.chance(0.85)) await o.act(checker, c, id, 'recheck', { isOk: 'yes', opinion: '已整改到位' })
}
/** A list drawn by lot, each looked at; now and then it is not finished in time. */
const spotCheck: Story = async function* (o) {
  const r = 'sanitation.toilet-round'
  const id = await o.file(checker, r, { name: '公厕正常开放抽查', count: 2, dueOn: o.date(3) })
  const codes = ((await o.row(checker, r, id)).drawn as readonly Row[]).map((d) => d.code)
  const drawn = (await o.rows(data, 'sanitation.toilet')).filter((t) => codes.includes(t.code))
  for (const toilet of drawn) {
    yield 5 * hour
    const seen = { toilet: toilet.id, round: id, door: 'open', facility: 46, clean: 46, photos: [await o.photo('公厕检查')] }
    await o.open(checker, 'sanitation.toilet-check', seen, near(o, toilet))
  }
  if (o.random.chance(0.8)) await o.act(checker, r, id, 'finish', {})
}
const suspension: Story = async function* (o) {
  const s = 'sanitation.suspension'
  const toilet = o.random.pick((await own(o)).filter((t) => t.state === 'open' && t.code !== 'GC-01'))
  const [kind, reason] = o.random.pick([
    ['repair', '更换管道'],
    ['sewage', '化粪池清掏'],
    ['water', '片区停水'],
  ] as const)
  const [instead] = (await own(o)).filter((t) => t.code === 'GC-01')
  const times = { fromOn: o.date(2), toOn: o.date(5), instead: instead?.id }
  const values = { toilet: toilet.id, kind, reason, ...times, notice: [await o.photo('告示')] }
  const id = await o.open(crew, s, values, near(o, toilet))
  yield 6 * hour
  if (o.random.chance(0.25)) return void (await o.act(leader, s, id, 'refuse', { opinion: '请安排在夜间施工,不暂停开放' }))
  await o.act(leader, s, id, 'approve', { opinion: '同意' })
  yield (o.random.chance(0.3) ? 7 : 5) * day
  await o.act(crew, s, id, 'reopen', { donePhotos: [await o.photo('恢复')] })
}
const aspects = [
  '设计与布局',
  '外观与标识',
  '厕位与洗手',
  '无障碍与第三卫生间',
  '采光通风除臭',
  '保洁与管理',
  '设施完好',
  '开放与服务',
] as const
const grade = async function* (o: Desk, code: string, mark: number) {
  const g = 'sanitation.grading'
  const toilet = (await own(o)).find((t) => t.code === code)
  if (!toilet) return
  const id = await o.open(checker, g, { toilet: toilet.id, reason: '年度等级评定' }, near(o, toilet))
  yield 3 * day
  await o.act(checker, g, id, 'score', { items: aspects.map((item) => ({ item, score: mark })), photos: [await o.photo('评分')] })
  if (mark === 10) return
  yield 4 * day
  await o.act(leader, g, id, 'grant', { opinion: mark > 9 ? '同意' : '不达标,整改后再评' })
}
const build = async function* (o: Desk) {
  const p = 'sanitation.toilet-project'
  const [plan] = await o.rows(data, 'sanitation.toilet-plan', { year: o.year(), kind: 'new' })
  const site = (name: string) => o.open(crew, p, { plan: plan?.id, name, isSewer: true }, o.spot(name))
  const [id, other, poor] = [await site('城东公厕'), await site('体育公园公厕'), await site('桥头公厕')]
  yield 2 * day
  await o.act(crew, p, id, 'design', { papers: [await o.photo('设计')], costFen: 60_000_000 })
  await o.act(crew, p, other, 'design', { papers: [await o.photo('设计')], costFen: 48_000_000 })
  await o.act(leader, p, poor, 'drop', { reason: '与河道蓝线冲突,另行选址' })
  yield day
  await o.act(crew, p, id, 'start', { startedOn: o.date() })
  yield 19 * day
  await o.act(leader, p, id, 'accept', {
    ...{ acceptedOn: o.date(), code: 'GC-10', address: '城东路1号', keeper: '陈叔', operator, aGrade: 'a2' },
    ...{ menSquats: 3, menUrinals: 3, womenSquats: 7, thirdRooms: 1, isAccessible: true, openFrom: '06:00', openTo: '22:00' },
    ...{ papers: [await o.photo('验收')], photos: [await o.photo('建成')] },
  })
}
const partners = [
  ['湖滨银行', 'bank', 'LM-01'],
  ['江南宾馆', 'hotel', 'LM-02'],
  ['城南加油站', 'gas', 'LM-03'],
  ['小巷茶室', 'shop', 'LM-04'],
] as const
const alliance = async function* (o: Desk) {
  const a = 'sanitation.alliance'
  for (const [i, [name, trade, code]] of partners.entries()) {
    const form = { name, trade, code, town: streetName(o, 1), address: `${name}一楼`, contact: '周经理', phone: '13900001111' }
    const seats = {
      menSquats: 1,
      menUrinals: 1,
      womenSquats: 2,
      thirdRooms: 0,
      isAccessible: false,
      openFrom: '09:00',
      openTo: '20:00',
    }
    const id = await o.open(crew, a, { ...form, ...seats }, o.spot(name))
    yield 3 * day
    if (i === 2) continue
    if (i === 3) return void (await o.act(crew, a, id, 'refuse', { reason: '厕位在经营区内,不便开放' }))
    const joined = { agreement: [await o.photo('协议')], sign: [await o.photo('标识')], joinedOn: o.date(), yearFen: 200_000 }
    await o.act(crew, a, id, 'join', joined)
    await o.act(crew, a, id, 'pay', { fen: 100_000, on: o.date() })
    yield 4 * day
    if (i === 1) await o.act(crew, a, id, 'leave', { leftOn: o.date(), reason: '装修停业' })
  }
}
const works: Story = async function* (o) {
  yield* together([build(o), alliance(o), grade(o, 'GC-02', 11.5), grade(o, 'GC-04', 8), grade(o, 'GC-03', 10)])
}
/** The gateway of the smart toilet: late in the evening the air is bad or the paper runs out, and its keeper is called. */
const smart: Story = async function* (o) {
  const [device] = await o.rows(data, 'sensing.device', { number: gateway })
  const { key } = await o.post<{ key: string }>(data, `/sensing/devices/${device?.id}/key`, {})
  const say = (ago: number, nh3: number, paper: number) =>
    o.device({ number: gateway, key }, '/ingest/readings', [
      { at: new Date(Date.parse(o.at(0, 23.6)) - ago).toISOString(), values: { nh3, paper, people: 40, stallsTaken: 2 } },
    ])
  await say(60_000, o.random.chance(0.5) ? 1.6 : 0.4, 5)
  yield 40
  const calls = await o.rows(crew, 'sanitation.toilet-call', { status: 'called' })
  for (const call of calls.slice(0, o.random.chance(0.3) ? 1 : 3)) {
    yield 8
    const done = { result: '已通风、补纸', photos: [await o.photo('保洁到场')] }
    await o.act(crew, 'sanitation.toilet-call', call.id, 'finish', done)
  }
}
export const toiletsDiary: Readonly<Record<string, Entry>> = {
  toiletRounds: { on: every(4, 1), hour: 9.3, tell: rounds },
  suspension: { on: every(12, 3), hour: 10.2, tell: suspension },
  spotCheck: { on: every(14, 5), hour: 9.6, tell: spotCheck },
  toiletWorks: { on: once(3), hour: 9.1, tell: works },
  smart: { on: every(11, 2), hour: 23.6, tell: smart },
}
