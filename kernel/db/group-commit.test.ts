import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { raw } from './driver.ts'
import { groupCommit } from './group-commit.ts'
import type { Database } from './types.ts'
import { isCheckViolation } from './violations.ts'

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    (value) => value,
    (error: unknown) => (error instanceof Error ? error.message : error),
  )

describe('batching', () => {
  test('what waits together goes together, answers by index, at most two batches at once', async () => {
    const sizes: number[] = []
    let running = 0
    let most = 0
    const submit = groupCommit<number, number>({
      maxBatch: 10,
      run: async (items) => {
        sizes.push(items.length)
        running += 1
        most = Math.max(most, running)
        await sleep(5)
        running -= 1
        return items.map((item) => item * 2)
      },
    })
    const results = await Promise.all(Array.from({ length: 35 }, (_, index) => submit(index)))
    expect(results).toEqual(Array.from({ length: 35 }, (_, index) => index * 2))
    expect(sizes).toEqual([10, 10, 10, 5])
    expect(most).toBe(2)
  })

  test('while one batch is out the next gathers', async () => {
    const sizes: number[] = []
    const submit = groupCommit<number, number>({
      maxInFlight: 1,
      run: async (items) => {
        sizes.push(items.length)
        await sleep(30)
        return items
      },
    })
    const first = submit(1)
    await sleep(5)
    const rest = [2, 3].map(submit)
    await sleep(5)
    await Promise.all([first, ...rest, submit(4)])
    expect(sizes).toEqual([1, 3])
  })

  test('an Error in the answers refuses that item only', async () => {
    const submit = groupCommit<number, string>({
      run: async (items) => items.map((item) => (item === 2 ? new Error('refused 2') : `ok ${item}`)),
    })
    expect(await Promise.all([1, 2, 3].map((item) => outcome(submit(item))))).toEqual(['ok 1', 'refused 2', 'ok 3'])
  })

  test('when all fail as a whole each is tried alone, and it is told', async () => {
    const splits: number[] = []
    const submit = groupCommit<number, string>({
      onSplit: (_error, size) => splits.push(size),
      run: async (items) => {
        if (items.includes(2)) throw new Error('bad 2')
        return items.map((item) => `ok ${item}`)
      },
    })
    expect(await Promise.all([1, 2, 3].map((item) => outcome(submit(item))))).toEqual(['ok 1', 'bad 2', 'ok 3'])
    expect(splits).toEqual([3])
  })

  test('a run that answers too little is not repeated', async () => {
    let runs = 0
    const submit = groupCommit<number, number>({
      run: async () => {
        runs += 1
        return []
      },
    })
    expect(await Promise.all([1, 2].map((item) => outcome(submit(item))))).toEqual([
      'group commit: 0 results for 2 items',
      'group commit: 0 results for 2 items',
    ])
    expect(runs).toBe(1)
  })
})

describe('on the database', () => {
  let db: Database
  beforeAll(async () => {
    db = await testDatabase([{ scope: 'sample', dir: fileURLToPath(new URL('./sample', import.meta.url)) }])
  }, 120_000)
  afterAll(() => db.close())

  test('a neighbour that breaks a constraint harms no one, and few statements carry many', async () => {
    const submit = groupCommit<string, number>({
      run: (names) =>
        db.withDistricts(['110101'], async (tx) => {
          const { rows } = await raw<{ id: number }>(
            tx,
            `insert into sample.shop (district, name) select '110101', name from unnest($1::text[]) with ordinality as u(name, at) order by at returning id`,
            [names],
          )
          return rows.map(({ id }) => id)
        }),
    })
    const before = db.queryCount()
    const ids = await Promise.all(Array.from({ length: 100 }, (_, index) => submit(`好邻居${index}`)))
    expect(db.queryCount() - before).toBe(3)
    expect(new Set(ids).size).toBe(100)
    const results = await Promise.allSettled(['甲', '', '乙'].map(submit))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(results[1]?.status === 'rejected' && isCheckViolation(results[1].reason)).toBe(true)
    const { rows } = await raw(db.admin, 'select count(*) as n from sample.shop')
    expect(rows).toEqual([{ n: 102 }])
  })
})
