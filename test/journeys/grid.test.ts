import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { type Client, photo, somewhere, type World, world } from '../world.ts'

/** The base registers at work: redrawing, staffing, census, repair jobs, figures that lock, sharing. One test per row of the mission. */
describe('网格与基础台账', () => {
  let w: World
  let data: Client
  let manager: Client
  let street: Client
  let municipal: Client
  let collector: Client
  let units: { id: string; name: string }[] = []
  const unitOf = (name: string): string => units.find((u) => u.name === name)?.id ?? ''
  const at = (n: number) => ({ lon: somewhere.lon + (n % 8) * 0.0011, lat: somewhere.lat + Math.floor(n / 8) * 0.0018 })

  beforeAll(async () => {
    w = await world('2026-05-11 09:00')
    ;[data, manager, street, municipal, collector] = (await Promise.all(
      ['shuju', 'kaohe1', 'jiedao1', 'chuzhi11', 'caiji1'].map((l) => w.as(l)),
    )) as [Client, Client, Client, Client, Client]
    units = (await data.get<{ units: { id: string; name: string }[] }>('/meta')).body.units
  })
  afterAll(() => w.close())

  const ok = <T extends { status: number; body: unknown }>(answer: T): T => {
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
    return answer
  }
  const add = async (who: Client, register: string, values: unknown, place?: unknown) =>
    ok(await who.post<{ id: string; version: number }>(`/rows/${register}`, { values, ...(place ? { place } : {}) })).body
  const open = async (who: Client, name: string, values: unknown, extra: Record<string, unknown> = {}) =>
    ok(await who.post<{ id: string; number: string }>(`/subjects/${name}`, { values, ...extra })).body
  const row = async (definition: string, id: string) =>
    ok(await manager.get<Record<string, any>>(`/rows/${definition}/${id}`)).body
  const figure = async (id: string, query: Record<string, string> = {}) =>
    ok(
      await manager.get<{ values: { key: string | null; value: number | null; numerator: number; denominator: number }[] }>(
        `/indicators/${id}`,
        query,
      ),
    ).body.values
  const refusedNew = async (who: Client, register: string, values: unknown, place?: unknown) => {
    const answer = await who.post(`/rows/${register}`, { values, ...(place ? { place } : {}) })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    return String(answer.body.zh)
  }

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
    const values = { community, retired: [old], cells, effectiveOn: '2026-05-12', reason: '道路拓宽' }
    const gap = await data.post('/subjects/grid.redraw', { values: { ...values, cells: cells.slice(0, 1) } })
    expect(String(gap.body.zh)).toContain('空隙')
    const reused = await data.post('/subjects/grid.redraw', {
      values: { ...values, cells: [{ ...cells[0], code: old }, cells[1]] },
    })
    expect(String(reused.body.zh)).toContain('历史编码不得再用')
    const redraw = await open(data, 'grid.redraw', values)
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
  })

  it('grid-staffing 谁在哪格哪班;每级在编比例;无人社区被点名', async () => {
    const staff = (area: string, role: string, name: string, establishment: string) =>
      add(data, 'grid.staff', { area, role, name, establishment, shift: 'day', validFrom: '2026-01-01' })
    await staff('329901001001', 'chief', '甲', 'formal')
    await staff('329901001001', 'assistant', '乙', 'auxiliary')
    await staff('329901001001', 'cleaner', '丙', 'auxiliary')
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
      await manager.get<{ rows: { areaCode: string; formalShare: number }[]; uncovered: number }>('/grid/staffing', {
        on: '2026-05-12',
      }),
    )
    expect(body.rows).toEqual([
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
    ok(await collector.post('/cases', { description: '地铁口占道', source: 'collector', ...at(3) }))
    const find = async () =>
      ok(await manager.get<{ rows: { id: string; isMissed: boolean; cases: number }[] }>('/grid/key-points')).body.rows.find(
        (r) => r.id === point.id,
      )
    expect(await find()).toMatchObject({ isMissed: true, cases: 1 })
    await add(manager, 'grid.point-visit', { point: point.id, note: '正常' })
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
    await municipal.act('grid.component-job', job.id, 'fix', { photos: [photo()], quantity: 1 })
    await w.settle()
    expect(await row('grid.component', component.id)).toMatchObject({ state: 'intact', changedOn: '2026-05-12' })
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

  it('data-census-entry 任务、现场录入、他人审核入库、完整度与录入人', async () => {
    const task = await open(manager, 'grid.census', {
      name: '湖滨商户普查',
      target: 'grid.shop',
      area: '329901001',
      expected: 4,
      dueOn: '2026-06-30',
    })
    const values = {
      name: '阿明水果',
      address: '文化路8号',
      trade: 'vegetable',
      isSigned: false,
      isPosted: false,
      grade: 'green',
    }
    const wrong = { task: task.id, target: 'grid.shop', values: { ...values, trade: '菜店' }, photos: [photo()] }
    expect((await collector.post<{ zh: string }>('/subjects/grid.entry', { values: wrong, ...at(1) })).body.zh).toContain('业态')
    const entry = await open(collector, 'grid.entry', { task: task.id, target: 'grid.shop', values, photos: [photo()] }, at(1))
    await expect(manager.refused('grid.census', task.id, 'finish')).resolves.toContain('1条未审核')
    await manager.act('grid.entry', entry.id, 'approve')
    await w.settle()
    const shops = ok(await manager.get<{ rows: { name: string; areaCode: string }[] }>('/rows/grid.shop', { search: '阿明水果' }))
    expect(shops.body.rows[0]?.areaCode).toHaveLength(15)
    const { body } = ok(await manager.get<{ rows: Record<string, unknown>[] }>('/grid/census'))
    expect(body.rows[0]).toMatchObject({ expected: 4, entered: 1, approved: 1, rate: 25, people: [{ count: 1 }] })
    await manager.act('grid.census', task.id, 'finish')
  })

  it('compound-register 小区户数合计,名称唯一', async () => {
    const before = (await figure('grid.households'))[0]?.value ?? 0
    const values = {
      name: '测试花园',
      address: '永红路',
      hasCommittee: true,
      households: 300,
      isVilla: false,
      sortingGrade: 'demo',
      isFreeOfIllegal: true,
      isRevenuePublic: true,
    }
    await add(manager, 'grid.compound', values, at(2))
    await expect(refusedNew(manager, 'grid.compound', values, at(2))).resolves.toContain('小区名称“测试花园”已存在')
    expect((await figure('grid.households'))[0]?.value).toBe(before + 300)
  })

  it('enterprise-register 信用代码校验、按行业计数', async () => {
    const values = {
      name: '净美保洁公司',
      uscc: '91320400MA1XYZ1234',
      industry: 'cleaning',
      vehicles: 12,
      staff: 80,
      isOperating: true,
    }
    await expect(refusedNew(manager, 'grid.enterprise', { ...values, uscc: '123' })).resolves.toContain('18位')
    await add(manager, 'grid.enterprise', { ...values, uscc: '91320400MA1XQD1234' })
    expect((await figure('grid.enterprises', { by: 'industry' }))[0]).toMatchObject({ key: 'cleaning', value: 1 })
  })

  it('village-town-register 行政村为覆盖率分母,湾组须有所属', async () => {
    const v = { town: '新丰镇', level: 'village', households: 400, collection: 'points', title: 'none' }
    const village = await add(manager, 'grid.village', { ...v, name: '东村', isSorting: true })
    await add(manager, 'grid.village', { ...v, name: '西村', isSorting: false })
    await expect(refusedNew(manager, 'grid.village', { ...v, name: '三组', level: 'group', isSorting: true })).resolves.toContain(
      '所属行政村',
    )
    await add(manager, 'grid.village', { ...v, name: '三组', level: 'group', parent: village.id, isSorting: true })
    expect((await figure('grid.villages-sorting-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
  })

  it('org-duty-register 职责带起止日期,移交后当天按新单位', async () => {
    const find = async () =>
      ok(
        await manager.get<{ lead: { unit: string } }>('/cases/duty', { kind: 'component', category: '01077', area: '329901003' }),
      ).body.lead.unit
    expect(await find()).toBe('市政设施养护所')
    await add(data, 'cases.duty', {
      kind: 'component',
      categoryPrefix: '01077',
      areaPrefix: '329901',
      unit: unitOf('城市照明管理所'),
      role: 'lead',
      validFrom: '2026-05-13',
      basis: '移交纪要',
    })
    expect(await find()).toBe('市政设施养护所')
    await w.clock.to('2026-05-13 09:00')
    expect(await find()).toBe('城市照明管理所')
  })

  it('standards-library 编制、草案、送审、发布,检查项连到条款', async () => {
    const a = await open(manager, 'grid.standard', { name: '道路环卫机械化清洗作业服务规范', edition: '2026', scope: '全区' })
    await expect(
      manager.refused('grid.standard', a.id, 'publish', { document: 'x', publishedOn: '2026-05-13' }),
    ).resolves.toContain('送审')
    await manager.act('grid.standard', a.id, 'draft', {})
    await manager.act('grid.standard', a.id, 'submit')
    await manager.act('grid.standard', a.id, 'publish', { document: '城管〔2026〕8号', publishedOn: '2026-05-13' })
    await add(manager, 'grid.standard-item', { standard: a.id, clause: '5.2', item: '主干道每日冲洗不少于2次', score: 5 })
    expect(
      (await figure('grid.standards-published', { from: '2026-05-01T00:00:00+08:00', to: '2026-06-01T00:00:00+08:00' }))[0]
        ?.value,
    ).toBe(1)
  })

  it('sector-data-systems 五大行业数据集按应有数量与更新周期计完整度', async () => {
    const have = (await figure('grid.components', { by: 'category' })).find((v) => v.key === '04002')?.value ?? 0
    await add(manager, 'grid.sector-set', {
      sector: 'garden',
      objectType: '行道树',
      register: 'grid.component',
      categoryPrefix: '04002',
      expected: have * 2,
      updateDays: 365,
      duty: unitOf('园林绿化管理所'),
    })
    const { body } = ok(await manager.get<{ rows: { have: number; score: number }[] }>('/grid/sectors'))
    expect(body.rows[0]).toMatchObject({ have, fresh: have, score: 50 })
  })

  it('gov-data-aggregation app-onboarding data-sharing-exchange 归集率、接入率、从未使用的共享', async () => {
    const item = await add(manager, 'grid.data-item', {
      name: '公厕基础数据',
      source: unitOf('环境卫生管理所'),
      frequency: 'month',
      sector: 'sanitation',
      isOpen: true,
    })
    await add(manager, 'grid.data-item', {
      name: '行道树养护数据',
      source: unitOf('园林绿化管理所'),
      frequency: 'year',
      sector: 'garden',
      isOpen: true,
    })
    await add(manager, 'grid.delivery', { item: item.id, rows: 200, badRows: 5, note: '5月' })
    await add(manager, 'grid.application', {
      name: '渣土监管',
      owner: unitOf('综合执法大队'),
      interface: 'api',
      isRequired: true,
      state: 'planned',
    })
    await expect(
      refusedNew(manager, 'grid.application', {
        name: '停车',
        owner: unitOf('综合执法大队'),
        interface: 'sso',
        isRequired: true,
        state: 'connected',
      }),
    ).resolves.toContain('接入日期')
    await add(manager, 'grid.application', {
      name: '停车',
      owner: unitOf('综合执法大队'),
      interface: 'sso',
      isRequired: true,
      state: 'connected',
      connectedOn: '2026-04-01',
    })
    const share = await open(manager, 'grid.sharing', { item: item.id, unit: unitOf('园林绿化管理所'), purpose: '公园公厕调度' })
    await manager.act('grid.sharing', share.id, 'grant', { until: '2026-12-31' })
    const figures = async () => ok(await manager.get<Record<string, any>>('/grid/data')).body
    expect(await figures()).toMatchObject({
      received: 1,
      catalogued: 2,
      connected: 1,
      required: 2,
      unused: [{ purpose: '公园公厕调度' }],
    })
    expect((await figures()).items[0].quality).toBe(97.5)
    await add(manager, 'grid.sharing-use', { sharing: share.id, rows: 20, note: '取数' })
    expect((await figures()).unused).toEqual([])
    expect((await figure('grid.onboarding-rate'))[0]?.value).toBe(50)
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

  it('地址:路口加方位距离、门牌、小区,不靠外部服务', async () => {
    const roads = ok(await manager.get<{ rows: { name: string }[] }>('/rows/grid.road', { limit: '100' })).body.rows.map(
      (r) => r.name,
    )
    const described = ok(
      await w.anyone.get<{ label: string; path: string[] }>('/grid/describe', { lon: String(at(2).lon), lat: String(at(2).lat) }),
    ).body
    expect(described.path[0]).toBe('湖滨区')
    expect(described.label).toMatch(/(交叉口|附近)/)
    const [first, second] = [
      roads.find((r) => r.endsWith('大道') && r.startsWith('和平')) ?? roads[0],
      roads.find((r) => r.endsWith('街')) ?? roads[1],
    ]
    const { body } = ok(
      await w.anyone.get<{ hits: { label: string; areaCode: string | null }[] }>('/grid/address', {
        q: `${first}与${second}交叉口东50米`,
      }),
    )
    if (body.hits[0]) expect(body.hits[0].label).toContain('东50米')
    const door = ok(await w.anyone.get<{ hits: { kind: string }[] }>('/grid/address', { q: '文化路8号' })).body
    expect(door.hits[0]?.kind).toBe('商户')
  })
})
