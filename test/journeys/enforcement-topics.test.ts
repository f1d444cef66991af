import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice } from './enforcement-office.ts'

/** 专项执法: campaigns, checks with exclusive outcomes, items struck off, spots checked again. One test for each row of the mission. */
describe('专项执法', () => {
  let w: World
  let o: Office
  let unit = ''
  const penalty = 'enforcement.penalty'
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
    const { units } = (await o.officer.get<{ units: { id: string; name: string }[] }>('/meta')).body
    unit = units.find((u) => u.name === '文昌街道综合执法中队')?.id ?? ''
  })
  afterAll(() => w.close())
  const value = async (id: string, query: Record<string, string> = {}) => (await o.figure(`enforcement.${id}`, query))[0]?.value
  const compounds = async () =>
    (await o.reader.get<{ rows: { id: string; households: number }[] }>('/rows/grid.compound', { limit: '5' })).body.rows
  const near = (n: number) => ({ lon: somewhere.lon - n * 0.0015, lat: somewhere.lat })

  it('special-campaigns 专项行动:目标、区域、出动、检查、整改、处罚汇成一键报告;未销号不能结束', async () => {
    const { officer, clerk, partner } = o
    const bad = {
      name: '餐厨废弃物专项整治',
      topics: ['foodWaste', 'frontage'],
      goal: '覆盖全部餐饮',
      target: 4,
      startsOn: '2026-03-05',
      endsOn: '2026-03-01',
      areas: ['文昌街道'],
      unit,
    }
    expect((await o.tryOpen(clerk, 'enforcement.campaign', bad)).zh).toContain('结束日期不能早于开始日期')
    const campaign = (await o.open(clerk, 'enforcement.campaign', { ...bad, endsOn: '2026-03-31' })).id
    await expect(clerk.refused('enforcement.campaign', campaign, 'start')).resolves.toContain('2026-03-05才开始')
    await w.clock.to('2026-03-05 09:00')
    const early = await officer.post<{ zh: string }>('/rows/enforcement.operation', {
      values: { campaign, place: '文昌路', people: 8, vehicles: 2 },
    })
    expect(early.body.zh).toContain('不在进行中')
    await clerk.act('enforcement.campaign', campaign, 'start')
    await o.add(officer, 'enforcement.operation', { campaign, place: '文昌路', people: 8, vehicles: 2 })
    await o.add(officer, 'enforcement.operation', { campaign, place: '建设路', people: 6, vehicles: 1 })
    const party = await o.party('org', '大众饭店')
    const check = (outcome: string) =>
      o.open(officer, 'enforcement.food-waste-check', {
        party,
        coOfficer: partner.personId,
        address: '文昌路1号',
        outcome,
        findings: '泔水外运',
        photos: [photo()],
        campaign,
        subjectKind: 'restaurant',
        hasContract: 'yes',
      })
    for (const outcome of ['pass', 'educated', 'guided']) await check(outcome)
    // The target is a number of checks: the word for the outcome cannot run ahead of it.
    await expect(clerk.refused('enforcement.campaign', campaign, 'end', { summary: 'good', note: '完成' })).resolves.toContain(
      '目标检查4次,实际3次',
    )
    await check('filed')
    const issue = await o.open(officer, 'enforcement.frontage-issue', {
      party,
      address: '文昌路1号',
      description: '门前油污',
      photos: [photo()],
      campaign,
      duty: 'sanitation',
    })
    await w.settle()
    await expect(clerk.refused('enforcement.campaign', campaign, 'end', { summary: 'good', note: '完成' })).resolves.toContain(
      '还有1项',
    )
    await officer.act('enforcement.frontage-issue', issue.id, 'order', { note: '限期整改' })
    await officer.act('enforcement.frontage-issue', issue.id, 'report', {
      fixedBy: 'owner',
      result: '已清洗',
      afterPhotos: [photo()],
    })
    await expect(officer.refused('enforcement.frontage-issue', issue.id, 'clear', { checkPhotos: [photo()] })).resolves.toContain(
      '不能与报整改完成的人是同一人',
    )
    await partner.act('enforcement.frontage-issue', issue.id, 'clear', { checkPhotos: [photo()] })
    await clerk.act('enforcement.campaign', campaign, 'end', { summary: 'good', note: '完成' })
    const report = (await o.reader.get<Record<string, any>>(`/enforcement/campaigns/${campaign}/report`)).body
    expect(report).toMatchObject({
      operations: { n: 2, people: 14, vehicles: 3 },
      checks: { total: 4, byOutcome: { pass: 1, educated: 1, guided: 1, filed: 1 } },
      issues: { found: 1, cleared: 1 },
      measures: { educate: 1, guide: 1 },
    })
    expect(report.text).toContain('检查4次(目标4次,完成100%)')
    expect(await value('operations')).toBe(2)
    expect(await value('campaigns')).toBe(1)
  })

  it('food-waste-enforcement 检查次数与结果分开计数;结果只能一种;立案的成为案源', async () => {
    const { officer, partner } = o
    const party = await o.party('org', '快餐店')
    const values = {
      party,
      coOfficer: partner.personId,
      address: '人民路',
      findings: '无合同',
      photos: [photo()],
      subjectKind: 'restaurant',
      hasContract: 'no',
    }
    expect((await o.tryOpen(officer, 'enforcement.food-waste-check', { ...values, outcome: 'pass' })).zh).toContain(
      '不能判为合格',
    )
    expect(
      (await o.tryOpen(officer, 'enforcement.food-waste-check', { ...values, outcome: ['educated', 'filed'] })).zh,
    ).toContain('结果(只能一种)')
    expect(
      (await o.tryOpen(officer, 'enforcement.food-waste-check', { ...values, coOfficer: o.clerk.personId, outcome: 'guided' }))
        .zh,
    ).toContain('没有有效的行政执法证')
    const filed = await o.open(officer, 'enforcement.food-waste-check', { ...values, outcome: 'filed' })
    const [made] = await o.children('enforcement.food-waste-check', filed.id, penalty)
    expect(await o.row(penalty, made?.id ?? '')).toMatchObject({
      topic: 'foodWaste',
      status: 'lead',
      handler: officer.personId,
      coHandler: partner.personId,
    })
    const figures = ['food-waste-checks', 'food-waste-educated', 'food-waste-guided', 'food-waste-filed']
    expect(await Promise.all(figures.map((f) => value(f)))).toEqual([5, 1, 1, 2])
    expect((await o.figure('enforcement.food-waste-checks', { by: 'outcome' })).reduce((n, v) => n + Number(v.value), 0)).toBe(5)
  })

  it('sorting-enforcement 四个环节,教育劝阻、督促整改、立案、罚款四个数', async () => {
    const { officer, partner } = o
    const party = await o.party('person', '居民某')
    const values = { party, coOfficer: partner.personId, address: '小区', findings: '混投', photos: [photo()] }
    expect(
      (await o.tryOpen(officer, 'enforcement.sorting-check', { ...values, link: 'haul', place: 'shop', outcome: 'educated' })).zh,
    ).toContain('运输查车辆')
    await o.open(officer, 'enforcement.sorting-check', { ...values, link: 'drop', place: 'compound', outcome: 'educated' })
    const ordered = await o.open(officer, 'enforcement.sorting-check', {
      ...values,
      link: 'haul',
      place: 'vehicle',
      outcome: 'ordered',
    })
    expect(ordered.status).toBe('open')
    // The order is looked at again on its own page, and the check ends with it.
    const [order] = await o.children('enforcement.sorting-check', ordered.id, 'enforcement.measure')
    await officer.act('enforcement.measure', order?.id ?? '', 'recheck', {
      isHeeded: true,
      outcome: '已分类运输',
      afterPhotos: [photo()],
    })
    await w.settle()
    expect(await o.row('enforcement.sorting-check', ordered.id)).toMatchObject({
      status: 'done',
      recheck: `${order?.number}已改正:已分类运输`,
    })
    await o.open(officer, 'enforcement.sorting-check', { ...values, link: 'treat', place: 'plant', outcome: 'filed' })
    const spot = await o.tryOpen(
      officer,
      penalty,
      {
        source: 'check',
        topic: 'sorting',
        lawCode: 'V21',
        party,
        happenedOn: o.today(),
        address: '小区',
        description: '未分类投放',
        coHandler: partner.personId,
        track: 'micro',
        kinds: ['fine'],
        fineFen: 15_000,
        isShown: true,
        defence: '无',
        photos: [photo()],
      },
      { action: 'decideOnSpot', ...somewhere },
    )
    expect(spot.status).toBe('served')
    expect(
      await Promise.all(['sorting-educated', 'sorting-ordered', 'sorting-filed', 'sorting-fines-yuan'].map((f) => value(f))),
    ).toEqual([1, 1, 1, 150])
    expect((await o.figure('enforcement.sorting-checks', { by: 'link' })).map((v) => v.key).sort()).toEqual([
      'drop',
      'haul',
      'treat',
    ])
    expect((await o.list('enforcement.measure', { topic: 'sorting', kind: 'educate' })).total).toBe(1)
  })

  it('frontage-penalty 未整改才转责任制处罚,案件连着未整改的问题', async () => {
    const { officer } = o
    const shops = await o.reader.get<{ rows: { id: string }[] }>('/rows/grid.shop', { limit: '1' })
    const party = await o.party('org', '门店一')
    const issue = await o.open(officer, 'enforcement.frontage-issue', {
      party,
      address: '建设路9号',
      description: '店外堆物',
      photos: [photo()],
      shop: shops.body.rows[0]?.id,
      duty: 'order',
    })
    await officer.act('enforcement.frontage-issue', issue.id, 'order', {
      note: '限期整改',
      limit: { value: 3, unit: 'natural_day' },
    })
    await expect(officer.refused('enforcement.frontage-issue', issue.id, 'punish')).resolves.toContain('期限未满')
    await w.clock.to('2026-03-09 09:00')
    await officer.act('enforcement.frontage-issue', issue.id, 'punish')
    const [made] = await o.children('enforcement.frontage-issue', issue.id, penalty)
    expect(await o.row(penalty, made?.id ?? '')).toMatchObject({
      topic: 'frontage',
      sourceType: 'enforcement.frontage-issue',
      sourceId: issue.id,
      lawCode: 'F01',
    })
    await officer.act(penalty, made?.id ?? '', 'submitFiling', { coHandler: o.partner.personId })
    await o.head.act(penalty, made?.id ?? '', 'approveFiling')
    expect((await o.figure('enforcement.cases-filed', { by: 'topic' })).find((v) => v.key === 'frontage')?.value).toBe(1)
    const spot = await o.tryOpen(
      officer,
      penalty,
      {
        source: 'issue',
        topic: 'frontage',
        lawCode: 'F01',
        party,
        happenedOn: o.today(),
        address: '建设路9号',
        description: '店外堆物拒不整改',
        coHandler: o.partner.personId,
        track: 'simple',
        kinds: ['fine'],
        fineFen: 100_000,
        isShown: true,
        defence: '无',
        photos: [photo()],
        sourceType: 'enforcement.frontage-issue',
        sourceId: issue.id,
      },
      { action: 'decideOnSpot', ...somewhere },
    )
    expect(spot.status).toBe('served')
    expect([await value('frontage-penalties'), await value('frontage-fines-wan')]).toEqual([1, 0.1])
    expect((await o.behind('enforcement.frontage-penalties'))[0]).toMatchObject({ sourceId: issue.id })
  })

  it('setback-ground-locks 退红线区域内才立;自行拆除、代为拆除;按处计数', async () => {
    const { officer, partner } = o
    const values = {
      address: '商铺门前',
      description: '私设地锁',
      photos: [photo()],
      kind: 'lock',
      pieces: 6,
      owner: '某商户',
      isInside: true,
    }
    expect((await o.tryOpen(officer, 'enforcement.obstacle', { ...values, isInside: false })).zh).toContain('不在退红线区域内')
    const own = await o.open(officer, 'enforcement.obstacle', values)
    await officer.act('enforcement.obstacle', own.id, 'order', { note: '限期整改' })
    await officer.act('enforcement.obstacle', own.id, 'report', { fixedBy: 'owner', result: '自行拆除', afterPhotos: [photo()] })
    await partner.act('enforcement.obstacle', own.id, 'back', { reason: '尚有一处' })
    await officer.act('enforcement.obstacle', own.id, 'report', { fixedBy: 'owner', result: '全部拆除', afterPhotos: [photo()] })
    await partner.act('enforcement.obstacle', own.id, 'clear', { checkPhotos: [photo()] })
    const bureau = await o.open(officer, 'enforcement.obstacle', { ...values, kind: 'cone', pieces: 14 })
    await officer.act('enforcement.obstacle', bureau.id, 'order', { note: '限期整改', limit: { value: 1, unit: 'natural_day' } })
    await expect(
      officer.refused('enforcement.obstacle', bureau.id, 'report', { fixedBy: 'bureau', result: '拆除', afterPhotos: [photo()] }),
    ).resolves.toContain('行政强制法第50条')
    await expect(officer.refused('enforcement.obstacle', bureau.id, 'warn', { warnedOn: o.today() })).resolves.toContain(
      '期限未满',
    )
    await w.clock.to('2026-03-12 09:00')
    await w.settle()
    const told = await officer.get<{ rows: { zh: string }[] }>('/notices')
    expect(told.body.rows.some((n) => n.zh.includes(`${bureau.number} 整改期限已满`))).toBe(true)
    for (const [warnedOn, why] of [
      ['2026-03-10', '不能早于整改期限届满'],
      ['2026-03-13', '不能晚于今天'],
    ] as const)
      await expect(officer.refused('enforcement.obstacle', bureau.id, 'warn', { warnedOn })).resolves.toContain(why)
    await officer.act('enforcement.obstacle', bureau.id, 'warn', { warnedOn: '2026-03-12' })
    await expect(
      officer.refused('enforcement.obstacle', bureau.id, 'report', { fixedBy: 'bureau', result: '拆除', afterPhotos: [photo()] }),
    ).resolves.toContain('三个工作日至2026-03-17')
    await w.clock.to('2026-03-18 09:00')
    await officer.act('enforcement.obstacle', bureau.id, 'report', {
      fixedBy: 'bureau',
      result: '代为拆除',
      afterPhotos: [photo()],
    })
    await partner.act('enforcement.obstacle', bureau.id, 'clear', { checkPhotos: [photo()] })
    expect(await value('obstacle-pieces')).toBe(20)
    expect(
      Object.fromEntries((await o.figure('enforcement.obstacle-pieces', { by: 'fixedBy' })).map((v) => [v.key, v.value])),
    ).toEqual({ owner: 6, bureau: 14 })
    expect(await o.row('enforcement.obstacle', own.id)).toMatchObject({ redoCount: 1, status: 'cleared' })
  })

  it('greening-violation 恢复面积不足不能销号;面积按恢复计', async () => {
    const { officer, partner } = o
    const made = await o.open(officer, 'enforcement.greening-damage', {
      address: '公园路',
      description: '毁绿种菜',
      photos: [photo()],
      damage: 'destroy',
      species: '麦冬',
      damagedM2: 12.5,
    })
    await officer.act('enforcement.greening-damage', made.id, 'order', { note: '限期整改' })
    await officer.act('enforcement.greening-damage', made.id, 'report', {
      fixedBy: 'owner',
      result: '补种',
      afterPhotos: [photo()],
    })
    await expect(
      partner.refused('enforcement.greening-damage', made.id, 'clear', { checkPhotos: [photo()], restoredM2: 10 }),
    ).resolves.toContain('恢复面积10㎡少于损坏面积12.5㎡')
    await partner.act('enforcement.greening-damage', made.id, 'clear', { checkPhotos: [photo()], restoredM2: 12.5 })
    expect(await value('greening-restored')).toBe(12.5)
    expect((await o.figure('enforcement.greening-cleared-rate'))[0]).toMatchObject({ numerator: 1, denominator: 1 })
    const other = await o.open(officer, 'enforcement.greening-damage', {
      party: await o.party('person', '种菜人'),
      address: '公园路',
      description: '占绿停车',
      photos: [photo()],
      damage: 'occupy',
      species: '草坪',
      damagedM2: 8,
    })
    await officer.act('enforcement.greening-damage', other.id, 'order', {
      note: '限期整改',
      limit: { value: 1, unit: 'natural_day' },
    })
    await w.clock.to('2026-03-20 09:00')
    await officer.act('enforcement.greening-damage', other.id, 'punish')
    const [lead] = await o.children('enforcement.greening-damage', other.id, penalty)
    expect((await o.row(penalty, lead?.id ?? '')).lawCode).toBe('V05')
  })

  it('compound-inside-enforcement 四类违法,物业报告进入,消防人防须部门协同', async () => {
    const { officer, partner } = o
    const [compound] = await compounds()
    const values = {
      address: '某小区',
      description: '占用消防通道',
      photos: [photo()],
      class: 'fireLane',
      compound: compound?.id,
      reportedBy: '某物业公司',
      partners: ['街道'],
    }
    expect((await o.tryOpen(officer, 'enforcement.compound-case', values)).zh).toContain('须有消防部门协同')
    const made = await o.open(officer, 'enforcement.compound-case', { ...values, partners: ['街道', '消防救援大队'] })
    expect(
      (await o.tryOpen(officer, 'enforcement.compound-case', { ...values, compound: null, partners: ['消防'] })).zh,
    ).toContain('须选择小区')
    await o.open(officer, 'enforcement.compound-case', { ...values, class: 'appearance', partners: [] })
    await officer.act('enforcement.compound-case', made.id, 'order', { note: '限期整改' })
    await officer.act('enforcement.compound-case', made.id, 'report', {
      fixedBy: 'owner',
      result: '清除',
      afterPhotos: [photo()],
    })
    await partner.act('enforcement.compound-case', made.id, 'clear', { checkPhotos: [photo()] })
    expect(
      Object.fromEntries((await o.figure('enforcement.compound-classes', { by: 'class' })).map((v) => [v.key, v.value])),
    ).toEqual({ fireLane: 1, appearance: 1 })
    expect((await o.figure('enforcement.compound-cleared-rate'))[0]).toMatchObject({ value: 50 })
  })

  it('open-burning 发现、扑灭、教育或立案、二十四小时复查;同地再发记为反复,不再只教育', async () => {
    const { officer } = o
    const values = {
      class: 'burning',
      finder: 'camera',
      device: 'RX-01',
      address: '田头',
      material: '秸秆',
      seenAt: w.clock.now().toISOString(),
      photos: [photo()],
      unit,
    }
    expect((await o.tryOpen(officer, 'enforcement.fire', { ...values, device: null })).zh).toContain('请在地图上标出')
    expect((await o.tryOpen(officer, 'enforcement.fire', { ...values, device: null }, somewhere)).zh).toContain('设备编号')
    const seenOn = o.today()
    const first = await o.open(officer, 'enforcement.fire', values, somewhere)
    await officer.act('enforcement.fire', first.id, 'putOut', { outPhotos: [photo()] })
    await expect(
      officer.refused('enforcement.fire', first.id, 'handle', { outcome: 'educate', note: '教育' }),
    ).resolves.toContain('须登记当事人')
    const party = await o.party('person', '焚烧人')
    await officer.act('enforcement.fire', first.id, 'handle', { outcome: 'educate', party, note: '当场教育' })
    const clock = (await o.page('enforcement.fire', first.id)).clocks[0]
    expect(clock.limitZh).toBe('24 紧急工作时')
    await officer.act('enforcement.fire', first.id, 'recheck', { isOut: true, note: '未复燃', photos: [photo()] })
    await w.clock.to('2026-03-22 09:00')
    const again = await o.open(
      officer,
      'enforcement.fire',
      { ...values, finder: 'citizen', device: null },
      { lon: somewhere.lon + 0.0004, lat: somewhere.lat },
    )
    expect(await o.row('enforcement.fire', again.id)).toMatchObject({ isRepeated: true, earlier: 1 })
    await officer.act('enforcement.fire', again.id, 'putOut', { outPhotos: [photo()] })
    await expect(
      officer.refused('enforcement.fire', again.id, 'handle', { outcome: 'educate', party, note: '教育' }),
    ).resolves.toContain('应当立案查处')
    await officer.act('enforcement.fire', again.id, 'handle', { outcome: 'penalty', party, note: '多次焚烧' })
    const [lead] = await o.children('enforcement.fire', again.id, penalty)
    // The deed is of the day it was seen, not of the day it was dealt with.
    expect(await o.row(penalty, lead?.id ?? '')).toMatchObject({ topic: 'burning', lawCode: 'V19', happenedOn: seenOn })
    await officer.act('enforcement.fire', again.id, 'recheck', { isOut: false, note: '复燃', photos: [photo()] })
    expect((await o.row('enforcement.fire', again.id)).status).toBe('found')
    const far = await o.open(officer, 'enforcement.fire', values, near(1))
    expect((await o.row('enforcement.fire', far.id)).isRepeated).toBe(false)
    expect((await o.figure('enforcement.fires', { by: 'class' })).find((v) => v.key === 'burning')?.value).toBe(3)
    expect(await value('fires-repeated')).toBe(1)
  })

  it('open-barbecue 烧烤点台账与查处;焚烧、烧烤两类相加等于合计', async () => {
    const { officer } = o
    const site = await o.add(
      officer,
      'enforcement.barbecue-site',
      { name: '老王烧烤', hours: '18:00-24:00', state: 'outdoor' },
      somewhere,
    )
    const values = {
      class: 'barbecue',
      finder: 'citizen',
      address: '夜市',
      material: '木炭',
      seenAt: w.clock.now().toISOString(),
      photos: [photo()],
      unit,
      site,
    }
    const made = await o.open(officer, 'enforcement.fire', values, near(1.6))
    const wrong = await o.open(officer, 'enforcement.fire', values, near(1.2))
    await officer.act('enforcement.fire', wrong.id, 'drop', { reason: '室内经营' })
    await officer.act('enforcement.fire', made.id, 'putOut', { outPhotos: [photo()] })
    await officer.act('enforcement.fire', made.id, 'handle', {
      outcome: 'educate',
      party: await o.party('person', '王某'),
      note: '退室入院',
    })
    await officer.act('enforcement.fire', made.id, 'recheck', { isOut: true, note: '已入室', photos: [photo()] })
    await officer.patch(`/rows/enforcement.barbecue-site/${site}`, { values: { state: 'moved' }, reason: '退室入院' })
    expect((await o.tryOpen(officer, 'enforcement.fire', { ...values, class: 'burning' }, near(1.6))).zh).toContain(
      '烧烤点只用于',
    )
    // Its complaints are what citizens told, counted; a find that was none is not.
    const sheet = await o.reader.get<{ rows: Record<string, unknown>[] }>('/enforcement/barbecue-sites', {
      from: '2026-03-01',
      to: '2026-03-31',
    })
    expect(sheet.body.rows).toMatchObject([{ site, state: 'moved', found: 1, complaints: 1, educated: 1, filed: 0, open: 0 }])
    const classes = await o.figure('enforcement.fires', { by: 'class' })
    expect(classes.find((v) => v.key === 'barbecue')?.value).toBe(1)
    expect(classes.reduce((n, v) => n + Number(v.value), 0)).toBe(await value('fires'))
    expect((await o.figure('enforcement.fires-rechecked-rate'))[0]?.numerator).toBeGreaterThan(0)
  })

  it('owner-public-revenue 每小区每批一次;分次入账不超查实;户数与金额合计', async () => {
    const { officer } = o
    const [first, second] = await compounds()
    const values = {
      compound: first?.id,
      batch: '第一批',
      property: '某物业',
      households: 860,
      yearFrom: 2023,
      yearTo: 2025,
      isPublished: 'no',
      foundFen: 50_000_000,
      findings: '电梯广告收益未入账',
    }
    const made = await o.open(officer, 'enforcement.revenue-check', values)
    expect((await o.tryOpen(officer, 'enforcement.revenue-check', values)).zh).toContain('已存在')
    expect((await o.tryOpen(officer, 'enforcement.revenue-check', { ...values, batch: '第二批', yearTo: 2030 })).zh).toContain(
      '不能晚于今年',
    )
    // What is not back in its thirty days is told; each payment has its bank slip.
    await w.clock.to('2026-04-25 09:00')
    await w.settle()
    const told = await officer.get<{ rows: { zh: string }[] }>('/notices')
    expect(told.body.rows.some((n) => n.zh.includes('逾期未入账,尚欠500000元'))).toBe(true)
    await expect(
      officer.refused('enforcement.revenue-check', made.id, 'giveBack', { amountFen: 1, voucher: 'A0' }),
    ).resolves.toContain('银行回单')
    await officer.act('enforcement.revenue-check', made.id, 'giveBack', { amountFen: 30_000_000, voucher: 'A1', slip: [photo()] })
    await expect(
      officer.refused('enforcement.revenue-check', made.id, 'giveBack', {
        amountFen: 20_000_001,
        voucher: 'A2',
        slip: [photo()],
      }),
    ).resolves.toContain('应缴200000元')
    await expect(
      officer.refused('enforcement.revenue-check', made.id, 'giveBack', { amountFen: 1, voucher: 'A1', slip: [photo()] }),
    ).resolves.toContain('已登记过')
    await officer.act('enforcement.revenue-check', made.id, 'giveBack', { amountFen: 20_000_000, voucher: 'A2', slip: [photo()] })
    expect((await o.row('enforcement.revenue-check', made.id)).status).toBe('returned')
    await officer.act('enforcement.revenue-check', made.id, 'publish', { photos: [photo()] })
    expect((await o.row('enforcement.revenue-check', made.id)).status).toBe('cleared')
    // Of a compound that the register knows, households and property company are the register's.
    const known = await o.open(officer, 'enforcement.revenue-check', {
      ...values,
      ...{ compound: second?.id, households: null, property: null, foundFen: 12_345_600 },
    })
    expect((await o.row('enforcement.revenue-check', known.id)).households).toBe(second?.households)
    expect(
      await Promise.all(
        ['revenue-compounds', 'revenue-households', 'revenue-returned-wan', 'revenue-returned-rate'].map((f) => value(f)),
      ),
    ).toEqual([2, 860 + Number(second?.households), 50, (50_000_000 / 62_345_600) * 100])
    expect((await o.behind('enforcement.revenue-compounds')).map((r) => r.households).sort()).toEqual(
      [860, second?.households].sort(),
    )
  })

  it('rail-protection-enforcement 位置由保护区图形判定;未征得同意不能合规;指导、停止、立案', async () => {
    const { officer, partner, data } = o
    const ring = [
      [somewhere.lon - 0.001, somewhere.lat - 0.001],
      [somewhere.lon + 0.001, somewhere.lat - 0.001],
      [somewhere.lon + 0.001, somewhere.lat + 0.001],
      [somewhere.lon - 0.001, somewhere.lat + 0.001],
      [somewhere.lon - 0.001, somewhere.lat - 0.001],
    ]
    await o.add(
      data,
      'enforcement.rail-zone',
      { name: '1号线文昌站至南桥站', kind: 'control', company: '轨道公司', publishedOn: '2025-01-01' },
      { geometry: { type: 'Polygon', coordinates: [ring] } },
    )
    const builder = await o.party('org', '打桩公司')
    const inside = await o.add(
      data,
      'enforcement.rail-project',
      { name: '站旁基坑', builder, work: 'pit', isAgreed: false, startsOn: '2026-02-01' },
      somewhere,
    )
    const outside = await o.add(
      data,
      'enforcement.rail-project',
      { name: '远处工地', builder, work: 'pile', isAgreed: true, startsOn: '2026-02-01' },
      near(1.5),
    )
    const values = { coOfficer: partner.personId, metro: '轨道公司 王工', findings: '距隧道30米打桩', photos: [photo()] }
    expect((await o.tryOpen(officer, 'enforcement.rail-check', { ...values, project: outside, outcome: 'pass' })).zh).toContain(
      '不在已公布的控制保护区内',
    )
    expect((await o.tryOpen(officer, 'enforcement.rail-check', { ...values, project: inside, outcome: 'pass' })).zh).toContain(
      '未征得轨道运营单位同意',
    )
    const guided = await o.open(officer, 'enforcement.rail-check', { ...values, project: inside, outcome: 'guided' })
    expect(await o.row('enforcement.rail-check', guided.id)).toMatchObject({ zone: '1号线文昌站至南桥站', status: 'open' })
    const recheck = (id: string, isHeeded: boolean) =>
      officer.act('enforcement.rail-check', id, 'recheck', {
        isHeeded,
        recheck: isHeeded ? '已办理同意' : '仍在打桩',
        photos: [photo()],
      })
    await recheck(guided.id, true)
    expect((await o.row('enforcement.rail-check', guided.id)).status).toBe('done')
    // Guidance that is not followed becomes an order, and the check ends when the order has been looked at again.
    const stopped = await o.open(officer, 'enforcement.rail-check', { ...values, project: inside, outcome: 'guided' })
    await recheck(stopped.id, false)
    await expect(
      officer.refused('enforcement.rail-check', stopped.id, 'recheck', { isHeeded: true, recheck: '停了', photos: [photo()] }),
    ).resolves.toContain('责令整改单上复查')
    const measures = await o.children('enforcement.rail-check', stopped.id, 'enforcement.measure')
    const order = measures.find((m) => m.number.startsWith('ZG'))
    await officer.act('enforcement.measure', order?.id ?? '', 'recheck', {
      isHeeded: false,
      outcome: '夜间继续',
      afterPhotos: [photo()],
    })
    await w.settle()
    expect((await o.row('enforcement.rail-check', stopped.id)).recheck).toContain('拒不改正,已转案源')
    expect(await o.children('enforcement.measure', order?.id ?? '', penalty)).toHaveLength(1)
    expect(
      Object.fromEntries((await o.figure('enforcement.rail-checks', { by: 'outcome' })).map((v) => [v.key, v.value])),
    ).toEqual({ guided: 1, stopped: 1 })
    expect((await o.list('enforcement.measure', { topic: 'rail' })).rows.map((r) => r.kind).sort()).toEqual([
      'guide',
      'guide',
      'order',
    ])
  })
})
