/** Where is a berth free, how old is that, and where is my car: query, reservation, boards, lots' own systems, turnover, new berths. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDueJobs } from '#kernel/jobs/index.ts'
import { beijing, photo, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice, type Row } from './parking-office.ts'

let w: World
let o: Office
let road: string
let mall: string
let feed: Awaited<ReturnType<Office['machine']>>
let camera: Awaited<ReturnType<Office['machine']>>
const near = { lon: String(somewhere.lon), lat: String(somewhere.lat), metres: '1500' }
const iso = (local: string): string => beijing(local).toISOString()
const free = async (name: string) => {
  const { body } = await w.anyone.get<{ lots: Row[] }>('/public/parking/lots', near)
  return body.lots.find((l) => l.name === name)
}
beforeAll(async () => {
  w = await world('2026-03-02 08:00')
  o = await openOffice(w)
  road = await o.lot('湖滨路(一类)', { spaces: 4, priceText: '每15分钟1.5元' })
  await o.berths(road, 'HB', 4)
  mall = await o.lot(
    '万象商场地下车库',
    { kind: 'public', spaces: 200, isCharged: false, zone: null, hasIndoorMap: true, hasPlateCamera: true },
    { lon: somewhere.lon + 0.003, lat: somewhere.lat },
  )
  camera = await o.machine('SP-11', 'camera')
})
afterAll(() => w.close())

describe('停车诱导与接入', () => {
  it('parking-data-access 停车场接入:静态信息、发钥、联调满时长且质量达线,断报转异常,未接入列出', async () => {
    const { manager, nobody } = o
    const unconnected = () => o.leader.get<Row>('/parking/unconnected')
    expect((await w.anyone.get('/parking/unconnected')).status).toBe(401)
    expect((await nobody.get('/parking/unconnected')).status).toBe(403)
    expect((await unconnected()).body).toMatchObject({ total: 1, connected: 0, rate: 0 })
    expect((await unconnected()).body.lots).toMatchObject([
      { lot: mall, connection: 'none', missing: '地址、收费标准、开放时间' },
    ])
    const id = await o.open(manager, 'parking.onboarding', { lot: mall, protocol: 'http', contact: '商场物业 王工' })
    expect(await manager.refused('parking.onboarding', id, 'test')).toContain('静态信息缺:地址、收费标准、开放时间')
    const row = await o.row('parking.lot', mall)
    const edited = await manager.patch(`/rows/parking.lot/${mall}`, {
      values: { address: '湖滨路88号', priceText: '每小时5元,封顶30元', openHours: '全天' },
      reason: '补齐静态信息',
      version: row.version,
    })
    expect(edited.status).toBe(200)
    expect(await manager.refused('parking.onboarding', id, 'test')).toContain('没有为该停车场发放上报密钥')
    feed = await o.machine('CK-MALL', 'feed', mall)
    await manager.act('parking.onboarding', id, 'test')
    await w.settle()
    expect(await manager.refused('parking.onboarding', id, 'accept')).toContain('联调须满60分钟')
    expect((await feed.post('lots', { free: 'x' })).status).toBe(400)
    for (let m = 5; m <= 60; m += 5) {
      const local = m === 60 ? '2026-03-02 09:00' : `2026-03-02 08:${String(m).padStart(2, '0')}`
      await w.clock.to(local)
      // One message says more free than there are: unsound, and not believed.
      const said = await feed.post('lots', { at: iso(local), free: m === 30 ? 300 : 80, total: 200 })
      expect(said.body).toEqual({ isSound: m !== 30 })
    }
    await manager.act('parking.onboarding', id, 'accept')
    await w.settle()
    expect(await o.row('parking.onboarding', id)).toMatchObject({ status: 'connected', received: 12, expected: 12, score: 97.5 })
    expect((await unconnected()).body).toMatchObject({ connected: 1, rate: 100, lots: [] })
    expect([await o.value('connected-rate'), await o.value('feed-score')]).toEqual([100, 97.5])
    // The lot falls silent for half an hour: it is shown as broken, and comes back by itself.
    await w.clock.to('2026-03-02 09:30')
    await runDueJobs(w.kernel)
    expect(await o.row('parking.lot', mall)).toMatchObject({ connection: 'broken' })
    expect((await unconnected()).body.lots).toMatchObject([{ lot: mall, connection: 'broken' }])
    const { body: places } = await w.anyone.get<{ data: Row[] }>('/apds/places')
    expect(places.data.map((p) => p.name[0].string).sort()).toEqual(['万象商场地下车库', '湖滨路(一类)'])
    expect((await w.anyone.get<{ data: Row[] }>('/apds/observations')).body.data).toEqual([])
    const { body: rates } = await w.anyone.get<{ data: Row[] }>('/apds/rates')
    expect(rates.data[0]).toMatchObject({ className: 'RateTable', maximumValue: 40, freeTime: 'PT15M' })
  })

  it('parking-info-query 市民查余位、价格、距离,预约保留、爽约累计暂停', async () => {
    await w.clock.to('2026-03-02 10:00')
    expect((await free('万象商场地下车库'))?.free).toBeNull()
    await feed.post('lots', { at: iso('2026-03-02 10:00'), free: 2, total: 200 })
    expect(await free('万象商场地下车库')).toMatchObject({ free: 2, ageMinutes: 0, price: '每小时5元,封顶30元', spaces: 200 })
    expect((await free('万象商场地下车库'))?.metres).toBeGreaterThan(250)
    expect((await w.anyone.get('/public/parking/lots', { lon: 'x' })).status).toBe(400)
    const reserve = (plate: string) =>
      w.anyone.post<Row>('/public/parking/reservations', { lot: mall, plate, phone: '13900002222' })
    expect((await reserve('??')).status).toBe(400)
    const first = await reserve('苏D10001')
    expect(first.status).toBe(201)
    expect(first.body.holdUntil).toBe(iso('2026-03-02 10:20'))
    expect((await free('万象商场地下车库'))?.free).toBe(1)
    expect((await reserve('苏D10001')).body.zh).toContain('已有保留中的预约')
    const second = await reserve('苏D10002')
    expect((await reserve('苏D10003')).body.zh).toContain('已无空余车位')
    const cancel = (receipt: string) =>
      w.anyone.post<Row>(`/public/parking/reservations/${second.body.number}/cancel`, { number: second.body.number, receipt })
    expect((await cancel('0'.repeat(64))).status).toBe(403)
    expect((await cancel(second.body.receipt)).body).toEqual({ status: '已取消' })
    // Three times held and not come: suspended for a week.
    for (const [at, after] of [
      ['10:21', '10:22'],
      ['10:43', '10:44'],
    ] as const) {
      await w.clock.to(`2026-03-02 ${at}`)
      await feed.post('lots', { at: iso(`2026-03-02 ${at}`), free: 2, total: 200 })
      await w.clock.to(`2026-03-02 ${after}`)
      expect((await reserve('苏D10001')).status).toBe(201)
    }
    await w.clock.to('2026-03-02 11:10')
    await feed.post('lots', { at: iso('2026-03-02 11:10'), free: 2, total: 200 })
    expect((await reserve('苏D10001')).body.zh).toContain('近30日爽约3次,2026-03-09前暂停预约')
    expect([await o.value('reservations'), await o.value('no-shows')]).toEqual([4, 3])
    // On the road: reserved, arrived, and the arrival ends the reservation.
    await camera.see('HB001', false, '2026-03-02 11:10')
    const held = await w.anyone.post<Row>('/public/parking/reservations', { lot: road, plate: '苏D10009', phone: '13900002222' })
    expect(held.status).toBe(201)
    await w.clock.to('2026-03-02 11:15')
    await camera.see('HB001', true, '2026-03-02 11:15', { plate: '苏D10009' })
    await w.settle()
    expect((await o.rows('parking.reservation', { lot: road })).map((r) => r.status)).toEqual(['arrived'])
    expect(await o.value('no-show-rate')).toBe(75)
    await w.clock.to('2026-03-10 09:00')
    await feed.post('lots', { at: iso('2026-03-10 09:00'), free: 2, total: 200 })
    expect((await reserve('苏D10001')).status).toBe(201)
  })

  it('berth-guidance 三级诱导屏:余位、方向、数据龄,过期不出数,启用前后寻位时间', async () => {
    const { manager, nobody } = o
    const board = (code: string, values: Row) =>
      o.add(
        'parking.board',
        { code, name: code, startedOn: '2026-03-11', ...values },
        { lon: somewhere.lon - 0.003, lat: somewhere.lat },
      )
    const wrong = await manager.post<Row>('/rows/parking.board', {
      values: { code: 'X', name: 'X', level: 'area', startedOn: '2026-03-11' },
    })
    expect([wrong.status, wrong.body.zh]).toEqual([422, '数据不合规则:一级屏填区域,二、三级屏填停车场(路段)'])
    const roadBoard = await board('YD-2', { level: 'road', lot: road })
    await board('YD-1', { level: 'area', area: w.district })
    await board('YD-3', { level: 'lot', lot: mall })
    const show = async (code: string) => (await w.anyone.get<Row>(`/public/parking/boards/${code}`)).body
    expect((await w.anyone.get('/public/parking/boards/none')).status).toBe(404)
    await feed.post('lots', { at: iso('2026-03-10 09:00'), free: 12, total: 200 })
    expect(await show('YD-3')).toMatchObject({ isStale: false, ageMinutes: 0 })
    expect((await show('YD-3')).text).toMatch(/^万象商场地下车库 余1\d 东\d+米$/)
    expect((await show('YD-1')).lines.map((l: Row) => [l.name, l.free === null])).toEqual([
      ['湖滨路(一类)', true],
      ['万象商场地下车库', false],
    ])
    expect(await show('YD-2')).toMatchObject({ isStale: true, text: '余位数据更新中,请留意现场指示', ageMinutes: null })
    await w.clock.to('2026-03-10 09:11')
    expect(await show('YD-3')).toMatchObject({ isStale: true, text: '余位数据更新中,请留意现场指示' })
    expect((await nobody.get('/parking/boards-now')).status).toBe(403)
    expect((await o.leader.get<Row>('/parking/boards-now')).body.boards.map((b: Row) => b.isStale)).toEqual([true, true, true])
    // A car enters the guided area, and parks: before the board 12 minutes, after it 4 and 6.
    const search = async (plate: string, berth: string, day: string, from: string, to: string) => {
      await w.clock.to(`${day} ${from}`)
      expect((await camera.post('entries', { board: 'YD-2', items: [{ plate, at: iso(`${day} ${from}`) }] })).body).toMatchObject(
        { accepted: 1 },
      )
      await w.clock.to(`${day} ${to}`)
      await camera.see(berth, true, `${day} ${to}`, { plate })
    }
    await search('苏D20001', 'HB002', '2026-03-10', '10:00', '10:12')
    await search('苏D20002', 'HB003', '2026-03-11', '10:00', '10:04')
    await search('苏D20003', 'HB004', '2026-03-11', '10:10', '10:16')
    const effect = await o.leader.get<Row>(`/parking/boards/${roadBoard}/effect`)
    expect(effect.body).toMatchObject({ before: 12, beforeCount: 1, after: 5, afterCount: 2, saved: 7 })
  })

  it('parking-turnover 泊位周转率与寻位时间,按路段、小时,与前一时段比', async () => {
    expect((await o.nobody.get('/parking/turnover', { from: '2026-03-11', to: '2026-03-11' })).status).toBe(403)
    expect((await o.leader.get('/parking/turnover', { from: 'x', to: '2026-03-11' })).status).toBe(400)
    expect((await o.leader.get('/parking/turnover', { from: '2026-03-12', to: '2026-03-11' })).status).toBe(422)
    const { body } = await o.leader.get<Row>('/parking/turnover', { from: '2026-03-11', to: '2026-03-11' })
    expect(body).toMatchObject({ days: 1, turnover: 0.5, searchMinutes: 5 })
    expect(body.roads).toMatchObject([
      { lot: road, berths: 4, stays: 2, turnover: 0.5, before: 0.25, searchMinutes: 5, searches: 2 },
    ])
    expect(body.hours).toEqual([{ hour: 10, stays: 2, perBerth: 0.5, searchMinutes: 5 }])
    expect([await o.value('stays'), await o.value('search-minutes')]).toEqual([4, 7.33])
  })

  it('reverse-car-search 反向寻车:楼层、分区、步行路线,只有绑定号牌的车主能查', async () => {
    const spot = (number: string, node: string, section: string) =>
      o.add('parking.berth', {
        number,
        lot: mall,
        floor: 'B1',
        section,
        node,
        vehicle: 'motor',
        ownership: 'public',
        origin: 'fresh',
        openedOn: '2025-06-01',
        isDisabled: false,
        isCharging: false,
      })
    await spot('WX-B1-A08', 'B1-A08', 'A区')
    await spot('WX-B1-C21', 'B1-C21', 'C区')
    const ways: [string, string, number, string][] = [
      ['1F-北门', 'B1-2号电梯', 20, '乘2号电梯至B1'],
      ['B1-2号电梯', 'B1-A08', 60, '沿A区直行'],
      ['B1-2号电梯', 'B1-路口', 25, '右转至路口'],
      ['B1-路口', 'B1-C21', 30, 'C区第3排'],
      ['B1-A08', 'B1-C21', 70, '穿过A区'],
    ]
    for (const [fromNode, toNode, metres, hint] of ways)
      await o.add('parking.walkway', { lot: mall, fromNode, toNode, metres, hint })
    const { body: mine } = await w.anyone.post<Row>('/public/parking/accounts', {
      plate: '苏D30001',
      ownerName: '李四',
      phone: '13900003333',
    })
    const find = (receipt = mine.receipt) =>
      w.anyone.post<Row>('/public/parking/car', { number: mine.number, receipt, from: '1F-北门' })
    expect((await w.anyone.post('/public/parking/car', { number: mine.number })).status).toBe(400)
    expect((await find('a'.repeat(64))).status).toBe(403)
    expect((await find()).body.zh).toContain('尚未开通')
    const [account] = await o.rows('parking.account', { plate: '苏D30001' })
    await o.manager.act('parking.account', String(account?.id), 'verify', { licencePhotos: [photo()], verifiedOn: '2026-03-11' })
    expect((await find()).status).toBe(404)
    await camera.see('WX-B1-C21', true, '2026-03-11 10:16', { plate: '苏D30001' })
    await camera.see('WX-B1-A08', true, '2026-03-11 10:16', { plate: '苏D39999' })
    const { body } = await find()
    expect(body).toMatchObject({ berth: 'WX-B1-C21', floor: 'B1', section: 'C区', metres: 75 })
    expect(body.steps.map((s: Row) => s.hint)).toEqual(['乘2号电梯至B1', '右转至路口', 'C区第3排'])
    const { body: walk } = await w.anyone.get<Row>('/public/parking/berths/WX-B1-A08/walk', {
      number: 'WX-B1-A08',
      from: '1F-北门',
    })
    expect(walk).toMatchObject({ metres: 80 })
    expect(JSON.stringify(walk)).not.toContain('苏D39999')
  })

  it('new-berths 新增停车泊位:按车种、性质、来源,对年度目标500个', async () => {
    expect((await o.nobody.get('/parking/new-berths')).status).toBe(403)
    expect((await o.leader.get('/parking/new-berths', { year: '1' })).status).toBe(400)
    await o.berths(mall, 'XZ', 3, { ownership: 'public', origin: 'tapped', openedOn: '2026-03-05' })
    await o.berths(mall, 'FJ', 2, { vehicle: 'nonmotor', ownership: 'public', openedOn: '2026-02-05' })
    const { body } = await o.leader.get<Row>('/parking/new-berths', { year: '2026' })
    expect(body).toMatchObject({ year: 2026, target: 500, opened: 7, rate: 1.4, nonmotor: 2 })
    expect(body.kinds).toEqual([
      { vehicle: 'motor', ownership: 'public', origin: 'tapped', count: 3 },
      { vehicle: 'motor', ownership: 'road', origin: 'fresh', count: 4 },
      { vehicle: 'nonmotor', ownership: 'public', origin: 'fresh', count: 2 },
    ])
    expect(body.months).toEqual([
      { month: '2026-01', count: 4, total: 4 },
      { month: '2026-03', count: 3, total: 7 },
    ])
    expect([await o.value('new-berths'), await o.value('new-public-berths')]).toEqual([7, 3])
  })

  it('smart-parking-platform 综合面板:场库、余位、各街道供需、各时在位、欠费、诱导屏;备案颁证自动入册', async () => {
    expect((await w.anyone.get('/parking/panel')).status).toBe(401)
    expect((await o.nobody.get('/parking/panel')).status).toBe(403)
    expect((await o.leader.get('/parking/panel', { day: 'x' })).status).toBe(400)
    await feed.post('lots', { at: iso('2026-03-11 10:16'), free: 50, total: 200 })
    const { body } = await o.leader.get<Row>('/parking/panel')
    expect(body).toMatchObject({ lots: 2, berths: 11, free: 50, staleLots: 0, parked: 4, arrivals: 2, boards: 3, staleBoards: 0 })
    // The lots stand in two streets: 200 and 4 spaces, 50 and none free.
    expect(body.streets.map((s: Row) => [s.lots, s.spaces, s.free, s.taken]).sort()).toEqual([
      [1, 200, 50, 75],
      [1, 4, 0, 100],
    ])
    expect(body.hours[10]).toMatchObject({ hour: 10, arrivals: 2, departures: 0, demand: 4, supply: 4 })
    expect(body.hours[9]).toMatchObject({ arrivals: 0, demand: 2 })
    expect(body.hours[12]).toMatchObject({ demand: 0 })
    const { openHall, stated } = await import('./permits-office.ts')
    const hall = await openHall(w)
    const items = await o.rows('permits.item', { kind: 'parking' }, o.data)
    const made = await hall.certify('parking', hall.common(String(items[0]?.code), { ...stated.parking, address: '学府路9号' }))
    await w.settle()
    const filed = await o.rows('parking.lot', { filing: made.card.id })
    expect(filed).toMatchObject([
      { name: '学府路9号停车场', kind: 'attached', spaces: 120, priceText: '每小时5元', connection: 'none' },
    ])
    expect((await o.leader.get<Row>('/parking/panel')).body).toMatchObject({ lots: 3, staleLots: 1 })
  })
})
