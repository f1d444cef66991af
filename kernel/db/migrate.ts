import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { bootstrap } from './bootstrap.ts'
import { raw } from './driver.ts'
import { applyGrants } from './grants.ts'
import type { Applied, Database, MigrationSource } from './types.ts'

interface Migration extends Applied {
  readonly sha256: string
  readonly text: string
  readonly file: string
}
interface Known extends Applied {
  readonly sha256: string
}

/** A migration that must not or cannot run: says which file, and where in it. */
export class MigrationError extends Error {
  constructor(file: string, reason: string, cause?: unknown) {
    super(`migration ${file}: ${reason}`, { cause })
    this.name = 'MigrationError'
  }
}

const readMigration = (scope: string, dir: string, file: string): Migration => {
  const path = join(dir, file)
  const match = /^(\d{4})_([a-z0-9_-]+)\.sql$/.exec(file)
  if (!match) throw new MigrationError(path, 'the name must be NNNN_name.sql')
  const text = readFileSync(path, 'utf8')
  const sha256 = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
  return { scope, number: Number(match[1]), name: match[2] ?? '', sha256, text, file: path }
}

/** All files of the sources, in the order in which they run: by source as given, then by number. */
export const readMigrations = (sources: readonly MigrationSource[]): readonly Migration[] =>
  sources.flatMap(({ scope, dir }) => {
    const files = readdirSync(dir).filter((file) => file.endsWith('.sql'))
    const migrations = files.map((file) => readMigration(scope, dir, file)).sort((a, b) => a.number - b.number)
    const twice = migrations.find(({ number }, index) => migrations[index + 1]?.number === number)
    if (twice) throw new MigrationError(twice.file, `number ${twice.number} is used twice in ${scope}`)
    return migrations
  })

/** An applied migration is history: changing, removing or overtaking it would make databases differ from each other. */
const checkHistory = (migrations: readonly Migration[], known: readonly Known[], sources: readonly MigrationSource[]): void => {
  for (const applied of known.filter(({ scope }) => sources.some((source) => source.scope === scope))) {
    const name = `${applied.scope}/${String(applied.number).padStart(4, '0')}_${applied.name}.sql`
    const file = migrations.find(({ scope, number }) => scope === applied.scope && number === applied.number)
    if (!file) throw new MigrationError(name, 'was applied to this database, but the file is gone')
    if (file.sha256 !== applied.sha256) {
      throw new MigrationError(
        file.file,
        'was changed after it had been applied to this database: undo the change and write a new migration',
      )
    }
    const overtaken = migrations.find(
      ({ scope, number }) =>
        scope === applied.scope && number < applied.number && !known.some((k) => k.scope === scope && k.number === number),
    )
    if (overtaken) throw new MigrationError(overtaken.file, `is new, but ${name} has already run: give it a higher number`)
  }
}

const lineOf = (text: string, error: unknown): string => {
  const position: unknown = Reflect.get(Object(error), 'position')
  return position === undefined ? '' : ` (line ${text.slice(0, Number(position)).split('\n').length})`
}

const applyOne = async (admin: Kysely<unknown>, { scope, number, name, sha256, text, file }: Migration): Promise<Applied> => {
  try {
    await admin.transaction().execute(async (tx) => {
      await raw(tx, text)
      await raw(tx, 'insert into kernel.migration (scope, number, name, sha256) values ($1, $2, $3, $4)', [
        scope,
        number,
        name,
        sha256,
      ])
    })
  } catch (error) {
    throw new MigrationError(file, `${error instanceof Error ? error.message : String(error)}${lineOf(text, error)}`, error)
  }
  return { scope, number, name }
}

const lockKey = "hashtext('cityloop.migrate')"

const migrateOn = async (admin: Kysely<unknown>, sources: readonly MigrationSource[]): Promise<readonly Applied[]> => {
  await bootstrap(admin)
  const migrations = readMigrations(sources)
  const { rows } = await raw<Known>(admin, 'select scope, number, name, sha256 from kernel.migration')
  checkHistory(migrations, rows, sources)
  const done: Applied[] = []
  for (const migration of migrations) {
    const isKnown = rows.some(({ scope, number }) => scope === migration.scope && number === migration.number)
    if (!isKnown) done.push(await applyOne(admin, migration))
  }
  await applyGrants(admin)
  return done
}

/**
 * Brings the database up to the files, each in a transaction of its own, then sets roles and borders. Several processes may
 * call it at once: the others wait. Returns what was applied now.
 */
export const migrate = (db: Database, sources: readonly MigrationSource[]): Promise<readonly Applied[]> =>
  db.admin.connection().execute(async (admin) => {
    await raw(admin, `select pg_advisory_lock(${lockKey})`)
    try {
      return await migrateOn(admin, sources)
    } finally {
      await raw(admin, `select pg_advisory_unlock(${lockKey})`)
    }
  })
