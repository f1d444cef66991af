/** What people do about sorting in the simulated district: goods sold to the sites, kitchens emptied, old sofas fetched, points earned and spent, visits and publicity. */
import { near, streetOf } from './near.ts'
import { placeNamed, placesOf } from './sorting-lists.ts'
import { type Desk, day, type Entry, every, hour, type Row, type Story } from './story.ts'

const [data, leader, collector] = ['shuju', 'juzhang', 'chuzhi31'] as const
const compound = async (o: Desk): Promise<Row | undefined> =>
  placeNamed(o, o.random.pick(placesOf(o).filter(([, kind]) => kind === 'compound'))[0])
/** Bought at the point, carried to the station, now and then on to the centre, sorted and sold there. */
const recycling: Story = async function* (o) {
  const s = 'sorting.site'
  const sites = await o.rows(collector, s, { status: 'running' })
  const of = (level: string) => sites.find((one) => one.level === level)?.id ?? ''
  const material = o.random.pick(['paper', 'paper', 'mixed', 'glass', 'plastic'])
  const kg = o.random.integer(60, 240)
  await o.act(collector, s, of('point'), 'buy', { material, kg })
  yield 5 * hour
  await o.act(collector, s, of('point'), 'move', { material, kg })
  if (o.random.chance(0.4)) return
  yield day
  await o.act(collector, s, of('station'), 'move', { material, kg })
  yield 4 * hour
  if (material === 'mixed') {
    const sorted = { from: 'mixed', lines: [{ material: 'plastic', kg: Math.floor(kg * 0.7) }] }
    await o.act(collector, s, of('centre'), 'sort', sorted)
    await o.act(collector, s, of('centre'), 'residue', { material, kg: Math.floor(kg * 0.2) })
  } else await o.act(collector, s, of('centre'), 'sell', { material, kg, buyer: '江南再生材料公司', amountFen: kg * 160 })
}
/** A new price from time to time; one in a while is not approved. */
const price: Story = async function* (o) {
  const [material, unitFen] = o.random.pick([
    ['paper', 128],
    ['plastic', 92],
    ['metal', 260],
    ['textile', 40],
  ] as const)
  const values = { material, unitFen: unitFen + o.random.integer(-8, 8), subsidyFen: 0, isLowValue: false }
  const id = await o.file(data, 'sorting.price', { ...values, validFrom: o.date(3), basis: '区价格机制联席会议纪要' })
  yield day
  if (o.random.chance(0.3)) await o.act(leader, 'sorting.price', id, 'refuse', { basis: '与周边区县价差过大,再议' })
  else await o.act(leader, 'sorting.price', id, 'publish')
}
/** Mondays and Thursdays, as the contracts have it; a missed one is noticed by the platform next day. */
const kitchens: Story = async function* (o) {
  yield hour
  const today = o.date()
  for (const row of await o.rows(collector, 'sorting.contract', { status: 'signed' }))
    if (row.lastOn !== today && !o.random.chance(0.05)) {
      const kg = Math.round(Number(row.kgPerDay) * o.random.between(0.8, 1.2))
      await o.act(collector, 'sorting.contract', row.id, 'pick', { kg, signer: '店长', vehicle: '苏D6C001' })
    }
}
const things = ['旧沙发', '床垫', '三门衣柜', '旧冰箱'] as const
const bulky: Story = async function* (o) {
  const b = 'sorting.bulky'
  const values = { name: '孙先生', phone: `139${o.random.integer(10_000_000, 99_999_999)}`, address: '湖滨花园3幢501' }
  const order = { what: o.random.pick(things), pieces: o.random.integer(1, 3), wantedOn: o.date(1) }
  const slot = o.random.pick(['morning', 'afternoon', 'evening'])
  const { number } = await o.outside<{ number: string }>('sorting/bulky', { ...values, ...order, slot })
  yield 2 * hour
  const [row] = await o.rows(collector, b, { number })
  if (!row) return
  if (o.random.chance(0.15)) return void (await o.act(collector, b, row.id, 'cancel', { reason: '居民改期' }))
  const team = o.random.pick(await o.rows(collector, 'sorting.bulky-team'))
  await o.act(collector, b, row.id, 'plan', { team: team.id })
  yield day
  const [point] = await o.rows(collector, 'sorting.bulky-point', { status: 'open' })
  if (!point) return
  await o.act(collector, b, row.id, 'collect', { point: point.id, m3: 1.5, photos: [await o.photo('大件')] })
  if (Number(point.stockM3) < 6) return
  yield 3 * hour
  const lines = [
    { material: 'wood', kg: 120 },
    { material: 'metal', kg: 30 },
  ]
  await o.act(collector, 'sorting.bulky-point', point.id, 'clear', { m3: Number(point.stockM3), kg: 190, lines })
}
const drops: Story = async function* (o) {
  const accounts = await o.rows(data, 'sorting.account')
  const [facility] = await o.rows(data, 'sorting.facility', { kind: 'point' })
  for (const { code } of accounts) {
    const key = `tf-${o.date()}-${String(code)}`
    const drop = { code, facility: facility?.id, isCorrect: o.random.chance(0.85), key }
    await o.post('jiedao1', '/sorting/points/drops', drop)
    yield hour
  }
}
const exchange: Story = async function* (o) {
  const rich = (await o.rows(data, 'sorting.account')).find((one) => Number(one.points) >= 2)
  const [gift] = await o.rows(data, 'sorting.gift', { price: 2 })
  if (!rich || Number(gift?.stock) < 1) return
  const by = `jiedao${streetOf(rich)}`
  const order = { code: rich.code, gift: gift?.id, quantity: 1, key: `dh-${o.date()}-${String(rich.code)}` }
  const { order: id } = await o.post<{ order: string }>(by, '/sorting/points/orders', order)
  yield 4 * hour
  if (o.random.chance(0.2)) await o.post(by, `/sorting/points/orders/${id}/reverse`, { reason: '机内缺货' })
  else if (o.random.chance(0.8)) await o.act(by, 'sorting.order', id, 'hand')
}
/** Who dropped rightly long enough is on the list the rule makes, which is made public before it is paid. */
const reward: Story = async function* (o) {
  const r = 'sorting.reward'
  const rules = await o.rows(data, 'sorting.reward-rule', { target: 'household' })
  const used = new Set((await o.rows(data, r)).map((row) => row.rule))
  const rule = rules.find((one) => !used.has(one.id) && String(one.toOn) < o.date())
  const entries = await o.rows(data, 'sorting.entry', { kind: 'drop' })
  const isReached = entries.some((e) => String(e.dayOn) >= String(rule?.fromOn) && String(e.dayOn) <= String(rule?.toOn))
  if (!rule || !isReached) return
  const first = await o.file(data, r, { rule: rule.id })
  await o.act(data, r, first, 'drop', { objection: '名单未核对户主,重新生成' })
  const id = await o.file(data, r, { rule: rule.id })
  await o.act(data, r, id, 'notice')
  yield 7 * day
  await o.act(leader, r, id, 'approve', { objection: '公示期内无异议' })
  const next = { name: `正确投放家庭奖(${o.date()})`, target: 'household', least: 2, amountFen: 5000, budgetFen: 100_000 }
  await o.add(data, 'sorting.reward-rule', { ...next, fromOn: o.date(-27), toOn: o.date(-1) })
  if (o.random.chance(0.2)) return
  yield 2 * day
  await o.act(data, r, id, 'pay', { voucher: `PZ-${o.date()}` })
}
const publicity: Story = async function* (o) {
  const [kind, name, quantity, more] = o.random.pick([
    ['placement', '分类公益广告', 36, { toOn: o.date(30), spot: '公交站台' }],
    ['handout', '分类手册', 1200, { spot: '社区' }],
    ['post', '分类推文', 1, { reach: 5200, spot: '微信' }],
    ['event', '分类进校园', 2, { reach: 320, spot: '湖滨小学' }],
    ['trip', '跟着垃圾趣旅行', 1, { reach: 40, spot: '焚烧厂' }],
  ] as const)
  const id = await o.open('jiedao1', 'sorting.publicity', { kind, name, quantity, dayOn: o.date(), ...more }, o.place(1))
  yield 3 * hour
  if (o.random.chance(0.15)) await o.act(data, 'sorting.publicity', id, 'discard', { reason: '数量登记有误,另行登记' })
}
const groups = ['湖滨小学四年级', '社区党员支部', '区税务局青年组', '文昌幼儿园家委会'] as const
const visit: Story = async function* (o) {
  const b = 'sorting.booking'
  const venue = o.random.pick(await o.rows(data, 'sorting.venue'))
  const people = o.random.integer(12, 24)
  const group = { group: o.random.pick(groups), contact: '林老师', phone: '13900005001', people }
  const id = await o.open('jiedao1', b, { venue: venue.id, ...group, dayOn: o.date(4), session: 'morning' }, o.place(1))
  yield 2 * day
  if (o.random.chance(0.15)) return void (await o.act('jiedao1', b, id, 'cancel'))
  yield 2 * day
  if (o.random.chance(0.85)) await o.act('jiedao1', b, id, 'receive', { came: people - 1 })
}
const event: Story = async function* (o) {
  const place = await compound(o)
  if (!place) return
  const by = `jiedao${streetOf(place)}`
  const lines = [
    { material: 'textile', kg: o.random.integer(60, 160) },
    { material: 'paper', kg: o.random.integer(40, 120) },
  ]
  const name = o.random.pick(['旧衣换绿植', '玻璃回收日', '旧书置换'])
  const values = { place: place.id, name, heldOn: o.date(), staff: 4, households: o.random.integer(30, 90), lines }
  const [account] = (await o.rows(data, 'sorting.account', { place: place.id })).filter((one) => !one.isFrozen)
  if (account) Object.assign(values, { given: [{ account: account.id, points: o.random.integer(20, 60) }] })
  await o.open(by, 'sorting.event', values, near(o, place))
  const asked = { place: place.id, dayOn: o.date(), asked: 100 }
  const rates = { wave: o.random.pick(['before', 'after']), aware: o.random.integer(62, 96), joined: o.random.integer(48, 90) }
  const survey = await o.open(by, 'sorting.survey', { ...asked, ...rates }, near(o, place))
  const [member] = await o.rows(by, 'sorting.member', { place: place.id })
  if (member) {
    const duty = { member: member.id, place: place.id, dayOn: o.date(), hours: 2, note: `劝导${o.random.integer(4, 20)}人` }
    await o.add(by, 'sorting.duty', duty, near(o, place))
  }
  yield 4 * hour
  if (o.random.chance(0.2)) await o.act(data, 'sorting.survey', survey, 'discard', { reason: '样本不足,重新入户' })
}
export const sortingPublicDiary: Readonly<Record<string, Entry>> = {
  recycling: { on: every(5), hour: 9.6, tell: recycling },
  price: { on: every(9, 2), hour: 11.3, tell: price },
  kitchens: { on: ({ weekday }) => weekday === 1 || weekday === 4, hour: 20.4, tell: kitchens },
  bulky: { on: every(7, 1), hour: 10.1, tell: bulky },
  drops: { on: every(9, 1), hour: 7.2, tell: drops },
  exchange: { on: every(8, 3), hour: 16.3, tell: exchange },
  reward: { on: (today) => today.passed % 14 === 12, hour: 14.3, tell: reward },
  publicity: { on: every(9, 4), hour: 15.6, tell: publicity },
  visit: { on: every(9, 5), hour: 13.4, tell: visit },
  event: { on: every(10, 6), hour: 9.2, tell: event },
}
