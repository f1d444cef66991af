import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'

/** What surrounds the loop: supervision, lists, levels, rates, meetings, micro repairs, trace. One test per row of the mission. */
describe('案件之外的闭环', () => {
  let w: World
  let head: Client
  let dispatcher: Client
  let municipal: Client
  let leader: Client
  let reader: Client
  let data: Client
  let units: { id: string; name: string }[] = []
  const unitOf = (name: string): string => units.find((u) => u.name === name)?.id ?? ''
  const at = (n: number) => ({ lon: somewhere.lon + (n % 8) * 0.0011, lat: somewhere.lat + Math.floor(n / 8) * 0.0018 })
  const procedure = 'cases.case'

  beforeAll(async () => {
    w = await world('2026-04-07 09:00')
    ;[head, dispatcher, municipal, leader, reader, data] = (await Promise.all(
      ['zhiban1', 'paiqian1', 'chuzhi11', 'juzhang', 'kaohe1', 'shuju'].map((l) => w.as(l)),
    )) as [Client, Client, Client, Client, Client, Client]
    units = (await head.get<{ units: { id: string; name: string }[] }>('/meta')).body.units
  })
  afterAll(() => w.close())

  const row = async (definition: string, id: string) => (await reader.get<Record<string, any>>(`/rows/${definition}/${id}`)).body
  const figure = async (id: string, query: Record<string, string> = {}) => {
    const answer = await reader.get<{
      values: { key: string | null; value: number | null; numerator: number; denominator: number }[]
    }>(`/indicators/${id}`, {
      from: beijing('2026-04-01 00:00').toISOString(),
      to: beijing('2026-06-01 00:00').toISOString(),
      ...query,
    })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body.values
  }
  const open = async (who: Client, name: string, values: unknown, extra: Record<string, unknown> = {}) => {
    const answer = await who.post<{ id: string; number: string; zh?: string }>(`/subjects/${name}`, { values, ...extra })
    if (answer.status !== 201) throw new Error(`${name}: ${answer.status} ${answer.body.zh}`)
    return answer.body
  }
  const reported = async (n: number, description = '供水井盖缺失', source = 'hotline') =>
    (await (await w.as('shouli1')).post<{ id: string; number: string }>('/cases', { description, source, ...at(n) })).body
  const conditionOf = async (category: string): Promise<string> =>
    (
      await head.get<{ rows: { id: string }[] }>('/rows/cases.condition', {
        filter: JSON.stringify({ kind: 'component', category }),
      })
    ).body.rows[0]?.id ?? ''
  const dispatched = async (n: number, limit = { value: 1, unit: 'work_day' }, description?: string) => {
    const { id } = await reported(n, description)
    await head.act(procedure, id, 'accept')
    await head.act(procedure, id, 'file', {
      categoryKind: 'component',
      category: '01001',
      condition: await conditionOf('01001'),
    })
    await dispatcher.act(procedure, id, 'dispatch', { limit, note: '按现场情况定时限' })
    await municipal.act(procedure, id, 'receive')
    return id
  }
  const collectorOf = async (personId: unknown): Promise<Client> => {
    for (let n = 1; n <= 24; n++) {
      const client = await w.as(`caiji${n}`)
      if (client.personId === personId) return client
    }
    throw new Error('not a collector')
  }
  const closed = async (id: string) => {
    await municipal.act(procedure, id, 'submit', { afterPhotos: [photo()], result: '已恢复' })
    const { assigneeId } = await dispatcher.act(procedure, id, 'feedbackOk')
    await (await collectorOf(assigneeId)).act(procedure, id, 'checkOk', { photos: [photo()] })
    await head.act(procedure, id, 'close')
    await w.settle()
  }
  const children = async (definition: string, id: string) =>
    (await reader.get<{ rows: { id: string; procedure: string; number: string }[] }>(`/rows/${definition}/${id}/children`)).body
      .rows

  it('case-filing 不予立案告知理由;作废须有理由;缺栏逐项指出', async () => {
    const a = await reported(0, '天气太热')
    await expect(head.refused(procedure, a.id, 'reject', {})).resolves.toContain('请填写不予受理的理由')
    await head.act(procedure, a.id, 'reject', { reason: '不属城市管理事项' })
    expect(await row(procedure, a.id)).toMatchObject({ status: 'not_accepted', refusedReason: '不属城市管理事项' })
    await expect(head.refused(procedure, a.id, 'accept')).resolves.toContain('流程结束')
    const b = await reported(1)
    await head.act(procedure, b.id, 'accept')
    await head.act(procedure, b.id, 'cancel', { reason: '重复测试' })
    expect((await figure('cases.refused'))[0]?.value).toBe(1)
    // The collector who found it is told why nothing will be done.
    const collector = await w.as('caiji1')
    const own = (
      await collector.post<{ id: string; number: string }>('/cases', { description: '树荫太密', source: 'collector', ...at(0) })
    ).body
    await head.act(procedure, own.id, 'reject', { reason: '不属立案范围' })
    const told = await collector.get<{ rows: { zh: string }[] }>('/notices')
    expect(told.body.rows.map((n) => n.zh)).toContain(`您上报的案件 ${own.number} 不予立案:不属立案范围`)
    // A call that says no place: the filing clerk says in which community it lies, and the duty list can name the unit.
    const placeless = (await (await w.as('shouli1')).post<{ id: string }>('/cases', { description: '井盖响', source: 'hotline' }))
      .body
    await head.act(procedure, placeless.id, 'accept')
    const condition = await conditionOf('01001')
    const filed = { categoryKind: 'component', category: '01001', condition }
    await expect(head.refused(procedure, placeless.id, 'file', { ...filed, place: '329901999999' })).resolves.toContain(
      '没有这个社区',
    )
    await head.act(procedure, placeless.id, 'file', { ...filed, place: '329901002001' })
    await dispatcher.act(procedure, placeless.id, 'dispatch')
    expect(await row(procedure, placeless.id)).toMatchObject({ status: 'dispatched', areaCode: '329901002001' })
  })

  it('case-dispatch 按职责清单派遣;批量;矩阵证明每类每处每天恰有一个牵头单位并指出缺口', async () => {
    const check = await reader.get<{
      categories: number
      places: number
      checked: number
      holes: { category: string }[]
      conflicts: unknown[]
    }>('/cases/duty-check', { from: '2026-01-01', to: '2027-01-01' })
    expect(check.body).toMatchObject({ categories: 403, conflicts: [] })
    expect(check.body.places).toBe(64)
    expect(check.body.holes).toEqual([])
    const duty = await data.post<{ id: string }>('/rows/cases.duty', {
      values: {
        kind: 'component',
        categoryPrefix: '01',
        areaPrefix: '329901',
        unit: unitOf('排水管理中心'),
        role: 'lead',
        validFrom: '2026-06-01',
      },
    })
    const conflict = await reader.get<{ conflicts: { from: string }[] }>('/cases/duty-check', {
      from: '2026-01-01',
      to: '2027-01-01',
    })
    expect(conflict.body.conflicts[0]).toMatchObject({ from: '2026-06-01' })
    await data.post(`/rows/cases.duty/${duty.body.id}/retire`, { reason: '录入有误' })
    const who = await reader.get('/cases/duty', { kind: 'matter', category: '09006', area: '329901002001' })
    expect(who.body).toMatchObject({ lead: { unit: '文昌街道综合执法中队' } })
    const ids = [(await reported(2)).id, (await reported(3)).id, (await reported(4)).id]
    const bulk = await head.post<{ done: number; results: { ok: boolean; refusalZh: string | null }[] }>(
      `/subjects/${procedure}/bulk/accept`,
      { ids: [...ids, ids[0]] },
    )
    expect(bulk.body.done).toBe(3)
    expect(bulk.body.results[3]?.refusalZh).toContain('当前状态')
    // Another limit than the condition's needs its reason; who assists is a unit, and not the one that leads.
    const one = ids[0] ?? ''
    await head.act(procedure, one, 'file', {
      categoryKind: 'component',
      category: '01001',
      condition: await conditionOf('01001'),
    })
    const send = (values: object) => dispatcher.refused(procedure, one, 'dispatch', values)
    await expect(send({ limit: { value: 9, unit: 'work_day' } })).resolves.toContain('写明理由')
    await expect(send({ assistUnits: ['排水'] })).resolves.toContain('从列表中选择')
    const [lead, assist] = [unitOf('市政设施养护所'), unitOf('排水管理中心')]
    await expect(send({ unit: lead, assistUnits: [lead] })).resolves.toContain('不能又是协办')
    await dispatcher.act(procedure, one, 'dispatch', { unit: lead, assistUnits: [assist] })
    expect(await row(procedure, one)).toMatchObject({ unitId: lead, assistUnits: [assist], level: 'district' })
    const drain = await (await w.as('chuzhi71')).get<{ rows: { zh: string }[] }>('/notices')
    expect(drain.body.rows.some((n) => n.zh.startsWith('请协办案件'))).toBe(true)
  })

  it('multi-level-linkage 街道解决不了逐级上报到市,各级单位与时限分开', async () => {
    const id = await dispatched(5)
    const squad = unitOf('文昌街道综合执法中队')
    const up = (unit: string) => municipal.refused(procedure, id, 'escalate', { unit, reason: '需区级协调' })
    await expect(up(unitOf('市政设施养护所'))).resolves.toContain('不能还是本单位')
    await expect(up(squad)).resolves.toContain('不是上一级')
    await municipal.act(procedure, id, 'escalate', { unit: unitOf('排水管理中心'), reason: '需区级协调' })
    expect(await row(procedure, id)).toMatchObject({ level: 'city', status: 'dispatched', unitId: unitOf('排水管理中心') })
    const drain = await w.as('chuzhi71')
    await drain.act(procedure, id, 'receive')
    await expect(drain.refused(procedure, id, 'escalate', { unit: unitOf('市政设施养护所'), reason: 'x' })).resolves.toContain(
      '最高层级',
    )
    const page = (await reader.get<Record<string, any>>(`/subjects/${procedure}/${id}`)).body
    expect(page.clocks.filter((c: { name: string }) => c.name === 'handle').map((c: { state: string }) => c.state)).toEqual([
      'stopped',
      'running',
    ])
    // What the duty list gives to a street's squad begins at the street's level.
    const { id: street } = await reported(5)
    await head.act(procedure, street, 'accept')
    await head.act(procedure, street, 'file', {
      categoryKind: 'component',
      category: '01001',
      condition: await conditionOf('01001'),
    })
    await dispatcher.act(procedure, street, 'dispatch', { unit: squad })
    expect((await row(procedure, street)).level).toBe('street')
  })

  it('case-supervision assignment-letters 督办成函、无缺号、签收回复核销、按种类计数', async () => {
    const id = await dispatched(6)
    await head.act(procedure, id, 'supervise', { level: 'duty', opinion: '已临期,请加快', replyDays: 2 })
    await leader.act(procedure, id, 'supervise', { level: 'bureau', opinion: '当日办结', replyDays: 1 })
    const letters = (await children(procedure, id)).filter((c) => c.procedure === 'cases.letter')
    expect(letters.map((l) => l.number.slice(-4)).sort()).toEqual(['0001', '0002'])
    const letter = letters.find((l) => l.number.endsWith('0001'))?.id ?? ''
    expect(new Date((await row('cases.letter', letter)).replyDueAt)).toEqual(beijing('2026-04-09 09:00'))
    await municipal.act('cases.letter', letter, 'sign')
    await municipal.act('cases.letter', letter, 'reply', { reply: '今日完成' })
    await head.act('cases.letter', letter, 'accept')
    await open(head, 'cases.letter', {
      kind: 'assign',
      title: '关于占道的交办函',
      content: '请办理',
      unit: unitOf('市政设施养护所'),
      replyLimit: { value: 3, unit: 'work_day' },
    })
    expect(Object.fromEntries((await figure('cases.letters', { by: 'kind' })).map((v) => [v.key, v.value]))).toEqual({
      supervise: 2,
      assign: 1,
    })
    expect((await row(procedure, id)).supervisionCount).toBe(2)
    const notices = await municipal.get<{ rows: { zh: string }[] }>('/notices')
    expect(notices.body.rows.some((n) => n.zh.includes('督办函'))).toBe(true)
    // What waits at the centre is supervised there.
    const stuck = (await reported(6)).id
    const words = { level: 'duty', opinion: '逾期未受理', replyDays: 1 }
    await expect(head.refused(procedure, stuck, 'supervise', words)).resolves.toContain('请选择被督办单位')
    await head.act(procedure, stuck, 'supervise', { ...words, unit: unitOf('排水管理中心') })
    expect((await children(procedure, stuck)).map((l) => l.procedure)).toEqual(['cases.letter'])
    // The letter is printed with the number of its own kind.
    const paper = await head.get<Buffer>(`/papers/cases.letter/${letter}/letter`, { format: 'html' })
    expect(String(paper.body)).toContain('督办函〔2026〕1号')
    expect(String(paper.body)).toContain('市政设施养护所')
    const plain = {
      kind: 'supervise',
      title: '无级别',
      content: '请办理',
      unit: unitOf('市政设施养护所'),
      replyLimit: { value: 1, unit: 'urgent_hour' },
    }
    await expect(open(head, 'cases.letter', plain)).rejects.toThrow('督办级别')
    // Nobody answers: the unit and the sender are told, and the supervision goes up one hand.
    const late = await open(head, 'cases.letter', { ...plain, level: 'duty', title: '限一小时回复' })
    await w.clock.to('2026-04-07 10:30')
    await w.settle()
    expect(await row('cases.letter', late.id)).toMatchObject({ level: 'bureau', lapseCount: 1 })
    expect((await row('cases.letter', late.id)).escalatedAt).toBeTruthy()
    const said = await head.get<{ rows: { zh: string }[] }>('/notices')
    expect(said.body.rows.some((n) => n.zh === `${late.number} 逾期未回复:限一小时回复`)).toBe(true)
    expect((await figure('cases.letters-lapsed'))[0]?.value).toBe(1)
    await municipal.act('cases.letter', late.id, 'reply', { reply: '已办' })
    await head.act('cases.letter', late.id, 'accept')
  })

  it('on-site-self-solve 即发现即整改直接结案并计数,缺照片不收', async () => {
    const collector = await w.as('caiji1')
    const bad = await collector.post(`/subjects/${procedure}`, {
      action: 'reportSolved',
      values: {
        description: '纸屑',
        source: 'collector',
        urgency: 'normal',
        photos: [photo()],
        afterPhotos: [],
        result: '已捡拾',
      },
      ...at(7),
    })
    expect(bad.body.zh).toContain('整改后照片至少1张')
    const good = await collector.post<{ status: string }>(`/subjects/${procedure}`, {
      action: 'reportSolved',
      values: {
        description: '纸屑',
        source: 'collector',
        urgency: 'normal',
        photos: [photo()],
        afterPhotos: [photo()],
        result: '已捡拾',
      },
      ...at(7),
    })
    expect(good.body.status).toBe('closed')
    // One picture cannot show both before and after.
    const twice = photo()
    const same = await collector.post(`/subjects/${procedure}`, {
      action: 'reportSolved',
      values: {
        description: '纸屑',
        source: 'collector',
        urgency: 'normal',
        photos: [twice],
        afterPhotos: [twice],
        result: '已捡拾',
      },
      ...at(7),
    })
    expect(same.body.zh).toContain('同一张')
    // Opened again it has no unit to go back to: it is filed like any other.
    const again = good.body as unknown as { id: string }
    await head.act(procedure, again.id, 'reopen', { reason: '又有垃圾' })
    expect((await row(procedure, again.id)).status).toBe('accepted')
    await head.act(procedure, again.id, 'cancel', { reason: '已清理' })
    expect((await figure('cases.self-solved'))[0]?.value).toBe(1)
  })

  it('careful-verification 核查由他人、盲抽;不通过返工计数;自己处置的不能自己核查', async () => {
    const id = await dispatched(8)
    await municipal.act(procedure, id, 'submit', { afterPhotos: [photo()], result: '已恢复' })
    const { assigneeId: drawn } = await dispatcher.act(procedure, id, 'feedbackOk')
    // Who was drawn is away: another is drawn, and only that one may check.
    const { assigneeId } = await dispatcher.act(procedure, id, 'redrawCheck', { reason: '请假' })
    expect(assigneeId).not.toBe(drawn)
    await expect((await collectorOf(drawn)).refused(procedure, id, 'checkOk', { photos: [photo()] })).resolves.toMatch(
      /他人|管辖/,
    )
    const verifier = await collectorOf(assigneeId)
    const others = await w.as('caiji24')
    if (others.personId !== assigneeId)
      await expect(others.refused(procedure, id, 'checkOk', { photos: [photo()] })).resolves.toMatch(/他人|管辖/)
    // Not with a picture of the handling, nor from two streets away; a new one on the spot, whose distance the case keeps.
    const there = await row(procedure, id)
    const fail = { photos: [photo()], reason: '井盖仍松动', lon: there.lon, lat: there.lat }
    await expect(verifier.refused(procedure, id, 'checkOk', { photos: there.afterPhotos })).resolves.toContain('重新拍摄')
    await expect(verifier.refused(procedure, id, 'checkFail', { ...fail, lon: Number(there.lon) + 0.01 })).resolves.toMatch(
      /离案发处9\d\d米,超过200米/,
    )
    await verifier.act(procedure, id, 'checkFail', { ...fail, lat: Number(there.lat) + 0.0005 })
    expect(await row(procedure, id)).toMatchObject({ checkMetres: expect.closeTo(55, -1), reworkCount: 1 })
    await dispatcher.act(procedure, id, 'redispatch', { reason: '重做' })
    await municipal.act(procedure, id, 'receive')
    await closed(id)
    expect(await row(procedure, id)).toMatchObject({ reworkCount: 1, status: 'closed' })
    const rate = (await figure('cases.rework-rate'))[0]
    expect(rate?.numerator).toBe(1)
  })

  it('precise-collection-supervision 抽查漏报成案并计漏报率;采集员有效上报与覆盖', async () => {
    const collector = await w.as('caiji2')
    await collector.post('/cases', { description: '井盖破损', source: 'collector', ...at(9) })
    const values = { collector: collector.personId, wasReported: false, category: '暴露垃圾', note: '桥下垃圾未上报' }
    expect((await reader.post('/rows/intake.spot-check', { values, place: at(10) })).status).toBe(201)
    await reader.post('/rows/intake.spot-check', { values: { ...values, wasReported: true, note: '已上报' }, place: at(10) })
    await w.settle()
    expect((await figure('intake.missed-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
    const found = await reader.get<{ rows: { description: string }[] }>('/rows/cases.case', { search: '抽查发现漏报' })
    expect(found.body.rows).toHaveLength(1)
    const scores = await reader.get<{ rows: { personId: string; reported: number; valid: number; validRate: number | null }[] }>(
      '/cases/collectors',
      { from: '2026-04-01', to: '2026-05-01' },
    )
    expect(scores.body.rows.find((r) => r.personId === collector.personId)).toMatchObject({ reported: 1, valid: 0, validRate: 0 })
    expect(scores.body.rows.some((r) => r.reported === 0 && r.validRate === null)).toBe(true)
  })

  it('grid-efficiency-bulletin 网格效能指数按权重算出,通报点名', async () => {
    const { body } = await reader.get<{
      rows: { areaCode: string; illegal: number; index: number }[]
      bulletin: string
    }>('/cases/efficiency', { from: '2026-04-01', to: '2026-05-01' })
    expect(body.rows.length).toBeGreaterThan(0)
    const { efficiencyIndex } = await import('#domains/cases/efficiency.ts')
    expect(
      efficiencyIndex(
        { found: 10, byCollector: 5, handled: 8, inTime: 6, repeated: 1, missed: 3, illegal: 2 },
        { found: 30, inTime: 40, repeat: 15, missed: 15 },
      ),
    ).toBe(66)
    expect(body.bulletin).toContain('需要重点关注的网格')
    // A new illegal building that a satellite found and the grid did not counts against the grid.
    const suspected = await open(
      await w.as('zhongdui11'),
      'buildings.building',
      { address: '卫星图斑处', kind: 'roof', areaM2: 40, via: 'satellite', photos: [photo()] },
      { action: 'report', ...at(0) },
    )
    const isNew = {
      class: 'new',
      kind: 'roof',
      land: 'urban',
      surveyedM2: 40,
      startedAt: beijing('2026-04-06 08:00').toISOString(),
    }
    const flags = { isHazard: false, isUgly: false, isHated: false, photos: [photo()] }
    await (await w.as('dadui1')).act('buildings.building', suspected.id, 'confirm', { ...isNew, ...flags })
    const { areaCode } = await row('buildings.building', suspected.id)
    const grid = async () =>
      (
        await reader.get<{ rows: { areaCode: string; illegal: number; index: number }[] }>('/cases/efficiency', {
          from: '2026-04-01',
          to: '2026-05-01',
        })
      ).body.rows.find((r) => r.areaCode === String(areaCode).slice(0, 12))
    const old = body.rows.find((r) => r.areaCode === String(areaCode).slice(0, 12))
    expect([old?.illegal ?? 0, (await grid())?.illegal]).toEqual([0, 1])
    expect((await grid())?.index).toBeLessThan(old?.index ?? 101)
    const issue = (unit: string) =>
      head.post<{ id: string; number: string; grids: number; zh: string }>('/cases/efficiency/issue', {
        from: '2026-04-01',
        to: '2026-05-01',
        unit,
      })
    const sent = await issue(unitOf('市政设施养护所'))
    expect([sent.status, sent.body.grids]).toEqual([201, body.rows.length + (old ? 0 : 1)])
    const letter = await row('cases.letter', sent.body.id)
    expect(letter).toMatchObject({ kind: 'bulletin', status: 'issued', unitId: unitOf('市政设施养护所') })
    expect(letter.content).toContain('需要重点关注的网格')
  })

  it('超时申诉两级审核,成立不计超时而事实保留', async () => {
    const id = await dispatched(13, { value: 1, unit: 'urgent_hour' })
    await w.clock.to('2026-04-07 12:00')
    await closed(id)
    const before = (await figure('cases.close-in-time-rate'))[0]
    await expect((await w.as('chuzhi71')).refused(procedure, id, 'appeal', { reason: '暴雨停工' })).resolves.toContain('承办单位')
    await municipal.act(procedure, id, 'appeal', { reason: '暴雨停工' })
    await expect(municipal.refused(procedure, id, 'appeal', { reason: '再申' })).resolves.toContain('每案一次')
    const appeal = (await children(procedure, id)).find((c) => c.procedure === 'cases.appeal')?.id ?? ''
    await dispatcher.act('cases.appeal', appeal, 'pass', {})
    await (await w.as('shouli1')).act('cases.appeal', appeal, 'grant', {})
    await w.settle()
    const after = await row(procedure, id)
    expect(after.isExempt).toBe(true)
    expect(after.handledAt > after.handleDueAt).toBe(true)
    expect((await figure('cases.close-in-time-rate'))[0]?.numerator).toBe((before?.numerator ?? 0) + 1)
  })

  it('并案可撤销;催办、超期提醒', async () => {
    const [a, b] = [await reported(14), await reported(14)]
    await head.act(procedure, b.id, 'merge', { into: a.id })
    expect((await row(procedure, b.id)).mergedInto).toBe(a.id)
    await head.act(procedure, b.id, 'unmerge')
    expect((await row(procedure, b.id)).status).toBe('accepted')
    const id = await dispatched(15, { value: 1, unit: 'urgent_hour' })
    const late = (await reported(15)).id
    const { assigneeId } = await (await w.as('shouli1')).act(procedure, late, 'sendVerify')
    await w.clock.to('2026-04-07 17:00')
    await w.settle()
    expect((await row(procedure, id)).urgeCount).toBe(1)
    const verifier = await collectorOf(assigneeId)
    const told = await verifier.get<{ rows: { zh: string }[] }>('/notices')
    expect(told.body.rows.some((n) => n.zh.endsWith('的核实已逾时,请尽快到现场'))).toBe(true)
    const { assigneeId: next } = await (await w.as('shouli1')).act(procedure, late, 'redrawVerify', { reason: '不在岗' })
    expect(next).not.toBe(assigneeId)
  })

  it('疑似重复附理由;委托代办;看不到别区;个人信息须写明理由', async () => {
    const a = await reported(16, '人行道井盖破损有缺口')
    const similar = await head.post<{ cases: { id: string; reasons: string[] }[] }>('/cases/similar', {
      ...at(16),
      description: '井盖破损,人行道上有缺口',
    })
    expect(similar.body.cases.find((c) => c.id === a.id)?.reasons.join()).toMatch(/相距\d+米/)
    const snap = await w.anyone.post<{ number: string }>('/public/reports', {
      description: '店外经营',
      reporterName: '赵先生',
      reporterPhone: '13811112222',
      ...at(17),
    })
    const found = (
      await head.get<{ rows: { id: string; reporterPhone: string }[] }>('/rows/cases.case', {
        filter: JSON.stringify({ number: snap.body.number }),
      })
    ).body.rows[0]
    expect(found?.reporterPhone).toBe('138****2222')
    expect((await head.post(`/rows/cases.case/${found?.id}/reveal`, { field: 'reporterPhone', reason: '' })).status).toBe(400)
    expect(
      (await head.post(`/rows/cases.case/${found?.id}/reveal`, { field: 'reporterPhone', reason: '电话核实位置' })).body,
    ).toEqual({ value: '13811112222' })
    expect(
      (await municipal.post(`/rows/cases.case/${found?.id}/reveal`, { field: 'reporterPhone', reason: '电话核实位置' })).status,
    ).toBe(403)
    const seen = await w.kernel.db.withDistricts(['110101'], (tx) =>
      raw<{ n: number }>(tx, 'select count(*)::int as n from cases."case"', []),
    )
    expect(seen.rows[0]?.n).toBe(0)
    const other = await w.as('chuzhi41')
    await expect(
      other.refused(procedure, await dispatched(18), 'submit', { afterPhotos: [photo()], result: 'x' }),
    ).resolves.toContain('其他单位')
    await municipal.post('/work/delegate', {
      toPersonId: other.personId,
      startsAt: beijing('2026-04-07 08:00').toISOString(),
      endsAt: beijing('2026-04-08 08:00').toISOString(),
      reason: '出差',
    })
  })

  it('trace-management 每次变更何人何时何事,新旧值可见,可导出核验', async () => {
    const created = await data.post<{ id: string; version: number }>('/rows/cases.category-group', {
      values: { name: '十乱', kind: 'matter', category: '09005', validFrom: '2026-01-01' },
    })
    const edited = await data.patch<{ version: number }>(`/rows/cases.category-group/${created.body.id}`, {
      values: { category: '09006' },
      version: created.body.version,
      reason: '选错',
    })
    expect(edited.body.version).toBe(2)
    const stale = await data.patch(`/rows/cases.category-group/${created.body.id}`, { values: { category: '09001' }, version: 1 })
    expect(stale).toMatchObject({ status: 409, body: { code: 'kernel.conflict' } })
    const history = await data.get<{
      entries: { action: string; actor: { name: string }; changes: Record<string, unknown>; detail: Record<string, unknown> }[]
    }>(`/rows/cases.category-group/${created.body.id}/history`)
    expect(history.body.entries.map((e) => [e.action, e.changes.category, e.detail.reason])).toEqual([
      ['create', '09005', undefined],
      ['edit', '09006', '选错'],
    ])
    for (const format of ['csv', 'xlsx']) await data.get('/rows/cases.category-group/export', { format })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await data.get<Buffer>(`/rows/cases.category-group/${created.body.id}/history/export`)).body as never)
    const lines: unknown[][] = []
    book.worksheets[0]?.eachRow((r) => void lines.push((r.values as unknown[]).slice(1)))
    expect(lines[0]).toEqual(['序号', '时间', '办理人', '代谁办理', '动作', '项目', '原值', '新值', '上一环', '回执'])
    const edit = lines.filter((l) => l[0] === 2)
    expect(edit.map((l) => [l[4], l[5], l[6], l[7]])).toEqual([
      ['修改', '类别', '09005', '09006'],
      ['修改', '说明', undefined, '选错'],
    ])
    expect(edit[0]?.[8]).toBe(lines[1]?.[9])

    const auditor = await w.as('shenji')
    expect((await auditor.post<{ breaks: unknown[] }>('/journal/verify')).body.breaks).toEqual([])
    expect((await head.post('/journal/verify')).status).toBe(403)
    // The auditor finds who changed what, without a right to the register itself; nobody else does.
    const asked = { from: '2026-04-01', to: '2026-12-31', kind: '类别' }
    expect((await head.get('/journal', asked)).status).toBe(403)
    expect((await auditor.get('/journal', { ...asked, from: '2026-01-01' })).body).toMatchObject({
      zh: expect.stringContaining('92天'),
    })
    const found = (
      await auditor.get<{ total: number; rows: Record<string, string>[] }>('/journal', {
        ...asked,
        to: '2026-06-30',
        number: '十乱',
        person: data.personId,
      })
    ).body
    expect([found.total, found.rows.map((r) => [r.action, r.number])]).toEqual([
      2,
      [
        ['修改', '十乱'],
        ['新增', '十乱'],
      ],
    ])
    expect(found.rows[0]?.what).toContain('类别:09005 → 09006')
    // The audit log by day, person and kind; the kinds are of all there is, not only of what is shown.
    const audit = async (query: Record<string, string>) =>
      (await auditor.get<{ rows: { kind: string; actorName: string }[]; total: number; kinds: string[] }>('/audit', query)).body
    const all = await audit({ limit: '1' })
    expect([all.rows.length, all.total > 1, all.kinds.includes('export')]).toEqual([1, true, true])
    const exported = await audit({ kind: 'export', from: '2026-04-07', to: '2026-12-31' })
    expect([exported.total, new Set(exported.rows.map((r) => r.kind))]).toEqual([exported.rows.length, new Set(['export'])])
    expect((await audit({ to: '2026-04-06' })).total).toBe(0)
    expect((await audit({ who: '查无此人' })).rows).toEqual([])
  })

  it('参数自某日起用新值:系统管理员改,旁人不能,须写依据', async () => {
    const admin = await w.as('xitong')
    const change = { value: 1, validFrom: '2026-04-01', source: '城管〔2026〕5号' }
    expect((await w.anyone.post('/parameters/cases.extension-limit', change)).status).toBe(401)
    expect((await head.post('/parameters/cases.extension-limit', change)).status).toBe(403)
    expect((await admin.post('/parameters/cases.extension-limit', { ...change, source: '' })).status).toBe(400)
    expect((await admin.post('/parameters/cases.extension-limit', change)).status).toBe(200)
    const id = await dispatched(19, { value: 2, unit: 'work_day' })
    await municipal.act(procedure, id, 'applyExtend', { reason: '待料' })
    await dispatcher.act(procedure, id, 'approveExtend')
    await expect(municipal.refused(procedure, id, 'applyExtend', { reason: '再延' })).resolves.toContain('最多1次')
  })
})
