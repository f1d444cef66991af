/** Run as a process of its own by the tests: opens the database, writes rows and prints each number after its commit. */
import { raw } from '../driver.ts'
import { openDatabase } from '../open.ts'
import type { DatabaseKind } from '../types.ts'

const [prefer, dataDir, limit] = process.argv.slice(2)
const db = await openDatabase({ prefer: prefer as DatabaseKind, dataDir, log: (line) => console.log(`log ${line}`) })
await raw(db.admin, 'create table if not exists public.written (n integer primary key)')
console.log('open')
for (let n = 1; n <= Number(limit); n += 1) {
  await raw(db.admin, 'insert into public.written values ($1)', [n])
  console.log(`wrote ${n}`)
}
process.stdin.once('data', async () => {
  await db.close()
  process.exit(0)
})
