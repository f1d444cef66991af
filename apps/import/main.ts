/**
 * `npm run import -- KIND FILE [--district CODE] [--data DIR] …`: other people's data into this installation, through the same journal as
 * everything else. Kill it at any time and run it again: it goes on where it was. A second run adds nothing.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pino from 'pino'
import { createKernel, type Database, migrateAll, openDatabase, raw } from '#kernel'
import { domains } from '../server/domains.ts'
import { ImportError, type Job, type Kind, type Summary } from './job.ts'
import { areas } from './kinds/areas.ts'
import { complaints } from './kinds/complaints.ts'
import { osm } from './kinds/osm.ts'
import { requests311 } from './kinds/requests311.ts'
import { createErrorSheet, createProgress, summaryLines } from './report.ts'

const kinds: readonly Kind[] = [complaints, requests311, osm, areas]
const root = fileURLToPath(new URL('../../', import.meta.url))
const tell = (line: string): void => console.log(line)

const usage = (): string =>
  [
    '用法 usage: npm run import -- KIND FILE [--district CODE] [--data DIR]',
    ...kinds.flatMap((k) => [
      `  ${k.id.padEnd(12)}${k.zh} (${k.en})`,
      ...Object.entries(k.options).map(([name, help]) => `      --${name.padEnd(10)}${help}`),
    ]),
    '  --data      数据目录(默认 CITYLOOP_DATA 或 ./data);有 DATABASE_URL 时用它 data folder, unless DATABASE_URL is set',
  ].join('\n')

const optionNames = ['district', 'data', 'name', 'channel', 'kind', 'crs'] as const
const readCommand = (args: readonly string[]) => {
  try {
    const options = Object.fromEntries(optionNames.map((name) => [name, { type: 'string' as const }]))
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, cells: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
    return { values: values as Readonly<Record<string, string | boolean | undefined>>, positionals }
  } catch (error) {
    throw new ImportError(
      `看不懂的选项:${error instanceof Error ? error.message : ''}`,
      `${error instanceof Error ? error.message : ''}`,
    )
  }
}

const open = async (dataDir: string): Promise<Database> => {
  const { DATABASE_URL, CITYLOOP_DATABASE } = process.env
  try {
    return await openDatabase({ url: DATABASE_URL, dataDir, prefer: CITYLOOP_DATABASE as never, log: tell })
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('in use by process')) throw error
    throw new ImportError(
      '服务正在运行,而 PGlite 只容一个进程:请先停止服务,导入后再启动',
      `the server is running and PGlite allows one process: stop it first. ${error.message}`,
    )
  }
}

interface Run {
  readonly db: Database
  readonly kind: Kind
  readonly file: string
  readonly option: Job['option']
  readonly fileDir: string
  readonly outDir?: string
  readonly progress?: Job['progress']
}
/** One import into an open database; the door of the tests too. */
export const runImport = async (
  { db, kind, file, option, fileDir, outDir, progress = createProgress(process.stdout) }: Run,
  isStopping = (): boolean => false,
): Promise<{ readonly summary: Summary; readonly errors: Job['errors'] }> => {
  const kernel = await createKernel({ db, domains, log: pino({ level: 'warn' }), fileDir })
  const errors = createErrorSheet(file, outDir)
  const say: Job['say'] = (zh, en) => tell(`${zh} ${en}`)
  const summary = await kind.run({ kernel, file, option, say, progress, errors, isStopping })
  errors.save()
  // Without fresh statistics the next action on a case would be planned for an empty table.
  if (summary.added > 0) await raw(db.admin, 'analyze', [])
  return { summary, errors }
}
export const findKind = (id: string): Kind | undefined => kinds.find((k) => k.id === id)

/** @returns the exit code: 0 done, 1 failed or stopped, 2 a wrong command. */
const main = async (): Promise<number> => {
  const { values, positionals } = readCommand(process.argv.slice(2))
  const [id, file] = positionals
  const kind = findKind(id ?? '')
  if (values.help || !kind || !file) {
    tell(usage())
    return values.help ? 0 : 2
  }
  if (!existsSync(file)) throw new ImportError(`没有这个文件:${file}`, `no such file: ${file}`)
  const dataDir = resolve(typeof values.data === 'string' ? values.data : (process.env.CITYLOOP_DATA ?? join(root, 'data')))
  let isStopping = false
  const stop = (): void => {
    isStopping = true
    tell('\n写完这一批就停下;再次运行会接着导入 stopping after this batch; run again to continue')
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const db = await open(dataDir)
  try {
    await migrateAll(db, domains)
    tell(`导入 importing: ${kind.zh} (${kind.en}) ← ${file}`)
    const option = (name: string): string | undefined => (values[name] === undefined ? undefined : String(values[name]))
    const { summary, errors } = await runImport({ db, kind, file, option, fileDir: join(dataDir, 'files') }, () => isStopping)
    for (const line of summaryLines(summary)) tell(line)
    if (errors.rows.length > 0) tell(`退回的行见 refused rows: ${errors.path} (${errors.rows.length})`)
    return isStopping ? 1 : 0
  } finally {
    await db.close()
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    console.error(`${error.message}\n${error.en}`)
    process.exitCode = error.message.startsWith('看不懂') ? 2 : 1
  }
}
