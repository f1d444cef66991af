import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeOf, plateKindOf, spansOf, type TariffTerms } from './tariff.ts'

const terms: TariffTerms = {
  bands: [
    { begins: '07:30', ends: '20:30', unitMinutes: 15, unitFen: 150 },
    { begins: '20:30', ends: '07:30', unitMinutes: 60, unitFen: 100 },
  ],
  freeMinutes: 15,
  dayCapFen: 4000,
  isHolidayFree: true,
  isFreeDeducted: false,
}
const stay = (from: string, minutes: number, more = {}) => {
  const enteredAt = new Date(`${from}:00+08:00`)
  return { enteredAt, leftAt: new Date(enteredAt.getTime() + minutes * 60_000), holidayOf: () => undefined, ...more }
}
test.each([
  ['2026-03-03T09:00', 15, 0],
  ['2026-03-03T09:00', 16, 300],
  ['2026-03-03T09:00', 30, 300],
  ['2026-03-03T20:25', 20, 250],
  ['2026-03-03T23:50', 30, 200],
  ['2026-03-03T00:00', 1440, 4000],
  ['2026-03-03T00:00', 2880, 8000],
])('%s for %i minutes is %i fen', (from, minutes, fen) => {
  expect(feeOf(terms, stay(from, minutes)).fen).toBe(fen)
})
test('free minutes may be taken off a longer stay, extra ones always are, holidays and the exempt cost nothing', () => {
  expect(feeOf({ ...terms, isFreeDeducted: true }, stay('2026-03-03T09:00', 30)).fen).toBe(150)
  expect(feeOf(terms, stay('2026-03-03T09:00', 90, { extraFree: { minutes: 60, zh: '新能源车' } })).fen).toBe(300)
  expect(feeOf(terms, stay('2026-10-01T09:00', 600, { holidayOf: () => '国庆节' })).fen).toBe(0)
  expect(feeOf(terms, stay('2026-03-03T09:00', 600, { exemption: '警车' }))).toMatchObject({ fen: 0, steps: ['警车,免费'] })
})
test('a longer stay never costs less, never more than a cap a day begun, and is whole fen', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 6000 }),
      fc.integer({ min: 0, max: 600 }),
      (start, minutes, more) => {
        const enteredAt = new Date(new Date('2026-03-03T00:00:00+08:00').getTime() + start * 60_000)
        const feeAfter = (m: number) =>
          feeOf(terms, { enteredAt, leftAt: new Date(enteredAt.getTime() + m * 60_000), holidayOf: () => undefined }).fen
        const [short, long] = [feeAfter(minutes), feeAfter(minutes + more)]
        expect(Number.isInteger(short)).toBe(true)
        expect(long).toBeGreaterThanOrEqual(short)
        expect(short).toBeLessThanOrEqual(Math.ceil((start + minutes + 1) / 1440) * terms.dayCapFen)
      },
    ),
  )
})
test('bands over midnight are cut in two; plates tell their kind', () => {
  expect(spansOf({ begins: '20:30', ends: '07:30', unitMinutes: 60, unitFen: 1 })).toEqual([
    [1230, 1440],
    [0, 450],
  ])
  expect(['苏D1234警', 'WJ1234567', '苏DF12345', '苏D12345'].map(plateKindOf)).toEqual([
    'police',
    'military',
    'newEnergy',
    'ordinary',
  ])
})
