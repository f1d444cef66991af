/** 负荷预测 on two and a half years that the simulated district lived, and on a district too young for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, type World, world } from '../world.ts'
import { cellsOf, livedDays, plant, recount } from './analysis-history.ts'

type Row = Record<string, any>
describe('负荷预测', () => {
  let w: World
  let head: Client
  beforeAll(async () => {
    w = await world('2026-03-11 09:00')
    head = await w.as('zhiban1')
  })
  afterAll(() => w.close())

  it('历史不足时说明白,不硬报', async () => {
    expect((await w.anyone.get('/cases/analysis/forecast')).status).toBe(401)
    expect((await (await w.as('caiji1')).get('/cases/analysis/forecast')).status).toBe(403)
    expect((await head.get('/cases/analysis/forecast', { weeks: '9' })).status).toBe(400)
    const none = await head.get<Row>('/cases/analysis/forecast')
    expect([none.status, none.body.zh]).toEqual([422, '历史只有0周,预测并回测至少要37周,请在积累够后再看'])
    await plant(w, livedDays({ from: '2026-02-02', days: 36, perDay: 6, seed: 1, cells: await cellsOf(w) }))
    await recount(w)
    expect((await head.get<Row>('/cases/analysis/forecast')).body.zh).toContain('历史只有5周')
  })

  it('两年多的历史:按街道按周,误差小于四周平均,八成区间盖住约八成', { timeout: 120_000 }, async () => {
    const cells = await cellsOf(w)
    const lived = livedDays({ from: '2023-08-28', days: 889, perDay: 14, swing: 0.5, rain: 0.06, seed: 11, cells })
    await plant(w, lived)
    await recount(w)
    const began = performance.now()
    const { body, status } = await head.get<Row>('/cases/analysis/forecast', { origins: '40' })
    const took = performance.now() - began
    expect(status).toBe(200)
    const [whole, ...streets] = body.areas as Row[]
    console.log(`历史 ${body.history} 周、${lived.length} 件,用时 ${took.toFixed(0)} 毫秒`)
    for (const a of body.areas)
      console.log(
        `${a.area} ${a.model}:周均 ${a.mean},MAE ${a.mae}(四周平均法 ${a.plainMae}),MAPE ${(a.mape * 100).toFixed(1)}%,覆盖 ${(a.coverage * 100).toFixed(0)}%/${a.tested}次`,
      )
    expect(whole?.area).toBe(w.district)
    expect(streets.length).toBeGreaterThanOrEqual(3)
    expect(whole?.mape).toBeLessThan(0.3)
    const mean = (key: string) => streets.reduce((n, s) => n + s[key], 0) / streets.length
    expect(mean('mae')).toBeLessThanOrEqual(mean('plainMae') * 1.02)
    expect(mean('coverage')).toBeGreaterThan(0.68)
    expect(mean('coverage')).toBeLessThan(0.95)
    // Four weeks of every area, from this week's Monday, the expected count inside its band.
    expect(body.rows).toHaveLength((streets.length + 1) * 4)
    expect(body.rows[0].weekFrom).toBe('2026-03-09')
    for (const r of body.rows) {
      expect(r.low).toBeLessThanOrEqual(r.value)
      expect(r.high).toBeGreaterThanOrEqual(r.value)
      expect(r.lastYear).toBeGreaterThan(0)
    }
    // What the back-test says happened is what the figure says happened.
    const one = body.tested[0]
    const from = `${one.weekFrom}T00:00:00+08:00`
    const figure = await head.get<Row>('/indicators/cases.reported', {
      from: new Date(from).toISOString(),
      to: new Date(Date.parse(from) + 7 * 86_400_000).toISOString(),
    })
    expect(one.actual).toBe(figure.body.values[0].value)
    expect(body.weekdays.reduce((n: number, d: Row) => n + d.share, 0)).toBeCloseTo(1, 1)
    expect(body.weekdays[6].share).toBeLessThan(body.weekdays[0].share)
  })

  it('是菜单里的一页', async () => {
    const { sheets } = (await head.get<{ sheets: Row[] }>('/sheets')).body
    const page = sheets.find((s) => s.key === 'cases.analysis.forecast')
    expect(page).toMatchObject({ menu: '分析研判' })
    expect(page?.ask.map((f: Row) => f.zh)).toEqual(['预测什么', '预测周数', '回测周数'])
  })
})
