import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, type World, world } from '../world.ts'
import { type Office, openOffice } from './evaluation-office.ts'

/** 检查考评: one test for each row of the mission that is a check, a measurement or what others say of us. */
describe('检查考评与结果', () => {
  let w: World
  let o: Office
  const code = (n: number): string => o.streets[n]?.code ?? ''
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
  })
  afterAll(() => w.close())
  const points = async (topic: string, each = 1) => {
    for (const [s, street] of o.streets.entries())
      for (let k = 0; k < each; k++)
        await o.add('evaluation.point', {
          code: `${topic}-${s}-${k}`,
          name: `${topic}点${s}-${k}`,
          topic,
          street: street.code,
          kind: '社区',
        })
  }
  const run = async (values: Record<string, unknown>) => {
    const check = await o.open(o.assessor, 'evaluation.check', { fromOn: '2026-03-02', toOn: '2026-03-31', ...values })
    await o.assessor.act('evaluation.check', check, 'draw')
    return check
  }
  const inspections = (check: string) => o.list('evaluation.inspection', { check })
  const streetOf = async (area: string) => w.as(`jiedao${o.streets.findIndex((s) => s.code === area) + 1}`)

  it('transfer-station-check 逐站覆盖,一站一策,复查得分高于原分方可销号', async () => {
    await points('transfer')
    const plan = { topic: 'transfer', name: '中转站检查', fromOn: '2026-03-02', toOn: '2026-03-31' }
    expect((await o.tryOpen(o.assessor, 'evaluation.check', { ...plan, mode: 'sample', perStreet: 1 })).zh).toContain('逐站覆盖')
    const check = await run({ ...plan, mode: 'all' })
    const rows = await inspections(check)
    expect(rows).toHaveLength(o.streets.length)
    for (const i of rows) await o.inspect(i, i.street === code(0) ? 2 : 0)
    expect((await o.figure('inspected-rate', { by: 'topic' })).find((v) => v.key === 'transfer')).toMatchObject({ value: 100 })
    const report = { report: '共性问题为站外积存' }
    await expect(o.assessor.refused('evaluation.check', check, 'conclude', report)).resolves.toContain(
      `还有${o.streets.length}座站没有整改方案`,
    )
    for (const i of rows) {
      const street = await streetOf(i.street)
      const made = { inspection: i.id, problem: '站外积存', measures: '增加清运', dueOn: '2026-03-20' }
      expect((await o.tryOpen(street, 'evaluation.site-plan', { ...made, dueOn: '2026-03-01' })).zh).toContain('不能早于今天')
      const id = await o.open(street, 'evaluation.site-plan', made)
      expect((await o.tryOpen(street, 'evaluation.site-plan', { ...made, dueOn: '2026-03-25' })).zh).toContain('一站一份')
      await o.assessor.act('evaluation.site-plan', id, 'approve')
    }
    await o.assessor.act('evaluation.check', check, 'conclude', report)
    const bad = (await o.list('evaluation.site-plan')).find((p) => p.areaCode === code(0))
    const recheck = { recheckScore: 95, recheckPhotos: [photo()] }
    // The street has until the end of the day it promised; only then is there something to look at again.
    expect(bad).toMatchObject({ status: 'approved', fixDueAt: '2026-03-20T16:00:00.000Z' })
    await expect(o.assessor.refused('evaluation.site-plan', bad?.id, 'recheck', recheck)).resolves.toBeTruthy()
    await o.street1.act('evaluation.site-plan', bad?.id, 'fix', { fixNote: '每日加运两次', fixPhotos: [photo()] })
    await o.assessor.act('evaluation.site-plan', bad?.id, 'redo', { reason: '地面未冲洗', dueOn: '2026-03-25' })
    expect(await o.row('evaluation.site-plan', String(bad?.id))).toMatchObject({ status: 'approved', dueOn: '2026-03-25' })
    await o.street1.act('evaluation.site-plan', bad?.id, 'fix', { fixNote: '已冲洗', fixPhotos: [photo()] })
    await expect(o.assessor.refused('evaluation.site-plan', bad?.id, 'recheck', recheck)).resolves.toContain(
      '还有1项该站检查问题',
    )
    const [finding] = await o.list('evaluation.finding', { check })
    await o.street1.act('evaluation.finding', finding?.id, 'fix', { fixNote: '已清', fixPhotos: [photo()] })
    await o.assessor.act('evaluation.finding', finding?.id, 'verify')
    await expect(
      o.assessor.refused('evaluation.site-plan', bad?.id, 'recheck', { ...recheck, recheckScore: 80 }),
    ).resolves.toContain('应高于')
    await o.assessor.act('evaluation.site-plan', bad?.id, 'recheck', recheck)
    expect((await o.figure('site-plans'))[0]?.value).toBe(o.streets.length)
    expect((await o.figure('site-plans-closed-rate'))[0]).toMatchObject({ numerator: 1, denominator: o.streets.length })
    expect(await o.behind('site-plans-closed-rate')).toHaveLength(1)
  })

  it('static-100 自查自纠达标后才抽查,一项不达标即不通过', async () => {
    await points('static')
    const check = await run({ topic: 'static', name: '静态百分百', mode: 'self' })
    expect(await inspections(check)).toHaveLength(0)
    const self = await o.list('evaluation.self-check', { check })
    expect(self).toHaveLength(o.streets.length)
    const mine = self.find((s) => s.street === code(0))
    const values = { fixedCount: 3, isAllFixed: false, selfPhotos: [photo()] }
    await expect(o.street1.refused('evaluation.self-check', mine?.id, 'report', values)).resolves.toContain('未达标')
    await expect(o.assessor.refused('evaluation.check', check, 'conclude', { report: 'x' })).resolves.toContain('点位检查')
    for (const s of self)
      await (await streetOf(s.street)).act('evaluation.self-check', s.id, 'report', { ...values, isAllFixed: true })
    const rows = await inspections(check)
    expect(rows).toHaveLength(o.streets.length)
    for (const i of rows) await o.inspect(i, i.street === code(0) ? 1 : 0)
    const n = o.streets.length
    expect((await o.figure('pass-static'))[0]).toMatchObject({ numerator: n - 1, denominator: n })
    expect((await o.figure('self-checks'))[0]?.value).toBe(n)
    await o.assessor.act('evaluation.check', check, 'conclude', { report: '一点位公益广告破损' })
  })

  it('civilized-city-points mock-inspection 样本点位模拟检查:问题限期整改完才小结,材料清单必列,不计入考核', async () => {
    await points('civilized', 2)
    const check = await run({ topic: 'civilized', name: '模拟测评', mode: 'sample', perStreet: 1, isMock: true })
    const rows = await inspections(check)
    expect(rows).toHaveLength(o.streets.length)
    for (const i of rows) await o.inspect(i, i.street === code(1) ? 1 : 0)
    expect((await o.figure('score-civilized'))[0]?.value).toBeNull()
    expect((await o.figure('inspections', { by: 'isMock' })).find((v) => v.key === 'true')?.value).toBe(o.streets.length)
    await expect(o.assessor.refused('evaluation.check', check, 'conclude', { report: 'x' })).resolves.toContain(
      '模拟检查发现问题',
    )
    const [finding] = await o.list('evaluation.finding', { check })
    expect(finding).toMatchObject({ status: 'open', deduction: 5 })
    await expect(
      o.street1.refused('evaluation.finding', finding?.id, 'fix', { fixNote: 'x', fixPhotos: [photo()] }),
    ).resolves.toContain('管辖范围')
    await o.street2.act('evaluation.finding', finding?.id, 'fix', { fixNote: '已改', fixPhotos: [photo()] })
    await o.assessor.act('evaluation.finding', finding?.id, 'redo', { reason: '仍有积水', fixDays: 2 })
    await o.street2.act('evaluation.finding', finding?.id, 'fix', { fixNote: '再改', fixPhotos: [photo()] })
    await o.assessor.act('evaluation.finding', finding?.id, 'verify')
    await expect(o.assessor.refused('evaluation.check', check, 'conclude', { report: 'x' })).resolves.toContain('迎检材料清单')
    await o.assessor.act('evaluation.check', check, 'conclude', { report: '整改完毕', material: '汇报稿、点位图、整改前后照片' })
    const real = await run({ topic: 'civilized', name: '月度抽查', mode: 'sample', perStreet: 1 })
    for (const i of await inspections(real)) await o.inspect(i)
    expect((await o.figure('score-civilized'))[0]).toMatchObject({ value: 100, denominator: o.streets.length })
  })

  it('ancient-tree-assessment 每树六项细则,不合格项成为养护单位的案卷,各街道得分', async () => {
    await points('tree')
    const check = await run({ topic: 'tree', name: '古树名木考评', mode: 'all' })
    const rows = await inspections(check)
    expect(rows[0]?.items).toHaveLength(6)
    for (const i of rows) await o.inspect(i, i.street === code(2) ? 1 : 0)
    expect((await o.figure('score-tree', { area: code(2) }))[0]).toMatchObject({ value: 75, denominator: 1 })
    expect((await o.list('evaluation.finding', { check }))[0]).toMatchObject({
      item: '保护范围无堆压硬化',
      deduction: 25,
      street: code(2),
    })
    expect((await o.figure('findings', { by: 'topic' })).find((v) => v.key === 'tree')?.value).toBe(1)
    const ranking = await o.street1.get<Record<string, any>>(`/evaluation/checks/${check}/ranking`)
    expect(ranking.body.streets.at(-1)).toMatchObject({ key: code(2), score: 75, rank: o.streets.length })
  })

  it('road-dust-assessment 计划、限值按道路等级、完成率与合格率', async () => {
    const plan = { road: '长江路', street: code(0), roadClass: 'trunk', planOn: '2026-03-03' }
    expect((await o.tryOpen(o.assessor, 'evaluation.dust-sample', plan)).zh).toContain('没有尘量限值')
    await o.add('evaluation.dust-limit', {
      roadClass: 'trunk',
      limit: 0.5,
      validFrom: '2026-01-01',
      basis: '本市道路尘量考核办法(示例)',
    })
    const made = []
    for (const road of ['长江路', '黄河路', '淮河路'])
      made.push(await o.open(o.assessor, 'evaluation.dust-sample', { ...plan, road }))
    const values = { reading: 0.5, device: '粉尘仪1号', photos: [photo()] }
    await expect(o.assessor.refused('evaluation.dust-sample', made[0] ?? '', 'measure', values)).resolves.toContain(
      '计划2026-03-03',
    )
    await w.clock.to('2026-03-03 10:00')
    await o.assessor.act('evaluation.dust-sample', made[0] ?? '', 'measure', values)
    await o.assessor.act('evaluation.dust-sample', made[1] ?? '', 'measure', { ...values, reading: 0.51 })
    await o.assessor.act('evaluation.dust-sample', made[2] ?? '', 'miss', { reason: '下雨' })
    expect((await o.figure('dust-done-rate'))[0]).toMatchObject({ numerator: 2, denominator: 3 })
    expect((await o.figure('dust-pass-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
    expect((await o.behind('dust-pass-rate'))[0]).toMatchObject({ road: '长江路', isPassed: true })
  })

  it('small-ads-in-assessment 只计不打招呼的暗访,每百米张数可作考核项', async () => {
    const seen = { place: '青年新村', kind: 'compound', metres: 400, flyers: 6, isUnannounced: true, photos: [photo()] }
    await o.add('evaluation.flyer-count', seen, { areaCode: code(0) })
    await o.add('evaluation.flyer-count', { ...seen, metres: 100, flyers: 0, isUnannounced: false }, { areaCode: code(0) })
    expect((await o.figure('flyers-per-100m', { area: code(0) }))[0]).toMatchObject({
      numerator: 6,
      denominator: 400,
      value: 1.5,
    })
    const scheme = await o.open(o.assessor, 'evaluation.scheme', { name: '治理考核', year: 2026, level: 'town', basis: '示例' })
    await o.item(scheme, {
      code: 'X1',
      name: '小广告',
      kind: 'score',
      full: 20,
      indicator: 'evaluation.flyers-per-100m',
      scoring: 'linear',
      target: 0,
      zeroAt: 3,
    })
    await o.item(scheme, {
      code: 'X2',
      name: '尘量合格',
      kind: 'score',
      full: 80,
      indicator: 'evaluation.dust-pass-rate',
      scoring: 'linear',
      target: 100,
      zeroAt: 0,
    })
    const dry = await o.assessor.post<Record<string, any>>('/evaluation/dry-run', {
      scheme,
      fromOn: '2026-03-01',
      toOn: '2026-03-31',
      weights: { X1: 100, X2: 0 },
    })
    expect(dry.body.rows.find((r: { area: string }) => r.area === code(0))).toMatchObject({ total: 50, newTotal: 50 })
  })

  it('result-quality-rate 优良中差评级,优良率按对象分别计', async () => {
    for (const grade of ['excellent', 'good', 'middle', 'poor'])
      await o.add(
        'evaluation.object-grade',
        { kind: 'road', name: `道路${grade}`, grade, sampling: '每街道随机3条', photos: [photo()] },
        { areaCode: code(0) },
      )
    await o.add(
      'evaluation.object-grade',
      { kind: 'compound', name: '小区', grade: 'good', sampling: '全数', photos: [photo()] },
      { areaCode: code(1) },
    )
    expect((await o.figure('quality-road'))[0]).toMatchObject({ numerator: 2, denominator: 4, value: 50 })
    expect((await o.figure('quality-road', { area: code(1) }))[0]?.value).toBeNull()
    expect((await o.figure('quality-compound'))[0]?.value).toBe(100)
    expect(await o.behind('quality-road')).toHaveLength(2)
  })

  it('honour-register 荣誉有级别、文号;流动红旗有持有期,到期自动交回', async () => {
    const one = {
      name: '全国文明城市工作先进',
      level: 'nation',
      grantor: '中央文明委',
      holder: '区城管局',
      grantedOn: '2026-02-01',
      document: '文明委〔2026〕1号',
    }
    await o.open(o.assessor, 'evaluation.honour', one)
    const flag = { ...one, name: '污染防治流动红旗', level: 'county', document: '〔2026〕3号', isMoving: true }
    expect((await o.tryOpen(o.assessor, 'evaluation.honour', flag)).zh).toContain('须填写持有期限')
    expect((await o.tryOpen(o.assessor, 'evaluation.honour', { ...flag, heldUntil: '2026-01-31' })).zh).toContain(
      '应晚于授予日期',
    )
    const id = await o.open(o.assessor, 'evaluation.honour', { ...flag, heldUntil: '2026-03-31' })
    expect((await o.figure('flags-held'))[0]?.value).toBe(1)
    expect((await o.figure('honours', { by: 'level' })).find((v) => v.key === 'nation')?.value).toBe(1)
    await w.clock.to('2026-04-01 08:00')
    expect(await o.row('evaluation.honour', id)).toMatchObject({ status: 'ended' })
    expect((await o.figure('flags-held'))[0]?.value).toBe(0)
    expect((await o.figure('honours'))[0]?.value).toBe(2)
  })

  it('third-party-measurement low-satisfaction-special 逐行录入,低于线的题目自动提出专项,前后对比', async () => {
    const base = { agency: '某调查公司', name: '一季度测评', measuredOn: '2026-03-25', sample: 400, source: [photo()] }
    expect((await o.tryOpen(o.assessor, 'evaluation.third-report', { ...base, rows: `${code(0)},道路保洁,101` })).zh).toContain(
      '不能识别',
    )
    expect((await o.tryOpen(o.assessor, 'evaluation.third-report', { ...base, rows: '329901999,道路保洁,80' })).zh).toContain(
      '没有街道',
    )
    const rows = [`${code(0)},道路保洁,90`, `${code(1)},道路保洁,88`, `${code(0)},停车秩序,70`, `${code(1)},停车秩序,74`].join(
      '\n',
    )
    await o.open(o.assessor, 'evaluation.third-report', { ...base, rows })
    const [special] = await o.list('evaluation.special')
    expect(special).toMatchObject({ topic: '停车秩序', before: 72, status: 'proposed' })
    const [check] = await o.list('evaluation.check', { topic: 'static' })
    await o.leader.act('evaluation.special', special?.id, 'start', {
      plan: '整治停车',
      endsOn: '2026-06-30',
      checkTopic: check?.id,
    })
    await expect(o.assessor.refused('evaluation.special', special?.id, 'conclude', { summary: 'x' })).resolves.toContain(
      '无从对比',
    )
    await o.open(o.assessor, 'evaluation.third-report', {
      ...base,
      name: '二季度测评',
      measuredOn: '2026-06-25',
      rows: rows.replace(',70', ',82').replace(',74', ',86'),
    })
    await o.assessor.act('evaluation.special', special?.id, 'conclude', { summary: '停车秩序好转' })
    expect(await o.row('evaluation.special', special?.id)).toMatchObject({ after: 84, change: 12, outcome: 'better' })
    expect((await o.figure('specials'))[0]?.value).toBe(1)
    expect((await o.figure('third-score', { by: 'topic' })).find((v) => v.key === '停车秩序')?.value).toBe(78)
  })

  it('citizen-satisfaction-survey 抽样、匿名作答、一码一次、指数带样本量与误差', async () => {
    for (const n of [0, 1])
      for (let k = 0; k < 8; k++) await o.add('evaluation.frame', { street: code(n), address: `和平路${n}-${k}号` })
    const plan = { name: '一季度', question: '您对市容环境满意吗', fromOn: '2026-06-25', toOn: '2026-06-25' }
    const id = await o.open(o.assessor, 'evaluation.survey', { ...plan, perStreet: 9 })
    await expect(o.assessor.refused('evaluation.survey', id, 'draw', { seed: '88' })).resolves.toContain('不足9户')
    const made = await o.open(o.assessor, 'evaluation.survey', { ...plan, perStreet: 4 })
    await o.assessor.act('evaluation.survey', made, 'draw', { seed: '88' })
    const slips = await o.list('evaluation.survey-slip', { survey: made })
    expect(slips).toHaveLength(8)
    const answer = (slip: Record<string, any> | undefined, score: number) =>
      w.anyone.post<Record<string, any>>('/public/evaluation/answers', { code: slip?.code, score })
    const mine = slips.filter((s) => s.street === code(0))
    expect((await answer(mine[0], 5)).status).toBe(200)
    expect((await answer(mine[0], 1)).body.zh).toContain('已经用过')
    await w.clock.to('2026-06-26 09:00')
    await expect(o.assessor.refused('evaluation.survey', made, 'close')).resolves.toContain('回收率不足50%')
    for (const [k, score] of [4, 3, 4].entries()) await answer(mine[k + 1], score)
    await o.assessor.act('evaluation.survey', made, 'close')
    const { rows } = (await o.assessor.get<{ rows: Record<string, any>[] }>(`/evaluation/surveys/${made}/result`)).body
    expect(rows).toEqual([{ street: code(0), frame: 8, answers: 4, index: 80, rate: 75, margin: 12.1 }])
    const answers = await o.list('evaluation.survey-answer', { survey: made })
    expect(answers[0]).toMatchObject({ byId: null })
    expect(JSON.stringify(answers)).not.toContain(mine[0]?.code)
    expect((await o.figure('satisfaction-index', { area: code(0) }))[0]).toMatchObject({
      numerator: 16,
      denominator: 4,
      value: 80,
    })
  })

  it('rank-in-city peace-building-evaluation 上级名次与外部考评只录公布的,走势可看', async () => {
    const rank = { topic: '垃圾分类', publisher: '市分类办', rank: 8, peers: 16, document: '市通报1期' }
    expect(
      (await o.assessor.post('/rows/evaluation.outside-rank', { values: { ...rank, periodOn: '2026-01-31', rank: 17 } })).status,
    ).toBe(422)
    await o.add('evaluation.outside-rank', { ...rank, periodOn: '2026-01-31' })
    await o.add('evaluation.outside-rank', { ...rank, periodOn: '2026-02-28', rank: 5 })
    expect((await o.figure('outside-rank', { by: 'month' })).map((v) => [v.key, v.value]).sort()).toEqual([
      ['2026-01', 8],
      ['2026-02', 5],
    ])
    const result = {
      year: 2025,
      name: '平安建设考评',
      evaluator: '市委政法委',
      grade: 'winner',
      document: '市委〔2026〕8号',
      publishedOn: '2026-03-01',
    }
    await o.add('evaluation.outer-result', result)
    expect((await o.assessor.post('/rows/evaluation.outer-result', { values: result })).status).toBe(409)
    await o.add('evaluation.outer-result', { ...result, name: '绩效管理', grade: 'pass' })
    expect((await o.figure('outer-results'))[0]?.value).toBe(1)
    expect((await o.behind('outer-results'))[0]).toMatchObject({ name: '平安建设考评' })
  })
})
