/** A small server with the MQTT broker for the crash test of telemetry: `node test/crash/telemetry-server.ts cluster DATADIR`. */
import { join } from 'node:path'
import pino from 'pino'
import { domains } from '#apps/server/domains.ts'
import { routesOf } from '#apps/server/routes.ts'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { createKernel, migrateAll, openDatabase } from '#kernel'
import { buildServer } from '#kernel/http/server.ts'
import { startJobs } from '#kernel/jobs/index.ts'
import { buildCity } from '#sim/city/build.ts'
import { simDistrict } from '#sim/city/plan.ts'
import { startMqttBroker } from '../../gateways/mqtt/broker.ts'

const [, dataDir = ''] = process.argv.slice(2)
const db = await openDatabase({ dataDir, prefer: 'cluster' })
await migrateAll(db, domains)
const fileDir = join(dataDir, 'files')
await buildCity({ db, domains, size: { columns: 8, rows: 8 }, fileDir, now: () => new Date() })
const kernel = await createKernel({ db, domains, fileDir, log: pino({ level: 'silent' }) })
const app = await buildServer({ kernel, routes: routesOf(kernel), district: simDistrict, trustProxy: true })
await app.listen({ port: 0, host: '127.0.0.1' })
const jobs = await startJobs(kernel)
const broker = await startMqttBroker(kernel, 0, '127.0.0.1')
const address = app.server.address()
const stop = async (): Promise<void> => {
  await broker.close()
  await closeIngest(kernel)
  await jobs.stop()
  await app.close()
  await kernel.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
console.log(`MQTT ${broker.port}\nLISTENING ${typeof address === 'object' ? address?.port : ''}`)
