import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createKernel } from '../create.ts'
import { raw } from '../db/index.ts'
import { district, type Office, openOffice, password } from './office.testdata.ts'
import { findWho } from './session.ts'
import { watchIdentity } from './tell.ts'
import { createUnit } from './units.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const audits = async (kind: string): Promise<readonly Record<string, unknown>[]> =>
  office.inDistrict(async ({ tx }) =>
    (
      await raw<{ detail: Record<string, unknown> }>(tx, 'select detail from kernel.audit where kind = $1 order by id', [kind])
    ).rows.map((r) => r.detail),
  )
const someId = '0192f0c1-2b3c-7def-8abc-0123456789ab'

describe('each administrator at their own desk', () => {
  test.for([
    ['POST', '/identity/people', { name: '甲' }, 'sys'],
    ['POST', '/identity/units', { name: '甲单位', kind: 'company' }, 'sys'],
    ['POST', `/identity/people/${someId}/password`, {}, 'sys'],
    ['POST', `/identity/people/${someId}/disable`, {}, 'sys'],
    ['POST', '/identity/posts', { id: 'x-post', zh: '岗位甲', verbs: ['a.b'] }, 'sec'],
    ['POST', `/identity/people/${someId}/appointments`, { postId: 'x' }, 'sec'],
    ['POST', `/identity/appointments/${someId}/end`, {}, 'sec'],
    ['GET', '/identity/sessions', undefined, 'sec'],
    ['GET', '/identity/posts', undefined, 'sec'],
  ] as const)('%s %s is closed to strangers and to the other administrators', async ([method, path, body, owner]) => {
    expect((await office.anyone(method, path, body)).status).toBe(401)
    for (const login of ['sys', 'sec', 'aud']) {
      const call = await office.as(login)
      const { status } = await call(method, path, body)
      if (login === owner) expect(status).not.toBe(403)
      else expect([login, status]).toEqual([login, 403])
    }
  })
})

describe('people', () => {
  test('are made with a temporary password that opens nothing but its own change', async () => {
    const sys = await office.as('sys')
    expect((await sys('POST', '/identity/people', { name: '' })).status).toBe(400)
    const made = await sys('POST', '/identity/people', { name: '陈晨', login: 'chen', phone: '13812345678' })
    expect(made.status).toBe(201)
    const id = String(made.body.id)
    expect((await sys('POST', '/identity/people', { name: '陈二', login: 'chen' })).body).toMatchObject({
      code: 'kernel.duplicate',
    })
    const sec = await office.as('sec')
    await sec('POST', '/identity/posts', { id: 'reader', zh: '阅览', verbs: ['cases.read'], home: '/today' })
    expect((await sec('POST', `/identity/people/${id}/appointments`, { postId: 'reader' })).status).toBe(201)
    const temporary = String(made.body.temporaryPassword)
    const first = await office.anyone('POST', '/session', { login: 'chen', password: temporary })
    expect(first.body).toMatchObject({ mustChangePassword: true })
    const auth = { headers: { authorization: `Bearer ${String(first.body.token)}` } }
    expect((await office.anyone('GET', '/session', undefined, auth)).body.grants).toEqual([])
    expect((await office.anyone('POST', '/session/password', { old: temporary, new: password }, auth)).status).toBe(200)
    expect((await office.anyone('GET', '/session', undefined, auth)).body.grants).toHaveLength(1)
    const list = await sys('GET', '/identity/people?search=chen')
    expect(list.body).toMatchObject({ total: 1, rows: [{ name: '陈晨', phone: '138****5678', isLocked: false }] })
    expect(JSON.stringify(await audits('person.create'))).not.toContain('13812345678')
  })
  test('disabling signs out everywhere and nobody disables themself', async () => {
    const id = await office.hire('dis', ['cases.read'])
    const him = await office.as('dis')
    const sys = await office.as('sys')
    expect((await him('GET', '/session')).status).toBe(200)
    expect((await sys('POST', `/identity/people/${id}/disable`, {})).status).toBe(200)
    expect((await him('GET', '/session')).status).toBe(401)
    expect((await office.anyone('POST', '/session', { login: 'dis', password })).body.code).toBe('identity.disabled')
    expect((await sys('POST', `/identity/people/${id}/enable`, {})).status).toBe(200)
    expect((await office.anyone('POST', '/session', { login: 'dis', password })).status).toBe(200)
    const own = String((await sys('GET', '/session')).body.personId)
    expect((await sys('POST', `/identity/people/${own}/disable`, {})).body.code).toBe('identity.self')
  })
  test('a locked account is unlocked, a forgotten password replaced', async () => {
    const id = await office.hire('lock', ['cases.read'])
    for (let i = 0; i < 5; i++) await office.anyone('POST', '/session', { login: 'lock', password: 'Wrong-1234567' })
    expect((await office.anyone('POST', '/session', { login: 'lock', password })).body.code).toBe('identity.locked')
    const sys = await office.as('sys')
    await sys('POST', `/identity/people/${id}/unlock`, {})
    expect((await office.anyone('POST', '/session', { login: 'lock', password })).status).toBe(200)
    const reset = await sys('POST', `/identity/people/${id}/password`, {})
    expect((await office.anyone('POST', '/session', { login: 'lock', password })).status).toBe(401)
    expect(
      (await office.anyone('POST', '/session', { login: 'lock', password: String(reset.body.temporaryPassword) })).body,
    ).toMatchObject({ mustChangePassword: true })
  })
})

describe('三员分立', () => {
  test('one person never holds two kinds of post, in any order, not even later', async () => {
    const sec = await office.as('sec')
    const id = await office.hire('both', ['cases.read'])
    for (const postId of ['post-sys', 'post-aud', 'post-sec'])
      expect((await sec('POST', `/identity/people/${id}/appointments`, { postId })).body).toMatchObject({
        code: 'identity.separate-admins',
      })
    expect(
      (await sec('POST', `/identity/people/${id}/appointments`, { postId: 'post-sys', validFrom: '2027-01-01' })).body.code,
    ).toBe('identity.separate-admins')
    const { body } = await sec('GET', `/identity/people/${id}/appointments`)
    const held = String((body.rows as { id: string }[])[0]?.id)
    expect((await sec('POST', `/identity/appointments/${held}/end`, { on: '2027-01-01' })).status).toBe(200)
    expect(
      (await sec('POST', `/identity/people/${id}/appointments`, { postId: 'post-sys', validFrom: '2026-12-31' })).body.code,
    ).toBe('identity.separate-admins')
    expect(
      (await sec('POST', `/identity/people/${id}/appointments`, { postId: 'post-sys', validFrom: '2027-01-01' })).status,
    ).toBe(201)
  })
  test('nobody appoints themself or widens a post they hold', async () => {
    const sec = await office.as('sec')
    const own = String((await sec('GET', '/session')).body.personId)
    expect((await sec('POST', `/identity/people/${own}/appointments`, { postId: 'post-sec' })).body.code).toBe('identity.self')
    expect((await sec('PATCH', '/identity/posts/post-sec', { verbs: ['security.appoint'] })).body.code).toBe('identity.self')
  })
  test('a post holds verbs of one kind only', async () => {
    const sec = await office.as('sec')
    const post = (id: string, verbs: readonly string[], adminKind?: string) =>
      sec('POST', '/identity/posts', { id, zh: '混合岗', verbs, adminKind })
    expect((await post('mixed-a', ['cases.read', 'audit.read'])).body.code).toBe('identity.admin-verbs')
    expect((await post('mixed-b', ['system.people', 'security.appoint'], 'system')).body.code).toBe('identity.admin-verbs')
    expect((await post('mixed-c', ['system.*'])).body.code).toBe('identity.admin-verbs')
    expect((await post('mixed-d', ['not a verb'])).status).toBe(400)
    expect((await post('fine', ['system.*'], 'system')).status).toBe(201)
    // A collector of a whole city's trades reads some four hundred lists, named one by one.
    const many = Array.from({ length: 900 }, (_, i) => `cases.list-${i}.read`)
    expect((await post('broad', many)).status).toBe(201)
  })
  test('a change of verbs works from the next request on, and is in the log', async () => {
    await office.hire('reader2', ['cases.read'])
    const reader = await office.as('reader2')
    expect((await reader('GET', '/identity/posts')).status).toBe(403)
    const sec = await office.as('sec')
    expect((await sec('PATCH', '/identity/posts/post-reader2', { verbs: ['cases.read', 'cases.accept'] })).status).toBe(200)
    expect((await reader('GET', '/session')).body.grants).toMatchObject([{ verbs: ['cases.read', 'cases.accept'] }])
    expect(await audits('post.edit')).toContainEqual({
      postId: 'post-reader2',
      zh: '岗位reader2',
      added: ['cases.accept'],
      removed: [],
    })
  })
})

test('units are made, moved and retired, never in a circle', async () => {
  const sys = await office.as('sys')
  const bureau = String((await sys('POST', '/identity/units', { name: '城市管理局', kind: 'bureau' })).body.id)
  const team = String((await sys('POST', '/identity/units', { name: '执法一队', kind: 'brigade', parentId: bureau })).body.id)
  expect((await sys('POST', '/identity/units', { name: '执法一队', kind: 'brigade' })).body.code).toBe('kernel.duplicate')
  expect((await sys('PATCH', `/identity/units/${bureau}`, { parentId: team })).status).toBe(400)
  expect((await sys('POST', `/identity/units/${bureau}/retire`, { reason: '撤并' })).body.code).toBe('kernel.check')
  expect((await sys('POST', `/identity/units/${team}/retire`, { reason: '撤并' })).status).toBe(200)
  expect((await sys('POST', `/identity/units/${bureau}/retire`, { reason: '撤并' })).status).toBe(200)
})

test('sessions are listed and ended by the security administrator; other processes forget them', async () => {
  const id = await office.hire('roam', ['cases.read'])
  const token = await office.tokenOf('roam')
  const elsewhere = await createKernel({ db: office.db, domains: [], fileDir: office.kernel.fileDir, now: office.kernel.now })
  const stop = await watchIdentity(elsewhere)
  expect(await findWho(elsewhere, token)).toMatchObject({ personId: id })
  const sec = await office.as('sec')
  const { body } = await sec('GET', `/identity/sessions?personId=${id}`)
  const session = (body.rows as { id: string }[])[0]
  expect((await sec('POST', `/identity/sessions/${session?.id ?? ''}/end`, {})).status).toBe(200)
  expect((await (await office.as('roam'))('GET', '/session')).status).toBe(401)
  await expect.poll(() => findWho(elsewhere, token)).toBeNull()
  await stop()
})

test('delegations: own ones are seen and revoked; nothing is lent to an administrator', async () => {
  const [from, to] = [await office.hire('lender', ['cases.read']), await office.hire('helper', [])]
  const sysId = String((await (await office.as('sys'))('GET', '/session')).body.personId)
  const lend = (id: string, person: string) =>
    office.inDistrict(({ tx, now }) =>
      raw(
        tx,
        `insert into kernel.delegation (district, id, from_person_id, to_person_id, starts_at, ends_at, reason, created_at) values ($1, $2, $3, $4, $5, $5::timestamptz + interval '1 day', '休假', $5)`,
        [district, id, from, person, now],
      ),
    )
  await lend(someId, to)
  await lend(someId.replace(/b$/, 'c'), sysId)
  const helper = await office.as('helper')
  expect((await helper('GET', '/session')).body.grants).toMatchObject([{ verbs: ['cases.read'], onBehalfOf: '人员lender' }])
  const sys = await findWho(office.kernel, await office.tokenOf('sys'))
  expect(sys?.grants.flatMap((g) => g.verbs)).not.toContain('cases.read')
  expect((await helper('POST', `/identity/delegations/${someId}/revoke`, {})).status).toBe(404)
  const lender = await office.as('lender')
  expect((await lender('GET', '/identity/delegations')).body.rows).toHaveLength(2)
  expect((await lender('POST', `/identity/delegations/${someId}/revoke`, {})).status).toBe(200)
  expect((await helper('GET', '/session')).body.grants).toEqual([])
})

test('the other district keeps its own people', async () => {
  const id = await office.inDistrict((ctx) => createUnit(ctx, { name: '西城单位', kind: 'bureau' }), '110102')
  const sys = await office.as('sys')
  expect(JSON.stringify((await sys('GET', '/identity/units')).body)).not.toContain('西城单位')
  expect((await sys('PATCH', `/identity/units/${id}`, { name: '改名单位' })).status).toBe(404)
})
