import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { raw } from '../db/driver.ts'
import { testDatabase } from './database.ts'

const sources = [{ scope: 'sample', dir: fileURLToPath(new URL('../db/sample', import.meta.url)) }]
const seed = {
  key: 'testing-1',
  run: async (db: Awaited<ReturnType<typeof testDatabase>>) => {
    await raw(
      db.admin,
      `insert into sample.shop (district, name, street) values ('110101', '一店', '110101001'), ('110101', '二店', null)`,
    )
  },
}

test('every file begins with migrations and seed, whatever the one before did', async () => {
  const first = await testDatabase(sources, seed)
  await raw(
    first.admin,
    `insert into sample.shop (district, name) values ('110101', '三店');
     delete from sample.shop where name = '一店';
     truncate sample.street cascade;
     insert into sample.reading values ('110101', '2026-03-01', 1);
     create table sample.extra (id integer);
     create schema stray; create table stray.thing (id integer)`,
  )
  await first.close()
  const second = await testDatabase(sources, seed)
  const { rows } = await raw(second.admin, 'select name, name_length, street from sample.shop order by id')
  expect(rows).toEqual([
    { name: '一店', name_length: 2, street: '110101001' },
    { name: '二店', name_length: 2, street: null },
  ])
  expect((await raw(second.admin, 'select from sample.street')).rows).toHaveLength(2)
  expect((await raw(second.admin, 'select from sample.reading')).rows).toEqual([])
  const next = await raw(second.admin, `insert into sample.shop (district, name) values ('110101', '新店') returning id`)
  expect(next.rows).toEqual([{ id: 3 }])
  const { rows: stray } = await raw(
    second.admin,
    `select to_regclass('sample.extra') as extra, to_regnamespace('stray') as stray`,
  )
  expect(stray).toEqual([{ extra: null, stray: null }])
  await second.close()
}, 120_000)
