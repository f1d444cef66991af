import { describe, expect, it } from 'vitest'
import { alphaOf, correlation, qualityOf, type Sheet } from './reliability.ts'

const sheet = (a: number, b: number): Sheet => ({
  items: [
    { code: 'A', full: 50, score: a },
    { code: 'B', full: 50, score: b },
  ],
})
describe('信度与区分度', () => {
  it('两项同升同降,信度与区分度都为1', () => {
    const sheets = [sheet(30, 30), sheet(40, 40), sheet(50, 50)]
    expect(alphaOf(sheets)).toBe(1)
    expect(qualityOf(sheets)).toMatchObject([
      { code: 'A', sheets: 3, mean: 80, spread: 20, discrimination: 1 },
      { code: 'B', discrimination: 1 },
    ])
  })
  it('人人满分的项没有区分度', () => {
    const [a, b] = qualityOf([sheet(30, 50), sheet(40, 50), sheet(50, 50)])
    expect(a?.discrimination).toBeNull()
    expect(b).toMatchObject({ mean: 100, spread: 0, discrimination: null })
  })
  it('不足三份不算信度;反向为负', () => {
    expect(alphaOf([sheet(1, 2), sheet(2, 1)])).toBeNull()
    expect(correlation([1, 2, 3], [3, 2, 1])).toBe(-1)
  })
})
