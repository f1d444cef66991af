import type { Transaction } from 'kysely'
import pg from 'pg'
import { ensureRoles } from './bootstrap.ts'
import { openCluster } from './cluster.ts'
import { createKysely, quoteText, raw, type Session, type SessionSource } from './driver.ts'
import { createPgliteListener, createServerListener, type Listener } from './listener.ts'
import { openPglite, type Pglite } from './pglite.ts'
import { findPostgres } from './postgres-binaries.ts'
import type { Database, DatabaseKind, OpenOptions, Row } from './types.ts'
import { valueTypes } from './value-types.ts'

interface Parts {
  readonly kind: DatabaseKind
  readonly admin: SessionSource
  readonly app: SessionSource
  readonly pool?: pg.Pool
  readonly listener: Listener
  /** Sessions inside one district's border, where there can be several sessions. */
  readonly single?: Pick<Database, 'single'>['single']
  readonly queryCount: () => number
  readonly close: () => Promise<void>
}

const appRole = 'cityloop_app'

/** The border is a setting read by a policy; the code is checked because it goes into the text of the statement. */
const setDistricts = (districts: readonly string[]): string => {
  const wrong = districts.find((district) => !/^\d{6}$/.test(district))
  if (wrong !== undefined) throw new Error(`not a district code (县级区划代码, 6 digits): ${wrong}`)
  return `select set_config('app.districts', ${quoteText(districts.join(','))}, true)`
}

const assemble = (parts: Parts): Database => {
  const admin = createKysely(parts.admin)
  const app = createKysely(parts.app)
  return {
    kind: parts.kind,
    admin,
    app,
    ...(parts.pool ? { pool: parts.pool } : {}),
    // A handle of its own (microseconds; it shares the sessions), so that set_config rides in the round trip of `begin`.
    withDistricts: <T>(districts: readonly string[], work: (tx: Transaction<unknown>) => Promise<T>): Promise<T> =>
      createKysely(parts.app, setDistricts(districts)).transaction().execute(work),
    raw: <R = Row>(text: string, params: readonly unknown[] = []) => raw<R>(app, text, params),
    single: <R = Row>(
      district: string,
      text: string,
      params: readonly unknown[],
      options?: { readonly isPlannedOnce?: boolean },
    ) =>
      parts.single
        ? parts.single<R>(district, text, params, options)
        : createKysely(parts.app, setDistricts([district]))
            .transaction()
            .execute((tx) => raw<R>(tx, text, params)),
    listen: parts.listener.listen,
    notify: async (channel, payload) => {
      await raw(app, 'select pg_notify($1, $2)', [channel, payload])
    },
    queryCount: parts.queryCount,
    close: async () => {
      await parts.listener.close()
      await parts.admin.end()
      await parts.app.end()
      await parts.close()
    },
  }
}

const poolSource = (pool: pg.Pool, count: () => void): SessionSource => {
  let isEnded = false
  return {
    acquire: async () => {
      const client = await pool.connect()
      return { client, release: (broken) => client.release(broken) }
    },
    end: async () => {
      if (!isEnded) await pool.end()
      isEnded = true
    },
    count,
  }
}

const createPool = (connection: pg.ClientConfig, max: number, role?: string, district?: string): pg.Pool => {
  const border = district === undefined ? [] : [`-c app.districts=${district}`]
  const startup = ['-c jit=off', '-c timezone=Asia/Shanghai', ...(role ? [`-c role=${role}`] : []), ...border]
  const pool = new pg.Pool({ ...connection, max, types: valueTypes, options: startup.join(' ') })
  // An idle connection that the server drops is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  // One that is lent out tells of its loss twice, by the query that fails and as an event: the event alone must not end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/**
 * Names for statements worth planning once: the same few texts come again with every batch. A text beyond the first `most` is
 * sent without a name, so that odd shapes cannot fill the sessions' memory.
 */
const createStatementNames = (most = 200): ((text: string) => string | undefined) => {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= most) return known
    const made = `s${names.size}`
    names.set(text, made)
    return made
  }
}

/** Two batches are on their way at a time; the other sessions draw tiles and keep a slow one from holding up the rest. */
const singlePoolSize = 6

const openNative = async (
  kind: 'server' | 'cluster',
  connection: pg.ClientConfig,
  poolSize: number,
  release: () => Promise<void>,
): Promise<Database> => {
  let statements = 0
  const count = () => {
    statements += 1
  }
  const adminPool = createPool(connection, 4)
  const pool = createPool(connection, poolSize, appRole)
  const borders = new Map<string, pg.Pool>()
  const statementName = createStatementNames()
  const borderPool = (district: string): pg.Pool => {
    setDistricts([district])
    const known = borders.get(district) ?? createPool(connection, singlePoolSize, appRole, district)
    borders.set(district, known)
    return known
  }
  const database = assemble({
    kind,
    admin: poolSource(adminPool, count),
    app: poolSource(pool, count),
    pool,
    listener: createServerListener(connection),
    single: async <R = Row>(
      district: string,
      text: string,
      params: readonly unknown[],
      options?: { readonly isPlannedOnce?: boolean },
    ) => {
      count()
      const name = options?.isPlannedOnce ? statementName(text) : undefined
      const { rows, rowCount } = await borderPool(district).query({ name, text, values: [...params] })
      return { rows: rows as R[], count: rowCount ?? 0 }
    },
    queryCount: () => statements,
    close: async () => {
      for (const border of borders.values()) await border.end()
      await release()
    },
  })
  try {
    await ensureRoles(database.admin)
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

/** One session for both roles: whoever takes it first puts on the right role. The switch is not counted as a statement. */
const roleSource = (
  pglite: Pglite,
  memory: { role: 'admin' | 'app' },
  role: 'admin' | 'app',
  count: () => void,
): SessionSource => ({
  acquire: async (): Promise<Session> => {
    const client = await pglite.pool.connect()
    try {
      if (memory.role !== role) await client.query(role === 'app' ? `set role ${appRole}` : 'reset role')
      memory.role = role
    } catch (error) {
      client.release()
      throw error
    }
    return { client, release: () => client.release() }
  },
  end: async () => {},
  count,
})

/** A Database over an open PGlite; tests use it with a snapshot of their own. */
export const databaseOnPglite = async (pglite: Pglite): Promise<Database> => {
  let statements = 0
  const count = () => {
    statements += 1
  }
  const memory: { role: 'admin' | 'app' } = { role: 'admin' }
  const database = assemble({
    kind: 'pglite',
    admin: roleSource(pglite, memory, 'admin', count),
    app: roleSource(pglite, memory, 'app', count),
    listener: createPgliteListener(pglite.pool),
    queryCount: () => statements,
    close: pglite.close,
  })
  await ensureRoles(database.admin)
  return database
}

const choose = (options: OpenOptions): DatabaseKind => {
  if (options.prefer) return options.prefer
  if (options.url) return 'server'
  return options.dataDir !== undefined && findPostgres() ? 'cluster' : 'pglite'
}

/**
 * Opens the database: DATABASE_URL, else a private cluster where the machine has PostgreSQL + PostGIS, else PGlite. Says
 * through `log` which it was. Close it: the private cluster stops with its last user.
 */
export const openDatabase = async (options: OpenOptions): Promise<Database> => {
  const log = options.log ?? (() => {})
  const poolSize = options.poolSize ?? 16
  const kind = choose(options)
  if (kind === 'server') {
    if (!options.url) throw new Error('prefer "server" needs a url')
    log(`database: the server at ${new URL(options.url).host}`)
    return openNative('server', { connectionString: options.url }, poolSize, async () => {})
  }
  if (kind === 'cluster') {
    if (options.dataDir === undefined) throw new Error('prefer "cluster" needs a dataDir')
    const cluster = await openCluster({ dataDir: options.dataDir, log })
    log(`database: private PostgreSQL cluster on 127.0.0.1:${cluster.connection.port}, data in ${options.dataDir}`)
    return openNative('cluster', cluster.connection, poolSize, cluster.release)
  }
  const pglite = await openPglite({ ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }), log })
  log(
    `database: PGlite in ${options.dataDir ?? 'memory (gone when this process ends)'}; survives a crash of this process, but NOT a power cut (it never syncs the disk)`,
  )
  return databaseOnPglite(pglite)
}
