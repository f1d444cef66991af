/** 问题清单、责任清单、对账销号: a list with items, each with owner, measures, deadline, evidence; it cannot be closed with open items. */
import type { Transaction } from 'kysely'
import {
  type Actor,
  choice,
  date,
  dayText,
  didBefore,
  files,
  instant,
  integer,
  longText,
  type Participation,
  procedure,
  type Refusal,
  raw,
  refuse,
  text,
  unit,
} from '#kernel'

export const listKinds = { problem: '问题清单', duty: '责任清单' } as const
export const notPast = (dueOn: string, now: Date): Refusal | undefined =>
  dueOn < dayText(now) ? refuse('kernel.check', { rule: '完成日期不能早于今天' }) : undefined
const lastMoment = (day: string): Date => new Date(`${day}T23:59:59+08:00`)
/** Nobody clears what they reported done themselves. */
const byAnother = ({ past, actor }: { past: readonly Participation[]; actor: Actor }): Refusal | undefined =>
  didBefore(past, 'report', actor) ? refuse('kernel.check', { rule: '整改由您报完成,须由他人销号' }) : undefined
export const countOpenItems = async (tx: Transaction<unknown>, listId: string): Promise<number> => {
  const { rows } = await raw<{ n: number }>(
    tx,
    `select count(*)::int as n from cases.item where parent_id = $1 and status <> all (array['cleared', 'dropped'])`,
    [listId],
  )
  return rows[0]?.n ?? 0
}
export const listProcedure = procedure('cases.list', {
  zh: '问题清单',
  menu: '督办',
  numbering: { prefix: 'L', per: 'year', digits: 4 },
  title: 'name',
  fields: {
    kind: choice('清单种类', listKinds).optional(),
    name: text('清单名称', { maxLength: 100 }).searchable(),
    source: text('来源', { maxLength: 100 }),
    batch: integer('第几批', { min: 1, max: 999 }).optional(),
    closedNote: longText('对账结论', { maxLength: 2000 }).optional(),
    itemCount: integer('条目数', { min: 0 }),
  },
  statuses: {
    open: { zh: '对账中', duty: 'cases.list.manage', taskZh: '对账中的清单' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  create: action({
    zh: '建立清单',
    from: 'new',
    to: 'open',
    by: 'cases.list.manage',
    form: {
      kind: choice('清单种类', listKinds).optional(),
      name: text('清单名称', { maxLength: 100 }),
      source: text('来源', { maxLength: 100 }),
      batch: integer('第几批', { min: 1, max: 999 }).optional(),
    },
    effects: ({ input }) => ({ set: { kind: input.kind ?? 'problem', itemCount: 0 } }),
  }),
  addItem: action({
    zh: '增加条目',
    from: 'open',
    to: 'same',
    by: 'cases.list.manage',
    tone: 'primary',
    form: {
      problem: longText('问题', { maxLength: 1000 }),
      unit: unit('责任单位'),
      measures: longText('整改措施', { maxLength: 2000 }),
      dueOn: date('完成日期'),
    },
    check: ({ input, now }) => notPast(input.dueOn, now),
    effects: ({ subject, input }) => ({ set: { itemCount: subject.itemCount + 1 }, spawn: [{ procedure: 'cases.item', input }] }),
  }),
  close: action({
    zh: '清单销号',
    from: 'open',
    to: 'closed',
    by: 'cases.list.manage',
    form: { closedNote: longText('对账结论', { maxLength: 2000 }) },
    look: (ctx) => countOpenItems(ctx.tx, ctx.subject.id),
    guard: ({ subject }) => (subject.itemCount === 0 ? refuse('kernel.check', { rule: '清单还没有条目,无可对账' }) : undefined),
    check: ({ found }) => (found > 0 ? refuse('cases.open-items', { count: found }) : undefined),
    effects: ({ input }) => ({ set: { closedNote: input.closedNote } }),
  }),
}))
const item = {
  problem: longText('问题', { maxLength: 1000 }).searchable(),
  unit: unit('责任单位'),
  measures: longText('整改措施', { maxLength: 2000 }),
  dueOn: date('完成日期'),
} as const
export const itemProcedure = procedure('cases.item', {
  zh: '清单条目',
  menu: '督办',
  numbering: { prefix: 'I', per: 'year', digits: 5 },
  title: 'problem',
  leadingClock: 'finish',
  mirror: { finish: { dueAt: 'finishDueAt', stoppedAt: 'finishedAt' } },
  fields: {
    ...item,
    evidence: files(0, '佐证材料').optional(),
    report: longText('整改情况', { maxLength: 2000 }).optional(),
    clearedNote: text('核验情况', { maxLength: 500 }).optional(),
    finishDueAt: instant('期限').optional(),
    finishedAt: instant('完成时间').optional(),
  },
  clocks: { finish: { zh: '整改', limit: { value: 30, unit: 'natural_day' }, basis: '清单所列完成日期' } },
  statuses: {
    open: { zh: '未整改', duty: 'cases.handle', ofUnit: true, taskZh: '未整改条目' },
    working: { zh: '整改中', duty: 'cases.handle', ofUnit: true, taskZh: '整改中条目' },
    rectified: { zh: '已整改', duty: 'cases.list.manage', taskZh: '待销号条目' },
    cleared: { zh: '已销号', kind: 'final' },
    dropped: { zh: '撤销', kind: 'final' },
  },
}).actions((action) => ({
  add: action({
    zh: '列入',
    from: 'new',
    to: 'open',
    by: 'cases.list.manage',
    form: item,
    check: ({ input, now }) => notPast(input.dueOn, now),
    effects: ({ input }) => ({
      set: { unitId: input.unit },
      clocks: [{ clock: 'finish', do: 'start', dueAt: lastMoment(input.dueOn) }],
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `列入整改清单:${input.problem.slice(0, 60)}` }],
    }),
  }),
  start: action({
    zh: '开始整改',
    from: 'open',
    to: 'working',
    by: 'cases.handle',
    effects: ({ subject }) => ({ assign: { unitId: subject.unitId ?? undefined } }),
  }),
  report: action({
    zh: '报整改完成',
    from: ['open', 'working'],
    to: 'rectified',
    by: 'cases.handle',
    tone: 'primary',
    form: { report: longText('整改情况', { maxLength: 2000 }), evidence: files(1, '佐证材料') },
    effects: ({ input }) => ({
      set: { report: input.report, evidence: input.evidence },
      clocks: [{ clock: 'finish', do: 'stop' }],
    }),
  }),
  clear: action({
    zh: '销号',
    from: 'rectified',
    to: 'cleared',
    by: 'cases.list.manage',
    tone: 'primary',
    help: '核对佐证材料后销号;报完成的人不能自己销号。',
    form: { clearedNote: text('核验情况', { maxLength: 500 }).optional() },
    guard: byAnother,
    effects: ({ input }) => ({ set: { clearedNote: input.clearedNote ?? null } }),
  }),
  sendBack: action({
    zh: '退回整改',
    from: 'rectified',
    to: 'working',
    by: 'cases.list.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }), dueOn: date('重新整改的完成日期') },
    check: ({ input, now }) => notPast(input.dueOn, now),
    effects: ({ subject, input }) => ({
      set: { dueOn: input.dueOn },
      clocks: [{ clock: 'finish', do: 'start', dueAt: lastMoment(input.dueOn) }],
      assign: { unitId: subject.unitId ?? undefined },
      notify: subject.unitId ? [{ unitId: subject.unitId, zh: `清单条目退回整改:${input.reason}` }] : [],
    }),
  }),
  lapse: action({
    zh: '逾期未整改',
    from: ['open', 'working'],
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: [
        ...(subject.unitId ? [{ unitId: subject.unitId, zh: `清单条目已过完成日期:${subject.problem.slice(0, 60)}` }] : []),
        ...past
          .filter((p) => p.action === 'add')
          .flatMap((p) => (p.actorId ? [{ personId: p.actorId, zh: `${subject.number} 逾期未整改,可撤销或督办` }] : [])),
      ],
    }),
  }),
  drop: action({
    zh: '撤销条目',
    from: ['open', 'working'],
    to: 'dropped',
    by: 'cases.list.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: () => ({ clocks: [{ clock: 'finish', do: 'cancel' }] }),
  }),
}))
