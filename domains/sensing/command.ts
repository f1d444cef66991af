/**
 * 终端指令: what is asked of a device, by an officer or by another domain (spawned by name). It waits until the device is connected,
 * goes out, and ends with the device's answer. What moves something (lamps, parking locks) is repeated until answered and never late.
 */
import { commandEnded } from '#catalogue/facts.ts'
import { choice, instant, integer, longText, number, procedure, raw, ref, refuse, say, text } from '#kernel'
import { actuatorKinds, commandKinds } from './contract.ts'

const commandForm = {
  device: ref('设备', 'sensing.device'),
  kind: choice('指令', commandKinds),
  content: text('文本内容', { maxLength: 200 }).optional().help('文本信息下发时填写'),
  seconds: integer('汇报间隔', { unit: '秒', min: 1, max: 86_400 }).optional().help('设置汇报间隔时填写'),
  value: number('亮度', { unit: '%', min: 0, max: 100 }).optional().help('调光时填写'),
  channel: integer('回路', { min: 1, max: 64 }).optional().help('控制柜的某一回路;不填为全部'),
} as const
const waitDays = 3
const isActuator = (kind: string): boolean => (actuatorKinds as readonly string[]).includes(kind)
const off = [
  { name: 'expire', at: null, action: 'expire' },
  { name: 'retry', at: null, action: 'retry' },
] as const
interface Commanded {
  readonly id: string
  readonly parentType: string | null
  readonly parentId: string | null
  readonly device: string
  readonly kind: string
  readonly channel: number | null
  readonly value: number | null
}
type Result = 'done' | 'refused' | 'timeout'
const ended = (
  { id, parentType, parentId, device, kind, channel, value }: Commanded,
  result: Result,
  answer: string,
  now: Date,
) =>
  isActuator(kind)
    ? [
        say(commandEnded, {
          commandId: id,
          parentType,
          parentId,
          deviceId: device,
          kind,
          channel,
          value,
          result,
          answer,
          at: now.toISOString(),
        }),
      ]
    : []
/** A newer command for the same thing makes repeating this one wrong. */
const overtakenSql = `select 1 from sensing.command n where n.device = $1 and n.kind = any($2) and n.channel is not distinct from $3
  and n.created_at >= (select c.created_at from sensing.command c where c.id = $4) and n.id <> $4 limit 1`

export const command = procedure('sensing.command', {
  zh: '终端指令',
  menu: '感知',
  title: 'kind',
  numbering: { prefix: 'ZL', per: 'day', digits: 5 },
  help: '指令排队,设备在线即下发;开关、调光、地锁等控制指令未应答会重发,超过有效时间不再执行;其他指令三日内未能下发的自动过期。',
  fields: {
    ...commandForm,
    sentAt: instant('下发时间').optional(),
    serial: integer('流水号').optional(),
    tries: integer('下发次数', { unit: '次', min: 0 }).optional(),
    liveUntil: instant('有效至').optional(),
    endedAt: instant('结束时间').optional(),
    answer: longText('终端应答', { maxLength: 8000 }).optional(),
  },
  statuses: {
    queued: { zh: '待下发' },
    sent: { zh: '已下发' },
    answered: { zh: '终端已执行', kind: 'final' },
    failed: { zh: '终端未执行', kind: 'final' },
    expired: { zh: '超时未应答(已过期)', kind: 'final' },
    cancelled: { zh: '已撤销', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '下发指令',
    from: 'new',
    to: 'queued',
    by: 'sensing.command',
    form: commandForm,
    check: ({ input }) =>
      input.kind === 'text' && !input.content
        ? refuse('sensing.command', { why: '请填写要下发的文本' })
        : input.kind === 'interval' && !input.seconds
          ? refuse('sensing.command', { why: '请填写汇报间隔' })
          : input.kind === 'dim' && typeof input.value !== 'number'
            ? refuse('sensing.command', { why: '请填写亮度' })
            : undefined,
    effects: ({ input, now, parameter }) => {
      const minutes = isActuator(input.kind) ? parameter('sensing.command-live-minutes') : waitDays * 1440
      const at = new Date(now.getTime() + minutes * 60_000)
      return {
        set: { tries: 0, liveUntil: isActuator(input.kind) ? at.toISOString() : null },
        timers: [{ name: 'expire', at, action: 'expire' }],
      }
    },
  }),
  send: action({
    zh: '已下发',
    from: 'queued',
    to: 'sent',
    by: 'system',
    form: { serial: integer('流水号') },
    effects: ({ input, subject, now, parameter }) => ({
      set: { serial: input.serial, sentAt: now.toISOString(), tries: (subject.tries ?? 0) + 1 },
      timers: isActuator(subject.kind)
        ? [{ name: 'retry', at: new Date(now.getTime() + parameter('sensing.command-wait-seconds') * 1000), action: 'retry' }]
        : [],
    }),
  }),
  retry: action({
    zh: '未应答,重发',
    from: 'sent',
    by: 'system',
    look: async ({ tx, subject }) => {
      const { rows } = await raw(tx, overtakenSql, [subject.device, actuatorKinds, subject.channel, subject.id])
      return rows.length > 0
    },
    to: ({ subject, found, parameter }) =>
      found || (subject.tries ?? 0) >= parameter('sensing.command-tries') ? 'expired' : 'queued',
    effects: ({ subject, found, parameter, now }) =>
      found || (subject.tries ?? 0) >= parameter('sensing.command-tries')
        ? {
            set: { endedAt: now.toISOString() },
            timers: off,
            facts: ended(subject, 'timeout', found ? '已有新的指令' : `下发${subject.tries}次未应答`, now),
          }
        : {},
  }),
  answer: action({
    zh: '终端应答',
    from: ['queued', 'sent'],
    to: ({ input }) => (input.isDone === 'yes' ? 'answered' : 'failed'),
    by: 'system',
    form: {
      isDone: choice('执行', { yes: '已执行', no: '未执行' }),
      answer: longText('应答', { maxLength: 8000 }),
    },
    effects: ({ input, subject, now }) => ({
      set: { answer: input.answer, endedAt: now.toISOString() },
      timers: off,
      facts: ended(subject, input.isDone === 'yes' ? 'done' : 'refused', input.answer, now),
    }),
  }),
  expire: action({
    zh: '过期',
    from: ['queued', 'sent'],
    to: 'expired',
    by: 'system',
    effects: ({ subject, now }) => ({
      set: { endedAt: now.toISOString() },
      timers: off,
      facts: ended(subject, 'timeout', (subject.tries ?? 0) > 0 ? `下发${subject.tries}次未应答` : '设备不在线', now),
    }),
  }),
  cancel: action({
    zh: '撤销',
    from: 'queued',
    to: 'cancelled',
    by: 'sensing.command',
    effects: ({ now }) => ({ set: { endedAt: now.toISOString() }, timers: off }),
  }),
}))
