/** The server's side of a route: a handler bound to its contract, and what the handler is given. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { WorkContext } from '../context.ts'
import type { Actor } from '../define/procedure.ts'
import type { Kernel } from '../kernel.ts'
import { requireModule } from '../module.ts'
import type { Who } from '../permission/permit.ts'
import { dayOf } from '../time.ts'
import type { Route } from './route.ts'

export interface RequestContext {
  readonly kernel: Kernel
  readonly district: string
  readonly who: Who | null
  readonly actor: Actor
  readonly now: Date
  readonly ip: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** One transaction inside the person's districts. */
  readonly work: <T>(run: (ctx: WorkContext) => Promise<T>) => Promise<T>
}
export interface BoundRoute {
  readonly route: Route
  readonly handle: (input: never, ctx: RequestContext) => Promise<unknown>
  /** The domain it belongs to, where it belongs to one: refused while that module is off. */
  readonly module?: { readonly id: string; readonly zh: string }
}
export const bind = <I extends z.ZodType, O extends z.ZodType>(
  route: Route<I, O>,
  handle: (input: z.output<I>, ctx: RequestContext) => Promise<z.input<O>>,
): BoundRoute => ({
  route: route as unknown as Route,
  handle: handle as BoundRoute['handle'],
})
/** Refuses a definition whose module this district has not switched on. */
export const requireModuleOf = (ctx: RequestContext, definition: string): void => {
  const domain = ctx.kernel.domains.find((d) => d.id === definition.split('.')[0])
  if (domain) requireModule(ctx.kernel.isModuleOn, domain, ctx.district, dayOf(ctx.kernel, ctx.district, ctx.now))
}
