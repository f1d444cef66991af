/** Pictures that leave for the public: nothing before somebody has looked, plates and heads covered, the original kept. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { detectorModel, pictureReader } from '#kernel/vision/index.ts'
import { type Client, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice } from './enforcement-office.ts'
import { uploadBody } from './flyer-picture.ts'
import { waitFor } from './sensing-office.ts'

type Row = Record<string, any>
const hasReader = existsSync(new URL('../../node_modules/@gutenye/ocr-node', import.meta.url))
const folder = process.env.CITYLOOP_DETECTOR_PICTURES
const canDetect = detectorModel() !== undefined && existsSync(join(folder ?? '', 'coco_bus_car_000252.jpg'))
if (!hasReader) console.log('未装 @gutenye/ocr-node:车牌识别未测')
if (!canDetect) console.log('未设 CITYLOOP_DETECTOR_MODEL、CITYLOOP_DETECTOR_PICTURES:人头遮挡未测')
/** A parked car from behind. */
const parked = (plate: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="700"><rect width="100%" height="100%" fill="#9aa0a6"/><rect x="200" y="150" width="600" height="420" rx="40" fill="#303a52"/>
       <rect x="360" y="400" width="290" height="90" fill="#1450b4"/><text x="505" y="466" font-family="Noto Sans CJK SC, Noto Serif CJK SC" font-size="58" text-anchor="middle" fill="#fff">${plate}</text></svg>`,
    ),
  )
    .jpeg()
    .toBuffer()
/** How much neighbouring pixels differ in a part of the picture: writing is rough, squares of one colour are not. */
const roughness = async (
  picture: Buffer,
  part: { left: number; top: number; width: number; height: number },
): Promise<number> => {
  const { data, info } = await sharp(picture).extract(part).greyscale().raw().toBuffer({ resolveWithObject: true })
  let sum = 0
  for (let i = 1; i < data.length; i++) if (i % info.width !== 0) sum += Math.abs((data[i] ?? 0) - (data[i - 1] ?? 0))
  return sum / data.length
}

describe('公开的图片', () => {
  let w: World
  let o: Office
  let duty: Client
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
    duty = await w.as('zhiban1')
  })
  afterAll(async () => {
    pictureReader().close()
    await w.close()
  })
  const upload = async (who: Client, picture: Buffer, path = '/files'): Promise<string> => {
    const answer = await who.post<{ files: { id: string }[] }>(path, uploadBody(picture))
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    return answer.body.files[0]?.id ?? ''
  }
  const waiting = async (id: string): Promise<Row | undefined> =>
    (await duty.get<{ pictures: Row[] }>('/pictures/waiting')).body.pictures.find((p) => p.id === id)
  const looked = (id: string) =>
    waitFor(
      'the look of the machine',
      async () => {
        const row = await waiting(id)
        return row && (row.checked.length > 0 || row.note) ? row : undefined
      },
      60_000,
    )
  const shown = async (id: string) => {
    const answer = await w.anyone.get<Buffer>(`/public/pictures/${id}`)
    return answer.status === 200 ? Buffer.from(answer.body) : answer.status
  }
  const setTrust = (value: number) =>
    w
      .as('xitong')
      .then((admin) => admin.post('/parameters/files.publish-by-machine', { value, validFrom: '2026-01-01', source: '测试' }))

  it('负面曝光的配图:审看前批准不了、公众看不到;机器圈出车牌,人补框后公开的是遮挡副本,原图仍在', async () => {
    const picture = await parked('苏D·8A6K2')
    const id = await upload(o.officer, picture)
    const { id: draft } = await o.open(o.officer, 'enforcement.publication', {
      kind: 'check',
      title: '占道停车检查',
      photos: [id],
    })
    await w.settle()
    expect(await shown(id)).toBe(404)
    expect((await w.anyone.get('/pictures/waiting')).status).toBe(401)
    expect((await o.officer.get('/pictures/waiting')).status).toBe(403)
    const row = await looked(id)
    await expect(o.head.refused('enforcement.publication', draft, 'publish')).resolves.toContain('配图还没有遮挡')
    if (hasReader) expect(row).toMatchObject({ checked: expect.arrayContaining(['plates']), boxes: [expect.anything()] })
    else expect(row.note).toContain('本机未装识图组件')
    if (!canDetect) expect((await duty.get<Row>('/pictures/waiting')).body.note).toContain('人脸须由您逐张查看')
    const byHand = { left: 0.02, top: 0.02, width: 0.1, height: 0.1 }
    const plate = { left: 0.34, top: 0.55, width: 0.33, height: 0.16 }
    expect((await w.anyone.post(`/pictures/${id}/publish`, { boxes: [] })).status).toBe(401)
    expect((await o.officer.post(`/pictures/${id}/publish`, { boxes: [] })).status).toBe(403)
    expect((await duty.post(`/pictures/${id}/publish`, { boxes: [{ ...byHand, width: 2 }] })).status).toBe(400)
    expect((await duty.post(`/pictures/${crypto.randomUUID()}/publish`, { boxes: [] })).status).toBe(404)
    expect((await duty.post(`/pictures/${id}/publish`, { boxes: [...(hasReader ? row.boxes : [plate]), byHand] })).status).toBe(
      200,
    )
    const copy = await shown(id)
    if (!Buffer.isBuffer(copy)) throw new Error(`not shown: ${copy}`)
    const area = { left: 380, top: 410, width: 250, height: 70 }
    const [before, after] = [await roughness(picture, area), await roughness(copy, area)]
    console.log(`车牌处粗糙度 ${before.toFixed(1)} → ${after.toFixed(1)}`)
    expect(after).toBeLessThan(before / 4)
    if (hasReader) expect((await pictureReader().readText(copy)).map((l) => l.text).join('')).not.toMatch(/8A6K2/)
    const original = await o.officer.get<Buffer>(`/files/${id}`)
    expect(await roughness(Buffer.from(original.body), area)).toBeGreaterThan(before / 2)
    await o.head.act('enforcement.publication', draft, 'publish')
    const told = (await w.anyone.get<{ rows: Row[] }>('/public/enforcement', { kind: 'check' })).body.rows
    expect(told).toMatchObject([{ title: '占道停车检查', photos: [id] }])
    // Taken back: gone from every public page at once.
    expect((await duty.post(`/pictures/${id}/withhold`, { reason: '' })).status).toBe(400)
    expect((await duty.post(`/pictures/${id}/withhold`, { reason: '当事人异议' })).status).toBe(200)
    expect(await shown(id)).toBe(404)
    expect((await w.anyone.get<{ rows: Row[] }>('/public/enforcement', { kind: 'check' })).body.rows).toMatchObject([
      { photos: [] },
    ])
  })

  it('市民凭回执看案件照片、Open311 的 media_url:审看后才有', async () => {
    const picture = await parked('苏D12345')
    const id = await upload(w.anyone, picture, '/public/files')
    const { body } = await w.anyone.post<Row>('/public/reports', {
      description: '人行道停车',
      ...somewhere,
      categoryKind: 'matter',
      category: '03005',
      photos: [id],
    })
    const progress = async () => (await w.anyone.get<Row>(`/public/reports/${body.receipt}`)).body
    const open311 = async () => (await w.anyone.get<Row[]>(`/open311/v2/requests/${body.number}.json`)).body[0] as Row
    expect((await progress()).photos).toEqual([])
    expect(await waiting(id)).toBeUndefined()
    const [found] = (await duty.get<{ rows: Row[] }>('/rows/cases.case', { filter: JSON.stringify({ number: body.number }) }))
      .body.rows
    await duty.act('cases.case', found?.id, 'reject', { reason: '不属城管职责,已转公安交管' })
    expect(await progress()).toMatchObject({ isFinal: true, photos: [] })
    expect((await open311()).media_url).toBeNull()
    const row = await looked(id)
    await duty.post(`/pictures/${id}/publish`, { boxes: row.boxes })
    expect(await progress()).toMatchObject({ photos: [{ id, when: 'before' }] })
    const url = String((await open311()).media_url)
    expect(url).toContain(`/api/public/pictures/${id}`)
    expect((await w.anyone.get(new URL(url).pathname.replace('/api', ''))).status).toBe(200)
  })

  it.skipIf(!canDetect || !hasReader)('两样都由机器查过、本局许可的,免人工:人头、车牌都遮住', async () => {
    expect((await setTrust(1)).status).toBe(200)
    const street = readFileSync(join(folder ?? '', 'coco_bus_car_000252.jpg'))
    const id = await upload(o.officer, street)
    await o.open(o.officer, 'enforcement.publication', { kind: 'check', title: '公交站检查', photos: [id] })
    await w.settle()
    const copy = await waitFor(
      'the copy',
      async () => {
        const got = await shown(id)
        return Buffer.isBuffer(got) ? got : undefined
      },
      60_000,
    )
    expect((await sharp(copy).metadata()).width).toBe((await sharp(street).metadata()).width)
    const head = { left: 240, top: 111, width: 22, height: 16 }
    const [before, after] = [await roughness(street, head), await roughness(copy, head)]
    console.log(`人头处粗糙度 ${before.toFixed(1)} → ${after.toFixed(1)}`)
    expect(after).toBeLessThan(before)
    await setTrust(0)
  })
})
