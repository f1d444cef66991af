/** 督办与协同 of the simulated district: what runs late is urged and appealed, lists are cleared item by item, micro teams mend, corners are kept clean, the month is talked over. */
import { dispatchCase, finishCase, type Wrong, workCase } from './case-work.ts'
import { handlerOf, handlers } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, together } from './story.ts'

const [head, sender, leader, data] = ['zhiban2', 'paiqian2', 'juzhang', 'shuju'] as const
const municipal = '市政设施养护所'
const begin: Story = async function* (o) {
  if ((await o.rows(data, 'cases.micro-team')).length > 0) return
  for (const category of ['09001', '09005', '07001'])
    await o.add(data, 'cases.category-group', { name: '十乱', kind: 'matter', category, validFrom: `${o.year()}-01-01` })
  for (const street of o.town.streets)
    await o.add(data, 'cases.micro-team', {
      ...{
        name: `${street.name.replace('街道', '')}微修队`,
        street: street.code,
        unit: o.unit(municipal),
        budget: 60_000,
        jobLimit: 3000,
      },
    })
  for (const [n, [name, kind, everyDays]] of corners.entries())
    await o.add(
      data,
      'cases.blind-corner',
      { name, kind, unit: o.unit('环境卫生管理所'), everyDays },
      o.place((n % o.town.streets.length) + 1),
    )
  yield 1
}
const corners = [
  ['三号桥下', 'fringe', 7],
  ['老菜场后巷', 'fringe', 5],
  ['铁路涵洞口', 'fringe', 7],
  ['拆迁空地东侧', 'fringe', 10],
] as const
/** Reported by a collector, urged twice because nobody comes, done late; the unit appeals. */
const late: Story = async function* (o) {
  const c = 'cases.case'
  const street = o.random.integer(1, o.town.streets.length)
  const by = `caiji${street * 3 - 2}`
  const report = {
    ...{ description: '人行道地砖塌陷一块,雨后积水', source: 'collector', photos: [await o.photo('上报')], ...o.place(street) },
    ...{ categoryKind: 'component', category: '01037' },
  }
  const { id } = await o.post<{ id: string }>(by, '/cases', report)
  yield 20
  const sent = yield* dispatchCase(o, id, { kind: 'component', category: '01037' })
  if (!sent) return
  yield 2 * day
  await o.act(head, c, id, 'supervise', { level: 'duty', opinion: '已临期,请加快处置', replyDays: 2 })
  const letters = async () => (await o.rows(head, 'cases.letter', { parentId: id })).filter((l) => l.status === 'issued')
  const unit = handlerOf(o, sent.unitId)
  yield 3 * hour
  for (const letter of await letters()) {
    await o.act(unit, 'cases.letter', letter.id, 'sign')
    yield 5 * hour
    await o.act(unit, 'cases.letter', letter.id, 'reply', { reply: '材料已到,明日进场' })
    yield 2 * hour
    await o.act(head, 'cases.letter', letter.id, 'accept')
  }
  yield 4 * day
  yield* finishCase(o, sent, '已更换光源并恢复')
  yield hour
  await o.act(unit, c, id, 'appeal', { reason: '连续阴雨无法登高作业,附气象证明' })
  const appeals = (await o.rows(sender, 'cases.appeal', { parentId: id })).filter((a) => a.status === 'filed')
  yield day
  for (const appeal of appeals) {
    if (o.random.chance(0.4)) {
      await o.act(sender, 'cases.appeal', appeal.id, 'refuse', { opinion: '气象记录显示当日无雨' })
      continue
    }
    await o.act(sender, 'cases.appeal', appeal.id, 'pass', {})
    yield 6 * hour
    await o.act('shouli2', 'cases.appeal', appeal.id, 'grant', {})
  }
}
const letter: Story = async function* (o) {
  const [name, by] = o.random.pick(handlers)
  const [title, content] = o.random.pick([
    ['关于店外经营反弹的交办函', '请对和平路沿线开展回头看。'],
    ['关于井盖专项排查的交办函', '请两周内完成辖区井盖排查。'],
    ['关于绿地保洁的交办函', '请落实绿地每日保洁。'],
  ] as const)
  const values = { kind: 'assign', title, content, unit: o.unit(name), replyLimit: { value: 3, unit: 'work_day' } }
  const id = await o.file(head, 'cases.letter', values)
  yield 4 * hour
  await o.act(by, 'cases.letter', id, 'sign')
  yield (o.random.chance(0.2) ? 6 : 2) * day
  await o.act(by, 'cases.letter', id, 'reply', { reply: '已按要求办理' })
  yield day
  await o.act(head, 'cases.letter', id, 'accept')
}
const lists = [
  ['背街小巷整治清单', '专项检查', ['路面坑洼', '井盖下沉', '线缆垂落']],
  ['迎检问题清单', '市长效考评', ['绿地黄土裸露', '公厕导视缺失', '果皮箱破损']],
  ['汛前排查清单', '防汛办', ['雨水箅子堵塞', '下穿通道标志缺失', '泵站备用电源']],
] as const
const list: Story = async function* (o) {
  const l = 'cases.list'
  const [name, source, problems] = o.random.pick(lists)
  const id = await o.file(head, l, { kind: 'problem', name: `${name}(${o.date().slice(0, 7)})`, source })
  for (const problem of problems) {
    const values = { problem, unit: o.unit(o.random.pick(handlers)[0]), measures: '限期整改并复核', dueOn: o.date(14) }
    await o.act(head, l, id, 'addItem', values)
  }
  const items = await o.rows(head, 'cases.item', { parentId: id })
  for (const item of items) {
    yield o.random.integer(2, 5) * day
    await o.act(handlerOf(o, item.unit), 'cases.item', item.id, 'report', {
      report: '已整改完成',
      evidence: [await o.photo('整改后')],
    })
    yield day
    await o.act(head, 'cases.item', item.id, 'clear')
  }
  await o.act(head, l, id, 'close', { closedNote: '逐项对账,全部销号' })
}
const broken = ['护栏松动', '地砖缺失', '阻车桩歪斜', '坐凳木条断裂', '树池篦子翘起'] as const
const micro: Story = async function* (o) {
  const m = 'cases.micro-repair'
  const street = o.random.integer(1, o.town.streets.length)
  const isDanger = o.random.chance(0.3)
  const crew = 'chuzhi13'
  const seen = { problem: o.random.pick(broken), isDanger, photos: [await o.photo('发现')] }
  const id = await o.open(`caiji${street * 3}`, m, seen, o.place(street))
  if (o.random.chance(0.1)) {
    yield 50
    await o.act(crew, m, id, 'arrive')
    if (isDanger) await o.act(crew, m, id, 'removeDanger', { photos: [await o.photo('围护')] })
    return o.act(crew, m, id, 'handOver', { reason: '整段塌陷,超出微修' })
  }
  yield 40
  await o.act(crew, m, id, 'arrive')
  yield hour
  if (isDanger) await o.act(crew, m, id, 'removeDanger', { photos: [await o.photo('围护')] })
  yield 3 * hour
  await o.act(crew, m, id, 'fix', {
    work: '现场加固更换',
    cost: o.random.integer(80, 900),
    afterPhotos: [await o.photo('修复后')],
  })
  yield 5 * hour
  if (!o.random.chance(0.15)) await o.act(sender, m, id, 'accept')
}
const renewals = [
  ['landscape', '街角小花园', '拆除围挡,种花设坐凳'],
  ['place', '东墙角改造', '铺装并加座椅'],
  ['landscape', '桥头观景角', '补植并设照明'],
] as const
const renewal: Story = async function* (o) {
  const m = 'cases.micro-renewal'
  const [kind, name, plan] = o.random.pick(renewals)
  const where = o.place(o.random.integer(1, o.town.streets.length))
  const means = { unit: o.unit(municipal), budget: 15_000, finishOn: o.date(20) }
  const id = await o.open(head, m, { kind, name, plan, ...means, beforePhotos: [await o.photo('改造前')] }, where)
  yield 4 * day
  const supporters = o.random.chance(0.8) ? 32 : 8
  const opinions = supporters > 12 ? '多数支持' : '担心吵闹'
  await o.act(head, m, id, 'consult', { supporters, opponents: 12, opinions, sheets: [await o.photo('征询表')] })
  if (supporters <= 12) return
  yield 9 * day
  await o.act(head, m, id, 'finish', { cost: 12_000, afterPhotos: [await o.photo('改造后')] })
  yield 2 * day
  await o.act(leader, m, id, 'accept', { acceptance: '现场查看,符合方案' })
}
/** Most corners stay clean; where not, the look becomes a case. */
const corner: Story = async function* (o) {
  const spot = o.random.pick(await o.rows(head, 'cases.blind-corner'))
  const visit = async (kind: string, isClean: boolean, note: string): Promise<string> =>
    o.add(
      kind === 'clean' ? head : sender,
      'cases.corner-visit',
      { corner: spot.id, kind, isClean, note, photos: [await o.photo(note)] },
      at(o, spot),
    )
  await visit('clean', true, '已清理')
  yield 2 * day
  const isClean = o.random.chance(0.7)
  const looked = await visit('recheck', isClean, isClean ? '保持良好' : '又有垃圾堆放')
  if (!isClean) yield* workCase(o, looked, { kind: 'matter', category: '06010' }, '已清运并加设围栏')
}
const at = (o: Desk, row: Readonly<Record<string, unknown>>): { lon: number; lat: number } =>
  typeof row.lon === 'number' && typeof row.lat === 'number' ? { lon: row.lon, lat: row.lat } : o.place()
/** Three of one kind become a matter of their trade. */
const industry: Story = async function* (o) {
  const p = 'cases.industry'
  const closed = await o.rows(head, 'cases.case', { status: 'closed' })
  const kinds = Map.groupBy(
    closed.filter((c) => c.category && !c.industry),
    (c) => `${c.categoryKind} ${c.category}`,
  )
  const linked = [...kinds.values()].find((rows) => rows.length >= 3)?.slice(0, 3)
  if (!linked) return
  const category = linked[0]?.category
  const values = {
    subjectName: '沿街经营业主',
    links: linked.map((c) => ({ case: c.id })),
    unit: o.unit(municipal),
  }
  const id = await o.file(head, p, values)
  yield 3 * day
  const measure = async (result: string) =>
    o.act('chuzhi11', p, id, 'act', { measure: 'talk', result, evidence: [await o.photo('约谈记录')] })
  await measure('约谈负责人,建立每日巡检')
  const acted = o.at(0, 0)
  yield 9 * day
  const places = new Set(linked.map((c) => String(c.areaCode).slice(0, 12)))
  const since = (await o.rows(head, 'cases.case', { category })).filter(
    (c) => String(c.createdAt) >= acted && places.has(String(c.areaCode).slice(0, 12)),
  )
  if (since.length === 0) return o.act(head, p, id, 'close', { effectNote: '约谈后未再发生' })
  await o.act(head, p, id, 'again', { reason: `约谈后又有${since.length}件` })
  yield 2 * day
  await measure('再次约谈,增派巡检')
}
const meeting: Story = async function* (o) {
  const p = 'cases.meeting'
  const name = `${Number(o.date().slice(5, 7))}月分析研判会(${o.date().slice(8)}日)`
  const id = await o.file(leader, p, { name, from: o.date(-30), to: o.date(1) })
  yield day
  await o.act(leader, p, id, 'hold', { comments: '占道经营和暴露垃圾仍居前两位,重点盯住反复点位。' })
  await o.act(leader, p, id, 'decide', {
    ...{
      problem: '反复点位专项排查',
      unit: o.unit(o.random.pick(handlers)[0]),
      measures: '两周内逐点制定措施',
      dueOn: o.date(14),
    },
  })
  yield 2 * hour
  await o.act(leader, p, id, 'end')
}
const assessor = 'kaohe1'
/** Collectors answer for their month, some object, and the assessor reckons again; who says nothing is settled by the platform. */
const months: Story = async function* (o) {
  const p = 'cases.collector-month'
  for (const m of await o.rows(assessor, p, { status: 'objected' }))
    await o.act(assessor, p, m.id, 'review', { review: '按更正后的记录重算' })
  yield 20
  for (const m of await o.rows(assessor, p, { status: 'told' })) {
    const own = o.login(m.collector)
    const mood = o.random.integer(1, 10)
    if (own && mood === 1) await o.act(own, p, m.id, 'object', { objection: '有一天手机没电,轨迹没有传上来' })
    else if (own && mood < 7) await o.act(own, p, m.id, 'agree')
  }
}
/** What trades, machines and checks tell without a category, as the duty desk files it by its words. */
const byWords: readonly (readonly [RegExp, Wrong])[] = [
  [/井盖/, { kind: 'component', category: '01002' }],
  [/积水/, { kind: 'component', category: '01004' }],
  [/违法建设|违建|板房/, { kind: 'matter', category: '06001' }],
  [/满溢|收集点/, { kind: 'matter', category: '06042' }],
  [/渣土|杂物|建筑垃圾/, { kind: 'matter', category: '06011' }],
  [/摊|占道/, { kind: 'matter', category: '09001' }],
  [/店外|店家/, { kind: 'matter', category: '09005' }],
  [/张贴|小广告/, { kind: 'matter', category: '07001' }],
]
const wrongOf = (c: Row): Wrong =>
  c.category && (c.categoryKind === 'component' || c.categoryKind === 'matter')
    ? { kind: c.categoryKind, category: String(c.category) }
    : (byWords.find(([words]) => words.test(String(c.description)))?.[1] ?? { kind: 'matter', category: '06010' })
async function* work(o: Desk, c: Row): AsyncGenerator<number, void> {
  const sent = yield* dispatchCase(o, c.id, wrongOf(c))
  if (sent) yield* finishCase(o, sent, '已到现场处置,恢复正常')
}
/** Cases that other matters opened and nobody has taken up for half an hour. */
const takeUp = (atHour: number): Story =>
  async function* (o) {
    const waiting = (await o.rows(head, 'cases.case', { status: 'reported' })).filter(
      (c) => c.sourceType && String(c.createdAt) < o.at(0, atHour - 0.5),
    )
    yield* together(waiting.slice(0, 5).map((c) => work(o, c)))
  }
export const casesDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5.2, tell: begin },
  late: { on: every(8, 3), hour: 9.3, tell: late },
  letter: { on: every(6, 1), hour: 10.2, tell: letter },
  list: { on: every(13, 2), hour: 9.1, tell: list },
  micro: { on: every(3), hour: 8.6, tell: micro },
  renewal: { on: every(9, 4), hour: 14.6, tell: renewal },
  corner: { on: every(4, 1), hour: 7.7, tell: corner },
  industry: { on: every(14, 13), hour: 15.1, tell: industry },
  meeting: { on: every(12, 6), hour: 14.1, tell: meeting },
  months: { on: () => true, hour: 17.2, tell: months },
  'take up in the morning': { on: () => true, hour: 9.15, tell: takeUp(9.15) },
  'take up at noon': { on: () => true, hour: 11.9, tell: takeUp(11.9) },
  'take up in the afternoon': { on: () => true, hour: 16.2, tell: takeUp(16.2) },
}
