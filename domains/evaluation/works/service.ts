/** 城市综合管理服务评价: an index set in which each index says its source, formula and way of collection; completeness and score by round. */
import {
  choice,
  computeIndicator,
  date,
  dayText,
  endOf,
  figure,
  files,
  first,
  flag,
  integer,
  longText,
  many,
  number,
  one,
  procedure,
  ref,
  register,
  startOf,
  text,
  unit,
} from '#kernel'
import { periodKinds } from '../contract.ts'
import { round2 } from '../scoring.ts'
import { notYet, why } from '../shared.ts'
import { between } from './shared.ts'

export const ways = { platform: '平台取数', site: '实地考察', survey: '问卷调查' } as const
export const serviceIndex = register('evaluation.service-index', {
  zh: '综合管理服务评价指标',
  menu: '服务评价',
  title: 'name',
  isDated: true,
  help: '每项写明来源、公式、采集方式与周期;平台取数的填指标编号,到期自动取数',
  uniqueTogether: [['code', 'validFrom']],
  checks: { ends: { sql: 'target <> zero_at', zh: '满分值与零分值不能相同' } },
  fields: {
    code: text('编号', { maxLength: 20 }),
    name: text('指标', { maxLength: 100 }).searchable(),
    group: text('一级指标', { maxLength: 40 }),
    way: choice('采集方式', ways),
    source: text('数据来源', { maxLength: 100 }),
    formula: text('计算方法', { maxLength: 300 }),
    period: choice('采集周期', periodKinds),
    unit: text('单位', { maxLength: 20 }),
    keeper: unit('填报单位').optional(),
    indicator: figure('平台指标').optional(),
    full: number('满分', { min: 0, max: 100 }),
    target: number('满分值'),
    zeroAt: number('零分值'),
    validFrom: date('自'),
    validTo: date('至(不含)').optional(),
    basis: text('依据', { maxLength: 200 }),
  },
})
interface Index {
  readonly index: string
  readonly code: string
  readonly name: string
  readonly way: keyof typeof ways
  readonly indicator: string | null
  readonly keeper: string | null
  readonly full: number
  readonly target: number
  readonly zeroAt: number
}
const roundForm = {
  name: text('评价', { maxLength: 60 }),
  period: choice('采集周期', periodKinds),
  fromOn: date('自'),
  toOn: date('至'),
} as const
export const serviceRound = procedure('evaluation.service-round', {
  zh: '综合管理服务评价',
  menu: '服务评价',
  numbering: { prefix: 'FP', per: 'year', digits: 3 },
  title: 'name',
  help: '按当时有效的指标逐项采集;采集完整率不到线不能得出评价结果',
  uniqueTogether: [['name']],
  fields: {
    ...roundForm,
    name: roundForm.name.searchable(),
    indexCount: integer('应采集指标', { min: 0, unit: '项' }).optional(),
    filledCount: integer('已采集指标', { min: 0, unit: '项' }).optional(),
    completeness: number('采集完整率', { unit: '%' }).optional(),
    score: number('评价得分', { unit: '分' }).optional(),
    conclusion: longText('评价结论', { maxLength: 4000 }).optional(),
    concludedOn: date('结论日期').optional(),
  },
  statuses: {
    collecting: { zh: '采集中', duty: 'evaluation.manage', taskZh: '服务评价待结论' },
    concluded: { zh: '已评价', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '开启评价',
    from: 'new',
    to: 'collecting',
    by: 'evaluation.manage',
    form: roundForm,
    look: ({ tx, input }) =>
      many<Index>(
        tx,
        `select id as index, code, name, way, indicator, keeper, full_::float8 as full, target::float8 as target, zero_at::float8 as "zeroAt" from evaluation.service_index
         where period = $1 and retired_at is null and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by code`,
        [input.period, input.toOn],
      ),
    check: ({ found, input }) =>
      first(why(input.toOn < input.fromOn, '截止日不能早于起始日'), why(found.length === 0, '没有该周期有效的评价指标')),
    effects: ({ found, input, subject }) => ({
      set: { indexCount: found.length },
      spawn: found.map((i) => ({
        procedure: 'evaluation.service-value',
        input: { ...i, round: subject.id, fromOn: input.fromOn, toOn: input.toOn },
      })),
    }),
  }),
  conclude: action({
    zh: '得出评价结果',
    from: 'collecting',
    to: 'concluded',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { conclusion: longText('评价结论', { maxLength: 4000 }) },
    guard: ({ subject, now }) => notYet(now < endOf(subject.toOn), `评价期至${subject.toOn}`),
    look: ({ tx, subject }) =>
      one<{ filled: number; total: number; score: number; full: number; missing: string | null }>(
        tx,
        `select (count(*) filter (where status = 'filled'))::int as filled, count(*)::int as total, coalesce(sum(score) filter (where status = 'filled'), 0)::float8 as score,
           coalesce(sum(full_) filter (where status = 'filled'), 0)::float8 as full, string_agg(name, '、' order by code) filter (where status = 'waiting') as missing
         from evaluation.service_value where round = $1`,
        [subject.id],
      ),
    check: ({ found, parameter }) => {
      const rate = round2((100 * (found?.filled ?? 0)) / Math.max(1, found?.total ?? 0))
      return why(
        rate < parameter('evaluation.service-complete'),
        `采集完整率${rate}%,不到${parameter('evaluation.service-complete')}%;未采集:${found?.missing ?? '见说明无数据的指标'}`,
      )
    },
    effects: ({ found, input, now }) => ({
      set: {
        ...input,
        filledCount: found?.filled ?? 0,
        completeness: round2((100 * (found?.filled ?? 0)) / Math.max(1, found?.total ?? 0)),
        score: found && found.full > 0 ? round2((100 * found.score) / found.full) : null,
        concludedOn: dayText(now),
      },
    }),
  }),
}))
const valueForm = {
  round: ref('评价', 'evaluation.service-round'),
  index: ref('指标', 'evaluation.service-index'),
  code: text('编号', { maxLength: 20 }),
  name: text('指标', { maxLength: 100 }),
  way: choice('采集方式', ways),
  indicator: figure('平台指标').optional(),
  keeper: unit('填报单位').optional(),
  fromOn: date('自'),
  toOn: date('至'),
  full: number('满分', { min: 0 }),
  target: number('满分值'),
  zeroAt: number('零分值'),
} as const
export const serviceValue = procedure('evaluation.service-value', {
  zh: '服务评价指标采集',
  menu: '服务评价',
  numbering: { prefix: 'FZ', per: 'year', digits: 5 },
  title: 'name',
  fields: {
    ...valueForm,
    name: valueForm.name.searchable(),
    value: number('数值').optional(),
    score: number('得分', { min: 0, unit: '分' }).optional(),
    note: text('说明', { maxLength: 500 }).optional(),
    proof: files(0, '佐证材料').optional(),
    isSound: flag('已核验').optional(),
  },
  statuses: {
    waiting: { zh: '待采集', duty: 'evaluation.carry', taskZh: '服务评价指标待采集' },
    filled: { zh: '已采集' },
    absent: { zh: '无数据', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '布置采集',
    from: 'new',
    to: 'waiting',
    by: 'system',
    form: valueForm,
    effects: ({ input }) => (input.keeper ? { assign: { unitId: input.keeper } } : {}),
  }),
  take: action({
    zh: '从平台取数',
    from: ['waiting', 'filled'],
    to: 'filled',
    by: 'evaluation.manage',
    tone: 'primary',
    guard: ({ subject, now }) =>
      first(
        notYet(subject.way !== 'platform' || !subject.indicator, '该指标不由平台取数'),
        notYet(now < endOf(subject.toOn), `评价期至${subject.toOn}`),
      ),
    look: async ({ tx, kernel, subject, now }) => {
      const indicator = kernel.indicators.find((i) => i.id === subject.indicator)
      if (!indicator) return { isKnown: false, value: null }
      const request = { from: startOf(subject.fromOn), to: endOf(subject.toOn), district: subject.district, now }
      const [found] = await computeIndicator(tx, kernel, indicator, request, kernel.calendar(subject.district).zone)
      return { isKnown: true, value: found?.value ?? null }
    },
    check: ({ found, subject }) =>
      first(why(!found.isKnown, `没有编号为“${subject.indicator}”的指标`), why(found.value === null, '该期间没有数据')),
    effects: ({ found, subject }) => ({
      set: {
        value: round2(found.value ?? 0),
        score: between(found.value ?? 0, subject.target, subject.zeroAt, subject.full),
        isSound: true,
      },
    }),
  }),
  fill: action({
    zh: '填报',
    from: 'waiting',
    to: 'filled',
    by: 'evaluation.carry',
    tone: 'primary',
    form: { value: number('数值'), note: text('说明(样本、方法)', { maxLength: 500 }), proof: files(0, '佐证材料').optional() },
    guard: ({ subject }) => notYet(subject.way === 'platform', '该指标由平台取数,不能手填'),
    effects: ({ input, subject }) => ({
      set: { ...input, score: between(input.value, subject.target, subject.zeroAt, subject.full), isSound: false },
    }),
  }),
  sendBack: action({
    zh: '核验不实,退回',
    from: 'filled',
    to: 'waiting',
    by: 'evaluation.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ subject }) => ({
      set: { value: null, score: null },
      ...(subject.keeper ? { assign: { unitId: subject.keeper } } : {}),
    }),
  }),
  absent: action({
    zh: '登记无数据',
    from: 'waiting',
    to: 'absent',
    by: 'evaluation.manage',
    form: { note: text('原因', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
