import { afterAll, beforeAll, expect, it } from 'vitest'
import { bikesDiary } from '#sim/life/bikes-year.ts'
import { type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-10 01:00')
})
afterAll(() => w.close())

it('模拟的自行车与非机动车停放一个月走正门:没有一步被拒,各台账有行,各流程有办结的也有在办的', async () => {
  const lived = await live(w, { bikes: bikesDiary }, 30, ['bikes.peaks'])
  expect(lived.refused).toEqual([])
  // Rides and what follows from full and empty stations are another life.
  const bikes = await census(w, 'bikes', ['bikes.ride', 'bikes.dispatch'])
  expect(bikes.empty).toEqual([])
  expect(await blankTables(w, 'bikes')).toEqual([])
  expect(bikes.ended).toBeGreaterThan(bikes.open)
  expect(bikes.open).toBeGreaterThan(3)
}, 120_000)
