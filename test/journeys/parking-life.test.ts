import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#sim/city/build.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { openDoors } from '#sim/life/door.ts'
import { parkingRound } from '#sim/life/parking.ts'
import { parkingDiary } from '#sim/life/parking-year.ts'
import type { LifeContext, Step } from '#sim/life/people.ts'
import { photo, type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'
import { openOffice } from './parking-office.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
})
afterAll(() => w.close())

it('模拟的收费路段走正门:入位、离场、收费,收缴率数得出来', async () => {
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
  const waiting: Step[] = []
  for (let n = 0; n < 40; n++) {
    const step = await parkingRound(beat, w.clock.now().getTime())(ctx)
    if (step) waiting.push(step)
  }
  await w.clock.to('2026-03-02 11:00')
  for (const step of waiting) await step.next(ctx)
  await w.settle()
  const o = await openOffice(w)
  expect(await o.value('berths')).toBe(12)
  expect(Number(await o.value('stays'))).toBeGreaterThanOrEqual(waiting.length)
  expect(waiting.length).toBeGreaterThan(4)
  expect(Number(await o.value('collected-rate'))).toBeGreaterThan(50)
})

it('模拟的停车办公室一个月走正门:没有一步被拒,台账都有行,各流程都有办结的也有在办的', async () => {
  const year = await world('2026-03-02 01:00')
  try {
    const lived = await live(year, { parking: parkingDiary }, 30)
    expect(lived.refused).toEqual([])
    const parking = await census(year, 'parking')
    expect([parking.empty, parking.unended]).toEqual([[], []])
    expect(parking.open).toBeGreaterThan(8)
    expect(parking.ended).toBeGreaterThan(30)
    expect(await blankTables(year, 'parking')).toEqual([])
  } finally {
    await year.close()
  }
}, 120_000)
