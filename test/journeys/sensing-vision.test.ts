/** What cameras saw: from an outside box over the ingest to the shop's own correction, the false positive's label, or a case. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'
import { openSensing } from './sensing-office.ts'

type Row = Record<string, any>
let w: World
let o: Awaited<ReturnType<typeof openSensing>>
let officer: Client
let leader: Client
let say: (items: unknown) => Promise<{ status: number; body: Row }>
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
  o = await openSensing(w)
  ;[officer, leader] = (await Promise.all(['zhiban1', 'juzhang'].map((l) => w.as(l)))) as [Client, Client]
  const box = await o.addDevice('HZ-1', 'camera')
  const key = await o.keyOf(box)
  say = (items) => o.send('HZ-1', key, items)
  for (let i = 1; i <= 9; i++)
    await add(
      'sensing.camera',
      {
        number: `SXT-${i}`,
        name: `责任区${i}`,
        use: 'frontage',
        road: `${['延陵', '和平', '劳动'][i % 3]}路`,
        box,
        isOn: true,
        installedOn: '2026-01-10',
      },
      somewhere,
    )
  await add(
    'sensing.camera',
    { number: 'SXT-99', name: '别处', use: 'street', road: '延陵路', isOn: true, installedOn: '2026-01-10' },
    somewhere,
  )
  const cameras = (await o.list('sensing.camera', {}, leader)).rows
  for (const c of cameras.filter((x) => x.use === 'frontage'))
    for (let k = 1; k <= 4; k++)
      await add('sensing.shop-in-view', { camera: c.id, name: `${c.number}商户${k}`, phone: `1390000${c.number.slice(4)}00${k}` })
  const scene = {
    least: 0.5,
    sure: 0.9,
    fixHours: 4,
    isOn: true,
    validFrom: '2026-01-01',
    basis: '市容环卫责任区智慧化试点(示例)',
    categoryKind: 'matter',
    category: '06008',
  }
  await add('sensing.scene', { ...scene, kind: 'outside' })
  await add('sensing.scene', { ...scene, kind: 'bin', least: 0.8 })
})
afterAll(async () => {
  await closeIngest(w.kernel)
  await w.close()
})
const add = async (register: string, values: Row, place?: unknown): Promise<string> => {
  const answer = await o.data.post<{ id: string; zh?: string }>(`/rows/${register}`, { values, place })
  if (answer.status !== 201) throw new Error(`${register}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body.id
}
const figure = async (id: string, query: Record<string, string> = {}) => {
  const answer = await leader.get<{ values: { key: string | null; value: number | null }[] }>(`/indicators/sensing.${id}`, {
    from: beijing('2026-01-01 00:00').toISOString(),
    to: beijing('2027-01-01 00:00').toISOString(),
    ...query,
  })
  if (answer.status !== 200) throw new Error(`${id}: ${JSON.stringify(answer.body)}`)
  return answer.body.values
}
const seen = (minute: number, extra: Row = {}) => ({
  at: beijing('2026-03-02 07:00').getTime() + minute * 60_000,
  detection: { camera: 'SXT-1', scene: 'outside', confidence: 0.95, model: 'v1', picture: photo(), shop: 'SXT-1商户1', ...extra },
})
const find = async (filter: Row) => (await o.list('sensing.detection', filter, officer)).rows
const outbox = async () =>
  (
    await w.kernel.db.single<{ body: string; recipient: string }>(
      w.district,
      'select body, recipient from kernel.message where district = $1',
      [w.district],
    )
  ).rows

describe('视频识别', () => {
  it('frontage-cameras 责任区摄像头:按道路、商户在视野内;识别→告知→自行整改→核实;逾期转案件', async () => {
    expect((await figure('frontage-cameras'))[0]?.value).toBe(9)
    expect((await figure('frontage-cameras', { by: 'road' })).map((v) => v.value)).toEqual([3, 3, 3])
    expect((await figure('frontage-shops'))[0]?.value).toBe(36)
    expect((await w.anyone.get('/rows/sensing.camera')).status).toBe(401)
    expect((await (await w.as('xitong')).get('/rows/sensing.camera')).status).toBe(403)
    const first = seen(1)
    expect((await say([first])).body).toMatchObject({ accepted: 1, refused: 0 })
    expect((await say([first])).body).toMatchObject({ accepted: 1, refused: 0 })
    const answer = await say([
      seen(2, { camera: 'SXT-99' }),
      seen(2, { scene: 'ufo' }),
      seen(2, { confidence: 2 }),
      { at: 'x', detection: {} },
    ])
    expect(answer.body).toMatchObject({ accepted: 0, refused: 4 })
    const [d] = await find({ scene: 'outside' })
    expect(d).toMatchObject({ status: 'told', road: '和平路', shopName: 'SXT-1商户1' })
    const [told] = await outbox()
    expect(told).toMatchObject({ recipient: '13900001001', body: expect.stringMatching(/回复码\d{6}$/) })
    const fixed = (code: string) => w.anyone.post<Row>(`/public/shop-notices/${d?.number}/fixed`, { code, fixNote: '已搬回店内' })
    expect((await fixed('12')).status).toBe(400)
    expect((await fixed('000000')).status).toBe(422)
    expect((await fixed(String(told?.body).slice(-6))).body).toMatchObject({ status: 'fixed' })
    await officer.act('sensing.detection', d?.id, 'verify', { fixPhotos: [photo()] })
    expect((await find({ id: d?.id }))[0]).toMatchObject({ status: 'done', fixedAt: expect.any(String) })

    await say([seen(30, { shop: 'SXT-1商户2' })])
    await w.clock.to('2026-03-02 12:59')
    expect((await find({ shopName: 'SXT-1商户2' }))[0]?.status).toBe('told')
    await w.clock.to('2026-03-02 13:01')
    const [late] = await find({ shopName: 'SXT-1商户2' })
    expect(late?.status).toBe('sent')
    expect((await o.list('cases.case', { sourceId: late?.id }, officer)).rows).toMatchObject([{ source: 'video' }])
    expect((await figure('video-cases'))[0]?.value).toBe(1)
  })

  it('video-recognition 分场景置信度下限、人工复核、分场景准确率', async () => {
    await say([
      seen(40, { scene: 'bin', confidence: 0.7, shop: undefined }),
      seen(41, { scene: 'bin', confidence: 0.85, shop: undefined }),
      seen(42, { scene: 'outside', confidence: 0.6, shop: 'SXT-1商户3' }),
      seen(43, { scene: 'outside', confidence: 0.6, shop: 'SXT-1商户4' }),
      seen(44, { scene: 'pile' }),
    ])
    const all = await find({ modelVersion: 'v1' })
    const by = (minute: number) => all.find((d) => new Date(d.seenAt).getTime() === seen(minute).at) as Row
    expect([40, 41, 42, 43, 44].map((m) => by(m).status)).toEqual(['low', 'pending', 'pending', 'pending', 'low'])
    await expect(officer.refused('sensing.detection', by(41).id, 'confirm')).resolves.toContain('没有责任商户')
    const nobody = await w.as('fazhi1')
    await expect(nobody.refused('sensing.detection', by(41).id, 'dispatch')).resolves.toBeTruthy()
    await officer.act('sensing.detection', by(41).id, 'dispatch')
    await officer.act('sensing.detection', by(42).id, 'confirm')
    await officer.act('sensing.detection', by(43).id, 'relearn', { label: 'goods' })
    const precision = Object.fromEntries((await figure('precision', { by: 'scene' })).map((v) => [v.key, v.value]))
    // 店外经营:两条属实(其一由商户整改后核实)、一条误报;满溢:一条属实。
    expect(precision.bin).toBe(100)
    expect(precision.outside).toBeCloseTo(66.67, 1)
    await w.settle()
    expect((await o.list('cases.case', { sourceId: by(41).id }, officer)).rows).toHaveLength(1)
  })

  it('ai-relearning 再学习:误报标注、退出分母、再训练比较后才启用', async () => {
    await w.clock.to('2026-03-04 06:00')
    const items = Array.from({ length: 100 }, (_, i) => ({
      ...seen(i, { model: 'v2', shop: `SXT-1商户${(i % 4) + 1}` }),
      at: beijing('2026-03-04 04:00').getTime() + i * 60_000,
    }))
    expect((await say(items)).body).toMatchObject({ accepted: 100 })
    const all = (await find({ modelVersion: 'v2' })).map((d) => d.id as string)
    expect(all).toHaveLength(100)
    const bulk = (action: string, ids: readonly string[], values: Row) =>
      officer.post<{ results: { ok: boolean }[] }>(`/subjects/sensing.detection/bulk/${action}`, { ids, values })
    expect((await bulk('relearn', all.slice(0, 14), { label: 'light' })).status).toBe(200)
    await expect(officer.refused('sensing.detection', all[14] ?? '', 'relearn', { label: 'other' })).resolves.toContain(
      '实际类别',
    )
    for (const id of all.slice(14, 89)) await officer.act('sensing.detection', id, 'seenFixed', { fixNote: '已整改' })
    for (let i = 14; i < 89; i += 25)
      expect((await bulk('verify', all.slice(i, i + 25), { fixPhotos: [photo()] })).status).toBe(200)
    const v2 = { by: 'modelVersion' }
    const of = async (id: string) => (await figure(id, v2)).find((v) => v.key === 'v2')?.value
    expect([await of('detections'), await of('relearned')]).toEqual([100, 14])
    // 分母为 100 − 14 = 86,其中自行整改 75。
    expect(await of('self-fix-rate')).toBeCloseTo((75 / 86) * 100, 5)
    expect((await officer.post('/subjects/sensing.training', { values: { fromVersion: 'v9', toVersion: 'v10' } })).status).toBe(
      422,
    )
    const run = await officer.post<Row>('/subjects/sensing.training', { values: { fromVersion: 'v2', toVersion: 'v3' } })
    expect(run.status).toBe(201)
    const results = (after: number, second: number) => ({
      trainedOn: '2026-03-03',
      results: [
        { scene: 'outside', tested: 80, before: 84, after },
        { scene: 'bin', tested: 20, before: 90, after: second },
      ],
    })
    await officer.act('sensing.training', run.body.id, 'compare', results(83, 92))
    await expect(officer.refused('sensing.training', run.body.id, 'adopt', { conclusion: 'x' })).resolves.toContain('不高于原版')
    await officer.act('sensing.training', run.body.id, 'compare', results(95, 80))
    await expect(officer.refused('sensing.training', run.body.id, 'adopt', { conclusion: 'x' })).resolves.toContain('垃圾满溢')
    await officer.act('sensing.training', run.body.id, 'compare', results(95, 91))
    await officer.act('sensing.training', run.body.id, 'adopt', { conclusion: '启用' })
    expect((await o.list('sensing.training', {}, officer)).rows[0]).toMatchObject({
      status: 'adopted',
      samples: 14,
      before: 85.2,
      after: 94.2,
    })
  })

  it('city-eye-sense 城市之眼(摄像头)与城市之感(感知设备)两类目录、同图、分别计数', async () => {
    await o.addDevice('SW-50', 'level')
    await o.addDevice('YG-50', 'smoke')
    expect((await figure('eyes'))[0]?.value).toBe(10)
    expect((await figure('eyes', { by: 'use' })).map((v) => [v.key, v.value]).sort()).toEqual([
      ['frontage', 9],
      ['street', 1],
    ])
    expect((await figure('senses', { by: 'kind' })).map((v) => [v.key, v.value]).sort()).toEqual([
      ['camera', 1],
      ['level', 1],
      ['smoke', 1],
    ])
    expect((await figure('senses-placed'))[0]?.value).toBe(100)
    for (const layer of ['sensing.camera', 'sensing.device']) {
      expect((await w.anyone.get(`/tiles/${layer}/14/13649/6668`)).status).toBe(401)
      const { status, body } = await leader.get<Uint8Array>(`/tiles/${layer}/14/13649/6668`)
      expect(status).toBe(200)
      expect(Buffer.from(body).toString('utf8')).toContain(layer === 'sensing.camera' ? 'SXT-1' : 'SW-50')
    }
  })
})
