/** 违法建设: new ones, stock, the three criteria, the programme, listing, actions, and the platform over all of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, photo, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice, type Row } from './buildings-office.ts'

const p = 'buildings.building'
describe('违法建设', () => {
  let w: World
  let o: Office
  beforeAll(async () => {
    w = await world('2026-03-02 10:00')
    o = await openOffice(w)
  })
  afterAll(() => w.close())
  const at = (local: string) => beijing(local).toISOString()
  const report = (address: string, extra: Row = {}) => ({
    address,
    kind: 'roof',
    areaM2: 40,
    via: 'patrol',
    photos: [photo()],
    ...extra,
  })
  const flags = { isHazard: false, isUgly: false, isHated: false }
  const fresh = (startedAt: string, extra: Row = {}) => ({
    class: 'new',
    kind: 'roof',
    land: 'urban',
    surveyedM2: 40,
    startedAt: at(startedAt),
    ...flags,
    photos: [photo()],
    ...extra,
  })
  const old = (extra: Row = {}) => ({
    class: 'stock',
    kind: 'yard',
    land: 'urban',
    surveyedM2: 100,
    builtYear: 2009,
    ...flags,
    photos: [photo()],
    ...extra,
  })
  const order = (dueOn: string, servedOn: string, article = 'a64') => ({
    article,
    decisionNo: `限拆〔2026〕${dueOn}`,
    servedOn,
    dueOn,
    papers: [photo()],
  })
  const gone = (removedOn: string, removedM2: number, way = 'self') => ({ way, removedOn, removedM2, afterPhotos: [photo()] })
  /** A stock building on the list. */
  const stock = async (address: string, extra: Row = {}) => {
    const id = await o.open(o.officer, p, report(address))
    await o.act(o.head, p, id, 'confirm', old(extra))
    return id
  }
  const settle = async (id: string, m2: number) => {
    const today = new Date(w.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    const due = new Date(w.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10)
    await o.act(o.officer, p, id, 'order', order(due, today))
    await o.act(o.officer, p, id, 'demolish', gone(today, m2))
    await o.act(o.head, p, id, 'accept', { photos: [photo()] })
  }

  it('illegal-new 开工数小时内发现、停工通知、限拆、公告、强拆,月底未拆即未守住零增长,每日清单', async () => {
    const id = await o.tried(o.officer, p, report('湖滨花园3幢顶层', { owner: '赵某', ownerCode: '320404197001011234' }))
    expect((await o.row(p, id)).verifyDueAt).toBe(at('2026-03-03 10:00'))
    await expect(o.head.refused(p, id, 'confirm', { ...fresh('2026-03-02 06:00'), startedAt: undefined })).resolves.toContain(
      '开工时间',
    )
    await expect(o.officer.refused(p, id, 'confirm', fresh('2026-03-02 06:00'))).resolves.toContain('没有')
    await o.act(o.head, p, id, 'confirm', fresh('2026-03-02 06:00'))
    expect(await o.row(p, id)).toMatchObject({
      status: 'confirmed',
      foundHours: 4,
      isFoundInTime: true,
      stopDueAt: at('2026-03-03 10:00'),
    })
    const [base] = await o.list('grid.illegal-building', { address: '湖滨花园3幢顶层' })
    expect(base).toMatchObject({ state: 'standing', age: 'new', areaM2: 40, foundVia: 'patrol' })
    await o.act(o.officer, p, id, 'stop', { noticeNo: '停字〔2026〕1号', photos: [photo()] })
    expect(await o.row(p, id)).toMatchObject({ status: 'stopped', penaltyState: 'opened' })
    expect(await o.list('enforcement.penalty', { sourceId: id })).toMatchObject([{ topic: 'building', lawCode: 'V09' }])
    await expect(o.officer.refused(p, id, 'order', order('2026-03-20', '2026-03-02', 'a65'))).resolves.toContain('第65条')
    await o.act(o.officer, p, id, 'order', order('2026-03-20', '2026-03-02'))
    expect((await o.list('grid.illegal-building', { address: '湖滨花园3幢顶层' }))[0]).toMatchObject({ state: 'ordered' })
    const paper = { announceNo: '公告1号', announcedOn: '2026-03-21', announceDueOn: '2026-04-05', photos: [photo()] }
    await expect(o.officer.refused(p, id, 'announce', paper)).resolves.toContain('未过')
    await expect(o.officer.refused(p, id, 'demolish', gone('2026-03-02', 40, 'forced'))).resolves.toContain('没有强制拆除决定')
    const late = await o.open(o.officer, p, report('河滨路12号', { via: 'report', reporter: '匿名群众' }))
    await o.act(o.head, p, late, 'confirm', fresh('2026-02-27 08:00', { surveyedM2: 25 }))
    expect(await o.row(p, late)).toMatchObject({ foundHours: 74, isFoundInTime: false })
    await o.act(o.officer, p, late, 'stop', { noticeNo: '停字〔2026〕2号', photos: [photo()] })
    await o.act(o.officer, p, late, 'demolish', gone('2026-03-02', 25))
    await o.act(o.head, p, late, 'accept', { photos: [photo()] })
    expect(await o.figure('buildings.found-in-time-rate')).toMatchObject([{ numerator: 1, denominator: 2, value: 50 }])
    expect(await o.value('buildings.new-open')).toBe(1)
    expect(await o.value('buildings.new-removed')).toBeCloseTo(0.0025, 6)
    await w.clock.to('2026-03-21 09:00')
    expect(await o.value('buildings.overdue')).toBe(1)
    const daily = await o.sheet('/buildings/daily')
    expect(daily).toMatchObject({ left: 1, overdue: 1, rows: [{ building: id, days: 18, dueOn: '2026-03-20', isOverdue: true }] })
    await o.act(o.officer, p, id, 'announce', paper)
    const force = { forceNo: '强拆〔2026〕1号', agency: '区城管局', remedy: 'expired', papers: [photo()] }
    await expect(o.head.refused(p, id, 'force', force)).resolves.toContain('公告期限2026-04-05未过')
    await w.clock.to('2026-04-06 09:00')
    await o.job('buildings.month-end')
    await o.job('buildings.month-end')
    const months = await o.list('buildings.month-end')
    expect(months).toHaveLength(o.streets.length)
    expect(months.find((m) => m.street === o.here)).toMatchObject({
      month: '2026-03',
      found: 2,
      removed: 1,
      left: 1,
      isKept: false,
    })
    expect([await o.value('buildings.broken-months'), await o.value('buildings.kept-months')]).toEqual([1, o.streets.length - 1])
    await expect(o.head.refused(p, id, 'force', force)).resolves.toContain('起诉期限至2026-09-02')
    await w.clock.to('2026-09-03 09:00')
    await o.act(o.head, p, id, 'force', force)
    await expect(o.officer.refused(p, id, 'demolish', gone('2026-09-03', 39, 'forced'))).resolves.toContain('少于违建面积')
    await o.act(o.officer, p, id, 'demolish', gone('2026-09-03', 40, 'forced'))
    await o.act(o.head, p, id, 'accept', { photos: [photo()] })
    expect(await o.row(p, id)).toMatchObject({ status: 'closed', settlement: 'demolished', settledM2: 40 })
    expect((await o.list('grid.illegal-building', { address: '湖滨花园3幢顶层' }))[0]).toMatchObject({
      state: 'removed',
      removedOn: '2026-09-03',
    })
    expect(await o.value('buildings.new-open')).toBe(0)
    expect(await o.by('buildings.removed', 'way')).toEqual({ self: 1, forced: 1 })
    expect(await o.value('buildings.removed-area')).toBe(65)
    expect((await o.sheet('/buildings/daily')).left).toBe(0)
  })

  it('illegal-stock 存量由普查立档,以拆除、补办、重新认定销号,年度治理面积', async () => {
    const base = await o.add('grid.illegal-building', {
      code: 'PC-001',
      address: '运河东路18号院',
      areaM2: 20_000,
      age: 'stock',
      kind: 'factory',
      foundVia: 'census',
      risk: 'low',
      state: 'standing',
    })
    const values = { base, builtYear: 2003, land: 'urban', obstacle: '租户尚未清退' }
    const take = { ...somewhere, action: 'take' }
    const taken = await o.tried(o.head, p, values, take)
    expect((await o.tryOpen(o.head, p, values, take)).zh).toContain('已经立档')
    expect(await o.row(p, taken)).toMatchObject({
      status: 'stock',
      class: 'stock',
      via: 'census',
      areaM2: 20_000,
      street: o.here,
    })
    expect(await o.value('buildings.entered')).toBe(1)
    const papers = await stock('公园路7号', { surveyedM2: 9000 })
    const other = await stock('公园路9号', { surveyedM2: 5000.5 })
    expect(Number(await o.value('buildings.stock-area'))).toBeCloseTo(34_000.5, 2)
    await o.act(o.street, p, taken, 'plan', { planYear: 2026 })
    await expect(o.officer.refused(p, papers, 'legalise', { paperNo: '规许1', papers: [photo()] })).resolves.toBeTruthy()
    await o.act(o.head, p, papers, 'legalise', { paperNo: '建字第320404202600018号', papers: [photo()] })
    await o.act(o.head, p, other, 'reclassify', { paperNo: '认定〔2026〕3号', reason: '1984年以前建成', papers: [photo()] })
    await settle(taken, 20_000)
    expect((await o.list('grid.illegal-building', { code: 'PC-001' }))[0]).toMatchObject({ state: 'removed' })
    const how = await o.by('buildings.stock-settled', 'settlement')
    expect([how.demolished, how.legalised]).toEqual([2, 0.9])
    expect(Number(await o.value('buildings.stock-settled'))).toBeCloseTo(3.40005, 5)
    expect(await o.value('buildings.stock-removed')).toBe(2)
  })

  it('illegal-key-criteria 三类标准标记重点,计划先排重点', async () => {
    const before = (await o.sheet('/buildings/order')).rows.length
    expect(before).toBe(0)
    const plain = await stock('北街1号', { surveyedM2: 900 })
    const key = await o.open(o.officer, p, report('北街2号'))
    await expect(o.head.refused(p, key, 'confirm', old({ isHazard: true }))).resolves.toContain('写明理由')
    await o.act(o.head, p, key, 'confirm', old({ isHazard: true, keyReason: '承重墙被拆,下层住人' }))
    const later = await stock('北街3号', { surveyedM2: 60 })
    expect((await w.anyone.post(`/subjects/${p}/${later}/mark`, { values: {} })).status).toBe(401)
    expect((await o.stranger.post(`/subjects/${p}/${later}/mark`, { values: {} })).status).toBe(403)
    expect((await o.head.post(`/subjects/${p}/${later}/mark`, { values: {} })).status).toBe(400)
    await o.act(o.head, p, later, 'mark', { isHazard: true, isUgly: true, isHated: true, keyReason: '信访反映十余次' })
    expect(await o.value('buildings.key')).toBe(2)
    expect(await o.by('buildings.key', 'isHated')).toEqual({ true: 1, false: 1 })
    await expect(o.street.refused(p, plain, 'plan', { planYear: 2026 })).resolves.toContain('还有2处重点违建未列入2026年')
    const sorted = await o.sheet('/buildings/order')
    expect(sorted).toMatchObject({ key: 2, keyUnplanned: 2 })
    expect(sorted.rows.map((r: Row) => [r.place, r.building])).toEqual([
      [1, later],
      [2, key],
      [3, plain],
    ])
    expect(sorted.rows[0].flags).toBe('安全隐患突出、严重影响城市风貌、社会反响强烈')
    await o.act(o.street, p, later, 'plan', { planYear: 2026 })
    await o.act(o.street, p, key, 'plan', { planYear: 2027 })
    await expect(o.street.refused(p, plain, 'plan', { planYear: 2026 })).resolves.toContain('还有1处')
    await o.act(o.street, p, key, 'plan', { planYear: 2026 })
    await o.act(o.street, p, plain, 'plan', { planYear: 2026 })
    expect((await o.sheet('/buildings/order')).keyUnplanned).toBe(0)
  })

  it('illegal-five-year 各街镇五年任务、年度分解、进度可超百分之百、排名与预计', async () => {
    const values = { name: '违法建设治理五年行动', fromYear: 2026, toYear: 2029, years: 5 }
    await o.tryAdd('buildings.programme', values)
    expect((await o.data.post<Row>('/rows/buildings.programme', { values })).body.zh).toBeTruthy()
    const programme = await o.add('buildings.programme', { ...values, toYear: 2030 }, undefined)
    const [town, other] = [o.here, o.streets.find((s) => s !== o.here) ?? '']
    const task = (street: string, year: number, targetM2: number) =>
      o.add('buildings.target', { programme, street, year, targetM2 }, undefined)
    await task(town, 2026, 34_000)
    await task(town, 2027, 65.5)
    await task(other, 2026, 8000)
    expect(
      (await o.data.post('/rows/buildings.target', { values: { programme, street: town, year: 2026, targetM2: 1 } })).status,
    ).toBe(409)
    const before = await o.sheet('/buildings/five-year', { id: programme })
    expect(before).toMatchObject({ targetM2: 42_065.5, handledM2: 34_065.5, percent: 80.98 })
    const [first, last] = before.towns
    expect(first).toMatchObject({ rank: 1, street: town, targetM2: 34_065.5, handledM2: 34_065.5, percent: 100 })
    expect(last).toMatchObject({ rank: 2, street: other, percent: 0, reachedOn: null })
    const id = await stock('南街5号', { surveyedM2: 3000 })
    await settle(id, 3000)
    const after = await o.sheet('/buildings/five-year', { id: programme })
    expect(after.towns[0]).toMatchObject({ handledM2: 37_065.5, percent: 108.81 })
    expect(after.towns[0].forecastPercent).toBeGreaterThan(700)
    expect(after.years.map((y: Row) => [y.year, y.targetM2, y.handledM2])).toEqual([
      ['2026', 42_000, 37_065.5],
      ['2027', 65.5, 0],
    ])
    expect((await o.leader.get(`/buildings/five-year`, { id: 'x' })).status).toBe(400)
    expect(await o.value('buildings.programme-target')).toBe(42_065.5)
    expect(await o.figure('buildings.programme-progress')).toMatchObject([{ numerator: 37_065.5, denominator: 42_065.5 }])
    expect(await o.value('buildings.programme-years')).toBe(5)
  })

  it('listed-supervision 三种理由挂牌,每周督办,漏一周预警,凭证明经他人批准摘牌', async () => {
    await w.clock.to('2026-09-09 09:00')
    const building = await stock('老街口', { isHated: true, keyReason: '群众多次反映' })
    const l = 'buildings.listing'
    const values = { building, criterion: 'publicAnger', reason: '群众反映强烈,媒体曝光', leader: '分管副区长' }
    const id = await o.tried(o.street, l, values)
    expect((await o.tryOpen(o.street, l, values)).zh).toContain('已在挂牌')
    await expect(o.street.refused(l, id, 'approve')).resolves.toBeTruthy()
    await o.act(o.head, l, id, 'approve')
    const done = (content: string) => o.act(o.street, l, id, 'supervise', { content, photos: [photo()] })
    // Listed on Wednesday the 9th: the first week that is due is that of Monday the 14th.
    await w.clock.to('2026-09-14 00:10')
    expect(await o.row(l, id)).toMatchObject({ weeksDue: 0, missed: 0 })
    await w.clock.to('2026-09-15 09:00')
    await done('约谈当事人')
    await done('进场测量')
    await w.clock.to('2026-09-21 00:10')
    expect(await o.row(l, id)).toMatchObject({ weeksDue: 1, weeksDone: 1, missed: 0, isWarned: false })
    await w.clock.to('2026-09-28 00:10')
    expect(await o.row(l, id)).toMatchObject({ weeksDue: 2, weeksDone: 1, missed: 1, isWarned: true })
    expect([await o.value('buildings.listed'), await o.value('buildings.listing-missed')]).toEqual([1, 1])
    expect(await o.figure('buildings.listing-frequency')).toMatchObject([{ numerator: 2, denominator: 2, value: 1 }])
    await done('签订拆除协议')
    expect((await o.row(l, id)).isWarned).toBe(false)
    const ask = { proof: [photo()], opinion: '已拆除' }
    await expect(o.street.refused(l, id, 'askDelist', ask)).resolves.toContain('尚未销号')
    await settle(building, 100)
    await o.act(o.street, l, id, 'askDelist', ask)
    await o.act(o.head, l, id, 'delist')
    await w.clock.to('2026-10-12 00:10')
    expect(await o.row(l, id)).toMatchObject({ status: 'delisted', weeksDue: 2 })
    expect(await o.value('buildings.listed')).toBe(0)
  })

  it('demolition-action 组织与配合分别计次计面积,清单里的在册违建转待验收', async () => {
    const a = 'buildings.action'
    const values = (name: string, role: string) => ({
      name,
      role,
      organiser: role === 'organised' ? '区城管局' : '湖塘镇政府',
      plannedOn: '2026-10-20',
      place: '工业园北侧',
      staff: 120,
      machinery: '挖掘机2台、吊车1台',
      safetyPlan: [photo()],
    })
    const id = await o.tried(o.street, a, values('北片集中拆违', 'organised'))
    const building = await stock('北片厂棚', { surveyedM2: 460 })
    const lines = [
      { building, place: '北片厂棚', way: 'assisted', areaM2: 460 },
      { place: '未立档简易棚', way: 'self', areaM2: 20.5 },
    ]
    const result = { doneOn: '2026-10-12', staff: 98, hours: 6, lines, photos: [photo()] }
    await expect(o.street.refused(a, id, 'finish', result)).resolves.toBeTruthy()
    await o.act(o.head, a, id, 'approve')
    await expect(o.street.refused(a, id, 'finish', result)).resolves.toContain('尚未限期拆除')
    await o.act(o.officer, p, building, 'order', order('2026-11-01', '2026-10-12'))
    await expect(o.street.refused(a, id, 'finish', { ...result, lines: [{ ...lines[0], areaM2: 300 }] })).resolves.toContain(
      '拆除面积不能少于',
    )
    await o.act(o.street, a, id, 'finish', result)
    expect(await o.row(a, id)).toMatchObject({ pieces: 2, areaM2: 480.5, staff: 98 })
    expect(await o.row(p, building)).toMatchObject({ status: 'removed', way: 'assisted', removedM2: 460 })
    for (const n of [1, 2]) {
      const helped = await o.open(o.street, a, values(`配合湖塘镇拆违${n}`, 'supported'))
      await o.act(o.head, a, helped, 'approve')
      await o.act(o.street, a, helped, 'finish', { ...result, lines: [{ place: '镇区', way: 'forced', areaM2: 1000 }] })
    }
    expect(await o.by('buildings.actions', 'role')).toEqual({ organised: 1, supported: 2 })
    expect(await o.by('buildings.action-area', 'role')).toEqual({ organised: 480.5, supported: 2000 })
    await o.act(o.head, p, building, 'sendBack', { reason: '地基未清', dueOn: '2026-10-30' })
    expect(await o.row(p, building)).toMatchObject({ status: 'ordered', removedOn: null })
  })

  it('illegal-platform 从报告到拆除与信用:各环节、超期、各街镇、走势、地图点', async () => {
    await w.clock.to('2026-11-02 09:00')
    const before = await o.sheet('/buildings/panel')
    const id = await o.open(o.officer, p, report('平台路1号', { owner: '某公司', ownerCode: '91320404MA1XXXXX1A' }))
    let now = await o.sheet('/buildings/panel', { year: '2026' })
    expect([now.open - before.open, now.unverified - before.unverified]).toEqual([1, 1])
    await o.act(o.head, p, id, 'confirm', fresh('2026-11-02 07:00', { surveyedM2: 30 }))
    await o.act(o.officer, p, id, 'stop', { noticeNo: '停字9号', photos: [photo()] })
    await o.act(o.officer, p, id, 'order', order('2026-11-05', '2026-11-02'))
    await w.clock.to('2026-11-08 09:00')
    now = await o.sheet('/buildings/panel')
    expect(now).toMatchObject({ newOpen: 1, penalties: before.penalties + 1, overdue: before.overdue + 1 })
    const late = now.late.find((r: Row) => r.building === id)
    expect(late).toMatchObject({ status: 'ordered', areaM2: 30, days: 2, street: o.here, lon: somewhere.lon, lat: somewhere.lat })
    // The registry locks the property while it stands, and lets go once it is gone.
    const [known] = await o.list('grid.illegal-building', { address: '平台路1号' })
    const [measure] = await o.list('credit.measure', { measure: 'transfer' })
    await o.data.patch(`/rows/credit.measure/${measure?.id}`, { values: { sure: 'verified' }, reason: '已与条例核对' })
    const reviewer = await w.as('xinyong2')
    const lock = await o.open(reviewer, 'credit.lock', {
      building: known?.id,
      property: '320499000001',
      owner: '某公司',
      measure: measure?.id,
      kind: 'transfer',
      decision: '限拆〔2026〕9号',
      papers: [photo()],
      registry: '区不动产登记中心',
    })
    await o.act(o.leader, 'credit.lock', lock, 'notify')
    await o.act(reviewer, 'credit.lock', lock, 'confirm', { reply: '已限制', lockedOn: '2026-11-08', papers: [photo()] })
    await expect(reviewer.refused('credit.lock', lock, 'askRelease', { releaseReason: '已拆' })).resolves.toContain('尚未拆除')
    await o.act(o.officer, p, id, 'demolish', gone('2026-11-08', 30))
    await o.act(o.head, p, id, 'accept', { photos: [photo()] })
    await o.act(reviewer, 'credit.lock', lock, 'askRelease', { releaseReason: '已拆除' })
    const done = await o.sheet('/buildings/panel')
    expect([done.settled - before.settled, done.settledM2 - before.settledM2, done.newOpen]).toEqual([1, 30, before.newOpen])
    expect(done.months.find((m: Row) => m.month === '2026-11')).toMatchObject({ found: 1, settled: 1, settledM2: 30 })
    expect(done.streets.find((s: Row) => s.street === o.here)).toMatchObject({ newOpen: 0, settled: done.settled })
    expect(done.states.find((s: Row) => s.status === 'closed').count).toBe(done.settled)
    expect((await o.leader.get('/buildings/panel', { year: '1900' })).status).toBe(400)
    // A satellite spot found illegal and to be removed becomes a suspected building.
    const [x, y, d] = [somewhere.lon, somewhere.lat, 0.0002]
    const ring = [
      [x, y],
      [x + d, y],
      [x + d, y + d],
      [x, y + d],
      [x, y],
    ]
    const shape = await o.add(
      'sensing.spot-shape',
      { batch: '2026-3', code: 'TB-0001', imagedOn: '2026-10-01', landType: 'build' },
      { geometry: { type: 'Polygon', coordinates: [ring] } },
    )
    const spot = await o.open(o.data, 'sensing.spot', { shape })
    await o.act(o.data, 'sensing.spot', spot, 'check', { situation: '新建厂棚', photos: [photo()] })
    const units = await o.query<{ id: string }>('select id from kernel.unit order by id limit 2')
    const decided = {
      finding: 'illegal',
      basis: '无规划许可',
      parts: units.map((u) => ({ unit: u.id, task: '联合处置' })),
      restoreKind: 'remove',
      restoreDueOn: '2026-12-31',
    }
    await o.act(o.data, 'sensing.spot', spot, 'decide', decided)
    const [suspected] = await o.list(p, { via: 'satellite' })
    expect(suspected).toMatchObject({ status: 'found', address: '卫星图斑TB-0001' })
    expect(suspected?.areaM2).toBeGreaterThan(300)
    const pages = (await o.leader.get<{ sheets: Row[] }>('/sheets')).body.sheets
    expect(pages.map((s) => s.path)).toEqual(expect.arrayContaining(['/buildings/panel', '/buildings/daily']))
  })
})
