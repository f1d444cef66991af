import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, canonical, digestOf, type Inputs, type Item, marginOf, outcomeOf, scoreOf } from './scoring.ts'

const item = (more: Partial<Item>): Item => ({
  code: 'A',
  name: 'A',
  clause: '',
  kind: 'score',
  full: 10,
  indicator: 'x',
  scoring: 'linear',
  target: 100,
  zeroAt: 0,
  bands: null,
  isFewerBetter: false,
  perUnit: null,
  cap: null,
  exposure: 'none',
  mergeLevel: null,
  ...more,
})
const inputsOf = (values: readonly (number | null)[], more: Partial<Item> = {}): Inputs => ({
  scheme: { number: 'FA1', revision: 1, sha256: '' },
  fromOn: '2026-01-01',
  toOn: '2026-01-31',
  items: [item({ full: 100 }), item({ code: 'D', kind: 'deduct', full: 0, perUnit: 1, cap: 20, ...more })],
  streets: values.map((_, i) => ({ area: `s${i}`, name: `s${i}`, class: 'one' })),
  values: values.flatMap((value, i) => [
    { area: `s${i}`, code: 'A', numerator: 0, denominator: null, value, rows: 0, rowsHash: '' },
    { area: `s${i}`, code: 'D', numerator: 0, denominator: null, value: 10, rows: 0, rowsHash: '' },
  ]),
  exposures: values.map((_, i) => ({ area: `s${i}`, kind: 'roadKm', value: i + 1 })),
  adjustments: [],
  lines: { a: 90, b: 80, c: 70, d: 60, green: 90, red: 70, vetoCap: 59 },
})

describe('计分', () => {
  it.each([
    [{}, 84, 8.4],
    [{}, 120, 10],
    [{}, null, null],
    [{ target: 0, zeroAt: 5 }, 1, 8],
    [{ scoring: 'band' as const, bands: '95:100,80:60' }, 94.9, 6],
    [{ scoring: 'band' as const, bands: '3:100,6:50', isFewerBetter: true }, 4, 5],
    [{ kind: 'merge' as const }, 79.8, 7.98],
  ])('%o 取值 %s 得 %s', (more, value, score) => expect(scoreOf(item(more), value)).toBe(score))

  it('同分并列,名次空位;折算只影响对照名次', () => {
    const { standings } = outcomeOf(inputsOf([90, 90, 80], { exposure: 'roadKm' }))
    expect(standings.map((s) => [s.area, s.rank, s.ties])).toEqual([
      ['s0', 1, ['s1']],
      ['s1', 1, ['s0']],
      ['s2', 3, []],
    ])
    expect(standings.map((s) => s.adjustedRank)).toEqual([3, 1, 2])
  })
  it('一票否决封顶,列红榜', () => {
    const { standings } = outcomeOf(inputsOf([100], { kind: 'veto' }))
    expect(standings[0]).toMatchObject({ total: 59, isVetoed: true, light: 'red', grade: 'E' })
  })
  it('快照转成文本再读回,摘要不变', () =>
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: 0, max: 100, noNaN: true })), { minLength: 1, maxLength: 8 }), (values) => {
        const inputs = inputsOf(values)
        const again = JSON.parse(canonical(inputs)) as Inputs
        expect(digestOf(again, outcomeOf(again))).toBe(digestOf(inputs, outcomeOf(inputs)))
      }),
    ))
  it('分配到分,合计恰为总额,每份与应得相差不到一分', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 60 }).filter((w) => w.some((n) => n > 0)),
        (pot, weights) => {
          const parts = allocate(pot, weights)
          const total = weights.reduce((n, w) => n + w, 0)
          expect(parts.reduce((n, p) => n + p, 0)).toBe(pot)
          for (const [i, p] of parts.entries()) expect(Math.abs(p - (pot * (weights[i] ?? 0)) / total)).toBeLessThan(1)
        },
      ),
    ))
  it('抽样误差:全数无误差,一人说不出误差', () => {
    expect(marginOf(1, 400, 400)).toBe(0)
    expect(marginOf(1, 1, 400)).toBeNull()
    expect(marginOf(0.5, 100, 1_000_000)).toBe(0.1)
  })
})
