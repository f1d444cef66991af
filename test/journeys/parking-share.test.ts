/** Shared parking: units' agreements and their use, areas, pilots, police and grid together, compounds by their owners' vote. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, photo, type World, world } from '../world.ts'
import { type Office, openOffice, type Row } from './parking-office.ts'

let w: World
let o: Office
let streets: string[]
let office: string
let school: string
const iso = (local: string): string => beijing(local).toISOString()
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
  o = await openOffice(w)
  streets = (await o.leader.get<Row>('/parking/scheme-streets')).body.streets.map((s: Row) => s.street)
  const plain = { isCharged: false, zone: null, kind: 'office' }
  office = await o.lot('区政府大院停车场', { ...plain, spaces: 60 })
  school = await o.lot('湖滨小学地下停车场', { ...plain, spaces: 40 })
})
afterAll(() => w.close())
const terms = (lot: string, unitName: string, values: Row = {}): Row => ({
  unitName,
  unitKind: 'organ',
  lot,
  street: streets[0],
  spaces: 1,
  days: ['1', '2', '3', '4', '5'],
  opensAt: '18:00',
  closesAt: '08:00',
  hourFen: 200,
  liability: '逾时占用由使用人承担;车辆损失按保管协议处理',
  ...values,
})
const signed = async (lot: string, unitName: string, values: Row = {}) => {
  const id = await o.open(o.manager, 'parking.agreement', terms(lot, unitName, values))
  await o.manager.act('parking.agreement', id, 'sign', { signedOn: o.today(), endOn: '2026-12-31' })
  return id
}

describe('停车共享', () => {
  it('parking-share 机关开放共享:签约单位计数、开放时段、满位、逾时占用、时长与投诉', async () => {
    const { manager, collector, nobody } = o
    expect((await w.anyone.post('/subjects/parking.agreement', { values: terms(office, '区政府') })).status).toBe(401)
    expect((await o.tryOpen(nobody, 'parking.agreement', terms(office, '区政府'))).status).toBe(403)
    expect((await o.tryOpen(manager, 'parking.agreement', terms(office, '区政府', { opensAt: '6点' }))).status).toBe(400)
    expect((await o.tryOpen(manager, 'parking.agreement', terms(office, '区政府', { spaces: 61 }))).body.zh).toContain(
      '不能多于停车场的60个',
    )
    const id = await signed(office, '区政府')
    await signed(office, '区政府', { spaces: 2, opensAt: '19:00' })
    const units = ['区财政局', '区教育局', '湖滨小学', '城投公司']
    for (const [i, unit] of units.entries()) await signed(i === 2 ? school : office, unit, i === 3 ? { unitKind: 'soe' } : {})
    const progress = await o.leader.get<Row>('/parking/share-progress')
    expect(progress.body).toMatchObject({ year: 2026, target: 20, units: 5, rate: 25 })
    expect(progress.body.kinds).toMatchObject([
      { kind: 'organ', units: 4 },
      { kind: 'soe', units: 1 },
    ])
    const offered = (await w.anyone.get<{ rows: Row[] }>('/public/parking/shares')).body.rows
    expect(offered).toHaveLength(6)
    const book = (plate: string, startsAt: string, endsAt: string) =>
      w.anyone.post<Row>(`/public/parking/shares/${id}/book`, {
        plate,
        phone: '13900004444',
        startsAt: iso(startsAt),
        endsAt: iso(endsAt),
      })
    expect((await w.anyone.post(`/public/parking/shares/${id}/book`, {})).status).toBe(400)
    expect((await book('苏D41111', '2026-03-02 15:00', '2026-03-02 19:00')).body.zh).toContain('只在18:00至08:00开放')
    expect((await book('苏D41111', '2026-03-02 19:00', '2026-03-03 09:00')).body.zh).toContain('只在18:00至08:00开放')
    // Saturday night is not among the days; Friday night runs into Saturday morning.
    expect((await book('苏D41111', '2026-03-07 19:00', '2026-03-07 21:00')).body.zh).toContain('只在')
    expect((await book('苏D41111', '2026-03-06 23:00', '2026-03-07 07:00')).status).toBe(201)
    expect((await book('苏D42222', '2026-03-02 19:00', '2026-03-03 07:30')).status).toBe(201)
    expect((await book('苏D43333', '2026-03-02 20:00', '2026-03-02 22:00')).body.zh).toContain('已订满')
    const [use] = await o.rows('parking.share-use', { plate: '苏D42222' }, o.data)
    await w.clock.to('2026-03-02 19:05')
    await collector.act('parking.share-use', String(use?.id), 'enter')
    await w.clock.to('2026-03-03 08:05')
    await collector.act('parking.share-use', String(use?.id), 'leave')
    await w.settle()
    expect(await o.row('parking.share-use', String(use?.id))).toMatchObject({
      status: 'over',
      minutes: 780,
      overMinutes: 35,
      amountFen: 2600,
    })
    // Who booked and did not come loses the booking at its end.
    await w.clock.to('2026-03-07 07:01')
    expect((await o.rows('parking.share-use', { plate: '苏D41111' })).map((r) => r.status)).toEqual(['cancelled'])
    await manager.act('parking.agreement', id, 'complain', {
      content: '早高峰未驶离,堵住职工车位',
      handled: '已提醒并计逾时一次',
    })
    expect(await o.row('parking.agreement', id)).toMatchObject({ uses: 1, hours: 13, overstays: 1, complaints: 1 })
    expect([
      await o.value('share-units'),
      await o.value('share-hours'),
      await o.value('share-overstays'),
      await o.value('share-complaints'),
      await o.value('share-spaces'),
    ]).toEqual([5, 13, 1, 1, 7])
  })

  it('district-share-scheme 片区共享方案:编制、推进、实施,列出没有实施片区的街道', async () => {
    const { street, manager, nobody } = o
    const plan = (name: string, values: Row = {}) => ({
      name,
      street: streets[0],
      kind: 'school',
      lots: [
        { lot: office, spaces: 20 },
        { lot: school, spaces: 10 },
      ],
      rules: '上下学时段接送车辆免费停30分钟',
      users: '学生家长、周边居民',
      ...values,
    })
    expect((await o.tryOpen(nobody, 'parking.scheme', plan('湖滨小学片区'))).status).toBe(403)
    expect(
      (await o.tryOpen(street, 'parking.scheme', plan('湖滨小学片区', { lots: [{ lot: office, spaces: 20 }] }))).body.zh,
    ).toContain('至少纳入两处')
    const id = await o.open(street, 'parking.scheme', plan('湖滨小学片区'))
    const before = (await o.leader.get<Row>('/parking/scheme-streets')).body
    expect(before).toMatchObject({
      without: streets.length,
      text: `${streets.length}个街道中${streets.length}个还没有实施中的片区`,
    })
    expect(await manager.refused('parking.scheme', id, 'start', { startedOn: '2026-03-07' })).toContain('编制')
    await street.act('parking.scheme', id, 'promote', { promotedOn: '2026-03-05' })
    expect(await manager.refused('parking.scheme', id, 'start', { startedOn: '2026-03-04' })).toContain('不能早于推进')
    await manager.act('parking.scheme', id, 'start', { startedOn: '2026-03-07' })
    const { body } = await o.leader.get<Row>('/parking/scheme-streets')
    expect(body.without).toBe(streets.length - 1)
    expect(body.streets.find((s: Row) => s.street === streets[0])).toMatchObject({ running: 1, isMet: true })
    expect((await nobody.get('/parking/scheme-streets')).status).toBe(403)
    expect([await o.value('schemes-running'), (await o.row('parking.scheme', id)).spaces]).toEqual([1, 30])
  })

  it('build-manage-fuse “建管融”一体试点:一个单位建设经营服务,合同、指标权重、按年评估', async () => {
    const { manager, nobody } = o
    const values = {
      name: '老城停车一体化试点',
      street: streets[0],
      operator: '湖滨城市运营公司',
      contractNumber: 'HB-2026-07',
      startOn: '2026-01-01',
      endOn: '2028-12-31',
      builds: '新建立体车库一座',
      operates: '老城片区路内外泊位统一经营',
      serves: '预约、无感支付、充电',
      targets: [
        { name: '新增泊位', target: 120, unit: '个', weight: 60 },
        { name: '满意度', target: 90, unit: '%', weight: 40 },
      ],
    }
    expect((await o.tryOpen(nobody, 'parking.fusion', values)).status).toBe(403)
    const wrong = [{ name: '新增泊位', target: 120, unit: '个', weight: 60 }]
    expect((await o.tryOpen(manager, 'parking.fusion', { ...values, targets: wrong })).body.zh).toContain('权重合计应为100%')
    const id = await o.open(manager, 'parking.fusion', values)
    const results = (a: number, b: number) => ({
      results: [
        { name: '新增泊位', got: 100, score: a },
        { name: '满意度', got: 91, score: b },
      ],
      comment: '按期',
    })
    expect(
      await manager.refused('parking.fusion', id, 'assess', { results: results(80, 90).results.slice(0, 1), comment: 'x' }),
    ).toContain('逐项评估')
    await manager.act('parking.fusion', id, 'assess', results(70, 90))
    expect(await o.row('parking.fusion', id)).toMatchObject({ status: 'failed', score: 78, rounds: 1 })
    await manager.act('parking.fusion', id, 'assess', results(85, 90))
    expect(await o.row('parking.fusion', id)).toMatchObject({ status: 'proven', score: 87, rounds: 2 })
    expect(await o.value('fusion-score')).toBe(87)
  })

  it('police-net-parking “警网融合”:联动请求、谁到场、用时、结果', async () => {
    const { street, nobody } = o
    const values = { kind: 'blocked', address: '湖滨小学东门', lot: school, content: '共享车辆堵住消防出口', plate: '苏D42222' }
    expect((await o.tryOpen(nobody, 'parking.joint-request', values)).status).toBe(403)
    expect((await o.tryOpen(street, 'parking.joint-request', { ...values, kind: 'x' })).status).toBe(400)
    const place = { areaCode: streets[0], lon: undefined, lat: undefined }
    const id = await o.open(street, 'parking.joint-request', values, place)
    expect(
      await street.refused('parking.joint-request', id, 'close', { outcome: 'moved', note: 'x', scene: [photo()] }),
    ).toContain('待到场')
    await w.clock.to('2026-03-07 07:19')
    await street.act('parking.joint-request', id, 'come', { policeCame: '湖滨派出所 周警官', gridCame: '网格员 陈芳' })
    await street.act('parking.joint-request', id, 'close', { outcome: 'moved', note: '车主到场挪车', scene: [photo()] })
    const second = await o.open(street, 'parking.joint-request', { ...values, kind: 'dispute' }, place)
    await w.clock.to('2026-03-07 07:31')
    await street.act('parking.joint-request', second, 'come', { policeCame: '湖滨派出所 周警官', gridCame: '网格员 陈芳' })
    await street.act('parking.joint-request', second, 'close', { outcome: 'failed', note: '双方未达成', scene: [photo()] })
    expect(await o.row('parking.joint-request', id)).toMatchObject({ status: 'closed', minutes: 18, outcome: 'moved' })
    expect([await o.value('joint-requests'), await o.value('joint-minutes'), await o.value('joint-settled-rate')]).toEqual([
      2, 15, 50,
    ])
  })

  it('compound-share-market 小区共享市场化:业主表决达法定比例才启动,分成与退出', async () => {
    const { street, manager, nobody } = o
    const values = (compound: string) => ({
      compound,
      street: streets[0],
      operator: '湖滨停车公司',
      spaces: 40,
      hours: '工作日08:00—18:00',
      ownersPercent: 60,
      exitClause: '提前30日书面通知',
      households: 300,
      areaM2: 30_000,
    })
    expect((await o.tryOpen(nobody, 'parking.compound-market', values('锦绣苑'))).status).toBe(403)
    const id = await o.open(street, 'parking.compound-market', values('锦绣苑'))
    expect(await manager.refused('parking.compound-market', id, 'start', { startedOn: '2026-03-07' })).toContain('业主表决')
    const vote = { joinedOwners: 200, joinedM2: 20_500, agreedOwners: 150, agreedM2: 15_400, votedOn: '2026-03-06' }
    expect(await street.refused('parking.compound-market', id, 'vote', { ...vote, agreedOwners: 201 })).toContain(
      '同意不能多于参与',
    )
    await street.act('parking.compound-market', id, 'vote', vote)
    expect(await o.row('parking.compound-market', id)).toMatchObject({
      status: 'passed',
      joinPercent: 66.66,
      consentPercent: 75,
      isLawful: true,
    })
    // Enough people, but not three quarters of the area that took part.
    const other = await o.open(street, 'parking.compound-market', values('和平里'))
    await street.act('parking.compound-market', other, 'vote', { ...vote, agreedM2: 15_374 })
    expect(await o.row('parking.compound-market', other)).toMatchObject({
      status: 'rejected',
      isLawful: false,
      consentPercent: 74.99,
    })
    await manager.act('parking.compound-market', id, 'start', { startedOn: '2026-03-07' })
    await manager.act('parking.compound-market', id, 'settle', { month: '2026-03', incomeFen: 1_000_001 })
    expect(await o.row('parking.compound-market', id)).toMatchObject({ incomeFen: 1_000_001, ownersFen: 600_001 })
    expect(await o.value('compound-markets')).toBe(1)
    await manager.act('parking.compound-market', id, 'exit', { exitedOn: '2026-03-07', exitReason: '业主大会决定' })
    expect(await o.value('compound-markets')).toBe(0)
  })
})
