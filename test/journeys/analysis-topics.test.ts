/** 热点与结构性问题: planted among what the simulated district reports, found; the ordinary weeks before, left alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '#sim/city/random.ts'
import { beijing, type Client, type World, world } from '../world.ts'
import { cellsOf, livedDays, type PlantedCase, plant, unitsOf } from './analysis-history.ts'

type Row = Record<string, any>
const hour = 3_600_000
describe('热点与结构性问题', () => {
  let w: World
  let head: Client
  let cells: readonly PlantedCase['cell'][] = []
  beforeAll(async () => {
    w = await world('2026-03-16 09:00')
    head = await w.as('zhiban1')
    cells = await cellsOf(w)
  })
  afterAll(() => w.close())

  it('没有文本不作答;平常的几周里几乎不报热点', { timeout: 120_000 }, async () => {
    expect((await w.anyone.get('/cases/analysis/topics')).status).toBe(401)
    expect((await (await w.as('caiji1')).get('/cases/analysis/topics')).status).toBe(403)
    expect((await head.get('/cases/analysis/topics', { days: '40' })).status).toBe(400)
    expect((await head.get<Row>('/cases/analysis/topics')).body.zh).toContain('只有0件可用的案件')
    await plant(w, livedDays({ from: '2025-10-06', days: 161, perDay: 18, seed: 5, cells }))
    let [told, looks] = [0, 0]
    for (let n = 0; n < 10; n++) {
      const until = new Date(Date.parse('2025-12-07T00:00:00Z') + n * 7 * 86_400_000).toISOString().slice(0, 10)
      const { body } = await head.get<Row>('/cases/analysis/topics', { until })
      told += body.topics.filter((t: Row) => t.trend !== 'steady').length
      looks += body.topics.length
      expect(body.grouped).toBeGreaterThan(0.8)
    }
    console.log(`平常十周:${looks}个话题次中误报${told}次`)
    expect(told).toBeLessThanOrEqual(2)
  })

  const openings = ['锦绣花园二期', '我家锦绣花园', '锦绣花园小区', '住在锦绣花园的居民反映']
  const troubles = ['自来水停了三天没人管', '停水两天了物业不解释', '又停水,老人没法做饭', '停水没有通知,水压也一直很低']
  const endings = ['', ',请尽快派人', ',打了几次电话都没用', ',什么时候恢复供水']
  it('突然多起来的停水诉求成为话题:以其词为名,判为新出现,附其案件;按此前应有的写明', { timeout: 60_000 }, async () => {
    const random = createRandom(9)
    const place = cells.slice(0, 3)
    const ids = await plant(
      w,
      Array.from({ length: 16 }, (_, n) => ({
        at: new Date(beijing('2026-03-10 08:00').getTime() + n * 8 * hour),
        kind: 'matter',
        category: '06010',
        text: random.pick(openings) + random.pick(troubles) + random.pick(endings),
        cell: random.pick(place),
      })),
    )
    const { body } = await head.get<Row>('/cases/analysis/topics', { until: '2026-03-15' })
    const topic = body.topics[0]
    console.log(
      body.topics.slice(0, 4).map((t: Row) => `${t.name} 本期${t.recent} 应有${t.expected} ${t.trend} p=${t.p.toExponential(1)}`),
    )
    expect(topic.name).toMatch(/停水|锦绣|花园/)
    expect(['new', 'up']).toContain(topic.trend)
    expect(topic.recent).toBeGreaterThanOrEqual(12)
    expect(topic.expected).toBe(0)
    for (const id of topic.cases) expect(ids).toContain(id)
    const seen = (await head.get<Row>(`/rows/cases.case/${topic.cases[0]}`)).body
    expect(seen.row?.description ?? seen.description).toContain('锦绣花园')
    // The weeks before knew nothing of it.
    const earlier = await head.get<Row>('/cases/analysis/topics', { until: '2026-03-01' })
    expect(earlier.body.topics.map((t: Row) => t.name).join()).not.toMatch(/停水/)
  })

  it('全区平稳而一个社区突然增多的,列在局部集中', async () => {
    const cell = cells[40] ?? cells[0]
    if (!cell) throw new Error('no cell')
    await plant(
      w,
      Array.from({ length: 12 }, (_, n) => ({
        at: new Date(beijing('2026-03-10 09:00').getTime() + n * 11 * hour),
        kind: 'matter',
        category: '06042',
        text: '垃圾桶满溢,污水流到路上',
        cell,
      })),
    )
    const { body } = await head.get<Row>('/cases/analysis/topics', { until: '2026-03-15' })
    const found = body.places.find((p: Row) => p.area === cell.code.slice(0, 12) && /垃圾/.test(p.topic))
    expect(found.recent).toBeGreaterThanOrEqual(12)
    expect(['new', 'up']).toContain(found.trend)
  })

  it('办结后一再发生的成为结构性问题,未办结的重复不算;提请行业联动一次', async () => {
    const cell = cells[77] ?? cells[0]
    if (!cell) throw new Error('no cell')
    const one = (day: string, closeDay: string): PlantedCase => ({
      at: beijing(`${day} 10:00`),
      kind: 'component',
      category: '01004',
      text: '雨水箅子堵了,一下雨就积水',
      cell: { ...cell, lon: cell.lon + 0.0002, lat: cell.lat },
      handledAt: beijing(`${closeDay} 10:00`),
    })
    const query = { from: '2026-01-01', to: '2026-03-15', metres: '25' }
    const before = (await head.get<Row>('/cases/analysis/structural', query)).body.problems
    const isOurs = (p: Row): boolean => p.category === 'component:01004' && p.area === cell.code.slice(0, 12) && p.medianDays < 15
    expect(before.find(isOurs)).toBeUndefined()
    await plant(w, [
      one('2026-01-05', '2026-01-07'),
      one('2026-01-06', '2026-01-08'), // told twice while open: the same trouble
      one('2026-01-19', '2026-01-20'),
      one('2026-02-02', '2026-02-03'),
      one('2026-02-16', '2026-02-17'),
    ])
    const { body } = await head.get<Row>('/cases/analysis/structural', query)
    const problem = body.problems.find(isOurs)
    expect(problem.count).toBeGreaterThanOrEqual(5)
    expect(problem.returned).toBeGreaterThanOrEqual(3)
    expect(problem.raised).toEqual([])
    expect((await head.get<Row>('/cases/analysis/structural', { ...query, least: '20' })).body.problems).toEqual([])
    const numberOf = async (id: string) => {
      const seen = (await head.get<Row>(`/rows/cases.case/${id}`)).body
      return String(seen.row?.number ?? seen.number)
    }
    const number = await numberOf(problem.cases[0])
    const unit = (await unitsOf(w)).find((u) => u.people.length > 0)?.id
    const path = '/cases/analysis/structural/raise'
    const asked = { number, unit, from: query.from, to: query.to, metres: 25 }
    expect((await w.anyone.post(path, asked)).status).toBe(401)
    expect((await (await w.as('caiji1')).post(path, asked)).status).toBe(403)
    expect((await head.post(path, { ...asked, unit: 'x' })).status).toBe(400)
    expect((await head.post(path, { ...asked, number: '没有' })).status).toBe(404)
    const raised = await head.post<Row>(path, asked)
    expect([raised.status, raised.body.cases]).toEqual([201, problem.count])
    const again = await head.post<Row>(path, asked)
    expect([again.status, again.body.zh]).toEqual([409, `这些案件已提请行业联动(${raised.body.number})`])
    const later = (await head.get<Row>('/cases/analysis/structural', query)).body.problems.find(isOurs)
    expect(later.raised).toEqual([raised.body.number])
  })

  it('热点、结构性问题是菜单里的页', async () => {
    const { sheets } = (await head.get<{ sheets: Row[] }>('/sheets')).body
    for (const key of ['topics', 'structural', 'structural.raise'])
      expect(sheets.find((s) => s.key === `cases.analysis.${key}`)?.menu).toBe('分析研判')
  })
})
