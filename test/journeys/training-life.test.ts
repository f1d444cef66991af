import { afterAll, beforeAll, expect, it } from 'vitest'
import { choresDiary } from '#sim/life/chores.ts'
import { trainingDiary } from '#sim/life/training.ts'
import { type World, world } from '../world.ts'
import { census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的培训与制度一个月走正门:没有一步被拒,各流程都有办结的也有在办的,指标有数', async () => {
  const lived = await live(w, { training: trainingDiary, chores: choresDiary }, 30)
  expect(lived.refused).toEqual([])
  const training = await census(w, 'training')
  expect(training.empty).toEqual([])
  expect(training.ended).toBeGreaterThan(training.open)
  expect(training.open).toBeGreaterThan(5)
  expect(training.blank.length).toBeLessThan(training.figures / 4)
}, 120_000)
