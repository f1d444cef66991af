import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** PostgreSQL refuses to run as root, so root hands it to the unprivileged `nobody`, which every Linux has. */
export const clusterUser = (): { uid: number; gid: number } | Record<string, never> =>
  process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

const isWalkable = (folder: string): boolean => {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** A folder in a place where everybody may write must really be ours, or another user could feed us a cluster. */
const claim = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || (process.getuid && stat.uid !== process.getuid())) {
    throw new Error(`${folder} exists and belongs to somebody else: remove it or set DATABASE_URL`)
  }
}

/**
 * Where the private cluster lives: `dataDir/cluster`, or a folder in /var/tmp when the unprivileged user cannot walk down to
 * dataDir (a checkout below a mode-700 home).
 */
export const clusterHome = (dataDir: string, log: (line: string) => void): string => {
  const wanted = resolve(dataDir)
  mkdirSync(wanted, { recursive: true })
  if (!('uid' in clusterUser()) || isWalkable(wanted)) {
    const home = join(wanted, 'cluster')
    mkdirSync(home, { recursive: true, mode: 0o711 })
    return home
  }
  const home = `/var/tmp/cityloop-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`
  claim(home)
  log(`database files are in ${home}: the unprivileged database user cannot reach ${wanted}`)
  return home
}

/** Gives a file or folder to the cluster's user. */
export const giveToCluster = (path: string): void => {
  const user = clusterUser()
  if ('uid' in user) chownSync(path, user.uid, user.gid)
}
