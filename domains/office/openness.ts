/** 政务公开: items to be published by a unit every so many days; the site and the accounts scored each quarter, problems fixed in time. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  first,
  flag,
  instant,
  integer,
  many,
  number,
  procedure,
  ref,
  register,
  rows,
  text,
  unit,
} from '#kernel'
import { countOf, openItems, why } from './shared.ts'

export const opennessItem = register('office.openness-item', {
  zh: '政务公开事项',
  menu: '政务公开',
  title: 'name',
  fields: {
    name: text('事项', { maxLength: 100 }).unique().searchable(),
    column: text('网站栏目', { maxLength: 60 }),
    unit: unit('公开责任单位'),
    everyDays: integer('更新周期', { min: 1, max: 366, unit: '天' }),
    basis: text('依据', { maxLength: 200 }),
  },
})
const publicationForm = {
  item: ref('公开事项', 'office.openness-item'),
  name: text('事项', { maxLength: 100 }),
  unit: unit('责任单位'),
  everyDays: integer('更新周期', { min: 1, unit: '天' }),
  dueOn: date('应公开日期'),
} as const
export const publication = procedure('office.publication', {
  zh: '政务公开任务',
  menu: '政务公开',
  numbering: { prefix: 'GK', per: 'year', digits: 5 },
  title: 'name',
  leadingClock: 'publish',
  mirror: { publish: { dueAt: 'publishDueAt', stoppedAt: 'publishedAt' } },
  help: '按更新周期自动生成下一次任务;逾期自动标记,核验链接后办结',
  uniqueTogether: [['item', 'dueOn']],
  fields: {
    ...publicationForm,
    name: publicationForm.name.searchable(),
    link: text('链接', { maxLength: 256 }).optional(),
    publishDueAt: instant('期限').optional(),
    publishedAt: instant('公开时间').optional(),
    isLate: flag('逾期').optional(),
  },
  clocks: { publish: { zh: '公开', limit: { value: 1, unit: 'natural_day' }, basis: '政府信息公开条例' } },
  statuses: {
    due: { zh: '待公开', duty: 'office.carry', taskZh: '政务公开待发布', ofUnit: true },
    overdue: { zh: '逾期未公开', duty: 'office.carry', taskZh: '政务公开逾期', ofUnit: true },
    published: { zh: '待核验', duty: 'office.manage', taskZh: '政务公开待核验' },
    done: { zh: '已核验', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '下达公开任务',
    from: 'new',
    to: 'due',
    by: 'office.manage',
    form: { item: ref('公开事项', 'office.openness-item'), dueOn: date('应公开日期') },
    look: ({ tx, input }) =>
      many<{ name: string; unit: string; everyDays: number }>(
        tx,
        'select name, unit, every_days as "everyDays" from office.openness_item where id = $1 and retired_at is null',
        [input.item],
      ),
    check: ({ found, input, now }) =>
      first(why(found.length === 0, '没有这个公开事项'), why(input.dueOn < dayText(now), '应公开日期不能早于今天')),
    effects: ({ found, input }) => {
      const [item] = found
      return {
        set: {
          name: item?.name ?? '',
          unit: item?.unit ?? '',
          everyDays: item?.everyDays ?? 1,
          unitId: item?.unit ?? null,
          isLate: false,
        },
        ...(item ? { assign: { unitId: item.unit } } : {}),
        clocks: [{ clock: 'publish', do: 'start', dueAt: endOf(input.dueOn) }],
        timers: [{ name: 'late', at: endOf(input.dueOn), action: 'fallDue' }],
      }
    },
  }),
  fallDue: action({ zh: '逾期', from: 'due', to: 'overdue', by: 'system', effects: () => ({ set: { isLate: true } }) }),
  publish: action({
    zh: '已公开',
    from: ['due', 'overdue'],
    to: 'published',
    by: 'office.carry',
    tone: 'primary',
    form: { link: text('链接', { maxLength: 256, pattern: { source: '^https?://', zh: '链接应以 http:// 或 https:// 开头' } }) },
    effects: ({ input }) => ({
      set: input,
      clocks: [{ clock: 'publish', do: 'stop' }],
      timers: [{ name: 'late', at: null, action: 'fallDue' }],
    }),
  }),
  verify: action({
    zh: '核验通过,生成下一次',
    from: 'published',
    to: 'done',
    by: 'office.manage',
    tone: 'primary',
    isBulk: true,
    effects: ({ subject, now }) => {
      const next = addDays(subject.dueOn, subject.everyDays)
      return {
        spawn: [
          {
            procedure: 'office.publication',
            action: 'ask',
            input: { item: subject.item, dueOn: next < dayText(now) ? dayText(now) : next },
          },
        ],
      }
    },
  }),
  sendBack: action({
    zh: '链接无效,退回',
    from: 'published',
    to: ({ subject }) => (subject.isLate ? 'overdue' : 'due'),
    by: 'office.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ subject }) => ({
      set: { link: null },
      assign: { unitId: subject.unit },
      clocks: [{ clock: 'publish', do: 'start', dueAt: endOf(subject.dueOn) }],
    }),
  }),
}))
export const siteItems = ['内容更新', '信息准确', '互动回应', '功能可用', '无障碍'] as const
const got = { item: text('评估项', { maxLength: 40 }), got: number('得分', { min: 0, max: 20 }) } as const
const fault = {
  title: text('问题', { maxLength: 200 }),
  unit: unit('整改单位'),
  isVeto: flag('单项否决(如首页打不开、泄密)').optional(),
  fixDays: integer('整改期限(工作日)', { min: 1, max: 60 }),
} as const
export const siteScore = procedure('office.site-score', {
  zh: '网站与新媒体评估',
  menu: '政务公开',
  numbering: { prefix: 'PG', per: 'year', digits: 3 },
  title: 'name',
  help: '每季逐项评分,各项满分20;有单项否决即为不合格;问题限期整改完才办结',
  uniqueTogether: [['name', 'year', 'quarter']],
  fields: {
    name: text('网站或账号', { maxLength: 80 }).searchable(),
    kind: choice('种类', { site: '政府网站', media: '政务新媒体' }),
    year: integer('年度', { min: 2000, max: 2100 }),
    quarter: integer('季度', { min: 1, max: 4 }),
    lines: rows('评分', got).optional(),
    score: number('得分', { unit: '分' }).optional(),
    isPassed: flag('合格').optional(),
    problemCount: integer('问题数', { min: 0, unit: '个' }).optional(),
    scoredOn: date('评估日期').optional(),
  },
  statuses: {
    scored: { zh: '问题整改中', duty: 'office.manage', taskZh: '网站评估待办结' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  score: action({
    zh: '季度评估',
    from: 'new',
    to: 'scored',
    by: 'office.manage',
    form: {
      name: text('网站或账号', { maxLength: 80 }),
      kind: choice('种类', { site: '政府网站', media: '政务新媒体' }),
      year: integer('年度', { min: 2000, max: 2100 }),
      quarter: integer('季度', { min: 1, max: 4 }),
      lines: rows('评分(每项满分20)', got, { eachOf: siteItems }),
      problems: rows('问题(没有可不填)', fault).optional(),
    },
    check: ({ input }) =>
      why(
        input.lines.length !== siteItems.length || siteItems.some((i) => input.lines.filter((l) => l.item === i).length !== 1),
        '每个评估项须评一次分',
      ),
    effects: ({ input, subject, parameter, now }) => {
      const problems = input.problems ?? []
      const isVetoed = problems.some((p) => p.isVeto === true)
      const score = isVetoed ? 0 : input.lines.reduce((n, l) => n + l.got, 0)
      return {
        set: {
          score,
          isPassed: score >= parameter('office.site-pass'),
          problemCount: problems.length,
          scoredOn: dayText(now),
        },
        spawn: problems.map((p) => ({
          procedure: 'office.site-problem',
          input: { title: p.title, unit: p.unit, fixDays: p.fixDays, score: subject.id, site: input.name },
        })),
      }
    },
  }),
  close: action({
    zh: '问题整改完,办结',
    from: 'scored',
    to: 'closed',
    by: 'office.manage',
    tone: 'primary',
    look: ({ tx, subject }) =>
      countOf(tx, `select count(*)::int as n from office.site_problem where score = $1 and status <> 'closed'`, [subject.id]),
    check: ({ found }) => openItems(found, '问题'),
  }),
}))
const problemForm = {
  score: ref('评估', 'office.site-score'),
  site: text('网站或账号', { maxLength: 80 }),
  title: text('问题', { maxLength: 200 }),
  unit: unit('整改单位'),
  fixDays: integer('整改期限(工作日)', { min: 1 }),
} as const
export const siteProblem = procedure('office.site-problem', {
  zh: '网站与新媒体问题',
  menu: '政务公开',
  numbering: { prefix: 'WZ', per: 'year', digits: 4 },
  title: 'title',
  leadingClock: 'fix',
  fields: { ...problemForm, title: problemForm.title.searchable(), answer: text('整改情况', { maxLength: 300 }).optional() },
  clocks: { fix: { zh: '整改' } },
  statuses: {
    open: { zh: '待整改', duty: 'office.carry', taskZh: '网站问题待整改', ofUnit: true },
    fixed: { zh: '待复核', duty: 'office.manage', taskZh: '网站问题待复核' },
    closed: { zh: '已整改', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '交办',
    from: 'new',
    to: 'open',
    by: 'system',
    form: problemForm,
    effects: ({ input }) => ({
      set: { unitId: input.unit },
      assign: { unitId: input.unit },
      clocks: [{ clock: 'fix', do: 'start', limit: { value: input.fixDays, unit: 'work_day' } }],
    }),
  }),
  fix: action({
    zh: '已整改',
    from: 'open',
    to: 'fixed',
    by: 'office.carry',
    tone: 'primary',
    form: { answer: text('整改情况', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  close: action({ zh: '复核通过', from: 'fixed', to: 'closed', by: 'office.manage', tone: 'primary', isBulk: true }),
  redo: action({
    zh: '未改好',
    from: 'fixed',
    to: 'open',
    by: 'office.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ subject }) => ({
      assign: { unitId: subject.unit },
      clocks: [{ clock: 'fix', do: 'start', limit: { value: subject.fixDays, unit: 'work_day' } }],
    }),
  }),
}))
