import { afterAll, beforeAll, expect, it } from 'vitest'
import { intakeDiary } from '#sim/life/intake.ts'
import { type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的诉求与发现一个月走正门:工单、信访、交办、哨声、智能发现都有办结的也有在办的,每张台账有行', async () => {
  const lived = await live(w, { intake: intakeDiary }, 30)
  expect(lived.refused).toEqual([])
  const intake = await census(w, 'intake')
  expect(intake.empty).toEqual([])
  expect(await blankTables(w, 'intake')).toEqual([])
  expect(intake.ended).toBeGreaterThan(intake.open)
  expect(intake.open).toBeGreaterThan(5)
}, 180_000)
