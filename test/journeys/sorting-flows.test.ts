/** 垃圾分类: what is weighed, recovered, priced and treated; special wastes; town and country. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, type World, world } from '../world.ts'
import { openSorting, type Row, type Sorting } from './sorting-office.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }
describe('垃圾分类:计量、回收、处置', () => {
  let w: World
  let o: Sorting
  let ids: Record<string, string> = {}
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSorting(w)
    ids = { east: await o.place('东苑小区'), west: await o.place('西苑小区') }
  })
  afterAll(() => w.close())
  const stock = async (id: string, material: string) =>
    ((await o.row('sorting.site', id)).stock as Row[]).find((s) => s.material === material)?.kg ?? 0

  it('kitchen-waste-ratio 厨余分出率按过磅,更正与作废的磅单替换,16%达标线', async () => {
    await o.weighed(1600, { waste: 'kitchen', fromPlace: '东苑小区' })
    await o.weighed(8400, { fromPlace: '东苑小区' })
    await o.weighed(500, { waste: 'kitchen', fromPlace: '西苑小区' })
    const wrong = await o.weighed(9500, { fromPlace: '西苑小区', plate: '苏D60002' })
    await o.reweighed(wrong, 4500)
    const void1 = await o.weighed(7000, { waste: 'kitchen', fromPlace: '西苑小区' })
    await o.voided(void1)
    expect(await o.figure('sorting.kitchen-share')).toMatchObject([{ numerator: 2100, denominator: 15000 }])
    expect(await o.by('sorting.kitchen-share', 'place')).toEqual({ [String(ids.east)]: 16, [String(ids.west)]: 10 })
    const sheet = await o.sheet('/sorting/kitchen', year)
    expect(sheet).toMatchObject({
      target: 16,
      percent: 14,
      streets: [{ town: o.here, kitchenKg: 2100, otherKg: 12900, percent: 14, isMet: false }],
    })
    expect(sheet.places.map((x: Row) => [x.percent, x.isMet]).sort()).toEqual([
      [10, false],
      [16, true],
    ])
    expect((await o.leader.get('/sorting/kitchen', { from: 'x', to: '2026-12-31' })).status).toBe(400)
    const garden = await o.weighed(3000, { waste: 'garden', fromPlace: '西苑小区', station: '西湖转运站' })
    const [told] = await o.list('sorting.intake', { ticket: garden })
    expect(told).toMatchObject({
      kg: 3000,
      place: ids.west,
      station: '西湖转运站',
      isFirst: true,
      isHousehold: false,
      town: o.here,
    })
    const hand = { ticket: 'SD-1', source: 'weighbridge', waste: 'kitchen', kg: 1 }
    expect((await o.data.post('/rows/sorting.intake', { values: hand })).status).toBe(403)
  })

  it('recovery-price 价格拟定、批准公布、按日生效,补贴只给低价值,结算用交投当日价', async () => {
    const r = 'sorting.price'
    const values = {
      material: 'glass',
      isLowValue: true,
      unitFen: 5,
      subsidyFen: 10,
      validFrom: '2026-03-02',
      basis: '资源回收价格机制',
    }
    const id = await o.tried(o.data, r, values)
    expect((await o.tryOpen(o.data, r, { ...values, material: 'paper', isLowValue: false })).zh).toContain('补贴只给')
    expect((await o.tryOpen(o.data, r, { ...values, material: 'foam', subsidyFen: 0 })).zh).toContain('应有补贴')
    const centre = await o.open(o.data, 'sorting.site', {
      name: '区再生资源分拣中心',
      level: 'centre',
      licence: 'BA-001',
      operator: '绿源再生',
    })
    ids = { ...ids, centre }
    await expect(o.collector.refused('sorting.site', centre, 'buy', { material: 'glass', kg: 10 })).resolves.toContain(
      '没有公布的价格',
    )
    await o.act(o.leader, r, id, 'publish')
    await o.triedAct(o.collector, 'sorting.site', centre, 'buy', { material: 'glass', kg: 10 })
    const next = await o.open(o.data, r, { ...values, unitFen: 8, subsidyFen: 20, validFrom: '2026-03-05' })
    await o.act(o.leader, r, next, 'publish')
    expect((await o.row(r, id)).validTo).toBe('2026-03-04')
    await o.act(o.collector, 'sorting.site', centre, 'buy', { material: 'glass', kg: 10 })
    await w.clock.to('2026-03-05 09:00')
    expect((await o.row(r, id)).status).toBe('ended')
    await o.act(o.collector, 'sorting.site', centre, 'buy', { material: 'glass', kg: 10 })
    const flows = (await o.list('sorting.flow')).sort((a, b) => String(a.at).localeCompare(String(b.at)))
    expect(flows.map((f) => [f.unitFen, f.subsidyFen, f.amountFen])).toEqual([
      [5, 100, 150],
      [5, 100, 150],
      [8, 200, 280],
    ])
    expect(await o.value('sorting.subsidy')).toBe(4)
  })

  it('recycling-sites 点、站、中心三级:收购、转运,出库不能超过库存,回收全覆盖', async () => {
    const s = 'sorting.site'
    for (const [material, unitFen] of [
      ['paper', 120],
      ['mixed', 30],
      ['plastic', 80],
    ] as const)
      await o.act(
        o.leader,
        'sorting.price',
        await o.open(o.data, 'sorting.price', {
          material,
          isLowValue: false,
          unitFen,
          subsidyFen: 0,
          validFrom: o.today(),
          basis: '价格机制',
        }),
        'publish',
      )
    const station = await o.tried(o.data, s, {
      name: '湖滨回收站',
      level: 'station',
      parent: ids.centre,
      licence: 'BA-002',
      operator: '绿源再生',
    })
    const base = { name: '东苑回收点', level: 'point', parent: station, place: ids.east, licence: 'BA-003', operator: '绿源再生' }
    expect((await o.tryOpen(o.data, s, { ...base, parent: ids.centre })).zh).toContain('上级应为站')
    expect(await o.value('sorting.recovery-cover-rate')).toBe(0)
    const point = await o.open(o.data, s, base)
    ids = { ...ids, station, point }
    expect(await o.figure('sorting.recovery-cover-rate')).toMatchObject([{ numerator: 1, denominator: 2, value: 50 }])
    await o.act(o.collector, s, point, 'buy', { material: 'paper', kg: 300 })
    await o.act(o.collector, s, point, 'buy', { material: 'mixed', kg: 500 })
    await expect(o.collector.refused(s, point, 'move', { material: 'paper', kg: 301 })).resolves.toContain('质量不平衡')
    await o.triedAct(o.collector, s, point, 'move', { material: 'paper', kg: 250 })
    await o.act(o.collector, s, point, 'move', { material: 'mixed', kg: 500 })
    expect([await stock(point, 'paper'), await stock(station, 'paper'), await stock(station, 'mixed')]).toEqual([50, 250, 500])
    await o.act(o.collector, s, station, 'move', { material: 'mixed', kg: 500 })
    expect(await stock(String(ids.centre), 'mixed')).toBe(500)
    await expect(o.data.refused(s, point, 'close', { reason: '搬迁' })).resolves.toContain('还有库存')
    expect(await o.by('sorting.sites', 'level')).toEqual({ centre: 1, station: 1, point: 1 })
    expect(await o.by('sorting.recovered', 'material')).toEqual({ glass: 0.03, paper: 0.3, mixed: 0.5 })
  })

  it('regional-sorting-centre 分拣中心:建设节点按序,运营进、分、销、残渣平衡', async () => {
    const m = (name: string, dueOn: string) => ({ name, dueOn })
    const values = {
      name: '区级再生资源分拣中心',
      kind: 'centre',
      stream: 'recyclable',
      designT: 80,
      investFen: 3_000_000_000,
      milestones: [m('立项用地', '2026-02-01'), m('主体封顶', '2026-04-01')],
    }
    const tooMuch = (await o.tryOpen(o.data, 'sorting.project', values)).zh
    expect(tooMuch).toContain('投资')
    const id = await o.tried(o.data, 'sorting.project', { ...values, investFen: 300_000_000 })
    const done = () => ({ doneOn: o.today(), photos: [photo()] })
    const mixed = [m('主体封顶', '2026-04-01'), m('立项用地', '2026-02-01')]
    expect((await o.tryOpen(o.data, 'sorting.project', { ...values, investFen: 1, milestones: mixed })).zh).toContain('先后')
    expect(await o.row('sorting.project', id)).toMatchObject({ nextName: '立项用地', dueAt: '2026-02-01T16:00:00.000Z' })
    await o.act(o.data, 'sorting.project', id, 'reach', done())
    expect((await o.row('sorting.project', id)).dueAt).toBe('2026-04-01T16:00:00.000Z')
    await expect(
      o.data.refused('sorting.project', id, 'commission', { commissionedOn: o.today(), spentFen: 1 }),
    ).resolves.toContain('主体封顶')
    await o.act(o.data, 'sorting.project', id, 'reach', done())
    await o.act(o.data, 'sorting.project', id, 'commission', { commissionedOn: o.today(), spentFen: 290_000_000 })
    expect(await o.row('sorting.project', id)).toMatchObject({ status: 'running', done: 2, late: 1 })
    const c = String(ids.centre)
    await expect(
      o.collector.refused('sorting.site', String(ids.station), 'sort', {
        from: 'paper',
        lines: [{ material: 'plastic', kg: 1 }],
      }),
    ).resolves.toContain('中心')
    await expect(
      o.collector.refused('sorting.site', c, 'sort', { from: 'mixed', lines: [{ material: 'plastic', kg: 501 }] }),
    ).resolves.toContain('质量不平衡')
    await o.triedAct(o.collector, 'sorting.site', c, 'sort', {
      from: 'mixed',
      lines: [
        { material: 'plastic', kg: 260 },
        { material: 'paper', kg: 140 },
      ],
    })
    await o.act(o.collector, 'sorting.site', c, 'sell', { material: 'plastic', kg: 200, buyer: '新材料公司', amountFen: 30_000 })
    await o.act(o.collector, 'sorting.site', c, 'residue', { material: 'mixed', kg: 100 })
    const sheet = await o.sheet(`/sorting/sites/${c}/balance`, year)
    expect(sheet).toMatchObject({
      openKg: 0,
      inKg: 530,
      sortedKg: 400,
      soldKg: 200,
      movedKg: 0,
      residueKg: 100,
      closeKg: 230,
      stockKg: 230,
      gapKg: 0,
    })
    // A later period begins with what stood there, and balances too.
    const after = await o.sheet(`/sorting/sites/${c}/balance`, { from: o.later(1), to: o.later(9) })
    expect(after).toMatchObject({ openKg: 230, inKg: 0, closeKg: 230, gapKg: 0 })
    expect(sheet.rows.find((r: Row) => r.material === 'plastic')).toMatchObject({ sortedKg: 260, outKg: 200, stockKg: 60 })
    expect([await o.value('sorting.sold'), await o.value('sorting.residue')]).toEqual([0.2, 0.1])
    expect((await o.leader.get('/sorting/sites/x/balance', year)).status).toBe(400)
  })

  it('recovery-rate 回收利用率:三级体系首次过秤 ÷ (回收 + 清运),公式随数字显示,两位小数', async () => {
    const sheet = await o.sheet('/sorting/recovery', year)
    expect(sheet).toMatchObject({ recoveredKg: 830, clearedKg: 15000, percent: 5.24, kitchenKg: 2100 })
    expect(sheet.formula).toContain('÷ (可回收物回收量 + 生活垃圾清运量)')
    const [figure] = await o.figure('sorting.recovery-rate')
    expect(figure).toMatchObject({ numerator: 830, denominator: 15830 })
    expect(Number(figure?.value)).toBeCloseTo(5.2432, 3)
    await o.weighed(3000, { waste: 'garden', treatment: 'biological', station: '园林处理厂' })
    await o.weighed(10_000, { from: '东湖转运站', station: '环保发电厂', treatment: 'incineration' })
    expect((await o.sheet('/sorting/recovery', year)).percent).toBe(5.24)
    expect((await o.leader.get('/sorting/recovery', { from: '2026-01-01' })).status).toBe(400)
  })

  it('two-network-fusion 回收点与环卫收集点同址同账,回收量进入减量率', async () => {
    const facility = await o.facility('JD-E1', String(ids.east))
    const values = {
      name: '东苑两网点',
      level: 'point',
      parent: ids.station,
      place: ids.east,
      facility,
      licence: 'BA-004',
      operator: '绿源再生',
    }
    const id = await o.tried(o.data, 'sorting.site', values)
    await o.act(o.collector, 'sorting.site', id, 'buy', { material: 'paper', kg: 170 })
    const sheet = await o.sheet('/sorting/fusion', year)
    expect(sheet).toMatchObject({ sites: 3, fused: 1, percent: 33.33, reduction: 6.25 })
    expect(sheet.rows).toEqual([{ site: id, facility, place: ids.east, recoveredKg: 170, clearedKg: 10000 }])
    expect(sheet.uncovered.map((x: Row) => x.place)).toContain(ids.west)
    expect(await o.value('sorting.fused-rate')).toBeCloseTo(33.33, 1)
  })

  it('low-value-recyclables 低价值可回收物人均较上年翻一番,补贴合计', async () => {
    const q = (year: number, persons: number) =>
      o.add(
        'sorting.quota',
        { town: o.here, year, yearOn: `${year}-01-01`, persons, ceilingT: 100, isRural: true, basis: '年度计划' },
        { areaCode: o.here },
      )
    await o.tryAdd('sorting.quota', {
      town: o.here,
      year: 2026,
      yearOn: '2026-01-01',
      persons: 1,
      ceilingT: 1,
      isRural: false,
      basis: 'x',
    })
    await q(2026, 10_000)
    await q(2027, 10_000)
    await w.clock.to('2026-04-01 08:00')
    await o.job('sorting.month')
    expect(await o.list('sorting.month')).toMatchObject([{ month: '2026-03', lowKg: 30, lowPerHead: 0.003, lowBefore: null }])
    await w.clock.to('2027-03-10 09:00')
    await o.act(o.collector, 'sorting.site', String(ids.point), 'buy', { material: 'glass', kg: 66 })
    const sheet = await o.sheet('/sorting/low-value', { year: '2027' })
    expect(sheet).toMatchObject({
      kg: 66,
      beforeKg: 30,
      perHead: 0.0066,
      perHeadBefore: 0.003,
      times: 2.2,
      isDoubled: true,
      subsidyFen: 1320,
    })
    expect((await o.sheet('/sorting/low-value', { year: '2026' })).times).toBeNull()
    await w.clock.to('2027-04-01 08:00')
    await o.job('sorting.month')
    expect(await o.value('sorting.low-value-times')).toBeCloseTo(2.2, 6)
    expect((await o.leader.get('/sorting/low-value', { year: '1' })).status).toBe(400)
  })

  it('total-volume-monitoring 总量控制:已用、人均、预计全年,将超上限预警', async () => {
    await w.clock.to('2027-04-10 09:00')
    await o.weighed(25_000, { fromPlace: '东苑小区' })
    let row = (await o.sheet('/sorting/volume', { year: '2027' })).rows[0]
    expect(row).toMatchObject({
      town: o.here,
      ceilingT: 100,
      usedT: 25,
      percent: 25,
      perHeadKg: 2.5,
      projectedT: 91.25,
      isWarned: false,
      why: null,
    })
    await o.weighed(5_000, { fromPlace: '东苑小区' })
    row = (await o.sheet('/sorting/volume', { year: '2027' })).rows[0]
    expect(row).toMatchObject({ usedT: 30, projectedT: 109.5, isWarned: true, why: '照此预计全年109.5吨,超上限' })
    await o.weighed(62_000, { fromPlace: '东苑小区' })
    const sheet = await o.sheet('/sorting/volume', { year: '2027' })
    expect(sheet.rows[0].why).toContain('已用92%')
    await o.job('sorting.volume')
    const warned = async () => (await o.list('sorting.problem')).filter((p) => p.source === 'volume')
    expect(await warned()).toMatchObject([{ status: 'ordered', areaCode: o.here, sourceType: 'sorting.quota' }])
    expect((await warned())[0]?.what).toContain('上限100吨,已用92吨')
    await o.job('sorting.volume')
    expect(await warned()).toHaveLength(1)
    expect(sheet.months).toEqual([{ town: o.here, month: '2027-04', tons: 92 }])
    expect((await o.leader.get('/sorting/volume', {})).status).toBe(400)
    const figures = (
      await o.leader.get<{ values: Row[] }>('/indicators/sorting.used-rate', {
        from: '2026-12-31T16:00:00Z',
        to: '2027-12-31T16:00:00Z',
      })
    ).body
    expect(figures.values).toMatchObject([{ numerator: 92_000, denominator: 100, value: 92 }])
  })

  it('recycling-events 资源回收活动:场次与覆盖小区数,按品类重量', async () => {
    const e = 'sorting.event'
    const values = {
      place: ids.east,
      name: '旧衣换绿植',
      heldOn: o.today(),
      staff: 4,
      households: 56,
      lines: [
        { material: 'textile', kg: 120.5 },
        { material: 'paper', kg: 80 },
      ],
    }
    const open = (code: string, place: string | undefined) =>
      o.add('sorting.account', { code, place, household: code, phone: '13900008888', points: 0, isFrozen: false }, undefined)
    const [mine, other] = [await open('E-1', ids.east), await open('W-1', ids.west)]
    const given = [{ account: mine, points: 60 }]
    expect((await o.tryOpen(o.street, e, { ...values, given: [{ account: other, points: 1 }] })).zh).toContain('须是这个小区的')
    const id = await o.tried(o.street, e, { ...values, given })
    expect(await o.row(e, id)).toMatchObject({ kg: 200.5, points: 60, isFirst: true })
    // The points reach the household's account, and leave it where the event was entered by mistake.
    const pointsOf = async () => (await o.row('sorting.account', mine)).points
    expect(await pointsOf()).toBe(60)
    const twice = await o.open(o.street, e, { ...values, name: '误登', given })
    expect(await pointsOf()).toBe(120)
    await o.act(o.data, e, twice, 'discard', { reason: '误登' })
    expect(await pointsOf()).toBe(60)
    expect((await o.tryOpen(o.street, e, values)).zh).toContain('已登记')
    expect((await o.tryOpen(o.street, e, { ...values, name: '二', households: 601 })).zh).toContain('只有600户')
    await o.open(o.street, e, { ...values, name: '玻璃回收日' })
    await o.open(o.street, e, { ...values, place: ids.west })
    expect([
      await o.value('sorting.events'),
      await o.value('sorting.event-compounds'),
      await o.value('sorting.event-kg'),
    ]).toEqual([3, 2, 601.5])
  })

  it('rural-sorting 农村分类收运:模式、频次、车辆、单位,覆盖率,未覆盖的村列名', async () => {
    const village = (name: string) => o.place(name, 'village', { isBuiltUp: false, households: 320, persons: 1100 })
    const [a, b] = [await village('柳溪村'), await village('石桥村')]
    ids = { ...ids, willow: a, bridge: b }
    const full = {
      isFacilitated: true,
      isSorted: true,
      mode: '户分类、村收集',
      perWeek: 7,
      vehicle: '苏D6H011',
      operator: '湖滨环卫',
      isUnified: false,
    }
    await expect(o.street.refused('sorting.place', a, 'collect', { ...full, vehicle: null })).resolves.toContain('须填模式')
    await o.triedAct(o.street, 'sorting.place', a, 'collect', full)
    expect(await o.figure('sorting.rural-rate')).toMatchObject([{ numerator: 1, denominator: 2, value: 50 }])
    const sheet = await o.sheet('/sorting/rural')
    expect(sheet).toMatchObject({
      villages: 2,
      sorted: 1,
      percent: 50,
      facilitated: 50,
      unified: 0,
      uncovered: [{ place: b, name: '石桥村' }],
    })
    // A village of the register that nobody entered is uncovered all the same, once.
    const forgotten = { name: '偏远村', town: '湖滨街道', level: 'village', households: 90, collection: 'self', isSorting: false }
    await o.add('grid.village', { ...forgotten, title: 'none' }, undefined)
    await o.add('grid.village', { ...forgotten, name: '石桥村', title: 'none' }, undefined)
    await o.job('sorting.villages')
    await o.job('sorting.villages')
    expect((await o.sheet('/sorting/rural')).uncovered.map((x: Row) => x.name)).toEqual(['偏远村', '石桥村'])
    expect(await o.figure('sorting.rural-rate')).toMatchObject([{ numerator: 1, denominator: 3 }])
    const [entered] = await o.list('sorting.place', { name: '偏远村' })
    await o.act(o.data, 'sorting.place', String(entered?.id), 'close', { reason: '并入石桥村' })
    await o.act(o.street, 'sorting.place', b, 'collect', full)
    expect([await o.value('sorting.rural-rate'), await o.value('sorting.rural-facility-rate')]).toEqual([100, 100])
  })

  it('urban-rural-three-unified 村收集、镇转运、市处理各段过磅,三统一覆盖率,镇街缴费与得分', async () => {
    const full = {
      isFacilitated: true,
      isSorted: true,
      mode: '户分类',
      perWeek: 7,
      vehicle: '苏D6H011',
      operator: '湖滨环卫',
      isUnified: true,
    }
    await expect(
      o.street.refused('sorting.place', String(ids.willow), 'collect', { ...full, isSorted: false }),
    ).resolves.toContain('不能纳入统一')
    await o.triedAct(o.street, 'sorting.place', String(ids.willow), 'collect', full)
    expect(await o.value('sorting.unified-rate')).toBe(50)
    await w.clock.to('2027-05-06 10:00')
    await o.weighed(6000, { fromPlace: '柳溪村' })
    await o.weighed(5900, { direction: 'out', fromPlace: '东湖转运站' })
    await o.weighed(5850, { from: '东湖转运站', station: '环保发电厂', treatment: 'incineration' })
    const may = { from: '2027-05-01', to: '2027-05-31' }
    expect((await o.sheet('/sorting/unified', may)).rows).toMatchObject([
      { town: o.here, isRural: true, collectedKg: 6000, transferredKg: 5900, treatedKg: 5850, lossKg: 100, feeFen: 0 },
    ])
    await w.clock.to('2027-06-01 08:00')
    await o.job('sorting.month')
    await o.job('sorting.month')
    const [row] = (await o.sheet('/sorting/unified', may)).rows
    expect(row.feeFen).toBe(90_000)
    expect((await o.list('sorting.month')).filter((m) => m.month === '2027-05')).toMatchObject([
      { kg: 6000, perHeadKg: 0.6, feeFen: 90_000 },
    ])
    expect((await o.leader.get('/sorting/unified', { from: 'x', to: 'y' })).status).toBe(400)
  })

  it('sorting-closed-loop 闭环:场所、收集点、车辆、站、厂的吨量与问题逐段可见', async () => {
    const id = await o.open(o.head, 'sorting.problem', {
      source: 'taskForce',
      place: ids.willow,
      what: '桶点满溢',
      owner: '柳溪村',
      dueOn: o.later(3),
    })
    const sheet = await o.sheet('/sorting/loop', { from: '2027-05-01', to: '2027-05-31' })
    const of = Object.fromEntries(sheet.links.map((l: Row) => [l.link, l]))
    expect([of.场所.kg, of.车辆.kg, of.站.kg, of.厂.kg]).toEqual([6000, 6000, 6000, 5850])
    expect([of.车辆.objects, of.站.objects, of.厂.objects]).toEqual([1, 1, 1])
    expect(of.场所.problems).toBe(1)
    expect(sheet.places).toEqual([
      { place: ids.willow, points: 0, kg: 6000, vehicles: '苏D60001', stations: '东湖转运站', problems: 1 },
    ])
    expect(sheet.stations).toEqual([
      { station: '东湖转运站', inKg: 6000, outKg: 5900, plants: '环保发电厂', plantKg: 5850, gapKg: 50 },
    ])
    await o.rectify(id)
    expect((await o.sheet('/sorting/loop', { from: '2027-05-01', to: '2027-05-31' })).places[0].problems).toBe(0)
    expect((await o.leader.get('/sorting/loop', { from: '2027-05-01' })).status).toBe(400)
  })

  it('food-waste-contract 产废单位登记、签约、按约收运签收,漏收次日提醒成案,签约收集率', async () => {
    const c = 'sorting.contract'
    const values = { name: '老街酒楼', address: '湖滨路88号', seats: 120 }
    const id = await o.tried(o.collector, c, values)
    expect([await o.value('sorting.producers'), await o.value('sorting.producers-unsigned')]).toEqual([0, 1])
    await expect(o.collector.refused(c, id, 'pick', { kg: 50, signer: '赵', vehicle: '苏D6C001' })).resolves.toBeTruthy()
    const terms = {
      collector: '洁源餐厨',
      contractNo: 'CC-2027-1',
      kgPerDay: 60,
      days: ['1', '2', '3', '4', '5', '6', '7'],
      window: '20:00-22:00',
      validFrom: o.today(),
      validTo: '2027-06-30',
    }
    await expect(o.collector.refused(c, id, 'sign', { ...terms, days: [] })).resolves.toContain('收运日')
    await o.triedAct(o.collector, c, id, 'sign', terms)
    await o.triedAct(o.collector, c, id, 'pick', { kg: 55.5, signer: '赵经理', vehicle: '苏D6C001' })
    await expect(o.collector.refused(c, id, 'pick', { kg: 1, signer: '赵', vehicle: '苏D6C001' })).resolves.toContain(
      '今天已经收运',
    )
    expect([
      await o.value('sorting.producers'),
      await o.value('sorting.contract-collected-rate'),
      await o.value('sorting.food-waste'),
    ]).toEqual([1, 100, 0.0555])
    await w.clock.to('2027-06-02 06:00')
    await o.job('sorting.missed')
    expect((await o.row(c, id)).missed).toBe(0)
    await w.clock.to('2027-06-03 06:00')
    await o.job('sorting.missed')
    await o.job('sorting.missed')
    expect(await o.row(c, id)).toMatchObject({ missed: 1, isCollected: false })
    expect((await o.list('cases.case')).filter((x) => String(x.description).includes('餐厨废弃物漏收:老街酒楼'))).toHaveLength(1)
    expect([await o.value('sorting.contract-collected-rate'), await o.value('sorting.pickup-rate')]).toEqual([0, 50])
    await w.clock.to('2027-07-01 08:00')
    expect((await o.row(c, id)).status).toBe('ended')
    expect([await o.value('sorting.producers'), await o.value('sorting.producers-unsigned')]).toEqual([0, 1])
  })

  it('bulky-waste 大件预约按时段派队收费,暂存点到80%须清空,拆解按材料不超清出', async () => {
    const point = await o.tried(o.data, 'sorting.bulky-point', { name: '湖滨大件暂存点', address: '环湖路', capacityM3: 10 })
    const team = await o.add('sorting.bulky-team', { name: '大件一队', plate: '苏D6D001', people: 3, feeFen: 3000 })
    const values = {
      name: '孙先生',
      phone: '13900004001',
      address: '东苑3幢501',
      what: '旧沙发',
      pieces: 2,
      wantedOn: o.later(1),
      slot: 'morning',
    }
    const b = 'sorting.bulky'
    expect((await w.anyone.post('/public/sorting/bulky', { ...values, phone: '1' })).status).toBe(400)
    const booked = await w.anyone.post<Row>('/public/sorting/bulky', values)
    expect(booked.status).toBe(201)
    const held = booked.body as { number: string; receipt: string }
    const progress = async () => (await w.anyone.get<Row>(`/public/sorting/bulky/${held.number}`, { receipt: held.receipt })).body
    expect(await progress()).toMatchObject({ status: 'booked', statusZh: '待派队', feeFen: null })
    expect((await w.anyone.get(`/public/sorting/bulky/${held.number}`, { receipt: 'x'.repeat(64) })).status).toBe(404)
    const more = [
      await o.tried(o.collector, b, values),
      await o.open(o.collector, b, values),
      await o.open(o.collector, b, values),
    ]
    expect((await o.tryOpen(o.collector, b, values)).zh).toContain('约满(4单)')
    const id = String((await o.list(b)).find((x) => x.number === held.number)?.id)
    await o.triedAct(o.collector, b, id, 'plan', { team })
    await expect(o.collector.refused(b, id, 'collect', { point, m3: 11, photos: [photo()] })).resolves.toContain('只剩10m³')
    await o.act(o.collector, b, id, 'collect', { point, m3: 5, photos: [photo()] })
    expect(await progress()).toMatchObject({ status: 'collected', feeFen: 6000 })
    await o.act(o.collector, b, String(more[0]), 'cancel', { reason: '改期' })
    await o.act(o.collector, 'sorting.bulky-point', point, 'drop', { m3: 3, note: '居民自送床垫' })
    expect(await o.row('sorting.bulky-point', point)).toMatchObject({ stockM3: 8, isFull: true })
    expect((await o.list('sorting.problem')).filter((x) => String(x.what).includes('存量8m³'))).toHaveLength(1)
    const clear = (kg: number) => ({
      m3: 8,
      kg,
      lines: [
        { material: 'wood', kg: 300 },
        { material: 'metal', kg: 60 },
        { material: 'rest', kg: 40 },
      ],
    })
    await expect(o.collector.refused('sorting.bulky-point', point, 'clear', clear(399))).resolves.toContain('多于清出')
    await o.act(o.collector, 'sorting.bulky-point', point, 'clear', clear(400))
    expect(await o.row('sorting.bulky-point', point)).toMatchObject({ stockM3: 0, isFull: false, clearedKg: 400, woodKg: 300 })
    expect([
      await o.value('sorting.bulky-orders'),
      await o.value('sorting.bulky-pieces'),
      await o.value('sorting.bulky-wood-share'),
    ]).toEqual([3, 2, 75])
  })

  it('terminal-facilities 终端设施:设计能力、日负荷、停机、提标升级,新增能力按投运年', async () => {
    const s = 'sorting.plant'
    const id = await o.tried(o.data, s, {
      name: '厨余处理厂',
      stream: 'kitchen',
      designT: 200,
      operator: '洁源',
      commissionedOn: '2024-05-01',
    })
    const day = (dayOn: string, intakeT: number, extra: Row = {}) => ({
      plant: id,
      dayOn,
      intakeT,
      treatedT: intakeT,
      downHours: 0,
      ...extra,
    })
    await o.weighed(180_000, { waste: 'kitchen', fromPlace: '厨余专线', station: '厨余处理厂', treatment: 'biological' })
    expect((await o.tryOpen(o.collector, 'sorting.plant-day', day(o.today(), 150))).zh).toContain('地磅180吨')
    await o.tried(o.collector, 'sorting.plant-day', day(o.today(), 180))
    expect((await o.tryOpen(o.collector, 'sorting.plant-day', day(o.later(-1), 100, { downHours: 6 }))).zh).toContain(
      '停机须说明',
    )
    // A report that is wrong is voided and the day filed again, once.
    const wrong = await o.open(o.collector, 'sorting.plant-day', day(o.later(-1), 2200, { note: '少点一位' }))
    expect((await o.tryOpen(o.collector, 'sorting.plant-day', day(o.later(-1), 220))).zh).toContain('先作废再填')
    await o.act(o.data, 'sorting.plant-day', wrong, 'discard', { reason: '小数点填错' })
    expect((await o.tryOpen(o.collector, 'sorting.plant-day', day('2024-04-30', 1))).zh).toContain('2024-05-01才投运')
    await o.open(o.collector, 'sorting.plant-day', day(o.later(-1), 220, { downHours: 2, note: '检修' }))
    expect([
      await o.value('sorting.plant-load'),
      await o.value('sorting.plant-over'),
      await o.value('sorting.plant-down'),
    ]).toEqual([100, 1, 2])
    await o.act(o.data, s, id, 'upgrade', { designT: 300, upgradedOn: o.today() })
    expect(await o.by('sorting.plant-capacity', 'stream')).toEqual({ kitchen: 300 })
    const project = async (name: string, stream: string, designT: number, kind = 'terminal') => {
      const values = { name, kind, stream, designT, investFen: 100_000_000, milestones: [{ name: '竣工', dueOn: o.today() }] }
      const p = await o.open(o.data, 'sorting.project', values)
      await o.act(o.data, 'sorting.project', p, 'reach', { doneOn: o.today(), photos: [photo()] })
      return p
    }
    const kitchen = await project('厨余二期', 'kitchen', 150)
    await project('园林绿化处理点', 'garden', 30)
    expect(await o.value('sorting.projects-building')).toBe(2)
    await o.act(o.data, 'sorting.project', kitchen, 'commission', { commissionedOn: o.today(), spentFen: 90_000_000 })
    expect(await o.value('sorting.kitchen-capacity-added')).toBe(150)
    expect(await o.by('sorting.capacity-added', 'kind')).toEqual({ centre: 80, terminal: 150 })
  })
})
