/** Words of the screens of outside connections. */
export const zh = {
  connect: {
    secrets: '对接密钥',
    receiver: '接收方',
    issue: '签发签名密钥',
    trial: '试推一条',
    again: '重新签发后,旧密钥立即失效。',
    issued: '“{name}”的签名密钥',
    once: '请立即交给接收方:平台不再显示。',
    how: '接收方这样验签(Standard Webhooks)',
    client: '统一登录客户端',
    clientHelp: '对方按 {url} 配置;重新签发后旧密钥立即失效。',
    issueClient: '签发客户端密钥',
    queued: '已排队,编号 {number},到“推送记录”看结果',
  },
}
export const en = {
  connect: {
    secrets: 'Connection secrets',
    receiver: 'Receiver',
    issue: 'Issue signing secret',
    trial: 'Send a trial',
    again: 'A new secret ends the old one at once.',
    issued: 'Signing secret of “{name}”',
    once: 'Hand it over now: it is not shown again.',
    how: 'How the receiver verifies (Standard Webhooks)',
    client: 'Sign-in client',
    clientHelp: 'Configured from {url}; a new secret ends the old one at once.',
    issueClient: 'Issue client secret',
    queued: 'Queued as {number}; see the deliveries',
  },
}
