import { afterAll, beforeAll, expect, it } from 'vitest'
import { safetyDiary } from '#sim/life/safety.ts'
import { type World, world } from '../world.ts'
import { census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的安全生产一个月走正门:没有一步被拒,各流程都有办结的也有在办的,指标有数', async () => {
  const lived = await live(w, { safety: safetyDiary }, 30, ['safety.dues'])
  expect(lived.refused).toEqual([])
  const safety = await census(w, 'safety')
  expect(safety.empty).toEqual([])
  expect(safety.ended).toBeGreaterThan(safety.open)
  expect(safety.open).toBeGreaterThan(5)
  expect(safety.blank.length).toBeLessThan(safety.figures / 4)
}, 120_000)
