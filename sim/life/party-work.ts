/** 党建活动 of the simulated district: programmes task by task, projects for the people, partners, lists and what was done by them, what is decided together. */
import { partyListDiary } from './party-lists.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story } from './story.ts'

const [clerk, leader] = ['dangwu1', 'juzhang'] as const
/** Branch, its unit, its secretary and deputy, its members: all of them people of the platform. */
export const branches = [
  ['执法大队党支部', '综合执法大队', 'dadui1', 'zhongdui11', ['zhongdui12', 'zhongdui21', 'fazhi1', 'fazhi2', 'neiqin1']],
  ['机关党支部', '湖滨区城市管理局', 'kaohe1', 'zhiban1', ['juzhang', 'shuju', 'dangwu1', 'renshi1', 'jijian1']],
  ['养护联合党支部', '市政设施养护所', 'chuzhi11', 'chuzhi31', ['chuzhi12', 'chuzhi41', 'chuzhi61', 'chuzhi71']],
] as const
export const secretaryOf = async (o: Desk, branch: unknown): Promise<string> => {
  const found = (await o.rows(clerk, 'party.branch')).find((b) => b.id === branch)
  return branches.find(([name]) => name === found?.name)?.[2] ?? 'dadui1'
}
const programmes: Story = async function* (o) {
  const p = 'party.programme'
  if ((await o.rows(clerk, p)).length > 0) return
  const all = (await o.rows(clerk, 'party.branch')).map((b) => ({ branch: b.id }))
  const launch = (kind: string, name: string, groups: readonly (readonly [string, string])[], of: readonly object[]) =>
    o.file(clerk, p, {
      ...{ kind, name, fromOn: o.date(), toOn: o.date(120), lead: '机关党委', branches: of },
      items: groups.map(([group, item], i) => ({ code: `${i + 1}`, group, name: item, dueOn: o.date(4 + 5 * i) })),
    })
  const small = await launch(
    'twoTwo',
    '“两在两同”建新功',
    [
      ['在', '走访联系户'],
      ['在', '到一线当一天网格员'],
      ['同', '与群众同议事'],
      ['同', '与班组同劳动'],
    ],
    all.slice(0, 1),
  )
  await launch(
    'theme',
    `${o.year()}年主题教育`,
    [
      ['理论学习', '读书班'],
      ['调查研究', '领题调研'],
      ['推动发展', '为民实事'],
      ['检视整改', '问题清单销号'],
    ],
    all,
  )
  for (let n = 0; n < 22; n++) {
    yield day
    const open = await o.rows(clerk, 'party.programme-task', { status: 'open' })
    const [task] = open
      .filter((t) => n < 9 || t.programme !== small)
      .toSorted((a, b) => String(a.dueOn).localeCompare(String(b.dueOn)))
    if (task && !o.random.chance(0.25)) yield* finish(o, task)
    if (n === 14) {
      const left = await o.rows(clerk, 'party.programme-task', { programme: small, status: 'open' })
      for (const t of left) yield* finish(o, t)
      await o.act(clerk, p, small, 'end', { summary: '四项任务全部完成' })
    }
  }
}
async function* finish(o: Desk, task: Row): AsyncGenerator<number, void> {
  const t = 'party.programme-task'
  const by = await secretaryOf(o, task.branch)
  const report = { people: o.random.integer(6, 30), result: '已开展并留存资料', heldOn: o.date(), proof: [await o.photo('活动')] }
  await o.act(by, t, task.id, 'report', report)
  yield 2 * hour
  if (o.random.chance(0.15)) {
    await o.act(clerk, t, task.id, 'verify', { isOk: 'no', note: '请补签到表' })
    yield hour
    await o.act(by, t, task.id, 'report', report)
  }
  await o.act(clerk, t, task.id, 'verify', { isOk: 'yes' })
}
const wishes = [
  ['老旧小区增设非机动车充电位', '湖滨新村', '充电位不够'],
  ['背街小巷增设路灯', '南苑弄', '夜里太黑'],
  ['菜场周边增设便民座椅', '城南菜场', '老人买菜没处歇脚'],
  ['公园增设无障碍坡道', '滨湖公园', '轮椅上不去'],
] as const
const project: Story = async function* (o) {
  const q = 'party.people-project'
  const [title, where, said] = o.random.pick(wishes)
  const [name, , secretary] = o.random.pick([...branches])
  const [branch] = await o.rows(clerk, 'party.branch', { name })
  const [unit, owner] = o.random.pick([
    ['市政设施养护所', 'chuzhi11'],
    ['园林绿化管理所', 'chuzhi41'],
    ['城市照明管理所', 'chuzhi61'],
  ] as const)
  const id = await o.file(secretary, q, {
    ...{ title, isKey: o.random.chance(0.4) ? 'yes' : 'no', needs: [{ source: 'visit', on: o.date(-8), place: where, said }] },
    ...{
      branch: branch?.id,
      unit: o.unit(unit),
      owner: o.person(owner),
      dueOn: o.date(16),
      budget: 6_000_000,
      effect: `${title}到位`,
    },
  })
  yield day
  if (o.random.chance(0.15))
    return void (await o.act(leader, q, id, 'approve', { isOk: 'no', note: '已列入年度改造,不再重复立项' }))
  await o.act(leader, q, id, 'approve', { isOk: 'yes', note: '同意立项' })
  yield 4 * day
  await o.act(owner, q, id, 'report', { percent: 60, said: '已进场施工' })
  yield o.random.integer(4, 13) * day
  await o.act(owner, q, id, 'finish', { spent: 5_860_000, result: '已建成投用', proof: [await o.photo('实事项目')] })
  for (let n = 0; n < 10; n++) {
    if (n % 4 === 0) yield 8 * hour
    const phone = `139${o.random.integer(10_000_000, 99_999_999)}`
    await o.add('jiedao1', 'party.project-rating', { project: id, phone, score: o.random.integer(4, 5), said: '方便多了' })
  }
  yield day
  await o.act(clerk, q, id, 'close')
}
const partners = [
  ['community', '湖滨社区党委'],
  ['enterprise', '湖滨渣土运输公司党支部'],
  ['street', '湖滨街道党工委'],
] as const
const partnership: Story = async function* (o) {
  const q = 'party.partnership'
  const known = await o.rows(clerk, q)
  const [kind, partner] = partners[known.length] ?? []
  const [name, , by] = branches[known.length] ?? []
  if (!kind || !name || !by) return
  const [branch] = await o.rows(clerk, 'party.branch', { name })
  const short = known.length === 1
  const id = await o.file(by, q, {
    ...{
      kind,
      partner,
      branch: branch?.id,
      fromOn: o.date(),
      toOn: o.date(short ? 10 : 365),
      agreement: [await o.photo('协议')],
    },
    resources: [
      { side: 'us', what: '执法普法讲师' },
      { side: 'them', what: '活动室' },
    ],
  })
  for (let n = 0; n < 2; n++) {
    yield 4 * day
    await o.act(by, q, id, 'act', {
      ...{
        on: o.date(),
        what: n === 0 ? '普法进社区' : '共过组织生活',
        people: 15,
        resource: n === 0 ? '执法普法讲师' : '活动室',
      },
      ...{ result: '受众80人', proof: [await o.photo('共建')] },
    })
  }
  if (!short) return
  yield 4 * day
  await o.act(by, q, id, 'end', { summary: '协议期满,完成两次共建' })
}
const matters = [
  ['采购湿扫车四台', 'money', 240_000_000],
  ['城北转运站改造', 'project', 560_000_000],
  ['年度精细化管理方案', 'decision', undefined],
] as const
const decision: Story = async function* (o) {
  const q = 'party.decision'
  const [title, kind, amount] = o.random.pick(matters)
  const [water, traffic] = ['市政设施养护所', '交通设施养护中心'].map((name) => o.unit(name))
  const askUnits = [{ unit: water }, { unit: traffic }]
  const id = await o.file('dadui1', q, { title, kind, ...(amount ? { amount } : {}), content: '拟按方案实施', askUnits })
  yield hour
  await o.act('dadui1', q, id, 'supply', { papers: [await o.photo('议题材料')] })
  yield day
  await o.act('chuzhi11', q, id, 'opine', { view: 'yes', said: '同意' })
  yield hour
  await o.act('chuzhi21', q, id, 'opine', { view: 'part', said: '请统筹资金' })
  yield day
  const { voters } = await o.row(leader, q, id)
  const isLost = o.random.chance(0.2)
  await o.act(clerk, q, id, 'vote', {
    ...{ minutes: '党组会议记录', doer: water, dueOn: o.date(15), proof: [await o.photo('会议纪要')] },
    votes: (voters as readonly string[]).map((member) => ({
      member,
      vote: isLost ? 'no' : 'yes',
      said: isLost ? '条件不成熟' : '同意',
    })),
  })
  if (isLost) return
  yield 4 * day
  await o.act('chuzhi11', q, id, 'report', { percent: 50, said: '合同已签' })
  yield o.random.integer(4, 13) * day
  await o.act('chuzhi11', q, id, 'finish', { result: '按决议完成', proof: [await o.photo('执行')] })
  yield day
  await o.act(leader, q, id, 'close', { isOk: 'yes', note: '验收资料齐全' })
}
const ideology: Story = async function* (o) {
  const q = 'party.ideology'
  if ((await o.rows(clerk, q)).length > 0) return
  const id = await o.file(clerk, q, { year: o.year(), plan: '党组负主体责任,书记为第一责任人' })
  const problem = { what: '公众号信息未落实三审', unit: o.unit('市政设施养护所'), dueOn: o.date(20) }
  for (const [kind, what, problems] of [
    ['agenda', '专题研究意识形态工作', []],
    ['analysis', '分析研判网络舆情', []],
    ['check', '专项检查信息发布', [problem]],
  ] as const) {
    yield 3 * day
    await o.act(clerk, q, id, 'work', { kind, what, problems, proof: [await o.photo('意识形态')] })
  }
}
const joint: Story = async function* (o) {
  const q = 'party.joint-task'
  const title = o.random.pick(['积水点改造党员突击', '户外广告整治党员示范', '背街小巷整治党员认领'])
  const unit = o.unit('市政设施养护所')
  const task = await o.file('kaohe1', 'evaluation.task', {
    ...{ title: title.slice(0, -4), source: 'other', sourceName: '党组会', unit, owner: '所长', dueOn: o.date(18) },
  })
  const [branch] = await o.rows(clerk, 'party.branch', { name: '养护联合党支部' })
  const id = await o.file(clerk, q, {
    ...{ title, unit, branch: branch?.id, task, business: '按计划完成12处', party: '设党员责任区三个', dueOn: o.date(18) },
  })
  const carry = async (side: string, percent: number) =>
    o.act('chuzhi11', q, id, 'carry', { side, percent, said: '推进中', proof: [await o.photo('四同')] })
  yield 4 * day
  await carry('business', 60)
  yield 3 * day
  await carry('business', 100)
  await carry('party', 100)
  await o.act('chuzhi11', 'evaluation.task', task, 'report', { result: '12处完成' })
  yield 2 * day
  await o.act(clerk, q, id, 'check', { isBusinessOk: 'yes', businessFound: '12处完成', isPartyOk: 'yes', partyFound: '台账齐全' })
  await o.act('kaohe1', 'evaluation.task', task, 'sign')
  yield day
  await o.act(leader, q, id, 'assess', { businessScore: o.random.integer(88, 98), partyScore: o.random.integer(86, 97) })
}
export const partyWorkDiary: Readonly<Record<string, Entry>> = {
  ...partyListDiary,
  programmes: { on: once(2), hour: 9.6, tell: programmes },
  project: { on: every(6, 2), hour: 10.9, tell: project },
  partnership: { on: every(5, 3), hour: 14.7, tell: partnership },
  decision: { on: every(8, 3), hour: 9.8, tell: decision },
  ideology: { on: once(5), hour: 14.9, tell: ideology },
  joint: { on: every(9, 4), hour: 11.3, tell: joint },
}
