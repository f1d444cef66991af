/** 综合执法改革: 赋权事项交接 confirmed by both sides, 联席会议 with guidance that is followed up. */
import { z } from 'zod'
import {
  choice,
  date,
  fact,
  instant,
  integer,
  list,
  longText,
  many,
  person,
  procedure,
  raw,
  ref,
  refuse,
  rows,
  say,
  text,
  unit,
} from '#kernel'
import { first, tellLate } from '../penalty/shared.ts'

export const handedOver = fact(
  'enforcement.handed-over',
  '赋权事项已交接',
  z.object({ powers: z.array(z.string()), cases: z.array(z.string()), to: z.string(), effectiveOn: z.string() }),
)
const unitOf = async (tx: Parameters<typeof raw>[0], personId: string | null) => {
  const { rows } = await raw<{ unitId: string | null }>(tx, 'select unit_id as "unitId" from kernel.person where id = $1', [
    personId,
  ])
  return rows[0]?.unitId ?? null
}
const powerIds = (transfer: { readonly powers: readonly { readonly power: string }[] }): readonly string[] => [
  ...new Set(transfer.powers.map((p) => p.power)),
]
/** Open cases of the giver under these powers: at the taking over again, for some have been opened or closed since the draft. */
const casesSql = `select distinct p.id from enforcement.penalty p join enforcement.power w on w.code = p.law_code and w.id::text = any($1) where p.unit_id = $2 and p.closed_at is null`
const openCases = async (tx: Parameters<typeof many>[0], powers: readonly string[], giver: string): Promise<readonly string[]> =>
  (await many<{ id: string }>(tx, casesSql, [powers, giver])).map((c) => c.id)
const transferForm = {
  name: text('交接事由', { maxLength: 120 }).searchable(),
  giver: unit('移交单位'),
  taker: unit('接收单位'),
  powers: rows('移交事项', { power: ref('集中事项', 'enforcement.power') }),
  people: rows('划转人员', {
    name: text('姓名', { maxLength: 40 }),
    account: person('平台账号').optional(),
    post: text('划转后岗位', { maxLength: 60 }).optional(),
  }),
  effectiveOn: date('生效日期'),
} as const
export const powerTransfer = procedure('enforcement.power-transfer', {
  zh: '赋权事项交接',
  menu: '执法监督',
  numbering: { prefix: 'JJ', per: 'year', digits: 3, isGapless: true },
  title: 'name',
  help: '交接事项、人员和在办案件;移交、接收双方分别确认后,清单改由接收单位行使,在办案件随转。',
  fields: { ...transferForm, cases: list('在办案件'), caseCount: integer('在办案件数', { min: 0 }) },
  statuses: {
    drafted: { zh: '待移交方确认', duty: 'enforcement.confirm', taskZh: '待确认移交' },
    given: { zh: '待接收方确认', duty: 'enforcement.confirm', taskZh: '待确认接收' },
    done: { zh: '已交接', kind: 'final' },
    withdrawn: { zh: '已撤回', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '拟定交接',
    from: 'new',
    to: 'drafted',
    by: 'enforcement.plan',
    form: transferForm,
    look: async (ctx) => {
      const { rows: powers } = await raw<{ n: number }>(
        ctx.tx,
        `select count(*)::int as n from enforcement.power where id::text = any($1) and retired_at is null and (unit is null or unit = $2) and (valid_to is null or valid_to > $3::date)`,
        [powerIds(ctx.input), ctx.input.giver, ctx.input.effectiveOn],
      )
      return { powers: powers[0]?.n ?? 0, cases: await openCases(ctx.tx, powerIds(ctx.input), ctx.input.giver) }
    },
    check: ({ input, found }) =>
      first(
        input.giver === input.taker ? refuse('enforcement.same-person', { role: '移交单位', other: '接收单位' }) : undefined,
        input.powers.length === 0 || found.powers !== powerIds(input).length
          ? refuse('enforcement.field', { why: '移交事项须是移交单位正在行使的集中事项' })
          : undefined,
      ),
    effects: ({ found, input, subject }) => ({
      // Between two streets: nobody's area alone.
      set: { cases: found.cases, caseCount: found.cases.length, areaCode: subject.district },
      assign: { unitId: input.giver },
      notify: [{ unitId: input.giver, zh: `待确认移交:${input.name}` }],
    }),
  }),
  give: action({
    zh: '移交方确认',
    from: 'drafted',
    to: 'given',
    by: 'enforcement.confirm',
    tone: 'primary',
    look: (ctx) => unitOf(ctx.tx, ctx.actor.id),
    check: ({ found, subject }) => (found === subject.giver ? undefined : refuse('enforcement.side', { side: '移交单位' })),
    effects: ({ subject }) => ({
      assign: { unitId: subject.taker },
      notify: [{ unitId: subject.taker, zh: `待确认接收:${subject.name}` }],
    }),
  }),
  take: action({
    zh: '接收方确认',
    from: 'given',
    to: 'done',
    by: 'enforcement.confirm',
    tone: 'primary',
    look: async (ctx) => ({
      unit: await unitOf(ctx.tx, ctx.actor.id),
      cases: await openCases(ctx.tx, powerIds(ctx.subject), ctx.subject.giver),
    }),
    check: ({ found, subject }) => (found.unit === subject.taker ? undefined : refuse('enforcement.side', { side: '接收单位' })),
    effects: ({ subject, found }) => ({
      set: { cases: found.cases, caseCount: found.cases.length },
      notify: subject.people.flatMap((p) =>
        p.account ? [{ personId: p.account, zh: `您随“${subject.name}”划转,自${subject.effectiveOn}起到接收单位履职` }] : [],
      ),
      facts: [
        say(handedOver, {
          powers: [...powerIds(subject)],
          cases: [...found.cases],
          to: subject.taker,
          effectiveOn: subject.effectiveOn,
        }),
      ],
    }),
  }),
  withdraw: action({
    zh: '撤回',
    from: ['drafted', 'given'],
    to: 'withdrawn',
    by: 'enforcement.plan',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))

const countOpenGuidance = async (tx: Parameters<typeof raw>[0], id: string): Promise<number> => {
  const { rows } = await raw<{ n: number }>(
    tx,
    'select count(*)::int as n from enforcement.guidance where parent_id = $1 and closed_at is null',
    [id],
  )
  return rows[0]?.n ?? 0
}
export const jointMeeting = procedure('enforcement.meeting', {
  zh: '协同指导联席会议',
  menu: '执法监督',
  numbering: { prefix: 'HY', per: 'year', digits: 3 },
  title: 'name',
  fields: {
    name: text('会议', { maxLength: 120 }).searchable(),
    level: choice('层级', { city: '市级', district: '区级' }),
    heldOn: date('日期'),
    agenda: longText('议题', { maxLength: 4000 }),
    minutes: longText('纪要', { maxLength: 8000 }).optional(),
    issueCount: integer('提请事项', { min: 0 }),
  },
  statuses: {
    called: { zh: '已通知', duty: 'enforcement.supervise', taskZh: '待召开联席会议' },
    held: { zh: '已召开', duty: 'enforcement.supervise', taskZh: '跟踪联席会议事项' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  call: action({
    zh: '通知',
    from: 'new',
    to: 'called',
    by: 'enforcement.supervise',
    form: {
      name: text('会议', { maxLength: 120 }),
      level: choice('层级', { city: '市级', district: '区级' }),
      heldOn: date('日期'),
      agenda: longText('议题', { maxLength: 4000 }),
    },
    effects: () => ({ set: { issueCount: 0 } }),
  }),
  raise: action({
    zh: '提请事项',
    from: ['called', 'held'],
    to: 'same',
    by: 'enforcement.street',
    tone: 'primary',
    form: { question: longText('镇街提出的问题', { maxLength: 2000 }), department: unit('指导部门') },
    effects: ({ input, subject }) => ({
      set: { issueCount: subject.issueCount + 1 },
      spawn: [{ procedure: 'enforcement.guidance', input: { ...input, meeting: subject.id } }],
    }),
  }),
  hold: action({
    zh: '召开并形成纪要',
    from: 'called',
    to: 'held',
    by: 'enforcement.supervise',
    tone: 'primary',
    form: { minutes: longText('纪要', { maxLength: 8000 }) },
    effects: ({ input }) => ({ set: { minutes: input.minutes } }),
  }),
  close: action({
    zh: '事项全部落实,办结',
    from: 'held',
    to: 'closed',
    by: 'enforcement.supervise',
    look: (ctx) => countOpenGuidance(ctx.tx, ctx.subject.id),
    check: ({ found }) => (found > 0 ? refuse('enforcement.open-items', { count: found, what: '提请事项' }) : undefined),
  }),
}))
const guidanceForm = {
  meeting: ref('联席会议', 'enforcement.meeting'),
  question: longText('镇街提出的问题', { maxLength: 2000 }).searchable(),
  department: unit('指导部门'),
} as const
export const guidance = procedure('enforcement.guidance', {
  zh: '协同指导事项',
  menu: '执法监督',
  numbering: { prefix: 'XD', per: 'year', digits: 4 },
  title: 'question',
  leadingClock: 'answer',
  mirror: { answer: { dueAt: 'answerDueAt', stoppedAt: 'answeredAt' } },
  fields: {
    ...guidanceForm,
    street: unit('提出镇街').optional(),
    answer: longText('指导意见', { maxLength: 4000 }).optional(),
    followUp: longText('落实情况', { maxLength: 2000 }).optional(),
    answerDueAt: instant('答复期限').optional(),
    answeredAt: instant('答复时间').optional(),
    backCount: integer('退回次数', { min: 0 }),
  },
  clocks: { answer: { zh: '指导答复', basis: '联席会议制度(示例)', byDay: 'plain' } },
  statuses: {
    raised: { zh: '待指导', duty: 'enforcement.guide', ofUnit: true, taskZh: '待答复协同指导' },
    answered: { zh: '待落实确认', duty: 'enforcement.street', taskZh: '待确认指导落实' },
    done: { zh: '已落实', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '提出',
    from: 'new',
    to: 'raised',
    by: 'enforcement.street',
    form: guidanceForm,
    look: (ctx) => unitOf(ctx.tx, ctx.actor.id),
    effects: ({ parameter, input, found }) => ({
      set: { backCount: 0, unitId: input.department, street: found },
      assign: { unitId: input.department },
      clocks: [{ clock: 'answer', do: 'start', limit: { value: parameter('enforcement.guidance-days'), unit: 'work_day' } }],
      notify: [{ unitId: input.department, zh: `联席会议提请指导:${input.question.slice(0, 60)}` }],
    }),
  }),
  answer: action({
    zh: '答复指导意见',
    from: 'raised',
    to: 'answered',
    by: 'enforcement.guide',
    tone: 'primary',
    form: { answer: longText('指导意见', { maxLength: 4000 }) },
    effects: ({ input }) => ({ set: { answer: input.answer }, clocks: [{ clock: 'answer', do: 'stop' }] }),
  }),
  confirm: action({
    zh: '镇街确认落实',
    from: 'answered',
    to: 'done',
    by: 'enforcement.street',
    tone: 'primary',
    form: { followUp: longText('落实情况', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: { followUp: input.followUp } }),
  }),
  back: action({
    zh: '未解决,退回指导部门',
    from: 'answered',
    to: 'raised',
    by: 'enforcement.street',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ subject, parameter, input }) => ({
      set: { backCount: subject.backCount + 1 },
      clocks: [{ clock: 'answer', do: 'start', limit: { value: parameter('enforcement.guidance-days'), unit: 'work_day' } }],
      assign: { unitId: subject.department },
      notify: [{ unitId: subject.department, zh: `协同指导 ${subject.number} 未解决,退回:${input.reason}` }],
    }),
  }),
  lapse: action({
    zh: '逾期未答复',
    from: 'raised',
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: tellLate(subject, past, `协同指导 ${subject.number} 已过答复期限:${subject.question.slice(0, 40)}`),
    }),
  }),
}))
