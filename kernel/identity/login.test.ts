import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { raw } from '../db/index.ts'
import { type Office, openOffice, password } from './office.testdata.ts'
import { isStrongPassword } from './password.ts'
import { hashToken } from './session.ts'
import { matchTotp, newTotpSecret, totpCode } from './totp.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const minutes = (n: number) => {
  office.clock.at = new Date(office.clock.at.getTime() + n * 60_000)
}
const signIn = (login: string, given = password, extra = {}) =>
  office.anyone('POST', '/session', { login, password: given, ...extra })
const kinds = async (): Promise<readonly string[]> =>
  office.inDistrict(async ({ tx }) =>
    (await raw<{ kind: string }>(tx, 'select kind from kernel.audit order by id')).rows.map((r) => r.kind),
  )

describe('signing in', () => {
  test('without an account, with a bad form, with a wrong password, then rightly', async () => {
    await office.hire('li', ['cases.read'])
    expect((await office.anyone('GET', '/session')).status).toBe(401)
    expect((await office.anyone('POST', '/session', { login: 'li' })).status).toBe(400)
    const wrong = await signIn('li', 'Nope-12345678')
    expect(wrong.status).toBe(401)
    expect(wrong.body).toMatchObject({ code: 'identity.wrong', params: { left: 4 } })
    const right = await signIn('li')
    expect(right.status).toBe(200)
    expect(right.body).toMatchObject({ name: '人员li', home: '/today', mustChangePassword: false })
    expect(String(right.headers['set-cookie'])).toMatch(/^cityloop=110101\..*HttpOnly; SameSite=Lax/)
    const me = await office.anyone('GET', '/session', undefined, { headers: { cookie: `cityloop=${String(right.body.token)}` } })
    expect(me.body).toMatchObject({
      login: 'li',
      home: '/today',
      hasSecondFactor: false,
      grants: [{ verbs: ['cases.read'], areaCode: '110101' }],
    })
    expect(await kinds()).toEqual(expect.arrayContaining(['session.failed', 'session.start']))
  })
  test('five failures lock for fifteen minutes, for known and unknown accounts alike', async () => {
    await office.hire('wang', ['cases.read'])
    for (const login of ['wang', 'nobody']) {
      const lefts: unknown[] = []
      for (let i = 0; i < 4; i++) lefts.push((await signIn(login, 'Wrong-1234567')).body.params)
      expect(lefts).toEqual([{ left: 4 }, { left: 3 }, { left: 2 }, { left: 1 }])
      const fifth = await signIn(login, 'Wrong-1234567')
      expect(fifth.status).toBe(403)
      expect(fifth.body).toMatchObject({ code: 'identity.locked', params: { minutes: 15 } })
    }
    expect((await signIn('wang')).body.code).toBe('identity.locked')
    minutes(16)
    expect((await signIn('wang')).status).toBe(200)
    expect((await signIn('nobody', 'Wrong-1234567')).body).toMatchObject({ code: 'identity.wrong', params: { left: 4 } })
  })
  test('guesses made at the same moment all count', async () => {
    await office.hire('zhao', ['cases.read'])
    const answers = await Promise.all([...Array.from({ length: 8 }, () => signIn('zhao', 'Wrong-1234567'))])
    expect(answers.filter((a) => a.body.code === 'identity.wrong')).toHaveLength(4)
    expect((await signIn('zhao')).body.code).toBe('identity.locked')
  })
  test('signing out ends the session at once', async () => {
    await office.hire('qian', ['cases.read'])
    const qian = await office.as('qian')
    expect((await qian('GET', '/session')).status).toBe(200)
    expect((await qian('DELETE', '/session')).status).toBe(200)
    expect((await qian('GET', '/session')).status).toBe(401)
  })
  test('a session of one district opens nothing in another, and twelve hours are its end', async () => {
    await office.hire('sun', ['cases.read'])
    const token = await office.tokenOf('sun')
    const forged = `110102.${token.split('.')[1] ?? ''}`
    expect((await office.anyone('GET', '/session', undefined, { headers: { authorization: `Bearer ${forged}` } })).status).toBe(
      401,
    )
    minutes(12 * 60 + 1)
    const { rows } = await office.inDistrict(({ tx }) =>
      raw<{ n: Date }>(tx, 'select expires_at as n from kernel.session where token_hash = $1', [hashToken(token)]),
    )
    expect(rows[0]?.n.getTime()).toBeLessThan(office.clock.at.getTime())
  })
})

describe('own password and second factor', () => {
  test('a new password must be strong, the old one known; other sessions end', async () => {
    await office.hire('zhou', ['cases.read'])
    const zhou = await office.as('zhou')
    const other = String((await signIn('zhou')).body.token)
    expect((await office.anyone('POST', '/session/password', { old: password, new: 'Another-2026' })).status).toBe(401)
    expect((await zhou('POST', '/session/password', { old: 'Wrong-1234567', new: 'Another-2026' })).status).toBe(400)
    expect((await zhou('POST', '/session/password', { old: password, new: 'short1!' })).body.code).toBe('identity.weak-password')
    expect((await zhou('POST', '/session/password', { old: password, new: 'Another-2026' })).status).toBe(200)
    expect((await zhou('GET', '/session')).status).toBe(200)
    expect((await office.anyone('GET', '/session', undefined, { headers: { authorization: `Bearer ${other}` } })).status).toBe(
      401,
    )
    expect((await signIn('zhou', 'Another-2026')).status).toBe(200)
  })
  test('a second factor is proven before it counts, asked for afterwards, and each code works once', async () => {
    await office.hire('wu', ['cases.read'])
    const wu = await office.as('wu')
    expect((await wu('POST', '/session/totp/confirm', { code: '123456' })).body.code).toBe('identity.second-factor-none')
    const { body } = await wu('POST', '/session/totp/enrol', { password })
    expect(String(body.uri)).toContain('otpauth://totp/CityLoop')
    const secret = String(body.secret)
    expect((await signIn('wu')).status).toBe(200)
    const code = totpCode(secret, office.clock.at)
    const notIt = code === '000000' ? '000001' : '000000'
    expect((await wu('POST', '/session/totp/confirm', { code: notIt })).body.code).toBe('identity.second-factor-wrong')
    expect((await wu('POST', '/session/totp/confirm', { code })).status).toBe(200)
    expect((await signIn('wu')).body.code).toBe('identity.second-factor')
    expect((await signIn('wu', password, { code })).body.code).toBe('identity.second-factor-wrong')
    minutes(1)
    expect((await signIn('wu', password, { code: totpCode(secret, office.clock.at) })).status).toBe(200)
  })
})

test('what is a strong password', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['Chengguan-2026', true],
    ['城管工作必须认真-1', true],
    ['Short-1', false],
    ['nodigitshere!', false],
    ['NoSigns20261', false],
    ['1234567890-', false],
    [`a1-${'x'.repeat(300)}`, false],
  ]
  for (const [text, isStrong] of cases) expect([text, isStrongPassword(text, 'li')]).toEqual([text, isStrong])
  expect(isStrongPassword('zhangsan-2026', 'zhangsan')).toBe(false)
})
test('a time code allows one step of drift and no replay', () => {
  const secret = newTotpSecret()
  const at = new Date('2026-11-23T01:00:10Z')
  const step = matchTotp(secret, totpCode(secret, at), at, null)
  expect(step).toBe(Math.floor(at.getTime() / 30_000))
  expect(matchTotp(secret, totpCode(secret, at), new Date(at.getTime() + 30_000), null)).toBe(step)
  expect(matchTotp(secret, totpCode(secret, at), new Date(at.getTime() + 90_000), null)).toBeUndefined()
  expect(matchTotp(secret, totpCode(secret, at), at, step ?? 0)).toBeUndefined()
})

describe('guessing', () => {
  test('one address that guesses at many accounts soon has to wait, right password or not; others sign in', async () => {
    await office.hire('zhuge', ['cases.read'])
    const from = (ip: string, login: string, given: string) =>
      office.anyone('POST', '/session', { login, password: given }, { remoteAddress: ip })
    let refused = 0
    for (let n = 0; n < 120; n++) {
      const answer = await from('203.0.113.9', `guess${n}`, 'Wrong-1234567')
      if (answer.body.code === 'kernel.too-many') refused += 1
    }
    expect(refused).toBeGreaterThanOrEqual(15)
    expect((await from('203.0.113.9', 'zhuge', password)).body).toMatchObject({ code: 'kernel.too-many' })
    expect((await from('203.0.113.10', 'zhuge', password)).status).toBe(200)
  })
})
