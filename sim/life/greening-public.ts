/** Parks and the public of the simulated district: rosters, handovers and repairs, shows and prizes, events with bookings, adopted trees, gifts. */
import { acts } from './ground.ts'
import { near } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Story, together } from './story.ts'

const [data, crew, checker, leader, duty] = ['shuju', 'chuzhi41', 'kaohe1', 'juzhang', 'zhiban1'] as const
const roster: Story = async function* (o) {
  const r = 'greening.roster'
  const codes = (await o.rows(data, 'greening.park')).map((p) => String(p.code)).sort()
  const values = { removed: [], reason: '按公园名录管理办法分批公布' }
  const notice = (n: number) => `湖城管〔${o.year()}〕${n}号`
  const id = await o.file(data, r, { ...values, batch: '第一批', notice: notice(12), codes: codes.slice(0, 3) })
  yield 3 * day
  await o.act(leader, r, id, 'publish')
  yield 14 * day
  const second = await o.file(data, r, { ...values, batch: '第二批', notice: notice(19), codes: codes.slice(3) })
  yield day
  await o.act(data, r, second, 'drop')
  yield 4 * day
  await o.file(data, r, { ...values, batch: '第二批', notice: notice(20), codes: codes.slice(3, 4) })
}
const handover = async function* (o: Desk, park: string, giver: string, isSigned: boolean) {
  const t = 'greening.takeover'
  const defect = (item: string, who: string, costFen: number, isFixed: boolean) => ({ item, duty: who, costFen, isFixed })
  const defects = (isFixed: boolean) => [
    defect('步道破损120㎡', 'giver', 4_800_000, isFixed),
    defect('缺株30株', 'giver', 900_000, isFixed),
    defect('灯具不亮6盏', 'taker', 600_000, true),
  ]
  const inventory = [
    { item: '乔木', quantity: '320株' },
    { item: '座椅', quantity: '46张' },
  ]
  const values = { park, giver, taker: '园林绿化管理所', inventory, defects: defects(false), plan: '移交方整治,接收方验收' }
  const id = await o.open(data, t, { ...values, dueOn: o.date(20) })
  if (!isSigned) return
  yield 11 * day
  await o.act(crew, t, id, 'repair', { defects: defects(true), photos: [await o.photo('整治后')] })
  yield 3 * day
  await o.act(data, t, id, 'sign', { giverSigner: '建设方 陈工', takerSigner: '园林所 林工' })
}
const takeovers: Story = async function* (o) {
  const parks = await o.rows(data, 'greening.park')
  const of = (code: string) => String(parks.find((p) => p.code === code)?.id)
  yield* together([handover(o, of('DYGY'), '东园建设开发公司', true), handover(o, of('ZWY'), '湖滨城市建设投资公司', false)])
}
const broken = [
  ['park', '儿童游乐区塑胶地面开裂', '儿童游乐区', 1_800_000],
  ['greenway', '2号驿站屋面渗漏', undefined, 900_000],
  ['point', '快速取水阀漏水', undefined, 30_000],
  ['park', '亲水平台栏杆松动', '东侧亲水平台', 460_000],
] as const
const repair: Story = async function* (o) {
  const [kind, item, closedArea, budgetFen] = o.random.pick(broken)
  const list = { park: 'greening.park', greenway: 'greening.greenway', point: 'greening.water-point' } as const
  const thing = o.random.pick(await o.rows(data, list[kind]))
  const r = 'greening.repair'
  const values = { [kind]: thing.id, item, budgetFen, isClosed: Boolean(closedArea), closedArea, dueOn: o.date(6) }
  const id = await o.open(duty, r, { ...values, photos: [await o.photo('损坏')] }, near(o, thing))
  yield 5 * hour
  if (o.random.chance(0.12)) return void (await o.act(data, r, id, 'drop', { reason: '现场查看已由物业修复' }))
  await o.act(crew, r, id, 'start')
  yield (o.random.chance(0.2) ? 8 : o.random.integer(1, 4)) * day
  await o.act(crew, r, id, 'fix', { spentFen: Math.round(budgetFen * 0.94), afterPhotos: [await o.photo('修复')] })
  yield day
  await o.act(checker, r, id, 'open', { checkedBy: '安全员 陈工' })
}
const expo: Story = async function* (o) {
  const e = 'greening.expo'
  const entries = [
    { entry: '湖滨园', category: 'outdoor' },
    { entry: '盆栽月季', category: 'pot' },
  ]
  const show = { name: `第${o.year() - 2000}届市花博会`, level: 'city', place: '市会展中心', entries, budgetFen: 36_000_000 }
  const id = await o.file(data, e, { ...show, opensOn: o.date(6), closesOn: o.date(16) })
  yield 5 * day
  await o.act(data, e, id, 'join', { spentFen: 34_800_000 })
  yield 12 * day
  const medal = (entry: string, category: string, level: string, count: number) => ({ entry, category, level, count })
  const medals = [
    medal('湖滨园', 'outdoor', 'gold', 1),
    medal('盆栽月季', 'pot', 'gold', 2),
    medal('盆栽月季', 'pot', 'silver', 1),
  ]
  await o.act(data, e, id, 'end', { medals })
  yield 3 * day
  const next = { name: '省园艺博览会', level: 'province', place: '省城', entries: entries.slice(0, 1), budgetFen: 60_000_000 }
  await o.file(data, e, { ...next, opensOn: o.date(70), closesOn: o.date(100) })
}
interface Event {
  readonly kind: string
  readonly name: string
  readonly capacity: number
  readonly result: Readonly<Record<string, unknown>>
}
const events: readonly Event[] = [
  { kind: 'flower', name: '湖滨花事·赏花季', capacity: 300, result: { onSite: 268, online: 4200, materials: 200 } },
  { kind: 'centre', name: '流动园艺中心进社区', capacity: 40, result: { onSite: 36, online: 0, materials: 36 } },
  {
    kind: 'planting',
    name: '义务植树日',
    capacity: 120,
    result: { onSite: 96, online: 60, materials: 0, planted: 210, onlineFen: 280_000 },
  },
  { kind: 'hall', name: '全民义务植树展馆讲解', capacity: 40, result: { onSite: 34, online: 0, materials: 34 } },
  {
    kind: 'planting',
    name: '云植树·为湖滨添绿',
    capacity: 0,
    result: { onSite: 0, online: 180, materials: 0, onlineFen: 640_000 },
  },
  { kind: 'science', name: '公园昆虫课堂', capacity: 30, result: { onSite: 28, online: 0, materials: 30 } },
  { kind: 'sport', name: '环湖健步走', capacity: 80, result: { onSite: 71, online: 0, materials: 60 } },
]
const phones = (o: Desk): string => `139${o.random.integer(10_000_000, 99_999_999)}`
/** Whoever booked mostly comes; some call it off. */
const bookings = async function* (o: Desk, activity: string) {
  const b = 'greening.booking'
  for (const [i, name] of ['湖滨小学三年级', '赵女士', '社区亲子团'].entries()) {
    const people = 3 + i * 4
    const { number } = await o.outside<{ number: string }>('greening/bookings', { activity, name, phone: phones(o), people })
    yield 3 * hour
    const [row] = await o.rows(data, b, { number })
    if (row && i === 2 && o.random.chance(0.6)) await o.act(data, b, row.id, 'cancel')
  }
}
const event: Story = async function* (o) {
  const a = 'greening.activity'
  const next = events[Math.floor(Date.parse(o.date()) / 86_400_000 / 5) % events.length]
  if (!next) return
  const { kind, name, capacity, result } = next
  const isOnline = capacity === 0
  const park = o.random.pick(await o.rows(data, 'greening.park'))
  const bases = await o.rows(data, 'greening.base', { kind: kind === 'hall' ? 'hall' : 'base' })
  const mode = isOnline ? 'online' : Number(result.online) > 0 ? 'both' : 'site'
  const where = ['planting', 'hall'].includes(kind) ? { base: bases[0]?.id } : kind === 'centre' ? {} : { park: park.id }
  const times = { startsAt: o.at(3, 9.5), endsAt: o.at(3, 11.5) }
  const values = { kind, name, mode, capacity, ...where, ...times, venue: kind === 'centre' ? '东园社区' : '东广场' }
  const id = await o.open(data, a, { ...values, organiser: '园林绿化管理所', partner: '志愿讲解员' }, near(o, park))
  yield 4 * hour
  if (kind === 'flower')
    await o.act(data, a, id, 'complete', { permit: '场地许可〔花事〕03', safety: [await o.photo('安全预案')] })
  await o.act(data, a, id, 'open')
  if (['hall', 'science'].includes(kind)) yield* bookings(o, id)
  yield 2 * day
  if (o.random.chance(0.1)) return void (await o.act(data, a, id, 'cancel', { reason: '大雨预警' }))
  yield 2 * day
  await o.act(data, a, id, 'hold', result)
  for (const { id: row, people } of await o.rows(data, 'greening.booking', { activity: id, status: 'booked' }))
    if (o.random.chance(0.7)) await o.act(data, 'greening.booking', row, 'arrive', { came: people })
}
const adopters = [
  ['周小树', 'person'],
  ['湖滨小学', 'group'],
  ['王先生', 'person'],
  ['绿芽志愿队', 'group'],
] as const
const adoption: Story = async function* (o) {
  const v = 'greening.adoption'
  const taken = new Set((await o.rows(data, v)).map((r) => r.tree))
  const tree = (await o.rows(data, 'greening.tree', { isAdoptable: true })).find((t) => !taken.has(t.id))
  if (!tree) return
  const [adopter, kind] = o.random.pick(adopters)
  const way = o.random.chance(0.6) ? 'fee' : 'work'
  const wish = { tree: tree.id, adopter, kind, way, years: 1, phone: phones(o), wish: '愿小树长成大树' }
  const { number } = await o.outside<{ number: string }>('greening/adoptions', wish)
  yield 2 * day
  const [row] = await o.rows(data, v, { number })
  if (!row) return
  if (o.random.chance(0.15)) return void (await o.act(data, v, row.id, 'refuse', { reason: '该树近期将移植' }))
  await acts(o, data, v, row.id, [['accept'], ['certify', { paidFen: Number(row.feeFen) }]])
  yield 5 * day
  if (o.random.chance(0.25)) return void (await o.act(data, v, row.id, 'cancel', { reason: '迁居外地' }))
  await o.act(data, v, row.id, 'care', { lastCare: '浇水松土、挂牌' })
}
const donation: Story = async function* (o) {
  const g = 'greening.donation'
  const donor = o.random.pick(['市民张女士', '湖滨商会', '退休职工刘先生', '实验小学四(2)班'])
  const amountFen = o.random.integer(2, 20) * 10_000
  const base = (await o.rows(data, 'greening.base', { kind: 'hall' }))[0]?.id
  const id = await o.file(data, g, { donor, channel: o.random.pick(['post', 'hall', 'online']), amountFen, base })
  yield 4 * day
  if (o.random.chance(0.12)) return void (await o.act(data, g, id, 'giveBack', { reason: '捐赠人申请退回' }))
  await o.act(data, g, id, 'use', { what: '购树苗', amountFen: Math.round(amountFen * 0.6) })
  if (o.random.chance(0.3)) return
  yield 3 * day
  await o.act(data, g, id, 'use', { what: '制作树牌', amountFen: amountFen - Math.round(amountFen * 0.6) })
}
export const gardenPublicDiary: Readonly<Record<string, Entry>> = {
  roster: { on: once(1), hour: 15.1, tell: roster },
  takeovers: { on: once(4), hour: 14.6, tell: takeovers },
  expo: { on: once(2), hour: 11.2, tell: expo },
  repair: { on: every(9, 3), hour: 11.4, tell: repair },
  event: { on: every(5, 1), hour: 9.2, tell: event },
  adoption: { on: every(9, 4), hour: 13.1, tell: adoption },
  donation: { on: every(10, 5), hour: 13.6, tell: donation },
}
