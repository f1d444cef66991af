import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { raw } from './driver.ts'
import { MigrationError, migrate } from './migrate.ts'
import type { Database } from './types.ts'

let db: Database
let dir: string
let scope: string
let serial = 0
beforeAll(async () => {
  db = await testDatabase([])
}, 120_000)
afterAll(() => db.close())
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cityloop-migrate-'))
  serial += 1
  scope = `m${serial}`
  write(
    '0001_first.sql',
    `create schema ${scope}; create table ${scope}.lamp (district text not null, id integer, primary key (district, id))`,
  )
  return () => rmSync(dir, { recursive: true })
})
const write = (name: string, text: string) => writeFileSync(join(dir, name), text)
const run = () => migrate(db, [{ scope, dir }])

test('applies what is new, in order, once', async () => {
  write('0003_third.sql', `alter table ${scope}.lamp add watt numeric`)
  write('0002_second.sql', `alter table ${scope}.lamp add pole text`)
  expect((await run()).map(({ number, name }) => `${number} ${name}`)).toEqual(['1 first', '2 second', '3 third'])
  expect(await run()).toEqual([])
  write('0004_fourth.sql', `alter table ${scope}.lamp drop watt`)
  expect(await run()).toEqual([{ scope, number: 4, name: 'fourth' }])
})

test('several processes at once apply each file once', async () => {
  const done = await Promise.all([run(), run(), run()])
  expect(done.flat()).toHaveLength(1)
})

test('a changed file is an error that names it', async () => {
  await run()
  write('0001_first.sql', 'select 1')
  await expect(run()).rejects.toThrow(/0001_first\.sql.*was changed after/)
})

test('a lost file and an overtaken number are errors', async () => {
  write('0003_third.sql', 'select 1')
  await run()
  write('0002_late.sql', 'select 1')
  await expect(run()).rejects.toThrow(/0002_late\.sql.*higher number/)
  rmSync(join(dir, '0002_late.sql'))
  rmSync(join(dir, '0003_third.sql'))
  await expect(run()).rejects.toThrow('the file is gone')
})

test('a failing file leaves nothing of itself and says which line', async () => {
  write('0002_bad.sql', `create table ${scope}.half (id integer);\n\ncreate table ${scope}.lamp (id integer);\nselect nonsense`)
  const error: unknown = await run().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(MigrationError)
  expect(String(error)).toMatch(/0002_bad\.sql: relation "lamp" already exists/)
  const { rows } = await raw(db.admin, 'select tablename as name from pg_tables where schemaname = $1', [scope])
  expect(rows).toEqual([{ name: 'lamp' }])
  write('0002_bad.sql', `select 1;\nselect nonsense`)
  await expect(run()).rejects.toThrow('(line 2)')
})

test('a wrong name and a number used twice are errors', async () => {
  write('0001_again.sql', 'select 1')
  await expect(run()).rejects.toThrow('used twice')
  rmSync(join(dir, '0001_again.sql'))
  write('two.sql', 'select 1')
  await expect(run()).rejects.toThrow('NNNN_name.sql')
})
