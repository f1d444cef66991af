/** Reading of pictures: the arithmetic of the detector by tables, the queue against readers that hang and die, both engines where they are installed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, describe, expect, it, test } from 'vitest'
import { refusalZh } from '../errors.ts'
import { createReader, detectorModel, overlap } from './index.ts'
import { cellCount, cocoNames, decode, planesOf, suppress } from './yolox.ts'

const values = 5 + cocoNames.length
const outputWith = (
  things: readonly { readonly cell: number; readonly at: readonly number[]; readonly name: string; readonly sure: number }[],
) => {
  const output = new Float32Array(cellCount * values)
  for (const { cell, at, name, sure } of things) {
    output.set([...at, sure], cell * values)
    output[cell * values + 5 + cocoNames.indexOf(name)] = 1
  }
  return output
}
describe('YOLOX', () => {
  const picture = { width: 832, height: 416 }
  it('reads centre and size of a cell in its own stride and scales back to the picture', () => {
    expect(cellCount).toBe(3549)
    // The cell x 3, y 2 of the grid of stride 16 (after 52² of stride 8): centre (3.5, 2.5) × 16, size e^0 and e^ln2 × 16.
    const cell = 52 * 52 + 2 * 26 + 3
    const output = outputWith([{ cell, at: [0.5, 0.5, 0, Math.log(2)], name: 'truck', sure: 0.9 }])
    const [found, ...others] = decode(output, 0.5, picture, 0.3)
    expect(others).toEqual([])
    expect(found?.name).toBe('truck')
    expect(found?.confidence).toBeCloseTo(0.9, 5)
    for (const [key, value] of Object.entries({ left: 96, top: 48, width: 32, height: 64 }))
      expect(Reflect.get(Object(found?.box), key)).toBeCloseTo(value, 3)
  })
  it('leaves out what is not sure, and of one class what overlaps a surer one', () => {
    const at = [0.5, 0.5, 2, 2]
    const things = [
      { cell: 60, at, name: 'car', sure: 0.9 },
      { cell: 61, at, name: 'car', sure: 0.8 },
      { cell: 62, at, name: 'bus', sure: 0.7 },
      { cell: 1000, at, name: 'car', sure: 0.2 },
    ]
    expect(decode(outputWith(things), 1, { width: 416, height: 416 }, 0.3).map((f) => f.name)).toEqual(['car', 'bus'])
  })
  test('what is kept never overlaps within a class, and the surest is always kept', () => {
    const box = fc.record({
      left: fc.integer({ min: 0, max: 50 }),
      top: fc.integer({ min: 0, max: 50 }),
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 1, max: 40 }),
    })
    const thing = fc.record({ name: fc.constantFrom('car', 'bus'), confidence: fc.double({ min: 0, max: 1, noNaN: true }), box })
    fc.assert(
      fc.property(fc.array(thing, { minLength: 1, maxLength: 30 }), (things) => {
        const kept = suppress(things)
        for (const a of kept)
          for (const b of kept) if (a !== b && a.name === b.name) expect(overlap(a.box, b.box)).toBeLessThanOrEqual(0.45)
        expect(Math.max(...kept.map((k) => k.confidence))).toBe(Math.max(...things.map((k) => k.confidence)))
      }),
    )
  })
  it('takes blue first, as the model was trained', () => {
    const rgb = new Uint8Array(416 * 416 * 3)
    rgb.set([1, 2, 3])
    const planes = planesOf(rgb)
    expect([planes[0], planes[416 * 416], planes[2 * 416 * 416]]).toEqual([3, 2, 1])
  })
})

describe('the queue', () => {
  const program = new URL('./stuck-reader.testdata.ts', import.meta.url)
  const why = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'fine',
      (error) => (error.refusal ? refusalZh(error.refusal) : String(error)),
    )
  it('a reader that hangs or dies costs one picture; the next gets a new reader; absence is said plainly', async () => {
    const reader = createReader({ program, timeLimit: 3000 })
    const read = (how: number) => why(reader.readText(new Uint8Array([how])))
    const told = await Promise.all([read(1), read(0), read(2), read(0), read(3)])
    expect(told[0]).toContain('识图超过3秒未完成')
    expect(told[2]).toContain('识图进程中止')
    expect([told[1], told[3]]).toEqual(['fine', 'fine'])
    expect(told[4]).toContain('本机未装识图组件')
    expect(reader.waiting()).toBe(0)
    reader.close()
  })
  it('a full queue refuses, a missing model is said plainly', async () => {
    const reader = createReader({ program, timeLimit: 1000, queueLimit: 2 })
    const all = [0, 0, 0, 0].map((how) => why(reader.readText(new Uint8Array([how]))))
    expect((await Promise.all(all)).filter((t) => t.includes('排队已满'))).toHaveLength(1)
    expect(await why(reader.detectObjects(new Uint8Array(), undefined))).toContain('未配置目标识别模型文件')
    expect(await why(reader.detectObjects(new Uint8Array(), '/nowhere.onnx'))).toContain('未配置目标识别模型文件')
    reader.close()
  })
})

const hasReader = existsSync(new URL('../../node_modules/@gutenye/ocr-node', import.meta.url))
if (!hasReader) console.log('未装 @gutenye/ocr-node:识字部分未测')
const model = detectorModel()
const folder = process.env.CITYLOOP_DETECTOR_PICTURES
if (!model || !folder) console.log('未设 CITYLOOP_DETECTOR_MODEL、CITYLOOP_DETECTOR_PICTURES:目标识别模型未测')
describe('the engines', () => {
  const reader = createReader()
  afterAll(() => reader.close())
  it.skipIf(!hasReader)('reads Chinese and figures, each line with its own box, turned ones too', async () => {
    const svg = (turn: number) =>
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="100%" height="100%" fill="#f4f1e8"/><g transform="rotate(${turn} 450 300)" font-family="Noto Sans CJK SC, Noto Serif CJK SC, sans-serif" font-size="60" fill="#222"><text x="200" y="200">开锁换锁</text><text x="200" y="420">13812345678</text></g></svg>`,
      )
    for (const turn of [0, 20]) {
      const lines = await reader.readText(await sharp(svg(turn)).jpeg().toBuffer())
      expect(lines.map((l) => l.text)).toEqual(['开锁换锁', '13812345678'])
      const [first, second] = lines
      if (!first || !second) throw new Error('two lines')
      expect(overlap(first.box, second.box)).toBe(0)
    }
    const down = await sharp(svg(0)).rotate(180).jpeg().toBuffer()
    expect((await reader.readText(down, { turned: true })).some((l) => l.text === '13812345678' && l.box.top > 100)).toBe(true)
  })
  it.skipIf(!model || !folder)('finds vehicles in real pictures', async () => {
    const names = new Set<string>()
    for (const file of readdirSync(folder ?? '').filter((f) => f.endsWith('.jpg'))) {
      const began = performance.now()
      const found = await reader.detectObjects(readFileSync(join(folder ?? '', file)), model)
      for (const f of found) names.add(f.name)
      console.log(
        file,
        found.map((f) => `${f.name} ${f.confidence.toFixed(2)}`).join(' '),
        `${Math.round(performance.now() - began)} ms`,
      )
    }
    expect([...names]).toEqual(expect.arrayContaining(['bus', 'car', 'dog', 'bicycle']))
  })
})
