import { afterAll, beforeAll, expect, it } from 'vitest'
import { gridDiary } from '#sim/life/grid.ts'
import { type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的网格与基础数据一个月走正门:编组、普查、填报、共享、服务站、网格调整都有行', async () => {
  const lived = await live(w, { grid: gridDiary }, 30)
  expect(lived.refused).toEqual([])
  const grid = await census(w, 'grid')
  expect(grid.empty).toEqual([])
  expect(await blankTables(w, 'grid', ['grid.illegal-building'])).toEqual([])
  expect(grid.ended).toBeGreaterThan(grid.open)
}, 180_000)
