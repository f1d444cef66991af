import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Who holds a lock file. The start time tells a living holder from another process that was later given the same pid. */
export interface Holder {
  readonly pid: number
  readonly started: string
}

export class LockedError extends Error {
  readonly holder: Holder
  constructor(path: string, holder: Holder) {
    super(`${path} is held by the running process ${holder.pid}`)
    this.name = 'LockedError'
    this.holder = holder
  }
}

/** Clock ticks since boot at which the process began; '' where /proc does not exist, undefined when it is gone or a zombie. */
const processStart = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    if (process.platform === 'linux') return undefined
  }
  try {
    process.kill(pid, 0)
    return ''
  } catch (error) {
    return Reflect.get(Object(error), 'code') === 'EPERM' ? '' : undefined
  }
}

export const thisProcess = (): Holder => ({ pid: process.pid, started: processStart(process.pid) ?? '' })

export const isAlive = (holder: Holder): boolean => {
  const started = processStart(holder.pid)
  return started !== undefined && (holder.started === '' || started === holder.started)
}

export const isPidAlive = (pid: number): boolean => processStart(pid) !== undefined

export const readHolder = (path: string): Holder | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    const pid: unknown = Reflect.get(Object(value), 'pid')
    const started: unknown = Reflect.get(Object(value), 'started')
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined
  } catch {
    return undefined
  }
}

/** Moves a dead holder's file out of the way; puts it back when somebody else took over between our look and our move. */
const removeStale = (path: string, mine: string): void => {
  const aside = `${mine}.stale`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const taken = readHolder(aside)
  try {
    if (taken && isAlive(taken)) linkSync(aside, path)
  } finally {
    rmSync(aside, { force: true })
  }
}

let serial = 0

/**
 * Takes the lock or throws LockedError; the returned function gives it back. The file appears whole (written aside, then
 * linked), so that no reader ever sees it empty. A dead holder's lock is taken over.
 */
export const takeLock = (path: string): (() => void) => {
  serial += 1
  const mine = `${path}.${process.pid}.${serial}`
  writeFileSync(mine, JSON.stringify(thisProcess()))
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        linkSync(mine, path)
        return () => rmSync(path, { force: true })
      } catch (error) {
        if (Reflect.get(Object(error), 'code') !== 'EEXIST') throw error
      }
      const holder = readHolder(path)
      if (holder && isAlive(holder)) throw new LockedError(path, holder)
      removeStale(path, mine)
    }
    throw new LockedError(path, readHolder(path) ?? { pid: 0, started: '' })
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Waits for the lock instead of refusing: for short critical sections. */
export const withLock = async <T>(path: string, work: () => Promise<T>, patienceMs = 120_000): Promise<T> => {
  const until = Date.now() + patienceMs
  for (;;) {
    let release: (() => void) | undefined
    try {
      release = takeLock(path)
    } catch (error) {
      if (!(error instanceof LockedError) || Date.now() > until) throw error
      await sleep(50)
      continue
    }
    try {
      return await work()
    } finally {
      release()
    }
  }
}
