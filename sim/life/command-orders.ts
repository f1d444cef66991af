/** 指令、城管委与舆情突发 of the simulated district: orders between desks, people sent to a place, matters settled or voted on, accidents told in time. */
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, together } from './story.ts'

const [city, district, checker, leader] = ['zhiban1', 'paiqian1', 'kaohe1', 'juzhang'] as const
const begin: Story = async function* (o) {
  if ((await o.rows('shuju', 'command.desk')).length > 0) return
  const desk = (name: string, level: string, unit: string, receiptMinutes: number) =>
    o.add('shuju', 'command.desk', { name, level, unit: o.unit(unit), phone: '0519-86001000', receiptMinutes })
  await desk('市级指挥席', 'city', '城市管理监督中心', 30)
  await desk('区级指挥席', 'district', '城市管理指挥中心', 15)
  for (const { name } of o.town.streets) await desk(`${name}指挥席`, 'street', `${name}综合执法中队`, 10)
  const kinds = [
    ['meeting', '会议会商制度'],
    ['command', '指挥调度制度'],
    ['supervise', '督查督办制度'],
    ['assess', '考核评价制度'],
    ['bulletin', '情况通报制度'],
    ['release', '信息发布制度'],
  ] as const
  for (const [n, [kind, name]] of kinds.entries())
    await o.add('shuju', 'command.institution', {
      ...{
        kind,
        name,
        paper: `湖城委〔${o.year()}〕${n + 1}号`,
        effectiveOn: `${o.year()}-01-01`,
        text: `${name}要点`,
        where: '城管委会议',
      },
    })
  const members = ['湖滨区城市管理局', '市政设施养护所', '城市管理指挥中心', '综合执法大队', '环境卫生管理所']
  for (const [n, unit] of members.entries())
    await o.add('shuju', 'command.member', {
      name: `${unit}委员${n + 1}`.slice(-12),
      unit: o.unit(unit),
      duty: '部门职责',
      isVoting: true,
    })
}
const tasks = ['主干道渣土抛洒', '学校周边流动摊点聚集', '下穿通道垃圾堵塞雨水口', '重大活动沿线市容保障'] as const
const order: Story = async function* (o) {
  const p = 'command.order'
  const desks = await o.rows(city, 'command.desk')
  const mid = desks.find((d) => d.level === 'district')
  const n = o.random.integer(1, o.town.streets.length)
  const low = desks.find((d) => d.name === `${o.town.streets[n - 1]?.name}指挥席`)
  const by = `jiedao${n}`
  const id = await o.file(
    city,
    p,
    {
      ...{
        title: o.random.pick(tasks),
        content: '立即处置并反馈',
        urgency: o.random.pick(['urgent', 'normal', 'normal']),
        desk: mid?.id,
        hours: 6,
      },
    },
    o.place(n),
  )
  yield o.random.chance(0.2) ? 30 : 5
  await o.act(district, p, id, 'receive')
  let last: string = district
  if (o.random.chance(0.7)) {
    yield 10
    await o.act(district, p, id, 'down', { desk: low?.id, said: '请属地处置' })
    yield 6
    await o.act(by, p, id, 'receive')
    last = by
    if (o.random.chance(0.2)) {
      yield 20
      await o.act(by, p, id, 'up', { desk: mid?.id, reason: '涉事车辆属外区企业,街道无权处理' })
      yield 5
      await o.act(district, p, id, 'receive')
      last = district
    }
  }
  yield (o.random.chance(0.15) ? 8 : 2) * hour
  const done = async (result: string) => o.act(last, p, id, 'answer', { result, photos: [await o.photo('反馈')] })
  await done('已清理完毕,恢复正常')
  yield 3 * hour
  if (o.random.chance(0.15)) {
    await o.act(city, p, id, 'judge', { isOk: 'no', score: 2, comment: '请补报车辆信息' })
    yield hour
    await done('已补报车辆信息')
    yield hour
  }
  await o.act(city, p, id, 'judge', { isOk: 'yes', score: o.random.integer(3, 5) })
}
const errand: Story = async function* (o) {
  const e = 'command.errand'
  const n = o.random.integer(1, o.town.streets.length)
  const people = [`zhongdui${n}1`, `zhongdui${n}2`]
  const spot = o.place(n)
  const what = o.random.pick(['占道施工围挡倒伏', '路面抛洒', '树枝断落挡道'])
  const address = `${o.town.streets[n - 1]?.name}主干道`
  const persons = people.map((login) => ({ person: o.person(login) }))
  const id = await o.file(district, 'command.dispatch', { what, address, minutes: 20, persons }, spot)
  const errands = await o.rows(district, e, { dispatch: id })
  const go = async function* (login: string): AsyncGenerator<number, void> {
    const mine = errands.find((x) => x.person === o.person(login))
    if (!mine) return
    yield 1
    if (o.random.chance(0.1)) return void (await o.act(login, e, mine.id, 'decline', { reason: '正在执行另一处任务' }))
    await o.act(login, e, mine.id, 'accept')
    yield o.random.chance(0.2) ? 32 : 12
    await o.act(login, e, mine.id, 'checkIn', { ...spot })
    yield 25
    await o.act(login, e, mine.id, 'finish', { result: '现场已处置', photos: [await o.photo('到场')] })
  }
  yield* together(people.map(go))
}
const r = 'command.resolution'
async function* resolve(o: Desk, t: Row, by: string): AsyncGenerator<number, void> {
  yield 2 * day
  await o.act(by, r, t.id, 'report', { percent: 60, said: '已推进六成' })
  yield o.random.integer(2, 9) * day
  await o.act(by, r, t.id, 'finish', { result: '已完成', proof: [await o.photo('佐证')] })
  yield day
  await o.act(checker, r, t.id, 'sign', { isOk: 'yes' })
}
const issues = ['背街小巷积水与保洁交叉', '农贸市场周边占道', '夜市选址', '架空线管理职责', '共享单车停放区划定'] as const
const raise = async (o: Desk): Promise<string> => {
  const units = ['市政设施养护所', '环境卫生管理所'].map((name) => ({ unit: o.unit(name) }))
  const id = await o.file(
    'jiedao1',
    'command.matter',
    {
      ...{ title: o.random.pick(issues), kind: 'special', content: '职责交叉,多次协商不成', wanted: '明确牵头单位', units },
    },
    o.place(1),
  )
  return id
}
async function* opine(o: Desk, id: string, first: string): AsyncGenerator<number, void> {
  const m = 'command.matter'
  yield 3 * hour
  await o.act(checker, m, id, 'check', { isOk: 'yes', reason: '属职责交叉,受理' })
  yield day
  await o.act('chuzhi11', m, id, 'opine', { view: first, said: '建议属地牵头' })
  await o.act('chuzhi31', m, id, 'opine', { view: 'yes', said: '同意' })
}
const matter: Story = async function* (o) {
  const m = 'command.matter'
  const id = await raise(o)
  if (o.random.chance(0.15)) {
    yield 4 * hour
    return void (await o.act(checker, m, id, 'check', { isOk: 'no', reason: '属部门内部事项,自行协调' }))
  }
  yield* opine(o, id, 'yes')
  yield day
  const lines = [
    { what: '市政所牵头疏通', unit: o.unit('市政设施养护所'), dueOn: o.date(9) },
    { what: '环卫所增加保洁', unit: o.unit('环境卫生管理所'), dueOn: o.date(9) },
  ]
  await o.act(checker, m, id, 'settle', { outcome: '市政牵头、环卫配合', lines })
  const made = await o.rows(checker, r, { matter: id })
  yield* together(made.map((t) => resolve(o, t, t.unit === o.unit('市政设施养护所') ? 'chuzhi11' : 'chuzhi31')))
}
/** Matters that did not find agreement go to the committee, which votes. */
const meeting: Story = async function* (o) {
  const [m, c] = ['command.matter', 'command.committee-meeting']
  if ((await o.rows(checker, c)).length > 1) return
  const ids = [await raise(o), await raise(o)]
  yield* together(ids.map((id) => opine(o, id, 'no')))
  yield day
  const id = await o.file(checker, c, {
    ...{
      name: '城管委专题会议',
      meetOn: o.date(2),
      place: '区政府二楼',
      chair: '区长',
      agenda: ids.map((matter) => ({ matter })),
    },
  })
  yield 2 * day
  const { roster } = await o.row(checker, c, id)
  const names = (roster as readonly { member: string }[]).map((x) => x.member)
  await o.act(checker, c, id, 'open', { attendance: names.map((member, i) => ({ member, state: i === 4 ? 'absent' : 'there' })) })
  const opened = await o.row(checker, c, id)
  const overdue = (opened.overdue ?? []) as readonly { number: string }[]
  if (opened.status === 'open')
    await o.act(checker, c, id, 'review', { explained: overdue.map(({ number }) => ({ number, said: '三日内补齐' })) })
  const votes = await Promise.all(
    ids.map(async (x, i) => {
      const row = await o.row(checker, m, x)
      const base = { matter: `${row.number} ${row.title}`, isDeferred: 'no', kept: 0 }
      return i === 0
        ? { ...base, yes: 4, no: 0, outcome: '环卫所牵头', unit: o.unit('环境卫生管理所'), dueOn: o.date(12) }
        : { ...base, yes: 1, no: 3, outcome: '条件不成熟,不予通过' }
    }),
  )
  await o.act(checker, c, id, 'vote', { votes, minutes: '会议议定一项,一项不通过' })
  yield day
  await o.act(leader, c, id, 'issue', { paper: `湖城委纪要〔${o.year()}〕${o.random.integer(1, 90)}号` })
  const [made] = await o.rows(checker, r, { matter: ids[0] })
  if (made) yield* resolve(o, made, 'chuzhi31')
}
const sudden: Story = async function* (o) {
  const p = 'command.sudden'
  const outlets = await o.rows(city, 'opinion.outlet')
  const outlet = outlets[0]?.id ?? (await o.add(city, 'opinion.outlet', { name: '本地论坛', level: 'network', reach: 3 }))
  const title = o.random.pick(['网传执法人员与摊主冲突', '网传渣土车闯红灯', '网传环卫车逆行'])
  const item = await o.file(city, 'opinion.item', {
    ...{
      title: `${title}(${o.date()})`,
      outlet,
      url: `https://bbs.example.cn/s/${o.date()}`,
      summary: '视频流传',
      tone: 'bad',
      topic: 'law',
    },
  })
  const unit = o.unit('市政设施养护所')
  const id = await o.file(city, p, { item, level: o.random.pick(['III', 'IV', 'II']), unit, why: '转发快速上升' })
  yield hour
  await o.act('chuzhi11', p, id, 'verify', { isTrue: 'part', facts: '视频片面,未造成人员受伤', photos: [await o.photo('核查')] })
  yield 30
  await o.act(city, p, id, 'draft', { reply: '情况已核查,相关人员已作处理,欢迎监督。' })
  yield o.random.chance(0.3) ? 5 * hour : 40
  await o.act(leader, p, id, 'approve', { isOk: 'yes' })
  yield hour
  await o.act(leader, p, id, 'state', { statement: '发布情况通报' })
  for (const [n, trend] of (['flat', 'down'] as const).entries()) {
    yield n === 0 ? 22 * hour : 26 * hour
    await o.act(city, p, id, 'follow', { mentions: 40 - n * 30, trend, said: n === 0 ? '仍有转发' : '已回落' })
  }
  yield 3 * hour
  await o.act(city, p, id, 'close', {
    ...{ review: '回应及时,事实清楚', lessons: [{ what: '现场执法全程记录上传', unit, dueOn: o.date(10) }] },
  })
}
const accident: Story = async function* (o) {
  const a = 'command.accident'
  const [name, place] = o.random.pick([
    ['广告牌坠落', '湖滨路88号'],
    ['养护作业车追尾', '城南快速路'],
    ['行道树倾倒压车', '东湖路'],
  ] as const)
  const id = await o.file(city, a, { name, place, happenedAt: o.at(0, 8), knownAt: o.at(0, 8.2) }, o.spot(place))
  const report = {
    deaths: 0,
    injured: o.random.integer(0, 2),
    lossWan: o.random.integer(1, 6),
    said: '现场已控制,伤者送医',
    to: ['区应急管理局', '市城管局'],
  }
  yield o.random.chance(0.25) ? 90 : 5
  await o.act(city, a, id, 'first', report)
  yield 100
  await o.act(city, a, id, 'follow', { ...report, said: '伤者情况稳定' })
  yield hour
  await o.act(city, a, id, 'control')
  yield 8 * day
  await o.act(city, a, id, 'final', { ...report, cause: '连接件锈蚀失效' })
}
const guard: Story = async function* (o) {
  const g = 'command.guard'
  const known = await o.rows(city, g)
  const name = ['城市马拉松市容保障', '文化旅游节市容保障', '龙舟赛市容保障'][known.length]
  if (!name) return
  const post = { post: '起点', unit: o.unit('市政设施养护所'), people: 4 }
  const id = await o.file(city, g, { name, area: '湖滨路沿线', fromOn: o.date(5), toOn: o.date(5), posts: [post] })
  const look = async (kind: string, found: readonly object[]) =>
    o.act(checker, g, id, 'check', { kind, place: '湖滨路', found, photos: [await o.photo('保障检查')] })
  yield day
  await look('look', [{ what: '店外经营两处', unit: post.unit }])
  yield day
  await look('safety', [])
  await look('muck', [])
  const i = 'command.improvement'
  const [item] = await o.rows(checker, i, { sourceId: id })
  if (item) {
    await o.act('chuzhi11', i, item.id, 'fix', { fix: '已规范', photos: [await o.photo('整改')] })
    yield 5 * hour
    await o.act(checker, i, item.id, 'close', { isOk: 'yes' })
  }
  if (known.length === 2) return
  await o.act(city, g, id, 'ready')
  yield 3 * day - 5 * hour
  await o.act('chuzhi11', g, id, 'watch', { post: '起点', people: 4, said: '秩序正常' })
  yield 8 * hour
  await o.act(city, g, id, 'review', { review: '零投诉,保障到位' })
}
export const orderDiary: Readonly<Record<string, Entry>> = {
  desks: { on: once(0), hour: 6.8, tell: begin },
  order: { on: every(2), hour: 9.5, tell: order },
  errand: { on: every(3, 1), hour: 15.5, tell: errand },
  matter: { on: every(5, 2), hour: 10.5, tell: matter },
  meeting: { on: every(12, 4), hour: 9, tell: meeting },
  sudden: { on: every(10, 6), hour: 9.2, tell: sudden },
  accident: { on: every(9, 2), hour: 8.6, tell: accident },
  guard: { on: every(8, 3), hour: 8.9, tell: guard },
}
