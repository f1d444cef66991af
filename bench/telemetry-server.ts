/** The real gateways on the data of a bench, in one process: MQTT, JT/T 808 and HTTP, ports given. */
import { join } from 'node:path'
import { domains } from '#apps/server/domains.ts'
import { routesOf } from '#apps/server/routes.ts'
import { createKernel, openDatabase } from '#kernel'
import { buildServer } from '#kernel/http/server.ts'
import { simDistrict } from '#sim/city/plan.ts'
import { startGateways } from '../gateways/start.ts'

const [dir = '', http = '8098', mqtt = '8097', jt808 = '8096'] = process.argv.slice(2)
const db = await openDatabase({ prefer: 'cluster', dataDir: dir })
const kernel = await createKernel({ db, domains, fileDir: join(dir, 'files') })
const app = await buildServer({ kernel, routes: routesOf(kernel), district: simDistrict })
await app.listen({ port: Number(http), host: '127.0.0.1' })
const env = { CITYLOOP_MQTT_PORT: mqtt, CITYLOOP_JT808_PORT: jt808, CITYLOOP_GATEWAY_HOST: '127.0.0.1' }
const gateways = await startGateways(kernel, simDistrict, env, () => undefined)
console.log('ready')
process.on('SIGTERM', async () => {
  await gateways.close()
  await app.close()
  await kernel.close()
  process.exit(0)
})
