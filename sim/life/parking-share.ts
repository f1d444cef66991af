/** Spaces shared in the simulated district: units that open their yards at night, people who book, areas, one operator for all, police and grid together, compounds by vote. */
import { anyStreet, streetName } from './ground.ts'
import { collector, lotOf, manager, phoneNumber, plateOf } from './parking-lists.ts'
import { idOf } from './participation.ts'
import { type Desk, day, hour, minute, type Story } from './story.ts'

const streetCode = (o: Desk, n: number): string | undefined => o.town.streets[n - 1]?.code
const units = [
  ['区政府机关事务管理中心', 'organ', '区政府大院停车场', 30],
  ['湖滨实验小学', 'institution', '湖滨实验小学地下停车场', 20],
  ['湖滨城投公司', 'soe', '城投大厦停车场', 24],
  ['区财政局', 'organ', '区政府大院停车场', 10],
  ['城投物业公司', 'company', '城投大厦停车场', 12],
  ['区教育局', 'organ', '湖滨实验小学地下停车场', 8],
] as const
const propose = async (o: Desk, n: number): Promise<string | undefined> => {
  const unit = units[n]
  const lot = unit && (await lotOf(o, unit[2]))
  if (!unit || !lot) return undefined
  const [unitName, unitKind, , spaces] = unit
  return o.file(manager, 'parking.agreement', {
    ...{ unitName, unitKind, lot: lot.id, street: streetCode(o, 1), spaces, days: ['0', '1', '2', '3', '4', '5', '6'] },
    ...{ opensAt: '18:00', closesAt: '08:00', hourFen: 200, liability: '逾时占用由使用人承担;车辆损失按保管协议处理' },
  })
}
const sign = (o: Desk, id: string): Promise<void> =>
  o.act(manager, 'parking.agreement', id, 'sign', { signedOn: o.date(), endOn: `${o.year() + 1}-12-31` })
/** Two units opened their yards before; others follow one by one. */
export const beginSharing: Story = async function* (o) {
  if ((await o.rows(manager, 'parking.agreement')).length > 0) return
  for (const n of [0, 1]) {
    const id = await propose(o, n)
    if (id) await sign(o, id)
  }
  yield 1
}
export const agreement: Story = async function* (o) {
  const known = (await o.rows(manager, 'parking.agreement')).length
  const id = await propose(o, known)
  if (!id) return
  yield 3 * day
  if (known === 4) return void (await o.act(manager, 'parking.agreement', id, 'end', { endReason: '夜间安保力量不足,暂不开放' }))
  await sign(o, id)
}
/** A night in somebody's yard: some stay too long and are complained of, some never come. */
export const night: Story = async function* (o) {
  const [a, p] = ['parking.agreement', 'parking.share-use'] as const
  const open = await o.rows(manager, a, { status: 'open' })
  if (open.length === 0) return
  const agreed = o.random.pick(open)
  const isTomorrow = o.random.chance(0.2)
  const times = { startsAt: o.at(isTomorrow ? 1 : 0, 19), endsAt: o.at(isTomorrow ? 2 : 1, 7.5) }
  const booking = { plate: plateOf(o), phone: phoneNumber(o), ...times }
  const { number } = await o.outside<{ number: string }>(`parking/shares/${agreed.id}/book`, booking)
  if (isTomorrow || o.random.chance(0.15)) return
  yield 2 * hour
  const id = await idOf(o, collector, p, number)
  await o.act(collector, p, id, 'enter')
  const isOver = o.random.chance(0.25)
  yield isOver ? 13 * hour : 11 * hour
  await o.act(collector, p, id, 'leave')
  if (isOver)
    await o.act(manager, a, agreed.id, 'complain', { content: '早高峰未驶离,占用职工车位', handled: '已电话提醒,计逾时一次' })
}
const areas = [
  ['春节临时共享片区', 'business'],
  ['湖滨实验小学片区', 'school'],
  ['人民医院片区', 'hospital'],
  ['青果巷景区片区', 'scenic'],
  ['红梅老旧小区片区', 'old'],
] as const
export const scheme: Story = async function* (o) {
  const p = 'parking.scheme'
  const n = (await o.rows(manager, p)).length
  const area = areas[n]
  const [office, school] = [await lotOf(o, '区政府大院停车场'), await lotOf(o, '湖滨实验小学地下停车场')]
  if (!area || !office || !school) return
  const [name, kind] = area
  const street = (n % o.town.streets.length) + 1
  const lots = [
    { lot: office.id, spaces: 20 },
    { lot: school.id, spaces: 10 },
  ]
  const rules = kind === 'school' ? '上下学时段接送车辆免费停30分钟' : '夜间与周末向周边居民和访客开放'
  const asked = { name, street: streetCode(o, street), kind, lots, rules, users: '周边居民、访客' }
  const id = await o.file(`jiedao${street}`, p, asked)
  yield 2 * day
  await o.act(`jiedao${street}`, p, id, 'promote', { promotedOn: o.date() })
  yield 4 * day
  await o.act(manager, p, id, 'start', { startedOn: o.date() })
  if (n > 0) return
  yield 9 * day
  await o.act(manager, p, id, 'end', { result: '共享车位日均周转2.1次,纳入常态协议,临时片区结束' })
}
const targets = [
  { name: '新增泊位', target: 120, unit: '个', weight: 60 },
  { name: '满意度', target: 90, unit: '%', weight: 40 },
] as const
/** One builds, runs and serves: the first proves itself, the second must mend, the third's contract ends. */
export const fusion: Story = async function* (o) {
  const p = 'parking.fusion'
  if ((await o.rows(manager, p)).length > 0) return
  const ids: string[] = []
  for (const [n, [name, operator]] of [
    ['老城停车一体化试点', '湖滨城市运营公司'],
    ['医院周边一体化试点', '惠停科技公司'],
    ['客运站一体化试点', '安顺停车公司'],
  ].entries())
    ids.push(
      await o.file(manager, p, {
        ...{ name, street: streetCode(o, 1), operator, contractNumber: `HB-${o.year()}-0${n + 1}`, targets },
        ...{ startOn: o.date(-300), endOn: o.date(795), builds: '新建立体车库一座', operates: '片区路内外泊位统一经营' },
        serves: '预约、无感支付、充电',
      }),
    )
  const assess = (id: string, built: number, pleased: number) =>
    o.act(manager, p, id, 'assess', {
      results: [
        { name: '新增泊位', got: built, score: Math.min(100, Math.round((built * 100) / 120)) },
        { name: '满意度', got: pleased, score: pleased },
      ],
      comment: built >= 100 ? '按期完成,予以通过' : '建设进度滞后,限期整改',
    })
  yield 8 * day
  await assess(ids[0] ?? '', 112, 91)
  yield day
  await assess(ids[1] ?? '', 70, 84)
  yield 3 * day
  await o.act(manager, p, ids[2] ?? '', 'end', { reason: '经营单位股权变更,协商解约' })
}
const troubles = [
  ['blocked', '共享车辆堵住地库出入口', 'moved', '车主到场挪车'],
  ['dispute', '逾时占用引发车位纠纷', 'settled', '双方达成谅解,补缴费用'],
  ['fire', '车辆占用消防登高面', 'moved', '联系车主驶离'],
  ['dispute', '剐蹭责任争执', 'handed', '移交公安认定'],
  ['dispute', '物业拒绝共享车辆驶出', 'failed', '双方未达成,另行约谈'],
] as const
export const joint: Story = async function* (o) {
  const p = 'parking.joint-request'
  const n = anyStreet(o)
  const by = `jiedao${n}`
  const [kind, content, outcome, note] = o.random.pick(troubles)
  const id = await o.open(by, p, { kind, address: `${streetName(o, n)}共享停车场`, content, plate: plateOf(o) }, o.place(n))
  yield (o.random.chance(0.15) ? 95 : o.random.integer(14, 45)) * minute
  await o.act(by, p, id, 'come', { policeCame: '湖滨派出所 周警官', gridCame: '网格员 陈芳' })
  yield 25
  if (!o.random.chance(0.15)) await o.act(by, p, id, 'close', { outcome, note, scene: [await o.photo('现场')] })
}
const compounds = ['锦绣苑', '和平里', '翠园小区', '清潭花园', '红梅新村', '湖畔人家'] as const
/** Owners vote; only three quarters of two thirds let the gates open. */
export const market: Story = async function* (o) {
  const p = 'parking.compound-market'
  const known = (await o.rows(manager, p)).length
  const compound = compounds[known]
  if (!compound) return
  const n = anyStreet(o)
  const [households, areaM2] = [300 + known * 40, 30_000 + known * 4000]
  const id = await o.file(`jiedao${n}`, p, {
    ...{ compound, street: streetCode(o, n), operator: '湖滨停车公司', spaces: 40, hours: '工作日08:00—18:00' },
    ...{ ownersPercent: 60, exitClause: '提前30日书面通知', households, areaM2 },
  })
  yield 5 * day
  const isPassed = known % 3 !== 1
  const [joined, agreed] = [0.72, isPassed ? 0.8 : 0.66]
  const joinedOwners = Math.ceil(households * joined)
  const joinedM2 = Math.ceil(areaM2 * joined)
  await o.act(`jiedao${n}`, p, id, 'vote', {
    ...{ joinedOwners, joinedM2, agreedOwners: Math.ceil(joinedOwners * agreed), agreedM2: Math.ceil(joinedM2 * agreed) },
    votedOn: o.date(),
  })
  if (!isPassed) return
  yield 3 * day
  await o.act(manager, p, id, 'start', { startedOn: o.date() })
  yield 8 * day
  await o.act(manager, p, id, 'settle', { month: o.date().slice(0, 7), incomeFen: o.random.integer(60, 140) * 10_000 })
}
