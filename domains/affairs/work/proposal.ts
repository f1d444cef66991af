/** 人大代表建议与政协提案: lead and joint handling counted apart, met face to face before the answer, answered by the legal day; an unsatisfied proposer is answered again. */
import { addDays, addMonths, choice, date, dayText, endOf, first, integer, longText, procedure, rows, text, unit } from '#kernel'
import { notYet, ownUnit, unitNamed, unitOfPerson, why, yearOf } from '../shared.ts'

export const proposalKinds = { congress: '人大代表建议', cppcc: '政协提案' } as const
export const proposalRoles = { lead: '主办', joint: '会办' } as const
const form = {
  kind: choice('类别', proposalKinds),
  role: choice('办理方式', proposalRoles),
  code: text('案号', { maxLength: 40 }),
  name: text('案由', { maxLength: 200 }),
  proposer: text('提出人', { maxLength: 60 }),
  handedOn: date('交办日期'),
  unit: unit('承办单位'),
  leadUnit: text('主办单位(会办时填)', { maxLength: 60 }).optional(),
} as const
const meetLine = {
  on: date('日期'),
  way: choice('方式', { visit: '上门走访', talk: '座谈', site: '现场查看' }),
  place: text('地点', { maxLength: 80 }),
  said: text('沟通情况', { maxLength: 300 }),
} as const
const answerLine = {
  round: integer('第几次'),
  on: date('日期'),
  paper: text('文号', { maxLength: 60 }),
  said: text('答复要点', { maxLength: 500 }),
} as const
export const proposal = procedure('affairs.proposal', {
  zh: '建议提案',
  menu: '建议提案与诉求',
  title: 'name',
  numbering: { prefix: 'TA', per: 'year', digits: 4 },
  leadingClock: 'answer',
  help: '主办三个月内答复(经批准至迟六个月),答复前须面商;会办向主办单位出具意见。提出人不满意的重新办理,再答复。',
  uniqueTogether: [['kind', 'code']],
  fields: {
    ...form,
    code: form.code.searchable(),
    name: form.name.searchable(),
    proposer: form.proposer.searchable(),
    year: integer('年度'),
    dueOn: date('答复期限'),
    round: integer('第几次办理'),
    meetings: rows('面商', meetLine),
    answers: rows('答复', answerLine),
    meetCount: integer('面商', { unit: '次' }),
    answeredOn: date('首次答复').optional(),
    isLate: choice('逾期答复', { yes: '是', no: '否' }).optional(),
    isExtended: choice('已延期', { yes: '是', no: '否' }),
    satisfaction: choice('满意度', { good: '满意', basic: '基本满意', bad: '不满意' }).optional(),
    closedOn: date('办结日期').optional(),
  },
  clocks: {
    answer: {
      zh: '答复',
      limit: { value: 90, unit: 'natural_day' },
      basis: '全国人民代表大会代表建议、批评和意见处理办法;政协提案办理办法',
    },
  },
  statuses: {
    dealing: { zh: '办理中', duty: 'affairs.carry', taskZh: '建议提案待答复', ofUnit: true },
    answered: { zh: '已答复,待反馈', duty: 'affairs.manage', taskZh: '建议提案待征询满意度' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  register: action({
    zh: '登记交办',
    from: 'new',
    to: 'dealing',
    by: 'affairs.manage',
    form,
    look: ({ tx, input }) => unitNamed(tx, input.unit),
    check: ({ input, found, now }) =>
      first(
        why(!found, '没有这个承办单位'),
        why(input.handedOn > dayText(now), '交办日期不能晚于今天'),
        why(input.role === 'joint' && !input.leadUnit, '会办的请填主办单位'),
      ),
    effects: ({ input, parameter, found }) => {
      const dueOn =
        input.role === 'lead'
          ? addMonths(input.handedOn, parameter('affairs.proposal-lead-months'))
          : addDays(input.handedOn, parameter('affairs.proposal-joint-days'))
      return {
        set: {
          unitId: input.unit,
          areaCode: found?.area ?? null,
          year: yearOf(input.handedOn),
          dueOn,
          round: 1,
          meetings: [],
          answers: [],
          meetCount: 0,
          isExtended: 'no',
        },
        assign: { unitId: input.unit },
        clocks: [{ clock: 'answer', do: 'start', dueAt: endOf(dueOn) }],
        notify: [{ unitId: input.unit, zh: `${proposalRoles[input.role]}${input.code},${dueOn}前答复` }],
      }
    },
  }),
  meet: action({
    zh: '登记面商',
    from: 'dealing',
    to: 'same',
    by: 'affairs.carry',
    form: meetLine,
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ subject, found, input, now }) =>
      first(
        ownUnit({ subject, found }),
        why(input.on > dayText(now) || input.on < subject.handedOn, '面商日期应在交办之后、今天以前'),
      ),
    effects: ({ subject, input }) => ({
      set: { meetings: [...subject.meetings, input], meetCount: subject.meetCount + 1 },
    }),
  }),
  extend: action({
    zh: '批准延期',
    from: 'dealing',
    to: 'same',
    by: 'affairs.lead',
    form: { dueOn: date('延至'), reason: text('理由', { maxLength: 300 }) },
    guard: ({ subject }) =>
      first(
        notYet(subject.role !== 'lead', '会办意见不延期'),
        notYet(subject.isExtended === 'yes', '已延期一次'),
        notYet(subject.round > 1, '重新办理不延期'),
      ),
    check: ({ subject, input, parameter }) => {
      const most = addMonths(subject.handedOn, parameter('affairs.proposal-most-months'))
      return first(
        why(input.dueOn <= subject.dueOn, '延期应晚于原期限'),
        why(input.dueOn > most, `至迟${parameter('affairs.proposal-most-months')}个月,不能晚于${most}`),
      )
    },
    effects: ({ input }) => ({
      set: { dueOn: input.dueOn, isExtended: 'yes' },
      clocks: [
        { clock: 'answer', do: 'cancel' },
        { clock: 'answer', do: 'start', dueAt: endOf(input.dueOn) },
      ],
    }),
  }),
  answer: action({
    zh: '答复(会办:出具会办意见)',
    from: 'dealing',
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    to: ({ subject }) => (subject.role === 'joint' ? 'closed' : 'answered'),
    by: 'affairs.carry',
    tone: 'primary',
    form: { paper: answerLine.paper, said: longText('答复要点', { maxLength: 500 }) },
    check: ({ subject, found }) =>
      first(
        ownUnit({ subject, found }),
        notYet(
          subject.role === 'lead' && subject.meetings.length < subject.round,
          subject.round > 1 ? '重新办理须再次面商后答复' : '主办件须面商后答复',
        ),
      ),
    effects: ({ subject, input, now }) => {
      const today = dayText(now)
      return {
        set: {
          answers: [...subject.answers, { round: subject.round, on: today, ...input }],
          answeredOn: subject.answeredOn ?? today,
          isLate: subject.isLate === 'yes' || today > subject.dueOn ? 'yes' : 'no',
          ...(subject.role === 'joint' ? { closedOn: today } : {}),
        },
        clocks: [{ clock: 'answer', do: 'stop' }],
      }
    },
  }),
  ask: action({
    zh: '登记满意度',
    from: 'answered',
    to: ({ input }) => (input.satisfaction === 'bad' ? 'dealing' : 'closed'),
    by: 'affairs.manage',
    tone: 'primary',
    help: '不满意的重新办理,再面商、再答复',
    form: {
      satisfaction: choice('提出人意见', { good: '满意', basic: '基本满意', bad: '不满意' }),
      said: text('反馈内容', { maxLength: 300 }).optional(),
    },
    effects: ({ input, subject, now, parameter }) => {
      const { satisfaction } = input
      if (satisfaction !== 'bad') return { set: { satisfaction, closedOn: dayText(now) } }
      const dueOn = addDays(dayText(now), parameter('affairs.proposal-again-days'))
      return {
        set: { satisfaction, dueOn, round: subject.round + 1 },
        assign: { unitId: subject.unit },
        clocks: [{ clock: 'answer', do: 'start', dueAt: endOf(dueOn) }],
        notify: [{ unitId: subject.unit, zh: `${subject.code}提出人不满意,${dueOn}前重新答复` }],
      }
    },
  }),
}))
