import { afterAll, beforeAll, expect, it } from 'vitest'
import { officeDiary } from '#sim/life/office.ts'
import { type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的内部工作一个月多走正门:平台、课题、标准、合作、宣传、公开、席位都有行', async () => {
  const lived = await live(w, { office: officeDiary }, 34)
  expect(lived.refused).toEqual([])
  const office = await census(w, 'office')
  expect(office.empty).toEqual([])
  expect(await blankTables(w, 'office')).toEqual([])
  expect(office.ended).toBeGreaterThan(5)
}, 180_000)
