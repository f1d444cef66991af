/** 联合巡查: a plan of several departments, what each was given to put right, looked at again before the summary. */
import type { Transaction } from 'kysely'
import { date, dayText, didBefore, instant, integer, list, longText, photos, procedure, raw, refuse, text, unit } from '#kernel'
import { first, sayDeed, tellLate } from '../penalty/shared.ts'

const countOpenFindings = async (tx: Transaction<unknown>, id: string): Promise<number> => {
  const { rows } = await raw<{ n: number }>(
    tx,
    `select count(*)::int as n from enforcement.joint_finding where parent_id = $1 and closed_at is null`,
    [id],
  )
  return rows[0]?.n ?? 0
}
export const jointPatrol = procedure('enforcement.joint-patrol', {
  zh: '联合巡查执法',
  menu: '协作联动',
  numbering: { prefix: 'LX', per: 'year', digits: 4 },
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 100 }).searchable(),
    heldOn: date('日期'),
    place: text('区域', { maxLength: 200 }),
    participants: list('参加部门'),
    findingCount: integer('发现问题', { min: 0 }),
    summary: longText('小结', { maxLength: 4000 }).optional(),
  },
  statuses: {
    planned: { zh: '已计划', duty: 'enforcement.cooperate', taskZh: '待开展联合巡查' },
    held: { zh: '已开展', duty: 'enforcement.cooperate', taskZh: '待办结联合巡查' },
    summed: { zh: '已小结', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '计划',
    from: 'new',
    to: 'planned',
    by: 'enforcement.cooperate',
    form: {
      name: text('名称', { maxLength: 100 }),
      heldOn: date('日期'),
      place: text('区域', { maxLength: 200 }),
      participants: list('参加部门'),
    },
    check: ({ input }) =>
      new Set(input.participants).size < 2 ? refuse('enforcement.field', { why: '联合巡查须有两个以上部门参加' }) : undefined,
    effects: () => ({ set: { findingCount: 0 } }),
  }),
  hold: action({
    zh: '开展',
    from: 'planned',
    to: 'held',
    by: 'enforcement.cooperate',
    tone: 'primary',
    guard: ({ subject, now }) =>
      dayText(now) < subject.heldOn ? refuse('enforcement.follow-up', { why: `计划${subject.heldOn}开展` }) : undefined,
  }),
  assign: action({
    zh: '发现问题,分派部门',
    from: 'held',
    to: 'same',
    by: 'enforcement.cooperate',
    tone: 'primary',
    form: {
      problem: longText('问题', { maxLength: 1000 }),
      department: text('责任部门', { maxLength: 80 }),
      unit: unit('责任单位').optional(),
      dueOn: date('完成日期'),
    },
    check: ({ input, subject, now }) =>
      first(
        subject.participants.includes(input.department)
          ? undefined
          : refuse('enforcement.field', { why: `责任部门须是参加部门:${subject.participants.join('、')}` }),
        input.dueOn < dayText(now) ? refuse('enforcement.field', { why: '完成日期不能早于今天' }) : undefined,
      ),
    effects: ({ input, subject }) => ({
      set: { findingCount: subject.findingCount + 1 },
      spawn: [{ procedure: 'enforcement.joint-finding', input }],
    }),
  }),
  summarise: action({
    zh: '小结',
    from: 'held',
    to: 'summed',
    by: 'enforcement.cooperate',
    form: { summary: longText('小结', { maxLength: 4000 }) },
    look: (ctx) => countOpenFindings(ctx.tx, ctx.subject.id),
    check: ({ found }) => (found > 0 ? refuse('enforcement.open-items', { count: found, what: '分派问题' }) : undefined),
    effects: ({ input, subject, actor }) => ({
      set: { summary: input.summary },
      facts: [sayDeed('enforcement.joint-patrol', { ...subject, topic: 'other', campaign: null }, actor, '联合巡查', 'manage')],
    }),
  }),
}))
const findingForm = {
  problem: longText('问题', { maxLength: 1000 }).searchable(),
  department: text('责任部门', { maxLength: 80 }),
  unit: unit('责任单位').optional(),
  dueOn: date('完成日期'),
} as const
export const jointFinding = procedure('enforcement.joint-finding', {
  zh: '联合巡查问题',
  menu: '协作联动',
  numbering: { prefix: 'LW', per: 'year', digits: 5 },
  title: 'problem',
  leadingClock: 'finish',
  mirror: { finish: { dueAt: 'finishDueAt', stoppedAt: 'finishedAt' } },
  fields: {
    ...findingForm,
    result: longText('办理结果', { maxLength: 1000 }).optional(),
    photos: photos(0, '办理后照片').optional(),
    backCount: integer('退回次数', { min: 0 }).optional(),
    finishDueAt: instant('期限').optional(),
    finishedAt: instant('办理时间').optional(),
  },
  clocks: { finish: { zh: '办理', basis: '联合巡查分派的完成日期' } },
  statuses: {
    // A department of the patrol need not be one that enforces: its unit handles it like any other task.
    open: { zh: '办理中', duty: 'cases.handle', ofUnit: true, taskZh: '联合巡查分派问题' },
    reported: { zh: '待核对', duty: 'enforcement.cooperate', taskZh: '待核对联合巡查问题' },
    done: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  give: action({
    zh: '分派',
    from: 'new',
    to: 'open',
    by: 'enforcement.cooperate',
    form: findingForm,
    effects: ({ input }) => ({
      set: { unitId: input.unit ?? null, backCount: 0 },
      assign: { unitId: input.unit ?? undefined },
      clocks: [
        {
          clock: 'finish',
          do: 'start',
          dueAt: new Date(`${input.dueOn}T23:59:59+08:00`),
          limit: { value: 1, unit: 'natural_day' },
        },
      ],
      notify: input.unit ? [{ unitId: input.unit, zh: `联合巡查分派:${input.problem.slice(0, 60)}` }] : [],
    }),
  }),
  finish: action({
    zh: '登记办理结果',
    from: 'open',
    to: 'reported',
    by: 'cases.handle',
    tone: 'primary',
    form: { result: longText('办理结果', { maxLength: 1000 }), photos: photos(1, '办理后照片') },
    effects: ({ input }) => ({
      set: { result: input.result, photos: input.photos },
      clocks: [{ clock: 'finish', do: 'stop' }],
    }),
  }),
  accept: action({
    zh: '核对办结',
    from: 'reported',
    to: 'done',
    by: 'enforcement.cooperate',
    tone: 'primary',
    guard: ({ past, actor }) =>
      didBefore(past, 'finish', actor) ? refuse('enforcement.same-person', { role: '核对人', other: '办理人' }) : undefined,
  }),
  back: action({
    zh: '未办好,退回',
    from: 'reported',
    to: 'open',
    by: 'enforcement.cooperate',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }), dueOn: date('重新完成日期') },
    check: ({ input, now }) =>
      input.dueOn < dayText(now) ? refuse('enforcement.field', { why: '重新完成日期不能早于今天' }) : undefined,
    effects: ({ input, subject }) => ({
      set: { backCount: (subject.backCount ?? 0) + 1, dueOn: input.dueOn },
      clocks: [
        {
          clock: 'finish',
          do: 'start',
          dueAt: new Date(`${input.dueOn}T23:59:59+08:00`),
          limit: { value: 1, unit: 'natural_day' },
        },
      ],
      assign: { unitId: subject.unitId ?? undefined },
      notify: subject.unitId ? [{ unitId: subject.unitId, zh: `联合巡查 ${subject.number} 退回:${input.reason}` }] : [],
    }),
  }),
  lapse: action({
    zh: '逾期未办',
    from: 'open',
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: tellLate(subject, past, `联合巡查分派 ${subject.number} 已过完成日期:${subject.problem.slice(0, 40)}`),
    }),
  }),
}))
