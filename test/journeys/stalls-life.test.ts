import { afterAll, beforeAll, expect, it } from 'vitest'
import { stallsDiary } from '#sim/life/stalls-year.ts'
import { type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的摊区夜市一个月走正门:没有一步被拒,各流程都有行,有办结的也有在办的', async () => {
  const lived = await live(w, { stalls: stallsDiary }, 30)
  const left = await census(w, 'stalls')
  expect(lived.refused).toEqual([])
  expect(await blankTables(w, 'stalls')).toEqual([])
  expect(left.empty).toEqual([])
  expect(left.ended).toBeGreaterThan(10)
  expect(left.open).toBeGreaterThan(10)
  expect(left.blank.length).toBeLessThan(left.figures / 3)
}, 120_000)
