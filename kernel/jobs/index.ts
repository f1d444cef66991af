/** What runs without a request: the pulse, the jobs of domains, sending of messages, long work. See docs/adr/0004-jobs.md. */
import { raw } from '../db/index.ts'
import { sweepEveryMs, sweepOnce } from '../files/sweep.ts'
import { buildTallies, refreshTallies } from '../indicator/keep.ts'
import type { Kernel } from '../kernel.ts'
import { sendWaiting } from '../notify/send.ts'
import { changeChannel } from '../write/changes.ts'
import { createLoop } from './loop.ts'
import { pulse } from './pulse.ts'
import { runDueJobs } from './run.ts'
import { buryInterrupted } from './work.ts'

export { pulse } from './pulse.ts'
export { workItemRoutes } from './routes.ts'
export { runDueJobs } from './run.ts'
export { type Progress, type StartedWork, startWork, type WorkOrder } from './work.ts'

export interface Jobs {
  /** Runs the pulse now rather than at its next beat. */
  readonly wake: () => void
  readonly stop: () => Promise<void>
}
export interface JobOptions {
  /** Real seconds between two beats; the change channel wakes the pulse in between. Default 1. */
  readonly heartbeatSeconds?: number
}

/** Parts of indicators that are new since the last start are counted once; until then their figures come from the rows. */
const buildAllTallies = async (kernel: Kernel): Promise<void> => {
  const { rows } = await raw<{ code: string }>(kernel.db.admin, 'select code from kernel.district order by code', [])
  for (const { code } of rows) await buildTallies(kernel, code)
}

/** Rest after keeping, in times what it took, and the longest rest: keeping costs at most two hundredths of a processor. */
const [restTimes, longestRestMs] = [50, 300_000]
/**
 * Readers count marked cells from the rows: this only keeps them few. Not with every change, and the less often the longer it takes, or
 * a busy day would be counted over and over while its reports wait.
 */
const createTallyKeeper = (kernel: Kernel): (() => Promise<void>) => {
  let restUntil = 0
  return async () => {
    const began = performance.now()
    if (began < restUntil) return
    const { rows } = await raw<{ code: string }>(
      kernel.db.admin,
      'select code from kernel.district d where exists (select from kernel.tally_mark m where m.district = d.code) order by code',
      [],
    )
    for (const { code } of rows) await refreshTallies(kernel, code)
    const now = performance.now()
    restUntil = now + Math.min(longestRestMs, restTimes * (now - began))
  }
}

/** Starts everything that has to run in a server process. Any number of processes may do so on one database. */
export const startJobs = async (kernel: Kernel, { heartbeatSeconds = 1 }: JobOptions = {}): Promise<Jobs> => {
  const onError = (what: string) => (error: unknown) => kernel.log.error({ err: error }, what)
  const everyMs = heartbeatSeconds * 1000
  const loops = [
    createLoop({ everyMs, run: () => pulse(kernel), onError: onError('the pulse stumbled') }),
    createLoop({ everyMs, run: async () => void (await runDueJobs(kernel)), onError: onError('jobs stumbled') }),
    createLoop({
      everyMs: everyMs * 5,
      run: async () => void (await sendWaiting(kernel)),
      onError: onError('messages stumbled'),
    }),
    createLoop({
      everyMs: 30_000,
      run: async () => void (await buryInterrupted(kernel)),
      onError: onError('the undertaker stumbled'),
    }),
    createLoop({ everyMs: everyMs * 5, run: createTallyKeeper(kernel), onError: onError('figures stumbled') }),
    createLoop({ everyMs: 600_000, run: () => buildAllTallies(kernel), onError: onError('figures could not be counted') }),
    createLoop({ everyMs: sweepEveryMs, run: () => sweepOnce(kernel), onError: onError('files could not be swept') }),
  ] as const
  const [heart, , , , , keeper] = loops
  const unlisten = await kernel.db.listen(changeChannel, heart.wake)
  await buryInterrupted(kernel)
  heart.wake()
  keeper.wake()
  return {
    wake: heart.wake,
    stop: async () => {
      await unlisten()
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
