/**
 * MQTT 3.1, 3.1.1 and (translated, `five.ts`) 5 broker in the process. A device publishes to `cityloop/<number>/readings` with its number and key; PUBACK (QoS 1) and
 * PUBREC (QoS 2) go out only after the commit that carries its points, so a device that was acknowledged may forget. Uplinks end
 * here and are forwarded to nobody (so do the observations of SensorThings, `v1.1/Datastreams('…')/Observations`); a device hears `cityloop/<number>/commands` and answers on `cityloop/<number>/answers`.
 */
import { createServer, type Server, type Socket } from 'node:net'
import { Aedes, type AuthenticateError, type Client } from 'aedes'
import { z } from 'zod'
import type { Device } from '#domains/sensing/devices.ts'
import { type Ingest, ingestOf } from '#domains/sensing/ingest.ts'
import { createOutbound, type Outbound } from '#domains/sensing/outbound.ts'
import type { Kernel } from '#kernel'
import { isObservationTopic, takeObservationText } from '../sensorthings/write.ts'
import { speakEither } from './five.ts'

export interface MqttBroker {
  readonly port: number
  /** Connections now open. */
  readonly connections: () => number
  /** Cuts every connection, as a network does: for tests. */
  readonly cut: () => void
  readonly close: () => Promise<void>
}
const topicShape = /^cityloop\/([A-Za-z0-9_.-]{1,40})\/(readings|answers)$/
export const commandsTopic = (number: string): string => `cityloop/${number}/commands`
const answerShape = z.object({ serial: z.number().int(), ok: z.boolean(), text: z.string().max(4000).default('') })

const refused = (): AuthenticateError => Object.assign(new Error('bad user name or password'), { returnCode: 4 })
type DeviceOf = WeakMap<Client, Device>

/** An uplink of a device: settles when it may be acknowledged, rejects when the connection should end instead. */
export const takeUplink = async (
  ingest: Ingest,
  outbound: Outbound | undefined,
  sender: Device,
  topic: string,
  payload: Buffer | string,
): Promise<void> => {
  const [, number, what] = topicShape.exec(topic) ?? []
  if (!number) throw new Error(`no such topic: ${topic}`)
  const text = payload.toString()
  if (what === 'answers') {
    const answer = answerShape.safeParse(JSON.parse(text))
    if (answer.success && outbound)
      await outbound.answered(sender.district, sender.id, answer.data.serial, answer.data.ok, answer.data.text || '已执行')
    return
  }
  if (number === sender.number) {
    await ingest.takeText('mqtt', sender, text)
    return
  }
  const named = ingest.book.find(`${sender.district}:${number}`) ?? (await ingest.book.seek(`${sender.district}:${number}`))
  if (named?.gatewayId !== sender.id) throw new Error(`${sender.number} may not speak for ${number}`)
  await ingest.takeText('mqtt', named, text)
}

const createBroker = (
  kernel: Kernel,
  ingest: Ingest,
  devices: DeviceOf,
  heard: { outbound?: Outbound },
  onError: (e: unknown) => void,
): Aedes => {
  const broker = new Aedes({
    authenticate: (client, username, password, done) => {
      ingest.book
        .authenticate(username ?? '', password?.toString() ?? '')
        .then((device) => {
          if (device?.state !== 'active') return done(refused(), false)
          devices.set(client, device)
          done(null, true)
        })
        .catch((error: unknown) => {
          onError(error)
          done(Object.assign(new Error('server unavailable'), { returnCode: 3 }), false)
        })
    },
    authorizePublish: (client, packet, done) => {
      const signedIn = client ? devices.get(client) : undefined
      const sender = signedIn && ingest.book.current(signedIn)
      if (!sender) return done(new Error('not signed in, stopped, or given a new key'))
      const taken = isObservationTopic(packet.topic)
        ? takeObservationText(kernel, ingest, sender, packet.topic, packet.payload.toString())
        : takeUplink(ingest, heard.outbound, sender, packet.topic, packet.payload)
      taken
        .then(() => (ingest.isFull() ? ingest.room() : undefined))
        .then(() => done(null))
        .catch((error: unknown) => done(error instanceof Error ? error : new Error(String(error))))
    },
    authorizeSubscribe: (client, subscription, done) => {
      const device = devices.get(client)
      const isOwn = device !== undefined && subscription.topic === commandsTopic(device.number)
      done(null, isOwn ? subscription : null)
    },
  })
  // What a device says is for the database: not kept for, matched against or sent to any subscriber.
  const forward = broker.publish.bind(broker) as (...args: unknown[]) => void
  broker.publish = ((packet: { readonly topic: string }, client: unknown, done?: unknown) => {
    if (!topicShape.test(packet.topic) && !isObservationTopic(packet.topic)) return forward(packet, client, done)
    const after = (done ?? client) as (error?: Error | null) => void
    after(null)
  }) as typeof broker.publish
  return broker
}

/** Starts the broker. @param port 0 takes a free one. */
export const startMqttBroker = async (kernel: Kernel, port: number, host = '0.0.0.0'): Promise<MqttBroker> => {
  const ingest = await ingestOf(kernel)
  const devices: DeviceOf = new WeakMap()
  const held = new Map<string, Device>()
  const heard: { outbound?: Outbound } = {}
  const broker = createBroker(kernel, ingest, devices, heard, (error) => kernel.log.error({ err: error }, 'mqtt sign-in failed'))
  await broker.listen()
  // Numbers go on after a restart, so that a late answer is never taken for that of a newer command.
  let serial = Math.floor(kernel.now().getTime() / 1000) % 2_000_000_000
  heard.outbound = await createOutbound(kernel, {
    holds: (id) => held.has(id),
    send: (command) => {
      const device = held.get(command.device)
      if (!device) return undefined
      serial = (serial + 1) % 2_000_000_000
      const said = command.serial ?? serial
      const { kind, content, seconds, value, channel } = command
      const payload = JSON.stringify({ serial: said, kind, content, seconds, value, channel })
      const packet = { cmd: 'publish', topic: commandsTopic(device.number), payload, qos: 1, retain: false, dup: false } as const
      broker.publish(packet, (error) => {
        if (error) kernel.log.error({ err: error }, 'a command could not be published')
      })
      return said
    },
  })
  broker.on('subscribe', (_subscriptions, client) => {
    const device = devices.get(client)
    if (!device) return
    held.set(device.id, device)
    heard.outbound?.connected(device.district, device.id)
  })
  broker.on('clientDisconnect', (client) => {
    const device = devices.get(client)
    if (device) held.delete(device.id)
  })
  broker.on('ping', (_packet, client) => {
    const device = devices.get(client)
    if (device) ingest.status.alive(device.district, device, kernel.now().getTime())
  })
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('close', () => sockets.delete(socket))
    speakEither(socket, (stream) => broker.handle(stream))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    connections: () => sockets.size,
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    close: async () => {
      await heard.outbound?.close()
      const ended = new Promise<void>((resolve) => server.close(() => resolve()))
      await new Promise<void>((resolve) => broker.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await ended
    },
  }
}
