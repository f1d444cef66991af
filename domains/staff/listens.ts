/** What staff does when told, and what its sheet answers. */
import {
  addRecord,
  type BoundRoute,
  bind,
  bySystem,
  editRow,
  type Listener,
  listen,
  many,
  one,
  openIn,
  type RecordDefinition,
  reject,
} from '#kernel'
import { standingOf } from './appraisal.ts'
import { myQuartersRoute, quartersRoute, writeQuarterRoute } from './contract.ts'
import { appointed, starsChanged } from './facts.ts'
import { result } from './selection.ts'
import { squad } from './star.ts'

const whenStars = listen(starsChanged, async ({ squad: id, stars, until, number }, ctx) => {
  await editRow(ctx, squad, id, { stars, starsUntil: until }, { reason: `星级评定${number}` })
  const sql = `select id from staff.star_application where squad = $1 and number <> $2 and status = any(array['granted', 'due']) for update`
  for (const old of await many<{ id: string }>(ctx.tx, sql, [id, number]))
    await bySystem(ctx, 'staff.star-application', old.id, 'supersede')
})
const whenAppointed = listen(appointed, async ({ person, kind, post, paper, on }, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from staff.appointment where paper = $1', [paper])) return
  await addRecord(ctx, result as unknown as RecordDefinition, { person, kind, post, paper, takenOn: on }, {})
})
export const staffListeners = [whenStars, whenAppointed] as unknown as readonly Listener[]
export const staffRoutes: readonly BoundRoute[] = [
  bind(quartersRoute, ({ id }, ctx) =>
    ctx.work(async ({ tx }) => {
      const of = await one<{ unit: string; year: number }>(tx, 'select unit, year from staff.appraisal where id = $1', [id])
      if (!of) return reject('kernel.not-found', { what: '年度考核' })
      const all = await standingOf(tx, of.unit, of.year)
      const people = all.filter((a) => a.graded < 4).map((a) => ({ who: a.label, graded: a.graded }))
      return { heads: all.length, lacking: people.length, people }
    }),
  ),
  bind(myQuartersRoute, (_input, ctx) =>
    ctx.work(async ({ tx, actor }) => ({ rows: [...(await many<Mine>(tx, mineSql, [actor.id]))] })),
  ),
  bind(writeQuarterRoute, (input, ctx) =>
    ctx.work(async ({ tx, kernel, district, actor }) => {
      const twice = 'select number from staff.quarter where person = $1 and year = $2 and quarter = $3'
      if (await one(tx, twice, [actor.id, input.year, input.quarter]))
        return reject('kernel.duplicate', { field: '季度', value: `${input.year}年第${input.quarter}季度` })
      const opened = await openIn(tx, kernel, { procedure: 'staff.quarter', district, actor, input })
      return { number: opened.number }
    }),
  ),
]
interface Mine {
  readonly number: string
  readonly year: number
  readonly quarter: number
  readonly state: string
  readonly grade: string | null
  readonly comment: string | null
}
const mineSql = `select number, year, quarter, case status when 'graded' then '已评定' else '待评定' end as state, case grade when 'good' then '好' when 'fair' then '较好' when 'plain' then '一般' when 'poor' then '较差' end as grade, comment from staff.quarter where person = $1 order by year desc, quarter desc`
