import { afterAll, beforeAll, expect, it } from 'vitest'
import { casesDiary } from '#sim/life/cases.ts'
import { type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的督办与协同一个月走正门:函件、清单、申诉、微修、微更新、研判会都有办结的,每张台账有行', async () => {
  const lived = await live(w, { cases: casesDiary }, 33, ['cases.collector-month'])
  expect(lived.refused).toEqual([])
  // Three closed cases of a kind, which the small district does not have in a month.
  const cases = await census(w, 'cases', ['cases.industry'])
  expect(cases.empty).toEqual([])
  // What the machine has learned of complaint texts, and call-backs that the orders' people make.
  expect(await blankTables(w, 'cases', ['cases.text-model', 'cases.text-check', 'cases.callback'])).toEqual([])
  expect(cases.ended).toBeGreaterThan(cases.open)
}, 180_000)
