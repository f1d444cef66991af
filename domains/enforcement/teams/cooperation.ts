/** 警城联动、跨区域协作: requests to others, what each does, and what comes of it. */
import { choice, dayOf, flag, instant, integer, list, longText, procedure, raw, record, ref, refuse, text } from '#kernel'
import { first, sayDeed, tellLate } from '../penalty/shared.ts'

export const policeTask = procedure('enforcement.police-task', {
  zh: '警城联动',
  menu: '协作联动',
  numbering: { prefix: 'JC', per: 'year', digits: 4 },
  title: 'matter',
  leadingClock: 'respond',
  mirror: { respond: { dueAt: 'respondDueAt', stoppedAt: 'respondedAt' } },
  fields: {
    kind: choice('事由', { resist: '阻碍执法', vehicle: '车辆查控', identity: '身份核查', order: '现场秩序', other: '其他' }),
    matter: longText('请求内容', { maxLength: 2000 }).searchable(),
    station: text('公安单位', { maxLength: 80 }),
    penalty: ref('案件', 'enforcement.penalty').optional(),
    officersSent: integer('我方人数', { min: 1 }),
    policeSent: integer('出警人数', { min: 0 }).optional(),
    reply: text('答复', { maxLength: 300 }).optional(),
    outcome: longText('处置结果', { maxLength: 2000 }).optional(),
    respondDueAt: instant('响应期限').optional(),
    respondedAt: instant('响应时间').optional(),
    minutes: integer('响应分钟', { min: 0 }).optional(),
  },
  clocks: { respond: { zh: '响应', basis: '警城联动协议(示例)' } },
  statuses: {
    asked: { zh: '已请求', duty: 'enforcement.handle', taskZh: '等待公安响应' },
    responded: { zh: '已响应', duty: 'enforcement.handle', taskZh: '联动处置中' },
    concluded: { zh: '已办结', kind: 'final' },
    declined: { zh: '未能出警', kind: 'final' },
  },
}).actions((action) => ({
  lapse: action({
    zh: '公安逾时未到',
    from: 'asked',
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: tellLate(subject, past, `警城联动 ${subject.number} 已过响应期限,请再联系${subject.station}`),
    }),
  }),
  ask: action({
    zh: '请求联动',
    from: 'new',
    to: 'asked',
    by: 'enforcement.handle',
    form: {
      kind: choice('事由', { resist: '阻碍执法', vehicle: '车辆查控', identity: '身份核查', order: '现场秩序', other: '其他' }),
      matter: longText('请求内容', { maxLength: 2000 }),
      station: text('公安单位', { maxLength: 80 }),
      penalty: ref('案件', 'enforcement.penalty').optional(),
      officersSent: integer('我方人数', { min: 2 }),
    },
    effects: ({ parameter }) => ({
      clocks: [
        { clock: 'respond', do: 'start', limit: { value: parameter('enforcement.police-minutes') / 60, unit: 'urgent_hour' } },
      ],
    }),
  }),
  respond: action({
    zh: '公安到场',
    from: 'asked',
    to: 'responded',
    by: 'enforcement.handle',
    tone: 'primary',
    form: { policeSent: integer('出警人数', { min: 1 }), reply: text('答复', { maxLength: 300 }) },
    effects: ({ input, now, subject }) => ({
      set: {
        policeSent: input.policeSent,
        reply: input.reply,
        minutes: Math.round((now.getTime() - subject.createdAt.getTime()) / 60_000),
      },
      clocks: [{ clock: 'respond', do: 'stop' }],
    }),
  }),
  decline: action({
    zh: '未能出警',
    from: 'asked',
    to: 'declined',
    by: 'enforcement.handle',
    tone: 'danger',
    form: { reply: text('答复', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { reply: input.reply, policeSent: 0 }, clocks: [{ clock: 'respond', do: 'stop' }] }),
  }),
  conclude: action({
    zh: '登记结果',
    from: 'responded',
    to: 'concluded',
    by: 'enforcement.handle',
    tone: 'primary',
    form: { outcome: longText('处置结果', { maxLength: 2000 }) },
    effects: ({ input, subject, actor }) => ({
      set: { outcome: input.outcome },
      facts: [sayDeed('enforcement.police-task', { ...subject, topic: 'other', campaign: null }, actor, '警城联动')],
    }),
  }),
}))

export const regionMeeting = record('enforcement.region-meeting', {
  zh: '跨区域协作会商',
  menu: '协作联动',
  title: 'topic',
  fields: {
    agreement: ref('协议', 'enforcement.agreement'),
    topic: text('议题', { maxLength: 200 }).searchable(),
    attendees: list('参会成员'),
    decisions: longText('议定事项、情况通报', { maxLength: 4000 }),
  },
})
interface Pact {
  readonly members: string
  readonly signedOn: string
  readonly validTo: string
  readonly caseStatus: string | null
}
const assistForm = {
  agreement: ref('协议', 'enforcement.agreement'),
  asker: text('请求方', { maxLength: 80 }),
  helper: text('协助方', { maxLength: 80 }).searchable(),
  kind: choice('事项', {
    evidence: '协助取证',
    subject: '当事人查找',
    vehicle: '车辆查控',
    transfer: '案件移送',
    notice: '情况通报',
  }),
  matter: longText('请求内容', { maxLength: 2000 }).searchable(),
  penalty: ref('案件', 'enforcement.penalty').optional(),
} as const
export const assistance = procedure('enforcement.assistance', {
  zh: '跨区域协助',
  menu: '协作联动',
  numbering: { prefix: 'KQ', per: 'year', digits: 4 },
  title: 'matter',
  leadingClock: 'reply',
  mirror: { reply: { dueAt: 'replyDueAt', stoppedAt: 'repliedAt' } },
  fields: {
    ...assistForm,
    reply: longText('协助结果', { maxLength: 2000 }).optional(),
    isRecognised: flag('结果互认').optional(),
    outsideNumber: text('对方案号', { maxLength: 60 }).optional(),
    replyDueAt: instant('答复期限').optional(),
    repliedAt: instant('答复时间').optional(),
  },
  clocks: { reply: { zh: '协助答复', basis: '行政处罚法第26条:协助请求;跨区域协作协议', byDay: 'plain' } },
  statuses: {
    asked: { zh: '已请求', duty: 'enforcement.cooperate', taskZh: '待答复跨区域协助' },
    replied: { zh: '已答复', duty: 'enforcement.cooperate', taskZh: '待确认协助结果' },
    closed: { zh: '已办结', kind: 'final' },
    declined: { zh: '不能协助', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '请求协助',
    from: 'new',
    to: 'asked',
    by: 'enforcement.cooperate',
    basis: '行政处罚法第26条',
    form: assistForm,
    look: async (ctx) => {
      const { rows } = await raw<Pact>(
        ctx.tx,
        `select members, signed_on as "signedOn", valid_to as "validTo", (select status from enforcement.penalty where id = $2) as "caseStatus"
         from enforcement.agreement where id = $1 and retired_at is null`,
        [ctx.input.agreement, ctx.input.penalty ?? null],
      )
      return { pact: rows[0], day: dayOf(ctx.kernel, ctx.subject.district, ctx.now) }
    },
    check: ({ found, input }) => {
      const { pact, day } = found
      if (!pact) return refuse('kernel.not-found', { what: '协议' })
      const members = pact.members.split('\n').map((m) => m.trim())
      return first(
        day < pact.signedOn || day > pact.validTo
          ? refuse('enforcement.agreement', { why: `协议有效期为${pact.signedOn}至${pact.validTo}` })
          : undefined,
        ...[input.asker, input.helper].map((side) =>
          members.includes(side)
            ? undefined
            : refuse('enforcement.agreement', { why: `${side}不是协议成员(${members.join('、')})` }),
        ),
        input.asker === input.helper ? refuse('enforcement.agreement', { why: '请求方与协助方不能相同' }) : undefined,
        input.kind === 'transfer' && !pact.caseStatus ? refuse('enforcement.field', { why: '案件移送须选择案件' }) : undefined,
      )
    },
    effects: ({ parameter }) => ({
      clocks: [{ clock: 'reply', do: 'start', limit: { value: parameter('enforcement.assist-days'), unit: 'work_day' } }],
    }),
  }),
  reply: action({
    zh: '登记协助结果',
    from: 'asked',
    to: 'replied',
    by: 'enforcement.cooperate',
    tone: 'primary',
    form: {
      reply: longText('协助结果', { maxLength: 2000 }),
      isRecognised: flag('结果互认'),
      outsideNumber: text('对方案号', { maxLength: 60 }).optional(),
    },
    check: ({ input, subject }) =>
      subject.kind === 'transfer' && !input.outsideNumber
        ? refuse('enforcement.field', { why: '移送须填写对方接收的案号' })
        : undefined,
    effects: ({ input }) => ({
      set: { reply: input.reply, isRecognised: input.isRecognised, outsideNumber: input.outsideNumber ?? null },
      clocks: [{ clock: 'reply', do: 'stop' }],
    }),
  }),
  lapse: action({
    zh: '逾期未答复',
    from: 'asked',
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: tellLate(subject, past, `跨区域协助 ${subject.number} 已过答复期限,请催${subject.helper}`),
    }),
  }),
  decline: action({
    zh: '不能协助',
    from: 'asked',
    to: 'declined',
    by: 'enforcement.cooperate',
    tone: 'danger',
    form: { reply: longText('理由', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: { reply: input.reply }, clocks: [{ clock: 'reply', do: 'stop' }] }),
  }),
  close: action({
    zh: '确认并用于案件',
    from: 'replied',
    to: 'closed',
    by: 'enforcement.cooperate',
    look: async ({ tx, subject }) => {
      const { rows } = await raw<{ status: string }>(tx, 'select status from enforcement.penalty where id = $1', [
        subject.penalty,
      ])
      return rows[0]?.status
    },
    check: ({ subject, found }) =>
      subject.kind === 'transfer' && found !== 'transferred'
        ? refuse('enforcement.follow-up', { why: '对方已接收,请先在案件上“移送其他机关”再办结' })
        : undefined,
    effects: ({ subject, actor }) => ({
      facts: [sayDeed('enforcement.assistance', { ...subject, topic: 'other', campaign: null }, actor, '跨区域协助', 'manage')],
    }),
  }),
}))
