/**
 * JT/T 1078-2016 real-time audio and video over TCP: packets cut out of the stream, and frames put together from their parts.
 * Head: 30 31 63 64, V/P/X/CC, M/PT, number (2), SIM (6 BCD), channel, data type and part (nibbles), then by type timestamp (8), intervals (2 + 2), length (2).
 */
export const magic = 0x30316364
/** Payload types of the standard's table 12. */
export const payloads = { h264: 98, h265: 99 } as const
const types = { i: 0, p: 1, b: 2, audio: 3, transparent: 4 } as const
const parts = { whole: 0, first: 1, last: 2, middle: 3 } as const
const baseLength = 16
export interface Packet {
  readonly sim: string
  readonly channel: number
  readonly payload: number
  readonly type: number
  readonly part: number
  /** Milliseconds, as the terminal counts them. */
  readonly at: number
  readonly body: Buffer
}
const headLength = (type: number): number =>
  type === types.transparent ? baseLength + 2 : type === types.audio ? baseLength + 10 : baseLength + 14
const longestBuffer = 1 << 20

/** Cuts packets out of what arrives; what lies between them is skipped. */
export const createPacketSplitter = (): ((chunk: Buffer) => readonly Packet[]) => {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const found: Packet[] = []
    for (;;) {
      const start = rest.indexOf('01cd', 0, 'latin1')
      if (start < 0) {
        rest = rest.subarray(Math.max(0, rest.length - 3))
        return found
      }
      if (start > 0) rest = rest.subarray(start)
      if (rest.length < baseLength) return found
      const type = (rest[15] ?? 0) >> 4
      const head = headLength(type)
      if (rest.length < head) return found
      const length = rest.readUInt16BE(head - 2)
      if (rest.length < head + length) {
        if (rest.length > longestBuffer) rest = Buffer.alloc(0)
        return found
      }
      found.push({
        sim: rest.toString('hex', 8, 14),
        channel: rest[14] ?? 0,
        payload: (rest[5] ?? 0) & 0x7f,
        type,
        part: (rest[15] ?? 0) & 0x0f,
        at: type === types.transparent ? 0 : Number(rest.readBigUInt64BE(16)),
        body: Buffer.from(rest.subarray(head, head + length)),
      })
      rest = rest.subarray(head + length)
    }
  }
}
export interface VideoFrame {
  readonly isKey: boolean
  readonly at: number
  readonly data: Buffer
}
const longestFrame = 4 << 20
/** Puts the parts of one channel's video frames together; sound and transparent data are left out, a frame with a lost part is too. */
export const createFrames = (): ((packet: Packet) => VideoFrame | undefined) => {
  let held: Buffer[] = []
  let size = 0
  let isKey = false
  let at = 0
  return (packet) => {
    if (packet.type > types.b) return undefined
    if (packet.part === parts.whole) return { isKey: packet.type === types.i, at: packet.at, data: packet.body }
    if (packet.part === parts.first) {
      held = [packet.body]
      size = packet.body.length
      isKey = packet.type === types.i
      at = packet.at
      return undefined
    }
    if (held.length === 0) return undefined
    held.push(packet.body)
    size += packet.body.length
    if (size > longestFrame) held = []
    if (packet.part !== parts.last || held.length === 0) return undefined
    const data = Buffer.concat(held)
    held = []
    return { isKey, at, data }
  }
}
const longestPart = 950
export interface Sent {
  readonly sim: string
  readonly channel: number
  readonly number: number
  readonly frame: VideoFrame
  readonly payload?: number
}
/** The packets of one frame, as a terminal sends them: for tests and trying out. */
export const writeFrame = ({ sim, channel, number, frame, payload = payloads.h264 }: Sent): readonly Buffer[] => {
  const count = Math.max(1, Math.ceil(frame.data.length / longestPart))
  return Array.from({ length: count }, (_, n) => {
    const body = frame.data.subarray(n * longestPart, (n + 1) * longestPart)
    const head = Buffer.alloc(headLength(types.i))
    head.writeUInt32BE(magic, 0)
    head[4] = 0x81
    head[5] = (n === count - 1 ? 0x80 : 0) | payload
    head.writeUInt16BE((number + n) & 0xffff, 6)
    head.write(sim.padStart(12, '0'), 8, 'hex')
    head[14] = channel
    const part = count === 1 ? parts.whole : n === 0 ? parts.first : n === count - 1 ? parts.last : parts.middle
    head[15] = ((frame.isKey ? types.i : types.p) << 4) | part
    head.writeBigUInt64BE(BigInt(Math.round(frame.at)), 16)
    head.writeUInt16BE(body.length, 28)
    return Buffer.concat([head, body])
  })
}
