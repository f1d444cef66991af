import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addMonths, scoreOf, showMonths } from './score.ts'

const model = { edition: 1, baseScore: 80, cutA: 90, cutB: 75, cutC: 60 }
const event = (points: number, severity = 'normal', validUntil = '2026-12-31') => ({
  number: 'X1',
  name: '某事',
  points,
  happenedOn: '2026-03-01',
  validUntil,
  severity,
  isDisputed: false,
})
it.each([
  [[], 80, 'B'],
  [[event(10)], 90, 'A'],
  [[event(-5)], 75, 'B'],
  [[event(-6)], 74, 'C'],
  [[event(-21)], 59, 'D'],
  [[event(-40), event(-60)], 0, 'D'],
  [[event(-1, 'serious'), event(20)], 99, 'D'],
  [[event(-10, 'normal', '2026-03-04')], 80, 'B'],
] as const)('得分与等级 %#', (events, score, grade) => {
  expect(scoreOf(model, events, '2026-03-05')).toMatchObject({ score, grade })
})
it('多一条扣分不会使分数升高;理由逐条可读', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -30, max: 10 })), fc.integer({ min: -30, max: -1 }), (points, minus) => {
      const before = scoreOf(
        model,
        points.map((p) => event(p)),
        '2026-03-05',
      )
      const after = scoreOf(model, [...points.map((p) => event(p)), event(minus)], '2026-03-05')
      expect(after.score).toBeLessThanOrEqual(before.score)
      expect(after.reasons).toHaveLength(before.reasons.length + 1)
    }),
  )
})
it('公示期:轻微不公示,一般三至十二个月,严重一至三年', () => {
  const limits: Record<string, number> = {
    'credit.show-normal-min': 3,
    'credit.show-normal-max': 12,
    'credit.show-serious-min': 12,
    'credit.show-serious-max': 36,
  }
  expect(['minor', 'normal', 'serious'].map((s) => showMonths(s, (n) => limits[n] ?? 0))).toEqual([undefined, [3, 12], [12, 36]])
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
})
