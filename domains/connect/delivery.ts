/** 推送: one fact on its way to one receiver. Kept exactly as it was signed; tried again with growing waits, then handed to a person. */
import { choice, defineParameters, instant, integer, longText, procedure, ref, text } from '#kernel'
import { shared, trial } from './contract.ts'

export const connectParameters = defineParameters([
  {
    name: 'connect.reach',
    zh: '推送可达范围:0 只许公网 https,1 加内网地址与 http,2 再加本机地址',
    value: 0,
    unit: '级',
    source: '防服务端请求伪造(OWASP SSRF);政务内网部署时按日期改为1',
  },
  { name: 'connect.attempts', zh: '推送最多尝试次数', value: 7, unit: '次', source: '本局对接管理办法(示例)' },
])
/** Minutes before the second, third … attempt; the last one goes on. */
export const waitMinutes = [1, 5, 15, 60, 240, 720] as const

const message = {
  receiver: ref('接收方', 'connect.receiver'),
  receiverName: text('接收方名称', { maxLength: 80 }).searchable(),
  event: choice('事件', { ...shared, [trial]: '试推' }),
  body: longText('内容', { maxLength: 100_000 }),
} as const
const outcome = { httpStatus: integer('应答码').optional(), error: text('原因', { maxLength: 300 }) } as const

export const delivery = procedure('connect.delivery', {
  zh: '推送记录',
  menu: '对接',
  numbering: { prefix: 'TS', per: 'day', digits: 6 },
  title: 'receiverName',
  help: '至少送达一次:同一条重推的 webhook-id 不变,接收方据此去重',
  fields: {
    ...message,
    attempts: integer('已尝试', { unit: '次', min: 0 }),
    nextAt: instant('下次尝试').optional(),
    deliveredAt: instant('送达时间').optional(),
    httpStatus: integer('应答码').optional(),
    error: text('原因', { maxLength: 300 }).optional(),
  },
  statuses: {
    waiting: { zh: '待送达' },
    failed: { zh: '未送达', duty: 'connect.manage', taskZh: '推送未送达待处理' },
    delivered: { zh: '已送达', kind: 'final' },
    dropped: { zh: '不再推送', kind: 'final' },
  },
}).actions((action) => ({
  queue: action({
    zh: '排队',
    from: 'new',
    to: 'waiting',
    by: 'system',
    form: message,
    effects: ({ now }) => ({ set: { attempts: 0, nextAt: now.toISOString() } }),
  }),
  arrive: action({
    zh: '送达',
    from: 'waiting',
    to: 'delivered',
    by: 'system',
    form: { httpStatus: integer('应答码') },
    effects: ({ subject, input, now }) => ({
      set: {
        attempts: subject.attempts + 1,
        httpStatus: input.httpStatus,
        error: null,
        nextAt: null,
        deliveredAt: now.toISOString(),
      },
    }),
  }),
  miss: action({
    zh: '未送达,稍后再试',
    from: 'waiting',
    to: 'same',
    by: 'system',
    form: { ...outcome, nextAt: instant('下次尝试') },
    effects: ({ subject, input }) => ({ set: { ...input, attempts: subject.attempts + 1 } }),
  }),
  giveUp: action({
    zh: '未送达',
    from: 'waiting',
    to: 'failed',
    by: 'system',
    form: outcome,
    effects: ({ subject, input }) => ({ set: { ...input, attempts: subject.attempts + 1, nextAt: null } }),
  }),
  resend: action({
    zh: '重推',
    from: ['failed', 'delivered', 'dropped'],
    to: 'waiting',
    by: 'connect.manage',
    tone: 'primary',
    isBulk: true,
    help: '按原内容、原编号再推一次;接收方按编号去重',
    effects: ({ now }) => ({ set: { attempts: 0, nextAt: now.toISOString(), deliveredAt: null, error: null, httpStatus: null } }),
  }),
  drop: action({
    zh: '不再推送',
    from: ['waiting', 'failed'],
    to: 'dropped',
    by: 'connect.manage',
    tone: 'danger',
    isBulk: true,
    form: { error: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { error: input.error, nextAt: null } }),
  }),
}))
