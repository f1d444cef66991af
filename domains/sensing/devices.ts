/**
 * The devices in memory: who may speak, and as what. A message is matched to its device without a question to the database; a
 * change of the register is heard through the change channel, and a sender not known is looked up once before it is refused.
 */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import { changeChannel, type Kernel, raw, readChanges } from '#kernel'
import { pointPrefix } from './point.ts'

export interface Device {
  readonly district: string
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly state: 'active' | 'paused' | 'scrapped'
  readonly gatewayId: string | null
  readonly plate: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  /** Milliseconds; readings from then on are marked. */
  readonly calibrationDue: number
  readonly maintenanceFrom: number
  readonly maintenanceTo: number
  readonly keyHash: string | null
  /** First half of the ids of its points. */
  readonly prefix: string
}
export interface Quantity {
  readonly code: string
  readonly serial: number
  readonly least: number
  readonly most: number
}
export interface DeviceBook {
  readonly find: (number: string) => Device | undefined
  /** The device of an open connection as it is now; undefined once it is stopped, retired or has a new key: the connection must end. */
  readonly current: (device: Device) => Device | undefined
  /** `find`, asking the database once where memory has none. */
  readonly seek: (number: string) => Promise<Device | undefined>
  readonly quantity: (district: string, code: string) => Quantity | undefined
  readonly seekQuantity: (district: string, code: string) => Promise<Quantity | undefined>
  /** The device whose key this is, or nothing. */
  readonly authenticate: (number: string, key: string) => Promise<Device | undefined>
  readonly size: () => number
  readonly close: () => Promise<void>
}
export const hashKey = (key: string): string => hash('sha256', key)
/** 192 random bits: nothing a slow hash would make safer. */
export const newKey = (): string => randomBytes(24).toString('base64url')
const isSame = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

interface DeviceRow {
  readonly district: string
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly state: Device['state']
  readonly gatewayId: string | null
  readonly plate: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  readonly calibrationDueOn: string | null
  readonly maintenanceFrom: Date | null
  readonly maintenanceTo: Date | null
  readonly keyHash: string | null
}
const selectDevices = `select d.district, d.id, d.number, d.kind, d.state, d.gateway as "gatewayId", d.plate, d.lon, d.lat, d.area_code as "areaCode",
  d.calibration_due_on::text as "calibrationDueOn", d.maintenance_from as "maintenanceFrom", d.maintenance_to as "maintenanceTo", k.hash as "keyHash"
  from sensing.device d left join sensing.device_key k on k.district = d.district and k.device_id = d.id where d.retired_at is null`
const never = Number.MAX_SAFE_INTEGER
const toDevice = ({ calibrationDueOn, maintenanceFrom, maintenanceTo, ...row }: DeviceRow): Device => ({
  ...row,
  calibrationDue: calibrationDueOn ? Date.parse(`${calibrationDueOn}T00:00:00+08:00`) + 86_400_000 : never,
  maintenanceFrom: maintenanceFrom ? maintenanceFrom.getTime() : never,
  maintenanceTo: maintenanceTo ? maintenanceTo.getTime() : never,
  prefix: pointPrefix(row.id),
})
interface QuantityRow {
  readonly district: string
  readonly code: string
  readonly serial: number
  readonly least: number | null
  readonly most: number | null
}
const selectQuantities =
  'select district, code, serial, least::float8, most::float8 from sensing.quantity where retired_at is null'
/** Two of one number in two districts must say which: `329901:A-1`. */
const fullNumber = (d: { readonly district: string; readonly number: string }): string => `${d.district}:${d.number}`
const missMs = 2000

interface Shelf {
  readonly byNumber: Map<string, Device>
  readonly byId: Map<string, Device>
  readonly quantities: Map<string, Quantity>
  /** When a number was last asked for in vain: a flood of strangers is not a flood of questions. */
  readonly missed: Map<string, number>
}
const put = ({ byNumber, byId, missed }: Shelf, d: Device): void => {
  const old = byId.get(d.id)
  if (old && old.number !== d.number) for (const n of [old.number, fullNumber(old)]) byNumber.delete(n)
  byId.set(d.id, d)
  byNumber.set(fullNumber(d), d)
  const twin = byNumber.get(d.number)
  if (!twin || twin.id === d.id || twin.district > d.district) byNumber.set(d.number, d)
  missed.delete(d.number)
}
const drop = ({ byNumber, byId }: Shelf, id: string): void => {
  const old = byId.get(id)
  if (!old) return
  byId.delete(id)
  for (const n of [old.number, fullNumber(old)]) if (byNumber.get(n)?.id === id) byNumber.delete(n)
}
const putQuantities = (shelf: Shelf, rows: readonly QuantityRow[]): void => {
  for (const q of rows)
    shelf.quantities.set(`${q.district} ${q.code}`, {
      code: q.code,
      serial: q.serial,
      least: q.least ?? Number.NEGATIVE_INFINITY,
      most: q.most ?? Number.POSITIVE_INFINITY,
    })
}

export const createDeviceBook = async (kernel: Kernel): Promise<DeviceBook> => {
  const { admin } = kernel.db
  const shelf: Shelf = { byNumber: new Map(), byId: new Map(), quantities: new Map(), missed: new Map() }
  const loadQuantities = async () => putQuantities(shelf, (await raw<QuantityRow>(admin, selectQuantities, [])).rows)
  const reload = async (ids: readonly string[]): Promise<void> => {
    const { rows } = await raw<DeviceRow>(admin, `${selectDevices} and d.id = any($1::uuid[])`, [ids])
    for (const id of ids) if (!rows.some((r) => r.id === id)) drop(shelf, id)
    for (const row of rows) put(shelf, toDevice(row))
  }
  const heard = (payload: string): void => {
    const changes = readChanges(payload)
    const ids = changes.flatMap(([, type, id]) => (type === 'sensing.device' ? [id] : []))
    const work = [
      ...(ids.length > 0 ? [reload(ids)] : []),
      ...(changes.some(([, type]) => type === 'sensing.quantity') ? [loadQuantities()] : []),
    ]
    Promise.all(work).catch((error: unknown) => kernel.log.error({ err: error }, 'devices could not be read'))
  }
  const unlisten = await kernel.db.listen(changeChannel, heard)
  for (const row of (await raw<DeviceRow>(admin, selectDevices, [])).rows) put(shelf, toDevice(row))
  await loadQuantities()

  const isMissedLately = (what: string): boolean => {
    const at = shelf.missed.get(what)
    return at !== undefined && performance.now() - at < missMs
  }
  const miss = (what: string): void => {
    if (shelf.missed.size > 10_000) shelf.missed.clear()
    shelf.missed.set(what, performance.now())
  }
  const ask = async (number: string): Promise<Device | undefined> => {
    const { rows } = await raw<DeviceRow>(admin, `${selectDevices} and d.number = $1`, [number.split(':').at(-1)])
    for (const row of rows) put(shelf, toDevice(row))
    return shelf.byNumber.get(number)
  }
  const seek = async (number: string): Promise<Device | undefined> => {
    const known = shelf.byNumber.get(number)
    if (known || isMissedLately(number)) return known
    const found = await ask(number)
    if (!found) miss(number)
    return found
  }
  return {
    find: (number) => shelf.byNumber.get(number),
    current: (device) => {
      const now = shelf.byId.get(device.id)
      return now?.state === 'active' && now.keyHash === device.keyHash ? now : undefined
    },
    seek,
    quantity: (district, code) => shelf.quantities.get(`${district} ${code}`),
    seekQuantity: async (district, code) => {
      const name = `${district} ${code}`
      const known = shelf.quantities.get(name)
      if (known || isMissedLately(name)) return known
      await loadQuantities()
      if (!shelf.quantities.has(name)) miss(name)
      return shelf.quantities.get(name)
    },
    authenticate: async (number, key) => {
      const hashed = hashKey(key)
      const fits = (d: Device | undefined): d is Device => d?.keyHash != null && isSame(d.keyHash, hashed)
      const known = shelf.byNumber.get(number)
      if (fits(known)) return known
      // The key may have been issued a moment ago: asked once, then not again for a while with this same wrong key.
      const name = `${number} ${hashed}`
      if (isMissedLately(name)) return undefined
      const found = await ask(number)
      if (fits(found)) return found
      miss(name)
      return undefined
    },
    size: () => shelf.byId.size,
    close: unlisten,
  }
}
