/** Devices report over HTTP: keys, once and only once, late and early, the dead letters and their replay, hours, presence, months. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest, ingestOf } from '#domains/sensing/ingest.ts'
import { keepPartitions } from '#domains/sensing/partitions.ts'
import { raw } from '#kernel'
import { runDueJobs } from '#kernel/jobs/index.ts'
import { beijing, type World, world } from '../world.ts'
import { openSensing } from './sensing-office.ts'

let w: World
let o: Awaited<ReturnType<typeof openSensing>>
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
  o = await openSensing(w)
})
afterAll(async () => {
  await closeIngest(w.kernel)
  await w.close()
})

/** The tile of the middle of the test district, live layer. */
const tile = '/tiles/sensing.status/14/13649/6668'
const tileOf = ({ body }: { readonly body: Uint8Array }): string => Buffer.from(body).toString('utf8')

describe('感知', () => {
  it('a key is for its device alone, shown once, and a stranger hears 401', async () => {
    const id = await o.addDevice('SW-1', 'level')
    const stranger = await w.as('caiji1')
    expect((await w.anyone.post(`/sensing/devices/${id}/key`)).status).toBe(401)
    expect((await stranger.post(`/sensing/devices/${id}/key`)).status).toBe(403)
    expect((await o.data.post('/sensing/devices/not-an-id/key')).status).toBe(400)
    expect((await o.send('SW-1', 'guess', [])).status).toBe(401)
    const key = await o.keyOf(id)
    expect((await o.send('SW-1', `${key}x`, [])).status).toBe(401)
    expect((await o.send('SW-2', key, [])).status).toBe(401)
    expect((await o.send('SW-1', key, [])).status).toBe(422)
    expect((await o.send('SW-1', key, [{ at: '2026-03-02T08:59:00+08:00', values: { level: 1.25 } }])).body).toMatchObject({
      accepted: 1,
      refused: 0,
    })
    const again = await o.keyOf(id)
    expect(again).not.toBe(key)
    expect((await o.list('sensing.device', { number: 'SW-1' })).rows[0]).not.toHaveProperty('key')
    const { rows } = await raw<{ hash: string }>(w.kernel.db.admin, 'select hash from sensing.device_key where device_id = $1', [
      id,
    ])
    expect(rows[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[0]?.hash).not.toContain(again)
  })

  it('repeated, late and early readings are each there once, with the quality they deserve', async () => {
    const id = await o.addDevice('SW-3', 'level', {
      maintenanceFrom: '2026-03-02T03:00:00+08:00',
      maintenanceTo: '2026-03-02T04:00:00+08:00',
      calibrationDueOn: '2026-03-01',
    })
    const key = await o.keyOf(id)
    const at = (local: string) => beijing(local).getTime()
    const heard: number[] = []
    const ingest = await ingestOf(w.kernel)
    const stop = ingest.onPoints('reading', (_district, points) => heard.push(...points.map((p) => p.value)))
    const batch = [
      { at: at('2026-03-02 08:30'), values: { level: 1.5, battery: 88 } },
      { at: at('2026-03-02 08:20'), values: { level: 1.4 } },
      { at: at('2026-03-02 08:30'), values: { level: 1.5 } },
      { at: at('2026-03-02 03:30'), values: { level: 9 } },
      { at: at('2026-02-10 12:00'), values: { level: 0.7 } },
      { at: at('2026-03-02 08:31'), quantity: 'level', value: 5000 },
    ]
    expect((await o.send('SW-3', key, batch)).body).toMatchObject({ accepted: 7, refused: 0 })
    const lines = batch.map((b) => JSON.stringify(b)).join('\n')
    expect((await o.send('SW-3', key, lines, 'application/x-ndjson')).body).toMatchObject({ accepted: 7, refused: 0 })
    await Promise.all(Array.from({ length: 20 }, () => o.send('SW-3', key, batch)))
    stop()
    const { rows, total } = await o.list('sensing.reading', { device: id })
    expect(total).toBe(6)
    expect(heard.sort((a, b) => a - b)).toEqual([0.7, 1.4, 1.5, 9, 88, 5000])
    const quality = Object.fromEntries(rows.map((r) => [Number(r.value), r.quality]))
    expect(quality).toMatchObject({ 9: 'maintenance', 5000: 'range', 1.5: 'uncalibrated', 0.7: 'good' })
    const series = await o.data.get<{ points: { value: number }[] }>(`/sensing/devices/${id}/series`, {
      quantity: 'level',
      from: beijing('2026-03-02 00:00').toISOString(),
      to: beijing('2026-03-03 00:00').toISOString(),
    })
    expect(series.body.points.map((p) => p.value)).toEqual([9, 1.4, 1.5, 5000])
  })

  it('a dead letter waits, is put right and replayed, and never makes a reading twice', async () => {
    const id = await o.addDevice('HJ-1', 'environment')
    const key = await o.keyOf(id)
    const ahead = { at: '2026-03-02T12:00:00+08:00', values: { noise: 50 } }
    const odd = { at: '2026-03-02T08:00:00+08:00', values: { noise: 55.5, radon: 20 } }
    const answer = await o.send('HJ-1', key, [
      odd,
      ahead,
      { device: 'HJ-9', values: { noise: 1 } },
      { at: 1 },
      'x',
      { values: { noise: 'loud' } },
    ])
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ accepted: 1, refused: 6 })
    await o.send('HJ-1', key, [odd, ahead])
    expect((await o.send('HJ-1', key, '{"at": nonsense\n{"values":{"noise":44}}', 'application/x-ndjson')).body).toMatchObject({
      accepted: 1,
      refused: 1,
    })
    const letters = (await o.list('sensing.dead-letter', { sender: 'HJ-1' })).rows
    expect(letters.map((l) => l.reason).sort()).toEqual(
      ['badTime', 'badTime', 'badValue', 'malformed', 'malformed', 'unknownDevice', 'unknownQuantity'].sort(),
    )
    const radon = letters.find((l) => l.reason === 'unknownQuantity')?.id as string
    const future = letters.find((l) => String(l.payload).includes('12:00'))?.id as string
    const someone = await w.as('caiji1')
    await expect(someone.refused('sensing.dead-letter', radon, 'replay')).resolves.toBeTruthy()
    await o.data.act('sensing.dead-letter', radon, 'replay')
    await w.settle()
    const one = async (letter: string) => (await o.data.get<Record<string, unknown>>(`/rows/sensing.dead-letter/${letter}`)).body
    expect(await one(radon)).toMatchObject({ status: 'waiting', replays: 1, result: expect.stringContaining('radon') })
    const made = await o.data.post('/rows/sensing.quantity', {
      values: { code: 'radon', name: '氡', unit: 'Bq/m³', serial: 900, least: 0, most: 10_000 },
    })
    expect(made.status).toBe(201)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await o.data.act('sensing.dead-letter', radon, 'replay')
    await w.settle()
    expect(await one(radon)).toMatchObject({ status: 'replayed', replays: 2, result: '入库1条' })
    await o.data.act('sensing.dead-letter', future, 'replay', {
      corrected: JSON.stringify({ at: '2026-03-02T08:00:00+08:00', values: { noise: 50, radon: 21 } }),
    })
    await w.settle()
    expect(await one(future)).toMatchObject({ status: 'replayed', result: '入库0条,已有2条' })
    const rest = letters.find((l) => l.reason === 'badValue')?.id as string
    await o.data.act('sensing.dead-letter', rest, 'discard', { why: '设备调试' })
    expect(await one(rest)).toMatchObject({ status: 'discarded' })
    const readings = (await o.list('sensing.reading', { device: id })).rows
    expect(readings.filter((r) => r.quantity === 'radon').map((r) => Number(r.value))).toEqual([20])
    expect((await o.data.get<any>('/indicators/sensing.dead-letters')).body.values[0].value).toBe(4)
  })

  it('a gateway speaks for its own devices only, and a stopped one is not taken', async () => {
    const gateway = await o.addDevice('GW-1', 'gateway')
    const own = await o.addDevice('DG-1', 'lamp', { gateway })
    await o.addDevice('DG-2', 'lamp')
    const stopped = await o.addDevice('DG-3', 'lamp', { gateway, state: 'paused' })
    const key = await o.keyOf(gateway)
    const answer = await o.send('GW-1', key, [
      { device: 'DG-1', at: '2026-03-02T08:00:00+08:00', values: { current: 0.4 } },
      { device: 'DG-2', at: '2026-03-02T08:00:00+08:00', values: { current: 0.4 } },
      { device: 'DG-3', at: '2026-03-02T08:00:00+08:00', values: { current: 0.4 } },
    ])
    expect(answer.body).toMatchObject({ accepted: 1, refused: 2 })
    expect(answer.body.reasons.map((r: { reason: string }) => r.reason)).toEqual(['foreignDevice', 'stopped'])
    expect((await o.list('sensing.reading', { device: own })).total).toBe(1)
    const strange = Array.from({ length: 500 }, (_, n) => ({
      device: `NO-${n}`,
      at: 1_772_400_000_000 + n,
      values: { current: n },
    }))
    expect((await o.send('GW-1', key, strange)).body).toMatchObject({ accepted: 0, refused: 500 })
    const bundles = (await o.list('sensing.dead-letter', { sender: 'GW-1', reason: 'unknownDevice' })).rows
    expect(bundles.length).toBeLessThan(10)
    expect(bundles.flatMap((l) => JSON.parse(String(l.payload)))).toHaveLength(500)
    expect((await o.list('sensing.reading', { device: stopped })).total).toBe(0)
  })

  it('device-register 设备台账:种类、位置、产权、电量、最后在线、维护,某日在册数分种类', async () => {
    const place = { lon: 119.9079, lat: 31.7264 }
    const more = { owner: '某消防技术公司', maker: '某厂', installedOn: '2026-02-20', calibrationDueOn: '2026-03-01' }
    const id = await o.addDevice('YG-1', 'smoke', more, place)
    await o.addDevice('YG-2', 'smoke', { installedOn: '2026-03-02' }, place)
    await o.addDevice('YG-3', 'smoke', { installedOn: '2026-02-20', state: 'scrapped' }, place)
    const retired = await o.addDevice('YG-4', 'smoke', { installedOn: '2026-02-20' }, place)
    const twice = await o.data.post('/rows/sensing.device', {
      values: { number: 'YG-1', name: '重号', kind: 'smoke', state: 'active' },
    })
    expect(twice.status).toBe(409)
    const slash = await o.data.post('/rows/sensing.device', {
      values: { number: 'a/b', name: '斜杠', kind: 'smoke', state: 'active' },
    })
    expect(slash.status).toBe(400)
    const key = await o.keyOf(id)
    await o.send('YG-1', key, { at: beijing('2026-03-02 08:50').getTime(), values: { battery: 15 } })
    await (await ingestOf(w.kernel)).status.flush()
    const [now] = (await o.list('sensing.status', { number: 'YG-1' })).rows
    expect(now).toMatchObject({ presence: 'online', at: beijing('2026-03-02 08:50').toISOString(), ...place })
    expect(Number(now?.battery)).toBe(15)
    const done = await o.data.post('/rows/sensing.upkeep', { values: { device: id, kind: 'battery', result: '已换电池' } })
    expect(done.status).toBe(201)
    expect((await o.list('sensing.upkeep', { device: id })).rows).toMatchObject([{ kind: 'battery', result: '已换电池' }])
    const count = async (on: string) =>
      (await o.data.get<any>('/sensing/devices/count', { on })).body.rows.find((r: { kind: string }) => r.kind === 'smoke')
    expect((await w.anyone.get('/sensing/devices/count', { on: '2026-03-02' })).status).toBe(401)
    expect((await (await w.as('caiji1')).get('/sensing/devices/count', { on: '2026-03-02' })).status).toBe(403)
    expect((await o.data.get('/sensing/devices/count', { on: 'yesterday' })).status).toBe(400)
    expect(await count('2026-03-02')).toEqual({
      kind: 'smoke',
      zh: '烟感报警器',
      total: 3,
      active: 3,
      online: 1,
      silent: 2,
      lowBattery: 1,
      calibrationDue: 1,
    })
    expect(await count('2026-02-25')).toMatchObject({ total: 2 })
    expect(await count('2026-02-19')).toBeUndefined()
    expect((await o.data.post(`/rows/sensing.device/${retired}/retire`, { reason: '拆除' })).status).toBe(200)
    expect(await count('2026-03-02')).toMatchObject({ total: 2 })
    expect(await count('2026-02-25')).toMatchObject({ total: 2 })
  })

  it('hours are counted from the readings, again when a late one comes; presence follows silence', async () => {
    const id = await o.addDevice('PM-1', 'environment')
    const key = await o.keyOf(id)
    const minute = (m: number, value: number) => ({
      at: beijing(`2026-03-02 08:${String(m).padStart(2, '0')}`).getTime(),
      values: { pm10: value },
    })
    await o.send('PM-1', key, [minute(1, 40), minute(2, 60), minute(3, 80)])
    const ingest = await ingestOf(w.kernel)
    await ingest.status.flush()
    const status = async () => (await o.list('sensing.status', { number: 'PM-1' })).rows[0]
    expect(await status()).toMatchObject({ presence: 'online', lastQuantity: 'pm10', kind: 'environment' })
    expect(
      (await o.data.get<any>('/meta')).body.definitions.find((d: { id: string }) => d.id === 'sensing.status'),
    ).toMatchObject({
      isLive: true,
      geometry: 'Point',
    })
    expect(tileOf(await o.data.get<Uint8Array>(tile))).toContain('PM-1')
    expect((await w.anyone.get(tile)).status).toBe(401)
    await o.send('PM-1', key, {
      at: beijing('2026-03-02 08:10').getTime(),
      lon: 119.9073,
      lat: 31.7261,
      speed: 20,
      direction: 45,
    })
    await ingest.status.flush()
    expect(await status()).toMatchObject({ lon: 119.9073, direction: 45, areaCode: expect.stringMatching(/^\d{15}$/) })
    await w.clock.to('2026-03-02 09:20')
    await runDueJobs(w.kernel)
    const hour = async () => (await o.list('sensing.hourly', { device: id })).rows[0]
    expect(await hour()).toMatchObject({ samples: 3 })
    expect(Number((await hour())?.mean)).toBe(60)
    await o.send('PM-1', key, [minute(59, 100), minute(58, 9000)])
    await w.clock.to('2026-03-02 09:45')
    await runDueJobs(w.kernel)
    expect(await hour()).toMatchObject({ samples: 4 })
    expect(Number((await hour())?.mean)).toBe(70)
    expect(await status()).toMatchObject({ presence: 'offline' })
    const rate = (await o.data.get<any>('/indicators/sensing.online-rate')).body.values[0]
    expect(rate.denominator).toBeGreaterThan(0)
  })

  it('months are made ahead and dropped when their time has passed', async () => {
    const names = async () =>
      (
        await raw<{ name: string }>(
          w.kernel.db.admin,
          `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'sensing.reading'::regclass order by 1`,
          [],
        )
      ).rows.map((r) => r.name)
    expect(await names()).toEqual(
      expect.arrayContaining(['reading_2026_03', 'reading_2026_04', 'reading_2026_05', 'reading_default']),
    )
    await w.clock.to('2029-06-01 00:30')
    const kept = await keepPartitions(w.kernel)
    expect(kept.dropped).toContain('reading_2026_03')
    expect(kept.made).toContain('reading_2029_07')
    const grants = await raw<{ n: number }>(
      w.kernel.db.admin,
      `select count(*)::int as n from information_schema.role_table_grants where grantee = 'cityloop_app' and table_name = 'reading_2029_07'`,
      [],
    )
    expect(grants.rows[0]?.n).toBe(0)
  })
})
