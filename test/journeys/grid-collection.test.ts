/** 城市基础数据采集: figures asked for by plan, period by period, checked and locked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectionJob } from '#domains/grid/collection.ts'
import { type Client, type World, world } from '../world.ts'

describe('城市基础数据采集', () => {
  let w: World
  let data: Client
  let manager: Client
  let units: { id: string; name: string }[] = []
  const unitOf = (name: string): string => units.find((u) => u.name === name)?.id ?? ''
  beforeAll(async () => {
    w = await world('2026-05-12 09:00')
    ;[data, manager] = (await Promise.all(['shuju', 'kaohe1'].map((l) => w.as(l)))) as [Client, Client]
    units = (await data.get<{ units: { id: string; name: string }[] }>('/meta')).body.units
  })
  afterAll(() => w.close())
  const ok = <T extends { status: number; body: unknown }>(answer: T): T => {
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
    return answer
  }
  const add = async (who: Client, register: string, values: unknown) =>
    ok(await who.post<{ id: string }>(`/rows/${register}`, { values })).body
  const open = async (who: Client, name: string, values: unknown) =>
    ok(await who.post<{ id: string }>(`/subjects/${name}`, { values })).body
  const row = async (definition: string, id: string) =>
    ok(await manager.get<Record<string, any>>(`/rows/${definition}/${id}`)).body

  it('base-data-collection 方案下达、漏填与合计不符退回、审核后锁定', async () => {
    const items = [
      { name: '公厕数', unit: '座' },
      { name: '一类', unit: '座' },
      { name: '二类', unit: '座' },
      { name: '合计', unit: '座', sumOf: '一类+二类' },
    ]
    const figuresOf = (values: Record<string, number>) => Object.entries(values).map(([name, value]) => ({ name, value }))
    const a = await open(manager, 'grid.collection', {
      plan: '环卫设施季报',
      period: '2026-Q1',
      unit: unitOf('环境卫生管理所'),
      items,
    })
    const sanitation = await w.as('chuzhi31')
    await expect(
      sanitation.refused('grid.collection', a.id, 'submit', { figures: figuresOf({ 公厕数: 9, 一类: 3 }) }),
    ).resolves.toContain('未填:二类、合计')
    await expect(
      sanitation.refused('grid.collection', a.id, 'submit', { figures: figuresOf({ 公厕数: 9, 一类: 3, 二类: 5, 合计: 9 }) }),
    ).resolves.toContain('一类+二类')
    await sanitation.act('grid.collection', a.id, 'submit', { figures: figuresOf({ 公厕数: 8, 一类: 3, 二类: 5, 合计: 8 }) })
    await manager.act('grid.collection', a.id, 'lock')
    await expect(sanitation.refused('grid.collection', a.id, 'submit', { figures: [] })).resolves.toContain('流程结束')
    expect(
      (
        await manager.post('/subjects/grid.collection', {
          values: { plan: '环卫设施季报', period: '2026-Q1', unit: unitOf('环境卫生管理所'), items },
        })
      ).status,
    ).toBe(409)
    // A plan hands out each period by itself once it has ended, to every unit it names, and once.
    const [cleaning, parks] = [unitOf('环境卫生管理所'), unitOf('园林绿化管理所')]
    const planned = { name: '环卫设施月报', cycle: 'month', startsOn: '2026-05-01', days: 3, items, units: [{ unit: cleaning }] }
    const bare = { values: { ...planned, units: [] } }
    expect((await w.anyone.post('/rows/grid.collection-plan', bare)).status).toBe(401)
    expect((await (await w.as('chuangkou1')).post('/rows/grid.collection-plan', bare)).status).toBe(403)
    expect((await data.post<{ zh: string }>('/rows/grid.collection-plan', bare)).body.zh).toContain('请列出指标与填报单位')
    await add(data, 'grid.collection-plan', planned)
    const plan = await add(data, 'grid.collection-plan', {
      ...planned,
      name: '设施月报',
      startsOn: '2026-04-01',
      units: [{ unit: cleaning }, { unit: parks }],
    })
    const handOut = async () => {
      for (let n = 0; n < 2; n++)
        await w.kernel.db.withDistricts([w.district], (tx) =>
          collectionJob.run({ tx, kernel: w.kernel, now: w.kernel.now(), district: w.district } as never),
        )
      await w.settle()
    }
    const list = async <T>(definition: string, filter: object) =>
      (await manager.get<{ rows: T[] }>(`/rows/${definition}`, { filter: JSON.stringify(filter) })).body.rows
    await handOut()
    // 2026-04 ended before the first plan begins.
    const periods = await list<{ id: string; name: string; asked: number }>('grid.collection-period', {})
    expect(periods.map((x) => [x.name, x.asked])).toEqual([['设施月报 2026-04', 2]])
    const period = String(periods[0]?.id)
    const wrong = await manager.post<{ zh: string }>('/subjects/grid.collection-period', {
      values: { plan: plan.id, period: '2026-Q2' },
    })
    expect(wrong.body.zh).toContain('该方案为月报')
    const asked = await list<{ id: string; unit: string; submitDueAt: string }>('grid.collection', { report: period })
    expect(asked.map((x) => x.unit).sort()).toEqual([cleaning, parks].sort())
    await expect(manager.refused('grid.collection-period', period, 'lock')).resolves.toContain('还有2家未审核')
    const garden = await w.as('chuzhi41')
    for (const { id, unit } of asked) {
      const figures = figuresOf({ 公厕数: 2, 一类: 1, 二类: 1.1, 合计: 2.1 })
      await (unit === cleaning ? sanitation : garden).act('grid.collection', id, 'submit', { figures })
    }
    const [first, second] = asked
    await manager.act('grid.collection', String(first?.id), 'lock')
    await expect(manager.refused('grid.collection-period', period, 'lock')).resolves.toContain('还有1家未审核')
    await manager.act('grid.collection', String(second?.id), 'lock')
    await manager.act('grid.collection-period', period, 'lock')
    expect((await row('grid.collection-period', period)).totals).toContainEqual({ name: '合计', unit: '座', value: 4.2 })
    const late = await manager.post<{ zh: string }>('/subjects/grid.collection', {
      values: { plan: '设施月报', period: '2026-04', unit: unitOf('市政设施养护所'), items },
    })
    expect(late.body.zh).toContain('已整期锁定')
  })
})
