/** What the sheets of training answer. */
import { type BoundRoute, bind, dayText, many, one, parameterOf, percentOf, performIn, reject, type WorkContext } from '#kernel'
import { contestRoute, coverageRoute, mineRoute, unsignedRoute } from './contract.ts'
import { holders } from './shared.ts'
import { surveyOf } from './survey.ts'

const hoursSql = `select person, sum(hours)::float8 as hours from training.attend where state = 'there' and extract(year from attended_on)::int = $1 group by person`
const readCoverage = async (work: WorkContext, year: number) => {
  const { tx, now } = work
  const officers = await holders(tx, 'training.serve', dayText(now))
  const survey = await surveyOf(tx, year)
  const filled = survey
    ? (
        await many<{ person: string }>(tx, `select person from training.card where survey = $1 and status = 'filled'`, [
          survey.id,
        ])
      ).map((c) => c.person)
    : []
  const hours = new Map((await many<{ person: string; hours: number }>(tx, hoursSql, [year])).map((h) => [h.person, h.hours]))
  const least = parameterOf(work, 'training.year-hours')
  const [unsurveyed, untrained] = [officers.filter((p) => !filled.includes(p.id)), officers.filter((p) => !hours.has(p.id))]
  return {
    officers: officers.length,
    surveyed: percentOf(officers.length - unsurveyed.length, officers.length),
    trained: percentOf(officers.length - untrained.length, officers.length),
    unsurveyed: unsurveyed.map((p) => p.name),
    untrained: untrained.map((p) => p.name),
    short: officers.flatMap((p) => {
      const own = hours.get(p.id) ?? 0
      return own < least ? [{ name: p.name, hours: own, lack: least - own }] : []
    }),
  }
}
interface Score {
  readonly month: string
  readonly total: number
  readonly rank: number
  readonly multiplier: number
  readonly status: string
  readonly lines: readonly { item: string; count: number; weight: number; points: number }[]
}
const readMine = async ({ tx, now }: WorkContext, me: string) => {
  const file = await many<{
    course: string
    on: string
    state: string
    score: number | null
    certificate: string | null
    hours: number
  }>(
    tx,
    `select course_name as course, attended_on::text as on, state, score, certificate, hours::float8 as hours from training.attend where person = $1 order by attended_on desc, number desc`,
    [me],
  )
  const scores = await many<Score>(
    tx,
    `select month, total::float8 as total, rank, multiplier::float8 as multiplier, status, lines from training.score where person = $1 order by month desc`,
    [me],
  )
  const year = dayText(now).slice(0, 4)
  return {
    hours: file.filter((f) => f.on.startsWith(year)).reduce((n, f) => n + f.hours, 0),
    file: file.map(({ hours: _, ...f }) => f),
    scores: scores.map(({ lines: _, ...s }) => s),
    lines: (scores[0]?.lines ?? []).map(({ item, count, weight, points }) => ({ item, count, weight, points })),
  }
}
export const trainingRoutes: readonly BoundRoute[] = [
  bind(coverageRoute, ({ year }, ctx) => ctx.work((work) => readCoverage(work, year))),
  bind(unsignedRoute, ({ rule }, ctx) =>
    ctx.work(async ({ tx }) => {
      const all = await many<{ name: string; isSigned: boolean }>(
        tx,
        `select name, status = 'signed' as "isSigned" from training.reading where rule = $1 and status <> 'void' order by name`,
        [rule],
      )
      const signed = all.filter((r) => r.isSigned).length
      const missing = all.filter((r) => !r.isSigned).map((r) => r.name)
      return { readers: all.length, signed, rate: percentOf(signed, all.length), missing }
    }),
  ),
  bind(mineRoute, (_i, ctx) => ctx.work((work) => readMine(work, ctx.who?.personId ?? ''))),
  bind(contestRoute, ({ month, appeal }, ctx) =>
    ctx.work(async (work) => {
      const found = await one<{ id: string }>(work.tx, 'select id from training.score where month = $1 and person = $2', [
        month,
        ctx.who?.personId ?? null,
      ])
      if (!found) return reject('kernel.not-found', { what: '该月绩效' })
      const input = { appeal }
      const after = await performIn(work, {
        procedure: 'training.score',
        subjectId: found.id,
        action: 'contest',
        who: ctx.who,
        input,
      })
      return { status: after.status }
    }),
  ),
]
