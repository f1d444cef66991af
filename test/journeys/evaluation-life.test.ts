import { afterAll, beforeAll, expect, it } from 'vitest'
import { evaluationDiary } from '#sim/life/evaluation-year.ts'
import { type World, world } from '../world.ts'
import { blankTables, census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
})
afterAll(() => w.close())

it('模拟的考核一个月走正门:站点、街巷、村庄、问卷、目标、创建都有办结的也有在办的', async () => {
  const lived = await live(w, { evaluation: evaluationDiary }, 30)
  expect(lived.refused).toEqual([])
  const evaluation = await census(w, 'evaluation')
  // What follows from a round of the month, which the weekly checks of the city make, not this diary.
  const ofRounds = [
    'scheme',
    'item',
    'round',
    'result',
    'appeal',
    'fund',
    'grant',
    'talk',
    'analysis',
    'review-meeting',
    'deduction',
  ]
  const own = (ids: readonly string[]) => ids.filter((id) => !ofRounds.includes(id.split('.')[1] ?? ''))
  expect(own(evaluation.empty)).toEqual([])
  expect(own(await blankTables(w, 'evaluation'))).toEqual([])
  expect(evaluation.ended).toBeGreaterThan(evaluation.open)
}, 240_000)
