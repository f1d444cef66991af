/** Bodies of JT/T 808 messages, both ways. Pure; a body too short for its kind is undefined, never an exception. */
import { fromGbk, toGbk } from './gbk.ts'
import { readSafety } from './safety.ts'

export const ids = {
  terminalAnswer: 0x0001,
  heartbeat: 0x0002,
  logout: 0x0003,
  register: 0x0100,
  authenticate: 0x0102,
  parameters: 0x0104,
  location: 0x0200,
  locationAnswer: 0x0201,
  locations: 0x0704,
  transparent: 0x0900,
  platformAnswer: 0x8001,
  registerAnswer: 0x8100,
  setParameters: 0x8103,
  queryParameters: 0x8104,
  control: 0x8105,
  askLocation: 0x8201,
  text: 0x8300,
  videoAsk: 0x9101,
  videoStop: 0x9102,
} as const
/** Results of 0x8001. */
export const results = { done: 0, failed: 1, malformed: 2, unsupported: 3 } as const
/** Results of 0x8100. */
export const registrations = { done: 0, vehicleKnown: 1, noVehicle: 2, terminalKnown: 3, noTerminal: 4 } as const

export interface Extra {
  readonly id: number
  readonly data: Buffer
}
export interface Location {
  readonly alarm: number
  readonly status: number
  /** WGS-84 degrees, south and west negative. */
  readonly lon: number
  readonly lat: number
  /** Metres. */
  readonly altitude: number
  /** km/h */
  readonly speed: number
  readonly direction: number
  /** Milliseconds since 1970; NaN where the terminal's clock says nothing possible. */
  readonly at: number
  readonly extras: readonly Extra[]
}
const two = (byte: number): number => {
  const high = byte >> 4
  const low = byte & 15
  return high > 9 || low > 9 ? Number.NaN : high * 10 + low
}
/** BCD[6] YYMMDDhhmmss in Beijing time. */
export const readTime = (b: Buffer, at: number): number => {
  const [year, month, day, hour, minute, second] = [0, 1, 2, 3, 4, 5].map((i) => two(b[at + i] ?? 0xff)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const isTime = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 61 && year >= 0
  return isTime ? Date.UTC(2000 + year, month - 1, day, hour - 8, minute, second) : Number.NaN
}
export const writeTime = (at: number): Buffer => {
  const local = new Date(at + 8 * 3_600_000).toISOString()
  return Buffer.from(local.replaceAll(/[-T:]/g, '').slice(2, 14), 'hex')
}
const southBit = 4
const westBit = 8
const fixedLength = 28

export const readLocation = (b: Buffer): Location | undefined => {
  if (b.length < fixedLength) return undefined
  const status = b.readUInt32BE(4)
  const lat = b.readUInt32BE(8) / 1e6
  const lon = b.readUInt32BE(12) / 1e6
  const extras: Extra[] = []
  for (let i = fixedLength; i + 2 <= b.length; ) {
    const length = b[i + 1] ?? 0
    if (i + 2 + length > b.length) break
    extras.push({ id: b[i] ?? 0, data: b.subarray(i + 2, i + 2 + length) })
    i += 2 + length
  }
  return {
    alarm: b.readUInt32BE(0),
    status,
    lat: (status & southBit) === 0 ? lat : -lat,
    lon: (status & westBit) === 0 ? lon : -lon,
    altitude: b.readInt16BE(16),
    speed: b.readUInt16BE(18) / 10,
    direction: b.readUInt16BE(20),
    at: readTime(b, 22),
    extras,
  }
}
export const writeLocation = (l: Location): Buffer => {
  const head = Buffer.alloc(fixedLength)
  const status = (l.status & ~(southBit | westBit)) | (l.lat < 0 ? southBit : 0) | (l.lon < 0 ? westBit : 0)
  head.writeUInt32BE(l.alarm >>> 0, 0)
  head.writeUInt32BE(status >>> 0, 4)
  head.writeUInt32BE(Math.round(Math.abs(l.lat) * 1e6), 8)
  head.writeUInt32BE(Math.round(Math.abs(l.lon) * 1e6), 12)
  head.writeInt16BE(l.altitude, 16)
  head.writeUInt16BE(Math.round(l.speed * 10), 18)
  head.writeUInt16BE(l.direction, 20)
  writeTime(l.at).copy(head, 22)
  return Buffer.concat([head, ...l.extras.map((e) => Buffer.concat([Buffer.from([e.id, e.data.length]), e.data]))])
}
type ReadExtra = (d: Buffer) => readonly (readonly [name: string, value: number])[]
const one =
  (name: string, bytes: 1 | 2 | 4, scale = 1): ReadExtra =>
  (d) =>
    d.length < bytes ? [] : [[name, Math.round((d.readUIntBE(0, bytes) / scale) * 10) / 10]]
/** 附加信息 of JT/T 808-2019 表27 that are one number; the others stay as bytes. */
const knownExtras: Readonly<Record<number, ReadExtra>> = {
  1: one('mileage', 4, 10),
  2: one('fuel', 2, 10),
  3: one('recorderSpeed', 2, 10),
  4: one('alarmEvent', 2),
  37: one('signals', 4),
  42: one('io', 2),
  43: (d) =>
    d.length < 4
      ? []
      : [
          ['analog0', d.readUInt16BE(2)],
          ['analog1', d.readUInt16BE(0)],
        ],
  48: one('signal', 1),
  49: one('satellites', 1),
}
/** Extras as JSON: names and numbers where the standard gives them, `x` and the id with hexadecimal bytes where a vendor does. */
export const extrasText = (extras: readonly Extra[]): string | null => {
  if (extras.length === 0) return null
  let out = ''
  for (const { id, data } of extras) {
    const known = knownExtras[id]?.(data) ?? readSafety(id, data)
    if (known && known.length > 0) for (const [name, value] of known) out += `${out ? ',' : ''}"${name}":${value}`
    else out += `${out ? ',' : ''}"x${id.toString(16).padStart(2, '0')}":"${data.toString('hex')}"`
  }
  return `{${out}}`
}

/** 0x0704: positions kept while there was no network. Items that are no location are left out. */
export const readLocations = (b: Buffer): readonly Location[] | undefined => {
  if (b.length < 3) return undefined
  const out: Location[] = []
  for (let i = 3; i + 2 <= b.length; ) {
    const length = b.readUInt16BE(i)
    const location = readLocation(b.subarray(i + 2, i + 2 + length))
    if (location) out.push(location)
    i += 2 + length
  }
  return out
}
export const writeLocations = (locations: readonly Location[], type = 1): Buffer => {
  const head = Buffer.alloc(3)
  head.writeUInt16BE(locations.length, 0)
  head[2] = type
  const items = locations.map((l) => {
    const body = writeLocation(l)
    const length = Buffer.alloc(2)
    length.writeUInt16BE(body.length, 0)
    return Buffer.concat([length, body])
  })
  return Buffer.concat([head, ...items])
}

export interface Registration {
  readonly province: number
  readonly city: number
  readonly maker: string
  readonly model: string
  readonly terminal: string
  readonly plateColor: number
  readonly plate: string
}
/** Lengths of maker, model and terminal id in the three editions. */
const registrationShape = (length: number, isNew: boolean): readonly [number, number, number] =>
  isNew ? [11, 30, 30] : length < 37 ? [5, 8, 7] : [5, 20, 7]
export const readRegistration = (b: Buffer, isNew: boolean): Registration | undefined => {
  const [maker, model, terminal] = registrationShape(b.length, isNew)
  const after = 4 + maker + model + terminal
  if (b.length < after + 1) return undefined
  const text = (from: number, length: number): string => fromGbk(b.subarray(from, from + length)).trim()
  return {
    province: b.readUInt16BE(0),
    city: b.readUInt16BE(2),
    maker: text(4, maker),
    model: text(4 + maker, model),
    terminal: text(4 + maker + model, terminal),
    plateColor: b[after] ?? 0,
    plate: fromGbk(b.subarray(after + 1)).trim(),
  }
}
export const writeRegistration = (r: Registration, isNew: boolean): Buffer => {
  const [maker, model, terminal] = registrationShape(100, isNew)
  const fixed = (text: string, length: number): Buffer => Buffer.concat([toGbk(text), Buffer.alloc(length)]).subarray(0, length)
  const head = Buffer.alloc(4)
  head.writeUInt16BE(r.province, 0)
  head.writeUInt16BE(r.city, 2)
  return Buffer.concat([
    head,
    fixed(r.maker, maker),
    fixed(r.model, model),
    fixed(r.terminal, terminal),
    Buffer.from([r.plateColor]),
    toGbk(r.plate),
  ])
}
/** The code a terminal was given at registration. */
export const readAuthentication = (b: Buffer, isNew: boolean): string => {
  const length = b[0] ?? 0
  return fromGbk(isNew && b.length > length ? b.subarray(1, 1 + length) : b)
}
export const writeAuthentication = (code: string, isNew: boolean): Buffer =>
  isNew ? Buffer.concat([Buffer.from([code.length]), toGbk(code), Buffer.alloc(35)]) : toGbk(code)

export interface Answer {
  readonly serial: number
  readonly id: number
  readonly result: number
}
/** 0x0001 and 0x8001 alike. */
export const readAnswer = (b: Buffer): Answer | undefined =>
  b.length < 5 ? undefined : { serial: b.readUInt16BE(0), id: b.readUInt16BE(2), result: b[4] ?? 0 }
export const writeAnswer = ({ serial, id, result }: Answer): Buffer => {
  const b = Buffer.allocUnsafe(5)
  b.writeUInt16BE(serial, 0)
  b.writeUInt16BE(id, 2)
  b[4] = result
  return b
}
export const writeRegisterAnswer = (serial: number, result: number, code = ''): Buffer => {
  const b = Buffer.alloc(3)
  b.writeUInt16BE(serial, 0)
  b[2] = result
  return result === 0 ? Buffer.concat([b, toGbk(code)]) : b
}
export interface Setting {
  readonly id: number
  readonly value: Buffer
}
export const writeSettings = (settings: readonly Setting[]): Buffer =>
  Buffer.concat([
    Buffer.from([settings.length]),
    ...settings.map(({ id, value }) => {
      const head = Buffer.alloc(5)
      head.writeUInt32BE(id, 0)
      head[4] = value.length
      return Buffer.concat([head, value])
    }),
  ])
/** The list of 0x8103, and of 0x0104 after its serial. */
export const readSettings = (b: Buffer): readonly Setting[] => {
  const out: Setting[] = []
  for (let i = 1; i + 5 <= b.length; ) {
    const length = b[i + 4] ?? 0
    out.push({ id: b.readUInt32BE(i), value: b.subarray(i + 5, i + 5 + length) })
    i += 5 + length
  }
  return out
}
/** 0x9101 of JT/T 1078: where to send which channel; data type 1 is video only, main stream. */
export const writeVideoAsk = ({ host, port }: { readonly host: string; readonly port: number }, channel: number): Buffer => {
  const name = toGbk(host)
  const tail = Buffer.alloc(7)
  tail.writeUInt16BE(port, 0)
  tail[4] = channel
  tail[5] = 1
  return Buffer.concat([Buffer.from([name.length]), name, tail])
}
/** 0x9102 of JT/T 1078: the channel, 0 (close the stream), both sound and picture, main stream. */
export const writeVideoStop = (channel: number): Buffer => Buffer.from([channel, 0, 0, 0])
/** 0x8300: shown on the terminal's screen (bit 2); 2019 says the kind of text as well (1: notice). */
export const writeText = (text: string, isNew: boolean): Buffer => Buffer.concat([Buffer.from(isNew ? [4, 1] : [4]), toGbk(text)])
