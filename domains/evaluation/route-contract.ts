/** Shapes of evaluation's own routes. */
import { z } from 'zod'
import { route } from '#kernel/contract'

const tag = 'evaluation'
const day = z.iso.date()
const itemScore = z.object({
  code: z.string(),
  full: z.number(),
  score: z.number().nullable(),
  value: z.number().nullable(),
  isAppealed: z.boolean(),
})
const standing = z.object({
  area: z.string(),
  name: z.string(),
  class: z.string(),
  items: z.array(itemScore),
  base: z.number(),
  bonus: z.number(),
  deduction: z.number(),
  isVetoed: z.boolean(),
  total: z.number(),
  rank: z.number(),
  ties: z.array(z.string()),
  grade: z.string(),
  light: z.string(),
  adjustedTotal: z.number(),
  adjustedRank: z.number(),
})
export const rankingRoute = route({
  method: 'GET',
  path: '/evaluation/rounds/:id/ranking',
  zh: '考核名次、分项与折算对照',
  permission: 'evaluation.round.read',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    name: z.string(),
    status: z.string(),
    scheme: z.string(),
    digest: z.string().nullable(),
    standings: z.array(standing),
    items: z.array(z.object({ code: z.string(), name: z.string(), clause: z.string(), kind: z.string(), full: z.number() })),
  }),
  tag,
})
export const reproduceRoute = route({
  method: 'GET',
  path: '/evaluation/rounds/:id/reproduce',
  zh: '由快照重算,核对是否逐字一致',
  permission: 'evaluation.round.read',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    digest: z.string(),
    recomputed: z.string(),
    identical: z.boolean(),
    text: z.string(),
    now: z.array(
      z.object({
        area: z.string(),
        code: z.string(),
        then: z.number().nullable(),
        now: z.number().nullable(),
        rowsChanged: z.boolean(),
      }),
    ),
  }),
  tag,
})
export const dryRunRoute = route({
  method: 'POST',
  path: '/evaluation/dry-run',
  zh: '方案试算:换一套权重谁排第几,不写入任何数据',
  permission: 'evaluation.manage',
  input: z.object({ scheme: z.uuid(), fromOn: day, toOn: day, weights: z.record(z.string(), z.number().min(0).max(100)) }),
  output: z.object({
    sum: z.number(),
    rows: z.array(
      z.object({
        area: z.string(),
        name: z.string(),
        class: z.string(),
        total: z.number(),
        rank: z.number(),
        newTotal: z.number(),
        newRank: z.number(),
      }),
    ),
  }),
  tag,
})
export const drawRoute = route({
  method: 'GET',
  path: '/evaluation/checks/:id/draw',
  zh: '按种子重抽,核对抽样',
  permission: 'evaluation.check.read',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    seed: z.string(),
    rule: z.string(),
    population: z.number(),
    samePopulation: z.boolean(),
    identical: z.boolean(),
    drawn: z.array(z.string()),
  }),
  tag,
})
export const checkRankingRoute = route({
  method: 'GET',
  path: '/evaluation/checks/:id/ranking',
  zh: '检查得分:按作业企业、按街道排名',
  permission: 'evaluation.check.read',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    operators: z.array(z.object({ key: z.string(), points: z.number(), score: z.number(), rank: z.number() })),
    streets: z.array(z.object({ key: z.string(), points: z.number(), score: z.number(), rank: z.number() })),
  }),
  tag,
})
export const filesRoute = route({
  method: 'GET',
  path: '/evaluation/checks/:id/files',
  zh: '考核案卷公开:点位、得分、问题、整改(不含检查人)',
  permission: 'evaluation.check.read',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    rows: z.array(
      z.object({
        number: z.string(),
        pointName: z.string(),
        street: z.string(),
        status: z.string(),
        score: z.number().nullable(),
        findings: z.array(
          z.object({
            number: z.string(),
            item: z.string(),
            clause: z.string(),
            count: z.number(),
            deduction: z.number(),
            status: z.string(),
            photos: z.array(z.string()),
          }),
        ),
      }),
    ),
  }),
  tag,
})
export const gamingRoute = route({
  method: 'GET',
  path: '/evaluation/gaming',
  zh: '弄虚作假线索(附证据)',
  permission: 'evaluation.manage',
  input: z.object({ from: day, to: day }),
  output: z.object({
    photos: z.array(
      z.object({
        fileId: z.string(),
        earlierId: z.string(),
        distance: z.number(),
        uploadedAt: z.date(),
        subject: z.string().nullable(),
        earlierSubject: z.string().nullable(),
      }),
    ),
    lastMinutes: z.array(
      z.object({
        type: z.string(),
        unitId: z.string().nullable(),
        late: z.number(),
        stopped: z.number(),
        share: z.number(),
        subjects: z.array(z.string()),
      }),
    ),
    pairs: z.array(
      z.object({
        handler: z.string(),
        verifier: z.string(),
        count: z.number(),
        share: z.number(),
        subjects: z.array(z.string()),
      }),
    ),
    minutes: z.number(),
  }),
  tag,
})
/** What a household is asked: by the code on its slip, without a name. */
export const askedRoute = route({
  method: 'GET',
  path: '/public/evaluation/surveys/:code',
  zh: '凭答卷码看满意度调查的题目',
  permission: 'public',
  input: z.object({ code: z.string().min(4).max(20) }),
  output: z.object({ name: z.string(), question: z.string(), toOn: z.string(), isOpen: z.boolean(), isUsed: z.boolean() }),
  tag,
})
export const answerRoute = route({
  method: 'POST',
  path: '/public/evaluation/answers',
  zh: '市民匿名作答满意度调查',
  permission: 'public',
  input: z.object({
    code: z.string().min(4).max(20),
    score: z.number().int().min(1).max(5),
    comment: z.string().max(500).optional(),
  }),
  output: z.object({ ok: z.boolean() }),
  tag,
})
export const surveyResultRoute = route({
  method: 'GET',
  path: '/evaluation/surveys/:id/result',
  zh: '满意度调查结果:指数、满意率、样本量与误差',
  permission: 'evaluation.survey.read',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    rows: z.array(
      z.object({
        street: z.string(),
        frame: z.number(),
        answers: z.number(),
        index: z.number(),
        rate: z.number(),
        margin: z.number().nullable(),
      }),
    ),
  }),
  tag,
})
