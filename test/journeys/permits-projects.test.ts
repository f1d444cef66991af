import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, somewhere, type World, world } from '../world.ts'
import { type Hall, openHall } from './permits-office.ts'

describe('建设项目备案:一体化、照明、环卫、交付', () => {
  let w: World
  let o: Hall
  let home: string
  let mall: string
  beforeAll(async () => {
    w = await world('2026-03-02 09:30')
    o = await openHall(w)
    const project = (code: string, name: string, kind: string, households: number, floorM2: number) =>
      o.add(o.clerk, 'permits.project', { code, name, kind, developer: '某置业', households, floorM2, landM2: 30_000 }, somewhere)
    home = await project('P-1', '湖滨花园', 'residential', 900, 90_000)
    mall = await project('P-2', '湖滨广场', 'mall', 0, 45_000)
  })
  afterAll(() => w.close())

  it('unified-filing-review 一次申报分部分并行审核,节点看得到,全部通过才有一个结果', async () => {
    const f = 'permits.filing'
    const values = {
      project: home,
      parts: ['lighting', 'sanitation', 'muck', 'parking'],
      lamps: 60,
      bins: 4,
      muckM3: 8_000,
      berths: 700,
      papers: [photo()],
    }
    expect((await o.tryOpen(o.clerk, f, { ...values, parts: ['lighting'] })).zh).toContain('至少包含两个部分')
    expect((await o.tryOpen(o.clerk, f, { ...values, berths: 0 })).zh).toContain('请填写停车设施的数量')
    const made = await o.open(o.clerk, f, values)
    expect((await o.tryOpen(o.clerk, f, values)).zh).toContain('已有一体化备案')
    const parts = (await o.list('permits.filing-part', { filing: made.id })).rows
    expect(parts.map((p) => p.part).sort()).toEqual(['lighting', 'muck', 'parking', 'sanitation'])
    await expect(o.head.refused(f, made.id, 'conclude', { conclusion: '同意' })).resolves.toContain(
      '照明设施、渣土处置、停车设施、环卫设施方案尚未通过',
    )
    for (const part of parts.slice(1)) await o.reviewer.act('permits.filing-part', part.id, 'pass', { opinion: '符合' })
    const last = parts[0]?.id
    await o.second.act('permits.filing-part', last, 'sendBack', { opinion: '数量与图纸不一致' })
    await w.settle()
    expect(await o.row(f, made.id)).toMatchObject({ status: 'reviewing', partsPassed: 3, partsTotal: 4 })
    await o.clerk.act('permits.filing-part', last, 'resubmit', { quantity: 720, papers: [photo()] })
    await o.second.act('permits.filing-part', last, 'pass', { opinion: '符合' })
    await w.settle()
    expect((await o.row(f, made.id)).status).toBe('passed')
    const nodes = (await o.reader.get<{ nodes: any[] }>(`/permits/filings/${made.id}/nodes`)).body.nodes
    expect(nodes.filter((n) => n.status === 'passed')).toHaveLength(4)
    expect(nodes.map((n) => n.rounds).sort()).toEqual([1, 1, 1, 2])
    await o.head.act(f, made.id, 'conclude', { conclusion: '四部分均符合,予以备案' })
    expect((await o.figure('filings'))[0]?.value).toBe(1)
    const other = await o.open(o.clerk, f, { ...values, project: mall })
    const begun = (await o.list('permits.filing-part', { filing: other.id })).rows
    await o.reviewer.act('permits.filing-part', begun[0]?.id, 'pass', { opinion: '符合' })
    await o.second.act('permits.filing-part', begun[1]?.id, 'sendBack', { opinion: '图纸不清' })
    await o.clerk.act(f, other.id, 'stop', { reason: '项目缓建' })
    await w.settle()
    const left = (await o.list('permits.filing-part', { filing: other.id })).rows.map((p) => p.status).sort()
    expect(left).toEqual(['dropped', 'dropped', 'dropped', 'passed'])
  })

  it('three-simultaneous 设施落后主体即预警;主体已验收设施未验收为红色', async () => {
    const s = 'permits.simultaneous'
    const { id } = await o.open(o.officer, s, { project: home, facility: 'lighting' })
    const reach = (action: string, phase: string) => ({ action, values: { phase, on: '2026-03-02', evidence: [photo()] } })
    const act = ({ action, values }: ReturnType<typeof reach>) => o.officer.act(s, id, action, values)
    await expect(o.officer.refused(s, id, 'mainReached', reach('', 'build').values)).resolves.toContain('下一节点应为设计')
    await act(reach('facilityReached', 'design'))
    await act(reach('mainReached', 'design'))
    expect((await o.row(s, id)).status).toBe('tracking')
    await act(reach('mainReached', 'build'))
    expect(await o.row(s, id)).toMatchObject({ status: 'lagging', warnings: 1, isRed: false })
    await act(reach('mainReached', 'accept'))
    expect(await o.row(s, id)).toMatchObject({ status: 'lagging', warnings: 2, isRed: true })
    expect((await o.figure('simultaneous-lagging'))[0]?.value).toBe(1)
    await act(reach('facilityReached', 'build'))
    await act(reach('facilityReached', 'accept'))
    expect((await o.row(s, id)).status).toBe('done')
    expect(await o.figure('simultaneous-warnings', { by: 'isRed' })).toMatchObject([{ key: 'true', value: 2 }])
  })

  it('lighting-scheme-review lighting-drawing-review lighting-acceptance 方案—施工图—验收,通过的灯进部件台账', async () => {
    const items = ['照度与均匀度', '功率密度', '灯具选型', '供电与控制', '光污染限制']
    const opinions = (names: readonly string[], fix?: string) =>
      names.map((item) => ({ item, result: item === fix ? 'fix' : 'pass', ...(item === fix ? { note: '请修改' } : {}) }))
    const scheme = await o.open(o.clerk, 'permits.lighting-scheme', { project: home, lamps: 3, papers: [photo()] })
    const drawing = { scheme: scheme.id, sheets: ['D-01', 'D-02'], papers: [photo()] }
    expect((await o.tryOpen(o.clerk, 'permits.lighting-drawing', drawing)).zh).toContain('照明方案审核通过后')
    await expect(
      o.reviewer.refused('permits.lighting-scheme', scheme.id, 'review', { opinions: opinions(items.slice(1)) }),
    ).resolves.toContain('没有意见:照度与均匀度')
    await o.reviewer.act('permits.lighting-scheme', scheme.id, 'review', { opinions: opinions(items, '功率密度') })
    expect((await o.row('permits.lighting-scheme', scheme.id)).status).toBe('returned')
    expect((await o.figure('lighting-schemes'))[0]?.value).toBe(0)
    await o.clerk.act('permits.lighting-scheme', scheme.id, 'resubmit', { papers: [photo()] })
    await o.reviewer.act('permits.lighting-scheme', scheme.id, 'review', { opinions: opinions(items) })
    expect((await o.figure('lighting-schemes'))[0]?.value).toBe(1)
    expect((await o.tryOpen(o.clerk, 'permits.lighting-scheme', { project: home, lamps: 3, papers: [photo()] })).zh).toContain(
      '已有照明方案',
    )

    const d = await o.open(o.clerk, 'permits.lighting-drawing', drawing)
    const ask = { drawing: d.id, authority: '城市照明管理所', owner: '某置业', builder: '某照明工程公司' }
    expect((await o.tryOpen(o.clerk, 'permits.lighting-acceptance', ask)).zh).toContain('施工图审核通过后')
    await expect(
      o.reviewer.refused('permits.lighting-drawing', d.id, 'review', { opinions: opinions(['D-01']) }),
    ).resolves.toContain('没有意见:D-02')
    await o.reviewer.act('permits.lighting-drawing', d.id, 'review', { opinions: opinions(['D-01', 'D-02'], 'D-02') })
    await o.clerk.act('permits.lighting-drawing', d.id, 'newVersion', { sheets: ['D-01', 'D-02'], papers: [photo()] })
    await o.reviewer.act('permits.lighting-drawing', d.id, 'review', { opinions: opinions(['D-01', 'D-02']) })
    const passed = await o.row('permits.lighting-drawing', d.id)
    expect(passed).toMatchObject({ status: 'passed', drawingVersion: 2 })
    expect(passed.history.map((h: any) => h.drawingVersion)).toEqual([1, 1, 2, 2])

    const acc = await o.open(o.clerk, 'permits.lighting-acceptance', ask)
    const lamp = (n: number, result = 'pass', note?: string) => ({
      code: `${w.district}01037${String(900_000 + n)}`,
      name: `湖滨花园${n}号灯`,
      lon: somewhere.lon,
      lat: somewhere.lat,
      result,
      ...(note ? { note } : {}),
    })
    const visit = {
      isLit: true,
      isBright: true,
      isSafe: true,
      isControlled: true,
      takenAt: '2026-03-02T20:10:00+08:00',
      photos: [photo()],
    }
    const p = 'permits.lighting-acceptance'
    await expect(
      o.officer.refused(p, acc.id, 'inspect', { ...visit, takenAt: '2026-03-02T10:00:00+08:00', lamps: [lamp(1)] }),
    ).resolves.toContain('应在夜间')
    await expect(o.officer.refused(p, acc.id, 'inspect', { ...visit, isSafe: false, lamps: [lamp(1)] })).resolves.toContain(
      '检查表有不合格项',
    )
    await o.officer.act(p, acc.id, 'inspect', { ...visit, lamps: [lamp(1), lamp(2), lamp(3, 'fail', '不亮')] })
    await w.settle()
    expect(await o.row(p, acc.id)).toMatchObject({ status: 'rectifying', passed: 2, failed: 1 })
    const entered = async () => (await o.list('grid.component', { owner: '某置业' })).rows.map((r) => r.name).sort()
    expect(await entered()).toEqual(['湖滨花园1号灯', '湖滨花园2号灯'])
    await expect(o.officer.refused(p, acc.id, 'inspect', { ...visit, lamps: [lamp(4)] })).resolves.toContain('3号灯须一并复验')
    await o.officer.act(p, acc.id, 'inspect', { ...visit, lamps: [lamp(3)] })
    await w.settle()
    expect(await entered()).toHaveLength(3)
    expect((await o.list('grid.component', { owner: '某置业' })).rows[0]).toMatchObject({
      category: '01037',
      state: 'intact',
      authority: '城市照明管理所',
    })
    for (const id of ['lighting-drawings', 'lighting-acceptances']) expect((await o.figure(id))[0]?.value).toBe(1)
    expect((await o.figure('lighting-lamps'))[0]?.value).toBe(3)
  })

  it('sanitation-facility-review 数量与标准比较,不足不能通过;验收少于方案不能通过;商业体是子项', async () => {
    const s = 'permits.sanitation-review'
    const enough = { bins: 22, rooms: 2, toilets: 4, stations: 0 }
    const submit = (project: string, values: object) => o.open(o.clerk, s, { project, ...values, papers: [photo()] })
    const { id } = await submit(mall, { ...enough, toilets: 2 })
    expect((await o.row(s, id)).needed).toEqual({ bins: 22, rooms: 2, toilets: 4, stations: 0 })
    await expect(o.reviewer.refused(s, id, 'pass', { opinion: '可' })).resolves.toContain('公厕2,应不少于4')
    await o.reviewer.act(s, id, 'sendBack', { opinion: '公厕不足' })
    await o.clerk.act(s, id, 'resubmit', { ...enough, papers: [photo()] })
    await o.reviewer.act(s, id, 'pass', { opinion: '符合' })
    await expect(o.officer.refused(s, id, 'accept', { ...enough, bins: 20, photos: [photo()] })).resolves.toContain(
      '收集点20,应不少于22',
    )
    await o.officer.act(s, id, 'accept', { ...enough, photos: [photo()] })
    const house = await submit(home, { bins: 3, rooms: 1, toilets: 0, stations: 0 })
    await o.reviewer.act(s, house.id, 'pass', { opinion: '符合' })
    await o.officer.act(s, house.id, 'accept', { bins: 3, rooms: 1, toilets: 0, stations: 0, photos: [photo()] })
    expect((await o.figure('sanitation-projects'))[0]?.value).toBe(2)
    expect((await o.figure('sanitation-malls'))[0]?.value).toBe(1)
  })

  it('delivery-illegal-check 逐套查违建,未查完、未拆除都不能签字,签字即通报住建', async () => {
    const d = 'permits.delivery-check'
    const { id } = await o.open(o.officer, d, { project: home, building: '3幢', expected: 3, housing: 'zhujian@example.gov' })
    const unit = (n: string, result: string, note?: string) => ({ unit: n, result, photos: [photo()], ...(note ? { note } : {}) })
    await expect(o.officer.refused(d, id, 'sign', { opinion: '合格' })).resolves.toContain('应查3套,只查了0套')
    await o.officer.act(d, id, 'checkUnit', unit('101', 'illegal', '下挖院子'))
    await expect(o.officer.refused(d, id, 'checkUnit', unit('101', 'clean'))).resolves.toContain('已查过')
    await expect(o.officer.refused(d, id, 'checkUnit', unit('102', 'illegal'))).resolves.toContain('须写明情况')
    await o.officer.act(d, id, 'checkUnit', unit('102', 'clean'))
    await o.officer.act(d, id, 'checkUnit', unit('103', 'clean'))
    await expect(o.officer.refused(d, id, 'sign', { opinion: '合格' })).resolves.toContain('101违建未拆除')
    await o.officer.act(d, id, 'clear', { unit: '101', photos: [photo()] })
    await o.officer.act(d, id, 'sign', { opinion: '合格' })
    expect(await o.row(d, id)).toMatchObject({ status: 'done', found: 1, open: 0 })
    expect((await o.figure('delivery-checks'))[0]?.value).toBe(1)
    expect((await o.figure('delivery-illegal'))[0]?.value).toBe(1)
  })

  it('design-drawing-participation 会同住建规划审图,意见逐条答复,采纳数可计', async () => {
    const r = 'permits.design-review'
    const values = {
      project: home,
      kind: 'drawing',
      departments: ['住建局', '自然资源局'],
      heldOn: '2026-03-02',
      topic: '湖滨花园方案',
      advice: ['取消可封闭的设备平台', '底层院墙透空'],
      papers: [photo()],
    }
    expect((await o.tryOpen(o.reviewer, r, { ...values, departments: ['消防'] })).zh).toContain('应有住建或规划')
    const { id } = await o.open(o.reviewer, r, values)
    await expect(o.reviewer.refused(r, id, 'reply', { index: 3, reply: 'adopted', note: 'x' })).resolves.toContain('没有第3条')
    await o.reviewer.act(r, id, 'reply', { index: 1, reply: 'adopted', note: '已改图' })
    expect((await o.row(r, id)).status).toBe('opened')
    await o.reviewer.act(r, id, 'reply', { index: 2, reply: 'declined', note: '无院墙' })
    expect(await o.row(r, id)).toMatchObject({ status: 'done', given: 2, adopted: 1 })
    expect(await o.figure('design-reviews', { by: 'kind' })).toMatchObject([{ key: 'drawing', value: 1 }])
    expect((await o.figure('design-advice'))[0]?.value).toBe(1)
  })

  it('compound-acceptance 一次预约四张结果单,有不合格整改后再约,四项合格才办结', async () => {
    const x = 'permits.compound-acceptance'
    expect((await o.tryOpen(o.clerk, x, { project: mall, visitOn: '2026-03-03' })).zh).toContain('限新建住宅小区')
    const { id } = await o.open(o.clerk, x, { project: home, visitOn: '2026-03-03' })
    const sheet = (key: string, result = 'pass') => ({ sheet: key, result, note: '现场核对', photos: [photo()] })
    await expect(o.officer.refused(x, id, 'fill', sheet('parking'))).resolves.toContain('预约在2026-03-03')
    await w.clock.to('2026-03-03 10:00')
    for (const key of ['sanitation', 'lighting', 'illegal']) await o.officer.act(x, id, 'fill', sheet(key))
    await expect(o.officer.refused(x, id, 'finish', { opinion: '可' })).resolves.toContain('停车结果单未填')
    await o.officer.act(x, id, 'fill', sheet('parking', 'fail'))
    await o.officer.act(x, id, 'finish', { opinion: '停车位不足' })
    expect((await o.row(x, id)).status).toBe('failed')
    await o.clerk.act(x, id, 'rebook', { visitOn: '2026-03-10' })
    await w.clock.to('2026-03-10 10:00')
    await expect(o.officer.refused(x, id, 'fill', sheet('lighting'))).resolves.toContain('照明已合格')
    await o.officer.act(x, id, 'fill', sheet('parking'))
    await o.officer.act(x, id, 'finish', { opinion: '四项合格' })
    expect(await o.row(x, id)).toMatchObject({ status: 'done', visits: 2 })
    expect((await o.figure('compound-acceptances'))[0]?.value).toBe(1)
  })
})
