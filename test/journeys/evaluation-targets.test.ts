import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo, type World, world } from '../world.ts'
import { openWorks, type Row, type Works } from './evaluation-works-office.ts'

/** 目标、验收、服务评价、绿化与农村考核: scored, accepted, counted. */
describe('目标与验收', () => {
  let w: World
  let o: Works
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openWorks(w)
  })
  afterAll(() => w.close())
  const got = (items: readonly Row[], share: number) => items.map((i) => ({ item: i.item, got: i.full * share }))
  const streetOf = (area: string): Promise<Client> => w.as(`jiedao${o.streets.findIndex((s) => s.code === area) + 1}`)

  it('vertical-target-letter 目标任务书带数下达、限期签收、逐季累计、年终逐项评定', async () => {
    const targets = [
      { name: '机扫率', measure: '%', sense: 'least', goal: 90 },
      { name: '重复投诉', measure: '件', sense: 'most', goal: 10 },
    ]
    const values = { year: 2026, unit: o.handlerUnit, document: '区城管委〔2026〕2号', targets }
    expect((await o.tryOpen(o.leader, 'evaluation.target-letter', { ...values, targets: [] })).zh).toContain('请列出目标')
    const id = await o.tried(o.leader, 'evaluation.target-letter', values)
    const p = 'evaluation.target-letter'
    await expect(o.other.refused(p, id, 'sign', { signer: '外人' })).resolves.toContain('其他单位')
    await o.handler.act(p, id, 'sign', { signer: '王科长' })
    const of = (a: number, b: number) => [
      { name: '机扫率', done: a },
      { name: '重复投诉', done: b },
    ]
    await expect(o.handler.refused(p, id, 'progress', { quarter: 2, progress: of(80, 2) })).resolves.toContain('第1季度')
    await o.handler.act(p, id, 'progress', { quarter: 1, progress: of(80, 2) })
    expect(await o.row(p, id)).toMatchObject({ quarter: 1, onTrack: 1 })
    await expect(o.assessor.refused(p, id, 'evaluate', { final: of(91, 12), evaluation: '良' })).resolves.toContain('12月')
    await o.handler.act(p, id, 'progress', { quarter: 2, progress: of(88, 5) })
    await o.handler.act(p, id, 'progress', { quarter: 3, progress: of(91, 9) })
    expect((await o.figure('target-letters'))[0]?.value).toBe(1)
    expect((await o.figure('targets'))[0]?.value).toBe(2)
  })

  it('fine-street-acceptance 街道、区两张评分表,满分100,两表都达线才列入', async () => {
    const p = 'evaluation.fine-street'
    const values = { name: '长江路精品街道', street: o.code(0), plan: '立面整治、街道家具' }
    const line = (await o.list('evaluation.criterion', { table: 'fineStreetDistrict' })).find((c) => c.full === 25)
    await o.assessor.patch(`/rows/evaluation.criterion/${line?.id}`, { values: { full: 24 }, reason: '试' })
    expect((await o.tryOpen(o.street1, p, values)).zh).toContain('应为100分')
    await o.assessor.patch(`/rows/evaluation.criterion/${line?.id}`, { values: { full: 25 }, reason: '改回' })
    const id = await o.tried(o.street1, p, values)
    const row = await o.row(p, id)
    expect([row.streetItems.length, row.districtItems.length]).toEqual([3, 5])
    await expect(o.street1.refused(p, id, 'scoreOwn', { streetLines: got(row.streetItems, 0.7) })).resolves.toContain('不足80分')
    await expect(o.street2.refused(p, id, 'scoreOwn', { streetLines: got(row.streetItems, 0.9) })).resolves.toContain('管辖范围')
    await o.street1.act(p, id, 'scoreOwn', { streetLines: got(row.streetItems, 0.9) })
    const accept = { scenePhotos: [photo()], acceptedOn: '2026-03-02' }
    await expect(
      o.assessor.refused(p, id, 'accept', { ...accept, districtLines: got(row.districtItems, 1.1).slice(0, 5) }),
    ).resolves.toContain('满分之间')
    await o.assessor.act(p, id, 'accept', { ...accept, districtLines: got(row.districtItems, 0.8) })
    expect(await o.row(p, id)).toMatchObject({ status: 'accepted', streetScore: 90, districtScore: 80 })
    const second = await o.open(o.street1, p, { ...values, name: '黄河路精品街道' })
    await o.street1.act(p, second, 'scoreOwn', { streetLines: got(row.streetItems, 0.85) })
    await o.assessor.act(p, second, 'accept', { ...accept, districtLines: got(row.districtItems, 0.79) })
    expect((await o.row(p, second)).status).toBe('failed')
    expect((await o.figure('fine-streets'))[0]?.value).toBe(1)
    expect((await o.behind('fine-streets'))[0]?.id).toBe(id)
  })

  it('model-road 区级、市级示范路:方案批准、中期检查、验收、补助;争创与创成分开计', async () => {
    const p = 'evaluation.model-road'
    const values = { name: '石湖东路', street: o.code(0), plan: '设施完好、绿化提升', level: 'district' }
    expect((await o.tryOpen(o.street1, p, { ...values, level: 'city' })).zh).toContain('还不是区级')
    const id = await o.tried(o.street1, p, values)
    await o.leader.act(p, id, 'approve', { finishOn: '2026-06-30', subsidyFen: 20_000_000 })
    const other = await o.open(o.street1, p, { ...values, name: '石湖西路' })
    await o.leader.act(p, other, 'approve', { finishOn: '2026-06-30', subsidyFen: 20_000_000 })
    expect((await o.figure('model-roads-trying'))[0]?.value).toBe(2)
    await o.assessor.act(p, id, 'midCheck', { progress: '滞后', isOnTrack: false, photos: [photo()] })
    expect((await o.row(p, id)).status).toBe('building')
    await o.assessor.act(p, id, 'midCheck', { progress: '符合', isOnTrack: true, photos: [photo()] })
    const { items } = await o.row(p, id)
    await o.assessor.act(p, id, 'accept', { lines: got(items, 0.92), acceptedOn: '2026-03-02' })
    expect((await o.figure('model-roads-trying'))[0]?.value).toBe(1)
    expect((await o.figure('model-roads'))[0]?.value).toBe(1)
    await expect(o.assessor.refused(p, id, 'pay', { voucher: 'P1', paidOn: '2026-03-01' })).resolves.toContain('早于验收')
    await o.assessor.act(p, id, 'pay', { voucher: 'P1', paidOn: '2026-03-02' })
    expect((await o.figure('model-road-subsidy'))[0]?.value).toBe(20)
    expect((await o.tryOpen(o.street1, p, { ...values, level: 'city' })).status).toBe('applied')
  })

  it('fine-lane 街巷验收后按得分定精品,有管护方案,定期复查,不达线摘牌', async () => {
    const p = 'evaluation.fine-lane'
    const values = { name: '玉带路', street: o.code(0), plan: '路面、管线' }
    const made: string[] = [await o.tried(o.street1, p, values)]
    for (const name of ['庙西巷', '和平巷']) made.push(await o.open(o.street1, p, { ...values, name }))
    const { items } = await o.row(p, made[0] ?? '')
    const accept = { acceptedOn: '2026-03-02', photos: [photo()] }
    for (const [i, share] of [0.96, 0.92, 0.84].entries()) {
      await o.assessor.act(p, made[i] ?? '', 'accept', { ...accept, lines: got(items, share) })
      await o.leader.act(p, made[i] ?? '', 'grade', { carePlan: '居民自治公约、月查', keeper: '社区李主任' })
    }
    expect((await o.figure('fine-lanes'))[0]?.value).toBe(2)
    expect((await o.figure('lanes-accepted'))[0]?.value).toBe(3)
    expect((await o.row(p, made[2] ?? '')).status).toBe('plain')
    expect(Date.parse((await o.row(p, made[0] ?? '')).dueAt)).toBe(Date.parse('2026-06-01T00:00:00+08:00'))
    await o.assessor.act(p, made[0] ?? '', 'recheck', { lines: got(items, 0.95), photos: [photo()] })
    await o.assessor.act(p, made[1] ?? '', 'recheck', { lines: got(items, 0.88), photos: [photo()] })
    expect(await o.row(p, made[1] ?? '')).toMatchObject({ status: 'removed', removedOn: '2026-03-02', rechecks: 1 })
    expect((await o.figure('fine-lanes'))[0]?.value).toBe(1)
    expect((await o.figure('lanes-accepted'))[0]?.value).toBe(3)
  })

  it('civil-servant-unit-sorting-appraisal 机关单位自报、核分、虚高扣分、逾期未报、送绩效办有回执', async () => {
    const p = 'evaluation.unit-appraisal'
    const otherUnit = await o.unitOf(o.other)
    const values = { year: 2026, unit: o.handlerUnit, name: '区环卫所', declareBy: '2026-03-10' }
    const id = await o.tried(o.assessor, p, values)
    const late = await o.open(o.assessor, p, { ...values, unit: otherUnit, name: '区园林所' })
    const full = [20, 20, 30, 15, 15]
    const names = ['组织领导与责任人', '分类投放设施', '分类投放准确', '分类台账', '志愿服务与宣传']
    const lines = (share: number) => names.map((item, i) => ({ item, got: (full[i] ?? 0) * share }))
    await expect(o.other.refused(p, id, 'declare', { ownLines: lines(1), photos: [photo()] })).resolves.toContain('其他单位')
    await o.handler.act(p, id, 'declare', { ownLines: lines(1), photos: [photo()] })
    await w.clock.to('2026-03-11 09:00')
    expect((await o.row(p, late)).status).toBe('missed')
    for (const [one, share] of [[id, 0.8] as const, [late, 0.9] as const])
      await o.assessor.act(p, one, 'check', { lines: lines(share), photos: [photo()] })
    expect(await o.row(p, id)).toMatchObject({ ownScore: 100, checkedScore: 80, isInflated: true, score: 75 })
    expect(await o.row(p, late)).toMatchObject({ checkedScore: 90, isInflated: false, score: 85 })
    for (const [i, one] of [id, late].entries())
      await o.leader.act(p, one, 'hand', { receipt: `绩效收${i}`, handedOn: '2026-03-11' })
    expect((await o.figure('unit-appraisals'))[0]?.value).toBe(2)
    expect((await o.figure('unit-appraisal-score'))[0]?.value).toBe(80)
  })

  it('greening-assessment 绿化样本库随机抽样,考评案卷与巡查案卷分开编号、分开计数,细则有版次', async () => {
    for (const [s, street] of o.streets.entries())
      for (const k of [0, 1])
        await o.add('evaluation.point', { code: `G${s}-${k}`, name: `绿地${s}-${k}`, topic: 'greening', street: street.code })
    const check = await o.open(o.assessor, 'evaluation.check', {
      topic: 'greening',
      name: '一季度绿化考评',
      mode: 'sample',
      perStreet: 1,
      fromOn: '2026-03-11',
      toOn: '2026-03-31',
    })
    await o.assessor.act('evaluation.check', check, 'draw', { seed: '2026032' })
    const drawn = await o.list('evaluation.inspection', { check })
    expect(drawn).toHaveLength(o.streets.length)
    const again = await o.assessor.get<Row>(`/evaluation/checks/${check}/draw`)
    expect(again.body).toMatchObject({ identical: true, population: o.streets.length * 2 })
    for (const i of drawn) await o.inspect(i, i.street === o.code(0) ? 1 : 0)
    expect((await o.figure('findings', { by: 'topic' })).find((v) => v.key === 'greening')?.value).toBe(1)
    const inspector = await w.as('caiji1')
    const values = { place: '滨河绿地', street: o.code(0), fault: 'bare', note: '黄土裸露20平方', fixDays: 3, photos: [photo()] }
    const id = await o.tried(inspector, 'evaluation.patrol-file', values)
    await o.open(inspector, 'evaluation.patrol-file', { ...values, fault: 'dead' })
    expect((await o.figure('patrol-files'))[0]?.value).toBe(2)
    expect((await o.figure('findings', { by: 'topic' })).find((v) => v.key === 'greening')?.value).toBe(1)
    expect(String((await o.row('evaluation.patrol-file', id)).number)).toMatch(/^XC/)
    await o.street1.act('evaluation.patrol-file', id, 'fix', { fixNote: '已补植', fixPhotos: [photo()] })
    await o.assessor.act('evaluation.patrol-file', id, 'close')
    expect((await o.figure('patrol-in-time-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2 })
    const [item] = await o.list('evaluation.check-item', { topic: 'greening' })
    await o.assessor.patch(`/rows/evaluation.check-item/${item?.id}`, { values: { validTo: '2026-04-01' }, reason: '新版细则' })
    expect((await o.row('evaluation.check', check)).items.length).toBeGreaterThan(0)
  })

  it('rural-waste-three-assessments 三个已小结的考核合并排名定补助,不达标不补并约谈,逐镇兑付', async () => {
    const checks: Record<string, string> = {}
    for (const [key, topic] of Object.entries({
      sortCheck: 'ruralSort',
      collectCheck: 'ruralCollect',
      cleanCheck: 'ruralClean',
    })) {
      for (const [s, street] of o.streets.entries())
        await o.add('evaluation.point', { code: `${topic}-${s}`, name: `${topic}村${s}`, topic, street: street.code })
      const check = await o.open(o.assessor, 'evaluation.check', {
        topic,
        name: topic,
        mode: 'all',
        fromOn: '2026-03-11',
        toOn: '2026-03-31',
      })
      await o.assessor.act('evaluation.check', check, 'draw')
      for (const i of await o.list('evaluation.inspection', { check }))
        await o.inspect(i, i.street === o.code(2) ? 9 : i.street === o.code(1) ? 1 : 0)
      checks[key] = check
    }
    const p = 'evaluation.rural-ranking'
    const values = { name: '2026年上半年', ...checks, sortWeight: 40, collectWeight: 30, cleanWeight: 30, potFen: 43_500_000 }
    expect((await o.tryOpen(o.assessor, p, values)).zh).toContain('已小结')
    for (const check of Object.values(checks)) await o.assessor.act('evaluation.check', check, 'conclude', { report: '小结' })
    expect((await o.tryOpen(o.assessor, p, { ...values, sortWeight: 50 })).zh).toContain('100%')
    const id = await o.tried(o.assessor, p, values)
    const { towns, payees } = await o.row(p, id)
    expect(towns).toHaveLength(o.streets.length)
    expect(towns.at(-1)).toMatchObject({ street: o.code(2), isPassed: false, amountFen: 0 })
    expect(towns.reduce((n: number, t: Row) => n + t.amountFen, 0)).toBe(43_500_000)
    await expect(o.assessor.refused(p, id, 'sign')).resolves.toContain('同一人')
    await o.leader.act(p, id, 'sign')
    expect((await o.list('evaluation.talk', { street: o.code(2) }))[0]).toMatchObject({ status: 'notified', source: 'problem' })
    const payments = payees.map((t: Row, i: number) => ({ name: t.name, voucher: `P${i}`, paidOn: '2026-03-11' }))
    await expect(o.assessor.refused(p, id, 'pay', { payments: payments.slice(1) })).resolves.toContain('登记一次')
    await o.assessor.act(p, id, 'pay', { payments })
    expect((await o.figure('rural-subsidy'))[0]?.value).toBe(43.5)
    const talked = await streetOf(o.code(2))
    expect((await talked.get(`/rows/${p}`)).status).toBe(200)
  })

  it('service-evaluation-index 指标写明来源、公式、采集方式;平台项自动取数,完整率不到线不能得出结果', async () => {
    const indexes = await o.list('evaluation.service-index')
    expect(new Set(indexes.map((i) => i.way))).toEqual(new Set(['platform', 'site', 'survey']))
    const a1 = indexes.find((i) => i.way === 'platform')
    await o.assessor.patch(`/rows/evaluation.service-index/${a1?.id}`, {
      values: { indicator: 'evaluation.score-greening', target: 100, zeroAt: 50 },
      reason: '改取绿化检查',
    })
    const site = indexes.find((i) => i.way === 'site')
    await o.assessor.patch(`/rows/evaluation.service-index/${site?.id}`, {
      values: { keeper: o.handlerUnit },
      reason: '定填报单位',
    })
    const p = 'evaluation.service-round'
    const form = { name: '2026年一季度', period: 'quarter', fromOn: '2026-01-01', toOn: '2026-03-31' }
    expect((await o.tryOpen(o.assessor, p, { ...form, period: 'year' })).zh).toContain('没有该周期')
    const id = await o.tried(o.assessor, p, form)
    const values = await o.list('evaluation.service-value', { round: id })
    expect(values).toHaveLength(3)
    const of = (way: string): string => values.find((v) => v.way === way)?.id
    await expect(o.handler.refused('evaluation.service-value', of('platform'), 'fill', { value: 1 })).resolves.toContain(
      '平台取数',
    )
    await expect(o.assessor.refused(p, id, 'conclude', { conclusion: 'c' })).resolves.toContain('评价期至')
    await w.clock.to('2026-04-01 09:00')
    await o.assessor.act('evaluation.service-value', of('platform'), 'take')
    await expect(o.other.refused('evaluation.service-value', of('site'), 'fill', { value: 80, note: '无' })).resolves.toContain(
      '其他单位',
    )
    await o.handler.act('evaluation.service-value', of('site'), 'fill', { value: 80, note: '抽查50处' })
    await expect(o.assessor.refused(p, id, 'conclude', { conclusion: 'c' })).resolves.toContain('未采集:市民满意度')
    expect((await o.figure('service-completeness'))[0]).toMatchObject({ numerator: 2, denominator: 3 })
    await o.assessor.act('evaluation.service-value', of('survey'), 'fill', { value: 95, note: '问卷300份' })
    await o.assessor.act(p, id, 'conclude', { conclusion: '总体良好' })
    const row = await o.row(p, id)
    const scores = (await o.list('evaluation.service-value', { round: id })).map((v) => v.score)
    expect(row.completeness).toBe(100)
    expect(scores).toContain(15)
    expect(row.score).toBe(Math.round(scores.reduce((n, s) => n + s, 0) * 100) / 100)
    expect((await o.figure('service-score'))[0]?.value).toBe(row.score)
  })

  it('one-network-supervision 市民、专家、数据、第三方按权重合成,各方分歧须复核,另一人公布', async () => {
    const p = 'evaluation.multi'
    const form = {
      object: '长江路市容',
      street: o.code(0),
      fromOn: '2026-03-01',
      toOn: '2026-03-31',
      citizenWeight: 0,
      expertWeight: 40,
      dataWeight: 30,
      thirdWeight: 30,
      indicator: 'evaluation.score-greening',
      target: 100,
      zeroAt: 0,
    }
    expect((await o.tryOpen(o.assessor, p, { ...form, thirdWeight: 20 })).zh).toContain('现为90%')
    const id = await o.tried(o.assessor, p, form)
    await expect(o.assessor.refused(p, id, 'takeExperts', { experts: [{ name: '甲', score: 90 }] })).resolves.toContain(
      '不少于3人',
    )
    const experts = [90, 60, 60].map((score, i) => ({ name: `专家${i}`, score }))
    await o.assessor.act(p, id, 'takeExperts', { experts })
    await o.assessor.act(p, id, 'takeData')
    await expect(o.assessor.refused(p, id, 'combine')).resolves.toContain('第三方评价还没有取得')
    await o.assessor.post('/subjects/evaluation.third-report', {
      values: {
        agency: '某公司',
        name: '一季度',
        measuredOn: '2026-03-20',
        sample: 300,
        source: [photo()],
        rows: `${o.code(0)},市容,92\n${o.code(0)},秩序,96`,
      },
    })
    const [report] = await o.list('evaluation.third-report')
    await o.assessor.act(p, id, 'takeThird', { report: report?.id })
    await o.assessor.act(p, id, 'combine')
    const row = await o.row(p, id)
    expect(row).toMatchObject({ status: 'disputed', expertScore: 70, thirdScore: 94, isDisputed: true })
    expect(row.score).toBe(Math.round(70 * 40 + row.dataScore * 30 + 94 * 30) / 100)
    await o.assessor.act(p, id, 'review', { review: '专家在施工期评看' })
    await expect(o.assessor.refused(p, id, 'publish', { publishedOn: '2026-04-01' })).resolves.toContain('同一人')
    await o.leader.act(p, id, 'publish', { publishedOn: '2026-04-01' })
    expect((await o.figure('multi-score'))[0]?.value).toBe(row.score)
    expect((await o.figure('multi-disputed'))[0]?.value).toBe(1)
  })

  it('vertical-target-letter 年终评定:完成项数与完成率', async () => {
    await w.clock.to('2026-12-20 09:00')
    const [letter] = await o.list('evaluation.target-letter')
    const final = [
      { name: '机扫率', done: 91 },
      { name: '重复投诉', done: 12 },
    ]
    await o.assessor.act('evaluation.target-letter', letter?.id, 'evaluate', { final, evaluation: '一项未达' })
    expect((await o.figure('targets-met-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
  })

  it('citizen-satisfaction-survey 市民凭码看题、匿名作答一次,用过或结束的码不能再答,各街道指数带样本量', async () => {
    for (const n of [0, 1])
      for (let k = 0; k < 4; k++) await o.add('evaluation.frame', { street: o.code(n), address: `和平路${n}-${k}号` })
    const plan = { name: '年终', question: '您对市容环境满意吗', fromOn: '2026-12-20', toOn: '2026-12-21', perStreet: 2 }
    const id = await o.tried(o.assessor, 'evaluation.survey', plan)
    await o.assessor.act('evaluation.survey', id, 'draw', { seed: '12' })
    const slips = await o.list('evaluation.survey-slip', { survey: id })
    expect(slips).toHaveLength(4)
    const path = (n: number): string => `/public/evaluation/surveys/${slips[n]?.code}`
    expect((await w.anyone.get('/public/evaluation/surveys/abc')).status).toBe(400)
    expect((await w.anyone.get('/public/evaluation/surveys/nothing')).status).toBe(404)
    expect((await w.anyone.get(path(0))).body).toEqual({
      name: '年终',
      question: '您对市容环境满意吗',
      toOn: '2026-12-21',
      isOpen: true,
      isUsed: false,
    })
    const answer = (n: number, score: number) => w.anyone.post<Row>('/public/evaluation/answers', { code: slips[n]?.code, score })
    for (const [n, score] of [5, 4, 3].entries()) expect((await answer(n, score)).status).toBe(200)
    expect((await w.anyone.get<Row>(path(0))).body.isUsed).toBe(true)
    expect((await answer(0, 1)).status).toBe(422)
    await w.clock.to('2026-12-22 09:00')
    await o.assessor.act('evaluation.survey', id, 'close')
    expect((await w.anyone.get<Row>(path(3))).body).toMatchObject({ isOpen: false, isUsed: false })
    const { rows } = (await o.assessor.get<{ rows: Row[] }>(`/evaluation/surveys/${id}/result`)).body
    expect(rows.reduce((n, r) => n + r.answers, 0)).toBe(3)
    expect((await o.figure('satisfaction-index'))[0]).toMatchObject({ numerator: 12, denominator: 3, value: 80 })
  })
})
