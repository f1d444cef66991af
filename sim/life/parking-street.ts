/** The roadside of the simulated district: what stands where it must not, collectors and their takings, lines painted, yards checked, locks told to move. */
import { decided, recorded } from './enforcement-penalty.ts'
import { acts, anyStreet } from './ground.ts'
import { berthOf, chargedRoad, collector, finance, lotOf, manager, plateOf } from './parking-lists.ts'
import { type Desk, day, hour, type Row, type Story } from './story.ts'

const head = 'dadui1'
const places = [
  ['建设路35号门前人行道', 'sidewalk'],
  ['清潭花园消防通道', 'fire'],
  ['文昌路非机动车道', 'lane'],
  ['菜市场东侧道路', 'road'],
  ['湖滨实验小学西门', 'sidewalk'],
] as const
const [penalty, fineFen] = ['enforcement.penalty', 5_000] as const
/** What was handed over becomes a penalty of the ordinary way, and is paid. */
async function* punished(o: Desk, violationId: string, n: number, address: string): AsyncGenerator<number, void> {
  const [officer, partner] = [`zhongdui${n}1`, o.person(`zhongdui${n}2`)]
  const id = String((await o.row(officer, 'parking.violation', violationId)).penaltyId ?? '')
  if (!id) return
  await acts(o, officer, penalty, id, [
    ['take', { coHandler: partner }],
    ['submitFiling', { coHandler: partner, insist: '占用盲道、消防通道,影响较大' }],
  ])
  yield 3 * hour
  await o.act(head, penalty, id, 'approveFiling')
  await o.act(officer, penalty, id, 'showId', { note: '已出示证件' })
  const picture = await o.original('picture')
  if (!picture) return
  const shot = { penalty: id, kind: 'photo', origin: 'device', file: [picture.id], sha256: picture.sha256, device: '执法相机003' }
  const piece = await o.file(officer, 'enforcement.evidence', {
    ...shot,
    place: address,
    proves: '违停事实',
    takenAt: o.at(-2, 9.7),
  })
  await o.act('fazhi1', 'enforcement.evidence', piece, 'verify')
  await recorded(o, officer, id, 'investigate', '核对取证照片与车辆登记')
  yield day
  yield* decided(o, officer, id, fineFen, 'mail')
  yield 2 * day
  const voucher = `WT${o.date().replaceAll('-', '')}${id.slice(-4)}`
  await o.act('neiqin1', penalty, id, 'pay', { amountFen: fineFen, paidOn: o.date(), method: 'epay', voucher })
}
/** Found, photographed twice with time between, judged by the head, told to the driver, handed over; some drive off, some is no violation. */
export const violation: Story = async function* (o) {
  const p = 'parking.violation'
  const n = anyStreet(o)
  const officer = `zhongdui${n}1`
  const [address, kind] = o.random.pick(places)
  const found = { plate: plateOf(o), address, kind, foundBy: o.random.pick(['patrol', 'patrol', 'video', 'report'] as const) }
  const id = await o.open(officer, p, found, o.place(n))
  yield 40
  if (o.random.chance(0.15)) return void (await o.act(officer, p, id, 'leave', { endReason: '司机到场驶离' }))
  const shoot = async (): Promise<void> =>
    o.act(officer, p, id, 'shoot', {
      ...{ firstPhoto: [await o.photo('第一次取证')], firstAt: o.at(0, 9.55) },
      ...{ secondPhoto: [await o.photo('第二次取证')], secondAt: o.at(0, 9.7), signPhoto: [await o.photo('禁停标志')] },
    })
  await shoot()
  yield o.random.chance(0.15) ? 30 * hour : 4 * hour
  if (o.random.chance(0.15))
    return void (await o.act(head, p, id, 'dismiss', { endReason: '施划泊位内停放,标线未更新,不予认定' }))
  const law = (await o.rows(head, 'enforcement.law')).find((row) => row.topic === 'road')
  if (!law) return
  await o.act(head, p, id, 'confirm', { lawCode: law.code, opinion: '占道停放,禁停标志清晰' })
  yield hour
  const notice = `湖城停告〔${o.year()}〕${o.random.integer(10, 999)}号`
  await o.act(officer, p, id, 'notice', { notice, noticePhoto: [await o.photo('张贴告知书')] })
  yield day
  if (o.random.chance(0.2)) return
  await o.act(head, p, id, 'handOver')
  yield 3 * hour
  if (o.random.chance(0.7)) yield* punished(o, id, n, address)
}
/** One car the collector charged: what it paid in cash. */
async function* charged(o: Desk, berth: string, who: Row): AsyncGenerator<number, number> {
  await o.post(collector, '/parking/sightings', { berth, isTaken: true, plate: plateOf(o) })
  yield o.random.integer(70, 190)
  const left = await o.post<{ order: string | null; status: string | null; amountFen: number | null }>(
    collector,
    '/parking/sightings',
    { berth, isTaken: false },
  )
  const [order] = left.status === 'due' ? await o.rows(collector, 'parking.order', { number: left.order }) : []
  if (!order || !left.amountFen) return 0
  await o.act(collector, 'parking.order', order.id, 'pay', { channel: 'cash', paidFen: left.amountFen, collector: who.id })
  return left.amountFen
}
/** A shift from the roster to the till: now and then the money is short, and somebody else looks into it. */
export const shift: Story = async function* (o) {
  const p = 'parking.shift'
  const road = await lotOf(o, chargedRoad)
  const who = o.random.pick((await o.rows(manager, 'parking.collector')).filter((c) => c.state === 'active'))
  if (!road) return
  const id = await o.file(manager, p, { collector: who.id, lot: road.id, startsAt: o.at(0, 7.5), endsAt: o.at(0, 14) })
  yield hour
  const cashFen = yield* charged(o, berthOf(1), who)
  yield 5 * hour
  if (o.random.chance(0.12)) return
  if (cashFen < 300 || o.random.chance(0.75)) return void (await o.act(collector, p, id, 'handIn', { cashFen, codeFen: 0 }))
  await o.act(collector, p, id, 'handIn', { cashFen: cashFen - 100, codeFen: 0, explanation: '找零差错' })
  yield day
  if (o.random.chance(0.7)) await o.act(finance, p, id, 'review', { conclusion: '调看监控属找零差错,差额已补缴' })
}
const grievances = [
  ['overcharge', '停了四十分钟收了一小时的钱', 'yes'],
  ['noTicket', '交了现金没有给票', 'yes'],
  ['attitude', '询问收费标准时态度生硬', 'no'],
  ['private', '反映收费员私下收现金', 'open'],
] as const
export const complaint: Story = async function* (o) {
  yield 1
  const who = o.random.pick((await o.rows(manager, 'parking.collector')).filter((c) => c.state === 'active'))
  const [kind, content, isTrue] = o.random.pick(grievances)
  await o.add(manager, 'parking.collector-complaint', { collector: who.id, kind, content, isTrue })
}
/** Twice a month the posts at risk are looked at; whoever was short or rightly complained of must be among them. */
export const integrity: Story = async function* (o) {
  const p = 'parking.integrity'
  const id = await o.file(finance, p, { name: `廉政风险岗位检查(${o.date().slice(5)})`, fromOn: o.date(-14), toOn: o.date() })
  yield 4 * day
  const must = ((await o.row(finance, p, id)).must ?? []) as readonly { readonly collector: string }[]
  const findings = must
    .slice(0, 1)
    .map((m) => ({ collector: m.collector, kind: 'noTicket', amountFen: 300, note: '收现金未出票' }))
  await o.act(finance, p, id, 'conclude', { checked: must.length + 2, findings })
  if (findings.length === 0) return
  yield 6 * day
  await o.act(manager, p, id, 'close', { measures: '停岗培训三天,推行扫码支付,票据当面撕给' })
}
const stretches = [
  ['学府路', '建设路—湖滨路', 420],
  ['文化路', '学府路—运河路', 310],
  ['新华路', '文昌路—北门路', 260],
  ['桃园路', '湖滨路—城南路', 380],
  ['东环路', '北门路—青果巷', 540],
  ['城南路', '客运站—桃园路', 290],
  ['和平里', '全线', 180],
  ['红梅巷', '全线', 150],
] as const
export const segment: Story = async function* (o) {
  const p = 'parking.segment'
  const stretch = stretches[(await o.rows(manager, p)).length]
  if (!stretch) return
  const [road, fromTo, lengthM] = stretch
  const id = await o.open(manager, p, { road, fromTo, side: lengthM > 350 ? 'both' : 'right', lengthM }, o.spot(road))
  yield 2 * day
  const scene = [await o.photo('踏勘')]
  if (lengthM < 200 || o.random.chance(0.15))
    return void (await o.act(manager, p, id, 'survey', { verdict: 'no', reason: 'narrow', reasonNote: '净宽不足6米', scene }))
  await o.act(manager, p, id, 'survey', { verdict: 'yes', scene })
  yield 4 * day
  const paint = async (): Promise<void> =>
    o.act(manager, p, id, 'paint', {
      ...{ motorSpaces: Math.floor(lengthM / 8), nonmotorM: lengthM / 4, nonmotorCapacity: Math.floor(lengthM / 2) },
      ...{ signs: 4, arrows: 8, ramps: 2, paintedOn: o.date(), after: [await o.photo('划线后')] },
    })
  await paint()
  yield 2 * day
  if (o.random.chance(0.25)) {
    await o.act(manager, p, id, 'redo', { reasonNote: '导向箭头方向有误' })
    yield 3 * day
    await paint()
    yield day
  }
  await o.act(manager, p, id, 'accept', { acceptedOn: o.date() })
}
interface Item {
  readonly item: string
  readonly full: number
}
/** The year's check of every yard: one lacks its wash and is put right, one still waits. */
export const yards: Story = async function* (o) {
  const p = 'parking.yard-check'
  if ((await o.rows(manager, p)).length > 0) return
  const ids: string[] = []
  for (const yard of (await o.rows(manager, 'parking.yard')).slice(0, 4))
    ids.push(await o.file(manager, p, { yard: yard.id, year: o.year() }))
  const score = async (id: string, isFailed: boolean): Promise<void> => {
    const items = ((await o.row(manager, p, id)).items ?? []) as readonly Item[]
    const lines = items.map(({ item, full }, n) => ({
      item,
      got: isFailed && item.includes('冲洗') ? 0 : n === 0 ? full - 4 : full,
    }))
    const order = isFailed ? { orderText: '恢复出口冲洗设施,车辆不带泥上路' } : {}
    await o.act(manager, p, id, 'check', { lines, checkedOn: o.date(), scene: [await o.photo('场地')], ...order })
  }
  for (const [n, id] of ids.slice(0, 3).entries()) {
    yield 4 * day
    await score(id, n > 0)
  }
  yield 6 * day
  await acts(o, manager, p, ids[1] ?? '', [['fix', { fixNote: '冲洗平台已修复', after: [await o.photo('整改后')] }]])
  yield 2 * day
  await score(ids[1] ?? '', false)
}
/** Told to rise only where the berth is known to be free; a lock that is not on line does not answer, and nothing is claimed. */
export const locks: Story = async function* (o) {
  const p = 'parking.lock-order'
  const all = await o.rows(manager, 'parking.lock')
  const lock = all[(await o.rows(manager, p)).length % Math.max(1, all.length)]
  if (!lock) return
  const isUp = lock.position === 'up'
  if (!isUp) {
    const berth = await o.row(manager, 'parking.berth', String(lock.berth))
    await o.post(collector, '/parking/sightings', { berth: berth.number, isTaken: false, source: 'scan' })
  }
  yield 12
  const wanted = isUp ? 'down' : 'up'
  await o.file(collector, p, { lock: lock.id, wanted, reason: isUp ? '早高峰前开放' : '夜间锁闭' })
}
