import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectorJob } from '#domains/cases/collector-month.ts'
import { systemActor } from '#kernel'
import { beijing, type Client, somewhere, type World, world } from '../world.ts'

describe('采集员月度考评', () => {
  let w: World
  let head: Client
  let reader: Client
  const at = (n: number) => ({ lon: somewhere.lon + (n % 8) * 0.0011, lat: somewhere.lat + Math.floor(n / 8) * 0.0018 })
  const procedure = 'cases.case'
  beforeAll(async () => {
    w = await world('2026-04-07 09:00')
    ;[head, reader] = (await Promise.all(['zhiban1', 'kaohe1'].map((l) => w.as(l)))) as [Client, Client]
  })
  afterAll(() => w.close())

  it('precise-collection-supervision 月末逐人算分:有效、覆盖、在岗、按时减漏报;本人申诉,他人按记录重算,期满定格', async () => {
    const month = 'cases.collector-month'
    const monthEnd = () =>
      w.kernel.db.withDistricts([w.district], (tx) =>
        collectorJob.run({ kernel: w.kernel, tx, district: w.district, now: w.clock.now(), actor: systemActor }),
      )
    const [one, other] = [await w.as('caiji3'), await w.as('caiji1')]
    const seen = at(12)
    const made = await one.post<{ id: string }>('/cases', { description: '路面积水', source: 'collector', ...seen })
    await one.post('/cases', { description: '看错了', source: 'collector', ...at(13) })
    const walked = { who: 'collector', cells: 2, distanceM: 900, found: 1, corrected: 0, summary: '早班' }
    const [from, to] = ['2026-04-07 09:00', '2026-04-07 11:00'].map((t) => beijing(t).toISOString())
    const track = [at(12), at(20), at(20)].map(({ lon, lat }) => [lon, lat])
    const walk = await one.post<{ zh?: string }>('/rows/intake.patrol', {
      values: { ...walked, startedAt: from, endedAt: to, track },
    })
    expect([walk.status, walk.body.zh]).toEqual([201, undefined])
    await reader.post('/rows/intake.spot-check', {
      values: { collector: one.personId, wasReported: false, category: '暴露垃圾', note: '树坑垃圾' },
      place: at(14),
    })
    await head.act(procedure, made.body.id, 'accept')
    const kind = { categoryKind: 'component', category: '01001' }
    const conditions = await head.get<{ rows: { id: string }[] }>('/rows/cases.condition', {
      filter: JSON.stringify({ kind: 'component', category: '01001' }),
    })
    await head.act(procedure, made.body.id, 'file', { ...kind, condition: conditions.body.rows[0]?.id })
    expect((await head.post(`/subjects/${month}`, { values: { collector: one.personId, month: '2026-03' } })).status).toBe(403)
    await w.clock.to('2026-05-06 09:00')
    await monthEnd()
    const list = async (values: Record<string, unknown>) =>
      (await reader.get<{ rows: Record<string, any>[] }>(`/rows/${month}`, { filter: JSON.stringify(values), limit: '100' })).body
        .rows
    const [mine] = await list({ collector: one.personId })
    const item = (name: string) => mine?.items.find((i: { name: string }) => i.name === name)
    expect(mine).toMatchObject({
      status: 'told',
      month: '2026-04',
      reported: 2,
      valid: 1,
      checks: 1,
      missed: 1,
      postDays: 1,
      workdays: 21,
      deducted: 2,
    })
    expect(item('网格覆盖')).toMatchObject({ denominator: mine?.areaCells })
    expect(item('在岗巡查')).toMatchObject({ numerator: 1, denominator: 21, full: 20, points: 0.95 })
    // What there was nothing of is not counted, and the others make the hundred.
    const counted = mine?.items.filter((i: { points: number | null }) => i.points !== null)
    const sum = (key: string): number => counted.reduce((n: number, i: Record<string, number>) => n + (i[key] ?? 0), 0)
    expect(mine?.score).toBeCloseTo(Math.max(0, (sum('points') * 100) / sum('full') - 2), 2)
    expect(item('核实核查按时')).toMatchObject({ denominator: 0 })
    expect(item('核实核查按时').points ?? null).toBeNull()
    // Once a month only; the collector answers, nobody else; a review reckons from the records again.
    await monthEnd()
    expect(await list({ collector: one.personId, month: '2026-04' })).toHaveLength(1)
    await expect(other.refused(month, mine?.id, 'agree')).resolves.toContain('派给他人')
    await one.act(month, mine?.id, 'object', { objection: '第二件应为有效' })
    await expect(one.refused(month, mine?.id, 'review', { review: '自己改' })).resolves.toBeTruthy()
    await reader.act(month, mine?.id, 'review', { review: '按记录重算' })
    expect((await list({ collector: one.personId }))[0]).toMatchObject({ status: 'standing', review: '按记录重算', reported: 2 })
    await w.clock.to('2026-05-12 09:00')
    await monthEnd()
    expect((await list({ collector: other.personId }))[0]).toMatchObject({ status: 'standing' })
    const score = await reader.get<{ values: { value: number | null }[] }>('/indicators/cases.collector-score', {
      from: beijing('2026-05-01 00:00').toISOString(),
      to: beijing('2026-06-01 00:00').toISOString(),
    })
    const scores = (await list({ month: '2026-04' })).map((m) => Number(m.score))
    expect(Math.max(...scores)).toBeGreaterThan(10)
    expect(score.body.values[0]?.value).toBeCloseTo(scores.reduce((sum, n) => sum + n, 0) / scores.length, 2)
  })
})
