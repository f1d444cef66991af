import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#sim/city/build.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { openDoors } from '#sim/life/door.ts'
import { greeningRound } from '#sim/life/greening.ts'
import { greeningDiary } from '#sim/life/greening-year.ts'
import type { LifeContext } from '#sim/life/people.ts'
import { photo, type World, world } from '../world.ts'
import { type Greening, openGreening } from './greening-office.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
let o: Greening
beforeAll(async () => {
  w = await world('2026-05-06 09:00')
  o = await openGreening(w)
})
afterAll(() => w.close())

it('模拟的园林一天走正门:报雨量、登古树、发现缺陷,几天后整改销号', async () => {
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
  const areas = plan.areas.filter((a) => a.level === 'cell')
  const streets = plan.areas.filter((a) => a.level === 'street')
  const beat = { streets, cells: areas, random, today: () => '2026-05-06' }
  const steps = []
  for (let n = 1; n <= 3; n++) steps.push(await greeningRound(beat, w.clock.now().getTime(), 1 + (n % streets.length))(ctx))
  await w.settle()
  expect(await o.list('greening.rain')).toHaveLength(3)
  expect(await o.list('greening.ancient')).toHaveLength(1)
  const found = await o.list('greening.defect')
  expect(found.map((d) => d.status)).toEqual(['ordered', 'ordered', 'ordered'])
  for (const step of steps) await step?.next(ctx)
  expect((await o.list('greening.defect')).map((d) => d.status)).toEqual(['closed', 'closed', 'closed'])
  expect(await o.value('greening.defects-in-time')).toBe(100)
})

it('模拟的园林一个月走正门:各台账有行,各流程有办结的也有在办的,指标有数', async () => {
  const other = await world('2026-03-02 01:00')
  const lived = await live(other, { greening: greeningDiary }, 30, ['greening.drought', 'greening.reach'])
  const left = await census(other, 'greening')
  expect(lived.refused).toEqual([])
  expect(await blankTables(other, 'greening')).toEqual([])
  expect(left.empty).toEqual([])
  expect(left.ended).toBeGreaterThan(left.open / 2)
  expect(left.blank.length).toBeLessThan(left.figures / 2)
  await other.close()
}, 120_000)
