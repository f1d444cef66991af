import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#sim/city/build.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { openDoors } from '#sim/life/door.ts'
import type { LifeContext } from '#sim/life/people.ts'
import { volunteerRound } from '#sim/life/volunteers.ts'
import { photo, type World, world } from '../world.ts'
import { openOffice } from './buildings-office.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
})
afterAll(() => w.close())

it('模拟的志愿者走正门:建队、签到签退、计件,核定后记入', async () => {
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
  const random = createRandom(5)
  const ctx = { doors, random, photo: async () => photo() } as unknown as LifeContext
  const beat = { streets: [], cells: plan.areas.filter((a) => a.level === 'cell'), random, today: () => '2026-03-02' }
  const first = await volunteerRound(beat, w.clock.now().getTime())(ctx)
  await w.settle()
  await w.clock.to('2026-03-02 11:00')
  const second = await first?.next(ctx)
  await w.settle()
  await second?.next(ctx)
  await w.settle()
  const o = await openOffice(w)
  expect([await o.value('volunteers.registered'), await o.value('volunteers.teams')]).toEqual([12, 1])
  expect(await o.by('volunteers.hours', 'source')).toMatchObject({ time: 2 })
  expect(Number(await o.value('volunteers.pieces'))).toBeGreaterThan(2)
})
