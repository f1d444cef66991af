import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#sim/city/build.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { openDoors } from '#sim/life/door.ts'
import type { LifeContext } from '#sim/life/people.ts'
import { roadRound, wasteLoad } from '#sim/life/sanitation.ts'
import { sanitationDiary } from '#sim/life/sanitation-year.ts'
import { photo, type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'
import { openSanitation } from './sanitation-office.ts'

/** Loads over the weighbridge and their days are told above; a pass of a vehicle comes of its track. */
const weighed = ['sanitation.ticket', 'sanitation.station-day', 'sanitation.district-day']
const tracked = ['sanitation.pass']

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 06:30')
})
afterAll(() => w.close())

it('模拟的垃圾收运走正门:建站、过磅、转运进厂,吨位对得上', async () => {
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
  const o = await openSanitation(w)
  for (let n = 0; n < 4; n++) {
    await wasteLoad(beat, w.clock.now().getTime(), n === 3)(ctx)
    await w.clock.to(`2026-03-02 0${7 + Math.floor(n / 2)}:${n % 2 ? '40' : '10'}`)
  }
  const sheet = await o.sheet('/sanitation/ledger')
  const all = await o.list('sanitation.ticket')
  expect(all).toHaveLength(5)
  expect(new Set(all.map((t) => t.status))).toEqual(new Set(['accepted']))
  expect(sheet.treatedT).toBe(sheet.transferredT)
  expect(sheet.collectedT).toBeGreaterThan(sheet.treatedT)
  expect(await o.value('toilets')).toBe(2)
  // The crews plan the main roads once, then check in on what the platform makes of the plans.
  await roadRound(beat, w.clock.now().getTime())(ctx)
  const plans = await o.list('sanitation.road-plan')
  expect(plans.length).toBeGreaterThan(0)
  await o.job('plan-day')
  const orders = await o.orders({})
  expect(orders).toHaveLength(plans.length * 3)
  await roadRound(beat, w.clock.now().getTime())(ctx)
  await w.clock.to('2026-03-02 18:00')
  await roadRound(beat, w.clock.now().getTime())(ctx)
  expect((await o.orders({ status: 'done' })).length).toBeGreaterThan(plans.length)
})

it('模拟的环卫一个月走正门:没有一步被拒,各台账有行,各流程有办结的也有在办的', async () => {
  const other = await world('2026-03-02 01:00')
  const nightly = ['plan-day', 'settle-day', 'pickups', 'weather', 'sense', 'suspensions', 'toilet-days'].map(
    (id) => `sanitation.${id}`,
  )
  const lived = await live(other, { sanitation: sanitationDiary }, 33, nightly)
  const left = await census(other, 'sanitation', weighed)
  expect(lived.refused).toEqual([])
  expect(await blankTables(other, 'sanitation', tracked)).toEqual([])
  expect(left.empty).toEqual([])
  expect(left.ended).toBeGreaterThan(left.open)
  expect(left.open).toBeGreaterThan(15)
  expect(left.blank.length).toBeLessThan(left.figures / 2)
  await other.close()
}, 120_000)
