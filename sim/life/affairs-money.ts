/** 项目、资金与公文 of the simulated district: projects by their parts, money asked for and spent, papers sent, files issued, a rule in the making. */
import { day, type Entry, every, hour, once, type Story } from './story.ts'

const [manager, leader] = ['kaohe1', 'juzhang'] as const
const [yard, hand] = ['市政设施养护所', 'chuzhi11'] as const
const project: Story = async function* (o) {
  const p = 'affairs.project'
  if ((await o.rows(manager, p)).length > 0) return
  const sub = (name: string, lengthM: number, wan: number, days: number) => ({
    name,
    lengthM,
    wan,
    fromOn: o.date(-20),
    dueOn: o.date(days),
  })
  const start = (name: string, kind: string, weight: string, subs: readonly object[]) =>
    o.file(manager, p, { name, kind, unit: o.unit(yard), weight, subs })
  const sewer = await start('雨污分流改造', 'renewal', 'length', [
    sub('一标段', 600, 220, 25),
    sub('二标段', 900, 310, 60),
    sub('三标段', 1500, 480, 8),
  ])
  const lanes = await start('背街小巷微改造', 'people', 'count', [sub('湖滨里', 260, 60, 20), sub('南苑弄', 180, 45, 20)])
  const go = async (id: string, name: string, stage: string, percent: number) =>
    o.act(hand, p, id, 'advance', { name, stage, percent, photos: [await o.photo('形象进度')] })
  for (const [name, stage, percent] of [
    ['一标段', 'building', 40],
    ['二标段', 'bidding', 0],
    ['三标段', 'building', 55],
    ['一标段', 'done', 100],
    ['二标段', 'building', 20],
  ] as const) {
    yield 4 * day
    await go(sewer, name, stage, percent)
    if (percent === 55 || stage === 'done') await go(lanes, stage === 'done' ? '湖滨里' : '南苑弄', 'done', 100)
  }
  yield day
  await o.act(leader, p, lanes, 'accept', { said: '同意验收' })
}
const budgets: Story = async function* (o) {
  const b = 'affairs.budget'
  if ((await o.rows(manager, b)).length > 0) return
  const year = o.year()
  const of = (at: number, fn: string, wan: number, area: number) =>
    o.file(manager, b, { year: at, function: fn, unit: o.unit(yard), wan, base: 'area', area })
  const last = await of(year - 1, 'sweeping', 800, 50)
  yield hour
  await o.act(leader, b, last, 'approve', { isOk: 'yes' })
  await o.act(hand, b, last, 'spend', { on: `${year - 1}-12-20`, wan: 768, item: '清扫保洁服务费', voucher: `PZ-${year - 1}-1` })
  await o.act(manager, b, last, 'close')
  const now = await of(year, 'sweeping', 820, 55)
  const green = await of(year, 'greening', 460, 55)
  const refused = await of(year, 'municipal', 1900, 55)
  yield day
  await o.act(leader, b, now, 'approve', { isOk: 'yes', said: '年中追加' })
  await o.act(leader, b, green, 'approve', { isOk: 'yes' })
  await o.act(leader, b, refused, 'approve', { isOk: 'no', said: '超出财力,压减后再报' })
  await of(year, 'lighting', 380, 55)
  await o.act(leader, b, now, 'add', { wan: 60, reason: '保洁面积增加' })
  for (let n = 1; n <= 6; n++) {
    yield 3 * day
    await o.act(hand, b, n % 2 ? now : green, 'spend', {
      on: o.date(),
      wan: o.random.integer(18, 40),
      item: '作业服务费',
      voucher: `PZ-${year}-${n}`,
    })
  }
}
const funds = [
  ['中央预算内投资', '老旧管网更新', 'nation', 3000],
  ['省级奖补', '生活垃圾分类', 'province', 300],
  ['市级专项', '口袋公园建设', 'city', 120],
  ['省级奖补', '智慧城管提升', 'province', 200],
  ['市级专项', '公厕改造', 'city', 90],
] as const
const fund: Story = async function* (o) {
  const f = 'affairs.fund'
  const known = await o.rows(manager, f)
  const [policy, name, grade, askedWan] = funds[known.length] ?? []
  if (!policy || !askedWan) return
  const id = await o.file(manager, f, { policy, name, grade, askedWan, deadlineOn: o.date(6) })
  if (known.length === 4) return
  yield 3 * day
  await o.act(manager, f, id, 'submit', { papers: [await o.photo('申报材料')] })
  yield 4 * day
  if (known.length === 3) return void (await o.act(manager, f, id, 'refuse', { reason: '排名靠后,未列入本批' }))
  const approvedWan = Math.round(askedWan * 0.8)
  await o.act(manager, f, id, 'approve', {
    paper: `财建〔${o.year()}〕${known.length + 12}号`,
    approvedOn: o.date(),
    approvedWan,
  })
  yield 3 * day
  await o.act(manager, f, id, 'arrive', {
    wan: Math.round(approvedWan * 0.6),
    arrivedOn: o.date(),
    voucher: `DZ-${known.length}-1`,
  })
  if (known.length === 0) return
  yield 4 * day
  await o.act(manager, f, id, 'arrive', {
    wan: approvedWan - Math.round(approvedWan * 0.6),
    arrivedOn: o.date(),
    voucher: `DZ-${known.length}-2`,
  })
}
const partners: Story = async function* (o) {
  const [b, p] = ['affairs.bond', 'affairs.ppp']
  if ((await o.rows(manager, b)).length > 0) return
  const [works] = await o.rows(manager, 'affairs.project')
  const bond = (name: string, planWan: number) => o.file(manager, b, { name, project: works?.id, unit: o.unit(yard), planWan })
  const id = await bond('污水处理提质专项债', 20_000)
  await bond('停车设施专项债', 8000)
  await o.act(manager, b, id, 'issue', { code: '2371001', wan: 10_000, rate: 3.2, on: o.date(), years: 15 })
  const ppp = (name: string, structure: string, years: number, share: number, from: number) =>
    o.file(manager, p, {
      ...{ name, structure, unit: o.unit(yard), partner: '某环境公司', partnerShare: share, investWan: 12_000, yearWan: 900 },
      ...{ fromOn: o.date(from), years, risks: [{ name: '进料量不足', bearer: 'government', level: 'high', measure: '保底量' }] },
    })
  const plant = await ppp('餐厨垃圾处理厂', 'bot', 20, 80, -800)
  const toilets = await ppp('公厕市场化保洁', 'service', 1, 0, -350)
  for (const [n, [what, wan]] of (
    [
      ['管道采购', 3200],
      ['施工进度款', 2600],
      ['监理费', 400],
    ] as const
  ).entries()) {
    yield 4 * day
    await o.act(manager, b, id, 'use', { on: o.date(), wan, payee: '市政工程公司', item: what, voucher: `ZQ-${n + 1}` })
  }
  await o.act(manager, p, plant, 'pay', { period: String(o.year() - 1), score: 81 })
  await o.act(manager, p, toilets, 'pay', { period: String(o.year()), score: 92 })
  await o.act(manager, p, plant, 'meet', { name: '进料量不足', said: '启动保底量测算' })
  yield 5 * day
  const { status } = await o.row(manager, p, toilets)
  if (status === 'handing') await o.act(leader, p, toilets, 'hand', { handed: ['公厕12座', '设备台账'] })
}
const review: Story = async function* (o) {
  const r = 'affairs.bid-review'
  if ((await o.rows(manager, r)).length > 0) return
  const experts = [
    ['何工', '省造价院', 'inside'],
    ['吕工', '省外设计院', 'outside'],
    ['施教授', '大学', 'inside'],
    ['孔工', '测算公司', 'inside'],
  ] as const
  const panel: { readonly expert: string }[] = []
  for (const [name, org, home] of experts)
    panel.push({ expert: await o.add(manager, 'affairs.expert', { name, org, home, field: '环卫造价' }) })
  const before = [
    { item: '人工', wan: 600 },
    { item: '机械', wan: 300 },
    { item: '不可预见费', wan: 100 },
  ]
  const open = (name: string) => o.file(manager, r, { name, party: '测算公司', reviewOn: o.date(2), before, panel })
  const id = await open('环卫一体化经费测算')
  yield 2 * day + hour
  for (const [name] of experts.slice(0, 3)) {
    await o.act(manager, r, id, 'declare', { name, conflict: 'none' })
    await o.act(manager, r, id, 'opine', { name, verdict: 'adjust', opinion: '取消不可预见费,机械按实核减' })
  }
  yield day
  await o.act(leader, r, id, 'conclude', { after: [before[0], { item: '机械', wan: 270 }], conclusion: '按评审后版本执行' })
  yield 8 * day
  await open('绿化养护经费测算')
}
const titles = ['做好市人大视察准备', '开展春季市容攻坚', '报送安全隐患排查情况', '落实夜间施工管控', '报送半年工作总结'] as const
const document: Story = async function* (o) {
  const [d, s] = ['affairs.document', 'affairs.slip']
  const templates = await o.rows(manager, 'affairs.template')
  const body = '{发文号}\n关于{标题}\n{事项},请于{期限}前回复。'
  const template = templates[0]?.id ?? (await o.add(manager, 'affairs.template', { name: '交办单', kind: 'task', body }))
  const receivers = [
    [yard, hand],
    ['环境卫生管理所', 'chuzhi31'],
    ['城市照明管理所', 'chuzhi61'],
  ] as const
  const id = await o.file(manager, d, {
    ...{ kind: 'task', template, title: o.random.pick(titles), matter: '请按职责抓好落实', replyOn: o.date(5) },
    receivers: receivers.map(([unit]) => ({ unit: o.unit(unit) })),
  })
  const slips = await o.rows(manager, s, { document: id })
  for (const [unit, by] of receivers) {
    const slip = slips.find((x) => x.unit === o.unit(unit))
    if (!slip) continue
    yield o.random.integer(5, 20) * hour
    await o.act(by, s, slip.id, 'receive')
    yield (o.random.chance(0.15) ? 6 : 1) * day
    if (o.random.chance(0.1)) continue
    await o.act(by, s, slip.id, 'reply', { reply: '已按要求落实' })
  }
}
const papers = ['道路洒水抑尘专项方案', '户外广告设置规则', '夜市管理办法(试行)', '网格员考核细则'] as const
const file: Story = async function* (o) {
  const f = 'affairs.file'
  const known = await o.rows(manager, f)
  const name = papers[known.length]
  if (!name) return
  const n = known.length
  const id = await o.file(manager, f, {
    ...{
      kind: n % 2 ? 'rule' : 'scheme',
      name,
      unit: o.unit(yard),
      summary: `${name}要点`,
      links: ['市容和环境卫生管理条例'],
      isPublic: n !== 3,
    },
  })
  yield day
  await o.act(manager, f, id, 'submit', { text: [await o.photo('送审稿')] })
  yield 2 * day
  if (n === 1) {
    await o.act(leader, f, id, 'sendBack', { reason: '补充依据' })
    yield day
    await o.act(manager, f, id, 'submit', { text: [await o.photo('送审稿')] })
    yield day
  }
  if (n === 3) return
  const term = { paper: `湖城管〔${o.year()}〕${21 + n}号`, fromOn: o.date(1), toOn: o.date(n === 0 ? 45 : 700) }
  await o.act(leader, f, id, 'issue', { as: n === 2 ? 'trial' : 'issued', ...term })
}
const legislation: Story = async function* (o) {
  const l = 'affairs.legislation'
  if ((await o.rows(manager, l)).length > 0) return
  const plan = (name: string, kind: string) =>
    o.file(manager, l, { name, kind: 'rule', planYear: o.year(), class: kind, unit: o.unit(yard), needsHearing: true })
  const id = await plan('市容环卫责任区管理办法', 'formal')
  await plan('共享单车停放管理规定', 'study')
  yield day
  await o.act(manager, l, id, 'ask', { draft: [await o.photo('征求意见稿')], askedTo: o.date(31) })
  for (const [no, [from, said, verdict]] of (
    [
      ['个体工商户协会', '责任范围应有图示', 'adopted'],
      ['市司法局', '罚则应与上位法衔接', 'adopted'],
      ['市民王某', '责任区应由政府全包', 'refused'],
    ] as const
  ).entries()) {
    yield 3 * day
    await o.act(manager, l, id, 'opinion', { from, clause: '第八条', said })
    await o.act(manager, l, id, 'treat', { no: no + 1, verdict, ...(verdict === 'refused' ? { reason: '上位法已有规定' } : {}) })
  }
  await o.act(manager, l, id, 'hear', { heardOn: o.date(), attendees: 15, hearing: '多数赞成,建议细化图示' })
}
export const moneyDiary: Readonly<Record<string, Entry>> = {
  project: { on: once(2), hour: 9.4, tell: project },
  budgets: { on: once(3), hour: 10.2, tell: budgets },
  fund: { on: every(3, 1), hour: 11.2, tell: fund },
  partners: { on: once(4), hour: 14.4, tell: partners },
  review: { on: once(6), hour: 9.7, tell: review },
  document: { on: every(3), hour: 10.1, tell: document },
  file: { on: every(5, 1), hour: 16.6, tell: file },
  legislation: { on: once(5), hour: 11.6, tell: legislation },
}
