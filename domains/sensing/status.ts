/** The live row of each device: gathered in memory from what was committed, written at most once a second, newest wins. */
import { changeChannel, type Kernel } from '#kernel'
import type { PositionPoint, ReadingPoint } from './point.ts'

interface Seen {
  deviceId: string
  number: string
  kind: string
  at: number
  lon: number | null
  lat: number | null
  areaCode: string | null
  placeAt: number
  battery: number | null
  speed: number | null
  direction: number | null
  lastQuantity: string | null
  lastValue: number | null
}
export interface StatusKeeper {
  readonly readings: (district: string, points: readonly ReadingPoint[]) => void
  readonly positions: (district: string, points: readonly PositionPoint[]) => void
  /** A heartbeat: the device is there, though it said nothing. */
  readonly alive: (
    district: string,
    device: { readonly id: string; readonly number: string; readonly kind: string },
    at: number,
  ) => void
  readonly flush: () => Promise<void>
  readonly close: () => Promise<void>
}
const flushMs = 1000
const columns = `id uuid, number text, kind text, at timestamptz, lon float8, lat float8, area_code text, battery numeric, speed numeric, direction int, last_quantity text, last_value numeric`
/** A place and a value of a newer message replace an older one's; what a message does not say stays. */
const upsert = `with w as (insert into sensing.status as s (district, id, at, received_at, by_name, number, kind, presence, lon, lat, area_code, battery, speed, direction, last_quantity, last_value)
  select $1, id, at, $2, '设备', number, kind, 'online', lon, lat, area_code, battery, speed, direction, last_quantity, last_value from json_to_recordset($3::json) as x(${columns})
  on conflict (district, id) do update set at = greatest(s.at, excluded.at), received_at = excluded.received_at, number = excluded.number, kind = excluded.kind, presence = 'online',
    lon = case when excluded.at >= s.at then coalesce(excluded.lon, s.lon) else s.lon end, lat = case when excluded.at >= s.at then coalesce(excluded.lat, s.lat) else s.lat end,
    area_code = case when excluded.at >= s.at and excluded.lon is not null then excluded.area_code else s.area_code end,
    battery = case when excluded.at >= s.at then coalesce(excluded.battery, s.battery) else s.battery end,
    speed = case when excluded.at >= s.at then coalesce(excluded.speed, s.speed) else s.speed end, direction = case when excluded.at >= s.at then coalesce(excluded.direction, s.direction) else s.direction end,
    last_quantity = case when excluded.at >= s.at then coalesce(excluded.last_quantity, s.last_quantity) else s.last_quantity end,
    last_value = case when excluded.at >= s.at then coalesce(excluded.last_value, s.last_value) else s.last_value end returning 1)
  select pg_notify('${changeChannel}', $4), count(*) from w`

export const createStatusKeeper = (kernel: Kernel): StatusKeeper => {
  let waiting = new Map<string, Map<string, Seen>>()
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const rowOf = (
    district: string,
    p: { readonly deviceId: string; readonly device: string; readonly deviceKind: string },
  ): Seen => {
    let rows = waiting.get(district)
    if (!rows) {
      rows = new Map()
      waiting.set(district, rows)
    }
    let row = rows.get(p.deviceId)
    if (!row) {
      row = {
        deviceId: p.deviceId,
        number: p.device,
        kind: p.deviceKind,
        at: 0,
        lon: null,
        lat: null,
        areaCode: null,
        placeAt: 0,
        battery: null,
        speed: null,
        direction: null,
        lastQuantity: null,
        lastValue: null,
      }
      rows.set(p.deviceId, row)
    }
    timer ??= setTimeout(() => void flush(), flushMs).unref()
    return row
  }
  const write = async (): Promise<void> => {
    const now = waiting
    waiting = new Map()
    for (const [district, rows] of now) {
      const list = [...rows.values()].map((r) => ({
        ...r,
        id: r.deviceId,
        at: new Date(r.at),
        area_code: r.areaCode,
        last_quantity: r.lastQuantity,
        last_value: r.lastValue,
      }))
      // One word for all: the layer is drawn afresh, and lists of it look again.
      const told = JSON.stringify([[district, 'sensing.status', list[0]?.id ?? '', 'seen', null, null, null]])
      await kernel.db.single(district, upsert, [district, kernel.now(), JSON.stringify(list), told], { isPlannedOnce: true })
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    running = running
      .then(write)
      .catch((error: unknown) => kernel.log.error({ err: error }, 'device status could not be written'))
    return running
  }
  return {
    readings: (district, points) => {
      for (const p of points) {
        const row = rowOf(district, p)
        if (p.quantity === 'battery') row.battery = p.value
        if (p.at < row.at) continue
        row.at = p.at
        row.lastQuantity = p.quantity
        row.lastValue = p.value
        if (row.placeAt > 0) continue
        row.lon = p.lon
        row.lat = p.lat
        row.areaCode = p.areaCode
      }
    },
    positions: (district, points) => {
      for (const p of points) {
        const row = rowOf(district, p)
        if (p.at > row.at) row.at = p.at
        if (p.at < row.placeAt) continue
        row.placeAt = p.at
        row.lon = p.lon
        row.lat = p.lat
        row.areaCode = p.areaCode
        row.speed = p.speed
        row.direction = p.direction
      }
    },
    alive: (district, device, at) => {
      const row = rowOf(district, { deviceId: device.id, device: device.number, deviceKind: device.kind })
      if (at > row.at) row.at = at
    },
    flush,
    close: flush,
  }
}
