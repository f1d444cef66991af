import { describe, expect, it } from 'vitest'
import { nationalCalendar } from '#kernel'
import { basisOf, deadlineFacts, earliestAfterNotice, getFact, lastDay, latestBefore, legalDue } from './deadlines.ts'

const calendar = nationalCalendar()
const at = (on: string, time = '10:30') => new Date(`${on}T${time}:00+08:00`)

/**
 * Last day of every period of the law that counts days, months or years, started on 2026-02-12 (Thursday before 春节 with 调休 on 14 and 28
 * February), 2026-04-30 (before 劳动节, 调休 9 May) and 2026-09-18 (中秋, 国庆, 调休 20 September and 10 October).
 * Counted by hand from the State Council's notice for 2026, the first day left out.
 */
const table: readonly (readonly [string, string, string, string])[] = [
  ['P01', '2028-02-12', '2028-04-30', '2028-09-18'],
  ['P05', '2026-02-28', '2026-05-13', '2026-09-29'],
  ['P06', '2026-05-13', '2026-07-29', '2026-12-17'],
  ['P07', '2026-02-28', '2026-05-13', '2026-09-29'],
  ['P08', '2026-02-26', '2026-05-11', '2026-09-24'],
  ['P10', '2026-02-27', '2026-05-15', '2026-10-08'],
  ['P12', '2026-02-14', '2026-05-07', '2026-09-21'],
  ['P14', '2026-02-24', '2026-05-08', '2026-09-22'],
  ['F02', '2026-03-14', '2026-05-30', '2026-10-18'],
  ['F04', '2026-03-14', '2026-05-30', '2026-10-18'],
  ['F05', '2026-02-24', '2026-05-08', '2026-09-22'],
  ['F06', '2026-05-12', '2026-07-30', '2026-12-18'],
  ['F07', '2026-03-04', '2026-05-18', '2026-10-09'],
  ['F08', '2026-02-26', '2026-05-11', '2026-09-24'],
  ['F09', '2026-02-28', '2026-05-13', '2026-09-29'],
  ['F11', '2029-02-12', '2029-04-30', '2029-09-18'],
  ['L01', '2026-02-26', '2026-05-11', '2026-09-24'],
  ['L02', '2026-03-18', '2026-06-01', '2026-10-22'],
  ['L03', '2026-04-23', '2026-07-07', '2026-11-26'],
  ['L04', '2026-03-04', '2026-05-18', '2026-10-09'],
  ['L05', '2026-02-26', '2026-05-11', '2026-09-24'],
  ['L07', '2027-02-12', '2027-04-30', '2027-09-18'],
  ['L08', '2029-02-12', '2029-04-30', '2029-09-18'],
  ['R01', '2026-04-13', '2026-06-29', '2026-11-17'],
  ['R03', '2026-04-13', '2026-06-29', '2026-11-17'],
  ['R04', '2026-08-12', '2026-10-30', '2027-03-18'],
  ['O01', '2026-03-18', '2026-06-01', '2026-10-22'],
  ['O02', '2026-03-18', '2026-06-01', '2026-10-22'],
  ['M01', '2026-02-15', '2026-05-03', '2026-09-21'],
  ['M02', '2026-02-15', '2026-05-03', '2026-09-21'],
  ['U01', '2031-02-12', '2031-04-30', '2031-09-18'],
  ['S01', '2029-02-12', '2029-04-30', '2029-09-18'],
  ['S02', '2026-08-12', '2026-10-30', '2027-03-18'],
  ['S03', '2029-02-12', '2029-04-30', '2029-09-18'],
  ['X01', '2026-02-28', '2026-05-13', '2026-09-29'],
  ['X02', '2026-05-12', '2026-07-30', '2026-12-18'],
  ['X03', '2027-02-12', '2027-04-30', '2027-09-18'],
  ['X04', '2026-05-12', '2026-07-30', '2026-12-18'],
  ['X05', '2026-03-11', '2026-05-25', '2026-10-15'],
  ['X06', '2026-03-04', '2026-05-20', '2026-10-08'],
  ['X07', '2026-03-14', '2026-05-30', '2026-10-18'],
  ['X08', '2028-02-12', '2028-04-30', '2028-09-18'],
  ['X09', '2026-05-13', '2026-07-29', '2026-12-17'],
]
describe('法定期限', () => {
  it.each(table)('%s 跨春节、劳动节、国庆与调休', (id, spring, may, october) => {
    expect(['2026-02-12', '2026-04-30', '2026-09-18'].map((on) => legalDue(calendar, id, at(on))?.dueOn)).toEqual([
      spring,
      may,
      october,
    ])
  })
  it.each(table)('%s 起算当日几点都一样,届满是最后一日24时,说明写明法条', (id) => {
    const early = legalDue(calendar, id, at('2026-03-02', '00:01'))
    const late = legalDue(calendar, id, at('2026-03-02', '23:59'))
    expect(early?.dueAt).toEqual(late?.dueAt)
    expect(early?.dueAt.toISOString()).toMatch(/T16:00:00.000Z$/)
    const fact = getFact(id)
    expect(early?.why.join()).toContain(fact.law)
    expect(early?.why.join()).toContain('当日不计入')
    if (/^\d/.test(fact.article)) expect(basisOf(id)).toContain(`第${fact.article.split('(')[0]}条`)
    if (fact.sure !== 'verified') expect(basisOf(id)).toContain('待核对')
  })
  it('以小时计的自起算时刻连续计算', () => {
    expect(legalDue(calendar, 'F01', at('2026-10-01', '22:10'))?.dueAt).toEqual(at('2026-10-02', '22:10'))
    expect(legalDue(calendar, 'U02', at('2026-02-14', '08:00'))?.dueAt).toEqual(at('2026-02-15', '08:00'))
  })
  it('听证七日前通知:通知与听证之间须有七个整工作日', () => {
    expect(earliestAfterNotice(calendar, 'P09', at('2026-03-02'))).toBe('2026-03-12')
    expect(earliestAfterNotice(calendar, 'P09', at('2026-09-23'))).toBe('2026-10-11')
    expect(latestBefore(calendar, 'P09', '2026-03-12')).toBe('2026-03-02')
    expect(latestBefore(calendar, 'L06', '2026-10-12')).toBe('2026-08-24')
  })
  it('不计入期限的日子顺延', () => {
    expect(legalDue(calendar, 'P06', at('2026-03-02'))?.dueOn).toBe('2026-05-31')
    expect(legalDue(calendar, 'P06', at('2026-03-02'), 10)?.dueOn).toBe('2026-06-10')
    expect(legalDue(calendar, 'P06', at('2026-03-02'), 10)?.why.join()).toContain('扣除')
    expect(legalDue(calendar, 'P05', at('2026-03-02'), 2)?.dueOn).toBe('2026-03-13')
  })
  it('月末起算、闰年', () => {
    expect(legalDue(calendar, 'F06', at('2026-11-30'))?.dueOn).toBe('2027-03-01')
    expect(legalDue(calendar, 'S02', at('2026-08-31'))?.dueOn).toBe('2027-02-28')
    expect(legalDue(calendar, 'P01', at('2024-02-29'))?.dueOn).toBe('2026-02-28')
    expect(lastDay(calendar, at('2026-03-03', '00:00'))).toBe('2026-03-02')
  })
  it('表内每一项:期限都在上面算过,其余是金额、人数或做法', () => {
    const counted = new Set([...table.map(([id]) => id), 'F01', 'U02', 'P09', 'L06'])
    const others = deadlineFacts.filter((f) => !counted.has(f.id))
    expect(others.map((f) => f.id)).toEqual(['P02', 'P03', 'P04', 'P11', 'P13', 'P15', 'P16', 'F03', 'F10', 'F12', 'L09', 'R02'])
    for (const fact of others) expect(legalDue(calendar, fact.id, at('2026-03-02'))).toBeUndefined()
    expect(deadlineFacts).toHaveLength(59)
    expect(['P02', 'P03', 'P11', 'P13', 'P15'].map((id) => getFact(id).value)).toEqual([200, 3000, 100, 3, 2])
  })
})
