/** 市民满意度调查: households drawn from a frame by a seed, codes that no address is tied to, answers that no code is tied to. */
import { area, date, first, integer, json, many, one, procedure, record, ref, text } from '#kernel'
import { drawOrder, sha256 } from './scoring.ts'
import { notYet, why } from './shared.ts'

export const survey = procedure('evaluation.survey', {
  isCommon: true,
  zh: '市民满意度调查',
  menu: '满意度',
  numbering: { prefix: 'DC', per: 'year', digits: 4 },
  title: 'name',
  help: '抽样种子公开;答卷码不与门牌对应,答卷不与答卷码对应',
  fields: {
    name: text('名称', { maxLength: 60 }).searchable(),
    question: text('题目', { maxLength: 200 }),
    fromOn: date('自'),
    toOn: date('至'),
    perStreet: integer('每街道抽取户数', { min: 2, max: 5000 }),
    seed: text('抽样种子', { maxLength: 64 }).optional(),
    households: json<readonly string[]>('抽中门牌').optional(),
    frameSizes: json<Readonly<Record<string, number>>>('抽样框户数').optional(),
    sampleCount: integer('样本户数', { min: 0 }).optional(),
    answerCount: integer('有效答卷', { min: 0 }).optional(),
  },
  statuses: {
    planned: { zh: '待抽样', duty: 'evaluation.manage', taskZh: '满意度调查待抽样' },
    running: { zh: '调查中', duty: 'evaluation.manage', taskZh: '满意度调查待结束' },
    closed: { zh: '已结束', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '发起调查',
    from: 'new',
    to: 'planned',
    by: 'evaluation.manage',
    form: {
      name: text('名称', { maxLength: 60 }),
      question: text('题目', { maxLength: 200 }),
      fromOn: date('自'),
      toOn: date('至'),
      perStreet: integer('每街道抽取户数', { min: 2, max: 5000 }),
    },
    check: ({ input }) => why(input.toOn < input.fromOn, '截止日不能早于起始日'),
  }),
  draw: action({
    zh: '抽取样本户',
    from: 'planned',
    to: 'running',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { seed: text('种子', { maxLength: 64 }) },
    look: ({ tx }) =>
      many<{ id: string; street: string; address: string }>(
        tx,
        'select id, street, address from evaluation.frame where retired_at is null order by id',
      ),
    check: ({ found, subject }) => {
      const short = [...new Set(found.map((f) => f.street))].find(
        (s) => found.filter((f) => f.street === s).length < subject.perStreet,
      )
      return first(
        why(found.length === 0, '抽样框是空的'),
        why(short !== undefined, `街道${short ?? ''}的抽样框不足${subject.perStreet}户`),
      )
    },
    effects: ({ found, input, subject }) => {
      const streets = [...new Set(found.map((f) => f.street))].sort()
      const order = drawOrder(input.seed, found)
      const drawn = streets.flatMap((s) => order.filter((f) => f.street === s).slice(0, subject.perStreet))
      return {
        set: {
          seed: input.seed,
          households: drawn.map((f) => f.address),
          frameSizes: Object.fromEntries(streets.map((s) => [s, found.filter((f) => f.street === s).length])),
          sampleCount: drawn.length,
        },
        spawn: drawn.map((f) => ({
          procedure: 'evaluation.survey-slip',
          input: { survey: subject.id, street: f.street, code: sha256(crypto.randomUUID()).slice(0, 10) },
        })),
      }
    },
  }),
  close: action({
    zh: '结束调查',
    from: 'running',
    to: 'closed',
    by: 'evaluation.manage',
    guard: ({ subject, now }) => notYet(now.getTime() < Date.parse(`${subject.toOn}T00:00:00+08:00`), `调查至${subject.toOn}`),
    look: ({ tx, subject }) =>
      one<{ n: number }>(tx, 'select count(*)::int as n from evaluation.survey_answer where survey = $1', [subject.id]),
    check: ({ found, subject, parameter }) =>
      why(
        (found?.n ?? 0) * 100 < (subject.sampleCount ?? 0) * parameter('evaluation.survey-rate'),
        `有效答卷${found?.n ?? 0}份,回收率不足${parameter('evaluation.survey-rate')}%,请补访`,
      ),
    effects: ({ found }) => ({ set: { answerCount: found?.n ?? 0 } }),
  }),
}))
const slipForm = {
  survey: ref('调查', 'evaluation.survey'),
  street: area('街道(镇)'),
  code: text('答卷码', { maxLength: 20 }).searchable(),
} as const
export const surveySlip = procedure('evaluation.survey-slip', {
  zh: '满意度答卷码',
  menu: '满意度',
  numbering: { prefix: 'DM', per: 'year', digits: 6 },
  title: 'code',
  fields: slipForm,
  uniqueTogether: [['code']],
  statuses: { issued: { zh: '未使用' }, used: { zh: '已使用', kind: 'final' } },
}).actions((action) => ({
  issue: action({
    zh: '发码',
    from: 'new',
    to: 'issued',
    by: 'system',
    form: slipForm,
    effects: ({ input }) => ({ set: { areaCode: input.street } }),
  }),
  use: action({ zh: '使用', from: 'issued', to: 'used', by: 'system' }),
}))
export const surveyAnswer = record('evaluation.survey-answer', {
  zh: '满意度答卷',
  menu: '满意度',
  title: 'comment',
  help: '只记街道、分数与意见,不记由谁、用哪个码作答',
  fields: {
    survey: ref('调查', 'evaluation.survey'),
    score: integer('满意程度(1至5)', { min: 1, max: 5 }),
    comment: text('意见', { maxLength: 500 }).optional(),
  },
})
