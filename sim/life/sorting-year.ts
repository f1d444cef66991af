/** 垃圾分类 of the simulated district: titles applied for and checked tier by tier, samples by lot, meetings with what they ordered, supervisors, and the sealed inspection. */
import { acts, anyStreet, streetName, streetNo } from './ground.ts'
import { near, streetOf } from './near.ts'
import { addSorting, criteria, placeNamed, placesOf } from './sorting-lists.ts'
import { sortingPublicDiary } from './sorting-public.ts'
import { type Desk, day, type Entry, every, hour, once, type Story, together } from './story.ts'

const [data, head, leader, collector] = ['shuju', 'dadui1', 'juzhang', 'chuzhi31'] as const
const begin: Story = async function* (o) {
  if ((await o.rows(data, 'sorting.criterion')).length > 0) return
  await addSorting(o)
  yield 1
}
const metOf = async (o: Desk, title: string, bad?: string) => ({
  lines: (criteria[title] ?? []).map((item) => ({ item, isMet: item !== bad, ...(item === bad ? { note: '现场不符' } : {}) })),
  photos: [await o.photo('验收')],
})
/** One place's title: the town first, then the district, the upper tier where the level asks. */
const apply = async function* (o: Desk, name: string, title: string, level: string, fault: string | undefined) {
  const t = 'sorting.title'
  const place = await placeNamed(o, name)
  if (!place) return
  const by = `jiedao${streetOf(place)}`
  const id = await o.open(by, t, { place: place.id, title, level, papers: [] }, near(o, place))
  yield 2 * day
  await o.act(by, t, id, 'town', await metOf(o, title, fault))
  if (fault) {
    yield 4 * day
    if (fault === '户分类') return void (await o.act(by, t, id, 'drop'))
    await o.act(by, t, id, 'again', { papers: [] })
    yield day
    await o.act(by, t, id, 'town', await metOf(o, title))
  }
  yield 3 * day
  await o.act(head, t, id, 'district', await metOf(o, title))
  if (level !== 'province') return
  yield 6 * day
  if (o.random.chance(0.7)) await o.act(leader, t, id, 'upper', await metOf(o, title))
}
const titles: Story = async function* (o) {
  yield* together([
    apply(o, '湖滨花园', 'sdyd', 'district', undefined),
    apply(o, '文昌新村', 'standard', 'province', '宣传到位'),
    apply(o, '区税务局', 'unit', 'district', undefined),
    apply(o, '柳溪村', 'village', 'district', '户分类'),
    apply(o, '银杏里小区', 'sdyd', 'district', undefined),
  ])
  yield 3 * day
  const [held] = await o.rows(head, 'sorting.title', { status: 'accepted', title: 'sdyd' })
  if (held) await o.act(head, 'sorting.title', held.id, 'recheck', await metOf(o, 'sdyd', '定人督导'))
}
const estates = ['湖滨壹号', '文昌云庭', '东园雅筑', '清源府'] as const
const provision: Story = async function* (o) {
  const v = 'sorting.provision'
  const known = new Set((await o.rows(head, v)).map((row) => row.name))
  const name = estates.find((one) => !known.has(one))
  if (!name) return
  const n = anyStreet(o)
  const id = await o.open(`jiedao${n}`, v, { name, households: 1200 }, o.place(n))
  yield 3 * day
  const full = { points: 4, kiosks: 2, kitchenBins: 24, otherBins: 24, recyclableBins: 4, hazardousBins: 4 }
  const isShort = o.random.chance(0.5)
  const inspect = async (kiosks: number) =>
    o.act(head, v, id, 'inspect', { ...full, kiosks, photos: [await o.photo('配建核查')] })
  await inspect(isShort ? 1 : 2)
  if (!isShort || o.random.chance(0.4)) return
  yield 9 * day
  await inspect(2)
}
const renovation: Story = async function* (o) {
  const r = 'sorting.renovation'
  const [name, , , n] = o.random.pick(placesOf(o).filter(([, kind]) => kind === 'compound'))
  const place = await placeNamed(o, name)
  if (!place) return
  const by = `jiedao${n}`
  const values = { place: place.id, work: 'build', gaps: '北区无收集点', costFen: 3_200_000, dueOn: o.date(8) }
  const id = await o.open(by, r, { ...values, beforePhotos: [await o.photo('改造前')] }, near(o, place))
  yield (o.random.chance(0.3) ? 10 : 6) * day
  const done = async () => o.act(by, r, id, 'finish', { spentFen: 3_000_000, afterPhotos: [await o.photo('改造后')] })
  await done()
  yield day
  if (o.random.chance(0.3)) {
    await o.act(by, r, id, 'sendBack', { reason: '棚未固定' })
    yield 2 * day
    await done()
    yield day
  }
  await o.act(by, r, id, 'accept', { acceptedBy: '社区 周主任', paper: [await o.photo('验收单')] })
}
const training: Story = async function* (o) {
  const g = 'sorting.training'
  const topic = o.random.pick(['分类标准与劝导', '桶边文明用语', '开袋检查实操'])
  const id = await o.file(data, g, { topic, heldOn: o.date(2), teacher: '周老师', mode: 'room' })
  yield 3 * day
  for (const guide of await o.rows(data, 'sorting.guide')) {
    const isPresent = o.random.chance(0.9)
    const score = isPresent ? o.random.integer(52, 98) : 0
    await o.act(data, g, id, 'attend', { guide: guide.id, isPresent, score })
  }
  yield hour
  const { present } = await o.row(data, g, id)
  if (Number(present) > 0) await o.act(data, g, id, 'finish')
}
const sample: Story = async function* (o) {
  const s = 'sorting.sample'
  const id = await o.open(head, s, { scope: 'compound', bags: 40 })
  yield (o.random.chance(0.2) ? 3 : 1) * day
  if (o.random.chance(0.15)) return void (await o.act(data, s, id, 'discard', { reason: '抽中点正在改造,无法开袋' }))
  const lines = [
    { stream: 'kitchen', checked: 18, correct: o.random.integer(13, 18) },
    { stream: 'other', checked: 22, correct: o.random.integer(17, 22) },
  ]
  await o.act(head, s, id, 'count', { lines, photos: [await o.photo('开袋')] })
}
const decided = ['补齐厨余收运车4辆', '压实镇街日巡查责任', '大件暂存点全覆盖'] as const
const meeting: Story = async function* (o) {
  const m = 'sorting.meeting'
  const unit = o.unit('环境卫生管理所')
  const decisions = decided.slice(0, 2).map((title, i) => ({ title, unit, dueOn: o.date(12 + i * 8) }))
  const town = o.town.streets[anyStreet(o) - 1]?.code
  const shortfalls = [{ town, what: '厨余分出率低于目标', owner: '街道分管负责人', dueOn: o.date(20) }]
  const people = { secretary: '区委主要领导', mayor: '区政府主要领导', minutes: [await o.photo('会议纪要')] }
  const values = { topic: '垃圾分类季度推进', heldOn: o.date(), ...people, decisions, shortfalls }
  const id = await o.file(data, m, values)
  yield hour
  const wrong = await o.file(data, m, { ...values, decisions: [], shortfalls: [] })
  await o.act(data, m, wrong, 'discard', { reason: '重复登记' })
  yield 9 * day
  const [task] = (await o.rows(data, 'sorting.task', { status: 'given' })).filter((row) => row.topic === values.topic)
  if (!task) return
  const report = async (result: string) =>
    o.act(collector, 'sorting.task', task.id, 'report', { result, photos: [await o.photo('佐证')] })
  await report('车辆已到位2辆')
  yield day
  await o.act(data, 'sorting.task', task.id, 'sendBack', { result: '未达议定数量' })
  yield 3 * day
  await report('车辆已全部到位')
  yield day
  await o.act(data, 'sorting.task', task.id, 'confirm')
  yield 2 * day
  const [problem] = await o.rows(head, 'sorting.problem', { sourceId: id })
  if (!problem || !o.random.chance(0.7)) return
  const by = `jiedao${streetOf(problem)}`
  await o.act(by, 'sorting.problem', problem.id, 'fix', { fixedNote: '已增设厨余桶并入户', fixedPhotos: [await o.photo('整改')] })
  await o.act(head, 'sorting.problem', problem.id, 'close')
}
/** What a task force finds and nobody mends in time is handed over under seal; mended, it is closed. */
const joint: Story = async function* (o) {
  const [name, , , n] = placesOf(o)[1] ?? ['', '', 0, 1]
  const place = await placeNamed(o, name)
  if (!place) return
  const lines = ['四分类齐全', '定时开放', '桶边整洁'].map((item, i) => ({
    item,
    isOk: i === 2,
    ...(i < 2 ? { note: '不符合' } : {}),
  }))
  const values = { team: 'taskForce', plan: 'regular', place: place.id, visitors: '张科长、陈干事', checkedOn: o.date() }
  const check = await o.open(head, 'sorting.check', { ...values, lines, photos: [await o.photo('暗访')] }, near(o, place))
  yield 9 * day
  const found = (await o.rows(head, 'sorting.problem', { sourceId: check })).filter((row) => row.status === 'ordered')
  if (found.length < 2) return
  const j = 'sorting.joint'
  const town = o.town.streets[n - 1]?.code
  const id = await o.file(leader, j, { town, kind: 'slow', facts: `${streetName(o, n)}两个问题逾期未整改` })
  yield day
  await o.act(leader, j, id, 'accept', { inspector: '区纪委监委 吴主任' })
  yield 2 * day
  await o.act(leader, j, id, 'decide', { finding: '属实', measure: 'talk', dueOn: o.date(10) })
  const again = await o.file(leader, j, { town, kind: 'slow', facts: '约谈后仍未完成整改,拟通报' })
  yield 2 * day
  for (const problem of await o.rows(head, 'sorting.problem', { status: 'ordered' })) {
    if (streetOf(problem) !== n || String(problem.dueOn) >= o.date()) continue
    const fixed = { fixedNote: '已整改到位', fixedPhotos: [await o.photo('整改后')] }
    await o.act(`jiedao${n}`, 'sorting.problem', problem.id, 'fix', fixed)
    await o.act(head, 'sorting.problem', problem.id, 'close')
  }
  yield day
  await o.act(leader, j, id, 'close')
  await o.act(leader, j, again, 'accept', { inspector: '区纪委监委 吴主任' })
}
const names = ['郑监督', '冯阿姨', '卫老师'] as const
const watched = async (o: Desk, one: Readonly<Record<string, unknown>>, month: string, isBad: boolean): Promise<string> => {
  const n = o.town.streets.findIndex(({ code }) => code === one.town) + 1
  const lines = [
    { point: '南门桶点', isOk: true },
    { point: '北门桶点', isOk: !isBad, ...(isBad ? { note: '垃圾满溢' } : {}) },
  ]
  const values = { supervisor: one.id, month, lines, photos: [await o.photo('走访')] }
  return o.open(`jiedao${n || 1}`, 'sorting.supervisor-report', values, o.place(n || 1))
}
const reports: Story = async function* (o) {
  const month = o.date().slice(0, 7)
  const active = (await o.rows(data, 'sorting.supervisor')).filter((s) => s.status === 'active' || s.status === 'due')
  const known = new Set((await o.rows(data, 'sorting.supervisor-report', { month })).map((row) => row.supervisor))
  for (const one of active.filter((s) => !known.has(s.id))) {
    const isBad = o.random.chance(0.3)
    const id = await watched(o, one, month, isBad)
    yield 2 * hour
    if (o.random.chance(0.15)) await o.act(data, 'sorting.supervisor-report', id, 'discard', { reason: '照片与点位不符,请重报' })
    else await o.act(data, 'sorting.supervisor', one.id, 'pay', { month, mark: isBad ? 'good' : 'pass' })
  }
}
const supervisors: Story = async function* (o) {
  const v = 'sorting.supervisor'
  if ((await o.rows(data, v)).length > 0) return
  const ids: string[] = []
  for (const [i, name] of names.entries()) {
    const town = o.town.streets[streetNo(o, i) - 1]?.code
    const terms = { fromOn: o.date(-200), toOn: o.date(i === 1 ? 20 : 160), monthly: 2, allowanceFen: 20_000 }
    ids.push(await o.file(data, v, { name, phone: `1390000350${i}`, town, ...terms }))
  }
  yield day
  await o.act(data, v, ids[2] ?? '', 'dismiss', { reason: '迁居外地' })
  yield 22 * day
  const ended = (await o.rows(data, v)).find((s) => s.id === ids[1])
  const last = String(ended?.toOn).slice(0, 7)
  if (ended && String(ended.markedMonth ?? '') < last) {
    await watched(o, ended, last, false)
    await o.act(data, v, ended.id, 'pay', { month: last, mark: 'pass' })
  }
  await o.act(data, v, ids[1] ?? '', 'renew', { toOn: o.date(365) })
}
const projects: Story = async function* (o) {
  const p = 'sorting.project'
  const of = (name: string, kind: string, stream: string, designT: number, days: readonly number[]) => {
    const milestones = ['立项用地', '主体完工'].map((one, i) => ({ name: one, dueOn: o.date(days[i]) }))
    return o.open(data, p, { name, kind, stream, designT, investFen: 280_000_000, milestones }, o.spot(name))
  }
  const first = await of('区级再生资源分拣中心二期', 'centre', 'recyclable', 40, [-20, 14])
  const second = await of('湖滨厨余就地处理站', 'terminal', 'kitchen', 15, [10, 120])
  const third = await of('荷塘中转站分类改造', 'station', 'garden', 8, [30, 90])
  const reach = async (id: string, name: string) =>
    o.act(data, p, id, 'reach', { doneOn: o.date(), photos: [await o.photo(name)] })
  await reach(first, '立项用地')
  const m = (name: string, kind: string, tons: number) => ({
    name,
    kind,
    unit: o.unit('环境卫生管理所'),
    tons,
    dueOn: o.date(90),
  })
  const g = 'sorting.organic-scheme'
  const scheme = await o.file(data, g, { name: '有机废弃物示范区方案', measures: [m('秸秆收储中心', 'straw', 800)] })
  const poor = await o.file(data, g, { name: '粪污还田方案(送审稿)', measures: [m('沼液还田', 'manure', 1000)] })
  yield 5 * day
  await acts(o, leader, g, scheme, [['approve']])
  await o.act(leader, g, poor, 'refuse', { reason: '消纳地块未落实' })
  await o.act(data, p, third, 'stop', { reason: '与规划道路红线冲突' })
  yield 7 * day
  await reach(second, '立项用地')
  await reach(first, '主体完工')
  yield 4 * day
  await o.act(data, p, first, 'commission', { commissionedOn: o.date(), spentFen: 271_000_000 })
  await acts(o, data, g, scheme, [['finishMeasure', { name: '秸秆收储中心', photos: [await o.photo('收储中心')] }], ['finish']])
  const next = [m('果蔬就地堆肥', 'kitchen', 300), m('枝叶覆盖物', 'garden', 200)]
  await o.act(leader, g, await o.file(data, g, { name: '农贸市场与园林有机废弃物方案', measures: next }), 'approve')
}
export const sortingDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5.2, tell: begin },
  titles: { on: once(1), hour: 9.4, tell: titles },
  joint: { on: once(2), hour: 10.7, tell: joint },
  projects: { on: once(3), hour: 14.1, tell: projects },
  supervisors: { on: once(1), hour: 14.8, tell: supervisors },
  reports: { on: ({ monthDay }) => monthDay === 26, hour: 16.4, tell: reports },
  meeting: { on: (today) => today.passed % 45 === 5, hour: 9.1, tell: meeting },
  provision: { on: (today) => today.passed % 10 === 2, hour: 15.2, tell: provision },
  renovation: { on: every(13, 3), hour: 10.9, tell: renovation },
  training: { on: every(14, 4), hour: 9.3, tell: training },
  sample: { on: every(8, 2), hour: 7.6, tell: sample },
  ...sortingPublicDiary,
}
