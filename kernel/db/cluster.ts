import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { clusterHome, clusterUser, giveToCluster } from './cluster-home.ts'
import { findPostgres, type PostgresBinaries } from './postgres-binaries.ts'
import { isAlive, isPidAlive, readHolder, thisProcess, withLock } from './process-lock.ts'

export interface Cluster {
  readonly connection: pg.ClientConfig
  /** The same over loopback, for tools and other processes; carries the password. */
  readonly url: string
  /** Stops the server too, when no other process uses it. */
  readonly release: () => Promise<void>
}

export interface ClusterOptions {
  readonly dataDir: string
  readonly log?: (line: string) => void
  /** Only for tests: a crash of the machine may lose everything. */
  readonly isDisposable?: boolean
}

interface Running {
  readonly pid: number
  readonly port: number
}

const owner = 'cityloop'
const readyLimitMs = 60_000
const pathOf = (home: string) => ({
  data: join(home, 'pgdata'),
  password: join(home, 'password'),
  users: join(home, 'users'),
  lock: join(home, 'lock'),
  log: join(home, 'server.log'),
})

/** After a reboot the pid of a stale file may be somebody else's. */
const isPostmaster = (pid: number, home: string): boolean => {
  const file = `/proc/${pid}/cmdline`
  return !existsSync(file) || readFileSync(file, 'utf8').includes(pathOf(home).data)
}

/** The postmaster's own pid file says where it listens; its eighth line says whether it is ready. */
const readRunning = (home: string): (Running & { isReady: boolean }) | undefined => {
  try {
    const lines = readFileSync(join(pathOf(home).data, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    if (!isPidAlive(pid) || !isPostmaster(pid, home)) return undefined
    return { pid, port, isReady: (lines[7] ?? '').startsWith('ready') }
  } catch {
    return undefined
  }
}

/** Unix socket where its path fits into the 107 bytes that Linux allows, else loopback. */
const connectionOf = (home: string, running: Running, database: string): pg.ClientConfig => ({
  host: pathOf(home).data.length < 90 ? pathOf(home).data : '127.0.0.1',
  port: running.port,
  user: owner,
  password: readFileSync(pathOf(home).password, 'utf8'),
  database,
})

const run = (binaries: PostgresBinaries, tool: string, args: readonly string[]): { ok: boolean; output: string } => {
  const result = spawnSync(join(binaries.bin, tool), [...args], { ...clusterUser(), encoding: 'utf8', cwd: '/' })
  return { ok: result.status === 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}` }
}

/**
 * C order of text with the UTF-8 character classes: the same as PGlite, and pg_trgm needs the classes to see 汉字 as letters.
 * Made aside and renamed, so that an interrupted first start leaves nothing half done.
 */
const initialise = (home: string, binaries: PostgresBinaries): void => {
  const path = pathOf(home)
  const fresh = `${path.data}.new`
  const passwordCopy = join(home, 'password.initdb')
  rmSync(fresh, { recursive: true, force: true })
  const password = randomBytes(24).toString('base64url')
  writeFileSync(path.password, password, { mode: 0o600 })
  const attempt = (ctype: string) => {
    mkdirSync(fresh, { mode: 0o700 })
    giveToCluster(fresh)
    writeFileSync(passwordCopy, password, { mode: 0o600 })
    giveToCluster(passwordCopy)
    const args = ['-D', fresh, '-U', owner, '-A', 'scram-sha-256', `--pwfile=${passwordCopy}`, '-E', 'UTF8', '--lc-collate=C']
    const done = run(binaries, 'initdb', [...args, `--lc-ctype=${ctype}`, '--lc-messages=C', '--no-instructions'])
    rmSync(passwordCopy, { force: true })
    if (!done.ok) rmSync(fresh, { recursive: true, force: true })
    return done
  }
  const first = attempt('C.UTF-8')
  const done = first.ok ? first : attempt('en_US.UTF-8')
  if (!done.ok) throw new Error(`initdb failed in ${home}: ${first.output}\n${done.output}`)
  renameSync(fresh, path.data)
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })

/** An eighth of the memory, as far as a district's working set goes. */
const buffersMb = (): number => Math.round(Math.min(2048, Math.max(128, totalmem() / 2 ** 20 / 8)))

const settings = (port: number, socketFolder: string, isDisposable: boolean): readonly string[] => {
  const common = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder.length < 90 ? socketFolder : '',
    max_connections: 100,
    shared_buffers: isDisposable ? '256MB' : `${buffersMb()}MB`,
    max_wal_size: '2GB',
    // Log files are used again instead of made anew: making one (16 MB written and synced) holds every commit up for 50 ms.
    min_wal_size: '1GB',
    wal_compression: 'on',
    jit: 'off',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
  }
  const disposable = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }
  const all = isDisposable ? { ...common, ...disposable } : common
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const tail = (file: string): string => readFileSync(file, 'utf8').split('\n').slice(-8).join('\n')

/** In its own process group: Ctrl-C in the terminal must reach us first, so that we can finish our transactions. */
const launch = async (home: string, binaries: PostgresBinaries, isDisposable: boolean): Promise<Running> => {
  const path = pathOf(home)
  const log = openSync(path.log, 'a')
  const args = ['-D', path.data, ...settings(await freePort(), path.data, isDisposable)]
  const child: ChildProcess = spawn(join(binaries.bin, 'postgres'), args, {
    ...clusterUser(),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.unref()
  closeSync(log)
  let failure: string | undefined
  child.once('error', (error) => {
    failure = error.message
  })
  for (const until = Date.now() + readyLimitMs; Date.now() < until; await sleep(15)) {
    const running = readRunning(home)
    if (running?.isReady && running.pid === child.pid) return running
    if (failure !== undefined || child.exitCode !== null)
      throw new Error(`PostgreSQL did not start: ${failure ?? tail(path.log)}`)
  }
  throw new Error(`PostgreSQL is not ready after ${readyLimitMs / 1000} s: ${tail(path.log)}`)
}

/** A server that is already up (another process of ours, or one that outlived a killed process) is joined. */
const joinOrLaunch = async (home: string, options: ClusterOptions): Promise<Running> => {
  for (const until = Date.now() + readyLimitMs; Date.now() < until; await sleep(30)) {
    const running = readRunning(home)
    if (!running) break
    if (running.isReady) return running
  }
  const versionFile = join(pathOf(home).data, 'PG_VERSION')
  const major = existsSync(versionFile) ? Number(readFileSync(versionFile, 'utf8')) : undefined
  const binaries = findPostgres(major)
  if (!binaries) throw new Error(major ? `${home} needs PostgreSQL ${major} with PostGIS` : 'no PostgreSQL 15+ with PostGIS here')
  if (major === undefined) initialise(home, binaries)
  return launchPatiently(home, binaries, options.isDisposable === true)
}

const ensureDatabase = async (connection: pg.ClientConfig, name: string): Promise<void> => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
}

let serial = 0

/** Notes that this process uses the cluster; dead processes' notes are swept. */
const register = (home: string): string => {
  const { users } = pathOf(home)
  mkdirSync(users, { recursive: true })
  serial += 1
  const file = join(users, `${process.pid}-${serial}.json`)
  writeFileSync(file, JSON.stringify(thisProcess()))
  return file
}

const hasUsers = (home: string): boolean => {
  const { users } = pathOf(home)
  for (const name of readdirSync(users)) {
    const holder = readHolder(join(users, name))
    if (holder && isAlive(holder)) return true
    rmSync(join(users, name), { force: true })
  }
  return false
}

/** SIGINT is PostgreSQL's fast shutdown: transactions are rolled back and a checkpoint is written. */
const stopIfUnused = (home: string): number | undefined => {
  if (hasUsers(home)) return undefined
  const running = readRunning(home)
  if (running) process.kill(running.pid, 'SIGINT')
  return running?.pid
}

const releaser = (home: string, note: string): (() => Promise<void>) => {
  // A process that ends without close() still lets go; a killed one is noticed by the next process to close.
  const onExit = () => {
    rmSync(note, { force: true })
    stopIfUnused(home)
  }
  process.once('exit', onExit)
  return async () => {
    process.removeListener('exit', onExit)
    await withLock(pathOf(home).lock, async () => {
      rmSync(note, { force: true })
      const pid = stopIfUnused(home)
      for (const until = Date.now() + readyLimitMs; pid !== undefined && isPidAlive(pid) && Date.now() < until; ) await sleep(15)
    })
  }
}

/** A postmaster that was killed stays in the process table until its parent takes note, and PostgreSQL will not start beside it: some seconds of patience. */
const launchPatiently = async (...args: Parameters<typeof launch>): ReturnType<typeof launch> => {
  for (let tries = 1; ; tries++) {
    try {
      return await launch(...args)
    } catch (error) {
      if (tries === 10) throw error
      await sleep(500)
    }
  }
}

/** Starts or joins the private cluster of this data folder. */
export const openCluster = async (options: ClusterOptions): Promise<Cluster> => {
  const home = clusterHome(options.dataDir, options.log ?? (() => {}))
  const { running, note } = await withLock(pathOf(home).lock, async () => {
    const running = await joinOrLaunch(home, options)
    await ensureDatabase(connectionOf(home, running, 'postgres'), owner)
    return { running, note: register(home) }
  })
  const release = releaser(home, note)
  const connection = connectionOf(home, running, owner)
  return { connection, url: `postgres://${owner}:${connection.password}@127.0.0.1:${running.port}/${owner}`, release }
}
