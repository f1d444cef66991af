import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { raw } from './driver.ts'
import { applyGrants } from './grants.ts'
import { dumpSchema } from './schema-dump.ts'
import type { Database } from './types.ts'

let db: Database
beforeAll(async () => {
  db = await testDatabase([{ scope: 'sample', dir: fileURLToPath(new URL('./sample', import.meta.url)) }])
}, 120_000)
afterAll(() => db.close())

// The file is the same whether this runs on PostgreSQL 15 or on PGlite: that is the test.
test('the text is the same on every database', async () => {
  await expect(await dumpSchema(db)).toMatchFileSnapshot('./schema-dump.sample.sql')
})

test('it tells of a changed grant and of nothing that a job did', async () => {
  const before = await dumpSchema(db)
  await raw(
    db.admin,
    `create table sample.reading_2030 partition of sample.reading for values from ('2030-01-01') to ('2031-01-01')`,
  )
  await applyGrants(db.admin)
  expect(await dumpSchema(db)).toBe(before)
  await raw(db.admin, 'grant update on sample.entry to cityloop_app')
  expect(await dumpSchema(db)).not.toBe(before)
  await applyGrants(db.admin)
  expect(await dumpSchema(db)).toBe(before)
})
