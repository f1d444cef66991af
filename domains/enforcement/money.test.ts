import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printMoney, surchargeFen, yuan } from './money.ts'

describe('罚没金额', () => {
  it.each([
    [14_843_500, 'yuan', 0, '148435元'],
    [32_900_000, 'wan', 1, '32.9万元'],
    [32_900_000, 'wan', 3, '32.900万元'],
    [1_234_567, 'wan', 3, '1.235万元'],
    [5, 'wan', 3, '0.000万元'],
    [5, 'yuan', 2, '0.05元'],
    [-5, 'yuan', 1, '-0.1元'],
  ] as const)('%i 分按%s%i位小数是%s', (fen, unit, decimals, text) => {
    expect(printMoney(fen, unit, decimals)).toBe(text)
  })
  it('印出的数与分一致', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (fen) => Number(printMoney(fen, 'yuan', 2).slice(0, -1)) === fen / 100),
    )
    expect(yuan(20_000)).toBe('200元')
    expect(yuan(null)).toBe('—')
  })
  it('加处罚款每日百分之三,不超过本金', () => {
    expect(surchargeFen(100_000, 0, 3)).toBe(0)
    expect(surchargeFen(100_000, 1, 3)).toBe(3_000)
    expect(surchargeFen(100_000, 33, 3)).toBe(99_000)
    expect(surchargeFen(100_000, 34, 3)).toBe(100_000)
    expect(surchargeFen(100_000, 400, 3)).toBe(100_000)
  })
})
