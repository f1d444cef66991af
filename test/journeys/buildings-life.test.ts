import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#sim/city/build.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { adFound } from '#sim/life/ads.ts'
import { buildingFound } from '#sim/life/buildings.ts'
import { buildingsDiary } from '#sim/life/buildings-year.ts'
import { openDoors } from '#sim/life/door.ts'
import type { LifeContext, Step } from '#sim/life/people.ts'
import { photo, type World, world } from '../world.ts'
import { openOffice } from './buildings-office.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 09:30')
})
afterAll(() => w.close())

it('模拟的违建与广告走正门:发现、认定、停工、拆除、验收,面积与块数得出来', async () => {
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
  const beat = {
    streets: plan.areas.filter((a) => a.level === 'street'),
    cells: plan.areas.filter((a) => a.level === 'cell'),
    random,
    today: () => '2026-03-02',
  }
  const carryOn = async (first: Step | undefined): Promise<void> => {
    for (let step = first; step; ) {
      await w.clock.to(new Date(w.clock.now().getTime() + (step.after * 60_000 + 8 * 3_600_000)).toISOString().slice(0, 16))
      step = await step.next(ctx)
      await w.settle()
    }
  }
  await carryOn(await buildingFound(beat, w.clock.now().getTime(), 1)(ctx))
  await carryOn(await adFound(beat, w.clock.now().getTime(), 2)(ctx))
  const o = await openOffice(w)
  expect(await o.by('buildings.removed', 'class')).toEqual({ new: 1 })
  expect(Number(await o.value('buildings.removed-area'))).toBeGreaterThanOrEqual(6)
  expect(await o.by('ads.removed-pieces', 'form')).toEqual({ wall: 1 })
  expect(await o.value('ads.signs')).toBe(1)
})

it('模拟的违建防控一个月走正门:没有一步被拒,各台账有行,各流程有办结的也有在办的', async () => {
  const own = await world('2026-03-02 01:00')
  const lived = await live(own, { buildings: buildingsDiary }, 30, ['buildings.focus', 'buildings.month-end'])
  expect(lived.refused).toEqual([])
  const buildings = await census(own, 'buildings')
  expect(buildings.empty).toEqual([])
  expect(await blankTables(own, 'buildings')).toEqual([])
  expect(buildings.ended).toBeGreaterThan(buildings.open)
  expect(buildings.open).toBeGreaterThan(5)
  await own.close()
}, 120_000)
