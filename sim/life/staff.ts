/** 队伍建设 of the simulated district: squads and their stars, visits that look at conduct, pairs and studios, what people write each quarter and how the year is graded. */
import { handlerOf, handlers } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Story, workdays } from './story.ts'

const [hr, hr2, inspector, head, leader] = ['renshi1', 'renshi2', 'kaohe1', 'dadui1', 'juzhang'] as const
const begin: Story = async function* (o) {
  if ((await o.rows(hr, 'staff.squad')).length > 0) return
  for (const [i, street] of o.town.streets.entries())
    await o.add(hr, 'staff.squad', {
      ...{ name: `${street.name}中队`, unit: o.unit(`${street.name}综合执法中队`), chief: o.person(`jiedao${i + 1}`), stars: 0 },
    })
  for (const [code, name, points] of [
    ['A', '队伍管理', 40],
    ['B', '执法规范', 40],
    ['C', '群众满意', 20],
  ] as const)
    await o.add(hr, 'staff.star-standard', { code, name, points })
  yield 1
}
const squadOf = async (o: Desk, street: number) =>
  (await o.rows(inspector, 'staff.squad', { chief: o.person(`jiedao${street}`) }))[0]
const scores = (a: number, b: number, c: number) => ({
  lines: [
    { item: 'A 队伍管理', score: a, note: '台账齐全' },
    { item: 'B 执法规范', score: b, note: '文书个别不规范' },
    { item: 'C 群众满意', score: c, note: '回访满意' },
  ],
})
const star: Story = async function* (o) {
  const p = 'staff.star-application'
  const known = await o.rows(inspector, p)
  const street = known.length + 1
  if (street > o.town.streets.length) return
  const squad = await squadOf(o, street)
  const id = await o.file(
    `jiedao${street}`,
    p,
    { squad: squad?.id, wanted: 4, proof: [await o.photo('申报材料')] },
    o.place(street),
  )
  yield 2 * day
  const low = street % 5 === 2 ? 8 : 0
  const [a, b, c] = [o.random.integer(35, 39) - low, o.random.integer(34, 39) - low, o.random.integer(16, 19)]
  await o.act(inspector, p, id, 'score', scores(a, b, c))
  yield 3 * day
  await o.act(head, p, id, 'recheck', scores(a - 1, b - o.random.integer(0, 2), c))
  if (street !== 1) return
  yield 9 * day
  await o.act(inspector, p, id, 'review', scores(a - 3, b - 2, c - 1))
}
const faults = { uniform: '未按规定着装', recorder: '未开启记录仪', language: '用语不规范', documents: '文书未当场送达' } as const
const visit: Story = async function* (o) {
  const p = 'staff.conduct-visit'
  const street = o.random.integer(1, Math.min(4, o.town.streets.length))
  const squad = await squadOf(o, street)
  const bad = Object.keys(faults).filter(() => o.random.chance(0.16))
  const lines = [1, 2].flatMap((n) =>
    Object.entries(faults).map(([item, note]) => {
      const isBad = n === 1 && bad.includes(item)
      return { person: o.person(`zhongdui${street}${n}`), item, isOk: isBad ? 'no' : 'yes', ...(isBad ? { note } : {}) }
    }),
  )
  const values = { level: o.random.pick(['district', 'district', 'city', 'squad']), mode: o.random.pick(['open', 'secret']) }
  const id = await o.file(
    inspector,
    p,
    {
      ...{
        ...values,
        squad: squad?.id,
        visitedOn: o.date(),
        place: `${squad?.name}辖区主干道`,
        lines,
        photos: [await o.photo('督察')],
      },
    },
    o.place(street),
  )
  if (bad.length === 0) return
  yield o.random.integer(1, 4) * day
  await o.act(`jiedao${street}`, p, id, 'answer', { answer: '已当面教育,全队通报。' })
  yield day
  if (o.random.chance(0.15)) {
    await o.act(inspector, p, id, 'close', { isOk: 'no' })
    yield day
    await o.act(`jiedao${street}`, p, id, 'answer', { answer: '已补充培训记录。' })
    yield hour
  }
  await o.act(inspector, p, id, 'close', { isOk: 'yes' })
}
const retraining: Story = async function* (o) {
  for (const t of (await o.rows(inspector, 'staff.retraining', { status: 'open' })).slice(0, 2)) {
    await o.act(inspector, 'staff.retraining', t.id, 'train', {
      hours: 4,
      exam: o.random.chance(0.2) ? 72 : o.random.integer(80, 96),
    })
    yield hour
  }
}
const works = ['班组台账规范化', '窗口服务提升', '一线人员着装规范'] as const
const campaign: Story = async function* (o) {
  const p = 'staff.campaign'
  const t = 'staff.campaign-task'
  if ((await o.rows(hr, p)).length > 0) return
  const line = (group: string, n: number, name: string) => ({
    group,
    name,
    unit: o.unit((handlers[n] ?? handlers[0])[0]),
    dueOn: o.date(8 + 6 * n),
  })
  const items = ['base', 'style', 'image'].map((group, n) => line(group, n, works[n] ?? ''))
  const launch = (name: string) => o.file(hr, p, { name, fromOn: o.date(), toOn: o.date(200), items })
  const short = await launch(`${o.year()}“强转树”春季行动`)
  const id = await launch(`${o.year()}“强转树”提升行动`)
  yield 3 * day
  await o.act(inspector, p, short, 'inspect', { what: '启动情况督查', problems: [], proof: [await o.photo('督查')] })
  await o.act(hr, p, short, 'example', { group: 'base', who: '市政一班', what: '台账日清日结' })
  const problems = [line('style', 0, '窗口人员着装不整'), line('base', 1, '车辆台账缺页')]
  await o.act(inspector, p, id, 'inspect', { what: '第一轮明察暗访', problems, proof: [await o.photo('督查')] })
  await o.act(hr, p, id, 'example', { group: 'image', who: '环卫一班', what: '拾金不昧,归还失主钱包' })
  const all = [...(await o.rows(hr, t, { campaign: short })), ...(await o.rows(hr, t, { campaign: id }))]
  for (const x of all.slice(0, -1)) {
    yield o.random.integer(1, 3) * day
    const by = handlerOf(o, x.unit)
    await o.act(by, t, x.id, 'report', { result: '已完成', proof: [await o.photo('完成')] })
    yield 5 * hour
    if (o.random.chance(0.2)) {
      await o.act(inspector, t, x.id, 'check', { isOk: 'no' })
      yield 5 * hour
      await o.act(by, t, x.id, 'report', { result: '已补充', proof: [await o.photo('完成')] })
    }
    await o.act(inspector, t, x.id, 'check', { isOk: 'yes' })
    if (x === all[2]) await o.act(hr, p, short, 'end', { summary: '三项任务全部销号' })
  }
}
const pairs = [
  ['mentor', '行政处罚办案', 'fazhi1', 'zhongdui12', 12],
  ['mentor', '案卷制作', 'fazhi2', 'zhongdui22', 120],
  ['shadow', '指挥调度', 'paiqian1', 'paiqian2', 100],
] as const
const pairing: Story = async function* (o) {
  const p = 'staff.pairing'
  const known = await o.rows(hr, p)
  const [kind, topic, mentor, apprentice, days] = pairs[known.length] ?? []
  if (!kind || !mentor || !apprentice) return
  const id = await o.file(
    hr,
    p,
    {
      ...{ kind, topic, mentor: o.person(mentor), apprentice: o.person(apprentice), plan: '跟班学习,独立办结' },
      ...{ fromOn: o.date(days === 12 ? -85 : -1), toOn: o.date(days ?? 100), tasks: [{ what: `合作完成一次${topic}` }] },
    },
    o.place(known.length < 2 ? known.length + 1 : undefined),
  )
  yield 2 * day
  await o.act(apprentice, p, id, 'log', { said: `学习${topic}流程,记录疑问三条。` })
  yield 6 * day
  await o.act(mentor, p, id, 'together', { what: `合作完成一次${topic}`, proof: [await o.photo('带教')] })
  if (days !== 12) return
  yield 6 * day
  const { status } = await o.row(hr, p, id)
  if (status !== 'judging') return
  await o.act(mentor, p, id, 'judge', { score: 90, said: '踏实好学' })
  yield hour
  await o.act(apprentice, p, id, 'judge', { score: 95, said: '耐心细致' })
}
const studios = [
  ['市政技能工作室', 'chuzhi11', '非开挖修复'],
  ['园林工匠工作室', 'chuzhi41', '古树复壮'],
  ['照明创新工作室', 'chuzhi61', '节能改造'],
  ['法制审核工作室', 'fazhi1', '案卷质量'],
] as const
const studio: Story = async function* (o) {
  const p = 'staff.studio'
  if ((await o.rows(hr, p)).length > 0) return
  const goals = [
    { code: '1', what: '技术革新', target: 2, weight: 60 },
    { code: '2', what: '带徒', target: 4, weight: 40 },
  ]
  const made = []
  for (const [name, who, direction] of studios)
    made.push({ who, id: await o.file(hr, p, { name, leader: o.person(who), direction, goals }) })
  for (const [n, s] of made.entries())
    for (let i = 0; i < 4 - n; i++) {
      yield 2 * day
      const code = i % 2 === 0 ? '1' : '2'
      const what = code === '1' ? '工艺改进一项' : '带徒一人'
      await o.act(s.who, p, s.id, 'achieve', { code, amount: code === '1' ? 1 : 2, what, proof: [await o.photo('成果')] })
    }
  yield day
  for (const s of made) await o.act(hr, p, s.id, 'score')
  yield day
  await o.act(hr, p, made.at(-1)?.id ?? '', 'score')
}
/** Last year is graded from its four quarters; of this year the quarter that runs is written. */
const brigade = [head, 'fazhi1', 'fazhi2', 'neiqin1'] as const
const appraisal: Story = async function* (o) {
  const [p, q] = ['staff.appraisal', 'staff.quarter']
  if ((await o.rows(hr, p)).length > 0) return
  const year = o.year() - 1
  for (const quarter of [1, 2, 3, 4])
    for (const who of brigade) {
      const summary = '完成季度任务,无投诉。'
      await o.post(who, '/staff/my-quarters/write', { year, quarter, summary })
      const [row] = await o.rows(head, q, { person: o.person(who), year, quarter })
      await o.act(who === head ? 'fazhi1' : head, q, row?.id ?? '', 'grade', {
        ...{ grade: o.random.pick(['good', 'good', 'fair']), comment: '工作扎实' },
      })
      yield 10
    }
  const id = await o.file(hr, p, { scheme: 'civil', unit: o.unit('综合执法大队'), year })
  await o.file(hr, p, { scheme: 'institution', unit: o.unit('园林绿化管理所'), year })
  yield day
  const { people } = await o.row(hr, p, id)
  const lines = (people as readonly string[]).map((who) => ({ who, grade: 'competent' }))
  await o.act(hr, p, id, 'propose', { lines })
  yield day
  await o.act(leader, p, id, 'approve', { isOk: 'no', reason: '请补充评语' })
  yield day
  await o.act(hr, p, id, 'propose', { lines })
  await o.act(leader, p, id, 'approve', { isOk: 'yes' })
}
const written: Story = async function* (o) {
  const [who, by] = o.random.pick([
    ['chuzhi12', 'chuzhi11'],
    ['chuzhi42', 'chuzhi41'],
    ['chuzhi32', 'chuzhi31'],
    ['chuzhi62', 'chuzhi61'],
  ] as const)
  const quarter = Math.ceil(Number(o.date().slice(5, 7)) / 3)
  const [known] = await o.rows(by, 'staff.quarter', { person: o.person(who), year: o.year(), quarter })
  if (known) return
  await o.post(who, '/staff/my-quarters/write', { year: o.year(), quarter, summary: '按计划完成养护任务,参加应急两次。' })
  yield 2 * day
  const [row] = await o.rows(by, 'staff.quarter', { person: o.person(who), year: o.year(), quarter })
  if (row && o.random.chance(0.7)) await o.act(by, 'staff.quarter', row.id, 'grade', { grade: 'good', comment: '肯干负责' })
}
const selection: Story = async function* (o) {
  const p = 'staff.selection'
  const known = await o.rows(hr, p)
  const [post, who] = (
    [
      ['执法大队副大队长', 'zhongdui11'],
      ['监督中心副主任', 'zhiban1'],
      ['市政所副所长', 'chuzhi12'],
    ] as const
  )[known.length] ?? ['', '']
  if (!post) return
  const v = (n: number) => ({ volume: `GB-${o.year()}-${known.length + 1}-${n}` })
  const id = await o.file(hr, p, { kind: 'leader', post, motion: '职位空缺,工作需要', ...v(1) })
  yield 2 * day
  await o.act(hr, p, id, 'recommend', { candidate: o.person(who), voters: 30, recommended: o.random.integer(20, 27), ...v(2) })
  yield 3 * day
  await o.act(hr2, p, id, 'inspect', { inspection: '个别谈话十二人,反映良好', integrity: 'clear', ...v(3) })
  yield 2 * day
  await o.act(hr, p, id, 'decide', { members: 9, present: 8, yes: 8, ...v(4) })
  await o.act(hr, p, id, 'announce', v(5))
  yield 2 * day
  if (known.length === 0) {
    await o.act(hr, p, id, 'object', { objection: '反映家属经商' })
    yield 2 * day
    await o.act(hr2, p, id, 'settle', { isTrue: 'no', ...v(6) })
  }
  yield 5 * day
  await o.act(hr, p, id, 'appoint', { paper: `湖城干〔${o.year()}〕${known.length + 3}号` })
}
export const staffDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 6.2, tell: begin },
  star: { on: every(3, 1), hour: 9.3, tell: star },
  visit: { on: workdays, hour: 14.6, tell: visit },
  retraining: { on: every(4, 2), hour: 15.9, tell: retraining },
  campaign: { on: once(1), hour: 9.9, tell: campaign },
  pairing: { on: every(5, 2), hour: 10.4, tell: pairing },
  studio: { on: once(2), hour: 15.2, tell: studio },
  appraisal: { on: once(3), hour: 8.6, tell: appraisal },
  written: { on: every(3, 2), hour: 17.4, tell: written },
  selection: { on: every(8, 3), hour: 16.8, tell: selection },
}
