/**
 * A small seeded district behind the real server, with a clock the test holds: how journeys and route tests enter, by the front door.
 */

import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { posts } from '#catalogue/posts.ts'
import { createKernel, type Domain, drain, type Kernel, migrationSources, raw, refreshTallies, tick } from '#kernel'
import { buildServer } from '#kernel/http/server.ts'
import { startSession } from '#kernel/identity/session.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { buildCity } from './city/build.ts'
import { idOf } from './city/people.ts'
import { simDistrict } from './city/plan.ts'

export interface Answer<T = Record<string, unknown>> {
  readonly status: number
  readonly body: T
}
export interface Client {
  readonly personId: string
  readonly get: <T = Record<string, unknown>>(path: string, query?: Readonly<Record<string, string>>) => Promise<Answer<T>>
  readonly post: <T = Record<string, unknown>>(path: string, body?: unknown) => Promise<Answer<T>>
  readonly delete: <T = Record<string, unknown>>(path: string) => Promise<Answer<T>>
  readonly patch: <T = Record<string, unknown>>(path: string, body?: unknown) => Promise<Answer<T>>
  /** One action on a subject; throws with the server's sentence when it is refused. */
  readonly act: (procedure: string, id: string, action: string, values?: unknown) => Promise<Record<string, unknown>>
  /** The sentence with which an action is refused; throws when it is not. */
  readonly refused: (procedure: string, id: string, action: string, values?: unknown) => Promise<string>
}
export interface World {
  readonly kernel: Kernel
  readonly app: FastifyInstance
  readonly district: string
  /** The platform's clock; `to` takes local Beijing time, `2026-02-12 16:30`. */
  readonly clock: { readonly now: () => Date; readonly to: (local: string) => Promise<void> }
  readonly as: (login: string) => Promise<Client>
  readonly anyone: Client
  /** Delivers what waits and fires what is due. */
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}
export interface WorldOptions {
  readonly domains: readonly Domain[]
  readonly routes: (kernel: Kernel) => Parameters<typeof buildServer>[0]['routes']
  /** Local Beijing time at which the world begins. */
  readonly startsAt?: string
}
/** Local Beijing time as an instant. */
export const beijing = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`)

const clientOf = (app: FastifyInstance, signIn: (() => Promise<string>) | undefined, personId: string): Client => {
  let token: string | undefined
  const once = async <T>(method: InjectOptions['method'], path: string, extra: Partial<InjectOptions>): Promise<Answer<T>> => {
    token ??= await signIn?.()
    const headers = token ? { authorization: `Bearer ${token}` } : {}
    const response = await app.inject({ method, url: `/api${path}`, headers, ...extra })
    const isJson = String(response.headers['content-type'] ?? '').includes('json')
    return { status: response.statusCode, body: (isJson ? response.json() : response.rawPayload) as T }
  }
  /** A session ends after its hours; whoever works on signs in again. */
  const call = async <T>(method: InjectOptions['method'], path: string, extra: Partial<InjectOptions>): Promise<Answer<T>> => {
    const answer = await once<T>(method, path, extra)
    if (answer.status !== 401 || !signIn) return answer
    token = undefined
    return once<T>(method, path, extra)
  }
  const act: Client['act'] = async (procedure, id, action, values = {}) => {
    const answer = await call<Record<string, unknown>>('POST', `/subjects/${procedure}/${id}/${action}`, {
      payload: { values } as never,
    })
    if (answer.status >= 300) throw new Error(`${action}: ${answer.status} ${String(answer.body.zh)}`)
    return answer.body
  }
  return {
    personId,
    get: (path, query) => call('GET', path, query ? { query: query as never } : {}),
    post: (path, body = {}) => call('POST', path, { payload: body as never }),
    delete: (path) => call('DELETE', path, {}),
    patch: (path, body = {}) => call('PATCH', path, { payload: body as never }),
    act,
    refused: async (procedure, id, action, values = {}) => {
      const answer = await call<Record<string, unknown>>('POST', `/subjects/${procedure}/${id}/${action}`, {
        payload: { values } as never,
      })
      if (answer.status < 400) throw new Error(`${action} was expected to be refused`)
      return String(answer.body.zh)
    },
  }
}

/** Photos already handed in, for actions that must show one: journeys upload real ones only where the picture itself matters. */
const albumSize = 1000
const albumSql = `insert into kernel.file (district, id, sha256, name, mime, size, uploaded_at)
  select $1, ('f11e0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, md5(n::text) || md5('photo' || n), '照片' || n || '.jpg', 'image/jpeg', 1000, $2 from generate_series(0, ${albumSize - 1}) n`
let photosTaken = 0
/** The id of a photo that is there. */
export const photo = (): string => `f11e0000-0000-7000-8000-${String(photosTaken++ % albumSize).padStart(12, '0')}`

export const createWorld = async (options: WorldOptions): Promise<World> => {
  const fileDir = join(tmpdir(), `cityloop-test-${process.pid}`)
  const { domains } = options
  const begins = beijing('2026-01-05 09:00')
  const db = await testDatabase(migrationSources(domains), {
    key: createHash('sha1')
      .update(JSON.stringify([posts, domains.map((d) => d.id), albumSql]))
      .digest('hex'),
    run: async (fresh) => {
      await buildCity({ db: fresh, domains, size: { columns: 16, rows: 16 }, fileDir, now: () => begins })
      await raw(fresh.admin, albumSql, [simDistrict, begins])
    },
  })
  let now = beijing(options.startsAt ?? '2026-01-05 09:00')
  const kernel = await createKernel({ db, domains, now: () => now, fileDir })
  const app = await buildServer({ kernel, routes: options.routes(kernel), district: simDistrict })
  const settle = async (): Promise<void> => {
    for (let moved = true; moved; ) moved = (await tick(kernel, simDistrict)).fired + (await drain(kernel, simDistrict)) > 0
    await refreshTallies(kernel, simDistrict)
  }
  return {
    kernel,
    app,
    district: simDistrict,
    clock: {
      now: () => now,
      to: async (local) => {
        now = beijing(local)
        await settle()
      },
    },
    settle,
    anyone: clientOf(app, undefined, ''),
    as: async (login) => {
      const id = idOf(`person/${login}`)
      const { rows } = await kernel.db.withDistricts([simDistrict], (tx) =>
        raw(tx, 'select 1 from kernel.person where id = $1', [id]),
      )
      if (rows.length === 0) throw new Error(`nobody signs in as ${login}`)
      return clientOf(app, () => startSession(kernel, simDistrict, id), id)
    },
    close: async () => {
      await app.close()
      await kernel.close()
    },
  }
}
