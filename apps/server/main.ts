/**
 * The server of one installation. Without configuration: the best database the machine has, a simulated district to look at, and
 * the apps of officers (`/`) and of the field and citizens (`/m/`). `DATABASE_URL`, `PORT`, `HOST`, `CITYLOOP_DATA`, `CITYLOOP_DEMO=0` (no simulated district), `LOG_LEVEL`.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { createKernel, type Kernel, migrateAll, openDatabase, raw } from '#kernel'
import { serveApiDocs } from '#kernel/http/openapi.ts'
import { buildServer } from '#kernel/http/server.ts'
import { watchIdentity } from '#kernel/identity/index.ts'
import { startJobs } from '#kernel/jobs/index.ts'
import { startGateways } from '../../gateways/start.ts'
import { type Demo, startDemo } from './demo.ts'
import { domains } from './domains.ts'
import { publicRoutesOf, routesOf } from './routes.ts'

const env = process.env
const port = Number(env.PORT ?? 8080)
const host = env.HOST ?? '127.0.0.1'
const root = fileURLToPath(new URL('../../', import.meta.url))
const dataDir = resolve(env.CITYLOOP_DATA ?? join(root, 'data'))
const say = (line: string): void => console.log(line)

const firstDistrict = async (kernel: Kernel): Promise<string> => {
  const { rows } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district order by code limit 1', [])
  const code = env.CITYLOOP_DISTRICT ?? rows[0]?.code
  if (!code)
    throw new Error('尚无区划:请先用 npm run import -- areas FILE.geojson 导入本区边界,或去掉 CITYLOOP_DEMO=0 看模拟城市')
  return code
}

const main = async (): Promise<void> => {
  const log = pino({ level: env.LOG_LEVEL ?? 'warn' })
  say('CityLoop 智慧城管 正在启动 …')
  const db = await openDatabase({ url: env.DATABASE_URL, dataDir, prefer: env.CITYLOOP_DATABASE as never, log: say })
  const applied = await migrateAll(db, domains)
  if (applied.length > 0) say(`数据库结构已更新:${applied.length} 项`)
  const demo: Demo | undefined =
    env.CITYLOOP_DEMO === '0' || env.DATABASE_URL ? undefined : await startDemo({ db, domains, dataDir, say })
  const kernel = await createKernel({ db, domains, log, fileDir: join(dataDir, 'files'), now: demo?.now })
  const district = env.CITYLOOP_DISTRICT ?? demo?.district ?? (await firstDistrict(kernel))
  const isPublicFace = env.CITYLOOP_FACE === 'public'
  const routes = isPublicFace ? publicRoutesOf(kernel) : [...routesOf(kernel), ...(demo?.routes ?? [])]
  const [desk, field] = [join(root, 'apps/desk/dist'), join(root, 'apps/field/dist')]
  const app = await buildServer({
    kernel,
    routes,
    district,
    trustProxy: env.CITYLOOP_TRUST_PROXY,
    ...(existsSync(desk) && !isPublicFace ? { webRoot: desk } : {}),
    ...(existsSync(field) ? { fieldRoot: field } : {}),
  })
  await serveApiDocs(app, routes)
  await app.listen({ port, host })
  await watchIdentity(kernel)
  const jobs = await startJobs(kernel)
  const gateways = await startGateways(kernel, district, env, say)
  const address = `http://${host}:${port}`
  await demo?.live(kernel, address, district)
  say(
    `\n  打开 ${address}\n${demo ? `  模拟城市:账号 zhiban1(值班长)等,密码 ${demo.password};现在是 ${kernel.now().toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}\n` : ''}  接口文档 ${address}/api/docs\n`,
  )
  let isStopping = false
  const stop = async (): Promise<void> => {
    if (isStopping) return
    isStopping = true
    await demo?.stop()
    await gateways.close()
    await jobs.stop()
    await app.close()
    await kernel.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}
await main()
