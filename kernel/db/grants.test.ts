import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { raw } from './driver.ts'
import { applyGrants } from './grants.ts'
import type { Database } from './types.ts'
import { isPermissionViolation } from './violations.ts'

const sources = [{ scope: 'sample', dir: fileURLToPath(new URL('./sample', import.meta.url)) }]
const [here, there] = ['110101', '110102']
let db: Database
beforeAll(async () => {
  db = await testDatabase(sources, {
    key: 'grants-1',
    run: async (fresh) => {
      await raw(
        fresh.admin,
        `insert into sample.shop (district, name) values ('${here}', '此处'), ('${there}', '彼处');
         insert into sample.entry values ('${here}', 1, '立案'), ('${there}', 1, '立案');
         insert into sample.reading values ('${here}', '2026-05-01', 1), ('${there}', '2026-05-01', 2)`,
      )
    },
  })
}, 120_000)
afterAll(() => db.close())

const as = (districts: readonly string[], text: string) => db.withDistricts(districts, (tx) => raw(tx, text))
const refusal = (districts: readonly string[], text: string) =>
  as(districts, text).then(
    () => 'allowed',
    (error: unknown) => (isPermissionViolation(error) ? 'refused' : error),
  )

test('each district reads its own rows, several are the sum, none is nothing', async () => {
  expect((await as([here], 'select name from sample.shop')).rows).toEqual([{ name: '此处' }])
  expect((await as([here, there], 'select name from sample.shop')).rows).toHaveLength(2)
  expect((await as([], 'select name from sample.shop')).rows).toEqual([])
  expect((await db.raw('select name from sample.shop')).rows).toEqual([])
})

test('nothing is written across the border', async () => {
  expect(await refusal([here], `insert into sample.shop (district, name) values ('${there}', '越界')`)).toBe('refused')
  expect(await refusal([here], `update sample.shop set district = '${there}' where name = '此处'`)).toBe('refused')
  expect((await as([here], `update sample.shop set name = '改' where district = '${there}'`)).count).toBe(0)
  expect((await as([here], `delete from sample.shop where district = '${there}'`)).count).toBe(0)
  expect((await as([here], `update sample.shop set score = 90`)).count).toBe(1)
})

test('an append-only table takes new rows and refuses to change or lose any', async () => {
  expect(await refusal([here], `insert into sample.entry values ('${here}', 2, '派遣')`)).toBe('allowed')
  expect(await refusal([here], `update sample.entry set text = '改'`)).toBe('refused')
  expect(await refusal([here], 'delete from sample.entry')).toBe('refused')
  expect(await refusal([here], 'truncate sample.entry')).toBe('refused')
})

test('the border holds through partitions and views; a partition itself cannot be named', async () => {
  expect((await as([here], 'select value from sample.reading')).rows).toEqual([{ value: 1 }])
  expect(await refusal([here], 'select * from sample.reading_2026')).toBe('refused')
  expect((await as([there], 'select district, n from sample.shop_count')).rows).toEqual([{ district: there, n: 1 }])
})

test('tables without a district are read; only the shared-writable ones are written', async () => {
  expect((await db.raw('select code from sample.street')).rows).toHaveLength(2)
  expect(await refusal([], `insert into sample.street values ('x', 'y')`)).toBe('refused')
  expect(await refusal([], `insert into sample.setting values ('theme', 'dark')`)).toBe('allowed')
  expect(await refusal([], 'select * from kernel.migration')).toBe('allowed')
  expect(await refusal([], 'delete from kernel.migration')).toBe('refused')
})

test('a second run sends no statement; a new partition gets its border', async () => {
  const before = db.queryCount()
  await applyGrants(db.admin)
  expect(db.queryCount() - before).toBe(5)
  await raw(
    db.admin,
    `create table sample.reading_2027 partition of sample.reading for values from ('2027-01-01') to ('2028-01-01')`,
  )
  await applyGrants(db.admin)
  const { rows } = await raw(db.admin, `select relforcerowsecurity as forced from pg_class where relname = 'reading_2027'`)
  expect(rows).toEqual([{ forced: true }])
})

test('a view that would see through the border is an error', async () => {
  await raw(db.admin, 'create view sample.leak as select * from sample.shop')
  await expect(applyGrants(db.admin)).rejects.toThrow('sample.leak')
  await raw(db.admin, 'drop view sample.leak')
})
