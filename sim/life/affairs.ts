/** 综合办公 of the simulated district: matters handed to units and rated, promises by road, proposals, disputes, topics, papers that are answered. */
import { moneyDiary } from './affairs-money.ts'
import { carry, m, yearDiary } from './affairs-year.ts'
import { handlers } from './near.ts'
import { day, type Entry, every, hour, once, type Story, together, type Values } from './story.ts'

const [manager, leader, centre] = ['kaohe1', 'juzhang', 'zhiban1'] as const
const orders = [
  ['店外经营回潮整治', '区长批示', 3],
  ['井盖隐患排查', '区政府督查室', 0],
  ['学校周边市容整治', '人大视察交办', 1],
  ['大型广告牌检测', '市局通报', 3],
  ['行道树遮挡信号灯修剪', '领导批示', 2],
  ['积水点改造', '防汛会议', 5],
] as const
const supervise: Story = async function* (o) {
  const [name, source, at] = o.random.pick(orders)
  const unit = o.unit(handlers[at][0])
  const id = await o.file(manager, m, { kind: 'supervise', name, source, unit, dueOn: o.date(o.random.integer(6, 12)) })
  if (o.random.chance(0.35)) {
    yield hour
    const by = handlers[at][1]
    const step = async (title: string, person: string, dueOn: string) =>
      (await o.post<{ number: string }>(by, '/affairs/divide', { matter: id, name: title, person: o.person(person), dueOn }))
        .number
    const steps = [await step('现场排查', by, o.date(2)), await step('整改实施', by.replace(/1$/, '2'), o.date(5))]
    yield day
    await o.post(by, '/affairs/mine/tell', { number: steps[0], percent: 100, said: '排查完成' })
    yield 2 * day
    await o.post(by.replace(/1$/, '2'), '/affairs/mine/tell', { number: steps[1], percent: 100, said: '整改完成' })
  }
  yield* carry(o, id, o.random.chance(0.2) ? 15 : o.random.integer(2, 6))
}
/** The year's two lists of works, told about each month with a light. */
const works: Story = async function* (o) {
  const year = o.year()
  if ((await o.rows(manager, m, { kind: 'committee' })).length > 0) return
  const made: { readonly id: string; readonly by: string; readonly percent: number }[] = []
  for (const [n, [name, kind, at, percent]] of (
    [
      ['绿道贯通工程', 'committee', 2, 96],
      ['架空线入地三条路', 'committee', 4, 88],
      ['背街小巷整治二十条', 'committee', 0, 60],
      ['井盖智能化改造', 'bureau', 5, 94],
      ['公厕提档升级', 'bureau', 1, 30],
    ] as const
  ).entries()) {
    const values = {
      kind,
      name,
      source: `${year}年城管委第${n > 2 ? '二' : '一'}次会议`,
      unit: o.unit(handlers[at][0]),
      dueOn: `${year}-12-31`,
    }
    made.push({ id: await o.file(manager, m, values), by: handlers[at][1], percent })
  }
  // Two of them are divided in the unit: a task, and under it what a colleague does first; both go on for weeks.
  const within = (days: number): string => [o.date(days), `${year}-12-31`].sort()[0] ?? o.date()
  const tasks = [
    ['编制绿道贯通施工方案', '踏勘断点并测量'],
    ['协调三条路管线权属单位', '逐杆登记线缆权属'],
  ]
  for (const [n, [whole = '', first = '']] of tasks.entries()) {
    const { id: matter = '', by = '' } = made[n] ?? {}
    const mate = by.replace(/1$/, '2')
    const divide = (values: Values) => o.post<{ number: string }>(by, '/affairs/divide', { matter, ...values })
    const { number: parent } = await divide({ name: whole, person: o.person(by), dueOn: within(40) })
    const { number } = await divide({ parent, name: first, person: o.person(mate), dueOn: within(30) })
    yield 2 * hour
    await o.post(mate, '/affairs/mine/tell', { number, percent: 60 - n * 25, said: '已完成外业一半以上' })
  }
  const part = Number(o.date().slice(5, 7)) / 12
  for (const w of made.slice(0, -1)) {
    yield day
    await o.act(w.by, m, w.id, 'progress', {
      ...{ percent: Math.min(99, Math.round(w.percent * part)), said: '按计划推进', photos: [await o.photo('进度')] },
    })
  }
}
const charge: Story = async function* (o) {
  const c = 'affairs.charge'
  const known = await o.rows(manager, c)
  const [kind, name, holder, rank] =
    (
      [
        ['road', '湖滨路', 'juzhang', 'leader'],
        ['road', '城南路', 'chuzhi11', 'unit'],
        ['community', '湖滨社区', 'chuzhi31', 'unit'],
        ['road', '滨河路', 'chuzhi41', 'unit'],
      ] as const
    )[known.length] ?? []
  if (!kind || !holder) return
  const id = await o.file(manager, c, { kind, name, rank, holder: o.person(holder), fromOn: o.date() })
  for (let week = 0; week < 3; week++) {
    yield 2 * day
    if (!o.random.chance(0.2)) {
      const unit = o.unit(o.random.pick([...handlers])[0])
      const what = o.random.pick(['花箱破损', '护栏歪斜', '垃圾桶满溢', '树池缺土'])
      const problems = o.random.chance(0.5) ? [{ what, unit, dueOn: o.date(8) }] : []
      await o.act(holder, c, id, 'inspect', { said: '整体良好,个别设施待修', problems, photos: [await o.photo('包保检查')] })
      const [task] = problems.length > 0 ? (await o.rows(manager, m, { sourceId: id })).filter((t) => t.status === 'open') : []
      yield 5 * day
      if (task) yield* carry(o, task.id, 0)
    } else yield 5 * day
  }
  if (known.length === 1) await o.act(manager, c, id, 'end', { result: '三周零投诉' })
}
const proposals = ['停车难', '背街小巷照明', '公厕夜间开放', '垃圾分类宣传', '夜市管理', '口袋公园建设'] as const
const proposal: Story = async function* (o) {
  const p = 'affairs.proposal'
  const known = await o.rows(manager, p)
  const n = known.length + 1
  const role = n % 3 === 0 ? 'joint' : 'lead'
  const [unit, by] = handlers[n % handlers.length] ?? handlers[0]
  const kind = n % 4 === 0 ? 'congress' : 'cppcc'
  const id = await o.file(manager, p, {
    ...{
      kind,
      role,
      code: `第${n}号`,
      name: `关于${proposals[n % proposals.length]}的建议`,
      proposer: kind === 'congress' ? '张代表' : '李委员',
    },
    ...{ handedOn: o.date(), unit: o.unit(unit), ...(role === 'joint' ? { leadUnit: '区公安分局' } : {}) },
  })
  yield o.random.integer(2, 6) * day
  if (role === 'lead') await o.act(by, p, id, 'meet', { on: o.date(), way: 'talk', place: '代表之家', said: '当面听取意见' })
  yield o.random.integer(2, 8) * day
  await o.act(by, p, id, 'answer', { paper: `城管函〔${o.year()}〕${n + 4}号`, said: '已列入年度计划并明确时间表' })
  if (role === 'joint') return
  yield 3 * day
  const isBad = o.random.chance(0.2)
  await o.act(
    manager,
    p,
    id,
    'ask',
    isBad ? { satisfaction: 'bad', said: '未说明时间表' } : { satisfaction: o.random.pick(['good', 'good', 'basic']) },
  )
  if (!isBad) return
  yield 3 * day
  await o.act(by, p, id, 'meet', { on: o.date(), way: 'site', place: '现场', said: '再次面商' })
  await o.act(by, p, id, 'answer', { paper: `城管函〔${o.year()}〕${n + 40}号`, said: '九月底前完成,附时间表' })
}
const dispute: Story = async function* (o) {
  const d = 'affairs.dispute'
  const street = o.random.integer(1, o.town.streets.length)
  const by = `jiedao${street}`
  const [kind, name] = o.random.pick([
    ['building', '顶楼违建拆除补偿'],
    ['stall', '摊位调整引发争执'],
    ['noise', '烧烤店油烟扰民'],
    ['wage', '保洁员加班费争议'],
  ] as const)
  const values = {
    source: o.random.pick(['found', 'visit']),
    kind,
    name,
    persons: '王某等',
    phone: '13912340000',
    people: 3,
    risk: 'middle',
  }
  const id = await o.file(by, d, { ...values, street: o.town.streets[street - 1]?.code }, o.place(street))
  yield 2 * day
  await o.act(by, d, id, 'mediate', { said: '上门沟通,双方同意协商' })
  if (o.random.chance(0.25)) await o.act(centre, d, id, 'grade', { risk: 'low', reason: '情绪平稳' })
  yield o.random.integer(3, 9) * day
  await o.act(by, d, id, 'settle', { agreement: '双方达成一致,签订调解协议' })
  yield 3 * day
  await o.act(centre, d, id, 'visit', { satisfaction: o.random.pick(['good', 'good', 'basic']) })
}
const onsite: Story = async function* (o) {
  const s = 'affairs.onsite'
  const points = [
    { name: '湖滨路示范段', host: '湖滨街道', example: '文明黄线' },
    { name: '菜场周边', host: '市场公司', example: '错时经营' },
  ]
  const name = ['文明黄线', '错时经营', '一店一档'][(await o.rows(manager, 'affairs.practice')).length]
  if (!name) return
  const id = await o.file(manager, s, { name: `${name}推广现场会`, place: '湖滨街道', meetOn: o.date(3), points })
  const [unit] = handlers[0]
  const practice = await o.file('jiedao1', 'affairs.practice', {
    ...{ name, unit: o.unit(`${o.town.streets[0]?.name}综合执法中队`), problem: '店外经营界线不清' },
    ...{ steps: ['划线', '公示', '巡查'], effect: '投诉下降40%' },
  })
  yield 3 * day + 2 * hour
  for (const point of points) await o.act(manager, s, id, 'visit', { name: point.name, photos: [await o.photo('观摩')] })
  const tasks = [unit, handlers[3][0]].map((at) => ({ unit: o.unit(at), what: `推广${name}`, dueOn: o.date(12) }))
  await o.act(manager, s, id, 'hold', { attendees: 60, tasks })
  await o.act(leader, 'affairs.practice', practice, 'approve', { isOk: 'yes', said: '全域推行' })
  const handed = await o.rows(manager, m, { sourceId: id })
  const adoptions: string[] = []
  for (const [n, by] of ['chuzhi11', 'chuzhi51', 'chuzhi31'].entries()) {
    const at = handlers.find(([, login]) => login === by) ?? handlers[0]
    adoptions.push(
      await o.file(by, 'affairs.adoption', {
        ...{
          practice,
          place: ['城东路', '城西路', '城南路'][n],
          unit: o.unit(at[0]),
          adoptedOn: o.date(),
          checkOn: o.date(n === 2 ? 40 : 10),
        },
      }),
    )
  }
  yield* together(handed.map((t) => carry(o, t.id, o.random.integer(4, 8))))
  yield day
  await o.act(manager, s, id, 'close', { summary: '两项任务办结' })
  yield 4 * day
  for (const [n, a] of adoptions.slice(0, 2).entries())
    await o.act(manager, 'affairs.adoption', a, 'prove', {
      ...{ isOk: n === 0 ? 'yes' : 'no', result: n === 0 ? '占道下降35%' : '仅下降2%', photos: [await o.photo('检查')] },
    })
}
export const affairsDiary: Readonly<Record<string, Entry>> = {
  supervise: { on: every(2, 1), hour: 9.2, tell: supervise },
  works: { on: once(2), hour: 10.7, tell: works },
  charge: { on: every(3, 1), hour: 8.9, tell: charge },
  proposal: { on: every(3, 2), hour: 14.3, tell: proposal },
  dispute: { on: every(3), hour: 15.7, tell: dispute },
  onsite: { on: every(18, 5), hour: 9.8, tell: onsite },
  ...yearDiary,
  ...moneyDiary,
}
