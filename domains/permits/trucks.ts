/** 渣土车进出: each entry and exit of the list is a line, counted by year; leaving needs a reason and somebody's decision. */
import { choice, procedure, raw, record, refuse, say, text } from '#kernel'
import { truckLeft } from './facts.ts'

export const truckMove = record('permits.truck-move', {
  zh: '渣土车准入退出',
  menu: '审批监管',
  title: 'plate',
  fields: {
    plate: text('号牌', { maxLength: 10 }).searchable(),
    haulerName: text('企业', { maxLength: 100 }).searchable(),
    direction: choice('方向', { in: '准入', out: '退出' }),
    reason: text('原因', { maxLength: 200 }),
  },
})
export const exitGrounds = { old: '老旧车型淘汰', breach: '多次违规', safety: '主动安全系统失效', asked: '企业申请' } as const
export const truckExit = procedure('permits.truck-exit', {
  zh: '渣土车退出',
  menu: '审批监管',
  title: 'plate',
  numbering: { prefix: 'TX', per: 'year', digits: 4 },
  fields: {
    plate: text('号牌', { maxLength: 10 }).searchable(),
    ground: choice('事由', exitGrounds),
    reason: text('说明', { maxLength: 180 }),
  },
  statuses: {
    proposed: { zh: '待批准', duty: 'permits.decide', taskZh: '待批准渣土车退出' },
    done: { zh: '已退出', kind: 'final' },
    kept: { zh: '不退出', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '提出退出',
    from: 'new',
    to: 'proposed',
    by: 'permits.inspect',
    form: {
      plate: text('号牌', { maxLength: 10 }),
      ground: choice('事由', exitGrounds),
      reason: text('说明', { maxLength: 180 }),
    },
    look: async (ctx) =>
      (
        await raw<{ state: string }>(ctx.tx, 'select state from permits.truck where plate = $1 and retired_at is null', [
          ctx.input.plate,
        ])
      ).rows[0]?.state,
    check: ({ found }) => (found === 'admitted' ? undefined : refuse('permits.before', { why: '该车不在准入名录' })),
  }),
  approve: action({
    zh: '批准退出',
    from: 'proposed',
    to: 'done',
    by: 'permits.decide',
    tone: 'primary',
    guard: ({ past, actor }) =>
      past[0]?.actorId === actor.id ? refuse('permits.same-person', { role: '批准人', other: '提出人' }) : undefined,
    effects: ({ subject }) => ({
      facts: [say(truckLeft, { plate: subject.plate, reason: `${exitGrounds[subject.ground]}:${subject.reason}`.slice(0, 190) })],
    }),
  }),
  keep: action({
    zh: '不退出',
    from: 'proposed',
    to: 'kept',
    by: 'permits.decide',
    form: { opinion: text('意见', { maxLength: 200 }) },
  }),
}))
