/** 摊区夜市 of the simulated district: zones away from schools, a night market with drawn seats and its own committee, joint safety checks, stalls outside shops. */
import { createHash } from 'node:crypto'
import { acts, anyStreet, squareAt, streetName, streetNo } from './ground.ts'
import { near, streetOf } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, type Values } from './story.ts'

const head = 'dadui1'
const officer = 'zhongdui11'
const [s, market] = ['stalls.site', '湖滨路疏导夜市'] as const
const shapeAt = (o: Desk, street: number, metres: number): unknown => squareAt(o.place(street), metres).geometry
const siteOf = (name: string, kind: string, stalls: number, more: Values): Values => ({
  ...{ name, kind, stalls, areaM2: stalls * 9, fromHour: '18:00', toHour: '23:30', rentFen: 30_000, isPowered: true },
  ...{ operator: kind === 'farm' || kind === 'fair' ? '湖滨市场管理公司' : '恒达市场公司', cleaner: '洁城环卫公司', ...more },
})
const agencies = ['police', 'fire', 'gas', 'food', 'power'] as const
const items = ['治安巡逻与疏散', '消防通道与灭火器', '钢瓶与减压阀', '健康证与防尘', '统一供电与接线'] as const
const safe = async (o: Desk, site: string, bad: readonly Values[] = []): Promise<string> => {
  const lines = agencies.map((agency, i) => ({ agency, item: items[i], isOk: true, isSerious: false }))
  const values = { site, checkedOn: o.date(), lines: [...lines, ...bad], photos: [await o.photo('联合检查')] }
  return o.open(officer, 'stalls.safety', values, o.place(1))
}
const community = (o: Desk, share: number): string =>
  (o.town.cells[Math.floor(o.town.cells.length * share)]?.code ?? '').slice(0, 12)
const middleOf = (o: Desk, share: number): Values => {
  const ring = o.town.cells[Math.floor((o.town.cells.length - 1) * share)]?.ring
  const [a, b] = [ring?.[0], ring?.[2]]
  return a && b ? { lon: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 } : o.place()
}
const drawnAt = (where: Values, metres: number): unknown =>
  squareAt({ lon: Number(where.lon), lat: Number(where.lat) }, metres).geometry
/** Schools at the ends of the district and in a corner, the zones between them. */
const begin: Story = async function* (o) {
  if ((await o.rows(head, s)).length > 0) return
  const schools: string[] = []
  for (const [name, share] of [
    ['湖滨实验小学', 0],
    ['文昌中学', 1],
    ['南桥教学点', 0.02],
  ] as const) {
    const where = middleOf(o, share)
    schools.push(await o.open(head, 'stalls.school', { name, shape: drawnAt(where, 80) }, where))
  }
  await o.act(head, 'stalls.school', schools[2] ?? '', 'off', { reason: '教学点已并入湖滨实验小学' })
  for (const [name, share, stalls] of [
    ['东门临时摊区', 0.35, 12],
    ['西圩临时摊区', 0.6, 8],
  ] as const) {
    const where = middleOf(o, share)
    const values = siteOf(name, 'temp', stalls, { community: community(o, share), shape: drawnAt(where, 20) })
    await o.act(head, s, await o.open(head, s, values, where), 'open', { openedOn: o.date() })
  }
  for (const [i, [name, kind, stalls]] of (
    [
      [market, 'divert', 12],
      ['运河边特色夜市', 'feature', 20],
      ['城北农贸市场', 'farm', 86],
      ['荷塘集贸市场', 'fair', 60],
    ] as const
  ).entries()) {
    const n = streetNo(o, i)
    const id = await o.open(head, s, siteOf(name, kind, stalls, { shape: shapeAt(o, n, 50) }), o.place(n))
    if (i === 1) continue
    if (kind === 'divert') await safe(o, id)
    await o.act(head, s, id, 'open', { openedOn: o.date() })
  }
  yield 1
}
const siteNamed = async (o: Desk, name: string): Promise<Row | undefined> =>
  (await o.rows(head, s)).find((row) => row.name === name)
const tenures = (o: Desk, site: string, status = 'held') => o.rows(head, 'stalls.tenure', { site, status })
const goods = ['小吃', '水果', '饰品', '玩具', '烧烤', '凉皮', '手机贴膜', '鲜花', '奶茶', '袜子'] as const
const surnames = '周吴郑王冯陈褚卫蒋沈'
const phoneOf = (n: number): string => `1380011${String(2200 + n)}`
const applicantOf = (round: string, n: number, isHealthy = true): Values => ({
  ...{ round, name: `${surnames[n % 10]}某某`, idCode: `32040219${80 + (n % 19)}0101${1000 + n}`, phone: phoneOf(n) },
  ...{ goods: goods[n % 10], isHealthy },
})
/** Announced with a sealed seed, drawn before witnesses, confirmed within days; losers wait. */
const round: Story = async function* (o) {
  const site = await siteNamed(o, market)
  if (!site || (await o.rows(head, 'stalls.round')).length > 0) return
  const r = 'stalls.round'
  const seed = `福彩3D第${o.year()}115期 4 0 7`
  const seal = createHash('sha256').update(seed).digest('hex')
  const stalls = ['1', '2', '3', '4', '5', '6']
  const values = { site: site.id, name: `${o.year()}年湖滨路夜市首轮`, method: 'draw', stalls, closesOn: o.date(2), seal }
  const id = await o.open(head, r, { ...values, conditions: '本区居民优先,健康证有效,一人一摊' }, near(o, site))
  const people: string[] = []
  for (let n = 0; n < 8; n++) {
    yield 3 * hour
    const one = await o.open('jiedao1', 'stalls.applicant', applicantOf(id, n, n !== 7), o.place(1))
    people.push(one)
    if (n < 7) await o.act(head, 'stalls.applicant', one, 'admit')
  }
  const sick = people[7] ?? ''
  await o.act(head, 'stalls.applicant', sick, 'refuse', { refusal: '健康证已过期' })
  yield 5 * hour
  await o.act('jiedao1', 'stalls.applicant', sick, 'appeal', { appeal: '已预约体检,请求保留资格' })
  yield 18 * hour
  await o.act(head, 'stalls.applicant', sick, 'answer', { isUpheld: false, answer: '报名截止前未提交有效健康证' })
  yield 2 * day
  await o.act(head, r, id, 'draw', { seed, witnesses: ['公证员 何某', '摊主代表 周某'], photos: [await o.photo('抽签')] })
  yield day
  const won = await o.rows(head, 'stalls.applicant', { round: id, status: 'won' })
  for (const { id: one } of won) {
    yield 2 * hour
    await o.act('jiedao1', 'stalls.applicant', one, 'confirm')
  }
  yield day
  await o.act(head, r, id, 'close')
  for (const { id: one } of (await tenures(o, site.id)).slice(0, 4))
    await o.act('jiedao1', 'stalls.tenure', one, 'pay', { months: 2 })
  yield 14 * day
  const next = { site: site.id, name: `${o.year()}年湖滨路夜市补充轮`, method: 'queue', stalls: ['7', '8'], closesOn: o.date(12) }
  const more = await o.open(head, r, { ...next, conditions: '先到先得', seal }, near(o, site))
  for (const n of [11, 12]) await o.open('jiedao1', 'stalls.applicant', applicantOf(more, n), o.place(1))
}
/** Who is chosen to speak for the stalls; what they vote, tell and settle. */
const committee: Story = async function* (o) {
  const site = await siteNamed(o, market)
  const held = site ? await tenures(o, site.id) : []
  if (!site || held.length < 4) return
  const c = 'stalls.committee'
  const members = held.slice(0, 3).map(({ id }, i) => ({ tenure: id, role: i === 0 ? 'chair' : 'member' }))
  const values = { site: site.id, members, group: '湖滨路夜市经营群', convention: '不越线、不扰民、收摊即清、油污不落地。' }
  const first = await o.open('jiedao1', c, { ...values, name: '湖滨路夜市筹备委员会', electedOn: o.date() }, o.place(1))
  yield 2 * day
  await o.act('jiedao1', c, first, 'end', { reason: '正式委员会产生' })
  const id = await o.open('jiedao1', c, { ...values, name: '湖滨路夜市经营自治委员会', electedOn: o.date() }, o.place(1))
  const m = 'stalls.motion'
  const raise = (kind: string, title: string, content: string) =>
    o.open('jiedao1', m, { committee: id, kind, title, content }, o.place(1))
  yield day
  const vote = await raise('vote', '收摊时间提前半小时', '周一至周四23:00收摊')
  const told = await raise('notice', '用电检查', '明晚消防、供电联合检查,请整理线路')
  yield 2 * day
  const now = (await tenures(o, site.id)).length
  await o.act('jiedao1', m, vote, 'vote', { yes: now - 1, no: 1, abstain: 0 })
  await o.act('jiedao1', m, vote, 'feedBack', { feedback: '摊主表决通过,请同意周一至周四提前收摊' })
  await o.act('jiedao1', m, told, 'feedBack', { feedback: '全部摊主已收到通知' })
  yield 4 * day
  const row = await raise('dispute', '二号三号争位', '摊位线模糊')
  yield day
  await o.act('jiedao1', m, row, 'settle', { outcome: o.random.chance(0.7) ? 'settled' : 'unsettled', result: '重新划线并签字' })
  await raise('vote', '统一更换油烟净化餐车', '按户均摊')
}
/** Every other night somebody calls the roll; the last stall has long not been seen. */
const evening: Story = async function* (o) {
  const site = await siteNamed(o, market)
  if (site?.status !== 'open') return
  const held = await tenures(o, site.id)
  const stalls = held.map((t) => Number(t.stall)).sort((a, b) => a - b)
  const present = stalls.filter((stall) => stall !== 6 && o.random.chance(0.93)).map(String)
  const problems = o.random.chance(0.3) ? [{ what: o.random.pick(['占用消防通道', '越线摆桌', '音响外放']) }] : []
  const values = { site: site.id, dayOn: o.date(), staff: ['周队员', '吴队员'], present, problems, isClean: o.random.chance(0.9) }
  await o.open('jiedao1', 'stalls.evening', { ...values, isPowerOk: true, photos: [await o.photo('夜市')] }, o.place(1))
  yield 1
}
/** Police, fire, gas together: one stall is shut over a bottle, the rest is put right within days. */
const safety: Story = async function* (o) {
  const site = await siteNamed(o, market)
  if (!site) return
  const bad: Values[] = [
    { agency: 'gas', item: '钢瓶无减压阀', isOk: false, isSerious: true, stall: 2, dueOn: o.date(2) },
    { agency: 'power', item: '接线板裸露', isOk: false, isSerious: false, stall: 4, dueOn: o.date(3) },
    { agency: 'fire', item: '灭火器压力不足', isOk: false, isSerious: false, dueOn: o.date(7) },
  ]
  const check = await safe(o, site.id, bad)
  yield 3 * hour
  for (const [n, { id, isSerious }] of (await o.rows(head, 'stalls.hazard', { check })).entries()) {
    yield 9 * hour
    if (n === 2 && !isSerious) return
    const fix = async (fixNote: string) =>
      o.act('jiedao1', 'stalls.hazard', id, 'fix', { fixNote, fixPhotos: [await o.photo('整改')] })
    await fix('已更换')
    yield 5 * hour
    if (o.random.chance(0.25)) {
      await o.act(officer, 'stalls.hazard', id, 'sendBack', { fixNote: '线头未包扎', dueOn: o.date(2) })
      yield day
      await fix('已重新处理')
      yield 3 * hour
    }
    await o.act(officer, 'stalls.hazard', id, 'close')
    if (!isSerious) continue
    for (const shut of await tenures(o, site.id, 'shut')) await o.act(head, 'stalls.tenure', shut.id, 'reopen')
  }
}
const draft: Story = async function* (o) {
  const site = await siteNamed(o, '运河边特色夜市')
  if (!site) return
  const check = await safe(o, site.id)
  yield day
  await o.act(head, 'stalls.safety', check, 'discard', { reason: '公安到场人员记错,重新检查' })
  await safe(o, site.id)
  yield day
  await o.act(head, s, site.id, 'open', { openedOn: o.date() })
  yield 8 * day
  const held = (await siteNamed(o, market))?.id
  const [leaver] = held ? (await tenures(o, held)).slice(-1) : []
  if (leaver) await o.act('jiedao1', 'stalls.tenure', leaver.id, 'leave', { reason: '改到店铺经营' })
  const zone = await siteNamed(o, '西圩临时摊区')
  if (zone) await o.act(head, s, zone.id, 'close', { closedOn: o.date(), reason: '周边地块开工' })
}
const classes = [
  ['order', '经营秩序'],
  ['hygiene', '环境卫生'],
  ['waste', '垃圾收运'],
  ['perimeter', '周边摊点'],
] as const
/** Each month every market once; published together after the month's look. */
const fairs: Story = async function* (o) {
  const sites = (await o.rows(head, s)).filter((row) => ['farm', 'fair'].includes(String(row.kind)))
  const month = o.date().slice(0, 7)
  const known = new Set((await o.rows(head, 'stalls.fair-check', { month })).map((row) => row.site))
  for (const [i, site] of sites.filter((one) => !known.has(one.id)).entries()) {
    const lines = classes.map(([c, item]) => ({ class: c, item, points: 25, got: o.random.integer(17, 25) }))
    const values = { site: site.id, month, checkedOn: o.date(), lines, photos: [await o.photo('市场检查')] }
    const id = await o.open(head, 'stalls.fair-check', values, near(o, site))
    yield 2 * hour
    if (i === 0) await o.act(head, 'stalls.fair-check', id, 'publish')
  }
}
const outdoor: Story = async function* (o) {
  const q = 'stalls.outdoor'
  const taken = new Set((await o.rows(head, q)).map((row) => row.shop))
  const free = (await o.rows(head, 'grid.shop', { trade: 'food' })).filter((one) => one.areaCode && !taken.has(one.id))
  if (free.length === 0) return
  const shop = o.random.pick(free)
  const n = streetOf(shop)
  const isNarrow = o.random.chance(0.25)
  const values = { shop: shop.id, place: '门前广场一侧', areaM2: o.random.integer(6, 24), stalls: o.random.integer(2, 6) }
  const times = { days: ['5', '6', '0'], fromHour: '17:00', toHour: '22:00', validTo: o.date(o.random.integer(12, 60)) }
  const photos = [await o.photo('外摆位置')]
  const id = await o.open(`jiedao${n}`, q, { ...values, ...times, clearM: isNarrow ? 1 : 2.2, photos }, near(o, shop))
  yield day
  if (isNarrow) return void (await o.act(head, q, id, 'refuse', { refusal: '剩余净宽不足1.5米' }))
  await o.act(head, q, id, 'grant')
  if (!o.random.chance(0.4)) return
  yield 5 * day
  await o.act(`zhongdui${n}1`, q, id, 'breach', { breach: '超出核定范围摆放', breachPhotos: [await o.photo('违规')] })
}
const zones = [
  ['滨湖商圈', 'allow', 60],
  ['文昌步行街', 'manage', 9],
  ['大学城后街', 'order', 45],
] as const
const nights: Story = async function* (o) {
  if ((await o.rows(head, 'stalls.night', { status: 'running' })).length > 1) return
  for (const [name, level, days] of zones) {
    const values = { name, level, fromOn: o.date(), toOn: o.date(days), fromHour: '19:00', toHour: '23:00' }
    const shops = ['时光咖啡', '西西弗书店', '阿婆糖水']
    await o.open(head, 'stalls.night', { ...values, shops, activities: '周末外摆、灯光市集' })
  }
  yield 6 * day
  const [first] = await o.rows(head, 'stalls.night', { status: 'running' })
  if (first)
    await o.act(head, 'stalls.night', first.id, 'adjust', {
      level: 'manage',
      shops: ['时光咖啡', '西西弗书店', '阿婆糖水', '花田'],
    })
}
const nightRound: Story = async function* (o) {
  const running = await o.rows(head, 'stalls.night', { status: 'running' })
  if (running.length === 0) return
  const few = (most: number): number => Math.max(0, o.random.integer(-1, most))
  const seen = { shopsOut: o.random.integer(4, 16), unlisted: few(3), offHours: few(2), noise: few(2), litter: few(2) }
  await o.add(officer, 'stalls.night-round', { night: o.random.pick(running).id, dayOn: o.date(), ...seen })
  yield 1
}
const vendors = ['李记凉粉', '老马烤串', '阿香米线', '糖画张', '小武豆花'] as const
const intro: Story = async function* (o) {
  const v = 'stalls.intro'
  const site = (await siteNamed(o, '运河边特色夜市')) ?? (await siteNamed(o, market))
  const known = new Set((await o.rows(head, v)).map((row) => row.vendor))
  const vendor = vendors.find((name) => !known.has(name))
  if (site?.status !== 'open' || !vendor) return
  const n = anyStreet(o)
  const found = {
    vendor,
    phone: phoneOf(100 + vendors.indexOf(vendor)),
    goods: vendor.slice(2),
    foundAt: `${streetName(o, n)}桥头`,
  }
  const values = { ...found, site: site.id, offer: '免三个月摊位费', photos: [await o.photo('原摊点')] }
  const id = await o.open(`jiedao${n}`, v, values, o.place(n))
  yield 2 * day
  if (o.random.chance(0.35)) return void (await o.act(`jiedao${n}`, v, id, 'decline', { answer: '离家远,暂不考虑' }))
  if (o.random.chance(0.15)) return
  await acts(o, `jiedao${n}`, v, id, [['accept', { movedOn: o.date() }]])
  yield 29 * day
  await o.act(`jiedao${n}`, v, id, 'visit', { isTrading: o.random.chance(0.8), answer: '已电话回访,生意稳定' })
}
export const stallsDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5.3, tell: begin },
  round: { on: once(0), hour: 10.2, tell: round },
  nights: { on: (today) => today.passed % 30 === 0, hour: 10.8, tell: nights },
  draft: { on: once(3), hour: 15.4, tell: draft },
  committee: { on: once(8), hour: 15.9, tell: committee },
  safety: { on: (today) => today.passed % 20 === 9, hour: 18.2, tell: safety },
  evening: { on: every(3), hour: 22.3, tell: evening },
  fairs: { on: (today) => today.passed % 9 === 6, hour: 10.4, tell: fairs },
  outdoor: { on: every(8, 3), hour: 14.9, tell: outdoor },
  nightRound: { on: every(6, 1), hour: 21.4, tell: nightRound },
  intro: { on: every(6, 2), hour: 16.2, tell: intro },
}
