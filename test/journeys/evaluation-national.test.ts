/** 国家标准考核集, adopted and scored in a round with the exposure-adjusted ranking beside the plain one; posts, units and areas with grades. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo, type World, world } from '../world.ts'
import { cellsOf, livedDays, plant, recount, unitsOf } from './analysis-history.ts'
import { type Office, openOffice } from './evaluation-office.ts'

type Row = Record<string, any>
const hour = 3_600_000
describe('国家标准考核集', () => {
  let w: World
  let o: Office
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
  })
  afterAll(() => w.close())

  it('运行监测一集缺数的项写明,不满100分不得发布;管理监督一集采用即可发布', async () => {
    const form = { set: 'operation', name: '运行监测', year: 2026, level: 'city' }
    expect((await w.anyone.post('/subjects/evaluation.scheme', { action: 'adopt', values: form })).status).toBe(401)
    expect((await o.street1.post('/subjects/evaluation.scheme', { action: 'adopt', values: form })).status).toBe(403)
    expect((await o.tryOpen(o.assessor, 'evaluation.scheme', { ...form, set: 'other' }, { action: 'adopt' })).zh).toMatch(
      /考核集|选项|填写/,
    )
    const id = await o.open(o.assessor, 'evaluation.scheme', form, { action: 'adopt' })
    expect(await o.row('evaluation.scheme', id)).toMatchObject({ status: 'draft', basis: 'CJ/T 552-2023' })
    expect((await o.row('evaluation.scheme', id)).reason).toContain('房屋建筑')
    await expect(o.leader.refused('evaluation.scheme', id, 'publish', { validFrom: '2026-01-01' })).resolves.toContain('60')
  })

  it('管理监督一集在一轮考核中计分,折算名次与名次并列,等级A–E', { timeout: 120_000 }, async () => {
    const scheme = await o.open(
      o.assessor,
      'evaluation.scheme',
      { set: 'supervision', name: '干净整洁有序群众满意', year: 2026, level: 'district' },
      { action: 'adopt' },
    )
    const items = (await o.list('evaluation.item')).filter((i) => i.clause.startsWith('CJ/T 551'))
    expect(items.map((i) => i.code).sort()).toEqual(['G1', 'G2', 'M1', 'M2', 'Y1', 'Y2', 'Z1', 'Z2'])
    expect(new Set(items.map((i) => i.name.split(':')[0]))).toEqual(new Set(['干净', '整洁', '有序', '群众满意度']))
    expect(items.reduce((n, i) => n + i.full, 0)).toBe(100)
    expect(items.find((i) => i.code === 'G1')?.clause).toContain('据公开资料')
    await o.item(scheme, {
      code: 'D1',
      name: '检查发现问题',
      kind: 'deduct',
      full: 0,
      indicator: 'evaluation.findings',
      perUnit: 10,
      cap: 40,
      exposure: 'roadKm',
    })
    await o.leader.act('evaluation.scheme', scheme, 'publish', { validFrom: '2026-01-01' })
    // The first street has ten times the roads of the others and twice the findings.
    for (const [s, street] of o.streets.entries()) {
      await o.add('evaluation.exposure', {
        street: street.code,
        kind: 'roadKm',
        value: s === 0 ? 100 : 10,
        asOf: '2026-01-01',
        source: '统计年鉴(示例)',
      })
      for (let k = 0; k < 2; k++)
        await o.add('evaluation.point', {
          code: `N${s}-${k}`,
          name: `点${s}-${k}`,
          topic: 'road',
          street: street.code,
          operator: '甲',
          roadClass: 'trunk',
        })
    }
    const check = await o.open(o.assessor, 'evaluation.check', {
      topic: 'road',
      name: '3月',
      mode: 'sample',
      fromOn: '2026-03-01',
      toOn: '2026-03-31',
      perStreet: 2,
    })
    await o.assessor.act('evaluation.check', check, 'draw', { seed: '20260302' })
    const seen = new Map<string, number>()
    for (const i of await o.list('evaluation.inspection', { check })) {
      const n = seen.get(i.street) ?? 0
      seen.set(i.street, n + 1)
      await o.inspect(i, i.street === o.streets[0]?.code ? 4 : i.street === o.streets[1]?.code && n === 0 ? 4 : 0)
    }
    await w.clock.to('2026-04-01 09:00')
    const round = await o.open(o.assessor, 'evaluation.round', {
      scheme,
      name: '3月',
      kind: 'month',
      fromOn: '2026-03-01',
      toOn: '2026-03-31',
    })
    await o.assessor.act('evaluation.round', round, 'compute')
    const { body } = await o.assessor.get<Row>(`/evaluation/rounds/${round}/ranking`)
    const [a, b] = [0, 1].map((n) => body.standings.find((s: Row) => s.area === o.streets[n]?.code))
    console.log(
      body.standings.map((s: Row) => `${s.name} 总${s.total} 名${s.rank} 折算${s.adjustedTotal} 名${s.adjustedRank} ${s.grade}`),
    )
    // Only 干净 has been looked at: the rest is not assessed and takes no marks away. Two findings cost 20 plainly.
    const g1 = a.items.find((i: Row) => i.code === 'G1')
    expect(
      a.items
        .filter((i: Row) => i.score !== null)
        .map((i: Row) => i.code)
        .sort(),
    ).toEqual(['D1', 'G1'])
    expect(a.total).toBeCloseTo(Math.round((g1.score / 15) * 10_000) / 100 - 20, 2)
    expect(a.rank).toBeGreaterThan(b.rank)
    expect(a.adjustedTotal).toBeGreaterThan(a.total)
    expect(a.adjustedTotal).toBeGreaterThan(b.adjustedTotal)
    expect(a.adjustedRank).toBeLessThan(b.adjustedRank)
    for (const s of body.standings)
      expect(s.grade).toBe(s.total >= 90 ? 'A' : s.total >= 80 ? 'B' : s.total >= 70 ? 'C' : s.total >= 60 ? 'D' : 'E')
  })
})

describe('岗位、单位、区域评价', () => {
  let w: World
  let head: Client
  let dispatcher: Client
  beforeAll(async () => {
    w = await world('2026-05-11 09:00')
    ;[head, dispatcher] = (await Promise.all(['zhiban1', 'paiqian1'].map((l) => w.as(l)))) as [Client, Client]
  })
  afterAll(() => w.close())

  it('每一分项由办了什么、是否按时算出,合成、定级与公式一致', { timeout: 60_000 }, async () => {
    const period = { from: '2026-05-01', to: '2026-05-31' }
    const path = '/cases/analysis/posts'
    expect((await w.anyone.get(path, period)).status).toBe(401)
    expect((await (await w.as('caiji1')).get(path, period)).status).toBe(403)
    expect((await head.get(path, { from: 'x' })).status).toBe(400)
    const condition = (
      await head.get<Row>('/rows/cases.condition', { filter: JSON.stringify({ kind: 'component', category: '01037' }) })
    ).body.rows[0].id
    const cell = (await cellsOf(w))[10]
    const report = async () =>
      (
        await head.post<Row>('/cases', {
          description: '路灯不亮',
          lon: cell?.lon,
          lat: cell?.lat,
          source: 'hotline',
          photos: [photo()],
        })
      ).body.id as string
    const file = { categoryKind: 'component', category: '01037', condition }
    const ids = await Promise.all([report(), report(), report(), report()])
    for (const id of ids) await head.act('cases.case', id, 'accept')
    for (const id of ids.slice(0, 3)) await head.act('cases.case', id, 'file', file)
    for (const id of ids.slice(0, 2)) await dispatcher.act('cases.case', id, 'dispatch')
    await head.act('cases.case', ids[2] ?? '', 'cancel', { reason: '误报' })
    // The fourth is filed a day late, the clock of filing being one working hour.
    await w.clock.to('2026-05-12 15:00')
    await head.act('cases.case', ids[3] ?? '', 'file', file)
    await dispatcher.act('cases.case', ids[3] ?? '', 'dispatch')
    const { body, status } = await head.get<Row>(path, period)
    expect(status).toBe(200)
    const of = (post: string) => body.posts.find((p: Row) => p.post === post)
    expect(of('head')).toMatchObject({
      personId: head.personId,
      parts: ['按时立案率75', '准确立案率75', '按时结案率—'],
      score: 75,
      grade: 'B',
    })
    expect(of('acceptor')).toMatchObject({
      count: 4,
      parts: ['受理数得分0', '核实按时派发率—', '核查按时派发率—'],
      score: 0,
      grade: 'E',
    })
    expect(of('dispatcher')).toMatchObject({
      count: 3,
      parts: ['派遣数得分0', '按时派遣率100', '准确派遣率100'],
      score: 80,
      grade: 'B',
    })
    expect(body.source).toContain('标准原文未核')
  })

  it('单位按期处置率、区域合成,数与指标相同', { timeout: 60_000 }, async () => {
    const units = (await unitsOf(w)).slice(0, 2)
    const history = livedDays({ from: '2026-03-01', days: 31, perDay: 20, seed: 4, cells: await cellsOf(w) }).map((c, n) => ({
      ...c,
      unitId: units[n % 2]?.id,
      dispatchedAt: new Date(c.at.getTime() + hour),
      dueAt: new Date(c.at.getTime() + 25 * hour),
      // Every third of the second unit is late.
      handledAt: new Date(c.at.getTime() + (n % 6 === 1 ? 40 : 20) * hour),
    }))
    await plant(w, history)
    await recount(w)
    const { body } = await head.get<Row>('/cases/analysis/posts', { from: '2026-03-01', to: '2026-03-31' })
    const [one, two] = units.map((u) => body.units.find((r: Row) => r.unit === u.id))
    expect([one.score, one.grade]).toEqual([100, 'A'])
    expect(two.score).toBeGreaterThan(60)
    expect(two.grade).toBe('C')
    const figure = await head.get<Row>('/indicators/cases.close-in-time-rate', {
      from: '2026-02-28T16:00:00Z',
      to: '2026-03-31T16:00:00Z',
      by: 'street',
    })
    for (const a of body.areas.filter((r: Row) => r.count > 0)) {
      const own = figure.body.values.find((v: Row) => v.key === a.area)
      const inTime = Number(a.parts[3].replace('按期结案率', ''))
      expect(inTime).toBeCloseTo(own.value, 1)
      const [told, filed] = [Number(a.parts[0].replace('监督举报得分', '')), Number(a.parts[1].replace('立案数得分', ''))]
      expect(a.score).toBeCloseTo(told * 0.1 + filed * 0.2 + 100 * 0.3 + inTime * 0.4, 1)
      expect(a.grade).toBe(a.score >= 90 ? 'A' : a.score >= 75 ? 'B' : a.score >= 60 ? 'C' : 'D')
    }
  })
})
