/** Starting a server process and killing it, with its database, as a power cut of the processes would. Only ever our own pids. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clusterHome, clusterUser } from '#kernel/db/cluster-home.ts'
import { isPidAlive } from '#kernel/db/process-lock.ts'

export type Kind = 'cluster' | 'pglite'
export interface Running {
  readonly url: string
  /** Port of the MQTT broker, where the program opens one. */
  readonly mqttPort: number
  readonly child: ChildProcess
}
const root = join(import.meta.dirname, '../..')
export const startServer = async (kind: Kind, dataDir: string, program = 'server.ts'): Promise<Running> => {
  const child = spawn(process.execPath, [join(root, 'test/crash', program), kind, dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '' },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  for (const until = Date.now() + 120_000; Date.now() < until; await sleep(25)) {
    const port = /LISTENING (\d+)/.exec(said)?.[1]
    const mqttPort = Number(/MQTT (\d+)/.exec(said)?.[1] ?? 0)
    if (port) return { url: `http://127.0.0.1:${port}/api`, mqttPort, child }
    if (child.exitCode !== null) break
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not start: ${said.slice(-2000)}`)
}

const parentOf = (pid: string): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}
/** The postmaster of this data folder and its backends. */
export const postgresPids = (dataDir: string): readonly number[] => {
  const file = join(
    clusterHome(dataDir, () => undefined),
    'pgdata/postmaster.pid',
  )
  const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0])
  const backends = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === postmaster)
  return [postmaster, ...backends.map(Number)]
}
/** A backend may end by itself once its postmaster is gone. */
const killOne = (pid: number): void => {
  if (isPidAlive(pid)) process.kill(pid, 'SIGKILL')
}
/** Alive or a zombie: what PostgreSQL itself asks before it believes a lock file. */
const isKnown = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return Reflect.get(Object(error), 'code') === 'EPERM'
  }
}
const waitReaped = async (pids: readonly number[]): Promise<void> => {
  // A dead postmaster stays a zombie until init reaps it (up to seconds in a container), and while it does PostgreSQL takes its lock
  // file for a running server's and refuses to start: an operator would wait as well.
  for (const until = Date.now() + 60_000; pids.some(isKnown) && Date.now() < until; ) await sleep(20)
  if (pids.some(isKnown)) throw new Error('a process outlived kill -9 or was not reaped')
}
/** kill -9, nobody is asked to finish anything. */
export const killAll = async ({ child }: Running, kind: Kind, dataDir: string): Promise<void> => {
  const pids = kind === 'cluster' ? postgresPids(dataDir) : []
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  for (const pid of pids) killOne(pid)
  await gone
  await waitReaped(pids)
}
/** kill -9 of the server process alone: its database goes on. */
export const killServer = async ({ child }: Running): Promise<void> => {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
/** kill -9 of the whole database under a server that lives. */
export const killDatabase = async (dataDir: string): Promise<void> => {
  const pids = postgresPids(dataDir)
  for (const pid of pids) killOne(pid)
  await waitReaped(pids)
}
/** Starts the database again as it had been started, on the same port, as an operator's service manager does. */
export const restartDatabase = (dataDir: string): void => {
  const home = clusterHome(dataDir, () => undefined)
  const line = readFileSync(join(home, 'pgdata/postmaster.opts'), 'utf8').trim()
  const [program = '', ...words] = line.match(/"[^"]*"|\S+/g) ?? []
  const options = { ...clusterUser(), cwd: '/', stdio: 'ignore', detached: true } as const
  spawn(
    program,
    words.map((w) => w.replace(/^"|"$/g, '')),
    options,
  ).unref()
}
export const stopServer = async ({ child }: Running): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
