import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'

/** What stands beside the loop of a case: lists, industry loops, analysis meetings, micro repairs and renewals, blind corners. */
describe('案件之外的治理', () => {
  let w: World
  let head: Client
  let dispatcher: Client
  let municipal: Client
  let leader: Client
  let reader: Client
  let data: Client
  let collector: Client
  let units: { id: string; name: string }[] = []
  const unitOf = (name: string): string => units.find((u) => u.name === name)?.id ?? ''
  const at = (n: number) => ({ lon: somewhere.lon + (n % 8) * 0.0011, lat: somewhere.lat + Math.floor(n / 8) * 0.0018 })
  const c = 'cases.case'
  const municipalUnit = () => unitOf('市政设施养护所')

  beforeAll(async () => {
    w = await world('2026-04-07 09:00')
    ;[head, dispatcher, municipal, leader, reader, data, collector] = (await Promise.all(
      ['zhiban1', 'paiqian1', 'chuzhi11', 'juzhang', 'kaohe1', 'shuju', 'caiji1'].map((l) => w.as(l)),
    )) as [Client, Client, Client, Client, Client, Client, Client]
    units = (await head.get<{ units: { id: string; name: string }[] }>('/meta')).body.units
  })
  afterAll(() => w.close())

  const row = async (definition: string, id: string) => (await reader.get<Record<string, any>>(`/rows/${definition}/${id}`)).body
  const figure = async (id: string, query: Record<string, string> = {}) => {
    const answer = await reader.get<{
      values: { key: string | null; value: number | null; numerator: number; denominator: number }[]
    }>(`/indicators/${id}`, {
      from: beijing('2026-04-01 00:00').toISOString(),
      to: beijing('2027-06-01 00:00').toISOString(),
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
  const notices = async (who: Client) => (await who.get<{ rows: { zh: string }[] }>('/notices')).body.rows.map((n) => n.zh)
  const filed = async (n: number) => {
    const { id, number } = (
      await (
        await w.as('shouli1')
      ).post<{ id: string; number: string }>('/cases', { description: '供水井盖缺失', source: 'hotline', ...at(n) })
    ).body
    await head.act(c, id, 'accept')
    const conditions = await head.get<{ rows: { id: string }[] }>('/rows/cases.condition', {
      filter: JSON.stringify({ kind: 'component', category: '01001' }),
    })
    await head.act(c, id, 'file', { categoryKind: 'component', category: '01001', condition: conditions.body.rows[0]?.id })
    return { id, number }
  }
  const children = async (definition: string, id: string) =>
    (await reader.get<{ rows: { id: string; procedure: string; number: string }[] }>(`/rows/${definition}/${id}/children`)).body
      .rows

  it('issue-responsibility-lists 空清单、未销号的清单不能办结;报完成须有佐证,由他人销号;逾期告知;对账表', async () => {
    const list = await open(head, 'cases.list', { kind: 'problem', name: '背街小巷整治清单', source: '专项检查', batch: 2 })
    await expect(head.refused('cases.list', list.id, 'close', { closedNote: '完' })).resolves.toContain('还没有条目')
    const item = (problem: string, dueOn: string) => ({ problem, unit: municipalUnit(), measures: '铣刨重铺', dueOn })
    await expect(head.refused('cases.list', list.id, 'addItem', item('路面坑洼', '2026-04-06'))).resolves.toContain(
      '不能早于今天',
    )
    await head.act('cases.list', list.id, 'addItem', item('路面坑洼', '2026-04-08'))
    await head.act('cases.list', list.id, 'addItem', item('井盖下沉', '2026-04-20'))
    const items = await children('cases.list', list.id)
    const [one, two] = items.map((i) => i.id) as [string, string]
    await expect(head.refused('cases.list', list.id, 'close', { closedNote: '完' })).resolves.toContain('2项未销号')
    await w.clock.to('2026-04-09 00:01')
    await w.settle()
    expect(await notices(municipal)).toContain('清单条目已过完成日期:路面坑洼')
    expect((await notices(head)).some((zh) => zh.includes('逾期未整改'))).toBe(true)
    const reconcile = async () => (await reader.get<Record<string, any>>('/cases/reconcile', { id: list.id })).body
    expect(await reconcile()).toMatchObject({
      ...{ total: 2, open: 2, cleared: 0, overdue: 1, isBalanced: false },
      units: [{ unit: '市政设施养护所', total: 2, overdue: 1 }],
      left: [
        { item: one, isOverdue: true },
        { item: two, isOverdue: false },
      ],
    })
    await expect(municipal.refused('cases.item', one, 'report', { report: '已完成' })).resolves.toContain('佐证材料')
    const done = { report: '已完成', evidence: [photo()] }
    for (const id of [one, two]) await municipal.act('cases.item', id, 'report', done)
    await expect(municipal.refused('cases.item', one, 'clear')).resolves.toMatch(/他人销号|没有/)
    await expect(head.refused('cases.item', two, 'sendBack', { reason: '未调平', dueOn: '2026-04-01' })).resolves.toContain(
      '不能早于今天',
    )
    await head.act('cases.item', two, 'sendBack', { reason: '未调平', dueOn: '2026-04-21' })
    expect((await row('cases.item', two)).dueOn).toBe('2026-04-21')
    await municipal.act('cases.item', two, 'report', done)
    for (const id of [one, two]) await head.act('cases.item', id, 'clear', { clearedNote: '现场已看' })
    expect(await reconcile()).toMatchObject({ cleared: 2, isBalanced: true, left: [] })
    await head.act('cases.list', list.id, 'close', { closedNote: '全部销号' })
    expect((await figure('cases.items-cleared-rate'))[0]).toMatchObject({ numerator: 2, denominator: 2, value: 100 })
  })

  it('small-big-loop 三件同类升为行业联动,措施有凭证,成效按案件算,两边可查', async () => {
    const p = 'cases.industry'
    const cases = [await filed(11), await filed(11), await filed(11)]
    const links = cases.map(({ id }) => ({ case: id }))
    const raise = (values: object) => open(head, p, { subjectName: '某管线公司', unit: municipalUnit(), ...values })
    await expect(raise({ links: links.slice(0, 2) })).rejects.toThrow('三件以上')
    await expect(raise({ links: [links[0], links[0], links[1]] })).rejects.toThrow('三件以上')
    const unfiled = (await head.post<{ id: string }>('/cases', { description: '路灯不亮', source: 'hotline', ...at(11) })).body
    await expect(raise({ links: [...links, { case: unfiled.id }] })).rejects.toThrow('同一类别')
    const a = await raise({ links })
    await w.settle()
    expect(await row(p, a.id)).toMatchObject({ category: '01001', cases: cases.map((x) => x.number) })
    expect((await row(c, cases[0]?.id ?? '')).industry).toBe(a.id)
    await expect(raise({ links })).rejects.toThrow(a.number)
    await expect(municipal.refused(p, a.id, 'act', { measure: 'talk', result: '约谈负责人' })).resolves.toContain('附上凭证')
    await w.clock.to('2026-04-09 10:00')
    await municipal.act(p, a.id, 'act', { measure: 'talk', result: '约谈负责人,限期巡检', evidence: [photo()] })
    await expect(head.refused(p, a.id, 'close')).resolves.toContain('观察满7天')
    await w.clock.to('2026-04-17 09:00')
    for (let n = 0; n < 4; n++) await filed(11)
    await expect(head.refused(p, a.id, 'close')).resolves.toContain('由3件增到4件')
    await head.act(p, a.id, 'again', { reason: '又多了一件' })
    await w.clock.to('2026-04-17 10:00')
    await municipal.act(p, a.id, 'act', { measure: 'special', result: '逐井排查', evidence: [photo()] })
    await w.clock.to('2026-04-25 10:00')
    await head.act(p, a.id, 'close', { effectNote: '排查后未再发生' })
    expect(await row(p, a.id)).toMatchObject({ beforeCount: 4, afterCount: 0, effect: 'better' })
    expect((await figure('cases.industry-loops', { by: 'measure' }))[0]).toMatchObject({ key: 'special', value: 1 })
    const b = await raise({ links })
    await w.clock.to('2026-05-20 09:00')
    await w.settle()
    expect((await notices(municipal)).some((zh) => zh.includes(`${b.number} 已过处理期限`))).toBe(true)
  })

  it('case-analysis-meeting 分析表来自案件、写明类别街道,点评会议定事项成为任务', async () => {
    const p = 'cases.meeting'
    await expect(open(leader, p, { name: '明年', from: '2027-04-01', to: '2027-05-01' })).rejects.toThrow('还没有开始')
    const a = await open(leader, p, { name: '四月研判会', from: '2026-04-01', to: '2026-05-01' })
    const sheet = await row(p, a.id)
    expect(sheet.total).toBe((await figure('cases.filed'))[0]?.value)
    expect(sheet.categories).toEqual([{ category: expect.stringMatching(/^供水井盖.*\(01001\)$/), count: sheet.total }])
    expect(sheet.streets.reduce((n: number, s: { count: number }) => n + s.count, 0)).toBe(sheet.total)
    expect(sheet.repeats[0]).toMatchObject({ count: 7, area: expect.stringMatching(/^\d{12}$/) })
    await leader.act(p, a.id, 'hold', { comments: '井盖问题高发' })
    const decision = { problem: '供水井盖专项排查', unit: municipalUnit(), measures: '两周内排查一遍', dueOn: '2026-06-05' }
    await expect(leader.refused(p, a.id, 'decide', { ...decision, dueOn: '2026-05-01' })).resolves.toContain('不能早于今天')
    await leader.act(p, a.id, 'decide', decision)
    const work = await municipal.get<{ tasks: { title: string }[] }>('/work')
    expect(work.body.tasks.some((t) => t.title.includes('专项排查'))).toBe(true)
    await leader.act(p, a.id, 'end')
  })

  it('micro-repair 每板块须有队;先排险后修复;超限转案件;机动经费按年;队伍账', async () => {
    const p = 'cases.micro-repair'
    const found = (problem: string, isDanger = false) => open(collector, p, { problem, isDanger, photos: [photo()] }, at(7))
    await expect(found('护栏松动', true)).rejects.toThrow('尚未建立微修队伍')
    const areaCode = w.kernel.places.get(w.district, at(7).lon, at(7).lat)
    const street = areaCode.slice(0, 9)
    const team = { name: '湖滨微修队', street, unit: municipalUnit(), budget: 1500, jobLimit: 1000 }
    const set = (values: object) => data.post<{ zh: string }>('/rows/cases.micro-team', { values: { ...team, ...values } })
    expect((await set({ street: areaCode.slice(0, 12) })).body.zh).toContain('请选到街道')
    expect((await set({ jobLimit: 2000 })).body.zh).toContain('不能高于')
    expect((await set({})).status).toBe(201)
    await expect(open(collector, p, { problem: '护栏松动', isDanger: true, photos: [] }, at(7))).rejects.toThrow(
      '现场照片至少1张',
    )
    const one = await found('护栏松动', true)
    await municipal.act(p, one.id, 'arrive')
    const values = { work: '焊接加固', cost: 900, afterPhotos: [photo()] }
    await expect(municipal.refused(p, one.id, 'fix', values)).resolves.toContain('先排险')
    await municipal.act(p, one.id, 'removeDanger', { photos: [photo()] })
    await expect(municipal.refused(p, one.id, 'fix', { ...values, cost: 1200 })).resolves.toContain('单项限额1000元')
    await expect(
      municipal.refused(p, one.id, 'fix', { ...values, afterPhotos: (await row(p, one.id)).photos }),
    ).resolves.toContain('同一张')
    await municipal.act(p, one.id, 'fix', values)
    await dispatcher.act(p, one.id, 'accept')
    const two = await found('地砖缺失')
    await municipal.act(p, two.id, 'arrive')
    await expect(municipal.refused(p, two.id, 'fix', { ...values, cost: 700 })).resolves.toContain('经费余600元')
    expect([(await figure('cases.micro-repairs'))[0]?.value, (await figure('cases.micro-cost'))[0]?.value]).toEqual([1, 900])
    // Too much for a small repair: it goes on as a case, with its pictures.
    await municipal.act(p, two.id, 'handOver', { reason: '整段塌陷' })
    await w.settle()
    const { rows } = (
      await reader.get<{ rows: { description: string; photos: string[] }[] }>('/rows/cases.case', { search: two.number })
    ).body
    expect(rows).toHaveLength(1)
    expect([rows[0]?.description, rows[0]?.photos.length]).toEqual([`微修${two.number}转来:地砖缺失(整段塌陷)`, 1])
    // Nobody comes within the hour: crew and finder hear of it, once.
    const late = await found('坐凳断裂')
    await w.clock.to('2026-05-20 10:30')
    await w.settle()
    expect((await notices(municipal)).filter((zh) => zh.includes(late.number) && zh.includes('到场时限'))).toHaveLength(1)
    expect((await notices(collector)).some((zh) => zh.includes(late.number))).toBe(true)
    await municipal.act(p, late.id, 'arrive')
    const pots = async () => (await reader.get<Record<string, any>>('/cases/micro-teams')).body
    const before = await pots()
    expect(before.without.length).toBe(before.streets - 1)
    expect(before.rows).toMatchObject([{ area: street, budget: 1500, spent: 900, left: 600, jobs: 1, open: 1, handedOver: 1 }])
    expect(before.rows[0].arrivedInTime).toBeCloseTo(66.67, 2)
    // A new year has a new pot.
    await w.clock.to('2027-01-04 09:00')
    await municipal.act(p, late.id, 'fix', { ...values, cost: 1000 })
    expect((await pots()).rows[0]).toMatchObject({ spent: 1000, left: 500 })
  })

  it('micro-renewal 有地点、预算、征询表;居民多数赞成才实施;由他人验收,不合格再改', async () => {
    const p = 'cases.micro-renewal'
    const plan = {
      name: '东墙角改造',
      beforePhotos: [photo()],
      plan: '加座椅',
      unit: municipalUnit(),
      budget: 12_000,
      finishOn: '2027-02-01',
    }
    await expect(open(head, p, { kind: 'place', ...plan })).rejects.toThrow('请在图上点出')
    const no = await open(head, p, { kind: 'place', ...plan }, at(3))
    const said = (supporters: number, opponents: number) => ({ supporters, opponents, opinions: '担心吵闹', sheets: [photo()] })
    await expect(head.refused(p, no.id, 'consult', said(0, 0))).resolves.toContain('没有一户表态')
    await head.act(p, no.id, 'consult', said(8, 15))
    expect((await row(p, no.id)).status).toBe('dropped')
    const yes = await open(head, p, { kind: 'landscape', ...plan, name: '街角小花园' }, at(4))
    await head.act(p, yes.id, 'consult', said(30, 2))
    expect(await notices(municipal)).toContain('微更新 街角小花园:居民多数赞成,请实施')
    const end = { cost: 12_000, afterPhotos: [photo()] }
    await expect(head.refused(p, yes.id, 'finish', { ...end, cost: 15_000 })).resolves.toContain('超过预算')
    await head.act(p, yes.id, 'finish', end)
    await expect(head.refused(p, yes.id, 'accept', { acceptance: '好' })).resolves.toContain('他人验收')
    await leader.act(p, yes.id, 'reject', { acceptance: '坐凳未固定', finishOn: '2027-02-10' })
    await w.clock.to('2027-02-11 09:00')
    await w.settle()
    expect(await notices(municipal)).toContain('微更新 街角小花园:已过计划完工日期')
    await head.act(p, yes.id, 'finish', { ...end, afterPhotos: [photo()] })
    await leader.act(p, yes.id, 'accept', { acceptance: '合格' })
    expect((await figure('cases.micro-renewals', { by: 'kind' }))[0]).toMatchObject({ key: 'landscape', value: 1 })
  })

  it('blind-corner-list 死角按周期清理,到现场、由他人复查;逾期未清理、复查不合格自动成案', async () => {
    const values = { name: '三号桥下', kind: 'fringe', unit: unitOf('环境卫生管理所'), everyDays: 7 }
    expect((await data.post<{ zh: string }>('/rows/cases.blind-corner', { values })).body.zh).toContain('请在图上点出')
    const corner = (await data.post<{ id: string }>('/rows/cases.blind-corner', { values, place: at(12) })).body.id
    const visit = (who: Client, kind: string, isClean: boolean, note: string, place: object = at(12)) =>
      who.post<{ zh: string }>('/rows/cases.corner-visit', { values: { corner, kind, isClean, note, photos: [photo()] }, place })
    expect((await visit(head, 'recheck', true, '看过')).body.zh).toContain('还没有清理过')
    expect((await visit(head, 'clean', false, '没清完')).body.zh).toContain('清理干净后再登记')
    expect((await visit(head, 'clean', true, '已清理', at(30))).body.zh).toMatch(/离死角\d+米/)
    expect((await visit(head, 'clean', true, '已清理')).status).toBe(201)
    expect((await visit(head, 'recheck', true, '干净')).body.zh).toContain('须由他人复查')
    expect((await visit(dispatcher, 'recheck', false, '又有垃圾')).status).toBe(201)
    await w.settle()
    const cases = async () =>
      (
        await reader.get<{ rows: { id: string; source: string; description: string }[] }>('/rows/cases.case', {
          search: '卫生死角',
        })
      ).body.rows
    expect(await cases()).toMatchObject([{ source: 'inspection', description: '卫生死角复查不合格:又有垃圾' }])
    expect([(await figure('cases.blind-corners'))[0]?.value, (await figure('cases.corners-cleaned'))[0]?.value]).toEqual([1, 1])
    await head.act(c, (await cases())[0]?.id ?? '', 'cancel', { reason: '已清理' })
    // Eight days later nobody has come: the job makes a case of it, and only one.
    const job = w.kernel.domains.flatMap((d) => d.jobs ?? []).find((j) => j.id === 'cases.corners')
    const plan = async () => (await reader.get<Record<string, any>>('/cases/corner-plan')).body
    expect(await plan()).toMatchObject({
      corners: 1,
      late: 0,
      rows: [{ corner, lastOn: '2027-02-11', dueOn: '2027-02-18', result: '不合格' }],
    })
    await w.clock.to('2027-02-20 09:00')
    for (let n = 0; n < 2; n++) {
      await w.kernel.db.withDistricts([w.district], (tx) =>
        (job as { run: (ctx: unknown) => Promise<void> }).run({
          ...{ kernel: w.kernel, tx, district: w.district, now: w.clock.now() },
          actor: { kind: 'system', id: null, name: '系统' },
        }),
      )
      await w.settle()
    }
    const late = (await cases()).filter((x) => x.description.includes('逾期2天'))
    expect(late).toHaveLength(1)
    expect((await plan()).rows[0]).toMatchObject({ lateDays: 2, hasCase: true })
  })
})
