/** The real server on the data of a bench, in one process: what is measured is what is run. */
import { join } from 'node:path'
import { domains } from '#apps/server/domains.ts'
import { routesOf } from '#apps/server/routes.ts'
import { createKernel, openDatabase } from '#kernel'
import { buildServer } from '#kernel/http/server.ts'
import { forgetMarks } from '#kernel/indicator/marks.ts'
import { startJobs } from '#kernel/jobs/index.ts'
import { simDistrict } from '#sim/city/plan.ts'

const [dir = '', port = '8099', mode = ''] = process.argv.slice(2)
const db = await openDatabase({ prefer: 'cluster', dataDir: dir })
const kernel = await createKernel({ db, domains, fileDir: join(dir, 'files') })
// What it would be without kept figures, to tell what they cost.
if (mode === 'no-marks') forgetMarks()
const screens = {
  webRoot: join(import.meta.dirname, '../apps/desk/dist'),
  fieldRoot: join(import.meta.dirname, '../apps/field/dist'),
}
const app = await buildServer({ kernel, routes: routesOf(kernel), district: simDistrict, ...(mode === 'screens' ? screens : {}) })
const jobs = await startJobs(kernel)
await app.listen({ port: Number(port), host: '127.0.0.1' })
console.log('ready')
process.on('SIGTERM', async () => {
  await jobs.stop()
  await app.close()
  await kernel.close()
  process.exit(0)
})
