/** What squads do together in the simulated district: quick calls, police, joint patrols, other districts, planned checks, lawyers, lessons, powers handed on, meetings, assessments, campaigns. */
import { agreement, beatOf, clerk, jurist, lawyers, reader, scheme, watched } from './enforcement-lists.ts'
import { day, hour, minute, type Story } from './story.ts'

export const quickCall: Story = async function* (o) {
  const p = 'enforcement.squad-call'
  const n = o.random.integer(1, Math.min(2, o.town.streets.length))
  const cell = watched(o, n)
  if (!cell) return
  const { officer } = beatOf(o, n)
  const matter = o.random.pick(['学校门口流动摊贩聚集', '路中倾倒渣土', '店家拒不撤回店外桌椅'])
  const id = await o.open(officer, p, { matter, address: `${cell.name}路口` }, { lon: cell.lon, lat: cell.lat })
  yield o.random.integer(8, 45)
  await o.act(officer, p, id, 'arrive')
  yield 40
  if (o.random.chance(0.12)) return
  await o.act(officer, p, id, 'finish', { result: '已劝离并清理现场', isSolved: o.random.chance(0.85) })
}
export const police: Story = async function* (o) {
  const p = 'enforcement.police-task'
  const { officer, place } = beatOf(o)
  const [kind, matter] = o.random.pick([
    ['resist', '当事人阻碍暂扣工具'],
    ['identity', '当事人拒不提供身份'],
    ['vehicle', '查找遗撒车辆'],
  ] as const)
  const id = await o.open(officer, p, { kind, matter, station: '湖滨派出所', officersSent: 3 }, place)
  yield o.random.integer(10, 50)
  if (o.random.chance(0.2)) return void (await o.act(officer, p, id, 'decline', { reply: '警力另有任务' }))
  await o.act(officer, p, id, 'respond', { policeSent: 2, reply: '到场' })
  yield 3 * hour
  if (o.random.chance(0.85)) await o.act(officer, p, id, 'conclude', { outcome: '秩序恢复,当事人配合' })
}
export const jointPatrol: Story = async function* (o) {
  const p = 'enforcement.joint-patrol'
  const { officer, unit, place } = beatOf(o)
  const plan = { name: '校园周边联合巡查', heldOn: o.date(1), place: '湖滨路—文昌路', participants: ['公安', '交通', '市场监管'] }
  const id = await o.open(clerk, p, plan, place)
  yield day
  await o.act(clerk, p, id, 'hold')
  for (const [problem, department] of [
    ['人行道违停', '公安'],
    ['无照餐车', '市场监管'],
  ] as const)
    await o.act(clerk, p, id, 'assign', { problem, department, unit, dueOn: o.date(5) })
  yield 3 * day
  const open = await o.rows(officer, 'enforcement.joint-finding', { status: 'open' })
  const mine = open.filter((f) => f.parentId === id)
  for (const [i, { id: finding }] of mine.entries())
    if (i === 0 || o.random.chance(0.7))
      await o.act(officer, 'enforcement.joint-finding', finding, 'finish', {
        result: '已整改',
        photos: [await o.photo('整改后')],
      })
  yield day
  for (const { id: finding } of await o.rows(clerk, 'enforcement.joint-finding', { status: 'reported', parentId: id }))
    await o.act(clerk, 'enforcement.joint-finding', finding, 'accept')
  const left = await o.rows(officer, 'enforcement.joint-finding', { status: 'open' })
  if (left.some((f) => mine.some((m) => m.id === f.id)) || mine.length === 0) return
  await o.act(clerk, p, id, 'summarise', { summary: '发现问题两项,全部办结' })
}
export const assistance: Story = async function* (o) {
  const p = 'enforcement.assistance'
  const [pact] = await o.rows(clerk, 'enforcement.agreement', { name: agreement })
  if (!pact) return
  const [kind, matter] = o.random.pick([
    ['evidence', '协助调取过磅单'],
    ['vehicle', '协查遗撒车辆去向'],
    ['notice', '通报跨区倾倒线索'],
  ] as const)
  const id = await o.file(clerk, p, {
    agreement: pact.id,
    asker: '湖滨区',
    helper: o.random.pick(['天宁区', '钟楼区']),
    kind,
    matter,
  })
  yield o.random.integer(1, 6) * day
  if (o.random.chance(0.15)) return void (await o.act(clerk, p, id, 'decline', { reply: '车辆不在本区登记' }))
  await o.act(clerk, p, id, 'reply', { reply: '材料已寄送', isRecognised: true })
  yield day
  if (o.random.chance(0.7)) await o.act(clerk, p, id, 'close')
}
export const regionMeeting: Story = async function* (o) {
  yield minute
  const [pact] = await o.rows(clerk, 'enforcement.agreement', { name: agreement })
  if (!pact) return
  const talked = { topic: '渣土跨区倾倒治理', attendees: ['湖滨区', '天宁区', '钟楼区'], decisions: '互派联络员,线索三日内反馈' }
  await o.add(clerk, 'enforcement.region-meeting', { agreement: pact.id, ...talked })
}
/** Drawn by lot: those who were drawn go and look. */
export const planned: Story = async function* (o) {
  const t = 'enforcement.check-task'
  const [item] = await o.rows(reader, 'enforcement.supervision-item', { topic: 'foodWaste' })
  if (!item) return
  const isRandom = o.random.chance(0.5)
  const plan = {
    item: item.id,
    name: `${o.date().slice(0, 7)}餐饮监管检查`,
    method: isRandom ? 'random' : 'credit',
    trade: '餐饮服务',
    dueOn: o.date(10),
  }
  const id = await o.file(reader, 'enforcement.check-plan', { ...plan, ...(isRandom ? { rate: 40 } : {}) })
  yield hour
  await o.act(reader, 'enforcement.check-plan', id, 'draw')
  yield 2 * day
  const given = await o.rows(reader, t, { plan: id })
  let isWhole = true
  for (const [i, task] of given.entries()) {
    const [inspector] = task.inspectors as readonly string[]
    const by = o.login(inspector)
    if (!by || o.random.chance(0.03)) {
      isWhole = false
      continue
    }
    const isBad = i % 4 === 0
    await o.act(by, t, task.id, 'check', {
      ...{ result: isBad ? 'corrected' : 'ok', findings: isBad ? '台账不全,限期补齐' : '现场检查,台账齐全' },
      ...(isBad ? { lawCode: 'K01', address: '沿街店面' } : {}),
      photos: [await o.photo('检查')],
    })
    yield 3 * hour
    await o.act(reader, t, task.id, 'giveBack', { returnNumber: `HZ-${o.random.integer(1000, 9999)}` })
  }
  if (isWhole) await o.act(reader, 'enforcement.check-plan', id, 'finish')
}
export const lawyerDay: Story = async function* (o) {
  const p = 'enforcement.lawyer-work'
  const name = o.random.pick(lawyers)
  const [lawyer] = await o.rows(jurist, 'enforcement.lawyer', { name })
  const post = (await o.rows(jurist, 'enforcement.lawyer-post')).find((x) => x.lawyer === lawyer?.id)
  const [squad] = post ? (await o.rows(jurist, 'enforcement.squad')).filter((s) => s.id === post.squad) : []
  if (!lawyer || !squad) return
  const n = o.town.streets.findIndex((s) => o.unit(`${s.name}综合执法中队`) === squad.unit) + 1
  const today = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(o.date()).getUTCDay()]
  const isDuty = (post?.weekdays as readonly string[] | undefined)?.includes(today ?? '') ?? false
  const [kind, content] = o.random.pick([
    ...(isDuty ? ([['duty', '驻队值班,解答裁量问题']] as const) : []),
    ['training', '讲解行政处罚程序'],
    ['mediate', '调解店外经营纠纷'],
  ] as const)
  const work = { lawyer: lawyer.id, squad: squad.id, kind, workedOn: o.date(), hours: o.random.integer(2, 6), content }
  const id = await o.file(jurist, p, work)
  yield 20 * hour
  const { officer } = beatOf(o, Math.max(1, n))
  if (o.random.chance(0.1)) return void (await o.act(officer, p, id, 'refuse', { reason: '当日未到队' }))
  if (o.random.chance(0.85)) await o.act(officer, p, id, 'confirm')
}
export const lesson: Story = async function* (o) {
  const p = 'enforcement.training'
  const name = o.random.pick(['行政处罚法轮训', '执法记录仪使用规范', '新修市容条例解读'])
  const plan = { name, kind: 'joint', partner: '区司法局', teacher: '陈律师', heldOn: o.date(2), hours: 4 }
  const id = await o.file(jurist, p, plan)
  yield 2 * day
  await o.act(jurist, p, id, 'hold')
  const { officer, partner } = beatOf(o)
  for (const login of [officer, partner]) await o.act(jurist, p, id, 'signIn', { person: o.person(login) })
  yield 4 * hour
  const signed = (await o.rows(jurist, 'enforcement.attendance', { status: 'signed', training: id })).slice(0, 2)
  for (const { id: seat } of signed) {
    if (o.random.chance(0.15)) await o.act(jurist, 'enforcement.attendance', seat, 'miss', { reason: '临时执勤' })
    else await o.act(jurist, 'enforcement.attendance', seat, 'test', { score: o.random.integer(62, 98) })
  }
  yield day
  if (o.random.chance(0.8)) await o.act(jurist, p, id, 'close')
}
/** @param isLeft the taker has not signed yet */
export const powers = (code: string, isLeft: boolean): Story =>
  async function* (o) {
    const p = 'enforcement.power-transfer'
    const [power] = await o.rows(clerk, 'enforcement.power', { code })
    const [giver, taker] = [beatOf(o, 1), beatOf(o, Math.min(2, o.town.streets.length))]
    if (!power || giver.n === taker.n) return
    const given = {
      name: `${String(power.item)}交接`,
      giver: giver.unit,
      taker: taker.unit,
      powers: [{ power: power.id }],
      people: [{ name: '李某', post: '噪声执法岗' }],
    }
    const id = await o.file(clerk, p, { ...given, effectiveOn: o.date(10) })
    yield 2 * day
    await o.act(`jiedao${giver.n}`, p, id, 'give')
    if (isLeft) return
    yield 2 * day
    await o.act(`jiedao${taker.n}`, p, id, 'take')
  }
export const meeting: Story = async function* (o) {
  const [m, g] = ['enforcement.meeting', 'enforcement.guidance'] as const
  const { n } = beatOf(o)
  const called = {
    name: `${o.date().slice(0, 7)}协同指导联席会议`,
    level: 'district',
    heldOn: o.date(2),
    agenda: '夜间噪声、绿化损毁认定',
  }
  const id = await o.file(reader, m, called)
  yield day
  for (const [question, unit] of [
    ['夜间施工如何取证', '市政设施养护所'],
    ['毁绿面积如何认定', '园林绿化管理所'],
  ] as const)
    await o.act(`jiedao${n}`, m, id, 'raise', { question, department: o.unit(unit) })
  yield day
  await o.act(reader, m, id, 'hold', { minutes: '由两所三个工作日内书面指导' })
  yield day
  const items = (await o.rows(reader, g, { status: 'raised' })).filter((x) => x.meeting === id)
  let isWhole = items.length > 0
  for (const { id: item, department } of items) {
    const by = department === o.unit('园林绿化管理所') ? 'chuzhi41' : 'chuzhi11'
    await o.act(by, g, item, 'answer', { answer: '按技术规程现场测量并委托监测' })
    yield day
    if (o.random.chance(0.25)) isWhole = false
    else await o.act(`jiedao${n}`, g, item, 'confirm', { followUp: '已照办并立案' })
  }
  if (isWhole) await o.act(reader, m, id, 'close')
}
export const assessment: Story = async function* (o) {
  const p = 'enforcement.assessment'
  const { n, unit } = beatOf(o)
  const [squad] = await o.rows(reader, 'enforcement.squad', { kind: 'team', unit })
  const items = (await o.rows(reader, 'enforcement.assessment-standard')).filter((s) => s.scheme === scheme)
  if (!squad || items.length === 0) return
  const period = o.date().slice(0, 7)
  if ((await o.rows(reader, p, { squad: squad.id, period })).length > 0) return
  const id = await o.file(reader, p, {
    squad: squad.id,
    scheme,
    period,
    street: unit,
    from: `${period}-01`,
    to: o.date(0),
  })
  yield day
  for (const item of items) {
    const score = Math.round(Number(item.full) * o.random.between(0.82, 1))
    await o.act(reader, p, id, 'score', { standard: item.id, score, note: '扣分见附表' })
  }
  yield day
  await o.act(reader, p, id, 'publish')
  yield 2 * day
  if (o.random.chance(0.8)) await o.act(`jiedao${n}`, p, id, 'confirm')
}
/** @param lasts days; the later one is still under way */
export const campaign = (name: string, lasts: number, isOver: boolean): Story =>
  async function* (o) {
    const p = 'enforcement.campaign'
    const { officer, unit } = beatOf(o)
    const goal = {
      name,
      topics: ['foodWaste', 'frontage'],
      goal: '沿街餐饮全覆盖检查',
      target: 20,
      areas: ['文昌街道', '湖滨街道'],
      unit,
    }
    const id = await o.file(clerk, p, { ...goal, startsOn: o.date(1), endsOn: o.date(lasts) })
    yield day
    await o.act(clerk, p, id, 'start')
    for (const place of ['文昌路', '湖滨路', '北门夜市']) {
      yield 2 * day
      const out = { place, people: o.random.integer(6, 14), vehicles: o.random.integer(1, 4), partners: '市场监管' }
      await o.add(officer, 'enforcement.operation', { campaign: id, ...out })
    }
    if (!isOver) return
    yield (lasts - 8) * day
    await o.act(clerk, p, id, 'end', { summary: 'part', note: '出动三次,检查未满目标,转入常态巡查' })
  }
