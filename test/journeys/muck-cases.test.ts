/** 渣土查处: violations to penalty and points, joint patrols by the week, polluting sources, checks one by one and imported. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, type World, world } from '../world.ts'
import { firm, iso, type Muck, openMuck } from './muck-office.ts'

const [one, two] = ['苏D00001', '苏D00002'] as const
describe('渣土查处', () => {
  let w: World
  let o: Muck
  beforeAll(async () => {
    w = await world('2026-03-02 09:30')
    o = await openMuck(w)
    await o.begin([one, two])
  })
  afterAll(() => w.close())
  const v = 'muck.violation'
  const found = (kind: string, plate: string, more: object = {}) => ({
    kind,
    plate,
    happenedAt: iso('2026-03-02 22:10'),
    address: '东环路与建设路口',
    description: '载土上路,车身带泥',
    source: 'patrol',
    ...more,
  })
  const prove = (id: string) =>
    o.act(o.officer, v, id, 'prove', { evidence: [photo(), photo()], facts: '现场照片两张,车辆密闭不严' })

  it('muck-violations 四类违法:两张证据、他人审核、引用条文与幅度、企业车辆记分、移送处罚并回写罚款,记分到线提请退出', async () => {
    await w.clock.to('2026-03-02 23:00')
    const id = await o.tried(o.officer, v, found('unlicensed', one))
    expect(await o.row(v, id)).toMatchObject({ status: 'found', haulerName: firm.applicantName, haulerCode: firm.haulerCode })
    expect((await o.tryOpen(o.officer, v, found('mud', '苏D99999'))).zh).toContain('请填写企业')
    const same = photo()
    await expect(o.officer.refused(v, id, 'prove', { evidence: [same, same], facts: 'x' })).resolves.toContain('两张不同')
    await prove(id)
    await expect(o.officer.refused(v, id, 'confirm', { opinion: 'x' })).resolves.toBeTruthy()
    await o.act(o.head, v, id, 'confirm', { opinion: '事实清楚' })
    const filed = await o.row(v, id)
    expect(filed).toMatchObject({
      status: 'filed',
      lawCode: 'V20',
      minFen: 10_000_000,
      maxFen: 100_000_000,
      companyPoints: 6,
      truckPoints: 6,
    })
    expect(filed.lawText).toContain('固体废物污染环境防治法第111条')
    const penalty = await o.row('enforcement.penalty', filed.penaltyId)
    expect(penalty).toMatchObject({ topic: 'muck', lawCode: 'V20', sourceType: v, sourceId: id, number: filed.penaltyNumber })
    expect(await o.row('enforcement.party', penalty.party)).toMatchObject({ kind: 'org', name: firm.applicantName })
    await o.decidePenalty(filed.penaltyId, 10_000_000)
    expect(await o.row(v, id)).toMatchObject({ status: 'fined', fineFen: 10_000_000 })
    // The firm's credit record has it too, by the penalty's own fact.
    const events = await o.list('credit.event', { trade: 'muck', code: firm.haulerCode })
    expect(events).toMatchObject([{ name: firm.applicantName, points: -10 }])
    // The other three classes: by their own law; one only put right; one dropped.
    const dumped = await o.open(o.officer, v, found('dump', one))
    await prove(dumped)
    await o.act(o.head, v, dumped, 'confirm', { opinion: '偷倒属实' })
    expect(await o.row(v, dumped)).toMatchObject({ status: 'filed', truckPoints: 12 })
    const mud = await o.open(o.officer, v, found('mud', two))
    await prove(mud)
    await o.act(o.head, v, mud, 'correct', { reason: '首次、轻微,当场冲洗' })
    const spill = await o.open(o.officer, v, found('spill', two))
    await o.act(o.head, v, spill, 'drop', { reason: '遗撒非该车所致' })
    expect([(await o.row(v, mud)).status, (await o.row(v, spill)).status]).toEqual(['corrected', 'dropped'])
    // 6 + 12 points: the truck is proposed to leave.
    expect(await o.alarms({ kind: 'points' })).toMatchObject([{ plate: one }])
    expect((await o.alarms({ kind: 'points' }))[0]?.detail).toContain('一年内记18分')
    const rank = (await o.head.get<any>('/muck/points', { from: '2026-03-01', to: '2026-03-31' })).body
    expect(rank).toEqual({
      companies: [{ name: firm.applicantName, points: 18, cases: 2 }],
      trucks: [{ name: one, points: 18, cases: 2 }],
    })
    expect(await o.by('points', 'holder')).toEqual({ company: 18, truck: 18 })
    expect([await o.value('violations'), await o.value('fines'), await o.value('filed')]).toEqual([2, 10, 2])
    expect(await o.by('violations', 'kind')).toEqual({ dump: 1, unlicensed: 1 })
  })

  it('muck-weekly-patrol 城管公安交通联合,每个ISO周不少于2次,重大活动另加,不足的周列出到人', async () => {
    const p = 'muck.patrol'
    const plan = (on: string, more: object = {}) => ({
      plannedOn: on,
      occasion: 'weekly',
      partners: ['cityMgmt', 'police', 'traffic'],
      leader: '王队',
      roads: '东环路、建设路',
      ...more,
    })
    await w.clock.to('2026-03-03 09:00')
    expect((await o.tryOpen(o.officer, p, plan('2026-03-03', { partners: ['cityMgmt', 'police'] }))).zh).toContain('三方参加')
    expect((await o.tryOpen(o.officer, p, plan('2026-03-03', { occasion: 'event' }))).zh).toContain('活动名称')
    const done = async (day: string, trucks: readonly object[], more: object = {}) => {
      await w.clock.to(`${day} 20:00`)
      const id = await o.open(o.officer, p, plan(day, more))
      await w.clock.to(`${day} 23:30`)
      await o.act(o.officer, p, id, 'finish', {
        startedAt: iso(`${day} 20:30`),
        endedAt: iso(`${day} 23:00`),
        trucks,
        photos: [photo()],
        summary: '设卡检查',
      })
      return id
    }
    const first = await o.tried(o.officer, p, plan('2026-03-03'))
    const bad = { plate: one, result: 'filed' }
    await w.clock.to('2026-03-03 23:30')
    const sheet = { startedAt: iso('2026-03-03 20:30'), endedAt: iso('2026-03-03 23:00'), photos: [photo()], summary: '设卡检查' }
    await expect(o.officer.refused(p, first, 'finish', { ...sheet, trucks: [bad] })).resolves.toContain('写明问题')
    await o.act(o.officer, p, first, 'finish', {
      ...sheet,
      trucks: [
        { ...bad, note: '无处置证' },
        { plate: two, result: 'ok' },
      ],
    })
    expect(await o.row(p, first)).toMatchObject({ week: '2026-W10', trucksChecked: 2, trucksBad: 1, doneOn: '2026-03-03' })
    const week = async (day: string) => (await o.officer.get<any>('/muck/patrol-weeks', { day })).body
    expect(await week('2026-03-08')).toMatchObject({ week: '2026-W10', required: 2, done: 1, left: 1, isMet: false })
    await done('2026-03-06', [{ plate: one, result: 'ok' }])
    expect(await week('2026-03-06')).toMatchObject({ done: 2, left: 0, trucks: 3, isMet: true })
    // The next week a big occasion asks for one more: two are not enough.
    await o.add('muck.occasion', { name: '马拉松', fromOn: '2026-03-14', toOn: '2026-03-15', extra: 1 })
    await done('2026-03-10', [{ plate: one, result: 'ok' }])
    await done('2026-03-14', [{ plate: two, result: 'rectify', note: '密闭不严' }], { occasion: 'event', occasionName: '马拉松' })
    expect(await week('2026-03-15')).toMatchObject({ week: '2026-W11', required: 3, extra: 1, done: 2, left: 1, isMet: false })
    await w.clock.to('2026-03-16 01:00')
    await o.job('muck.weeks')
    await o.job('muck.weeks')
    expect((await o.list('muck.patrol-week')).map((x) => [x.week, x.required, x.done, x.trucks, x.isMet]).sort()).toEqual([
      ['2026-W10', 2, 2, 3, true],
      ['2026-W11', 3, 2, 2, false],
    ])
    const [short] = await o.alarms({ kind: 'patrolShort' })
    expect(short?.detail).toBe('2026-W11联合巡查2次,应3次')
    await o.act(o.duty, 'muck.alarm', String(short?.id), 'handle', { result: '已约谈中队,下周补足' })
    expect(await o.by('patrols', 'week')).toEqual({ '2026-W10': 2, '2026-W11': 2 })
    expect([await o.value('patrols'), await o.value('patrol-trucks')]).toEqual([4, 5])
    expect((await o.figure('patrol-weeks-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
  })

  it('muck-source 污染源头:工地出入口、道路,警告或移送处罚,建冲洗区、清洗路面后销号', async () => {
    await w.clock.to('2026-03-17 09:00')
    const s = 'muck.source'
    const at = (place: string, kind: string, more: object = {}) => ({
      place,
      kind,
      responsible: '某建筑公司',
      cause: '出口未硬化,无冲洗',
      hasWashArea: false,
      foundPhotos: [photo()],
      ...more,
    })
    const gate = await o.tried(o.officer, s, at('建设路12号工地出口', 'gate', { responsibleCode: '91320499MA1BUILD1X' }))
    const road = await o.open(o.officer, s, at('东环路北段', 'road'))
    await expect(o.officer.refused(s, road, 'fine', { lawCode: 'V01', words: 'x' })).resolves.toContain('信用代码')
    await o.act(o.officer, s, gate, 'fine', { lawCode: 'V01', words: '责令三日内建冲洗区' })
    expect(await o.row(s, gate)).toMatchObject({ status: 'ordered', measure: 'fined', clearDueAt: iso('2026-03-20 09:00') })
    expect((await o.row(s, gate)).penaltyNumber).toMatch(/^CF/)
    await o.act(o.officer, s, road, 'warn', { words: '立即清洗' })
    const clear = { washAreaM2: 0, washVehicles: 2, cleanedM2: 800, donePhotos: [photo()] }
    await expect(o.officer.refused(s, gate, 'clear', clear)).resolves.toContain('须有冲洗区')
    await o.act(o.officer, s, gate, 'clear', { ...clear, washAreaM2: 60 })
    await o.act(o.officer, s, road, 'clear', { ...clear, washVehicles: 1 })
    expect(await o.row(s, gate)).toMatchObject({ status: 'cleared', clearedOn: '2026-03-17' })
    expect(await o.by('sources', 'measure')).toEqual({ fined: 1, warned: 1 })
    expect([await o.value('sources'), await o.value('wash-vehicles')]).toEqual([2, 3])
  })

  it('muck-checks 工地场所道路按场次、车辆按辆次,立案、责令整改、约谈分别计;整批导入,相同检查号只记一次', async () => {
    const c = 'muck.check'
    const values = {
      number: 'JC-0001',
      target: 'site',
      object: '湖滨一号工地',
      checkedOn: '2026-03-17',
      times: 1,
      checkers: '张三、李四',
      problem: '裸土未覆盖',
      filed: 0,
      rectified: 1,
      talked: 0,
    }
    expect((await w.anyone.post(`/rows/${c}`, { values })).status).toBe(401)
    expect((await o.stranger.post(`/rows/${c}`, { values })).status).toBe(403)
    expect((await o.officer.post(`/rows/${c}`, { values: { ...values, target: 'x' } })).status).toBe(400)
    expect((await o.officer.post<any>(`/rows/${c}`, { values: { ...values, problem: null } })).body.zh).toContain('写明问题')
    expect((await o.officer.post(`/rows/${c}`, { values })).status).toBe(201)
    const lines = [
      '检查号,对象,名称(号牌),检查日期,次数,检查人,问题,立案,责令整改,行政约谈',
      'JC-0001,工地,湖滨一号工地,2026-03-17,1,张三,重复,0,0,0',
      'JC-0002,道路,东环路,2026-03-18,12,李四,遗撒,2,1,0',
      'JC-0003,场所,东郊消纳场,2026-03-18,3,李四,,0,0,0',
      'JC-0004,车辆,苏D00001,2026-03-18,5,王五,密闭不严,1,2,1',
      'JC-0005,飞机,苏D00002,2026-03-18,5,王五,,0,0,0',
    ]
    const imported = await o.importCsv(o.officer, c, lines)
    expect(imported).toMatchObject({ total: 5, added: 3, known: 1, refused: 1 })
    expect(await o.by('checks-places', 'target')).toEqual({ place: 3, road: 12, site: 1 })
    expect([
      await o.value('checks-places'),
      await o.value('checks-trucks'),
      await o.value('checks-filed'),
      await o.value('checks-rectified'),
      await o.value('checks-talked'),
    ]).toEqual([16, 5, 3, 4, 1])
  })
})
