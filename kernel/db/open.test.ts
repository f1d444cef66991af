import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import { raw } from './driver.ts'
import type { Database } from './types.ts'
import { isCheckViolation, isForeignKeyViolation, isUniqueViolation, violatedConstraint } from './violations.ts'

const sources = [{ scope: 'sample', dir: fileURLToPath(new URL('./sample', import.meta.url)) }]
let db: Database
beforeAll(async () => {
  db = await testDatabase(sources)
}, 120_000)
afterAll(() => db.close())

test('values have the same JavaScript types whichever database it is', async () => {
  const { rows } = await db.raw(
    `select 7::int8 as big, 1.50::numeric as money, date '2026-01-02' as day, timestamptz '2026-01-02 03:04:05+08' as at,
      '{1,null}'::int8[] as bigs, '{1.5,2}'::numeric[] as moneys, '{2026-01-02}'::date[] as days, '{a,"b,c"}'::text[] as texts,
      '{"a": [1]}'::jsonb as json, '\\xdead'::bytea as bytes, true as yes, interval '1 day' as span, time '08:30' as hour`,
  )
  expect(rows).toEqual([
    {
      big: 7,
      money: 1.5,
      day: '2026-01-02',
      at: new Date('2026-01-01T19:04:05Z'),
      bigs: [1, null],
      moneys: [1.5, 2],
      days: ['2026-01-02'],
      texts: ['a', 'b,c'],
      json: { a: [1] },
      bytes: Buffer.from([0xde, 0xad]),
      yes: true,
      span: '1 day',
      hour: '08:30:00',
    },
  ])
})

test('parameters go in as they come out', async () => {
  const at = new Date('2026-11-21T04:05:06.789Z')
  const { rows } = await db.raw(
    'select $1::int8 as a, $2::timestamptz as b, $3::text[] as c, $4::jsonb as d, $5::date as e, $6::bytea as f',
    [2 ** 40, at, ['东', '西,"'], { 街道: 1 }, '2026-02-28', Buffer.from('x')],
  )
  expect(rows).toEqual([{ a: 2 ** 40, b: at, c: ['东', '西,"'], d: { 街道: 1 }, e: '2026-02-28', f: Buffer.from('x') }])
})

test('both handles live in Beijing time, without jit, each as its role', async () => {
  const question = `select current_user::text as me, current_setting('TimeZone') as zone, current_setting('jit') as jit`
  const { rows: app } = await raw(db.app, question)
  const { rows: admin } = await raw(db.admin, question)
  expect(app).toEqual([{ me: 'cityloop_app', zone: 'Asia/Shanghai', jit: 'off' }])
  expect(admin).toMatchObject([{ zone: 'Asia/Shanghai', jit: 'off' }])
  expect(admin[0]?.me).not.toBe('cityloop_app')
})

test('a transaction with districts costs begin, statement, commit', async () => {
  const before = db.queryCount()
  const { rows } = await db.withDistricts(['110101', '110102'], (tx) => raw(tx, `select current_setting('app.districts') as d`))
  expect(rows).toEqual([{ d: '110101,110102' }])
  expect(db.queryCount() - before).toBe(3)
})

test('the setting ends with its transaction', async () => {
  await db.withDistricts(['110101'], (tx) => raw(tx, 'select 1'))
  const { rows } = await db.raw(`select coalesce(current_setting('app.districts', true), '') as d`)
  expect(rows).toEqual([{ d: '' }])
})

test('a district that is not a code is refused before it reaches the database', () => {
  expect(() => db.withDistricts(["110101', true); drop table sample.shop; --"], async () => 1)).toThrow('6 digits')
})

test('many transactions at once, on both handles, keep their roles and districts apart', async () => {
  const districts = Array.from({ length: 40 }, (_, index) => String(110101 + index))
  const seen = await Promise.all(
    districts.map(async (district) => {
      await raw(db.admin, 'select 1')
      return db.withDistricts([district], async (tx) => {
        const { rows } = await raw<{ d: string; me: string }>(
          tx,
          `select current_setting('app.districts') as d, current_user::text as me`,
        )
        return rows[0]
      })
    }),
  )
  expect(seen).toEqual(districts.map((d) => ({ d, me: 'cityloop_app' })))
})

test('a thrown error rolls back and passes through', async () => {
  const boom = new Error('boom')
  const work = db.withDistricts(['110101'], async (tx) => {
    await raw(tx, `insert into sample.shop (district, name) values ('110101', '回滚店')`)
    throw boom
  })
  await expect(work).rejects.toBe(boom)
  const { rows } = await raw(db.admin, `select name from sample.shop where name = '回滚店'`)
  expect(rows).toEqual([])
})

test('swallowing a failed statement does not pass for a commit', async () => {
  const work = db.withDistricts(['110101'], async (tx) => {
    await raw(tx, 'select 1/0').catch(() => {})
  })
  await expect(work).rejects.toThrow()
})

test('violations are told apart and carry the constraint', async () => {
  const insert = (values: string) =>
    db
      .withDistricts(['110101'], (tx) => raw(tx, `insert into sample.shop (district, name, street) values ('110101', ${values})`))
      .then(() => undefined)
      .catch((error: unknown) => error)
  expect(await insert(`'老王五金', null`)).toBeUndefined()
  const again = await insert(`'老王五金', null`)
  expect(isUniqueViolation(again, 'shop_district_name_key')).toBe(true)
  expect(isUniqueViolation(again, 'another')).toBe(false)
  expect(isForeignKeyViolation(await insert(`'小李', '999'`))).toBe(true)
  const check = await insert(`'', null`)
  expect(isCheckViolation(check)).toBe(true)
  expect(violatedConstraint(check)).toBe('shop_name_check')
  expect(isUniqueViolation(new Error('other'))).toBe(false)
})

test('savepoints and kysely builders work inside', async () => {
  const name = await db.withDistricts(['110101'], async (tx) => {
    await raw(tx, 'savepoint s')
    await raw(tx, 'select 1/0').catch(() => raw(tx, 'rollback to savepoint s'))
    const { rows } = await sql<{ name: string }>`select name from sample.street where code = ${'110101001'}`.execute(tx)
    return rows[0]?.name
  })
  expect(name).toBe('东华门街道')
})

test('notifications arrive after commit, until the listener leaves', async () => {
  const heard: string[] = []
  const stop = await db.listen('case_changed', (payload) => heard.push(payload))
  await db.notify('case_changed', '一')
  await db
    .withDistricts(['110101'], async (tx) => {
      await raw(tx, `select pg_notify('case_changed', 'rolled back')`)
      throw new Error('no')
    })
    .catch(() => {})
  await db.withDistricts(['110101'], (tx) => raw(tx, `select pg_notify('case_changed', '二')`))
  await expect.poll(() => heard).toEqual(['一', '二'])
  await stop()
  await db.notify('case_changed', '三')
  await sleep(50)
  expect(heard).toEqual(['一', '二'])
  await expect(db.listen('no; drop', () => {})).rejects.toThrow('channel')
})
