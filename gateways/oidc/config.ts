/** How this installation signs in through another identity provider, from the environment; absent: not at all. */
export interface PartyConfig {
  readonly issuer: URL
  readonly clientId: string
  readonly secret: string | undefined
  /** The claim that holds the login of an account here. */
  readonly claim: string
  /** What the button says. */
  readonly name: string
  /** The only algorithm an ID token may be signed with. */
  readonly algorithm: string
  /** Where browsers find us, without a slash at the end. */
  readonly publicUrl: string
}
type Env = Readonly<Record<string, string | undefined>>
export const publicUrlOf = (env: Env): string | undefined => env.CITYLOOP_PUBLIC_URL?.replace(/\/+$/, '')
export const partyConfig = (env: Env = process.env): PartyConfig | undefined => {
  const { CITYLOOP_OIDC_ISSUER: issuer, CITYLOOP_OIDC_CLIENT_ID: clientId } = env
  const publicUrl = publicUrlOf(env)
  if (!issuer || !clientId) return undefined
  if (!publicUrl) throw new Error('CITYLOOP_OIDC_ISSUER 需要同时给出 CITYLOOP_PUBLIC_URL(浏览器访问本系统的地址)')
  return {
    issuer: new URL(issuer),
    clientId,
    secret: env.CITYLOOP_OIDC_CLIENT_SECRET,
    claim: env.CITYLOOP_OIDC_CLAIM ?? 'preferred_username',
    name: env.CITYLOOP_OIDC_NAME ?? '统一身份',
    algorithm: env.CITYLOOP_OIDC_ALG ?? 'RS256',
    publicUrl,
  }
}
/** Plain http is for a provider on this machine: tests and trials. */
export const isLoopback = (url: URL): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
