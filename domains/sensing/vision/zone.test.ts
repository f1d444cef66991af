import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyState, follow, isInside, type Seen, type Zone } from './zone.ts'

const car = (left: number, extra: Partial<Seen> = {}): Seen => ({
  name: 'car',
  confidence: 0.8,
  left,
  top: 0.4,
  width: 0.2,
  height: 0.2,
  ...extra,
})
const zone = (extra: Partial<Zone> = {}): Zone => ({
  id: 'z',
  scene: 'parking',
  corners: [
    [0, 0.5],
    [0.5, 0.5],
    [0.5, 1],
    [0, 1],
  ],
  classes: new Set(['car', 'truck', 'bus']),
  least: 0.5,
  count: 1,
  dwellMs: 120_000,
  ...extra,
})
/** Frames 30 s apart; the moments (seconds) at which the rule was met. */
const play = (z: Zone, frames: readonly (readonly Seen[])[]): readonly number[] => {
  let state = emptyState
  return frames.flatMap((frame, n) => {
    const next = follow(z, state, frame, n * 30_000, 45_000)
    state = next.state
    return next.met ? [n * 30] : []
  })
}
const times = (n: number, frame: readonly Seen[]) => Array.from({ length: n }, () => frame)
describe('区域与停留', () => {
  it.each([
    ['停满两分钟报一次,不重复', times(10, [car(0.1)]), [120]],
    ['不到两分钟开走', [...times(4, [car(0.1)]), [], [], []], []],
    ['在区域外', times(10, [car(0.6)]), []],
    ['置信度不够', times(10, [car(0.1, { confidence: 0.4 })]), []],
    ['不是这类', times(10, [car(0.1, { name: 'person' })]), []],
    ['驶过:每帧都在别处', [0, 0.15, 0.3, 0.1, 0.28, 0.02, 0.2].map((x) => [car(x, { width: 0.08 })]), []],
    ['被挡一帧不算离开', [...times(3, [car(0.1)]), [], ...times(3, [car(0.1)])], [120]],
    ['开走后再来,重新计时、再报', [...times(6, [car(0.1)]), [], [], [], ...times(6, [car(0.1)])], [120, 390]],
    ['换了一辆:前车走、后车来', [...times(3, [car(0.05, { width: 0.1 })]), ...times(5, [car(0.3, { width: 0.1 })])], [210]],
  ])('%s', (_name, frames, met) => expect(play(zone(), frames)).toEqual(met))
  it('要满几个一起停留', () => {
    const two = [car(0, { width: 0.1 }), car(0.3, { width: 0.1 })]
    expect(play(zone({ count: 2 }), times(6, [car(0.1)]))).toEqual([])
    expect(play(zone({ count: 2 }), times(6, two))).toEqual([120])
  })
  it('不画区域即全图;停留为零即见即报', () => {
    expect(play(zone({ corners: [], dwellMs: 0 }), [[car(0.7)]])).toEqual([0])
  })
  it('inside agrees with the half planes of a convex zone', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    const corners = [
      [0.2, 0.2],
      [0.8, 0.2],
      [0.8, 0.6],
      [0.2, 0.6],
    ] as const
    const half = (x: number, y: number) => x >= 0.2 && x < 0.8 && y >= 0.2 && y < 0.6
    fc.assert(fc.property(part, part, (x, y) => isInside([x, y], corners) === half(x, y)))
  })
})
