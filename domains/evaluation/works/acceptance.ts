/** 精品街道、示范路、精品街巷: applied for, built, accepted by a scoring table; what is accepted is looked at again. */
import {
  addDays,
  area,
  choice,
  date,
  dayText,
  endOf,
  files,
  first,
  flag,
  integer,
  longText,
  many,
  money,
  number,
  one,
  photos,
  procedure,
  register,
  rows,
  type Tx,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'
import { lineFault, sumOf } from './shared.ts'

export const tables = {
  fineStreetDistrict: '精品街道(区级评分表)',
  fineStreetStreet: '精品街道(街道评分表)',
  modelRoad: '示范路',
  fineLane: '精品街巷',
} as const
export const criterion = register('evaluation.criterion', {
  zh: '验收评分表',
  menu: '创建与督办',
  title: 'item',
  isDated: true,
  help: '申报时照录当时有效的评分表;每张表满分合计100分',
  uniqueTogether: [['table', 'code', 'validFrom']],
  fields: {
    table: choice('评分表', tables),
    code: text('编号', { maxLength: 10 }),
    item: text('评分内容', { maxLength: 120 }).searchable(),
    full: number('满分', { min: 0, max: 100 }),
    validFrom: date('自'),
    validTo: date('至(不含)').optional(),
    basis: text('依据', { maxLength: 200 }),
  },
})
const fullLine = { item: text('评分内容', { maxLength: 120 }), full: number('满分', { min: 0 }) } as const
const gotLine = { item: text('评分内容', { maxLength: 120 }), got: number('得分', { min: 0, max: 100 }) } as const
interface Full {
  readonly item: string
  readonly full: number
}
const criteriaOf = (tx: Tx, table: keyof typeof tables, day: string): Promise<readonly Full[]> =>
  many<Full>(
    tx,
    `select item, full_::float8 as full from evaluation.criterion where table_ = $1 and retired_at is null and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by code`,
    [table, day],
  )
const tableFault = (found: readonly Full[], table: keyof typeof tables) => {
  const sum = found.reduce((n, i) => n + i.full, 0)
  return why(Math.abs(sum - 100) > 1e-9, `${tables[table]}现行满分合计${sum}分,应为100分`)
}
const ownOf = {
  name: text('名称', { maxLength: 80 }),
  street: area('街道(镇)'),
  plan: longText('申报材料与建设内容', { maxLength: 4000 }),
} as const

export const fineStreet = procedure('evaluation.fine-street', {
  zh: '精品街道建设验收',
  menu: '创建与督办',
  numbering: { prefix: 'JP', per: 'year', digits: 3 },
  title: 'name',
  help: '街道自评表与区级验收表各评一次,两表都达线才列入精品街道',
  uniqueTogether: [['name']],
  fields: {
    ...ownOf,
    name: ownOf.name.searchable(),
    streetItems: rows('街道评分表', fullLine).optional(),
    districtItems: rows('区级评分表', fullLine).optional(),
    streetLines: rows('街道评分', gotLine).optional(),
    districtLines: rows('区级评分', gotLine).optional(),
    streetScore: number('街道评分', { min: 0, unit: '分' }).optional(),
    districtScore: number('区级评分', { min: 0, unit: '分' }).optional(),
    scenePhotos: photos(0, '验收照片').optional(),
    acceptedOn: date('验收日期').optional(),
  },
  statuses: {
    applied: { zh: '待街道评分', duty: 'evaluation.street', taskZh: '精品街道待街道评分' },
    scored: { zh: '待区级验收', duty: 'evaluation.manage', taskZh: '精品街道待区级验收' },
    accepted: { zh: '已列入精品街道', kind: 'final' },
    failed: { zh: '验收未通过', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申报',
    from: 'new',
    to: 'applied',
    by: 'evaluation.street',
    form: ownOf,
    look: async ({ tx, now }) => ({
      street: await criteriaOf(tx, 'fineStreetStreet', dayText(now)),
      district: await criteriaOf(tx, 'fineStreetDistrict', dayText(now)),
    }),
    check: ({ found }) => first(tableFault(found.street, 'fineStreetStreet'), tableFault(found.district, 'fineStreetDistrict')),
    effects: ({ found, input }) => ({
      set: { areaCode: input.street, streetItems: found.street, districtItems: found.district },
    }),
  }),
  scoreOwn: action({
    zh: '街道评分',
    from: 'applied',
    to: 'scored',
    by: 'evaluation.street',
    tone: 'primary',
    form: { streetLines: rows('评分', gotLine, { eachOf: 'streetItems' }) },
    check: ({ input, subject, parameter }) =>
      first(
        lineFault(subject.streetItems ?? [], input.streetLines),
        why(
          sumOf(input.streetLines) < parameter('evaluation.accept-line'),
          `自评${sumOf(input.streetLines)}分,不足${parameter('evaluation.accept-line')}分,不报验收`,
        ),
      ),
    effects: ({ input }) => ({ set: { ...input, streetScore: sumOf(input.streetLines) } }),
  }),
  accept: action({
    zh: '区级验收评分',
    from: 'scored',
    to: ({ input, parameter }) => (sumOf(input.districtLines) >= parameter('evaluation.accept-line') ? 'accepted' : 'failed'),
    by: 'evaluation.manage',
    tone: 'primary',
    form: {
      districtLines: rows('评分', gotLine, { eachOf: 'districtItems' }),
      scenePhotos: photos(1, '验收照片'),
      acceptedOn: date('验收日期'),
    },
    check: ({ input, subject }) => lineFault(subject.districtItems ?? [], input.districtLines),
    effects: ({ input }) => ({ set: { ...input, districtScore: sumOf(input.districtLines) } }),
  }),
}))

export const modelRoad = procedure('evaluation.model-road', {
  zh: '示范路创建',
  menu: '创建与督办',
  numbering: { prefix: 'SL', per: 'year', digits: 3 },
  title: 'name',
  help: '争创(已批准建设、未验收)与创成(已验收)分开计;市级须先为区级示范路',
  uniqueTogether: [['name', 'level']],
  fields: {
    ...ownOf,
    name: ownOf.name.searchable(),
    level: choice('级别', { district: '区级', city: '市级' }),
    finishOn: date('计划完工').optional(),
    items: rows('评分表', fullLine).optional(),
    progress: longText('中期检查', { maxLength: 2000 }).optional(),
    lines: rows('验收评分', gotLine).optional(),
    score: number('验收得分', { min: 0, unit: '分' }).optional(),
    acceptedOn: date('验收日期').optional(),
    subsidyFen: money('补助').optional(),
    voucher: text('凭证号', { maxLength: 60 }).optional(),
    paidOn: date('补助兑付日期').optional(),
  },
  statuses: {
    applied: { zh: '待批准', duty: 'evaluation.decide', taskZh: '示范路申报待批准' },
    building: { zh: '争创:建设中', duty: 'evaluation.manage', taskZh: '示范路待中期检查' },
    checked: { zh: '争创:待验收', duty: 'evaluation.manage', taskZh: '示范路待验收' },
    accepted: { zh: '创成:待补助', duty: 'evaluation.manage', taskZh: '示范路补助待兑付' },
    subsidised: { zh: '创成:已补助', kind: 'final' },
    failed: { zh: '未创成', kind: 'final' },
    declined: { zh: '未批准', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申报',
    from: 'new',
    to: 'applied',
    by: 'evaluation.street',
    form: { ...ownOf, level: choice('级别', { district: '区级', city: '市级' }) },
    look: async ({ tx, now, input }) => ({
      items: await criteriaOf(tx, 'modelRoad', dayText(now)),
      district: await one<{ id: string }>(
        tx,
        `select id from evaluation.model_road where name = $1 and level = 'district' and status = any (array['accepted', 'subsidised'])`,
        [input.name],
      ),
    }),
    check: ({ found, input }) =>
      first(
        tableFault(found.items, 'modelRoad'),
        why(input.level === 'city' && !found.district, '还不是区级示范路,不能申报市级'),
      ),
    effects: ({ found, input }) => ({ set: { areaCode: input.street, items: found.items } }),
  }),
  approve: action({
    zh: '批准建设',
    from: 'applied',
    to: 'building',
    by: 'evaluation.decide',
    tone: 'primary',
    form: { finishOn: date('计划完工'), subsidyFen: money('验收合格后补助') },
    check: ({ input, now }) => why(input.finishOn <= dayText(now), '计划完工应晚于今天'),
    effects: ({ input }) => ({ set: input }),
  }),
  decline: action({
    zh: '不批准',
    from: 'applied',
    to: 'declined',
    by: 'evaluation.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
  midCheck: action({
    zh: '中期检查',
    from: 'building',
    to: ({ input }) => (input.isOnTrack ? 'checked' : 'building'),
    by: 'evaluation.manage',
    tone: 'primary',
    form: { progress: longText('检查情况', { maxLength: 2000 }), isOnTrack: flag('进度质量符合方案'), photos: photos(1) },
    effects: ({ input }) => ({ set: { progress: input.progress } }),
  }),
  accept: action({
    zh: '验收评分',
    from: 'checked',
    to: ({ input, parameter }) => (sumOf(input.lines) >= parameter('evaluation.accept-line') ? 'accepted' : 'failed'),
    by: 'evaluation.manage',
    tone: 'primary',
    form: {
      lines: rows('评分', gotLine, { eachOf: 'items' }),
      acceptedOn: date('验收日期'),
      proof: files(0, '验收材料').optional(),
    },
    check: ({ input, subject }) => lineFault(subject.items ?? [], input.lines),
    effects: ({ input }) => ({
      set: { lines: input.lines, acceptedOn: input.acceptedOn, score: sumOf(input.lines) },
    }),
  }),
  pay: action({
    zh: '登记补助',
    from: 'accepted',
    to: 'subsidised',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { voucher: text('凭证号', { maxLength: 60 }), paidOn: date('兑付日期') },
    check: ({ input, subject }) => why(input.paidOn < (subject.acceptedOn ?? ''), '兑付不能早于验收'),
    effects: ({ input }) => ({ set: input }),
  }),
}))

const careCycle = 90
export const fineLane = procedure('evaluation.fine-lane', {
  zh: '精品街巷',
  menu: '创建与督办',
  numbering: { prefix: 'JX', per: 'year', digits: 3 },
  title: 'name',
  leadingClock: 'recheck',
  help: '验收合格后按得分定精品或达标;精品须有长效管护方案并定期复查,不达线即摘牌',
  uniqueTogether: [['name']],
  fields: {
    ...ownOf,
    name: ownOf.name.searchable(),
    items: rows('评分表', fullLine).optional(),
    lines: rows('最近评分', gotLine).optional(),
    score: number('最近得分', { min: 0, unit: '分' }).optional(),
    acceptedOn: date('验收日期').optional(),
    carePlan: longText('长效管护方案', { maxLength: 4000 }).optional(),
    keeper: text('管护责任人', { maxLength: 60 }).optional(),
    fineSince: date('列入精品日期').optional(),
    rechecks: integer('复查次数', { min: 0, unit: '次' }).optional(),
    removedOn: date('摘牌日期').optional(),
  },
  clocks: { recheck: { zh: '复查', limit: { value: 90, unit: 'natural_day' }, basis: '精品街巷长效管护要求(示例)' } },
  statuses: {
    applied: { zh: '待验收', duty: 'evaluation.manage', taskZh: '街巷待验收' },
    accepted: { zh: '已验收,待定级', duty: 'evaluation.manage', taskZh: '街巷待定级' },
    fine: { zh: '精品', duty: 'evaluation.manage', taskZh: '精品街巷待复查' },
    plain: { zh: '达标', kind: 'final' },
    failed: { zh: '验收未通过', kind: 'final' },
    removed: { zh: '已摘牌', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申报验收',
    from: 'new',
    to: 'applied',
    by: 'evaluation.street',
    form: ownOf,
    look: ({ tx, now }) => criteriaOf(tx, 'fineLane', dayText(now)),
    check: ({ found }) => tableFault(found, 'fineLane'),
    effects: ({ found, input }) => ({ set: { areaCode: input.street, items: found, rechecks: 0 } }),
  }),
  accept: action({
    zh: '验收评分',
    from: 'applied',
    to: ({ input, parameter }) => (sumOf(input.lines) >= parameter('evaluation.accept-line') ? 'accepted' : 'failed'),
    by: 'evaluation.manage',
    tone: 'primary',
    form: { lines: rows('评分', gotLine, { eachOf: 'items' }), acceptedOn: date('验收日期'), photos: photos(1, '验收照片') },
    check: ({ input, subject }) => lineFault(subject.items ?? [], input.lines),
    effects: ({ input }) => ({ set: { lines: input.lines, acceptedOn: input.acceptedOn, score: sumOf(input.lines) } }),
  }),
  grade: action({
    zh: '定级',
    from: 'accepted',
    to: ({ subject, parameter }) => ((subject.score ?? 0) >= parameter('evaluation.fine-line') ? 'fine' : 'plain'),
    by: 'evaluation.decide',
    tone: 'primary',
    form: { carePlan: longText('长效管护方案', { maxLength: 4000 }), keeper: text('管护责任人', { maxLength: 60 }) },
    effects: ({ input, subject, now, parameter }) => {
      const isFine = (subject.score ?? 0) >= parameter('evaluation.fine-line')
      return {
        set: { ...input, fineSince: isFine ? dayText(now) : null },
        clocks: isFine ? [{ clock: 'recheck', do: 'start', dueAt: endOf(addDays(dayText(now), careCycle)) }] : [],
      }
    },
  }),
  recheck: action({
    zh: '复查评分',
    from: 'fine',
    to: ({ input, parameter }) => (sumOf(input.lines) >= parameter('evaluation.fine-line') ? 'fine' : 'removed'),
    by: 'evaluation.manage',
    tone: 'primary',
    form: { lines: rows('评分', gotLine, { eachOf: 'items' }), photos: photos(1, '复查照片') },
    check: ({ input, subject }) => lineFault(subject.items ?? [], input.lines),
    effects: ({ input, subject, now, parameter }) => {
      const score = sumOf(input.lines)
      const stays = score >= parameter('evaluation.fine-line')
      return {
        set: {
          lines: input.lines,
          score,
          rechecks: (subject.rechecks ?? 0) + 1,
          removedOn: stays ? null : dayText(now),
        },
        clocks: stays
          ? [
              { clock: 'recheck', do: 'stop' },
              { clock: 'recheck', do: 'start', dueAt: endOf(addDays(dayText(now), careCycle)) },
            ]
          : [{ clock: 'recheck', do: 'stop' }],
      }
    },
  }),
  remove: action({
    zh: '摘牌',
    from: 'fine',
    to: 'removed',
    by: 'evaluation.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    guard: ({ subject }) => notYet(!subject.fineSince, '还不是精品街巷'),
    effects: ({ now }) => ({ set: { removedOn: dayText(now) }, clocks: [{ clock: 'recheck', do: 'cancel' }] }),
  }),
}))
