import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { raw } from '../db/index.ts'
import { district, type Office, openOffice } from '../identity/office.testdata.ts'
import { adaptersFromEnv, sendWaiting, webhookAdapter } from './index.ts'
import { attemptLimit } from './send.ts'

let office: Office
let gateway: Server
let url = ''
let answer = 200
const received: { readonly body: Record<string, unknown>; readonly authorization: string | undefined }[] = []
beforeAll(async () => {
  office = await openOffice()
  gateway = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({
        body: JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>,
        authorization: request.headers.authorization,
      })
      response.writeHead(answer).end()
    })
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms`
})
afterAll(async () => {
  gateway.close()
  await office.close()
})
beforeEach(async () => {
  received.length = 0
  answer = 200
  await raw(office.db.admin, 'delete from kernel.message')
})

const write = (channel: 'sms' | 'mail', body: string) =>
  office.inDistrict(({ tx, now }) =>
    raw(tx, 'insert into kernel.message (district, id, channel, recipient, body, created_at) values ($1, $2, $3, $4, $5, $6)', [
      district,
      uuid(),
      channel,
      '13800000000',
      body,
      now,
    ]),
  )
interface State {
  readonly sentAt: Date | null
  readonly failedAt: Date | null
  readonly error: string | null
  readonly attempts: number
}
const state = async (): Promise<readonly State[]> =>
  (
    await raw<State>(
      office.db.admin,
      'select sent_at as "sentAt", failed_at as "failedAt", error, attempts from kernel.message order by body',
    )
  ).rows
const sms = (token?: string) => [webhookAdapter({ channel: 'sms', url, token })]
const retryNow = () => raw(office.db.admin, `update kernel.message set next_at = now() - interval '1 second'`)

test('without an adapter a message waits in the local outbox', async () => {
  expect(adaptersFromEnv({})).toEqual([])
  await write('sms', '一')
  expect(await sendWaiting(office.kernel, [])).toBe(0)
  expect(await state()).toMatchObject([{ sentAt: null, attempts: 0 }])
})
test('the webhook of a channel gets its messages once, with the token, from two senders at once', async () => {
  for (let i = 0; i < 60; i++) await write('sms', `第${i}条`)
  await write('mail', '邮件')
  const [adapter] = adaptersFromEnv({ CITYLOOP_SMS_URL: url, CITYLOOP_SMS_TOKEN: 'secret' })
  expect(adapter?.channel).toBe('sms')
  const counts = await Promise.all([
    sendWaiting(office.kernel, adapter ? [adapter] : []),
    sendWaiting(office.kernel, adapter ? [adapter] : []),
  ])
  expect(counts.reduce((a, b) => a + b, 0)).toBe(60)
  expect(new Set(received.map((r) => r.body.id)).size).toBe(60)
  expect(received[0]).toMatchObject({
    authorization: 'Bearer secret',
    body: { channel: 'sms', recipient: '13800000000', district },
  })
  expect((await state()).filter((m) => m.sentAt === null)).toHaveLength(1)
})
test('a gateway that is down is asked again, later, and not for ever', async () => {
  answer = 503
  await write('sms', '一')
  for (let i = 1; i <= attemptLimit; i++) {
    expect(await sendWaiting(office.kernel, sms())).toBe(0)
    expect(await sendWaiting(office.kernel, sms())).toBe(0)
    expect(received).toHaveLength(i)
    await retryNow()
  }
  expect(await state()).toMatchObject([{ sentAt: null, error: 'HTTP 503', attempts: attemptLimit }])
  expect((await state())[0]?.failedAt).not.toBeNull()
})
test('a recovery is noticed, a refusal final', async () => {
  answer = 429
  await write('sms', '一')
  await sendWaiting(office.kernel, sms())
  answer = 200
  await retryNow()
  expect(await sendWaiting(office.kernel, sms())).toBe(1)
  answer = 400
  await write('sms', '二')
  await sendWaiting(office.kernel, sms())
  expect((await state())[1]).toMatchObject({ error: 'HTTP 400', attempts: 1 })
  expect((await state())[1]?.failedAt).not.toBeNull()
})
