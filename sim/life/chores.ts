/** What gathers on desks and is cleared there day by day: digests read, decisions handed to the credit platform, files closed, arrears urged, alarms looked at. */
import { type Desk, day, type Entry, every, type Row, type Story, workdays } from './story.ts'

const [leader, head, office, watch, credit] = ['juzhang', 'dadui1', 'neiqin1', 'zhiban1', 'xinyong1'] as const
/** Rows of a status, each done by its person unless that is none. */
const clear = async (
  o: Desk,
  login: string,
  procedure: string,
  status: string,
  action: string,
  valuesOf: (row: Row) => Readonly<Record<string, unknown>> | undefined,
): Promise<void> => {
  for (const row of await o.rows(login, procedure, { status })) {
    const values = valuesOf(row)
    if (values) await o.act(login, procedure, row.id, action, values)
  }
}
const digests: Story = async function* (o) {
  yield 1
  await clear(o, leader, 'opinion.digest', 'made', 'read', () => ({}))
}
const disclosures: Story = async function* (o) {
  yield 1
  const batch = `SGS-${o.date()}`
  await clear(o, credit, 'credit.disclosure', 'waiting', 'upload', () => ({ batch }))
}
/** Paid, published, filed where it was decided on the spot: closed by the head, bound by the office. */
const closing: Story = async function* (o) {
  yield 1
  const published = new Set((await o.rows(head, 'enforcement.publication', { status: 'published' })).map((p) => p.penalty))
  // What is under review or before the court stays open.
  const contested = new Set(
    (await o.rows(head, 'enforcement.remedy')).flatMap((r) => (r.status === 'concluded' ? [] : [r.penalty])),
  )
  await clear(o, head, 'enforcement.penalty', 'fulfilled', 'close', (p) => {
    const isFiled = p.track === 'ordinary' || p.onSpotFiledOn
    const isHandedIn = p.isCashOnSpot !== true || p.handedInOn
    return published.has(p.id) && !contested.has(p.id) && isFiled && isHandedIn ? {} : undefined
  })
  yield day
  const volume = (p: Row) => ({ volume: `城执卷${p.number.slice(-8)}`, pages: o.random.integer(18, 60) })
  await clear(o, office, 'enforcement.penalty', 'closed', 'archive', volume)
}
/** Half of those who owe pay when they come again; the others are told. */
const arrears: Story = async function* (o) {
  yield 1
  await clear(o, 'shoufei1', 'parking.order', 'arrears', 'pay', (order) =>
    o.random.chance(0.3) ? { channel: 'code', paidFen: order.amountFen, voucher: `BJ${order.number.slice(-10)}` } : undefined,
  )
  await clear(o, 'tingche1', 'parking.order', 'arrears', 'urge', (order) => (order.urgedAt ? undefined : {}))
}
/** Whoever has an internal rule to read signs it, most within days. */
const readings: Story = async function* (o) {
  yield 1
  for (const { id, person } of await o.rows('kaohe1', 'training.reading', { status: 'open' })) {
    const login = o.login(person)
    if (login && o.random.chance(0.5)) await o.act(login, 'training.reading', id, 'sign')
  }
}
/** The muck desk: alarms judged, trips without a receipt asked after at the dump. */
const muckDesk: Story = async function* (o) {
  yield 1
  await clear(o, watch, 'muck.alarm', 'raised', 'handle', () => ({ result: '已电话核实并提醒驾驶员,情况已纠正' }))
  const [dump] = await o.rows(watch, 'muck.dump')
  await clear(o, watch, 'muck.trip', 'missing', 'settle', (trip) =>
    dump ? { dump: dump.id, receivedM3: trip.loadM3, result: '与消纳场核对地磅记录,补登回执' } : undefined,
  )
  await clear(o, watch, 'muck.trip', 'differing', 'settle', (trip) => ({
    receivedM3: trip.receivedM3,
    result: '复核车厢容积与地磅记录,差异为含水所致',
  }))
}
const signs: Story = async function* (o) {
  yield 1
  await clear(o, 'chuzhi51', 'ads.sign', 'declared', 'grant', (sign) =>
    sign.isLarge === true && sign.isInsured !== true ? undefined : { paperNo: `店招备${sign.number.slice(-8)}` },
  )
}
export const choresDiary: Readonly<Record<string, Entry>> = {
  digests: { on: workdays, hour: 8.9, tell: digests },
  disclosures: { on: workdays, hour: 15.9, tell: disclosures },
  closing: { on: every(3, 1), hour: 16.4, tell: closing },
  readings: { on: every(3), hour: 12.6, tell: readings },
  arrears: { on: every(4, 2), hour: 10.6, tell: arrears },
  'muck desk': { on: () => true, hour: 8.1, tell: muckDesk },
  signs: { on: every(2), hour: 11.3, tell: signs },
}
