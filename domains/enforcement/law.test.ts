import { describe, expect, it } from 'vitest'
import { explainFine, favouredLaw, type LawVersion, refuseFine } from './law.ts'

const version = (
  id: string,
  validFrom: string,
  validTo: string | null,
  minFen: number | null,
  maxFen: number | null,
): LawVersion => ({
  id,
  code: 'V',
  act: '行为',
  law: `${id}法`,
  article: '1',
  minFen,
  maxFen,
  validFrom,
  validTo,
  sure: 'verified',
})
const old = version('旧', '2016-01-01', '2026-08-15', 50_000, 2_000_000)
const heavier = version('新重', '2026-08-15', null, 50_000, 5_000_000)
const lighter = version('新轻', '2026-08-15', null, 20_000, 2_000_000)
const unknown = version('新未核', '2026-08-15', null, null, null)

describe('从旧兼从轻', () => {
  it.each([
    ['行为与决定都在旧法时', [old, heavier], '2026-08-01', '2026-08-14', '旧'],
    ['旧法时的行为,新法更重', [old, heavier], '2026-08-14', '2026-09-01', '旧'],
    ['旧法时的行为,新法下限更低', [old, lighter], '2026-08-14', '2026-09-01', '新轻'],
    ['旧法时的行为,新法幅度未核对', [old, unknown], '2026-08-14', '2026-09-01', '旧'],
    ['新法当日的行为', [old, lighter], '2026-08-15', '2026-09-01', '新轻'],
  ] as const)('%s', (_name, versions, happenedOn, decidedOn, chosen) => {
    expect(favouredLaw(versions, happenedOn, decidedOn).chosen?.id).toBe(chosen)
  })
  it('行为时没有依据就不能处罚', () => {
    const found = favouredLaw([heavier], '2026-08-14', '2026-09-01')
    expect(found.chosen).toBeUndefined()
    expect(refuseFine(50_000, found, '2026-08-14', [], null, null)?.code).toBe('enforcement.law')
  })
  it('幅度、基准与理由', () => {
    const favoured = favouredLaw([old], '2026-03-01', '2026-03-20')
    const benchmark = { id: 'b', circumstance: '一般', level: 'normal', minFen: 100_000, maxFen: 300_000 }
    const codes = (fine: number, reason?: string, named: string | null = 'b') =>
      refuseFine(fine, favoured, '2026-03-01', [benchmark], named, reason)?.code
    expect(codes(200_000)).toBeUndefined()
    expect(codes(200_000, undefined, null)).toBeUndefined()
    expect(codes(400_000, undefined, null)).toBe('enforcement.benchmark')
    expect(codes(50_000)).toBe('enforcement.benchmark')
    expect(codes(50_000, '主动消除危害')).toBeUndefined()
    expect(codes(49_999, '主动消除危害')).toBe('enforcement.amount')
    expect(codes(2_000_001, '屡次')).toBe('enforcement.amount')
    expect(refuseFine(1, favouredLaw([unknown], '2026-09-01', '2026-09-02'), '2026-09-01', [], null, null)?.code).toBe(
      'enforcement.law-unsure',
    )
    expect(explainFine(200_000, favoured, benchmark)).toContain('500元至20000元;裁量基准“一般”1000元至3000元;拟罚2000元')
  })
})
