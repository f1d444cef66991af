/** 填埋焚烧: landfills, leachate, old waste, the incinerator and its ash, BOT contracts, the works, and waste that was dumped. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo, type World, world } from '../world.ts'
import { openSensing } from './sensing-office.ts'
import { openSorting, type Row } from './sorting-office.ts'

const patrolItems = ['围挡与门禁', '无关人员', '监测井', '调节池液位', '雨污分流', '填埋气导排', '边坡', '臭气']
describe('填埋焚烧', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openSorting>>
  let run: Client
  let boss: Client
  let checker: Client
  let site = ''
  let plant = ''
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSorting(w)
    ;[run, boss, checker] = (await Promise.all(['chuzhi31', 'juzhang', 'kaohe1'].map((l) => w.as(l)))) as [Client, Client, Client]
  })
  afterAll(() => w.close())
  const shot = () => [photo()]
  const refusal = async (who: Client, procedure: string, values: Row) => (await o.tryOpen(who, procedure, values)).zh

  it('landfill 封闭后按周派巡查,八项逐项填,问题由另一人复核,监测超限处置复测,清单无缺漏才移交', async () => {
    const d = 'disposal.landfill'
    site = await o.tried(boss, d, { name: '湖滨填埋场', operator: '环境公司', areaMu: 220 })
    await expect(boss.refused(d, site, 'close', { closedOn: '2026-04-01', cover: 'HDPE 膜', photos: shot() })).resolves.toContain(
      '不能晚于今天',
    )
    await o.job('disposal.patrol')
    expect(await o.list('disposal.patrol')).toEqual([])
    await o.act(boss, d, site, 'close', { closedOn: '2026-03-01', cover: 'HDPE 膜', photos: shot() })
    await w.clock.to('2026-03-07 09:00')
    await o.job('disposal.patrol')
    await o.job('disposal.patrol')
    const [first, ...more] = await o.list('disposal.patrol')
    expect([first?.dueOn, first?.status, more.length]).toEqual(['2026-03-08', 'planned', 0])
    await w.clock.to('2026-03-09 09:00')
    const p = String(first?.id)
    const lines = (bad?: string, note?: string) =>
      patrolItems.map((item) => ({ item, result: item === bad ? 'bad' : 'ok', ...(item === bad && note ? { note } : {}) }))
    expect(await run.refused('disposal.patrol', p, 'look', { lines: lines().slice(1), photos: shot() })).toContain('围挡与门禁')
    expect(await run.refused('disposal.patrol', p, 'look', { lines: lines('雨污分流'), photos: shot() })).toContain('请写明问题')
    await o.act(run, 'disposal.patrol', p, 'look', { lines: lines('雨污分流', '截洪沟淤塞'), photos: shot() })
    expect(await o.row('disposal.patrol', p)).toMatchObject({ status: 'found', isLate: 'yes', problems: '雨污分流' })
    const hand = { handover: [{ item: '监测井', count: 6, isOk: 'ok' }], nextOperator: '新区环卫所', handedOn: '2026-03-09' }
    await expect(boss.refused(d, site, 'handOver', hand)).resolves.toContain('1件巡查问题未销号')
    await o.act(run, 'disposal.patrol', p, 'fix', { fix: '清淤完成', photos: shot() })
    await o.act(checker, 'disposal.patrol', p, 'close', { isOk: 'no' })
    await o.act(run, 'disposal.patrol', p, 'fix', { fix: '再清淤', photos: shot() })
    await o.act(checker, 'disposal.patrol', p, 'close', { isOk: 'yes' })
    await o.job('disposal.patrol')
    expect((await o.list('disposal.patrol', { status: 'planned' })).map((x) => x.dueOn)).toEqual([])
    await w.clock.to('2026-03-14 09:00')
    await o.job('disposal.patrol')
    const [second] = await o.list('disposal.patrol', { status: 'planned' })
    expect(second?.dueOn).toBe('2026-03-15')
    await o.act(run, 'disposal.patrol', String(second?.id), 'look', { lines: lines(), photos: shot() })
    expect(await o.value('disposal.patrols-timely')).toBe(50)

    const point = { code: 'JCJ-1', site, kind: 'well', unit: 'mg/L', most: 0.5, basis: 'GB/T 14848 Ⅲ类 氨氮' }
    await o.tryAdd('disposal.point', point)
    const well = await o.add('disposal.point', point)
    const m = { point: well, value: 0.7, measuredAt: w.clock.now().toISOString() }
    expect(await refusal(run, 'disposal.measurement', m)).toContain('样品号')
    const over = await o.tried(run, 'disposal.measurement', { ...m, sampleNo: 'YP-1' })
    expect(await o.row('disposal.measurement', over)).toMatchObject({ status: 'over', most: 0.5, code: 'JCJ-1' })
    await o.act(run, 'disposal.measurement', over, 'handle', { measure: '抽排、修补防渗', photos: shot() })
    await o.act(checker, 'disposal.measurement', over, 'again', { again: 0.6 })
    expect((await o.row('disposal.measurement', over)).status).toBe('over')
    await o.act(run, 'disposal.measurement', over, 'handle', { measure: '再抽排', photos: shot() })
    await o.act(checker, 'disposal.measurement', over, 'again', { again: 0.3 })
    const fine = await o.open(run, 'disposal.measurement', { ...m, value: 0.2, sampleNo: 'YP-2' })
    expect((await o.row('disposal.measurement', fine)).status).toBe('normal')
    expect([await o.value('disposal.measures'), await o.value('disposal.measures-over')]).toEqual([2, 1])

    const old = await o.open(boss, d, { name: '夹山填埋场', operator: '环境公司', areaMu: 90 })
    await o.act(boss, d, old, 'close', { closedOn: '2026-03-10', cover: '黏土', photos: shot() })
    const short = { ...hand, handover: [{ item: '监测井', count: 5, isOk: 'short' }], handedOn: '2026-03-14' }
    await expect(boss.refused(d, old, 'handOver', short)).resolves.toContain('监测井')
    await o.act(boss, d, old, 'handOver', { ...hand, handedOn: '2026-03-14' })
    expect([await o.value('disposal.landfills-closed'), await o.by('disposal.landfills-handed', 'nextOperator')]).toEqual([
      2,
      { 新区环卫所: 1 },
    ])
  })

  it('leachate 存量不增才是日产日处理,增加须写措施,只有达标日的出水计入,应急设施按批准运行计小时', async () => {
    const sensing = await openSensing(w)
    const device = await sensing.addDevice('SL-1', 'leachate')
    const day = { device, plant: '湖滨渗滤液站', reportedOn: '2026-03-13', producedT: 300, treatedT: 320, dischargedT: 250 }
    const s = 'disposal.leachate-stock'
    const stock = { site, plant: '湖滨渗滤液站', dayOn: '2026-03-13', stockM3: 5000 }
    expect(await refusal(run, s, stock)).toContain('先填报当日渗滤液日报')
    await o.open(run, 'sensing.leachate-day', day)
    await o.tried(run, s, stock)
    await o.open(run, 'sensing.leachate-day', {
      ...day,
      reportedOn: '2026-03-14',
      treatedT: 280,
      dischargedT: 240,
      reason: '膜清洗',
    })
    expect(await refusal(run, s, { ...stock, dayOn: '2026-03-14', stockM3: 5020 })).toContain('增加20m³')
    const up = await o.open(run, s, { ...stock, dayOn: '2026-03-14', stockM3: 5020, note: '启用应急设施压降' })
    expect(await o.row(s, up)).toMatchObject({ changeM3: 20, isHeld: 'no', producedT: 300, treatedT: 280, isMet: 'no' })
    expect(await o.value('disposal.leachate-held-rate')).toBe(50)
    // No monitor spoke on either day: nothing counts as water that met the limits.
    expect(await o.value('sensing.leachate-discharged')).toBe(0)
    const e = 'disposal.emergency-run'
    const id = await o.tried(run, e, { plant: '应急膜车', reason: '存量上升', startedAt: '2026-03-14T01:00:00Z' })
    await o.act(checker, e, id, 'allow', { isOk: 'yes' })
    await w.clock.to('2026-03-15 09:00')
    await expect(run.refused(e, id, 'end', { endedAt: '2026-03-14T00:00:00Z', treatedT: 1 })).resolves.toContain('启用之后')
    await o.act(run, e, id, 'end', { endedAt: '2026-03-14T13:30:00Z', treatedT: 90 })
    expect([(await o.row(e, id)).hours, await o.value('disposal.emergency-hours')]).toEqual([12.5, 12.5])
  })

  it('aged-waste 开挖须喷淋与覆盖,送焚烧不超开挖与堆存,与焚烧厂地磅不符的由监管人核定', async () => {
    const x = 'disposal.excavation'
    const day = {
      site,
      cell: 'A1',
      dayOn: '2026-03-15',
      dugT: 40,
      burnedT: 28,
      sprays: 6,
      agentKg: 12,
      cover: 'yes',
      photos: shot(),
    }
    expect(await refusal(run, x, { ...day, burnedT: 41 })).toContain('超过开挖与堆存之和40吨')
    expect(await refusal(run, x, { ...day, sprays: 0 })).toContain('喷淋')
    expect(await refusal(run, x, { ...day, cover: 'no' })).toContain('未覆盖')
    expect(await refusal(run, x, day)).toContain('焚烧厂地磅0吨')
    await o.weighed(28_000, { fromPlace: '湖滨填埋场', station: '环保发电厂', treatment: 'incineration' })
    const good = await o.tried(run, x, day)
    expect(await o.row(x, good)).toMatchObject({ status: 'filed', weighedT: 28, stockT: 12 })
    const off = await o.open(run, x, { ...day, cell: 'A2', dugT: 10, burnedT: 20, note: '一车未过磅' })
    expect((await o.row(x, off)).status).toBe('doubtful')
    await o.act(checker, x, off, 'confirm', { burnedT: 0, opinion: '以地磅为准,已计入 A1' })
    expect([await o.value('disposal.aged-dug'), await o.value('disposal.aged-burned')]).toEqual([50, 28])
  })

  it('incinerator 日报与地磅核对,五项烟气对照限值,审核后终端日报自动生成,缺日不能月结,月结后不能再填', async () => {
    const b = 'disposal.burn-day'
    plant = await o.open(o.head, 'sorting.plant', {
      name: '环保发电厂',
      stream: 'incineration',
      designT: 900,
      operator: '环保电力公司',
      commissionedOn: '2024-01-01',
    })
    const air = (nox = 120) => [
      { gas: 'dust', mean: 5 },
      { gas: 'nox', mean: nox },
      { gas: 'so2', mean: 20 },
      { gas: 'hcl', mean: 8 },
      { gas: 'co', mean: 12 },
    ]
    const day = (dayOn: string, extra: Row = {}) => ({
      plant,
      dayOn,
      intakeT: 800,
      burnedT: 780,
      gridKwh: 300_000,
      ownKwh: 40_000,
      slagT: 160,
      ashT: 20,
      downHours: 0,
      air: air(),
      ...extra,
    })
    expect(await refusal(run, b, day('2026-03-15'))).toContain('当日结束后')
    await w.clock.to('2026-03-16 09:00')
    expect(await refusal(run, b, day('2026-03-15'))).toContain('地磅28吨')
    expect(await refusal(run, b, day('2026-03-14', { air: air().slice(1) }))).toContain('颗粒物')
    expect(await refusal(run, b, day('2026-03-14', { air: air(260) }))).toContain('超标')
    const bad = await o.tried(run, b, day('2026-03-14', { air: air(260), note: 'SNCR 故障两小时' }))
    expect(await o.row(b, bad)).toMatchObject({ isMet: 'no', over: '氮氧化物260(限值250)' })
    await expect(checker.refused(b, bad, 'confirm')).resolves.toContain('核实意见')
    await o.act(checker, b, bad, 'confirm', { opinion: '已修复' })
    expect(await o.list('sorting.plant-day', { plant })).toMatchObject([{ dayOn: '2026-03-14', intakeT: 800, treatedT: 780 }])
    // The whole month, as the plant files it after each day.
    for (let n = 1; n <= 30; n++) {
      if (n === 14) continue
      const dayOn = `2026-03-${String(n).padStart(2, '0')}`
      if (n > 15) await w.clock.to(`2026-03-${n + 1} 09:00`)
      const id = await o.open(run, b, day(dayOn, n === 15 ? { intakeT: 28, burnedT: 28, gridKwh: 10_000 } : {}))
      if (n !== 30) await o.act(checker, b, id, 'confirm')
    }
    await w.clock.to('2026-04-01 09:00')
    const m = 'disposal.burn-month'
    const month = { plant, monthOn: '2026-03-01' }
    expect(await refusal(checker, m, month)).toContain('1份日报未审核')
    const [waiting] = await o.list(b, { status: 'filed' })
    await o.act(checker, b, String(waiting?.id), 'sendBack', { opinion: '炉渣有误' })
    await o.act(run, b, String(waiting?.id), 'again', { burnedT: 780, gridKwh: 300_000, slagT: 158, ashT: 20, note: '更正' })
    await o.act(checker, b, String(waiting?.id), 'confirm')
    expect(await refusal(checker, m, month)).toContain('缺1日')
    await o.act(checker, b, await o.open(run, b, day('2026-03-31')), 'confirm')
    expect(await refusal(checker, m, { plant, monthOn: '2026-04-01' })).toContain('未结束')
    const closed = await o.tried(checker, m, month)
    const burned = 28 + 30 * 780
    expect(await o.row(m, closed)).toMatchObject({
      days: 31,
      burnedT: burned,
      gridKwh: 9_010_000,
      overDays: 1,
      slagT: 160 * 30 + 158,
    })
    expect(await refusal(checker, m, month)).toContain('已月结')
    // After the month is closed nothing moves; reopened, a checked day is corrected, and the terminal's day with it.
    await expect(checker.refused(b, bad, 'correct', { opinion: '烟气仪表校准后复核' })).resolves.toContain('先退回月结')
    await o.act(boss, m, closed, 'reopen', { reason: '更正' })
    await o.act(checker, b, bad, 'correct', { opinion: '烟气仪表校准后复核' })
    await o.act(run, b, bad, 'again', {
      ...{ burnedT: 780, gridKwh: 300_000, slagT: 160, ashT: 20, intakeT: 810, note: '仪表校准后氮氧化物为255' },
      air: [{ gas: 'nox', mean: 255 }],
    })
    expect(await o.row(b, bad)).toMatchObject({ over: '氮氧化物255(限值250)', isMet: 'no', intakeT: 810 })
    await o.act(checker, b, bad, 'confirm', { opinion: '复核属实' })
    expect(await o.list('sorting.plant-day', { plant, dayOn: '2026-03-14' })).toMatchObject([{ intakeT: 810, status: 'filed' }])
    await o.tried(checker, m, month)
    expect(await o.value('disposal.burned')).toBeCloseTo(burned / 10_000, 8)
    expect(await o.value('disposal.grid-kwh')).toBeCloseTo(0.0901, 8)
    expect((await o.figure('disposal.air-met-rate'))[0]).toMatchObject({ numerator: 30, denominator: 31 })
  })

  it('incinerator 新焚烧线按规划开工、点火、投运,逾期点火标出,点火条数与新增能力计数', async () => {
    const l = 'disposal.line'
    const form = { plant, name: '1#炉', designT: 500, igniteDueOn: '2026-04-02' }
    expect(await refusal(boss, l, { ...form, igniteDueOn: '2026-03-01' })).toContain('晚于今天')
    const id = await o.tried(boss, l, form)
    expect(await refusal(boss, l, form)).toContain('已存在')
    await o.act(boss, l, id, 'start', { startedOn: '2026-03-20' })
    await expect(boss.refused(l, id, 'postpone', { igniteDueOn: '2026-04-01', reason: '锅炉到货晚' })).resolves.toContain(
      '晚于原计划',
    )
    await w.clock.to('2026-04-05 09:00')
    const lit = { ignitedOn: '2026-04-05', ignitePhotos: shot() }
    await expect(boss.refused(l, id, 'ignite', { ...lit, ignitedOn: '2026-03-19' })).resolves.toContain('不能早于开工')
    await o.act(boss, l, id, 'ignite', lit)
    expect(await o.row(l, id)).toMatchObject({ status: 'ignited', isLate: 'yes' })
    for (const who of [boss, checker, run]) expect((await who.get(`/rows/${l}`)).status).toBe(200)
    await o.act(boss, l, id, 'run', { runOn: '2026-04-05' })
    expect([await o.by('disposal.lines-ignited', 'isLate'), await o.value('disposal.lines-run')]).toEqual([{ yes: 1 }, 500])
  })

  it('fly-ash 批次稳定化后逐项检测,不合格不得进场须重新稳定化,库容不够放不下', async () => {
    const a = 'disposal.ash'
    const cell = await o.add('disposal.ash-cell', { code: 'FH-1', site, capacityT: 30, liner: '双人工衬层' })
    const batch = { batch: 'F20260401', plant, madeOn: '2026-04-01', rawT: 20, stableT: 24, agentPercent: 2 }
    const id = await o.tried(run, a, batch)
    const items = ['moisture', 'dioxin', 'hg', 'cu', 'zn', 'pb', 'cd', 'be', 'ba', 'ni', 'as', 'cr', 'cr6', 'se']
    const tests = (pb: number, moisture = 25) => ({
      tests: items.map((item) => ({ item, value: item === 'pb' ? pb : item === 'moisture' ? moisture : 0.001 })),
      lab: '市环境监测站',
      reportNo: 'R-1',
    })
    const bury = { cell, plate: '苏D70011', buriedT: 24, buriedOn: '2026-04-01' }
    await expect(run.refused(a, id, 'bury', bury)).resolves.toMatch(/待检测|不能/)
    await expect(checker.refused(a, id, 'test', { ...tests(0.1), tests: tests(0.1).tests.slice(1) })).resolves.toContain('含水率')
    await o.act(checker, a, id, 'test', tests(0.3))
    expect(await o.row(a, id)).toMatchObject({ status: 'failed', failed: '铅0.3(限值0.25)', tries: 1 })
    await o.act(run, a, id, 'again', { agentPercent: 3.5, stableT: 24.5 })
    // 含水率 has to be below 30, the others may reach their limit.
    await o.act(checker, a, id, 'test', tests(0.25, 30))
    expect(await o.row(a, id)).toMatchObject({ status: 'failed', failed: '含水率30(限值30)' })
    await o.act(run, a, id, 'again', { agentPercent: 3.5, stableT: 24.5 })
    await o.act(checker, a, id, 'test', tests(0.25))
    await o.act(run, a, id, 'bury', { ...bury, buriedT: 24.5 })
    const next = await o.open(run, a, { ...batch, batch: 'F20260402' })
    await o.act(checker, a, next, 'test', tests(0.1))
    await expect(run.refused(a, next, 'bury', { ...bury, buriedT: 25 })).resolves.toContain('不能多于稳定化物24吨')
    await expect(run.refused(a, next, 'bury', bury)).resolves.toContain('库容30吨')
    expect([await o.value('disposal.ash-buried'), await o.value('disposal.ash-retested')]).toEqual([24.5, 1])
  })

  it('bot-supervision 指标分值合计一百,现场监管次数不足不能考核,未达标扣减付费,到期前一年准备移交', async () => {
    const b = 'disposal.bot'
    const goals = [
      { item: '处理量', weight: 60, sense: 'least', target: 9000, unit: '吨' },
      { item: '出水COD', weight: 40, sense: 'most', target: 100, unit: 'mg/L' },
    ]
    const contract = {
      name: '渗滤液处理 BOT',
      kind: 'leachate',
      company: '清源水务',
      fromOn: '2017-05-01',
      toOn: '2027-04-30',
      monthFen: 100_000_000,
      goals,
    }
    expect(await refusal(boss, b, { ...contract, goals: goals.slice(1) })).toContain('100')
    const id = await o.tried(boss, b, contract)
    const k = 'disposal.bot-month'
    const lines = [
      { item: '处理量', actual: 9500 },
      { item: '出水COD', actual: 120 },
    ]
    const month = { bot: id, monthOn: '2026-03-01', lines }
    expect(await refusal(checker, k, month)).toContain('现场监管0次')
    const v = 'disposal.visit'
    const visit = { bot: id, dayOn: '2026-03-10', seen: '运行正常', photos: shot() }
    expect(await refusal(checker, v, { ...visit, problem: '台账不全' })).toContain('整改期限')
    await o.tried(checker, v, visit)
    const found = await o.open(checker, v, { ...visit, dayOn: '2026-03-20', problem: '台账不全', dueOn: '2026-03-25' })
    expect(await refusal(checker, k, { ...month, lines: lines.slice(1) })).toContain('处理量')
    const paid = await o.tried(checker, k, month)
    // 60 of 100 and one finding overdue: 59; 31 points below the line of 90, one percent each.
    expect(await o.row(k, paid)).toMatchObject({ score: 59, visits: 2, overdue: 1, cutFen: 31_000_000, payFen: 69_000_000 })
    await o.act(run, v, found, 'fix', { fix: '补全', photos: shot() })
    await o.act(checker, v, found, 'close', { isOk: 'yes' })
    await o.act(boss, k, paid, 'decide', { isOk: 'yes', opinion: '同意' })
    expect([await o.value('disposal.bot-cut'), await o.value('disposal.bot-visits')]).toEqual([31, 2])
    expect((await o.row(b, id)).status).toBe('running')
    await w.clock.to('2026-05-01 09:00')
    expect((await o.row(b, id)).status).toBe('ending')
    await expect(boss.refused(b, id, 'handOver', { papers: shot() })).resolves.toContain('移交准备')
    await o.act(boss, b, id, 'prepare', { plan: '清点资产、人员安置、设备评估' })
    await expect(boss.refused(b, id, 'handOver', { papers: shot() })).resolves.toContain('2027-04-30到期')
    await w.clock.to('2027-05-01 09:00')
    await o.act(boss, b, id, 'handOver', { papers: shot() })
    expect(await o.value('disposal.bots')).toBe(0)
  })

  it('waste-treatment-centre 续建项目手续齐全才开工,节点逾期标出,全部完成才验收', async () => {
    const f = 'disposal.phase'
    const id = await o.tried(boss, f, {
      name: '生活废弃物处理中心三期',
      phase: '三期',
      designT: 500,
      investWan: 32_000,
      permits: [{ name: '环评批复' }, { name: '施工许可' }],
      nodes: [
        { name: '主体封顶', dueOn: '2027-05-20' },
        { name: '点火', dueOn: '2027-08-01' },
      ],
      works: '进场道路、渗滤液管线',
    })
    await expect(boss.refused(f, id, 'begin')).resolves.toContain('环评批复、施工许可')
    await o.act(boss, f, id, 'permit', { permit: '环评批复', doneOn: '2027-04-20' })
    await o.act(boss, f, id, 'permit', { permit: '施工许可', doneOn: '2027-04-28' })
    await o.act(boss, f, id, 'begin')
    await o.job('disposal.phases')
    expect((await o.row(f, id)).late).toBeNull()
    await w.clock.to('2027-05-21 09:00')
    await o.job('disposal.phases')
    expect((await o.row(f, id)).late).toBe('主体封顶')
    await o.act(boss, f, id, 'reach', { node: '主体封顶', doneOn: '2027-05-20' })
    expect((await o.row(f, id)).late).toBeNull()
    const accept = { acceptedOn: '2027-05-21', papers: shot() }
    await expect(boss.refused(f, id, 'accept', accept)).resolves.toContain('点火')
    await o.act(boss, f, id, 'reach', { node: '点火', doneOn: '2027-05-21' })
    await o.act(boss, f, id, 'accept', accept)
    expect(await o.value('disposal.phases-accepted')).toBe(1)
  })

  it('eco-garbage-check 点位凭磅单清运,追查到人的移送处罚,举一反三至少三处,另一人复核销号', async () => {
    const d = 'disposal.dump'
    const point = {
      place: '柳溪村东沟',
      kind: 'dumped',
      waste: 'mixed',
      amountT: 10,
      campaign: '2027年排查整治',
      dueOn: '2027-06-20',
      foundPhotos: shot(),
    }
    expect(await refusal(o.street, d, { ...point, dueOn: '2027-05-01' })).toContain('不能早于今天')
    const id = await o.tried(o.street, d, point)
    const near = ['西沟', '南坡', '北塘'].map((place, i) => ({ place, result: i === 0 ? 'found' : 'none' }))
    const clear = { near, afterPhotos: shot() }
    await expect(o.street.refused(d, id, 'clear', clear)).resolves.toContain('磅单')
    await expect(o.street.refused(d, id, 'carry', { ticket: 'X-1' })).resolves.toContain('没有这张磅单')
    const ticket = await o.weighed(9500, { fromPlace: '柳溪村东沟' })
    await o.act(o.street, d, id, 'carry', { ticket })
    await expect(o.street.refused(d, id, 'carry', { ticket })).resolves.toContain('登记过')
    await expect(o.street.refused(d, id, 'clear', clear)).resolves.toContain('追查')
    const who = { party: '李四', partyKind: 'person', traced: '村民指认并查看监控' }
    await expect(o.street.refused(d, id, 'trace', who)).resolves.toContain('证件')
    await o.act(o.street, d, id, 'trace', { ...who, partyCode: '320404198001011234' })
    expect((await o.row(d, id)).penaltyNumber).toBeTruthy()
    await expect(o.street.refused(d, id, 'clear', { ...clear, near: near.slice(1) })).resolves.toContain('三处')
    await o.act(o.street, d, id, 'clear', clear)
    await o.act(checker, d, id, 'close', { isOk: 'yes' })
    expect(await o.row(d, id)).toMatchObject({ status: 'closed', clearedT: 9.5, nearFound: 1 })
    expect([
      await o.value('disposal.dumps'),
      await o.value('disposal.dumps-closed-rate'),
      await o.value('disposal.dumps-cleared'),
    ]).toEqual([1, 100, 9.5])
  })
})
