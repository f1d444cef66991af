/** 约谈: of the last ranks, or before the score falls; commitments with a day, closer checks meanwhile, closed only when an effect is measured. */
import {
  area,
  choice,
  computeIndicator,
  date,
  endOf,
  figure,
  first,
  instant,
  longText,
  number,
  one,
  photos,
  procedure,
  ref,
  startOf,
  text,
} from '#kernel'
import { notYet, why } from './shared.ts'

export const talkSources = { rank: '考核末位', problem: '主动约谈(发现问题)' } as const
const ways = { more: '越高越好', fewer: '越低越好' } as const
const fromRoundForm = {
  street: area('街道(镇)'),
  name: text('约谈对象', { maxLength: 60 }),
  source: choice('缘由', talkSources),
  round: ref('考核轮次', 'evaluation.round').optional(),
  indicator: figure('衡量效果的指标').optional(),
  isFewerBetter: choice('方向', ways).optional(),
  baseline: number('约谈前数值'),
  matter: longText('约谈事项', { maxLength: 2000 }),
} as const
export const talkProcedure = procedure('evaluation.talk', {
  zh: '约谈',
  menu: '考核结果运用',
  numbering: { prefix: 'YT', per: 'year', digits: 4 },
  title: 'name',
  listed: ['source', 'indicator', 'baseline', 'heldOn', 'promiseOn', 'after'],
  leadingClock: 'promise',
  help: '约谈后至见效前,抽样检查对该街道加倍;整改数值好于约谈前方可销号',
  fields: {
    street: area('街道(镇)'),
    name: text('约谈对象', { maxLength: 60 }).searchable(),
    source: choice('缘由', talkSources),
    round: ref('考核轮次', 'evaluation.round').optional(),
    indicator: figure('衡量效果的指标').optional(),
    isFewerBetter: choice('方向', ways).optional(),
    baseline: number('约谈前数值').optional(),
    matter: longText('约谈事项', { maxLength: 2000 }),
    heldOn: date('约谈日期').optional(),
    attendee: text('被约谈负责人', { maxLength: 60 }).optional(),
    commitment: longText('整改承诺', { maxLength: 4000 }).optional(),
    promiseOn: date('承诺完成日').optional(),
    minutes: photos(0, '约谈记录').optional(),
    after: number('约谈后数值').optional(),
    effect: longText('效果说明', { maxLength: 2000 }).optional(),
    closedOkAt: instant('见效销号时间').optional(),
  },
  clocks: { promise: { zh: '承诺' } },
  statuses: {
    notified: { zh: '待约谈', duty: 'evaluation.decide', taskZh: '约谈待进行' },
    improving: { zh: '整改中', duty: 'evaluation.manage', taskZh: '约谈待查效果' },
    closed: { zh: '见效销号', kind: 'final' },
    withdrawn: { zh: '撤回', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '主动约谈',
    from: 'new',
    to: 'notified',
    by: 'evaluation.manage',
    form: {
      street: area('街道(镇)'),
      name: text('约谈对象', { maxLength: 60 }),
      matter: longText('发现的问题', { maxLength: 2000 }),
      indicator: figure('衡量效果的指标'),
      isFewerBetter: choice('方向', ways),
      fromOn: date('问题期间自'),
      toOn: date('至'),
    },
    look: async ({ tx, kernel, input, now, subject }) => {
      const indicator = kernel.indicators.find((i) => i.id === input.indicator)
      if (!indicator) return { isKnown: false, value: null }
      const request = {
        from: startOf(input.fromOn),
        to: endOf(input.toOn),
        areaCode: input.street,
        district: subject.district,
        now,
      }
      const [found] = await computeIndicator(tx, kernel, indicator, request, kernel.calendar(subject.district).zone)
      return { isKnown: true, value: found?.value ?? null }
    },
    check: ({ found, input }) =>
      first(
        why(!found.isKnown, `没有编号为“${input.indicator}”的指标`),
        why(found.value === null, '该期间该街道没有数据,说不出问题有多大'),
      ),
    effects: ({ found, input }) => ({ set: { areaCode: input.street, source: 'problem', baseline: found.value } }),
  }),
  fromRound: action({
    zh: '考核末位约谈',
    from: 'new',
    to: 'notified',
    by: 'system',
    form: fromRoundForm,
    effects: ({ input }) => ({ set: { areaCode: input.street } }),
  }),
  hold: action({
    zh: '进行约谈',
    from: 'notified',
    to: 'improving',
    by: 'evaluation.decide',
    tone: 'primary',
    form: {
      heldOn: date('约谈日期'),
      attendee: text('被约谈负责人', { maxLength: 60 }),
      commitment: longText('整改承诺', { maxLength: 4000 }),
      promiseOn: date('承诺完成日'),
      minutes: photos(1, '约谈记录'),
    },
    check: ({ input }) => why(input.promiseOn <= input.heldOn, '承诺完成日应晚于约谈日期'),
    effects: ({ input }) => ({
      set: input,
      clocks: [{ clock: 'promise', do: 'start', limit: { value: 1, unit: 'natural_day' }, dueAt: endOf(input.promiseOn) }],
    }),
  }),
  close: action({
    zh: '查效果',
    from: 'improving',
    to: 'closed',
    by: 'evaluation.manage',
    tone: 'primary',
    help: '末位约谈看下一轮锁定的得分,主动约谈看约谈之后的指标;不好于约谈前不能销号',
    form: { effect: longText('效果说明', { maxLength: 2000 }) },
    guard: ({ subject, now }) =>
      notYet(now < endOf(subject.promiseOn ?? '0000-01-01'), `承诺完成日${subject.promiseOn},届满后查效果`),
    look: async ({ tx, kernel, subject, now }) => {
      if (subject.source === 'rank') {
        const next = await one<{ score: number }>(
          tx,
          `select r.score::float8 as score from evaluation.result r join evaluation.result old on old.round = $1 and old.street = $2
           where r.street = $2 and r.level = old.level and r.to_on > old.to_on order by r.to_on limit 1`,
          [subject.round, subject.street],
        )
        return { value: next?.score ?? null }
      }
      const indicator = kernel.indicators.find((i) => i.id === subject.indicator)
      if (!indicator) return { value: null }
      const request = { from: startOf(subject.heldOn ?? '0000-01-01'), areaCode: subject.street, district: subject.district, now }
      const [found] = await computeIndicator(tx, kernel, indicator, request, kernel.calendar(subject.district).zone)
      return { value: found?.value ?? null }
    },
    check: ({ found, subject }) => {
      const baseline = subject.baseline ?? 0
      const isBetter =
        found.value !== null && (subject.isFewerBetter === 'fewer' ? found.value < baseline : found.value > baseline)
      return first(
        why(found.value === null, subject.source === 'rank' ? '下一轮考核尚未锁定,不能查效果' : '约谈之后尚无数据'),
        why(!isBetter, `约谈前${baseline},现在${found.value},未见改善,不能销号`),
      )
    },
    effects: ({ found, input, now }) => ({
      set: { effect: input.effect, after: found.value, closedOkAt: now.toISOString() },
      clocks: [{ clock: 'promise', do: 'stop' }],
    }),
  }),
  withdraw: action({
    zh: '撤回',
    from: 'notified',
    to: 'withdrawn',
    by: 'evaluation.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))
