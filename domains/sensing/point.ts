/** Points: one reading or one fix. The id is the key: 60 bits of the device, 48 of the time in milliseconds, 12 of the quantity. */
export interface ReadingPoint {
  readonly id: string
  readonly deviceId: string
  /** Number of the device. */
  readonly device: string
  readonly deviceKind: string
  readonly quantity: string
  readonly value: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly quality: 'good' | 'range' | 'maintenance' | 'uncalibrated'
  readonly areaCode: string | null
  /** Where the device stands. */
  readonly lon: number | null
  readonly lat: number | null
}
export interface PositionPoint {
  readonly id: string
  readonly deviceId: string
  readonly device: string
  readonly deviceKind: string
  readonly at: number
  /** WGS-84/CGCS2000 degrees. */
  readonly lon: number
  readonly lat: number
  readonly areaCode: string | null
  /** km/h */
  readonly speed: number | null
  /** Degrees clockwise from north. */
  readonly direction: number | null
  /** Metres. */
  readonly altitude: number | null
  readonly alarmBits: number | null
  readonly statusBits: number | null
  readonly extras: string | null
}

/** Positions share the numbers of quantities; 0 is theirs. */
export const positionSerial = 0
/** First half of a point's id, the same for all points of a device: the last 60 bits of its own id, which are random. */
export const pointPrefix = (deviceId: string): string => {
  const bits = deviceId.replaceAll('-', '').slice(-15)
  return `${bits.slice(0, 8)}-${bits.slice(8, 12)}-8${bits.slice(12)}-8`
}
/** A UUID of version 8: points of one device stand beside one another in the order of time. */
export const pointId = (prefix: string, at: number, serial: number): string => {
  const time = at.toString(16).padStart(12, '0')
  return `${prefix}${time.slice(0, 3)}-${time.slice(3)}${serial.toString(16).padStart(3, '0')}`
}
/** The least id a point of a device at a time can have, as SQL: readings of a device and time are a range of the key. */
export const firstPoint = (device: string, at: string): string => {
  const bits = `right(replace(${device}::text, '-', ''), 15)`
  const time = `lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0')`
  return `(left(${bits}, 8) || substr(${bits}, 9, 4) || '8' || right(${bits}, 3) || '8' || ${time} || '000')::uuid`
}
