import { describe, expect, it } from 'vitest'
import { freshState, type Judged, judge, type RuleState, type Sample, type Verdict } from './judge.ts'

const rule = (r: Partial<Judged> & Pick<Judged, 'type'>): Judged => ({
  side: 'above',
  limit: null,
  release: null,
  weatherLimit: null,
  seconds: null,
  minutes: null,
  times: null,
  radiusM: null,
  fence: null,
  line: null,
  fromMinute: null,
  toMinute: null,
  ...r,
})
const minute = 60_000
/** 2026-03-02 08:00 Beijing. */
const start = Date.UTC(2026, 2, 2)
const run = (r: Judged, points: readonly (Partial<Sample> & { readonly m: number })[], isWeather = false): readonly Verdict[] => {
  let state: RuleState = freshState
  return points.map(({ m, ...p }) => {
    const made = judge(r, state, { at: start + m * minute, value: null, lon: null, lat: null, speed: null, ...p }, isWeather)
    state = made.state
    return made.verdict
  })
}
const square = [
  [
    [
      [119.9, 31.7],
      [119.91, 31.7],
      [119.91, 31.71],
      [119.9, 31.71],
      [119.9, 31.7],
    ],
  ],
] as const

describe('judging points', () => {
  it('threshold with hysteresis: raised once, repeated in between, cleared only at the release value', () => {
    const r = rule({ type: 'threshold', limit: 2, release: 1.5, weatherLimit: 1 })
    const values = [1.9, 2, 1.8, 1.6, 1.5, 1.9, 2.1]
    expect(
      run(
        r,
        values.map((value, m) => ({ m: m + 1, value })),
      ),
    ).toEqual([null, 'raise', 'again', 'again', 'clear', null, 'raise'])
    expect(run(r, [{ m: 1, value: 1.2 }], true)).toEqual(['raise'])
    const low = rule({ type: 'threshold', side: 'below', limit: 20, release: 30, seconds: 120 })
    expect(
      run(
        low,
        [15, 15, 15, 25, 30].map((value, m) => ({ m: m + 1, value })),
      ),
    ).toEqual([null, null, 'raise', 'again', 'clear'])
  })
  it('rate and frequency look back over their window only', () => {
    const rising = rule({ type: 'rate', limit: 0.5, minutes: 10 })
    expect(
      run(rising, [
        { m: 1, value: 1 },
        { m: 8, value: 1.3 },
        { m: 12, value: 1.6 },
        { m: 15, value: 1.8 },
      ]),
    ).toEqual([null, null, null, 'raise'])
    const often = rule({ type: 'frequency', limit: 15, minutes: 60, times: 3 })
    const tilts = [1, 20, 40, 65, 66].map((m) => ({ m, value: 20 }))
    expect(run(often, tilts)).toEqual([null, null, 'raise', 'again', 'again'])
    expect(
      run(
        often,
        [1, 40, 80, 120].map((m) => ({ m, value: 20 })),
      ),
    ).toEqual([null, null, null, null])
  })
  it('places: entering, leaving, staying, dwelling and leaving the route', () => {
    const inside = { lon: 119.905, lat: 31.705 }
    const outside = { lon: 119.92, lat: 31.705 }
    const track = [inside, outside, inside, inside, outside].map((p, m) => ({ m: (m + 1) * 6, ...p }))
    expect(run(rule({ type: 'enter', fence: square }), track)).toEqual([null, null, 'raise', 'again', 'clear'])
    expect(run(rule({ type: 'leave', fence: square }), track)).toEqual([null, 'raise', 'clear', null, 'raise'])
    expect(run(rule({ type: 'stay', fence: square, minutes: 5 }), track)).toEqual([null, null, null, 'raise', 'clear'])
    expect(run(rule({ type: 'dwell', radiusM: 50, minutes: 5 }), track)).toEqual([null, null, null, 'raise', 'clear'])
    const road = rule({
      type: 'route',
      radiusM: 100,
      line: [
        [
          [119.9, 31.705],
          [119.91, 31.705],
        ],
      ],
    })
    expect(run(road, track)).toEqual([null, 'raise', 'clear', null, 'raise'])
  })
  it('hours may pass midnight; an older point changes nothing', () => {
    const night = rule({ type: 'window', limit: 5, fromMinute: 22 * 60, toMinute: 5 * 60 })
    expect(
      run(night, [
        { m: 1, speed: 30 },
        { m: 13 * 60, speed: 30 },
        { m: 14.5 * 60, speed: 30 },
      ]),
    ).toEqual(['raise', 'again', 'clear'])
    const dark = rule({ type: 'threshold', side: 'below', limit: 0.1, fromMinute: 18 * 60, toMinute: 6 * 60 })
    expect(
      run(
        dark,
        [1, 10.5 * 60, 23 * 60].map((m) => ({ m, value: 0 })),
      ),
    ).toEqual([null, 'raise', 'clear'])
    const r = rule({ type: 'threshold', limit: 2 })
    expect(
      run(r, [
        { m: 5, value: 3 },
        { m: 4, value: 0 },
        { m: 5, value: 3 },
        { m: 6, value: 3 },
      ]),
    ).toEqual(['raise', null, null, 'again'])
  })
})
