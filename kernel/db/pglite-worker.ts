/**
 * PGlite in its own thread: it computes on the thread that calls it, and a long query would stall the event loop (stack.md 1).
 * The main thread speaks the wire protocol to it through node-postgres (pglite.ts), so values and errors are the same as from
 * a server. Bytes in, bytes out, in order.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { type Extension, PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { postgis as fullPostgis } from '@electric-sql/pglite-postgis'
import type { FromWorker, PgliteStart, ToWorker } from './pglite.ts'

const start = workerData as PgliteStart

const postgis: Extension = {
  name: 'postgis',
  setup: async (pglite, options) => {
    const whole = await fullPostgis.setup(pglite, options)
    return start.bundle && existsSync(start.bundle) ? { ...whole, bundlePath: new URL(`file://${start.bundle}`) } : whole
  },
}

const send = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer)

const db = await PGlite.create({
  ...(start.folder ? { dataDir: start.folder } : {}),
  ...(start.snapshot ? { loadDataDir: new Blob([readFileSync(start.snapshot)]) } : {}),
  extensions: { postgis, pg_trgm, btree_gist },
})

const answer = async (message: ToWorker): Promise<void> => {
  if (message.kind === 'wire') {
    const bytes = db.execProtocolRawSync(message.bytes)
    return send({ kind: 'wire', bytes }, [bytes.buffer as ArrayBuffer])
  }
  if (message.kind === 'dump') {
    const file = await db.dumpDataDir(message.compression)
    const bytes = new Uint8Array(await file.arrayBuffer())
    return send({ kind: 'dumped', bytes }, [bytes.buffer])
  }
  await db.close()
  send({ kind: 'closed' })
}

parentPort?.on('message', (message: ToWorker) => {
  answer(message).catch((error: unknown) => send({ kind: 'failed', reason: String(error) }))
})
send({ kind: 'ready' })
