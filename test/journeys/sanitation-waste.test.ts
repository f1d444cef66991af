/** 环卫:过磅、日产日清、混装、车辆、转运站与休息场所、消杀、市场化、农村环境. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../world.ts'
import { iso, near, onePhoto, openSanitation, type Row, type Sanitation } from './sanitation-office.ts'

const photos = onePhoto
describe('收运处理与设施', () => {
  let w: World
  let o: Sanitation
  const file = async () => photos()
  const stations: Record<string, string> = {}
  const station = (code: string, name: string, kind: string, capacityT: number, more: Row = {}) => ({
    code,
    name,
    kind,
    operator: '洁城环卫公司',
    capacityT,
    isHarmless: false,
    state: 'running',
    buildKind: 'new',
    builtOn: '2026-01-15',
    ...more,
  })
  let serial = 0
  const weighing = (station: string, direction: string, tons: number, at: string, more: Row = {}) => ({
    ticket: `D-${++serial}`,
    station,
    direction,
    waste: 'other',
    plate: '苏D20001',
    fromPlace: '湖滨街道',
    grossKg: 8000 + tons * 1000,
    tareKg: 8000,
    at: iso(at),
    ...more,
  })
  const weigh = async (...args: Parameters<typeof weighing>) => {
    const answer = await o.crew.post<Row>('/sanitation/weighings', weighing(...args))
    expect([answer.status, answer.body.zh]).toEqual([200, undefined])
    await w.settle()
    return answer.body
  }
  beforeAll(async () => {
    w = await world('2026-03-02 06:00')
    o = await openSanitation(w)
  })
  afterAll(() => w.close())

  it('sanitation-vehicle 车辆台账、保险年检到期、维修停用、国三淘汰', async () => {
    await w.clock.to('2026-03-02 20:10')
    const old = await o.triedAdd(
      'sanitation.vehicle',
      o.vehicle('苏D20009', 'compactor', { emission: 'g3', acquiredOn: '2013-05-01' }),
    )
    const bad = o.vehicle('苏D20008', 'sweeper', { energy: 'electric', emission: 'g6' })
    expect((await o.data.post<Row>('/rows/sanitation.vehicle', { values: bad })).body.zh).toContain('零排放')
    const car = await o.add(
      'sanitation.vehicle',
      o.vehicle('苏D20001', 'compactor', { tareKg: 8000, loadKg: 12_000, insuredTo: '2026-03-20', inspectedTo: '2026-12-01' }),
    )
    await o.job('vehicle-due')
    expect(await o.alarms({ kind: 'vehicleDue' })).toMatchObject([{ target: '苏D20001', detail: '保险将于2026-03-20到期' }])
    const r = 'sanitation.repair'
    // Insured again, the alarm is over; run out again, it stands again.
    await o.edit('sanitation.vehicle', car, { insuredTo: '2027-03-20' })
    await o.job('vehicle-due')
    expect(await o.alarms({ kind: 'vehicleDue' })).toEqual([])
    await o.edit('sanitation.vehicle', car, { insuredTo: '2026-03-20' })
    await o.job('vehicle-due')
    const id = await o.tried(o.crew, r, { kind: 'vehicle', vehicle: car, fault: '液压泄漏', isStopped: true })
    expect((await o.row('sanitation.vehicle', car)).state).toBe('repair')
    await w.clock.to('2026-03-03 02:10')
    await o.act(o.crew, r, id, 'fix', { donePhotos: photos(), costFen: 80_000 })
    await o.act(o.assess, r, id, 'close')
    expect([(await o.row('sanitation.vehicle', car)).state, (await o.row(r, id)).repairHours]).toEqual(['inService', 6])
    const plan = await o.open(o.crew, 'sanitation.renewal', {
      year: 2026,
      name: '淘汰国三',
      buys: 0,
      newEnergyBuys: 0,
      scraps: 1,
      budgetWan: 0,
    })
    await o.act(o.leader, 'sanitation.renewal', plan, 'approve', { isOk: 'yes', opinion: '同意' })
    await expect(
      o.crew.refused('sanitation.renewal', plan, 'scrap', { vehicle: car, scrappedOn: '2026-03-03' }),
    ).resolves.toContain('国三')
    await o.act(o.crew, 'sanitation.renewal', plan, 'scrap', { vehicle: old, scrappedOn: '2026-03-03' })
    expect(await o.row('sanitation.vehicle', old)).toMatchObject({ state: 'scrapped', scrappedOn: '2026-03-03' })
    expect([await o.value('vehicles'), await o.value('g3-scrapped')]).toEqual([1, 1])
  })

  it('new-energy-vehicles 更新计划逐车购置,补贴、预算、占比与目标', async () => {
    const r = 'sanitation.renewal'
    const id = await o.tried(o.crew, r, {
      year: 2026,
      name: '新能源更新',
      buys: 2,
      newEnergyBuys: 1,
      scraps: 0,
      budgetWan: 200,
    })
    await expect(o.crew.refused(r, id, 'approve', { isOk: 'yes', opinion: 'x' })).resolves.toBeTruthy()
    await o.act(o.leader, r, id, 'approve', { isOk: 'yes', opinion: '同意' })
    const buy = (plate: string, energy: string, emission: string, more: Row = {}) => ({
      plate,
      kind: 'washer',
      energy,
      emission,
      operator: '洁城环卫公司',
      acquiredOn: '2026-03-03',
      priceFen: 90_000_000,
      tareKg: 9000,
      loadKg: 8000,
      ...more,
    })
    await expect(o.crew.refused(r, id, 'buy', buy('苏D20003', 'diesel', 'g6', { subsidyFen: 1 }))).resolves.toContain('新能源')
    await expect(o.crew.refused(r, id, 'buy', buy('苏D20003', 'diesel', 'g6', { acquiredOn: '2025-12-30' }))).resolves.toContain(
      '2026年度内',
    )
    await o.act(o.crew, r, id, 'buy', buy('苏DF20002', 'electric', 'zero', { subsidyFen: 5_000_000 }))
    await o.act(o.crew, r, id, 'buy', buy('苏D20003', 'diesel', 'g6'))
    await expect(o.crew.refused(r, id, 'buy', buy('苏D20004', 'diesel', 'g6'))).resolves.toContain('预算')
    expect((await o.figure('new-energy-share'))[0]).toMatchObject({ numerator: 1, denominator: 3 })
    expect(await o.sheet('/sanitation/fleets')).toMatchObject({
      target: 30,
      fleets: [
        { fleet: '环卫车', all: 3, newEnergy: 1, percent: 33.33, unknown: 0 },
        { fleet: '渣土车', all: 0, percent: null },
      ],
      years: [
        { year: '2026', bought: 2, newEnergy: 1, percent: 50, scrapped: 1, subsidyYuan: 50_000 },
        { year: '2024', bought: 1 },
        { year: '2013', bought: 1, scrapped: 0 },
      ],
    })
    await o.act(o.crew, r, id, 'close', { opinion: '完成' })
    expect(await o.row(r, id)).toMatchObject({ bought: 2, boughtNew: 1, share: 33.33, isMet: 'yes' })
    await o.triedAdd('sanitation.charger', {
      name: '环卫停车场',
      address: '环湖路 9 号',
      piles: 12,
      kw: 720,
      openedOn: '2026-01-01',
      isOpen: true,
    })
    await w.settle()
    expect([
      await o.value('new-energy-added'),
      await o.value('vehicles-added'),
      await o.value('subsidy'),
      await o.value('chargers'),
    ]).toEqual([1, 2, 5, 1])
  })

  it('transfer-station 转运站台账、运行日志、氨超限报警与恢复、维修停运', async () => {
    const device = await o.sensing.addDevice('NH-01', 'environment')
    const key = await o.sensing.keyOf(device)
    stations.a = await o.triedAdd('sanitation.station', station('ZZ-01', '湖滨转运站', 'transfer', 20, { device }))
    stations.b = await o.add('sanitation.station', station('SJ-01', '城北收集站', 'collect', 5, { builtOn: '2019-01-01' }))
    const say = async (value: number) =>
      o.sensing.send('NH-01', key, [{ at: w.clock.now().toISOString(), values: { nh3: value } }])
    await say(2.1)
    await o.job('sense')
    await o.job('sense')
    expect(await o.alarms({ kind: 'odour' })).toMatchObject([{ target: '湖滨转运站', detail: '氨2.1mg/m³,上限1.5mg/m³' }])
    await w.clock.to('2026-03-03 03:10')
    await say(0.8)
    await o.job('sense')
    expect(await o.alarms({ kind: 'odour' })).toHaveLength(0)
    const r = await o.open(o.crew, 'sanitation.repair', {
      kind: 'station',
      station: stations.b,
      fault: '压缩机故障',
      isStopped: true,
    })
    expect((await o.row('sanitation.station', stations.b ?? '')).state).toBe('upkeep')
    await w.clock.to('2026-03-03 05:10')
    await o.act(o.crew, 'sanitation.repair', r, 'fix', { donePhotos: photos(), costFen: 50_000 })
    await o.act(o.assess, 'sanitation.repair', r, 'close')
    const log = {
      station: stations.a,
      dayOn: '2026-03-02',
      openedAt: iso('2026-03-02 05:00'),
      closedAt: iso('2026-03-02 21:00'),
      washes: 3,
      leachateT: 1.2,
      sprays: 4,
      isNormal: true,
    }
    const logged = async (more: Row) =>
      (await o.crew.post<Row>('/rows/sanitation.station-log', { values: { ...log, ...more }, place: near(0) })).body.zh
    expect(await logged({ closedAt: iso('2026-03-02 04:00') })).toContain('关站应在开站之后')
    expect(await logged({ isNormal: false })).toContain('写明情况')
    await o.triedAdd('sanitation.station-log', log, near(0), o.crew)
    expect(await logged({})).toContain('湖滨转运站2026-03-02的日志已登记')
    await w.settle()
    expect([await o.value('stations'), await o.value('stations-built'), await o.value('station-repairs')]).toEqual([2, 1, 1])
    expect(await o.by('alarms', 'status')).toMatchObject({ cleared: 2 })
  })

  it('weighbridge-ledger 磅单去重、可疑待核、更正留原数、日台账与吨位焚烧率', async () => {
    await o.add(
      'sanitation.station',
      station('FS-01', '湖滨焚烧厂', 'incinerator', 1000, { isHarmless: true, builtOn: '2020-01-01' }),
    )
    await o.add(
      'sanitation.station',
      station('TM-01', '夹山填埋场', 'landfill', 1000, { isHarmless: true, builtOn: '2010-01-01' }),
    )
    const first = weighing('ZZ-01', 'in', 8, '2026-03-03 05:00')
    expect((await w.anyone.post('/sanitation/weighings', first)).status).toBe(401)
    expect((await o.stranger.post('/sanitation/weighings', first)).status).toBe(403)
    expect((await o.crew.post('/sanitation/weighings', { ...first, grossKg: -1 })).status).toBe(400)
    expect((await o.crew.post<Row>('/sanitation/weighings', { ...first, station: '没有' })).body.zh).toContain('没有编号')
    const one = (await o.crew.post<Row>('/sanitation/weighings', first)).body
    expect(one).toMatchObject({ netKg: 8000, status: 'accepted', doubt: null, isKnown: false })
    expect((await o.crew.post<Row>('/sanitation/weighings', { ...first, grossKg: 99_000 })).body).toMatchObject({
      row: one.row,
      netKg: 8000,
      isKnown: true,
    })
    const odd = await weigh('ZZ-01', 'in', 4, '2026-03-03 05:05', { tareKg: 6000, grossKg: 10_000 })
    expect(odd).toMatchObject({ status: 'held', doubt: '皮重与台账8000kg不符' })
    expect(await weigh('ZZ-01', 'in', 15, '2026-03-03 05:06')).toMatchObject({ status: 'held', doubt: '超过核定载质量12000kg' })
    const t = 'sanitation.ticket'
    await expect(o.crew.refused(t, odd.row, 'confirm', { grossKg: 12_000, tareKg: 8000, reason: '重磅' })).resolves.toBeTruthy()
    await o.act(o.duty, t, odd.row, 'confirm', { grossKg: 12_000, tareKg: 8000, reason: '传感器漂移,重磅' })
    expect(await o.row(t, odd.row)).toMatchObject({ status: 'accepted', netKg: 4000, firstGrossKg: 10_000, firstTareKg: 6000 })
    await o.act(o.duty, t, one.row, 'correct', { grossKg: 15_000, tareKg: 8000, reason: '误读' })
    expect(await o.row(t, one.row)).toMatchObject({ netKg: 7000, netT: 7, firstGrossKg: 16_000 })
    await weigh('ZZ-01', 'out', 10, '2026-03-03 05:07')
    await weigh('FS-01', 'in', 10, '2026-03-03 05:08', { fromStation: 'ZZ-01', fromPlace: '湖滨转运站' })
    await weigh('TM-01', 'in', 2, '2026-03-03 05:09', { fromPlace: '城南街道' })
    const sheet = await o.sheet('/sanitation/ledger', { day: '2026-03-03' })
    expect(sheet).toMatchObject({ collectedT: 13, transferredT: 10, treatedT: 12 })
    expect(sheet.stations.find((s: Row) => s.name === '湖滨转运站')).toMatchObject({
      trips: 3,
      inT: 11,
      outT: 10,
      stockT: 1,
      isClear: true,
    })
    expect(sheet.sources).toContainEqual({ fromPlace: '湖滨街道', waste: 'other', trips: 2, netT: 11 })
    expect([
      await o.value('treated-all'),
      await o.value('incineration-rate'),
      await o.value('burnt-tons'),
      await o.value('tickets-corrected'),
    ]).toEqual([12, expect.closeTo(83.33, 1), 0.001, 2])
  })

  it('day-clean 日末存量超过日能力即未清,指名站点报警,更正磅单后当日重算,无害化率', async () => {
    await weigh('SJ-01', 'in', 6, '2026-03-03 05:10')
    await w.clock.to('2026-03-04 00:30')
    await o.job('ledger')
    await o.job('ledger')
    const d = 'sanitation.district-day'
    const [day] = await o.list(d, { dayOn: '2026-03-03' })
    expect(day).toMatchObject({
      status: 'counted',
      collectedT: 19,
      treatedT: 12,
      harmlessT: 12,
      isClear: 'no',
      failing: '城北收集站',
    })
    expect(await o.alarms({ kind: 'stock' })).toMatchObject([
      { target: '城北收集站', detail: '2026-03-03日末存量6吨,日能力5吨,未日产日清' },
    ])
    expect((await o.figure('day-clear-rate'))[0]).toMatchObject({ numerator: 0, denominator: 1, value: 0 })
    // The day a station was not emptied stands in the chain from compound to plant.
    const march = { from: '2026-03-01', to: '2026-03-31' }
    const atStations = async () => {
      const { body } = await o.leader.get<{ links: Row[] }>('/sorting/loop', march)
      return body.links.find((l) => l.link === '站')?.problems
    }
    expect(await atStations()).toBe(1)
    const [wrong] = await o.list('sanitation.ticket', { stationName: '城北收集站' })
    await o.act(o.duty, 'sanitation.ticket', String(wrong?.id), 'correct', { grossKg: 12_000, tareKg: 8000, reason: '重读' })
    expect(await o.row(d, String(day?.id))).toMatchObject({ status: 'recounted', collectedT: 17, isClear: 'yes', failing: null })
    expect(await o.list('sanitation.station-day', { name: '城北收集站' })).toMatchObject([
      { stockT: 4, isClear: 'yes', status: 'recounted' },
    ])
    expect((await o.figure('day-clear-rate'))[0]).toMatchObject({ numerator: 1, denominator: 1, value: 100 })
    expect(await atStations()).toBe(0)
    expect((await o.figure('harmless-rate'))[0]).toMatchObject({ numerator: 12, denominator: 17 })
    expect([await o.value('treated-mean'), await o.value('station-not-clear')]).toEqual([12, 0])
    // Nobody takes a poor day out of the rate; a day on which nothing ran is counted when it runs again.
    expect((await o.duty.post<Row>(`/subjects/${d}/${day?.id}/cancel`, { values: {} })).status).toBeGreaterThanOrEqual(400)
  })

  it('industrial-waste-mixing-check 开箱检查,混装拒收作废磅单,溯源,移送执法立案或按合同扣款', async () => {
    const c = 'sanitation.mix-check'
    const load = await weigh('ZZ-01', 'in', 5, '2026-03-04 00:20', { route: '7 号线' })
    const form = {
      station: stations.a,
      plate: '苏D20001',
      ticket: load.row,
      result: 'mixed',
      kinds: ['industrial'],
      percent: 40,
      photos: photos(),
    }
    expect((await o.tryOpen(o.assess, c, { ...form, kinds: [] })).zh).toContain('混入了什么')
    const id = await o.tried(o.assess, c, form)
    expect((await o.row('sanitation.ticket', load.row)).status).toBe('void')
    expect(await o.row(c, id)).toMatchObject({ status: 'refused', route: '7 号线' })
    const trace = { route: '7 号线', producer: '宏达电镀厂', producerCode: '91320499MA1HONGD1X', opinion: '行车记录、监控' }
    await o.act(o.assess, c, id, 'trace', trace)
    await o.act(o.duty, c, id, 'hand', { lawCode: 'V20' })
    expect(await o.row(c, id)).toMatchObject({ status: 'filed', penaltyNumber: expect.any(String) })
    const other = await o.open(o.assess, c, { ...form, ticket: undefined, percent: 5, kinds: ['building'] })
    await o.act(o.assess, c, other, 'trace', trace)
    await o.act(o.duty, c, other, 'cut', { cutFen: 200_000, opinion: '合同 12 条' })
    await o.open(o.assess, c, { station: stations.a, plate: '苏D20001', result: 'clean', photos: photos() })
    expect([await o.value('mix-checks'), await o.value('mix-found')]).toEqual([3, 2])
    expect(await o.by('mix-found', 'status')).toEqual({ cut: 1, filed: 1 })
    expect((await o.row(c, other)).operator).toBe('洁城环卫公司')
  })

  it('facility-management-centre 建设项目逐阶段到投用,站、厕、车与异常在一张表', async () => {
    const p = 'sanitation.facility-project'
    const id = await o.tried(o.crew, p, {
      name: '环卫设施综合管理中心',
      address: '环湖路 1 号',
      investWan: 3000,
      dueOn: '2026-12-31',
      papers: await file(),
    })
    await o.act(o.crew, p, id, 'design', { papers: await file() })
    await o.act(o.crew, p, id, 'start', { startedOn: '2026-03-04' })
    await o.act(o.crew, p, id, 'report', { progress: 60, words: '封顶' })
    await expect(o.crew.refused(p, id, 'report', { progress: 50, words: 'x' })).resolves.toContain('60%')
    const accept = { acceptedOn: '2026-03-04', papers: await file(), photos: photos() }
    await expect(o.leader.refused(p, id, 'accept', accept)).resolves.toContain('未完工')
    await o.act(o.crew, p, id, 'report', { progress: 100, words: '完工' })
    await o.act(o.leader, p, id, 'accept', accept)
    await o.act(o.crew, p, id, 'use', { usedOn: '2026-03-04' })
    expect(await o.by('facility-projects', 'status')).toEqual({ inUse: 1 })
    const { rows } = await o.sheet('/sanitation/centre')
    expect(rows.filter((r: Row) => r.kind === '转运站')).toHaveLength(4)
    expect(rows.find((r: Row) => r.name === '城北收集站')).toMatchObject({ alarms: 1, state: '运行' })
    expect(rows.find((r: Row) => r.code === '苏D20001')).toMatchObject({ alarms: 1, latest: '保险将于2026-03-20到期' })
    const [alarm] = await o.alarms({ kind: 'stock' })
    await o.act(o.duty, 'sanitation.alarm', String(alarm?.id), 'handle', { result: '已增加转运两车' })
    expect((await o.sheet('/sanitation/centre')).rows.find((r: Row) => r.name === '城北收集站').alarms).toBe(0)
  })

  it('market-operation-tender 测算、专家评审、公告、中标、交接清单、按考核月付', async () => {
    const t = 'sanitation.tender'
    const form = {
      name: '第三轮环卫市场化',
      round: 3,
      scope: '城区道路清扫保洁、收运、公厕',
      areaM2: 3_200_000,
      years: 3,
      yearWan: 6000,
    }
    const id = await o.tried(o.crew, t, form)
    const panel = (yes: number, no = 0) => ({
      panel: Array.from({ length: yes + no }, (_, i) => ({ name: `专家${i}`, from: '专家库', vote: i < yes ? 'yes' : 'no' })),
      review: '测算合理',
    })
    await expect(o.crew.refused(t, id, 'review', { ...panel(4), papers: await file() })).resolves.toContain('单数')
    await expect(o.crew.refused(t, id, 'review', { ...panel(2, 3), papers: await file() })).resolves.toContain('只有2名同意')
    await o.act(o.crew, t, id, 'review', { ...panel(4, 1), papers: await file() })
    expect((await o.row(t, id)).experts).toBe(5)
    await expect(o.crew.refused(t, id, 'notice', { noticeOn: '2026-03-04', openOn: '2026-03-20' })).resolves.toContain('20日')
    await o.act(o.crew, t, id, 'notice', { noticeOn: '2026-03-04', openOn: '2026-03-24' })
    const award = {
      winner: '洁城环卫公司',
      bidWan: 5760,
      contract: 'HW-2026-01',
      fromOn: '2026-04-01',
      toOn: '2029-03-31',
      papers: await file(),
    }
    await expect(o.leader.refused(t, id, 'award', award)).resolves.toContain('开标')
    await w.clock.to('2026-03-25 09:00')
    await expect(o.leader.refused(t, id, 'award', { ...award, bidWan: 7000 })).resolves.toContain('高于测算')
    await o.act(o.leader, t, id, 'award', award)
    const take = (isOk: string) => ({
      handover: [
        { thing: '扫路车', count: 12, isOk },
        { thing: '保洁员', count: 260, isOk: 'ok' },
      ],
      takenOn: '2026-04-01',
      papers: [] as string[],
    })
    const papers = await file()
    await expect(o.crew.refused(t, id, 'takeOver', { ...take('short'), papers })).resolves.toContain('扫路车')
    await o.act(o.crew, t, id, 'takeOver', { ...take('ok'), papers })
    expect((await o.row(t, id)).status).toBe('performing')
    const m = 'sanitation.month-pay'
    expect((await o.tryOpen(o.crew, m, { tender: id, month: '2026-04' })).zh).toContain('未结束')
    // April: one road checked at 88, one order of two missed.
    await w.clock.to('2026-04-10 06:00')
    const road = await o.road('邻里路', 'secondary', 300, -0.005)
    const works = ['manual', 'flush'].map((work) => ({ work, times: 1, per: 'day', fromTime: '06:00', toTime: '10:00' }))
    const plan = await o.add(
      'sanitation.road-plan',
      o.plan(road, '邻里路', works, { validFrom: '2026-04-10', validTo: '2026-04-10' }),
    )
    await o.job('plan-day')
    const [manual] = await o.orders({ work: 'manual' })
    await o.act(o.crew, 'sanitation.order', String(manual?.id), 'checkIn', { photos: photos(), workers: 2 })
    await o.open(o.assess, 'sanitation.road-check', {
      plan,
      issues: [{ share: 'manual', item: '果皮', points: 12 }],
      photos: photos(),
    })
    await w.clock.to('2026-05-06 09:00')
    await o.job('settle-day')
    const cut = await o.cut('洁城环卫公司', 600_000)
    const pay = await o.tried(o.crew, m, { tender: id, month: '2026-04' })
    // 480 万 a month; 2 points × 2%, 50% of the orders and what the assessment took off.
    expect(await o.row(m, pay)).toMatchObject({
      days: 30,
      monthFen: 480_000_000,
      orders: 2,
      missed: 1,
      score: 88,
      scoreCutFen: 19_200_000,
      missedCutFen: 240_000_000,
      assessCutFen: 600_000,
      mixCutFen: 200_000,
      payFen: 220_000_000,
    })
    // What is corrected afterwards is counted again, and nothing is taken off twice.
    await o.act(o.leader, m, pay, 'sendBack', { opinion: '核对扣减' })
    await o.act(o.crew, m, pay, 'recount')
    expect(await o.row(m, pay)).toMatchObject({ status: 'counted', assessCutFen: 600_000, payFen: 220_000_000 })
    expect((await o.tryOpen(o.crew, m, { tender: id, month: '2026-04' })).code).toBe('kernel.duplicate')
    await o.act(o.leader, m, pay, 'approve', { opinion: '同意' })
    await o.act(o.crew, m, pay, 'pay', { paidOn: '2026-05-06' })
    // Taken off once: the assessment's own paper says with which bill.
    const { number } = await o.row(m, pay)
    const taken = (await o.leader.get<Row>(`/rows/evaluation.deduction/${cut}`)).body
    expect(taken).toMatchObject({ status: 'deducted', bill: number, deductedOn: '2026-05-06' })
    expect([await o.value('tenders-taken'), await o.value('contract-yearly'), await o.value('paid')]).toEqual([1, 5760, 220])
    expect((await o.tryOpen(o.crew, m, { tender: id, month: '2026-03' })).zh).toContain('不在服务期')
  })

  it('clean-disinfection 消杀记录,平时七日、防疫每日,逾期清单', async () => {
    const sheet = () => o.sheet('/sanitation/disinfect-overdue')
    const codes = async () => (await sheet()).overdue.map((x: Row) => x.code)
    expect(await codes()).toContain('ZZ-01')
    const done = (code: string, kind: string) => ({
      kind,
      code,
      agent: 'chlorine',
      mgPerL: 500,
      photos: photos(),
    })
    const wrong = await o.crew.post<Row>('/rows/sanitation.disinfection', { values: done('ZZ-99', 'station'), place: near(0) })
    expect(wrong.body.zh).toContain('没有编号为ZZ-99的转运站')
    await o.triedAdd('sanitation.disinfection', done('ZZ-01', 'station'), near(0), o.crew)
    expect((await o.list('sanitation.disinfection'))[0]?.name).toBe('湖滨转运站')
    expect(await sheet()).toMatchObject({ mode: '平时', everyDays: 7 })
    expect(await codes()).not.toContain('ZZ-01')
    await w.clock.to('2026-05-09 09:00')
    expect(await codes()).not.toContain('ZZ-01')
    const d = 'sanitation.disinfect-drive'
    const drive = { name: '环卫设施大消杀', mode: 'epidemic', fromOn: '2026-05-08', toOn: '2026-05-10', basis: '防控要求' }
    const id = await o.tried(o.duty, d, drive)
    expect(await sheet()).toMatchObject({ mode: '防疫:环卫设施大消杀', everyDays: 1 })
    expect((await sheet()).overdue).toContainEqual({
      kind: 'station',
      code: 'ZZ-01',
      name: '湖滨转运站',
      lastOn: '2026-05-06',
      days: 3,
    })
    await o.job('disinfect')
    expect((await o.alarms({ kind: 'disinfect' })).map((a) => a.target)).toContain('转运站、处理厂')
    await w.clock.to('2026-05-11 01:00')
    expect((await o.row(d, id)).status).toBe('ended')
    await o.act(o.duty, d, id, 'close', { summary: '未按要求完成' })
    // One was done within the week, though not in the drive.
    const all = (await sheet()).overdue.length as number
    expect(await o.row(d, id)).toMatchObject({ due: all + 1, done: 0, rate: 0 })
    // A drive that is no epidemic wants each done once since it began.
    await o.open(o.duty, d, { ...drive, name: '换季消杀', mode: 'routine', fromOn: '2026-05-11', toOn: '2026-05-20' })
    expect(await sheet()).toMatchObject({ mode: '专项活动:换季消杀', everyDays: 7 })
    expect((await o.tryOpen(o.duty, d, { ...drive, toOn: '2026-05-30' })).zh).toContain('换季消杀还在进行')
    await o.crew.post('/rows/sanitation.disinfection', { values: done('ZZ-01', 'station'), place: near(0) })
    expect(await codes()).not.toContain('ZZ-01')
    expect(await o.by('disinfections', 'kind')).toEqual({ station: 2 })
  })

  it('rural-environment 村庄按四项检查,整改,季度补助随得分', async () => {
    const village = await o.add(
      'grid.village',
      { name: '湖东村', town: '湖滨镇', level: 'village', households: 320, collection: 'direct', isSorting: true, title: 'none' },
      undefined,
    )
    const contract = await o.triedAdd(
      'sanitation.village-contract',
      {
        village,
        name: '湖东村',
        town: '湖滨镇',
        keeper: '绿村管护公司',
        fromOn: '2026-01-01',
        toOn: '2028-12-31',
        quarterFen: 1_000_000,
      },
      undefined,
    )
    const c = 'sanitation.village-check'
    const items = (...scores: number[]) =>
      ['生活垃圾', '生活污水', '农村公厕', '乱堆杂物'].map((item, i) => ({ item, score: scores[i] }))
    const form = { contract, items: items(20, 10, 15, 10), photos: photos() }
    const bad = await o.tried(o.assess, c, form)
    expect(await o.row(c, bad)).toMatchObject({ status: 'failed', score: 55, weakest: '生活污水' })
    await o.act(o.street, c, bad, 'fix', { donePhotos: photos() })
    await expect(o.street.refused(c, bad, 'recheck', { isOk: 'yes', opinion: '好' })).resolves.toContain('不能复查自己')
    await o.act(o.assess, c, bad, 'recheck', { isOk: 'yes', opinion: '已整改' })
    await o.open(o.assess, c, { ...form, items: items(25, 20, 25, 25) })
    // A check written down at the bureau, without a place, is the matter of the village's own town.
    const written = await o.open(o.assess, c, { ...form, items: items(20, 15, 20, 20) }, {})
    const { areaCode } = await o.row('grid.village', village)
    expect([areaCode.length, (await o.row(c, written)).areaCode]).toEqual([15, areaCode])
    const s = 'sanitation.village-subsidy'
    expect((await o.tryOpen(o.crew, s, { contract, quarterOn: '2026-04-01' })).zh).toContain('未结束')
    expect((await o.tryOpen(o.crew, s, { contract, quarterOn: '2026-05-01' })).zh).toContain('季度第一天')
    expect((await o.tryOpen(o.crew, s, { contract, quarterOn: '2025-10-01' })).zh).toContain('不在合同期')
    await w.clock.to('2026-07-02 09:00')
    const id = await o.tried(o.crew, s, { contract, quarterOn: '2026-04-01' })
    expect(await o.row(s, id)).toMatchObject({ checks: 3, score: 75, percent: 75, payFen: 750_000 })
    await o.act(o.leader, s, id, 'approve')
    await o.act(o.crew, s, id, 'pay', { paidOn: '2026-07-02' })
    expect([await o.value('village-score'), await o.value('village-checks'), await o.value('village-subsidy')]).toEqual([
      75, 3, 0.75,
    ])
  })
})
