/** 市容 of the simulated district beyond the frontages: shops that govern themselves, measures that help them, occupied pavements, lane chiefs, quiet festivals. */
import { campaignsDiary } from './appearance-works.ts'
import { acts, anyStreet, busiest, east, squareAt, streetName, streetNo } from './ground.ts'
import { near, streetOf } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, together } from './story.ts'

const [data, head, crew] = ['shuju', 'dadui1', 'chuzhi31'] as const
const begin: Story = async function* (o) {
  if ((await o.rows(data, 'appearance.control-zone')).length > 0) return
  // Beside the middle of a cell, where things are reported, not over it.
  const shape = (name: string) => squareAt(east(o.spot(name), 48), 30).geometry
  for (const [name, level, fromHour, toHour] of [
    ['文昌小学门前严禁区', 'ban', '00:00', '24:00'],
    ['湖滨大道严控区', 'limit', '07:00', '22:00'],
    ['东门早市疏导区', 'guide', '05:30', '08:30'],
    ['运河桥夜间疏导区', 'guide', '18:00', '23:00'],
  ] as const)
    await o.add(data, 'appearance.control-zone', { name, level, fromHour, toHour, shape: shape(name) })
  for (const [kind, count] of [
    ['lane', 10],
    ['road', 2],
    ['beautiful', 1],
    ['node', 3],
  ] as const)
    await o.add(data, 'appearance.lane-plan', { kind, count, yearOf: o.year() })
  for (const [name, barrels] of [
    ['北堤焚烧点', 6],
    ['南圩河口焚烧点', 4],
    ['荷塘村口焚烧点', 3],
  ] as const)
    await o.add(
      data,
      'appearance.burning-point',
      { name, barrels, address: `${name}旁空地`, keeper: '属地街道', isOpen: true },
      o.spot(name),
    )
  yield 1
}
const found = async (o: Desk, street: number, name: string, kind: string, shops: readonly Row[]): Promise<string> => {
  const by = `jiedao${street}`
  const values = {
    name,
    kind,
    road: name.slice(0, 3),
    convention: '门前清洁互相提醒,物品不出线,垃圾不落地。',
    foundedOn: o.date(),
  }
  const id = await o.open(by, 'appearance.alliance', values, o.place(street))
  for (const [i, shop] of shops.entries()) {
    const member = { alliance: id, shop: shop.id, role: ['召集', '卫生', '秩序'][i], joinedOn: o.date() }
    await o.add(by, 'appearance.member', member, near(o, shop))
  }
  return id
}
const alliances: Story = async function* (o) {
  const al = 'appearance.alliance'
  const { street: n, shops } = await busiest(o)
  if (shops.length < 3) return
  const by = `jiedao${n}`
  const id = await found(o, n, '湖滨路自治联盟', 'alliance', shops.slice(0, 3))
  const other = await found(o, n, '老街商街自治会', 'street', shops.slice(3, 5))
  const closed = await found(o, n, '东巷联盟筹备组', 'alliance', [])
  yield 2 * day
  const council = (list: readonly Row[]) => list.map((shop, i) => ({ shop: shop.id, votes: i === 0 ? 2 : 0 }))
  await o.act(by, al, id, 'elect', { council: council(shops.slice(0, 3)), electedOn: o.date() })
  if (shops.length >= 5) await o.act(by, al, other, 'elect', { council: council(shops.slice(3, 5)), electedOn: o.date() })
  const rota = ['0', '1', '2', '3', '4', '5', '6'].map((one, i) => ({ day: one, shop: shops[i % 2]?.id }))
  await o.act(by, al, id, 'plan', { rota })
  yield 6 * day
  await o.act(by, al, closed, 'dissolve', { reason: '道路拓宽,商户外迁' })
}
/** Whoever is on duty looks in on another; the month's meeting and the street's visit. */
const mutual: Story = async function* (o) {
  const [alliance] = await o.rows(head, 'appearance.alliance', { status: 'running', kind: 'alliance' })
  if (!alliance) return
  const by = `jiedao${streetOf(alliance)}`
  const rota = alliance.rota as readonly { readonly day: string; readonly shop: string }[] | null
  const weekday = String(new Date(`${o.date()}T00:00:00Z`).getUTCDay())
  const dutyShop = rota?.find((r) => r.day === weekday)?.shop
  const members = await o.rows(by, 'appearance.member', { alliance: alliance.id })
  const other = members.find((m) => m.shop !== dutyShop)
  if (!dutyShop || !other) return
  const isOk = o.random.chance(0.7)
  const seen = { dutyShop, shop: other.shop, checkedOn: o.date(), isOk, duty: 'order', ...(isOk ? {} : { what: '遮阳伞出线' }) }
  const values = { alliance: alliance.id, ...seen, photos: [await o.photo('互查')] }
  const id = await o.open(by, 'appearance.mutual', values, near(o, alliance))
  yield hour
  if (o.random.chance(0.2)) await o.act(head, 'appearance.mutual', id, 'discard', { reason: '照片不清,重新互查' })
  const [kind, topic] = o.random.pick([
    ['meeting', '月度例会'],
    ['visit', '镇街走访'],
  ] as const)
  const held = {
    alliance: alliance.id,
    kind,
    topic,
    heldOn: o.date(),
    people: o.random.integer(4, 9),
    notes: '提醒收伞、清理油污',
  }
  await o.add(by, 'appearance.alliance-meeting', held, near(o, alliance))
}
/** Four measures, each for its term; who benefits keeps within the painted line. */
const relief: Story = async function* (o) {
  const m = 'appearance.measure'
  const start = (kind: string, conditions: string, days: number) =>
    o.file(head, m, { kind, conditions, fromOn: o.date(), toOn: o.date(days) })
  const inside = await start('inside', '不占盲道、不超进深、收摊即清', 120)
  const short = await start('mall', '周末促销限本商场红线内', 14)
  const vendor = await start('vendor', '划定区域、自带垃圾桶', 90)
  const { street: n, shops } = await busiest(o)
  const line = { widthM: 4.5, depthM: 1, fromHour: '08:00', toHour: '22:00' }
  const given: string[] = []
  for (const shop of shops.slice(6, 9)) {
    const who = { measure: inside, shop: shop.id, who: shop.name, whoCode: shop.licence, address: shop.address }
    given.push(await o.open(`jiedao${n}`, 'appearance.benefit', { ...who, ...line }, near(o, shop)))
  }
  const stall = { measure: vendor, who: '张摊主', address: '东门空地', ...line, fromHour: '18:00', toHour: '23:00' }
  const moved = await o.open(`jiedao${n}`, 'appearance.benefit', stall, o.place(n))
  yield 3 * day
  for (const id of given.slice(0, 2))
    await o.act(crew, 'appearance.benefit', id, 'paint', { paintedOn: o.date(), photos: [await o.photo('划线')] })
  yield 4 * day
  const check = async (id: string | undefined, outM: number) => {
    if (id) await o.act(`zhongdui${n}1`, 'appearance.benefit', id, 'check', { outM, photos: [await o.photo('线内检查')] })
  }
  await check(given[0], 0.8)
  await check(given[1], 1.6)
  yield 5 * day
  await o.act(`jiedao${n}`, 'appearance.benefit', moved, 'end', { reason: '摊主入驻夜市' })
  await check(given[0], 0.9)
  yield 5 * day
  await o.act(head, m, short, 'evaluate', { evaluation: '促销秩序良好,群众投诉下降' })
}
const vendors = [
  ['vendor', '张三', '320402198001011234', '湖滨路口', '水果'],
  ['vendor', '不明', undefined, '地铁1号口', '早点'],
  ['road', '李四', '320402197505052345', '文昌路桥头', '炒货'],
  ['vendor', '张三', '320402198001011234', '湖滨路口', '水果'],
  ['parking', '不明', undefined, '学校北门', '电动车乱停'],
  ['vendor', '王五', '320402199009093456', '运河桥下', '烤串'],
  ['vendor', '张三', '320402198001011234', '湖滨路口', '水果'],
] as const
/** Persuaded, noticed, handed over: the same fruit seller is met again and again. */
const occupation: Story = async function* (o) {
  const q = 'appearance.occupation'
  const turn = Math.floor(Date.parse(o.date()) / 86_400_000 / 4) % vendors.length
  const [kind, vendor, vendorCode, place, goods] = vendors[turn] ?? vendors[0]
  const n = streetNo(o, turn)
  const by = `zhongdui${n}1`
  const seen = { kind, vendor, vendorCode, place, goods, seenAt: o.at(0, 8), photos: [await o.photo('占道')] }
  const id = await o.open(by, q, seen, o.place(n))
  yield hour
  const { status } = await o.row(by, q, id)
  if (o.random.chance(0.12)) return
  const done = { result: '已收摊撤离', afterPhotos: [await o.photo('纠正后')] }
  if (status === 'persuade') await o.act(by, q, id, 'correct', done)
  else if (status === 'notice') await o.act(by, q, id, 'notify', { ...done, noticeNo: `告${o.date()}` })
  else await o.act(by, q, id, 'transfer', { result: '屡教不改', goodsHeld: ['水果车一辆'] })
}
const lanes = [
  ['庙西巷', 'lane', 320],
  ['南苑弄', 'lane', 210],
  ['湖滨路北段', 'road', 900],
  ['老粮库巷', 'lane', 140],
] as const
const chiefs: Story = async function* (o) {
  const l = 'appearance.lane'
  if ((await o.rows(head, l)).length > 0) return
  for (const [i, [name, kind, lengthM]] of lanes.entries()) {
    const n = streetNo(o, i)
    const by = `jiedao${n}`
    const id = await o.open(by, l, { name, kind, lengthM }, o.place(n))
    if (i === 3) {
      await o.act(head, l, id, 'remove', { reason: '地块征收,巷道取消' })
      continue
    }
    const chief = { chief: ['孙主任', '周主任', '吴主任'][i], phone: `1390000555${i}`, deputies: ['李副长'] }
    await acts(o, by, l, id, [
      ['appoint', { ...chief, appointedOn: o.date() }],
      ['plate', { platedOn: o.date(), platePhotos: [await o.photo('公示牌')] }],
    ])
  }
  yield 18 * day
  const [moved] = await o.rows(head, l, { name: '南苑弄' })
  if (!moved) return
  const by = `jiedao${streetOf(moved)}`
  await o.act(by, l, moved.id, 'vacate', { reason: '调离街道' })
  yield 2 * day
  await o.act(by, l, moved.id, 'appoint', { chief: '郑主任', phone: '13900005559', deputies: ['李副长'], appointedOn: o.date() })
}
const finds = ['杂物堆放', '飞线充电', '墙面小广告', '破损路面', '垃圾未入桶'] as const
const lanePatrol: Story = async function* (o) {
  const held = await o.rows(head, 'appearance.lane', { status: 'held' })
  const [lane] = [...held].sort((a, b) => String(a.patrolledOn ?? '').localeCompare(String(b.patrolledOn ?? '')))
  if (!lane) return
  const by = `jiedao${streetOf(lane)}`
  const problems = o.random.chance(0.75) ? [{ what: o.random.pick(finds) }] : []
  const values = { lane: lane.id, patrolledOn: o.date(), problems, photos: [await o.photo('街巷巡查')] }
  const id = await o.open(by, 'appearance.lane-patrol', values, near(o, lane))
  if (o.random.chance(0.1)) await o.act(head, 'appearance.lane-patrol', id, 'discard', { reason: '重复登记' })
  yield o.random.integer(3, 20) * hour
  const [problem] = await o.rows(by, 'appearance.lane-problem', { lane: lane.id, status: 'given' })
  if (!problem || o.random.chance(0.15)) return
  const solved = { result: '已协调清理', afterPhotos: [await o.photo('处置后')] }
  await o.act(by, 'appearance.lane-problem', problem.id, 'solve', solved)
}
/** The nearest of the year's days for the dead. */
const feastOf = (month: number): string => (month >= 2 && month <= 5 ? '清明' : month >= 6 && month <= 9 ? '中元节' : '冬至')
const festivals = async function* (o: Desk) {
  const q = 'appearance.festival'
  const feast = feastOf(Number(o.date().slice(5, 7)))
  const leaders = [
    { name: '分管局长', duty: '组长' },
    { name: '大队长', duty: '副组长' },
  ]
  const posts = [
    { place: '北堤', staff: '甲、乙', people: 2 },
    { place: '南圩河口', staff: '丙、丁、戊', people: 3 },
  ]
  const values = { leaders, posts, fromOn: o.date(3), toOn: o.date(5) }
  const id = await o.open(head, q, { ...values, name: `${o.year()}年${feast}文明祭祀护航` })
  const points = (await o.rows(head, 'appearance.burning-point')).map((point) => ({ point: point.id, isOk: true }))
  yield 2 * day
  await o.act(head, q, id, 'start', { points })
  for (const behaviour of ['roadside', 'river', 'none'] as const) {
    yield day
    const seen = {
      place: '北堤',
      dayOn: o.date(),
      persuaded: o.random.integer(3, 18),
      guided: o.random.integer(20, 70),
      behaviour,
    }
    await o.add('zhongdui11', 'appearance.vigil', { festival: id, ...seen }, o.place(1))
  }
  yield day
  const ended = { ashKg: 120, summary: '平稳有序,未发生火情', cleanPhotos: [await o.photo('清理')] }
  await o.act(head, q, id, 'finish', ended)
  yield 12 * day
  await o.open(head, q, { ...values, name: `${o.year()}年${feast}后续疏导预案`, fromOn: o.date(60), toOn: o.date(62) })
}
const kiosks = [
  ['湖滨路书报亭', 'news', '邮政公司'],
  ['文昌彩票亭', 'lottery', '福彩销售点'],
  ['小区门前岗亭', 'guard', '湖滨物业'],
  ['车站信息亭', 'info', '广告公司'],
] as const
const clearing = async function* (o: Desk) {
  const q = 'appearance.kiosk'
  for (const [i, [name, kind, owner]] of kiosks.entries()) {
    const n = anyStreet(o)
    const by = `jiedao${n}`
    const id = await o.open(by, q, { name, kind, owner, areaM2: 5 + i, photos: [await o.photo('岗亭')] }, o.place(n))
    yield 4 * day
    await o.act(by, q, id, 'talk', { isAgreed: i % 2 === 0, agreement: i % 2 === 0 ? '协商拆除' : '产权人要求补偿' })
    if (i === 3) return
    yield 3 * day
    const ended = { endedOn: o.date(), afterPhotos: [await o.photo('处理后')] }
    if (i % 2 === 0) await o.act(crew, q, id, i === 0 ? 'remove' : 'upgrade', ended)
  }
}
const streets: Story = async function* (o) {
  yield* together([festivals(o), clearing(o)])
}
const flyers: Story = async function* (o) {
  const n = anyStreet(o)
  const place = `${streetName(o, n).replace('街道', '')}路${o.random.integer(2, 90)}号墙面`
  await o.add(`zhongdui${n}1`, 'appearance.cleanup', { place, cleanedOn: o.date(), sheets: o.random.integer(4, 40) }, o.place(n))
  yield 1
}
export const appearanceDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 4.9, tell: begin },
  chiefs: { on: once(0), hour: 15.1, tell: chiefs },
  alliances: { on: once(1), hour: 14.4, tell: alliances },
  relief: { on: once(2), hour: 10.2, tell: relief },
  streets: { on: once(3), hour: 9.9, tell: streets },
  mutual: { on: every(9, 4), hour: 16.1, tell: mutual },
  occupation: { on: every(4, 1), hour: 8.4, tell: occupation },
  lanePatrol: { on: every(5, 2), hour: 14.2, tell: lanePatrol },
  flyers: { on: every(9, 3), hour: 9.1, tell: flyers },
  ...campaignsDiary,
}
