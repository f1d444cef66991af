/** 排水管网: the network drawn and traced, surveyed, mended; projects, plants and plans. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo, somewhere, type World, world } from '../world.ts'
import { openSorting, type Row } from './sorting-office.ts'

describe('排水管网与工程', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openSorting>>
  let run: Client
  let desk: Client
  let checker: Client
  let zone = ''
  const nodes: Record<string, string> = {}
  const pipes: Record<string, string> = {}
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSorting(w)
    ;[run, desk, checker] = (await Promise.all(['chuzhi31', 'paiqian1', 'kaohe1'].map((l) => w.as(l)))) as [
      Client,
      Client,
      Client,
    ]
  })
  afterAll(() => w.close())
  const shot = () => [photo()]
  const refusal = async (who: Client, procedure: string, values: Row) => (await o.tryOpen(who, procedure, values)).zh
  const node = async (code: string, kind = 'manhole', system = 'rain') => {
    nodes[code] = await o.add('drainage.node', { code, kind, system, groundM: 5 })
  }
  const line = {
    geometry: {
      type: 'LineString',
      coordinates: [
        [somewhere.lon, somewhere.lat],
        [somewhere.lon + 0.001, somewhere.lat],
      ],
    },
  }
  const pipeValues = (code: string, up: string, down: string, extra: Row = {}) => ({
    code,
    zone,
    road: '健身路',
    place: 'road',
    system: 'rain',
    upNode: nodes[up],
    downNode: nodes[down],
    diameterMm: 600,
    material: 'concrete',
    lengthM: 40,
    builtOn: '2008-06-01',
    upInvertM: 3,
    downInvertM: 2.8,
    ...extra,
  })
  const pipe = async (code: string, up: string, down: string, extra: Row = {}) => {
    pipes[code] = await o.add('drainage.pipe', pipeValues(code, up, down, extra), line)
  }

  it('drain-gis 节点与管段成网,溯上下游到排口,拓扑检查出反坡断头混接,旧日期的管网仍可查', async () => {
    zone = await o.add('drainage.zone', { name: '河北片区', plannedKm: 0.2, dueOn: '2026-03-31' })
    for (const code of ['Y1', 'Y2', 'Y3', 'Y9']) await node(code)
    await node('K1', 'outlet')
    await node('W1', 'manhole', 'sewage')
    await o.tryAdd('drainage.pipe', pipeValues('YG-0', 'Y1', 'Y2'))
    await pipe('YG-1', 'Y1', 'Y2')
    await pipe('YG-2', 'Y2', 'Y3', { lengthM: 60 })
    await pipe('YG-3', 'Y3', 'K1', { diameterMm: 400, upInvertM: 2, downInvertM: 2.3 })
    await pipe('WG-1', 'W1', 'Y2', { system: 'sewage', place: 'inner', road: '幸福里', lengthM: 25 })
    const down = await o.sheet('/drainage/trace', { node: 'W1', direction: 'down' })
    expect(down).toMatchObject({ pipes: 3, lengthM: 125, ends: ['K1'] })
    expect(down.rows.map((r: Row) => [r.upCode, r.downCode, r.distanceM])).toEqual([
      ['W1', 'Y2', 25],
      ['Y2', 'Y3', 85],
      ['Y3', 'K1', 125],
    ])
    const up = await o.sheet('/drainage/trace', { node: 'K1', direction: 'up' })
    expect([up.pipes, [...up.ends].sort()]).toEqual([4, ['W1', 'Y1']])
    expect((await o.leader.get('/drainage/trace', { node: 'NO' })).status).toBe(404)
    expect((await o.leader.get('/drainage/trace', {})).status).toBe(400)
    const check = await o.sheet('/drainage/topology')
    expect([check.pipes, check.nodes]).toEqual([4, 6])
    const id = (x: Row) => Object.entries({ ...nodes, ...pipes }).find(([, v]) => v === (x.pipe ?? x.node))?.[0]
    expect(check.rows.map((r: Row) => `${r.what.slice(0, 2)} ${id(r)}`).sort()).toEqual(
      ['反坡 YG-3', '下游 YG-2', '污水 WG-1', '孤立 Y9'].sort(),
    )
    const head = await o.data.post(`/rows/drainage.pipe`, { values: pipeValues('YG-8', 'Y1', 'Y1'), place: line })
    expect(head.status).toBe(422)
    // A pipe replaced: the old one is gone from today's network, and still in that of 2020.
    await pipe('YG-4', 'Y3', 'K1', { builtOn: '2026-03-01', lengthM: 70 })
    expect((await o.data.post(`/rows/drainage.pipe/${pipes['YG-3']}/retire`, { reason: '换管' })).status).toBe(200)
    const before = await o.sheet('/drainage/trace', { node: 'Y3', direction: 'down', on: '2020-01-01' })
    const now = await o.sheet('/drainage/trace', { node: 'Y3' })
    expect([before.lengthM, now.lengthM, now.pipes]).toEqual([40, 70, 1])
    expect(await o.value('drainage.network-length')).toBeCloseTo(0.195, 6)
  })

  it('pipe-survey 检测成果审核后记入管段,缺陷自动立病害单,片区进度分道路与公建小区', async () => {
    const s = 'drainage.survey'
    const values = {
      batch: '2026年一期',
      pipe: pipes['YG-1'],
      method: 'cctv',
      siltPercent: 20,
      defects: [
        { code: 'PL', grade: 2, atM: 12 },
        { code: 'TJ', grade: 4, atM: 30, note: '脱节2cm' },
        { code: 'CJ', grade: 2, atM: 33 },
      ],
      video: shot(),
      doneOn: '2026-03-02',
    }
    expect(await refusal(run, s, { ...values, doneOn: '2026-03-03' })).toContain('不能晚于今天')
    expect(await refusal(run, s, { ...values, defects: [{ code: 'PL', grade: 2, atM: 41 }] })).toContain('管长40米')
    expect(
      (await run.post<Row>(`/subjects/${s}`, { values: { ...values, defects: [{ code: 'PL', grade: 5, atM: 1 }] } })).status,
    ).toBe(400)
    const id = await o.tried(run, s, values)
    expect(await o.value('drainage.surveyed')).toBe(0)
    await o.act(checker, s, id, 'accept')
    expect(await o.row('drainage.pipe', String(pipes['YG-1']))).toMatchObject({ surveyedOn: '2026-03-02', grade: 4 })
    expect(await o.list('drainage.defect', { pipe: pipes['YG-1'] })).toHaveLength(3)
    const again = await o.tryOpen(run, s, values)
    expect(again.id).toBeUndefined()
    const bad = await o.open(run, s, { ...values, pipe: pipes['WG-1'], defects: [] })
    await o.act(checker, s, bad, 'refuse', { opinion: '画面模糊' })
    await o.act(checker, s, await o.open(run, s, { ...values, pipe: pipes['WG-1'], defects: [] }), 'accept')
    const sheet = await o.sheet('/drainage/survey')
    expect(sheet.rows).toMatchObject([{ plannedKm: 0.2, roadKm: 0.04, innerKm: 0.025, percent: 32.5, defects: 3, isLate: false }])
    expect(await o.by('drainage.surveyed', 'place')).toEqual({ road: 0.04, inner: 0.025 })
    expect((await o.figure('drainage.surveyed-rate'))[0]).toMatchObject({ value: expect.closeTo((65 / 195) * 100, 2) })
  })

  it('pipe-repair 轻微病害非开挖、严重开挖,反之写明理由,修复有影像由另一人验收,管段等级随之', async () => {
    const d = 'drainage.defect'
    const all = await o.list(d, { pipe: pipes['YG-1'] })
    const [light, heavy, silt] = ['PL', 'TJ', 'CJ'].map((c) => String(all.find((x) => x.code === c)?.id)) as [
      string,
      string,
      string,
    ]
    expect(await o.row(d, light)).toMatchObject({ kind: 'structural', weight: 'light' })
    expect(await o.row(d, silt)).toMatchObject({ kind: 'functional' })
    const by = (method: string, extra: Row = {}) => ({ method, contractor: '市政修复公司', ...extra })
    await expect(desk.refused(d, light, 'assign', by('excavate'))).resolves.toContain('轻微病害用开挖')
    await expect(desk.refused(d, heavy, 'assign', by('cipp'))).resolves.toContain('严重病害用非开挖')
    await expect(desk.refused(d, silt, 'assign', by('cipp'))).resolves.toContain('不用')
    await o.triedAct(desk, d, light, 'assign', by('cipp'))
    await o.act(desk, d, heavy, 'assign', by('excavate'))
    await o.act(desk, d, silt, 'assign', by('dredge'))
    const fixed = { metres: 12.5, costFen: 1_500_000, video: shot() }
    for (const id of [light, heavy, silt]) await o.act(run, d, id, 'fix', fixed)
    await o.act(checker, d, light, 'check', { isOk: 'yes' })
    expect(await o.row('drainage.pipe', String(pipes['YG-1']))).toMatchObject({
      grade: 4,
      material: 'lined',
      renovatedOn: '2026-03-02',
    })
    await expect(checker.refused(d, heavy, 'check', { isOk: 'no' })).resolves.toContain('写明意见')
    await o.act(checker, d, heavy, 'check', { isOk: 'no', opinion: '接口渗水' })
    await o.act(run, d, heavy, 'fix', fixed)
    await o.act(checker, d, heavy, 'check', { isOk: 'yes' })
    expect((await o.row('drainage.pipe', String(pipes['YG-1']))).grade).toBe(2)
    expect([
      await o.value('drainage.trenchless-light'),
      await o.value('drainage.dug-heavy'),
      await o.value('drainage.repaired-metres'),
    ]).toEqual([1, 1, 25])
  })

  it('mixed-connection 混接节点与结构性缺陷点分别计,混接须写明接入处、封堵改接后验收', async () => {
    const d = 'drainage.defect'
    const values = { pipe: pipes['WG-1'], place: '幸福里西门', code: 'HJ', grade: 3, atM: 25 }
    expect(await refusal(o.street, d, values)).toContain('何处接入何处')
    const id = await o.tried(o.street, d, { ...values, note: '幸福里污水接入健身路雨水井Y2' })
    await expect(desk.refused(d, id, 'assign', { method: 'cipp', contractor: '甲' })).resolves.toContain('雨污混接不用')
    await o.act(desk, d, id, 'assign', { method: 'seal', contractor: '市政修复公司' })
    await o.act(run, d, id, 'fix', { metres: 6, costFen: 200_000, video: shot() })
    await o.act(checker, d, id, 'check', { isOk: 'yes' })
    await o.open(o.street, d, { ...values, place: '幸福里东门', note: '阳台水接入雨水管' })
    expect([
      await o.value('drainage.mixed-points'),
      await o.value('drainage.structural-points'),
      await o.value('drainage.mixed-fixed-rate'),
    ]).toEqual([2, 2, 50])
  })

  const p = 'drainage.project'
  const begin = async (id: string) => {
    await o.act(desk, p, id, 'toDesign', { designer: '市政设计院' })
    await o.act(desk, p, id, 'begin', { builder: '水务建设公司' })
  }
  it('rain-sewage-separation 摸底设计施工完工,逐项报公里,道路小区公厕分别计,逾期如实标出', async () => {
    const values = {
      name: '泸水河以北片区雨污分流',
      kind: 'separation',
      zone: '泸水河以北',
      programme: '三年攻坚行动(2024-2026)',
      investWan: 3200,
      parts: [
        { name: '健身路', kind: 'road', km: 3.2 },
        { name: '幸福里', kind: 'compound', km: 1.5 },
        { name: '东门公厕', kind: 'toilet', km: 0.05 },
      ],
      dueOn: '2026-03-10',
    }
    expect(await refusal(desk, p, { ...values, parts: [] })).toContain('列出分项')
    const id = await o.tried(desk, p, values)
    await expect(desk.refused(p, id, 'finishPart', { name: '健身路', km: 3, doneOn: '2026-03-02' })).resolves.toBeTruthy()
    await begin(id)
    await expect(desk.refused(p, id, 'finishPart', { name: '别处', km: 3, doneOn: '2026-03-02' })).resolves.toContain(
      '不是本工程',
    )
    await o.act(desk, p, id, 'finishPart', { name: '健身路', km: 3.25, doneOn: '2026-03-02' })
    await expect(desk.refused(p, id, 'finishPart', { name: '健身路', km: 3, doneOn: '2026-03-02' })).resolves.toContain('已完成')
    expect(await o.value('drainage.separation-progress')).toBeCloseTo((3.25 / 4.75) * 100, 1)
    await o.act(desk, p, id, 'finishPart', { name: '幸福里', km: 1.5, doneOn: '2026-03-02' })
    const end = { doneOn: '2026-03-15', paidWan: 3100, papers: shot() }
    await w.clock.to('2026-03-15 09:00')
    await expect(checker.refused(p, id, 'finish', end)).resolves.toContain('3项中完成2项')
    await o.act(desk, p, id, 'finishPart', { name: '东门公厕', km: 0.05, doneOn: '2026-03-14' })
    await o.act(checker, p, id, 'finish', end)
    expect(await o.row(p, id)).toMatchObject({ status: 'done', isLate: 'yes', doneKm: 4.8 })
    expect(await o.by('drainage.separated', 'zone')).toEqual({ 泸水河以北: 4.8 })
    expect([
      await o.value('drainage.separated-roads'),
      await o.value('drainage.separated-compounds'),
      await o.value('drainage.separated-toilets'),
    ]).toEqual([1, 1, 1])
  })

  it('water-supply-pipe 分项报公里与户数,改造前后漏损率对照,后高于前不能完工', async () => {
    const values = {
      name: '老旧小区供水管网改造',
      kind: 'supply',
      zone: '城中',
      investWan: 800,
      parts: [{ name: '幸福里', kind: 'compound', km: 2.4, houses: 600 }],
      dueOn: '2026-06-30',
    }
    expect(await refusal(desk, p, values)).toContain('改造前漏损率')
    const id = await o.tried(desk, p, { ...values, leakBefore: 18 })
    await begin(id)
    await o.act(desk, p, id, 'finishPart', { name: '幸福里', km: 2.5, doneOn: '2026-03-15' })
    const end = { doneOn: '2026-03-15', paidWan: 780, papers: shot() }
    await expect(checker.refused(p, id, 'finish', end)).resolves.toContain('改造后漏损率')
    await expect(checker.refused(p, id, 'finish', { ...end, leakAfter: 19 })).resolves.toContain('高于改造前')
    await o.act(checker, p, id, 'finish', { ...end, leakAfter: 9 })
    expect(await o.row(p, id)).toMatchObject({ isLate: 'no', leakBefore: 18, leakAfter: 9 })
    expect([await o.value('drainage.supply-renewed'), await o.value('drainage.supply-houses')]).toEqual([2.5, 600])
  })

  it('sewage-plant 日报按设计能力算负荷率,超负荷写明,改扩建能力须增加并按阶段推进', async () => {
    const plant = await o.add('drainage.plant', { name: '金湖污水处理厂', operator: '清源水务', designT: 20_000 })
    const d = 'drainage.plant-day'
    const day = { plant, dayOn: '2026-03-14', treatedT: 22_000, isMet: 'yes' }
    expect(await refusal(run, d, { ...day, dayOn: '2026-03-15' })).toContain('当日结束后')
    expect(await refusal(run, d, day)).toContain('超负荷')
    const id = await o.tried(run, d, { ...day, note: '连续降雨混入雨水' })
    expect((await o.row(d, id)).loadPercent).toBe(110)
    await o.act(checker, d, id, 'confirm')
    await o.act(checker, d, await o.open(run, d, { ...day, dayOn: '2026-03-13', treatedT: 16_000 }), 'confirm')
    expect(await o.value('drainage.plant-load')).toBe(95)
    const project = {
      name: '金湖污水处理厂扩建',
      kind: 'plant',
      zone: '金湖',
      investWan: 9000,
      parts: [{ name: '二期生化池', kind: 'plant', km: 0 }],
      dueOn: '2027-12-31',
      capacityBefore: 20_000,
    }
    expect(await refusal(desk, p, { ...project, capacityAfter: 20_000 })).toContain('大于现能力')
    const works = await o.open(desk, p, { ...project, capacityAfter: 40_000 })
    await begin(works)
    expect((await o.row(p, works)).status).toBe('building')
    expect([await o.value('drainage.plant-capacity'), (await o.by('drainage.projects', 'kind')).plant]).toEqual([20_000, 1])
  })

  it('drain-planning 三名以上外单位专家评审,意见逐条答复后批准,通过评审的计数', async () => {
    const q = 'drainage.plan-paper'
    const id = await o.tried(desk, q, {
      name: '主城区污水专项规划',
      kind: 'plan',
      author: '市规划院',
      fromYear: 2021,
      toYear: 2035,
    })
    const experts = ['张', '李', '王'].map((name) => ({ name: `${name}工`, org: '省设计总院' }))
    const opinions = [
      { no: 1, opinion: '补充溢流污染控制' },
      { no: 2, opinion: '复核人口预测' },
    ]
    const review = { experts, opinions, isOk: 'yes', reviewedOn: '2026-03-15', papers: shot() }
    await expect(desk.refused(q, id, 'review', { ...review, experts: experts.slice(1) })).resolves.toContain('不少于三人')
    const own = [...experts.slice(1), { name: '赵工', org: '市规划院' }]
    await expect(desk.refused(q, id, 'review', { ...review, experts: own })).resolves.toContain('不能评审自己')
    await o.act(desk, q, id, 'review', { ...review, isOk: 'no' })
    expect(await o.value('drainage.plans-reviewed')).toBe(0)
    await o.act(desk, q, id, 'review', review)
    const answer = { no: 1, answer: '已补充第6章', isTaken: 'yes' }
    await expect(desk.refused(q, id, 'answer', { answers: [answer] })).resolves.toContain('第2条意见未答复')
    await o.act(desk, q, id, 'answer', { answers: [answer, { ...answer, no: 2, isTaken: 'part' }] })
    await o.act(o.leader, q, id, 'approve', { paper: '政复〔2026〕12号' })
    expect(await o.row(q, id)).toMatchObject({ status: 'approved', reviews: 2 })
    expect(await o.value('drainage.plans-reviewed')).toBe(1)
    await o.open(desk, q, { name: '雨污管网三年攻坚行动', kind: 'scheme', author: '城管局', fromYear: 2024, toYear: 2026 })
    expect(await o.by('drainage.plan-years', 'name')).toEqual({ 主城区污水专项规划: 15, 雨污管网三年攻坚行动: 3 })
  })
})
