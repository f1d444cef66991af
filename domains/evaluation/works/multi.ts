/** 多元评价: citizens, experts, data and a third party judge one street; combined by weights, and looked at again where they disagree. */
import {
  area,
  computeIndicator,
  date,
  endOf,
  figure,
  first,
  flag,
  integer,
  longText,
  number,
  one,
  person,
  procedure,
  ref,
  refuse,
  rows,
  startOf,
  text,
} from '#kernel'
import { round2 } from '../scoring.ts'
import { notYet, why } from '../shared.ts'
import { between } from './shared.ts'

export const evaluators = { citizen: '市民', expert: '专家', data: '数据', third: '第三方' } as const
type Who = keyof typeof evaluators
const weight = (zh: string) => integer(`${zh}权重`, { min: 0, max: 100, unit: '%' })
const form = {
  object: text('评价对象', { maxLength: 100 }),
  street: area('街道(镇)'),
  fromOn: date('自'),
  toOn: date('至'),
  citizenWeight: weight('市民'),
  expertWeight: weight('专家'),
  dataWeight: weight('数据'),
  thirdWeight: weight('第三方'),
  indicator: figure('数据评价取用的指标').optional(),
  target: number('数据满分值').optional(),
  zeroAt: number('数据零分值').optional(),
} as const
interface Parts {
  readonly citizenWeight: number
  readonly expertWeight: number
  readonly dataWeight: number
  readonly thirdWeight: number
  readonly citizenScore: number | null
  readonly expertScore: number | null
  readonly dataScore: number | null
  readonly thirdScore: number | null
}
const partsOf = (s: Parts): readonly { readonly who: Who; readonly weight: number; readonly score: number | null }[] => [
  { who: 'citizen', weight: s.citizenWeight, score: s.citizenScore },
  { who: 'expert', weight: s.expertWeight, score: s.expertScore },
  { who: 'data', weight: s.dataWeight, score: s.dataScore },
  { who: 'third', weight: s.thirdWeight, score: s.thirdScore },
]
const usedOf = (s: Parts) => partsOf(s).filter((p) => p.weight > 0)
/** Points between the kindest and the harshest evaluator. */
export const gapOf = (s: Parts): number => {
  const scores = usedOf(s).map((p) => p.score ?? 0)
  return round2(Math.max(...scores) - Math.min(...scores))
}
export const multi = procedure('evaluation.multi', {
  zh: '多元评价(一网统管)',
  menu: '服务评价',
  numbering: { prefix: 'DY', per: 'year', digits: 4 },
  title: 'object',
  help: '四方分别评价同一对象,按权重合成;各方相差过大的须复核说明后方可公布',
  uniqueTogether: [['object', 'street', 'toOn']],
  fields: {
    ...form,
    object: form.object.searchable(),
    citizenScore: number('市民评价', { unit: '分' }).optional(),
    citizenSample: integer('市民答卷', { min: 0, unit: '份' }).optional(),
    expertScore: number('专家评价', { unit: '分' }).optional(),
    experts: rows('专家打分', { name: text('专家', { maxLength: 40 }), score: number('得分', { min: 0, max: 100 }) }).optional(),
    dataValue: number('指标值').optional(),
    dataScore: number('数据评价', { unit: '分' }).optional(),
    thirdScore: number('第三方评价', { unit: '分' }).optional(),
    score: number('综合得分', { unit: '分' }).optional(),
    gap: number('各方最大差距', { unit: '分' }).optional(),
    isDisputed: flag('各方分歧').optional(),
    review: longText('复核说明', { maxLength: 2000 }).optional(),
    combinedBy: person('合成人').optional(),
    publishedOn: date('公布日期').optional(),
  },
  statuses: {
    collecting: { zh: '评价中', duty: 'evaluation.manage', taskZh: '多元评价待合成' },
    disputed: { zh: '分歧待复核', duty: 'evaluation.manage', taskZh: '多元评价分歧待复核' },
    combined: { zh: '待公布', duty: 'evaluation.publish', taskZh: '多元评价待公布' },
    published: { zh: '已公布', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '发起多元评价',
    from: 'new',
    to: 'collecting',
    by: 'evaluation.manage',
    form,
    check: ({ input }) => {
      const sum = input.citizenWeight + input.expertWeight + input.dataWeight + input.thirdWeight
      const used = [input.citizenWeight, input.expertWeight, input.dataWeight, input.thirdWeight].filter((w) => w > 0).length
      return first(
        why(sum !== 100, `四方权重应合计100%,现为${sum}%`),
        why(used < 2, '至少两方评价'),
        why(
          input.dataWeight > 0 && (!input.indicator || typeof input.target !== 'number' || typeof input.zeroAt !== 'number'),
          '数据评价须填指标编号、满分值、零分值',
        ),
        why(input.toOn < input.fromOn, '截止日不能早于起始日'),
      )
    },
    effects: ({ input }) => ({ set: { areaCode: input.street } }),
  }),
  takeCitizen: action({
    zh: '取市民评价',
    from: 'collecting',
    to: 'same',
    by: 'evaluation.manage',
    form: { survey: ref('满意度调查(已结束)', 'evaluation.survey') },
    look: ({ tx, input, subject }) =>
      one<{ status: string; n: number; score: number | null }>(
        tx,
        `select s.status, count(a.id)::int as n, round(avg(a.score) * 20, 2)::float8 as score from evaluation.survey s
         left join evaluation.survey_answer a on a.survey = s.id and a.area_code = $2 where s.id = $1 group by s.status`,
        [input.survey, subject.street],
      ),
    check: ({ found }) => first(why(found?.status !== 'closed', '该调查尚未结束'), why((found?.n ?? 0) === 0, '该街道没有答卷')),
    effects: ({ found }) => ({ set: { citizenScore: found?.score ?? null, citizenSample: found?.n ?? 0 } }),
  }),
  takeExperts: action({
    zh: '登记专家打分',
    from: 'collecting',
    to: 'same',
    by: 'evaluation.manage',
    form: { experts: rows('专家打分', { name: text('专家', { maxLength: 40 }), score: number('得分', { min: 0, max: 100 }) }) },
    check: ({ input }) =>
      first(
        why(input.experts.length < 3, '专家不少于3人'),
        why(new Set(input.experts.map((e) => e.name)).size !== input.experts.length, '同一专家打了两次分'),
      ),
    effects: ({ input }) => ({
      set: { ...input, expertScore: round2(input.experts.reduce((n, e) => n + e.score, 0) / input.experts.length) },
    }),
  }),
  takeData: action({
    zh: '取数据评价',
    from: 'collecting',
    to: 'same',
    by: 'evaluation.manage',
    guard: ({ subject, now }) =>
      first(notYet(subject.dataWeight === 0, '数据不参与本次评价'), notYet(now < endOf(subject.toOn), `评价期至${subject.toOn}`)),
    look: async ({ tx, kernel, subject, now }) => {
      const indicator = kernel.indicators.find((i) => i.id === subject.indicator)
      if (!indicator) return { isKnown: false, value: null }
      const request = {
        from: startOf(subject.fromOn),
        to: endOf(subject.toOn),
        areaCode: subject.street,
        district: subject.district,
        now,
      }
      const [found] = await computeIndicator(tx, kernel, indicator, request, kernel.calendar(subject.district).zone)
      return { isKnown: true, value: found?.value ?? null }
    },
    check: ({ found, subject }) =>
      first(why(!found.isKnown, `没有编号为“${subject.indicator}”的指标`), why(found.value === null, '该街道该期间没有数据')),
    effects: ({ found, subject }) => ({
      set: {
        dataValue: round2(found.value ?? 0),
        dataScore: between(found.value ?? 0, subject.target ?? 100, subject.zeroAt ?? 0, 100),
      },
    }),
  }),
  takeThird: action({
    zh: '取第三方评价',
    from: 'collecting',
    to: 'same',
    by: 'evaluation.manage',
    form: { report: ref('第三方测评报告', 'evaluation.third-report') },
    look: ({ tx, input, subject }) =>
      one<{ score: number | null }>(
        tx,
        'select round(avg(score), 2)::float8 as score from evaluation.third_score where report = $1 and street = $2',
        [input.report, subject.street],
      ),
    check: ({ found }) => why(typeof found?.score !== 'number', '该报告没有这个街道的得分'),
    effects: ({ found }) => ({ set: { thirdScore: found?.score ?? null } }),
  }),
  combine: action({
    zh: '合成',
    from: 'collecting',
    to: ({ subject, parameter }) => (gapOf(subject) > parameter('evaluation.multi-gap') ? 'disputed' : 'combined'),
    by: 'evaluation.manage',
    tone: 'primary',
    guard: ({ subject }) => {
      const missing = usedOf(subject).find((p) => p.score === null)
      return notYet(missing !== undefined, `${missing ? evaluators[missing.who] : ''}评价还没有取得`)
    },
    effects: ({ subject, parameter, actor }) => ({
      set: {
        score: round2(usedOf(subject).reduce((n, p) => n + ((p.score ?? 0) * p.weight) / 100, 0)),
        gap: gapOf(subject),
        isDisputed: gapOf(subject) > parameter('evaluation.multi-gap'),
        combinedBy: actor.id,
      },
    }),
  }),
  review: action({
    zh: '复核说明分歧',
    from: 'disputed',
    to: 'combined',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { review: longText('复核说明', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  publish: action({
    zh: '公布',
    from: 'combined',
    to: 'published',
    by: 'evaluation.publish',
    tone: 'primary',
    form: { publishedOn: date('公布日期') },
    guard: ({ subject, actor }) =>
      actor.id === subject.combinedBy ? refuse('evaluation.same-person', { role: '公布人', other: '合成人' }) : undefined,
    effects: ({ input }) => ({ set: input }),
  }),
}))
