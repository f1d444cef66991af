/** “三重一大”: materials, opinions asked beforehand, the meeting with its quorum, the vote of each (the first in command last), carrying out, checking. A step that is missing blocks the end. */
import {
  choice,
  date,
  dayText,
  didBefore,
  endOf,
  files,
  first,
  flag,
  integer,
  list,
  longText,
  money,
  number,
  procedure,
  repeated,
  rows,
  text,
  unit,
} from '#kernel'
import { lacking, leadersOf, notYet, unitOf, why } from '../shared.ts'

const kinds = { decision: '重大决策', personnel: '重要人事任免', project: '重大项目安排', money: '大额度资金使用' } as const
const form = {
  title: text('事项', { maxLength: 100 }),
  kind: choice('类型', kinds),
  amount: money('金额').optional().help('大额资金、重大项目必填'),
  content: longText('事项说明', { maxLength: 2000 }),
  askUnits: rows('会前征求意见的单位', { unit: unit('单位') }),
} as const
const opinionLine = {
  unit: unit('单位'),
  view: choice('意见', { yes: '同意', part: '有条件同意', no: '不同意' }),
  said: text('说明', { maxLength: 300 }),
  on: text('日期', { maxLength: 10 }),
} as const
const voteLine = {
  member: text('成员', { maxLength: 60 }),
  vote: choice('表决', { yes: '同意', no: '不同意', kept: '弃权', absent: '缺席' }),
  said: text('发表意见', { maxLength: 200 }).optional(),
} as const
const steps = { materials: '议题材料', opinions: '会前征求意见', vote: '会议表决', result: '执行结果' } as const
interface Steps {
  readonly materials: number
  readonly askUnits: readonly { readonly unit: string }[]
  readonly opinions: readonly { readonly unit: string }[]
  readonly votes: readonly unknown[]
  readonly result: string | null
}
/** Steps of a matter that are not there yet, in their order. */
export const missingSteps = (s: Steps): readonly (keyof typeof steps)[] => [
  ...(s.materials === 0 ? (['materials'] as const) : []),
  ...(s.askUnits.some((u) => !s.opinions.some((o) => o.unit === u.unit)) ? (['opinions'] as const) : []),
  ...(s.votes.length === 0 ? (['vote'] as const) : []),
  ...(s.result ? [] : (['result'] as const)),
]
const names = (missing: readonly (keyof typeof steps)[]): string => missing.map((m) => steps[m]).join('、')
export const decision = procedure('party.decision', {
  zh: '“三重一大”事项',
  menu: '党建活动',
  title: 'title',
  numbering: { prefix: 'SZ', per: 'year', digits: 4 },
  help: '材料 → 会前征求意见 → 会议逐人表决(主要负责人末位表态) → 执行 → 核实;紧急处置的事后补齐,缺一步不能办结。',
  fields: {
    ...form,
    title: form.title.searchable(),
    proposedBy: unit('提出单位').optional(),
    isUrgent: choice('紧急处置', { yes: '是', no: '否' }),
    urgentWhy: longText('紧急处置理由', { maxLength: 500 }).optional(),
    materials: integer('材料', { unit: '份' }),
    opinions: rows('会前意见', opinionLine),
    voters: list('应到成员'),
    votes: rows('表决', voteLine),
    isCarried: choice('表决结果', { yes: '通过', no: '未通过' }).optional(),
    decidedOn: date('决策日期').optional(),
    minutes: longText('会议记录', { maxLength: 4000 }).optional(),
    doer: unit('执行单位').optional(),
    dueOn: date('执行期限').optional(),
    isLate: choice('执行逾期', { yes: '是', no: '否' }),
    progress: rows('执行进度', {
      on: text('日期', { maxLength: 10 }),
      percent: number('进度', { unit: '%' }),
      said: text('情况', { maxLength: 200 }),
    }),
    result: longText('执行结果', { maxLength: 1000 }).optional(),
    closedOn: date('办结日期').optional(),
    hasVoted: flag('已表决').optional(),
  },
  statuses: {
    preparing: { zh: '备材料', duty: 'party.carry', taskZh: '三重一大事项待备材料' },
    asking: { zh: '会前征求意见', duty: 'party.manage', taskZh: '三重一大事项征求意见中' },
    ready: { zh: '待上会', duty: 'party.manage', taskZh: '三重一大事项待上会' },
    executing: { zh: '执行中', duty: 'party.carry', taskZh: '三重一大决策执行中' },
    verifying: { zh: '待核实', duty: 'party.approve', taskZh: '三重一大执行结果待核实' },
    closed: { zh: '已办结', kind: 'final' },
    rejected: { zh: '未通过', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '提出',
    from: 'new',
    to: 'preparing',
    by: 'party.carry',
    form,
    look: async ({ tx, actor }) => ({ unit: await unitOf(tx, actor.id), leaders: await leadersOf(tx) }),
    check: ({ input, found, parameter }) => {
      const least = parameter('party.big-money')
      return first(
        why((input.kind === 'money' || input.kind === 'project') && !input.amount, '请填写金额'),
        why(input.kind === 'money' && (input.amount ?? 0) < least * 100, `不到${least}元的不列大额资金,按一般支出审批`),
        why(input.askUnits.length === 0, '请列出会前征求意见的单位'),
        why(repeated(input.askUnits.map((u) => u.unit)) !== undefined, '单位重复'),
        notYet(found.leaders.filter((l) => l.isFirst).length !== 1, '党组成员应登记一名主要负责人'),
      )
    },
    effects: ({ found, subject }) => ({
      set: {
        proposedBy: found.unit,
        isUrgent: 'no',
        materials: 0,
        opinions: [],
        voters: found.leaders.map((l) => l.label),
        votes: [],
        progress: [],
        isLate: 'no',
        areaCode: subject.district,
      },
    }),
  }),
  supply: action({
    zh: '提交材料',
    from: ['preparing', 'executing'],
    to: ({ subject }) => (subject.status === 'preparing' ? 'asking' : 'executing'),
    by: 'party.carry',
    tone: 'primary',
    form: { papers: files(1, '议题材料') },
    guard: ({ subject }) => notYet(subject.status === 'executing' && subject.materials > 0, '材料已齐'),
    effects: ({ input, subject }) => ({
      set: { materials: input.papers.length },
      notify: subject.askUnits.map((u) => ({ unitId: u.unit, zh: `请对“${subject.title}”提出会前意见`.slice(0, 120) })),
    }),
  }),
  rush: action({
    zh: '紧急处置,先行执行',
    from: ['preparing', 'asking', 'ready'],
    to: 'executing',
    by: 'party.approve',
    tone: 'danger',
    form: {
      urgentWhy: longText('紧急处置理由', { maxLength: 500 }),
      doer: unit('执行单位'),
      dueOn: date('执行期限'),
    },
    help: '突发紧急情况可临机处置,事后须补齐材料、意见与会议表决,否则不能办结。',
    effects: ({ input }) => ({
      set: { ...input, isUrgent: 'yes' },
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'pass' }],
    }),
  }),
  opine: action({
    zh: '提出会前意见',
    from: ['asking', 'executing'],
    look: ({ tx, actor }) => unitOf(tx, actor.id),
    to: ({ subject, found }) => {
      const isLast = subject.askUnits.every((u) => u.unit === found || subject.opinions.some((o) => o.unit === u.unit))
      return subject.status === 'asking' && isLast ? 'ready' : subject.status
    },
    by: 'party.carry',
    tone: 'primary',
    form: { view: opinionLine.view, said: text('说明', { maxLength: 300 }) },
    check: ({ found, subject }) =>
      first(
        notYet(!subject.askUnits.some((u) => u.unit === found), '本单位不在征求意见的单位之内'),
        notYet(
          subject.opinions.some((o) => o.unit === found),
          '本单位已提出意见',
        ),
      ),
    effects: ({ input, subject, found, now }) => ({
      set: { opinions: [...subject.opinions, { unit: found ?? '', ...input, on: dayText(now) }] },
    }),
  }),
  vote: action({
    zh: '会议表决',
    from: ['ready', 'executing'],
    look: ({ tx }) => leadersOf(tx),
    to: ({ subject, input }) => {
      if (subject.status === 'executing') return 'executing'
      return input.votes.filter((v) => v.vote === 'yes').length * 2 > input.votes.length ? 'executing' : 'rejected'
    },
    by: 'party.manage',
    tone: 'primary',
    form: {
      votes: rows('逐人表决(按发言顺序)', voteLine, { eachOf: 'voters' }),
      minutes: longText('会议记录', { maxLength: 4000 }),
      doer: unit('执行单位').optional(),
      dueOn: date('执行期限').optional(),
      proof: files(1, '会议记录扫描件'),
    },
    guard: ({ subject }) => notYet(subject.hasVoted === true, '已表决'),
    check: ({ input, subject, found, parameter, now }) => {
      const left = lacking(
        subject.voters,
        input.votes.map((v) => v.member),
      )
      const there = input.votes.filter((v) => v.vote !== 'absent')
      const need = Math.ceil((subject.voters.length * parameter('party.quorum')) / 100)
      const chief = found.find((l) => l.isFirst)?.label
      const isCarried = there.filter((v) => v.vote === 'yes').length * 2 > subject.voters.length
      return first(
        why(left !== '', `没有表决:${left}`),
        why(input.votes.length !== subject.voters.length, '表决有重复或不在应到名单'),
        notYet(there.length < need, `到会${there.length}人,不足${need}人`),
        why(Boolean(chief) && there.some((v) => v.member === chief) && there.at(-1)?.member !== chief, '主要负责人应末位表态'),
        why(
          there.some((v) => !v.said),
          '到会成员都应发表意见',
        ),
        why(
          isCarried && subject.status === 'ready' && (!input.doer || !input.dueOn || input.dueOn < dayText(now)),
          '通过的须有执行单位和今天以后的期限',
        ),
      )
    },
    effects: ({ input, subject, now }) => {
      const isCarried = input.votes.filter((v) => v.vote === 'yes').length * 2 > input.votes.length ? 'yes' : 'no'
      const isReady = subject.status === 'ready' && isCarried === 'yes'
      return {
        set: {
          votes: input.votes.map((v) => ({ ...v, said: v.said ?? null })),
          minutes: input.minutes,
          isCarried,
          hasVoted: true,
          decidedOn: dayText(now),
          ...(isReady ? { doer: input.doer ?? null, dueOn: input.dueOn ?? null } : {}),
        },
        timers: isReady ? [{ name: 'due', at: endOf(input.dueOn ?? dayText(now)), action: 'pass' }] : [],
      }
    },
  }),
  pass: action({ zh: '执行逾期', from: 'executing', to: 'same', by: 'system', effects: () => ({ set: { isLate: 'yes' } }) }),
  report: action({
    zh: '报执行进度',
    from: 'executing',
    to: 'same',
    by: 'party.carry',
    form: { percent: number('进度', { unit: '%', min: 1, max: 100 }), said: text('情况', { maxLength: 200 }) },
    look: ({ tx, actor }) => unitOf(tx, actor.id),
    check: ({ input, subject, found }) =>
      first(
        notYet(found !== subject.doer, '由执行单位填报'),
        why(input.percent < (subject.progress.at(-1)?.percent ?? 0), '进度不能倒退'),
      ),
    effects: ({ input, subject, now }) => ({ set: { progress: [...subject.progress, { on: dayText(now), ...input }] } }),
  }),
  finish: action({
    zh: '报执行完成',
    from: 'executing',
    to: 'verifying',
    by: 'party.carry',
    tone: 'primary',
    form: { result: longText('执行结果', { maxLength: 1000 }), proof: files(1, '佐证材料') },
    look: ({ tx, actor }) => unitOf(tx, actor.id),
    check: ({ found, subject, input }) =>
      first(
        notYet(found !== subject.doer, '由执行单位填报'),
        notYet(
          missingSteps({ ...subject, result: input.result }).length > 0,
          `还缺:${names(missingSteps({ ...subject, result: input.result }))}`,
        ),
        notYet(subject.isCarried === 'no', '会议没有通过,应停止执行'),
      ),
    effects: ({ input }) => ({
      set: { result: input.result },
      timers: [{ name: 'due', at: null, action: 'pass' }],
    }),
  }),
  stop: action({
    zh: '会议未追认,停止执行',
    from: 'executing',
    to: 'rejected',
    by: 'party.approve',
    tone: 'danger',
    form: { result: longText('停止执行情况', { maxLength: 500 }) },
    guard: ({ subject }) => notYet(subject.isCarried !== 'no', '会议没有否决'),
    effects: ({ input }) => ({ set: input }),
  }),
  close: action({
    zh: '核实办结',
    from: 'verifying',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'executing'),
    by: 'party.approve',
    tone: 'primary',
    form: { isOk: choice('结论', { yes: '办结', no: '退回' }), note: text('意见', { maxLength: 200 }) },
    guard: ({ subject, past, actor }) =>
      first(
        notYet(missingSteps(subject).length > 0, `还缺:${names(missingSteps(subject))}`),
        notYet(didBefore(past, 'finish', actor), '报完成的人不能核实'),
      ),
    effects: ({ input, now }) => (input.isOk === 'yes' ? { set: { closedOn: dayText(now) } } : { set: { result: null } }),
  }),
}))
