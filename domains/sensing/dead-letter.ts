/** 死信: what a device said that could not become points. Kept word for word, looked at, put right and tried again. */
import { choice, instant, integer, longText, procedure, say, text } from '#kernel'
import { channels, letterReasons } from './contract.ts'
import { replayAsked } from './facts.ts'

export const letterFields = {
  sender: text('发送设备', { maxLength: 60 }).searchable(),
  channel: choice('通道', channels),
  reason: choice('原因', letterReasons),
  detail: text('说明', { maxLength: 300 }),
  payload: longText('报文', { maxLength: 8000 }),
  receivedAt: instant('收到时间'),
} as const
export const deadLetter = procedure('sensing.dead-letter', {
  zh: '死信',
  menu: '感知',
  title: 'sender',
  numbering: { prefix: 'SX', per: 'day', digits: 6 },
  help: '平台收到并已应答、但未能入库的报文,原样保存。登记设备或监测量、或改正报文后可重放;重放不会产生重复读数。',
  fields: {
    ...letterFields,
    replays: integer('重放次数', { min: 0 }),
    result: text('最近结果', { maxLength: 300 }).optional(),
  },
  statuses: {
    waiting: { zh: '待处理' },
    replaying: { zh: '重放中' },
    replayed: { zh: '已重放', kind: 'final' },
    discarded: { zh: '已作废', kind: 'final' },
  },
}).actions((action) => ({
  arrive: action({
    zh: '收到',
    from: 'new',
    to: 'waiting',
    by: 'system',
    form: letterFields,
    effects: () => ({ set: { replays: 0 } }),
  }),
  replay: action({
    zh: '重放',
    from: 'waiting',
    to: 'replaying',
    by: 'sensing.replay',
    tone: 'primary',
    isBulk: true,
    help: '按现在的设备与监测量登记重新解析入库;不填则按原报文。',
    form: { corrected: longText('改正后的报文', { maxLength: 8000 }).optional() },
    effects: ({ subject, input }) => ({
      set: { replays: subject.replays + 1, payload: input.corrected ?? subject.payload },
      facts: [
        say(replayAsked, {
          letterId: subject.id,
          channel: subject.channel,
          sender: subject.sender,
          payload: input.corrected ?? subject.payload,
        }),
      ],
    }),
  }),
  succeed: action({
    zh: '重放成功',
    from: 'replaying',
    to: 'replayed',
    by: 'system',
    form: { result: text('结果', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { result: input.result } }),
  }),
  failAgain: action({
    zh: '重放未成',
    from: 'replaying',
    to: 'waiting',
    by: 'system',
    form: { result: text('结果', { maxLength: 300 }), reason: choice('原因', letterReasons) },
    effects: ({ input }) => ({ set: { result: input.result, reason: input.reason } }),
  }),
  discard: action({
    zh: '作废',
    from: 'waiting',
    to: 'discarded',
    by: 'sensing.replay',
    tone: 'danger',
    isBulk: true,
    form: { why: text('作废原因', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { result: input.why } }),
  }),
}))
