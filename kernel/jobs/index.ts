/** What runs without a request: the pulse, the jobs of domains, sending of messages, long work. See docs/adr/0004-jobs.md. */
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
  ] as const
  const [heart] = loops
  const unlisten = await kernel.db.listen(changeChannel, heart.wake)
  await buryInterrupted(kernel)
  heart.wake()
  return {
    wake: heart.wake,
    stop: async () => {
      await unlisten()
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
