/** Real MQTT clients against the broker: acknowledged means committed, whatever is cut, killed or said twice. */
import { type AddressInfo, createServer } from 'node:net'
import { Aedes } from 'aedes'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest, ingestOf } from '#domains/sensing/ingest.ts'
import { raw } from '#kernel'
import { type MqttBroker, startMqttBroker } from '../../gateways/mqtt/broker.ts'
import { joinOutsideBroker } from '../../gateways/mqtt/outside.ts'
import { openSensing, waitFor } from '../journeys/sensing-office.ts'
import { beijing, type World, world } from '../world.ts'

let w: World
let o: Awaited<ReturnType<typeof openSensing>>
let broker: MqttBroker
const open: MqttClient[] = []
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
  o = await openSensing(w)
  broker = await startMqttBroker(w.kernel, 0, '127.0.0.1')
})
afterAll(async () => {
  await Promise.all(open.map((c) => c.endAsync(true)))
  await broker.close()
  await closeIngest(w.kernel)
  await w.close()
})
const begin = beijing('2026-03-02 08:00').getTime()
const dial = async (username: string, password: string, more = {}): Promise<MqttClient> => {
  const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, {
    username,
    password,
    reconnectPeriod: 0,
    clientId: username,
    ...more,
  })
  client.on('error', () => undefined)
  open.push(client)
  return client
}

describe('MQTT', () => {
  it('a wrong key is refused at the door, a foreign topic ends the connection', async () => {
    const id = await o.addDevice('MQ-1', 'smoke')
    await o.addDevice('MQ-2', 'smoke')
    const key = await o.keyOf(id)
    await expect(dial('MQ-1', 'guess')).rejects.toThrow(/[Nn]ot authorized|[Bb]ad user/)
    await expect(dial('MQ-2', key)).rejects.toThrow()
    const client = await dial('MQ-1', key)
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
    client.publish('cityloop/MQ-2/readings', JSON.stringify({ at: begin, values: { smoke: 1 } }), { qos: 1 })
    await closed
    expect((await o.list('sensing.reading')).rows.filter((r) => r.quantity === 'smoke')).toEqual([])
  })

  it('QoS 1 and 2 are acknowledged after the commit', async () => {
    const id = await o.addDevice('MQ-3', 'smoke')
    const client = await dial('MQ-3', await o.keyOf(id))
    await client.publishAsync('cityloop/MQ-3/readings', JSON.stringify({ at: begin, values: { smoke: 0.2, battery: 90 } }), {
      qos: 1,
    })
    expect((await o.list('sensing.reading', { device: id })).total).toBe(2)
    await client.publishAsync('cityloop/MQ-3/readings', JSON.stringify([{ at: begin + 1000, values: { smoke: 0.3 } }]), {
      qos: 2,
    })
    expect((await o.list('sensing.reading', { device: id })).total).toBe(3)
    await client.publishAsync('cityloop/MQ-3/readings', '{"broken', { qos: 1 })
    expect((await o.list('sensing.dead-letter', { sender: 'MQ-3' })).rows).toMatchObject([
      { reason: 'malformed', channel: 'mqtt' },
    ])
    await (await ingestOf(w.kernel)).status.flush()
    expect((await o.list('sensing.status', { number: 'MQ-3' })).rows[0]).toMatchObject({
      presence: 'online',
      battery: expect.anything(),
    })
  })

  it('connections killed mid-flight, everything unacknowledged said again: each there exactly once', async () => {
    const devices = await Promise.all(
      Array.from({ length: 4 }, async (_, n) => {
        const id = await o.addDevice(`MK-${n}`, 'environment')
        return { id, number: `MK-${n}`, key: await o.keyOf(id) }
      }),
    )
    const count = 600
    let cuts = 0
    await Promise.all(
      devices.map(async ({ number, key }) => {
        const waiting = new Set(Array.from({ length: count }, (_, n) => n))
        while (waiting.size > 0) {
          const client = await dial(number, key)
          const gone = new Promise<void>((resolve) => client.once('close', () => resolve()))
          const all = Promise.allSettled(
            [...waiting].map(async (n) => {
              await client.publishAsync(
                `cityloop/${number}/readings`,
                JSON.stringify({ at: begin + n * 1000, values: { noise: 40 + (n % 30) } }),
                { qos: 1 },
              )
              waiting.delete(n)
              if (n === 150 || n === 400) {
                cuts++
                broker.cut()
              }
            }),
          )
          await Promise.race([all, gone])
          await client.endAsync(true)
        }
      }),
    )
    expect(cuts).toBeGreaterThan(1)
    for (const { id } of devices) {
      const { rows } = await o.list('sensing.reading', { device: id })
      expect(rows).toHaveLength(count)
      expect(new Set(rows.map((r) => r.at)).size).toBe(count)
    }
  })

  it('a command waits for the device, goes out, and ends with its answer', async () => {
    const id = await o.addDevice('MC-1', 'lamp')
    const key = await o.keyOf(id)
    const stranger = await w.as('caiji1')
    const values = { device: id, kind: 'text', content: '请复位' }
    expect((await w.anyone.post('/subjects/sensing.command', { values })).status).toBe(401)
    expect((await stranger.post('/subjects/sensing.command', { values })).status).toBe(403)
    expect((await o.data.post('/subjects/sensing.command', { values: { device: id, kind: 'text' } })).status).toBe(422)
    const made = await o.data.post<{ id: string }>('/subjects/sensing.command', { values })
    expect(made.status).toBe(201)
    const client = await dial('MC-1', key)
    const told = new Promise<{ serial: number; content: string }>((resolve) =>
      client.once('message', (_topic, payload) => resolve(JSON.parse(payload.toString()))),
    )
    await client.subscribeAsync('cityloop/MC-1/commands', { qos: 1 })
    const { serial, content } = await told
    expect(content).toBe('请复位')
    const one = async () => (await o.data.get<any>(`/rows/sensing.command/${made.body.id}`)).body
    await waitFor('sent', async () => ((await one()).status === 'sent' ? true : undefined))
    await client.publishAsync('cityloop/MC-1/answers', JSON.stringify({ serial, ok: true, text: '已复位' }), { qos: 1 })
    expect(await one()).toMatchObject({ status: 'answered', answer: '已复位' })
  })

  it('a stopped device and one with a new key are cut off though connected', async () => {
    const id = await o.addDevice('MS-1', 'smoke')
    const client = await dial('MS-1', await o.keyOf(id))
    const say = (n: number) =>
      client.publish('cityloop/MS-1/readings', JSON.stringify({ at: begin + n, values: { smoke: 1 } }), { qos: 1 })
    say(1)
    await waitFor('first', async () => ((await o.list('sensing.reading', { device: id })).total === 1 ? true : undefined))
    const fresh = await o.keyOf(id)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
    say(2)
    await closed
    await dial('MS-1', fresh)
    expect((await o.data.patch(`/rows/sensing.device/${id}`, { values: { state: 'paused' } })).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await expect(dial('MS-1', fresh, { clientId: 'again' })).rejects.toThrow()
    expect((await o.list('sensing.reading', { device: id })).total).toBe(1)
  })

  it('no acknowledgement leaves before the commit', async () => {
    const id = await o.addDevice('MW-1', 'smoke')
    const client = await dial('MW-1', await o.keyOf(id))
    let isAcknowledged = false
    let sent: Promise<unknown> | undefined
    await w.kernel.db.admin.transaction().execute(async (tx) => {
      await raw(tx, 'lock table sensing.reading in share row exclusive mode', [])
      sent = client
        .publishAsync('cityloop/MW-1/readings', JSON.stringify({ at: begin, values: { smoke: 1 } }), { qos: 1 })
        .then(() => (isAcknowledged = true))
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(isAcknowledged).toBe(false)
    })
    await sent
    expect((await o.list('sensing.reading', { device: id })).total).toBe(1)
  })

  it('an outside broker is drunk from: acknowledged to it after the commit', async () => {
    const outside = new Aedes()
    await outside.listen()
    const server = createServer((socket) => outside.handle(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`
    const id = await o.addDevice('MO-1', 'smoke')
    const joined = await joinOutsideBroker(w.kernel, w.district, url, { protocolVersion: 4 })
    const subscribed = new Promise((resolve) => outside.once('subscribe', resolve as never))
    await subscribed
    const sender = await connectAsync(url)
    const many = 500
    await Promise.all(
      Array.from({ length: many }, (_, n) =>
        sender.publishAsync('cityloop/MO-1/readings', JSON.stringify({ at: begin + n * 1000, values: { smoke: n / 100 } }), {
          qos: 1,
        }),
      ),
    )
    await sender.publishAsync('cityloop/MO-9/readings', JSON.stringify({ at: begin, values: { smoke: 1 } }), { qos: 1 })
    await waitFor('all readings', async () =>
      (await o.list('sensing.reading', { device: id })).total === many ? true : undefined,
    )
    await waitFor('letter', async () =>
      (await o.list('sensing.dead-letter', { sender: 'MO-9' })).total === 1 ? true : undefined,
    )
    await sender.endAsync()
    await joined.close()
    await new Promise<void>((resolve) => outside.close(() => resolve()))
    server.close()
  })
})
