/** 市容:专项行动、街巷长与改造项目. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, somewhere, type World, world } from '../world.ts'
import { type Appearance, openAppearance, type Row } from './appearance-office.ts'

const c = 'appearance.campaign'
const it1 = 'appearance.item'
const p = 'appearance.project'
describe('市容:专项、街巷', () => {
  let w: World
  let o: Appearance
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openAppearance(w)
  })
  afterAll(() => w.close())
  const items = (groups: Readonly<Record<string, number>>) =>
    Object.entries(groups).flatMap(([group, n]) =>
      Array.from({ length: n }, (_, k) => ({ code: `${group}${k + 1}`, group, name: `${group}第${k + 1}项`, unit: '处' })),
    )
  const campaignOf = (kind: string, name: string, groups: Readonly<Record<string, number>>, extra: Row = {}) => ({
    kind,
    name,
    items: items(groups),
    fromOn: '2026-01-01',
    toOn: '2026-12-31',
    lead: '区城管局',
    ...extra,
  })
  const itemOf = (campaign: string, code: string, extra: Row = {}) => ({
    campaign,
    code,
    what: `${code}问题`,
    place: '湖滨路',
    quantity: 2,
    photos: [photo()],
    ...extra,
  })
  const finish = async (id: string, doneQuantity = 2, isSample = false) => {
    await o.act(o.street, it1, id, 'assign', { team: o.unit })
    await o.act(o.crew, it1, id, 'finish', { doneQuantity, doneNote: '已清理', afterPhotos: [photo()] })
    await o.act(o.officer, it1, id, 'close', { isSample })
  }
  const board = (id: string, year = '2026') => o.sheet(`/appearance/campaigns/${id}/board`, { year })

  it('double-clean 双清:立面清、路面清两张清单,排查整改、查处案件、出动分别计数', async () => {
    const values = campaignOf('doubleClean', '2026双清', { 立面清: 4, 路面清: 3 })
    expect((await o.tryOpen(o.head, c, { ...values, items: items({ 立面清: 4 }) })).zh).toContain('“路面清”应有至少1项')
    const id = await o.tried(o.head, c, values)
    const found = await o.tried(o.officer, it1, itemOf(id, '立面清1', { what: '外墙涂鸦' }))
    expect((await o.tryOpen(o.officer, it1, itemOf(id, '没有'))).zh).toContain('没有这一项;可填:立面清1立面清第1项')
    expect((await o.tryOpen(o.officer, it1, itemOf(id, '立面清1'), { areaCode: w.district })).zh).toContain('选择街道')
    await o.act(o.street, it1, found, 'assign', { team: o.unit })
    await o.triedAct(o.crew, it1, found, 'finish', { doneQuantity: 1, doneNote: '清了一处', afterPhotos: [photo()] })
    await expect(o.officer.refused(it1, found, 'close', { isSample: false })).resolves.toContain('少于排查2')
    await o.act(o.officer, it1, found, 'sendBack', { doneNote: '还有一处', dueOn: o.later(3) })
    await o.act(o.crew, it1, found, 'finish', { doneQuantity: 2, doneNote: '全清', afterPhotos: [photo()] })
    await o.act(o.officer, it1, found, 'close', { isSample: false })
    expect(await o.row(it1, found)).toMatchObject({ status: 'closed', returns: 1, closedOn: '2026-03-02', town: o.here })
    const stubborn = await o.open(o.officer, it1, itemOf(id, '路面清1', { what: '长期占道' }))
    await o.triedAct(o.officer, it1, stubborn, 'penalise', {
      lawCode: 'V02',
      party: '五金店',
      partyCode: '91320499MA1QH5555X',
      note: '拒不清理',
    })
    expect((await o.list('enforcement.penalty')).find((x) => x.sourceId === stubborn)).toMatchObject({
      topic: 'occupation',
      lawCode: 'V02',
    })
    const outing = { campaign: id, place: '湖滨路', people: 12, units: ['城管', '社区'], persuaded: 5 }
    await o.tryAdd('appearance.outing', outing, o.officer)
    await o.add('appearance.outing', outing, somewhere, o.officer)
    expect([
      await o.value('appearance.campaign-outings'),
      await o.value('appearance.campaign-rectified'),
      await o.value('appearance.campaign-penalised'),
    ]).toEqual([1, 1, 1])
    expect(await board(id)).toMatchObject({ found: 2, closed: 1, left: 0, penalised: 1, outings: 1 })
  })

  it('clean-four-demolish 四清四拆四整治:十二项三年行动,分街道年度目标、前后照片、示范样板', async () => {
    const values = campaignOf('fourClean', '四清四拆四整治三年行动', { 清: 4, 拆: 4, 整治: 4 }, { toOn: '2028-12-31' })
    expect((await o.tryOpen(o.head, c, { ...values, toOn: '2027-12-31' })).zh).toContain('三个年度')
    expect((await o.tryOpen(o.head, c, { ...values, items: items({ 清: 4, 拆: 3, 整治: 4 }) })).zh).toContain('“拆”应有4项,现3项')
    const id = await o.tried(o.head, c, values)
    const target = { campaign: id, code: '拆1', town: o.here, yearOf: 2026, quantity: 8, dueOn: '2026-12-31' }
    const wrong = async (more: Row) =>
      (await o.data.post<Row>('/rows/appearance.target', { values: { ...target, ...more } })).body.zh
    expect([await wrong({ code: '拆9' }), await wrong({ yearOf: 2031 })]).toEqual([
      expect.stringContaining('没有“拆9”'),
      expect.stringContaining('2026至2028'),
    ])
    await o.tryAdd('appearance.target', target)
    await o.add('appearance.target', target)
    const one = await o.open(o.officer, it1, itemOf(id, '拆1'))
    await finish(one, 2, true)
    await o.open(o.officer, it1, itemOf(id, '拆1'))
    expect((await o.row(it1, one)).afterPhotos).toHaveLength(1)
    const b = await board(id)
    expect(b).toMatchObject({ found: 2, closed: 1, left: 1, samples: 1 })
    expect(b.rows).toMatchObject([{ town: o.here, code: '拆1', group: '拆', found: 2, left: 1, done: 2, target: 8, percent: 25 }])
    await expect(o.head.refused(c, id, 'end', { summary: '完' })).resolves.toContain('还有1个问题未销号')
    expect((await o.leader.get(`/appearance/campaigns/${id}/board`, { year: 'x' })).status).toBe(400)
  })

  it('three-five 三整治五提升:三项整治五项提升由本局填写,逐项进度', async () => {
    const values = campaignOf('threeFive', '三整治五提升', { 整治: 3, 提升: 5 })
    expect((await o.tryOpen(o.head, c, { ...values, items: items({ 整治: 3, 提升: 4 }) })).zh).toContain('“提升”应有5项,现4项')
    const id = await o.tried(o.head, c, values)
    for (const code of ['整治1', '提升5']) await finish(await o.open(o.officer, it1, itemOf(id, code)))
    await o.open(o.officer, it1, itemOf(id, '提升5'))
    const b = await board(id)
    expect(b.rows.map((r: Row) => [r.code, r.found, r.left])).toEqual([
      ['提升5', 2, 1],
      ['整治1', 1, 0],
    ])
    await finish(String((await o.list(it1, { campaign: id })).find((x) => x.status === 'surveyed')?.id))
    await o.triedAct(o.head, c, id, 'end', { summary: '全部销号' })
    expect((await o.row(c, id)).status).toBe('ended')
    expect((await o.tryOpen(o.officer, it1, itemOf(id, '整治1'))).zh).toContain('没有在进行')
  })

  it('three-four-five-standard 三定四有五到位:督查街道逐项打分,不达标的逐条进清单', async () => {
    const id = await o.tried(o.head, c, campaignOf('threeFourFive', '三定四有五到位', { 定: 3, 有: 4, 到位: 5 }))
    const all = items({ 定: 3, 有: 4, 到位: 5 })
    const lines = (bad: readonly string[]) =>
      all.map(({ code }) => ({ code, isOk: !bad.includes(code), ...(bad.includes(code) ? { note: '未落实' } : {}) }))
    const k = 'appearance.street-check'
    const values = { campaign: id, checkedOn: o.today(), lines: lines(['有2', '到位5', '到位1']), photos: [photo()] }
    expect((await o.tryOpen(o.head, k, { ...values, lines: values.lines.slice(1) })).zh).toContain('缺“定第1项”')
    expect((await o.tryOpen(o.head, k, values, { areaCode: w.district })).zh).toContain('请选择被督查的街道')
    const check = await o.tried(o.head, k, values)
    expect(await o.row(k, check)).toMatchObject({ score: 75, bad: 3, town: o.here })
    expect(await o.list(it1, { campaign: id })).toHaveLength(3)
    await o.open(o.head, k, { ...values, lines: lines([]) })
    expect((await board(id)).scores).toEqual([{ town: o.here, checks: 2, score: 87.5 }])
    expect(await o.value('appearance.street-score')).toBe(87.5)
    // Written down at the bureau, it is the street's all the same, and so are its problems.
    const desk = await o.open(o.head, k, { ...values, town: o.here, lines: lines(['定1']) }, { areaCode: w.district })
    expect(await o.row(k, desk)).toMatchObject({ town: o.here, areaCode: o.here })
    expect(await o.list(it1, { campaign: id, code: '定1' })).toMatchObject([{ town: o.here }])
  })

  it('five-points-ten-chaos 五点十乱:两组清单作专项范围,月表连同类案件', async () => {
    const chaos = items({ 点: 5, 乱: 10 }).map((x) => (x.code === '乱1' ? { ...x, category: '06004' } : x))
    const values = { ...campaignOf('fivePoints', '五点十乱', { 点: 5, 乱: 10 }), items: chaos }
    expect((await o.tryOpen(o.head, c, { ...values, items: chaos.slice(1) })).zh).toContain('“点”应有5项,现4项')
    const id = await o.tried(o.head, c, values)
    await finish(await o.open(o.officer, it1, itemOf(id, '乱1')))
    await o.open(o.officer, it1, itemOf(id, '点2'))
    const { months } = await board(id)
    expect(months[2]).toMatchObject({ month: '2026-03', found: 2, closed: 1, cases: 0 })
    expect(months).toHaveLength(12)
  })

  it('key-area-clean 重点地点:复查到销号,到期未销号列入协调清单', async () => {
    const id = await o.tried(o.head, c, {
      ...campaignOf('keyArea', '重点地点整治', {}),
      items: [
        { code: 'A', group: '市容', name: '市容', unit: '个' },
        { code: 'B', group: '环卫', name: '环卫', unit: '个' },
      ],
    })
    const stuck = await o.open(o.officer, it1, itemOf(id, 'A', { place: '火车站' }))
    await finish(await o.open(o.officer, it1, itemOf(id, 'B', { place: '火车站' })))
    await expect(o.head.refused(it1, stuck, 'coordinate', { coordination: '早', dueOn: o.later(9) })).resolves.toContain(
      '不在协调清单',
    )
    await w.clock.to('2026-03-18 09:00')
    expect((await board(id)).places).toEqual([
      { place: '火车站', group: '市容', found: 1, closed: 0, left: 1 },
      { place: '火车站', group: '环卫', found: 1, closed: 1, left: 0 },
    ])
    expect((await board(id)).stuck).toMatchObject([{ item: stuck, town: o.here, dueOn: '2026-03-17', coordination: null }])
    await o.triedAct(o.head, it1, stuck, 'coordinate', { coordination: '铁路部门3月底拆除', dueOn: o.later(12) })
    await finish(stuck)
    expect(await board(id)).toMatchObject({ found: 2, closed: 2, left: 0, stuck: [] })
    expect((await o.by('appearance.campaign-items', 'campaign'))[id]).toBe(2)
    // A campaign's last day asks for its end: nothing is found in it any more, and somebody has to conclude.
    const short = await o.open(o.head, c, {
      ...campaignOf('other', '短期专项', {}),
      items: [{ code: 'A', group: '市容', name: '市容', unit: '个' }],
      toOn: '2026-03-18',
    })
    await w.clock.to('2026-03-19 00:10')
    expect((await o.row(c, short)).status).toBe('due')
    await o.act(o.head, c, short, 'end', { summary: '期满总结' })
    expect((await o.row(c, short)).status).toBe('ended')
  })

  it('lane-chief 路(街巷)长:公示、巡查间隔、问题先交本人、逾期转案件、空缺与更换留痕', async () => {
    const l = 'appearance.lane'
    const id = await o.tried(o.street, l, { name: '庙西巷', kind: 'lane', lengthM: 320 })
    expect(
      (await o.tryOpen(o.street, 'appearance.lane-patrol', { lane: id, patrolledOn: o.today(), problems: [], photos: [photo()] }))
        .zh,
    ).toContain('没有在任')
    const chief = { chief: '孙主任', phone: '13900005555', deputies: ['李副长'], appointedOn: o.today() }
    await o.triedAct(o.street, l, id, 'appoint', chief)
    await o.act(o.street, l, id, 'plate', { platedOn: o.today(), platePhotos: [photo()] })
    await o.tried(o.street, 'appearance.lane-patrol', {
      lane: id,
      patrolledOn: o.today(),
      problems: [{ what: '杂物堆放' }, { what: '飞线充电' }],
      photos: [photo()],
    })
    expect(await o.row(l, id)).toMatchObject({
      patrolledOn: '2026-03-19',
      nextPatrolOn: '2026-03-26',
      dueAt: '2026-03-26T16:00:00.000Z',
    })
    const [one] = await o.list('appearance.lane-problem', { what: '杂物堆放' })
    expect((await o.texts('庙西巷'))[0]).toContain('【街巷长】')
    await o.act(o.street, 'appearance.lane-problem', String(one?.id), 'solve', { result: '已清', afterPhotos: [photo()] })
    expect(one?.photos).toHaveLength(1)
    await w.clock.to('2026-03-27 10:00')
    expect((await o.list('appearance.lane-problem', { what: '飞线充电' }))[0]).toMatchObject({ status: 'sent', isLate: true })
    expect((await o.list('cases.case')).filter((x) => String(x.description).includes('飞线充电'))).toHaveLength(1)
    const sheet = await o.sheet('/appearance/lanes', { month: '2026-03' })
    expect(sheet).toMatchObject({
      held: 1,
      vacant: 0,
      missed: 1,
      rows: [{ lane: id, due: 1, patrols: 1, percent: 100, problems: 2, late: 1, isMissed: true }],
    })
    await o.act(o.street, l, id, 'vacate', { reason: '调离' })
    expect([
      await o.value('appearance.lane-vacant'),
      await o.value('appearance.lane-chiefs'),
      await o.value('appearance.lane-solved-rate'),
    ]).toEqual([1, 0, 50])
    await o.act(o.street, l, id, 'appoint', { ...chief, chief: '周主任', appointedOn: o.today() })
    expect(await o.row(l, id)).toMatchObject({ changes: 2, platedOn: null })
    expect((await o.leader.get('/appearance/lanes', { month: 'x' })).status).toBe(400)
  })

  const projectOf = (kind: string, name: string, extra: Row = {}) => ({
    kind,
    name,
    yearOf: 2026,
    unitName: '市政处',
    survey: '路面破损、管线杂乱',
    beforePhotos: [photo()],
    ...extra,
  })
  const stages = [
    { name: '立面', dueOn: '2026-04-30' },
    { name: '路面', dueOn: '2026-05-31' },
  ]
  const reached = (n = stages.length) => stages.map(({ name }, i) => ({ name, ...(i < n ? { doneOn: o.today() } : {}) }))
  const build = async (id: string, design: Row = {}, source = 'district', wan = 100) => {
    await o.act(o.head, p, id, 'design', { concept: '一街一景观', asked: 0, agreed: 0, ...design })
    await o.act(o.head, p, id, 'approve', { funds: [{ source, wan }], stages })
    await o.act(o.crew, p, id, 'progress', {
      stages: reached(),
      progressPhotos: [photo()],
    })
  }
  const accepted = { lengthM: 320, areaM2: 1200, spentWan: 95, isAdRectified: true, afterPhotos: [photo()] }

  it('lane-management 背街小巷整治:现状、一街一景观、居民意见、验收、长效管护、年度名单', async () => {
    await o.add('appearance.lane-plan', { kind: 'lane', yearOf: 2026, count: 10 })
    const id = await o.tried(o.head, p, projectOf('lane', '庙西巷整治'))
    await expect(o.head.refused(p, id, 'design', { concept: '老巷记忆', asked: 0, agreed: 0 })).resolves.toContain('居民意见')
    await o.act(o.head, p, id, 'design', { concept: '老巷记忆', asked: 60, agreed: 39 })
    await expect(o.head.refused(p, id, 'approve', { funds: [{ source: 'street', wan: 100 }], stages })).resolves.toContain(
      '同意65%,不足66.67%',
    )
    await o.triedAct(o.head, p, id, 'design', { concept: '老巷记忆', asked: 60, agreed: 48 })
    await o.act(o.head, p, id, 'approve', { funds: [{ source: 'street', wan: 100 }], stages })
    await o.act(o.crew, p, id, 'progress', {
      stages: reached(1),
      progressPhotos: [photo()],
    })
    await expect(o.head.refused(p, id, 'accept', accepted)).resolves.toContain('节点“路面”未完成')
    await o.act(o.crew, p, id, 'progress', {
      stages: reached(),
      progressPhotos: [photo()],
    })
    await o.act(o.head, p, id, 'accept', accepted)
    // The days that were approved are not the crew's to move.
    expect((await o.row(p, id)).stages).toEqual(stages.map((x) => ({ ...x, doneOn: o.today() })))
    await o.act(o.head, p, id, 'care', { carer: '湖滨物业' })
    expect(await o.row(p, id)).toMatchObject({ status: 'cared', carer: '湖滨物业' })
    const { rows } = await o.sheet('/appearance/projects', { year: '2026' })
    expect(rows).toMatchObject([
      { kind: 'lane', target: 10, projects: 1, accepted: 1, metres: 320, fundsWan: 100, spentWan: 95, percent: 10 },
    ])
    expect(await o.by('appearance.projects-accepted', 'kind')).toEqual({ lane: 1 })
  })

  it('road-comprehensive-renovation 道路综合整治:交通组织、节点逾期、验收移交', async () => {
    const id = await o.tried(o.head, p, projectOf('road', '康安路综合整治'))
    await expect(o.head.refused(p, id, 'design', { concept: '全断面', asked: 0, agreed: 0 })).resolves.toContain('交通组织')
    await o.act(o.head, p, id, 'design', { concept: '全断面', traffic: '半幅施工', asked: 0, agreed: 0 })
    await o.triedAct(o.head, p, id, 'approve', { funds: [{ source: 'city', wan: 800 }], stages })
    await w.clock.to('2026-05-02 09:00')
    expect((await o.sheet('/appearance/projects', { year: '2026' })).open.map((x: Row) => [x.stage, x.isLate])).toEqual([
      ['立面', true],
      ['路面', false],
    ])
    await o.act(o.crew, p, id, 'progress', {
      stages: reached(),
      progressPhotos: [photo()],
    })
    await o.act(o.head, p, id, 'accept', { ...accepted, lengthM: 1800 })
    await o.act(o.head, p, id, 'care', { carer: '市政养护公司' })
    expect(await o.value('appearance.project-metres')).toBe(2120)
  })

  it('visual-quality-training 视觉品质培训:主讲、街道设计人员、品质清单', async () => {
    const q = 'appearance.lecture'
    const values = {
      topic: '城市视觉综合品质提升',
      heldOn: o.today(),
      speakers: [{ name: '郑教授', from: '美术学院' }],
      attendees: [
        { name: '甲', from: '湖滨街道', isDesigner: true },
        { name: '乙', from: '东湖街道', isDesigner: false },
      ],
      checklist: [{ item: '色彩协调' }, { item: '店招统一' }],
    }
    expect((await o.tryOpen(o.head, q, { ...values, checklist: [] })).zh).toContain('请填写主讲')
    const id = await o.tried(o.head, q, values)
    expect(await o.row(q, id)).toMatchObject({ people: 2, designers: 1 })
    expect([await o.value('appearance.lecture-people'), await o.value('appearance.lecture-designers')]).toEqual([2, 1])
  })

  it('beautiful-street 最美大街:专项债券、节点照片、按品质培训清单验收', async () => {
    const id = await o.tried(o.head, p, projectOf('beautiful', '人民路最美大街'))
    await build(id, {}, 'bond', 2600)
    await expect(
      o.head.refused(p, id, 'accept', { ...accepted, checklist: [{ item: '色彩协调', isOk: true }] }),
    ).resolves.toContain('“店招统一”未合格')
    const checklist = ['色彩协调', '店招统一'].map((item) => ({ item, isOk: true }))
    await o.triedAct(o.head, p, id, 'accept', { ...accepted, checklist })
    const { rows } = await o.sheet('/appearance/projects', { year: '2026' })
    expect(rows.find((r: Row) => r.kind === 'beautiful')).toMatchObject({ accepted: 1, fundsWan: 2600, bondWan: 2600 })
    expect((await o.by('appearance.project-funds', 'kind')).beautiful).toBe(2600)
  })

  it('rail-line-renovation 轨道沿线:期次标段、设计变更、协调问题清零才验收', async () => {
    expect((await o.tryOpen(o.head, p, projectOf('rail', '2号线一标'))).zh).toContain('期次与标段')
    const id = await o.tried(o.head, p, projectOf('rail', '2号线一标', { phase: 2, package: 'appearance' }))
    await build(id)
    await o.triedAct(o.head, p, id, 'change', { concept: '增设绿化', reason: '居民建议' })
    const problem = await o.tried(o.head, 'appearance.project-problem', {
      project: id,
      what: '管线迁改',
      unitName: '供电公司',
      dueOn: o.later(5),
    })
    await expect(o.head.refused(p, id, 'accept', accepted)).resolves.toContain('还有1个协调问题')
    await o.act(o.head, 'appearance.project-problem', problem, 'solve', { result: '已迁改' })
    await o.act(o.head, p, id, 'accept', accepted)
    const late = { project: id, what: '晚了', unitName: '供电公司', dueOn: o.later(5) }
    expect((await o.tryOpen(o.head, 'appearance.project-problem', late)).zh).toContain('已验收')
    expect(await o.row(p, id)).toMatchObject({ status: 'accepted', changes: 1, phase: 2, package: 'appearance' })
    expect((await o.by('appearance.projects-accepted', 'package')).appearance).toBe(1)
  })

  it('node-landscape 重要节点:验收后公布为打卡点,游客在公众门评价', async () => {
    const id = await o.tried(o.head, p, projectOf('node', '凤凰台瀑布'))
    await build(id)
    await o.act(o.head, p, id, 'accept', accepted)
    const { number } = await o.row(p, id)
    const rate = (star: number) => w.anyone.post<Row>(`/public/appearance/spots/${number}/rate`, { star })
    expect((await rate(5)).status).toBe(404)
    await o.act(o.head, p, id, 'publish')
    expect((await rate(9)).status).toBe(400)
    await rate(5)
    expect((await rate(4)).body).toEqual({ ratings: 2, stars: 4.5 })
    expect((await w.anyone.get<Row>('/public/appearance/spots')).body.spots).toMatchObject([
      { number, name: '凤凰台瀑布', stars: 4.5, ratings: 2, lon: somewhere.lon, photos: [] },
    ])
    const spots = async () => (await w.anyone.get<Row>('/public/appearance/spots')).body.spots as Row[]
    expect((await spots())[0]?.concept).toBeTruthy()
    await expect(o.head.refused(p, id, 'publish')).resolves.toContain('已公布')
    // Its picture is the public's after an officer has looked it over; asking for the page has asked for that.
    const { afterPhotos } = await o.row(p, id)
    const [picture] = afterPhotos as string[]
    expect((await w.anyone.get(`/public/pictures/${picture}`)).status).not.toBe(200)
    // Handed over to its keeper it stays a place to go, and is taken off while it is closed.
    await o.act(o.head, p, id, 'care', { carer: '区园林绿化管理所' })
    await o.act(o.head, p, id, 'withdraw', { reason: '水景检修' })
    expect([await spots(), (await rate(5)).status]).toEqual([[], 404])
    await o.act(o.head, p, id, 'publish')
    expect(await spots()).toHaveLength(1)
    expect(await o.row(p, id)).toMatchObject({ isPublished: true, ratings: 2, stars: 9 })
  })
})
