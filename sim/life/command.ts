/** 指挥应急 of the simulated district: a post without a gap, warnings received or missed, events and drills with what they taught, stock by lots. */
import { orderDiary } from './command-orders.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, together } from './story.ts'

const [centre, desk, checker, leader] = ['paiqian1', 'zhiban1', 'kaohe1', 'juzhang'] as const
const units = [
  ['市政设施养护所', 'chuzhi11'],
  ['排水管理中心', 'chuzhi71'],
  ['环境卫生管理所', 'chuzhi31'],
  ['园林绿化管理所', 'chuzhi41'],
] as const
const byOf = (o: Desk, unit: unknown): string => units.find(([name]) => o.unit(name) === unit)?.[1] ?? 'chuzhi11'
const shiftPeople = ['paiqian1', 'paiqian2', 'paiqian3', 'paiqian4', 'shouli1', 'shouli2', 'shouli3', 'zhiban1'] as const
const begin: Story = async function* (o) {
  if ((await o.rows('shuju', 'command.post')).length > 0) return
  await o.add('shuju', 'command.post', {
    name: '市容指挥席',
    unit: o.unit('城市管理指挥中心'),
    phone: '0519-86000001',
    isKey: true,
  })
  await o.add('shuju', 'command.post', { name: '防汛备勤', unit: o.unit('排水管理中心'), phone: '0519-86000002', isKey: false })
  const presets = [
    ['rain', 'blue', '低洼路段巡查', 1],
    ['rain', 'yellow', '泵站预降水位', 1],
    ['wind', 'blue', '行道树支撑检查', 3],
    ['wind', 'yellow', '户外设施加固', 0],
    ['typhoon', 'blue', '行道树支撑、广告牌加固', 3],
    ['typhoon', 'yellow', '泵站预降水位、低洼路段值守', 1],
    ['snow', 'blue', '备足融雪剂、检查扫雪机具', 2],
    ['snow', 'yellow', '桥面匝道撒融雪剂、清扫积雪', 2],
    ['freeze', 'yellow', '坡道桥面防滑除冰', 2],
  ] as const
  for (const [type, level, what, at] of presets)
    await o.add('shuju', 'command.preset', { type, level, what, unit: o.unit(units[at][0]), minutes: 120, everyMinutes: 60 })
  for (const [n, [name, at, skill]] of (
    [
      ['排涝突击队', 1, 'flood'],
      ['清障应急队', 0, 'other'],
    ] as const
  ).entries())
    await o.add('shuju', 'command.rescue-team', {
      ...{
        name,
        unit: o.unit(units[at][0]),
        leader: '周队长',
        phone: `1390000000${n + 1}`,
        skill,
        equipment: '泵车2台、应急灯4套',
      },
      members: Array.from({ length: 8 }, (_, i) => ({ name: `队员${i + 1}`, skill: '泵车操作' })),
    })
}
/** A week's roster: two shifts a day at the key post, a leader each day; then each of them really comes, or does not. */
const roster: Story = async function* (o) {
  const r = 'command.roster'
  const from = o.date(1)
  const known = await o.rows(centre, r)
  if (known.some((x) => x.fromOn === from)) return
  const id = await o.file(centre, r, { name: `${from}起一周值班`, kind: 'usual', fromOn: from, toOn: o.date(7) })
  const [post] = await o.rows(centre, 'command.post', { isKey: true })
  const tales: AsyncGenerator<number, void>[] = []
  const leaders = [leader, 'dadui1', 'zhiban1'] as const
  for (let n = 1; n <= 7; n++) {
    for (const half of [0, 1]) {
      const who = shiftPeople[(n * 2 + half + known.length * 3) % shiftPeople.length] ?? centre
      const startsAt = o.at(n, half * 12)
      const shift = await o.file(centre, 'command.shift', {
        ...{ roster: id, post: post?.id, person: o.person(who), startsAt, endsAt: o.at(n, half * 12 + 12) },
      })
      tales.push(serve(o, shift, who, (n * 24 + half * 12 - 11) * hour))
    }
    const who = leaders[n % leaders.length] ?? leader
    const planned = await o.file(
      centre,
      'command.leader-day',
      { dayOn: o.date(n), leader: o.person(who), place: '指挥大厅' },
      o.place(),
    )
    tales.push(lead(o, planned, who, (n * 24 + 8.6 - 11) * hour))
  }
  await o.act(centre, r, id, 'publish')
  yield* together(tales)
}
/** The next one comes ten minutes before, the last goes a good while after. */
async function* serve(o: Desk, id: string, who: string, after: number): AsyncGenerator<number, void> {
  const s = 'command.shift'
  yield after - 10
  if (o.random.chance(0.1)) yield 40
  await o.act(who, s, id, 'takeOn')
  yield 5 * hour
  if (o.random.chance(0.22)) {
    const call = await o.file(checker, 'command.call', { shift: id })
    if (o.random.chance(0.8)) await o.act(who, 'command.call', call, 'answer')
    else yield* missed(o, call, who)
  }
  yield 8 * hour
  await o.act(who, s, id, 'handOver', { matters: o.random.pick(['无', '两件重点工单待催', '滨河路积水点留意']) })
}
async function* missed(o: Desk, call: string, who: string): AsyncGenerator<number, void> {
  yield 3 * hour
  const { status } = await o.row(checker, 'command.call', call)
  if (status === 'missed') await o.act(who, 'command.call', call, 'explain', { excuse: '正在处置来电' })
}
async function* lead(o: Desk, id: string, who: string, after: number): AsyncGenerator<number, void> {
  const l = 'command.leader-day'
  const isAway = who === 'dadui1' && o.random.chance(0.4)
  yield after - (isAway ? day : 0)
  if (isAway) {
    await o.act(who, l, id, 'askSub', { substitute: o.person('zhiban1'), reason: '外出开会' })
    yield 2 * hour
    await o.act(leader, l, id, 'decideSub', { isOk: 'yes' })
    yield day - 2 * hour
  }
  if (!isAway && o.random.chance(0.08)) return
  const { lon, lat } = o.place()
  await o.act(isAway ? 'zhiban1' : who, l, id, 'checkIn', { lon: lon + 0.0005, lat })
}
/** A task is received and finished; some units receive it too late. */
async function* task(o: Desk, t: Row): AsyncGenerator<number, void> {
  const by = byOf(o, t.unit)
  yield o.random.chance(0.2) ? 25 : 1
  await o.act(by, 'command.task', t.id, 'receive')
  yield 25
  if (o.random.chance(0.5)) await o.act(by, 'command.task', t.id, 'report', { percent: 60, said: '人员设备已到位' })
  yield 20
  await o.act(by, 'command.task', t.id, 'finish', { result: '已落实' })
}
const openTasks = async (o: Desk, sourceId: string): Promise<readonly Row[]> =>
  (await o.rows(centre, 'command.task', { sourceId })).filter((t) => ['sent', 'missed'].includes(t.status))
const warning: Story = async function* (o) {
  const k = 'command.warning'
  const [type, name] = o.random.pick([
    ['rain', '暴雨'],
    ['wind', '大风'],
  ] as const)
  if ((await o.rows(desk, k, { status: 'on' })).length > 0) return
  const id = await o.file(desk, k, {
    ...{ name, type, level: 'blue', areas: ['全区'], validFrom: o.at(0, 12), validTo: o.at(0, 23), source: '区气象台' },
    ...{ advice: '减少户外作业,加固设施', units: units.map(([unit]) => ({ unit: o.unit(unit) })) },
  })
  yield* together((await openTasks(o, id)).map((t) => task(o, t)))
  if (o.random.chance(0.5)) {
    yield 30
    await o.act(desk, k, id, 'change', { level: 'yellow', validTo: o.at(0, 23) })
    yield 5
    yield* together((await openTasks(o, id)).map((t) => task(o, t)))
  }
  if (o.random.chance(0.25)) return
  yield 4 * hour
  await o.act(desk, k, id, 'lift', { summary: '无积水、无险情' })
}
const plans = [
  ['城市防汛应急预案', 'flood', '道路积水'],
  ['户外广告坠落应急预案', 'other', '招牌坠落'],
] as const
const plan: Story = async function* (o) {
  const p = 'command.plan'
  if ((await o.rows(centre, p)).length > 0) return
  const draft = (name: string, kind: string, more: object = {}) =>
    o.file(centre, p, {
      ...{ name, kind, basis: '区突发事件总体应急预案', ...more },
      steps: [
        { level: 'IV', unit: o.unit(units[0][0]), what: '现场警戒', minutes: 40 },
        { level: 'IV', unit: o.unit(units[1][0]), what: '排查险情', minutes: 60 },
        { level: 'II', unit: o.unit(units[2][0]), what: '调集大型设备', minutes: 60 },
      ],
    })
  for (const [name, kind] of plans) {
    const id = await draft(name, kind)
    yield 2 * hour
    await o.act(leader, p, id, 'approve', { isOk: 'yes' })
  }
  yield 6 * day
  const [name, kind] = plans[0]
  const next = await draft(name, kind, { changes: '增加泵车调集' })
  yield day
  await o.act(leader, p, next, 'approve', { isOk: 'yes' })
  await draft(plans[1][0], plans[1][1], { changes: '补充高空设备清单' })
}
const happen = (mode: 'open' | 'drill'): Story =>
  async function* (o) {
    const e = 'command.event'
    const effective = await o.rows(centre, 'command.plan', { status: 'effective' })
    if (effective.length === 0) return
    const plan = o.random.pick(effective)
    const what = plans.find(([name]) => name === plan.name)?.[2] ?? '险情'
    const place = o.random.pick(['湖滨路', '滨河路', '城南路', '东湖路'])
    const values = {
      name: `${place}${what}${mode === 'drill' ? '演练' : ''}`,
      plan: plan.id,
      level: o.random.pick(['IV', 'IV', 'III']),
      place,
    }
    const more = mode === 'drill' ? { scenario: `模拟${what},一小时内处置完毕`, participants: o.random.integer(20, 45) } : {}
    const id = await o.file(centre, e, { ...values, ...more }, { action: mode, ...o.spot(place) })
    yield* together((await openTasks(o, id)).map((t) => task(o, t)))
    await o.act(centre, e, id, 'log', { said: '现场处置基本到位' })
    yield 20
    await o.act(centre, e, id, 'standDown', { reason: mode === 'drill' ? '科目完成' : '险情排除' })
    yield day
    const [unit, by] = o.random.pick([...units])
    const lessons = [
      { what: o.random.pick(['警戒器材前置', '通讯联络不畅', '泵车值班电话更新']), unit: o.unit(unit), dueOn: o.date(10) },
    ]
    await o.act(centre, e, id, 'summarise', { summary: '响应及时,个别环节有延误', lessons })
    const i = 'command.improvement'
    const [item] = await o.rows(checker, i, { sourceId: id })
    if (!item) return
    yield o.random.integer(3, 12) * day
    await o.act(by, i, item.id, 'fix', { fix: '已落实', photos: [await o.photo('整改')] })
    yield day
    await o.act(checker, i, item.id, 'close', { isOk: 'yes' })
  }
const goods = [
  ['排水泵', '台', 6, 'flood', 12],
  ['沙袋', '只', 500, 'flood', 640],
  ['融雪剂', '吨', 20, 'snow', 8],
  ['警示锥', '只', 100, 'all', 220],
  ['应急照明灯', '套', 10, 'all', 14],
] as const
const stock: Story = async function* (o) {
  const i = 'command.item'
  if ((await o.rows(centre, i)).length > 0) return
  const made: string[] = []
  for (const [name, measure, minimum, season, count] of goods) {
    const seasonOn = season === 'all' ? {} : { season, seasonOn: o.date(60) }
    const id = await o.file('chuzhi71', i, {
      name,
      place: '湖滨料库',
      measure,
      minimum,
      season,
      ...seasonOn,
      keeper: o.person('chuzhi71'),
    })
    await o.act('chuzhi71', i, id, 'bring', { lot: `${o.year()}-1`, count, expiresOn: o.date(400), purpose: '年度采购' })
    made.push(id)
  }
  for (let n = 0; n < 7; n++) {
    yield 3 * day
    const at = n % goods.length
    const [, , minimum] = goods[at] ?? goods[0]
    const id = made[at] ?? ''
    if (n % 3 === 2)
      await o.act('chuzhi71', i, id, 'bring', {
        lot: `${o.year()}-${n}`,
        count: minimum,
        expiresOn: o.date(500),
        purpose: '补充采购',
      })
    else
      await o.act('chuzhi71', i, id, 'draw', {
        count: Math.max(1, Math.round(minimum / 10)),
        purpose: o.random.pick(['演练', '应急处置']),
      })
  }
}
const callOut: Story = async function* (o) {
  const c = 'command.call-out'
  const team = o.random.pick(await o.rows(centre, 'command.rescue-team'))
  const by = byOf(o, team.unit)
  const id = await o.file(centre, c, { team: team.id, mode: 'test', place: '湖滨广场' }, o.place())
  yield o.random.chance(0.2) ? 45 : 18
  const { lon, lat } = o.place()
  await o.act(by, c, id, 'arrive', { lon: lon + 0.0008, lat, came: o.random.integer(7, 8), equipment: '泵车2台' })
}
export const commandDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 6.5, tell: begin },
  roster: { on: ({ passed }) => passed % 7 === 0, hour: 11, tell: roster },
  warning: { on: every(4, 2), hour: 11.5, tell: warning },
  plan: { on: once(1), hour: 8.6, tell: plan },
  event: { on: every(5, 4), hour: 15, tell: happen('open') },
  drill: { on: every(9, 3), hour: 9, tell: happen('drill') },
  stock: { on: once(2), hour: 10, tell: stock },
  callOut: { on: every(6, 1), hour: 16, tell: callOut },
  ...orderDiary,
}
