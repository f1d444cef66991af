/** 重点实验室与科技项目: a council with a quorum; projects with a budget, a mid check, an acceptance and a use. */
import {
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
  person,
  procedure,
  ref,
  register,
  rows,
  text,
} from '#kernel'
import { countOf, notYet, sameHand, why } from './shared.ts'

export const councilMember = register('office.council-member', {
  zh: '实验室理事会成员',
  menu: '科技',
  title: 'name',
  uniqueTogether: [['name', 'fromOn']],
  fields: {
    name: text('姓名', { maxLength: 40 }).searchable(),
    org: text('单位', { maxLength: 100 }),
    role: choice('职务', { chair: '理事长', vice: '副理事长', member: '理事', academic: '学术委员' }),
    fromOn: date('任期自'),
    toOn: date('任期至'),
  },
})
const present = { name: text('姓名', { maxLength: 40 }), isPresent: flag('到会').optional() } as const
export const councilMeeting = procedure('office.council-meeting', {
  zh: '实验室理事会议',
  menu: '科技',
  numbering: { prefix: 'LS', per: 'year', digits: 3 },
  title: 'topic',
  help: '到会不足章程规定比例的,会议无效,须另行召开',
  fields: {
    topic: text('议题', { maxLength: 200 }).searchable(),
    meetOn: date('日期'),
    members: rows('应到成员', { name: text('姓名', { maxLength: 40 }) }).optional(),
    attendance: rows('到会', present).optional(),
    presentCount: integer('到会人数', { min: 0, unit: '人' }).optional(),
    decisions: longText('决议', { maxLength: 4000 }).optional(),
  },
  statuses: {
    planned: { zh: '待召开', duty: 'office.manage', taskZh: '理事会议待召开' },
    held: { zh: '有效召开', kind: 'final' },
    void: { zh: '未达法定人数', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '召集会议',
    from: 'new',
    to: 'planned',
    by: 'office.manage',
    form: { topic: text('议题', { maxLength: 200 }), meetOn: date('日期') },
    look: ({ tx, input }) =>
      many<{ name: string }>(
        tx,
        'select name from office.council_member where retired_at is null and from_on <= $1::date and to_on >= $1::date order by role, name',
        [input.meetOn],
      ),
    check: ({ found }) => why(found.length === 0, '该日没有在任的理事会成员'),
    effects: ({ found }) => ({ set: { members: found } }),
  }),
  hold: action({
    zh: '登记到会与决议',
    from: 'planned',
    to: ({ input, subject, parameter }) =>
      100 * input.attendance.filter((a) => a.isPresent).length >= parameter('office.quorum') * (subject.members ?? []).length
        ? 'held'
        : 'void',
    by: 'office.manage',
    tone: 'primary',
    form: { attendance: rows('到会', present, { eachOf: 'members' }), decisions: longText('决议', { maxLength: 4000 }) },
    guard: ({ subject, now }) => notYet(dayText(now) < subject.meetOn, `会议定于${subject.meetOn}`),
    check: ({ input, subject }) =>
      why(
        (subject.members ?? []).some((m) => input.attendance.filter((a) => a.name === m.name).length !== 1),
        '每位成员须登记一次到会情况',
      ),
    effects: ({ input }) => ({ set: { ...input, presentCount: input.attendance.filter((a) => a.isPresent).length } }),
  }),
}))
export const researchKinds = { lab: '重点实验室课题', bureau: '局级科技项目' } as const
const researchForm = {
  kind: choice('类别', researchKinds),
  name: text('项目名称', { maxLength: 120 }),
  field: text('领域', { maxLength: 60 }),
  leader: text('负责人', { maxLength: 40 }),
  budgetFen: money('经费'),
  endOn: date('计划结题'),
  proposal: longText('申报书', { maxLength: 8000 }),
} as const
export const research = procedure('office.research', {
  zh: '科技项目与课题',
  menu: '科技',
  numbering: { prefix: 'KT', per: 'year', digits: 3 },
  title: 'name',
  leadingClock: 'end',
  help: '局级科技项目每年有立项上限;实验室课题须经有效的理事会议;中期检查后方可验收;经费不超预算;应用后办结',
  uniqueTogether: [['name']],
  fields: {
    ...researchForm,
    name: researchForm.name.searchable(),
    applicant: person('申报人').optional(),
    meeting: ref('理事会议', 'office.council-meeting').optional(),
    year: integer('立项年度', { min: 2000, max: 2100 }).optional(),
    approvedOn: date('立项日期').optional(),
    spentFen: money('已用经费').optional(),
    progress: longText('中期情况', { maxLength: 4000 }).optional(),
    result: longText('成果', { maxLength: 4000 }).optional(),
    acceptedOn: date('验收日期').optional(),
    use: longText('应用情况', { maxLength: 2000 }).optional(),
  },
  clocks: { end: { zh: '结题', limit: { value: 1, unit: 'natural_day' } } },
  statuses: {
    applied: { zh: '待立项', duty: 'office.decide', taskZh: '科技项目待立项' },
    running: { zh: '在研,待中期检查', duty: 'office.manage', taskZh: '科技项目待中期检查' },
    checked: { zh: '在研,待验收', duty: 'office.decide', taskZh: '科技项目待验收' },
    accepted: { zh: '已验收,待应用', duty: 'office.manage', taskZh: '科技成果待应用' },
    used: { zh: '已应用', kind: 'final' },
    declined: { zh: '未立项', kind: 'final' },
    ended: { zh: '终止', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申报',
    from: 'new',
    to: 'applied',
    by: 'office.carry',
    form: researchForm,
    check: ({ input, now }) => why(input.endOn <= dayText(now), '计划结题应晚于今天'),
    effects: ({ actor }) => ({ set: { applicant: actor.id, spentFen: 0 } }),
  }),
  approve: action({
    zh: '立项',
    from: 'applied',
    to: 'running',
    by: 'office.decide',
    tone: 'primary',
    form: { meeting: ref('理事会议(课题须填)', 'office.council-meeting').optional() },
    guard: ({ subject, actor }) => sameHand(actor.id, subject.applicant, '立项人', '申报人'),
    look: async ({ tx, subject, input, now }) => ({
      year: await countOf(
        tx,
        `select count(*)::int as n from office.research where kind = 'bureau' and year = $1 and status <> all (array['applied', 'declined'])`,
        [Number(dayText(now).slice(0, 4))],
      ),
      held: await countOf(tx, `select count(*)::int as n from office.council_meeting where id = $1::uuid and status = 'held'`, [
        input.meeting ?? null,
      ]),
      kind: subject.kind,
    }),
    check: ({ found, subject, parameter }) =>
      first(
        why(subject.kind === 'lab' && found.held === 0, '课题立项须有一次有效的理事会议'),
        why(subject.kind === 'bureau' && found.year >= parameter('office.research-plan'), `本年已立项${found.year}项,达到上限`),
      ),
    effects: ({ input, subject, now }) => ({
      set: { ...input, year: Number(dayText(now).slice(0, 4)), approvedOn: dayText(now) },
      clocks: [{ clock: 'end', do: 'start', dueAt: endOf(subject.endOn) }],
    }),
  }),
  decline: action({
    zh: '不予立项',
    from: 'applied',
    to: 'declined',
    by: 'office.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
  spend: action({
    zh: '登记经费支出',
    from: ['running', 'checked'],
    to: 'same',
    by: 'office.carry',
    form: { amountFen: money('金额', { min: 1 }), voucher: text('凭证号', { maxLength: 60 }) },
    check: ({ input, subject }) => why((subject.spentFen ?? 0) + input.amountFen > subject.budgetFen, '支出超过经费'),
    effects: ({ input, subject }) => ({ set: { spentFen: (subject.spentFen ?? 0) + input.amountFen } }),
  }),
  midCheck: action({
    zh: '中期检查',
    from: 'running',
    to: ({ input }) => (input.isFit ? 'checked' : 'running'),
    by: 'office.manage',
    tone: 'primary',
    form: { progress: longText('进展', { maxLength: 4000 }), isFit: flag('进展符合任务书') },
    effects: ({ input }) => ({ set: { progress: input.progress } }),
  }),
  accept: action({
    zh: '验收',
    from: 'checked',
    to: 'accepted',
    by: 'office.decide',
    tone: 'primary',
    form: { result: longText('成果', { maxLength: 4000 }), acceptedOn: date('验收日期'), proof: files(0, '成果材料').optional() },
    check: ({ input, subject }) => why(input.acceptedOn < (subject.approvedOn ?? ''), '验收不能早于立项'),
    effects: ({ input }) => ({
      set: { result: input.result, acceptedOn: input.acceptedOn },
      clocks: [{ clock: 'end', do: 'stop' }],
    }),
  }),
  use: action({
    zh: '登记成果应用',
    from: 'accepted',
    to: 'used',
    by: 'office.manage',
    tone: 'primary',
    form: { use: longText('应用情况', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  end: action({
    zh: '终止',
    from: ['running', 'checked'],
    to: 'ended',
    by: 'office.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: () => ({ clocks: [{ clock: 'end', do: 'cancel' }] }),
  }),
}))
const standardForm = {
  name: text('标准名称', { maxLength: 160 }),
  level: choice('级别', {
    international: '国际标准',
    nation: '国家标准',
    industry: '行业标准',
    province: '地方标准',
    group: '团体标准',
  }),
  role: choice('参与', { lead: '主编', join: '参编' }),
  host: text('归口(组织)单位', { maxLength: 100 }),
  joinedOn: date('参与日期'),
} as const
const clause = {
  clause: text('条款', { maxLength: 60 }),
  drafter: text('执笔人', { maxLength: 40 }),
  sentOn: date('报送日期'),
  isTaken: flag('被采纳').optional(),
} as const
export const standard = procedure('office.standard', {
  zh: '参编标准',
  menu: '科技',
  numbering: { prefix: 'BZ', per: 'year', digits: 3 },
  title: 'name',
  help: '条款草案、会议、报批、发布;发布须有标准号且至少一条被采纳',
  uniqueTogether: [['name']],
  fields: {
    ...standardForm,
    name: standardForm.name.searchable(),
    clauses: rows('条款草案', clause).optional(),
    clauseCount: integer('提交条款', { min: 0, unit: '条' }).optional(),
    meetings: rows('会议', {
      heldOn: date('日期'),
      topic: text('内容', { maxLength: 200 }),
      who: text('参加人', { maxLength: 100 }),
    }).optional(),
    code: text('标准号', { maxLength: 60 }).optional(),
    publishedOn: date('发布日期').optional(),
  },
  statuses: {
    drafting: { zh: '起草中', duty: 'office.manage', taskZh: '参编标准起草中' },
    submitted: { zh: '已报批', duty: 'office.manage', taskZh: '参编标准待发布' },
    published: { zh: '已发布', kind: 'final' },
    left: { zh: '退出编写', kind: 'final' },
  },
}).actions((action) => ({
  join: action({
    zh: '参与编写',
    from: 'new',
    to: 'drafting',
    by: 'office.manage',
    form: standardForm,
    effects: () => ({ set: { clauses: [], clauseCount: 0, meetings: [] } }),
  }),
  draft: action({
    zh: '提交条款草案',
    from: 'drafting',
    to: 'same',
    by: 'office.carry',
    form: { clause: clause.clause, drafter: clause.drafter, sentOn: clause.sentOn },
    check: ({ input, subject }) =>
      why(
        (subject.clauses ?? []).some((c) => c.clause === input.clause),
        '该条款已提交',
      ),
    effects: ({ input, subject }) => ({
      set: { clauses: [...(subject.clauses ?? []), { ...input, isTaken: null }], clauseCount: (subject.clauseCount ?? 0) + 1 },
    }),
  }),
  meet: action({
    zh: '登记编制会议',
    from: ['drafting', 'submitted'],
    to: 'same',
    by: 'office.manage',
    form: { heldOn: date('日期'), topic: text('内容', { maxLength: 200 }), who: text('参加人', { maxLength: 100 }) },
    effects: ({ input, subject }) => ({ set: { meetings: [...(subject.meetings ?? []), input] } }),
  }),
  submit: action({
    zh: '报批',
    from: 'drafting',
    to: 'submitted',
    by: 'office.manage',
    tone: 'primary',
    form: {
      taken: rows(
        '条款采纳情况',
        { clause: text('条款', { maxLength: 60 }), isTaken: flag('被采纳').optional() },
        { eachOf: 'clauses' },
      ),
    },
    guard: ({ subject }) => notYet((subject.clauses ?? []).length === 0, '还没有提交条款草案'),
    effects: ({ input, subject }) => ({
      set: {
        clauses: (subject.clauses ?? []).map((c) => ({
          ...c,
          isTaken: input.taken.find((t) => t.clause === c.clause)?.isTaken ?? false,
        })),
      },
    }),
  }),
  publish: action({
    zh: '登记发布',
    from: 'submitted',
    to: 'published',
    by: 'office.manage',
    tone: 'primary',
    form: { code: text('标准号', { maxLength: 60 }), publishedOn: date('发布日期') },
    guard: ({ subject }) => notYet(!(subject.clauses ?? []).some((c) => c.isTaken === true), '没有被采纳的条款,不能计为参编发布'),
    effects: ({ input }) => ({ set: input }),
  }),
  leave: action({
    zh: '退出编写',
    from: ['drafting', 'submitted'],
    to: 'left',
    by: 'office.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))
