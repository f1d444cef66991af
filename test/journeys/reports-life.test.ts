import { afterAll, beforeAll, expect, it } from 'vitest'
import { reportsDiary } from '#sim/life/reports.ts'
import { type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的统计台账与报告一个多月走正门:台账、月报、稿件、发文、周报都有行', async () => {
  const lived = await live(w, { reports: reportsDiary }, 34, ['statistics.returns'])
  expect(lived.refused).toEqual([])
  expect((await census(w, 'reports')).empty).toEqual([])
  expect((await census(w, 'statistics')).empty).toEqual([])
  expect([...(await blankTables(w, 'reports')), ...(await blankTables(w, 'statistics'))]).toEqual([])
}, 120_000)
