/**
 * Hands a message to an HTTP address of the bureau's own gateway (short-message platform, mail relay, WeChat service):
 * `POST { id, district, channel, recipient, body }`; the id lets the receiver drop a repetition. 4xx is a final refusal except 408
 * and 429. Configured by `CITYLOOP_SMS_URL`, `CITYLOOP_MAIL_URL`, `CITYLOOP_WECHAT_URL`, each with an optional `…_TOKEN`.
 */
import { type Channel, channels, type Delivery, type MessageAdapter } from './adapter.ts'

export interface Webhook {
  readonly channel: Channel
  readonly url: string
  readonly token?: string
  readonly timeoutMs?: number
}
const judge = (status: number): Delivery => {
  if (status >= 200 && status < 300) return { sent: true }
  return { sent: false, error: `HTTP ${status}`, isFinal: status >= 400 && status < 500 && status !== 408 && status !== 429 }
}
export const webhookAdapter = ({ channel, url, token, timeoutMs = 10_000 }: Webhook): MessageAdapter => ({
  channel,
  send: async (message) => {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      })
      await answer.body?.cancel()
      return judge(answer.status)
    } catch (error) {
      return { sent: false, error: String(error) }
    }
  },
})

/** The adapters this installation is configured for; none by default: no outside service is needed. */
export const adaptersFromEnv = (env: Readonly<Record<string, string | undefined>> = process.env): readonly MessageAdapter[] =>
  channels.flatMap((channel) => {
    const url = env[`CITYLOOP_${channel.toUpperCase()}_URL`]
    return url ? [webhookAdapter({ channel, url, token: env[`CITYLOOP_${channel.toUpperCase()}_TOKEN`] })] : []
  })
