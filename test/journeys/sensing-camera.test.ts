/** The platform's own detector: frames of a camera → zones and stays → the same list of findings that outside boxes feed. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { fetchSnapshot, hostsOf, snapshotFault } from '#domains/sensing/vision/snapshot.ts'
import { runDueJobs } from '#kernel/jobs/run.ts'
import { detectorModel, pictureReader } from '#kernel/vision/index.ts'
import { beijing, type Client, somewhere, type World, world } from '../world.ts'
import { uploadBody } from './flyer-picture.ts'
import { openSensing, waitFor } from './sensing-office.ts'

type Row = Record<string, any>
const folder = process.env.CITYLOOP_DETECTOR_PICTURES
const street = join(folder ?? '', 'coco_bus_car_000252.jpg')
const canDetect = detectorModel() !== undefined && existsSync(street)
if (!canDetect) console.log('未设 CITYLOOP_DETECTOR_MODEL、CITYLOOP_DETECTOR_PICTURES:识别模型的旅程未测')

describe('平台自带识别', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openSensing>>
  let key = ''
  let camera = ''
  let officer: Client
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSensing(w)
    officer = await w.as('zhiban1')
    const box = await o.addDevice('HZ-9', 'camera')
    key = await o.keyOf(box)
    camera = await add(
      'sensing.camera',
      { number: 'SXT-9', name: '路口', use: 'street', road: '延陵路', box, isOn: true, installedOn: '2026-01-10' },
      somewhere,
    )
    const scene = {
      least: 0.3,
      sure: 0.95,
      fixHours: 4,
      isOn: true,
      validFrom: '2026-01-01',
      basis: '示例',
      categoryKind: 'matter',
      category: '06008',
    }
    for (const kind of ['parking', 'occupying']) await add('sensing.scene', { ...scene, kind })
  })
  afterAll(async () => {
    pictureReader().close()
    await closeIngest(w.kernel)
    await w.close()
  })
  const add = async (register: string, values: Row, place?: unknown): Promise<string> => {
    const answer = await o.data.post<{ id: string }>(`/rows/${register}`, { values, place })
    if (answer.status !== 201) throw new Error(`${register}: ${JSON.stringify(answer.body)}`)
    return answer.body.id
  }
  const frame = async (picture: Buffer, query: Row = {}, secret = key) => {
    const response = await w.app.inject({
      method: 'POST',
      url: '/api/ingest/frames',
      query: { camera: 'SXT-9', at: w.clock.now().toISOString(), ...query },
      headers: { authorization: `Basic ${Buffer.from(`HZ-9:${secret}`).toString('base64')}` },
      payload: uploadBody(picture),
    })
    return { status: response.statusCode, body: response.json() as Row }
  }
  const blank = () =>
    sharp({ create: { width: 640, height: 480, channels: 3, background: '#777' } })
      .jpeg()
      .toBuffer()
  const zone = (extra: Row) => add('sensing.zone', { camera, least: 0.4, atOnce: 1, dwellSeconds: 120, isOn: true, ...extra })

  it('a frame needs the key, a camera of the box, the time of day and a picture', async () => {
    const picture = await blank()
    expect((await frame(picture, {}, 'guess')).status).toBe(401)
    expect((await frame(picture, { camera: '' })).status).toBe(400)
    expect((await frame(picture, { camera: 'SXT-1' })).status).toBe(422)
    expect((await frame(picture, { at: '2026-03-01T09:00:00+08:00' })).status).toBe(422)
    expect((await frame(Buffer.from('not a picture'))).status).toBe(415)
    expect(
      (await o.data.post('/rows/sensing.zone', { values: { camera, name: '无', scene: 'parking', classes: ['spaceship'] } }))
        .status,
    ).toBe(400)
    expect((await officer.post('/rows/sensing.zone', { values: {} })).status).toBe(403)
    if (!canDetect) expect((await frame(picture)).body.zh).toContain('未配置目标识别模型')
  })

  it.skipIf(!canDetect)('video-watch 违停、占道:区域内停留满时限报一次;区域外、不够时限不报;图片随报', async () => {
    const picture = readFileSync(street)
    // In this picture the car stands in the right half, its foot at two thirds of the height.
    const right = [
      { x: 40, y: 40 },
      { x: 70, y: 40 },
      { x: 70, y: 100 },
      { x: 40, y: 100 },
    ]
    await zone({ name: '右侧禁停', scene: 'parking', classes: ['car'], corners: right })
    await zone({
      name: '左侧禁停',
      scene: 'parking',
      classes: ['car'],
      corners: [
        { x: 0, y: 0 },
        { x: 20, y: 0 },
        { x: 20, y: 100 },
        { x: 0, y: 100 },
      ],
    })
    await zone({ name: '三人以上占道', scene: 'occupying', classes: ['person', 'dining table'], atOnce: 3 })
    const told: string[][] = []
    const took: number[] = []
    for (const minute of ['09:00', '09:01', '09:02', '09:03', '09:04']) {
      await w.clock.to(`2026-03-02 ${minute}`)
      const began = performance.now()
      const { status, body } = await frame(picture)
      took.push(Math.round(performance.now() - began))
      expect(status).toBe(200)
      expect(body.objects.map((x: Row) => x.name)).toEqual(expect.arrayContaining(['car', 'bus']))
      told.push(body.told)
    }
    console.log(`每帧毫秒 ${took.join(' ')}`)
    expect(told).toEqual([[], [], ['parking'], [], []])
    const found = (await o.list('sensing.detection', { cameraNumber: 'SXT-9' }, officer)).rows
    expect(found).toMatchObject([{ scene: 'parking', status: 'pending', road: '延陵路', modelVersion: 'YOLOX(平台自带)' }])
    expect(found[0]?.confidence).toBeGreaterThan(0.8)
    expect((await officer.get(`/files/${found[0]?.picture[0]}`)).status).toBe(200)
    // It drives off, comes back and stays again: told again.
    for (const [minute, empty] of [
      ['09:05', true],
      ['09:08', true],
      ['09:10', false],
      ['09:11', false],
      ['09:12', false],
    ] as const) {
      await w.clock.to(`2026-03-02 ${minute}`)
      told.push((await frame(empty ? await blank() : picture)).body.told)
    }
    expect(told.at(-1)).toEqual(['parking'])
    await officer.act('sensing.detection', found[0]?.id, 'dispatch', { labelNote: '请拖离' })
    await w.settle()
    expect((await o.list('cases.case', { sourceId: found[0]?.id }, officer)).rows).toMatchObject([{ source: 'video' }])
  })

  it('an address that somebody typed leads only to hosts the server names', async () => {
    const hosts = hostsOf('10.1.2.3, cam.local:8080')
    expect(snapshotFault('http://10.1.2.3/snap.jpg', hosts)).toBeUndefined()
    expect(snapshotFault('http://cam.local:8080/snap.jpg', hosts)).toBeUndefined()
    for (const bad of [
      'http://10.1.2.3:22/',
      'http://169.254.169.254/latest',
      'file:///etc/passwd',
      'http://u:p@10.1.2.3/',
      'http://10.1.2.3.evil.com/',
      'x',
    ])
      expect(snapshotFault(bad, hosts)).toBeDefined()
    let asked = 0
    const server = createServer((request, answer) => {
      asked++
      if (request.url === '/away') answer.writeHead(302, { location: '/snap.jpg' }).end()
      else if (request.url === '/page') answer.writeHead(200, { 'content-type': 'text/html' }).end('<p>')
      else if (request.url === '/big') answer.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.alloc(11 * 1024 * 1024))
      else if (request.url === '/slow') return
      else answer.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.from('x'))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const own = hostsOf(host)
    expect((await fetchSnapshot(`http://${host}/snap.jpg`, own)).toString()).toBe('x')
    await expect(fetchSnapshot(`http://${host}/snap.jpg`, hosts)).rejects.toThrow('名单')
    await expect(fetchSnapshot(`http://${host}/away`, own)).rejects.toThrow()
    await expect(fetchSnapshot(`http://${host}/page`, own)).rejects.toThrow('text/html')
    await expect(fetchSnapshot(`http://${host}/big`, own)).rejects.toThrow('10MB')
    await expect(fetchSnapshot(`http://${host}/slow`, own, 300)).rejects.toThrow()
    if (canDetect) await takenByTheJob(server, host)
    server.closeAllConnections()
    server.close()
    expect(asked).toBeGreaterThanOrEqual(5)
  })
  /** A camera with an address is asked once a minute. */
  const takenByTheJob = async (server: ReturnType<typeof createServer>, host: string): Promise<void> => {
    server.removeAllListeners('request')
    let given = 0
    const picture = readFileSync(street)
    server.on('request', (_request, answer) => {
      given++
      answer.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture)
    })
    const box = (await o.list('sensing.device', { number: 'HZ-9' })).rows[0]?.id
    const number = 'SXT-URL'
    const id = await add(
      'sensing.camera',
      {
        number,
        name: '取图',
        use: 'street',
        road: '延陵路',
        box,
        isOn: true,
        installedOn: '2026-01-10',
        snapshotUrl: `http://${host}/snap.jpg`,
      },
      somewhere,
    )
    await add('sensing.zone', {
      camera: id,
      name: '全画面',
      scene: 'parking',
      classes: ['bus'],
      least: 0.4,
      atOnce: 1,
      dwellSeconds: 60,
      isOn: true,
    })
    process.env.CITYLOOP_CAMERA_HOSTS = host
    for (const minute of ['10:00', '10:01', '10:02']) {
      await w.clock.to(`2026-03-02 ${minute}`)
      const before = given
      await runDueJobs(w.kernel)
      await waitFor('the camera is asked', () => (given > before && pictureReader().waiting() === 0 ? true : undefined))
      await new Promise((resolve) => setTimeout(resolve, 400))
    }
    process.env.CITYLOOP_CAMERA_HOSTS = ''
    const found = await waitFor(
      'the finding',
      async () => (await o.list('sensing.detection', { cameraNumber: number }, officer)).rows[0],
    )
    expect(found).toMatchObject({ scene: 'parking', seenAt: beijing('2026-03-02 10:01').toISOString() })
  }
})
