/** Words of the outside connections that screens may know. */
import { z } from 'zod'
import { defineErrors, route } from '#kernel/contract'

/** Published facts that may leave the house; the keys are the facts of `catalogue/facts.ts`. */
export const shared = {
  'case.opened': '案件已登记',
  'case.ended': '案件已办结',
  'problem.found': '发现问题',
  'kernel.overdue': '时限已过',
  'work.decided': '议定事项',
  'permit.issued': '证照已颁发',
  'permit.ended': '证照已终止',
  'object.accepted': '设施验收入库',
  'credit.graded': '信用等级已评定',
  'penalty.stage': '处罚进展',
  'issue.stage': '整改进展',
} as const
/** What a receiver is sent to try the way; never subscribed to. */
export const trial = 'connect.trial'

export const connectErrors = defineErrors({
  'connect.stopped': { status: 409, zh: '“{name}”已停用,不能推送', en: '"{name}" is switched off' },
  'connect.browser': { status: 409, zh: '“{name}”在浏览器里运行,不发密钥', en: '"{name}" runs in browsers: no secret' },
  'connect.no-secret': { status: 409, zh: '“{name}”尚未签发密钥', en: '"{name}" has no secret yet' },
})
const one = z.object({ id: z.uuid() })
export const issueSecretRoute = route({
  method: 'POST',
  path: '/connect/receivers/:id/secret',
  zh: '签发推送签名密钥(只显示一次)',
  permission: 'connect.secret',
  tag: 'connect',
  input: one,
  output: z.object({ name: z.string(), secret: z.string() }),
})
export const tryReceiverRoute = route({
  method: 'POST',
  path: '/connect/receivers/:id/trial',
  zh: '试推一条',
  permission: 'connect.secret',
  tag: 'connect',
  input: one,
  output: z.object({ id: z.string(), number: z.string() }),
  refusals: ['connect.stopped', 'connect.no-secret'],
})
export const issueClientRoute = route({
  method: 'POST',
  path: '/connect/clients/:id/secret',
  zh: '签发统一登录客户端密钥(只显示一次)',
  permission: 'connect.secret',
  tag: 'connect',
  input: one,
  output: z.object({ name: z.string(), clientId: z.string(), secret: z.string() }),
  refusals: ['connect.browser'],
})
