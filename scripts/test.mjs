// `npm test`: the whole suite on the best database the machine offers; with --both, kernel and journeys on PGlite as well.
// Ends with the plain counts, and leaves the names of the tests that ran for `npm run mission -- --check`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const out = 'node_modules/.cache/cityloop'
mkdirSync(out, { recursive: true })
const args = process.argv.slice(2).filter((a) => a !== '--both')
const isBoth = process.argv.includes('--both')
const vitest = (name, more, env) => {
  const file = `${out}/${name}.json`
  writeFileSync(file, '{}')
  const { status } = spawnSync(
    'node_modules/.bin/node',
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...more],
    { stdio: 'inherit', env: { ...process.env, ...env } },
  )
  const report = JSON.parse(readFileSync(file, 'utf8'))
  return {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + (status !== 0 && !report.numFailedTests ? 1 : 0),
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  }
}
const runs = [vitest('native', args, {})]
if (isBoth) runs.push(vitest('pglite', ['kernel', 'test/journeys'], { CITYLOOP_TEST_DB: 'pglite' }))
// Journeys in the browser run where there is one; their names count for the mission like all others.
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
if (args.length > 0) console.log('只跑指定的测试')
else if (!existsSync(chromium)) console.log(`没有浏览器(${chromium}):跳过浏览器里的旅程 / no browser: browser journeys skipped`)
else runs.push(vitest('browser', ['--config', 'test/e2e/vitest.config.ts'], {}))
const sum = (key) => runs.reduce((n, r) => n + r[key], 0)
const line = `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`
writeFileSync(`${out}/last-line`, `${line}\n`)
console.log(line)
process.exit(sum('failed') > 0 || sum('passed') === 0 ? 1 : 0)
