import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, readMigrations } from '../db/migrate.ts'
import { databaseOnPglite, openDatabase } from '../db/open.ts'
import { openPglite } from '../db/pglite.ts'
import { cacheDir, writeCache } from '../db/pglite-cache.ts'
import { withLock } from '../db/process-lock.ts'
import type { Database, MigrationSource } from '../db/types.ts'
import { isNativeTest, startTestCluster } from './cluster.ts'
import { keepPristine, restorePristine } from './pristine.ts'

/** Rows that many test files begin with. The key must change when what `run` writes changes: the result is cached. */
export interface Seed {
  readonly key: string
  readonly run: (db: Database) => Promise<void>
}

const codeDir = new URL('../db/', import.meta.url)

/** Names one prepared state: migrations, seed, and the code of this layer (grants and borders come from it). */
const fingerprint = (sources: readonly MigrationSource[], seed: Seed | undefined): string => {
  const hash = createHash('sha256').update(seed?.key ?? '')
  for (const { scope, number, sha256 } of readMigrations(sources)) hash.update(`${scope}/${number}/${sha256};`)
  const code = readdirSync(codeDir).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  for (const file of code.sort()) hash.update(readFileSync(new URL(file, codeDir)))
  return hash.digest('hex').slice(0, 16)
}

const prepare = async (db: Database, sources: readonly MigrationSource[], seed: Seed | undefined): Promise<void> => {
  await migrate(db, sources)
  await seed?.run(db)
}

const urlOf = (server: string, database: string): string => Object.assign(new URL(server), { pathname: `/${database}` }).href

/** On the maintenance database of the test server, one statement at a time. */
const onServer = async <T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: urlOf(server, 'postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Made once per server, whichever worker comes first; the others wait for the lock. */
const ensureTemplate = async (server: string, template: string, fill: (db: Database) => Promise<void>): Promise<void> =>
  onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template])
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (rowCount !== 0) return
    const draft = `${template}_draft`
    await client.query(`drop database if exists ${draft} with (force)`)
    await client.query(`create database ${draft}`)
    const db = await openDatabase({ url: urlOf(server, draft) })
    try {
      await fill(db)
    } finally {
      await db.close()
    }
    await client.query(`alter database ${draft} rename to ${template}`)
  })

let ownServer: Promise<string> | undefined
/** Without the global setup (a script, a bench) this process starts a cluster of its own, which ends with it. */
const findServer = (): Promise<string> => {
  const shared = process.env.CITYLOOP_TEST_SERVER
  if (shared) return Promise.resolve(shared)
  ownServer ??= startTestCluster().then(({ url }) => url)
  return ownServer
}

const nativeDatabase = async (print: string, fill: (db: Database) => Promise<void>): Promise<Database> => {
  const server = await findServer()
  const [template, name] = [`template_${print}`, `test_${randomUUID().replaceAll('-', '')}`]
  await ensureTemplate(server, template, fill)
  await onServer(server, (client) => client.query(`create database ${name} template ${template} strategy file_copy`))
  const db = await openDatabase({ url: urlOf(server, name), poolSize: 8 })
  const close = async () => {
    await db.close()
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
  return { ...db, close }
}

const snapshotLimit = 12
/** Every change of a migration makes a new snapshot of some 10 MB; the oldest go. */
const pruneSnapshots = (): void => {
  const files = readdirSync(cacheDir)
    .filter((file) => /^test-[0-9a-f]{16}\.tar\.gz$/.test(file))
    .map((file) => ({ file: join(cacheDir, file), at: statSync(join(cacheDir, file)).mtimeMs }))
  for (const { file } of files.sort((a, b) => b.at - a.at).slice(snapshotLimit)) rmSync(file, { force: true })
}

/** One PGlite per worker, kept over test files where vitest does not isolate them; the fingerprint says what it holds. */
interface Kept {
  readonly print: string
  readonly db: Database
}
const keeper: { [key: symbol]: Kept | undefined } = globalThis as never
const keptKey = Symbol.for('cityloop.test.pglite')

const openPrepared = async (print: string, fill: (db: Database) => Promise<void>): Promise<Database> => {
  const file = join(cacheDir, `test-${print}.tar.gz`)
  const open = async () => databaseOnPglite(await openPglite({ snapshot: file }))
  if (existsSync(file)) return open()
  return withLock(join(cacheDir, `test-${print}.lock`), async () => {
    if (existsSync(file)) return open()
    const pglite = await openPglite({})
    const db = await databaseOnPglite(pglite)
    await fill(db)
    await keepPristine(db)
    writeCache(`test-${print}.tar.gz`, await pglite.dump('gzip'))
    pruneSnapshots()
    return db
  })
}

const pgliteDatabase = async (print: string, fill: (db: Database) => Promise<void>): Promise<Database> => {
  let kept = keeper[keptKey]
  if (kept?.print === print) {
    await restorePristine(kept.db)
  } else {
    keeper[keptKey] = undefined
    await kept?.db.close()
    kept = { print, db: await openPrepared(print, fill) }
    keeper[keptKey] = kept
  }
  // Closing would cost the next file a start.
  return { ...kept.db, close: async () => {} }
}

/**
 * A migrated and seeded database for one test file, its alone to change: a clone of a template on the shared server, or this
 * worker's PGlite put back to its first state. Close it in `afterAll`.
 */
export const testDatabase = (sources: readonly MigrationSource[], seed?: Seed): Promise<Database> => {
  const print = fingerprint(sources, seed)
  const fill = (db: Database) => prepare(db, sources, seed)
  return isNativeTest() ? nativeDatabase(print, fill) : pgliteDatabase(print, fill)
}
