/** 市民账号: a phone, proved by a code; the same account from the app, the browser and the mini program; the reports it holds. */
import { choice, date, first, flag, instant, integer, one, procedure, record, ref, register, text } from '#kernel'
import { notYet, phoneField } from './shared.ts'

export const clients = { app: '手机客户端', mini: '微信小程序', web: '网页' } as const
export const account = register('civic.account', {
  zh: '市民账号',
  menu: '公众服务',
  title: 'name',
  fields: {
    name: text('称呼', { maxLength: 20 }).searchable(),
    phone: phoneField().unique(),
    since: date('开通日期'),
    lastClient: choice('最近入口', clients),
    readAt: instant('消息读到').optional(),
  },
})
export const session = register('civic.session', {
  zh: '市民登录',
  title: 'client',
  fields: {
    account: ref('账号', 'civic.account'),
    tokenHash: text('凭证摘要', { maxLength: 64 }).unique(),
    client: choice('入口', clients),
    until: instant('有效至'),
  },
})
/** A report this account holds: its receipt is the proof that it may. */
export const claim = record('civic.claim', {
  zh: '账号所报',
  title: 'receipt',
  fields: { account: ref('账号', 'civic.account'), receipt: text('回执', { maxLength: 64 }) },
})
const asked = `select (count(*) filter (where created_at > $2::timestamptz - interval '1 minute'))::int as minute, (count(*) filter (where created_at > $2::timestamptz - interval '1 day'))::int as day
  from civic.phone_check where phone = $1`
/** 验证手机号: a code goes out by message; right once, within minutes, after few tries. */
export const phoneCheck = procedure('civic.phone-check', {
  zh: '手机验证',
  menu: '公众服务',
  title: 'purpose',
  numbering: { prefix: 'YZ', per: 'day', digits: 6 },
  fields: {
    phone: phoneField(),
    purpose: text('用途', { maxLength: 40 }),
    tries: integer('错误次数').optional(),
    isRight: flag('通过').optional(),
  },
  statuses: {
    sent: { zh: '已发送' },
    passed: { zh: '已通过', kind: 'final' },
    failed: { zh: '已失效', kind: 'final' },
  },
}).actions((action) => ({
  send: action({
    zh: '发送验证码',
    from: 'new',
    to: 'sent',
    by: 'system',
    form: { phone: phoneField(), purpose: text('用途', { maxLength: 40 }) },
    look: ({ tx, input, now }) => one<{ minute: number; day: number }>(tx, asked, [input.phone, now.toISOString()]),
    check: ({ found, parameter }) =>
      first(
        notYet((found?.minute ?? 0) > 0, '一分钟内只能要一次验证码'),
        notYet((found?.day ?? 0) >= parameter('civic.code-day'), '今天要验证码的次数已满,请明天再试'),
      ),
    effects: ({ input, code, now, parameter }) => ({
      set: { tries: 0, isRight: false },
      timers: [{ name: 'end', at: new Date(now.getTime() + parameter('civic.code-minutes') * 60_000), action: 'expire' }],
      messages: [
        {
          channel: 'sms',
          recipient: input.phone,
          body: `【城管服务】验证码${code()},用于${input.purpose},${parameter('civic.code-minutes')}分钟内有效,请勿告诉他人。`,
        },
      ],
    }),
  }),
  answer: action({
    zh: '核对',
    from: 'sent',
    by: 'system',
    form: { isSame: flag('一致') },
    to: ({ input, subject, parameter }) =>
      input.isSame ? 'passed' : (subject.tries ?? 0) + 1 >= parameter('civic.code-tries') ? 'failed' : 'sent',
    effects: ({ input, subject }) => ({
      set: input.isSame ? { isRight: true } : { tries: (subject.tries ?? 0) + 1 },
      timers: input.isSame ? [{ name: 'end', at: null, action: 'expire' }] : [],
    }),
  }),
  expire: action({ zh: '过期', from: 'sent', to: 'failed', by: 'system' }),
}))
