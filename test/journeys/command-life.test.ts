import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandDiary } from '#sim/life/command.ts'
import { type World, world } from '../world.ts'
import { census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的指挥应急一个月走正门:没有一步被拒,各流程都有办结的也有在办的,指标有数', async () => {
  const lived = await live(w, { command: commandDiary }, 30)
  expect(lived.refused).toEqual([])
  const command = await census(w, 'command')
  expect(command.empty).toEqual([])
  expect(command.ended).toBeGreaterThan(command.open)
  expect(command.open).toBeGreaterThan(5)
  expect(command.blank.length).toBeLessThan(command.figures / 4)
}, 120_000)
