/** The diaries of the trades that run pipes, gas, cables, disposal, and keep fumes, noise and dust down; and their urgent finds, taken up as any case. */
import { cablesDiary } from './cables.ts'
import { disposalDiary } from './disposal.ts'
import { drainageDiary } from './drainage.ts'
import { gasDiary } from './gas.ts'
import { receiveReport, type Step } from './people.ts'
import { pollutionDiary } from './pollution.ts'
import { type Planned, planned, type Town } from './story.ts'

const diaries = [drainageDiary, gasDiary, cablesDiary, disposalDiary, pollutionDiary]
/** Category of what trades tell without one: 架空线缆脱落, 大面积积水, 占道洗车. */
const categories = { 线缆: '10002', 积水: '02007', 洗车: '09021' } as const
interface Told {
  readonly id: string
  readonly description: string
}
/** The oldest case of a source that nobody has taken up. */
const takeUp =
  (source: 'survey' | 'officer'): Step['next'] =>
  async (ctx) => {
    const filter = encodeURIComponent(JSON.stringify({ status: 'reported', source }))
    const { body } = await ctx.doors
      .as('zhiban1')
      .call<{ rows?: readonly Told[] }>('GET', `/rows/cases.case?limit=20&filter=${filter}`)
    const found = (body.rows ?? [])
      .flatMap((c) =>
        Object.entries(categories).flatMap(([word, category]) => (c.description.includes(word) ? [{ id: c.id, category }] : [])),
      )
      .at(-1)
    return found ? { after: 10, next: receiveReport({ ...found, kind: 'matter' }, false) } : undefined
  }
const hour = 3_600_000
/** @param passed days since the life began */
export const operationsDay = (town: Town, startOfDay: number, passed: number): readonly Planned[] => [
  ...diaries.flatMap((diary) => planned(town, diary, startOfDay, passed)),
  { at: startOfDay + 9.9 * hour, run: takeUp('survey') },
  { at: startOfDay + 15.4 * hour, run: takeUp('survey') },
  { at: startOfDay + 14.9 * hour, run: takeUp('officer') },
]
