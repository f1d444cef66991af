/** 农村人居环境长效管护: a contract a village, checks by the list, and a subsidy that follows the score. */
import {
  addMonths,
  choice,
  date,
  dayText,
  didBefore,
  first,
  longText,
  money,
  number,
  one,
  photos,
  procedure,
  ref,
  register,
  round,
  rows,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'

export const villageContract = register('sanitation.village-contract', {
  zh: '村庄管护合同',
  menu: '农村环境',
  title: 'name',
  fields: {
    village: ref('行政村', 'grid.village'),
    name: text('村庄', { maxLength: 80 }).unique().searchable(),
    town: text('乡镇', { maxLength: 40 }).searchable(),
    keeper: text('管护单位', { maxLength: 80 }),
    fromOn: date('起'),
    toOn: date('止'),
    quarterFen: money('每季补助'),
  },
  checks: { order: { sql: 'to_on > from_on', zh: '止应晚于起' } },
})
export const villageItems = ['生活垃圾', '生活污水', '农村公厕', '乱堆杂物'] as const
const line = {
  item: text('项目', { maxLength: 20 }),
  score: number('得分', { unit: '分', min: 0, max: 25 }),
  note: text('问题', { maxLength: 120 }).optional(),
} as const
const form = {
  contract: ref('管护合同', 'sanitation.village-contract'),
  items: rows('检查项目', line, { eachOf: villageItems }),
  photos: photos(1),
} as const
const totalOf = (items: readonly { readonly score: number }[]): number => round(items.reduce((n, i) => n + i.score, 0))
export const villageCheck = procedure('sanitation.village-check', {
  zh: '村庄环境检查',
  menu: '农村环境',
  title: 'name',
  numbering: { prefix: 'CZ', per: 'year', digits: 4 },
  help: '垃圾、污水、公厕、杂物各 25 分;不合格的限期整改。',
  fields: {
    ...form,
    name: text('村庄', { maxLength: 80 }).searchable(),
    town: text('乡镇', { maxLength: 40 }),
    score: number('得分', { unit: '分' }),
    weakest: text('最弱项', { maxLength: 20 }).optional(),
    donePhotos: photos(0, '整改照片').optional(),
    opinion: longText('复查意见', { maxLength: 300 }).optional(),
  },
  clocks: { fix: { zh: '整改', limit: { value: 7, unit: 'natural_day' }, basis: '本市农村人居环境管护办法(示例)' } },
  statuses: {
    passed: { zh: '合格', kind: 'final' },
    failed: { zh: '待整改', duty: 'sanitation.rural', taskZh: '村庄环境待整改' },
    fixed: { zh: '待复查', duty: 'sanitation.inspect', taskZh: '村庄整改待复查' },
    closed: { zh: '已整改', kind: 'final' },
  },
}).actions((action) => ({
  check: action({
    zh: '检查',
    from: 'new',
    by: 'sanitation.inspect',
    form,
    look: ({ tx, input }) =>
      one<{ name: string; town: string; toOn: string; areaCode: string | null }>(
        tx,
        `select c.name, c.town, c.to_on::text as "toOn", coalesce(v.area_code, a.code) as "areaCode" from sanitation.village_contract c
         left join grid.village v on v.district = c.district and v.id = c.village
         left join kernel.area a on a.district = c.district and a.level = 'street' and a.name = c.town and a.valid_to is null
         where c.id = $1 and c.retired_at is null`,
        [input.contract],
      ),
    to: ({ input, parameter }) => (totalOf(input.items) >= parameter('sanitation.village-pass') ? 'passed' : 'failed'),
    check: ({ input, found, now }) =>
      first(
        why(!found, '没有这份合同'),
        why((found?.toOn ?? '') < dayText(now), `合同已于${found?.toOn}到期,请先续签`),
        why(
          villageItems.some((v) => input.items.filter((i) => i.item === v).length !== 1),
          `须逐项打分:${villageItems.join('、')}`,
        ),
      ),
    effects: ({ input, found, parameter }) => {
      const score = totalOf(input.items)
      const weakest = [...input.items].sort((a, b) => a.score - b.score)[0]
      return {
        set: {
          name: found?.name ?? '',
          town: found?.town ?? '',
          score,
          weakest: weakest && weakest.score < 25 ? weakest.item : null,
          // The town of the village puts it right, wherever the check was written down.
          ...(found?.areaCode ? { areaCode: found.areaCode } : {}),
        },
        clocks: score >= parameter('sanitation.village-pass') ? [] : [{ clock: 'fix', do: 'start' }],
      }
    },
  }),
  fix: action({
    zh: '整改完成',
    from: 'failed',
    to: 'fixed',
    by: 'sanitation.rural',
    tone: 'primary',
    form: { donePhotos: photos(1, '整改照片') },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  recheck: action({
    zh: '复查',
    from: 'fixed',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'failed'),
    by: 'sanitation.inspect',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '合格', no: '不合格' }), opinion: longText('意见', { maxLength: 300 }) },
    guard: ({ actor, past }) => notYet(didBefore(past, 'fix', actor), '整改人不能复查自己'),
    effects: ({ input }) => ({
      set: { opinion: input.opinion },
      clocks: input.isOk === 'yes' ? [] : [{ clock: 'fix', do: 'start' }],
    }),
  }),
}))
const subsidyForm = {
  contract: ref('管护合同', 'sanitation.village-contract'),
  quarterOn: date('季度首日'),
} as const
/** Full from the upper mark, the share of the score above the pass mark, nothing below it. */
export const shareOf = (score: number | null, pass: number, full: number): number =>
  score === null || score < pass ? 0 : score >= full ? 100 : round(score)
export const villageSubsidy = procedure('sanitation.village-subsidy', {
  zh: '村庄管护补助',
  menu: '农村环境',
  title: 'name',
  numbering: { prefix: 'CB', per: 'year', digits: 4 },
  help: '按季检查均分拨付:90 分以上全额,60 至 90 分按得分比例,60 分以下不拨。',
  fields: {
    ...subsidyForm,
    name: text('村庄', { maxLength: 80 }).searchable(),
    town: text('乡镇', { maxLength: 40 }),
    checks: number('检查', { unit: '次' }),
    score: number('均分', { unit: '分' }).optional(),
    percent: number('拨付比例', { unit: '%' }),
    payFen: money('拨付'),
    paidOn: date('拨付日期').optional(),
  },
  uniqueTogether: [['contract', 'quarterOn']],
  statuses: {
    counted: { zh: '待批准', duty: 'sanitation.approve', taskZh: '村庄管护补助待批准' },
    approved: { zh: '待拨付', duty: 'sanitation.manage', taskZh: '村庄管护补助待拨付' },
    paid: { zh: '已拨付', kind: 'final' },
  },
}).actions((action) => ({
  count: action({
    zh: '按得分核算',
    from: 'new',
    to: 'counted',
    by: 'sanitation.manage',
    form: subsidyForm,
    look: ({ tx, input }) =>
      one<{ name: string; town: string; quarterFen: number; fromOn: string; toOn: string; n: number; score: number | null }>(
        tx,
        `select c.name, c.town, c.quarter_fen as "quarterFen", c.from_on::text as "fromOn", c.to_on::text as "toOn", count(k.id)::int as n, avg(k.score)::float8 as score from sanitation.village_contract c
         left join sanitation.village_check k on k.district = c.district and k.contract = c.id and (k.created_at at time zone 'Asia/Shanghai')::date >= $2::date and (k.created_at at time zone 'Asia/Shanghai')::date < $2::date + interval '3 months'
         where c.id = $1 group by c.district, c.id`,
        [input.contract, input.quarterOn],
      ),
    check: ({ input, found, now }) =>
      first(
        why(!/-(01|04|07|10)-01$/.test(input.quarterOn), '请填季度第一天'),
        why(!found, '没有这份合同'),
        why(
          Boolean(found) && (addMonths(input.quarterOn, 3) <= (found?.fromOn ?? '') || input.quarterOn > (found?.toOn ?? '')),
          `该季不在合同期${found?.fromOn}至${found?.toOn}内`,
        ),
        notYet(dayText(now) < addMonths(input.quarterOn, 3), '本季未结束'),
        notYet(found?.n === 0, '本季没有检查'),
      ),
    effects: ({ found, parameter }) => {
      const percent = shareOf(found?.score ?? null, parameter('sanitation.village-pass'), parameter('sanitation.village-full'))
      return {
        set: {
          name: found?.name ?? '',
          town: found?.town ?? '',
          checks: found?.n ?? 0,
          score: found?.score == null ? null : round(found.score),
          percent,
          payFen: Math.round(((found?.quarterFen ?? 0) * percent) / 100),
        },
      }
    },
  }),
  approve: action({ zh: '批准', from: 'counted', to: 'approved', by: 'sanitation.approve', tone: 'primary', isBulk: true }),
  pay: action({
    zh: '拨付',
    from: 'approved',
    to: 'paid',
    by: 'sanitation.manage',
    tone: 'primary',
    form: { paidOn: date('拨付日期') },
    effects: ({ input }) => ({ set: input }),
  }),
}))
