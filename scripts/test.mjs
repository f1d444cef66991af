// `npm test`: the whole suite on the best database the machine offers; with --both, kernel and journeys on PGlite as well.
// Ends with the plain counts, and leaves the names of the tests that ran for `npm run mission -- --check`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const out = 'node_modules/.cache/cityloop'
mkdirSync(out, { recursive: true })
const args = process.argv.slice(2).filter((a) => a !== '--both')
const isBoth = process.argv.includes('--both')
const report = (name, more, env) => {
  const file = `${out}/${name}.json`
  writeFileSync(file, '{}')
  const { status } = spawnSync(
    'node_modules/.bin/node',
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...more],
    { stdio: 'inherit', env: { ...process.env, ...env } },
  )
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
    testResults = [],
  } = JSON.parse(readFileSync(file, 'utf8'))
  return {
    passed: numPassedTests,
    failed: numFailedTests + (status !== 0 && numFailedTests === 0 ? 1 : 0),
    skipped: numPendingTests + numTodoTests,
    files: testResults.filter((f) => f.status === 'failed'),
  }
}
const namesOf = ({ files }) =>
  files.flatMap((f) => {
    const failed = f.assertionResults.filter((t) => t.status === 'failed')
    return failed.length > 0 ? failed.map((t) => `${f.name}: ${t.fullName}`) : [`${f.name}: ${f.message ?? ''}`]
  })
/** What failed is tried once more by itself, file by file as it stands: what fails twice has failed; what does not is named as unsteady. */
const vitest = (name, more, env) => {
  rmSync(`${out}/${name}-again.json`, { force: true })
  const first = report(name, more, env)
  if (first.failed === 0 || first.files.length === 0 || args.length > 0) return first
  console.log(`\n失败,单独再试一次 / failed, tried once more alone:\n  ${namesOf(first).join('\n  ')}\n`)
  const config = more[0] === '--config' ? more.slice(0, 2) : []
  const again = report(`${name}-again`, [...config, ...first.files.map((f) => f.name)], env)
  const isSteady = again.failed > 0
  console.log(
    `${isSteady ? '两次都失败 / failed twice' : '不稳,第二次通过 / unsteady, passed alone'}:\n  ${namesOf(isSteady ? again : first).join('\n  ')}`,
  )
  return { ...first, passed: first.passed + Math.max(0, first.failed - again.failed), failed: again.failed }
}
const runs = [vitest('native', args, {})]
// The simulated city only goes through doors that the other journeys open on this database too.
if (isBoth)
  runs.push(
    vitest('pglite', ['kernel', 'test/journeys', '--exclude', 'test/journeys/*-life.test.ts'], { CITYLOOP_TEST_DB: 'pglite' }),
  )
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
