/** One real day of taxis (T-Drive), each a terminal on a socket of its own: every fix must be there once. Skipped where the file is not. */
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createSplitter, encodeFrame } from '../gateways/jt808/frame.ts'
import { ids, writeAuthentication, writeLocation } from '../gateways/jt808/message.ts'
import type { Stage } from './stage.ts'
import { benchKey } from './telemetry-load.ts'
import { addDevices, ports, rowsOf } from './telemetry-stage.ts'

const shared = process.env.CITYLOOP_SHARED ?? resolve(import.meta.dirname, '../../shared')
const file = join(shared, 'data/vehicles/tdrive_beijing_taxi_8643x.csv.gz')
interface Fix {
  readonly at: number
  readonly lon: number
  readonly lat: number
}
const readFixes = (): ReadonlyMap<string, readonly Fix[]> => {
  const taxis = new Map<string, Fix[]>()
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(1)) {
    const [id, time, lon, lat] = line.split(',')
    if (!id || !time) continue
    const fix = { at: Date.parse(`${time.replace(' ', 'T')}+08:00`), lon: Number(lon), lat: Number(lat) }
    const known = taxis.get(id)
    if (known) known.push(fix)
    else taxis.set(id, [fix])
  }
  return taxis
}
const window = 16
const drive = (number: string, fixes: readonly Fix[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(ports.jt808, '127.0.0.1')
    socket.setNoDelay(true)
    const split = createSplitter()
    const head = { flags: 0, phone: number }
    let [said, heard] = [0, -1]
    const say = (): void => {
      while (said < Math.min(fixes.length, heard + window)) {
        const { at, lon, lat } = fixes[said] as Fix
        const body = writeLocation({ alarm: 0, status: 2, lon, lat, altitude: 0, speed: 0, direction: 0, at, extras: [] })
        socket.write(encodeFrame({ ...head, id: ids.location, serial: ++said & 0xffff, body }))
      }
    }
    socket.on('connect', () =>
      socket.write(encodeFrame({ ...head, id: ids.authenticate, serial: 0, body: writeAuthentication(benchKey, false) })),
    )
    socket.on('data', (chunk) => {
      heard += split(chunk).length
      if (heard >= fixes.length) return void socket.end()
      say()
    })
    socket.on('error', reject)
    socket.on('close', () => (heard >= fixes.length ? resolve() : reject(new Error(`taxi ${number} was cut`))))
  })
const atOnce = 200

export const replayTaxis = async (stage: Stage): Promise<Record<string, unknown>> => {
  if (!existsSync(file)) return { skipped: `no taxis in ${shared} (set CITYLOOP_SHARED)` }
  const taxis = [...readFixes()].map(([id, fixes]) => ({ number: `18${id.padStart(9, '0')}`, fixes }))
  await addDevices(
    stage,
    taxis.map(({ number }) => ({ number, kind: 'terminal' })),
  )
  const distinct = new Set(taxis.flatMap(({ number, fixes }) => fixes.map((f) => `${number} ${f.at}`))).size
  const before = await rowsOf(stage, 'position')
  const began = performance.now()
  const queue = [...taxis]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let taxi = queue.pop(); taxi; taxi = queue.pop()) await drive(taxi.number, taxi.fixes)
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const sent = taxis.reduce((sum, t) => sum + t.fixes.length, 0)
  return {
    terminals: taxis.length,
    sent,
    distinct,
    there: (await rowsOf(stage, 'position')) - before,
    perSecond: Math.round(sent / seconds),
  }
}
