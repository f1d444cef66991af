import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import exifr from 'exifr'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { raw } from '../db/index.ts'
import { type Call, type Office, openOffice, type Reply } from '../identity/office.testdata.ts'
import { createRow } from '../register/edit.ts'
import { createBuckets } from './bucket.ts'
import type { FileView } from './contract.ts'
import { fileRoutes } from './routes.ts'
import { createRegisterDomain } from './sample.testdata.ts'

const { domain, inspection } = createRegisterDomain()
let office: Office
let li: Call
beforeAll(async () => {
  office = await openOffice({ domains: [domain], routes: fileRoutes })
  await office.hire('li', ['cases.read'])
  li = await office.as('li')
})
afterAll(() => office.close())

const form = (...files: readonly (readonly [name: string, bytes: Buffer])[]) => {
  const data = new FormData()
  for (const [name, bytes] of files) data.append('file', new Blob([new Uint8Array(bytes)]), name)
  return data
}
const upload = async (call: Call, path: string, data: FormData): Promise<Reply> => {
  const request = new Request('http://x', { method: 'POST', body: data })
  return call('POST', path, undefined, {
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  })
}
const filesOf = (reply: Reply): readonly FileView[] => reply.body.files as readonly FileView[]

/** A street nobody has seen: seeded blocks of light and dark. */
const scene = (seed: number, width = 1200, height = 900): Sharp => {
  let state = seed
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const blocks = Array.from(
    { length: 40 },
    () =>
      `<rect x="${next() * width}" y="${next() * height}" width="${next() * 400}" height="${next() * 300}" fill="hsl(${next() * 360},60%,${next() * 90}%)"/>`,
  )
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#889"/>${blocks.join('')}</svg>`,
    ),
  )
}
const photo = (seed: number): Promise<Buffer> =>
  scene(seed)
    .jpeg({ quality: 90 })
    .withExif({
      IFD0: { Make: 'HUAWEI', Model: 'P60', Software: 'secret-software' },
      IFD2: { DateTimeOriginal: '2026:11:20 10:20:30' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '116/1 23/1 15/1' },
    })
    .toBuffer()

describe('upload', () => {
  test('asks for sign-in, for a multipart body and for a file', async () => {
    const data = () => form(['a.jpg', Buffer.from('x')])
    expect((await upload(office.anyone, '/files', data())).status).toBe(401)
    expect((await li('POST', '/files', {})).status).toBe(400)
    expect((await upload(li, '/files', form())).status).toBe(400)
  })
  test('keeps place, time and device as evidence, and serves none of it', async () => {
    const original = await photo(1)
    const reply = await upload(li, '/files', form(['现场.jpg', original]))
    expect(reply.status).toBe(201)
    const [file] = filesOf(reply)
    expect(file).toMatchObject({
      width: 1200,
      height: 900,
      device: 'HUAWEI P60',
      takenAt: '2026-11-20T02:20:30.000Z',
      takenLon: 116.3875,
      name: '现场.jpg',
      reusedFrom: [],
    })
    expect(file?.takenLat).toBeCloseTo(39.9083, 3)
    expect((await office.anyone('GET', `/files/${file?.id}`)).status).toBe(401)
    expect((await li('GET', '/files/not-an-id')).status).toBe(400)
    expect((await li('GET', '/files/0192f0c1-2b3c-7def-8abc-0123456789ab')).status).toBe(404)
    for (const path of [`/files/${file?.id}`, `/files/${file?.id}/thumb`]) {
      const served = await li('GET', path)
      expect(served.status).toBe(200)
      expect(served.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'cache-control': 'private, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      })
      expect(await exifr.parse(served.bytes).catch(() => undefined)).toBeUndefined()
      expect(served.bytes.includes('secret-software')).toBe(false)
      const again = await li('GET', path, undefined, { headers: { 'if-none-match': String(served.headers.etag) } })
      expect([again.status, again.bytes.length]).toEqual([304, 0])
    }
    const thumb = await sharp((await li('GET', `/files/${file?.id}/thumb`)).bytes).metadata()
    expect([thumb.width, thumb.height]).toEqual([320, 240])
  })
  test('turns a picture upright and scales a large one', async () => {
    const sideways = await scene(2, 3000, 1500).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const [file] = filesOf(await upload(li, '/files', form(['a.jpg', sideways])))
    expect([file?.width, file?.height]).toEqual([1280, 2560])
  })
  test('takes png, webp, pdf, recordings and papers by their bytes, several at once', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('一').addRow([1])
    const given: readonly (readonly [string, Buffer])[] = [
      ['a.png', await scene(3).png().toBuffer()],
      ['b.webp', await scene(4).webp().toBuffer()],
      ['c.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
      ['d.mp4', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(2000, 7)])],
      ['e.mp3', Buffer.concat([Buffer.from('ID3'), Buffer.alloc(100)])],
      ['f.xlsx', Buffer.from(await book.xlsx.writeBuffer())],
    ]
    const files = filesOf(await upload(li, '/files', form(...given)))
    expect(files.map((f) => f.mime)).toEqual([
      'image/png',
      'image/webp',
      'application/pdf',
      'video/mp4',
      'audio/mpeg',
      expect.stringContaining('spreadsheetml'),
    ])
    const video = await li('GET', `/files/${files[3]?.id}`, undefined, { headers: { range: 'bytes=4-7' } })
    expect([video.status, video.bytes.toString(), video.headers['content-range']]).toEqual([206, 'ftyp', 'bytes 4-7/2012'])
    expect((await li('GET', `/files/${files[2]?.id}/thumb`)).status).toBe(404)
    expect((await li('GET', `/files/${files[5]?.id}`)).headers['content-disposition']).toContain('attachment')
  })
  test.for([
    ['a renamed program', 'photo.jpg', async () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 1)])],
    ['a page', 'photo.jpg', async () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['an svg', 'photo.png', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a zip that is no paper', 'a.docx', async () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)])],
    ['a truncated jpeg', 'b.jpg', async () => (await photo(5)).subarray(0, 20_000)],
    ['an empty file', 'c.jpg', async () => Buffer.alloc(0)],
  ] as const)('refuses %s', async ([, name, bytes]) => {
    const reply = await upload(li, '/files', form([name, await bytes()]))
    expect([reply.status, reply.body.code]).toEqual([415, 'kernel.file-kind'])
  })
  test('refuses what is too large, in words', async () => {
    const png = Buffer.concat([await scene(6).png().toBuffer(), Buffer.alloc(21 * 1024 * 1024)])
    expect((await upload(li, '/files', form(['a.png', png]))).body).toMatchObject({
      code: 'kernel.too-large',
      params: { limit: 20 },
    })
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(31 * 1024 * 1024)])
    const reply = await upload(li, '/files', form(['a.pdf', pdf]))
    expect([reply.status, reply.body.code]).toEqual([413, 'kernel.too-large'])
  })
})

describe('a photo handed in twice', () => {
  test('is noticed when re-saved, with the number of the earlier subject; another scene is not', async () => {
    const original = await photo(77)
    const [first] = filesOf(await upload(li, '/files', form(['a.jpg', original])))
    await office.inDistrict((ctx) => createRow(ctx, inspection, { number: 'JC-1', photos: [first?.id] }))
    office.clock.at = new Date(office.clock.at.getTime() + 20 * 86_400_000)
    const resaved = await sharp(original).resize(800).modulate({ brightness: 1.05 }).jpeg({ quality: 60 }).toBuffer()
    const [again] = filesOf(await upload(li, '/files', form(['b.jpg', resaved])))
    expect(again?.reusedFrom).toMatchObject([{ fileId: first?.id, subjectNumber: 'JC-1' }])
    expect(again?.reusedFrom[0]?.distance).toBeLessThanOrEqual(6)
    const [other] = filesOf(await upload(li, '/files', form(['c.jpg', await photo(78)])))
    expect(other?.reusedFrom).toEqual([])
    office.clock.at = new Date(office.clock.at.getTime() + 170 * 86_400_000)
    li = await office.as('li')
  })
  test('plain pictures are not taken for one another; the same bytes are', async () => {
    const plain = (colour: string) =>
      sharp({ create: { width: 600, height: 400, channels: 3, background: colour } })
        .jpeg()
        .toBuffer()
    await office.hire('wang', ['cases.read'])
    const wang = await office.as('wang')
    const grey = await plain('#777777')
    await upload(wang, '/files', form(['a.jpg', grey]))
    expect(filesOf(await upload(wang, '/files', form(['b.jpg', await plain('#b45309')])))[0]?.reusedFrom).toEqual([])
    expect(filesOf(await upload(wang, '/files', form(['c.jpg', grey])))[0]?.reusedFrom).toMatchObject([{ distance: 0 }])
  })
  test('after half a year, or in another district, is new', async () => {
    const wang = await office.as('wang')
    await upload(wang, '/files', form(['a.jpg', await photo(90)]))
    await raw(office.db.admin, `update kernel.file set uploaded_at = uploaded_at - interval '181 days' where name = 'a.jpg'`)
    expect(filesOf(await upload(wang, '/files', form(['a.jpg', await photo(90)])))[0]?.reusedFrom).toEqual([])
    await raw(office.db.admin, `update kernel.file set district = '110102'`)
    expect(filesOf(await upload(wang, '/files', form(['a.jpg', await photo(90)])))[0]?.reusedFrom).toEqual([])
  })
})

describe('citizens', () => {
  test('hand in photos without an account, learn nothing of others, and not too often', async () => {
    const bytes = await photo(91)
    await upload(await office.as('wang'), '/files', form(['a.jpg', bytes]))
    const reply = await upload(office.anyone, '/public/files', form(['a.jpg', bytes]))
    expect(reply.status).toBe(201)
    expect(Object.keys((reply.body.files as object[])[0] ?? {}).sort()).toEqual(['height', 'id', 'mime', 'sha256', 'width'])
    expect((await upload(office.anyone, '/public/files', form(['a.pdf', Buffer.from('%PDF-1.7 and more')]))).status).toBe(415)
    let last = 0
    for (let i = 0; i < 40 && last !== 429; i++) last = (await office.anyone('POST', '/public/files', {})).status
    expect(last).toBe(429)
  })
  test('a bucket refills', () => {
    let now = 0
    const buckets = createBuckets({ capacity: 2, perMinute: 6, now: () => now })
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a'), buckets.take('b')]).toEqual([0, 0, 10, 0])
    now = 9_000
    expect(buckets.take('a')).toBe(1)
    now = 10_000
    expect(buckets.take('a')).toBe(0)
  })
})

test('the store keeps the same bytes once, under their hash, and leaves no drafts', async () => {
  const { fileDir } = office.kernel
  expect(readdirSync(join(fileDir, 'draft'))).toEqual([])
  const folders = readdirSync(fileDir).filter((name) => !['draft', 'vault.key'].includes(name))
  expect(folders.every((name) => /^[0-9a-f]{2}$/.test(name) && statSync(join(fileDir, name)).isDirectory())).toBe(true)
})
