import { existsSync, utimesSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { raw } from '../db/index.ts'
import { district, type Office, openOffice } from '../identity/office.testdata.ts'
import { createRow } from '../register/edit.ts'
import type { FileView } from './contract.ts'
import { fileRoutes } from './routes.ts'
import { createRegisterDomain } from './sample.testdata.ts'
import { blobPath, putBlob } from './store.ts'
import { sweepBytes, sweepUploads } from './sweep.ts'

const { domain, inspection } = createRegisterDomain()
let office: Office
beforeAll(async () => {
  office = await openOffice({ domains: [domain], routes: fileRoutes })
  await office.hire('li', ['cases.read'])
})
afterAll(() => office.close())

const upload = async (grey: number): Promise<FileView> => {
  const li = await office.as('li')
  const bytes = await sharp({ create: { width: 64 + grey, height: 64, channels: 3, background: { r: grey, g: 9, b: 9 } } })
    .jpeg()
    .toBuffer()
  const data = new FormData()
  data.append('file', new Blob([new Uint8Array(bytes)]), `${grey}.jpg`)
  const request = new Request('http://x', { method: 'POST', body: data })
  const reply = await li('POST', '/files', undefined, {
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  })
  const [file] = reply.body.files as readonly FileView[]
  if (!file) throw new Error('no file')
  return file
}
/** The bytes that are kept of a picture: the one drawn anew. */
const servedOf = async (id: string): Promise<string> =>
  (await raw<{ sha: string }>(office.db.admin, 'select served_sha256 as sha from kernel.file where id = $1', [id])).rows[0]
    ?.sha ?? ''
const idsLeft = async (): Promise<readonly string[]> =>
  (await raw<{ id: string }>(office.db.admin, 'select id from kernel.file', [])).rows.map((r) => r.id)
/** As a day later on the disk. */
const age = (sha256: string): string => {
  const path = blobPath(office.kernel.fileDir, sha256)
  utimesSync(path, new Date(Date.now() - 2 * 86_400_000), new Date(Date.now() - 2 * 86_400_000))
  return path
}

test('an upload that no form names is gone after its days with its bytes; one that a form or a row names stays', async () => {
  const [used, written, unused] = [await upload(10), await upload(20), await upload(30)]
  const served = [await servedOf(used.id), await servedOf(written.id), await servedOf(unused.id)]
  await office.inDistrict((ctx) => createRow(ctx, inspection, { number: 'JC-1', photos: [used.id] }))
  await office.inDistrict((ctx) =>
    createRow(ctx, inspection, { number: 'JC-2', photos: [written.id] }).then(() =>
      // As a domain that writes its own rows without a form: only the row names it.
      raw(ctx.tx, 'update kernel.file set waits_since = uploaded_at where id = $1', [written.id]),
    ),
  )
  expect(await sweepUploads(office.kernel, district)).toBe(0)
  office.clock.at = new Date(office.clock.at.getTime() + 31 * 86_400_000)
  expect(await sweepUploads(office.kernel, district)).toBe(1)
  expect([...(await idsLeft())].sort()).toEqual([used.id, written.id].sort())
  expect(await sweepUploads(office.kernel, district)).toBe(0)

  const paths = served.map(age)
  const stray = age(await putBlob(office.kernel.fileDir, Buffer.from('bytes of a server that stopped before it wrote the row')))
  const fresh = blobPath(office.kernel.fileDir, await putBlob(office.kernel.fileDir, Buffer.from('bytes of a row on its way')))
  for (let folder = 0; folder < 256; folder++) await sweepBytes(office.kernel, folder)
  expect([...paths, stray, fresh].map((p) => existsSync(p))).toEqual([true, true, false, false, true])
  const li = await office.as('li')
  expect((await li('GET', `/files/${used.id}`)).status).toBe(200)
})
