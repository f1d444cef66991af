import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { demoPassword } from '#sim/city/build.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { openDoors } from '#sim/life/door.ts'
import { muckTrip } from '#sim/life/muck.ts'
import { muckDiary } from '#sim/life/muck-year.ts'
import type { LifeContext } from '#sim/life/people.ts'
import { photo, type World, world } from '../world.ts'
import { openMuck } from './muck-office.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 20:30')
})
afterAll(() => w.close())

it('模拟的渣土清运走正门:许可、出场、签收、闭合,异常才到人', async () => {
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
  const local = (minutes: number): string =>
    new Date(w.clock.now().getTime() + (minutes + 480) * 60_000).toISOString().slice(0, 16)
  const o = await openMuck(w)
  // The hall hands the permit out; the site enters the register, the trucks follow the list.
  await muckTrip(beat, w.clock.now().getTime())(ctx)
  await w.settle()
  await o.job('muck.base')
  for (let n = 0; n < 12; n++) {
    const step = await muckTrip(beat, w.clock.now().getTime())(ctx)
    await w.clock.to(local(step?.after ?? 10))
    await step?.next(ctx)
    await w.settle()
  }
  expect(await o.value('sites')).toBe(1)
  expect(await o.value('trips')).toBe(12)
  const status = await o.by('trips', 'status')
  expect(Number(status.closed)).toBeGreaterThan(8)
  const [share] = await o.figure('senseless-rate')
  expect(share?.numerator).toBeLessThanOrEqual(share?.denominator)
  expect(Number(await o.value('in-m3'))).toBeLessThanOrEqual(Number(await o.value('out-m3')))
})

/** Sites, passages and receipts are told above; firms and their trucks by the permits; safety alarms only by terminals of JT/T 808. */
const others = ['company', 'site', 'passage', 'receipt', 'dump-now', 'base-change', 'safety-event'].map((name) => `muck.${name}`)
it('模拟的渣土治理一个月走正门:没有一步被拒,各台账有行,各流程有办结的也有在办的', async () => {
  const own = await world('2026-03-02 01:00')
  const lived = await live(own, { muck: muckDiary }, 30, ['muck.watch', 'muck.weeks'])
  expect(lived.refused).toEqual([])
  const muck = await census(own, 'muck', ['muck.trip'])
  expect(muck.empty).toEqual([])
  expect(await blankTables(own, 'muck', others)).toEqual([])
  expect(muck.ended).toBeGreaterThan(muck.open)
  expect(muck.open).toBeGreaterThan(5)
  await closeIngest(own.kernel)
  await own.close()
}, 120_000)
