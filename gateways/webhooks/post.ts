/**
 * One signed message to an outside address, in the manner of Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp`,
 * `webhook-signature: v1,` + base64 of HMAC-SHA256 over `id.timestamp.body` with the secret `whsec_…`. A redirect is a failure: the
 * registered address is the only one a message goes to.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import { Forbidden, guardedLookup, type Reach, urlFault } from './guard.ts'

export interface Message {
  /** The same at every attempt: by it the receiver knows a repetition. */
  readonly id: string
  readonly url: string
  readonly secret: string
  readonly body: string
}
export type Outcome =
  | { readonly sent: true; readonly status: number }
  /** `isFinal`: trying again cannot help. */
  | { readonly sent: false; readonly status: number | null; readonly error: string; readonly isFinal: boolean }

/** A secret without the prefix is taken letter by letter. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret, 'utf8')
/** @param at seconds since 1970 */
export const signatureOf = (secret: string, id: string, at: number, body: string): string =>
  `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${at}.${body}`).digest('base64')}`
const toleranceSeconds = 300
/** Whether a message that came in is signed with the secret and not old. @param now seconds since 1970 */
export const isSigned = (
  secret: string,
  given: { readonly id?: string; readonly timestamp?: string; readonly signature?: string },
  body: string,
  now: number,
): boolean => {
  const at = Number(given.timestamp)
  if (!given.id || !Number.isInteger(at) || Math.abs(now - at) > toleranceSeconds) return false
  const expected = Buffer.from(signatureOf(secret, given.id, at, body))
  return (given.signature ?? '').split(' ').some((one) => {
    const asked = Buffer.from(one)
    return asked.length === expected.length && timingSafeEqual(asked, expected)
  })
}

const judge = (status: number): Outcome => {
  if (status >= 200 && status < 300) return { sent: true, status }
  if (status >= 300 && status < 400) return { sent: false, status, error: `对方要求转向(${status}),不跟随`, isFinal: true }
  const isFinal = status === 410
  return { sent: false, status, error: `对方应答 ${status}`, isFinal }
}
const failed = (error: unknown): Outcome =>
  error instanceof Forbidden
    ? { sent: false, status: null, error: error.message, isFinal: true }
    : { sent: false, status: null, error: `连不上:${(error as Error).message}`.slice(0, 300), isFinal: false }

const open = (url: URL, message: Message, reach: Reach, timeoutMs: number): Promise<Outcome> =>
  new Promise((resolve) => {
    const at = Math.floor(Date.now() / 1000)
    const make = url.protocol === 'https:' ? request : plainRequest
    const sent = make(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: guardedLookup(reach),
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(message.body),
          'user-agent': 'CityLoop',
          'webhook-id': message.id,
          'webhook-timestamp': String(at),
          'webhook-signature': signatureOf(message.secret, message.id, at, message.body),
        },
      },
      (answer) => {
        answer.on('error', () => undefined)
        answer.destroy()
        resolve(judge(answer.statusCode ?? 0))
      },
    )
    sent.on('error', (error) => resolve(failed(error)))
    sent.end(message.body)
  })

/** Sends it once; never throws. */
export const post = async (message: Message, reach: Reach, timeoutMs = 10_000): Promise<Outcome> => {
  if (!URL.canParse(message.url)) return { sent: false, status: null, error: '地址写错了', isFinal: true }
  const url = new URL(message.url)
  const fault = urlFault(url, reach)
  return fault ? { sent: false, status: null, error: fault, isFinal: true } : open(url, message, reach, timeoutMs)
}
