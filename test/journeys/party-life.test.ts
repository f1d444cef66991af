import { afterAll, beforeAll, expect, it } from 'vitest'
import { partyDiary } from '#sim/life/party.ts'
import { staffDiary } from '#sim/life/staff.ts'
import { type World, world } from '../world.ts'
import { census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的党建与纪检一个月走正门:没有一步被拒,各流程都有办结的也有在办的,指标有数', async () => {
  const lived = await live(w, { party: partyDiary, staff: staffDiary }, 30)
  expect(lived.refused).toEqual([])
  const party = await census(w, 'party')
  expect(party.empty).toEqual([])
  expect(party.ended).toBeGreaterThan(party.open)
  expect(party.open).toBeGreaterThan(5)
  expect(party.blank.length).toBeLessThan(party.figures / 4)
  const staff = await census(w, 'staff')
  expect(staff.empty).toEqual([])
  expect(staff.ended).toBeGreaterThan(staff.open)
  expect(staff.open).toBeGreaterThan(5)
  expect(staff.blank.length).toBeLessThan(staff.figures / 4)
}, 120_000)
