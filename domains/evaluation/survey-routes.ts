/** The citizen's door to a survey, and its result with what a sample can say. */
import { addRecord, type BoundRoute, bind, many, one, performIn, reject, systemActor } from '#kernel'
import { answerRoute, askedRoute, surveyResultRoute } from './route-contract.ts'
import { marginOf } from './scoring.ts'
import { surveyAnswer } from './survey.ts'

interface Slip {
  readonly id: string
  readonly survey: string
  readonly street: string
  readonly status: string
  readonly state: string
}
export const surveyRoutes: readonly BoundRoute[] = [
  bind(askedRoute, async ({ code }, ctx) =>
    ctx.work(
      async ({ tx }) =>
        (await one<{ name: string; question: string; toOn: string; isOpen: boolean; isUsed: boolean }>(
          tx,
          `select v.name, v.question, v.to_on::text as "toOn", v.status = 'running' as "isOpen", s.status = 'used' as "isUsed"
           from evaluation.survey_slip s join evaluation.survey v on v.id = s.survey where s.code = $1`,
          [code],
        )) ?? reject('kernel.not-found', { what: '答卷码' }),
    ),
  ),
  bind(answerRoute, async (input, ctx) =>
    ctx.work(async (work) => {
      const slip = await one<Slip>(
        work.tx,
        'select s.id, s.survey, s.street, s.status, v.status as state from evaluation.survey_slip s join evaluation.survey v on v.id = s.survey where s.code = $1',
        [input.code],
      )
      if (slip?.status !== 'issued') return reject('evaluation.field', { why: '答卷码不对,或已经用过' })
      if (slip.state !== 'running') return reject('evaluation.not-yet', { why: '本次调查已经结束' })
      const anonymous = { ...work, actor: systemActor }
      await performIn(anonymous, {
        procedure: 'evaluation.survey-slip',
        subjectId: slip.id,
        action: 'use',
        who: null,
        actor: systemActor,
      })
      await addRecord(
        anonymous,
        surveyAnswer,
        { survey: slip.survey, score: input.score, comment: input.comment ?? null },
        { areaCode: slip.street },
      )
      return { ok: true }
    }),
  ),
  bind(surveyResultRoute, async ({ id }, ctx) =>
    ctx.work(async ({ tx }) => {
      const frame =
        (
          await one<{ sizes: Record<string, number> | null }>(
            tx,
            'select frame_sizes as sizes from evaluation.survey where id = $1',
            [id],
          )
        )?.sizes ?? {}
      const rows = await many<{ street: string; answers: number; index: number; rate: number; deviation: number }>(
        tx,
        `select area_code as street, count(*)::int as answers, round(avg(score) * 20, 2)::float8 as index, round(100.0 * count(*) filter (where score >= 4) / count(*), 2)::float8 as rate,
           coalesce(stddev_samp(score * 20), 0)::float8 as deviation from evaluation.survey_answer where survey = $1 group by 1 order by 1`,
        [id],
      )
      return {
        rows: rows.map(({ deviation, ...r }) => ({
          ...r,
          frame: frame[r.street] ?? 0,
          margin: marginOf(deviation, r.answers, frame[r.street] ?? 0),
        })),
      }
    }),
  ),
]
