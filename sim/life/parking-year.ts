/** 停车 of the simulated district: car parks that join and report, drivers led and reserving, accounts that pay by themselves, a pilot of charging; the roadside and shared spaces besides. */
import {
  addParking,
  berthOf,
  boards,
  camera,
  chargedRoad,
  collector,
  feeds,
  finance,
  freeCar,
  lotOf,
  mall,
  manager,
  phoneNumber,
  plannedRoad,
  plateOf,
  platformTime,
  sourceOf,
  tells,
} from './parking-lists.ts'
import { agreement, beginSharing, fusion, joint, market, night, scheme } from './parking-share.ts'
import { complaint, integrity, locks, segment, shift, violation, yards } from './parking-street.ts'
import { idOf } from './participation.ts'
import { type Desk, day, type Entry, every, hour, once, type Story } from './story.ts'

const begin: Story = async function* (o) {
  await addParking(o)
  yield 1
}
const [joining, spaces] = ['parking.onboarding', 200] as const
/** What the mall's own system says at this moment. */
const report = async (o: Desk, free: number): Promise<number> => {
  const at = await platformTime(o)
  await tells(o, feeds[0][0], 'lots', { at, free, total: spaces })
  return Date.parse(at)
}
const [slot, window] = [5 * 60_000, 3_600_000]
/** The mall reports every five minutes for an hour and is taken in; the hospital is still tested, the station gives up, the last lacks its papers. */
const onboard: Story = async function* (o) {
  if ((await o.rows(manager, joining)).length > 0) return
  const join = async (name: string, contact: string): Promise<string> => {
    const lot = await lotOf(o, name)
    return o.file(manager, joining, { lot: lot?.id, protocol: 'http', contact })
  }
  const first = await join(mall, '商场物业 王工')
  const second = await join(feeds[1][1], '医院后勤 李科长')
  const third = await join('城南客运站停车场', '客运站 周站长')
  await join('文化宫配建车库', '文化宫 吴主任')
  yield 10
  for (const [code] of feeds) await sourceOf(o, code)
  await o.act(manager, joining, first, 'test')
  const heard: number[] = []
  const isEnough = (): boolean => {
    const now = heard.at(-1) ?? 0
    const slots = new Set(heard.filter((at) => at > now - window).map((at) => Math.floor(at / slot)))
    return now - (heard[0] ?? now) > window && slots.size >= 10
  }
  while (!isEnough() && heard.length < 24) {
    yield 5
    heard.push(await report(o, o.random.integer(40, 120)))
  }
  if (isEnough()) await o.act(manager, joining, first, 'accept')
  yield 2 * day
  await o.act(manager, joining, second, 'test')
  yield 4 * day
  await o.act(manager, joining, third, 'drop', { endReason: '道闸系统不支持上报,待改造后重新接入' })
}
/** Somebody holds a space of the mall: comes, calls it off, or does not come. */
const reserve: Story = async function* (o) {
  const p = 'parking.reservation'
  const lot = await lotOf(o, mall)
  if (!lot) return
  await report(o, o.random.integer(12, 90))
  const made = await o.outside<{ number: string; receipt: string }>('parking/reservations', {
    ...{ lot: lot.id, plate: plateOf(o), phone: phoneNumber(o) },
  })
  const turn = o.random.next()
  if (turn < 0.25) return
  if (turn < 0.4) return void (await o.outside(`parking/reservations/${made.number}/cancel`, made))
  yield 11
  await o.act(collector, p, await idOf(o, collector, p, made.number), 'arrive')
}
/** A car passes the board of the guided area and finds its berth some minutes later; some park free. */
const guided: Story = async function* (o) {
  const [plate, berth] = [o.random.chance(0.3) ? freeCar : plateOf(o), berthOf(3)]
  const now = await platformTime(o)
  const at = new Date(Date.parse(now) - o.random.integer(3, 9) * 60_000).toISOString()
  await tells(o, camera, 'entries', { board: boards.road, items: [{ plate, at }] })
  await tells(o, camera, 'berths', { items: [{ berth, isTaken: true, at: now, plate }] })
  yield o.random.integer(30, 200)
  await tells(o, camera, 'berths', { items: [{ berth, isTaken: false, at: await platformTime(o) }] })
}
/** The till's other side: numbers of invoices booked, money given back, a debt let go. */
const till: Story = async function* (o) {
  const p = 'parking.order'
  const [first, second] = (await o.rows(finance, p, { status: 'paid' })).filter((x) => !x.invoiceNumber)
  if (first)
    await o.act(finance, p, first.id, 'invoice', {
      invoiceNumber: `2632${first.number.replace(/\D/g, '').padStart(16, '0').slice(-16)}`,
    })
  yield hour
  if (second && o.random.chance(0.6))
    await o.act(finance, p, second.id, 'refund', { refundFen: 100, endReason: '离场时刻误判,多计一个计费单位' })
  const [owed] = o.random.chance(0.5) ? await o.rows(finance, p, { status: 'arrears' }) : []
  if (owed) await o.act(finance, p, owed.id, 'waive', { endReason: '就医车辆,核实急诊记录后减免' })
}
const owners = ['王建国', '李秀兰', '张伟', '刘芳', '陈志强', '杨洋'] as const
/** A plate bound to prepaid money: checked, filled, and charged when the car leaves; some run dry, some papers do not fit. */
const account: Story = async function* (o) {
  const p = 'parking.account'
  const plate = plateOf(o)
  const asked = { plate, ownerName: o.random.pick(owners), phone: phoneNumber(o) }
  const { number } = await o.outside<{ number: string }>('parking/accounts', asked)
  yield o.random.integer(4, 30) * hour
  if (o.random.chance(0.2)) return
  const id = await idOf(o, manager, p, number)
  if (o.random.chance(0.2)) return void (await o.act(manager, p, id, 'refuse', { endReason: '行驶证号牌与申请不符' }))
  await o.act(manager, p, id, 'verify', { licencePhotos: [await o.photo('行驶证')], verifiedOn: o.date() })
  yield 2 * hour
  const amountFen = o.random.chance(0.2) ? 100 : o.random.integer(3, 10) * 1000
  await o.post(finance, `/parking/accounts/${id}/top-up`, { amountFen, voucher: `YH${number.slice(-6)}` })
  yield 20 * hour
  const berth = berthOf(2)
  await o.post(collector, '/parking/sightings', { berth, isTaken: true, plate })
  yield o.random.integer(80, 200)
  await o.post(collector, '/parking/sightings', { berth, isTaken: false })
}
/** What charging did to a road, and one where it is only planned. */
const pilot: Story = async function* (o) {
  const p = 'parking.pilot'
  if ((await o.rows(manager, p)).length > 0) return
  const [road, next] = [await lotOf(o, chargedRoad), await lotOf(o, plannedRoad)]
  if (!road || !next) return
  const survey = { surveyedOn: o.date(-20), plan: '分时计费,首15分钟免费,设诱导屏一块,收费员两名轮班' }
  const id = await o.file(manager, p, { lot: road.id, name: '延陵路收费试点', before: 0.02, ...survey })
  await o.file(manager, p, { lot: next.id, name: '北门路收费试点', before: 1.4, ...survey })
  yield day
  await o.act(manager, p, id, 'start', { startedOn: o.date() })
  yield 12 * day
  await o.act(manager, p, id, 'assess', { verdict: 'running', conclusion: '长停车辆减少,继续试点观察一周' })
  yield 8 * day
  await o.act(manager, p, id, 'assess', { verdict: 'kept', conclusion: '周转提高,投诉平稳,转常态' })
}
export const parkingDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5.7, tell: begin },
  'begin sharing': { on: once(0), hour: 8.7, tell: beginSharing },
  onboard: { on: once(1), hour: 6.3, tell: onboard },
  pilot: { on: once(1), hour: 9.1, tell: pilot },
  fusion: { on: once(2), hour: 10.1, tell: fusion },
  yards: { on: once(2), hour: 14.3, tell: yards },
  reserve: { on: every(7, 2), hour: 16.6, tell: reserve },
  guided: { on: every(9, 3), hour: 10.9, tell: guided },
  account: { on: every(7, 2), hour: 9.4, tell: account },
  till: { on: every(9, 7), hour: 15.6, tell: till },
  shift: { on: every(7, 1), hour: 7.1, tell: shift },
  agreement: { on: every(8, 3), hour: 14.7, tell: agreement },
  night: { on: every(6, 4), hour: 17.3, tell: night },
  scheme: { on: every(10, 2), hour: 10.4, tell: scheme },
  joint: { on: every(7, 5), hour: 19.2, tell: joint },
  market: { on: every(9, 1), hour: 15.2, tell: market },
  violation: { on: every(5), hour: 9.3, tell: violation },
  complaint: { on: every(8, 5), hour: 16.3, tell: complaint },
  integrity: { on: every(13, 6), hour: 9.6, tell: integrity },
  segment: { on: every(7, 2), hour: 8.9, tell: segment },
  locks: { on: every(8, 1), hour: 20.3, tell: locks },
}
