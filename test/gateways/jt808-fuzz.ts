/**
 * Mutated and split frames between good ones: the decoder must never throw, never keep more than a few messages in memory, and never
 * lose a good neighbour. `node test/gateways/jt808-fuzz.ts 1000000`; the test runs fewer.
 */
import { fileURLToPath } from 'node:url'
import { createAssembler, createSplitter, decodeFrame, encodeFrame } from '../../gateways/jt808/frame.ts'
import * as m from '../../gateways/jt808/message.ts'
import { fixAt, locationFrame, seeded } from './jt808-frames.ts'

export interface FuzzResult {
  readonly frames: number
  readonly mutated: number
  readonly good: number
  readonly found: number
  readonly damagedYetValid: number
  readonly mostPending: number
  /** Growth of the heap over the run, in megabytes. */
  readonly heapGrowth: number
}
/** Everything a session would read out of a body. */
const readAll = (id: number, body: Buffer, isNew: boolean): void => {
  m.readLocation(body)
  m.readLocations(body)
  m.readRegistration(body, isNew)
  m.readAuthentication(body, isNew)
  m.readAnswer(body)
  m.readSettings(body)
  m.extrasText(m.readLocation(body)?.extras ?? [])
  if (id === m.ids.transparent) body.toString('utf8')
}
const mutate = (random: () => number, frame: Buffer): Buffer => {
  const inside = Buffer.from(frame.subarray(1, -1))
  const at = Math.floor(random() * inside.length)
  const kind = Math.floor(random() * 6)
  if (kind === 0) inside[at] = (inside[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  const middle =
    kind === 1
      ? inside.subarray(0, at)
      : kind === 2
        ? Buffer.concat([
            inside.subarray(0, at),
            Buffer.from(Array.from({ length: 40 }, () => Math.floor(random() * 256))),
            inside.subarray(at),
          ])
        : kind === 3
          ? Buffer.concat([inside, inside, inside.subarray(0, at)])
          : kind === 4
            ? Buffer.from(Array.from({ length: Math.floor(random() * 5000) }, () => Math.floor(random() * 256)))
            : kind === 5
              ? inside.map((b) => (random() < 0.05 ? Math.floor(random() * 256) : b))
              : inside
  return Buffer.concat([Buffer.from([0x7e]), middle, Buffer.from([0x7e])])
}

export const fuzz = (count: number, seeds: readonly Buffer[], seed = 7): FuzzResult => {
  const random = seeded(seed)
  const own = [
    locationFrame('13900001234', 1, fixAt(Date.UTC(2026, 0, 1))),
    locationFrame('13900001234', 2, fixAt(Date.UTC(2026, 0, 1)), 1),
    encodeFrame({ id: 0x0704, flags: 0, phone: '13900001234', serial: 3, body: m.writeLocations([fixAt(0), fixAt(1000)]) }),
    encodeFrame({ id: 0x0801, flags: 0, phone: '1', serial: 4, part: { total: 3, index: 2 }, body: Buffer.alloc(900, 0x7e) }),
  ]
  const pool = [...own, ...seeds]
  const split = createSplitter()
  const assembler = createAssembler()
  const phone = '19999990001'
  const found = new Set<number>()
  let [frames, mutated, good, damagedYetValid, mostPending, matched] = [0, 0, 0, 0, 0, 0]
  const expected: number[] = []
  const read = (chunk: Buffer): void => {
    for (const piece of split(chunk)) {
      const frame = decodeFrame(piece)
      if (!frame) continue
      const body = assembler.add(frame) ?? frame.body
      mostPending = Math.max(mostPending, assembler.pending())
      readAll(frame.id, body, frame.version !== undefined)
      if (frame.id === m.ids.location && frame.phone.endsWith(phone)) found.add(frame.serial)
      else damagedYetValid++
    }
  }
  const check = (): void => {
    for (const serial of expected) if (found.has(serial)) matched++
    expected.length = 0
    found.clear()
  }
  global.gc?.()
  const heapBefore = process.memoryUsage().heapUsed
  while (frames < count) {
    const parts: Buffer[] = []
    for (let i = 0; i < 200 && frames < count; i++) {
      frames++
      if (random() < 0.5) {
        mutated++
        parts.push(mutate(random, pool[Math.floor(random() * pool.length)] ?? (pool[0] as Buffer)))
      } else {
        const serial = good++ % 60_000
        expected.push(serial)
        parts.push(locationFrame(phone, serial, fixAt(Date.UTC(2026, 0, 1, 0, 0, serial % 60))))
      }
    }
    const stream = Buffer.concat(parts)
    for (let at = 0; at < stream.length; ) {
      const length = 1 + Math.floor(random() * (random() < 0.2 ? 7 : 3000))
      read(stream.subarray(at, at + length))
      at += length
    }
    check()
  }
  global.gc?.()
  const heapGrowth = Math.round(((process.memoryUsage().heapUsed - heapBefore) / 1_048_576) * 10) / 10
  return { frames, mutated, good, found: matched, damagedYetValid, mostPending, heapGrowth }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const began = performance.now()
  const result = fuzz(Number(process.argv[2] ?? 1_000_000), [])
  console.log(JSON.stringify({ ...result, seconds: Math.round((performance.now() - began) / 100) / 10 }))
  process.exit(result.good === result.found ? 0 : 1)
}
