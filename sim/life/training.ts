/** 培训与制度 of the simulated district: who can what, courses and their make-up, rules everybody signs, appraisal from records, a reform handed over. */
import { type Desk, day, type Entry, every, hour, once, type Story } from './story.ts'

const [manager, leader] = ['kaohe1', 'juzhang'] as const
const officersOf = (o: Desk): readonly string[] => [
  'dadui1',
  ...o.town.streets.flatMap((_, i) => [`zhongdui${i + 1}1`, `zhongdui${i + 1}2`, `jiedao${i + 1}`]),
]
const survey: Story = async function* (o) {
  const [s, c] = ['training.survey', 'training.card']
  if ((await o.rows(manager, s)).length > 0) return
  const id = await o.file(manager, s, { year: o.year(), name: `${o.year()}年执法技能普查`, dueOn: o.date(8) })
  const cards = await o.rows(manager, c, { survey: id })
  const people = officersOf(o)
  for (const [n, login] of people.entries()) {
    if (n % 3 === 0) yield 8 * hour
    if (n === people.length - 1) yield 3 * day
    const card = cards.find((x) => x.person === o.person(login))
    const level = () => (o.random.chance(0.15) ? 2 : o.random.integer(3, 5))
    if (card)
      await o.act(login, c, card.id, 'fill', {
        law: level(),
        document: level(),
        evidence: level(),
        language: level(),
        emergency: level(),
      })
  }
  yield day
  await o.act(manager, s, id, 'close')
}
const base = { teacher: '陈老师', way: 'class', hours: 4, passMark: 60 } as const
/** A course held on its day; who was away or failed comes again. */
async function* hold(o: Desk, id: string, people: readonly string[], isTested: boolean): AsyncGenerator<number, void> {
  const c = 'training.course'
  yield 2 * day + 2 * hour
  const line = (login: string, isGood: boolean) => ({
    ...{ person: o.person(login), state: 'there' },
    ...(isTested ? { score: isGood ? o.random.integer(65, 98) : 52 } : {}),
  })
  const results = people.map((login) =>
    o.random.chance(0.1) ? { person: o.person(login), state: 'absent' } : line(login, o.random.chance(0.9)),
  )
  await o.act(manager, c, id, 'hold', { results, photos: [await o.photo('培训现场')] })
  const { status, waiting } = await o.row(manager, c, id)
  if (status !== 'makeup') return
  yield 5 * day
  const again = people
    .filter((login) => (waiting as readonly string[]).includes(o.person(login)))
    .map((login) => line(login, true))
  await o.act(manager, c, id, 'makeUp', { results: again, photos: [await o.photo('补课')] })
}
const plan = (o: Desk, kind: string, name: string, skill: string, people: readonly string[], more: object = {}) =>
  o.file(manager, 'training.course', {
    ...{ ...base, kind, name, skill, heldOn: o.date(2), pupils: people.map((login) => ({ person: o.person(login) })), ...more },
  })
const officer: Story = async function* (o) {
  const all = officersOf(o)
  const from = o.random.integer(0, all.length - 1)
  const people = Array.from({ length: 6 }, (_, i) => all[(from + i) % all.length] ?? 'dadui1')
  const [name, skill] = o.random.pick([
    ['行政处罚法实务', 'law'],
    ['案卷制作', 'document'],
    ['现场取证规范', 'evidence'],
    ['文明用语与沟通', 'language'],
  ] as const)
  yield* hold(o, await plan(o, 'officer', name, skill, people), people, true)
}
const school: Story = async function* (o) {
  const people = o.random.pick([
    ['chuzhi11', 'chuzhi12', 'chuzhi13'],
    ['chuzhi31', 'chuzhi32', 'chuzhi33'],
    ['chuzhi41', 'chuzhi42', 'chuzhi43'],
  ])
  const name = o.random.pick(['井下有限空间实操', '夜间作业安全', '绿化修剪技能', '道路保洁规范'])
  yield* hold(o, await plan(o, 'school', name, 'emergency', people, { way: 'practice', hours: 6 }), people, true)
}
const lecture: Story = async function* (o) {
  const c = 'training.course'
  const orgs = [
    { org: '餐饮协会', people: 30 },
    { org: '湖滨渣土运输公司', people: 12 },
  ]
  const form = { ...base, kind: 'lecture', name: '门前三包宣贯', skill: 'law', heldOn: o.date(2), hours: 2, passMark: 0, orgs }
  const id = await o.file(manager, c, form)
  yield 2 * day + 2 * hour
  await o.act(manager, c, id, 'hold', { came: o.random.integer(34, 42), photos: [await o.photo('讲座')] })
  for (const { org } of orgs) {
    yield 2 * day
    if (org === '餐饮协会' || o.random.chance(0.7))
      await o.act(manager, c, id, 'listen', { org, score: o.random.integer(4, 5), said: '希望多讲案例' })
  }
}
const law: Story = async function* (o) {
  const people = [leader, 'dadui1']
  const materials = [await o.photo('学习资料')]
  const id = await plan(o, 'law', o.random.pick(['行政处罚法', '固体废物污染环境防治法']), 'law', people, {
    hours: 2,
    passMark: 0,
    materials,
  })
  yield* hold(o, id, people, false)
}
const month: Story = async function* (o) {
  const m = 'training.month'
  const known = await o.rows(manager, m)
  if (known.length > 1) return
  const names = ['市政设施养护所', '城市照明管理所']
  const label = known.length === 0 ? '综合素质提升月' : '服务提升月'
  const id = await o.file(manager, m, { name: label, fromOn: o.date(), toOn: o.date(29), units: names.map((unit) => ({ unit })) })
  const people = ['chuzhi12', 'chuzhi13', 'chuzhi62', 'chuzhi63']
  yield* hold(o, await plan(o, 'auxiliary', '队列与规范用语', 'language', people, { month: id }), people, true)
  for (const unit of names) {
    yield day
    await o.act(manager, m, id, 'drill', { unit, score: o.random.integer(78, 95), photos: [await o.photo('演练')] })
  }
  yield day
  await o.act(manager, m, id, 'close')
}
const lawPlan: Story = async function* (o) {
  const l = 'training.law-plan'
  if ((await o.rows(manager, l)).length > 0) return
  const items = (year: number) => [
    { name: '普法进工地', audience: '施工单位', dueOn: `${year}-12-20` },
    { name: '普法进社区', audience: '居民', dueOn: `${year}-12-20` },
    { name: '宪法宣传周', audience: '市民', dueOn: `${year}-12-20` },
  ]
  const make = (year: number) => o.file(manager, l, { year, items: items(year) })
  const last = await make(o.year() - 1)
  const now = await make(o.year())
  const event = async (id: string, name: string) =>
    o.act(manager, l, id, 'event', {
      name,
      place: '湖滨广场',
      people: o.random.integer(60, 220),
      photos: [await o.photo('普法')],
    })
  for (const { name } of items(o.year() - 1)) await event(last, name)
  await o.act(manager, l, last, 'close', { summary: '三场普法活动全部举办' })
  for (const { name } of items(o.year()).slice(0, 2)) {
    yield 7 * day
    await event(now, name)
  }
}
const readers = [
  'chuzhi11',
  'chuzhi12',
  'chuzhi31',
  'chuzhi41',
  'chuzhi61',
  'zhiban1',
  'shouli1',
  'shouli2',
  'paiqian1',
  'fazhi1',
  'dadui1',
  'neiqin1',
  'caiji1',
  'zhongdui11',
  'jiedao1',
  'chuangkou1',
  'shencha1',
  'tingche1',
  'shoufei1',
  'dangwu1',
  'renshi1',
]
const rules: Story = async function* (o) {
  const r = 'training.rule'
  if ((await o.rows(manager, r)).length > 0) return
  const bureau = o.unit('湖滨区城市管理局')
  const draft = (name: string, cls: string, more: object = {}) =>
    o.file(manager, r, {
      name,
      class: cls,
      unit: bureau,
      body: '第一条 上下班须打卡。第二条 外勤须报备。第三条 值班不得脱岗。',
      ...more,
    })
  const issue = (id: string, n: number) =>
    o.act(leader, r, id, 'issue', { paper: `城管办〔${o.year()}〕${n}号`, fromOn: o.date(), toOn: o.date(700) })
  const first = await draft('考勤管理制度', 'people')
  yield day
  await issue(first, 3)
  yield day
  const sign = async function* (id: string): AsyncGenerator<number, void> {
    for (const [n, login] of readers.entries()) {
      if (n % 4 === 0) yield 6 * hour
      const [mine] = await o.rows(login, 'training.reading', { rule: id, person: o.person(login), status: 'open' })
      if (mine) await o.act(login, 'training.reading', mine.id, 'sign')
    }
  }
  yield* sign(first)
  yield 7 * day
  const dropped = await draft('公务用车补充规定', 'money')
  const second = await draft('考勤管理制度', 'people', { prior: first })
  yield day
  await o.act(leader, r, dropped, 'drop', { reason: '与上级规定重复' })
  await issue(second, 9)
  yield* sign(second)
  await draft('首问负责制度', 'conduct')
}
const monthly: Story = async function* (o) {
  const [i, p, s] = ['training.item', 'training.appraisal', 'training.score']
  if ((await o.rows(manager, i)).length === 0)
    for (const [name, source, weight, more] of [
      ['处置量', 'handled', 60, { target: 12 }],
      ['返工', 'returned', 12, { each: 5 }],
      ['逾期', 'overdue', 9, { each: 3 }],
      ['群众不满意', 'complaints', 8, { each: 5 }],
      ['培训', 'attendance', 11, { each: 10 }],
    ] as const)
      await o.add(manager, i, { name, source, weight, ...more })
  const before = o.date(-28).slice(0, 7)
  const units = [
    ['市政设施养护所', 'chuzhi12'],
    ['城市照明管理所', 'chuzhi62'],
  ] as const
  const made = []
  for (const [unit] of units) made.push(await o.file(manager, p, { month: before, unit: o.unit(unit) }))
  yield day
  const [[, login]] = units
  await o.post(login, '/training/mine/contest', { month: before, appeal: '当日参加应急,有派单记录' })
  yield 2 * day
  const [mine] = await o.rows(leader, s, { appraisal: made[0], person: o.person(login) })
  if (mine) await o.act(leader, s, mine.id, 'decide', { isOk: 'no', decision: '派单已计入处置量' })
  yield 4 * day
  await o.act(manager, p, made[0] ?? '', 'fix')
}
const reform: Story = async function* (o) {
  const f = 'training.reform'
  if ((await o.rows(manager, f)).length > 0) return
  const items = [
    { kind: 'post', name: '道路照明养护职责', count: 1 },
    { kind: 'people', name: '事业编制人员', count: 5 },
    { kind: 'stamp', name: '业务专用章', count: 1 },
    { kind: 'asset', name: '养护车辆', count: 4 },
    { kind: 'archive', name: '文书档案', count: 120 },
  ]
  const make = (name: string, from: readonly [string, string], to: readonly [string, string], n: number) =>
    o.file(manager, f, {
      ...{ name, paper: `编〔${o.year()}〕${n}号`, fromUnit: o.unit(from[0]), toUnit: o.unit(to[0]), dueOn: o.date(40), items },
      ...{ giver: o.person(from[1]), taker: o.person(to[1]) },
    })
  const [a, b, c] = [
    ['市政设施养护所', 'chuzhi11'],
    ['城市照明管理所', 'chuzhi61'],
    ['排水管理中心', 'chuzhi71'],
  ] as const
  const id = await make('道路照明职责划转', a, b, 7)
  const next = await make('雨水泵站管理划转', a, c, 8)
  for (const item of items) {
    yield day
    const isShort = item.kind === 'asset'
    await o.act(a[1], f, id, 'give', {
      name: item.name,
      handed: item.count - (isShort ? 1 : 0),
      ...(isShort ? { note: '一辆已报废' } : {}),
    })
    yield 5 * hour
    await o.act(b[1], f, id, 'take', { name: item.name })
  }
  yield day
  await o.act(leader, f, id, 'close')
  for (const item of items.slice(0, 3)) await o.act(a[1], f, next, 'give', { name: item.name, handed: item.count })
}
export const trainingDiary: Readonly<Record<string, Entry>> = {
  survey: { on: once(1), hour: 9.1, tell: survey },
  officer: { on: every(5, 2), hour: 10.3, tell: officer },
  school: { on: every(6, 3), hour: 14.2, tell: school },
  lecture: { on: every(8, 1), hour: 9.9, tell: lecture },
  law: { on: every(14, 5), hour: 15.1, tell: law },
  month: { on: every(14, 3), hour: 8.8, tell: month },
  lawPlan: { on: once(4), hour: 11.4, tell: lawPlan },
  rules: { on: once(2), hour: 16.2, tell: rules },
  monthly: { on: ({ monthDay }) => monthDay === 3, hour: 9.4, tell: monthly },
  reform: { on: once(5), hour: 10.8, tell: reform },
}
