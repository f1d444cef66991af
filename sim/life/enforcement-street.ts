/** What officers of the simulated district meet in their streets: duties not done, checks of waste, fires, revenue of owners, railways, flyers and their numbers. */
import { addParty, beatOf, clerk, head, jurist } from './enforcement-lists.ts'
import { streetOf } from './near.ts'
import { type Desk, day, hour, minute, type Story, type Values } from './story.ts'

const issues = {
  'frontage-issue': { address: '门前', description: '店外堆物,门前油污', extra: { duty: 'sanitation' } },
  'greening-damage': {
    address: '公共绿地',
    description: '毁绿种菜',
    extra: { damage: 'destroy', species: '麦冬', damagedM2: 12 },
  },
  obstacle: {
    address: '退红线区域',
    description: '私设地锁',
    extra: { kind: 'lock', pieces: 4, owner: '沿街商户', isInside: true },
  },
  'compound-case': {
    address: '小区内',
    description: '堵占消防通道',
    extra: { class: 'fireLane', reportedBy: '安居物业', partners: ['街道', '消防救援大队'] },
  },
} as const
/** Found, ordered, put right, and seen by somebody else that it is. */
export const issue = (kind: keyof typeof issues): Story =>
  async function* (o) {
    const p = `enforcement.${kind}`
    const { officer, partner, place, road } = beatOf(o)
    const { address, description, extra } = issues[kind]
    const [compound] = kind === 'compound-case' ? await o.rows(officer, 'grid.compound') : []
    const found = { address: `${road}${address}`, description, photos: [await o.photo('整改前')], ...extra }
    const id = await o.open(officer, p, { ...found, ...(compound ? { compound: compound.id } : {}) }, place)
    yield 3 * hour
    if (o.random.chance(0.1)) return void (await o.act(officer, p, id, 'drop', { reason: '经核不在管辖范围' }))
    await o.act(officer, p, id, 'order', { note: '责令三日内改正' })
    yield o.random.chance(0.15) ? 6 * day : o.random.integer(1, 3) * day
    if (o.random.chance(0.15)) return
    const fix = async () => ({ fixedBy: 'owner', result: '已自行整改', afterPhotos: [await o.photo('整改后')] })
    await o.act(officer, p, id, 'report', await fix())
    yield 5 * hour
    if (o.random.chance(0.2)) {
      await o.act(partner, p, id, 'back', { reason: '尚有一处未清理' })
      yield day
      await o.act(officer, p, id, 'report', await fix())
      yield 3 * hour
    }
    const area = kind === 'greening-damage' ? { restoredM2: 12 } : {}
    await o.act(partner, p, id, 'clear', { checkPhotos: [await o.photo('复查')], ...area })
  }
const outcomes = ['pass', 'educated', 'guided', 'ordered'] as const
export const wasteCheck = (kind: 'sorting-check' | 'food-waste-check'): Story =>
  async function* (o) {
    const p = `enforcement.${kind}`
    const { officer, partner, place, road } = beatOf(o)
    const party = await addParty(o, officer, 'org', kind === 'sorting-check' ? '超市有限公司' : '餐饮有限公司')
    const outcome = o.random.pick(outcomes)
    const said = { pass: '符合要求', educated: '混投,当场分拣', guided: '台账不全,指导完善', ordered: '未按规定交运,限期整改' }[
      outcome
    ]
    const own =
      kind === 'sorting-check'
        ? { link: 'drop', place: 'shop' }
        : { subjectKind: 'restaurant', hasContract: 'yes', volumeKg: String(o.random.integer(20, 90)) }
    const given = { party, coOfficer: o.person(partner), address: road, outcome, findings: said, photos: [await o.photo('检查')] }
    const id = await o.open(officer, p, { ...given, ...own }, place)
    if (outcome !== 'ordered') return
    yield o.random.integer(3, 7) * day
    const orders = await o.rows(officer, 'enforcement.measure', { parentId: id, status: 'ordered' })
    for (const { id: order } of orders)
      await o.act(officer, 'enforcement.measure', order, 'recheck', {
        isHeeded: true,
        outcome: '已整改到位',
        afterPhotos: [await o.photo('复查')],
      })
  }
export const fire: Story = async function* (o) {
  const p = 'enforcement.fire'
  const { officer, place, road, unit } = beatOf(o)
  const isBarbecue = o.random.chance(0.5)
  const [what, finder] = [isBarbecue ? 'barbecue' : 'burning', o.random.pick(['patrol', 'citizen'] as const)]
  const seen = { class: what, finder, address: road, material: isBarbecue ? '木炭' : '落叶', seenAt: o.at(0, 19), unit }
  yield minute
  const id = await o.open(officer, p, { ...seen, photos: [await o.photo('火点')] }, place)
  yield 20
  if (o.random.chance(0.15)) return void (await o.act(officer, p, id, 'drop', { reason: '室内经营,无明火外露' }))
  await o.act(officer, p, id, 'putOut', { outPhotos: [await o.photo('扑灭')] })
  yield hour
  const { isRepeated } = await o.row(officer, p, id)
  const party = await addParty(o, officer, 'person')
  const outcome = isRepeated ? 'penalty' : 'educate'
  await o.act(officer, p, id, 'handle', { outcome, party, note: isRepeated ? '多次焚烧,立案' : '当场教育,签承诺' })
  yield 20 * hour
  if (o.random.chance(0.15)) return
  await o.act(officer, p, id, 'recheck', { isOut: true, note: '未复燃', photos: [await o.photo('复查')] })
}
/** @param batch each compound once a batch */
export const revenue = (batch: string, index: number): Story =>
  async function* (o) {
    const p = 'enforcement.revenue-check'
    const compounds = await o.rows(head, 'grid.compound')
    const compound = compounds[index % Math.max(1, compounds.length)]
    if (!compound) return
    const n = Number(String(compound.areaCode ?? '').slice(6, 9)) || 1
    const { officer, place } = beatOf(o, Math.min(n, o.town.streets.length))
    const foundFen = o.random.integer(10, 60) * 1_000_000
    const seen = {
      compound: compound.id,
      batch,
      property: String(compound.property ?? '安居物业'),
      households: Number(compound.households) || 600,
    }
    const years = {
      yearFrom: o.year() - 3,
      yearTo: o.year() - 1,
      isPublished: 'no',
      foundFen,
      findings: '电梯广告、场地租金未入账',
    }
    const id = await o.open(officer, p, { ...seen, ...years }, place)
    yield o.random.integer(3, 8) * day
    const half = foundFen / 2
    await o.act(officer, p, id, 'giveBack', {
      amountFen: half,
      voucher: `YH${o.random.integer(1000, 9999)}`,
      slip: [await o.photo('回单')],
    })
    if (o.random.chance(0.35)) return
    yield 3 * day
    await o.act(officer, p, id, 'giveBack', {
      amountFen: foundFen - half,
      voucher: `YH${o.random.integer(1000, 9999)}B`,
      slip: [await o.photo('回单')],
    })
    await o.act(officer, p, id, 'publish', { photos: [await o.photo('公示栏')] })
  }
export const rail: Story = async function* (o) {
  const p = 'enforcement.rail-check'
  const project = o.random.pick(await o.rows(head, 'enforcement.rail-project'))
  const { officer, partner, place } = beatOf(o, 1)
  const outcome = project.isAgreed ? 'pass' : 'guided'
  const findings = project.isAgreed ? '监测数据正常,作业方案与批复一致' : '未征得同意即顶进,指导补办'
  const given = { project: project.id, coOfficer: o.person(partner), metro: '轨道公司 王工', findings, outcome }
  const id = await o.open(officer, p, { ...given, photos: [await o.photo('联合检查')] }, place)
  if (outcome === 'pass') return
  yield 5 * day
  await o.act(officer, p, id, 'recheck', {
    isHeeded: true,
    recheck: '已补办同意手续',
    photos: [await o.photo('复查')],
  })
}
const phones = ['13812340001', '18912340002', '13012340003', '13812340004'] as const
/** A flyer is taken, its number read or written down, the wall cleaned; the number is asked to be stopped. */
export const flyer: Story = async function* (o) {
  const p = 'enforcement.flyer'
  const { officer, place, road } = beatOf(o)
  const sheets = o.random.integer(2, 15)
  const kind = o.random.pick(['paste', 'paste', 'paint'] as const)
  const id = await o.open(
    officer,
    p,
    { kind, address: road, sheets, photos: [await o.photo('小广告')], content: '开锁换锁' },
    place,
  )
  yield 2 * hour
  if (o.random.chance(0.12)) return
  await o.act(officer, p, id, 'confirm', { more: [o.random.pick(phones)] })
  yield 3 * hour
  const done = { clearedSheets: sheets, afterPhotos: [await o.photo('清理后')], ...(kind === 'paint' ? { clearedM2: 1.5 } : {}) }
  await o.act(officer, p, id, 'clear', done)
  yield hour
  yield* stopPhones(o, officer)
}
async function* stopPhones(o: Desk, officer: string): AsyncGenerator<number, void> {
  const p = 'enforcement.flyer-phone'
  const [file] = await o.rows(officer, p, { status: 'seen' })
  if (!file) return
  const carriers = await o.rows(clerk, 'enforcement.carrier')
  const carrier = carriers.find((c) => c.operator === file.operator) ?? carriers[0]
  if (!carrier) return
  await o.act(officer, p, file.id, 'request', { carrier: carrier.id })
  yield o.random.integer(10, 40) * hour
  // Its time has passed without an answer, or it says no: either way it is forced.
  const isLapsed = (await o.row(officer, p, file.id)).status === 'declined'
  if (isLapsed || o.random.chance(0.25)) {
    if (!isLapsed) await o.act(clerk, p, file.id, 'decline', { answer: '号码已携出,须书面决定' })
    yield day
    await o.act(head, p, file.id, 'force', { reason: '多次发布小广告' })
    yield 3 * hour
  }
  await o.act(clerk, p, file.id, 'suspend', { answer: '已停机' })
}
/** After its days a number may come back, with the walls cleaned and a pledge. */
export const resume: Story = async function* (o) {
  const p = 'enforcement.flyer-phone'
  yield minute
  const before = o.at(-31, 0)
  const file = (await o.rows(head, p, { status: 'suspended' })).find((f) => String(f.suspendedAt ?? '9') < before)
  if (!file) return
  const papers = { cleaned: [await o.photo('清理')], pledge: [await o.photo('承诺书')] }
  await o.act(beatOf(o, streetOf(file)).officer, p, file.id, 'apply', { applicant: '李某', ...papers })
  yield day
  await o.act(head, p, file.id, 'resume')
}
export const reconcile: Story = async function* (o) {
  const p = 'enforcement.phone-reconciliation'
  const month = o.date().slice(0, 7)
  for (const carrier of (await o.rows(clerk, 'enforcement.carrier')).slice(0, 2)) {
    const ours = (await o.rows(clerk, 'enforcement.flyer-phone', { carrier: carrier.id })).map((f): Values => {
      const state = { suspended: 'suspended', forced: 'suspended', resumed: 'resumed' }[f.status] ?? 'requested'
      return { number: f.phone, state }
    })
    const id = await o.file(clerk, p, {
      carrier: carrier.id,
      month,
      theirs: [...ours, { number: '13999990001', state: 'suspended' }],
    })
    yield day
    if (o.random.chance(0.7)) await o.act(clerk, p, id, 'settle', { result: '所差号码为他区上报,已注明' })
  }
}
/** What a fixed camera caught is looked at by a person, told, heard, and only then a lead. */
export const capture: Story = async function* (o) {
  const p = 'enforcement.capture'
  const original = await o.original('picture')
  if (!original) return
  const { officer, place, road } = beatOf(o)
  const { id: file, sha256 } = original
  const seen = { device: o.random.pick(['DZ-01', 'DZ-02']), topic: 'muck', lawCode: 'V20', seenAt: o.at(0, 5), address: road }
  const id = await o.open(clerk, p, { ...seen, target: `苏D${o.random.integer(10_000, 99_999)}`, file: [file], sha256 }, place)
  yield o.random.integer(4, 30) * hour
  if (o.random.chance(0.2)) return void (await o.act(jurist, p, id, 'reject', { reason: '号牌不清' }))
  const party = await addParty(o, officer, 'org', '运输有限公司')
  await o.act(jurist, p, id, 'confirm', { party })
  yield 5 * hour
  const told = { phone: `139519${o.random.integer(10_000, 99_999)}`, words: '您的车辆涉嫌带泥上路,可查询并陈述申辩' }
  await o.act(officer, p, id, 'tell', told)
  yield 2 * day
  if (o.random.chance(0.3)) {
    await o.act(officer, p, id, 'object', { objection: '车辆当日已转让' })
    yield day
    await o.act(jurist, p, id, 'uphold', { review: '登记未变更,异议不成立' })
  }
  yield 12 * day
  if (o.random.chance(0.7)) await o.act(officer, p, id, 'file')
}
