import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { slimBundle } from './postgis-slim.ts'

/** Things computed once per machine to make PGlite start faster. Losing them costs seconds, never data. */
const require = createRequire(import.meta.url)
export const cacheDir = fileURLToPath(new URL('../../node_modules/.cache/cityloop', import.meta.url))

const versionOf = (name: string): string => {
  const manifest = readFileSync(join(dirname(require.resolve(name)), '..', 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  return version
}
const versions = (): string => `${versionOf('@electric-sql/pglite')}-${versionOf('@electric-sql/pglite-postgis')}`

/** Written aside and renamed, as several processes may do it at once; an unwritable folder is no reason to fail. */
export const writeCache = (name: string, bytes: Uint8Array): string | undefined => {
  const file = join(cacheDir, name)
  try {
    mkdirSync(cacheDir, { recursive: true })
    writeFileSync(`${file}.${process.pid}`, bytes)
    renameSync(`${file}.${process.pid}`, file)
    return file
  } catch {
    return undefined
  }
}

const existing = (name: string): string | undefined => {
  const file = join(cacheDir, name)
  return existsSync(file) ? file : undefined
}

const snapshotName = (): string => `pglite-${versions()}.tar.gz`
/** An empty database with our extensions installed, if this machine has made one. */
export const baseSnapshot = (): string | undefined => existing(snapshotName())
export const saveSnapshot = (bytes: Uint8Array): void => {
  writeCache(snapshotName(), bytes)
}

/** The reduced PostGIS bundle; undefined (the whole one is used) where it cannot be written. */
export const slimPostgis = (): string | undefined => {
  const name = `postgis-slim-${versions()}.tar.gz`
  return (
    existing(name) ??
    writeCache(name, slimBundle(join(dirname(require.resolve('@electric-sql/pglite-postgis')), 'postgis.tar.gz')))
  )
}
