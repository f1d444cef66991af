/**
 * JT/T 808 frames: `7e | header | body | XOR | 7e`, 7e sent as 7d02 and 7d as 7d01. The header is that of 2013 (telephone number of 12
 * digits) or, where bit 14 of the attributes says so, of 2019 (version and 20 digits). Pure: no sockets, no clock.
 */
export interface Frame {
  readonly id: number
  /** Version of the 2019 header; undefined for 2011 and 2013. */
  readonly version?: number
  /** Encryption bits 10–12 and reserved bit 15 of the attributes, as they were. */
  readonly flags: number
  readonly phone: string
  readonly serial: number
  /** Present in parts of a long message: how many, and which (from 1). */
  readonly part?: { readonly total: number; readonly index: number }
  readonly body: Buffer
  /** Body length as the header tells it; differs from the body's own in a damaged frame. */
  readonly told: number
}
const mark = 0x7e
const escapeMark = 0x7d
const partBit = 0x2000
const versionBit = 0x4000
const keptFlags = 0x9c00

export const isWhole = (frame: Frame): boolean => frame.told === frame.body.length

const restore = (raw: Buffer): Buffer | undefined => {
  if (!raw.includes(escapeMark)) return raw
  const out = Buffer.allocUnsafe(raw.length)
  let n = 0
  for (let i = 0; i < raw.length; i++) {
    const byte = raw[i] ?? 0
    if (byte !== escapeMark) out[n++] = byte
    else {
      const next = raw[++i]
      if (next === 1) out[n++] = escapeMark
      else if (next === 2) out[n++] = mark
      else return undefined
    }
  }
  return out.subarray(0, n)
}
const checksum = (bytes: Buffer, end: number): number => {
  let sum = 0
  for (let i = 0; i < end; i++) sum ^= bytes[i] ?? 0
  return sum
}
const digits = (bytes: Buffer): string => bytes.toString('hex')

/** One frame from what stood between two marks; undefined where it is none. */
export const decodeFrame = (between: Buffer): Frame | undefined => {
  const bytes = restore(between)
  if (!bytes || bytes.length < 13) return undefined
  const end = bytes.length - 1
  if (checksum(bytes, end) !== bytes[end]) return undefined
  const attributes = bytes.readUInt16BE(2)
  const isNew = (attributes & versionBit) !== 0
  const isPart = (attributes & partBit) !== 0
  const phoneAt = isNew ? 5 : 4
  const serialAt = phoneAt + (isNew ? 10 : 6)
  const bodyAt = serialAt + 2 + (isPart ? 4 : 0)
  if (bodyAt > end) return undefined
  return {
    id: bytes.readUInt16BE(0),
    ...(isNew ? { version: bytes[4] ?? 0 } : {}),
    flags: attributes & keptFlags,
    phone: digits(bytes.subarray(phoneAt, serialAt)),
    serial: bytes.readUInt16BE(serialAt),
    ...(isPart ? { part: { total: bytes.readUInt16BE(serialAt + 2), index: bytes.readUInt16BE(serialAt + 4) } } : {}),
    body: bytes.subarray(bodyAt, end),
    told: attributes & 0x03ff,
  }
}

export const longestBody = 1023
/** The bytes of a frame, marks included. @throws RangeError for a body longer than 1,023 bytes: send it in parts. */
export const encodeFrame = (frame: Omit<Frame, 'told'>): Buffer => {
  const { body, part, version } = frame
  if (body.length > longestBody) throw new RangeError(`body of ${body.length} bytes`)
  const isNew = version !== undefined
  const phoneLength = isNew ? 10 : 6
  const headLength = 4 + (isNew ? 1 : 0) + phoneLength + 2 + (part ? 4 : 0)
  const plain = Buffer.allocUnsafe(headLength + body.length + 1)
  plain.writeUInt16BE(frame.id, 0)
  plain.writeUInt16BE(body.length | (part ? partBit : 0) | (isNew ? versionBit : 0) | (frame.flags & keptFlags), 2)
  let at = 4
  if (isNew) plain[at++] = version
  plain.write(frame.phone.padStart(phoneLength * 2, '0').slice(-phoneLength * 2), at, 'hex')
  at += phoneLength
  plain.writeUInt16BE(frame.serial, at)
  at += 2
  if (part) {
    plain.writeUInt16BE(part.total, at)
    plain.writeUInt16BE(part.index, at + 2)
    at += 4
  }
  body.copy(plain, at)
  plain[plain.length - 1] = checksum(plain, plain.length - 1)
  return wrap(plain)
}
const wrap = (plain: Buffer): Buffer => {
  const out = Buffer.allocUnsafe(plain.length * 2 + 2)
  let n = 0
  out[n++] = mark
  for (let i = 0; i < plain.length; i++) {
    const byte = plain[i] ?? 0
    if (byte === mark || byte === escapeMark) {
      out[n++] = escapeMark
      out[n++] = byte === mark ? 2 : 1
    } else out[n++] = byte
  }
  out[n++] = mark
  return out.subarray(0, n)
}

/** The longest frame there can be, every byte of it escaped. */
const longest = (21 + longestBody + 1) * 2
/**
 * Cuts a stream into what stands between marks. What is too long to be a frame is thrown away up to the next mark, so that noise takes
 * neither memory nor its neighbours.
 */
export const createSplitter = (): ((chunk: Buffer) => readonly Buffer[]) => {
  let rest: Buffer | undefined
  let isNoise = false
  return (chunk) => {
    const out: Buffer[] = []
    let from = 0
    for (let to = chunk.indexOf(mark); to >= 0; to = chunk.indexOf(mark, from)) {
      if (!isNoise && (rest || to > from)) {
        const piece = chunk.subarray(from, to)
        out.push(rest ? Buffer.concat([rest, piece]) : piece)
      }
      rest = undefined
      isNoise = false
      from = to + 1
    }
    if (from < chunk.length && !isNoise) {
      const tail = chunk.subarray(from)
      const length = (rest?.length ?? 0) + tail.length
      if (length > longest) {
        rest = undefined
        isNoise = true
      } else rest = rest ? Buffer.concat([rest, tail]) : Buffer.from(tail)
    }
    return out
  }
}

interface Parts {
  readonly total: number
  readonly pieces: Map<number, Buffer>
}
const mostPending = 8
const mostParts = 1024
/** Long messages come in parts with serial numbers in a row. @returns the whole body with the last part that was missing. */
export const createAssembler = () => {
  const pending = new Map<string, Parts>()
  return {
    pending: () => pending.size,
    add: (frame: Frame): Buffer | undefined => {
      const { part } = frame
      if (!part) return frame.body
      const { total, index } = part
      if (total === 0 || total > mostParts || index === 0 || index > total) return undefined
      const key = `${frame.id} ${(frame.serial - index + 65_536) % 65_536} ${total}`
      const known = pending.get(key) ?? { total, pieces: new Map<number, Buffer>() }
      if (!pending.has(key)) {
        pending.set(key, known)
        // The oldest unfinished one is given up: its sender will begin again.
        if (pending.size > mostPending) pending.delete(pending.keys().next().value ?? '')
      }
      if (!known.pieces.has(index)) known.pieces.set(index, Buffer.from(frame.body))
      if (known.pieces.size < total) return undefined
      pending.delete(key)
      return Buffer.concat(Array.from({ length: total }, (_, i) => known.pieces.get(i + 1) ?? Buffer.alloc(0)))
    },
  }
}
export type Assembler = ReturnType<typeof createAssembler>
