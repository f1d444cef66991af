/** What we use of oidc-provider, which brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export interface Interaction {
    readonly uid: string
    readonly iat: number
    readonly prompt: {
      readonly name: string
      readonly reasons: readonly string[]
      readonly details: {
        readonly missingOIDCScope?: readonly string[]
        readonly missingOIDCClaims?: readonly string[]
        readonly missingResourceScopes?: Readonly<Record<string, readonly string[]>>
      }
    }
    readonly params: Readonly<Record<string, unknown>>
    readonly session?: { readonly accountId: string }
    readonly grantId?: string
  }
  export interface Grant {
    addOIDCScope(scope: string): void
    addOIDCClaims(claims: readonly string[]): void
    addResourceScope(resource: string, scope: string): void
    save(): Promise<string>
  }
  export interface Client {
    readonly clientId: string
    readonly clientSecret?: string
  }
  export interface FlowContext {
    readonly req: IncomingMessage
    readonly cookies: { get(name: string, options?: { readonly signed?: boolean }): string | undefined }
    readonly oidc: { readonly session?: { readonly accountId?: string } }
  }
  interface Check {
    readonly reason: string
  }
  export const interactionPolicy: {
    readonly base: () => { get(name: string): { readonly checks: { add(check: Check): void } } }
    readonly Check: {
      new (reason: string, description: string, test: (ctx: FlowContext) => Promise<boolean>): Check
      readonly REQUEST_PROMPT: boolean
      readonly NO_NEED_TO_PROMPT: boolean
    }
  }
  export default class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>)
    proxy: boolean
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Readonly<Record<string, unknown>>,
      options?: { readonly mergeWithLastSubmission?: boolean },
    ): Promise<void>
    readonly Grant: {
      new (about: { readonly accountId: string; readonly clientId: string }): Grant
      find(id: string): Promise<Grant | undefined>
    }
    readonly Client: { readonly prototype: { compareClientSecret(this: Client, actual: string): boolean } }
    on(event: string, heard: (...args: readonly unknown[]) => void): void
  }
}
