/** 渣土: the loop of trips, what only anomalies bring to a person, the desk, and the trucks' own safety systems. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import * as m from '../../gateways/jt808/message.ts'
import { type Jt808Server, startJt808Server } from '../../gateways/jt808/server.ts'
import { openTerminal, type Terminal } from '../gateways/jt808-terminal.ts'
import { beijing, type World, world } from '../world.ts'
import { firm, iso, type Muck, near, openMuck } from './muck-office.ts'

const [one, two, three] = ['苏D00001', '苏D00002', '苏D00003'] as const
describe('渣土清运', () => {
  let w: World
  let o: Muck
  let site: string
  let jt808: Jt808Server
  const terminals: Terminal[] = []
  beforeAll(async () => {
    w = await world('2026-03-02 09:30')
    o = await openMuck(w)
    ;({ site } = await o.begin([one, two]))
    jt808 = await startJt808Server(w.kernel, 0, '127.0.0.1')
  })
  afterAll(async () => {
    for (const t of terminals) t.socket.destroy()
    await jt808.close()
    await closeIngest(w.kernel)
    await w.close()
  })
  /** A terminal in the truck, registered and signed in. */
  const equip = async (plate: string, phone: string) => {
    const device = await o.sensing.addDevice(phone, 'terminal', { plate })
    const [row] = await o.list('muck.truck', { plate })
    await o.edit('muck.truck', String(row?.id), { device })
    const t = await openTerminal(jt808.port, phone)
    terminals.push(t)
    const told = { province: 32, city: 411, maker: 'ABCDE', model: 'M-1', terminal: 'T000001', plateColor: 2, plate }
    t.send(m.ids.register, m.writeRegistration(told, false))
    const { body } = await t.next(m.ids.registerAnswer)
    expect(await t.signIn(body.subarray(3).toString('latin1'))).toBe(0)
    const report = async (at: string, north: number, east = 0, extras: readonly m.Extra[] = []) => {
      const location = {
        alarm: 0,
        status: 3,
        ...near(north, east),
        altitude: 8,
        speed: 36,
        direction: 0,
        at: beijing(at).getTime(),
      }
      expect((await t.answerTo(t.send(m.ids.location, m.writeLocation({ ...location, extras })))).result).toBe(0)
    }
    return { device, report, t }
  }

  it('muck-loop 许可工地出场→消纳签收→闭合;误差之内自动闭合,超差、缺回执、错场列出并核实,出土与受纳方量相抵', async () => {
    const body = o.passage(one, 15, '2026-03-02 09:30')
    expect((await w.anyone.post('/muck/passages', body)).status).toBe(401)
    expect((await o.stranger.post('/muck/passages', body)).status).toBe(403)
    expect((await o.duty.post('/muck/passages', { ...body, plate: 1 })).status).toBe(400)
    const a = await o.leave(one, 15, '2026-03-02 21:00')
    expect(a).toMatchObject({ finding: null, isKnown: false })
    expect(await o.row('muck.trip', a.trip)).toMatchObject({
      status: 'running',
      isPermitted: true,
      isDay: false,
      haulerName: firm.applicantName,
      receiptDueAt: iso('2026-03-03 01:00'),
    })
    // 14.4 of 15 m³ is 4 %: within five.
    expect(await o.arrive(one, 14.4, '2026-03-02 21:40')).toMatchObject({ isTaken: true, trip: a.trip, limit: 'normal' })
    expect(await o.row('muck.trip', a.trip)).toMatchObject({
      status: 'closed',
      differenceM3: 0.6,
      differencePct: 4,
      minutes: 40,
      isTouched: false,
      alarms: 0,
    })
    // 12 of 15 is 20 %: a person asks why.
    const b = await o.leave(two, 15, '2026-03-02 22:00')
    await o.arrive(two, 12, '2026-03-02 22:30')
    expect(await o.row('muck.trip', b.trip)).toMatchObject({ status: 'differing', differencePct: 20, alarms: 1 })
    await expect(o.officer.refused('muck.trip', b.trip, 'settle', { receivedM3: 12, result: 'x' })).resolves.toBeTruthy()
    await o.act(o.duty, 'muck.trip', b.trip, 'settle', { receivedM3: 14.5, result: '地磅少计一斗,已更正' })
    expect(await o.row('muck.trip', b.trip)).toMatchObject({ status: 'closed', differencePct: 3.33, isTouched: true })
    // No receipt within four hours.
    const c = await o.leave(one, 16, '2026-03-02 23:00')
    await w.clock.to('2026-03-03 03:01')
    await w.settle()
    expect((await o.row('muck.trip', c.trip)).status).toBe('missing')
    await w.clock.to('2026-03-03 15:00')
    for (const path of ['/muck/missing', '/muck/desk', '/muck/balance?from=2026-03-02&to=2026-03-02']) {
      expect([path, (await w.anyone.get(path)).status]).toEqual([path, 401])
      expect([path, (await o.stranger.get(path)).status]).toEqual([path, 403])
    }
    expect((await o.duty.get('/muck/balance', { from: 'x', to: 'y' })).status).toBe(400)
    const missing = (await o.duty.get<any>('/muck/missing')).body
    expect(missing).toMatchObject({ total: 1, upTo12: 0, upTo24: 1, older: 0, trips: [{ plate: one, hours: 16, loadM3: 16 }] })
    expect(await o.value('missing')).toBe(1)
    const span = { from: '2026-03-02', to: '2026-03-02' }
    expect((await o.duty.get<any>('/muck/balance', span)).body).toMatchObject({
      tolerance: 5,
      outM3: 46,
      inM3: 28.9,
      pendingM3: 16,
      sites: [{ site: '湖滨一号工地', trips: 3, gapM3: 1.1, gapPct: 3.67, isWithin: true }],
    })
    await expect(o.duty.refused('muck.trip', c.trip, 'settle', { receivedM3: 16, result: '补签' })).resolves.toContain(
      '签收消纳场',
    )
    // The receipt comes late after all, at another dump site than the permit's.
    await o.add(
      'muck.dump',
      {
        name: '西郊消纳场',
        code: 'XN-02',
        operator: '西郊公司',
        licenceNo: 'XN2026002',
        licenceTo: '2026-12-31',
        capacityM3: 9000,
        baseUsedM3: 0,
        dailyLimitM3: 500,
        fenPerM3: 1200,
        fenceM: 150,
        state: 'open',
        openedOn: '2025-01-01',
      },
      near(-0.004),
    )
    await o.arrive(one, 16, '2026-03-03 15:10', 'XN-02')
    expect(await o.row('muck.trip', c.trip)).toMatchObject({ status: 'closed', differenceM3: 0, alarms: 1 })
    expect(await o.alarms({ kind: 'wrongDump' })).toMatchObject([{ plate: one, status: 'raised' }])
    expect([await o.value('trips'), await o.value('out-m3'), await o.value('in-m3'), await o.value('missing')]).toEqual([
      3, 46, 42.4, 0,
    ])
    expect((await o.figure('closed-rate'))[0]).toMatchObject({ numerator: 3, denominator: 3, value: 100 })
  })

  it('senseless-supervision 过车、抓拍、轨迹自动比对,只有异常到人:无许可、超时段、超方量、未冲洗;无人介入趟次占比', async () => {
    const quiet = await o.leave(two, 10, '2026-03-03 21:00')
    const again = await o.duty.post<any>('/muck/passages', o.passage(two, 10, '2026-03-03 21:00', { ticket: 'G-same' }))
    const same = await o.duty.post<any>('/muck/passages', o.passage(two, 10, '2026-03-03 21:00', { ticket: 'G-same' }))
    expect([again.body.isKnown, same.body.isKnown, same.body.trip]).toEqual([false, true, again.body.trip])
    await o.act(o.duty, 'muck.trip', again.body.trip, 'cancel', { result: '卡口重复抓拍' })
    await o.arrive(two, 10, '2026-03-03 21:30')
    expect(await o.row('muck.trip', quiet.trip)).toMatchObject({ status: 'closed', isTouched: false, alarms: 0 })
    expect((await o.leave(three, 10, '2026-03-03 22:00')).finding).toBe('noPermit')
    expect((await o.leave(one, 10, '2026-03-03 22:05', { gate: 'GK-99' })).finding).toBe('noPermit')
    expect((await o.leave(one, 10, '2026-03-04 05:40')).finding).toBe('offHours')
    await o.edit('muck.site', site, { volumeM3: 80 })
    expect((await o.leave(one, 15, '2026-03-04 21:00', { isCovered: false })).finding).toBe('overVolume')
    const kinds = (await o.alarms()).map((a) => a.kind).sort()
    expect(kinds).toEqual(['difference', 'dirty', 'noPermit', 'noPermit', 'offHours', 'overVolume', 'wrongDump'])
    // A camera on the road: loaded without a trip is told, once an hour; empty or on a trip is not.
    const see = (ticket: string, plate: string, isLoaded: boolean) =>
      o.duty.post<any>('/muck/sightings', {
        ticket,
        plate,
        at: w.clock.now().toISOString(),
        isLoaded,
        source: '东环路卡口',
        ...near(0),
      })
    expect((await see('S1', three, false)).body.hasTrip).toBe(true)
    expect((await see('S2', '苏D77777', true)).body).toEqual({ hasTrip: false, isKnown: false })
    await see('S3', '苏D77777', true)
    await see('S4', '苏D88888', false)
    await w.settle()
    expect(await o.alarms({ plate: '苏D77777' })).toMatchObject([{ kind: 'noPermit' }])
    expect(await o.alarms({ plate: '苏D88888' })).toEqual([])
    // Nothing closed but four trips: two of them nobody had to look at.
    expect((await o.figure('senseless-rate'))[0]).toMatchObject({ numerator: 2, denominator: 4, value: 50 })
    const [first] = await o.alarms({ kind: 'offHours' })
    await expect(o.stranger.refused('muck.alarm', String(first?.id), 'handle', { result: 'x' })).resolves.toBeTruthy()
    await o.act(o.duty, 'muck.alarm', String(first?.id), 'mistake', { result: '卡口时钟快了十分钟' })
    expect(await o.row('muck.trip', String(first?.trip))).toMatchObject({ isTouched: true, alarms: 1 })
    expect((await o.by('alarms', 'status')).untrue).toBe(1)
  })

  it('muck-platform 一张图与指挥台:企业车辆数据随审批更新,偏航、场外卸土告警,值守交接', async () => {
    await w.clock.to('2026-03-05 20:30')
    const [row] = await o.list('muck.truck', { plate: one })
    expect(row).toMatchObject({
      model: 'eco',
      energy: 'electric',
      safety: 'ok',
      state: 'admitted',
      haulerName: firm.applicantName,
    })
    expect(await o.by('base-changes', 'what')).toEqual({ company: 1, truck: 2 })
    const exit = await o.hall.open(o.officer, 'permits.truck-exit', { plate: two, ground: 'old', reason: '报废' })
    await o.hall.head.act('permits.truck-exit', exit.id, 'approve')
    await w.settle()
    await o.job('muck.base')
    expect((await o.list('muck.truck', { plate: two }))[0]).toMatchObject({ state: 'removed', removedOn: '2026-03-05' })
    expect((await o.list('muck.base-change', { name: two })).map((c) => c.change)).toContain(
      '状态:准入→退出;退出日期:无→2026-03-05',
    )
    expect((await o.list('muck.company', { code: firm.haulerCode }))[0]).toMatchObject({ trucks: 1, state: 'admitted' })
    expect([await o.value('trucks'), await o.value('trucks-added-eco'), await o.value('companies')]).toEqual([1, 2, 1])
    // A route on the map: north along one meridian to the dump site.
    const coordinates = [0, 0.004].map((north) => [near(north).lon, near(north).lat])
    const line = await o.add('sensing.line', { name: '湖滨一号—东郊' }, { geometry: { type: 'LineString', coordinates } })
    await o.edit('muck.site', site, { line, volumeM3: 5000 })
    const truck = await equip(one, '13900000031')
    const trip = await o.leave(one, 15, '2026-03-05 20:31')
    await truck.report('2026-03-05 20:32', 0.001)
    await truck.report('2026-03-05 20:33', 0.001, 0.003)
    await w.clock.to('2026-03-05 20:33')
    await o.job('muck.watch')
    expect(await o.alarms({ kind: 'offRoute' })).toEqual([])
    await truck.report('2026-03-05 20:34', 0.002, 0.004)
    await w.clock.to('2026-03-05 20:34')
    await o.job('muck.watch')
    await o.job('muck.watch')
    expect(await o.alarms({ kind: 'offRoute' })).toMatchObject([{ plate: one, trip: trip.trip }])
    expect((await o.list('muck.trace', { plate: one })).map((t) => t.kind)).toEqual(['offRoute'])
    expect((await o.list('muck.truck-now', { plate: one }))[0]).toMatchObject({ state: 'onTrip', speed: 36 })
    // The tipper goes up where no dump site is.
    const lift = { at: beijing('2026-03-05 20:34').getTime() + 30_000, values: { lift: 1 } }
    await w.clock.to('2026-03-05 20:36')
    expect((await truck.t.answerTo(truck.t.send(m.ids.transparent, Buffer.from(`\u0041${JSON.stringify(lift)}`)))).result).toBe(0)
    await truck.report('2026-03-05 20:35', 0.002, 0.006)
    await o.job('muck.watch')
    expect(await o.alarms({ kind: 'outsideDump' })).toMatchObject([{ plate: one, trip: trip.trip }])
    // The desk: who is on duty, what is open, and the handover.
    const s = 'muck.shift'
    const mine = await o.tried(o.duty, s, { turn: 'night', officer: '值班长一' })
    expect((await o.tryOpen(o.duty2, s, { turn: 'night', officer: '值班长二' })).zh).toContain('正在值守')
    const desk = (await o.duty.get<any>('/muck/desk')).body
    expect(desk).toMatchObject({ onDuty: '值班长一', trucks: 1, located: 1, sites: 1 })
    expect(desk.alarms.find((a: any) => a.kind === 'noPermit').n).toBe(3)
    await o.act(o.duty, s, mine, 'handOver', { matters: '苏D00001疑似场外卸土,已派中队' })
    await expect(o.duty.refused(s, mine, 'take', { turn: 'day' })).resolves.toContain('不能自己接班')
    await o.act(o.duty2, s, mine, 'take', { turn: 'day' })
    expect(await o.row(s, mine)).toMatchObject({ status: 'ended', openAlarms: desk.openAlarms, running: desk.running })
    expect(await o.list(s, { status: 'on' })).toMatchObject([{ turn: 'day' }])
    expect(await o.value('shifts')).toBe(2)
    const [tipped] = await o.alarms({ kind: 'outsideDump' })
    await o.act(o.duty, 'muck.alarm', String(tipped?.id), 'confirm', { violation: 'dump', result: '中队到场属实' })
    expect(await o.list('muck.violation', { plate: one })).toMatchObject([
      { status: 'found', kind: 'dump', source: 'alarm', haulerName: firm.applicantName },
    ])
  })

  it('muck-safety-system 车载主动安全 0x64—0x67 解析,二级报警到人;系统故障即不具备白天运输条件', async () => {
    await w.clock.to('2026-03-06 20:30')
    const t = terminals[0] as Terminal
    const item = (id: number, hex: string): m.Extra => ({ id, data: Buffer.from(hex, 'hex') })
    const tail = '00070000000000000000260306203000000331323334353637260306203000000000'
    // 行人碰撞, level 1 then level 2; 疲劳驾驶 level 2; a tyre too low; 右侧后方接近.
    const adas = (level: string) => item(0x64, `000000010104${level}120500000024${tail}`)
    const dsm = item(0x65, `00000002010102080000000024${tail}`)
    const tyres = '010001002800190050' + '020004000f00190050'
    const tpms = item(0x66, `000000030124${tail}02${tyres}`)
    const bsd = item(0x67, `00000004010324${tail}`)
    const report = async (at: string, extras: readonly m.Extra[]) => {
      const location = { alarm: 0, status: 3, ...near(0.001), altitude: 8, speed: 36, direction: 0, at: beijing(at).getTime() }
      expect((await t.answerTo(t.send(m.ids.location, m.writeLocation({ ...location, extras })))).result).toBe(0)
    }
    await report('2026-03-06 20:30', [adas('01')])
    await w.clock.to('2026-03-06 20:31')
    await report('2026-03-06 20:31', [adas('02'), dsm])
    await w.clock.to('2026-03-06 20:32')
    await report('2026-03-06 20:32', [tpms, bsd])
    await o.job('muck.watch')
    await o.job('muck.watch')
    const events = (await o.list('muck.safety-event', { plate: one })).map((e) => [e.system, e.event, e.level]).sort()
    expect(events).toEqual([
      ['adas', '行人碰撞', 1],
      ['adas', '行人碰撞', 2],
      ['bsd', '右侧后方接近', 2],
      ['dsm', '疲劳驾驶', 2],
      ['tpms', '胎压过低', 2],
    ])
    expect(await o.by('safety-events', 'system')).toEqual({ adas: 2, bsd: 1, dsm: 1, tpms: 1 })
    expect((await o.alarms({ kind: 'safety' })).length).toBe(4)
    expect((await o.figure('safety-rate'))[0]).toMatchObject({ numerator: 1, denominator: 1, value: 100 })
    // By day: no permit; then a permit; then the safety system is silent for three days and the permit is worth nothing.
    await w.clock.to('2026-03-07 09:00')
    expect((await o.leave(one, 5, '2026-03-07 10:00')).finding).toBe('daytime')
    const day = {
      ...firm,
      plates: [one],
      route: '建设路—东环路',
      windowFrom: '09:00',
      windowTo: '16:00',
      fromOn: '2026-03-07',
      toOn: '2026-03-30',
    }
    await o.hall.certify('dayMuck', o.hall.common('XK08', day))
    expect((await o.leave(one, 5, '2026-03-07 11:00')).finding).toBe(null)
    await w.clock.to('2026-03-10 09:00')
    const { body: nights } = await (await w.as('juzhang')).get<any>('/pollution/nights', { year: '2026' })
    expect(nights.effect[0]).toEqual({ hasPermits: true, nights: 3, complaints: 0, perNight: 0 })
    await o.job('muck.base')
    expect((await o.list('muck.truck', { plate: one }))[0]).toMatchObject({ safety: 'fault' })
    await o.job('muck.base')
    expect((await o.list('permits.truck', { plate: one }))[0]).toMatchObject({ hasSafetySystem: false })
    expect((await o.leave(one, 5, '2026-03-10 10:00')).finding).toBe('daytime')
    const unsafe = await o.hall.apply('dayMuck', o.hall.common('XK08', { ...day, fromOn: '2026-03-10' }))
    await o.hall.clerk.act('permits.application', unsafe.id, 'accept')
    await expect(
      o.hall.reviewer.refused('permits.application', unsafe.id, 'propose', { review: '可', isGranted: 'yes' }),
    ).resolves.toContain('主动安全系统不正常')
    expect((await o.figure('safety-rate'))[0]).toMatchObject({ numerator: 0, denominator: 1, value: 0 })
    // Repaired: it speaks again, somebody has looked at it, and the permits know.
    await report('2026-03-10 10:05', [])
    await w.clock.to('2026-03-10 10:06')
    await o.job('muck.watch')
    const [mended] = await o.list('muck.truck', { plate: one })
    await o.edit('muck.truck', String(mended?.id), { safety: 'ok' })
    await o.job('muck.base')
    expect((await o.list('permits.truck', { plate: one }))[0]).toMatchObject({ hasSafetySystem: true })
    expect((await o.leave(one, 5, '2026-03-10 11:00')).finding).toBe(null)
  })
})
