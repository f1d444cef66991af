import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { sensingDiary } from '#sim/life/sensing-year.ts'
import { type World, world } from '../world.ts'
import { openOffice } from './buildings-office.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-10 01:00')
})
afterAll(async () => {
  await closeIngest(w.kernel)
  await w.close()
})
const nightly = ['sensing.red-risk', 'sensing.gas-due', 'sensing.berth-stays']
/** Alarms and outflows are told by other lives; a warning takes five weeks of the same. */
const others = ['sensing.alarm', 'sensing.leachate-day', 'sensing.warning']

it('模拟的感知一个月走正门:没有一步被拒,各台账有行,各流程有办结的也有在办的', async () => {
  const lived = await live(w, { sensing: sensingDiary }, 30, nightly)
  expect(lived.refused).toEqual([])
  const o = await openOffice(w)
  // An evening on which nobody goes round.
  await w.clock.to('2026-04-09 22:00')
  for (const job of ['sensing.missed-tags', 'sensing.rollup']) await o.job(job)
  const sensing = await census(w, 'sensing', others)
  expect(sensing.empty).toEqual([])
  expect(await blankTables(w, 'sensing')).toEqual([])
  expect(sensing.ended).toBeGreaterThan(sensing.open)
  expect(sensing.open).toBeGreaterThan(5)
  expect(sensing.blank.length).toBeLessThan(sensing.figures / 3)
}, 120_000)
