/** A small server for the crash test: `node test/crash/server.ts cluster|pglite DATADIR`. Says where it listens; lives until it is killed. */
import { join } from 'node:path'
import { domains } from '#apps/server/domains.ts'
import { routesOf } from '#apps/server/routes.ts'
import { createKernel, migrateAll, openDatabase } from '#kernel'
import { buildServer } from '#kernel/http/server.ts'
import { buildCity } from '#sim/city/build.ts'
import { simDistrict } from '#sim/city/plan.ts'

const [kind, dataDir = ''] = process.argv.slice(2)
const db = await openDatabase({ dataDir, prefer: kind === 'pglite' ? 'pglite' : 'cluster' })
await migrateAll(db, domains)
const fileDir = join(dataDir, 'files')
await buildCity({ db, domains, size: { columns: 8, rows: 8 }, fileDir, now: () => new Date() })
const kernel = await createKernel({ db, domains, fileDir })
const app = await buildServer({ kernel, routes: routesOf(kernel), district: simDistrict, trustProxy: true })
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => kernel.close())
      .then(() => process.exit(0)),
)
console.log(`LISTENING ${typeof address === 'object' ? address?.port : ''}`)
