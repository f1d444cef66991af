/** 党建 of the simulated district: branches meet and make up, members earn points, projects for the people, what is decided together and what was pledged. */
import { disciplineDiary } from './discipline.ts'
import { branches, partyWorkDiary, secretaryOf } from './party-work.ts'
import { type Desk, day, type Entry, every, hour, once, type Story } from './story.ts'

const [clerk, leader] = ['dangwu1', 'juzhang'] as const
const begin: Story = async function* (o) {
  if ((await o.rows(clerk, 'party.branch')).length > 0) return
  for (const [n, [name, unit, secretary, deputy, others]] of branches.entries()) {
    const branch = await o.add(clerk, 'party.branch', {
      ...{
        name,
        unit: o.unit(unit),
        kind: n === 2 ? 'joint' : 'branch',
        secretary: o.person(secretary),
        deputy: o.person(deputy),
      },
      ...{ groups: 1, termEndsOn: `${o.year() + 2}-12-31` },
    })
    for (const [i, login] of [secretary, deputy, ...others].entries())
      await o.add(clerk, 'party.member', {
        ...{ person: o.person(login), code: `D${n + 1}${String(i + 1).padStart(2, '0')}`, branch, joinedOn: `20${10 + i}-07-01` },
        ...{ duty: i === 0 ? 'secretary' : i === 1 ? 'committee' : 'plain', stage: 'full' },
      })
  }
  for (const [i, [login, duty]] of (
    [
      ['juzhang', '党组书记'],
      ['dadui1', '党组成员'],
      ['kaohe1', '副局长'],
    ] as const
  ).entries())
    await o.add(clerk, 'party.leader', { person: o.person(login), duty, rank: i + 1, isFirst: i === 0 })
  const rules = [
    ['A1', '攻坚先锋', 'lead', 8, 32],
    ['A2', '志愿服务满四小时', 'volunteer', 2, 20],
    ['A3', '按时参加组织生活', 'duty', 1, 12],
    ['K1', '无故缺席组织生活', 'minus', -5, 20],
  ] as const
  for (const [code, name, kind, points, most] of rules)
    await o.add(clerk, 'party.point-rule', { code, name, kind, points, most, isVeto: false })
  const award = { grantor: '市委', level: 'city', grantedOn: o.date(-40), paper: `常委〔${o.year()}〕6号` }
  const [member] = await o.rows(clerk, 'party.member')
  const [branch] = await o.rows(clerk, 'party.branch')
  await o.add(clerk, 'party.award', { ...award, holder: 'person', member: member?.id, name: '市优秀共产党员' })
  await o.add(clerk, 'party.award', { ...award, holder: 'group', branch: branch?.id, name: '先进基层党组织' })
  yield 1
}
const subjects = ['学习全会精神', '学习条例', '城市精细化管理专题', '作风建设专题', '安全生产专题']
/** One meeting: who stays away makes it up, a warning is reflected on by everybody. */
async function* meet(o: Desk, by: string, id: string): AsyncGenerator<number, void> {
  const s = 'party.session'
  yield day + 2 * hour
  const { expected, kind } = await o.row(by, s, id)
  const members = expected as readonly string[]
  const away = kind === 'visit' || !o.random.chance(0.35) ? [] : [members.at(-1)]
  await o.act(by, s, id, 'hold', {
    ...{ attendance: members.map((member) => ({ member, state: away.includes(member) ? 'leave' : 'there' })), hours: 2 },
    ...{ content: '传达学习文件,结合岗位交流发言。', proof: [await o.photo('签到表')] },
  })
  if (away.length > 0) {
    yield (o.random.chance(0.3) ? 9 : 3) * day
    await o.act(by, s, id, 'makeUp', { makeUps: away.map((member) => ({ member, on: o.date(), how: '阅读会议材料' })) })
  }
  if (kind !== 'warning') return
  yield 2 * day
  await o.act(by, s, id, 'reflect', { reflections: members.map((member) => ({ member, said: '以案为鉴,守住底线。' })) })
}
const meeting: Story = async function* (o) {
  const all = await o.rows(clerk, 'party.branch')
  const branch = o.random.pick(all)
  const by = await secretaryOf(o, branch.id)
  const kind = o.random.pick(['meeting', 'committee', 'committee', 'group', 'group', 'lecture', 'study', 'discuss', 'own'])
  const values = { kind, topic: o.random.pick(subjects), planOn: o.date(1), place: '会议室', lecturer: '支部书记' }
  yield* meet(o, by, await o.file(by, 'party.session', { ...values, branch: branch.id }, { action: 'plan' }))
}
const arranged: Story = async function* (o) {
  const audience = (await o.rows(clerk, 'party.branch')).map((b) => ({ branch: b.id }))
  const kind = o.random.pick(['centre', 'centre', 'warning', 'outer', 'visit'])
  const values = {
    kind,
    topic: kind === 'warning' ? '以案为鉴警示教育' : o.random.pick(subjects),
    planOn: o.date(1),
    place: '局机关',
  }
  const more = { lecturer: '宣讲团成员', material: '停车收费人员截留票款案', audience }
  yield* meet(o, clerk, await o.file(clerk, 'party.session', { ...values, ...more }, { action: 'arrange' }))
}
const points: Story = async function* (o) {
  const [name, , secretary, deputy, others] = o.random.pick([...branches])
  // Whoever keeps the personnel files has no door of a member's own.
  const login = o.random.pick(others.filter((by) => by !== 'renshi1'))
  const branch = (await o.rows(clerk, 'party.branch', { name }))[0]
  const member = (await o.rows(clerk, 'party.member', { branch: branch?.id })).find((m) => m.person === o.person(login))
  const rules = (await o.rows(clerk, 'party.point-rule')).filter((r) => Number(r.points) > 0)
  const rule = o.random.pick(rules)
  const id = await o.file(login, 'party.points', {
    ...{
      member: member?.id,
      rule: rule.id,
      doneOn: o.date(-1),
      what: `${rule.name}:参加周末城市清洁`,
      proof: [await o.photo('佐证')],
    },
  })
  yield o.random.integer(3, 50) * hour
  const by = deputy.startsWith('zhongdui') || o.random.chance(0.7) ? secretary : deputy
  await o.act(by, 'party.points', id, 'approve', o.random.chance(0.85) ? { isOk: 'yes' } : { isOk: 'no', reason: '佐证不足' })
}
/** The four quarters of last year are published and, after the days for appeals, graded. */
const quarters: Story = async function* (o) {
  const q = 'party.point-quarter'
  if ((await o.rows(clerk, q)).length > 0) return
  const year = o.year() - 1
  const all = (await o.rows(clerk, 'party.branch')).toSorted(
    (a, b) => Number(b.name === '执法大队党支部') - Number(a.name === '执法大队党支部'),
  )
  for (const branch of all.slice(0, 2))
    for (const quarter of [1, 2, 3, 4]) await o.file(await secretaryOf(o, branch.id), q, { branch: branch.id, year, quarter })
  yield day
  const [last] = await o.rows(clerk, q, { quarter: 4, branch: all[0]?.id })
  const appeal = await o.file('fazhi1', 'party.point-appeal', { quarter: last?.id, why: '漏记一次志愿服务' })
  yield 3 * day
  await o.act(clerk, 'party.point-appeal', appeal, 'decide', { isOk: 'yes', delta: 2, answer: '核对记录,补计2分' })
  yield 4 * day
  for (const branch of all.slice(0, 2))
    await o.file(await secretaryOf(o, branch.id), 'party.point-year', { branch: branch.id, year })
  const [third] = all.slice(2)
  if (third) await o.file(await secretaryOf(o, third.id), q, { branch: third.id, year, quarter: 4 })
}
const excellence: Story = async function* (o) {
  const p = 'party.excellence'
  if ((await o.rows(clerk, p)).length > 0) return
  const quotas = (['member', 'worker', 'group'] as const).map((kind) => ({ kind, places: 2 }))
  const round = await o.file(clerk, p, { name: `${o.year()}年度两优一先`, year: o.year(), quotas, nominateBy: o.date(8) })
  const all = await o.rows(clerk, 'party.branch')
  const n = 'party.nominee'
  const put: string[] = []
  for (const branch of all) {
    yield day
    const by = await secretaryOf(o, branch.id)
    const members = await o.rows(clerk, 'party.member', { branch: branch.id })
    const plain = members.find((m) => m.duty === 'plain')
    const worker = members.find((m) => m.duty === 'committee')
    const proof = [await o.photo('事迹材料')]
    const one = { round, branch: branch.id, deeds: '在一线攻坚中带头作表率', proof }
    put.push(await o.file(by, n, { ...one, kind: 'member', member: plain?.id }))
    put.push(await o.file(by, n, { ...one, kind: 'worker', member: worker?.id }))
    for (const id of put.slice(-2))
      await o.act(by, n, id, 'vote', { present: members.length, yes: members.length - 1, no: 0, kept: 1 })
  }
  yield 3 * day
  for (const [i, id] of put.entries())
    await o.act(clerk, n, id, 'review', {
      isOk: i === 5 || i === 4 ? 'no' : 'yes',
      reviewed: i > 3 ? '超出名额,留作后备' : '廉政无异议',
    })
  await o.act(clerk, p, round, 'announce')
  yield 2 * day
  await o.act('fazhi2', n, put[1] ?? '', 'object', { objection: '材料中一项数据有出入' })
  yield 2 * day
  await o.act(clerk, n, put[1] ?? '', 'settle', { isTrue: 'no', answer: '核对台账,数据无误' })
  yield 9 * day
  await o.act(leader, p, round, 'award', { paper: `湖城党〔${o.year()}〕9号` })
}
const action: Story = async function* (o) {
  const p = 'party.action-branch'
  const all = await o.rows(clerk, p)
  if (all.length > 1) return
  const of = (login: string, role = 'plain') => ({ person: o.person(login), role })
  const form = (name: string, task: string, days: number) => ({
    ...{ name, task, isTemporary: 'yes', fromOn: o.date(), toOn: o.date(days) },
    members: [of('dadui1', 'secretary'), of('zhongdui11'), of('kaohe1'), of('chuzhi11')],
  })
  const short = await o.file(clerk, p, form('雨后清淤行动支部', 'other', 9))
  const long = await o.file(clerk, p, form('垃圾分类行动支部', 'sorting', 90))
  for (const [i, id] of [short, long, long, short, long].entries()) {
    yield 1.5 * day
    await o.act('dadui1', p, id, 'act', {
      ...{
        on: o.date(),
        what: i % 3 === 0 ? '清理雨水口' : '入户宣传分类',
        people: 3,
        result: `完成${o.random.integer(20, 120)}处`,
      },
      proof: [await o.photo('行动')],
    })
  }
  await o.act(clerk, p, long, 'honour', {
    ...{ name: '市级先锋行动支部', level: 'city', paper: `常城〔${o.year()}〕3号`, on: o.date(), proof: [await o.photo('获评')] },
  })
  yield 5 * day
  await o.act('dadui1', p, short, 'dissolve', { summary: '清淤任务完成,累计清理雨水口260座' })
}
export const partyDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5.8, tell: begin },
  meeting: { on: every(2), hour: 15.8, tell: meeting },
  arranged: { on: every(5, 2), hour: 9.3, tell: arranged },
  points: { on: every(2, 1), hour: 17.1, tell: points },
  quarters: { on: once(3), hour: 9.4, tell: quarters },
  excellence: { on: once(4), hour: 10.6, tell: excellence },
  action: { on: once(2), hour: 9.2, tell: action },
  ...partyWorkDiary,
  ...disciplineDiary,
}
