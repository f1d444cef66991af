import { describe, expect, test } from 'vitest'
import { gather } from './gather.ts'

const lost = Object.assign(new Error('connection lost'), { code: 'ECONNRESET' })
const isPassing = (error: unknown): boolean => error === lost

describe('gather', () => {
  test('those who wait together go together, and are settled after the batch', async () => {
    const batches: number[][] = []
    const g = gather<number>({
      weigh: () => 1,
      isPassing,
      maxInFlight: 1,
      maxWeight: 10,
      run: async (items) => {
        await new Promise((resolve) => setTimeout(resolve, 5))
        batches.push([...items])
      },
    })
    await Promise.all(Array.from({ length: 25 }, (_, n) => g.take(n)))
    expect(batches.map((b) => b.length)).toEqual([10, 10, 5])
    expect(batches.flat()).toEqual(Array.from({ length: 25 }, (_, n) => n))
    expect(g.waiting()).toBe(0)
  })
  test('one bad item is refused alone, its neighbours are written', async () => {
    const written: number[] = []
    const g = gather<number>({
      weigh: () => 1,
      isPassing,
      run: async (items) => {
        if (items.includes(37)) throw new Error('bad')
        written.push(...items)
      },
    })
    const results = await Promise.allSettled(Array.from({ length: 100 }, (_, n) => g.take(n)))
    expect(results.flatMap((r, n) => (r.status === 'rejected' ? [n] : []))).toEqual([37])
    expect(written.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n).filter((n) => n !== 37))
  })
  test('a lost connection is tried again, told that it is again, and given up in the end', async () => {
    const tries: boolean[] = []
    let failures = 2
    const g = gather<number>({
      weigh: () => 1,
      isPassing,
      retryAfter: [1, 1, 1],
      run: async (_items, isAgain) => {
        tries.push(isAgain)
        if (failures-- > 0) throw lost
      },
    })
    await g.take(1)
    expect(tries).toEqual([false, true, true])
    failures = 10
    await expect(g.take(2)).rejects.toBe(lost)
  })
  test('an item heavier than a batch goes alone', async () => {
    const batches: number[] = []
    const g = gather<number>({
      weigh: (n) => n,
      isPassing,
      maxWeight: 10,
      maxInFlight: 1,
      run: async (items) => void batches.push(items.length),
    })
    await Promise.all([g.take(50), g.take(4), g.take(4), g.take(4)])
    expect(batches).toEqual([1, 2, 1])
  })
  test('senders are held back while too much waits, and let go again', async () => {
    let release = (): void => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const g = gather<number>({ weigh: () => 1, isPassing, fullWeight: 10, run: () => gate })
    const all = Array.from({ length: 12 }, (_, n) => g.take(n))
    expect(g.isFull()).toBe(true)
    let hasRoom = false
    const room = g.room().then(() => {
      hasRoom = true
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(hasRoom).toBe(false)
    release()
    await Promise.all([...all, room, g.idle()])
    expect(g.isFull()).toBe(false)
  })
})
