import { afterAll, beforeAll, expect, it } from 'vitest'
import { creditDiary } from '#sim/life/credit.ts'
import { type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的信用一个月走正门,各流程都有', async () => {
  const lived = await live(w, { credit: creditDiary }, 31)
  expect(lived.refused).toEqual([])
  // What is made public comes of permits and penalties.
  expect((await census(w, 'credit', ['credit.disclosure'])).empty).toEqual([])
  expect(await blankTables(w, 'credit')).toEqual([])
}, 180_000)
