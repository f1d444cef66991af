import { afterAll, beforeAll, expect, it } from 'vitest'
import { sortingDiary } from '#sim/life/sorting-year.ts'
import { type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())
/** Plants and household visits are told by other lives; the weighbridge and the month's rating fill their own tables. */
const elsewhere = ['sorting.plant', 'sorting.plant-day', 'sorting.visit']
const machines = ['sorting.intake', 'sorting.rating']

it('模拟的垃圾分类一个月走正门:没有一步被拒,各台账有行,各流程有办结的也有在办的', async () => {
  const lived = await live(w, { sorting: sortingDiary }, 30, ['sorting.month', 'sorting.missed'])
  const left = await census(w, 'sorting', elsewhere)
  expect(lived.refused).toEqual([])
  expect(await blankTables(w, 'sorting', machines)).toEqual([])
  expect(left.empty).toEqual([])
  expect(left.ended).toBeGreaterThan(left.open / 2)
  expect(left.open).toBeGreaterThan(10)
  expect(left.blank.length).toBeLessThan(left.figures / 2)
}, 120_000)
