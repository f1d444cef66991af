/** The stage of every bench: a private PostgreSQL cluster with fsync on, the full simulated district, the real server in its own process. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { domains } from '#apps/server/domains.ts'
import { createKernel, type Database, type Kernel, migrateAll, openDatabase, raw } from '#kernel'
import { startSession } from '#kernel/identity/session.ts'
import { buildCity } from '#sim/city/build.ts'
import { idOf } from '#sim/city/people.ts'
import { simDistrict } from '#sim/city/plan.ts'

export interface Stage {
  readonly dir: string
  readonly db: Database
  readonly kernel: Kernel
  /** PGHOST and so on, for pgbench. */
  readonly env: Record<string, string>
  readonly token: string
  readonly close: () => Promise<void>
}
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
export const round = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits
export const percentile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0

const connectionOf = (db: Database): Record<string, string> => {
  const options = (db.pool as unknown as { options: Readonly<Record<string, unknown>> } | undefined)?.options ?? {}
  const text = (name: string): string => String(options[name] ?? '')
  return {
    PGHOST: text('host'),
    PGPORT: text('port'),
    PGUSER: text('user'),
    PGPASSWORD: text('password'),
    PGDATABASE: text('database') || 'postgres',
  }
}

/** A database that has run for a day uses its log files again; a new one makes each while every commit waits, which is no one's daily speed. */
const useLogFiles = async (db: Database): Promise<void> => {
  for (let n = 0; n < 60; n++)
    await raw(db.admin, "select pg_logical_emit_message(true, 'bench', 'x'); select pg_switch_wal()", [])
  await raw(db.admin, 'checkpoint', [])
}

export const setStage = async (): Promise<Stage> => {
  const dir = mkdtempSync(join(tmpdir(), 'cityloop-bench-'))
  // So that the database's own user can walk in, and its files go with the folder.
  chmodSync(dir, 0o711)
  const db = await openDatabase({ prefer: 'cluster', dataDir: dir })
  await migrateAll(db, domains)
  const now = () => new Date()
  await buildCity({ db, domains, fileDir: join(dir, 'files'), now })
  await useLogFiles(db)
  // Both sides of every comparison plan with statistics.
  await raw(db.admin, 'analyze', [])
  const kernel = await createKernel({ db, domains, now, fileDir: join(dir, 'files') })
  return {
    dir,
    db,
    kernel,
    env: connectionOf(db),
    token: await startSession(kernel, simDistrict, idOf('person/shouli1')),
    close: async () => {
      await kernel.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
/** The server as it is run, on the stage's data, without simulated life. */
export const startServer = async (stage: Stage, port: number, mode = ''): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['bench/server.ts', stage.dir, String(port), mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('ready') && resolve())
    child.on('exit', (code) => reject(new Error(`server ended with ${code}`)))
  })
  return child
}
export const pgbench = (): string => {
  const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a))
  return `/usr/lib/postgresql/${versions[0]}/bin/pgbench`
}
export const run = (command: string, args: readonly string[], env: Record<string, string> = {}): string =>
  execFileSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
