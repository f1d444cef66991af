/** 内部工作 of the simulated bureau: the platform's second phase, projects gated by experts, the laboratory, standards, cooperation, publicity, openness and the team of eleven. */
import { handlers } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Story, workdays } from './story.ts'

const [keeper, leader, handler] = ['kaohe1', 'juzhang', 'chuzhi11'] as const
const isThere = async (o: Desk, definition: string): Promise<boolean> => (await o.rows(keeper, definition)).length > 0

const phase: Story = async function* (o) {
  const [p, m] = ['office.phase', 'office.module']
  if (await isThere(o, p)) return
  const modules = ['云脑', '数据采集', '评价', '舆情'].map((name) => ({ name, vendor: '湖滨数智科技公司' }))
  const values = { name: '综合管理服务平台二期', kind: 'platform', budgetFen: 500_000_000, finishBy: o.date(200), modules }
  const id = await o.file(keeper, p, values)
  for (const [n, module] of (await o.rows(keeper, m, { phase: id })).entries()) {
    yield 4 * day
    await o.act(keeper, m, module.id, 'online', { onlineOn: o.date() })
    if (n === 3) return
    if (n === 0) {
      await o.act(handler, m, module.id, 'problem', { title: '导出卡顿', fixDays: 3 })
      yield day
      const [problem] = await o.rows(keeper, 'office.problem', { status: 'open' })
      if (problem) await o.act(keeper, 'office.problem', problem.id, 'fix', { answer: '已优化查询' })
      yield day
      if (problem) await o.act(handler, 'office.problem', problem.id, 'confirm')
    }
    if (n === 1) await o.act(handler, m, module.id, 'problem', { title: '照片旋转方向不对', fixDays: 5 })
    await o.act(keeper, m, module.id, 'users', { users: o.random.integer(12, 60) })
    yield day
    if (n !== 1) await o.act(leader, m, module.id, 'accept', { acceptedOn: o.date(), conclusion: '合格' })
  }
}
const itProject: Story = async function* (o) {
  const p = 'office.it-project'
  if (await isThere(o, p)) return
  const values = { owner: '信息科', budgetFen: 80_000_000, planOn: o.date(200) }
  const id = await o.file(keeper, p, { ...values, name: '城市管理云脑', outline: '纲要第3条' })
  await o.file(keeper, p, { ...values, name: '大模型助手', outline: '纲要第5条' })
  const votes = ['李教授', '周研究员', '陈高工'].map((expert) => ({ expert, vote: 'pass' }))
  yield 6 * day
  await o.act(leader, p, id, 'toBuild', { contractFen: 76_000_000, buildSince: o.date(), votes })
  yield 20 * day
  await o.act(leader, p, id, 'toApply', { votes, applySince: o.date() })
  yield 5 * day
  await o.act(keeper, p, id, 'benefit', { on: o.date(), item: '节约巡查人力', valueFen: 12_000_000 })
}
const lab: Story = async function* (o) {
  const [p, m] = ['office.research', 'office.council-meeting']
  if (await isThere(o, 'office.council-member')) return
  const names = ['李教授', '周研究员', '陈高工', '王处长'] as const
  for (const [i, name] of names.entries())
    await o.add(keeper, 'office.council-member', {
      ...{ name, org: i < 2 ? '湖滨大学' : '市大数据局', role: i === 0 ? 'chair' : i === 1 ? 'vice' : 'member' },
      ...{ fromOn: `${o.year()}-01-01`, toOn: `${o.year() + 2}-12-31` },
    })
  const meeting = await o.file(keeper, m, { topic: '课题立项', meetOn: o.date(1) })
  const topic = { budgetFen: 10_000_000, endOn: o.date(200), proposal: '申报书', leader: '课题负责人' }
  const ids: string[] = []
  for (const [kind, name, field] of [
    ['lab', '案件智能派遣', '大数据'],
    ['lab', '渣土车识别', '视觉'],
    ['bureau', '道路冲洗节水', '环卫'],
    ['bureau', '行道树树洞修复', '园林'],
  ] as const)
    ids.push(await o.file(handler, p, { ...topic, kind, name, field }))
  yield day + hour
  const attendance = names.map((name, i) => ({ name, isPresent: i < 3 }))
  await o.act(keeper, m, meeting, 'hold', { attendance, decisions: '同意两项课题立项' })
  await o.file(keeper, m, { topic: '年度总结', meetOn: o.date(90) })
  yield day
  for (const id of ids.slice(0, 2)) await o.act(leader, p, id, 'approve', { meeting })
  await o.act(leader, p, ids[2] ?? '', 'approve')
  yield 9 * day
  await o.act(keeper, p, ids[0] ?? '', 'midCheck', { progress: '正常', isFit: true })
  await o.act(handler, p, ids[2] ?? '', 'spend', { amountFen: 2_600_000, voucher: 'KY-1' })
  yield 9 * day
  await o.act(leader, p, ids[0] ?? '', 'accept', { result: '派遣推荐模型', acceptedOn: o.date() })
  await o.act(keeper, p, ids[0] ?? '', 'use', { use: '用于派遣推荐' })
}
const standard: Story = async function* (o) {
  const p = 'office.standard'
  if (await isThere(o, p)) return
  const id = await o.file(keeper, p, {
    name: '城市管理物联网平台建设规范',
    level: 'group',
    role: 'lead',
    host: '市协会',
    joinedOn: o.date(-40),
  })
  await o.file(keeper, p, {
    name: '智慧城市 城市管理大数据',
    level: 'international',
    role: 'join',
    host: 'ISO',
    joinedOn: o.date(-20),
  })
  for (const clause of ['5.2', '5.3']) {
    yield 2 * day
    await o.act(handler, p, id, 'draft', { clause, drafter: '王工', sentOn: o.date() })
  }
  yield 3 * day
  await o.act(keeper, p, id, 'meet', { heldOn: o.date(), topic: '工作组会', who: '王工' })
  yield 6 * day
  const taken = [
    { clause: '5.2', isTaken: true },
    { clause: '5.3', isTaken: false },
  ]
  await o.act(keeper, p, id, 'submit', { taken })
  yield 8 * day
  await o.act(keeper, p, id, 'publish', { code: 'T/HBCG 001', publishedOn: o.date() })
}
const cooperation: Story = async function* (o) {
  const p = 'office.cooperation'
  if (await isThere(o, p)) return
  const deliverables = [{ name: '视频识别模型', dueOn: o.date(25) }]
  const term = { startOn: o.date(), endOn: o.date(150) }
  const id = await o.file(leader, p, { vendor: '云视科技公司', topic: '视频智能', ...term, deliverables })
  const later = await o.file(leader, p, {
    vendor: '湖滨大学',
    topic: '考核指标研究',
    startOn: o.date(),
    endOn: o.date(300),
    deliverables: [{ name: '研究报告', dueOn: o.date(200) }],
  })
  yield day
  const ask = { cooperation: id, outsider: '外部李工', system: '视频平台只读', purpose: '联调', untilOn: o.date(14) }
  const access = await o.file(keeper, 'office.access', ask)
  yield 3 * hour
  await o.act(leader, 'office.access', access, 'grant')
  yield 3 * day
  await o.act(keeper, p, id, 'event', { kind: 'training', heldOn: o.date(), topic: '平台运维', people: 15 })
  yield 16 * day
  await o.act(keeper, p, id, 'deliver', { name: '视频识别模型', acceptedOn: o.date() })
  await o.act(leader, p, id, 'end', { summary: '按约完成' })
  await o.file(keeper, 'office.access', { ...ask, cooperation: later, outsider: '外部赵工', untilOn: o.date(20) })
}
const products = [
  ['album', '城管画册', '精细化'],
  ['train', '文明地铁专列', '文明'],
  ['exhibition', '城市美颜摄影展', '市容'],
  ['magazine', '城管季刊', '队伍'],
] as const
const product: Story = async function* (o) {
  const p = 'office.product'
  const known = await o.rows(keeper, p)
  const next = products[known.length]
  if (!next) return
  const [kind, name, theme] = next
  const id = await o.file(keeper, p, { name, kind, theme, planOn: o.date(10), budgetFen: 3_000_000 })
  yield 4 * day
  const release = { copies: 500, releasedOn: o.date(), place: '内部资料', spentFen: 2_400_000, samples: [await o.photo('样张')] }
  await o.act(leader, p, id, 'release', release)
  for (const to of ['社区', '学校']) {
    yield 2 * day
    await o.act(handler, p, id, 'hand', { to, copies: 250, on: o.date() })
  }
  await o.act(keeper, p, id, 'finish')
}
const lawWork: Story = async function* (o) {
  const p = 'office.law-work'
  const name = o.random.pick(['门前三包', '犬类管理', '垃圾分类', '渣土运输'])
  const makers = { makers: '王伟、李娜', law: '市容和环境卫生管理条例', work: [await o.photo('作品')] }
  const id = await o.file(handler, p, {
    name: `${name}(${o.date().slice(5)})`,
    kind: 'video',
    campaign: '法治微视频征集',
    topic: name,
    ...makers,
  })
  yield 3 * day
  const judges = ['周评委', '郑评委', '吴评委'].map((judge) => ({ judge, score: o.random.integer(80, 95) }))
  await o.act(keeper, p, id, 'judge', { judges })
  yield day
  await o.act(leader, p, id, 'publish', { channel: '微信公众号', publishedOn: o.date() })
  yield 4 * day
  await o.act(handler, p, id, 'count', { views: o.random.integer(800, 9000) })
}
const openness: Story = async function* (o) {
  if (await isThere(o, 'office.openness-item')) return
  for (const [name, column, everyDays] of [
    ['行政处罚公示', '执法公示', 7],
    ['行政许可公示', '许可公示', 7],
    ['考核通报', '城市管理', 30],
  ] as const) {
    const unit = o.unit(handlers[0][0])
    const item = await o.add(keeper, 'office.openness-item', { name, column, unit, everyDays, basis: '政府信息公开条例' })
    await o.file(keeper, 'office.publication', { item, dueOn: o.date(5) })
  }
  yield 1
}
/** What is due is published by its unit, now and then late; the keeper looks whether it is there. */
const publish: Story = async function* (o) {
  const p = 'office.publication'
  for (const due of await o.rows(keeper, p)) {
    if (!['due', 'overdue'].includes(due.status) || String(due.dueOn) > o.date(1) || o.random.chance(0.2)) continue
    await o.act(handler, p, due.id, 'publish', { link: `https://cg.example.cn/${due.number}` })
    yield 2 * hour
    await o.act(keeper, p, due.id, 'verify')
  }
}
const siteScore: Story = async function* (o) {
  const [p, q] = ['office.site-score', 'office.site-problem']
  if (await isThere(o, p)) return
  const lines = ['内容更新', '信息准确', '互动回应', '功能可用', '无障碍'].map((item) => ({ item, got: 17 }))
  const quarter = Math.floor((Number(o.date().slice(5, 7)) - 1) / 3) + 1
  const fault = { unit: o.unit(handlers[0][0]), fixDays: 3 }
  const score = { year: o.year(), quarter, lines }
  const id = await o.file(keeper, p, { ...score, name: '局网站', kind: 'site', problems: [{ ...fault, title: '栏目空白' }] })
  await o.file(keeper, p, { ...score, name: '湖城城管公众号', kind: 'media', problems: [{ ...fault, title: '链接失效' }] })
  yield 2 * day
  const [problem] = await o.rows(keeper, q, { site: '局网站' })
  if (!problem) return
  await o.act(handler, q, problem.id, 'fix', { answer: '已补充更新' })
  yield day
  await o.act(keeper, q, problem.id, 'close')
  await o.act(keeper, p, id, 'close')
}
const team = [
  'shouli1',
  'shouli2',
  'shouli3',
  'shouli4',
  'shouli5',
  'shouli6',
  'zhiban1',
  'zhiban2',
  'paiqian1',
  'paiqian2',
  'paiqian3',
]
const seats: Story = async function* (o) {
  if (await isThere(o, 'office.seat')) return
  for (const [i, login] of team.entries())
    await o.add(keeper, 'office.seat', {
      ...{ name: `席位${String(i + 1).padStart(2, '0')}`, duty: i < 6 ? 'accept' : 'dispatch', holder: o.person(login) },
      ...{ skills: ['accept'], since: o.date(-30) },
    })
  const training = { topic: '立案标准与文书', skill: 'accept', heldOn: o.date(), people: 11, passed: 10 }
  await o.add(keeper, 'office.team-training', training)
  yield 1
}
const shift: Story = async function* (o) {
  yield 1
  const known = await o.rows(keeper, 'office.seat')
  const seat = known[Math.floor(Date.parse(o.date()) / 86_400_000) % Math.max(1, known.length)]
  if (seat) await o.add(keeper, 'office.shift', { seat: seat.id, dutyOn: o.date(1), turn: o.random.pick(['early', 'middle']) })
}
const teamMonth: Story = async function* (o) {
  const p = 'office.team-month'
  const month = o.date(-8).slice(0, 7)
  if ((await o.rows(keeper, p, { month })).length > 0 || !(await isThere(o, 'office.seat'))) return
  const id = await o.file(keeper, p, { month })
  yield day
  await o.act(leader, p, id, 'tell', { comment: '受理及时,退件减少' })
}
export const officeDiary: Readonly<Record<string, Entry>> = {
  seats: { on: once(0), hour: 8.2, tell: seats },
  openness: { on: once(0), hour: 9.4, tell: openness },
  phase: { on: once(1), hour: 9.1, tell: phase },
  'it project': { on: once(2), hour: 10.1, tell: itProject },
  lab: { on: once(3), hour: 14.1, tell: lab },
  standard: { on: once(4), hour: 15.1, tell: standard },
  cooperation: { on: once(5), hour: 10.2, tell: cooperation },
  'site score': { on: once(6), hour: 11.2, tell: siteScore },
  product: { on: every(9, 2), hour: 9.8, tell: product },
  'law work': { on: every(11, 5), hour: 14.9, tell: lawWork },
  publish: { on: every(3), hour: 16.2, tell: publish },
  shift: { on: workdays, hour: 16.9, tell: shift },
  'team month': { on: ({ monthDay }) => monthDay === 2, hour: 10.4, tell: teamMonth },
}
