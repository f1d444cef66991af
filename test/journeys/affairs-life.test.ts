import { afterAll, beforeAll, expect, it } from 'vitest'
import { affairsDiary } from '#sim/life/affairs.ts'
import { type World, world } from '../world.ts'
import { census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的综合办公一个月走正门:没有一步被拒,各流程都有办结的也有在办的,指标有数', async () => {
  const lived = await live(w, { affairs: affairsDiary }, 30)
  expect(lived.refused).toEqual([])
  const affairs = await census(w, 'affairs')
  expect(affairs.empty).toEqual([])
  expect(affairs.ended).toBeGreaterThan(affairs.open)
  expect(affairs.open).toBeGreaterThan(5)
  expect(affairs.blank.length).toBeLessThan(affairs.figures / 4)
}, 120_000)
