import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resettleJob } from '#domains/grid/resettle.ts'
import { raw, systemActor } from '#kernel'
import { photo } from '../world.ts'
import { add, at, type GridOffice, ok, open, openGridOffice, refusedNew } from './grid-office.ts'

/** The base registers at work: redrawing, staffing, points, roads, components, shops. One test per row of the mission. */
describe('网格与基础台账', () => {
  let collector: GridOffice['collector']
  let data: GridOffice['data']
  let figure: GridOffice['figure']
  let manager: GridOffice['manager']
  let municipal: GridOffice['municipal']
  let row: GridOffice['row']
  let street: GridOffice['street']
  let unitOf: GridOffice['unitOf']
  let w: GridOffice['w']
  beforeAll(async () => {
    ;({ collector, data, figure, manager, municipal, row, street, unitOf, w } = await openGridOffice('2026-05-11 09:00'))
  })
  afterAll(() => w.close())

  it('grid-hierarchy 每点恰在一格;调整须无缝无叠,旧格保留历史,生效日起归新格', async () => {
    const cellOf = (point: { lon: number; lat: number }) => w.kernel.places.find(w.district, point.lon, point.lat) ?? ''
    const old = cellOf(at(0))
    expect(old).toHaveLength(15)
    const before = ok(
      await collector.post<{ id: string; areaCode: string }>('/cases', {
        description: '调整前上报',
        source: 'collector',
        ...at(0),
      }),
    ).body
    const { rows } = await w.kernel.db.withDistricts([w.district], (tx) =>
      raw<{ shape: string }>(tx, 'select st_asgeojson(geom, 8) as shape from kernel.area where code = $1', [old]),
    )
    const ring = JSON.parse(rows[0]?.shape ?? '').coordinates[0][0] as [number, number][]
    const [a, b, c, d] = ring as [[number, number], [number, number], [number, number], [number, number]]
    const community = old.slice(0, 12)
    const halves = [
      [a, b, c, a],
      [a, c, d, a],
    ]
    const cells = halves.map((r, i) => ({
      code: `${community}9${String(i).padStart(2, '0')}`,
      name: `新格${i}`,
      shape: { type: 'Polygon', coordinates: [r] },
    }))
    const values = { community, ended: [{ cell: old }], cells, effectiveOn: '2026-05-12', reason: '道路拓宽' }
    const refusedRedraw = async (changed: Record<string, unknown>) =>
      String((await data.post('/subjects/grid.redraw', { values: { ...values, ...changed } })).body.zh)
    await expect(refusedRedraw({ effectiveOn: '2026-05-01' })).resolves.toContain('不能早于今天')
    await expect(refusedRedraw({ community: '329901001001' })).resolves.toContain('不在所选社区')
    const gap = await data.post('/subjects/grid.redraw', { values: { ...values, cells: cells.slice(0, 1) } })
    expect(String(gap.body.zh)).toContain('空隙')
    const reused = await data.post('/subjects/grid.redraw', {
      values: { ...values, cells: [{ ...cells[0], code: old }, cells[1]] },
    })
    expect(String(reused.body.zh)).toContain('历史编码不得再用')
    const known = ok(await manager.get<{ areas: { code: string }[] }>(`/areas/${community}/cells`)).body.areas
    expect(known.map((k) => k.code)).toContain(old)
    const stands = await add(
      manager,
      'grid.shop',
      { name: '格内小店', address: '格内1号', trade: 'food', isSigned: false, isPosted: false, grade: 'green' },
      at(0),
    )
    const redraw = await open(data, 'grid.redraw', values)
    await expect(data.refused('grid.redraw', redraw.id, 'approve')).resolves.toContain('提出人不能批准')
    await manager.act('grid.redraw', redraw.id, 'approve')
    await w.settle()
    expect(cellOf(at(0))).toBe(old)
    await w.clock.to('2026-05-12 09:00')
    cellOf(at(0))
    await expect.poll(() => cellOf(at(0)), { timeout: 5000 }).toMatch(new RegExp(`^${community}90[01]$`))
    expect((await row('cases.case', before.id)).areaCode).toBe(old)
    const after = ok(
      await collector.post<{ areaCode: string }>('/cases', { description: '调整后上报', source: 'collector', ...at(0) }),
    ).body
    expect(after.areaCode).toMatch(new RegExp(`^${community}90[01]$`))
    await w.kernel.db.withDistricts([w.district], (tx) =>
      resettleJob.run({ tx, kernel: w.kernel, now: w.kernel.now(), district: w.district, actor: systemActor } as never),
    )
    expect((await row('grid.shop', stands.id)).areaCode).toBe(cellOf(at(0)))
    const tree = async (on: string) =>
      ok(
        await manager.get<{ cells: number; rows: { code: string }[]; changes: { code: string; reason: string | null }[] }>(
          '/grid/tree',
          { on, area: community },
        ),
      ).body
    const [then, now] = [await tree('2026-05-11'), await tree('2026-05-12')]
    expect(now.cells).toBe(then.cells + 1)
    expect([then, now].map((t) => t.rows.some((r) => r.code === old))).toEqual([true, false])
    expect(now.changes.filter((c) => c.reason === '道路拓宽')).toHaveLength(2)
  })

  it('grid-staffing 谁在哪格哪班;每级在编比例;无人社区被点名', async () => {
    const staff = (area: string, role: string, name: string, establishment: string) =>
      add(data, 'grid.staff', { area, role, name, establishment, shift: 'day', validFrom: '2026-01-01' })
    await staff('329901001001', 'chief', '甲', 'formal')
    await staff('329901001001', 'assistant', '乙', 'auxiliary')
    await staff('329901001001', 'cleaner', '丙', 'auxiliary')
    await staff('329901001001', 'cleaner', '乙', 'auxiliary')
    await staff('329901001', 'chief', '庚', 'formal')
    await expect(
      refusedNew(data, 'grid.staff', {
        ...{ area: '329901099', role: 'chief', name: '己', establishment: 'formal', shift: 'day', validFrom: '2026-01-01' },
      }),
    ).resolves.toContain('没有这个责任区域')
    const old = await add(data, 'grid.staff', {
      area: '329901001002',
      role: 'chief',
      name: '丁',
      establishment: 'formal',
      shift: 'day',
      validFrom: '2025-01-01',
      validTo: '2026-01-01',
    })
    expect(old.version).toBe(1)
    const { body } = ok(
      await manager.get<{
        rows: { areaCode: string; formalShare: number }[]
        levels: object[]
        missing: { areaCode: string }[]
        uncovered: number
      }>('/grid/staffing', { on: '2026-05-12' }),
    )
    expect(body.levels).toEqual([
      { level: '街道', formal: 1, auxiliary: 0, formalShare: 100, share: 25 },
      { level: '社区', formal: 1, auxiliary: 2, formalShare: 33.33, share: 75 },
    ])
    expect(body.missing).toHaveLength(63)
    expect(body.missing).not.toContainEqual({ areaCode: '329901001001' })
    expect(body.rows).toEqual([
      expect.objectContaining({ areaCode: '329901001', level: '街道', formal: 1 }),
      expect.objectContaining({ areaCode: '329901001001', level: '社区', formal: 1, auxiliary: 2, formalShare: 33.33 }),
    ])
    expect(body.uncovered).toBe(63)
    await expect(
      refusedNew(data, 'grid.staff', {
        area: '12',
        role: 'chief',
        name: '戊',
        establishment: 'formal',
        shift: 'day',
        validFrom: '2026-01-01',
      }),
    ).resolves.toContain('15位')
  })

  it('grid-pilot-scheme 试点镇街按启动日期与其余对比', async () => {
    await add(data, 'grid.pilot', { name: '网格试点', street: '329901001', startsOn: '2026-05-01', rules: '三个试点镇街先行' })
    const { body } = ok(
      await manager.get<{ rows: { group: string; streets: number; cases: number }[] }>('/grid/pilot', { name: '网格试点' }),
    )
    expect(body.rows.map((r) => [r.group, r.streets])).toEqual([
      ['pilot', 1],
      ['other', 7],
    ])
    expect(body.rows.reduce((n, r) => n + r.cases, 0)).toBe(2)
  })

  it('city-service-station 申报、对照清单检查、按分定级、全市序位', async () => {
    const a = await open(street, 'grid.station', {
      name: '湖滨服务站',
      street: '329901001',
      grade: 'demo',
      communities: ['春晖', '秋月'],
    })
    await expect(
      manager.refused('grid.station', a.id, 'inspect', { passed: ['place', 'wrong'], photos: [photo()] }),
    ).resolves.toContain('固定场所')
    await manager.act('grid.station', a.id, 'inspect', {
      passed: ['place', 'sign', 'staff', 'duty', 'equipment', 'ledger'],
      photos: [photo()],
    })
    expect((await row('grid.station', a.id)).score).toBe(75)
    await expect(manager.refused('grid.station', a.id, 'accept', {})).resolves.toContain('须达85分')
    await manager.act('grid.station', a.id, 'fail', { reason: '差两项' })
    const b = await open(street, 'grid.station', {
      name: '湖滨服务站(再报)',
      street: '329901001',
      grade: 'standard',
      communities: ['春晖'],
    })
    await manager.act('grid.station', b.id, 'inspect', {
      passed: ['place', 'sign', 'staff', 'duty', 'equipment', 'ledger'],
      photos: [photo()],
    })
    await manager.act('grid.station', b.id, 'accept', { rank: 12 })
    expect((await figure('grid.stations', { by: 'grade' }))[0]).toMatchObject({ key: 'standard', value: 1 })
  })

  it('key-point-register 点位超过间隔未巡即漏巡,百米内案件数', async () => {
    const point = await add(
      manager,
      'grid.key-point',
      { name: '湖滨地铁站', kind: 'metro', level: 'city', patrolHours: 4 },
      at(3),
    )
    const category = { categoryKind: 'matter', category: '09006' }
    const seen = ok(
      await collector.post<{ id: string }>('/cases', { description: '地铁口占道', source: 'collector', ...category, ...at(3) }),
    ).body
    const find = async () =>
      ok(await manager.get<{ rows: { id: string }[] }>('/grid/key-points')).body.rows.find((r) => r.id === point.id)
    expect(await find()).toMatchObject({
      ...{ isMissed: true, cases: 1, latest: [seen.id] },
      categories: '占道经营 1',
    })
    await add(await w.as('zhongdui11'), 'grid.point-visit', { point: point.id, note: '正常' })
    await add(collector, 'grid.point-visit', { point: point.id, note: '正常' })
    expect(await find()).toMatchObject({ isMissed: false })
    await w.clock.to('2026-05-12 14:00')
    expect(await find()).toMatchObject({ isMissed: true })
  })

  it('road-street-register 道路按等级计数计长,路段唯一落图', async () => {
    const classes = Object.fromEntries((await figure('grid.roads', { by: 'class' })).map((v) => [v.key, v.value ?? 0])) as Record<
      string,
      number
    >
    expect(Object.values(classes).reduce((a, b) => a + b, 0)).toBe((await figure('grid.roads'))[0]?.value)
    const geometry = {
      type: 'LineString',
      coordinates: [
        [at(0).lon, at(0).lat],
        [at(2).lon, at(2).lat],
      ],
    }
    const before = (await figure('grid.roads'))[0]?.value ?? 0
    await add(manager, 'grid.road', { name: '新辟巷', class: 'lane', lengthM: 230 }, { geometry, areaCode: '329901002' })
    expect((await figure('grid.roads'))[0]?.value).toBe(before + 1)
    await expect(
      refusedNew(manager, 'grid.road', { name: '新辟巷', class: 'lane', lengthM: 90 }, { geometry, areaCode: '329901002' }),
    ).resolves.toContain('写明不同路段')
    await add(
      manager,
      'grid.road',
      { name: '新辟巷', segment: '北段', class: 'lane', lengthM: 90 },
      { geometry, areaCode: '329901002' },
    )
    const tile = await manager.get('/tiles/areas/12/3412/1672')
    expect(tile.status).toBe(200)
  })

  it('component-census 部件17位码、维修作业挂在部件上、报告数量是作业之和、状态随之改变', async () => {
    await expect(
      refusedNew(
        manager,
        'grid.component',
        { code: '123', category: '01001', name: '供水井盖', state: 'lost', authority: '区城管局', surveyedOn: '2026-05-01' },
        at(4),
      ),
    ).resolves.toContain('17位')
    const values = {
      code: '32990101001900001',
      category: '01001',
      name: '供水井盖',
      state: 'lost',
      authority: '区城管局',
      surveyedOn: '2026-05-01',
    }
    await expect(refusedNew(manager, 'grid.component', { ...values, category: '03005' }, at(4))).resolves.toContain(
      '部件类别03005一致',
    )
    await expect(refusedNew(manager, 'grid.component', { ...values, code: '11010101001900001' }, at(4))).resolves.toContain(
      '本区代码329901',
    )
    const component = await add(manager, 'grid.component', values, at(4))
    await expect(refusedNew(manager, 'grid.component', values, at(4))).resolves.toContain('已存在')
    const job = await open(manager, 'grid.component-job', {
      component: component.id,
      kind: 'replace',
      work: '更换井盖',
      quantity: 1,
      measure: '个',
      unit: unitOf('市政设施养护所'),
    })
    const twice = await open(manager, 'grid.component-job', {
      ...{
        component: component.id,
        kind: 'replace',
        work: '更换井盖',
        quantity: 1,
        measure: '个',
        unit: unitOf('市政设施养护所'),
      },
    })
    await manager.act('grid.component-job', twice.id, 'cancel', { reason: '重复派工' })
    await municipal.act('grid.component-job', job.id, 'fix', { photos: [photo()], quantity: 1 })
    await w.settle()
    expect(await row('grid.component', component.id)).toMatchObject({ state: 'intact', changedOn: '2026-05-12' })
    const jobs = ok(
      await manager.get<{ rows: { id: string; statusZh: string }[] }>(`/rows/grid.component/${component.id}/children`),
    )
    expect(jobs.body.rows.map((r) => [r.id, r.statusZh]).toSorted()).toEqual(
      [
        [job.id, '已维修'],
        [twice.id, '已撤销'],
      ].toSorted(),
    )
    expect((await figure('grid.component-jobs', { by: 'category' })).find((v) => v.key === '01001')?.value).toBe(1)
  })

  it('case-category-catalog 153部件250事项、旧标准对应、每类有条件时限、可配置组合', async () => {
    const { body } = ok(await data.get<{ categories: { kind: string }[] }>('/cases/categories'))
    expect([
      body.categories.filter((c) => c.kind === 'component').length,
      body.categories.filter((c) => c.kind === 'matter').length,
    ]).toEqual([153, 250])
    const legacy = ok(
      await data.get<{ rows: { code: string; attributes: { mapsTo: string } }[] }>('/codes/30428-component', {
        on: '2020-01-01',
      }),
    )
    expect(legacy.body.rows.find((r) => r.code === '0101')?.attributes.mapsTo).toBe('01001')
    const without = await w.kernel.db.withDistricts([w.district], (tx) =>
      raw<{ n: number }>(
        tx,
        `select count(*)::int as n from kernel.code k where list in ('component', 'matter') and not exists (select 1 from cases.condition c where c.kind = k.list and c.category = k.code)`,
        [],
      ),
    )
    expect(without.rows[0]?.n).toBe(0)
    for (const category of ['09005', '09006', '09001'])
      await add(data, 'cases.category-group', { name: '十乱', kind: 'matter', category, validFrom: '2026-01-01' })
    const groups = ok(
      await data.get<{ groups: object[]; rows: { category: string; cases: number; latest: string[] }[] }>('/cases/groups', {
        ...{ from: '2026-05-01', to: '2026-06-01' },
      }),
    ).body
    expect(groups.groups).toEqual([{ name: '十乱', cases: 1, closed: 0 }])
    expect(groups.rows.map((r) => [r.category, r.cases, r.latest.length])).toEqual([
      ['09006', 1, 1],
      ['09001', 0, 0],
      ['09005', 0, 0],
    ])
    await expect(
      refusedNew(data, 'cases.category-group', { name: '十乱', kind: 'matter', category: '09001', validFrom: '2026-01-01' }),
    ).resolves.toContain('已存在')
  })

  it('responsible-unit-register 商户查重、责任书、换经营者留旧史', async () => {
    const values = {
      name: '和记面馆',
      address: '新华路99号',
      trade: 'food',
      isSigned: true,
      isPosted: true,
      grade: 'yellow',
      operator: '何某',
      phone: '13800001111',
    }
    const shop = await add(manager, 'grid.shop', values, at(5))
    await expect(refusedNew(manager, 'grid.shop', values, at(5))).resolves.toContain('已存在')
    const next = ok(
      await manager.post<{ id: string; grade: string; isSigned: boolean }>(`/grid/shops/${shop.id}/occupier`, {
        values: { name: '和记小吃', operator: '许某' },
        reason: '转让',
      }),
    ).body
    expect(next).toMatchObject({ grade: 'green', isSigned: false, address: '新华路99号' })
    expect((await row('grid.shop', shop.id)).retiredAt).not.toBeNull()
    const rate = (await figure('grid.shop-signed-rate'))[0]
    expect(rate?.numerator).toBeLessThan(rate?.denominator ?? 0)
  })

  it('illegal-building-base 面积合计由台账得出,拆除必填日期', async () => {
    const base = { age: 'stock', kind: 'roof', foundVia: 'census', risk: 'low' }
    await add(
      manager,
      'grid.illegal-building',
      { ...base, code: 'WJ-1', address: '和平路1号', areaM2: 120.5, state: 'standing' },
      at(6),
    )
    await expect(
      refusedNew(
        manager,
        'grid.illegal-building',
        { ...base, code: 'WJ-2', address: '和平路2号', areaM2: 80, state: 'removed' },
        at(6),
      ),
    ).resolves.toContain('拆除日期')
    await add(
      manager,
      'grid.illegal-building',
      { ...base, code: 'WJ-2', address: '和平路2号', areaM2: 80.25, state: 'removed', removedOn: '2026-05-10' },
      at(6),
    )
    expect((await figure('grid.illegal-area'))[0]?.value).toBe(200.75)
    expect(
      (await figure('grid.illegal-removed-area', { from: '2026-05-01T00:00:00+08:00', to: '2026-06-01T00:00:00+08:00' }))[0]
        ?.value,
    ).toBe(80.25)
  })

  it('ad-site-register 阵地许可到期被数出', async () => {
    const base = { form: 'column', widthM: 6, heightM: 18, owner: '某广告公司', state: 'listed' }
    await add(manager, 'grid.ad-site', { ...base, code: 'GG-1', address: '高速口', expiresOn: '2025-12-31' }, at(7))
    await add(manager, 'grid.ad-site', { ...base, code: 'GG-2', address: '广场', expiresOn: '2099-12-31' }, at(7))
    expect([(await figure('grid.ad-sites'))[0]?.value, (await figure('grid.ad-expired'))[0]?.value]).toEqual([2, 1])
  })

  it('one-platform-integration 一个身份、一个网格、一个案件号贯穿各子系统', async () => {
    const meta = ok(await manager.get<{ me: { personId: string }; definitions: { id: string }[] }>('/meta')).body
    expect(meta.me.personId).toBe(manager.personId)
    const order = await open(
      await w.as('shouli1'),
      'intake.order',
      { channel: '12345', kind: 'complaint', content: '一号通查' },
      at(2),
    )
    const operator = await w.as('shouli1')
    await operator.act('intake.order', order.id, 'accept')
    await operator.act('intake.order', order.id, 'toCase', {})
    await w.settle()
    await w.settle()
    const number = (await row('intake.order', order.id)).caseNumber
    const found = ok(await manager.get<{ rows: { number: string; areaCode: string }[] }>('/rows/cases.case', { search: number }))
      .body.rows
    expect(found).toEqual([expect.objectContaining({ number, areaCode: w.kernel.places.find(w.district, at(2).lon, at(2).lat) })])
  })
})
