/** 燃气: checks and hazards, the three parts, old pipes, what devices report, bottled gas, the six entries. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest, ingestOf } from '#domains/sensing/ingest.ts'
import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'
import { openSensing } from './sensing-office.ts'
import { openSorting, type Row } from './sorting-office.ts'

describe('燃气', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openSorting>>
  let run: Client
  let desk: Client
  let checker: Client
  let home = ''
  let shop = ''
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSorting(w)
    ;[run, desk, checker] = (await Promise.all(['chuzhi31', 'paiqian1', 'kaohe1'].map((l) => w.as(l)))) as [
      Client,
      Client,
      Client,
    ]
    home = await o.add('sensing.gas-user', { code: 'RQ-0001', name: '张先生', class: 'resident', address: '幸福里3-201' })
    shop = await o.add('sensing.gas-user', { code: 'RQ-9001', name: '老街面馆', class: 'restaurant', address: '老街8号' })
  })
  afterAll(async () => {
    await closeIngest(w.kernel)
    await w.close()
  })
  const shot = () => [photo()]
  const refusal = async (who: Client, procedure: string, values: Row) => (await o.tryOpen(who, procedure, values)).zh

  const h = 'gas.hazard'
  it('gas-safety 拒检再访后张贴告知,隐患分级立单,重大当场停气、一般逾期停气,复查合格恢复,屡犯移送处罚', async () => {
    const c = 'gas.check'
    const visit = (target: string, extra: Row = {}) => ({
      target,
      targetKind: 'resident',
      user: home,
      source: 'own',
      campaign: '2026年大排查',
      checkedOn: w.clock.now().toISOString().slice(0, 10),
      result: 'entered',
      photos: shot(),
      ...extra,
    })
    expect(await refusal(run, c, visit('幸福里3-201', { user: null }))).toContain('选择燃气用户')
    expect(await refusal(run, c, visit('老街面馆', { targetKind: 'shop', user: shop }))).toContain('信用代码')
    expect(await refusal(run, c, visit('幸福里3-201', { checkedOn: '2026-03-03' }))).toContain('不能晚于今天')
    const closed = await o.tried(run, c, visit('幸福里3-201', { result: 'refused' }))
    await expect(run.refused(c, closed, 'post', { notice: 'GZ-1', photos: shot() })).resolves.toContain('满2次')
    await o.act(run, c, closed, 'revisit', { result: 'absent', photos: shot() })
    await o.triedAct(run, c, closed, 'post', { notice: 'GZ-1', photos: shot() })
    expect(await o.row(c, closed)).toMatchObject({ status: 'posted', visits: 2 })
    const hazards = [
      { item: 'hose', level: 'general', note: '橡胶软管老化' },
      { item: 'cylinder', level: 'major', note: '厨房存放气瓶6只' },
    ]
    const found = { targetKind: 'shop', user: shop, partyCode: '92320400MA1RQ0001X', source: 'province', hazards }
    await o.open(run, c, visit('老街面馆', found))
    const rows = await o.list(h, { target: '老街面馆' })
    const [hose, major] = ['hose', 'cylinder'].map((i) => String(rows.find((r) => r.item === i)?.id)) as [string, string]
    expect(await o.row(h, hose)).toMatchObject({ status: 'ordered', dueOn: '2026-03-17', isRepeat: false })
    expect(await o.row(h, major)).toMatchObject({ status: 'danger', dueOn: '2026-03-05' })
    await expect(run.refused(h, major, 'fix', { fixNote: '移出', photos: shot() })).resolves.toBeTruthy()
    await o.triedAct(run, h, major, 'stop', { photos: shot() })
    await o.act(run, h, major, 'fix', { fixNote: '移至气瓶间', photos: shot() })
    await o.act(checker, h, major, 'recheck', { isOk: 'no', papers: shot() })
    expect((await o.row(h, major)).status).toBe('stopped')
    await o.act(run, h, major, 'fix', { fixNote: '改用管道气', photos: shot() })
    await o.act(checker, h, major, 'recheck', { isOk: 'yes', papers: shot() })
    expect(await o.row(h, major)).toMatchObject({ status: 'closed', restoredOn: '2026-03-02' })
    await expect(run.refused(h, hose, 'stop', { photos: shot() })).resolves.toContain('逾期不改再停气')
    expect(await o.value('gas.hazards-fixed-rate')).toBe(50)
    await w.clock.to('2026-03-18 09:00')
    await o.act(run, h, hose, 'stop', { photos: shot() })
    await o.act(run, h, hose, 'fix', { fixNote: '换金属软管', photos: shot() })
    await o.act(checker, h, hose, 'recheck', { isOk: 'yes', papers: shot() })
    await w.clock.to('2026-06-01 09:00')
    await o.open(run, c, visit('老街面馆', { ...found, source: 'holiday', hazards: [hazards[0]] }))
    const again = (await o.list(h, { target: '老街面馆' })).find((r) => r.isRepeat)
    expect(again).toMatchObject({ item: 'hose', status: 'ordered', penaltyNumber: expect.any(String) })
    expect([
      await o.value('gas.checks'),
      await o.value('gas.hazards-repeated'),
      await o.value('gas.supply-stopped'),
      (await o.figure('gas.entered-rate'))[0]?.value,
    ]).toEqual([3, 1, 2, expect.closeTo(66.67, 2)])
    expect(await o.by('gas.hazards', 'source')).toEqual({ province: 2, holiday: 1 })
    expect(await o.by('gas.hazards', 'level')).toEqual({ general: 2, major: 1 })
  })

  it('gas-three-parts 每类用户每种装置各有计划分母,安装验收后入三件套档案,不重复计', async () => {
    const quota = (userClass: string, part: string, households: number) =>
      o.add('gas.quota', { programme: '2026年更换计划', userClass, part, households, dueOn: '2026-05-31' })
    await o.tryAdd('gas.quota', { programme: '试', userClass: 'pipeResident', part: 'hose', households: 1, dueOn: '2026-05-31' })
    await quota('pipeResident', 'alarm', 2)
    await quota('pipeResident', 'hose', 4)
    await quota('lpgBusiness', 'alarm', 1)
    const f = 'gas.fit'
    const part = (user: string, userClass: string, kind: string) => ({
      user,
      userClass,
      part: kind,
      serial: `${kind}-1`,
      installedOn: '2026-06-01',
      photos: shot(),
    })
    expect(await refusal(run, f, part(home, 'lpgBusiness', 'alarm'))).toContain('与档案不符')
    const id = await o.tried(run, f, part(home, 'pipeResident', 'alarm'))
    expect(await refusal(run, f, part(home, 'pipeResident', 'alarm'))).toContain('已安装且未到期')
    expect(await o.list('sensing.gas-part', { user: home })).toEqual([])
    await o.act(checker, f, id, 'accept', { isOk: 'yes' })
    await o.act(checker, f, await o.open(run, f, part(home, 'pipeResident', 'hose')), 'accept', { isOk: 'yes' })
    await o.act(checker, f, await o.open(run, f, part(shop, 'lpgBusiness', 'alarm')), 'accept', { isOk: 'no' })
    // Five years for an alarm, ten for a hose.
    expect((await o.list('sensing.gas-part', { user: home })).map((x) => [x.kind, x.expiresOn]).sort()).toEqual([
      ['alarm', '2031-06-01'],
      ['hose', '2036-06-01'],
    ])
    const { rows } = await o.sheet('/gas/parts')
    expect(rows).toMatchObject([
      { userClass: 'lpgBusiness', part: 'alarm', planned: 1, fitted: 0, percent: 0, isLate: true },
      { userClass: 'pipeResident', part: 'alarm', planned: 2, fitted: 1, percent: 50, isLate: true },
      { userClass: 'pipeResident', part: 'hose', planned: 4, fitted: 1, percent: 25 },
    ])
    expect(await o.by('gas.parts-rate', 'part')).toEqual({ alarm: expect.closeTo(33.33, 2), hose: 25 })
    expect(await o.value('gas.parts-fitted')).toBe(2)
  })

  it('gas-pipe-renewal 老化管道按年限列出,子项目逐个完成,按个数与按投资两个进度并列', async () => {
    const line = {
      geometry: {
        type: 'LineString',
        coordinates: [
          [somewhere.lon, somewhere.lat],
          [somewhere.lon + 0.002, somewhere.lat],
        ],
      },
    }
    const pipe = (code: string, builtOn: string, lengthM: number) =>
      o.add(
        'gas.pipe',
        { code, company: '港华燃气', road: '老街', kind: 'yard', pressure: 'low', material: 'iron', lengthM, builtOn },
        line,
      )
    const old = await pipe('RG-001', '2000-01-01', 300)
    await pipe('RG-002', '2006-06-01', 200)
    await pipe('RG-003', '2006-06-02', 500)
    expect(await o.sheet('/gas/renewal')).toMatchObject({ years: 20, oldKm: 0.5, rows: [] })
    const p = 'gas.project'
    const parts = [
      { name: '老街片', km: 0.4, wan: 60 },
      { name: '城北片', km: 1.2, wan: 240 },
      { name: '城南片', km: 0.3, wan: 100 },
    ]
    const id = await o.tried(desk, p, { name: '老旧管网更新改造', company: '港华燃气', parts, dueOn: '2026-12-31' })
    await o.act(desk, p, id, 'begin')
    const done = { doneOn: '2026-06-01' }
    await expect(desk.refused(p, id, 'finishPart', { ...done, name: '某片', km: 1 })).resolves.toContain('不是本项目')
    await o.triedAct(desk, p, id, 'finishPart', { ...done, name: '老街片', km: 0.42, codes: ['RG-001'] })
    await o.act(desk, p, id, 'finishPart', { ...done, name: '城南片', km: 0.3 })
    expect((await o.row('gas.pipe', old)).renewedOn).toBe('2026-06-01')
    const papers = { doneOn: '2026-06-01', papers: shot() }
    await expect(checker.refused(p, id, 'finish', papers)).resolves.toContain('3个子项目完成2个')
    // Two of three, yet only two fifths of the money.
    expect(await o.sheet('/gas/renewal')).toMatchObject({
      oldKm: 0.2,
      rows: [{ project: id, parts: 3, done: 2, countPercent: 66.67, weightPercent: 40, isLate: false }],
    })
    expect([
      await o.value('gas.renewal-by-count'),
      await o.value('gas.renewal-by-money'),
      await o.value('gas.pipes-renewed'),
      await o.value('gas.renewal-parts'),
    ]).toEqual([expect.closeTo(66.67, 2), 40, 0.72, 2])
  })

  it('smart-gas 设备告警自动告知燃气企业,三十分钟内到场,一张图看压力泄漏与建设计划', async () => {
    const sensing = await openSensing(w)
    const number = 'RQ-T-1'
    const key = await sensing.keyOf(await sensing.addDevice(number, 'gas'))
    await sensing.addDevice('RQ-T-2', 'gas')
    const rule = {
      code: 'T-RQ',
      name: '可燃气体泄漏',
      type: 'threshold',
      deviceKind: 'gas',
      quantity: 'lel',
      side: 'above',
      limit: 20,
      release: 10,
      severity: 'critical',
      caseOn: 'none',
      isOn: true,
      validFrom: '2026-01-01',
      basis: '测试用规则',
    }
    expect((await sensing.data.post('/rows/sensing.rule', { values: rule })).status).toBe(201)
    const { rules } = await ingestOf(w.kernel)
    await rules.book.reload()
    const at = beijing('2026-06-01 09:00').getTime()
    expect((await sensing.send(number, key, [{ at, values: { lel: 35 } }])).status).toBeLessThan(300)
    await rules.settle()
    await w.settle()
    await o.job('gas.leaks')
    await o.job('gas.leaks')
    const [told, ...more] = await o.list('gas.leak')
    expect(more).toEqual([])
    expect(told).toMatchObject({ device: number, status: 'told' })
    const l = 'gas.leak'
    const id = String(told?.id)
    await w.clock.to('2026-06-01 09:18')
    await o.triedAct(run, l, id, 'arrive', { photos: shot() })
    expect(await o.row(l, id)).toMatchObject({ minutes: 18, isInTime: 'yes' })
    const late = await o.tried(o.street, l, { title: '居民闻到异味', device: '电话' })
    await w.clock.to('2026-06-01 10:00')
    await o.act(run, l, late, 'arrive', { photos: shot() })
    expect(await o.row(l, late)).toMatchObject({ minutes: 42, isInTime: 'no' })
    const u = 'gas.upgrade'
    const plan = await o.tried(desk, u, { name: '阀井加装监测', kind: 'device', planned: 50, dueOn: '2026-12-31' })
    await o.act(desk, u, plan, 'install', { count: 20 })
    await expect(desk.refused(u, plan, 'install', { count: 31 })).resolves.toContain('已完成20')
    await sensing.send(number, key, [{ at: beijing('2026-06-01 10:00').getTime(), values: { lel: 35 } }])
    await (await ingestOf(w.kernel)).status.flush()
    const screen = await o.sheet('/gas/screen')
    expect(screen).toMatchObject({ devices: 2, online: 1, alarms: 2, plans: [{ plan, planned: 50, installed: 20 }] })
    expect(screen.rows[0]).toMatchObject({ number, presence: '在线', quantity: '可燃气体 %LEL', value: 35 })
    await o.act(run, l, id, 'handle', { cause: 'leak', handled: '关阀、更换接头' })
    await o.act(checker, l, id, 'close', { isOk: 'yes' })
    expect([
      await o.value('gas.leaks'),
      await o.value('gas.arrived-rate'),
      await o.value('gas.arrive-minutes'),
      await o.value('gas.smart-installed'),
    ]).toEqual([2, 50, 30, 20])
  })

  it('lpg-order 气瓶在册在检、送气工持证、随瓶安检齐全才能配送,黑气瓶查获移送处罚后处置', async () => {
    const station = await o.add('gas.station', {
      name: '城东供应站',
      kind: 'supply',
      operator: '安达燃气',
      licence: '苏燃2024001',
      licenceUntil: '2026-12-31',
    })
    const bottle = (code: string, inspectedUntil: string) =>
      o.add('gas.cylinder', { code, station, specKg: 14.5, madeOn: '2022-01-01', inspectedUntil, state: 'station' })
    const good = await bottle('Q-1', '2026-06-01')
    await bottle('Q-2', '2026-05-31')
    const courier = await o.add('gas.courier', { name: '赵师傅', certificate: 'SQ-1', validUntil: '2027-01-01', station })
    const lapsed = await o.add('gas.courier', { name: '钱师傅', certificate: 'SQ-2', validUntil: '2026-01-01', station })
    const d = 'gas.delivery'
    const checks = ['hose', 'valve', 'stove', 'vent', 'place']
    const send = { code: 'Q-1', courier, user: shop, checks }
    expect(await refusal(run, d, { ...send, code: 'Q-X' })).toContain('黑气瓶')
    expect(await refusal(run, d, { ...send, code: 'Q-2' })).toContain('到期未检')
    expect(await refusal(run, d, { ...send, courier: lapsed })).toContain('没有有效证书')
    expect(await refusal(run, d, { ...send, checks: checks.slice(1) })).toContain('软管')
    const out = await o.tried(run, d, send)
    expect((await o.row('gas.cylinder', good)).state).toBe('out')
    expect(await refusal(run, d, send)).toContain('在用户处')
    await o.act(run, d, out, 'collect')
    expect((await o.row('gas.cylinder', good)).state).toBe('station')
    const s = 'gas.seizure'
    const seized = await o.tried(o.street, s, {
      place: '城中村16号院',
      kind: 'black',
      cylinders: 23,
      party: '孙某',
      partyCode: '320404198505051234',
      partyKind: 'person',
      note: '无许可储存、销售',
      photos: shot(),
    })
    expect((await o.row(s, seized)).penaltyNumber).toBeTruthy()
    await expect(desk.refused(s, seized, 'dispose', { scrapped: 20, returned: 2, photos: shot() })).resolves.toContain('查获23只')
    await o.act(desk, s, seized, 'dispose', { scrapped: 20, returned: 3, photos: shot() })
    expect([
      await o.value('gas.deliveries'),
      await o.value('gas.seizures'),
      await o.value('gas.seized-cylinders'),
      await o.value('gas.cylinders'),
    ]).toEqual([1, 1, 23, 2])
  })

  it('gas-six-entry 六进类别可配置,停用类别不能登记,两张照片、另一人核实后计场次与人次', async () => {
    const kind = (name: string, isOn = true) => o.add('gas.entry-kind', { name, isOn })
    const [school, village] = [await kind('进学校'), await kind('进农村')]
    const past = await kind('进商圈', false)
    const s = 'gas.session'
    const values = {
      kind: school,
      theme: '燃气安全第一课',
      place: '实验小学',
      heldOn: '2026-06-01',
      visitors: 320,
      handouts: 300,
    }
    const two = { photos: [photo(), photo()] }
    expect(await refusal(o.street, s, { ...values, photos: shot() })).toContain('至少2张')
    expect(await refusal(o.street, s, { ...values, ...two, kind: past })).toContain('不在现行')
    const id = await o.tried(o.street, s, { ...values, ...two })
    expect(await o.value('gas.sessions')).toBe(0)
    await o.act(checker, s, id, 'confirm', { isOk: 'yes' })
    await o.act(checker, s, await o.open(o.street, s, { ...values, ...two, kind: village, visitors: 80 }), 'confirm', {
      isOk: 'yes',
    })
    await o.act(checker, s, await o.open(o.street, s, { ...values, ...two }), 'confirm', { isOk: 'no' })
    expect(await o.by('gas.sessions', 'kindName')).toEqual({ 进学校: 1, 进农村: 1 })
    expect(await o.value('gas.session-visitors')).toBe(400)
  })
})
