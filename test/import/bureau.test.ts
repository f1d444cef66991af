import { afterAll, beforeAll, expect, it } from 'vitest'
import { posts } from '#catalogue/posts.ts'
import { raw, systemActor } from '#kernel'
import { foundBureau } from '#kernel/identity/found.ts'
import { type Desk, openDesk } from './desk.ts'

const district = '320402'
const ring = [
  [119.95, 31.76],
  [119.96, 31.76],
  [119.96, 31.77],
  [119.95, 31.77],
  [119.95, 31.76],
]
const border = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { adcode: Number(district), name: '天宁区' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    },
  ],
}
let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

it('一个局从边界开始:岗位、本局和三员,一次性密码首次登录须改,改后才有权;再运行不多一个', async () => {
  const { w } = desk
  await desk.run('areas', desk.file('天宁.geojson', JSON.stringify(border)))
  const found = () =>
    w.kernel.db.withDistricts([district], (tx) =>
      foundBureau(
        { kernel: w.kernel, tx, district, now: w.clock.now(), actor: systemActor },
        { name: '天宁区城市管理局', posts },
      ),
    )
  const first = await found()
  expect([first.newPosts, first.accounts.map((a) => [a.login, a.post])]).toEqual([
    posts.length,
    [
      ['xitong', '系统管理员'],
      ['anquan', '安全管理员'],
      ['shenji', '审计管理员'],
    ],
  ])
  expect(await found()).toEqual({ newPosts: 0, accounts: [] })
  const { rows: units } = await raw<{ name: string }>(w.kernel.db.admin, 'select name from kernel.unit where district = $1', [
    district,
  ])
  expect(units).toEqual([{ name: '天宁区城市管理局' }])

  const ask = async (method: 'GET' | 'POST', url: string, payload?: object, token?: string) => {
    const headers = token ? { authorization: `Bearer ${token}` } : {}
    const answer = await w.app.inject({ method, url: `/api${url}`, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json() as Record<string, never> }
  }
  const [system] = first.accounts
  const signIn = async (password: string) =>
    String((await ask('POST', '/session', { district, login: 'xitong', password })).body.token)
  const old = String(system?.password)
  const token = await signIn(old)
  expect((await ask('GET', '/identity/people', undefined, token)).status).toBe(403)
  expect((await ask('POST', '/session/password', { old, new: 'Tianning@2026x' }, token)).status).toBe(200)
  const again = await signIn('Tianning@2026x')
  expect((await ask('GET', '/identity/people', undefined, again)).status).toBe(200)
  // The administrators stay apart from the first day.
  expect((await ask('GET', '/identity/posts', undefined, again)).status).toBe(403)
})
