/**
 * Fast writes gathered by weight: items that wait at the same moment go to the database in one batch, and each is settled only
 * after the commit that carries it. There is no timer: while a batch is on its way the next one gathers. Unlike `groupCommit`
 * its items must be idempotent (the same item written twice is there once), so a batch whose fate is unknown is simply sent again.
 */
export interface GatherOptions<I> {
  readonly weigh: (item: I) => number
  /**
   * Writes all items in one transaction; throwing means that nothing is known to be written. `isAgain`: an earlier try ended in doubt,
   * so what is found there already may be this batch's own.
   */
  readonly run: (items: readonly I[], isAgain: boolean) => Promise<void>
  /** Whether the same batch may succeed later (a lost connection), rather than being wrong in itself. */
  readonly isPassing: (error: unknown) => boolean
  /** Batches on their way at the same moment. Default 2. */
  readonly maxInFlight?: number
  /** Weight of a batch. Default 4,000. */
  readonly maxWeight?: number
  /** Waiting weight from which senders are asked to hold back (`isFull`). Default 40,000. */
  readonly fullWeight?: number
  /** Milliseconds before each further try. */
  readonly retryAfter?: readonly number[]
}
export interface Gather<I> {
  /** Settles after the commit. */
  readonly take: (item: I) => Promise<void>
  /** Senders should stop reading until `room` resolves. */
  readonly isFull: () => boolean
  readonly room: () => Promise<void>
  /** Weight waiting or on its way. */
  readonly waiting: () => number
  /** Resolves when nothing waits and nothing is on its way. */
  readonly idle: () => Promise<void>
}
interface Waiting<I> {
  readonly item: I
  readonly weight: number
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export const gather = <I>(options: GatherOptions<I>): Gather<I> => {
  const { weigh, run, isPassing, maxInFlight = 2, maxWeight = 4000, fullWeight = 40_000 } = options
  const retryAfter = options.retryAfter ?? [100, 400, 1600, 3200]
  let queue: Waiting<I>[] = []
  let head = 0
  let queued = 0
  let flying = 0
  let inFlight = 0
  let callers: (() => void)[] = []
  let idlers: (() => void)[] = []

  const write = async (batch: readonly Waiting<I>[]): Promise<void> => {
    for (let attempt = 0; ; attempt++)
      try {
        await run(
          batch.map(({ item }) => item),
          attempt > 0,
        )
        for (const { resolve } of batch) resolve()
        return
      } catch (error) {
        const wait = retryAfter[attempt]
        if (isPassing(error) && wait !== undefined) await pause(wait)
        else return isPassing(error) ? fail(batch, error) : halve(batch, error)
      }
  }
  const fail = (batch: readonly Waiting<I>[], error: unknown): void => {
    for (const { reject } of batch) reject(error)
  }
  /** One bad item among thousands is found by halves; its neighbours are written. */
  const halve = async (batch: readonly Waiting<I>[], error: unknown): Promise<void> => {
    if (batch.length <= 1) return fail(batch, error)
    const middle = batch.length >> 1
    await write(batch.slice(0, middle))
    await write(batch.slice(middle))
  }
  const next = (): Waiting<I>[] => {
    const batch: Waiting<I>[] = []
    let weight = 0
    while (head < queue.length) {
      const item = queue[head]
      if (!item || (batch.length > 0 && weight + item.weight > maxWeight)) break
      batch.push(item)
      weight += item.weight
      head++
    }
    if (head === queue.length) {
      queue = []
      head = 0
    } else if (head > 10_000) {
      queue = queue.slice(head)
      head = 0
    }
    return batch
  }
  const wake = (): void => {
    if (queued + flying < fullWeight / 2 && callers.length > 0) {
      const woken = callers
      callers = []
      for (const call of woken) call()
    }
    if (queued + flying === 0 && idlers.length > 0) {
      const woken = idlers
      idlers = []
      for (const call of woken) call()
    }
  }
  const pump = (): void => {
    while (inFlight < maxInFlight && queued > 0) {
      const batch = next()
      const weight = batch.reduce((sum, b) => sum + b.weight, 0)
      queued -= weight
      flying += weight
      inFlight++
      void write(batch).finally(() => {
        inFlight--
        flying -= weight
        wake()
        pump()
      })
    }
  }
  let isPumping = false
  return {
    take: (item) =>
      new Promise((resolve, reject) => {
        const weight = Math.max(1, weigh(item))
        queue.push({ item, weight, resolve, reject })
        queued += weight
        if (isPumping) return
        // What was read from the sockets in one turn of the event loop leaves together.
        isPumping = true
        setImmediate(() => {
          isPumping = false
          pump()
        })
      }),
    isFull: () => queued + flying >= fullWeight,
    room: () => (queued + flying < fullWeight ? Promise.resolve() : new Promise((resolve) => callers.push(resolve))),
    waiting: () => queued + flying,
    idle: () => (queued + flying === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve))),
  }
}
