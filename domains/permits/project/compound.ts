/** 设计审图与新建住宅验收参与, 小区验收前置审核(一次预约、四张结果单). */
import type { Transaction } from 'kysely'
import {
  choice,
  date,
  dayText,
  files,
  instant,
  integer,
  json,
  list,
  longText,
  photos,
  procedure,
  raw,
  ref,
  refuse,
  rows,
  text,
} from '#kernel'
import { sheetKinds } from '../contract.ts'
import { first, wrong } from '../kinds/kind.ts'

const readProject = async (
  tx: Transaction<unknown>,
  id: string,
): Promise<{ readonly name: string; readonly kind: string } | undefined> =>
  (
    await raw<{ name: string; kind: string }>(tx, 'select name, kind from permits.project where id = $1 and retired_at is null', [
      id,
    ])
  ).rows[0]

const advice = {
  item: text('意见', { maxLength: 300 }),
  reply: choice('答复', { adopted: '采纳', declined: '不采纳' }).optional(),
  note: text('说明', { maxLength: 300 }).optional(),
} as const
export const designReview = procedure('permits.design-review', {
  zh: '设计审图与新建住宅验收参与',
  menu: '建设项目备案',
  title: 'topic',
  help: '会同住建、规划审图,提出防止日后违建的意见;逐条答复采纳与否。',
  numbering: { prefix: 'ST', per: 'year', digits: 4 },
  leadingClock: 'reply',
  fields: {
    project: ref('建设项目', 'permits.project'),
    kind: choice('形式', { drawing: '设计方案审图', acceptance: '新建住宅验收' }),
    departments: list('会同部门'),
    heldOn: date('日期'),
    topic: text('内容', { maxLength: 200 }).searchable(),
    advice: rows('意见', advice),
    given: integer('意见条数', { unit: '条', min: 0 }),
    adopted: integer('采纳条数', { unit: '条', min: 0 }),
    papers: files(1, '会议材料'),
    doneAt: instant('办结时间').optional(),
  },
  clocks: { reply: { zh: '答复', limit: { value: 10, unit: 'work_day' }, basis: '联审制度(示例)' } },
  statuses: {
    opened: { zh: '待答复', duty: 'permits.review', taskZh: '待登记审图意见答复' },
    done: { zh: '已答复', kind: 'final' },
  },
}).actions((action) => ({
  hold: action({
    zh: '登记审图、验收',
    from: 'new',
    to: 'opened',
    by: 'permits.review',
    form: {
      project: ref('建设项目', 'permits.project'),
      kind: choice('形式', { drawing: '设计方案审图', acceptance: '新建住宅验收' }),
      departments: list('会同部门'),
      heldOn: date('日期'),
      topic: text('内容', { maxLength: 200 }),
      advice: list('意见'),
      papers: files(1, '会议材料'),
    },
    check: ({ input, now }) =>
      first(
        input.departments.some((d) => /住建|规划|自然资源/.test(d)) ? undefined : wrong('会同部门应有住建或规划'),
        input.advice.length === 0 ? wrong('请至少提出一条防止违建的意见') : undefined,
        input.heldOn > dayText(now) ? wrong('日期不能晚于今天') : undefined,
      ),
    effects: ({ input }) => ({
      set: { advice: input.advice.map((item) => ({ item, reply: null, note: null })), given: input.advice.length, adopted: 0 },
      clocks: [{ clock: 'reply', do: 'start' }],
    }),
  }),
  reply: action({
    zh: '登记一条答复',
    from: 'opened',
    by: 'permits.review',
    tone: 'primary',
    form: {
      index: integer('第几条', { min: 1 }),
      reply: choice('答复', { adopted: '采纳', declined: '不采纳' }),
      note: text('说明', { maxLength: 300 }),
    },
    check: ({ input, subject }) => (subject.advice[input.index - 1] ? undefined : wrong(`没有第${input.index}条`)),
    to: ({ input, subject }) => (subject.advice.every((a, i) => a.reply || i === input.index - 1) ? 'done' : 'opened'),
    effects: ({ input, subject, now }) => {
      const advice = subject.advice.map((a, i) => (i === input.index - 1 ? { ...a, reply: input.reply, note: input.note } : a))
      const isAll = advice.every((a) => a.reply)
      return {
        set: { advice, adopted: advice.filter((a) => a.reply === 'adopted').length, doneAt: isAll ? now.toISOString() : null },
        clocks: isAll ? [{ clock: 'reply', do: 'stop' }] : [],
      }
    },
  }),
}))

interface SheetResult {
  readonly result: 'pass' | 'fail'
  readonly note: string
  readonly by: string
  readonly on: string
}
const sheetColumns = {
  columns: {
    result: choice('结果', { pass: '合格', fail: '不合格' }),
    note: text('情况'),
    by: text('填写人'),
    on: date('日期'),
  },
} as const
const sheetFields = {
  sanitation: json<SheetResult>('环卫结果', sheetColumns).optional(),
  parking: json<SheetResult>('停车结果', sheetColumns).optional(),
  lighting: json<SheetResult>('照明结果', sheetColumns).optional(),
  illegal: json<SheetResult>('违建结果', sheetColumns).optional(),
} as const
const sheetKeys = Object.keys(sheetKinds) as (keyof typeof sheetKinds)[]
export const compoundAcceptance = procedure('permits.compound-acceptance', {
  zh: '小区验收前置审核',
  menu: '建设项目备案',
  title: 'projectName',
  help: '一次预约,环卫、停车、照明、违建四张结果单;四张都合格才出具前置审核意见。',
  numbering: { prefix: 'XY', per: 'year', digits: 4 },
  leadingClock: 'review',
  mirror: { review: { dueAt: 'reviewDueAt' } },
  fields: {
    project: ref('建设项目', 'permits.project'),
    projectName: text('小区', { maxLength: 120 }).optional().searchable(),
    visitOn: date('预约日期'),
    ...sheetFields,
    visits: integer('到场次数', { min: 0 }),
    opinion: longText('前置审核意见', { maxLength: 1000 }).optional(),
    reviewDueAt: instant('审核期限').optional(),
    doneAt: instant('办结时间').optional(),
  },
  clocks: { review: { zh: '前置审核', basis: '本局小区验收前置审核办法(示例)', byDay: 'plain' } },
  statuses: {
    booked: { zh: '已预约', duty: 'permits.inspect', taskZh: '待到场前置审核' },
    failed: { zh: '有不合格项,整改中', duty: 'permits.apply', taskZh: '小区前置审核待整改再约' },
    done: { zh: '四项合格', kind: 'final' },
  },
}).actions((action) => ({
  book: action({
    zh: '预约',
    from: 'new',
    to: 'booked',
    by: 'permits.apply',
    form: { project: ref('建设项目', 'permits.project'), visitOn: date('预约日期') },
    look: async (ctx) => readProject(ctx.tx, ctx.input.project),
    check: ({ found, input, now }) =>
      first(
        found ? undefined : refuse('kernel.not-found', { what: '建设项目' }),
        found && found.kind !== 'residential' ? wrong('前置审核限新建住宅小区') : undefined,
        input.visitOn < dayText(now) ? wrong('预约日期不能早于今天') : undefined,
      ),
    effects: ({ found, parameter }) => ({
      set: { projectName: found?.name ?? null, visits: 0 },
      clocks: [{ clock: 'review', do: 'start', limit: { value: parameter('permits.sheet-days'), unit: 'work_day' } }],
    }),
  }),
  fill: action({
    zh: '填写结果单',
    from: 'booked',
    to: 'same',
    by: 'permits.inspect',
    tone: 'primary',
    form: {
      sheet: choice('结果单', sheetKinds),
      result: choice('结果', { pass: '合格', fail: '不合格' }),
      note: text('情况', { maxLength: 500 }),
      photos: photos(1, '现场照片'),
    },
    guard: ({ subject, now }) =>
      dayText(now) < subject.visitOn ? refuse('permits.before', { why: `预约在${subject.visitOn}` }) : undefined,
    check: ({ input, subject }) =>
      subject[input.sheet]?.result === 'pass' ? wrong(`${sheetKinds[input.sheet]}已合格`) : undefined,
    effects: ({ input, actor, now }) => ({
      set: { [input.sheet]: { result: input.result, note: input.note, by: actor.name, on: dayText(now) } },
    }),
  }),
  finish: action({
    zh: '汇总四张结果单',
    from: 'booked',
    by: 'permits.inspect',
    form: { opinion: longText('前置审核意见', { maxLength: 1000 }) },
    guard: ({ subject }) => {
      const missing = sheetKeys.filter((k) => !subject[k])
      return missing.length > 0
        ? refuse('permits.open-parts', { why: `${missing.map((k) => sheetKinds[k]).join('、')}结果单未填` })
        : undefined
    },
    to: ({ subject }) => (sheetKeys.every((k) => subject[k]?.result === 'pass') ? 'done' : 'failed'),
    effects: ({ input, subject, now }) => {
      const isAll = sheetKeys.every((k) => subject[k]?.result === 'pass')
      return {
        set: { opinion: input.opinion, visits: subject.visits + 1, doneAt: isAll ? now.toISOString() : null },
        clocks: [{ clock: 'review', do: isAll ? 'stop' : 'pause' }],
      }
    },
  }),
  rebook: action({
    zh: '整改后再约',
    from: 'failed',
    to: 'booked',
    by: 'permits.apply',
    form: { visitOn: date('预约日期') },
    check: ({ input, now }) => (input.visitOn < dayText(now) ? wrong('预约日期不能早于今天') : undefined),
    effects: ({ input }) => ({ set: { visitOn: input.visitOn }, clocks: [{ clock: 'review', do: 'resume' }] }),
  }),
}))
