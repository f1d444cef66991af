import { EventEmitter, once } from 'node:events'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Duplex } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { baseSnapshot, saveSnapshot, slimPostgis } from './pglite-cache.ts'
import { LockedError, takeLock } from './process-lock.ts'
import { valueTypes } from './value-types.ts'

// V8 13 ends the process now and then (`Check failed: jit_page_->allocations_.erase`) while it throws compiled WebAssembly away; the
// database's code is wanted to the end anyway.
setFlagsFromString('--no-wasm-code-gc')

export interface PgliteStart {
  /** Absolute folder; without it everything is in memory. */
  readonly folder?: string
  /** A dump of a data folder to begin from; only where the folder is new. */
  readonly snapshot?: string
  /** The reduced PostGIS bundle. */
  readonly bundle?: string
}
export type ToWorker =
  | { readonly kind: 'wire'; readonly bytes: Uint8Array }
  | { readonly kind: 'dump'; readonly compression: 'gzip' | 'none' }
  | { readonly kind: 'close' }
export type FromWorker =
  | { readonly kind: 'ready' | 'closed' }
  | { readonly kind: 'wire' | 'dumped'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string }

export interface Pglite {
  /** Exactly one connection: PGlite is one session, and the pool's queue is what serialises its users. */
  readonly pool: pg.Pool
  /** The whole data folder as a tar file: a snapshot to start from, or a backup. */
  readonly dump: (compression: 'gzip' | 'none') => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

export interface PgliteOptions {
  readonly dataDir?: string
  readonly log?: (line: string) => void
  /** Another snapshot than the kernel's own (tests start from a migrated one). */
  readonly snapshot?: string
}

/** A socket whose other end is the worker: node-postgres neither knows nor cares that there is no network. */
const createWire = (worker: Worker): Duplex => {
  const post = (bytes: Uint8Array) => worker.postMessage({ kind: 'wire', bytes } satisfies ToWorker)
  const wire = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      post(chunk)
      done()
    },
    // node-postgres corks parse, bind, execute and sync of one query together: one message instead of five.
    writev(chunks, done) {
      post(Buffer.concat(chunks.map(({ chunk }) => chunk)))
      done()
    },
    final(done) {
      this.push(null)
      done()
    },
  })
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'wire') wire.push(Buffer.from(message.bytes.buffer, message.bytes.byteOffset, message.bytes.length))
  })
  worker.once('error', (error) => wire.destroy(error))
  worker.once('exit', () => wire.destroy())
  const socketOnly = {
    setNoDelay() {},
    setKeepAlive() {},
    ref() {},
    unref() {},
    connect: () => setImmediate(() => wire.emit('connect')),
  }
  return Object.assign(wire, socketOnly)
}

const startWorker = async (start: PgliteStart): Promise<Worker> => {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: start, execArgv: [] })
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (message: FromWorker) => (message.kind === 'ready' ? resolve() : reject(new Error(message.kind))))
  })
  return worker
}

const ask = async (worker: Worker, question: ToWorker): Promise<FromWorker> => {
  const answers = new EventEmitter()
  const listen = (message: FromWorker) => message.kind !== 'wire' && answers.emit('answer', message)
  worker.on('message', listen)
  worker.postMessage(question)
  try {
    const [message] = (await once(answers, 'answer')) as [FromWorker]
    if (message.kind === 'failed') throw new Error(message.reason)
    return message
  } finally {
    worker.off('message', listen)
  }
}

const createPool = (worker: Worker): pg.Pool => {
  const pool = new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    user: 'postgres',
    database: 'postgres',
    types: valueTypes,
    stream: () => createWire(worker) as never,
  })
  pool.on('error', () => {})
  return pool
}

/** Only a folder whose first start came to its end is a database; an interrupted one is set aside, never deleted. */
const prepareFolder = (dataDir: string, log: (line: string) => void): { folder: string; isNew: boolean; marker: string } => {
  const folder = join(dataDir, 'pglite')
  const marker = join(dataDir, 'pglite.complete')
  if (existsSync(folder) && !existsSync(marker)) {
    const aside = `${folder}.unfinished-${Date.now()}`
    renameSync(folder, aside)
    log(`an interrupted first start was set aside as ${aside}`)
  }
  return { folder, isNew: !existsSync(folder), marker }
}

const lockFolder = (dataDir: string): (() => void) => {
  mkdirSync(dataDir, { recursive: true })
  try {
    return takeLock(join(dataDir, 'pglite.lock'))
  } catch (error) {
    if (!(error instanceof LockedError)) throw error
    throw new Error(
      `${join(dataDir, 'pglite')} is in use by process ${error.holder.pid}. PGlite allows one process: stop that one, ` +
        'or install PostgreSQL with PostGIS, or set DATABASE_URL.',
      { cause: error },
    )
  }
}

const installExtensions = 'create extension postgis; create extension pg_trgm; create extension btree_gist'

/** Starts the worker; the very first start on a machine installs the extensions and keeps a snapshot for all later ones. */
const begin = async (options: PgliteOptions, folder: string | undefined, isNew: boolean): Promise<Pglite> => {
  const snapshot = isNew ? (options.snapshot ?? baseSnapshot()) : undefined
  const worker = await startWorker({ folder, snapshot, bundle: slimPostgis() })
  const pool = createPool(worker)
  const dump = async (compression: 'gzip' | 'none'): Promise<Uint8Array> => {
    const answer = await ask(worker, { kind: 'dump', compression })
    return answer.kind === 'dumped' ? answer.bytes : new Uint8Array()
  }
  if (isNew && !snapshot) {
    await pool.query(installExtensions)
    saveSnapshot(await dump('gzip'))
  }
  await pool.query("set time zone 'Asia/Shanghai'; set jit = off")
  const close = async (): Promise<void> => {
    await pool.end()
    await ask(worker, { kind: 'close' })
    await worker.terminate()
  }
  return { pool, dump, close }
}

/** Opens PGlite with PostGIS in a worker thread. */
export const openPglite = async (options: PgliteOptions): Promise<Pglite> => {
  if (options.dataDir === undefined) return begin(options, undefined, true)
  const dataDir = resolve(options.dataDir)
  const unlock = lockFolder(dataDir)
  try {
    const { folder, isNew, marker } = prepareFolder(dataDir, options.log ?? (() => {}))
    const pglite = await begin(options, folder, isNew)
    writeFileSync(marker, 'the first start came to its end\n')
    const close = async () => {
      await pglite.close()
      unlock()
    }
    return { ...pglite, close }
  } catch (error) {
    unlock()
    throw error
  }
}
