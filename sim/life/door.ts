/** The public door through which simulated people act: an HTTP client per person, signed in once, and again when the session has ended. */
export interface Door {
  readonly call: <T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ readonly status: number; readonly body: T }>
}
export type Transport = (request: {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly token?: string
  readonly form?: FormData
  /** A device speaks with its own key. */
  readonly device?: readonly [number: string, key: string]
}) => Promise<{ readonly status: number; readonly body: unknown }>

/** How a machine names itself: devices and the sources of parking have headers of their own. */
export const keyHeaders = ([number, key]: readonly [string, string]): Readonly<Record<string, string>> => ({
  'x-device-number': number,
  'x-device-key': key,
  'x-source-code': number,
  'x-source-key': key,
})
export const httpTransport =
  (address: string): Transport =>
  async ({ method, path, body, token, form, device }) => {
    const response = await fetch(`${address}/api${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(device ? keyHeaders(device) : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    })
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text }
  }

export interface Doors {
  readonly anyone: Door
  readonly as: (login: string) => Door
  readonly device: (number: string, key: string) => Door
}
export const openDoors = (transport: Transport, password: string): Doors => {
  const tokens = new Map<string, Promise<string>>()
  const signIn = async (login: string): Promise<string> => {
    const { status, body } = await transport({ method: 'POST', path: '/session', body: { login, password } })
    if (status >= 300) throw new Error(`${login} cannot sign in: ${JSON.stringify(body)}`)
    return (body as { token: string }).token
  }
  const tokenOf = (login: string): Promise<string> => {
    const known = tokens.get(login) ?? signIn(login)
    tokens.set(login, known)
    return known
  }
  const door = (login?: string): Door => ({
    call: async <T>(method: string, path: string, body?: unknown) => {
      const token = login ? await tokenOf(login) : undefined
      const answer = await transport({ method, path, body, token })
      if (answer.status !== 401 || !login) return answer as { status: number; body: T }
      tokens.delete(login)
      return (await transport({ method, path, body, token: await tokenOf(login) })) as { status: number; body: T }
    },
  })
  const doors = new Map<string, Door>()
  return {
    anyone: door(),
    device: (number, key) => ({
      call: async <T>(method: string, path: string, body?: unknown) =>
        (await transport({ method, path, body, device: [number, key] })) as { status: number; body: T },
    }),
    as: (login) => {
      const known = doors.get(login) ?? door(login)
      doors.set(login, known)
      return known
    },
  }
}
