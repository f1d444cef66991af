import { afterAll, beforeAll, expect, it } from 'vitest'
import { permitsDiary } from '#sim/life/permits-year.ts'
import { type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的审批与备案一个月走正门,各流程都有', async () => {
  const lived = await live(w, { permits: permitsDiary }, 31)
  expect(lived.refused).toEqual([])
  // Supervision after the grant follows the certificates that the counter's round hands out.
  expect((await census(w, 'permits', ['permits.supervision'])).empty).toEqual([])
  // Questions are asked at the counter's round too; where earth goes to is the muck office's.
  const others = ['permits.disposal-site', 'permits.consultation', 'permits.faq']
  expect(await blankTables(w, 'permits', others)).toEqual([])
}, 180_000)
