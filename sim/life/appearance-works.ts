/** Campaigns, street furniture and renewal of the simulated district: lists worked off, streets scored, works erected, lanes made over. */
import { acts, anyStreet, streetNo } from './ground.ts'
import { near } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Story, together } from './story.ts'

const [data, head, crew, builder, cleaning] = ['shuju', 'dadui1', 'chuzhi31', 'chuzhi11', '环境卫生管理所'] as const
const [c, i1, p, s] = ['appearance.campaign', 'appearance.item', 'appearance.project', 'appearance.works'] as const
const listOf = (groups: Readonly<Record<string, number>>) =>
  Object.entries(groups).flatMap(([group, n]) =>
    Array.from({ length: n }, (_, k) => ({ code: `${group}${k + 1}`, group, name: `${group}第${k + 1}项`, unit: '处' })),
  )
const wants = [
  ['doubleClean', '“双清”行动', { 立面清: 3, 路面清: 3 }],
  ['threeFourFive', '“三定四有五到位”督查', { 定: 3, 有: 4, 到位: 5 }],
] as const
const campaigns: Story = async function* (o) {
  if ((await o.rows(head, c)).length > 0) return
  const year = o.year()
  const open = (kind: string, name: string, items: readonly unknown[], days: number) =>
    o.file(head, c, { kind, name: `${year}年${name}`, items, lead: '区城管局', fromOn: o.date(), toOn: o.date(days) })
  for (const [kind, name, groups] of wants) {
    const id = await open(kind, name, listOf(groups), 150)
    for (const [i, { code }] of o.town.streets.slice(0, 3).entries()) {
      const [first] = listOf(groups)
      const goal = { campaign: id, code: first?.code, town: code, yearOf: year, quantity: 20 + i * 6, dueOn: o.date(150) }
      await o.add(data, 'appearance.target', goal)
    }
  }
  const short = await open('keyArea', '火车站周边环境整治', [{ code: 'A', group: '市容', name: '市容', unit: '处' }], 20)
  const n = streetNo(o, 0)
  const found = {
    campaign: short,
    code: 'A',
    what: '站前广场堆物',
    place: '火车站广场',
    quantity: 2,
    photos: [await o.photo('站前')],
  }
  const id = await o.open(`zhongdui${n}1`, i1, found, o.place(n))
  yield* mend(o, id, n)
  yield 5 * day
  await o.act(head, c, short, 'end', { summary: '站前问题全部销号,转入常态管理' })
}
/** Given to the crew, put right with pictures, looked at again and struck off the list. */
async function* mend(o: Desk, id: string, n: number): AsyncGenerator<number, void> {
  const officer = `zhongdui${n}1`
  yield 4 * hour
  await o.act(`jiedao${n}`, i1, id, 'assign', { team: o.unit(cleaning) })
  yield 3 * day
  const finish = async (doneNote: string) =>
    o.act(crew, i1, id, 'finish', { doneQuantity: 2, doneNote, afterPhotos: [await o.photo('整治后')] })
  await finish('已清理')
  yield day
  if (o.random.chance(0.2)) {
    await o.act(officer, i1, id, 'sendBack', { doneNote: '墙脚仍有残留', dueOn: o.date(5) })
    yield 2 * day
    await finish('残留已清')
    yield 5 * hour
  }
  await o.act(officer, i1, id, 'close', { isSample: o.random.chance(0.2) })
}
const whats = ['外墙乱涂写', '废弃牌匾', '店外堆物', '路面油污', '破损遮阳篷'] as const
const round: Story = async function* (o) {
  const [campaign] = await o.rows(head, c, { status: 'running', kind: 'doubleClean' })
  if (!campaign) return
  const n = anyStreet(o)
  const officer = `zhongdui${n}1`
  const [code, what] = [o.random.pick(['立面清1', '立面清2', '路面清1', '路面清3']), o.random.pick(whats)]
  const outing = { people: o.random.integer(6, 20), units: ['城管', '社区'], persuaded: o.random.integer(1, 9) }
  await o.add(officer, 'appearance.outing', { campaign: campaign.id, place: '湖滨路沿线', ...outing }, o.place(n))
  const values = { campaign: campaign.id, code, what, place: '湖滨路沿线', quantity: 2, photos: [await o.photo('排查')] }
  const id = await o.open(officer, i1, values, o.place(n))
  if (o.random.chance(0.15)) return
  yield* mend(o, id, n)
}
const streetCheck: Story = async function* (o) {
  const [campaign] = await o.rows(head, c, { status: 'running', kind: 'threeFourFive' })
  if (!campaign) return
  const n = anyStreet(o)
  const bad = o.random.pick(['有2', '到位1', '到位4'])
  const lines = listOf(wants[1][2]).map(({ code }) => ({ code, isOk: code !== bad, ...(code === bad ? { note: '未落实' } : {}) }))
  const values = { campaign: campaign.id, checkedOn: o.date(), lines, photos: [await o.photo('督查')] }
  const id = await o.open(head, 'appearance.street-check', values, o.place(n))
  yield day
  const found = (await o.rows(head, i1, { campaign: campaign.id, status: 'surveyed' })).filter((row) => row.areaCode)
  const mine = found.find((row) => String(row.areaCode).startsWith(o.town.streets[n - 1]?.code ?? '-'))
  if (mine) yield* mend(o, mine.id, n)
  yield hour
  if (o.random.chance(0.15)) await o.act(head, 'appearance.street-check', id, 'discard', { reason: '检查表漏签,另行督查' })
}
const jobs = [
  ['board', '湖滨花园北门', 'gate', 1, { size: '1.2×0.8 m', room: 12, cleaningDay: 'mon' }, {}],
  ['pillar', '步行街口', 'street', 10, { clearM: 1.8 }, {}],
  ['ball', '菜场门前', 'street', 8, { clearM: 1.2 }, {}],
  ['isolator', '地铁1号口', 'station', 120, { clearM: 2 }, {}],
  ['flowerBox', '湖滨大道', 'street', 24, { clearM: 2.2 }, { product: '矮牵牛' }],
  ['nano', '庭院灯杆', 'street', 40, {}, { product: '纳米防粘漆', warrantyTo: '2030-12-31' }],
  ['fence', '文昌路工地', 'site', 860, { heightM: 2.5, publicShare: 35, permitNo: '占道〔施〕7号' }, {}],
  ['sunshade', '文昌路口', 'crossing', 2, { permitNo: '建字〔棚〕11号' }, { product: '膜结构' }],
] as const
/** Asked for by the street, allowed by the kind's own measure, erected, now and then knocked over. */
const erect: Story = async function* (o) {
  const known = new Set((await o.rows(head, s)).map((row) => row.place))
  const next = jobs.find(([, place]) => !known.has(place))
  if (!next) return
  const [kind, place, spot, quantity, more, made] = next
  const n = streetNo(o, known.size)
  const by = `jiedao${n}`
  const until = kind === 'fence' ? { untilOn: o.date(40) } : {}
  const id = await o.open(by, s, { kind, place, spot, quantity, requestedBy: '属地街道', ...more, ...until }, o.place(n))
  yield day
  if (kind === 'ball') return void (await o.act(head, s, id, 'refuse', { reason: '人行净宽不足1.5米' }))
  await o.act(head, s, id, 'approve')
  yield 3 * day
  const built = { doneOn: o.date(), doneQuantity: quantity, keeper: '市政设施养护所', photos: [await o.photo('完成')] }
  await o.act(crew, s, id, 'build', { ...built, ...made })
  if (kind === 'board') return
  yield 9 * day
  if (kind === 'pillar') {
    await o.act(`zhongdui${n}1`, s, id, 'report', { damage: '被撞倒2根', damagePhotos: [await o.photo('损坏')] })
    yield 2 * day
    await o.act(crew, s, id, 'repair', { photos: [await o.photo('修复')] })
  } else if (kind === 'isolator')
    await o.act(crew, s, id, 'remove', { removedOn: o.date(), removedPhotos: [await o.photo('移除')] })
}
const posters = [
  ['寻猫启事', '王女士'],
  ['家教信息', '李老师'],
  ['旧家具转让', '赵先生'],
] as const
const board: Story = async function* (o) {
  const [found] = await o.rows(head, s, { kind: 'board', status: 'standing' })
  if (!found) return
  const n = Number(String(found.areaCode).slice(6, 9)) || 1
  const [title, poster] = o.random.pick(posters)
  const values = { board: found.id, title, poster, postedOn: o.date() }
  const id = await o.open(`jiedao${n}`, 'appearance.board-post', values, near(o, found))
  yield 6 * day
  if (o.random.chance(0.6)) await o.act(crew, 'appearance.board-post', id, 'remove')
}
const lecture: Story = async function* (o) {
  const q = 'appearance.lecture'
  const values = {
    ...{ topic: '城市视觉综合品质提升', heldOn: o.date(), speakers: [{ name: '郑教授', from: '美术学院' }] },
    attendees: o.town.streets.slice(0, 6).map(({ name }, i) => ({ name: `设计员${i + 1}`, from: name, isDesigner: i % 2 === 0 })),
    checklist: [{ item: '色彩协调' }, { item: '店招统一' }],
  }
  await o.file(head, q, values)
  const twice = await o.file(head, q, { ...values, topic: '城市视觉综合品质提升(补录)' })
  yield day
  await o.act(head, q, twice, 'discard', { reason: '与前一场重复登记' })
}
const renew = async function* (o: Desk, kind: string, name: string, more: Readonly<Record<string, unknown>>, isAll: boolean) {
  const values = { kind, name, yearOf: o.year(), unitName: '市政处', survey: '路面破损、管线杂乱、立面陈旧', ...more }
  const id = await o.open(head, p, { ...values, beforePhotos: [await o.photo('现状')] }, o.spot(name))
  yield 2 * day
  await o.act(head, p, id, 'design', { concept: '一街一景观,保留老墙记忆', traffic: '半幅施工', asked: 60, agreed: 48 })
  if (kind === 'road') return
  yield day
  const stages = [
    { name: '立面', dueOn: o.date(12) },
    { name: '路面', dueOn: o.date(20) },
  ]
  const funds = [{ source: kind === 'beautiful' ? 'bond' : 'district', wan: kind === 'beautiful' ? 2600 : 140 }]
  await o.act(head, p, id, 'approve', { funds, stages })
  if (kind === 'rail') {
    const q = 'appearance.project-problem'
    const problem = await o.file(head, q, { project: id, what: '管线迁改', unitName: '供电公司', dueOn: o.date(8) })
    await o.file(head, q, { project: id, what: '立面产权协调', unitName: '铁路部门', dueOn: o.date(40) })
    yield 6 * day
    await o.act(head, q, problem, 'solve', { result: '已迁改' })
  }
  yield 8 * day
  const half = stages.map(({ name: at }, i) => ({ name: at, ...(i === 0 ? { doneOn: o.date() } : {}) }))
  await o.act(builder, p, id, 'progress', { stages: half, progressPhotos: [await o.photo('施工')] })
  if (!isAll) return
  yield 6 * day
  const done = stages.map(({ name: at }) => ({ name: at, doneOn: o.date() }))
  await o.act(builder, p, id, 'progress', { stages: done, progressPhotos: [await o.photo('施工')] })
  yield 2 * day
  const checklist = ['色彩协调', '店招统一'].map((item) => ({ item, isOk: true }))
  const size = { lengthM: 320, areaM2: 1200, spentWan: 131, isAdRectified: true, checklist }
  await o.act(head, p, id, 'accept', { ...size, afterPhotos: [await o.photo('完工')] })
  yield day
  if (kind === 'node') await o.act(head, p, id, 'publish')
  else await acts(o, head, p, id, [['care', { carer: '湖滨物业' }]])
}
const renewal: Story = async function* (o) {
  if ((await o.rows(head, p)).length > 0) return
  const dropped = async function* () {
    const values = { kind: 'lane', name: '后河弄整治', yearOf: o.year(), unitName: '街道', survey: '危房集中' }
    const id = await o.open(head, p, { ...values, beforePhotos: [await o.photo('现状')] }, o.spot('后河弄'))
    yield 5 * day
    await o.act(head, p, id, 'drop', { reason: '纳入征收范围' })
  }
  yield* together([
    renew(o, 'lane', '庙西巷整治', {}, true),
    renew(o, 'node', '凤凰台节点提升', {}, true),
    renew(o, 'beautiful', '人民路最美大街', {}, false),
    renew(o, 'rail', '轨道2号线一标', { phase: 2, package: 'appearance' }, false),
    renew(o, 'road', '康安路综合整治', {}, false),
    dropped(),
  ])
  const [node] = await o.rows(head, p, { kind: 'node', status: 'accepted' })
  if (!node) return
  for (const star of [5, 4, 5]) {
    yield day
    await o.outside(`appearance/spots/${node.number}/rate`, { star })
  }
}
export const campaignsDiary: Readonly<Record<string, Entry>> = {
  campaigns: { on: once(1), hour: 8.8, tell: campaigns },
  lecture: { on: (today) => today.passed % 60 === 2, hour: 13.9, tell: lecture },
  renewal: { on: once(4), hour: 9.4, tell: renewal },
  round: { on: every(7, 3), hour: 10.4, tell: round },
  streetCheck: { on: every(13, 5), hour: 9.7, tell: streetCheck },
  erect: { on: every(4, 2), hour: 11.1, tell: erect },
  board: { on: every(8, 1), hour: 16.6, tell: board },
}
