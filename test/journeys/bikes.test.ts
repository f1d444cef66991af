/** 公共自行车、共享自行车、非机动车停放. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSession } from '#kernel/identity/session.ts'
import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'
import { openLighting, type Row } from './lighting-office.ts'

describe('自行车', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openLighting>>
  let dispatcher: Client
  let officer: Client
  let street = ''
  const station: Record<string, string> = {}
  const bike: Record<string, string> = {}
  beforeAll(async () => {
    w = await world('2026-03-02 06:30')
    o = await openLighting(w)
    dispatcher = await w.as('paiqian1')
    officer = await w.as('zhongdui11')
    street = String(
      (await o.manager.get<{ rows: Row[] }>('/rows/grid.component', { limit: '1' })).body.rows[0]?.areaCode ?? '',
    ).slice(0, 9)
  })
  afterAll(() => w.close())
  const move = async (order: string, number: string, kind: 'out' | 'back', at: string, code: string, place: Row = {}) => {
    const answer = await o.manager.post<Row>('/bikes/moves', {
      order,
      bike: number,
      kind,
      station: code,
      at: beijing(at).toISOString(),
      ...place,
    })
    await w.settle()
    return answer
  }
  const bikesBy = async (by: string) => Object.fromEntries((await o.figure('bikes.bikes', by)).map((v) => [v.key, v.value]))

  it('public-bike 站点车桩车辆,借还按订单号只记一次,维修、失踪状态,三个年度新增数', async () => {
    const base = { emptyAt: 1, fullAt: 0, mode: 'docked', openedOn: '2026-02-01' }
    for (const [code, name, docks] of [
      ['ZD-1', '市民广场', 4],
      ['ZD-2', '地铁博物馆站', 3],
    ] as const)
      station[code] = await o.add('bikes.station', { code, name, docks, ...base })
    for (const n of [1, 2, 3, 4, 5])
      bike[`C-${n}`] = await o.add('bikes.bike', { number: `C-${n}`, inServiceOn: n < 5 ? '2026-02-10' : '2025-12-01' })
    const p = 'bikes.deploy'
    const values = { station: station['ZD-1'], bikes: ['C-1', 'C-2', 'C-3'] }
    expect((await o.tryOpen(dispatcher, p, { ...values, bikes: ['C-9'] })).zh).toContain('没有车辆')
    expect((await o.tryOpen(dispatcher, p, { station: station['ZD-2'], bikes: ['C-1', 'C-2', 'C-3', 'C-4'] })).zh).toContain(
      '3个车桩',
    )
    await o.tried(dispatcher, p, values)
    await o.open(dispatcher, p, { station: station['ZD-2'], bikes: ['C-4', 'C-5'] })
    expect(await bikesBy('state')).toEqual({ docked: 5 })
    const body = { order: 'X', bike: 'C-1', kind: 'out', station: 'ZD-1', at: beijing('2026-03-02 06:30').toISOString() }
    expect((await w.anyone.post('/bikes/moves', body)).status).toBe(401)
    expect((await o.stranger.post('/bikes/moves', body)).status).toBe(403)
    expect((await o.manager.post('/bikes/moves', { ...body, at: 'now' })).status).toBe(400)
    expect((await o.manager.post('/bikes/moves', { ...body, station: 'ZD-9' })).status).toBe(422)
    expect((await move('A1', 'C-1', 'out', '2026-03-02 06:30', 'ZD-1')).body).toMatchObject({
      status: 'out',
      parked: 2,
      isKnown: false,
    })
    expect((await move('A1', 'C-1', 'out', '2026-03-02 06:30', 'ZD-1')).body).toMatchObject({ isKnown: true, parked: 2 })
    expect((await move('A2', 'C-1', 'out', '2026-03-02 06:30', 'ZD-1')).status).toBe(409)
    expect(await bikesBy('state')).toEqual({ docked: 4, out: 1 })
    await w.clock.to('2026-03-02 09:10')
    expect((await move('A1', 'C-1', 'back', '2026-03-02 09:10', 'ZD-2')).body).toMatchObject({
      status: 'returned',
      way: 'dock',
      parked: 3,
    })
    expect((await move('A1', 'C-1', 'back', '2026-03-02 09:10', 'ZD-2')).body).toMatchObject({ isKnown: true })
    expect(await o.list('bikes.ride', { orderNo: 'A1' })).toMatchObject([{ minutes: 160, feeFen: 200, status: 'returned' }])
    expect((await move('A3', 'C-2', 'out', '2026-03-02 09:10', 'ZD-1')).status).toBe(200)
    const broken = await o.tried(o.crew, 'bikes.repair', { what: 'bike', bike: bike['C-3'], fault: '链条断' })
    expect((await o.tryOpen(o.crew, 'bikes.repair', { what: 'dock', fault: '锁舌' })).zh).toContain('站点与桩号')
    await w.clock.to('2026-03-05 10:00')
    expect(await bikesBy('state')).toEqual({ docked: 3, missing: 1, repair: 1 })
    await o.act(o.crew, 'bikes.repair', broken, 'fix', { parts: '链条', photos: [photo()], backTo: station['ZD-1'] })
    expect((await move('A3', 'C-2', 'back', '2026-03-05 10:00', 'ZD-1')).body).toMatchObject({ status: 'returned', parked: 2 })
    expect(await bikesBy('state')).toEqual({ docked: 5 })
    expect([
      await o.value('bikes.stations-new'),
      await o.value('bikes.docks-new'),
      await o.value('bikes.bikes-new'),
      await o.value('bikes.rides'),
      await o.value('bikes.repairs'),
    ]).toEqual([2, 7, 4, 2, 1])
  })

  it('bike-full-empty 早高峰到阈值自动出调度单,派车送车,高峰后算空满分钟,蓝牙前后可比', async () => {
    await w.clock.to('2026-03-06 07:10')
    expect(await o.list('bikes.dispatch')).toEqual([])
    // ZD-1 holds C-2 and C-3: one taken at 07:10 leaves one, its threshold.
    await move('B1', 'C-2', 'out', '2026-03-06 07:10', 'ZD-1')
    const [called] = await o.list('bikes.dispatch')
    expect(called).toMatchObject({ need: 'bring', peak: 'am', parked: 1, docks: 4, status: 'called' })
    const id = String(called?.id)
    await move('B2', 'C-3', 'out', '2026-03-06 07:10', 'ZD-1')
    expect(await o.list('bikes.dispatch')).toHaveLength(1)
    const truck = { truck: '苏D·D1001', driver: '老周' }
    await expect(o.stranger.refused('bikes.dispatch', id, 'send', truck)).resolves.toBeTruthy()
    expect((await w.anyone.post(`/subjects/bikes.dispatch/${id}/send`, { values: truck })).status).toBe(401)
    expect((await o.stranger.post(`/subjects/bikes.dispatch/${id}/send`, { values: truck })).status).toBe(403)
    expect((await dispatcher.post(`/subjects/bikes.dispatch/${id}/send`, { values: {} })).status).toBe(400)
    await o.act(dispatcher, 'bikes.dispatch', id, 'send', truck)
    await expect(dispatcher.refused('bikes.dispatch', id, 'finish', { moved: 9 })).resolves.toContain('空余桩位')
    await w.clock.to('2026-03-06 07:40')
    for (const n of ['C-1', 'C-4']) await o.open(dispatcher, 'bikes.deploy', { station: station['ZD-1'], bikes: [n] })
    await o.act(dispatcher, 'bikes.dispatch', id, 'finish', { moved: 2 })
    await w.clock.to('2026-03-06 08:50')
    await o.job('bikes.peaks')
    expect(await o.list('bikes.peak-minutes')).toEqual([])
    await w.clock.to('2026-03-06 09:01')
    await o.job('bikes.peaks')
    await o.job('bikes.peaks')
    // Empty from 07:10 to 07:40 at ZD-1. ZD-2 was full from before 07:00 to 07:40, when C-1 and C-4 left it: then one bike, empty.
    const rows = await o.list('bikes.peak-minutes')
    expect(rows).toHaveLength(2)
    expect(rows.find((r) => r.station === station['ZD-1'])).toMatchObject({
      emptyMinutes: 30,
      fullMinutes: 0,
      mode: 'docked',
      peak: 'am',
    })
    expect(rows.find((r) => r.station === station['ZD-2'])).toMatchObject({ emptyMinutes: 80, fullMinutes: 40 })
    // The next day with Bluetooth: the fourth and fifth bike are left within the fence.
    const zd2 = station['ZD-2']
    expect(
      (
        await o.manager.patch(`/rows/bikes.station/${zd2}`, {
          values: { mode: 'bluetooth', bluetoothOn: '2026-03-07', fenceM: 30 },
        })
      ).status,
    ).toBe(200)
    await w.clock.to('2026-03-07 07:30')
    await move('B1', 'C-2', 'back', '2026-03-07 07:05', 'ZD-2')
    await move('B2', 'C-3', 'back', '2026-03-07 07:10', 'ZD-2')
    await move('B3', 'C-4', 'out', '2026-03-07 07:15', 'ZD-1')
    expect((await move('B3', 'C-4', 'back', '2026-03-07 07:20', 'ZD-2')).status).toBe(409)
    expect(
      (await move('B3', 'C-4', 'back', '2026-03-07 07:20', 'ZD-2', { lon: somewhere.lon + 0.01, lat: somewhere.lat })).status,
    ).toBe(409)
    expect((await move('B3', 'C-4', 'back', '2026-03-07 07:20', 'ZD-2', somewhere)).body).toMatchObject({
      way: 'bluetooth',
      parked: 4,
    })
    await w.clock.to('2026-03-07 09:05')
    await o.job('bikes.peaks')
    const full = Object.fromEntries((await o.figure('bikes.full-minutes', 'mode')).map((v) => [v.key, v.value]))
    expect(full).toEqual({ docked: 40 / 3, bluetooth: 110 })
    expect(await o.value('bikes.overflow-returns')).toBe(1)
    expect((await o.figure('bikes.bikes-moved', 'need'))[0]).toMatchObject({ key: 'bring', value: 2 })
    expect(Number(await o.value('bikes.dispatches'))).toBeGreaterThanOrEqual(2)
  })

  it('shared-bike 停放问题分责任整改,月度考评扣分,低于线自动约谈,承诺逐项复查', async () => {
    const good = await o.add('bikes.operator', {
      name: '甲单车',
      creditCode: '91320400MA1AAAAA1A',
      quota: 8000,
      fleet: 7600,
      staff: 40,
    })
    const bad = await o.add('bikes.operator', {
      name: '乙单车',
      creditCode: '91320400MA1BBBBB2B',
      quota: 5000,
      fleet: 5600,
      staff: 12,
    })
    expect(await o.value('bikes.over-quota')).toBe(1)
    const p = 'bikes.disorder'
    const issue = (operator: string, n: number) => ({
      kind: 'shared',
      operator,
      duty: 'operator',
      street,
      place: `地铁口${n}`,
      bikes: 20,
      photos: [photo()],
    })
    expect((await o.tryOpen(o.citizenDesk, p, { ...issue(bad, 1), operator: null })).zh).toContain('选择企业')
    const first = await o.tried(o.citizenDesk, p, issue(good, 1))
    await o.act(o.crew, p, first, 'tidy', { afterPhotos: [photo()] })
    await o.act(o.manager, p, first, 'sendBack', { reason: '仍占盲道' })
    await o.act(o.crew, p, first, 'tidy', { afterPhotos: [photo()] })
    await o.act(o.manager, p, first, 'close')
    const late: string[] = []
    for (let n = 1; n <= 7; n++) late.push(await o.open(o.citizenDesk, p, issue(bad, n)))
    const own = await o.open(o.citizenDesk, p, { ...issue(bad, 9), duty: 'street' })
    await w.clock.to('2026-03-07 13:00')
    for (const id of [...late.slice(0, 5), own]) await o.act(o.crew, p, id, 'tidy', { afterPhotos: [photo()] })
    const s = 'bikes.score'
    expect((await o.tryOpen(o.manager, s, { operator: bad, month: '2026-03' })).zh).toContain('月末之后')
    await w.clock.to('2026-04-02 09:00')
    const low = await o.tried(o.manager, s, { operator: bad, month: '2026-03' })
    const high = await o.open(o.manager, s, { operator: good, month: '2026-03' })
    expect(await o.row(s, low)).toMatchObject({ issues: 7, late: 7, points: 79 })
    expect(await o.row(s, high)).toMatchObject({ issues: 1, late: 0, points: 99 })
    await o.act(o.manager, s, high, 'publish')
    expect(await o.list('bikes.talk')).toEqual([])
    await o.act(o.manager, s, low, 'publish')
    const [talk] = await o.list('bikes.talk')
    expect(talk).toMatchObject({ operatorName: '乙单车', status: 'planned', reason: '2026-03考评79分,低于80分' })
    const id = String(talk?.id)
    const held = {
      heldOn: '2026-04-02',
      attendee: '王总',
      minutes: '限期整改',
      promises: [
        { what: '增配运维15人', dueOn: '2026-04-10' },
        { what: '清退超投600辆', dueOn: '2026-04-20' },
      ],
    }
    await expect(o.manager.refused('bikes.talk', id, 'hold', { ...held, promises: [] })).resolves.toContain('至少一项')
    await o.act(o.manager, 'bikes.talk', id, 'hold', held)
    const result = (second: string) => ({
      checked: [
        { what: '增配运维15人', result: 'kept' },
        { what: '清退超投600辆', result: second },
      ],
    })
    await expect(o.manager.refused('bikes.talk', id, 'recheck', result('broken'))).resolves.toContain('期限未到')
    await w.clock.to('2026-04-21 09:00')
    await expect(
      o.manager.refused('bikes.talk', id, 'recheck', { checked: result('kept').checked.slice(0, 1) }),
    ).resolves.toContain('清退超投')
    await o.act(o.manager, 'bikes.talk', id, 'recheck', result('broken'))
    expect((await o.row('bikes.talk', id)).status).toBe('planned')
    await o.act(o.manager, 'bikes.talk', id, 'hold', {
      ...held,
      heldOn: '2026-04-21',
      promises: [{ what: '清退超投600辆', dueOn: '2026-04-21' }],
    })
    await o.act(o.manager, 'bikes.talk', id, 'recheck', { checked: [{ what: '清退超投600辆', result: 'kept' }] })
    expect(await o.row('bikes.talk', id)).toMatchObject({ status: 'closed', times: 2 })
    expect(await o.value('bikes.talks')).toBe(2)
    expect((await o.figure('bikes.operator-score', 'operatorName')).map((v) => [v.key, v.value]).sort()).toEqual([
      ['乙单车', 79],
      ['甲单车', 99],
    ])
    expect((await o.figure('bikes.disorders', 'duty')).map((v) => [v.key, v.value]).sort()).toEqual([
      ['operator', 8],
      ['street', 1],
    ])
  })

  it('nonmotor-parking 挖掘点位核定后施划,米数容量方向入台账,市民就近查停放线', async () => {
    const p = 'bikes.line-plan'
    const id = await o.tried(o.citizenDesk, p, { road: '南大街北段', estimateM: 120, foundBy: '巡查' })
    const no = await o.open(o.citizenDesk, p, { road: '消防通道口', estimateM: 20, foundBy: '市民建议' })
    await o.act(o.manager, p, no, 'refuse', { reason: '占消防通道' })
    const paint = { lengthM: 112.5, capacity: 180, direction: 'slanted', paintedOn: '2026-04-21' }
    await expect(o.manager.refused(p, id, 'paint', paint)).resolves.toBeTruthy()
    await o.act(o.manager, p, id, 'approve', { plannedOn: '2026-04-25' })
    await expect(o.manager.refused(p, id, 'paint', { ...paint, capacity: 9999 })).resolves.toContain('不符')
    await o.act(o.manager, p, id, 'paint', paint)
    await o.add(
      'bikes.line',
      { road: '远处', lengthM: 40, capacity: 60, direction: 'straight', paintedOn: '2026-01-05' },
      {
        lon: somewhere.lon + 0.002,
        lat: somewhere.lat,
      },
    )
    expect([await o.value('bikes.lines-m'), await o.value('bikes.lines-capacity')]).toEqual([152.5, 240])
    expect((await o.figure('bikes.line-plans', 'status')).map((v) => v.key).sort()).toEqual(['painted', 'refused'])
    const guide = await w.anyone.get<{ lines: Row[] }>('/public/bikes/parking', {
      lon: String(somewhere.lon),
      lat: String(somewhere.lat),
    })
    expect(guide.body.lines.map((l) => [l.road, l.direction])).toEqual([
      ['南大街北段', '斜向停放'],
      ['远处', '垂直停放'],
    ])
    expect((await w.anyone.get('/public/bikes/parking', { lon: '5' })).status).toBe(400)
    await o.open(o.citizenDesk, 'bikes.disorder', {
      kind: 'private',
      duty: 'street',
      street,
      place: '菜场门口',
      bikes: 30,
      photos: [photo()],
    })
    expect((await o.figure('bikes.disorders', 'kind')).find((v) => v.key === 'private')?.value).toBe(1)
    await o.add('bikes.sunshade', { place: '延陵路晋陵路口', builtOn: '2026-04-01', areaM2: 60 })
    expect(await o.value('bikes.sunshades')).toBe(1)
  })

  it('tow-record 表格按批导入与逐辆录入,同批同车号一次,按车号认领收费,无主满三个月才处置', async () => {
    const one = {
      plate: '常A12345',
      kind: 'ebike',
      batch: '2026-04-21上午',
      place: '南大街地铁口',
      street,
      towedAt: beijing('2026-04-21 08:30').toISOString(),
      yard: '勤业停放场',
      photos: [photo()],
      state: 'held',
    }
    const path = '/rows/bikes.towed'
    expect((await w.anyone.post(path, { values: one })).status).toBe(401)
    expect((await o.stranger.post(path, { values: one })).status).toBe(403)
    expect((await officer.post(path, { values: { ...one, kind: 'car' } })).status).toBe(400)
    await o.add('bikes.towed', one)
    expect((await officer.post<Row>(path, { values: one, place: somewhere })).status).toBe(409)
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('拖移')
    sheet.addRow(['车牌(车架、车身)号*', '车辆*', '批次*', '拖移地点*', '拖移时间*', '停放场*', '状态*'])
    for (let n = 1; n <= 60; n++)
      sheet.addRow([
        `DC-${n}`,
        n <= 50 ? '电动自行车' : '共享自行车',
        '2026-01-08集中',
        '火车站',
        '2026-01-08 09:00',
        '勤业停放场',
        '在场待领',
      ])
    const form = new FormData()
    form.append('file', new Blob([await book.xlsx.writeBuffer()]), '拖移.xlsx')
    const encoded = new Response(form)
    const sent = await importSheet(Buffer.from(await encoded.arrayBuffer()), String(encoded.headers.get('content-type')))
    expect(sent).toMatchObject({ added: 60 })
    expect(await o.value('bikes.towed')).toBe(61)
    expect((await o.figure('bikes.towed', 'batch')).find((v) => v.key === '2026-01-08集中')?.value).toBe(60)
    const p = 'bikes.tow-claim'
    const claim = { plate: '常A12345', outcome: 'claimed', owner: '张三', idNumber: '320400199001011234', feeFen: 2000 }
    expect((await o.tryOpen(officer, p, { ...claim, owner: null })).zh).toContain('领取人')
    expect((await o.tryOpen(officer, p, { ...claim, outcome: 'disposed' })).zh).toContain('三个月')
    expect((await o.tryOpen(officer, p, { ...claim, outcome: 'operator' })).zh).toContain('共享')
    await o.tried(officer, p, claim)
    expect((await o.tryOpen(officer, p, claim)).zh).toContain('没有在场待领')
    await o.open(officer, p, { plate: 'DC-55', outcome: 'operator' })
    await o.open(officer, p, { plate: 'DC-1', outcome: 'disposed', note: '公告期满' })
    expect((await o.figure('bikes.claimed-rate'))[0]).toMatchObject({ numerator: 2, denominator: 61 })
    expect((await o.figure('bikes.towed', 'state')).map((v) => [v.key, v.value]).sort()).toEqual([
      ['claimed', 1],
      ['disposed', 1],
      ['held', 58],
      ['operator', 1],
    ])
    expect(await o.value('bikes.tow-fees')).toBeCloseTo(0.002, 6)
  })
  const importSheet = async (payload: Buffer, type: string): Promise<Row> => {
    const token = await startSession(w.kernel, w.district, o.manager.personId)
    const response = await w.app.inject({
      method: 'POST',
      url: '/api/rows/bikes.towed/import',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      payload,
    })
    expect([response.statusCode, response.body.slice(0, 300)]).toEqual([200, expect.anything()])
    return response.json()
  }

  it('two-three-wheel 分期统计存量、乱停、违法,联合整治,三轮车存量降到目标才能结束', async () => {
    const p = 'bikes.campaign'
    const values = {
      name: '三轮车清零行动',
      lead: '区政府',
      partners: ['城管局', '公安交警'],
      startOn: '2026-04-01',
      endOn: '2026-10-31',
      target: 900,
    }
    expect((await o.tryOpen(o.manager, p, { ...values, partners: ['城管局'] })).zh).toContain('至少两个部门')
    const id = await o.tried(o.manager, p, values)
    await expect(o.manager.refused(p, id, 'count')).resolves.toContain('没有三轮车存量')
    const count = (kind: string, countedOn: string, inUse: number) =>
      o.add('bikes.stock', { street, kind, countedOn, inUse, disorders: 12, violations: 30 })
    await count('three', '2026-04-01', 1300)
    await count('two', '2026-04-01', 52_000)
    await o.act(o.manager, p, id, 'joint', { on: '2026-04-15', who: '城管、交警', handled: 85 })
    await o.act(o.manager, p, id, 'count')
    await expect(o.manager.refused(p, id, 'finish')).resolves.toContain('存量1300辆,目标900辆')
    await count('three', '2026-07-01', 860)
    await o.act(o.manager, p, id, 'count')
    expect(await o.row(p, id)).toMatchObject({ baseline: 1300, latest: 860, reduced: 440, latestOn: '2026-07-01' })
    await o.act(o.manager, p, id, 'finish')
    expect((await o.figure('bikes.tricycles', 'countedOn')).map((v) => [String(v.key).slice(0, 10), v.value]).sort()).toEqual([
      ['2026-04-01', 1300],
      ['2026-07-01', 860],
    ])
    expect([
      await o.value('bikes.tricycles-reduced'),
      await o.value('bikes.campaign-handled'),
      await o.value('bikes.two-wheelers'),
    ]).toEqual([440, 85, 52_000])
    expect((await o.figure('bikes.wheel-violations', 'kind')).find((v) => v.key === 'three')?.value).toBe(60)
  })
})
