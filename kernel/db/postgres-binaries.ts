import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A PostgreSQL of this machine that can carry us. */
export interface PostgresBinaries {
  /** Folder of initdb and postgres. */
  readonly bin: string
  readonly major: number
}

const oldestMajor = 15

const foldersOf = (parent: string, below: string): readonly string[] =>
  existsSync(parent) ? readdirSync(parent).map((version) => join(parent, version, below)) : []

const candidates = (): readonly string[] => [
  ...foldersOf('/usr/lib/postgresql', 'bin'),
  ...foldersOf('/usr/local/pgsql', 'bin'),
  ...['/usr/pgsql-18/bin', '/usr/pgsql-17/bin', '/usr/pgsql-16/bin', '/usr/pgsql-15/bin'],
  ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
]

const majorOf = (bin: string): number => {
  const { stdout } = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0)
}

/** Debian keeps extensions beside the version; everywhere else pg_config knows. */
const hasPostgis = (bin: string, major: number): boolean => {
  const control = join('extension', 'postgis.control')
  if (existsSync(join('/usr/share/postgresql', String(major), control))) return true
  if (!existsSync(join(bin, 'pg_config'))) return false
  const { stdout } = spawnSync(join(bin, 'pg_config'), ['--sharedir'], { encoding: 'utf8' })
  return existsSync(join((stdout ?? '').trim(), control))
}

/**
 * The newest PostgreSQL 15+ with PostGIS, or the one of exactly this major version (a data folder can be opened by its own
 * version only). Undefined when the machine has none: then PGlite is used.
 */
export const findPostgres = (major?: number): PostgresBinaries | undefined =>
  candidates()
    .filter((bin) => existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb')))
    .map((bin) => ({ bin, major: majorOf(bin) }))
    .filter((found) => (major === undefined ? found.major >= oldestMajor : found.major === major))
    .sort((a, b) => b.major - a.major)
    .find((found) => hasPostgis(found.bin, found.major))
