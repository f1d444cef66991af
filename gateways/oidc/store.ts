/** Where the provider keeps what it must remember, shared by all processes: tables of `connect`, a district's own. */
import { generateKeyPairSync, hash, randomBytes } from 'node:crypto'
import { type Kernel, raw } from '#kernel'

type Payload = Readonly<Record<string, unknown>>
interface Registered {
  readonly clientId: string
  readonly name: string
  readonly redirectUris: readonly string[]
  readonly logoutUris: readonly string[] | null
  readonly isFirstParty: boolean
  readonly isBrowser: boolean
  readonly hash: string | null
}
const clientSql = `select c.client_id as "clientId", c.name, c.redirect_uris as "redirectUris", c.logout_uris as "logoutUris",
    c.is_first_party as "isFirstParty", c.is_browser as "isBrowser", s.hash
  from connect.client c left join connect.client_secret s on s.district = c.district and s.client = c.id
  where c.client_id = $1 and c.is_active and c.retired_at is null`
export const findClient = async (kernel: Kernel, district: string, id: string): Promise<Registered | undefined> =>
  (await kernel.db.withDistricts([district], (tx) => raw<Registered>(tx, clientSql, [id]))).rows[0]
/** A client as the provider wants it; one without its secret yet cannot be used. */
const clientMetadata = async (kernel: Kernel, district: string, id: string): Promise<Payload | undefined> => {
  const c = await findClient(kernel, district, id)
  if (!c || (!c.isBrowser && c.hash === null)) return undefined
  return {
    client_id: c.clientId,
    client_name: c.name,
    redirect_uris: c.redirectUris,
    post_logout_redirect_uris: c.logoutUris ?? [],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
    ...(c.isBrowser
      ? { token_endpoint_auth_method: 'none' }
      : { token_endpoint_auth_method: 'client_secret_basic', client_secret: c.hash }),
  }
}
export const secretHash = (secret: string): string => hash('sha256', secret)

/** The adapter of one model, as oidc-provider asks for it. */
export const adapterOf = (kernel: Kernel, district: string) => (model: string) => {
  const ask = async (sql: string, params: readonly unknown[]): Promise<readonly { readonly payload: Payload }[]> =>
    (await kernel.db.withDistricts([district], (tx) => raw<{ payload: Payload }>(tx, sql, [district, ...params]))).rows
  const where = 'from connect.oidc_state where district = $1'
  const alive = '(expires_at is null or expires_at > clock_timestamp())'
  const one = async (sql: string, params: readonly unknown[]): Promise<Payload | undefined> =>
    (await ask(sql, params))[0]?.payload
  return {
    upsert: async (id: string, payload: Payload, expiresIn?: number): Promise<void> => {
      await ask(
        `insert into connect.oidc_state (district, model, id, payload, expires_at)
         values ($1, $2, $3, $4::jsonb, clock_timestamp() + $5 * interval '1 second')
         on conflict (district, model, id) do update set payload = excluded.payload, expires_at = excluded.expires_at`,
        [model, id, JSON.stringify(payload), expiresIn ?? null],
      )
    },
    find: (id: string): Promise<Payload | undefined> =>
      model === 'Client'
        ? clientMetadata(kernel, district, id)
        : one(`select payload ${where} and model = $2 and id = $3 and ${alive}`, [model, id]),
    findByUid: (uid: string) => one(`select payload ${where} and model = $2 and payload->>'uid' = $3 and ${alive}`, [model, uid]),
    findByUserCode: (code: string) =>
      one(`select payload ${where} and model = $2 and payload->>'userCode' = $3 and ${alive}`, [model, code]),
    destroy: async (id: string): Promise<void> => {
      await ask(`delete ${where} and model = $2 and id = $3`, [model, id])
    },
    consume: async (id: string): Promise<void> => {
      await ask(
        `update connect.oidc_state set payload = payload || jsonb_build_object('consumed', floor(extract(epoch from clock_timestamp())))
         where district = $1 and model = $2 and id = $3`,
        [model, id],
      )
    },
    revokeByGrantId: async (grant: string): Promise<void> => {
      await ask(`delete ${where} and payload->>'grantId' = $2`, [grant])
    },
  }
}
export const sweepStates = (kernel: Kernel): Promise<unknown> =>
  raw(kernel.db.admin, 'delete from connect.oidc_state where expires_at < clock_timestamp()', [])

const makeKeys = (): readonly (readonly [string, Payload])[] => {
  const kid = randomBytes(6).toString('hex')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return [
    ['sign', { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }],
    ['cookie', { k: randomBytes(32).toString('base64url') }],
  ]
}
export interface Keys {
  readonly sign: Payload
  readonly cookie: string
}
/** The keys of a district, made when first asked for; two processes that ask at once get the same. */
export const keysOf = (kernel: Kernel, district: string): Promise<Keys> =>
  kernel.db.withDistricts([district], async (tx) => {
    const read = async () =>
      (await raw<{ kid: string; jwk: Payload }>(tx, 'select kid, jwk from connect.oidc_key where district = $1', [district])).rows
    if ((await read()).length === 0)
      for (const [kid, jwk] of makeKeys())
        await raw(
          tx,
          'insert into connect.oidc_key (district, kid, jwk, made_at) values ($1, $2, $3::jsonb, $4) on conflict do nothing',
          [district, kid, JSON.stringify(jwk), kernel.now()],
        )
    const rows = await read()
    const find = (kid: string): Payload => rows.find((r) => r.kid === kid)?.jwk ?? {}
    return { sign: find('sign'), cookie: String(find('cookie').k) }
  })
