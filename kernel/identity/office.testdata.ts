/** A small office for tests of the kernel's own doors: one district, three administrators, a clock that the test moves. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { systemActor, type WorkContext } from '../context.ts'
import { createKernel, migrationSources } from '../create.ts'
import { applyGrants, type Database, raw } from '../db/index.ts'
import type { Domain } from '../define/domain.ts'
import { createTableSql } from '../define/table.ts'
import type { BoundRoute } from '../http/bind.ts'
import { buildServer } from '../http/server.ts'
import type { Kernel } from '../kernel.ts'
import { testDatabase } from '../testing/database.ts'
import { hashPassword } from './password.ts'
import { createPerson } from './people.ts'
import { appoint, createPost, type Post } from './posts.ts'
import { identityRoutes } from './routes.ts'

export const district = '110101'
export const otherDistrict = '110102'
export const password = 'Chengguan-2026'

export interface Reply {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, unknown>>
}
export type Call = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  options?: Partial<InjectOptions>,
) => Promise<Reply>
export interface Office {
  readonly kernel: Kernel
  readonly db: Database
  readonly app: FastifyInstance
  readonly anyone: Call
  /** Signs in (once per login) and calls as that person. */
  readonly as: (login: string, code?: string) => Promise<Call>
  readonly tokenOf: (login: string, code?: string) => Promise<string>
  readonly hire: (login: string, verbs: readonly string[], adminKind?: Post['adminKind']) => Promise<string>
  readonly inDistrict: <T>(run: (ctx: WorkContext) => Promise<T>, code?: string) => Promise<T>
  readonly clock: { at: Date }
  readonly close: () => Promise<void>
}

const prepareTables = async (db: Database, domains: readonly Domain[]): Promise<void> => {
  for (const domain of domains) {
    const definitions = [...(domain.registers ?? []), ...(domain.records ?? [])]
    await raw(db.admin, `create schema if not exists ${domain.id};\n${definitions.map(createTableSql).join('\n')}`)
  }
  await raw(
    db.admin,
    `insert into kernel.district (code, name) values ('${district}', '东城区'), ('${otherDistrict}', '西城区') on conflict do nothing`,
  )
  await applyGrants(db.admin)
}

const callOver =
  (app: FastifyInstance, token?: string): Call =>
  async (method, path, body, options = {}) => {
    const answer = await app.inject({
      method,
      url: `/api${path}`,
      ...(body === undefined ? {} : { payload: body as object }),
      ...options,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...options.headers },
    })
    const isJson = String(answer.headers['content-type'] ?? '').includes('application/json')
    return {
      status: answer.statusCode,
      body: isJson ? (answer.json() as Record<string, unknown>) : {},
      bytes: answer.rawPayload,
      headers: answer.headers,
    }
  }

let sharedHash: Promise<string> | undefined
export const openOffice = async (
  options: { readonly domains?: readonly Domain[]; readonly routes?: readonly BoundRoute[] } = {},
): Promise<Office> => {
  const { domains = [], routes = [] } = options
  const db = await testDatabase(migrationSources([]))
  await prepareTables(db, domains)
  const clock = { at: new Date('2026-11-23T01:00:00Z') }
  const kernel = await createKernel({ db, domains, fileDir: mkdtempSync(join(tmpdir(), 'cityloop-files-')), now: () => clock.at })
  const app = await buildServer({ kernel, routes: [...identityRoutes, ...routes], district })
  sharedHash ??= hashPassword(password)
  const passwordHash = await sharedHash
  const inDistrict: Office['inDistrict'] = (run, code = district) =>
    db.withDistricts([code], (tx) => run({ kernel, tx, district: code, now: kernel.now(), actor: systemActor }))
  const anyone = callOver(app)
  const tokens = new Map<string, string>()
  const tokenOf: Office['tokenOf'] = async (login, code) => {
    const known = tokens.get(login)
    if (known) return known
    const { body, status } = await anyone('POST', '/session', { login, password, ...(code ? { code } : {}) })
    if (status !== 200) throw new Error(`${login}: ${JSON.stringify(body)}`)
    tokens.set(login, String(body.token))
    return String(body.token)
  }
  const hire: Office['hire'] = (login, verbs, adminKind) =>
    inDistrict(async (ctx) => {
      const personId = await createPerson(ctx, { name: `人员${login}`, login, passwordHash })
      if (verbs.length === 0) return personId
      await createPost(ctx, { id: `post-${login}`, zh: `岗位${login}`, verbs, adminKind, home: '/today' })
      await appoint(ctx, { personId, postId: `post-${login}` })
      return personId
    })
  await hire('sys', ['system.people', 'system.units'], 'system')
  await hire('sec', ['security.appoint', 'security.sessions'], 'security')
  await hire('aud', ['audit.read', 'audit.verify'], 'audit')
  const close = async () => {
    await app.close()
    await db.close()
  }
  return {
    kernel,
    db,
    app,
    anyone,
    as: async (login, code) => callOver(app, await tokenOf(login, code)),
    tokenOf,
    hire,
    inDistrict,
    clock,
    close,
  }
}
