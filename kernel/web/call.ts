/** Calls a route of the server by its contract: parameters go into the path, the rest into the query or the body. */
import type { z } from 'zod'
import type { Route } from '../contract.ts'

export interface ErrorBody {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly fields?: Readonly<Record<string, string>>
}
/** A refusal of the server (or of the network), in words for the person. */
export class CallError extends Error {
  readonly code: string
  readonly status: number
  readonly en: string
  readonly fields: Readonly<Record<string, string>>
  constructor(status: number, body: ErrorBody) {
    super(body.zh)
    this.status = status
    this.code = body.code
    this.en = body.en
    this.fields = body.fields ?? {}
  }
}
const offline: ErrorBody = {
  code: 'offline',
  zh: '连不上服务器,请检查网络后再试',
  en: 'Cannot reach the server; check the network',
}
const unknown = (status: number): ErrorBody => ({
  code: 'unknown',
  zh: `服务器没有正常答复(${status})`,
  en: `Unexpected answer (${status})`,
})

/** Runs when the server says that nobody is signed in. */
let onSignedOut: () => void = () => undefined
export const whenSignedOut = (run: () => void): void => {
  onSignedOut = run
}

const errorOf = async (response: Response): Promise<CallError> => {
  const body = await response.json().catch(() => null)
  const known = body !== null && typeof body === 'object' && 'zh' in body
  return new CallError(response.status, known ? (body as ErrorBody) : unknown(response.status))
}
export const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const response = await fetch(`/api${path}`, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new CallError(0, offline)
  })
  if (response.ok) return response
  const error = await errorOf(response)
  if (error.code === 'identity.required') onSignedOut()
  throw error
}

export type Query = Readonly<Record<string, unknown>>
/** Objects and lists travel as JSON; empty values are left out. */
export const toQuery = (input: Query): string => {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(input)) {
    if (value === undefined || value === null || value === '') continue
    query.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}
const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body ?? {}),
})

export const get = async <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> =>
  (await send(`${path}${toQuery(query)}`, { signal })).json() as Promise<T>
export const post = async <T>(path: string, body?: unknown): Promise<T> =>
  (await send(path, json('POST', body))).json() as Promise<T>
export const patch = async <T>(path: string, body?: unknown): Promise<T> =>
  (await send(path, json('PATCH', body))).json() as Promise<T>
export const remove = async <T>(path: string): Promise<T> => (await send(path, { method: 'DELETE' })).json() as Promise<T>

/** Dates are text on the wire. */
export type Wire<T> = T extends Date
  ? string
  : T extends readonly (infer U)[]
    ? Wire<U>[]
    : T extends object
      ? { [K in keyof T]: Wire<T[K]> }
      : T

export const call = async <I extends z.ZodType, O extends z.ZodType>(
  route: Route<I, O>,
  input: z.input<I>,
  signal?: AbortSignal,
): Promise<Wire<z.output<O>>> => {
  const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) }
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  const response =
    route.method === 'GET'
      ? await send(`${path}${toQuery(rest)}`, { signal })
      : await send(path, route.method === 'DELETE' ? { method: 'DELETE' } : { ...json(route.method, rest), signal })
  return response.json() as Promise<Wire<z.output<O>>>
}

interface Uploaded {
  readonly id: string
  readonly name: string
  readonly mime: string
  readonly reusedFrom?: readonly { readonly subjectNumber: string | null }[]
}
/** Uploads one file; the answer says whether the same picture was used before. */
export const upload = async (file: File): Promise<Uploaded> => {
  const body = new FormData()
  body.append('file', file, file.name)
  const { files } = (await (await send('/files', { method: 'POST', body })).json()) as { files: Uploaded[] }
  const first = files[0]
  if (!first) throw new CallError(0, unknown(200))
  return first
}
export const fileUrl = (id: string): string => `/api/files/${id}`
export const thumbUrl = (id: string): string => `/api/files/${id}/thumb`
