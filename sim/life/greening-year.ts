/** 园林绿化 of the simulated district: upkeep by segment, checks and titles, parks handed over and repaired, old trees guarded, works built. */
import { addGreening } from './greening-lists.ts'
import { gardenPublicDiary } from './greening-public.ts'
import { acts, anyStreet, east, roadsOf, streetNo } from './ground.ts'
import { near } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Story, together } from './story.ts'

const [data, crew, checker, leader, duty] = ['shuju', 'chuzhi41', 'kaohe1', 'juzhang', 'zhiban1'] as const
const begin: Story = async function* (o) {
  if ((await o.rows(data, 'greening.segment')).length > 0) return
  await addGreening(o)
  yield 1
}
const fixDefect = async (o: Desk, id: string): Promise<void> => {
  const fixedPhotos = [await o.photo('整改后')]
  await o.act(crew, 'greening.defect', id, 'fix', { fixedNote: '已修剪补植,清运干净', fixedPhotos })
  await o.act(checker, 'greening.defect', id, 'close')
}
const jobs = [
  ['replant', '红叶石楠', 'tree', 60, 120],
  ['flower', '矮牵牛', 'pot', 800, 2400],
  ['hang', '天竺葵', 'pot', 300, 800],
  ['weed', undefined, 'm2', 900, 4000],
  ['cover', '麦冬', 'm2', 80, 300],
] as const
const work: Story = async function* (o) {
  const [kind, species, unit, least, most] = o.random.pick(jobs)
  const segment = o.random.pick(await o.rows(data, 'greening.segment'))
  const planned = o.random.integer(least, most)
  const values = { kind, segment: segment.id, place: `${segment.name}沿线`, species, planned, unit }
  const days = { startsOn: o.date(1), dueOn: o.date(6) }
  const id = await o.open(data, 'greening.work', { ...values, ...days }, near(o, segment))
  yield hour
  if (o.random.chance(0.1)) return void (await o.act(data, 'greening.work', id, 'drop', { reason: '与道路施工冲突,另行安排' }))
  await o.act(data, 'greening.work', id, 'assign')
  yield (o.random.chance(0.15) ? 8 : o.random.integer(2, 5)) * day
  const finished = { done: planned, costFen: planned * 2200, donePhotos: [await o.photo('完工')] }
  await o.act(crew, 'greening.work', id, 'finish', finished)
  yield day
  if (o.random.chance(0.15)) {
    await o.act(checker, 'greening.work', id, 'sendBack', { reason: '断枝、土球未清' })
    yield day
    await o.act(crew, 'greening.work', id, 'finish', finished)
    yield 4 * hour
  }
  await o.act(checker, 'greening.work', id, 'check', { done: Math.round(planned * 0.98), isSafe: true })
  if (kind !== 'replant') return
  yield 32 * day
  await o.act(checker, 'greening.work', id, 'survive', { alive: Math.round(planned * 0.95) })
}
/** Street trees by number, the dangerous ones of a road first. */
const prune: Story = async function* (o) {
  const all = (await o.rows(data, 'greening.tree')).filter((t) => !t.prunedOn)
  const [first] = [...all].sort((a, b) => Number(b.isDangerous) - Number(a.isDangerous))
  if (!first) return
  const trees = [first, ...all.filter((t) => t.road === first.road && t.id !== first.id)].slice(0, 4)
  const planned = trees.length
  const values = { kind: 'prune', segment: first.segment, road: first.road, place: '行道树修剪', planned, unit: 'tree' }
  const list = trees.map((t) => ({ code: t.code, how: t.isDangerous ? 'danger' : 'thin' }))
  const days = { startsOn: o.date(), dueOn: o.date(5), trees: list }
  const id = await o.open(data, 'greening.work', { ...values, ...days }, near(o, first))
  await o.act(data, 'greening.work', id, 'assign')
  yield 2 * day
  const donePhotos = [await o.photo('修剪')]
  await o.act(crew, 'greening.work', id, 'finish', { done: planned, costFen: 30_000 * planned, donePhotos })
  yield day
  await o.act(checker, 'greening.work', id, 'check', { done: planned, isSafe: true })
}
const quarterOf = (o: Desk, ahead = 0) => {
  const [year, month] = o.date(ahead).split('-').map(Number)
  return { year, quarter: `q${Math.ceil((month ?? 1) / 3)}` }
}
/** The quarter's topic: its roads walked, what was found put right; the next one is made known before it ends. */
const topic: Story = async function* (o) {
  const roads = (await roadsOf(o)).slice(0, 3)
  const names = roads.map((road) => road.name)
  const values = { ...quarterOf(o), topic: '道路绿带缺株断档与裸土整治', roads: names, endsOn: o.date(25) }
  const id = await o.open(data, 'greening.topic', values)
  const found: string[] = []
  for (const [i, kind] of (['dull', 'rough', 'weeds'] as const).entries()) {
    yield 2 * hour
    const road = roads[i % roads.length]
    const size = kind === 'weeds' ? { areaM2: 36 } : { plants: 4 }
    const what = {
      kind,
      source: 'drive',
      topic: id,
      road: road?.id,
      place: `${road?.name}绿带`,
      photos: [await o.photo('整治前')],
    }
    found.push(await o.open(duty, 'greening.defect', { ...what, ...size }, near(o, road)))
  }
  for (const one of found) {
    yield 4 * day
    await fixDefect(o, one)
  }
  yield 5 * day
  await o.act(data, 'greening.topic', id, 'close')
  yield 3 * day
  const next = { ...quarterOf(o, 91), topic: '行道树死树枯枝与树穴整治', roads: names, endsOn: o.date(100) }
  await o.open(data, 'greening.topic', next)
}
const pests = ['湖滨公园诱捕器1号', '运河绿道诱捕器2号', '文昌路月季带'] as const
/** Some counts reach the threshold, and a treatment opens by itself. */
const trapping: Story = async function* (o) {
  const [insects, segments] = [
    await o.rows(data, 'greening.pest', { isCatkin: 'insect' }),
    await o.rows(data, 'greening.segment'),
  ]
  const [insect, place, segment] = [o.random.pick(insects), o.random.pick(pests), o.random.pick(segments)]
  const isMany = o.random.chance(0.6)
  const values = { pest: insect.id, segment: segment.id, place, seenOn: o.date() }
  const count = isMany ? o.random.integer(21, 38) : o.random.integer(0, 12)
  await o.add(crew, 'greening.trap', { ...values, count }, near(o, segment))
  if (!isMany) return
  yield 3 * hour
  const [found] = await o.rows(data, 'greening.treatment', { place, status: 'planned' })
  if (!found) return
  if (o.random.chance(0.15))
    return void (await o.act(data, 'greening.treatment', found.id, 'drop', { reason: '复核为天敌昆虫,不需防治' }))
  await o.act(data, 'greening.treatment', found.id, 'notice', { notice: '沿线小区公告栏、业主群' })
  yield 2 * day
  const treat = async () =>
    o.act(crew, 'greening.treatment', found.id, 'treat', { doseKg: 4.5, treated: 160, photos: [await o.photo('施药')] })
  await treat()
  yield 4 * day
  if (o.random.chance(0.25)) {
    await o.act(checker, 'greening.treatment', found.id, 'recheck', { before: count, after: Math.round(count * 0.3) })
    yield 2 * day
    await treat()
    yield 4 * day
  }
  await o.act(checker, 'greening.treatment', found.id, 'recheck', { before: count, after: 1 })
}
const waste: Story = async function* (o) {
  const site = o.random.pick(await o.rows(data, 'greening.waste-site'))
  const town = o.town.streets[anyStreet(o) - 1]?.code
  const add = (values: Readonly<Record<string, unknown>>) => o.add(crew, 'greening.waste', { ...values, dayOn: o.date() })
  await add({ direction: 'in', site: site.id, town, tons: o.random.integer(12, 40) / 10 })
  yield 6 * hour
  if (o.random.chance(0.3)) await add({ direction: 'loose', town, tons: 0.8 })
  const product = o.random.pick(['compost', 'mulch', 'mulch', 'wood', 'none'])
  await add({ direction: 'out', site: site.id, tons: o.random.integer(8, 20) / 10, product, usedFor: '公园土壤改良、树穴覆盖' })
}
const lines = (got: number, note = '绿篱长势一般') => [
  { item: '养护质量', isKey: false, full: 60, got: Math.min(60, got - 40), ...(got < 100 ? { note } : {}) },
  { item: '安全管理', isKey: true, full: 40, got: 40 },
]
/** Segments in turn; what lost marks is put right within days. */
const check: Story = async function* (o) {
  const period = o.date().slice(0, 7)
  const known = new Set((await o.rows(checker, 'greening.check', { kind: 'month', period })).map((c) => c.segment))
  const segment = (await o.rows(data, 'greening.segment')).find((s) => !known.has(s.id))
  if (!segment) return
  const values = { kind: 'month', period, segment: segment.id, checkers: '考核科', photos: [await o.photo('考核')] }
  const id = await o.open(checker, 'greening.check', { ...values, lines: lines(o.random.integer(86, 98)) }, near(o, segment))
  yield hour
  const [found] = await o.rows(checker, 'greening.defect', { sourceId: id })
  if (o.random.chance(0.12))
    return void (await o.act(leader, 'greening.check', id, 'discard', { reason: '检查范围与标段不符,重新考核' }))
  if (!found) return
  yield o.random.integer(2, 5) * day
  await fixDefect(o, found.id)
}
const title = async function* (o: Desk, street: number, values: Readonly<Record<string, unknown>>, got: number, plate: string) {
  const given = { level: 'city', year: o.year(), applicant: '园林绿化管理所', ...values }
  const id = await o.open(`jiedao${street}`, 'greening.title', given, o.place(street))
  yield 2 * day
  if (got === 0) return void (await o.act(checker, 'greening.title', id, 'refuse', { faults: '申报材料不全,缺养护台账' }))
  await o.act(checker, 'greening.title', id, 'district')
  yield 4 * day
  await o.act(checker, 'greening.title', id, 'score', { lines: lines(got) })
  if (got < 86) return
  yield 9 * day
  await o.act(leader, 'greening.title', id, 'grant', { plate })
}
const titles: Story = async function* (o) {
  const parks = await o.rows(data, 'greening.park')
  const [first, second] = [parks[0], parks[1]]
  const [road] = await roadsOf(o)
  const [compound] = await o.rows(data, 'grid.compound')
  yield* together([
    title(o, 1, { kind: 'star', name: first?.name, park: first?.id }, 95, `星级${o.year()}-01`),
    title(o, streetNo(o, 1), { kind: 'standard', name: second?.name, park: second?.id }, 82, ''),
    title(o, 1, { kind: 'fineRoad', name: road?.name, road: road?.id }, 94, `精品${o.year()}-01`),
    title(o, 1, { kind: 'compound', name: compound?.name, compound: compound?.id }, 0, ''),
    title(o, streetNo(o, 1), { kind: 'unit', name: '区政务服务中心' }, 90, `园林式${o.year()}-01`),
  ])
}
const built = [
  ['pocket', '新丰口袋公园', 'new', 1200, 0],
  ['micro', '北门街角微治理', 'rebuilt', 320, 0],
  ['greenway', '荷塘绿道延伸段', 'new', 0, 1400],
  ['garden', '南桥小游园提档', 'rebuilt', 900, 0],
] as const
const project: Story = async function* (o) {
  const known = new Set((await o.rows(data, 'greening.project')).map((p) => p.name))
  const next = built.find(([, name]) => !known.has(name))
  if (!next) return
  const [programme, name, buildKind, areaM2, lengthM] = next
  const items = [
    { item: '栽植', quantity: 120, unit: '株' },
    { item: '园路', quantity: 260, unit: '㎡' },
  ]
  const p = 'greening.project'
  const values = { programme, name, buildKind, areaM2, lengthM, widthM: 3, items, year: o.year(), batch: '第一批' }
  const why = {
    problem: '裸土、无座椅,居民多次反映',
    keeper: '属地社区',
    cityProgramme: 'space',
    beforePhotos: [await o.photo('改造前')],
  }
  const id = await o.open(data, p, { ...values, ...why, budgetFen: 38_000_000, dueOn: o.date(60) }, o.spot(name))
  yield 2 * day
  const opinions = ['李大爷', '沈阿姨', '居民代表3', '居民代表4'].map((who, i) => ({
    who,
    isFor: i !== 2,
    ...(i === 2 ? { words: '怕夜里吵' } : {}),
  }))
  await acts(o, data, p, id, [['design', { design: [], opinions }], ['start']])
  yield 5 * day
  if (o.random.chance(0.7)) {
    const scored = { kind: 'project', period: o.date().slice(0, 7), project: id, stage: 'plants', checkers: '质监站' }
    const photos = [await o.photo('苗木')]
    const bad = await o.open(checker, 'greening.check', { ...scored, photos, lines: lines(78, '土球偏小') }, o.spot(name))
    yield 3 * day
    await o.act(checker, 'greening.check', bad, 'again', { photos, lines: lines(96, '个别支撑松动') })
  }
  yield 3 * day
  await o.act(crew, p, id, 'progress', { items: items.map((i) => ({ ...i, done: i.quantity })) })
  yield 2 * day
  await o.act(crew, p, id, 'finish', { spentFen: 36_500_000, afterPhotos: [await o.photo('改造后')] })
  yield 2 * day
  await o.act(checker, p, id, 'accept', { acceptedBy: '考核科', isAccessible: true })
}
const trial: Story = async function* (o) {
  const t = 'greening.trial'
  const values = { name: '园林养护作业模块', scope: '四个标段、五个公园', startsOn: o.date(-18), days: 30 }
  const id = await o.file(data, t, values)
  yield 2 * day
  const problems = (isSolved: boolean) => [
    { problem: '图层加载慢', isSolved: true },
    { problem: '修剪逐株登记不便', isSolved },
  ]
  await o.act(data, t, id, 'list', { problems: problems(false) })
  yield 9 * day
  await o.act(data, t, id, 'list', { problems: problems(true) })
  yield 3 * day
  await o.act(leader, t, id, 'decide', { decision: 'live', days: 30, decidedBy: '局长办公会' })
  yield 2 * day
  await o.file(data, t, { name: '古树名木巡护模块', scope: '全区古树', startsOn: o.date(), days: 30 })
}
const incidents = [
  ['pile', '湖滨建材店', '92320499MA1GREEN1X', 'org', '树下堆放砂石'],
  ['hang', '周某某', '320402198003051234', 'person', '树干上拉绳晾晒'],
  ['nail', '顺发小吃店', '92320499MA1GREEN2X', 'org', '树干钉挂招牌'],
] as const
/** An old tree looked at; the weak one goes to the experts; whoever harms one is told off or handed over. */
const oldTrees: Story = async function* (o) {
  const trees = await o.rows(data, 'greening.ancient')
  const tree = o.random.pick(trees)
  const isWeak = (await o.rows(data, 'greening.rescue')).length === 0 || o.random.chance(0.15)
  const seen = { tree: tree.id, health: isWeak ? 'weak' : 'good', photos: [await o.photo('古树巡护')] }
  await o.open(crew, 'greening.patrol', { ...seen, ...(isWeak ? { symptom: '枝梢枯黄、叶片偏小' } : {}) }, near(o, tree))
  const [harm, party, partyCode, partyKind, note] = o.random.pick(incidents)
  const isInside = o.random.chance(0.4)
  const where = east({ lon: Number(tree.lon), lat: Number(tree.lat) }, isInside ? 4 : 30)
  const values = { tree: tree.id, harm, party, partyCode, partyKind, note, photos: [await o.photo('现场')] }
  const id = await o.open(duty, 'greening.incident', values, where)
  if (isWeak) {
    yield 2 * day
    const [rescue] = await o.rows(data, 'greening.rescue', { status: 'wanted' })
    const experts = ['省林科院 赵工', '市园林所 钱工', '农林大学 孙教授'].map((who) => {
      const [unit, name] = who.split(' ')
      return { unit, name, isAgreed: 'yes' }
    })
    const works = [{ work: 'soil', detail: '换土透气,埋设通气管', costFen: 1_800_000 }]
    if (rescue) {
      await o.act(data, 'greening.rescue', rescue.id, 'diagnose', { experts, works, opinion: '土壤板结,宜换土复壮并支撑' })
      yield 6 * day
      await o.act(crew, 'greening.rescue', rescue.id, 'work', { photos: [await o.photo('复壮')] })
    }
  }
  yield 2 * day
  if (o.random.chance(0.2)) return
  if (isInside) await o.act(checker, 'greening.incident', id, 'hand')
  else await o.act(checker, 'greening.incident', id, 'settle', { result: '当场清走,已讲明保护范围' })
}
export const greeningDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5.1, tell: begin },
  topic: { on: once(1), hour: 9.1, tell: topic },
  trial: { on: once(2), hour: 14.2, tell: trial },
  titles: { on: once(3), hour: 10.1, tell: titles },
  project: { on: (today) => today.passed % 14 === 2 && today.passed < 56, hour: 9.5, tell: project },
  work: { on: every(7, 1), hour: 8.4, tell: work },
  prune: { on: every(14, 5), hour: 8.1, tell: prune },
  trapping: { on: every(9, 2), hour: 15.3, tell: trapping },
  waste: { on: every(8, 3), hour: 16.1, tell: waste },
  check: { on: every(8, 4), hour: 9.8, tell: check },
  oldTrees: { on: every(12, 2), hour: 10.6, tell: oldTrees },
  ...gardenPublicDiary,
}
