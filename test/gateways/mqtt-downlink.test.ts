/** Commands that move something, over real MQTT: published at QoS 1, answered by the device, repeated until answered, never late. */
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { type MqttBroker, startMqttBroker } from '../../gateways/mqtt/broker.ts'
import { openSensing, waitFor } from '../journeys/sensing-office.ts'
import { type World, world } from '../world.ts'

interface Told {
  readonly serial: number
  readonly kind: string
  readonly value: number | null
  readonly channel: number | null
}
let w: World
let o: Awaited<ReturnType<typeof openSensing>>
let broker: MqttBroker
const clients: MqttClient[] = []
beforeAll(async () => {
  w = await world('2026-03-02 18:00')
  o = await openSensing(w)
  broker = await startMqttBroker(w.kernel, 0, '127.0.0.1')
})
afterAll(async () => {
  await Promise.all(clients.map((c) => c.endAsync(true)))
  await broker.close()
  await closeIngest(w.kernel)
  await w.close()
})
/** A device of its own that hears its commands. */
const join = async (number: string, kind: string) => {
  const id = await o.addDevice(number, kind)
  const key = await o.keyOf(id)
  const heard: Told[] = []
  const dial = async () => {
    const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, { username: number, password: key, clientId: number })
    clients.push(client)
    client.on('message', (topic, payload, packet) => {
      expect([topic, packet.qos]).toEqual([`cityloop/${number}/commands`, 1])
      heard.push(JSON.parse(payload.toString()))
    })
    await client.subscribeAsync(`cityloop/${number}/commands`, { qos: 1 })
    return client
  }
  const answer = (client: MqttClient, serial: number, ok: boolean, text: string) =>
    client.publishAsync(`cityloop/${number}/answers`, JSON.stringify({ serial, ok, text }), { qos: 1 })
  return { id, heard, dial, answer }
}
const ask = async (device: string, values: object): Promise<string> => {
  const made = await o.data.post<{ id: string; zh?: string }>('/subjects/sensing.command', { values: { device, ...values } })
  expect(made.body.zh).toBeUndefined()
  return made.body.id
}
const one = async (id: string) => (await o.data.get<any>(`/rows/sensing.command/${id}`)).body
const status = (id: string, want: string) => waitFor(want, async () => ((await one(id)).status === want ? one(id) : undefined))

describe('MQTT 下行', () => {
  it('parking lock: 升降指令下发、应答、拒绝;无权的不能发', async () => {
    const lock = await join('DS-1', 'lock')
    const values = { device: lock.id, kind: 'raise' }
    expect((await w.anyone.post('/subjects/sensing.command', { values })).status).toBe(401)
    expect((await (await w.as('caiji1')).post('/subjects/sensing.command', { values })).status).toBe(403)
    expect((await o.data.post('/subjects/sensing.command', { values: { device: lock.id, kind: 'open' } })).status).toBe(400)
    const client = await lock.dial()
    const up = await ask(lock.id, { kind: 'raise' })
    const first = await waitFor('raise', () => lock.heard[0])
    expect(first).toMatchObject({ kind: 'raise', value: null, channel: null })
    await lock.answer(client, first.serial, true, '已升起')
    expect(await status(up, 'answered')).toMatchObject({ answer: '已升起', tries: 1 })
    const down = await ask(lock.id, { kind: 'lower' })
    const second = await waitFor('lower', () => lock.heard[1])
    expect(second.serial).not.toBe(first.serial)
    await lock.answer(client, second.serial, false, '车辆未驶离')
    expect(await status(down, 'failed')).toMatchObject({ answer: '车辆未驶离' })
  })

  it('cabinet: 调光须有亮度;未应答重发同一流水号,三次不应答即超时', async () => {
    const cabinet = await join('PD-1', 'cabinet')
    expect((await o.data.post('/subjects/sensing.command', { values: { device: cabinet.id, kind: 'dim' } })).status).toBe(422)
    await cabinet.dial()
    const id = await ask(cabinet.id, { kind: 'dim', value: 60, channel: 2 })
    await waitFor('first', () => cabinet.heard[0])
    expect(cabinet.heard[0]).toMatchObject({ kind: 'dim', value: 60, channel: 2 })
    await status(id, 'sent')
    await w.clock.to('2026-03-02 18:01')
    await waitFor('second', () => cabinet.heard[1])
    await status(id, 'sent')
    await w.clock.to('2026-03-02 18:02')
    await waitFor('third', () => cabinet.heard[2])
    await status(id, 'sent')
    expect(new Set(cabinet.heard.map((h) => h.serial)).size).toBe(1)
    await w.clock.to('2026-03-02 18:03')
    expect(await one(id)).toMatchObject({ status: 'expired', tries: 3 })
  })

  it('迟到的应答仍算数;有了新指令的旧指令不再重发', async () => {
    const cabinet = await join('PD-2', 'cabinet')
    const client = await cabinet.dial()
    const id = await ask(cabinet.id, { kind: 'on' })
    const told = await waitFor('on', () => cabinet.heard[0])
    await status(id, 'sent')
    await w.clock.to('2026-03-02 18:04')
    await waitFor('again', () => cabinet.heard[1])
    await status(id, 'sent')
    await cabinet.answer(client, told.serial, true, '合闸')
    expect(await status(id, 'answered')).toMatchObject({ tries: 2 })
    const on = await ask(cabinet.id, { kind: 'on' })
    await status(on, 'sent')
    const off = await ask(cabinet.id, { kind: 'off' })
    const last = await waitFor('off', () => cabinet.heard[3])
    await cabinet.answer(client, last.serial, true, '分闸')
    await status(off, 'answered')
    await w.clock.to('2026-03-02 18:05')
    expect((await one(on)).status).toBe('expired')
    expect(cabinet.heard.map((h) => h.kind)).toEqual(['on', 'on', 'on', 'off'])
  })

  it('不在线的:有效时间内连上就下发,过时的不再执行', async () => {
    const cabinet = await join('PD-3', 'cabinet')
    const stale = await ask(cabinet.id, { kind: 'on' })
    await w.clock.to('2026-03-02 18:16')
    expect((await one(stale)).status).toBe('expired')
    const fresh = await ask(cabinet.id, { kind: 'off' })
    const client = await cabinet.dial()
    const told = await waitFor('off', () => cabinet.heard[0])
    expect(told.kind).toBe('off')
    await cabinet.answer(client, told.serial, true, '分闸')
    await status(fresh, 'answered')
    expect(cabinet.heard).toHaveLength(1)
  })
})
