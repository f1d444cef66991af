/** 高位协调: a matter that one unit cannot settle, raised to the committee: checked, each unit's opinion by a day, on the agenda, decided. */
import { addDays, choice, date, dayText, endOf, first, integer, longText, procedure, ref, rows, text, unit } from '#kernel'
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
