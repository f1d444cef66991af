/** 纪检 of the simulated district: clues only the discipline office reads, posts at risk, what an inspection found, what people declared. */
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, together } from './story.ts'

const [first, second] = ['jijian1', 'jijian2'] as const
const r = 'party.rectification'
const [yard, hand] = ['市政设施养护所', 'chuzhi11'] as const
/** One problem to its end: measures, a report, another who looks. */
async function* rectify(o: Desk, id: string): AsyncGenerator<number, void> {
  const { unit } = await o.row(first, r, id)
  const by = unit === o.unit('城市照明管理所') ? 'chuzhi61' : hand
  yield o.random.integer(1, 3) * day
  await o.act(by, r, id, 'measure', { measures: '建章立制,明确责任人和时限', owner: o.person(by) })
  yield (o.random.chance(0.2) ? 16 : o.random.integer(3, 8)) * day
  await o.act(by, r, id, 'report', { result: '已整改并留存记录', proof: [await o.photo('整改佐证')] })
  yield day
  if (o.random.chance(0.15)) {
    await o.act(first, r, id, 'review', { isOk: 'no', note: '制度尚未印发' })
    yield 2 * day
    await o.act(by, r, id, 'report', { result: '制度已印发', proof: [await o.photo('整改佐证')] })
    yield day
  }
  await o.act(first, r, id, 'review', { isOk: 'yes', note: '抽查属实' })
}
const clues = [
  ['letter', '反映收受商户礼品', 'end', 'none', 'none'],
  ['found', '工作纪律松弛', 'talk', 'first', 'admonish'],
  ['letter', '反映执法不公', 'talk', 'first', 'criticise'],
  ['found', '公务用车管理不严', 'verify', 'second', 'warning'],
] as const
const clue: Story = async function* (o) {
  const p = 'party.clue'
  const [source, what, disposal, form, measure] = o.random.pick(clues)
  const suspects = [{ person: o.person(o.random.pick(['neiqin1', 'zhongdui12', 'chuzhi12'])) }]
  const volume = `JW-${o.date().replaceAll('-', '')}`
  const id = await o.file(first, p, { source, what, suspects, volume })
  yield 2 * day
  await o.act(first, p, id, 'dispose', { disposal, note: disposal === 'end' ? '查无实据' : '具有可查性' })
  if (disposal === 'end') return
  yield 4 * day
  if (form === 'second') {
    await o.act(first, p, id, 'askFiling', { finding: '初核属实' })
    yield day
    await o.act(second, p, id, 'approveFiling', { isOk: 'yes', note: '同意立案' })
    yield 5 * day
  }
  await o.act(first, p, id, 'decide', { form, measure, finding: '经核查属实' })
  yield 6 * day
  await o.act(first, p, id, 'close', { followUp: '已改正' })
}
const style: Story = async function* (o) {
  const what = o.random.pick(['检查只看台账不到现场', '会议材料照抄照转', '窗口答复推诿'])
  const values = { style: o.random.pick(['formalism', 'bureaucracy']), what, unit: o.unit(yard), isLong: 'no', dueOn: o.date(12) }
  yield* rectify(o, await o.file(first, r, values, { action: 'style' }))
}
const posts = [
  ['路内停车收费员', 'parking', 'high', 6],
  ['执法办案员', 'enforcement', 'middle', 12],
  ['案件审核员', 'enforcement', 'middle', 12],
  ['停车票据管理员', 'parking', 'high', 6],
] as const
const risks: Story = async function* (o) {
  const p = 'party.risk-post'
  if ((await o.rows(first, p)).length > 0) return
  for (const [name, field, level, months] of posts)
    await o.file(first, p, {
      ...{ name, field, level, months, unit: o.unit(yard), risk: '利用职务便利谋私', control: '双人办理、电子留痕' },
    })
  const c = 'party.integrity-check'
  const check = async (name: string, areas: readonly string[], isBad: (post: string) => boolean) => {
    const id = await o.file(first, c, { name, areas: areas.map((field) => ({ field })) })
    const all = (await o.row(first, c, id)).posts as readonly { post: string }[]
    return {
      id,
      results: all.map(({ post }) => (isBad(post) ? { post, isHeld: 'no', finding: '现金未日清' } : { post, isHeld: 'yes' })),
    }
  }
  yield 5 * day
  const one = await check(`${o.year()}“清风城管”专项检查`, ['parking', 'enforcement'], (post) => post.includes('收费员'))
  yield 2 * day
  await o.act(first, c, one.id, 'check', { results: one.results, dueOn: o.date(14), material: '收费截留案剖析' })
  const [fix] = await o.rows(first, r, { source: 'integrity' })
  if (fix) yield* rectify(o, fix.id)
  yield day
  const two = await check(`${o.year()}“清风城管”回头看`, ['parking'], () => false)
  yield day
  await o.act(first, c, two.id, 'check', { results: two.results })
}
const found = [
  ['政治建设', '学习研讨结合实际不够'],
  ['政治建设', '重大事项报告不及时'],
  ['党风廉政', '廉政谈话记录不全'],
  ['党风廉政', '票款日清执行不严'],
  ['组织建设', '支委会频次不足'],
  ['组织建设', '党员积分公示滞后'],
] as const
const inspection: Story = async function* (o) {
  const p = 'party.inspection'
  if ((await o.rows(first, p)).length > 0) return
  const receive = (name: string, from: string, lines: readonly (readonly [string, string])[]) =>
    o.file(first, p, {
      ...{ name, from, feedbackOn: o.date(-3), classCount: new Set(lines.map(([group]) => group)).size, itemCount: lines.length },
      items: lines.map(([group, what], i) => ({
        ...{
          group,
          code: `${i + 1}`,
          what,
          unit: o.unit(i === 3 ? '城市照明管理所' : yard),
          isLong: i === 0 ? 'yes' : 'no',
          dueOn: o.date(16),
        },
      })),
    })
  const small = await receive('区委巡察“回头看”', '区委第一巡察组', found.slice(2, 4))
  await receive('区委巡察', '区委第三巡察组', found)
  const all = await o.rows(first, r, { source: 'inspection' })
  yield* together(all.map((x: Row) => rectify(o, x.id)))
  yield hour
  await o.act(first, p, small, 'report', { report: '两项问题全部整改销号', proof: [await o.photo('整改报告')] })
}
/** Whoever serves in the brigade declares, and another looks into it. */
const governance: Story = async function* (o) {
  const p = 'party.governance'
  const d = 'party.declaration'
  if ((await o.rows(first, p)).length > 0) return
  const name = `${o.year()}私车公养专项治理`
  const id = await o.file(first, p, { name, topic: 'car', units: [{ unit: o.unit('综合执法大队') }], declareBy: o.date(6) })
  const people = ['dadui1', 'fazhi1', 'fazhi2', 'neiqin1']
  for (const [n, login] of people.entries()) {
    yield (n === 3 ? 4 : 1) * day
    const hasMatter = n === 0
    await o.post(login, `/party/governance/${id}/declare`, {
      hasMatter,
      ...(hasMatter ? { matter: '公务加油卡给私车加油一次' } : {}),
    })
  }
  yield day
  for (const row of await o.rows(first, d, { governance: id })) {
    const isFound = row.person === o.person('dadui1')
    await o.act(first, d, row.id, 'verify', { means: '比对加油卡与车辆定位', verdict: isFound ? 'found' : 'clear' })
    if (isFound) {
      yield day
      await o.act(first, d, row.id, 'handle', { measure: '退缴、批评教育', returned: 20_000 })
    }
  }
  yield 2 * day
  await o.act(first, p, id, 'end', { summary: '应报尽报,退缴200元' })
  await o.file(first, p, {
    ...{ name: `${o.year()}违规经商办企业专项治理`, topic: 'business', units: [{ unit: o.unit(yard) }], declareBy: o.date(20) },
  })
}
export const disciplineDiary: Readonly<Record<string, Entry>> = {
  clue: { on: every(5, 1), hour: 10.1, tell: clue },
  style: { on: every(8, 2), hour: 15.6, tell: style },
  risks: { on: once(3), hour: 14.1, tell: risks },
  inspection: { on: once(4), hour: 9.9, tell: inspection },
  governance: { on: once(6), hour: 9.5, tell: governance },
}
