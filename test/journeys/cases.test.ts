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
  const dispatched = async (n: number, limit = { value: 1, unit: 'work_day' }, description?: string) => {
    const { id } = await reported(n, description)
    await head.act(procedure, id, 'accept')
    const conditions = await head.get<{ rows: { id: string }[] }>('/rows/cases.condition', {
      filter: JSON.stringify({ kind: 'component', category: '01001' }),
    })
    await head.act(procedure, id, 'file', {
      categoryKind: 'component',
      category: '01001',
      condition: conditions.body.rows[0]?.id,
    })
    await dispatcher.act(procedure, id, 'dispatch', { limit })
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
  })

  it('multi-level-linkage 街道解决不了逐级上报到市,各级单位与时限分开', async () => {
    const id = await dispatched(5)
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
    expect((await figure('cases.self-solved'))[0]?.value).toBe(1)
  })

  it('careful-verification 核查由他人、盲抽;不通过返工计数;自己处置的不能自己核查', async () => {
    const id = await dispatched(8)
    await municipal.act(procedure, id, 'submit', { afterPhotos: [photo()], result: '已恢复' })
    const { assigneeId } = await dispatcher.act(procedure, id, 'feedbackOk')
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

  it('issue-responsibility-lists 有未销号条目的清单不能办结;对账后销号', async () => {
    const list = await open(head, 'cases.list', { name: '背街小巷整治清单', source: '专项检查' })
    await head.act('cases.list', list.id, 'addItem', {
      problem: '路面坑洼',
      unit: unitOf('市政设施养护所'),
      measures: '铣刨重铺',
      dueOn: '2026-04-30',
    })
    await head.act('cases.list', list.id, 'addItem', {
      problem: '井盖下沉',
      unit: unitOf('市政设施养护所'),
      measures: '调平',
      dueOn: '2026-04-20',
    })
    const items = await children('cases.list', list.id)
    await expect(head.refused('cases.list', list.id, 'close', { closedNote: '完' })).resolves.toContain('2项未销号')
    for (const item of items) {
      await municipal.act('cases.item', item.id, 'report', { report: '已完成' })
      await head.act('cases.item', item.id, 'clear')
    }
    await head.act('cases.list', list.id, 'close', { closedNote: '全部销号' })
    expect((await figure('cases.items-cleared-rate'))[0]).toMatchObject({ numerator: 2, denominator: 2, value: 100 })
  })

  it('small-big-loop 三件同类升为行业联动,措施、成效、闭环,两边可查', async () => {
    const numbers = [(await reported(11)).number, (await reported(11)).number]
    await expect(
      open(head, 'cases.industry', {
        subjectName: '某管线公司',
        category: '01001',
        cases: numbers,
        unit: unitOf('市政设施养护所'),
      }),
    ).rejects.toThrow('三件以上')
    const a = await open(head, 'cases.industry', {
      subjectName: '某管线公司',
      category: '01001',
      cases: [...numbers, (await reported(11)).number],
      unit: unitOf('市政设施养护所'),
    })
    await municipal.act('cases.industry', a.id, 'act', { measure: 'talk', result: '约谈负责人,限期巡检' })
    await expect(head.refused('cases.industry', a.id, 'close', { effect: 'worse' })).resolves.toContain('不能闭环')
    await head.act('cases.industry', a.id, 'close', { effect: 'better' })
    expect((await figure('cases.industry-loops', { by: 'measure' }))[0]).toMatchObject({ key: 'talk', value: 1 })
  })

  it('case-analysis-meeting 分析表来自案件,点评会议定事项成为任务', async () => {
    const a = await open(leader, 'cases.meeting', { name: '四月研判会', from: '2026-04-01', to: '2026-05-01' })
    const sheet = (await row('cases.meeting', a.id)).sheet
    const filed = (await figure('cases.filed'))[0]?.value
    expect(sheet.total).toBe(filed)
    expect(sheet.categories[0]).toMatchObject({ key: 'component:01001' })
    await leader.act('cases.meeting', a.id, 'hold', { comments: '井盖问题高发' })
    await leader.act('cases.meeting', a.id, 'decide', {
      problem: '供水井盖专项排查',
      unit: unitOf('市政设施养护所'),
      measures: '两周内排查一遍',
      dueOn: '2026-04-25',
    })
    const work = await municipal.get<{ tasks: { title: string }[] }>('/work')
    expect(work.body.tasks.some((t) => t.title.includes('专项排查'))).toBe(true)
    await leader.act('cases.meeting', a.id, 'end')
  })

  it('grid-efficiency-bulletin 网格效能指数按权重算出,通报点名', async () => {
    const { body } = await reader.get<{
      rows: { found: number; byCollector: number; inTime: number; handled: number; index: number }[]
      bulletin: string
    }>('/cases/efficiency', { from: '2026-04-01', to: '2026-05-01' })
    expect(body.rows.length).toBeGreaterThan(0)
    const { efficiencyIndex } = await import('#domains/cases/efficiency.ts')
    expect(
      efficiencyIndex(
        { found: 10, byCollector: 5, handled: 8, inTime: 6, repeated: 1, missed: 5 },
        { found: 30, inTime: 40, repeat: 15, missed: 15 },
      ),
    ).toBe(66)
    expect(body.bulletin).toContain('需要重点关注的网格')
  })

  it('micro-repair 每板块须有队;先排险后修复;单项限额与机动经费', async () => {
    const collector = await w.as('caiji1')
    await expect(open(collector, 'cases.micro-repair', { problem: '护栏松动', isDanger: true }, at(0))).rejects.toThrow(
      '尚未建立微修队伍',
    )
    const { areaCode } = (
      await collector.post<{ areaCode: string }>('/cases', { description: '护栏松动', source: 'collector', ...at(7) })
    ).body
    const street = areaCode.slice(0, 9)
    expect(
      (
        await data.post('/rows/cases.micro-team', {
          values: { name: '湖滨微修队', street, unit: unitOf('市政设施养护所'), budget: 1500, jobLimit: 1000 },
        })
      ).status,
    ).toBe(201)
    const one = await open(collector, 'cases.micro-repair', { problem: '护栏松动', isDanger: true }, at(7))
    await municipal.act('cases.micro-repair', one.id, 'arrive')
    const values = { work: '焊接加固', cost: 900, afterPhotos: [photo()] }
    await expect(municipal.refused('cases.micro-repair', one.id, 'fix', values)).resolves.toContain('先排险')
    await municipal.act('cases.micro-repair', one.id, 'removeDanger', { photos: [photo()] })
    await expect(municipal.refused('cases.micro-repair', one.id, 'fix', { ...values, cost: 1200 })).resolves.toContain(
      '单项限额1000元',
    )
    await municipal.act('cases.micro-repair', one.id, 'fix', values)
    await dispatcher.act('cases.micro-repair', one.id, 'accept')
    const two = await open(collector, 'cases.micro-repair', { problem: '地砖缺失', isDanger: false }, at(7))
    await municipal.act('cases.micro-repair', two.id, 'arrive')
    await expect(municipal.refused('cases.micro-repair', two.id, 'fix', { ...values, cost: 700 })).resolves.toContain(
      '经费余600元',
    )
    expect([(await figure('cases.micro-repairs'))[0]?.value, (await figure('cases.micro-cost'))[0]?.value]).toEqual([1, 900])
  })

  it('micro-renewal 居民赞成多数才实施,验收后计入', async () => {
    const no = await open(head, 'cases.micro-renewal', {
      kind: 'place',
      name: '东墙角改造',
      beforePhotos: [photo()],
      plan: '加座椅',
    })
    await head.act('cases.micro-renewal', no.id, 'consult', { supporters: 8, opponents: 15, opinions: '担心吵闹' })
    expect((await row('cases.micro-renewal', no.id)).status).toBe('dropped')
    const yes = await open(head, 'cases.micro-renewal', {
      kind: 'landscape',
      name: '街角小花园',
      beforePhotos: [photo()],
      plan: '种花',
    })
    await head.act('cases.micro-renewal', yes.id, 'consult', { supporters: 30, opponents: 2, opinions: '支持' })
    await head.act('cases.micro-renewal', yes.id, 'finish', { cost: 12000, afterPhotos: [photo()] })
    await head.act('cases.micro-renewal', yes.id, 'accept')
    expect((await figure('cases.micro-renewals', { by: 'kind' }))[0]).toMatchObject({ key: 'landscape', value: 1 })
  })

  it('blind-corner-list 死角按周期清理;复查不合格自动成案', async () => {
    const corner = await data.post<{ id: string }>('/rows/cases.blind-corner', {
      values: { name: '三号桥下', kind: 'fringe', unit: unitOf('环境卫生管理所'), everyDays: 7 },
      place: at(12),
    })
    const visit = (kind: string, isClean: boolean, note: string) =>
      head.post('/rows/cases.corner-visit', {
        values: { corner: corner.body.id, kind, isClean, note, photos: [photo()] },
        place: at(12),
      })
    expect((await visit('clean', true, '已清理')).status).toBe(201)
    await visit('recheck', false, '又有垃圾')
    await w.settle()
    const found = await reader.get<{ rows: { source: string }[] }>('/rows/cases.case', { search: '卫生死角复查不合格' })
    expect(found.body.rows[0]).toMatchObject({ source: 'inspection' })
    expect([(await figure('cases.blind-corners'))[0]?.value, (await figure('cases.corners-cleaned'))[0]?.value]).toEqual([1, 1])
  })

  it('hot-order-reply-rate hot-order-close-rate hot-order-satisfaction 分子分母各自成立,两位小数', async () => {
    const operator = await w.as('shouli2')
    const orders = []
    for (let n = 0; n < 3; n++)
      orders.push(await open(operator, 'intake.order', { channel: '12345', kind: 'complaint', content: `工单${n}` }))
    const [a, b] = orders.map((o) => o.id) as [string, string, string]
    for (const id of [a, b]) {
      await operator.act('intake.order', id, 'accept')
      await operator.act('intake.order', id, 'reply', { reply: '已办' })
    }
    await operator.act('intake.order', a, 'callBack', { satisfaction: 'unreached' })
    await operator.act('intake.order', b, 'callBack', { satisfaction: 'dissatisfied' })
    await operator.act('intake.order', a, 'close')
    const close = (await figure('intake.close-rate'))[0]
    expect(close).toMatchObject({ numerator: 1, denominator: 3 })
    expect((close?.value ?? 0).toFixed(2)).toBe('33.33')
    expect((await figure('intake.reply-rate'))[0]).toMatchObject({ numerator: 2, denominator: 3 })
    expect((await figure('intake.satisfaction-rate'))[0]).toMatchObject({ numerator: 0, denominator: 1, value: 0 })
    const rows = await reader.get<{ rows: { id: string }[]; sql: string }>('/indicators/intake.close-rate/rows', {
      side: 'denominator',
      from: beijing('2026-04-01 00:00').toISOString(),
    })
    expect(rows.body.rows).toHaveLength(3)
    expect(rows.body.sql).toContain('intake."order"')
  })

  it('超时申诉两级审核,成立不计超时而事实保留', async () => {
    const id = await dispatched(13, { value: 1, unit: 'urgent_hour' })
    await w.clock.to('2026-04-07 12:00')
    await closed(id)
    const before = (await figure('cases.close-in-time-rate'))[0]
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
    await w.clock.to('2026-04-07 15:00')
    await w.settle()
    expect((await row(procedure, id)).urgeCount).toBe(1)
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
