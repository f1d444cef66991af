import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#sim/city/build.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { openDoors } from '#sim/life/door.ts'
import { enforcementRound } from '#sim/life/enforcement.ts'
import { enforcementDiary } from '#sim/life/enforcement-year.ts'
import type { LifeContext, Step } from '#sim/life/people.ts'
import { photo, type World, world } from '../world.ts'
import { openOffice } from './enforcement-office.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
})
afterAll(() => w.close())

it('模拟的执法队员走正门:教育、小微处罚、备案、缴款,指标数得出来', async () => {
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
  for (let n = 0; n < 24; n++) {
    let step: Step | undefined = await enforcementRound(beat, w.clock.now().getTime())(ctx)
    while (step) step = await step.next(ctx)
  }
  await w.settle()
  const o = await openOffice(w)
  const [educated] = await o.figure('enforcement.micro-educated')
  const [punished] = await o.figure('enforcement.micro-penalties')
  expect(Number(educated?.value) + Number(punished?.value)).toBe(24)
  expect(punished?.value).toBeGreaterThan(2)
  expect((await o.list('enforcement.penalty', { status: 'fulfilled' })).total).toBe(punished?.value)
  expect((await o.figure('enforcement.deeds'))[0]?.value).toBe(24)
})

it('模拟的执法一个月走正门:没有一步被拒,各台账有行,各流程有办结的也有在办的', async () => {
  const own = await world('2026-03-02 01:00')
  const lived = await live(own, { enforcement: enforcementDiary }, 30)
  expect(lived.refused).toEqual([])
  const enforcement = await census(own, 'enforcement', ['enforcement.supervision'])
  expect(enforcement.empty).toEqual([])
  expect(await blankTables(own, 'enforcement')).toEqual([])
  expect(enforcement.ended).toBeGreaterThan(enforcement.open)
  expect(enforcement.open).toBeGreaterThan(5)
  await own.close()
}, 120_000)
