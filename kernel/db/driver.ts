import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'
import type { Executor, RawResult, Row } from './types.ts'

/** A connection taken from a pool, already acting as the role that its handle stands for. */
export interface Session {
  readonly client: pg.PoolClient
  readonly release: (broken: boolean) => void
}

export interface SessionSource {
  readonly acquire: () => Promise<Session>
  readonly end: () => Promise<void>
  /** Called once per statement sent. */
  readonly count: () => void
}

const changes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** Kysely's own connection does not count and cannot join `set_config` to `begin`; otherwise this is the same. */
class SessionConnection implements DatabaseConnection {
  readonly session: Session
  readonly #count: () => void
  isBroken = false

  constructor(session: Session, count: () => void) {
    this.session = session
    this.#count = count
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.send(query.sql, query.parameters)
    return changes.has(result.command)
      ? { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
      : { rows: result.rows as R[] }
  }

  /** Without parameters the simple protocol is used, which allows several statements in one round trip. */
  async send(text: string, params: readonly unknown[] = []): Promise<pg.QueryResult> {
    this.#count()
    const result: pg.QueryResult | readonly pg.QueryResult[] = await this.session.client.query(
      params.length > 0 ? { text, values: [...params] } : { text },
    )
    if (!Array.isArray(result)) return result as pg.QueryResult
    return result[result.length - 1] as pg.QueryResult
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered: page by key instead')
  }
}

const of = (connection: DatabaseConnection): SessionConnection => {
  if (connection instanceof SessionConnection) return connection
  throw new Error('a connection of another driver')
}

const beginText = (settings: TransactionSettings): string => {
  const isolation = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
  const access = settings.accessMode ? ` ${settings.accessMode}` : ''
  return `begin${isolation}${access}`
}

const createDriver = (source: SessionSource, afterBegin: string): Driver => ({
  async init() {},
  async acquireConnection() {
    return new SessionConnection(await source.acquire(), source.count)
  },
  async beginTransaction(connection, settings) {
    await of(connection).send(afterBegin ? `${beginText(settings)}; ${afterBegin}` : beginText(settings))
  },
  async commitTransaction(connection) {
    // A failed statement whose error was swallowed turns COMMIT into ROLLBACK; the caller must not believe it was saved.
    const { command } = await of(connection).send('commit')
    if (command === 'ROLLBACK') throw new AbortedTransactionError()
  },
  async rollbackTransaction(connection) {
    try {
      await of(connection).send('rollback')
    } catch (error) {
      of(connection).isBroken = true
      throw error
    }
  },
  async savepoint(connection, name) {
    await of(connection).send(`savepoint ${quoteName(name)}`)
  },
  async rollbackToSavepoint(connection, name) {
    await of(connection).send(`rollback to savepoint ${quoteName(name)}`)
  },
  async releaseSavepoint(connection, name) {
    await of(connection).send(`release savepoint ${quoteName(name)}`)
  },
  async releaseConnection(connection) {
    const { session, isBroken } = of(connection)
    session.release(isBroken)
  },
  destroy: source.end,
})

/** Kysely over our sessions; `afterBegin` is SQL sent in the same round trip as every `begin`. */
export const createKysely = (source: SessionSource, afterBegin = ''): Kysely<unknown> => {
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(source, afterBegin),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
  return new Kysely<unknown>({ dialect })
}

/** SQL with $1 parameters on a handle or an open transaction. Without parameters several statements may be given. */
export const raw = async <R = Row>(executor: Executor, text: string, params: readonly unknown[] = []): Promise<RawResult<R>> => {
  const result = await executor.executeQuery<R>(CompiledQuery.raw(text, [...params]))
  return { rows: result.rows, count: Number(result.numAffectedRows ?? result.rows.length) }
}

/** A quoted identifier for the rare statement that cannot take a parameter. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`
