/** 审批与备案 of the simulated hall beside its counter: building projects filed and accepted, a promotion's ground, gas licences looked at again, old trucks leaving, evening service, what is often asked. */
import { type Desk, day, type Entry, every, hour, once, type Story, type Values } from './story.ts'

const [clerk, reviewer, second, head, head2, officer, data] = [
  'chuangkou1',
  'shencha1',
  'shencha2',
  'shenpi1',
  'shenpi2',
  'zhongdui11',
  'shuju',
] as const
const site = (o: Desk): { lon: number; lat: number } => o.place(1)
const ring = ({ lon, lat }: { lon: number; lat: number }, half: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon - half, lat - half],
      [lon + half, lat - half],
      [lon + half, lat + half],
      [lon - half, lat + half],
      [lon - half, lat - half],
    ],
  ],
})
const projects = [
  ['P-101', '湖滨花园', 'residential', 900, 90_000],
  ['P-102', '湖滨广场', 'mall', 0, 45_000],
  ['P-103', '文昌雅苑', 'residential', 620, 64_000],
  ['P-104', '云帆科创园', 'office', 0, 38_000],
] as const
const begin: Story = async function* (o) {
  if ((await o.rows(clerk, 'permits.project')).length > 0) return
  for (const [code, name, kind, households, floorM2] of projects) {
    const values = { code, name, kind, developer: `${name}置业公司`, households, floorM2, landM2: 30_000 }
    await o.add(clerk, 'permits.project', values, o.place(1))
  }
  for (const [name, level, at] of [
    ['湖滨商圈', 'allowed', o.place(1)],
    ['学校周边', 'banned', o.place(2)],
  ] as const)
    await o.add(
      data,
      'permits.ad-zone',
      {
        name,
        level,
        forms: ['wall', 'screen'],
        maxAreaM2: 60,
        maxMonths: 12,
        plan: '户外广告总体规划',
        validFrom: `${o.year()}-01-01`,
      },
      { geometry: ring(at, 0.0012) },
    )
  yield 1
}
const projectOf = async (o: Desk, kind: string, not: string): Promise<string | undefined> => {
  const taken = new Set((await o.rows(reviewer, not)).map((r) => r.project))
  return (await o.rows(clerk, 'permits.project')).find((p) => p.kind === kind && !taken.has(p.id))?.id
}
const filing: Story = async function* (o) {
  const [f, part] = ['permits.filing', 'permits.filing-part']
  const project = await projectOf(o, 'residential', f)
  if (!project) return
  const parts = ['lighting', 'sanitation', 'muck', 'parking']
  const sizes = { lamps: 60, bins: 4, muckM3: 8000, berths: 700 }
  const id = await o.open(clerk, f, { project, parts, ...sizes, papers: [await o.photo('申报材料')] }, site(o))
  const rows = await o.rows(reviewer, part, { filing: id })
  yield 2 * day
  for (const [n, row] of rows.entries()) {
    if (n > 0) await o.act(reviewer, part, row.id, 'pass', { opinion: '符合' })
    else await o.act(second, part, row.id, 'sendBack', { opinion: '数量与图纸不一致' })
    yield 5 * hour
  }
  const last = rows[0]?.id
  if (!last) return
  yield 3 * day
  await o.act(clerk, part, last, 'resubmit', { quantity: 720, papers: [await o.photo('修改稿')] })
  yield day
  await o.act(second, part, last, 'pass', { opinion: '符合' })
  yield day
  await o.act(head, f, id, 'conclude', { conclusion: '各部分均符合,予以备案' })
}
const facilities = ['lighting', 'sanitation', 'greening'] as const
const simultaneous: Story = async function* (o) {
  const s = 'permits.simultaneous'
  const [project] = await o.rows(clerk, 'permits.project')
  const known = (await o.rows(officer, s)).length
  const facility = facilities[known]
  if (!project || !facility) return
  const id = await o.open(officer, s, { project: project.id, facility }, site(o))
  const reach = async (action: string, phase: string): Promise<void> =>
    o.act(officer, s, id, action, { phase, on: o.date(), evidence: [await o.photo('进度')] })
  await reach('facilityReached', 'design')
  yield day
  await reach('mainReached', 'design')
  yield 4 * day
  await reach('mainReached', 'build')
  yield 5 * day
  await reach('facilityReached', 'build')
  if (known > 0) return
  yield 4 * day
  await reach('facilityReached', 'accept')
  await reach('mainReached', 'accept')
}
const opinions = (names: readonly string[]): readonly Values[] => names.map((item) => ({ item, result: 'pass' }))
const lightingItems = ['照度与均匀度', '功率密度', '灯具选型', '供电与控制', '光污染限制'] as const
const lighting: Story = async function* (o) {
  const [s, d, p] = ['permits.lighting-scheme', 'permits.lighting-drawing', 'permits.lighting-acceptance']
  const project = (await projectOf(o, 'residential', s)) ?? (await projectOf(o, 'mall', s))
  if (!project) return
  const scheme = await o.open(clerk, s, { project, lamps: 3, papers: [await o.photo('照明方案')] }, site(o))
  yield 2 * day
  await o.act(reviewer, s, scheme, 'review', { opinions: opinions(lightingItems) })
  yield 3 * day
  const sheets = ['D-01', 'D-02']
  const drawing = await o.open(clerk, d, { scheme, sheets, papers: [await o.photo('施工图')] }, site(o))
  yield 2 * day
  await o.act(reviewer, d, drawing, 'review', { opinions: opinions(sheets) })
  yield 6 * day
  const parties = { authority: '城市照明管理所', owner: '湖滨置业', builder: '湖滨照明工程公司' }
  const id = await o.open(clerk, p, { drawing, ...parties }, site(o))
  yield day + 11 * hour
  const at = site(o)
  const lamps = [1, 2, 3].map((n) => ({
    ...{
      code: `32990101037${String(o.random.integer(800_000, 899_999) + n).slice(-6)}`,
      name: `小区${n}号灯`,
      ...at,
      result: 'pass',
    },
  }))
  const seen = {
    isLit: true,
    isBright: true,
    isSafe: true,
    isControlled: true,
    takenAt: o.at(-1, 20.2),
    photos: [await o.photo('夜间')],
  }
  await o.act(officer, p, id, 'inspect', { ...seen, lamps })
}
const sanitation: Story = async function* (o) {
  const s = 'permits.sanitation-review'
  const isMall = (await o.rows(reviewer, s)).length === 0
  const project = await projectOf(o, isMall ? 'mall' : 'residential', s)
  if (!project) return
  const enough = isMall ? { bins: 22, rooms: 2, toilets: 4, stations: 0 } : { bins: 4, rooms: 1, toilets: 0, stations: 0 }
  const id = await o.open(clerk, s, { project, ...enough, papers: [await o.photo('环卫方案')] }, site(o))
  yield 3 * day
  await o.act(reviewer, s, id, 'pass', { opinion: '符合配建标准' })
  if (!isMall) return
  yield 9 * day
  await o.act(officer, s, id, 'accept', { ...enough, photos: [await o.photo('验收')] })
}
const delivery: Story = async function* (o) {
  const p = 'permits.delivery-check'
  const [project] = await o.rows(clerk, 'permits.project', { kind: 'residential' })
  if (!project) return
  const building = `${(await o.rows(officer, p)).length + 1}幢`
  const id = await o.open(officer, p, { project: project.id, building, expected: 3, housing: 'zhujian@hubin.example' }, site(o))
  for (const [n, unit] of ['101', '102', '103'].entries()) {
    yield 2 * hour
    const found = n === 0 ? { result: 'illegal', note: '下挖院子' } : { result: 'clean' }
    await o.act(officer, p, id, 'checkUnit', { unit, ...found, photos: [await o.photo('户内')] })
  }
  if (o.random.chance(0.4)) return
  yield 4 * day
  await o.act(officer, p, id, 'clear', { unit: '101', photos: [await o.photo('恢复')] })
  await o.act(officer, p, id, 'sign', { opinion: '合格' })
}
const drawingReview: Story = async function* (o) {
  const r = 'permits.design-review'
  const project = o.random.pick(await o.rows(clerk, 'permits.project'))
  if (!project) return
  const advice = ['取消可封闭的设备平台', '底层院墙透空']
  const held = { departments: ['住建局', '自然资源局'], heldOn: o.date(), topic: `${String(project.name)}方案审查` }
  const id = await o.open(
    reviewer,
    r,
    { project: project.id, kind: 'drawing', ...held, advice, papers: [await o.photo('会审')] },
    site(o),
  )
  yield 3 * day
  await o.act(reviewer, r, id, 'reply', { index: 1, reply: 'adopted', note: '已改图' })
  yield 2 * day
  if (o.random.chance(0.7)) await o.act(reviewer, r, id, 'reply', { index: 2, reply: 'declined', note: '无院墙' })
}
const compound: Story = async function* (o) {
  const x = 'permits.compound-acceptance'
  const project = await projectOf(o, 'residential', x)
  if (!project) return
  const id = await o.open(clerk, x, { project, visitOn: o.date(2) }, site(o))
  yield 2 * day
  for (const sheet of ['sanitation', 'lighting', 'illegal', 'parking'])
    await o.act(officer, x, id, 'fill', { sheet, result: 'pass', note: '现场核对', photos: [await o.photo('验收')] })
  yield 3 * hour
  await o.act(officer, x, id, 'finish', { opinion: '四项合格' })
}
const gasFirms = ['安达燃气', '南桥燃气', '湖滨港华', '顺通液化气'] as const
const gas: Story = async function* (o) {
  const g = 'permits.gas-recheck'
  if ((await o.rows(officer, g)).length > 0) return
  const all = {
    hasSite: true,
    hasStaff: true,
    hasEmergency: true,
    hasStorage: true,
    note: '现场核查',
    photos: [await o.photo('场站')],
  }
  for (const [n, holder] of gasFirms.entries()) {
    const licence = `苏燃${o.year()}00${n + 1}`
    const values = { batch: `${o.year()}年再核查`, holder, holderCode: `91320499MA1GAS00${n + 1}X`, licence }
    const id = await o.open(officer, g, values, site(o))
    yield 2 * day
    if (n === 1) await o.act(officer, g, id, 'check', { ...all, hasStorage: false, result: 'rectify', revisitOn: o.date(10) })
    else if (n < 3) await o.act(officer, g, id, 'check', { ...all, result: 'pass' })
  }
}
/** Ground taken for a few days by a promotion: drawn on the map, granted, seen by whoever walks there. */
const promotion: Story = async function* (o) {
  const a = 'permits.application'
  const items = (
    await o.get<{ rows: readonly { id: string; kind: string; documents: readonly string[] }[] }>(clerk, '/public/permits/items')
  ).rows
  const item = items.find((i) => i.kind === 'promo')
  if (!item) return
  const at = site(o)
  const firm = `湖滨商场${o.date().slice(5)}`
  const applicant = { applicantKind: 'org', applicantName: firm, applicantCode: '91320499MA1PRM001X', phone: '13900001234' }
  const values = {
    ...{ item: item.id, mode: 'ordinary', channel: 'window', ...applicant, address: '湖滨广场南侧', documents: item.documents },
    ...{
      fromOn: o.date(6),
      toOn: o.date(10),
      areaM2: 105,
      drawing: ring(at, 0.00005),
      cleaningDuty: '日清',
      safetyDuty: '专人值守',
    },
  }
  const id = await o.open(clerk, a, values, { action: 'applyPromo', ...at })
  yield 2 * hour
  await o.act(clerk, a, id, 'accept')
  yield 5 * hour
  if ((await o.row(clerk, a, id)).needsSiteCheck === true) {
    const seen = { coChecker: o.person(second), checkNote: '现场与申请一致', checkPhotos: [await o.photo('现场')] }
    await o.act(reviewer, a, id, 'siteCheck', seen)
  }
  yield 3 * hour
  await o.act(reviewer, a, id, 'propose', { review: '符合条件', isGranted: 'yes' })
  yield 4 * hour
  await o.act(head, a, id, 'grant', {})
  const { feeFen } = await o.row(clerk, a, id)
  if (Number(feeFen) > 0) await o.act(clerk, a, id, 'pay', { paidOn: o.date(), voucher: `ZD-${o.random.integer(100, 999)}` })
  await o.act(clerk, a, id, 'deliver', { delivery: 'window' })
}
/** An old truck leaves the list; where the register has none yet, one is entered first. */
const truck: Story = async function* (o) {
  const code = '91320499MA1MUCK11X'
  const admitted = await o.rows(data, 'permits.truck', { state: 'admitted' })
  if (admitted.length < 2 && (await o.rows(data, 'permits.hauler', { code })).length === 0) {
    await o.add(data, 'permits.hauler', { name: '通达渣土运输公司', code, state: 'admitted', admittedOn: o.date(-200) })
    for (const n of [1, 2, 3])
      await o.add(data, 'permits.truck', {
        ...{ plate: `苏D8800${n}`, haulerCode: code, haulerName: '通达渣土运输公司', isNewType: n > 1, hasSafetySystem: true },
        ...{ state: 'admitted', admittedOn: o.date(-200) },
      })
  }
  const leaving = (await o.rows(data, 'permits.truck', { state: 'admitted' })).at(-1)
  if (!leaving) return
  const id = await o.file(officer, 'permits.truck-exit', {
    plate: leaving.plate,
    ground: 'old',
    reason: '发动机老化、排放不达标',
  })
  yield 2 * day
  if (o.random.chance(0.75)) await o.act(head, 'permits.truck-exit', id, 'approve')
}
/** Saturdays somebody sits at the counter; who has booked comes, or not. */
const evening: Story = async function* (o) {
  const p = 'permits.appointment'
  await o.add(clerk, 'permits.duty-slot', { window: '3号窗口', person: o.person(clerk), fromAt: o.at(2, 9), toAt: o.at(2, 12) })
  const made: string[] = []
  for (const [n, name] of ['王某', '李某', '周某'].entries()) {
    const values = {
      itemName: o.random.pick(['停车场备案', '占道审批', '店招备案']),
      name,
      phone: `1390000${5000 + n}`,
      slotAt: o.at(2, 10),
    }
    const { number } = await o.outside<{ number: string }>('permits/appointments', { values })
    made.push(...(await o.rows(clerk, p, { number })).map((r) => r.id))
  }
  yield 2 * day + hour
  for (const [n, id] of made.entries()) {
    if (n === 2) {
      await o.act(clerk, p, id, 'miss')
      continue
    }
    await o.act(clerk, p, id, 'arrive')
    yield 8
    await o.act(clerk, p, id, 'call')
    yield 12
    await o.act(clerk, p, id, 'serve', { served: 1 })
  }
}
/** What many have asked is answered for all. */
const often: Story = async function* (o) {
  yield 1
  const { rows } = await o.get<{ rows: readonly { topic: string; isFrequent: boolean }[] }>(
    clerk,
    '/permits/consultations/topics',
  )
  const known = new Set((await o.rows(clerk, 'permits.faq')).map((f) => f.topic))
  const next = rows.find((r) => r.isFrequent && !known.has(r.topic))
  if (!next) return
  const answer = '在线提交申请表与图纸,窗口一次性告知;符合条件的当场办结。'
  await o.post(clerk, '/permits/consultations/publish', { topic: next.topic, question: `${next.topic}怎么办理`, answer })
}
const revised = [
  'name',
  'legalDays',
  'promisedDays',
  'documents',
  'deferrable',
  'steps',
  'needsSiteCheck',
  'canCommit',
  'commitDays',
] as const
const more = ['canDefer', 'deferDays', 'onlineApply', 'onlineSupplement', 'onlinePay', 'onlineDeliver'] as const
/** An item is made a day shorter: proposed by one head, approved by the other. */
const shorter: Story = async function* (o) {
  const p = 'permits.item-revision'
  const items = await o.rows(head, 'permits.item')
  const item = items.find((i) => i.code === 'XK02' && !i.validTo) ?? items.find((i) => Number(i.promisedDays) > 3 && !i.validTo)
  if (!item || (await o.rows(head, p)).length > 1) return
  const kept = Object.fromEntries([...revised, ...more].map((k) => [k, item[k]]))
  const { name: _name, legalDays: _legal, ...rest } = kept
  const values = {
    ...rest,
    item: item.id,
    promisedDays: Number(item.promisedDays) - 1,
    validFrom: o.date(20),
    reason: '压缩承诺时限',
  }
  const id = await o.file(head, p, values)
  yield 3 * day
  await o.act(head2, p, id, 'approve')
}
export const permitsDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 8.6, tell: begin },
  filing: { on: ({ passed }) => passed % 25 === 1, hour: 9.6, tell: filing },
  simultaneous: { on: every(11, 2), hour: 10.4, tell: simultaneous },
  lighting: { on: ({ passed }) => passed % 18 === 2, hour: 9.1, tell: lighting },
  sanitation: { on: ({ passed }) => passed % 14 === 3, hour: 10.1, tell: sanitation },
  delivery: { on: every(8, 1), hour: 9.3, tell: delivery },
  'drawing review': { on: every(8, 5), hour: 14.4, tell: drawingReview },
  compound: { on: ({ passed }) => passed % 17 === 5, hour: 9.2, tell: compound },
  gas: { on: once(4), hour: 10.2, tell: gas },
  promotion: { on: every(10, 3), hour: 9.4, tell: promotion },
  truck: { on: every(9, 6), hour: 15.4, tell: truck },
  evening: { on: ({ weekday }) => weekday === 4, hour: 9.1, tell: evening },
  often: { on: every(6, 4), hour: 16.4, tell: often },
  shorter: { on: ({ passed }) => passed % 40 === 7, hour: 11.3, tell: shorter },
}
