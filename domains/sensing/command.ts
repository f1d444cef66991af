/** 终端指令: what an officer asks of a device. It waits until the device is connected, goes out, and ends with the device's answer. */
import { choice, instant, integer, longText, procedure, ref, refuse, text } from '#kernel'
import { commandKinds } from './contract.ts'

const commandForm = {
  device: ref('设备', 'sensing.device'),
  kind: choice('指令', commandKinds),
  content: text('文本内容', { maxLength: 200 }).optional().help('文本信息下发时填写'),
  seconds: integer('汇报间隔', { unit: '秒', min: 1, max: 86_400 }).optional().help('设置汇报间隔时填写'),
} as const
const waitDays = 3
export const command = procedure('sensing.command', {
  zh: '终端指令',
  menu: '感知',
  title: 'kind',
  numbering: { prefix: 'ZL', per: 'day', digits: 5 },
  help: '指令排队,设备在线即下发;三日内未能下发的自动过期。',
  fields: {
    ...commandForm,
    sentAt: instant('下发时间').optional(),
    serial: integer('流水号').optional(),
    answer: longText('终端应答', { maxLength: 8000 }).optional(),
  },
  statuses: {
    queued: { zh: '待下发' },
    sent: { zh: '已下发' },
    answered: { zh: '终端已执行', kind: 'final' },
    failed: { zh: '终端未执行', kind: 'final' },
    expired: { zh: '已过期', kind: 'final' },
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
          : undefined,
    effects: ({ now }) => ({
      timers: [{ name: 'expire', at: new Date(now.getTime() + waitDays * 86_400_000), action: 'expire' }],
    }),
  }),
  send: action({
    zh: '已下发',
    from: 'queued',
    to: 'sent',
    by: 'system',
    form: { serial: integer('流水号') },
    effects: ({ input, now }) => ({ set: { serial: input.serial, sentAt: now.toISOString() } }),
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
    effects: ({ input }) => ({ set: { answer: input.answer }, timers: [{ name: 'expire', at: null, action: 'expire' }] }),
  }),
  expire: action({ zh: '过期', from: ['queued', 'sent'], to: 'expired', by: 'system' }),
  cancel: action({
    zh: '撤销',
    from: 'queued',
    to: 'cancelled',
    by: 'sensing.command',
    effects: () => ({ timers: [{ name: 'expire', at: null, action: 'expire' }] }),
  }),
}))
