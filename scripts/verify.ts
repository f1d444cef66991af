/** `npm run verify`: walks every chain of the journal and names the first break of each, counts every figure anew; ends with 1 when something is not as it was. */
import { resolve } from 'node:path'
import { domains } from '#apps/server/domains.ts'
import { createKernel, openDatabase, raw, recountTallies, verifyJournal } from '#kernel'
import type { DatabaseKind } from '#kernel/db/index.ts'

const dataDir = resolve(process.env.CITYLOOP_DATA ?? 'data')
const db = await openDatabase({
  url: process.env.DATABASE_URL,
  prefer: process.env.CITYLOOP_DATABASE as DatabaseKind | undefined,
  dataDir,
  log: console.log,
})
const kernel = await createKernel({ db, domains, fileDir: `${dataDir}/files` })
const { rows } = await raw<{ code: string }>(db.app, 'select code from kernel.district order by code', [])
let broken = 0
for (const { code } of rows) {
  const result = await verifyJournal(kernel, code)
  console.log(`${code}: ${result.subjects} 个对象、${result.entries} 条留痕,断点 ${result.breaks.length} 处`)
  for (const b of result.breaks) console.log(`  ${b.kind} ${b.subjectType} ${b.subjectId} 第${b.seq}条`)
  broken += result.breaks.length
  const figures = await recountTallies(kernel, code)
  console.log(`  指标分子分母 ${figures.parts} 项从行里重数,与留存不符 ${figures.differing} 项`)
  broken += figures.differing
}
await kernel.close()
process.exit(broken > 0 ? 1 : 0)
