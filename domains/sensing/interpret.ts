/**
 * From a message to points: the JSON that MQTT and HTTP share. One item is `{at, values: {temperature: 21.5}}`,
 * `{at, quantity, value}` or `{at, lon, lat, speed?, direction?}`; a message is one item or an array of them. `at` is ISO 8601 with
 * zone or milliseconds since 1970; without it the time of receipt counts. `device` names another device behind a gateway.
 */
import type { Kernel } from '#kernel'
import { dayOf } from '#kernel'
import type { LetterReason } from './contract.ts'
import type { Device, DeviceBook, Quantity } from './devices.ts'
import { type PositionPoint, pointId, positionSerial, type ReadingPoint } from './point.ts'

/** A refusal of one item; the other items of the message are taken. */
export interface Refuse {
  readonly reason: LetterReason
  readonly detail: string
  readonly item: unknown
}
export interface Interpreted {
  readonly readings: ReadingPoint[]
  readonly positions: PositionPoint[]
  readonly refused: Refuse[]
}
export const nothing = (): Interpreted => ({ readings: [], positions: [], refused: [] })
type Item = Readonly<Record<string, unknown>>

export const qualityOf = (device: Device, quantity: Quantity, value: number, at: number): ReadingPoint['quality'] => {
  if (at >= device.maintenanceFrom && at < device.maintenanceTo) return 'maintenance'
  if (value < quantity.least || value > quantity.most) return 'range'
  return at >= device.calibrationDue ? 'uncalibrated' : 'good'
}
export const timeOf = (at: unknown, now: number): number => {
  if (at === undefined || at === null) return now
  if (typeof at === 'number') return Math.trunc(at)
  return typeof at === 'string' && /([zZ]|[+-]\d\d:?\d\d)$/.test(at) ? Date.parse(at) : Number.NaN
}
/** Before 2000 no device of a city measured; beyond a little ahead of our clock its own is wrong. */
const earliest = Date.UTC(2000, 0, 1)
export interface Moment {
  readonly now: number
  readonly aheadMs: number
}
export const momentOf = (kernel: Kernel, district: string): Moment => {
  const at = kernel.now()
  const minutes = kernel.parameters.value(district, 'sensing.ahead-minutes', dayOf(kernel, district, at))
  return { now: at.getTime(), aheadMs: minutes * 60_000 }
}
export const isTimely = (at: number, moment: Moment): boolean => at >= earliest && at <= moment.now + moment.aheadMs
/** Sixteen digits are more than any sensor has, and what the column keeps exactly. */
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e15

export const readingOf = (device: Device, quantity: Quantity, value: number, at: number): ReadingPoint => ({
  id: pointId(device.prefix, at, quantity.serial),
  deviceId: device.id,
  device: device.number,
  deviceKind: device.kind,
  quantity: quantity.code,
  value,
  at,
  quality: qualityOf(device, quantity, value, at),
  areaCode: device.areaCode,
  lon: device.lon,
  lat: device.lat,
})
export interface Fix {
  readonly at: number
  readonly lon: number
  readonly lat: number
  readonly speed?: number | null
  readonly direction?: number | null
  readonly altitude?: number | null
  readonly alarmBits?: number | null
  readonly statusBits?: number | null
  readonly extras?: string | null
}
/** The cell a fix lies in; outside the district there is none. */
export type Locate = (district: string, lon: number, lat: number) => string | null
export const positionOf = (device: Device, fix: Fix, locate: Locate): PositionPoint => ({
  id: pointId(device.prefix, fix.at, positionSerial),
  deviceId: device.id,
  device: device.number,
  deviceKind: device.kind,
  at: fix.at,
  lon: fix.lon,
  lat: fix.lat,
  areaCode: locate(device.district, fix.lon, fix.lat),
  speed: fix.speed ?? null,
  direction: fix.direction ?? null,
  altitude: fix.altitude ?? null,
  alarmBits: fix.alarmBits ?? null,
  statusBits: fix.statusBits ?? null,
  extras: fix.extras ?? null,
})
export const isPlace = (lon: unknown, lat: unknown): boolean =>
  isNumber(lon) && isNumber(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90

export interface Interpreter {
  readonly book: DeviceBook
  readonly locate: Locate
  readonly moment: (district: string) => Moment
}
const valuesOf = (item: Item): readonly (readonly [string, unknown])[] => {
  if (item.values !== null && typeof item.values === 'object' && !Array.isArray(item.values)) return Object.entries(item.values)
  return typeof item.quantity === 'string' ? [[item.quantity, item.value]] : []
}
const plainNumber = (value: unknown): number | null => (isNumber(value) ? value : null)
const whole = (value: unknown): number | null => (isNumber(value) ? Math.round(value) : null)

/** Devices and quantities that memory does not know: asked for once, and the message is interpreted again. */
interface Missing {
  readonly devices: Set<string>
  readonly quantities: Set<string>
}
/** Which device an item speaks of: the sender, or one behind it. */
const speakerOf = ({ book }: Interpreter, sender: Device, item: Item, missing: Missing): Device | Omit<Refuse, 'item'> => {
  const named = item.device
  if (named === undefined || named === sender.number) return sender
  if (typeof named !== 'string') return { reason: 'malformed', detail: 'device应为文字' }
  const full = `${sender.district}:${named}`
  const device = book.find(full)
  if (device?.gatewayId === sender.id) return device
  missing.devices.add(full)
  return device
    ? { reason: 'foreignDevice', detail: `设备${named}不属于网关${sender.number}` }
    : { reason: 'unknownDevice', detail: `设备${named.slice(0, 60)}未登记` }
}

const addReadings = (it: Interpreter, device: Device, item: Item, at: number, out: Interpreted, missing: Missing): number => {
  const values = valuesOf(item)
  for (const [code, value] of values) {
    const quantity = it.book.quantity(device.district, code)
    if (quantity && isNumber(value)) {
      out.readings.push(readingOf(device, quantity, value, at))
      continue
    }
    const one = { device: device.number, at, quantity: code, value }
    if (!quantity) missing.quantities.add(code)
    out.refused.push(
      quantity
        ? { reason: 'badValue', detail: `${code}的值不是数`, item: one }
        : { reason: 'unknownQuantity', detail: `监测量${code.slice(0, 40)}未登记`, item: one },
    )
  }
  return values.length
}
const addItem = (it: Interpreter, sender: Device, given: unknown, out: Interpreted, missing: Missing): undefined => {
  const refuse = (reason: LetterReason, detail: string): undefined => {
    out.refused.push({ reason, detail, item: given })
  }
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return refuse('malformed', '每条应为一个JSON对象')
  const item = given as Item
  const device = speakerOf(it, sender, item, missing)
  if ('reason' in device) return refuse(device.reason, device.detail)
  if (device.state !== 'active') return refuse('stopped', `设备${device.number}已停用`)
  const moment = it.moment(device.district)
  const at = timeOf(item.at, moment.now)
  if (!isTimely(at, moment)) return refuse('badTime', `时间${String(item.at).slice(0, 60)}无效或超前`)
  const count = addReadings(it, device, item, at, out, missing)
  if (item.lon === undefined && item.lat === undefined) {
    if (count === 0) refuse('malformed', '没有values、quantity或lon、lat')
  } else if (isPlace(item.lon, item.lat)) {
    const fix = {
      at,
      lon: Number(item.lon),
      lat: Number(item.lat),
      speed: plainNumber(item.speed),
      direction: whole(item.direction),
      altitude: whole(item.altitude),
    }
    out.positions.push(positionOf(device, fix, it.locate))
  } else refuse('badValue', '经纬度无效')
}
const interpretNow = (it: Interpreter, sender: Device, items: readonly unknown[], missing: Missing): Interpreted => {
  const out = nothing()
  for (const item of items) addItem(it, sender, item, out, missing)
  return out
}
/** A message that names hundreds of strangers is not hundreds of questions. */
const mostAsked = 20
/** Interprets parsed items of a sender. Never throws for what a device says. */
export const interpret = async (it: Interpreter, sender: Device, items: readonly unknown[]): Promise<Interpreted> => {
  const missing: Missing = { devices: new Set(), quantities: new Set() }
  const out = interpretNow(it, sender, items, missing)
  if (missing.devices.size + missing.quantities.size === 0) return out
  for (const name of [...missing.devices].slice(0, mostAsked)) await it.book.seek(name)
  for (const code of [...missing.quantities].slice(0, mostAsked)) await it.book.seekQuantity(sender.district, code)
  return interpretNow(it, sender, items, missing)
}
/** The items of a JSON text; undefined where it is none. */
export const parseItems = (text: string): readonly unknown[] | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch {
    return undefined
  }
}
