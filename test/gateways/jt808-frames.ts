/** Frames of a terminal, for tests, the fuzzer and the bench. */
import { encodeFrame } from '../../gateways/jt808/frame.ts'
import { ids, type Location, writeLocation } from '../../gateways/jt808/message.ts'

export const fixAt = (at: number, more: Partial<Location> = {}): Location => ({
  alarm: 0,
  status: 3,
  lon: 119.9073,
  lat: 31.7261,
  altitude: 8,
  speed: 36.5,
  direction: 90,
  at,
  extras: [
    { id: 1, data: Buffer.from([0, 0, 0x30, 0x39]) },
    { id: 0x31, data: Buffer.from([11]) },
  ],
  ...more,
})
export const locationFrame = (phone: string, serial: number, location: Location, version?: number): Buffer =>
  encodeFrame({
    id: ids.location,
    flags: 0,
    phone,
    serial,
    body: writeLocation(location),
    ...(version === undefined ? {} : { version }),
  })

/** A small generator whose every run is the same. */
export const seeded = (seed: number): (() => number) => {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
