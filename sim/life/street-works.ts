/** What streets do by campaign in the simulated district: glass fronts cleared, signs redesigned, facades done, boards brought to zero, ways for wheelchairs looked at, orphaned roads kept, volunteers' programmes and emergencies. */
import { type Desk, day, type Entry, every, hour, once, type Story, type Values } from './story.ts'

const [head, leader, data, desk] = ['dadui1', 'juzhang', 'shuju', 'paiqian1'] as const
const roads = ['延陵路', '南大街', '和平路', '文昌路', '青果巷'] as const
const shops = ['房产门店', '银行网点', '健身房', '奶茶店', '药店'] as const
const someStreet = (o: Desk): number => o.random.integer(1, o.town.streets.length)

const posting = async (o: Desk, n: number, extra: Values = {}): Promise<string> =>
  o.open(
    `zhongdui${n}1`,
    'ads.posting',
    {
      ...{
        shop: o.random.pick(shops),
        address: `${o.random.pick(roads)}${o.random.integer(1, 300)}号`,
        kind: 'curtain',
        side: 'inside',
      },
      ...{ corridor: 'fine', road: o.random.pick(roads), pieces: o.random.integer(2, 9), photos: [await o.photo('张贴')] },
      ...extra,
    },
    o.place(n),
  )
async function* clearPosting(o: Desk, id: string, n: number): AsyncGenerator<number, void> {
  const b = 'ads.posting'
  yield 3 * hour
  await o.act(`zhongdui${n}1`, b, id, 'notify', { noticeNo: `告${o.random.integer(100, 999)}`, dueOn: o.date(3) })
  yield 2 * day
  await o.act(`zhongdui${n}1`, b, id, 'remove', { removedOn: o.date(), afterPhotos: [await o.photo('清除后')] })
  yield day
  if (!o.random.chance(0.15)) await o.act(head, b, id, 'close')
}
const glass: Story = async function* (o) {
  const n = someStreet(o)
  yield* clearPosting(o, await posting(o, n, { kind: o.random.pick(['curtain', 'door', 'window']) }), n)
}
const adCampaign: Story = async function* (o) {
  const c = 'ads.campaign'
  const n = someStreet(o)
  const by = `jiedao${n}`
  const list = [roads[0], roads[1]]
  const values = {
    name: `精品街道立面整治(${o.date().slice(5)})`,
    corridor: 'fine',
    roads: list,
    startOn: o.date(),
    endOn: o.date(60),
  }
  const id = await o.open(by, c, values, o.place(n))
  yield day
  for (const road of list) {
    yield* clearPosting(o, await posting(o, n, { campaign: id, road }), n)
    yield day
    const open = (await o.rows(by, 'ads.posting', { campaign: id })).some((p) => p.status !== 'closed')
    if (open) return
    await o.act(by, c, id, 'finishRoad', { road })
  }
  await o.act(by, c, id, 'finish')
}
const adStreet: Story = async function* (o) {
  const t = 'ads.street'
  const n = someStreet(o)
  const by = `jiedao${n}`
  const asked = {
    road: `${o.random.pick(roads)}(${o.date().slice(5)})`,
    unsatisfactory: 8,
    dueOn: o.date(120),
    scheme: [await o.photo('方案')],
  }
  const id = await o.open(by, t, asked, o.place(n))
  yield 3 * day
  await o.act(head, t, id, 'review', { result: 'pass', reviewers: '陈教授等5人', opinion: '与街巷风貌协调' })
  yield 6 * day
  const works = [
    { name: '老字号匾额', shop: '大麻糕店', isExample: true },
    { name: '立体字', shop: '书店', isExample: false },
  ]
  await o.act(by, t, id, 'change', { changed: 8, works })
  yield 2 * day
  await o.act(head, t, id, 'accept', { doneOn: o.date(), photos: [await o.photo('示范街')] })
}
const facade: Story = async function* (o) {
  const f = 'ads.facade'
  const n = someStreet(o)
  const by = `jiedao${n}`
  const unit = `${o.random.integer(1, 30)}号楼`
  const id = await o.open(
    by,
    f,
    { road: o.random.pick(roads), unit, state: 'worn', lengthM: 46.5, photos: [await o.photo('现状')] },
    o.place(n),
  )
  yield 3 * day
  await o.act(by, f, id, 'design', { design: [await o.photo('设计')], hasLighting: true })
  yield 4 * day
  const consents = Array.from({ length: 12 }, (_, k) => ({ owner: `${k + 1}室`, isAgreed: k < 9 }))
  await o.act(by, f, id, 'build', { consents, builder: '湖滨建筑装饰公司' })
  yield 9 * day
  await o.act(head, f, id, 'finish', { doneOn: o.date(), afterPhotos: [await o.photo('竣工')] })
}
/** Boards on roofs are surveyed, put on the list of a plan and taken down one by one. */
const zeroPlan: Story = async function* (o) {
  const [s, z] = ['ads.site', 'ads.zero-plan']
  if ((await o.rows(head, z)).length > 0) return
  const board = {
    form: 'board',
    widthM: 8,
    heightM: 3,
    pieces: 1,
    isElevated: false,
    coversWindow: false,
    coversEscape: false,
    carrier: 'none',
  }
  const made: string[] = []
  for (let n = 1; n <= 3; n++) {
    const code = `WD-${o.date().replaceAll('-', '')}-${n}`
    const entry = { code, address: `${roads[n] ?? roads[0]}楼顶`, owner: '湖滨传媒有限公司', photos: [await o.photo('楼顶广告')] }
    const id = await o.open('zhongdui11', s, entry, o.place(1))
    await o.act(head, s, id, 'survey', { ...board, photos: [await o.photo('测量')] })
    made.push(id)
  }
  yield hour
  await o.open(
    'jiedao1',
    z,
    { name: '屋顶广告清零', groups: ['roof'], isElevatedOnly: false, dueOn: o.date(40), person: '李科长' },
    o.place(1),
  )
  for (const id of made.slice(0, 2)) {
    yield 4 * day
    await o.act('zhongdui11', s, id, 'order', {
      reason: 'roof',
      noticeNo: `责改${o.random.integer(100, 999)}`,
      dueOn: o.date(10),
    })
    yield 3 * day
    await o.act('zhongdui11', s, id, 'remove', { removedOn: o.date(), afterPhotos: [await o.photo('拆除后')] })
    yield day
    await o.act(head, s, id, 'recheck', { photos: [await o.photo('复查')] })
  }
}
const ways = [
  ['广场北盲道', 'blind'],
  ['车站盲道', 'blind'],
  ['政务大厅坡道', 'ramp'],
  ['人民路学院路口缘石坡道', 'kerbRamp'],
] as const
const beginWays: Story = async function* (o) {
  if ((await o.rows(data, 'municipal.facility')).length > 0) return
  for (const [n, [name, kind]] of ways.entries())
    await o.add(
      data,
      'municipal.facility',
      { name, kind, state: 'usable', lengthM: 80 + n * 40 },
      o.place((n % o.town.streets.length) + 1),
    )
  await o.add(data, 'municipal.pot', { year: o.year(), amountFen: 60_000_000 })
  yield 1
}
const wayCheck: Story = async function* (o) {
  const a = 'municipal.access-check'
  const facility = o.random.pick((await o.rows(data, 'municipal.facility')).filter((f) => f.kind === 'blind'))
  if (!facility || facility.state !== 'usable') return
  const isBlocked = o.random.chance(0.5)
  const photos = [await o.photo('盲道')]
  const seen = {
    facility: facility.id,
    photos,
    ...(isBlocked ? { result: 'blocked', note: '共享单车占用' } : { result: 'usable' }),
  }
  const id = await o.open('jiedao1', a, seen, o.place(1))
  if (!isBlocked) return
  yield o.random.chance(0.2) ? 3 * day : 5 * hour
  await o.act('chuzhi11', a, id, 'clear', { fixNote: '已清走8辆', photos })
}
const orphan: Story = async function* (o) {
  const p = 'municipal.orphan'
  const known = await o.rows(desk, p)
  const things = [
    ['断头桥', 'bridge', 80, 'major'],
    ['老化工厂门前路', 'road', 1200, 'general'],
    ['改制企业宿舍路', 'road', 640, 'major'],
  ] as const
  const thing = things[known.length]
  if (!thing) return
  const [name, kind, areaM2, hazard] = thing
  const values = { name, kind, areaM2, hazard, history: '规划、住建、街道均无权属', photos: [await o.photo('失管设施')] }
  const id = await o.open('jiedao2', p, values, o.place(2))
  yield day
  await o.act(desk, p, id, 'call', { notice: `公告${o.year()}-${known.length + 1}` })
  if (hazard !== 'major') return
  yield 2 * day
  await o.act(leader, p, id, 'keep', { keeper: '市政设施养护所', paper: `湖城管〔${o.year()}〕${known.length + 7}号` })
  yield 4 * day
  await o.act(desk, p, id, 'spend', { on: o.date(), what: '围护与补坑', costFen: 300_000 })
  yield 5 * day
  await o.act(leader, p, id, 'adopt', { paper: `湖城管〔${o.year()}〕${known.length + 8}号` })
}
const volunteersOf = async (o: Desk) => (await o.rows('jiedao1', 'volunteers.volunteer')).slice(0, 6)
const programme: Story = async function* (o) {
  const team = (await o.rows('jiedao1', 'volunteers.team', { status: 'active' }))[0]
  if (!team) return
  let [found] = (await o.rows('jiedao1', 'volunteers.programme')).map((p) => p.id)
  found ??= await o.add('jiedao1', 'volunteers.programme', {
    ...{ name: '分类手册上门', aim: '上门送手册讲分类', team: team.id, isFeatured: true, beganOn: o.date() },
  })
  const s = 'volunteers.session'
  const form = {
    programme: found,
    name: `${o.random.pick(['东苑', '春晖', '湖畔'])}小区专场`,
    heldOn: o.date(1),
    place: '小区广场',
    seats: 20,
  }
  const session = await o.file('jiedao1', s, form)
  yield day
  const at = o.place(1)
  const came: string[] = []
  const busy = new Set((await o.rows('jiedao1', 'volunteers.service', { status: 'serving' })).map((s) => s.volunteer))
  for (const volunteer of (await volunteersOf(o)).filter((v) => !busy.has(v.id)).slice(0, 3))
    came.push(await o.open('jiedao1', 'volunteers.service', { volunteer: volunteer.id, what: form.name, session }, at))
  yield 2 * hour
  for (const id of came) {
    await o.act('jiedao1', 'volunteers.service', id, 'checkOut', at)
    await o.act('jiedao1', 'volunteers.service', id, 'verify', { isOk: 'yes' })
  }
  const held = { beneficiaries: o.random.integer(40, 160), score: 4.8, feedback: '居民欢迎', photos: [await o.photo('活动')] }
  await o.act('jiedao1', s, session, 'hold', held)
}
const emergency: Story = async function* (o) {
  const [e, s] = ['volunteers.emergency', 'volunteers.shift']
  const people = await volunteersOf(o)
  if (people.length < 3) return
  const id = await o.file(leader, e, { name: `寒潮应急志愿服务(${o.date().slice(5)})`, basis: '指挥部通知', startedOn: o.date() })
  const shifts: string[] = []
  for (const volunteer of people.slice(0, 3)) {
    const form = { emergency: id, post: 'highway', place: '高速东出口', dayOn: o.date(), slot: 'night', kit: '反光衣' }
    shifts.push(await o.file('jiedao1', s, { ...form, volunteer: volunteer.id }))
  }
  yield 9 * hour
  for (const [n, shift] of shifts.entries())
    await o.act('jiedao1', s, shift, 'done', n === 2 ? { isThere: 'no', note: '请假' } : { isThere: 'yes' })
  yield day
  await o.act(leader, e, id, 'end', { endedOn: o.date(), summary: '天气转好,解除' })
}
export const streetWorksDiary: Readonly<Record<string, Entry>> = {
  'begin ways': { on: once(0), hour: 6.1, tell: beginWays },
  'zero plan': { on: once(2), hour: 9.2, tell: zeroPlan },
  glass: { on: every(5, 1), hour: 10.2, tell: glass },
  'ad campaign': { on: every(17, 3), hour: 9.7, tell: adCampaign },
  'ad street': { on: every(16, 5), hour: 14.2, tell: adStreet },
  facade: { on: every(10, 2), hour: 15.3, tell: facade },
  'way check': { on: every(4), hour: 9.4, tell: wayCheck },
  orphan: { on: every(9, 4), hour: 10.8, tell: orphan },
  programme: { on: every(8, 3), hour: 9.1, tell: programme },
  emergency: { on: every(23, 7), hour: 8.5, tell: emergency },
}
