import { expect, test } from 'vitest'
import type { Database } from '../db/index.ts'
import { createNumberSeries } from './numbers.ts'

const leaseSize = 200
/** A database that leases blocks, when it is there; answers are held until `answer` is called if `isSlow`. */
const leasing = (state: { isAway?: boolean; isSlow?: boolean }) => {
  let last = 0
  const waiting: (() => void)[] = []
  const counted = { asked: 0, answer: () => waiting.splice(0).forEach((go) => void go()) }
  const single = async () => {
    counted.asked += 1
    await (state.isSlow ? new Promise<void>((go) => waiting.push(go)) : Promise.resolve())
    if (state.isAway) throw new Error('the database system is starting up')
    last += leaseSize
    return { rows: [{ last }], count: 1 }
  }
  return { counted, series: createNumberSeries({ single } as unknown as Database) }
}
const numberOf = (n: number): string => `A32990120260302${String(n).padStart(6, '0')}`

test('a lease that fails with the database is asked for again, by whoever needs a number next', async () => {
  const state = { isAway: true }
  const { counted, series } = leasing(state)
  const next = () => series.next('329901', 'A', '20260302', 6)
  const lost = await Promise.allSettled([next(), next()])
  expect(lost.map((r) => r.status)).toEqual(['rejected', 'rejected'])
  expect(counted.asked).toBe(1)
  state.isAway = false
  expect(await Promise.all([next(), next(), next()])).toEqual([1, 2, 3].map(numberOf))
  expect(counted.asked).toBe(2)
})

test('the next lease is asked for before the last number is taken, so that nobody waits for it; one that fails ahead of time is asked for again', async () => {
  const state = { isAway: false, isSlow: false }
  const { counted, series } = leasing(state)
  const next = () => series.next('329901', 'A', '20260302', 6)
  for (let n = 1; n <= leaseSize / 2; n++) expect(await next()).toBe(numberOf(n))
  expect(counted.asked).toBe(1)
  state.isSlow = true
  for (let n = leaseSize / 2 + 1; n < leaseSize; n++) expect(await next()).toBe(numberOf(n))
  expect(counted.asked).toBe(2)
  state.isAway = true
  counted.answer()
  await new Promise((go) => setImmediate(go))
  state.isAway = false
  expect(await next()).toBe(numberOf(leaseSize))
  expect(counted.asked).toBe(3)
  const waited = next()
  counted.answer()
  expect(await waited).toBe(numberOf(leaseSize + 1))
})
