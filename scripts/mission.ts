/**
 * `npm run -s mission`: done and todo per group. `--check` fails on a done row without a test that ran, or without a screen that
 * exists; run it after `npm test`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { domains } from '#apps/server/domains.ts'
import type { Kernel } from '#kernel'
import { sheetOf } from '#kernel/http/sheet.ts'

interface Row {
  readonly zh: string
  readonly group: string
  readonly status: 'done' | 'todo'
  readonly domain: string
  readonly test: readonly string[]
  readonly screen: string
  readonly note: string
}
const rows = Object.entries(JSON.parse(readFileSync('docs/mission.json', 'utf8')) as Record<string, Row>)
const groups = Map.groupBy(rows, ([, r]) => r.group)
const isCheck = process.argv.includes('--check')

interface Report {
  readonly testResults?: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}
const ran = (): readonly { readonly file: string; readonly name: string }[] => {
  const dir = 'node_modules/.cache/cityloop'
  const files = existsSync(dir) ? readdirSync(dir).filter((f) => /^(native|pglite|browser)(-again)?\.json$/.test(f)) : []
  return files.flatMap((f) => {
    const report = JSON.parse(readFileSync(`${dir}/${f}`, 'utf8')) as Report
    return (report.testResults ?? []).flatMap((t) =>
      t.assertionResults.filter((a) => a.status === 'passed').map((a) => ({ file: t.name, name: a.fullName })),
    )
  })
}
const definitions = new Set(
  domains.flatMap((d) => [...(d.registers ?? []), ...(d.records ?? []), ...(d.procedures ?? [])].map((x) => x.id)),
)
/** A kernel that answers whatever is asked of it with itself: routes are only named here, nothing is served. */
const nothing: unknown = new Proxy(() => nothing, { get: () => nothing, apply: () => nothing })
/** Pages that are made of a route. */
const sheets = domains.flatMap((d) =>
  (d.routes?.(nothing as Kernel) ?? []).flatMap(({ route }) => {
    const sheet = sheetOf(route)
    return sheet && route.sheet && 'menu' in route.sheet ? [`/sheets/${sheet.key}`] : []
  }),
)
/** Pages of the phone's app, as its router names them. */
const phonePages = [...readFileSync('apps/field/src/router.ts', 'utf8').matchAll(/path: '(\/[a-z/]*)'/g)].map((m) => `/m${m[1]}`)
const pages = new Set(
  domains
    .flatMap((d) => (d.menu ?? []).map((m) => m.path))
    .concat(sheets, phonePages, '/cases', '/journal', '/map', '/stats', '/today'),
)
const hasScreen = (screen: string): boolean =>
  screen.startsWith('/rows/') ? definitions.has(screen.slice(6)) && pages.has(screen) : pages.has(screen)

const expectedRows = 617
const problems: string[] = rows.length === expectedRows ? [] : [`${rows.length} rows, expected ${expectedRows}`]
if (isCheck) {
  const tests = ran()
  for (const [id, row] of rows) {
    if (row.status !== 'done') continue
    const [file = '', name = ''] = row.test
    if (!tests.some((t) => t.file.endsWith(file) && t.name.split(/[\s>]+/).includes(name)))
      problems.push(`${id}: no test named ${name} of ${file} has run`)
    if (!hasScreen(row.screen)) problems.push(`${id}: no screen ${row.screen}`)
    if (!domains.some((d) => d.id === row.domain)) problems.push(`${id}: no domain ${row.domain}`)
  }
}
// Known before anything has run: the word stands in the file, the page in a menu.
for (const [id, row] of isCheck ? [] : rows) {
  if (row.status !== 'done') continue
  const [file = '', name = ''] = row.test
  const isThere =
    existsSync(file) &&
    readFileSync(file, 'utf8')
      .split(/[\s'"`]+/)
      .includes(name)
  if (!isThere) problems.push(`${id}: no test named ${name} in ${file}`)
  if (!hasScreen(row.screen)) problems.push(`${id}: no screen ${row.screen}`)
}
for (const [group, list] of [...groups].sort(
  ([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || a.localeCompare(b),
)) {
  const done = list.filter(([, r]) => r.status === 'done').length
  console.log(`${group.padEnd(16)} ${String(done).padStart(3)} done ${String(list.length - done).padStart(4)} todo`)
}
const all = rows.filter(([, r]) => r.status === 'done').length
console.log(`${'all'.padEnd(16)} ${String(all).padStart(3)} done ${String(rows.length - all).padStart(4)} todo`)
for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)
