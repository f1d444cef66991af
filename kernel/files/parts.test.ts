/** Files that come in pieces: gone on with after a cut, whole to the byte, nobody else's. */
import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Call, type Office, openOffice } from '../identity/office.testdata.ts'
import { fileRoutes } from './routes.ts'
import { createRegisterDomain } from './sample.testdata.ts'
import { sha256Of } from './store.ts'

let office: Office
let li: Call
let wang: Call
beforeAll(async () => {
  office = await openOffice({ domains: [createRegisterDomain().domain], routes: fileRoutes })
  await office.hire('li', ['cases.read'])
  await office.hire('wang', ['cases.read'])
  ;[li, wang] = await Promise.all([office.as('li'), office.as('wang')])
})
afterAll(() => office.close())

const key = '01890000-0000-7000-8000-00000000abcd 00'
const address = (base: string, k = key) => `${base}/parts/${encodeURIComponent(k)}`
const piece = (call: Call, base: string, bytes: Buffer, at: number, k = key) =>
  call('POST', `${address(base, k)}?at=${at}`, undefined, {
    payload: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  })
const noise = (): Promise<Buffer> => {
  const raw = Buffer.alloc(900 * 700 * 3)
  for (let i = 0, x = 7; i < raw.length; i++) {
    x = (x * 1_103_515_245 + 12_345) % 2_147_483_648
    raw[i] = x >> 16
  }
  return sharp(raw, { raw: { width: 900, height: 700, channels: 3 } })
    .jpeg({ quality: 98 })
    .toBuffer()
}

test('a photo in pieces, cut and said twice, becomes one file of the same bytes', async () => {
  const bytes = await noise()
  const size = 256 * 1024
  expect(bytes.length).toBeGreaterThan(2 * size)
  expect((await office.anyone('GET', address('/files'))).status).toBe(401)
  expect((await li('GET', address('/files'))).body).toEqual({ received: 0 })
  expect((await piece(li, '/files', bytes.subarray(0, size), 0)).body).toEqual({ received: size })
  // The answer was lost and the piece comes again; then one out of turn.
  expect((await piece(li, '/files', bytes.subarray(0, size), 0)).body).toEqual({ received: size })
  expect((await piece(li, '/files', bytes.subarray(2 * size), 2 * size)).body).toEqual({ received: size })
  expect((await li('POST', `${address('/files')}/end`, { name: 'a.jpg', size: bytes.length })).status).toBe(400)
  // Another person's key of the same letters is another file.
  expect((await wang('GET', address('/files'))).body).toEqual({ received: 0 })
  let { received } = (await li('GET', address('/files'))).body as { received: number }
  while (received < bytes.length)
    ({ received } = (await piece(li, '/files', bytes.subarray(received, received + size), received)).body as { received: number })
  const ended = await li('POST', `${address('/files')}/end`, { name: 'a.jpg', size: bytes.length })
  expect(ended.status).toBe(201)
  expect(ended.body.files).toMatchObject([{ name: 'a.jpg', mime: 'image/jpeg', width: 900, sha256: sha256Of(bytes) }])
  expect((await li('GET', address('/files'))).body).toEqual({ received: 0 })
})

test('a citizen hands in no program, an upload has a limit, one given up is swept away', async () => {
  const k = 'abcdefghijklmnop-1'
  const text = Buffer.from('#!/bin/sh\necho no\n')
  expect((await piece(office.anyone, '/public/files', text, 0, k)).body).toEqual({ received: text.length })
  const ended = await office.anyone('POST', `${address('/public/files', k)}/end`, { name: 'a.sh', size: text.length })
  expect(ended).toMatchObject({ status: 415, body: { code: 'kernel.file-kind' } })
  expect((await piece(li, '/files', text, 30 * 1024 * 1024)).body).toMatchObject({ code: 'kernel.too-large' })
  expect((await piece(li, '/files', Buffer.alloc(0), 0)).status).toBe(400)
  const dir = join(office.kernel.fileDir, 'parts')
  await piece(li, '/files', text, 0, 'given-up-long-ago-1')
  const [old = ''] = readdirSync(dir)
  const weekAgo = Date.now() / 1000 - 8 * 86_400
  utimesSync(join(dir, old), weekAgo, weekAgo)
  await piece(li, '/files', text, 0, 'begun-just-now-123')
  expect(readdirSync(dir)).not.toContain(old)
})
