/** 高位协调: a matter that one unit cannot settle, raised to the committee: checked, each unit's opinion by a day, on the agenda, decided; and what was decided, carried out by a unit until it is signed off. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  files,
  first,
  instant,
  integer,
  longText,
  type many,
  one,
  procedure,
  ref,
  rows,
  say,
  text,
  unit,
} from '#kernel'
import { matterMoved } from '../facts.ts'
import { notYet, unitOfPerson, why } from '../shared.ts'

export const matterKinds = {
  special: '大型环境整治',
  event: '重大活动保障',
  create: '创建评比',
  emergency: '应急处置',
  duty: '职责争议',
  other: '其他',
} as const
const form = {
  title: text('事项', { maxLength: 100 }),
  kind: choice('类型', matterKinds),
  content: longText('情况与难点', { maxLength: 2000 }),
  wanted: longText('提请协调的内容', { maxLength: 500 }),
  units: rows('涉及单位', { unit: unit('单位') }),
} as const
const opinionLine = {
  unit: unit('单位'),
  view: choice('意见', { yes: '同意', part: '部分同意', no: '不同意' }),
  said: text('理由与建议', { maxLength: 300 }),
  on: text('日期', { maxLength: 10 }),
} as const
export const matter = procedure('command.matter', {
  zh: '提请城管委事项',
  menu: '城管委',
  title: 'title',
  numbering: { prefix: 'TY', per: 'year', digits: 4 },
  help: '单位提请,城管委办预审;涉及单位各自提意见,逾期视为无意见;列入议程由会议议决,或由城管委办协调议定。',
  fields: {
    ...form,
    title: form.title.searchable(),
    raisedBy: unit('提请单位'),
    reason: longText('预审意见', { maxLength: 500 }).optional(),
    opinionsBy: date('意见期限').optional(),
    opinions: rows('各单位意见', opinionLine),
    silent: integer('逾期未提意见', { unit: '家' }).optional(),
    meeting: ref('会议', 'command.committee-meeting').optional(),
    outcome: longText('议定结果', { maxLength: 1000 }).optional(),
    decidedOn: date('议定日期').optional(),
    way: choice('议定方式', { meeting: '会议议决', office: '城管委办协调' }).optional(),
    defers: integer('缓议', { unit: '次' }),
  },
  clocks: { opine: { zh: '提意见', limit: { value: 5, unit: 'natural_day' }, basis: '城管委议事规则(示例)' } },
  statuses: {
    raised: { zh: '待预审', duty: 'command.secretary', taskZh: '提请事项待预审' },
    asking: { zh: '征求意见', duty: 'command.secretary', taskZh: '事项征求意见中' },
    ready: { zh: '待上会或协调', duty: 'command.secretary', taskZh: '事项待列入议程' },
    agenda: { zh: '已列入议程' },
    deciding: { zh: '决议办理中' },
    closed: { zh: '已落实', kind: 'final' },
    returned: { zh: '退回', kind: 'final' },
    withdrawn: { zh: '撤回', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '提请',
    from: 'new',
    to: 'raised',
    by: 'command.raise',
    form,
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ input, found }) =>
      first(
        why(!found, '提请人没有所属单位'),
        why(input.units.length === 0, '请列出涉及单位'),
        why(new Set(input.units.map((u) => u.unit)).size !== input.units.length, '涉及单位不能重复'),
        why(
          input.units.every((u) => u.unit === found),
          '只涉及本单位的事项自行办理,不提请协调',
        ),
      ),
    effects: ({ found, subject }) => ({
      set: { raisedBy: found ?? '', opinions: [], defers: 0, unitId: found, areaCode: subject.district },
    }),
  }),
  check: action({
    zh: '预审',
    from: 'raised',
    to: ({ input }) => (input.isOk === 'yes' ? 'asking' : 'returned'),
    by: 'command.secretary',
    tone: 'primary',
    form: {
      isOk: choice('预审', { yes: '受理,征求意见', no: '退回' }),
      reason: longText('预审意见', { maxLength: 500 }),
      days: integer('意见期限', { unit: '日', min: 1, max: 30 }).optional().help('不填按议事规则的天数'),
    },
    effects: ({ input, subject, now, parameter }) => {
      if (input.isOk === 'no')
        return { set: { reason: input.reason }, notify: [{ unitId: subject.raisedBy, zh: `提请事项退回:${subject.title}` }] }
      const opinionsBy = addDays(dayText(now), input.days ?? parameter('command.opinion-days'))
      return {
        set: { reason: input.reason, opinionsBy },
        notify: subject.units.map((u) => ({
          unitId: u.unit,
          zh: `请于${opinionsBy}前对“${subject.title}”提出意见`.slice(0, 120),
        })),
        clocks: [{ clock: 'opine', do: 'start', dueAt: endOf(opinionsBy) }],
        timers: [{ name: 'opine', at: endOf(opinionsBy), action: 'lapse' }],
      }
    },
  }),
  opine: action({
    zh: '提出意见',
    from: 'asking',
    look: async ({ tx, actor }) => unitOfPerson(tx, actor.id),
    to: ({ subject, found }) =>
      subject.units.every((u) => u.unit === found || subject.opinions.some((o) => o.unit === u.unit)) ? 'ready' : 'asking',
    by: 'command.raise',
    tone: 'primary',
    form: { view: opinionLine.view, said: text('理由与建议', { maxLength: 300 }) },
    check: ({ found, subject }) =>
      first(
        notYet(!subject.units.some((u) => u.unit === found), '本单位不在征求意见的单位之内'),
        notYet(
          subject.opinions.some((o) => o.unit === found),
          '本单位已提出意见',
        ),
      ),
    effects: ({ input, subject, found, now }) => {
      const opinions = [...subject.opinions, { unit: found ?? '', ...input, on: dayText(now) }]
      const isLast = opinions.length === subject.units.length
      return {
        set: { opinions, ...(isLast ? { silent: 0 } : {}) },
        clocks: isLast ? [{ clock: 'opine', do: 'stop' }] : [],
        timers: isLast ? [{ name: 'opine', at: null, action: 'lapse' }] : [],
      }
    },
  }),
  lapse: action({
    zh: '意见期满',
    from: 'asking',
    to: 'ready',
    by: 'system',
    effects: ({ subject }) => ({ set: { silent: subject.units.length - subject.opinions.length } }),
  }),
  list: action({
    zh: '列入议程',
    from: 'ready',
    to: 'agenda',
    by: 'system',
    form: { meeting: ref('会议', 'command.committee-meeting') },
    effects: ({ input }) => ({ set: input }),
  }),
  defer: action({
    zh: '缓议',
    from: 'agenda',
    to: 'ready',
    by: 'system',
    form: { outcome: text('说明', { maxLength: 500 }) },
    effects: ({ subject, input }) => ({ set: { meeting: null, defers: subject.defers + 1, outcome: input.outcome } }),
  }),
  reject: action({
    zh: '会议未通过',
    from: 'agenda',
    to: 'returned',
    by: 'system',
    form: { outcome: text('说明', { maxLength: 500 }) },
    effects: ({ input, now }) => ({ set: { outcome: input.outcome, decidedOn: dayText(now), way: 'meeting' } }),
  }),
  decide: action({
    zh: '会议议决',
    from: 'agenda',
    to: 'deciding',
    by: 'system',
    form: { outcome: text('议定结果', { maxLength: 500 }), unit: unit('责任单位'), dueOn: date('期限') },
    effects: ({ input, now, subject }) => ({
      set: { outcome: input.outcome, decidedOn: dayText(now), way: 'meeting' },
      spawn: [resolutionOf(subject, { what: input.outcome, unit: input.unit, dueOn: input.dueOn })],
    }),
  }),
  settle: action({
    zh: '协调议定',
    from: 'ready',
    to: 'deciding',
    by: 'command.secretary',
    tone: 'primary',
    form: {
      outcome: longText('议定结果', { maxLength: 1000 }),
      lines: rows('任务', { what: text('任务', { maxLength: 200 }), unit: unit('责任单位'), dueOn: date('期限') }),
    },
    check: ({ input, subject, now }) =>
      first(
        why(input.lines.length === 0, '请明确责任单位与期限'),
        why(
          input.lines.some((l) => l.dueOn < dayText(now)),
          '期限不能早于今天',
        ),
        notYet(
          subject.opinions.some((o) => o.view === 'no'),
          '有单位不同意,应提交会议议决',
        ),
      ),
    effects: ({ input, subject, now }) => ({
      set: { outcome: input.outcome, decidedOn: dayText(now), way: 'office' },
      spawn: input.lines.map((l) => resolutionOf(subject, l)),
    }),
  }),
  finish: action({ zh: '全部落实', from: 'deciding', to: 'closed', by: 'system' }),
  withdraw: action({
    zh: '撤回',
    from: ['raised', 'asking', 'ready'],
    to: 'withdrawn',
    by: 'command.raise',
    tone: 'danger',
    form: { reason: longText('撤回理由', { maxLength: 500 }) },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ found, subject }) => notYet(found !== subject.raisedBy, '由提请单位撤回'),
    effects: ({ input }) => ({
      set: input,
      clocks: [{ clock: 'opine', do: 'cancel' }],
      timers: [{ name: 'opine', at: null, action: 'lapse' }],
    }),
  }),
}))
interface Line {
  readonly what: string
  readonly unit: string
  readonly dueOn: string
}
const resolutionOf = (of: { readonly id: string; readonly title: string; readonly kind: string }, line: Line) => ({
  procedure: 'command.resolution',
  input: { matter: of.id, matterTitle: of.title, kind: of.kind, ...line },
})

const resolutionForm = {
  matter: ref('事项', 'command.matter'),
  matterTitle: text('事项', { maxLength: 100 }),
  kind: choice('类型', matterKinds),
  what: text('决议任务', { maxLength: 500 }),
  unit: unit('责任单位'),
  dueOn: date('期限'),
} as const
const progressLine = {
  on: text('日期', { maxLength: 10 }),
  percent: integer('进度', { unit: '%' }),
  said: text('情况', { maxLength: 200 }),
} as const
const openSql = 'select count(*)::int as n from command.resolution where matter = $1 and closed_at is null'
/** @returns how many tasks of a matter are still open. */
export const openResolutions = async (tx: Parameters<typeof many>[0], matterId: string): Promise<number> =>
  (await one<{ n: number }>(tx, openSql, [matterId]))?.n ?? 0
export const resolution = procedure('command.resolution', {
  zh: '城管委决议任务',
  menu: '城管委',
  title: 'what',
  numbering: { prefix: 'JY', per: 'year', digits: 4 },
  help: '责任单位报进度、报完成,城管委办核实销号;逾期自动列出,下次会议开场先过逾期任务。',
  fields: {
    ...resolutionForm,
    what: resolutionForm.what.searchable(),
    progress: rows('进度', progressLine),
    isOverdue: choice('逾期', { yes: '是', no: '否' }),
    result: longText('完成情况', { maxLength: 500 }).optional(),
    doneOn: date('完成日期').optional(),
    extensions: integer('延期', { unit: '次' }),
    reviewedAt: instant('会上过堂').optional(),
  },
  clocks: { carry: { zh: '落实', limit: { value: 30, unit: 'natural_day' }, basis: '城管委决议' } },
  statuses: {
    open: { zh: '办理中', duty: 'command.raise', taskZh: '城管委决议待落实', ofUnit: true },
    done: { zh: '待核实', duty: 'command.secretary', taskZh: '决议任务待核实' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  decide: action({
    zh: '下达',
    from: 'new',
    to: 'open',
    by: 'system',
    form: resolutionForm,
    check: ({ input, now }) => why(input.dueOn < dayText(now), '期限不能早于今天'),
    effects: ({ input }) => ({
      set: { progress: [], isOverdue: 'no', extensions: 0, unitId: input.unit },
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `城管委决议:${input.what}`.slice(0, 120) }],
      clocks: [{ clock: 'carry', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'pass' }],
    }),
  }),
  pass: action({
    zh: '逾期',
    from: 'open',
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      set: { isOverdue: 'yes' },
      notify: [{ unitId: subject.unit, zh: `城管委决议已逾期:${subject.what}`.slice(0, 120) }],
    }),
  }),
  report: action({
    zh: '报进度',
    from: 'open',
    to: 'same',
    by: 'command.raise',
    form: { percent: integer('进度', { unit: '%', min: 0, max: 99 }), said: text('情况', { maxLength: 200 }) },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ found, subject, input }) =>
      first(
        notYet(found !== subject.unit, '不是本单位的任务'),
        why(input.percent < (subject.progress.at(-1)?.percent ?? 0), '进度不能倒退'),
      ),
    effects: ({ input, subject, now }) => ({ set: { progress: [...subject.progress, { on: dayText(now), ...input }] } }),
  }),
  finish: action({
    zh: '报完成',
    from: 'open',
    to: 'done',
    by: 'command.raise',
    tone: 'primary',
    form: { result: longText('完成情况', { maxLength: 500 }), proof: files(1, '佐证材料') },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ found, subject }) => notYet(found !== subject.unit, '不是本单位的任务'),
    effects: ({ input, now }) => ({ set: { result: input.result, doneOn: dayText(now) } }),
  }),
  sign: action({
    zh: '核实',
    from: 'done',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'open'),
    by: 'command.secretary',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '销号', no: '退回' }) },
    effects: ({ input, subject }) =>
      input.isOk === 'yes'
        ? {
            clocks: [{ clock: 'carry', do: 'stop' }],
            timers: [{ name: 'due', at: null, action: 'pass' }],
            facts: [say(matterMoved, { matter: subject.matter })],
          }
        : { assign: { unitId: subject.unit }, set: { doneOn: null } },
  }),
  extend: action({
    zh: '批准延期',
    from: 'open',
    to: 'same',
    by: 'command.approve',
    form: { dueOn: date('新期限'), reason: text('理由', { maxLength: 200 }) },
    check: ({ input, subject }) => why(input.dueOn <= subject.dueOn, '新期限应晚于原期限'),
    effects: ({ input, subject }) => ({
      set: { dueOn: input.dueOn, isOverdue: 'no', extensions: subject.extensions + 1 },
      clocks: [{ clock: 'carry', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'pass' }],
    }),
  }),
  review: action({
    zh: '会上过堂',
    from: ['open', 'done'],
    to: 'same',
    by: 'system',
    form: { said: text('说明', { maxLength: 200 }) },
    effects: ({ subject, input, now }) => ({
      set: {
        reviewedAt: now.toISOString(),
        progress: [
          ...subject.progress,
          { on: dayText(now), percent: subject.progress.at(-1)?.percent ?? 0, said: `会上说明:${input.said}`.slice(0, 200) },
        ],
      },
    }),
  }),
}))
