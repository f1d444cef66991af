import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo } from '../world.ts'
import { add, at, type GridOffice, ok, open, openGridOffice, refusedNew } from './grid-office.ts'

/** The registers others live on: census, compounds, enterprises, villages, duties, standards, shared data. One test per row of the mission. */
describe('普查、名录、职责、标准与共享', () => {
  let collector: GridOffice['collector']
  let data: GridOffice['data']
  let figure: GridOffice['figure']
  let manager: GridOffice['manager']
  let row: GridOffice['row']
  let unitOf: GridOffice['unitOf']
  let w: GridOffice['w']
  beforeAll(async () => {
    ;({ collector, data, figure, manager, row, unitOf, w } = await openGridOffice('2026-05-12 14:00'))
  })
  afterAll(() => w.close())

  it('data-census-entry 任务、现场录入、他人审核入库、完整度与录入人', async () => {
    const here = (w.kernel.places.find(w.district, at(1).lon, at(1).lat) ?? '').slice(0, 9)
    const task = await open(manager, 'grid.census', {
      name: '湖滨商户普查',
      target: 'grid.shop',
      area: here,
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
    const given = { task: task.id, target: 'grid.shop', values, photos: [photo()] }
    const refusedEntry = async (changed: Record<string, unknown>, place: object) =>
      String(
        (await collector.post<{ zh: string }>('/subjects/grid.entry', { values: { ...given, ...changed }, ...place })).body.zh,
      )
    await expect(refusedEntry({}, {})).resolves.toContain('请在现场定位')
    const elsewhere = ok(
      await manager.get<{ rows: { lon: number; lat: number; areaCode: string }[] }>('/rows/grid.shop', { limit: '1000' }),
    ).body.rows.find((r) => r.areaCode && !r.areaCode.startsWith(here))
    await expect(refusedEntry({}, { lon: elsewhere?.lon, lat: elsewhere?.lat })).resolves.toContain('不在普查区域内')
    const other = await open(manager, 'grid.census', {
      ...{ name: '小区普查', target: 'grid.compound', area: here, expected: 1, dueOn: '2026-06-30' },
    })
    await expect(refusedEntry({ task: other.id }, at(1))).resolves.toContain('该任务普查的是居住小区')
    await manager.act('grid.census', other.id, 'finish')
    await expect(refusedEntry({ task: other.id }, at(1))).resolves.toContain('普查任务已结束')
    const late = { name: '过期', target: 'grid.shop', area: here, expected: 1, dueOn: '2026-05-01' }
    expect(String((await manager.post('/subjects/grid.census', { values: late })).body.zh)).toContain('不能早于今天')
    expect((await collector.post('/subjects/grid.census', { values: { ...late, dueOn: '2026-06-01' } })).status).toBe(403)
    const entry = await open(collector, 'grid.entry', given, at(1))
    const again = await open(collector, 'grid.entry', given, at(1))
    await expect(collector.refused('grid.entry', entry.id, 'approve')).resolves.toContain('权限')
    await expect(manager.refused('grid.census', task.id, 'finish')).resolves.toContain('2条未审核')
    await manager.act('grid.entry', entry.id, 'approve')
    await w.settle()
    await expect(manager.refused('grid.entry', again.id, 'approve')).resolves.toContain('已有店招名称“阿明水果”')
    await manager.act('grid.entry', again.id, 'sendBack', { reason: '重复' })
    await expect(manager.refused('grid.census', task.id, 'finish')).resolves.toContain('退回后未补正')
    await (await w.as('caiji4')).act('grid.entry', again.id, 'drop', { reason: '同一家店录了两次' })
    const published = await row('grid.entry', entry.id)
    expect(published.name).toBe('阿明水果')
    expect((await row('grid.shop', published.published)).name).toBe('阿明水果')
    const shops = ok(await manager.get<{ rows: { name: string; areaCode: string }[] }>('/rows/grid.shop', { search: '阿明水果' }))
    expect(shops.body.rows[0]?.areaCode).toHaveLength(15)
    const { body } = ok(
      await manager.get<{ rows: { id: string }[]; grids: { id: string; area: string; approved: number }[] }>('/grid/census'),
    )
    expect(body.rows.find((r) => r.id === task.id)).toMatchObject({
      ...{ expected: 4, entered: 1, approved: 1, rate: 25, people: [{ count: 2 }], dueOn: '2026-06-30' },
    })
    const grids = body.grids.filter((g) => g.id === task.id)
    expect([grids.length, grids.filter((g) => g.approved > 0).map((g) => g.area)]).toEqual([
      8,
      [shops.body.rows[0]?.areaCode.slice(0, 12)],
    ])
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
    const firm = await add(manager, 'grid.enterprise', { ...values, uscc: '91320400MA1XQD1234' })
    const file = async () => ok(await manager.get<{ subjects: object[]; bad: object[] }>(`/credit/enterprises/${firm.id}`)).body
    expect(await file()).toMatchObject({ subjects: [], bad: [] })
    await add(data, 'credit.subject', { name: '净美保洁公司', code: '91320400MA1XQD1234', kind: 'org', trade: 'cleaning' })
    expect((await file()).subjects).toMatchObject([{ name: '净美保洁公司', trade: 'cleaning' }])
    expect((await collector.get(`/credit/enterprises/${firm.id}`)).status).toBe(403)
    expect((await figure('grid.enterprises', { by: 'industry' }))[0]).toMatchObject({ key: 'cleaning', value: 1 })
  })

  it('village-town-register 行政村为覆盖率分母,湾组须有所属', async () => {
    const v = { town: '新丰镇', level: 'village', households: 400, collection: 'points', title: 'none' }
    const village = await add(manager, 'grid.village', { ...v, name: '东村', isSorting: true })
    await add(manager, 'grid.village', { ...v, name: '西村', isSorting: false })
    await expect(refusedNew(manager, 'grid.village', { ...v, name: '三组', level: 'group', isSorting: true })).resolves.toContain(
      '所属行政村',
    )
    const group = await add(manager, 'grid.village', { ...v, name: '三组', level: 'group', parent: village.id, isSorting: true })
    const under = { ...v, level: 'group', isSorting: true }
    await expect(refusedNew(manager, 'grid.village', { ...under, name: '四组', parent: group.id })).resolves.toContain(
      '须是一个行政村',
    )
    await expect(
      refusedNew(manager, 'grid.village', { ...under, town: '别的镇', name: '五组', parent: village.id }),
    ).resolves.toContain('乡镇不一致')
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
    const wrong = { kind: 'component', unit: unitOf('城市照明管理所'), role: 'lead', validFrom: '2026-05-13' }
    await expect(refusedNew(data, 'cases.duty', { ...wrong, areaPrefix: '888888' })).resolves.toContain('没有这个区域')
    await expect(refusedNew(data, 'cases.duty', { ...wrong, areaPrefix: '329901', categoryPrefix: '99' })).resolves.toContain(
      '没有类别99',
    )
    const entries = async () =>
      ok(
        await data.get<{ rows: { id: string; unit: string; validFrom: string; validTo: string | null }[] }>('/rows/cases.duty', {
          filter: JSON.stringify({ categoryPrefix: '01077' }),
        }),
      ).body.rows.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    const [entry] = await entries()
    const transfer = (who: Client, unit: string, on = '2026-05-20') =>
      who.post(`/cases/duties/${entry?.id}/transfer`, { unit: unitOf(unit), on, basis: '区编办〔2026〕3号' })
    expect((await transfer(collector, '排水管理中心')).status).toBe(403)
    expect(String((await transfer(data, '城市照明管理所')).body.zh)).toContain('就是现责任单位')
    expect(String((await transfer(data, '排水管理中心', '2026-05-13')).body.zh)).toContain('应晚于原条目起日')
    ok(await transfer(data, '排水管理中心'))
    expect(await entries()).toMatchObject([
      { unit: unitOf('城市照明管理所'), validFrom: '2026-05-13', validTo: '2026-05-20' },
      { unit: unitOf('排水管理中心'), validFrom: '2026-05-20', validTo: null },
    ])
    const check = await manager.get<{ conflicts: unknown[] }>('/cases/duty-check', { from: '2026-05-13', to: '2026-06-01' })
    expect(check.body.conflicts).toEqual([])
    expect(await find()).toBe('城市照明管理所')
  })

  it('standards-library 编制、草案、送审、发布,检查项连到条款', async () => {
    const a = await open(manager, 'grid.standard', { name: '道路环卫机械化清洗作业服务规范', edition: '2026', scope: '全区' })
    await expect(
      manager.refused('grid.standard', a.id, 'publish', { document: 'x', publishedOn: '2026-05-13' }),
    ).resolves.toContain('送审')
    await manager.act('grid.standard', a.id, 'draft', {})
    await manager.act('grid.standard', a.id, 'submit')
    const release = { document: '城管〔2026〕8号', publishedOn: '2026-05-13' }
    await expect(manager.refused('grid.standard', a.id, 'publish', release)).resolves.toContain('请附标准文本')
    await manager.act('grid.standard', a.id, 'sendBack', { reason: '补文本' })
    await manager.act('grid.standard', a.id, 'revise', { scope: '全区', text: [photo()] })
    await manager.act('grid.standard', a.id, 'submit')
    await manager.act('grid.standard', a.id, 'publish', release)
    const item = await add(manager, 'grid.standard-item', {
      standard: a.id,
      clause: '5.2',
      item: '主干道每日冲洗不少于2次',
      score: 5,
    })
    const [line] = ok(
      await manager.get<{ rows: { id: string; code: string }[] }>('/rows/evaluation.check-item', {
        filter: JSON.stringify({ topic: 'longterm' }),
      }),
    ).body.rows
    ok(await manager.patch(`/rows/evaluation.check-item/${line?.id}`, { values: { standardItem: item.id } }))
    const check = await open(manager, 'evaluation.check', {
      ...{ topic: 'longterm', name: '标准引用', mode: 'all', fromOn: '2026-05-13', toOn: '2026-05-20' },
    })
    const { items } = await row('evaluation.check', check.id)
    expect(items.find((i: { code: string }) => i.code === line?.code)?.clause).toBe(
      '《道路环卫机械化清洗作业服务规范》(2026)第5.2条',
    )
    const b = await open(manager, 'grid.standard', {
      ...{ name: '道路环卫机械化清洗作业服务规范', edition: '2026修订', scope: '全区', replaces: a.id },
    })
    await expect(open(manager, 'grid.standard', { name: '甲', edition: '1', scope: '全区', replaces: b.id })).rejects.toThrow(
      '已发布',
    )
    await manager.act('grid.standard', b.id, 'draft', { text: [photo()] })
    await manager.act('grid.standard', b.id, 'submit')
    await manager.act('grid.standard', b.id, 'publish', { ...release, document: '城管〔2026〕9号' })
    await w.settle()
    expect((await row('grid.standard', a.id)).status).toBe('replaced')
    await expect(
      refusedNew(manager, 'grid.standard-item', { standard: a.id, clause: '9', item: '迟到的', score: 1 }),
    ).resolves.toContain('被替代')
    expect(
      (await figure('grid.standards-published', { from: '2026-05-01T00:00:00+08:00', to: '2026-06-01T00:00:00+08:00' }))[0]
        ?.value,
    ).toBe(2)
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
    await expect(refusedNew(manager, 'grid.delivery', { item: item.id, rows: 2, badRows: 5, note: '5月' })).resolves.toContain(
      '不能多于',
    )
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
    const closed = await add(manager, 'grid.data-item', {
      ...{ name: '内部台账', source: unitOf('环境卫生管理所'), frequency: 'year', sector: 'sanitation', isOpen: false },
    })
    const gardener = await w.as('chuzhi41')
    const asked = { item: item.id, unit: unitOf('园林绿化管理所'), purpose: '公园公厕调度' }
    const refusedShare = async (who: Client, changed: object) =>
      String((await who.post('/subjects/grid.sharing', { values: { ...asked, ...changed } })).body.zh)
    await expect(refusedShare(gardener, { item: closed.id })).resolves.toContain('不可共享')
    await expect(refusedShare(gardener, { unit: unitOf('环境卫生管理所') })).resolves.toContain('只能为本单位申请')
    const own = await open(manager, 'grid.sharing', { ...asked, purpose: '自批' })
    await expect(manager.refused('grid.sharing', own.id, 'grant', { until: '2026-12-31' })).resolves.toContain(
      '不能审批自己的申请',
    )
    await data.act('grid.sharing', own.id, 'refuse', { reason: '重复' })
    await expect(refusedNew(manager, 'grid.sharing-use', { sharing: own.id, rows: 1, note: '取数' })).resolves.toContain(
      '只有共享中',
    )
    const share = await open(gardener, 'grid.sharing', asked)
    await expect(manager.refused('grid.sharing', share.id, 'grant', { until: '2026-01-01' })).resolves.toContain('不能早于今天')
    await manager.act('grid.sharing', share.id, 'grant', { until: '2026-12-31' })
    const figures = async () => ok(await manager.get<Record<string, any>>('/grid/data')).body
    expect(await figures()).toMatchObject({
      ...{ received: 1, catalogued: 3, receivedRate: 33.33, connected: 1, required: 2, connectedRate: 50 },
      unused: [{ purpose: '公园公厕调度' }],
    })
    expect((await figures()).items[0].quality).toBe(97.5)
    expect((await figures()).idle).toHaveLength(3)
    await expect(
      refusedNew(await w.as('chuzhi11'), 'grid.sharing-use', { sharing: share.id, rows: 20, note: '取数' }),
    ).resolves.toContain('其他单位的共享')
    await add(gardener, 'grid.sharing-use', { sharing: share.id, rows: 20, note: '取数' })
    expect((await figures()).unused).toEqual([])
    expect((await figures()).idle).toHaveLength(2)
    expect((await figure('grid.onboarding-rate'))[0]?.value).toBe(50)
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
