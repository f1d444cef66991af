/** Berths, stays and money: one state from many sources, tariffs to the fen, arrears, senseless payment, locks. */
import { connectAsync } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { runDueJobs } from '#kernel/jobs/index.ts'
import { startMqttBroker } from '../../gateways/mqtt/broker.ts'
import { beijing, photo, type World, world } from '../world.ts'
import { type Office, openOffice, type Row } from './parking-office.ts'
import { openSensing, waitFor } from './sensing-office.ts'

let w: World
let o: Office
let road: string
let berths: string[]
beforeAll(async () => {
  w = await world('2026-03-02 08:00')
  o = await openOffice(w)
  road = await o.lot('建设路(一类)')
  berths = await o.berths(road, 'JS', 10)
})
afterAll(async () => {
  await closeIngest(w.kernel)
  await w.close()
})
const orderOf = async (plate: string): Promise<Row> => {
  const found = await o.rows('parking.order', { plate }, o.data)
  const [latest] = [...found].sort((a, b) => (a.enteredAt < b.enteredAt ? 1 : -1))
  if (!latest) throw new Error(`no order of ${plate}`)
  return latest
}

describe('泊位、计费、欠费', () => {
  it('new-tech-parking 地磁、高位视频、巡检、车路协同一个口子进,冲突按权重与时效取信', async () => {
    const magnet = await o.machine('DC-01', 'sensor')
    const camera = await o.machine('SP-01', 'camera')
    const vehicle = await o.machine('V2X-01', 'vehicle')
    const bad = await w.app.inject({
      method: 'POST',
      url: '/api/ingest/parking/berths',
      headers: { 'x-source-code': 'DC-01', 'x-source-key': 'wrong' },
      payload: { items: [{ berth: 'JS001', isTaken: true, at: beijing('2026-03-02 08:00').toISOString() }] },
    })
    expect(bad.statusCode).toBe(401)
    expect((await magnet.post('berths', { items: [] })).status).toBe(400)
    expect((await o.nobody.get(`/parking/berths/${berths[0]}/why`)).status).toBe(403)
    const mixed = await magnet.post('berths', {
      items: [
        { berth: 'JS001', isTaken: true, at: beijing('2026-03-02 08:00').toISOString() },
        { berth: 'XX999', isTaken: true, at: beijing('2026-03-02 08:00').toISOString() },
      ],
    })
    expect(mixed.body).toMatchObject({ accepted: 1, refused: [{ index: 1, zh: '没有泊位XX999' }] })
    expect(await o.row('parking.berth-now', String(berths[0]))).toMatchObject({
      state: 'taken',
      source: 'sensor',
      confidence: 0.85,
      isDisputed: false,
    })
    // The camera says free: 0.90 against 0.85; it holds, and the conflict is shown.
    await camera.see('JS001', false, '2026-03-02 08:00')
    const disputed = await o.row('parking.berth-now', String(berths[0]))
    expect(disputed).toMatchObject({ state: 'free', source: 'camera', isDisputed: true })
    expect(disputed.confidence).toBeCloseTo((0.9 * 0.9) / 1.75, 3)
    expect(await o.value('disputed-berths')).toBe(1)
    // A vehicle passing by agrees with the magnet; together they outweigh the camera.
    await vehicle.see('JS001', true, '2026-03-02 08:00', { confidence: 0.5 })
    expect(await o.row('parking.berth-now', String(berths[0]))).toMatchObject({ state: 'taken', source: 'sensor' })
    // An hour on the camera and the vehicle have faded; the magnet speaks only on change and stands.
    await w.clock.to('2026-03-02 09:00')
    await runDueJobs(w.kernel)
    const { body } = await o.leader.get<Row>(`/parking/berths/${berths[0]}/why`)
    expect(body.votes.map((v: Row) => [v.source, v.isTaken, v.ageMinutes])).toEqual([
      ['sensor', true, 60],
      ['camera', false, 60],
      ['vehicle', true, 60],
    ])
    expect(body.votes[1].standing).toBeCloseTo(0.225, 3)
    // A late word of the same source changes nothing.
    await magnet.see('JS001', false, '2026-03-02 07:50')
    expect(await o.row('parking.berth-now', String(berths[0]))).toMatchObject({ state: 'taken' })
    // Where only a passing vehicle spoke, an hour later nobody knows.
    await vehicle.see('JS010', true, '2026-03-02 09:00')
    await w.clock.to('2026-03-02 10:00')
    await runDueJobs(w.kernel)
    expect(await o.row('parking.berth-now', String(berths[9]))).toMatchObject({ state: 'unknown' })
    expect(await o.value('unknown-berths')).toBe(1)
    expect(await o.value('sightings')).toBe(5)
  })

  it('road-parking-charge 分区分时计费到分、首段免费、封顶、节假日、免费车、欠费催缴、减免退款、试点评估', async () => {
    const { manager, finance, collector, nobody } = o
    expect((await w.anyone.post('/parking/sightings', { berth: 'JS002', isTaken: true })).status).toBe(401)
    expect((await nobody.post('/parking/sightings', { berth: 'JS002', isTaken: true })).status).toBe(403)
    expect((await collector.post('/parking/sightings', { berth: 'JS002', isTaken: 'yes' })).status).toBe(400)
    const see = async (berth: string, isTaken: boolean, plate?: string) =>
      (await collector.post<Row>('/parking/sightings', { berth, isTaken, ...(plate ? { plate } : {}) })).body
    const fee = async (plate: string, from: string, to: string, zone = 'one') =>
      (
        await o.leader.get<Row>('/parking/fee-try', {
          zone,
          plate,
          enteredAt: beijing(from).toISOString(),
          leftAt: beijing(to).toISOString(),
        })
      ).body
    const tried: [string, string, string, number][] = [
      ['苏D12345', '2026-03-03 09:00', '2026-03-03 09:15', 0],
      ['苏D12345', '2026-03-03 09:00', '2026-03-03 09:16', 300],
      ['苏D12345', '2026-03-03 09:00', '2026-03-03 11:20', 1500],
      ['苏D12345', '2026-03-03 19:30', '2026-03-03 22:30', 800],
      ['苏D12345', '2026-03-03 08:00', '2026-03-03 19:00', 4000],
      ['苏D12345', '2026-03-03 22:00', '2026-03-04 08:30', 1600],
      ['苏DF12345', '2026-03-03 09:00', '2026-03-03 10:10', 0],
      ['苏DF12345', '2026-03-03 09:00', '2026-03-03 10:30', 300],
      ['苏D1234警', '2026-03-03 09:00', '2026-03-03 19:00', 0],
      ['苏D12345', '2026-10-01 09:00', '2026-10-01 19:00', 0],
    ]
    for (const [plate, from, to, fen] of tried)
      expect([plate, from, to, (await fee(plate, from, to)).amountFen]).toEqual([plate, from, to, fen])
    expect((await fee('苏D12345', '2026-03-03 09:00', '2026-03-03 11:20')).steps).toEqual([
      '停放140分钟,免费15分钟,超过后自入位起计',
      '3月3日 07:30—20:30 140分钟,每15分钟1.50元,计10段15.00元',
      '应收15.00元',
    ])
    // A real stay: seen by the collector, left two hours later, paid in cash.
    await w.clock.to('2026-03-03 09:00')
    expect(await see('JS002', true, '苏D12345')).toMatchObject({ state: 'taken', status: 'parked' })
    expect(
      (
        await o.tryOpen(collector, 'parking.order', {
          lot: road,
          berth: berths[1],
          plate: '苏D00001',
          enteredAt: beijing('2026-03-03 09:00').toISOString(),
          source: 'person',
        })
      ).body.zh,
    ).toContain('已有停放中的订单')
    await w.clock.to('2026-03-03 11:20')
    expect(await see('JS002', false)).toMatchObject({ state: 'free', status: 'due', amountFen: 1500 })
    const first = await orderOf('苏D12345')
    expect(first).toMatchObject({ minutes: 140, tariffName: '一类区域路内(示例)' })
    expect(await collector.refused('parking.order', first.id, 'pay', { channel: 'cash', paidFen: 1400 })).toContain('应收15.00元')
    expect(await collector.refused('parking.order', first.id, 'pay', { channel: 'code', paidFen: 1500 })).toContain('流水号')
    await collector.act('parking.order', first.id, 'pay', { channel: 'cash', paidFen: 1500 })
    expect(await finance.refused('parking.order', first.id, 'refund', { refundFen: 1600, endReason: '多收' })).toContain(
      '不能超过实收',
    )
    await finance.act('parking.order', first.id, 'invoice', { invoiceNumber: '26322000000012345678' })
    await finance.act('parking.order', first.id, 'refund', { refundFen: 300, endReason: '设备误判离场时刻' })
    // A disabled driver on the list, and one who leaves without paying.
    await o.add('parking.exemption', {
      plate: '苏D66666',
      kind: 'disabled',
      validFrom: '2026-01-01',
      basis: '残疾人保障法第五十五条',
    })
    await see('JS003', true, '苏D66666')
    await see('JS004', true, '苏D77777')
    await w.clock.to('2026-03-03 12:50')
    expect(await see('JS003', false)).toMatchObject({ status: 'free', amountFen: 0 })
    expect(await see('JS004', false)).toMatchObject({ status: 'due', amountFen: 900 })
    const owed = await orderOf('苏D77777')
    await w.clock.to('2026-03-08 13:00')
    expect(await orderOf('苏D77777')).toMatchObject({ status: 'arrears' })
    expect([await o.value('arrears-orders'), await o.value('arrears'), await o.value('collected-rate')]).toEqual([1, 9, 62.5])
    expect((await manager.post<Row>(`/subjects/parking.order/${owed.id}/urge`, { values: {} })).status).toBe(200)
    expect(await manager.refused('parking.order', owed.id, 'urge')).toContain('不足7日')
    const { body: seen } = await w.anyone.get<Row>(`/public/parking/orders/${owed.number}`, { plate: '苏D77777' })
    expect(seen).toMatchObject({ amountFen: 900, statusZh: '欠费' })
    expect((await w.anyone.get(`/public/parking/orders/${owed.number}`, { plate: '苏D00000' })).status).toBe(404)
    await collector.act('parking.order', owed.id, 'pay', { channel: 'code', paidFen: 900, voucher: 'WX20260308001' })
    expect([
      await o.value('arrears-orders'),
      await o.value('arrears-recovered'),
      await o.value('collected-rate'),
      await o.value('refunded'),
    ]).toEqual([0, 9, 100, 3])
    // A car no camera could read costs nobody anything.
    const magnet = await o.machine('DC-02', 'sensor')
    await magnet.see('JS005', true, '2026-03-08 13:00')
    await w.clock.to('2026-03-08 15:00')
    await magnet.see('JS005', false, '2026-03-08 15:00')
    expect((await o.rows('parking.order', { status: 'void', berth: berths[4] })).map((r) => r.steps)).toEqual([
      ['未认出号牌,不能收费'],
    ])
    // The pilot: turnover before as surveyed, after as counted.
    const plan = { lot: road, name: '建设路收费试点', before: 0.02, surveyedOn: '2026-02-20', plan: '10个泊位分时计费' }
    const pilot = await o.open(manager, 'parking.pilot', plan)
    expect((await o.tryOpen(manager, 'parking.pilot', plan)).body.zh).toContain('已在试点')
    await manager.act('parking.pilot', pilot, 'start', { startedOn: '2026-03-03' })
    await manager.act('parking.pilot', pilot, 'assess', { verdict: 'kept', conclusion: '周转提高' })
    // 3 stays over 5 days and 10 berths.
    expect(await o.row('parking.pilot', pilot)).toMatchObject({ status: 'kept', days: 5, after: 0.06, changePercent: 200 })
    expect(await o.value('pilot-roads')).toBe(1)
  })

  it('senseless-payment 绑定号牌与渠道、不停车扣款、扣款失败转欠费、补缴、退款回账户、发票号', async () => {
    const { manager, finance, nobody } = o
    const bind = { plate: '苏D88888', ownerName: '王小明', phone: '13900001111' }
    expect((await w.anyone.post('/public/parking/accounts', { ...bind, phone: '12' })).status).toBe(400)
    const { status, body: mine } = await w.anyone.post<Row>('/public/parking/accounts', bind)
    expect(status).toBe(201)
    expect((await w.anyone.post<Row>('/public/parking/accounts', bind)).body.zh).toContain('该号牌已有账户')
    const [account] = (await o.rows('parking.account', {}, o.data)).filter((a) => a.number === mine.number)
    const id = String(account?.id)
    const held = { number: mine.number, receipt: mine.receipt }
    const see = () => w.anyone.get<Row>(`/public/parking/accounts/${mine.number}`, { receipt: mine.receipt })
    expect((await w.anyone.get(`/public/parking/accounts/${mine.number}`, { receipt: 'f'.repeat(64) })).status).toBe(403)
    expect((await see()).body).toMatchObject({ status: 'applied', orders: [] })
    expect((await nobody.post(`/parking/accounts/${id}/top-up`, { amountFen: 2000, voucher: 'Y-1' })).status).toBe(403)
    expect((await finance.post<Row>(`/parking/accounts/${id}/top-up`, { amountFen: 2000, voucher: 'Y-1' })).body.zh).toContain(
      '未开通',
    )
    await manager.act('parking.account', id, 'verify', { licencePhotos: [photo()], verifiedOn: '2026-03-08' })
    await w.settle()
    expect((await finance.post<Row>(`/parking/accounts/${id}/top-up`, { amountFen: 2000, voucher: 'Y-1' })).body).toEqual({
      balanceFen: 2000,
    })
    const camera = await o.machine('SP-02', 'camera')
    const stay = async (day: string, from: string, to: string) => {
      await w.clock.to(`${day} ${from}`)
      await camera.see('JS006', true, `${day} ${from}`, { plate: '苏D88888' })
      await w.clock.to(`${day} ${to}`)
      await camera.see('JS006', false, `${day} ${to}`)
      await w.settle()
      return orderOf('苏D88888')
    }
    const paid = await stay('2026-03-09', '09:00', '11:20')
    expect(paid).toMatchObject({ status: 'paid', channel: 'ledger', paidFen: 1500, source: 'camera' })
    const failed = await stay('2026-03-10', '09:00', '11:20')
    expect(failed).toMatchObject({ status: 'arrears', failure: '余额5.00元不足' })
    expect((await see()).body).toMatchObject({ balanceFen: 500, owedFen: 1500, plate: '苏D88888' })
    const poor = await w.anyone.post<Row>(`/public/parking/accounts/${mine.number}/pay`, { ...held, order: failed.number })
    expect(poor.body).toEqual({ status: '余额不足,未扣款', balanceFen: 500 })
    await finance.post(`/parking/accounts/${id}/top-up`, { amountFen: 3000, voucher: 'Y-2' })
    const again = await w.anyone.post<Row>(`/public/parking/accounts/${mine.number}/pay`, { ...held, order: failed.number })
    expect(again.body).toEqual({ status: '已缴', balanceFen: 2000 })
    expect(
      (await w.anyone.post<Row>(`/public/parking/accounts/${mine.number}/pay`, { ...held, order: failed.number })).status,
    ).toBe(409)
    expect(await finance.refused('parking.order', paid.id, 'invoice', { invoiceNumber: 'FP-1' })).toContain('发票号码')
    await finance.act('parking.order', paid.id, 'invoice', { invoiceNumber: '26322000000087654321' })
    await finance.act('parking.order', paid.id, 'refund', { refundFen: 1500, endReason: '重复计费' })
    await w.settle()
    expect((await see()).body).toMatchObject({ balanceFen: 3500, owedFen: 0 })
    const ledger = (await o.rows('parking.ledger-entry', { account: id })).sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(ledger.map((e) => [e.kind, e.amountFen, e.balanceFen, e.result])).toEqual([
      ['topUp', 2000, 2000, 'done'],
      ['charge', 1500, 500, 'done'],
      ['charge', 1500, 500, 'failed'],
      ['charge', 1500, 500, 'failed'],
      ['topUp', 3000, 3500, 'done'],
      ['charge', 1500, 2000, 'done'],
      ['refund', 1500, 3500, 'done'],
    ])
    expect(await finance.refused('parking.account', id, 'close', { endReason: '车辆出售' })).toContain('余额35.00元须先退款')
    expect([await o.value('accounts'), await o.value('deduction-failures')]).toEqual([1, 0])
    // Of the paid orders of the file's days: two in cash or by code, two senseless.
    expect(await o.value('senseless-rate')).toBe(50)
  })

  it('unattended-road-parking 巡检扫描、地锁:空位才升锁,设备回执后状态才变,收费员减员', async () => {
    const { data, collector, nobody } = o
    const s = await openSensing(w)
    const broker = await startMqttBroker(w.kernel, 0, '127.0.0.1')
    const device = await s.addDevice('DS-001', 'lock')
    const key = await s.keyOf(device)
    const lock = await o.add('parking.lock', { number: 'DS-001', berth: berths[6], device, position: 'down' })
    expect((await o.tryOpen(nobody, 'parking.lock-order', { lock, wanted: 'up', reason: '夜间锁闭' })).status).toBe(403)
    await collector.post('/parking/sightings', { berth: 'JS007', isTaken: true, plate: '苏D55555', source: 'scan' })
    expect((await o.tryOpen(collector, 'parking.lock-order', { lock, wanted: 'up', reason: '夜间锁闭' })).body.zh).toContain(
      '有车',
    )
    await w.clock.to('2026-03-10 11:50')
    await collector.post('/parking/sightings', { berth: 'JS007', isTaken: false, source: 'scan' })
    const asked = await o.open(collector, 'parking.lock-order', { lock, wanted: 'up', reason: '夜间锁闭' })
    const [command] = await o.rows('sensing.command', { device }, data)
    expect(command).toMatchObject({ kind: 'raise', status: 'queued' })
    expect(await o.row('parking.lock', lock)).toMatchObject({ position: 'down' })
    // The lock does not answer in time: the order has failed and nothing is claimed.
    await w.clock.to('2026-03-10 12:05')
    expect(await o.row('parking.lock-order', asked)).toMatchObject({ status: 'failed' })
    const second = await o.open(collector, 'parking.lock-order', { lock, wanted: 'up', reason: '夜间锁闭' })
    const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, {
      username: 'DS-001',
      password: key,
      clientId: 'DS-001',
    })
    client.on('message', (_topic, payload) => {
      const { serial, kind } = JSON.parse(payload.toString()) as { serial: number; kind: string }
      void client.publishAsync('cityloop/DS-001/answers', JSON.stringify({ serial, ok: kind === 'raise', text: '已升起' }), {
        qos: 1,
      })
    })
    await client.subscribeAsync('cityloop/DS-001/commands', { qos: 1 })
    await waitFor('answered', async () => (await o.rows('sensing.command', { device, status: 'answered' }, data))[0])
    await client.endAsync(true)
    await broker.close()
    await w.settle()
    expect(await o.row('parking.lock-order', second)).toMatchObject({ status: 'done', answer: '已升起' })
    expect(await o.row('parking.lock', lock)).toMatchObject({ position: 'up' })
    expect((await o.tryOpen(collector, 'parking.lock-order', { lock, wanted: 'up', reason: '再升' })).body.zh).toContain(
      '已在该位置',
    )
    expect([await o.value('locks'), await o.value('lock-done-rate')]).toEqual([1, 50])
    expect(await orderOf('苏D55555')).toMatchObject({ source: 'scan', status: 'due', amountFen: 300 })
    const unattended = { name: '建设路', mode: 'lock', since: '2026-03-01', collectorsBefore: 6, collectorsNow: 2 }
    await o.add('sensing.berth-road', unattended, undefined, data)
    const { body } = await o.leader.get<Row>('/indicators/sensing.collectors-kept')
    expect(body.values[0].value).toBeCloseTo(33.33, 2)
  })
})
