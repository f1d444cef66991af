/** What the assessor's office of the simulated district does with others: workshops, campaigns, titles, and what follows from a round that is published. */
import { handlerOf, handlers } from './near.ts'
import { type Desk, day, hour, type Story } from './story.ts'

const [assessor, leader] = ['kaohe1', 'juzhang'] as const
export const streetLogin = (o: Desk, code: unknown): string => `jiedao${o.town.streets.findIndex((s) => s.code === code) + 1}`
export const streetCode = (o: Desk, n: number): string => o.town.streets[n % o.town.streets.length]?.code ?? ''
const tasksDone = async (o: Desk, source: string): Promise<void> => {
  for (const task of await o.rows(assessor, 'evaluation.task', { source, status: 'open' })) {
    await o.act(handlerOf(o, task.unit), 'evaluation.task', task.id, 'report', { result: '已完成' })
    await o.act(assessor, 'evaluation.task', task.id, 'sign')
  }
}
export const workshop: Story = async function* (o) {
  const p = 'evaluation.workshop'
  const opinions = [
    { from: '城东街道', clause: '小广告', opinion: '权重偏高' },
    { from: '城西街道', clause: '抽样', opinion: '建议取消抽样' },
  ]
  const id = await o.file(assessor, p, {
    name: `考核座谈会(${o.date().slice(5)})`,
    year: o.year(),
    heldOn: o.date(-1),
    attendees: '各街道',
    opinions,
  })
  yield 2 * day
  for (const said of await o.rows(assessor, 'evaluation.rule-opinion', { workshop: id }))
    await o.act(leader, 'evaluation.rule-opinion', said.id, said.clause === '小广告' ? 'accept' : 'decline', { answer: '已研究' })
}
/** A campaign of a hundred days with a task force for each title; one title is held, one is tried for. */
export const campaign: Story = async function* (o) {
  const p = 'evaluation.campaign'
  if ((await o.rows(assessor, p)).length > 0) return
  const titles = ['civilized', 'sanitary']
  const id = await o.file(assessor, p, { name: '双城同创百日攻坚', titles, startOn: o.date(3), days: 100 })
  for (const name of ['文明专班', '卫生专班']) {
    const members = [
      { name: '周科长', from: o.unit(handlers[0][0]), isFullTime: true },
      { name: '吴队长', from: o.unit(handlers[1][0]) },
    ]
    const term = { leader: '张副局长', duty: '统筹推进', startOn: o.date(), endOn: o.date(110), members }
    const force = await o.file(assessor, 'evaluation.task-force', { campaign: id, name, ...term })
    yield day
    await o.act(assessor, 'evaluation.task-force', force, 'meet', { heldOn: o.date(), topic: '推进会', decision: '倒排工期' })
  }
  yield 2 * day
  await o.act(leader, p, id, 'launch')
  const task = { unit: o.unit(handlers[1][0]), owner: '钱工', dueOn: o.date(20) }
  await o.act(assessor, p, id, 'assign', {
    tasks: [
      { ...task, title: '除四害', force: '卫生专班' },
      { ...task, title: '公益广告更新', force: '文明专班' },
    ],
  })
  yield 9 * day
  await tasksDone(o, 'campaign')
}
export const titles: Story = async function* (o) {
  const p = 'evaluation.title'
  if ((await o.rows(assessor, p)).length > 0) return
  const requirements = [
    { name: '建成区绿地率', unit: o.unit(handlers[2][0]), owner: '园林科' },
    { name: '公园服务半径', unit: o.unit(handlers[2][0]), owner: '园林科' },
  ]
  const held = { heldSince: `${o.year() - 1}-05-01`, document: '全爱卫1号' }
  await o.file(
    assessor,
    p,
    { name: '国家卫生城市', kind: 'sanitary', level: 'nation', cycleYears: 3, requirements, ...held },
    { action: 'register' },
  )
  const id = await o.file(assessor, p, { name: '国家园林城市', kind: 'garden', level: 'nation', cycleYears: 3, requirements })
  yield 5 * day
  const lines = [
    { name: '建成区绿地率', isMet: true },
    { name: '公园服务半径', isMet: false, note: '城北缺公园' },
  ]
  await o.act(assessor, p, id, 'selfCheck', { lines, dueOn: o.date(30) })
}
/** After a round is published: an appeal, the lock, the money, the talk with the last, the meeting and the analysis of the quarter. */
export const afterRound: Story = async function* (o) {
  const [round] = await o.rows(assessor, 'evaluation.round', { status: 'published' })
  if (!round) return
  const appeal = {
    round: round.id,
    street: streetCode(o, 1),
    itemCode: 'A3',
    reason: '整改已完成,系统未记',
    evidence: [await o.photo('佐证')],
  }
  const filed = await o.file(streetLogin(o, streetCode(o, 1)), 'evaluation.appeal', appeal)
  yield 2 * day
  await o.act(leader, 'evaluation.appeal', filed, 'uphold', { decision: '整改超过期限,维持' })
  yield 7 * day
  await o.act(leader, 'evaluation.round', round.id, 'lock')
  const fund = await o.file(assessor, 'evaluation.fund', {
    name: `${String(round.name)}奖补`,
    round: round.id,
    rule: 'score',
    potFen: 20_000_000,
  })
  yield day
  await o.act(leader, 'evaluation.fund', fund, 'sign')
  yield day
  for (const [n, grant] of (await o.rows(assessor, 'evaluation.grant', { fund })).slice(0, 5).entries())
    await o.act(assessor, 'evaluation.grant', grant.id, 'pay', { voucher: `JB-${n + 1}`, paidOn: o.date() })
  for (const talk of await o.rows(assessor, 'evaluation.talk', { round: round.id })) {
    const held = {
      heldOn: o.date(),
      attendee: '分管副主任',
      commitment: '加密作业频次',
      promiseOn: o.date(10),
      minutes: [await o.photo('约谈')],
    }
    await o.act(leader, 'evaluation.talk', talk.id, 'hold', held)
  }
  const quarter = Math.floor((Number(String(round.fromOn).slice(5, 7)) - 1) / 3) + 1
  const year = Number(String(round.fromOn).slice(0, 4))
  const held = await o.rows(assessor, 'evaluation.review-meeting', { year, quarter })
  if (held.length > 0) return
  const meeting = await o.file(assessor, 'evaluation.review-meeting', {
    year,
    quarter,
    chair: '区领导',
    meetOn: o.date(1),
    round: round.id,
  })
  const analysis = await o.file(assessor, 'evaluation.analysis', { year, quarter, level: 'district', team: '湖滨大学评价中心' })
  yield day + hour
  const tasks = [{ title: '清理老旧小区小广告', unit: o.unit(handlers[1][0]), owner: '王科长', dueOn: o.date(10) }]
  await o.act(assessor, 'evaluation.review-meeting', meeting, 'hold', { bulletin: '通报考核情况', attendees: '各街道', tasks })
  const { items } = await o.row(assessor, 'evaluation.analysis', analysis)
  const weak = (items as readonly { readonly code: string; readonly isWeak: boolean }[]).filter((i) => i.isWeak)
  const advices = weak.map((i) => ({ code: i.code, advice: '改按分档计分' }))
  await o.act(assessor, 'evaluation.analysis', analysis, 'review', { report: '区分度整体可用', advices })
  yield 3 * day
  await tasksDone(o, 'review')
  await o.act(assessor, 'evaluation.review-meeting', meeting, 'close')
}
