/** 年度目标任务: a letter with numbers to a unit, its quarterly progress and its final evaluation; 县直机关垃圾分类 appraisal goes to the performance office. */
import {
  choice,
  date,
  dayText,
  endOf,
  first,
  flag,
  instant,
  integer,
  longText,
  number,
  photos,
  procedure,
  rows,
  text,
  unit,
} from '#kernel'
import { round2 } from '../scoring.ts'
import { notYet, why } from '../shared.ts'
import { type FullLine, lineFault, sumOf } from './shared.ts'

const target = {
  name: text('目标', { maxLength: 120 }),
  measure: text('单位', { maxLength: 20 }),
  sense: choice('要求', { least: '不少于', most: '不超过' }),
  goal: number('目标值'),
} as const
const done = { name: text('目标', { maxLength: 120 }), done: number('完成值') } as const
const letterForm = {
  year: integer('年度', { min: 2000, max: 2100 }),
  unit: unit('承担单位'),
  document: text('文号', { maxLength: 100 }),
  targets: rows('目标任务', target),
} as const
interface Target {
  readonly name: string
  readonly sense: 'least' | 'most'
  readonly goal: number
}
const isMet = (t: Target, value: number): boolean => (t.sense === 'least' ? value >= t.goal : value <= t.goal)
const doneFault = (targets: readonly Target[], lines: readonly { readonly name: string }[]) =>
  why(
    lines.length !== targets.length || targets.some((t) => lines.filter((l) => l.name === t.name).length !== 1),
    '每项目标须填一次完成值',
  )
export const targetLetter = procedure('evaluation.target-letter', {
  zh: '年度目标任务书',
  menu: '创建与督办',
  numbering: { prefix: 'MB', per: 'year', digits: 4 },
  title: 'document',
  leadingClock: 'sign',
  help: '签收后按季报进度,年终逐项评定;目标数与完成数写入下一年总结',
  uniqueTogether: [['year', 'unit']],
  fields: {
    ...letterForm,
    document: letterForm.document.searchable(),
    quarter: integer('已报到第几季度', { min: 0, max: 4 }).optional(),
    progress: rows('最近进度', done).optional(),
    onTrack: integer('已达目标项数', { min: 0, unit: '项' }).optional(),
    final: rows('年终评定', done).optional(),
    targetCount: integer('目标项数', { min: 0, unit: '项' }).optional(),
    metCount: integer('完成项数', { min: 0, unit: '项' }).optional(),
    evaluation: longText('评定意见', { maxLength: 2000 }).optional(),
    evaluatedAt: instant('评定时间').optional(),
  },
  clocks: { sign: { zh: '签收', limit: { value: 5, unit: 'work_day' }, basis: '年度目标管理办法(示例)' } },
  statuses: {
    issued: { zh: '待签收', duty: 'evaluation.carry', taskZh: '目标任务书待签收', ofUnit: true },
    running: { zh: '执行中', duty: 'evaluation.carry', taskZh: '目标任务季度进度', ofUnit: true },
    evaluated: { zh: '已评定', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '下达',
    from: 'new',
    to: 'issued',
    by: 'evaluation.decide',
    form: letterForm,
    check: ({ input }) =>
      first(
        why(input.targets.length === 0, '请列出目标'),
        why(new Set(input.targets.map((t) => t.name)).size !== input.targets.length, '目标名称重复'),
      ),
    effects: ({ input }) => ({
      set: { unitId: input.unit, targetCount: input.targets.length, quarter: 0 },
      assign: { unitId: input.unit },
      clocks: [{ clock: 'sign', do: 'start' }],
      notify: [{ unitId: input.unit, zh: `${input.year}年度目标任务已下达,请签收` }],
    }),
  }),
  sign: action({
    zh: '签收',
    from: 'issued',
    to: 'running',
    by: 'evaluation.carry',
    tone: 'primary',
    form: { signer: text('签收人', { maxLength: 40 }) },
    effects: ({ subject }) => ({ assign: { unitId: subject.unit }, clocks: [{ clock: 'sign', do: 'stop' }] }),
  }),
  progress: action({
    zh: '报季度进度',
    from: 'running',
    to: 'same',
    by: 'evaluation.carry',
    tone: 'primary',
    form: { quarter: integer('季度', { min: 1, max: 4 }), progress: rows('累计完成', done, { eachOf: 'targets' }) },
    check: ({ input, subject }) =>
      first(
        why(input.quarter !== (subject.quarter ?? 0) + 1, `应报第${(subject.quarter ?? 0) + 1}季度`),
        doneFault(subject.targets, input.progress),
      ),
    effects: ({ input, subject }) => ({
      set: {
        ...input,
        onTrack: subject.targets.filter((t) => isMet(t, input.progress.find((l) => l.name === t.name)?.done ?? 0)).length,
      },
      assign: { unitId: subject.unit },
    }),
  }),
  evaluate: action({
    zh: '年终评定',
    from: 'running',
    to: 'evaluated',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { final: rows('核定完成值', done, { eachOf: 'targets' }), evaluation: longText('评定意见', { maxLength: 2000 }) },
    guard: ({ subject, now }) => notYet(dayText(now) < `${subject.year}-12-01`, `${subject.year}年12月起方可年终评定`),
    check: ({ input, subject }) =>
      first(doneFault(subject.targets, input.final), why((subject.quarter ?? 0) < 3, '前三季度进度尚未报齐')),
    effects: ({ input, subject, now }) => ({
      set: {
        ...input,
        metCount: subject.targets.filter((t) => isMet(t, input.final.find((l) => l.name === t.name)?.done ?? 0)).length,
        evaluatedAt: now.toISOString(),
      },
    }),
  }),
}))

/** What an institution is asked about its own sorting (示例, 待绩效办核定). */
export const sortingItems: readonly FullLine[] = [
  { item: '组织领导与责任人', full: 20 },
  { item: '分类投放设施', full: 20 },
  { item: '分类投放准确', full: 30 },
  { item: '分类台账', full: 15 },
  { item: '志愿服务与宣传', full: 15 },
]
const itemNames = sortingItems.map((i) => i.item)
const scoreLine = { item: text('考核内容', { maxLength: 60 }), got: number('得分', { min: 0, max: 100 }) } as const
export const unitAppraisal = procedure('evaluation.unit-appraisal', {
  zh: '机关单位垃圾分类绩效',
  menu: '创建与督办',
  numbering: { prefix: 'JG', per: 'year', digits: 4 },
  title: 'name',
  leadingClock: 'declare',
  help: '单位自报,检查核分;自报高出核分超过允许差的扣分;结果送绩效办并记回执',
  uniqueTogether: [['year', 'unit']],
  fields: {
    year: integer('年度', { min: 2000, max: 2100 }),
    unit: unit('机关单位'),
    name: text('单位名称', { maxLength: 100 }).searchable(),
    declareBy: date('自报截止'),
    ownLines: rows('自报', scoreLine).optional(),
    ownScore: number('自报得分', { min: 0, unit: '分' }).optional(),
    lines: rows('核分', scoreLine).optional(),
    checkedScore: number('核分', { min: 0, unit: '分' }).optional(),
    score: number('绩效得分', { min: 0, unit: '分' }).optional(),
    isInflated: flag('自报虚高').optional(),
    receipt: text('绩效办回执', { maxLength: 60 }).optional(),
    handedOn: date('送绩效办日期').optional(),
  },
  clocks: { declare: { zh: '自报', limit: { value: 10, unit: 'work_day' } } },
  statuses: {
    asked: { zh: '待自报', duty: 'evaluation.carry', taskZh: '垃圾分类绩效待自报', ofUnit: true },
    missed: { zh: '逾期未报', duty: 'evaluation.manage', taskZh: '未自报单位待检查' },
    declared: { zh: '待检查', duty: 'evaluation.manage', taskZh: '垃圾分类绩效待检查' },
    checked: { zh: '待送绩效办', duty: 'evaluation.manage', taskZh: '垃圾分类绩效待送' },
    handed: { zh: '已计入绩效', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '通知自报',
    from: 'new',
    to: 'asked',
    by: 'evaluation.manage',
    form: {
      year: integer('年度', { min: 2000, max: 2100 }),
      unit: unit('机关单位'),
      name: text('单位名称', { maxLength: 100 }),
      declareBy: date('自报截止'),
    },
    check: ({ input, now }) => why(input.declareBy < dayText(now), '自报截止不能早于今天'),
    effects: ({ input }) => ({
      set: { unitId: input.unit },
      assign: { unitId: input.unit },
      clocks: [{ clock: 'declare', do: 'start', dueAt: endOf(input.declareBy) }],
      timers: [{ name: 'miss', at: endOf(input.declareBy), action: 'miss' }],
    }),
  }),
  miss: action({ zh: '逾期未报', from: 'asked', to: 'missed', by: 'system' }),
  declare: action({
    zh: '自报',
    from: 'asked',
    to: 'declared',
    by: 'evaluation.carry',
    tone: 'primary',
    form: { ownLines: rows('自报得分', scoreLine, { eachOf: itemNames }), photos: photos(1, '佐证照片') },
    check: ({ input }) => lineFault(sortingItems, input.ownLines),
    effects: ({ input }) => ({
      set: { ownLines: input.ownLines, ownScore: sumOf(input.ownLines) },
      clocks: [{ clock: 'declare', do: 'stop' }],
      timers: [{ name: 'miss', at: null, action: 'miss' }],
    }),
  }),
  check: action({
    zh: '检查核分',
    from: ['declared', 'missed'],
    to: 'checked',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { lines: rows('核分', scoreLine, { eachOf: itemNames }), photos: photos(1, '检查照片') },
    check: ({ input }) => lineFault(sortingItems, input.lines),
    effects: ({ input, subject, parameter }) => {
      const checkedScore = sumOf(input.lines)
      const isInflated = (subject.ownScore ?? 0) - checkedScore > parameter('evaluation.inflated')
      const penalty = subject.status === 'missed' || isInflated ? parameter('evaluation.inflated-penalty') : 0
      return { set: { lines: input.lines, checkedScore, isInflated, score: round2(Math.max(0, checkedScore - penalty)) } }
    },
  }),
  hand: action({
    zh: '送绩效办',
    from: 'checked',
    to: 'handed',
    by: 'evaluation.decide',
    tone: 'primary',
    form: { receipt: text('绩效办回执', { maxLength: 60 }), handedOn: date('日期') },
    effects: ({ input }) => ({ set: input }),
  }),
}))
