/** A browser as far as sign-in needs one: it follows redirects, keeps cookies by host and path, and posts forms. */
import type { FastifyInstance } from 'fastify'

export interface Page {
  readonly url: URL
  readonly status: number
  readonly text: string
}
interface Cookie {
  readonly host: string
  readonly path: string
  readonly name: string
  readonly value: string
}
/** @param inside hosts that are answered by a server of this process without a port */
export const createBrowser = (inside: Readonly<Record<string, FastifyInstance>>) => {
  let jar: readonly Cookie[] = []
  const keep = (url: URL, lines: readonly string[]): void => {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      const path = attributes.find((a) => /^path=/i.test(a))?.slice(5) ?? '/'
      const isGone = value === '' || attributes.some((a) => /^max-age=0$/i.test(a) || /^expires=Thu, 01 Jan 1970/i.test(a))
      jar = jar.filter((c) => !(c.host === url.host && c.path === path && c.name === name))
      if (!isGone) jar = [...jar, { host: url.host, path, name, value }]
    }
  }
  const cookiesFor = (url: URL): string =>
    jar
      .filter((c) => c.host === url.host && url.pathname.startsWith(c.path))
      .map((c) => `${c.name}=${c.value}`)
      .join('; ')
  const once = async (url: URL, form?: Readonly<Record<string, string>>) => {
    const headers: Record<string, string> = { cookie: cookiesFor(url), accept: 'text/html' }
    if (form) headers['content-type'] = 'application/x-www-form-urlencoded'
    const body = form ? new URLSearchParams(form).toString() : undefined
    const app = inside[url.host]
    if (app) {
      const answer = await app.inject({
        method: form ? 'POST' : 'GET',
        url: url.pathname + url.search,
        headers: { ...headers, host: url.host },
        payload: body,
      })
      const set = answer.headers['set-cookie']
      keep(url, set === undefined ? [] : [set].flat().map(String))
      return { status: answer.statusCode, location: answer.headers.location, text: answer.body }
    }
    const answer = await fetch(url, { method: form ? 'POST' : 'GET', headers, body, redirect: 'manual' })
    keep(url, answer.headers.getSetCookie())
    return { status: answer.status, location: answer.headers.get('location') ?? undefined, text: await answer.text() }
  }
  /** Goes there and on, as far as `isStop` lets it. */
  const go = async (
    to: string,
    options: { readonly form?: Readonly<Record<string, string>>; readonly isStop?: (url: URL) => boolean } = {},
  ): Promise<Page> => {
    let url = new URL(to)
    let form = options.form
    for (let n = 0; n < 20; n++) {
      if (n > 0 && options.isStop?.(url)) return { url, status: 0, text: '' }
      const { status, location, text } = await once(url, form)
      if (status < 300 || status >= 400 || !location) return { url, status, text }
      url = new URL(location, url)
      form = undefined
    }
    throw new Error(`too many redirects at ${url.href}`)
  }
  return {
    go,
    cookie: (host: string, name: string): string | undefined => jar.find((c) => c.host === host && c.name === name)?.value,
    setCookie: (host: string, path: string, name: string, value: string): void => {
      jar = [...jar.filter((c) => !(c.host === host && c.name === name)), { host, path, name, value }]
    },
  }
}
