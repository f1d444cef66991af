/** 安全生产中的人 of the simulated district: courses and lectures, the emergency office and its post, a week of prevention, what units pledged. */
import { handlerOf, handlers } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Story, together } from './story.ts'

const [manager, checker, leader] = ['zhiban1', 'kaohe1', 'juzhang'] as const
export const item = async function* (o: Desk, id: string, unit: unknown): AsyncGenerator<number, void> {
  yield o.random.integer(3, 12) * day
  await o.act(handlerOf(o, unit), 'safety.item', id, 'finish', { result: '已落实', photos: [await o.photo('落实')] })
  yield day
  if (o.random.chance(0.15)) {
    await o.act(checker, 'safety.item', id, 'sign', { isOk: 'no' })
    yield 2 * day
    await o.act(handlerOf(o, unit), 'safety.item', id, 'finish', { result: '已补齐', photos: [await o.photo('落实')] })
    yield hour
  }
  await o.act(checker, 'safety.item', id, 'sign', { isOk: 'yes' })
}
const names = ['张一凡', '王立新', '李书平', '赵建军', '钱志强', '孙晓明'] as const
const training: Story = async function* (o) {
  const experts = await o.rows(manager, 'safety.expert')
  const id = await o.file(manager, 'safety.training', {
    ...{
      name: o.random.pick(['有限空间作业专题', '高处作业安全', '道路养护交通安全', '消防器材使用']),
      layer: 'central',
      hours: 4,
    },
    ...{ campaign: '安全生产月', expert: o.random.pick(experts).id, onOn: o.date(2), passMark: 80 },
    pupils: names.map((name, i) => ({ name, unit: o.unit((handlers[i] ?? handlers[0])[0]) })),
  })
  yield 2 * day + 2 * hour
  const results = names.map((name) => {
    if (o.random.chance(0.1)) return { name, state: 'absent' }
    return { name, state: 'there', score: o.random.chance(0.1) ? 72 : o.random.integer(80, 99) }
  })
  await o.act(manager, 'safety.training', id, 'hold', { results, photos: [await o.photo('培训签到')] })
  const { status, waiting } = await o.row(manager, 'safety.training', id)
  if (status === 'closed') return
  yield 4 * day
  const again = (waiting as readonly string[]).map((name) => ({ name, state: 'there', score: 86 }))
  await o.act(manager, 'safety.training', id, 'again', { results: again, photos: [await o.photo('补训')] })
}
const lecture: Story = async function* (o) {
  const [a, b] = [o.random.integer(0, 5), o.random.integer(6, 11)]
  const all = await o.rows(manager, 'safety.enterprise')
  const [one, two] = [all[a], all[b]]
  if (!one || !two) return
  const id = await o.file(manager, 'safety.lecture', {
    ...{ name: '安全生产进企业宣讲', body: o.random.pick(['leader', 'grass', 'expert']), speaker: '周工', heldOn: o.date() },
    ...{ topics: ['压实主体责任', '有限空间作业', '消防与用电'], photos: [await o.photo('宣讲')] },
    audience: [one, two].map((e) => ({ enterprise: e.id, people: o.random.integer(18, 60), signed: '安全负责人' })),
    promises: [{ enterprise: one.id, what: '配齐四合一气体检测仪', dueOn: o.date(14) }],
  })
  const promises = await o.rows(manager, 'safety.item', { sourceId: id })
  yield* together(promises.map((p) => item(o, p.id, p.unit)))
}

const officers = ['zhiban2', 'zhiban3'] as const
/** The office is a unit of its own; who serves in it belongs to it. */
const office: Story = async function* (o) {
  if ((await o.rows(manager, 'safety.appointment')).length > 0) return
  const { id } = await o.post<{ id: string }>('xitong', '/identity/units', {
    ...{
      name: '应急管理处',
      kind: '内设机构',
      areaCode: o.town.streets[0]?.code.slice(0, 6),
      parentId: o.unit('湖滨区城市管理局'),
    },
  })
  for (const login of officers) await o.patch('xitong', `/identity/people/${o.person(login)}`, { unitId: id })
  yield hour
  const paper = (n: number) => ({ office: id, paper: `湖城管〔${o.year()}〕${n}号`, fromOn: o.date() })
  const [first, second] = officers
  await o.file(leader, 'safety.appointment', {
    ...paper(5),
    person: o.person(first),
    post: '处长',
    duties: ['overall', 'emergency'],
  })
  const deputy = await o.file(leader, 'safety.appointment', {
    ...{ ...paper(6), person: o.person(second), post: '副处长', duties: ['inspect', 'training', 'report'] },
  })
  yield 23 * day
  const open = (await o.rows(manager, 'safety.inbox', { status: 'open' })).filter((m) => m.person === o.person(second))
  const matters = open.map((m) => ({ what: `收件${m.number}`, state: '承办中' }))
  await o.act(second, 'safety.appointment', deputy, 'handOver', {
    ...{ successor: o.person(first), matters: [...matters, { what: '季度报表底稿', state: '已归档' }] },
  })
  yield day
  await o.act(first, 'safety.appointment', deputy, 'take')
  await o.file(leader, 'safety.appointment', {
    ...{ ...paper(9), person: o.person(second), post: '一级主任科员', duties: ['inspect', 'training', 'report'] },
  })
}
const mails = [
  ['市安委办', '报送季度安全生产形势分析', 'report'],
  ['区应急管理局', '开展有限空间作业督查', 'inspect'],
  ['市防汛办', '报送值守安排', 'emergency'],
  ['区政府办公室', '报送安全宣传月方案', 'training'],
  ['市住建局', '排查老旧招牌', 'inspect'],
  ['区委办公室', '报送领导带班表', 'overall'],
] as const
const inbox: Story = async function* (o) {
  const held = (await o.rows(manager, 'safety.appointment', { status: 'on' })).flatMap((a) => a.duties as readonly string[])
  const known = mails.filter(([, , duty]) => held.includes(duty))
  if (known.length === 0) return
  const [from, title, duty] = o.random.pick(known)
  const id = await o.file(manager, 'safety.inbox', { from, title, duty, content: '请按通知要求办理并按时报送', dueOn: o.date(5) })
  yield (o.random.chance(0.25) ? 7 : o.random.integer(1, 4)) * day
  const { person, status } = await o.row(manager, 'safety.inbox', id)
  const who = officers.find((login) => o.person(login) === person)
  if (who && status === 'open') await o.act(who, 'safety.inbox', id, 'deal', { result: '已按要求报送' })
}
/** A week of prevention: what is made in it is weighed apart, and with the week all of it stops. */
const prevention: Story = async function* (o) {
  if ((await o.rows(manager, 'safety.mode')).length > 0) return
  const [year, by] = [o.year(), 'dadui1']
  const mode = await o.file(leader, 'safety.mode', {
    ...{ name: '呼吸道传染病二级防控', paper: `区防指〔${year}〕8号`, fromOn: o.date(), disinfectDays: 2, testDays: 7, doses: 3 },
  })
  for (let n = 1; n <= 4; n++) {
    yield day + o.random.integer(1, 5) * hour
    const kg = o.random.integer(80, 220)
    const id = await o.file(by, 'safety.epidemic-waste', {
      ...{
        site: `集中观察点${n}号楼`,
        bags: Math.ceil(kg / 7),
        isSealed: true,
        seal: `FQ-${year}-${String(n).padStart(4, '0')}`,
        kg,
      },
      ...{ driver: '孙师傅', plate: '苏D90001', route: '观察点至焚烧厂专线', photos: [await o.photo('封签')] },
    })
    yield hour
    const kgIn = n === 3 ? Math.round(kg * 0.96) : kg - 1
    await o.act(by, 'safety.epidemic-waste', id, 'deliver', {
      ...{ plant: '城东焚烧厂', kgIn, seal: `FQ-${year}-${String(n).padStart(4, '0')}`, receipt: `HZ-${n}`, isClean: true },
      photos: [await o.photo('进厂')],
    })
    if (n === 3) await o.act(manager, 'safety.epidemic-waste', id, 'explain', { cause: '途中沥水,复磅属实' })
  }
  yield 4 * day
  await o.act(leader, 'safety.mode', mode, 'stop', { endPaper: `区防指〔${year}〕20号` })
}
const pledges: Story = async function* (o) {
  if ((await o.rows(manager, 'safety.pledge')).length > 0) return
  const units = [...handlers.map(([name]) => name), ...o.town.streets.map((s) => `${s.name}综合执法中队`)]
  for (const [n, name] of units.entries()) {
    await o.file(manager, 'safety.pledge', { unit: o.unit(name), year: o.year() })
    if (n > 7) continue
    const last = await o.file(manager, 'safety.pledge', { unit: o.unit(name), year: o.year() - 1 })
    if (n !== 2)
      await o.act(manager, 'safety.pledge', last, 'keep', { evidence: '全年零事件,台账附后', proof: [await o.photo('佐证')] })
    yield 20
  }
}
const incident: Story = async function* (o) {
  const goal = o.random.pick(await o.rows(manager, 'safety.goal'))
  const unit = o.unit(`${o.random.pick(o.town.streets).name}综合执法中队`)
  const what = o.random.pick(['摊主二十余人到街道反映摊位费', '网传执法视频引发讨论', '业主到局大厅反映违建问题'])
  const id = await o.file(manager, 'safety.incident', { unit, goal: goal.id, happenedOn: o.date(-1), what })
  yield 2 * day
  const isReal = o.random.chance(0.3) ? 'yes' : 'no'
  await o.act(checker, 'safety.incident', id, 'verify', {
    ...{ isReal, finding: isReal === 'yes' ? '经核属实,已劝返并约见答复' : '属正常咨询反映,不构成事件' },
  })
}
export const peopleDiary: Readonly<Record<string, Entry>> = {
  training: { on: every(6, 1), hour: 13.5, tell: training },
  lecture: { on: every(9, 3), hour: 14, tell: lecture },
  office: { on: once(1), hour: 9, tell: office },
  inbox: { on: every(3, 1), hour: 11, tell: inbox },
  prevention: { on: once(3), hour: 8, tell: prevention },
  pledges: { on: once(2), hour: 14, tell: pledges },
  incident: { on: every(8, 5), hour: 16, tell: incident },
}
