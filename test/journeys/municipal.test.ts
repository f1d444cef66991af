/** 市政设施: covers fenced and replaced, pavements, kerb ramps, facilities for the disabled, dredging, small works, and what nobody owns. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo, type World, world } from '../world.ts'
import { openSorting, type Row } from './sorting-office.ts'

const j = 'municipal.job'
describe('市政设施', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openSorting>>
  let run: Client
  let desk: Client
  let checker: Client
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSorting(w)
    ;[run, desk, checker] = (await Promise.all(['chuzhi31', 'paiqian1', 'kaohe1'].map((l) => w.as(l)))) as [
      Client,
      Client,
      Client,
    ]
  })
  afterAll(() => w.close())
  const shot = () => [photo()]
  const refusal = async (procedure: string, values: Row) => (await o.tryOpen(o.street, procedure, values)).zh
  const asked = (kind: string, place: string, extra: Row = {}) => ({
    kind,
    fault: 'broken',
    source: 'patrol',
    place,
    beforePhotos: shot(),
    ...extra,
  })
  const assign = (id: string) => o.act(desk, j, id, 'assign', { crew: o.unit })
  const done = (lines: readonly Row[], extra: Row = {}) => ({ lines, costFen: 120_000, afterPhotos: shot(), ...extra })
  /** Reported, assigned, mended and accepted. */
  const mend = async (kind: string, place: string, values: Row, extra: Row = {}): Promise<string> => {
    const id = await o.open(o.street, j, asked(kind, place, extra))
    await assign(id)
    await o.act(run, j, id, 'fix', values)
    await o.act(checker, j, id, 'close', extra.asker ? { reply: 'thanks' } : {})
    return id
  }

  it('manhole-covers 井盖缺失先围护再更换,承载等级按位置,五防齐全才计五防,与普通更换分开计数', async () => {
    const component = await o.add('grid.component', {
      code: '32990101001000101',
      category: '01001',
      name: '污水井盖',
      state: 'intact',
      authority: '市政设施管理处',
      owner: '市排水公司',
      surveyedOn: '2024-05-01',
    })
    const id = await o.tried(o.street, j, asked('cover', '健身路12号', { fault: 'lost', component }))
    expect(await o.row(j, id)).toMatchObject({ status: 'danger', owner: '市排水公司', isWarranty: false })
    expect(await refusal(j, asked('cover', '健身路12号', { component }))).toContain('已在维修单')
    await expect(desk.refused(j, id, 'assign', { crew: o.unit })).resolves.toBeTruthy()
    await w.clock.to('2026-03-02 09:20')
    await o.triedAct(run, j, id, 'fence', { photos: shot() })
    expect(await o.row(j, id)).toMatchObject({ status: 'reported', isFencedInTime: 'yes' })
    const due = new Date(String((await o.row(j, id)).repairDueAt)).getTime()
    expect(due - Date.parse('2026-03-02T01:00:00Z')).toBe(24 * 3_600_000)
    await assign(id)
    const five = [{ item: 'fiveProof', quantity: 1 }]
    await expect(run.refused(j, id, 'fix', done(five))).resolves.toContain('位置与承载等级')
    const cover = { site: 'carriageway', load: 'D400', proofs: ['fall', 'noise', 'theft', 'trip'] }
    await expect(run.refused(j, id, 'fix', done(five, { ...cover, load: 'C250' }))).resolves.toContain('不低于D400')
    await expect(run.refused(j, id, 'fix', done(five, cover))).resolves.toContain('缺:防位移')
    await expect(run.refused(j, id, 'fix', done([{ item: 'slab', quantity: 1 }], cover))).resolves.toContain('没有项目')
    await o.act(run, j, id, 'fix', done(five, { ...cover, proofs: [...cover.proofs, 'shift'] }))
    await expect(run.post(`/subjects/${j}/${id}/close`, { values: {} }).then((r) => r.status)).resolves.toBe(403)
    await o.act(checker, j, id, 'close')
    const late = await o.open(o.street, j, asked('cover', '健身路30号', { fault: 'sunk' }))
    await w.clock.to('2026-03-02 09:51')
    await o.act(run, j, late, 'fence', { photos: shot() })
    await assign(late)
    await o.act(run, j, late, 'fix', done([{ item: 'cover', quantity: 2 }], { site: 'pavement', load: 'B125' }))
    await o.act(checker, j, late, 'close')
    await mend('grate', '健身路雨水口', done([{ item: 'grate', quantity: 3 }]))
    expect([
      await o.value('municipal.covers'),
      await o.value('municipal.covers-five-proof'),
      await o.value('municipal.grates'),
      await o.value('municipal.fenced-rate'),
    ]).toEqual([2, 1, 3, 50])
  })

  it('sidewalk-repair 一单多项各按单位计,责任期内返修不计费,按项目与来源出合计', async () => {
    const lines = [
      { item: 'slab', quantity: 36.5 },
      { item: 'kerb', quantity: 12 },
    ]
    const id = await o.tried(o.street, j, asked('pavement', '迎春路东侧', { source: 'hotline' }))
    await assign(id)
    await expect(run.refused(j, id, 'fix', done([]))).resolves.toContain('请填写工程量')
    await expect(run.refused(j, id, 'fix', done([...lines, { item: 'slab', quantity: 1 }]))).resolves.toContain('填了两次')
    await o.triedAct(run, j, id, 'fix', done(lines, { costFen: 800_000 }))
    // Two units: no price for one.
    expect(await o.row(j, id)).toMatchObject({ unitCostFen: null, liableUntil: '2027-03-02' })
    await o.act(checker, j, id, 'sendBack', { reason: '勾缝不实' })
    await o.act(run, j, id, 'fix', done(lines, { costFen: 800_000 }))
    expect(await o.value('municipal.slabs')).toBe(0)
    await o.act(checker, j, id, 'close')
    const again = await o.open(o.street, j, asked('pavement', '迎春路东侧'))
    expect((await o.row(j, again)).isWarranty).toBe(true)
    await assign(again)
    await expect(run.refused(j, again, 'fix', done([lines[0] as Row]))).resolves.toContain('不计费用')
    await o.act(run, j, again, 'fix', done([{ item: 'slab', quantity: 2 }], { costFen: 0 }))
    await o.act(checker, j, again, 'close')
    const road = await mend('road', '新世纪路', done([{ item: 'road', quantity: 20 }], { costFen: 300_000 }), { source: 'plan' })
    expect((await o.row(j, road)).unitCostFen).toBe(15_000)
    await mend('blind', '新世纪路盲道', done([{ item: 'blind', quantity: 8.5 }]))
    expect(await o.by('municipal.slabs', 'source')).toEqual({ hotline: 36.5, patrol: 2 })
    expect([
      await o.value('municipal.kerbs'),
      await o.value('municipal.road-surface'),
      await o.value('municipal.blind-path'),
    ]).toEqual([12, 20, 8.5])
  })

  it('kerb-ramp 接坡实测坡度宽度,三面坡不陡于1比12,验收自动入无障碍册', async () => {
    const id = await o.tried(o.street, j, asked('ramp', '人民路学院路口东北角', { fault: 'none', source: 'plan' }))
    await assign(id)
    const ramp = { slope: 8.3, widthM: 1.2, rampForm: 'threeSided' }
    const one = [{ item: 'ramp', quantity: 1 }]
    await expect(run.refused(j, id, 'fix', done(one))).resolves.toContain('坡度、宽度')
    await expect(run.refused(j, id, 'fix', done(one, { ...ramp, slope: 8.4 }))).resolves.toContain('超过8.33%')
    await expect(run.refused(j, id, 'fix', done(one, { ...ramp, slope: 5.1, rampForm: 'full' }))).resolves.toContain('超过5%')
    await expect(run.refused(j, id, 'fix', done(one, { ...ramp, widthM: 1.1 }))).resolves.toContain('不小于1.2米')
    await o.act(run, j, id, 'fix', done(one, ramp))
    await o.act(checker, j, id, 'close')
    expect(await o.list('municipal.facility', { kind: 'kerbRamp' })).toMatchObject([
      { name: '人民路学院路口东北角', slope: 8.3, state: 'usable', builtOn: '2026-03-02' },
    ])
    expect(await o.value('municipal.kerb-ramps')).toBe(1)
  })

  it('accessibility 盲道被占用清障、损坏转维修单,坡道实测超标自动判不合格,整改率随之', async () => {
    const a = 'municipal.access-check'
    const add = (name: string, kind: string) => o.add('municipal.facility', { name, kind, state: 'usable', lengthM: 100 })
    const [blind, broken, ramp] = [
      await add('广场北盲道', 'blind'),
      await add('车站盲道', 'blind'),
      await add('大厅坡道', 'ramp'),
    ]
    const seen = (facility: string, result: string, extra: Row = {}) => ({ facility, result, photos: shot(), ...extra })
    expect(await refusal(a, seen(ramp, 'usable'))).toContain('实测坡度')
    expect(await refusal(a, seen(blind, 'blocked'))).toContain('写明情况')
    const b = await o.tried(o.street, a, seen(blind, 'blocked', { note: '共享单车占用' }))
    expect((await o.row('municipal.facility', blind)).state).toBe('blocked')
    await o.triedAct(run, a, b, 'clear', { fixNote: '已清走8辆', photos: shot() })
    const d = await o.open(o.street, a, seen(broken, 'broken', { note: '缺砖6块' }))
    const steep = await o.open(o.street, a, seen(ramp, 'usable', { slope: 10 }))
    expect(await o.row(a, steep)).toMatchObject({ status: 'repairing', result: 'steep' })
    expect(await o.value('municipal.access-rectified')).toBeCloseTo(33.33, 2)
    const [job] = await o.list(j, { source: 'survey', kind: 'blind' })
    expect(job).toMatchObject({ place: '车站盲道', status: 'reported' })
    await assign(String(job?.id))
    await o.act(run, j, String(job?.id), 'fix', done([{ item: 'blind', quantity: 1.5 }]))
    await o.act(checker, j, String(job?.id), 'close')
    expect(await o.row(a, d)).toMatchObject({ status: 'rectified', fixedOn: '2026-03-02' })
    expect((await o.row('municipal.facility', broken)).state).toBe('usable')
    const good = await o.open(o.street, a, seen(blind, 'usable'))
    expect((await o.row(a, good)).status).toBe('good')
    expect([await o.value('municipal.access-found'), await o.value('municipal.access-rectified')]).toEqual([
      3,
      expect.closeTo(66.67, 2),
    ])
    expect(await o.value('municipal.usable-rate')).toBe(75)
    expect(await o.sheet('/municipal/access')).toMatchObject({
      total: 4,
      percent: 75,
      rows: [{ road: '未注明道路', total: 4, usable: 3, steep: 1, isOpen: false }],
    })
  })

  it('dredging 清淤按处与按米分别计、互不相加,淤泥量与去向齐全', async () => {
    const id = await o.tried(o.street, j, asked('dredge', '东湖支渠', { fault: 'blocked' }))
    await assign(id)
    const lines = [
      { item: 'dredge', quantity: 260 },
      { item: 'drain', quantity: 15 },
    ]
    await expect(run.refused(j, id, 'fix', done(lines, { siltM3: 18 }))).resolves.toContain('去向')
    await o.act(run, j, id, 'fix', done(lines, { siltM3: 18.5, siltTo: '污泥处置中心' }))
    await o.act(checker, j, id, 'close')
    await mend('dredge', '育才路雨水管', done([{ item: 'dredge', quantity: 80 }], { siltM3: 4, siltTo: '污泥处置中心' }))
    expect([
      await o.value('municipal.dredge-places'),
      await o.value('municipal.dredge-metres'),
      await o.value('municipal.dredge-silt'),
      await o.value('municipal.drains-built'),
    ]).toEqual([2, 340, 22.5, 15])
    expect(await o.by('municipal.dredge-silt', 'siltTo')).toEqual({ 污泥处置中心: 22.5 })
  })

  it('small-money 小修有请求人与前后照片,单件不过5000元,不过本年资金,告知后记评价', async () => {
    const small = { source: 'asked', asker: '王阿姨', askerPhone: '13900002222' }
    expect(await refusal(j, asked('small', '幸福里3号楼前', { source: 'asked' }))).toContain('请求人与电话')
    expect(await refusal(j, asked('small', '幸福里3号楼前', { ...small, beforePhotos: [] }))).toContain('维修前照片')
    const id = await o.tried(o.street, j, asked('small', '幸福里3号楼前', small))
    await assign(id)
    const spot = [{ item: 'spot', quantity: 2 }]
    await expect(run.refused(j, id, 'fix', done(spot, { costFen: 500_100 }))).resolves.toContain('不超过5000元')
    await expect(run.refused(j, id, 'fix', done(spot))).resolves.toContain('资金未登记')
    await o.add('municipal.pot', { year: 2026, amountFen: 600_000 })
    await w.clock.to('2026-03-04 09:00')
    await o.act(run, j, id, 'fix', done(spot, { costFen: 400_000 }))
    expect(await o.row(j, id)).toMatchObject({ unitCostFen: 200_000, days: 2 })
    await expect(checker.refused(j, id, 'close')).resolves.toContain('告知请求人')
    await o.act(checker, j, id, 'close', { reply: 'thanks' })
    const next = await o.open(o.street, j, asked('small', '幸福里5号楼前', small))
    await assign(next)
    await expect(run.refused(j, next, 'fix', done(spot, { costFen: 200_100 }))).resolves.toContain('余2000元')
    await o.act(run, j, next, 'fix', done(spot, { costFen: 200_000 }))
    await o.act(checker, j, next, 'close', { reply: 'complaint' })
    expect([
      await o.value('municipal.small-works'),
      await o.value('municipal.small-cost'),
      await o.value('municipal.small-pleased'),
      await o.value('municipal.small-days'),
    ]).toEqual([2, 6000, 50, 1])
    const sheet = await o.sheet('/municipal/small', { year: '2026' })
    expect(sheet).toMatchObject({ pot: 6000, spent: 6000, percent: 100, open: 0, thanks: 1, complaints: 1 })
    expect(sheet.rows.map((x: Row) => [x.place, x.asker, x.source, x.cost, x.reply])).toEqual([
      ['幸福里3号楼前', '王**', 'asked', 4000, '致谢'],
      ['幸福里5号楼前', '王**', 'asked', 2000, '不满意'],
    ])
    const told = await o.query<{ body: string }>(`select body from kernel.message where recipient = '13900002222'`)
    expect(told.map((t) => t.body)).toEqual(expect.arrayContaining([expect.stringContaining('幸福里3号楼前已修好')]))
  })

  it('orphan-assets 失管设施公告期满才定托底,重大隐患随时定,逐笔记费用,移交权属人并追回', async () => {
    const p = 'municipal.orphan'
    const thing = {
      name: '老化工厂门前路',
      kind: 'road',
      areaM2: 1200,
      hazard: 'general',
      history: '规划、住建、街道均无权属',
      photos: shot(),
    }
    const id = await o.tried(o.street, p, thing)
    const keep = { keeper: '市政设施管理处', paper: '城管〔2026〕7号' }
    await o.act(desk, p, id, 'call', { notice: '公告2026-3' })
    expect((await o.row(p, id)).claimBy).toBe('2026-04-03')
    await expect(o.leader.refused(p, id, 'keep', keep)).resolves.toContain('期满')
    await w.clock.to('2026-04-04 09:00')
    await o.triedAct(o.leader, p, id, 'keep', keep)
    await expect(desk.refused(p, id, 'spend', { on: '2026-04-03', what: '补坑', costFen: 1 })).resolves.toContain('早于托底')
    await o.act(desk, p, id, 'spend', { on: '2026-04-04', what: '补坑', costFen: 300_000 })
    await o.act(desk, p, id, 'spend', { on: '2026-04-04', what: '更换井盖', costFen: 120_000 })
    await o.act(desk, p, id, 'handOver', { owner: '化工集团清算组', handedOn: '2026-04-04', photos: shot() })
    expect(await o.row(p, id)).toMatchObject({ status: 'claiming', claimedFen: 420_000 })
    await expect(desk.refused(p, id, 'recover', { paidFen: 420_001 })).resolves.toContain('超过')
    await o.act(desk, p, id, 'recover', { paidFen: 20_000 })
    expect((await o.row(p, id)).status).toBe('claiming')
    await o.act(desk, p, id, 'recover', { paidFen: 400_000 })
    const bad = await o.open(o.street, p, { ...thing, name: '断头桥', kind: 'bridge', areaM2: 80, hazard: 'major' })
    await o.act(desk, p, bad, 'call', { notice: '公告2026-4' })
    await o.act(o.leader, p, bad, 'keep', keep)
    await o.act(o.leader, p, bad, 'adopt', { paper: '城管〔2026〕8号' })
    expect([
      await o.value('municipal.orphans'),
      await o.value('municipal.orphans-area'),
      await o.value('municipal.orphans-spent'),
      await o.value('municipal.orphans-handed'),
    ]).toEqual([2, 1280, 4200, 1])
    expect(await o.by('municipal.orphans', 'status')).toEqual({ handed: 1, adopted: 1 })
  })
})
