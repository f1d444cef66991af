import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, raw } from '../db/index.ts'
import { testDatabase } from '../testing/database.ts'
import { recordset, type Statement } from './statement.ts'

let db: Database
beforeAll(async () => {
  db = await testDatabase([{ scope: 'sample', dir: fileURLToPath(new URL('../db/sample', import.meta.url)) }])
}, 120_000)
afterAll(() => db.close())

const through = async (
  rows: readonly Record<string, unknown>[],
  columns: string,
): Promise<readonly Record<string, unknown>[]> => {
  const s: Statement = { parts: [], params: [] }
  const source = recordset(s, rows, columns)
  return (await raw<Record<string, unknown>>(db.admin, `select x.* from ${source}`, s.params)).rows
}

// What PostgreSQL's text can hold: anything but NUL; a lone half of a pair is no character.
const text = fc.string({ unit: 'binary' }).filter((t) => !t.includes('\u0000') && t.isWellFormed())
const row = fc.record({
  t: fc.option(text),
  u: fc.option(fc.uuid()),
  i: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  b: fc.option(fc.maxSafeInteger()),
  f: fc.option(fc.boolean()),
  at: fc.option(
    fc.date({ min: new Date('1902-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((d) => new Date(d.getTime())),
  ),
  n: fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100)),
  l: fc.option(fc.array(fc.option(text), { maxLength: 4 })),
  j: fc.option(fc.oneof(text, fc.integer(), fc.boolean(), fc.dictionary(fc.string({ unit: 'grapheme-ascii' }), fc.integer()))),
})
const columns = 't text, u uuid, i integer, b bigint, f boolean, at timestamptz, n numeric, l text[], j jsonb'

test('what is sent column by column comes back row by row, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      expect(await through(rows, columns)).toEqual(rows)
    }),
    { numRuns: 60 },
  )
})

test('an instant as text is the instant; JSON made already is not made again', async () => {
  const at = '2026-05-01T00:00:00.123Z'
  expect(await through([{ at, j: '{"a": [1, "二"]}' }], 'at timestamptz, j jsontext')).toEqual([
    { at: new Date(at), j: { a: [1, '二'] } },
  ])
})

test('what does not fit its column is refused by the database, not bent', async () => {
  const code = (rows: readonly Record<string, unknown>[], of: string) =>
    through(rows, of).then(
      () => 'taken',
      (error: { code?: string }) => error.code,
    )
  expect(await code([{ i: 2.5 }], 'i integer')).toBe('22P02')
  expect(await code([{ i: 2 ** 31 }], 'i integer')).toBe('22003')
  expect(await code([{ u: '不是' }], 'u uuid')).toBe('22P02')
  expect(await code([{ at: '昨天' }], 'at timestamptz')).toBe('22007')
  expect(await code([{ t: 'a\u0000b' }], 't text')).toBe('22021')
  expect(await code([{ t: 5 }, { t: '六' }], 't text')).toBe('taken')
})
