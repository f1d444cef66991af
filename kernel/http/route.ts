/** A route is a value shared by server and screens: the server binds a handler to it, a screen calls it; no generated client. */
import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export interface Route<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly method: Method
  /** `/cases/:id/actions/:action`, below `/api`. */
  readonly path: string
  readonly zh: string
  /** A verb; `public` needs no sign-in; `signed-in` any account. */
  readonly permission: string
  /** Path parameters, query and body together, by name. */
  readonly input: I
  readonly output: O
  readonly refusals?: readonly string[]
  readonly tag?: string
  /** Answers with something else than JSON: a file, a tile, a stream. */
  readonly raw?: string
}
export const route = <I extends z.ZodType, O extends z.ZodType>(spec: Route<I, O>): Route<I, O> => spec
