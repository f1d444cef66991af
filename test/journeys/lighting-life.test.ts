import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#sim/city/build.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { bikeRide } from '#sim/life/bikes.ts'
import { openDoors } from '#sim/life/door.ts'
import { lampsFail } from '#sim/life/lighting.ts'
import { lightingDiary } from '#sim/life/lighting-year.ts'
import type { LifeContext, Step } from '#sim/life/people.ts'
import { photo, type World, world } from '../world.ts'
import { openLighting } from './lighting-office.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 07:30')
})
afterAll(() => w.close())

it('模拟的路灯与公共自行车走正门:借还、报修、夜间修复、复核,盏次与骑行数得出来', async () => {
  const plan = planCity(7, { columns: 16, rows: 16 })
  const doors = openDoors(async ({ method, path, body, token }) => {
    const response = await w.app.inject({
      method: method as 'GET',
      url: `/api${path}`,
      headers: token ? { authorization: `Bearer ${token}` } : {},
      ...(body === undefined ? {} : { payload: body as never }),
    })
    return { status: response.statusCode, body: response.json() }
  }, demoPassword)
  const random = createRandom(11)
  const ctx = { doors, random, photo: async () => photo() } as unknown as LifeContext
  const beat = { streets: [], cells: plan.areas.filter((a) => a.level === 'cell'), random, today: () => '2026-03-02' }
  const carryOn = async (first: Step | undefined): Promise<void> => {
    for (let step = first; step; ) {
      await w.clock.to(new Date(w.clock.now().getTime() + (step.after * 60_000 + 8 * 3_600_000)).toISOString().slice(0, 16))
      step = await step.next(ctx)
      await w.settle()
    }
  }
  const rides: Step[] = []
  await bikeRide(beat, w.clock.now().getTime())(ctx)
  await w.settle()
  for (let n = 0; n < 12; n++) {
    const step = await bikeRide(beat, w.clock.now().getTime())(ctx)
    await w.settle()
    if (step) rides.push(step)
  }
  await w.clock.to('2026-03-02 08:30')
  for (const step of rides) await step.next(ctx)
  await w.settle()
  await w.clock.to('2026-03-02 19:30')
  await carryOn(await lampsFail(beat, w.clock.now().getTime())(ctx))
  const o = await openLighting(w)
  expect([await o.value('bikes.stations-new'), await o.value('bikes.bikes-new')]).toEqual([2, 14])
  expect(await o.value('bikes.rides')).toBe(rides.length)
  expect(rides.length).toBeGreaterThan(2)
  expect(await o.list('bikes.ride', { status: 'out' })).toEqual([])
  expect(Number(await o.value('lighting.lamp-times'))).toBeGreaterThan(0)
  expect((await o.figure('lighting.lit-rate'))[0]).toMatchObject({ numerator: 24, denominator: 24 })
})

it('模拟的照明所一个月走正门:没有一步被拒,台账都有行,各流程都有办结的也有在办的', async () => {
  const year = await world('2026-03-02 01:00')
  try {
    const lived = await live(year, { lighting: lightingDiary }, 30)
    expect(lived.refused).toEqual([])
    const lighting = await census(year, 'lighting')
    expect([lighting.empty, lighting.unended]).toEqual([[], []])
    expect(lighting.open).toBeGreaterThan(8)
    expect(lighting.ended).toBeGreaterThan(15)
    expect(await blankTables(year, 'lighting')).toEqual([])
  } finally {
    await year.close()
  }
}, 120_000)
