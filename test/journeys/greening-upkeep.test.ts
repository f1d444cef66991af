/** 园林养护:标段、作业、缺陷、抗旱、虫害、废弃物、称号. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, somewhere, type World, world } from '../world.ts'
import { type Greening, openGreening, type Row } from './greening-office.ts'

const k = 'greening.work'
const d = 'greening.defect'
const t = 'greening.title'
describe('园林养护与考核', () => {
  let w: World
  let o: Greening
  let ids: Record<string, string> = {}
  const keep = (more: Record<string, string>) => {
    ids = { ...ids, ...more }
  }
  const job = (kind: string, planned: number, unit: string, extra: Row = {}) => ({
    kind,
    segment: ids.segment,
    road: ids.road,
    place: '湖滨大道东段',
    planned,
    unit,
    startsOn: o.today(),
    dueOn: o.later(7),
    ...extra,
  })
  const finish = async (id: string, done: number, extra: Row = {}, counted = done) => {
    await o.act(o.data, k, id, 'assign')
    await o.act(o.crew, k, id, 'finish', { done, costFen: 500_000, donePhotos: [photo()], ...extra })
    await o.act(o.checker, k, id, 'check', { done: counted, isSafe: true })
  }
  const fix = async (id: string) => {
    await o.act(o.crew, d, id, 'fix', { fixedNote: '已补栽', fixedPhotos: [photo()] })
    await o.act(o.checker, d, id, 'close')
  }
  beforeAll(async () => {
    w = await world('2026-01-12 09:00')
    o = await openGreening(w)
    keep({
      road: await o.road('湖滨大道'),
      road2: await o.road('东湖路'),
      segment: await o.segment('YH-01'),
      other: await o.segment('YH-02'),
    })
  })
  afterAll(() => w.close())

  it('street-trees 行道树逐株修剪:有危险枝的先排,核验后记到每棵树,一年一株只计一次', async () => {
    const tree = (code: string, isDangerous: boolean) => ({
      code,
      road: ids.road,
      segment: ids.segment,
      species: '香樟',
      dbhCm: 26,
      health: 'good',
      isDangerous,
      isAdoptable: false,
    })
    await o.triedAdd('greening.tree', tree('HB-001', true))
    for (const code of ['HB-002', 'HB-003']) await o.add('greening.tree', tree(code, false))
    const trees = (...codes: string[]) => ({ trees: codes.map((code) => ({ code, how: 'thin' })) })
    expect((await o.tryOpen(o.data, k, job('prune', 2, 'tree', trees('HB-002', 'HB-003')))).zh).toContain('先排有危险枝的:HB-001')
    expect((await o.tryOpen(o.data, k, job('prune', 2, 'm2'))).zh).toContain('不能按㎡计')
    expect((await o.tryOpen(o.data, k, job('prune', 1, 'tree', trees('HB-999')))).zh).toContain('没有这些树')
    const id = await o.tried(o.data, k, job('prune', 2, 'tree', trees('HB-001', 'HB-002')))
    await o.act(o.data, k, id, 'assign')
    await o.triedAct(o.crew, k, id, 'finish', { done: 2, costFen: 60_000, donePhotos: [photo()] })
    await expect(o.checker.refused(k, id, 'check', { done: 2, isSafe: false })).resolves.toContain('应退回')
    await o.act(o.checker, k, id, 'sendBack', { reason: '断枝未清' })
    await o.act(o.crew, k, id, 'finish', { done: 2, costFen: 60_000, donePhotos: [photo()] })
    await o.act(o.checker, k, id, 'check', { done: 2, isSafe: true })
    expect((await o.list('greening.tree')).map((x) => [x.code, x.isDangerous, x.prunedOn]).sort()).toEqual([
      ['HB-001', false, '2026-01-12'],
      ['HB-002', false, '2026-01-12'],
      ['HB-003', false, null],
    ])
    await finish(await o.open(o.data, k, job('prune', 2, 'tree', trees('HB-002', 'HB-003'))), 2)
    expect(await o.list('greening.pruning')).toHaveLength(4)
    expect(await o.value('greening.trees-pruned')).toBe(3)
  })

  it('greening-defects 五类缺陷与倒伏死树:冰冻期挂起到适栽日,面积、期限、按期率,案件转核查', async () => {
    const base = { source: 'patrol', place: '东湖路绿带', segment: ids.segment, road: ids.road2, photos: [photo()] }
    expect((await o.tryOpen(o.street, d, { ...base, kind: 'bare' })).zh).toContain('面积')
    const bare = await o.tried(o.street, d, { ...base, kind: 'bare', areaM2: 36 })
    expect(await o.row(d, bare)).toMatchObject({ status: 'shelved', plantFrom: '2026-02-16', dueOn: '2026-02-23' })
    const rough = await o.open(o.street, d, { ...base, kind: 'rough' })
    expect(await o.row(d, rough)).toMatchObject({ status: 'ordered', dueOn: '2026-01-19' })
    const fallen = await o.open(o.street, d, { ...base, kind: 'fallen', plants: 1 })
    expect((await o.row(d, fallen)).dueOn).toBe('2026-01-13')
    await o.triedAct(o.crew, d, rough, 'fix', { fixedNote: '重新修剪', fixedPhotos: [photo()] })
    await o.act(o.checker, d, rough, 'sendBack', { note: '仍不齐' })
    await fix(rough)
    await w.clock.to('2026-01-15 09:00')
    await fix(fallen)
    expect(await o.row(d, fallen)).toMatchObject({ isInTime: false, status: 'closed' })
    expect([await o.value('greening.bare-m2'), await o.value('greening.defects-shelved')]).toEqual([36, 1])
    expect(await o.figure('greening.defects-in-time')).toMatchObject([{ numerator: 1, denominator: 2, value: 50 }])
    await w.clock.to('2026-02-16 00:10')
    expect((await o.row(d, bare)).status).toBe('ordered')
    await fix(bare)
    expect([await o.value('greening.bare-m2'), await o.value('greening.patrol-cases')]).toEqual([0, 3])
    expect(await o.by('greening.defects', 'kind')).toEqual({ bare: 1, rough: 1, fallen: 1 })
  })

  it('案件派到园林的,缺陷单复核销号,案件自动转到处置完成', async () => {
    const [category] = await o.query<{ code: string }>(
      `select c.code from kernel.code c join cases.condition x on x.category = c.code and x.kind = 'component' and x.is_active where c.list = 'component' and c.code like '04%' order by c.code limit 1`,
    )
    const duty = await w.as('zhiban1')
    const made = await (await w.as('caiji1')).post<{ id: string }>('/cases', {
      description: '行道树死亡',
      source: 'collector',
      categoryKind: 'component',
      category: category?.code,
      photos: [photo()],
      ...somewhere,
    })
    const { id } = made.body
    await duty.act('cases.case', id, 'accept')
    const filter = JSON.stringify({ category: category?.code, kind: 'component', isActive: true })
    const condition = (await duty.get<{ rows: Row[] }>('/rows/cases.condition', { filter })).body.rows[0]?.id
    await duty.act('cases.case', id, 'file', { categoryKind: 'component', category: category?.code, condition })
    await (await w.as('paiqian1')).act('cases.case', id, 'dispatch')
    await w.settle()
    const values = { kind: 'rough', source: 'case', caseRef: id, place: '湖滨大道', segment: ids.segment, photos: [photo()] }
    const found = await o.open(o.crew, d, values)
    expect((await o.tryOpen(o.crew, d, values)).zh).toContain('已在整改')
    await o.act(o.crew, d, found, 'fix', { fixedNote: '已修剪清运', fixedPhotos: [photo()] })
    expect((await o.row('cases.case', id)).status).not.toBe('handled')
    await o.act(o.checker, d, found, 'close')
    expect(await o.row('cases.case', id)).toMatchObject({ status: 'handled', result: expect.stringContaining('已修剪清运') })
  })

  it('green-quarterly-rectify 每季一个主题,道路问题全部销号才办结,整治道路按条计', async () => {
    const q = 'greening.topic'
    const values = { year: 2026, quarter: 'q1', topic: '缺株断档整治', roads: ['湖滨大道', '东湖路'], endsOn: o.later(30) }
    const id = await o.tried(o.data, q, values)
    expect((await o.tryOpen(o.data, q, { ...values, topic: '重复' })).zh).toBeTruthy()
    await expect(o.data.refused(q, id, 'close')).resolves.toContain('还没有登记问题')
    const found = (road: string | undefined, kind = 'dull') =>
      o.open(o.street, d, { kind, source: 'drive', topic: id, road, place: '路段', photos: [photo()] })
    expect((await o.tryOpen(o.street, d, { kind: 'dull', source: 'drive', place: '路段' })).zh).toContain('季度专项')
    const all = [await found(ids.road), await found(ids.road), await found(ids.road2)]
    await fix(String(all[0]))
    await expect(o.data.refused(q, id, 'close')).resolves.toContain('2个问题')
    await fix(String(all[1]))
    await fix(String(all[2]))
    await o.act(o.data, q, id, 'close')
    expect(await o.row(q, id)).toMatchObject({ status: 'closed', found: 3, roadsDone: 2 })
    expect([await o.value('greening.roads-rectified'), await o.value('greening.drives')]).toEqual([2, 1])
  })

  it('planting 补栽、彩化、草花:单位不混加,一个月后查成活,不足再补栽', async () => {
    expect((await o.tryOpen(o.data, k, job('replant', 100, 'tree'))).zh).toContain('品种')
    const id = await o.tried(o.data, k, job('replant', 100, 'tree', { species: '红叶石楠', season: '春' }))
    await finish(id, 100)
    expect(await o.row(k, id)).toMatchObject({ status: 'growing', survivalOn: '2026-03-16', done: 100 })
    await expect(o.checker.refused(k, id, 'survive', { alive: 90 })).resolves.toContain('满一个月')
    await w.clock.to('2026-03-16 09:00')
    await o.triedAct(o.checker, k, id, 'survive', { alive: 90 })
    expect(await o.row(k, id)).toMatchObject({ status: 'assigned', survival: 90, replants: 1 })
    await o.act(o.crew, k, id, 'finish', { done: 100, costFen: 80_000, donePhotos: [photo()] })
    await o.act(o.checker, k, id, 'check', { done: 100, isSafe: true })
    await w.clock.to('2026-04-16 09:00')
    await o.act(o.checker, k, id, 'survive', { alive: 97 })
    expect(await o.row(k, id)).toMatchObject({ status: 'closed', survival: 97 })
    await finish(await o.open(o.data, k, job('flower', 5000, 'pot', { species: '矮牵牛' })), 5000, {}, 4800)
    await finish(await o.open(o.data, k, job('flower', 60, 'm2', { species: '角堇' })), 60)
    expect([await o.value('greening.replanted'), await o.value('greening.flowers'), await o.value('greening.survival')]).toEqual([
      100, 4800, 97,
    ])
    expect(await o.by('greening.flowers', 'species')).toEqual({ 矮牵牛: 4800 })
  })

  it('vertical-greening 天桥挂花与立体绿化:按盆计,不牢固退回,验收入立体绿化台账', async () => {
    const id = await o.tried(o.data, k, job('hang', 800, 'pot', { species: '天竺葵', season: '春夏', place: '东湖路天桥' }))
    expect((await o.tryOpen(o.data, k, job('hang', 5, 'tree', { species: '天竺葵' }))).zh).toContain('不能按株计')
    await o.act(o.data, k, id, 'assign')
    await o.act(o.crew, k, id, 'finish', { done: 800, costFen: 1, donePhotos: [photo()] })
    await expect(o.checker.refused(k, id, 'check', { done: 800, isSafe: false })).resolves.toContain('不牢固')
    await o.act(o.checker, k, id, 'check', { done: 800, isSafe: true })
    expect(await o.row(k, id)).toMatchObject({ status: 'closed', safetyOn: o.today() })
    expect(await o.value('greening.hung')).toBe(800)
    const project = await o.open(o.data, 'greening.project', o.project('vertical', '高架桥柱绿化', { areaM2: 300 }))
    await o.build(project)
    await o.accept(project)
    expect((await o.list('greening.space')).find((s) => s.project === project)).toMatchObject({ form: 'vertical', class: 'XG' })
    const autumn = await o.open(o.data, k, job('hang', 500, 'pot', { species: '角堇', season: '秋冬' }))
    await o.act(o.data, k, autumn, 'change', { dueOn: o.later(30), reason: '换季' })
    expect((await o.row(k, autumn)).dueOn).toBe(o.later(30))
  })

  it('green-water-supply 给水点、抄表、报修,标段给水覆盖', async () => {
    const values = {
      code: 'GS-1',
      segment: ids.segment,
      kind: 'sprinkler',
      pipeM: 400,
      coverM2: 8000,
      meter: 'M-001',
      builtOn: '2026-04-01',
      state: 'good',
    }
    const point = await o.triedAdd('greening.water-point', values)
    await o.add('greening.water-point', { ...values, code: 'GS-2', kind: 'hydrant', coverM2: 2000 })
    await o.triedAdd('greening.meter-reading', { point, readOn: '2026-04-15', m3: 320.5 }, undefined, o.crew)
    await o.add('greening.meter-reading', { point, readOn: '2026-04-16', m3: 79.5 }, undefined, o.crew)
    expect([await o.value('greening.water-used'), await o.value('greening.water-coverage')]).toEqual([400, 25])
    const r = 'greening.repair'
    const broken = { point, item: '阀门漏水', budgetFen: 30_000, isClosed: false, dueOn: o.later(3), photos: [photo()] }
    const repair = await o.tried(o.street, r, broken)
    expect((await o.tryOpen(o.street, r, broken)).zh).toContain('已在维修单')
    expect((await o.row('greening.water-point', point)).state).toBe('broken')
    expect(await o.value('greening.water-coverage')).toBe(5)
    await o.act(o.crew, r, repair, 'start')
    await o.act(o.crew, r, repair, 'fix', { spentFen: 28_000, afterPhotos: [photo()] })
    await o.act(o.checker, r, repair, 'open', { checkedBy: '陈安全' })
    expect(await o.value('greening.water-coverage')).toBe(25)
    expect(await o.by('greening.water-points', 'kind')).toEqual({ sprinkler: 1, hydrant: 1 })
    const month = await o.sheet('/greening/segments', { month: '2026-04' })
    expect(month.rows.find((x: Row) => x.segment === ids.segment).water).toBe(50)
  })

  it('drought 连续无雨自动启动、升级、遇雨解除,标段浇水遍数、水车、吨数与欠浇', async () => {
    const rain = (dayOn: string, mm: number) => o.add('greening.rain', { dayOn, mm, soil: 40 }, undefined, o.crew)
    await o.tryAdd('greening.rain', {}, o.crew)
    await rain('2026-07-01', 12)
    await rain('2026-07-06', 2)
    await w.clock.to('2026-07-10 09:00')
    await o.job('greening.drought')
    expect(await o.list('greening.drought')).toHaveLength(0)
    await w.clock.to('2026-07-11 09:00')
    await o.job('greening.drought')
    const [first] = await o.list('greening.drought')
    expect(first).toMatchObject({ status: 'active', level: 'mild', dryDays: 10, rounds: 2, since: '2026-07-01' })
    await w.clock.to('2026-07-21 09:00')
    await o.job('greening.drought')
    expect(await o.row('greening.drought', String(first?.id))).toMatchObject({ level: 'severe', dryDays: 20, rounds: 4 })
    const id = await o.tried(o.data, k, job('water', 3, 'round', { drought: first?.id }))
    await o.act(o.data, k, id, 'assign')
    await expect(o.crew.refused(k, id, 'finish', { done: 3, costFen: 1, donePhotos: [photo()] })).resolves.toContain('水车、吨数')
    await o.act(o.crew, k, id, 'finish', { done: 3, costFen: 1, trucks: 4, waterT: 96, soil: 62, lost: 5, donePhotos: [photo()] })
    await o.act(o.checker, k, id, 'check', { done: 3, isSafe: true })
    const sheet = await o.sheet('/greening/watering')
    expect(sheet).toMatchObject({ level: '重度', dryDays: 20, rounds: 4 })
    expect(sheet.rows.find((x: Row) => x.segment === ids.segment)).toMatchObject({
      done: 3,
      short: 1,
      trucks: 4,
      tons: 96,
      lost: 5,
    })
    expect(sheet.rows.find((x: Row) => x.segment === ids.other)).toMatchObject({ done: 0, short: 4 })
    await rain('2026-07-22', 18)
    await w.clock.to('2026-07-23 09:00')
    await o.job('greening.drought')
    expect(await o.row('greening.drought', String(first?.id))).toMatchObject({ status: 'ended', endedOn: '2026-07-23' })
    expect([
      await o.value('greening.watered-tons'),
      await o.value('greening.water-trucks'),
      await o.value('greening.plants-lost'),
    ]).toEqual([96, 4, 5])
    expect(await o.value('greening.droughts')).toBe(1)
  })

  it('pest-control 监测到阈值自动开防治单,喷药提前告知,复查效果;杨柳絮窗口期注射,联防', async () => {
    const f = 'greening.treatment'
    const pest = (name: string, extra: Row = {}) => ({
      name,
      host: '悬铃木',
      fromDay: 501,
      toDay: 831,
      threshold: 20,
      method: '噻虫啉',
      isCatkin: 'insect',
      ...extra,
    })
    const beetle = await o.triedAdd('greening.pest', pest('星天牛'))
    const catkin = await o.add(
      'greening.pest',
      pest('杨柳飞絮', { fromDay: 401, toDay: 515, isCatkin: 'catkin', host: '杨、柳' }),
    )
    const seen = { pest: beetle, segment: ids.segment, place: '湖滨大道诱捕器3', seenOn: o.today() }
    await o.triedAdd('greening.trap', { ...seen, count: 19 }, undefined, o.crew)
    expect(await o.list(f)).toHaveLength(0)
    await o.add('greening.trap', { ...seen, count: 26 }, undefined, o.crew)
    const [auto] = await o.list(f)
    expect(auto).toMatchObject({ status: 'planned', seen: 26, place: '湖滨大道诱捕器3', way: 'spray' })
    const id = String(auto?.id)
    await o.triedAct(o.data, f, id, 'notice', { notice: '楼道张贴、业主群' })
    const values = { doseKg: 2.5, treated: 180, photos: [photo()] }
    await expect(o.crew.refused(f, id, 'treat', values)).resolves.toContain('24小时')
    await w.clock.to('2026-07-24 10:00')
    await o.triedAct(o.crew, f, id, 'treat', values)
    await o.act(o.checker, f, id, 'recheck', { before: 26, after: 6 })
    expect(await o.row(f, id)).toMatchObject({ status: 'noticed', effect: 76.92, rounds: 1 })
    await o.act(o.crew, f, id, 'treat', values)
    await o.act(o.checker, f, id, 'recheck', { before: 26, after: 2 })
    expect(await o.row(f, id)).toMatchObject({ status: 'closed', effect: 92.31, rounds: 2 })
    const inject = { pest: catkin, place: '滨河杨树', trees: 320, way: 'inject', agent: '赤霉酸抑絮剂', neighbours: '邻区园林所' }
    expect((await o.tryOpen(o.data, f, inject)).zh).toContain('不在防治窗口')
    await w.clock.to('2027-04-05 09:00')
    expect((await o.tryOpen(o.data, f, { ...inject, way: 'spray' })).zh).toContain('注射抑絮')
    const catkins = await o.tried(o.data, f, inject)
    await o.act(o.data, f, catkins, 'notice', { notice: '公告' })
    await o.act(o.crew, f, catkins, 'treat', { doseKg: 6, treated: 310, photos: [photo()] })
    await o.act(o.checker, f, catkins, 'recheck', { before: 310, after: 20 })
    expect([await o.value('greening.catkin-injected'), await o.value('greening.trees-treated')]).toEqual([310, 490])
    expect(await o.row(f, catkins)).toMatchObject({ neighbours: '邻区园林所', status: 'closed' })
  })

  it('green-waste 废弃物过磅进场、出厂产品、资源化率,没有出路的镇(街)标出', async () => {
    const site = await o.triedAdd('greening.waste-site', {
      name: '东湖园林废弃物处置中心',
      operator: '绿源再生公司',
      capacityT: 8,
      commissionedOn: '2026-03-01',
      products: '堆肥、覆盖物',
    })
    const truck = {
      plate: '苏D20009',
      kind: 'compactor',
      energy: 'diesel',
      emission: 'g6',
      operator: '洁城环卫公司',
      state: 'inService',
    }
    await o.add('sanitation.vehicle', { ...truck, acquiredOn: '2024-03-01', isSmall: false, tareKg: 8000, loadKg: 12_000 })
    const station = { code: 'YL-1', name: '东湖园林废弃物处置中心', kind: 'transfer', operator: '绿源再生公司', capacityT: 20 }
    await o.add('sanitation.station', { ...station, isHarmless: true, state: 'running', buildKind: 'new', builtOn: '2026-01-15' })
    const load = (ticket: string, kg: number) =>
      o.sanitation.post<Row>('/sanitation/weighings', {
        ticket,
        station: 'YL-1',
        direction: 'in',
        waste: 'garden',
        plate: truck.plate,
        fromPlace: '湖滨街道',
        areaCode: o.here,
        grossKg: 8000 + kg,
        tareKg: 8000,
        at: w.clock.now().toISOString(),
      })
    await load('YL001', 6000)
    await load('YL002', 4000)
    await load('YL003', 500)
    await w.settle()
    expect(await o.value('greening.waste-in')).toBe(10.5)
    const wrong = (await o.list('sanitation.ticket')).find((x) => JSON.stringify(x).includes('YL003'))
    await o.act(await w.as('paiqian1'), 'sanitation.ticket', String(wrong?.id), 'cancel', { reason: '重复过磅' })
    await o.tryAdd('greening.waste', {}, o.crew)
    const out = { direction: 'out', site, tons: 4, product: 'compost', usedFor: '公园土壤改良', dayOn: o.today() }
    await o.add('greening.waste', out, undefined, o.crew)
    await o.add('greening.waste', { ...out, tons: 1, product: 'none' }, undefined, o.crew)
    const other = String(o.streets.find((s) => s !== o.here))
    await o.add('greening.waste', { direction: 'loose', town: other, tons: 6, dayOn: o.today() }, undefined, o.crew)
    const sheet = await o.sheet('/greening/waste', { from: o.today(), to: o.today() })
    expect(sheet).toMatchObject({ collected: 16, used: 4, percent: 25 })
    expect(sheet.towns).toEqual(
      [
        { town: o.here, inT: 10, looseT: 0, isWithout: false },
        { town: other, inT: 0, looseT: 6, isWithout: true },
      ].sort((a, b) => a.town.localeCompare(b.town)),
    )
    expect(sheet.sites).toEqual([{ site, capacity: 8, peak: 10, isOver: true }])
    expect([
      await o.value('greening.waste-capacity'),
      await o.value('greening.waste-in'),
      await o.value('greening.waste-used-rate'),
    ]).toEqual([8, 10, 25])
  })

  it('maintenance-segment 标段月度考核,均分够才能申报示范,公示授予、复查撤销', async () => {
    const c = 'greening.check'
    const check = (segment: string | undefined, period: string, got: number) => ({
      kind: 'month',
      period,
      segment,
      checkers: '考核科',
      lines: o.lines(got),
      photos: [photo()],
    })
    await o.triedAdd('greening.segment', o.segmentValues('YH-03'))
    expect((await o.tryOpen(o.checker, c, check(ids.segment, '2027-q1', 92))).zh).toContain('按月')
    await o.tried(o.checker, c, check(ids.segment, '2027-03', 92))
    await o.open(o.checker, c, check(ids.other, '2027-03', 80))
    expect((await o.tryOpen(o.checker, c, check(ids.other, '2027-03', 90))).zh).toContain('本期已评分')
    const sheet = await o.sheet('/greening/segments', { month: '2027-03' })
    expect(sheet.rows.slice(0, 2).map((x: Row) => [x.segment, x.rank, x.score, x.faults])).toEqual([
      [ids.segment, 1, 92, 1],
      [ids.other, 2, 80, 1],
    ])
    expect((await o.list(d)).filter((x) => x.source === 'check')).toHaveLength(2)
    const demo = (name: string, segment: string | undefined) => ({
      kind: 'demo',
      name,
      segment,
      level: 'city',
      year: 2027,
      applicant: '区园林所',
    })
    expect((await o.tryOpen(o.street, t, demo('YH-02', ids.other))).zh).toContain('均分80,不到88分')
    await o.tried(o.street, t, demo('试报', ids.segment))
    await o.act(o.checker, t, String((await o.list(t, { name: '试报' }))[0]?.id), 'refuse', { faults: '材料不全' })
    const id = await o.titled(demo('YH-01', ids.segment), 93, '示范2027-1')
    expect((await o.row('greening.segment', String(ids.segment))).honour).toBe('demo')
    expect(await o.value('greening.demo-segments')).toBe(1)
    await w.clock.to(`${o.later(30)} 09:00`)
    await o.act(o.checker, t, id, 'recheck', { lines: o.lines(70) })
    expect(await o.row(t, id)).toMatchObject({ status: 'withdrawn', withdrawnOn: o.today(), rechecks: 1 })
    expect((await o.row('greening.segment', String(ids.segment))).honour).toBe('none')
  })

  it('double-excellence 双优竞赛:标段与能手推荐、评分、公示,优质标段与优秀能手分开计', async () => {
    const values = {
      kind: 'worker',
      name: '修剪能手 赵师傅',
      segment: ids.segment,
      level: 'city',
      year: 2027,
      applicant: '湖滨区',
    }
    const tried = await o.tried(o.street, t, values)
    expect((await o.tryOpen(o.street, t, values)).zh).toContain('已申报')
    await o.act(o.checker, t, tried, 'district')
    await o.triedAct(o.checker, t, tried, 'score', { lines: o.lines(84) })
    expect(await o.row(t, tried)).toMatchObject({ status: 'failed', faults: '得分84' })
    await o.titled({ ...values, name: '养护能手 孙师傅' }, 90, '能手2027-1')
    await o.titled({ ...values, kind: 'good', name: 'YH-02', segment: ids.other }, 88, '优质2027-1')
    expect((await o.row('greening.segment', String(ids.other))).honour).toBe('good')
    const by = Object.fromEntries((await o.figure('greening.titles', 'kind')).map((v) => [v.key, v.value]))
    expect([by.worker, by.good]).toEqual([1, 1])
    expect([await o.value('greening.good-workers'), await o.value('greening.good-segments')]).toEqual([1, 1])
  })

  it('fine-green-road 精品道路:季度检查,评定按条,公示未满不能授予', async () => {
    const c = 'greening.check'
    const check = {
      kind: 'fineRoad',
      period: '2027-q2',
      road: ids.road,
      checkers: '考核科',
      lines: o.lines(95),
      photos: [photo()],
    }
    expect((await o.tryOpen(o.checker, c, { ...check, period: '2027-05' })).zh).toContain('按季度')
    await o.tried(o.checker, c, check)
    const values = { kind: 'fineRoad', name: '湖滨大道', road: ids.road, level: 'city', year: 2027, applicant: '湖滨区' }
    expect((await o.tryOpen(o.street, t, { ...values, road: undefined })).zh).toContain('请选择道路')
    const id = await o.tried(o.street, t, values)
    await o.act(o.checker, t, id, 'district')
    await o.act(o.checker, t, id, 'score', { lines: o.lines(94) })
    await expect(o.leader.refused(t, id, 'grant', { plate: '精品1' })).resolves.toContain('公示到')
    await w.clock.to(`${o.later(8)} 09:00`)
    await o.triedAct(o.leader, t, id, 'grant', { plate: '精品2027-1' })
    expect([await o.value('greening.fine-roads'), (await o.by('greening.checks', 'kind')).fineRoad]).toEqual([1, 1])
    const poor = await o.open(o.street, t, { ...values, name: '东湖路', road: ids.road2 })
    await o.act(o.checker, t, poor, 'district')
    await o.act(o.checker, t, poor, 'score', {
      lines: [...o.lines(100), { item: '无黄土裸露', isKey: true, full: 10, got: 5, note: '裸露' }],
    })
    expect(await o.row(t, poor)).toMatchObject({ status: 'failed', faults: '无黄土裸露' })
  })
})
