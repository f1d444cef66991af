/** A piece of work repeated in this process, never twice at once: woken while it runs, it runs once more. */
export interface Loop {
  readonly wake: () => void
  /** Ends it and waits for the run under way. */
  readonly stop: () => Promise<void>
}
export interface LoopOptions {
  readonly everyMs: number
  /** Wakes that come within this time are one. */
  readonly gatherMs?: number
  readonly run: () => Promise<void>
  readonly onError: (error: unknown) => void
}
export const createLoop = ({ everyMs, gatherMs = 20, run, onError }: LoopOptions): Loop => {
  let isStopped = false
  let isAskedAgain = false
  let running: Promise<void> | undefined
  let gathering: NodeJS.Timeout | undefined
  const once = (): void => {
    gathering = undefined
    if (isStopped) return
    if (running) {
      isAskedAgain = true
      return
    }
    running = run()
      .catch(onError)
      .finally(() => {
        running = undefined
        if (isAskedAgain) {
          isAskedAgain = false
          once()
        }
      })
  }
  const wake = (): void => {
    gathering ??= setTimeout(once, gatherMs)
  }
  const timer = setInterval(wake, everyMs)
  return {
    wake,
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      clearTimeout(gathering)
      await running
    },
  }
}
