/** Tails against sums that can be checked by hand. */
import { describe, expect, it } from 'vitest'
import { binomialTail, meetingChance } from './chance.ts'

describe('偶然的机会', () => {
  it('掷十次硬币', () => {
    expect(binomialTail(8, 10, 0.5, true)).toBeCloseTo(56 / 1024, 10)
    expect(binomialTail(2, 10, 0.5, false)).toBeCloseTo(56 / 1024, 10)
    expect([binomialTail(0, 5, 0, true), binomialTail(1, 5, 0, true), binomialTail(5, 5, 1, true)]).toEqual([1, 0, 1])
  })
  it('两人相遇:超几何,分层相加;只有一个人可抽时不算多', () => {
    const one = meetingChance([{ total: 10, one: 4, other: 5 }], 4)
    expect([one.expected, one.p]).toEqual([2, expect.closeTo(5 / 210, 10)])
    const two = meetingChance(
      [
        { total: 2, one: 1, other: 1 },
        { total: 2, one: 1, other: 1 },
      ],
      2,
    )
    expect(two.p).toBeCloseTo(0.25, 10)
    expect(meetingChance([{ total: 30, one: 12, other: 30 }], 12).p).toBeCloseTo(1, 8)
  })
})
