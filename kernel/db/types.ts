import type { Kysely, Transaction } from 'kysely'
import type { Pool } from 'pg'

/** How the database was obtained: a given server, our own private cluster, or PGlite inside this process. */
export type DatabaseKind = 'server' | 'cluster' | 'pglite'

export interface OpenOptions {
  /** A PostgreSQL URL of an owner role (DATABASE_URL). Given, it is used unless `prefer` says otherwise. */
  readonly url?: string
  /** Folder for our own data; `cluster/` and `pglite/` are made below it. Without it PGlite lives in memory. */
  readonly dataDir?: string
  /** Ask for one way instead of the best available one; an impossible wish is an error, never a silent change. */
  readonly prefer?: DatabaseKind
  /** Receives one line per decision, to be printed at start. */
  readonly log?: (line: string) => void
  /** Size of the app pool (native only). Default 16. */
  readonly poolSize?: number
}

export type Row = Readonly<Record<string, unknown>>

export interface RawResult<R = Row> {
  readonly rows: readonly R[]
  /** Rows inserted, updated or deleted; for a select, the rows returned. */
  readonly count: number
}

/** Anything that can run SQL: the database's two handles or an open transaction. */
export type Executor = Kysely<unknown> | Transaction<unknown>

/** One database, the same to its users whichever of the three ways it was obtained. */
export interface Database {
  readonly kind: DatabaseKind
  /** Owner role: migrations and maintenance, beyond the row-level-security border (see grants.ts). */
  readonly admin: Kysely<unknown>
  /** Role `cityloop_app`: row level security applies, append-only tables refuse UPDATE and DELETE. */
  readonly app: Kysely<unknown>
  /** The app pool where there is a native server: the hot path may use it directly. */
  readonly pool?: Pool
  /**
   * One transaction on `app` that sees and writes only these districts (县级区划代码). Inside it use `tx` only:
   * on PGlite a query on `app` or `admin` would wait for this transaction for ever. Nothing is retried.
   */
  withDistricts<T>(districts: readonly string[], work: (tx: Transaction<unknown>) => Promise<T>): Promise<T>
  /**
   * One statement that is a transaction by itself, within one district: a single round trip on native, where sessions of their
   * own are born inside the border (nothing is spent on begin, set_config and commit); a short transaction on PGlite.
   * `isPlannedOnce` keeps the plan for the next time: right for writing, wrong for a box on a map, whose best plan hangs on the box.
   */
  single<R = Row>(
    district: string,
    text: string,
    params: readonly unknown[],
    options?: { readonly isPlannedOnce?: boolean },
  ): Promise<RawResult<R>>
  /** SQL with $1 parameters on `app`, outside any transaction. Inside one use the `raw(tx, sql, params)` function. */
  raw<R = Row>(text: string, params?: readonly unknown[]): Promise<RawResult<R>>
  /** Calls the handler with each payload; the returned function stops it. */
  listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>>
  /** At most 7,999 bytes of payload (a limit of PostgreSQL). */
  notify(channel: string, payload: string): Promise<void>
  /** Statements sent since start, transaction control included: tests assert differences of it. */
  queryCount(): number
  close(): Promise<void>
}

/** A folder of numbered `NNNN_name.sql` files; the scope is the kernel's or a domain's id. */
export interface MigrationSource {
  readonly scope: string
  readonly dir: string
}

export interface Applied {
  readonly scope: string
  readonly number: number
  readonly name: string
}
