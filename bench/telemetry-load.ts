/**
 * Devices in a process of their own: everything they will say is written beforehand, so that what is measured is the server. Each
 * connection keeps a number of messages unacknowledged and says the next when one is acknowledged; at the end it waits for all.
 */
import { connect } from 'node:net'
import { encodeFrame } from '../gateways/jt808/frame.ts'
import { ids, writeAuthentication, writeLocation } from '../gateways/jt808/message.ts'

export interface DevicePlan {
  readonly kind: 'mqtt' | 'jt808' | 'http'
  readonly port: number
  readonly connections: number
  readonly inFlight: number
  /** Messages over all connections. */
  readonly messages: number
  /** Points a message: HTTP only. */
  readonly points: number
  readonly devicesPerConnection: number
  /** Milliseconds since 1970 of the first point; every message of a device is a second later. */
  readonly from: number
  /** Messages a second over all connections; absent: as fast as they are acknowledged. */
  readonly rate?: number
}
export interface DeviceResult {
  readonly acknowledged: number
  readonly refused: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
}
export const benchKey = 'bench-key'
interface Script {
  /** What is said before anything counts. */
  readonly hello: Buffer
  /** How many bytes or marks of an answer to the hello are to be passed over. */
  readonly helloAnswers: number
  readonly messages: readonly Buffer[]
  /** How many messages a chunk acknowledges. */
  readonly count: (chunk: Buffer) => number
}
const text = (value: string): Buffer => {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length, 0)
  return Buffer.concat([length, bytes])
}
const packet = (type: number, body: Buffer): Buffer => {
  const length: number[] = []
  for (let n = body.length; ; ) {
    const byte = n % 128
    n = Math.floor(n / 128)
    length.push(n > 0 ? byte | 128 : byte)
    if (n === 0) break
  }
  return Buffer.concat([Buffer.from([type, ...length]), body])
}
const temperature = (n: number): number => 10 + (n % 300) / 10
const mqttScript = (plan: DevicePlan, connection: number): Script => {
  const number = `BG-${connection}`
  const hello = packet(
    0x10,
    Buffer.concat([text('MQTT'), Buffer.from([4, 0xc2, 0, 0]), text(number), text(number), text(benchKey)]),
  )
  const each = Math.floor(plan.messages / plan.connections)
  const messages = Array.from({ length: each }, (_, n) => {
    const device = connection * plan.devicesPerConnection + (n % plan.devicesPerConnection)
    const at = plan.from + Math.floor(n / plan.devicesPerConnection) * 1000
    const id = Buffer.alloc(2)
    id.writeUInt16BE((n % 60_000) + 1, 0)
    const payload = Buffer.from(`{"at":${at},"values":{"temperature":${temperature(n)}}}`)
    return packet(0x32, Buffer.concat([text(`cityloop/BS-${device}/readings`), id, payload]))
  })
  return { hello, helloAnswers: 1, messages, count: (chunk) => chunk.length / 4 }
}
const marks = (chunk: Buffer): number => {
  let n = 0
  for (let at = chunk.indexOf(0x7e); at >= 0; at = chunk.indexOf(0x7e, at + 1)) n++
  return n / 2
}
const jtScript = (plan: DevicePlan, connection: number): Script => {
  const phone = String(13_000_000_000 + connection)
  const hello = encodeFrame({ id: ids.authenticate, flags: 0, phone, serial: 0, body: writeAuthentication(benchKey, false) })
  const each = Math.floor(plan.messages / plan.connections)
  const messages = Array.from({ length: each }, (_, n) => {
    const lon = 119.901 + ((connection * 31 + n) % 60_000) / 1e6
    const body = writeLocation({
      alarm: 0,
      status: 3,
      lon,
      lat: 31.721 + (n % 43_000) / 1e6,
      altitude: 5,
      speed: 40,
      direction: 90,
      at: plan.from + n * 1000,
      extras: [],
    })
    return encodeFrame({ id: ids.location, flags: 0, phone, serial: (n + 1) & 0xffff, body })
  })
  return { hello, helloAnswers: 1, messages, count: marks }
}
const httpScript = (plan: DevicePlan, connection: number): Script => {
  const number = `BG-${connection}`
  const authorization = Buffer.from(`${number}:${benchKey}`).toString('base64')
  const each = Math.floor(plan.messages / plan.connections)
  const messages = Array.from({ length: each }, (_, n) => {
    const items = Array.from({ length: plan.points }, (_, i) => {
      const point = n * plan.points + i
      const device = connection * plan.devicesPerConnection + (point % plan.devicesPerConnection)
      const at = plan.from + Math.floor(point / plan.devicesPerConnection) * 1000
      return `{"device":"BS-${device}","at":${at},"values":{"temperature":${temperature(point)}}}`
    })
    const body = `[${items.join(',')}]`
    return Buffer.from(
      `POST /api/ingest/readings HTTP/1.1\r\nhost: x\r\nauthorization: Basic ${authorization}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    )
  })
  const count = (chunk: Buffer): number => chunk.toString('latin1').split('HTTP/1.1 200').length - 1
  return { hello: Buffer.alloc(0), helloAnswers: 0, messages, count }
}
const scripts = { mqtt: mqttScript, jt808: jtScript, http: httpScript } as const

interface Tally {
  acknowledged: number
  readonly latencies: number[]
}
const speak = (plan: DevicePlan, script: Script, tally: Tally, whenBegun: Promise<void>, begun: () => void): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(plan.port, '127.0.0.1')
    socket.setNoDelay(true)
    const { messages } = script
    const saidAt = new Float64Array(messages.length)
    const every = plan.rate ? (plan.connections / plan.rate) * 1000 : 0
    let [said, heard, greeted, first] = [0, 0, script.helloAnswers === 0, 0]
    const say = (): void => {
      const now = performance.now()
      const due = every > 0 ? Math.min(messages.length, Math.floor((now - first) / every) + 1) : messages.length
      const until = Math.min(due, heard + plan.inFlight)
      if (said >= until) return
      const batch = messages.slice(said, until)
      for (let i = said; i < until; i++) saidAt[i] = every > 0 ? first + i * every : now
      said = until
      socket.write(batch.length === 1 ? (batch[0] as Buffer) : Buffer.concat(batch))
    }
    const start = (): void => {
      begun()
      whenBegun.then(() => {
        first = performance.now()
        if (every > 0) {
          const timer = setInterval(say, Math.max(1, Math.min(every, 5)))
          socket.on('close', () => clearInterval(timer))
        }
        say()
      })
    }
    socket.on('connect', () => {
      if (script.hello.length > 0) socket.write(script.hello)
      else start()
    })
    socket.on('data', (chunk) => {
      if (!greeted) {
        greeted = true
        return start()
      }
      const now = performance.now()
      for (let n = script.count(chunk); n > 0; n--) tally.latencies.push(now - (saidAt[heard++] ?? now))
      if (heard >= messages.length) return void socket.end()
      say()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      tally.acknowledged += heard
      resolve()
    })
  })

const run = async (plan: DevicePlan): Promise<DeviceResult> => {
  const all = Array.from({ length: plan.connections }, (_, c) => scripts[plan.kind](plan, c))
  const tally: Tally = { acknowledged: 0, latencies: [] }
  let open = 0
  let go = (): void => undefined
  const whenBegun = new Promise<void>((resolve) => {
    go = resolve
  })
  let began = performance.now()
  const begun = (): void => {
    if (++open < plan.connections) return
    began = performance.now()
    go()
  }
  await Promise.all(all.map((script) => speak(plan, script, tally, whenBegun, begun)))
  const seconds = (performance.now() - began) / 1000
  const sorted = Float64Array.from(tally.latencies).sort()
  const at = (q: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0) * 10) / 10
  const sent = all.reduce((sum, s) => sum + s.messages.length, 0)
  return { acknowledged: tally.acknowledged, refused: sent - tally.acknowledged, seconds, p50: at(0.5), p99: at(0.99) }
}
if (process.argv[1]?.endsWith('telemetry-load.ts') && process.argv[2])
  console.log(JSON.stringify(await run(JSON.parse(process.argv[2]) as DevicePlan)))
