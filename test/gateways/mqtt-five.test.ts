/** MQTT 5 clients against the same broker: what 3.1.1 promises holds for them, and what 5 adds is answered by its own words. */
import { execFile, execFileSync } from 'node:child_process'
import { createConnection } from 'node:net'
import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import { generate, type Packet, parser } from 'mqtt-packet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { type MqttBroker, startMqttBroker } from '../../gateways/mqtt/broker.ts'
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
type Hear = (client: MqttClient, payload: Buffer) => void
/** `hear` listens from the first moment: what waits for a session comes with the answer to CONNECT. */
const dial = async (username: string, password: string, more: IClientOptions = {}, hear?: Hear): Promise<MqttClient> => {
  const client = connect(`mqtt://127.0.0.1:${broker.port}`, {
    protocolVersion: 5,
    username,
    password,
    reconnectPeriod: 0,
    clientId: username,
    ...more,
  })
  if (hear) client.on('message', (_topic, payload) => hear(client, payload))
  await new Promise<void>((resolve, reject) => {
    client.once('connect', () => resolve())
    client.once('error', reject)
  })
  client.on('error', () => undefined)
  open.push(client)
  return client
}
const device = async (number: string, kind: string) => {
  const id = await o.addDevice(number, kind)
  return { id, key: await o.keyOf(id) }
}
const readings = async (id: string) => (await o.list('sensing.reading', { device: id })).rows
const said = (n: number) => JSON.stringify({ at: begin + n * 1000, values: { noise: 40 + (n % 30) } })

describe('MQTT 5', () => {
  it('the door: a wrong key by its reason code, a name given to who has none, a topic of another ends the connection', async () => {
    const { key } = await device('M5-1', 'environment')
    await expect(dial('M5-1', 'guess')).rejects.toMatchObject({ code: 0x86 })
    const named = await dial('M5-1', key, { clientId: '' })
    const refused = await named.subscribeAsync('cityloop/+/commands', { qos: 1 }).catch((e: Error) => e)
    expect(refused).toBeInstanceOf(Error)
    const closed = new Promise<void>((resolve) => named.once('close', () => resolve()))
    named.publish('cityloop/M5-9/readings', said(1), { qos: 1 })
    await closed
  })

  it('QoS 0, 1 and 2, with properties and an alias for the topic, are there once, acknowledged after the commit', async () => {
    const { id, key } = await device('M5-2', 'environment')
    const client = await dial('M5-2', key)
    const topic = 'cityloop/M5-2/readings'
    await client.publishAsync(topic, said(1), {
      qos: 1,
      properties: { topicAlias: 3, userProperties: { firmware: '2.1' }, messageExpiryInterval: 60 },
    })
    expect(await readings(id)).toHaveLength(1)
    await client.publishAsync('', said(2), { qos: 2, properties: { topicAlias: 3 } })
    expect(await readings(id)).toHaveLength(2)
    await client.publishAsync(topic, said(3), { qos: 0 })
    await waitFor('the third', async () => ((await readings(id)).length === 3 ? true : undefined))
  })

  it('in the protocol itself: the name given in CONNACK, an alias never introduced ends the connection with its reason', async () => {
    const { key } = await device('M5-6', 'environment')
    const socket = createConnection(broker.port, '127.0.0.1')
    const packets: Packet[] = []
    const reader = parser({ protocolVersion: 5 })
    reader.on('packet', (packet: Packet) => packets.push(packet))
    socket.on('data', (chunk: Buffer) => void reader.parse(chunk))
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    const say = (packet: Packet) => socket.write(generate(packet, { protocolVersion: 5 }))
    const credentials = { username: 'M5-6', password: Buffer.from(key) }
    say({ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 5, clean: true, clientId: '', keepalive: 60, ...credentials })
    await waitFor('the answer', async () => packets[0])
    expect(packets[0]).toMatchObject({
      cmd: 'connack',
      reasonCode: 0,
      properties: {
        assignedClientIdentifier: expect.stringMatching(/^cityloop_[0-9a-f-]{36}$/),
        sharedSubscriptionAvailable: false,
      },
    })
    const flags = { dup: false, retain: false, qos: 1, messageId: 7 } as const
    say({ cmd: 'publish', topic: '', payload: said(4), ...flags, properties: { topicAlias: 9 } })
    await closed
    expect(packets.at(-1)).toMatchObject({ cmd: 'disconnect', reasonCode: 0x82 })
  })

  it('a session with an expiry keeps the commands of the time away; one at a time where the client takes one', async () => {
    const { id, key } = await device('M5-3', 'lamp')
    const kept: IClientOptions = { clean: false, properties: { sessionExpiryInterval: 3600, receiveMaximum: 1 } }
    const first = await dial('M5-3', key, kept)
    await first.subscribeAsync('cityloop/M5-3/commands', { qos: 1 })
    await first.endAsync()
    const send = async (content: string) =>
      (await o.data.post<{ id: string }>('/subjects/sensing.command', { values: { device: id, kind: 'text', content } })).body.id
    const ids = [await send('一'), await send('二'), await send('三')]
    const heard: string[] = []
    const client = await dial('M5-3', key, kept, (device, payload) => {
      const { serial, content } = JSON.parse(payload.toString()) as { serial: number; content: string }
      heard.push(content)
      device.publish('cityloop/M5-3/answers', JSON.stringify({ serial, ok: true, text: '好' }), { qos: 1 })
    })
    await client.subscribeAsync('cityloop/M5-3/commands', { qos: 1 })
    for (const one of ids)
      await waitFor('answered', async () =>
        (await o.data.get<{ status: string }>(`/rows/sensing.command/${one}`)).body.status === 'answered' ? true : undefined,
      )
    expect([...new Set(heard)].sort()).toEqual(['一', '三', '二'])
    expect((await client.unsubscribeAsync(['cityloop/M5-3/commands', 'cityloop/M5-3/other']))?.cmd).not.toBe('error')
  })

  it('cut in full flow, said again: each there exactly once', async () => {
    const { id, key } = await device('M5-4', 'environment')
    const waiting = new Set(Array.from({ length: 500 }, (_, n) => n))
    let cuts = 0
    while (waiting.size > 0) {
      const client = await dial('M5-4', key)
      const gone = new Promise<void>((resolve) => client.once('close', () => resolve()))
      const all = Promise.allSettled(
        [...waiting].map(async (n) => {
          await client.publishAsync('cityloop/M5-4/readings', said(n), { qos: 1 })
          waiting.delete(n)
          if (n === 120 || n === 330) {
            cuts++
            broker.cut()
          }
        }),
      )
      await Promise.race([all, gone])
      await client.endAsync(true)
    }
    expect(cuts).toBe(2)
    expect(new Set((await readings(id)).map((r) => r.at)).size).toBe(500)
    expect(await readings(id)).toHaveLength(500)
  })

  it("mosquitto's own client by MQTT 5", async ({ skip }) => {
    const { id, key } = await device('M5-5', 'environment')
    try {
      execFileSync('mosquitto_pub', ['--version'], { stdio: 'ignore' })
    } catch (error) {
      // `--version` ends with 1 where the program is there.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return skip('mosquitto-clients is not installed')
    }
    const run = (password: string, qos: string): Promise<number> =>
      new Promise((resolve) => {
        const door = ['-h', '127.0.0.1', '-p', String(broker.port), '-V', 'mqttv5', '-u', 'M5-5', '-P', password]
        const child = execFile(
          'mosquitto_pub',
          [...door, '-t', 'cityloop/M5-5/readings', '-m', said(Number(qos)), '-q', qos],
          () => resolve(child.exitCode ?? -1),
        )
      })
    expect(await run(key, '1')).toBe(0)
    expect(await run(key, '2')).toBe(0)
    expect(await run('guess', '1')).not.toBe(0)
    expect(await readings(id)).toHaveLength(2)
  })
})
