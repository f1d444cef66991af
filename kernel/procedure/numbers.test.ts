import { expect, test } from 'vitest'
import type { Database } from '../db/index.ts'
import { createNumberSeries } from './numbers.ts'

test('a lease that fails with the database is asked for again, by whoever needs a number next', async () => {
  let isAway = true
  let last = 0
  let asked = 0
  const db = {
    withDistricts: async () => {
      asked += 1
      await Promise.resolve()
      if (isAway) throw new Error('the database system is starting up')
      last += 200
      return { rows: [{ last }], count: 1 }
    },
  } as unknown as Database
  const series = createNumberSeries(db)
  const next = () => series.next('329901', 'A', '20260302', 6)
  const lost = await Promise.allSettled([next(), next()])
  expect(lost.map((r) => r.status)).toEqual(['rejected', 'rejected'])
  expect(asked).toBe(1)
  isAway = false
  expect(await Promise.all([next(), next(), next()])).toEqual([
    'A32990120260302000001',
    'A32990120260302000002',
    'A32990120260302000003',
  ])
  expect(asked).toBe(2)
})
