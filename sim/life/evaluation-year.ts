/** 考核评价 of the simulated district beside its weekly checks: stations and villages covered, streets and lanes accepted, letters of targets, meetings, surveys, and what follows from a round. */
import { begin, flyers } from './evaluation-lists.ts'
import { afterRound, campaign, streetCode, streetLogin, titles, workshop } from './evaluation-meetings.ts'
import { handlers } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, type Values } from './story.ts'

const [assessor, leader] = ['kaohe1', 'juzhang'] as const
const got = (items: unknown, share: number): readonly Values[] =>
  (items as readonly { readonly item: string; readonly full: number }[]).map((i) => ({
    item: i.item,
    got: Math.round(i.full * share * 10) / 10,
  }))

/** Every point of a check looked at by who was drawn for it, and confirmed by somebody else. */
async function* inspect(
  o: Desk,
  check: string,
  faulty: (point: Row, n: number) => number,
): AsyncGenerator<number, readonly Row[]> {
  const points = await o.rows(assessor, 'evaluation.inspection', { check })
  for (const [n, point] of points.entries()) {
    const by = o.login(point.inspector) ?? assessor
    const photos = [await o.photo('考核')]
    const count = faulty(point, n)
    if (count > 0) await o.act(by, 'evaluation.inspection', point.id, 'find', { code: '1', count, note: '现场问题', photos })
    await o.act(by, 'evaluation.inspection', point.id, 'submit', { scenePhotos: photos })
    await o.act(by === assessor ? leader : assessor, 'evaluation.inspection', point.id, 'confirm')
    yield 30
  }
  return points
}
async function* fixAll(o: Desk, check: string): AsyncGenerator<number, void> {
  for (const found of await o.rows(assessor, 'evaluation.finding', { check, status: 'open' })) {
    yield 2 * hour
    await o.act(streetLogin(o, found.street), 'evaluation.finding', found.id, 'fix', {
      fixNote: '已整改',
      fixPhotos: [await o.photo('整改后')],
    })
    await o.act(assessor, 'evaluation.finding', found.id, 'verify')
  }
}
const drawn = async (o: Desk, topic: string, name: string, mode: string, more: Values = {}): Promise<string> => {
  const values = { topic, name, mode, fromOn: o.date(), toOn: o.date(25), ...more }
  const check = await o.file(assessor, 'evaluation.check', values)
  await o.act(assessor, 'evaluation.check', check, 'draw', { seed: o.date().replaceAll('-', '') })
  return check
}
/** Every transfer station, a plan of its own for each, rechecked where it was bad. */
const stations: Story = async function* (o) {
  const check = await drawn(o, 'transfer', `${o.date().slice(0, 7)}中转站检查`, 'all')
  yield day
  const points = yield* inspect(o, check, (_p, n) => (n === 0 ? 2 : 0))
  yield day
  const plans: string[] = []
  for (const point of points) {
    const plan = { inspection: point.id, problem: '站外积存', measures: '增加清运、每日冲洗', dueOn: o.date(8) }
    const id = await o.file(streetLogin(o, point.street), 'evaluation.site-plan', plan)
    await o.act(assessor, 'evaluation.site-plan', id, 'approve')
    plans.push(id)
  }
  yield* fixAll(o, check)
  yield day
  await o.act(assessor, 'evaluation.check', check, 'conclude', { report: '共性问题为站外积存' })
  yield 2 * day
  for (const id of plans.slice(0, -1)) {
    const row = await o.row(assessor, 'evaluation.site-plan', id)
    const done = { fixNote: '已按方案整改', fixPhotos: [await o.photo('站容')] }
    await o.act(streetLogin(o, row.areaCode), 'evaluation.site-plan', id, 'fix', done)
    yield 5 * hour
    const looked = { recheckScore: Math.min(100, Number(row.oldScore) + 4), recheckPhotos: [await o.photo('复查')] }
    await o.act(assessor, 'evaluation.site-plan', id, 'recheck', looked)
  }
}
const selfCheck: Story = async function* (o) {
  const check = await drawn(o, 'static', `${o.date().slice(0, 7)}静态百分百`, 'self')
  yield day
  for (const s of await o.rows(assessor, 'evaluation.self-check', { check })) {
    const values = { fixedCount: o.random.integer(1, 6), isAllFixed: true, selfPhotos: [await o.photo('自查')] }
    await o.act(streetLogin(o, s.street), 'evaluation.self-check', s.id, 'report', values)
    yield 2 * hour
  }
  yield day
  yield* inspect(o, check, (_p, n) => (n === 1 ? 1 : 0))
  // Some of the points are scored a second time, by somebody else.
  await o.act(leader, 'evaluation.check', check, 'recheck')
  yield day
  for (const one of await o.rows(assessor, 'evaluation.recheck', { check })) {
    const values = { newScore: one.oldScore, note: '实地复核', scenePhotos: [await o.photo('复核')] }
    await o.act(o.login(one.second) ?? leader, 'evaluation.recheck', one.id, 'score', values)
  }
  yield* fixAll(o, check)
  await o.act(assessor, 'evaluation.check', check, 'conclude', { report: '一点位公益广告破损,已更换' })
}
/** Three checks of the villages become one ranking with its subsidies. */
const rural: Story = async function* (o) {
  const checks: Record<string, string> = {}
  for (const [key, topic] of Object.entries({ sortCheck: 'ruralSort', collectCheck: 'ruralCollect', cleanCheck: 'ruralClean' })) {
    const check = await drawn(
      o,
      topic,
      `农村生活垃圾${key === 'sortCheck' ? '分类' : key === 'collectCheck' ? '收运' : '保洁'}考核`,
      'all',
    )
    yield day
    yield* inspect(o, check, (_p, n) => (n === 2 ? 4 : n === 1 ? 1 : 0))
    yield* fixAll(o, check)
    await o.act(assessor, 'evaluation.check', check, 'conclude', { report: '总体较好,个别村收集点满溢' })
    checks[key] = check
  }
  const p = 'evaluation.rural-ranking'
  const weights = { sortWeight: 40, collectWeight: 30, cleanWeight: 30, potFen: 30_000_000 }
  const id = await o.file(assessor, p, { name: `${o.date().slice(0, 7)}农村垃圾考核`, ...checks, ...weights })
  yield 2 * day
  await o.act(leader, p, id, 'sign')
  yield 3 * day
  const { payees } = await o.row(assessor, p, id)
  const payments = (payees as readonly { readonly name: string }[]).map((t, i) => ({
    name: t.name,
    voucher: `NP-${i + 1}`,
    paidOn: o.date(),
  }))
  await o.act(assessor, p, id, 'pay', { payments })
}
const dust: Story = async function* (o) {
  const p = 'evaluation.dust-sample'
  const n = o.random.integer(0, o.town.streets.length - 1)
  const road = o.random.pick(['长江路', '黄河路', '湖滨路', '文昌路'])
  const id = await o.file(assessor, p, { road, street: streetCode(o, n), roadClass: 'trunk', planOn: o.date(1) })
  yield day + hour
  if (o.random.chance(0.15)) return void (await o.act(assessor, p, id, 'miss', { reason: '下雨' }))
  const values = { reading: o.random.integer(20, 62) / 100, device: '粉尘仪1号', photos: [await o.photo('尘量')] }
  await o.act(assessor, p, id, 'measure', values)
}
const fineStreet: Story = async function* (o) {
  const p = 'evaluation.fine-street'
  const n = o.random.integer(0, o.town.streets.length - 1)
  const by = streetLogin(o, streetCode(o, n))
  const values = {
    name: `${o.random.pick(['长江路', '黄河路', '湖滨路'])}精品街道(${o.date().slice(5)})`,
    street: streetCode(o, n),
    plan: '立面整治、街道家具',
  }
  const id = await o.file(by, p, values)
  const { streetItems, districtItems } = await o.row(assessor, p, id)
  yield 5 * day
  await o.act(by, p, id, 'scoreOwn', { streetLines: got(streetItems, 0.9) })
  yield 4 * day
  const districtLines = got(districtItems, o.random.chance(0.75) ? 0.86 : 0.78)
  await o.act(assessor, p, id, 'accept', { scenePhotos: [await o.photo('验收')], acceptedOn: o.date(), districtLines })
}
const modelRoad: Story = async function* (o) {
  const p = 'evaluation.model-road'
  const n = o.random.integer(0, o.town.streets.length - 1)
  const name = `${o.random.pick(['石湖东路', '青年路', '学院路'])}(${o.date().slice(5)})`
  const id = await o.file(streetLogin(o, streetCode(o, n)), p, {
    name,
    street: streetCode(o, n),
    plan: '设施完好、绿化提升',
    level: 'district',
  })
  yield 2 * day
  await o.act(leader, p, id, 'approve', { finishOn: o.date(60), subsidyFen: 20_000_000 })
  yield 5 * day
  await o.act(assessor, p, id, 'midCheck', { progress: '符合进度', isOnTrack: true, photos: [await o.photo('中期')] })
  yield 6 * day
  const { items } = await o.row(assessor, p, id)
  await o.act(assessor, p, id, 'accept', { lines: got(items, 0.92), acceptedOn: o.date() })
  yield 3 * day
  await o.act(assessor, p, id, 'pay', { voucher: `SF-${o.random.integer(100, 999)}`, paidOn: o.date() })
}
const fineLane: Story = async function* (o) {
  const p = 'evaluation.fine-lane'
  const n = o.random.integer(0, o.town.streets.length - 1)
  const name = `${o.random.pick(['玉带巷', '庙西巷', '和平里', '青果弄'])}(${o.date().slice(5)})`
  const id = await o.file(streetLogin(o, streetCode(o, n)), p, { name, street: streetCode(o, n), plan: '路面、管线、立面' })
  yield 4 * day
  const { items } = await o.row(assessor, p, id)
  const accept = { acceptedOn: o.date(), photos: [await o.photo('街巷')], lines: got(items, o.random.chance(0.7) ? 0.95 : 0.84) }
  await o.act(assessor, p, id, 'accept', accept)
  yield day
  await o.act(leader, p, id, 'grade', { carePlan: '居民自治公约、每月一查', keeper: '社区主任' })
}
const letters: Story = async function* (o) {
  const p = 'evaluation.target-letter'
  if ((await o.rows(leader, p)).length > 0) return
  const targets = [
    { name: '机扫率', measure: '%', sense: 'least', goal: 90 },
    { name: '重复投诉', measure: '件', sense: 'most', goal: 10 },
  ]
  for (const [n, [name, by]] of handlers.slice(0, 3).entries()) {
    const id = await o.file(leader, p, {
      year: o.year(),
      unit: o.unit(name),
      document: `区城管委〔${o.year()}〕${n + 2}号`,
      targets,
    })
    yield day
    if (n < 2) await o.act(by, p, id, 'sign', { signer: '负责人' })
  }
}
const appraisalItems = [
  ['组织领导与责任人', 20],
  ['分类投放设施', 20],
  ['分类投放准确', 30],
  ['分类台账', 15],
  ['志愿服务与宣传', 15],
] as const
const appraisal: Story = async function* (o) {
  const p = 'evaluation.unit-appraisal'
  if ((await o.rows(assessor, p)).length > 0) return
  const lines = (share: number) => appraisalItems.map(([item, full]) => ({ item, got: full * share }))
  const made: string[] = []
  for (const [name, by] of handlers.slice(0, 3)) {
    const id = await o.file(assessor, p, { year: o.year(), unit: o.unit(name), name, declareBy: o.date(10) })
    made.push(id)
    yield day
    await o.act(by, p, id, 'declare', { ownLines: lines(made.length === 2 ? 1 : 0.9), photos: [await o.photo('分类设施')] })
  }
  for (const id of made.slice(0, 2)) {
    yield 2 * day
    await o.act(assessor, p, id, 'check', { lines: lines(0.8), photos: [await o.photo('核查')] })
  }
  yield 2 * day
  await o.act(leader, p, made[0] ?? '', 'hand', { receipt: '绩效收1', handedOn: o.date() })
}
const patrolFile: Story = async function* (o) {
  const p = 'evaluation.patrol-file'
  const n = o.random.integer(0, o.town.streets.length - 1)
  const [fault, note] = o.random.pick([
    ['bare', '黄土裸露约20平方米'],
    ['dead', '枯死灌木未清'],
  ] as const)
  const values = { place: '滨河绿地', street: streetCode(o, n), fault, note, fixDays: 3, photos: [await o.photo('绿地')] }
  const id = await o.file(`caiji${n * 3 + 1}`, p, values)
  yield (o.random.chance(0.15) ? 4 : 2) * day
  await o.act(streetLogin(o, streetCode(o, n)), p, id, 'fix', { fixNote: '已补植清理', fixPhotos: [await o.photo('整改后')] })
  yield day
  if (!o.random.chance(0.2)) await o.act(assessor, p, id, 'close')
}
const survey: Story = async function* (o) {
  const p = 'evaluation.survey'
  const values = {
    name: `${o.date().slice(0, 7)}满意度`,
    question: '您对市容环境满意吗',
    fromOn: o.date(),
    toOn: o.date(5),
    perStreet: 3,
  }
  const id = await o.file(assessor, p, values)
  await o.act(assessor, p, id, 'draw', { seed: o.date().replaceAll('-', '') })
  const slips = await o.rows(assessor, 'evaluation.survey-slip', { survey: id })
  for (const slip of slips.slice(0, 7)) {
    yield 9 * hour
    await o.outside('evaluation/answers', { code: slip.code, score: o.random.integer(3, 5) })
  }
  yield 4 * day
  await o.act(assessor, p, id, 'close')
}
const third: Story = async function* (o) {
  const rows = [0, 1].flatMap((n) => [
    `${streetCode(o, n)},道路保洁,${o.random.integer(82, 95)}`,
    `${streetCode(o, n)},停车秩序,${o.random.integer(66, 74)}`,
  ])
  await o.file(assessor, 'evaluation.third-report', {
    ...{ agency: '民意调查中心', name: `${o.date().slice(0, 7)}测评`, measuredOn: o.date(), sample: 400, rows: rows.join('\n') },
    source: [await o.photo('测评报告')],
  })
  yield 2 * day
  const [special] = await o.rows(assessor, 'evaluation.special', { status: 'proposed' })
  const [check] = await o.rows(assessor, 'evaluation.check')
  if (special && check)
    await o.act(leader, 'evaluation.special', special.id, 'start', {
      plan: '整治占道停车',
      endsOn: o.date(60),
      checkTopic: check.id,
    })
}
const multi: Story = async function* (o) {
  const p = 'evaluation.multi'
  const form = { object: '湖滨路市容', street: streetCode(o, 0), fromOn: o.date(-15), toOn: o.date(-1) }
  const weights = { citizenWeight: 0, expertWeight: 60, dataWeight: 40, thirdWeight: 0 }
  const measure = { indicator: 'evaluation.score-road', target: 100, zeroAt: 0 }
  const id = await o.file(assessor, p, { ...form, ...weights, ...measure })
  yield day
  const experts = [88, 84, 90].map((score, i) => ({ name: `专家${i + 1}`, score }))
  await o.act(assessor, p, id, 'takeExperts', { experts })
}
const service: Story = async function* (o) {
  yield 1
  const p = 'evaluation.service-round'
  if ((await o.rows(assessor, p)).length > 0) return
  const quarter = Math.floor((Number(o.date().slice(5, 7)) - 1) / 3)
  const from = `${o.year()}-${String(quarter * 3 + 1).padStart(2, '0')}-01`
  const to = `${o.year()}-${String(quarter * 3 + 3).padStart(2, '0')}-${quarter === 0 || quarter === 3 ? 31 : 30}`
  await o.file(assessor, p, { name: `${o.year()}年第${quarter + 1}季度`, period: 'quarter', fromOn: from, toOn: to })
}
const honours: Story = async function* (o) {
  const p = 'evaluation.honour-roll'
  if ((await o.rows(assessor, p)).length > 0) return
  const flag = { level: 'city', grantor: '市攻坚办', holder: '本局', grantedOn: o.date(-60), document: '攻坚办3号' }
  await o.file(assessor, 'evaluation.honour', { name: '污染防治工作流动红旗', ...flag })
  yield day
  const id = await o.file(assessor, p, { year: o.year() - 1 })
  yield 2 * day
  const { paragraph } = await o.row(assessor, p, id)
  await o.act(leader, p, id, 'issue', { paragraph })
}
export const evaluationDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 8.3, tell: begin },
  letters: { on: once(1), hour: 9.2, tell: letters },
  campaign: { on: once(2), hour: 9.4, tell: campaign },
  titles: { on: once(3), hour: 10.3, tell: titles },
  honours: { on: once(4), hour: 10.9, tell: honours },
  appraisal: { on: once(5), hour: 11.1, tell: appraisal },
  service: { on: once(6), hour: 11.5, tell: service },
  stations: { on: ({ passed }) => passed % 40 === 2, hour: 8.8, tell: stations },
  'self check': { on: ({ passed }) => passed % 40 === 8, hour: 8.9, tell: selfCheck },
  rural: { on: ({ passed }) => passed % 60 === 12, hour: 9.1, tell: rural },
  dust: { on: every(4), hour: 9.3, tell: dust },
  flyers: { on: every(6, 1), hour: 14.1, tell: flyers },
  'fine street': { on: every(11, 1), hour: 9.5, tell: fineStreet },
  'model road': { on: every(13, 2), hour: 9.6, tell: modelRoad },
  'fine lane': { on: every(7, 3), hour: 10.1, tell: fineLane },
  'patrol file': { on: every(4, 1), hour: 10.6, tell: patrolFile },
  survey: { on: ({ passed }) => passed % 30 === 4, hour: 9.9, tell: survey },
  third: { on: ({ passed }) => passed % 30 === 15, hour: 15.2, tell: third },
  workshop: { on: ({ passed }) => passed % 30 === 17, hour: 14.7, tell: workshop },
  multi: { on: ({ passed }) => passed % 20 === 18, hour: 15.6, tell: multi },
  'after round': { on: ({ monthDay }) => monthDay === 6, hour: 9.7, tell: afterRound },
}
