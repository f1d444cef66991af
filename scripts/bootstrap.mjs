// Prepares a fresh clone: packages, then the apps. Only node: modules, because nothing is installed yet; runs on Node 20 too.
import { execSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

// onnxruntime-node holds its CPU binary; its install script would only fetch the one for graphics cards.
const run = (command) => execSync(command, { stdio: 'inherit', env: { ...process.env, ONNXRUNTIME_NODE_INSTALL_CUDA: 'skip' } })
const stamp = 'node_modules/.cityloop-lock'
const lock = createHash('sha1').update(readFileSync('package-lock.json')).digest('hex')
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('首次运行:安装依赖 … / installing packages …')
  run('npm ci --no-audit --no-fund --loglevel=error')
  writeFileSync(stamp, lock)
}
const runtime = execSync('node_modules/.bin/node --version', { encoding: 'utf8' }).trim()
if (Number(runtime.slice(1).split('.')[0]) < 24) {
  console.error(`需要 Node 24,现为 ${runtime}。请运行 npm rebuild node 后重试。/ Node 24 is needed: run "npm rebuild node".`)
  process.exit(1)
}
const newest = (dir) =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true }).reduce((t, e) => {
        if (e.name === 'dist' || e.name === 'node_modules') return t
        const path = join(dir, e.name)
        return Math.max(t, e.isDirectory() ? newest(path) : statSync(path).mtimeMs)
      }, 0)
    : 0
const screens = existsSync('domains') ? readdirSync('domains').map((d) => newest(`domains/${d}/screens`)) : []
const filesIn = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? filesIn(join(dir, e.name)) : [join(dir, e.name)]))
/** Each text file also packed, once, so that a phone on a slow line loads a third of it; the server picks by what the browser takes. */
const pack = (dir) => {
  for (const file of filesIn(dir).filter((f) => /\.(js|css|html|svg|json|webmanifest)$/.test(f))) {
    const bytes = readFileSync(file)
    if (bytes.length < 1024) continue
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  }
}
const shared = Math.max(newest('kernel/web'), ...screens)
for (const app of ['apps/desk', 'apps/field']) {
  const built = `${app}/dist/index.html`
  if (!existsSync(app) || (existsSync(built) && statSync(built).mtimeMs >= Math.max(newest(app), shared))) continue
  console.log(`构建界面 ${app} … / building the screens …`)
  mkdirSync(`${app}/dist`, { recursive: true })
  run(`node_modules/.bin/node node_modules/vite/bin/vite.js build -c ${app}/vite.config.ts --logLevel warn`)
  pack(`${app}/dist`)
}
