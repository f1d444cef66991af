/**
 * MQTT 5 (OASIS mqtt-v5.0) before a broker that speaks 3.1.1: a connection that opens with protocol level 5 is translated packet by
 * packet. Kept: every quality of service and its acknowledgement, topic aliases, assigned client ids, session expiry, the client's
 * receive maximum and largest packet, reason codes. Said to be absent in CONNACK: shared subscriptions, subscription identifiers.
 */
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { generate, type IConnackPacket, type IConnectPacket, type IPublishPacket, type Packet, parser } from 'mqtt-packet'

const aliasLimit = 16
/** Reason codes of CONNACK by the return codes of 3.1.1 (mqtt-v5.0 3.2.2.2). */
const connackReasons = [0, 0x84, 0x85, 0x88, 0x86, 0x87] as const
const notAuthorized = 0x87
const reasons = { protocolError: 0x82, aliasInvalid: 0x94, badAuthentication: 0x8c } as const

/** What one connection has said so far. */
interface Told {
  connect?: IConnectPacket
  assignedId?: string
  readonly aliases: Map<number, string>
  /** Topics of each UNSUBSCRIBE that waits for its answer: MQTT 5 answers each topic. */
  readonly leaving: Map<number, number>
  /** Publications with QoS not yet acknowledged, and those that wait because the client takes no more at once. */
  inFlight: number
  readonly waiting: Packet[]
}
class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: number
  constructor(reason: number) {
    super(`mqtt 5 reason ${reason}`)
    this.reason = reason
  }
}

const connectDown = (told: Told, packet: IConnectPacket): Packet => {
  told.connect = packet
  const { properties, will, ...rest } = packet
  const kept = properties?.sessionExpiryInterval ?? 0
  const clientId = packet.clientId || `cityloop_${randomUUID()}`
  if (!packet.clientId) told.assignedId = clientId
  const isClean = packet.clean === true || kept === 0
  const bare = will ? { topic: will.topic, payload: will.payload, qos: will.qos ?? 0, retain: will.retain ?? false } : undefined
  return { ...rest, clientId, clean: isClean, protocolId: 'MQTT', protocolVersion: 4, ...(bare ? { will: bare } : {}) }
}
const publishDown = (told: Told, packet: IPublishPacket): Packet => {
  const { properties, ...rest } = packet
  const alias = properties?.topicAlias
  if (alias === undefined) return rest
  if (alias < 1 || alias > aliasLimit) throw new Refusal(reasons.aliasInvalid)
  if (packet.topic) told.aliases.set(alias, packet.topic)
  const topic = told.aliases.get(alias)
  if (!topic) throw new Refusal(reasons.protocolError)
  return { ...rest, topic }
}
/** A packet of the client as the broker reads it; undefined where the broker need not know. */
const down = (told: Told, packet: Packet): Packet | undefined => {
  switch (packet.cmd) {
    case 'connect':
      return connectDown(told, packet)
    case 'publish':
      return publishDown(told, packet)
    case 'subscribe': {
      const subscriptions = packet.subscriptions.map(({ topic, qos }) => ({ topic, qos }))
      return { cmd: 'subscribe', messageId: packet.messageId, subscriptions }
    }
    case 'unsubscribe':
      told.leaving.set(packet.messageId ?? 0, packet.unsubscriptions.length)
      return { cmd: 'unsubscribe', messageId: packet.messageId, unsubscriptions: packet.unsubscriptions }
    case 'puback':
    case 'pubrec':
    case 'pubrel':
    case 'pubcomp':
      return { cmd: packet.cmd, messageId: packet.messageId } as Packet
    case 'auth':
      throw new Refusal(reasons.badAuthentication)
    default:
      return { cmd: packet.cmd } as Packet
  }
}
const connackUp = (told: Told, packet: IConnackPacket): Packet => {
  const kept = told.connect?.properties?.sessionExpiryInterval ?? 0
  return {
    cmd: 'connack',
    sessionPresent: packet.sessionPresent,
    reasonCode: connackReasons[packet.returnCode ?? 0] ?? 0x80,
    properties: {
      topicAliasMaximum: aliasLimit,
      subscriptionIdentifiersAvailable: false,
      sharedSubscriptionAvailable: false,
      ...(told.assignedId ? { assignedClientIdentifier: told.assignedId } : {}),
      // A session that begins clean and should outlive its connection cannot be said in 3.1.1: the client is told that it ends.
      ...(kept > 0 && told.connect?.clean ? { sessionExpiryInterval: 0 } : {}),
    },
  } as Packet
}
/** A packet of the broker as the client reads it. */
const up = (told: Told, packet: Packet): Packet => {
  switch (packet.cmd) {
    case 'connack':
      return connackUp(told, packet)
    case 'suback':
      return { ...packet, granted: (packet.granted as readonly number[]).map((g) => (g === 0x80 ? notAuthorized : g)) } as Packet
    case 'unsuback': {
      const topics = told.leaving.get(packet.messageId ?? 0) ?? 1
      told.leaving.delete(packet.messageId ?? 0)
      return { ...packet, granted: Array.from({ length: topics }, () => 0) } as Packet
    }
    default:
      return packet
  }
}

/** The level byte of a CONNECT: its name is two bytes of length and `MQTT` or `MQIsdp`; undefined while too little has come. */
export const levelOf = (head: Buffer): number | undefined => {
  let at = 1
  while (at < head.length && at < 5 && (head[at] ?? 0) > 127) at += 1
  at += 1
  if (head.length < at + 2) return undefined
  return head[at + 2 + head.readUInt16BE(at)]
}

const five = { protocolVersion: 5 } as const
const four = { protocolVersion: 4 } as const

/** The stream a 3.1.1 broker handles in place of the socket of an MQTT 5 client. */
export const speakFive = (socket: Socket): Duplex => {
  const told: Told = { aliases: new Map(), leaving: new Map(), inFlight: 0, waiting: [] }
  const [fromClient, fromBroker] = [parser(five), parser(four)]
  /** A packet larger than the client takes is dropped as if it had been sent and acknowledged, as mqtt-v5.0 3.1.2.11.4 asks. */
  const isTooLarge = (bytes: Buffer): boolean =>
    bytes.length > (told.connect?.properties?.maximumPacketSize ?? Number.POSITIVE_INFINITY)
  const send = (packet: Packet): void => {
    const bytes = generate(packet, five)
    const isCounted = packet.cmd === 'publish' && packet.qos > 0
    if (isTooLarge(bytes)) {
      if (isCounted)
        stream.push(generate({ cmd: packet.qos === 2 ? 'pubrec' : 'puback', messageId: packet.messageId } as Packet, four))
    } else if (isCounted && told.inFlight >= (told.connect?.properties?.receiveMaximum ?? 65_535)) told.waiting.push(packet)
    else {
      if (isCounted) told.inFlight += 1
      socket.write(bytes)
    }
  }
  const acknowledged = (): void => {
    told.inFlight = Math.max(0, told.inFlight - 1)
    const next = told.waiting.shift()
    if (next) send(next)
  }
  const stream = new Duplex({
    read: () => void socket.resume(),
    write: (chunk: Buffer, _encoding, done) => {
      fromBroker.parse(chunk)
      if (socket.writableNeedDrain) socket.once('drain', () => done())
      else done()
    },
    final: (done) => void socket.end(() => done()),
    destroy: (error, done) => {
      socket.destroy()
      done(error)
    },
  })
  const refuse = (error: unknown): void => {
    const reasonCode = error instanceof Refusal ? error.reason : reasons.protocolError
    socket.end(generate({ cmd: 'disconnect', reasonCode } as Packet, five))
    stream.destroy()
  }
  fromBroker.on('packet', (packet: Packet) => send(up(told, packet)))
  fromClient.on('packet', (packet: Packet) => {
    try {
      if (packet.cmd === 'puback' || packet.cmd === 'pubcomp') acknowledged()
      // 0x04: the client leaves and wants its will sent, which in 3.1.1 is leaving without a word.
      if (packet.cmd === 'disconnect' && packet.reasonCode === 0x04) return void stream.destroy()
      const translated = down(told, packet)
      if (translated && !stream.push(generate(translated, four))) socket.pause()
    } catch (error) {
      refuse(error)
    }
  })
  fromClient.on('error', refuse)
  fromBroker.on('error', refuse)
  socket.on('data', (chunk: Buffer) => void fromClient.parse(chunk))
  socket.on('end', () => stream.push(null))
  socket.on('error', (error) => stream.destroy(error))
  socket.on('close', () => stream.destroy())
  return stream
}

/** Hands the socket over as it is, or translated, once its first packet tells which protocol it speaks. */
export const speakEither = (socket: Socket, handle: (stream: Duplex) => void): void => {
  let head = Buffer.alloc(0)
  const read = (chunk: Buffer): void => {
    head = Buffer.concat([head, chunk])
    const level = levelOf(head)
    if (level === undefined && head.length < 16) return
    socket.off('data', read)
    socket.setTimeout(0)
    socket.pause()
    socket.unshift(head)
    handle(level === 5 ? speakFive(socket) : socket)
    if (level === 5) socket.resume()
  }
  // Nothing sensible within the time a CONNECT may take: aedes would end it in the same way.
  socket.setTimeout(30_000, () => socket.destroy())
  socket.on('error', () => undefined)
  socket.on('data', read)
}
