/**
 * 无人值守: ground locks in the berths of a road. A lock is raised only on a berth that is known to be free, so that it never traps a
 * car, and is let down for whoever comes. The order goes out as a command of the device; only its answer changes the lock's state.
 */
import { commandEnded, deviceReported } from '#catalogue/facts.ts'
import { bySystem, choice, editRow, first, instant, type Listener, listen, one, procedure, ref, register, text } from '#kernel'
import { notYet, why } from '../shared.ts'
import { takeSighting } from './state.ts'

export const lock = register('parking.lock', {
  zh: '泊位地锁',
  menu: '停车设施',
  title: 'number',
  fields: {
    number: text('地锁编号', { maxLength: 40 }).unique().searchable(),
    berth: ref('泊位', 'parking.berth').unique(),
    device: ref('控制设备', 'sensing.device').unique(),
    position: choice('状态', { up: '升起(锁闭)', down: '降下(开放)', unknown: '不明' }),
    movedAt: instant('最近动作').optional(),
  },
})
const orderForm = {
  lock: ref('地锁', 'parking.lock'),
  wanted: choice('动作', { up: '升起', down: '降下' }),
  reason: text('原因', { maxLength: 200 }),
} as const
export const lockOrder = procedure('parking.lock-order', {
  zh: '地锁控制',
  menu: '停车设施',
  numbering: { prefix: 'DS', per: 'day', digits: 5 },
  title: 'reason',
  help: '泊位有车时不升锁;设备回执后地锁状态才改变',
  fields: {
    ...orderForm,
    device: ref('控制设备', 'sensing.device').optional(),
    answer: text('设备回执', { maxLength: 200 }).optional(),
    answeredAt: instant('回执时刻').optional(),
  },
  statuses: {
    sent: { zh: '已下发' },
    done: { zh: '已执行', kind: 'final' },
    failed: { zh: '未执行', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '控制地锁',
    from: 'new',
    to: 'sent',
    by: 'parking.collect',
    form: orderForm,
    look: ({ tx, input }) =>
      one<{ device: string; position: string; state: string | null; areaCode: string | null }>(
        tx,
        `select k.device, k.position, n.state, b.area_code as "areaCode" from parking.lock k join parking.berth b on b.district = k.district and b.id = k.berth
         left join parking.berth_now n on n.district = k.district and n.id = k.berth where k.id = $1 and k.retired_at is null`,
        [input.lock],
      ),
    check: ({ found, input }) =>
      first(
        why(!found, '没有这把地锁'),
        notYet(found?.position === input.wanted, '地锁已在该位置'),
        notYet(input.wanted === 'up' && found?.state !== 'free', '泊位有车或状态不明,不能升锁'),
      ),
    effects: ({ subject, input, found }) => ({
      set: { device: found?.device ?? null, areaCode: found?.areaCode ?? null },
      spawn: [
        { procedure: 'sensing.command', input: { device: found?.device ?? '', kind: input.wanted === 'up' ? 'raise' : 'lower' } },
      ],
    }),
  }),
  answer: action({
    zh: '设备回执',
    from: 'sent',
    to: ({ input }) => (input.isDone === 'yes' ? 'done' : 'failed'),
    by: 'system',
    form: { isDone: choice('执行', { yes: '是', no: '否' }), answer: text('设备回执', { maxLength: 200 }) },
    effects: ({ input, now }) => ({ set: { answer: input.answer, answeredAt: now.toISOString() } }),
  }),
}))
const whenAnswered = listen(
  commandEnded,
  async ({ parentId, result, answer, at }, ctx) => {
    if (!parentId) return
    const asked = await one<{ lock: string; wanted: 'up' | 'down'; status: string }>(
      ctx.tx,
      'select lock, wanted, status from parking.lock_order where id = $1',
      [parentId],
    )
    if (asked?.status !== 'sent') return
    const isDone = result === 'done'
    await bySystem(ctx, lockOrder.id, parentId, 'answer', {
      isDone: isDone ? 'yes' : 'no',
      answer: (answer || result).slice(0, 200),
    })
    if (isDone) await editRow(ctx, lock, asked.lock, { position: asked.wanted, movedAt: at }, { reason: '设备回执' })
  },
  ({ parentType }) => parentType === lockOrder.id,
)
/** A lock also feels whether a car stands above it. */
const whenReported = listen(
  deviceReported,
  async ({ deviceId, number, values, at }, ctx) => {
    const found = await one<{ berth: string }>(
      ctx.tx,
      'select b.number as berth from parking.lock k join parking.berth b on b.district = k.district and b.id = k.berth where k.device = $1 and k.retired_at is null',
      [deviceId],
    )
    if (found)
      await takeSighting(ctx, {
        berth: found.berth,
        source: 'sensor',
        isTaken: values.occupied === 1,
        at: new Date(at),
        told: number,
      })
  },
  ({ kind, values }) => kind === 'lock' && values.occupied !== undefined,
)
export const lockListeners: readonly Listener[] = [whenAnswered, whenReported] as readonly Listener[]
