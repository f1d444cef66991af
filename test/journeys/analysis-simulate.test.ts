/** 政策推演 against a district whose truth is known: its cases come from queues that can be run again under the other policy. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '#sim/city/random.ts'
import { beijing, type Client, type World, world } from '../world.ts'
import { cellsOf, livedDays, type PlantedCase, plant, unitsOf } from './analysis-history.ts'

type Row = Record<string, any>
const hour = 3_600_000
type Unit = Awaited<ReturnType<typeof unitsOf>>[number]
/** Every unit a queue, round the clock, first come first served; crews scaled as asked, every case taking as long as it takes. */
const lived = (
  arrivals: readonly PlantedCase[],
  units: readonly Unit[],
  crewShare: number,
  limitHours: number,
): PlantedCase[] => {
  const random = createRandom(31)
  const free = new Map(units.map((u) => [u.id, new Array<number>(Math.round(u.people.length * crewShare)).fill(0)]))
  return [...arrivals]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((c) => {
      const unit = units[random.integer(0, units.length - 1)]
      if (!unit) return c
      const took = -Math.log(1 - random.next()) * 5.5 * hour
      const who = random.integer(0, unit.people.length - 1)
      const own = free.get(unit.id) ?? []
      const dispatched = c.at.getTime() + hour / 2
      const first = own.indexOf(Math.min(...own))
      const end = Math.max(dispatched, own[first] ?? 0) + took
      own[first] = end
      return {
        ...c,
        unitId: unit.id,
        handler: unit.people[who] ?? null,
        dispatchedAt: new Date(dispatched),
        handledAt: new Date(end),
        dueAt: new Date(dispatched + limitHours * hour),
        limit: { value: limitHours, unit: 'urgent_hour' },
      }
    })
}
const rateOf = (cases: readonly PlantedCase[], limitHours?: number): number =>
  cases.filter((c) => {
    const due = limitHours === undefined ? c.dueAt : new Date((c.dispatchedAt?.getTime() ?? 0) + limitHours * hour)
    return c.handledAt && due && c.handledAt <= due
  }).length / cases.length

describe('政策推演', () => {
  let w: World
  let head: Client
  let units: readonly Unit[] = []
  let arrivals: readonly PlantedCase[] = []
  const asked = { from: '2026-02-01', to: '2026-04-30' }
  const ask = async (more: Record<string, string> = {}) => {
    const answer = await head.get<Row>('/cases/analysis/simulate', { ...asked, ...more })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body
  }
  beforeAll(async () => {
    w = await world('2026-05-11 09:00')
    head = await w.as('zhiban1')
    units = (await unitsOf(w))
      .filter((u) => u.people.length >= 2)
      .slice(0, 3)
      .map((u) => ({ ...u, people: u.people.slice(0, 2) }))
    // Arrivals round the clock, so that the queues of the truth never rest.
    const cells = await cellsOf(w)
    const random = createRandom(77)
    arrivals = livedDays({ from: '2026-02-01', days: 89, perDay: 27, seed: 21, cells }).map((c) => ({
      ...c,
      at: new Date(beijing('2026-02-01 00:00').getTime() + random.next() * 88 * 24 * hour),
    }))
  })
  afterAll(() => w.close())

  it('案件太少不推演;谁可以看', async () => {
    expect((await w.anyone.get('/cases/analysis/simulate', asked)).status).toBe(401)
    expect((await (await w.as('caiji1')).get('/cases/analysis/simulate', asked)).status).toBe(403)
    expect((await head.get('/cases/analysis/simulate', { ...asked, crews: '5' })).status).toBe(400)
    const none = await head.get<Row>('/cases/analysis/simulate', asked)
    expect([none.status, none.body.zh]).toEqual([422, '这段时间只有0件可用的案件,至少要60件'])
  })

  it('政策不变时推演等于实际;前半段推后半段,实际落在区间内', { timeout: 60_000 }, async () => {
    expect(units).toHaveLength(3)
    const history = lived(arrivals, units, 1, 12)
    await plant(w, history)
    const began = performance.now()
    const body = await ask()
    console.log(
      `重演${body.count}件,用时${(performance.now() - began).toFixed(0)}毫秒;实际 ${body.actual.rate} 重演 ${body.check.rate};后半段推算 ${body.later.predicted}(${body.later.low}–${body.later.high})实际 ${body.later.actual}`,
    )
    expect(body.count).toBe(history.length)
    expect(body.actual.rate).toBeCloseTo(rateOf(history), 2)
    expect(body.check.isInside).toBe(true)
    expect(body.predicted.rate).toBeCloseTo(body.actual.rate, 2)
    expect(body.difference.median).toBeCloseTo(0, 1)
    expect(body.later.isInside).toBe(true)
    expect(body.trust).toContain('可作参考')
    expect(body.crews.now).toBe(6)
  })

  it('时限减半、人手增半、统一调度:与真按那样办的结果相差不过几个百分点', { timeout: 60_000 }, async () => {
    const halved = await ask({ limits: '50' })
    const trueHalved = rateOf(lived(arrivals, units, 1, 12), 6)
    console.log(
      `时限减半:推演 ${halved.predicted.rate}(${halved.predicted.rateLow}–${halved.predicted.rateHigh}),真值 ${trueHalved.toFixed(3)}`,
    )
    expect(trueHalved).toBeGreaterThanOrEqual(halved.predicted.rateLow)
    expect(trueHalved).toBeLessThanOrEqual(halved.predicted.rateHigh)
    // Half as many again: the truth is the same world with three instead of two in each unit.
    const more = await ask({ crews: '150' })
    const trueMore = rateOf(lived(arrivals, units, 1.5, 12))
    console.log(
      `人手增半:推演 ${more.predicted.rate}(${more.predicted.rateLow}–${more.predicted.rateHigh}),真值 ${trueMore.toFixed(3)},现行 ${more.actual.rate}`,
    )
    expect(Math.abs(more.predicted.rate - trueMore)).toBeLessThan(0.03)
    expect(more.crews.then).toBe(9)
    expect(more.crews.busyThen).toBeLessThan(more.crews.busyNow)
    const pool = await ask({ routing: 'pool' })
    expect(pool.predicted.rate).toBeGreaterThan(pool.actual.rate)
    expect(pool.crews.then).toBe(6)
    const fewer = await ask({ crews: '50' })
    expect(fewer.predicted.rate).toBeLessThan(0.2)
    const office = await ask({ shift: 'office' })
    expect(office.predicted.rate).toBeLessThan(office.actual.rate)
  })

  it('只改一个类别的时限,别的类别不动', async () => {
    const body = await ask({ limits: '50', category: '09' })
    for (const c of body.categories as Row[])
      if (c.category.startsWith('09')) expect(c.predictedRate).toBeLessThan(c.actualRate)
      else expect(Math.abs(c.predictedRate - c.actualRate)).toBeLessThan(0.002)
    expect(body.assumptions.join()).toContain('类别09')
    const { sheets } = (await head.get<{ sheets: Row[] }>('/sheets')).body
    expect(sheets.find((s) => s.key === 'cases.analysis.simulate')?.menu).toBe('分析研判')
  })
})
