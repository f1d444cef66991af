import { afterAll, beforeAll, expect, it } from 'vitest'
import { runDueJobs } from '#kernel/jobs/index.ts'
import { cablesDiary } from '#sim/life/cables.ts'
import { disposalDiary } from '#sim/life/disposal.ts'
import { drainageDiary } from '#sim/life/drainage.ts'
import { gasDiary } from '#sim/life/gas.ts'
import { pollutionDiary } from '#sim/life/pollution.ts'
import type { Entry } from '#sim/life/story.ts'
import { type World, world } from '../world.ts'
import { census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的排水、燃气、管线、处置与污染防治一个月走正门:没有一步被拒,各流程都有办结的,指标有数', async () => {
  // What the platform does by itself in a day, in the midst of what people do.
  const pulse: Entry = {
    on: () => true,
    hour: 8.2,
    tell: async function* () {
      await runDueJobs(w.kernel)
      yield 1
    },
  }
  const diaries = {
    drainage: drainageDiary,
    gas: gasDiary,
    cables: cablesDiary,
    pollution: pollutionDiary,
    disposal: disposalDiary,
  }
  const lived = await live(w, { pulse: { pulse }, ...diaries }, 30)
  expect(lived.refused).toEqual([])
  // A digging of old waste and a month's burning bill are not every month's.
  const rare: Readonly<Record<string, readonly string[]>> = { disposal: ['disposal.excavation', 'disposal.burn-month'] }
  for (const id of Object.keys(diaries)) {
    const found = await census(w, id, rare[id])
    expect(found.empty, id).toEqual([])
    expect(found.ended, id).toBeGreaterThan(found.open)
    expect(found.blank.length, `${id}: ${found.blank.join(' ')}`).toBeLessThan(found.figures / 3)
  }
}, 300_000)
