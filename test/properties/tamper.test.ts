import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw, verifyJournal } from '#kernel'
import { hashEntry } from '#kernel/journal/chain.ts'
import { loadJournal } from '#kernel/journal/load.ts'
import { somewhere, type World, world } from '../world.ts'

describe('动过的痕迹都会被指出来', () => {
  let w: World
  let id = ''
  let shop = ''
  const admin = (sql: string, params: readonly unknown[] = []) => raw<Record<string, unknown>>(w.kernel.db.admin, sql, params)
  const asApp = (sql: string, params: readonly unknown[] = []) =>
    w.kernel.db.withDistricts([w.district], (tx) => raw(tx, sql, params))
  const breaks = async () => (await verifyJournal(w.kernel, w.district)).breaks

  beforeAll(async () => {
    w = await world('2026-01-05 09:00')
    const opened = await w.anyone.post<{ receipt: string }>('/public/reports', { description: '路灯不亮', ...somewhere })
    const { rows } = await admin('select subject_id as id from kernel.journal where hash = $1', [opened.body.receipt])
    id = String(rows[0]?.id)
    const operator = await w.as('shouli1')
    await operator.act('cases.case', id, 'accept')
    await (await w.as('zhiban1')).act('cases.case', id, 'addNote', { note: '已电话联系' })
    shop = String((await admin('select id from grid.shop where retired_at is null order by id limit 1')).rows[0]?.id)
    expect(await breaks()).toEqual([])
  })
  afterAll(() => w.close())

  /** As the owner of the database: does it, looks, puts it back. */
  const tampered = async (table: string, where: string, change: string): Promise<Awaited<ReturnType<typeof breaks>>> => {
    const copy = `public.kept_${randomUUID().replaceAll('-', '')}`
    await admin(`create table ${copy} as select * from ${table} where ${where}`)
    await admin(change)
    const found = await breaks()
    const { rows } = await admin(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    )
    await admin(
      `delete from ${table} where ${where}; insert into ${table} (${rows[0]?.columns}) select ${rows[0]?.columns} from ${copy}; drop table ${copy}`,
    )
    expect(await breaks()).toEqual([])
    return found
  }
  const journal = (seq: string): string => `subject_id = '${id}' and seq ${seq}`

  it('改一条:指到那一条', async () => {
    const found = await tampered(
      'kernel.journal',
      journal('= 2'),
      `update kernel.journal set actor_name = '别人' where ${journal('= 2')}`,
    )
    expect(found).toEqual([{ kind: 'changed', seq: 2, subjectId: id, subjectType: 'cases.case' }])
  })
  it('改一个字的内容也一样', async () => {
    const found = await tampered(
      'kernel.journal',
      journal('= 1'),
      `update kernel.journal set changes = jsonb_set(changes, '{description}', '"路灯很亮"') where ${journal('= 1')}`,
    )
    expect(found[0]).toMatchObject({ kind: 'changed', seq: 1, subjectId: id })
  })
  it('删最后一条、删中间一条、全删', async () => {
    expect(
      (await tampered('kernel.journal', journal('= 3'), `delete from kernel.journal where ${journal('= 3')}`))[0],
    ).toMatchObject({ kind: 'cut', subjectId: id })
    expect(
      (await tampered('kernel.journal', journal('= 2'), `delete from kernel.journal where ${journal('= 2')}`))[0],
    ).toMatchObject({ kind: 'missing', seq: 2, subjectId: id })
    expect(
      (await tampered('kernel.journal', journal('> 0'), `delete from kernel.journal where ${journal('> 0')}`))[0],
    ).toMatchObject({ kind: 'unwritten', subjectId: id })
  })
  it('连哈希一起重算:行上记着的末端对不上', async () => {
    const entries = await w.kernel.db.withDistricts([w.district], (tx) => loadJournal(tx, id))
    const last = entries.at(-1)
    if (!last) throw new Error('no entry')
    const hash = hashEntry({ ...last, detail: { note: '从未联系' } })
    const found = await tampered(
      'kernel.journal',
      journal('= 3'),
      `update kernel.journal set detail = '{"note": "从未联系"}', hash = '${hash}' where ${journal('= 3')}`,
    )
    expect(found[0]).toMatchObject({ kind: 'head', seq: 3, subjectId: id })
  })
  it.each([
    ['status', `'closed'`],
    ['description', `'一切正常'`],
    ['accept_due_at', `accept_due_at + interval '1 day'`],
    ['unit_id', 'gen_random_uuid()'],
    ['lon', 'lon + 0.001'],
  ])('绕过留痕改案件的 %s', async (column, value) => {
    const found = await tampered(
      'cases."case"',
      `id = '${id}'`,
      `update cases."case" set ${column} = ${value} where id = '${id}'`,
    )
    expect(found).toMatchObject([
      { kind: 'row', subjectId: id, columns: [column.replace(/_(\w)/g, (_, c: string) => c.toUpperCase())] },
    ])
  })
  it('删掉案件;凭空塞进一件', async () => {
    expect((await tampered('cases."case"', `id = '${id}'`, `delete from cases."case" where id = '${id}'`))[0]).toMatchObject({
      kind: 'gone',
      subjectId: id,
    })
    const fake = randomUUID()
    const { rows } = await admin(
      `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute where attrelid = 'cases."case"'::regclass and attnum > 0 and attname <> 'id' and attname <> 'number' and attgenerated = ''`,
    )
    await admin(
      `insert into cases."case" (id, number, ${rows[0]?.columns}) select '${fake}', 'A-FAKE', ${rows[0]?.columns} from cases."case" where id = '${id}'`,
    )
    expect((await breaks())[0]).toMatchObject({ kind: 'unwritten', subjectId: fake, subjectType: 'cases.case' })
    await admin(`delete from cases."case" where id = '${fake}'`)
  })
  it('台账的行也一样', async () => {
    const found = await tampered(
      'grid.shop',
      `id = '${shop}'`,
      `update grid.shop set grade = case grade when 'red' then 'green' else 'red' end where id = '${shop}'`,
    )
    expect(found).toMatchObject([{ kind: 'row', subjectId: shop, subjectType: 'grid.shop', columns: ['grade'] }])
  })

  it.each([
    'update kernel.journal set action = action',
    'delete from kernel.journal',
    'truncate kernel.journal',
    'update kernel.audit set kind = kind',
    'delete from kernel.audit',
  ])('应用账号不能:%s', async (sql) => {
    await expect(asApp(sql)).rejects.toThrow(/permission denied/)
  })
})
