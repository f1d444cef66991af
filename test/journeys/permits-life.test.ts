import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#sim/city/build.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { openDoors } from '#sim/life/door.ts'
import type { LifeContext, Step } from '#sim/life/people.ts'
import { hallRound } from '#sim/life/permits.ts'
import { photo, type World, world } from '../world.ts'
import { openHall } from './permits-office.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
})
afterAll(() => w.close())

it('模拟的窗口走正门:咨询、停车场备案从申请到颁证,指标数得出来', async () => {
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
  for (let n = 0; n < 20; n++) {
    let step: Step | undefined = await hallRound(beat)(ctx)
    while (step) step = await step.next(ctx)
  }
  await w.settle()
  const h = await openHall(w)
  const lots = (await h.figure('parking-lots'))[0]?.value ?? 0
  expect(lots).toBeGreaterThan(3)
  expect((await h.list('permits.certificate', { kind: 'parking' })).total).toBe(lots)
  expect((await h.list('permits.consultation')).total).toBe(20 - Number(lots))
})
