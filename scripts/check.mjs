// `npm run check`: every net, each runnable alone (`npm run check -- types`).
import { spawnSync } from 'node:child_process'

const bin = (name, ...args) => ['node_modules/.bin/node', [`node_modules/${name}`, ...args]]
const script = (file, ...args) => ['node_modules/.bin/node', [file, ...args]]
const steps = {
  format: bin('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--diagnostic-level=error', '.'),
  types: bin('typescript/bin/tsc', '-p', 'tsconfig.json'),
  screens: bin('vue-tsc/bin/vue-tsc.js', '-p', 'apps/desk/tsconfig.json', '--noEmit'),
  'screens-field': bin('vue-tsc/bin/vue-tsc.js', '-p', 'apps/field/tsconfig.json', '--noEmit'),
  borders: bin(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
    'kernel',
    'catalogue',
    'domains',
    'gateways',
    'apps',
    'sim',
    'bench',
    'test',
  ),
  sizes: script('scripts/sizes.mjs'),
  unused: bin('knip/bin/knip.js', '--include', 'files,dependencies,unlisted,unresolved'),
  migrations: script('scripts/migration.ts', '--check'),
  generated: script('scripts/generate.ts', '--check'),
  mission: script('scripts/mission.ts'),
}
const wanted = process.argv.slice(2)
let failed = 0
for (const [name, [command, args]] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const from = performance.now()
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (status !== 0 || wanted.length > 0) console.log(`${stdout}${stderr}`.slice(0, 12_000))
  if (status !== 0) failed++
}
process.exit(failed > 0 ? 1 : 0)
