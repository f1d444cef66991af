import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#sim/city/build.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { frontageRound } from '#sim/life/appearance.ts'
import { appearanceDiary } from '#sim/life/appearance-year.ts'
import { openDoors } from '#sim/life/door.ts'
import type { LifeContext } from '#sim/life/people.ts'
import { photo, type World, world } from '../world.ts'
import { openAppearance } from './appearance-office.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 09:30')
})
afterAll(() => w.close())

it('模拟的门前三包走正门:签责任书、检查、商户整改、核实,问题各有去向', async () => {
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
  const beat = {
    streets: plan.areas.filter((a) => a.level === 'street'),
    cells: plan.areas.filter((a) => a.level === 'cell'),
    random,
    today: () => '2026-03-02',
  }
  const o = await openAppearance(w)
  for (const name of ['甲店', '乙店', '丙店', '丁店']) await o.shop(name)
  const street = o.streets.indexOf(o.here) + 1
  for (let n = 0; n < 4; n++) {
    const next = await frontageRound(beat, w.clock.now().getTime(), street)(ctx)
    await w.settle()
    if (next) await next.next(ctx)
    await w.settle()
  }
  const agreements = await o.list('appearance.agreement')
  expect(agreements.length).toBeGreaterThan(1)
  expect(await o.list('appearance.visit')).toHaveLength(agreements.length)
  const issues = await o.list('appearance.issue')
  expect(issues.length).toBeGreaterThan(0)
  expect(new Set(issues.map((i) => i.status))).toEqual(new Set(['self']))
  expect(await o.value('appearance.self-rate')).toBe(100)
})

/** Agreements, visits and what came of them are told above; the month's colours come of themselves. */
const frontages = ['appearance.agreement', 'appearance.visit', 'appearance.issue']
it('模拟的市容一个月走正门:没有一步被拒,各台账有行,各流程有办结的也有在办的', async () => {
  const other = await world('2026-03-02 01:00')
  const lived = await live(other, { appearance: appearanceDiary }, 30)
  const left = await census(other, 'appearance', frontages)
  expect(lived.refused).toEqual([])
  expect(await blankTables(other, 'appearance', ['appearance.grade'])).toEqual([])
  expect(left.empty).toEqual([])
  expect(left.ended).toBeGreaterThan(left.open / 2)
  expect(left.open).toBeGreaterThan(15)
  expect(left.blank.length).toBeLessThan(left.figures / 2)
  await other.close()
}, 120_000)
