import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { photo, type World, world } from '../world.ts'
import { type Office, openOffice } from './evaluation-office.ts'
import { unzip } from './paper-file.ts'

/** 考核: a scheme, a check on site, a round that locks and can be worked out again, what follows from it. */
describe('考核评价', () => {
  let w: World
  let o: Office
  let scheme = ''
  let round = ''
  let check = ''
  const code = (n: number): string => o.streets[n]?.code ?? ''
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
  })
  afterAll(() => w.close())

  it('committee-assessment-scheme street-scoring-rule 方案分版、权重合计100、发布后不得改', async () => {
    const { assessor, leader } = o
    expect(o.streets.length).toBeGreaterThanOrEqual(3)
    scheme = await o.open(assessor, 'evaluation.scheme', {
      name: '2026年高质量考核办法',
      year: 2026,
      level: 'district',
      basis: '区城管委〔2026〕1号',
    })
    const auto = {
      code: 'A1',
      name: '道路保洁检查',
      kind: 'score',
      full: 60,
      indicator: 'evaluation.score-road',
      scoring: 'linear',
      target: 100,
      zeroAt: 50,
    }
    await expect(
      assessor.refused('evaluation.scheme', scheme, 'addItem', { ...auto, clause: 'x', indicator: 'nothing' }),
    ).resolves.toContain('没有编号为“nothing”的指标')
    await expect(
      assessor.refused('evaluation.scheme', scheme, 'addItem', { ...auto, clause: 'x', zeroAt: 100 }),
    ).resolves.toContain('不相等')
    await o.item(scheme, auto)
    await expect(assessor.refused('evaluation.scheme', scheme, 'addItem', { ...auto, clause: 'x' })).resolves.toContain(
      '已经有了',
    )
    await expect(leader.refused('evaluation.scheme', scheme, 'publish', { validFrom: '2026-01-01' })).resolves.toContain(
      '现为60分',
    )
    await o.item(scheme, {
      code: 'A2',
      name: '检查问题按期整改',
      kind: 'score',
      full: 40,
      indicator: 'evaluation.findings-in-time-rate',
      scoring: 'band',
      bands: '95:100,80:80,60:50',
    })
    await o.item(scheme, {
      code: 'D1',
      name: '考评案卷数',
      kind: 'deduct',
      full: 0,
      indicator: 'evaluation.findings',
      perUnit: 0.5,
      cap: 5,
      exposure: 'roadKm',
    })
    await leader.act('evaluation.scheme', scheme, 'publish', { validFrom: '2026-01-01' })
    const row = await o.row('evaluation.scheme', scheme)
    expect(row).toMatchObject({ status: 'published', revision: 1 })
    expect(row.items).toHaveLength(3)
    await expect(
      assessor.refused('evaluation.scheme', scheme, 'addItem', { ...auto, clause: 'x', code: 'A3' }),
    ).resolves.toContain('已发布')
    const [kept] = await o.list('evaluation.item', { code: 'A1' })
    await expect(assessor.refused('evaluation.item', kept?.id, 'remove')).resolves.toContain('不得改动')
    expect((await o.figure('schemes'))[0]?.value).toBe(1)
    expect((await o.behind('schemes'))[0]?.id).toBe(scheme)
  })

  it('street-class 分类有起止日,占比可数,只在类内排名', async () => {
    const n = o.streets.length
    const one = (await o.list('evaluation.street-class', { class: 'one' })).length
    expect((await o.figure('class-one-share'))[0]).toMatchObject({ numerator: one, denominator: n })
    expect(await o.behind('class-one-share')).toHaveLength(one)
    const last = (await o.list('evaluation.street-class', { street: code(n - 1) }))[0]
    const bad = await o.assessor.patch(`/rows/evaluation.street-class/${last?.id}`, { values: { validTo: '2025-01-01' } })
    expect(bad.status).toBe(422)
    await o.assessor.patch(`/rows/evaluation.street-class/${last?.id}`, { values: { validTo: '2026-02-01' }, reason: '重新划分' })
    await o.add('evaluation.street-class', {
      street: code(n - 1),
      class: 'one',
      validFrom: '2026-02-01',
      basis: '区城管委〔2026〕3号',
    })
    expect((await o.figure('class-one-share'))[0]).toMatchObject({ numerator: one + 1, denominator: n })
  })

  it('long-term-assessment sanitation-monthly-assessment 公开种子抽点位、检查人抽签不公开、细则扣分、整改、按企业扣作业费', async () => {
    const { assessor } = o
    for (const [s, street] of o.streets.entries())
      for (let k = 0; k < 3; k++)
        await o.add('evaluation.point', {
          code: `R${s}-${k}`,
          name: `道路${s}-${k}`,
          topic: 'road',
          street: street.code,
          operator: s === 0 ? '甲环卫公司' : '乙环卫公司',
          roadClass: 'trunk',
        })
    const plan = { topic: 'road', name: '3月道路保洁', mode: 'sample', fromOn: '2026-03-01', toOn: '2026-03-31' }
    expect((await o.tryOpen(assessor, 'evaluation.check', plan)).zh).toContain('每街道抽取')
    check = await o.open(assessor, 'evaluation.check', { ...plan, perStreet: 2, isUnannounced: true })
    await assessor.act('evaluation.check', check, 'draw', { seed: '2026030112' })
    const drawn = await o.list('evaluation.inspection', { check })
    expect(drawn).toHaveLength(o.streets.length * 2)
    const again = await o.street1.get<Record<string, any>>(`/evaluation/checks/${check}/draw`)
    expect(again.body).toMatchObject({
      seed: '2026030112',
      identical: true,
      samePopulation: true,
      population: o.streets.length * 3,
    })
    await expect(assessor.refused('evaluation.check', check, 'conclude', { report: 'x' })).resolves.toContain('点位检查')
    expect((await o.street1.get('/rows/evaluation.inspection')).status).toBe(403)
    const mine = drawn.filter((i) => i.street === code(0))
    const stranger = [...o.people.values()].find((c) => c.personId !== mine[0]?.inspector && c.personId !== assessor.personId)
    await expect(stranger?.refused('evaluation.inspection', mine[0]?.id, 'submit', { scenePhotos: [photo()] })).resolves.toMatch(
      /抽签|他人|范围|权限/,
    )
    for (const i of drawn) await o.inspect(i, i.street === code(0) ? 8 : i.street === code(1) ? 3 : 0)
    expect((await o.figure('score-road', { area: code(0) }))[0]).toMatchObject({ value: 84, denominator: 2 })
    const findings = await o.list('evaluation.finding', { check })
    expect(findings).toHaveLength(4)
    expect(findings.find((f) => f.street === code(0))).toMatchObject({ deduction: 16, count: 8, status: 'open' })
    const files = await o.street1.get<{ rows: Record<string, any>[] }>(`/evaluation/checks/${check}/files`)
    expect(files.body.rows).toHaveLength(drawn.length)
    expect(JSON.stringify(files.body)).not.toContain(mine[0]?.inspector)
    for (const f of findings.filter((x) => x.street === code(0))) {
      await o.street1.act('evaluation.finding', f.id, 'fix', { fixNote: '已清扫', fixPhotos: [photo()] })
      await assessor.act('evaluation.finding', f.id, 'verify')
    }
    expect((await o.figure('findings-in-time-rate'))[0]).toMatchObject({ numerator: 2, denominator: 4, value: 50 })
    const ranking = await o.street1.get<Record<string, any>>(`/evaluation/checks/${check}/ranking`)
    expect(ranking.body.operators).toEqual([
      expect.objectContaining({ key: '乙环卫公司', rank: 1 }),
      { key: '甲环卫公司', points: 2, score: 84, rank: 2 },
    ])
  })

  it('internal-external-supervision 评分抽查复核由另一人,差异记数;案卷公开', async () => {
    await o.leader.act('evaluation.check', check, 'recheck')
    const [re, other] = await o.list('evaluation.recheck', { check })
    await expect(o.assessor.refused('evaluation.check', check, 'conclude', { report: 'x' })).resolves.toContain('评分复核')
    for (const [one, gap] of [
      [re, 10],
      [other, 0],
    ] as const) {
      expect(one?.second).not.toBe(one?.first)
      await o.people
        .get(one?.second)
        ?.act('evaluation.recheck', one?.id, 'score', { newScore: one?.oldScore - gap, note: '实地复核', scenePhotos: [photo()] })
      expect(await o.row('evaluation.recheck', one?.id)).toMatchObject({ difference: gap, isAgreed: gap === 0 })
    }
    expect((await o.figure('recheck-agreed-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
    await o.assessor.act('evaluation.check', check, 'conclude', { report: '积尘问题集中在主干路' })
    const [cut] = await o.list('evaluation.deduction', { check })
    expect(cut).toMatchObject({ operator: '甲环卫公司', score: 84, amountFen: 600_000, status: 'proposed' })
    await o.leader.act('evaluation.deduction', cut?.id, 'sign')
    await o.assessor.act('evaluation.deduction', cut?.id, 'deduct', { bill: 'JS-3', deductedOn: '2026-03-02' })
    expect((await o.figure('pay-deducted'))[0]?.value).toBe(0.6)
  })

  it('committee-assessment-scheme internal-external-supervision 轮次:期满计算、另一人公布、申诉只改一项、锁定后逐字可重算', async () => {
    const { assessor, leader, street1, street2 } = o
    round = await o.open(assessor, 'evaluation.round', {
      scheme,
      name: '2026年3月',
      kind: 'month',
      fromOn: '2026-03-01',
      toOn: '2026-03-31',
    })
    expect(
      (
        await o.tryOpen(assessor, 'evaluation.round', {
          scheme,
          name: '2025年12月',
          kind: 'month',
          fromOn: '2025-12-01',
          toOn: '2025-12-31',
        })
      ).zh,
    ).toContain('不在方案有效期')
    await expect(assessor.refused('evaluation.round', round, 'compute')).resolves.toContain('期满后方可计算')
    await w.clock.to('2026-04-01 09:00')
    await assessor.act('evaluation.round', round, 'compute')
    await expect(assessor.refused('evaluation.round', round, 'publish')).resolves.toContain('不能与计算人是同一人')
    await leader.act('evaluation.round', round, 'publish')
    const first = await street1.get<Record<string, any>>(`/evaluation/rounds/${round}/ranking`)
    const mine = first.body.standings.find((s: { area: string }) => s.area === code(0))
    // 84 of 100 with 50 as zero: 60 × 0.68; all fixed in time: 40; two findings: −1.
    expect(mine).toMatchObject({ base: 80.8, deduction: 1, total: 79.8, grade: 'C', light: 'yellow' })
    const other = first.body.standings.find((s: { area: string }) => s.area === code(1))
    expect(other).toMatchObject({ base: 52.8, total: 51.8, grade: 'E', light: 'red' })
    const clean = first.body.standings.find((s: { area: string }) => s.area === code(2))
    expect(clean).toMatchObject({ base: 100, total: 100 })
    const appeal = { round, street: code(1), itemCode: 'A2', reason: '整改已完成,系统未记', evidence: [photo()] }
    expect((await o.tryOpen(street1, 'evaluation.appeal', appeal)).zh).toContain('只能为本街道办理')
    expect((await o.tryOpen(street2, 'evaluation.appeal', { ...appeal, itemCode: 'Z' })).zh).toContain('没有编码为Z')
    const filed = await o.open(street2, 'evaluation.appeal', appeal)
    await expect(leader.refused('evaluation.round', round, 'lock')).resolves.toContain('申诉期至2026-04-0')
    await expect(assessor.refused('evaluation.appeal', filed, 'uphold', { decision: 'x' })).resolves.toContain('不能与计算人')
    await expect(leader.refused('evaluation.appeal', filed, 'accept', { newScore: 41, decision: 'x' })).resolves.toContain(
      '上限40分',
    )
    await w.clock.to('2026-04-09 09:00')
    await expect(leader.refused('evaluation.round', round, 'lock')).resolves.toContain('还有1项申诉')
    await leader.act('evaluation.appeal', filed, 'accept', { newScore: 32, decision: '两件中一件按期' })
    expect((await o.tryOpen(street2, 'evaluation.appeal', { ...appeal, itemCode: 'A1' })).zh).toContain('已经截止')
    await leader.act('evaluation.round', round, 'lock')
    expect((await o.figure('appeals-accepted-rate'))[0]).toMatchObject({ numerator: 1, denominator: 1 })
    const results = await o.list('evaluation.result', { round })
    expect(results).toHaveLength(o.streets.length)
    expect(results.find((r) => r.street === code(1))).toMatchObject({ score: 83.8, grade: 'B' })
    expect((await o.figure('rounds-locked'))[0]?.value).toBe(1)
    const before = (await assessor.get<Record<string, any>>(`/evaluation/rounds/${round}/reproduce`)).body
    expect(before.identical).toBe(true)
    const late = (await o.list('evaluation.finding', { street: code(1) }))[0]
    await street2.act('evaluation.finding', late?.id, 'fix', { fixNote: '补改', fixPhotos: [photo()] })
    for (const f of await o.list('evaluation.finding', { street: code(1) }))
      await leader.act('evaluation.finding', f.id, 'revoke', { reason: '责任认定有误' })
    const after = (await assessor.get<Record<string, any>>(`/evaluation/rounds/${round}/reproduce`)).body
    expect(after).toMatchObject({ identical: true, digest: before.digest, text: before.text })
    expect(after.now).toContainEqual(expect.objectContaining({ area: code(1), code: 'D1', then: 2, now: 0, rowsChanged: true }))
  })

  it('committee-assessment-scheme 修订另成一版;试算换权重只看不写', async () => {
    const { assessor, leader } = o
    const dry = (
      await assessor.post<Record<string, any>>('/evaluation/dry-run', {
        scheme,
        fromOn: '2026-03-01',
        toOn: '2026-03-31',
        weights: { A1: 90, A2: 10 },
      })
    ).body
    const mine = dry.rows.find((r: { area: string }) => r.area === code(0))
    expect(mine).toMatchObject({ total: 79.8, newTotal: 70.2 })
    expect(
      (
        await assessor.post<Record<string, any>>('/evaluation/dry-run', {
          scheme,
          fromOn: '2026-03-01',
          toOn: '2026-03-31',
          weights: { A1: 90 },
        })
      ).body.zh,
    ).toContain('现为130分')
    expect((await o.list('evaluation.round')).length).toBe(1)
    const revision = { replaces: scheme, name: '2026年办法(修订)', year: 2026, reason: '调整权重' }
    const made = await o.open(assessor, 'evaluation.scheme', revision, { action: 'revise' })
    await expect(leader.refused('evaluation.scheme', made, 'publish', { validFrom: '2027-01-01' })).resolves.toContain('请先停用')
    await leader.act('evaluation.scheme', scheme, 'supersede', { validTo: '2026-12-31', reason: '调整权重' })
    expect(await o.list('evaluation.item', { parentId: made })).toHaveLength(3)
    await expect(leader.refused('evaluation.scheme', made, 'publish', { validFrom: '2026-05-01' })).resolves.toContain(
      '2026-12-31',
    )
    await leader.act('evaluation.scheme', made, 'publish', { validFrom: '2027-01-01' })
    expect(await o.row('evaluation.scheme', made)).toMatchObject({ revision: 2, level: 'district' })
  })

  it('subsidy-fund reward-punish-rule 按锁定结果分到分、按名次表奖惩,领导签批,逐笔兑付', async () => {
    const { assessor, leader } = o
    const values = { name: '精细化管理奖励', round, rule: 'score', potFen: 100_000_01 }
    const fund = await o.open(assessor, 'evaluation.fund', values)
    const row = await o.row('evaluation.fund', fund)
    expect(row.totalFen).toBe(100_000_01)
    expect(row.shares.reduce((n: number, s: { amountFen: number }) => n + s.amountFen, 0)).toBe(100_000_01)
    await expect(assessor.refused('evaluation.fund', fund, 'sign')).resolves.toContain('不能与拟定人')
    await leader.act('evaluation.fund', fund, 'sign')
    const grants = await o.list('evaluation.grant', { fund })
    expect(grants).toHaveLength(o.streets.length)
    await assessor.act('evaluation.grant', grants[0]?.id, 'pay', { voucher: 'PZ-1', paidOn: '2026-04-09' })
    await expect(assessor.refused('evaluation.fund', fund, 'finish')).resolves.toContain(`还有${o.streets.length - 1}项`)
    expect((await o.figure('grants-paid'))[0]?.numerator).toBe(grants[0]?.amountFen)
    const inOne = (await o.list('evaluation.result', { round, class: 'one' })).length
    await o.add('evaluation.reward-rule', {
      name: '月度奖惩',
      class: 'one',
      rankFrom: 1,
      rankTo: 1,
      amountFen: 200_000,
      measure: '通报表扬',
    })
    await o.add('evaluation.reward-rule', {
      name: '月度奖惩',
      class: 'one',
      rankFrom: inOne,
      rankTo: inOne,
      amountFen: -100_000,
      measure: '通报批评',
      isTalk: true,
    })
    expect((await o.tryOpen(assessor, 'evaluation.fund', { ...values, rule: 'table', table: '无此表' })).zh).toContain(
      '没有这个名称',
    )
    const table = await o.open(assessor, 'evaluation.fund', {
      ...values,
      name: '月度奖惩',
      rule: 'table',
      table: '月度奖惩',
      potFen: 1_000_000,
    })
    await leader.act('evaluation.fund', table, 'sign')
    const paid = await o.list('evaluation.grant', { fund: table })
    const firsts = (await o.list('evaluation.result', { round, class: 'one', rank: 1 })).length
    expect(paid.filter((g) => g.amountFen === 200_000 && g.measure === '通报表扬')).toHaveLength(firsts)
    expect(paid.filter((g) => g.amountFen === -100_000 && g.measure === '通报批评')).toHaveLength(1)
    expect(paid).toHaveLength(firsts + 1)
  })

  it('assessment-bulletin 通报由锁定轮次生成 docx', async () => {
    const html = await o.assessor.get<Buffer>(`/papers/evaluation.round/${round}/bulletin`, { format: 'docx' })
    expect(html.status).toBe(200)
    const text = unzip(Buffer.from(html.body)).get('word/document.xml')?.toString('utf8') ?? ''
    expect(text).toContain('考核结果的通报')
    expect(text).toContain('79.8')
    expect(text).toContain('精细化管理奖励')
  })

  it('responsible-unit-talk 末位与主动约谈,抽样加倍,见效方可销号', async () => {
    const { assessor, leader } = o
    const talks = await o.list('evaluation.talk', { round })
    expect(talks.length).toBeGreaterThan(0)
    const early = {
      street: code(2),
      name: '某街道',
      matter: '道路保洁下滑',
      indicator: 'evaluation.score-road',
      isFewerBetter: 'more',
      fromOn: '2026-03-01',
      toOn: '2026-03-31',
    }
    // The assessor picks the indicator by its name; nobody types an id.
    const { rows: names } = (await assessor.get<{ rows: { code: string; zh: string }[] }>('/codes/indicator')).body
    expect(names.find((n) => n.code === early.indicator)?.zh).toMatch(/^.*[\u4e00-\u9fff].*\(分\)$/)
    expect((await o.tryOpen(assessor, 'evaluation.talk', { ...early, fromOn: '2026-01-01', toOn: '2026-01-02' })).zh).toContain(
      '没有数据',
    )
    const talk = await o.open(assessor, 'evaluation.talk', { ...early, street: code(0) })
    const held = {
      heldOn: '2026-04-10',
      attendee: '分管副主任',
      commitment: '加密作业',
      promiseOn: '2026-04-20',
      minutes: [photo()],
    }
    await leader.act('evaluation.talk', talk, 'hold', held)
    await expect(assessor.refused('evaluation.talk', talk, 'close', { effect: 'x' })).resolves.toContain('2026-04-20')
    await w.clock.to('2026-04-21 09:00')
    await expect(assessor.refused('evaluation.talk', talk, 'close', { effect: 'x' })).resolves.toContain('尚无数据')
    const next = await o.open(assessor, 'evaluation.check', {
      topic: 'road',
      name: '4月',
      mode: 'sample',
      fromOn: '2026-04-01',
      toOn: '2026-04-30',
      perStreet: 1,
    })
    await assessor.act('evaluation.check', next, 'draw')
    const drawn = await o.list('evaluation.inspection', { check: next })
    const mine = drawn.filter((i) => i.street === code(0))
    expect(mine).toHaveLength(2)
    for (const i of mine) await o.inspect(i)
    await assessor.act('evaluation.talk', talk, 'close', { effect: '平均分由84分升至100分' })
    expect(await o.row('evaluation.talk', talk)).toMatchObject({ status: 'closed', baseline: 84, after: 100 })
    expect((await o.figure('talks-effective-rate'))[0]).toMatchObject({ numerator: 1, denominator: 1 })
  })

  it('district-town-merged-score 市级结果按权重并入区级总分,分项可见;没有结果的不计', async () => {
    const { assessor, leader } = o
    const city = await o.open(assessor, 'evaluation.scheme', { name: '综合考核', year: 2026, level: 'city', basis: '示例' })
    const auto = { kind: 'score', indicator: 'evaluation.score-road', scoring: 'linear', target: 100, zeroAt: 0 }
    const merge = { code: 'M1', name: '区级考核', kind: 'merge', full: 30, mergeLevel: 'district' }
    await expect(
      assessor.refused('evaluation.scheme', city, 'addItem', { ...merge, clause: 'x', mergeLevel: null }),
    ).resolves.toContain('哪一级')
    await o.item(city, merge)
    await o.item(city, { ...auto, code: 'S1', name: '道路保洁', full: 70 })
    await leader.act('evaluation.scheme', city, 'publish', { validFrom: '2026-01-01' })
    const compute = async (name: string, fromOn: string, toOn: string) => {
      const id = await o.open(assessor, 'evaluation.round', { scheme: city, name, kind: 'month', fromOn, toOn })
      await assessor.act('evaluation.round', id, 'compute')
      return (await assessor.get<Record<string, any>>(`/evaluation/rounds/${id}/ranking`)).body.standings as Record<string, any>[]
    }
    const mine = (await compute('3月综合', '2026-03-01', '2026-03-31')).find((s) => s.area === code(0))
    // 区级 79.8 × 30% = 23.94; 道路 84 × 70% = 58.8.
    expect(mine).toMatchObject({ total: 82.74 })
    expect(mine?.items).toContainEqual(expect.objectContaining({ code: 'M1', full: 30, value: 79.8, score: 23.94 }))
    const [merged] = await o.list('evaluation.round', { name: '3月综合' })
    const path = `/evaluation/rounds/${merged?.id}/board`
    expect((await w.anyone.get(path)).status).toBe(401)
    const board = (await assessor.get<Record<string, any>>(path)).body
    expect(board.standings).toHaveLength(o.streets.length)
    expect(board.parts).toContainEqual(
      expect.objectContaining({ name: mine?.name, item: '区级考核', kind: 'merge', full: 30, value: 79.8, score: 23.94 }),
    )
    const none = (await compute('2月综合', '2026-02-01', '2026-02-28')).find((s) => s.area === code(0))
    expect(none?.items).toContainEqual(expect.objectContaining({ code: 'M1', score: null }))
    expect((await o.figure('results', { by: 'class' })).reduce((n, v) => n + (v.value ?? 0), 0)).toBe(o.streets.length)
  })

  it('internal-external-supervision 弄虚作假线索附证据', async () => {
    await w.kernel.db.withDistricts([w.district], async (tx) => {
      for (const day of ['2026-04-01', '2026-04-20'])
        await raw(
          tx,
          `insert into kernel.file (district, id, sha256, name, mime, size, uploaded_at) values ($1, $2, $3, 'v.jpg', 'image/jpeg', 9, $4)`,
          [w.district, crypto.randomUUID(), 'e'.repeat(64), new Date(`${day}T02:00:00Z`)],
        )
    })
    const found = await o.assessor.get<Record<string, any>>('/evaluation/gaming', { from: '2026-04-15', to: '2026-04-30' })
    expect(found.body.photos).toEqual([expect.objectContaining({ distance: 0 })])
    expect((await o.street1.get('/evaluation/gaming', { from: '2026-04-15', to: '2026-04-30' })).status).toBe(403)
  })
})
