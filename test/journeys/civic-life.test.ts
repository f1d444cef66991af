import { afterAll, beforeAll, expect, it } from 'vitest'
import { civicDiary } from '#sim/life/civic.ts'
import { type World, world } from '../world.ts'
import { census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的公众服务与参与一个月走正门:没有一步被拒,各流程都有办结的也有在办的,指标有数', async () => {
  const lived = await live(w, { civic: civicDiary }, 30)
  expect(lived.refused).toEqual([])
  const civic = await census(w, 'civic')
  expect(civic.empty).toEqual([])
  expect(civic.ended).toBeGreaterThan(civic.open)
  expect(civic.open).toBeGreaterThan(5)
  expect(civic.blank.length).toBeLessThan(civic.figures / 4)
}, 120_000)
