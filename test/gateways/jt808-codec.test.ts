/** The codec by tables, by frames seen in the wild, and by noise. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAssembler, createSplitter, decodeFrame, encodeFrame, isWhole } from '../../gateways/jt808/frame.ts'
import { fromGbk, toGbk } from '../../gateways/jt808/gbk.ts'
import * as m from '../../gateways/jt808/message.ts'
import { fixAt } from './jt808-frames.ts'
import { fuzz } from './jt808-fuzz.ts'

interface Seen {
  readonly msgId: string
  readonly v2019: boolean
  readonly sub: boolean
  readonly lenOk: boolean
  readonly bodyLen: number
  readonly hex: string
}
/** 175 frames of two public implementations, one JSON a line; not part of the project. */
const shared = process.env.CITYLOOP_SHARED ?? resolve(import.meta.dirname, '../../../shared')
const file = join(shared, 'data/vehicles/jt808_frames.jsonl')
const seen = (): readonly Seen[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Seen)

describe('JT/T 808 codec', () => {
  it('escapes, checks and restores, in the headers of 2013 and 2019', () => {
    const body = Buffer.from('307e087d55', 'hex')
    const old = encodeFrame({ id: 0x0200, flags: 0, phone: '013900001234', serial: 0x7e7d, body })
    expect(old.toString('hex')).toMatch(/^7e0200000501390000123\w7d027d01307d02087d0155\w\w7e$/)
    expect(decodeFrame(old.subarray(1, -1))).toMatchObject({ id: 0x0200, phone: '013900001234', serial: 0x7e7d, body, told: 5 })
    const fresh = encodeFrame({
      id: 0x0200,
      flags: 0,
      version: 1,
      phone: '13900001234',
      serial: 9,
      part: { total: 3, index: 2 },
      body,
    })
    expect(decodeFrame(fresh.subarray(1, -1))).toMatchObject({
      version: 1,
      phone: '00000000013900001234',
      part: { total: 3, index: 2 },
      body,
    })
    const broken = Buffer.from(old)
    broken[8] = (broken[8] ?? 0) ^ 1
    expect(decodeFrame(broken.subarray(1, -1))).toBeUndefined()
    expect(() => encodeFrame({ id: 1, flags: 0, phone: '1', serial: 1, body: Buffer.alloc(1024) })).toThrow(RangeError)
  })

  it.each([
    ['north east', {}],
    ['south west', { lon: -70.5, lat: -33.4 }],
    ['below the sea', { altitude: -12 }],
    ['no extras', { extras: [] }],
  ])('a location %s comes back as it went', (_name, more) => {
    const location = fixAt(Date.UTC(2026, 2, 2, 1, 30, 5), more)
    const back = m.readLocation(m.writeLocation(location))
    expect({ ...back, status: 3 }).toEqual(location)
  })
  it('time is Beijing time, and an impossible one is none', () => {
    expect(m.writeTime(Date.UTC(2026, 2, 1, 16, 0, 0)).toString('hex')).toBe('260302000000')
    expect(m.readTime(Buffer.from('260302000000', 'hex'), 0)).toBe(Date.UTC(2026, 2, 1, 16, 0, 0))
    for (const hex of ['261302000000', '260300000000', '260302250000', '2603020a0000', '000000000000'])
      expect(m.readTime(Buffer.from(hex, 'hex'), 0)).toBeNaN()
  })
  it('registrations, codes, answers, settings, texts', () => {
    for (const isNew of [false, true]) {
      const told = {
        province: 32,
        city: 411,
        maker: 'ABCDE',
        model: 'M-1',
        terminal: 'T000001',
        plateColor: 2,
        plate: '苏D12345',
      }
      expect(m.readRegistration(m.writeRegistration(told, isNew), isNew)).toEqual(told)
      expect(m.readAuthentication(m.writeAuthentication('code-123', isNew), isNew)).toBe('code-123')
    }
    expect(m.readAnswer(m.writeAnswer({ serial: 7, id: 0x8300, result: 3 }))).toEqual({ serial: 7, id: 0x8300, result: 3 })
    const settings = [
      { id: 0x29, value: Buffer.from([0, 0, 0, 30]) },
      { id: 0x83, value: toGbk('苏D12345') },
    ]
    expect(m.readSettings(m.writeSettings(settings))).toEqual(settings)
    expect(fromGbk(m.writeText('前方施工,请绕行', false).subarray(1))).toBe('前方施工,请绕行')
    expect(m.writeText('好', true).toString('hex')).toBe('0401bac3')
    const two = [fixAt(Date.UTC(2026, 0, 1)), fixAt(Date.UTC(2026, 0, 2), { extras: [] })]
    expect(m.readLocations(m.writeLocations(two))).toEqual(two)
    expect(m.extrasText(fixAt(0).extras)).toBe('{"mileage":1234.5,"satellites":11}')
    expect(m.extrasText([{ id: 0xe1, data: Buffer.from([1, 2]) }])).toBe('{"xe1":"0102"}')
  })
  it('bodies cut short are undefined, never an exception', () => {
    const whole = m.writeLocation(fixAt(Date.UTC(2026, 0, 1)))
    for (let n = 0; n < 28; n++) expect(m.readLocation(whole.subarray(0, n))).toBeUndefined()
    expect(m.readRegistration(Buffer.alloc(20), false)).toBeUndefined()
    expect(m.readAnswer(Buffer.alloc(4))).toBeUndefined()
  })
  it('a long message is put together whatever the order of its parts, and unfinished ones are given up', () => {
    const assembler = createAssembler()
    const part = (index: number, total = 3, serial = 65_534) => {
      const raw = encodeFrame({
        id: 0x0801,
        flags: 0,
        phone: '1',
        serial: (serial + index) % 65_536,
        part: { total, index },
        body: Buffer.from([index]),
      })
      return assembler.add(decodeFrame(raw.subarray(1, -1)) as never)
    }
    expect(part(3)).toBeUndefined()
    expect(part(1)).toBeUndefined()
    expect(part(1)).toBeUndefined()
    expect(part(2)).toEqual(Buffer.from([1, 2, 3]))
    for (let n = 0; n < 500; n++) part(1, 2, n * 10)
    expect(assembler.pending()).toBeLessThanOrEqual(8)
  })
  it('noise without marks takes no memory and costs no neighbour', () => {
    const split = createSplitter()
    const good = encodeFrame({ id: 2, flags: 0, phone: '1', serial: 1, body: Buffer.alloc(0) })
    for (let n = 0; n < 1000; n++) expect(split(Buffer.alloc(10_000, 1))).toHaveLength(0)
    expect(split(good).map((piece) => decodeFrame(piece)?.id)).toEqual([2])
    expect([...good].flatMap((byte) => split(Buffer.from([byte]))).map((piece) => decodeFrame(piece)?.id)).toEqual([2])
  })

  it('every frame seen in the wild decodes; whole ones encode to the same bytes', (context) => {
    if (!existsSync(file)) {
      console.log(`skipped: ${file} is not here (set CITYLOOP_SHARED)`)
      return context.skip()
    }
    let same = 0
    for (const one of seen()) {
      const raw = Buffer.from(one.hex, 'hex')
      const frame = decodeFrame(raw.subarray(1, -1))
      expect(frame, one.hex.slice(0, 40)).toBeDefined()
      if (!frame) continue
      expect(frame.id).toBe(Number.parseInt(one.msgId, 16))
      expect(frame.version !== undefined).toBe(one.v2019)
      expect(frame.part !== undefined).toBe(one.sub)
      expect(isWhole(frame), one.hex.slice(0, 40)).toBe(one.lenOk)
      if (!one.lenOk) continue
      expect(encodeFrame(frame).toString('hex').toUpperCase()).toBe(one.hex.toUpperCase())
      same++
      if (frame.id === m.ids.location) expect(m.readLocation(frame.body)).toBeDefined()
    }
    expect(same).toBeGreaterThan(150)
  })
  it('50,000 mutated and split frames: no exception, no leak, no lost neighbour', () => {
    const result = fuzz(50_000, existsSync(file) ? seen().map((s) => Buffer.from(s.hex, 'hex')) : [])
    expect(result.found).toBe(result.good)
    expect(result.mutated).toBeGreaterThan(20_000)
    expect(result.mostPending).toBeLessThanOrEqual(9)
  })
})
