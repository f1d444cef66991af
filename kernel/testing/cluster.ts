import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCluster } from '../db/cluster.ts'
import { findPostgres } from '../db/postgres-binaries.ts'

export interface TestCluster {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Tests run on a server where the machine has one; CITYLOOP_TEST_DB=pglite asks for PGlite on any machine. */
export const isNativeTest = (): boolean => process.env.CITYLOOP_TEST_DB !== 'pglite' && findPostgres() !== undefined

/** A cluster in a fresh folder that nobody will miss: fsync is off. */
export const startTestCluster = async (): Promise<TestCluster> => {
  const folder = mkdtempSync(join(tmpdir(), 'cityloop-test-'))
  chmodSync(folder, 0o711)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  // The server, told to stop by the same exit, may still write its last files.
  const removeAtExit = () => {
    for (let attempt = 0; attempt < 40 && existsSync(folder); attempt += 1) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
      if (attempt > 2) remove()
    }
  }
  const cluster = await openCluster({ dataDir: folder, isDisposable: true })
  process.once('exit', removeAtExit)
  return {
    url: cluster.url,
    stop: async () => {
      process.removeListener('exit', removeAtExit)
      await cluster.release()
      remove()
    },
  }
}
