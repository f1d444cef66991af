import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#sim/city/build.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { openDoors } from '#sim/life/door.ts'
import { municipalRound } from '#sim/life/municipal.ts'
import type { LifeContext } from '#sim/life/people.ts'
import { photo, type World, world } from '../world.ts'
import { openOffice } from './buildings-office.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
})
afterAll(() => w.close())

it('模拟的市政维修走正门:街道报修、围护、派工、维修,另一人验收后计入工程量', async () => {
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
  const streets = plan.areas.filter((a) => a.level === 'street')
  const beat = { streets, cells: plan.areas.filter((a) => a.level === 'cell'), random, today: () => '2026-03-02' }
  for (let n = 0; n < 6; n++) {
    const mend = await municipalRound(beat, 1)(ctx)
    const check = await mend?.next(ctx)
    await check?.next(ctx)
    await w.settle()
  }
  const o = await openOffice(w)
  expect(await o.by('municipal.jobs', 'status')).toEqual({ closed: 6 })
  expect(await o.list('municipal.work-line')).toHaveLength(6)
})
