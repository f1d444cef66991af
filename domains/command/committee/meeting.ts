/** 城管委会议: members, institutions in force, an agenda of matters checked before, quorum by attendance, votes, minutes signed by another; it opens with what is overdue. */
import {
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  list,
  longText,
  many,
  one,
  procedure,
  ref,
  register,
  rows,
  say,
  type Tx,
  text,
  unit,
} from '#kernel'
import { agendaMoved } from '../facts.ts'
import { notYet, why } from '../shared.ts'

export const member = register('command.member', {
  zh: '城管委委员',
  menu: '城管委',
  title: 'name',
  fields: {
    unit: unit('委员单位').unique(),
    name: text('委员', { maxLength: 40 }).searchable(),
    duty: text('职责', { maxLength: 200 }),
    isVoting: flag('有表决权'),
  },
})
const institutions = {
  meeting: '会议会商',
  command: '处置指挥',
  supervise: '督查督办',
  assess: '考核考评',
  bulletin: '检查通报',
  release: '信息发布',
} as const
/** 议事规则与六项制度: one in force of each kind. */
export const institution = register('command.institution', {
  zh: '议事规则与制度',
  menu: '城管委',
  title: 'name',
  help: '会议会商、处置指挥、督查督办、考核考评、检查通报、信息发布六项制度各有一份现行文本,齐备才能召开会议。',
  fields: {
    kind: choice('制度', institutions).unique(),
    name: text('名称', { maxLength: 100 }).searchable(),
    paper: text('文号', { maxLength: 60 }),
    effectiveOn: date('施行日期'),
    text: longText('要点', { maxLength: 4000 }),
    where: text('在系统中办理之处', { maxLength: 100 }),
  },
})
const form = {
  name: text('会议', { maxLength: 100 }),
  meetOn: date('日期'),
  place: text('地点', { maxLength: 80 }),
  chair: text('主持', { maxLength: 40 }),
  agenda: rows('议题', { matter: ref('提请事项', 'command.matter') }),
} as const
const attendLine = {
  member: text('委员', { maxLength: 60 }),
  state: choice('到会', { there: '到会', deputy: '委托代表', absent: '请假' }),
} as const
const overdueLine = {
  number: text('决议', { maxLength: 20 }),
  unit: text('单位', { maxLength: 60 }),
  what: text('任务', { maxLength: 200 }),
  dueOn: text('期限', { maxLength: 10 }),
} as const
const voteLine = {
  matter: text('议题', { maxLength: 120 }),
  yes: integer('赞成', { unit: '票', min: 0 }),
  no: integer('反对', { unit: '票', min: 0 }),
  kept: integer('弃权', { unit: '票', min: 0 }),
  isDeferred: choice('缓议', { yes: '缓议', no: '表决' }),
  outcome: text('议定结果', { maxLength: 500 }),
  unit: unit('责任单位').optional(),
  dueOn: date('期限').optional(),
} as const
interface Vote {
  readonly matter: string
  readonly yes: number
  readonly no: number
  readonly kept: number
  readonly isDeferred: 'yes' | 'no'
  readonly outcome: string
  readonly unit?: string | null | undefined
  readonly dueOn?: string | null | undefined
}
/** Carried by more than half of the votes present; ties fail. */
export const isCarried = ({ yes, no, kept }: Pick<Vote, 'yes' | 'no' | 'kept'>): boolean => yes * 2 > yes + no + kept
/** @returns members needed so that `percent` of all are there, never fewer than half. */
export const quorumOf = (members: number, percent: number): number => Math.ceil((members * Math.max(50, percent)) / 100)
const labelOf = (m: { readonly number: string; readonly title: string }): string => `${m.number} ${m.title}`.slice(0, 120)
const membersSql = `select m.name, u.name as unit from command.member m join kernel.unit u on u.district = m.district and u.id = m.unit where m.retired_at is null and m.is_voting order by u.name`
const agendaSql = `select id, number, title, status from command.matter where id = any($1::uuid[]) order by number`
const overdueSql = `select r.id, r.number, u.name as unit, r.what, r.due_on::text as "dueOn" from command.resolution r join kernel.unit u on u.district = r.district and u.id = r.unit where r.status <> 'closed' and r.is_overdue = 'yes' order by r.due_on, r.number`
const readPlan = async (tx: Tx, ids: readonly string[], day: string) => ({
  matters: await many<{ id: string; number: string; title: string; status: string }>(tx, agendaSql, [ids]),
  kinds:
    (
      await one<{ n: number }>(
        tx,
        `select count(*)::int as n from command.institution where retired_at is null and effective_on <= $1::date`,
        [day],
      )
    )?.n ?? 0,
})
export const meeting = procedure('command.committee-meeting', {
  zh: '城管委会议',
  menu: '城管委',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'WH', per: 'year', digits: 3 },
  help: '征求完意见的事项才能列入议程;先点名,不足法定人数不能开会;先过逾期决议,再逐项表决;纪要由另一人审签后任务下达。',
  fields: {
    ...form,
    name: form.name.searchable(),
    roster: rows('应到委员', { member: text('委员', { maxLength: 60 }) }),
    memberNames: list('委员名单'),
    attendance: rows('到会', attendLine),
    present: integer('到会人数', { unit: '人' }).optional(),
    quorum: integer('法定人数', { unit: '人' }).optional(),
    overdue: rows('开场:逾期决议', overdueLine),
    overdueNumbers: list('逾期决议编号'),
    labels: list('议题编号'),
    votes: rows('表决', voteLine),
    passed: integer('通过', { unit: '项' }).optional(),
    minutes: longText('纪要', { maxLength: 4000 }).optional(),
    paper: text('纪要文号', { maxLength: 40 }).optional(),
    issuedOn: date('印发日期').optional(),
  },
  statuses: {
    planned: { zh: '已通知', duty: 'command.secretary', taskZh: '城管委会议待召开' },
    open: { zh: '会议中', duty: 'command.secretary', taskZh: '过逾期决议' },
    voting: { zh: '表决中', duty: 'command.secretary', taskZh: '城管委会议待表决' },
    voted: { zh: '纪要待审签', duty: 'command.approve', taskZh: '会议纪要待审签' },
    issued: { zh: '纪要已印发', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '通知会议',
    from: 'new',
    to: 'planned',
    by: 'command.secretary',
    form,
    look: async ({ tx, input, now }) => ({
      ...(await readPlan(
        tx,
        input.agenda.map((a) => a.matter),
        dayText(now),
      )),
      members: await many<{ name: string; unit: string }>(tx, membersSql),
    }),
    check: ({ input, found, now }) =>
      first(
        why(input.meetOn < dayText(now), '日期不能早于今天'),
        why(input.agenda.length === 0, '请列出议题'),
        notYet(found.kinds < 6, `六项制度只有${found.kinds}项现行,请先补齐`),
        notYet(found.members.length < 3, '有表决权的委员不足3人'),
        notYet(
          found.matters.length !== input.agenda.length || found.matters.some((m) => m.status !== 'ready'),
          `议题未完成预审与征求意见:${found.matters
            .filter((m) => m.status !== 'ready')
            .map((m) => m.title)
            .join('、')}`,
        ),
      ),
    effects: ({ found, subject }) => ({
      set: {
        attendance: [],
        overdue: [],
        votes: [],
        roster: found.members.map((m) => ({ member: `${m.name}(${m.unit})`.slice(0, 60) })),
        memberNames: found.members.map((m) => `${m.name}(${m.unit})`.slice(0, 60)),
        labels: found.matters.map(labelOf),
        overdueNumbers: [],
      },
      facts: found.matters.map((m) => say(agendaMoved, { matter: m.id, action: 'list', meeting: subject.id })),
    }),
  }),
  open: action({
    zh: '点名开会',
    from: 'planned',
    look: ({ tx }) => many<{ number: string; unit: string; what: string; dueOn: string }>(tx, overdueSql),
    to: ({ found }) => (found.length > 0 ? 'open' : 'voting'),
    by: 'command.secretary',
    tone: 'primary',
    form: { attendance: rows('到会', attendLine, { eachOf: 'memberNames' }) },
    check: ({ input, subject, now, parameter }) => {
      const there = input.attendance.filter((a) => a.state !== 'absent').length
      const need = quorumOf(subject.roster.length, parameter('command.quorum'))
      return first(
        notYet(dayText(now) < subject.meetOn, `会议定于${subject.meetOn}`),
        why(
          subject.roster.some((r) => !input.attendance.some((a) => a.member === r.member)),
          '请逐一点名',
        ),
        notYet(there < need, `到会${there}人,不足法定人数${need}人`),
      )
    },
    effects: ({ input, found, subject, parameter }) => ({
      set: {
        attendance: input.attendance,
        present: input.attendance.filter((a) => a.state !== 'absent').length,
        quorum: quorumOf(subject.roster.length, parameter('command.quorum')),
        overdue: found.map((o) => ({ number: o.number, unit: o.unit.slice(0, 60), what: o.what.slice(0, 200), dueOn: o.dueOn })),
        overdueNumbers: found.map((o) => o.number),
      },
    }),
  }),
  review: action({
    zh: '过逾期决议',
    from: 'open',
    to: 'voting',
    by: 'command.secretary',
    tone: 'primary',
    form: {
      explained: rows(
        '逐项说明',
        { number: text('决议', { maxLength: 20 }), said: text('责任单位说明与要求', { maxLength: 200 }) },
        { eachOf: 'overdueNumbers' },
      ),
    },
    look: ({ tx }) => many<{ id: string; number: string }>(tx, overdueSql),
    check: ({ input, subject }) => {
      const left = subject.overdue.filter((o) => !input.explained.some((e) => e.number === o.number)).map((o) => o.number)
      return notYet(left.length > 0, `逾期决议没有说明:${left.join('、')}`)
    },
    effects: ({ input, found }) => ({
      facts: input.explained.flatMap((e) => {
        const one = found.find((f) => f.number === e.number)
        return one ? [say(agendaMoved, { resolution: one.id, action: 'review', said: e.said })] : []
      }),
    }),
  }),
  vote: action({
    zh: '逐项表决',
    from: 'voting',
    to: 'voted',
    by: 'command.secretary',
    tone: 'primary',
    form: { votes: rows('表决', voteLine, { eachOf: 'labels' }), minutes: longText('纪要', { maxLength: 4000 }) },
    look: ({ tx, subject, now }) =>
      readPlan(
        tx,
        subject.agenda.map((a) => a.matter),
        dayText(now),
      ),
    check: ({ input, subject, found, now }) => {
      const decided = input.votes.filter((v) => v.isDeferred === 'no')
      const left = found.matters.map(labelOf).filter((l) => !input.votes.some((v) => v.matter === l))
      const wrong = decided.find((v) => v.yes + v.no + v.kept !== subject.present)
      const bare = decided.filter(isCarried).find((v) => !v.unit || !v.dueOn || v.dueOn < dayText(now))
      return first(
        why(left.length > 0, `议题没有结果:${left.join('、')}`),
        why(Boolean(wrong), `${wrong?.matter ?? ''}的票数与到会${subject.present}人不符`),
        why(Boolean(bare), `${bare?.matter ?? ''}通过的须有责任单位和今天以后的期限`),
      )
    },
    effects: ({ input }) => ({
      set: {
        votes: input.votes,
        minutes: input.minutes,
        passed: input.votes.filter((v) => v.isDeferred === 'no' && isCarried(v)).length,
      },
    }),
  }),
  issue: action({
    zh: '审签印发',
    from: 'voted',
    to: 'issued',
    by: 'command.approve',
    tone: 'primary',
    form: { paper: text('纪要文号', { maxLength: 40 }) },
    guard: ({ actor, past }) =>
      notYet(
        past.some((p) => p.action === 'vote' && p.actorId === actor.id),
        '记录人不能审签自己的纪要',
      ),
    look: ({ tx, subject, now }) =>
      readPlan(
        tx,
        subject.agenda.map((a) => a.matter),
        dayText(now),
      ),
    check: ({ subject, now }) =>
      notYet(
        subject.votes.some((v) => isCarried(v) && v.isDeferred === 'no' && (v.dueOn ?? '') < dayText(now)),
        '有任务期限已过,请退回修改',
      ),
    effects: ({ input, subject, found, now }) => ({
      set: { ...input, issuedOn: dayText(now) },
      facts: found.matters.flatMap((m) => {
        const v = subject.votes.find((x) => x.matter === labelOf(m))
        if (!v) return []
        const { outcome } = v
        if (v.isDeferred === 'yes') return [say(agendaMoved, { matter: m.id, action: 'defer', outcome })]
        return [
          say(
            agendaMoved,
            isCarried(v)
              ? { matter: m.id, action: 'decide', outcome, unit: v.unit ?? '', dueOn: v.dueOn ?? '' }
              : { matter: m.id, action: 'reject', outcome },
          ),
        ]
      }),
    }),
  }),
  redo: action({
    zh: '退回修改',
    from: 'voted',
    to: 'voting',
    by: 'command.approve',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
  cancel: action({
    zh: '取消',
    from: 'planned',
    to: 'cancelled',
    by: 'command.secretary',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ subject, input }) => ({
      facts: subject.agenda.map((a) =>
        say(agendaMoved, { matter: a.matter, action: 'defer', outcome: `会议取消:${input.reason}` }),
      ),
    }),
  }),
}))
