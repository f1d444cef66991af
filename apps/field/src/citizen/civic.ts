/** The citizen's doors of civic life: an account, what the bureau publishes, what one may say, ask and sign up for. */
import { ref } from 'vue'
import { CallError, get, post } from '#kernel/web/call.ts'
import { openStore } from '../store/db.ts'

export interface Proof {
  readonly phone?: string
  readonly code?: string
  readonly token?: string
}
interface Login {
  readonly token: string
  readonly name: string
  readonly phone: string
}
const key = 'citizen login'
const read = (): Login | null => JSON.parse(localStorage.getItem(key) ?? 'null') as Login | null
/** Who is signed in on this device, if anybody. */
export const login = ref<Login | null>(read())
const setLogin = (value: Login | null): void => {
  login.value = value
  if (value) localStorage.setItem(key, JSON.stringify(value))
  else localStorage.removeItem(key)
}
export const sendCode = (phone: string, purpose: string): Promise<{ minutes: number }> =>
  post('/public/account/code', { phone, purpose })
export const signIn = async (phone: string, code: string, name: string): Promise<void> => {
  setLogin(await post<Login>('/public/account/login', { phone, code, client: 'app', ...(name ? { name } : {}) }))
}
/** Forgets a login the server no longer knows, and says what it said. */
const asMe = async <T>(path: string, body: object = {}): Promise<T> => {
  try {
    return await post<T>(`/public/account/${path}`, { ...body, token: login.value?.token ?? '' })
  } catch (error) {
    if (error instanceof CallError && error.code === 'civic.signed-out') setLogin(null)
    throw error
  }
}
export interface Me {
  readonly name: string
  readonly phone: string
  readonly reports: readonly { receipt: string; number: string; what: string; statusZh: string; at: string }[]
  readonly messages: readonly { at: string; number: string; receipt: string; zh: string; isNew: boolean }[]
  readonly unread: number
}
/** The account, after what this device has reported was put to it. */
export const readMe = async (): Promise<Me> => {
  const own = (await (await openStore()).getAll('receipts')).flatMap((r) => (r.receipt ? [r.receipt] : []))
  if (own.length > 0) await asMe('claim', { receipts: own.slice(-200) })
  return asMe<Me>('me')
}
export const markRead = (): Promise<unknown> => asMe('read')
export const signOut = async (): Promise<void> => {
  await asMe('logout').catch(() => undefined)
  setLogin(null)
}

/** What was handed in from this device: its number and phone are the key to it. */
export interface Kept {
  readonly kind: 'law' | 'event' | 'enterprise' | 'notice'
  readonly number: string
  readonly phone: string
  readonly what: string
}
const keptKey = 'citizen numbers'
export const keptOf = (kind: Kept['kind']): readonly Kept[] =>
  (JSON.parse(localStorage.getItem(keptKey) ?? '[]') as Kept[]).filter((k) => k.kind === kind)
export const keepNumber = (kept: Kept): void => {
  const all = JSON.parse(localStorage.getItem(keptKey) ?? '[]') as Kept[]
  localStorage.setItem(keptKey, JSON.stringify([kept, ...all].slice(0, 100)))
}

export interface App {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly target: string
  readonly icon: string
}
export const readApps = async (): Promise<readonly App[]> => (await get<{ apps: readonly App[] }>('/public/apps', {})).apps
export const countOpen = (code: string): Promise<unknown> => post(`/public/apps/${encodeURIComponent(code)}/open`, {})
export interface Town {
  readonly code: string
  readonly name: string
}
export const readTowns = async (): Promise<readonly Town[]> => (await get<{ towns: readonly Town[] }>('/public/towns', {})).towns
export const lists = {
  news: () =>
    get<{ news: readonly { number: string; title: string; kind: string; publishedAt: string; reads: number }[] }>(
      '/public/news',
      {},
    ),
  article: (number: string) =>
    get<{ number: string; title: string; body: string; reads: number }>(`/public/news/${encodeURIComponent(number)}`, {}),
  policies: (q: string) =>
    get<{
      files: readonly {
        number: string
        hasText: boolean
        name: string
        kind: string
        paper: string
        edition: number
        status: string
        fromOn: string
        toOn: string
        summary: string
        links: readonly string[]
      }[]
    }>('/public/policies', { q }),
  notices: (query: Record<string, string>) =>
    get<{
      notices: readonly {
        number: string
        kind: string
        title: string
        words: string
        phone: string
        town: string
        until: string
      }[]
    }>('/public/notices', query),
  law: () =>
    get<{
      lawyers: readonly { id: string; name: string; firm: string; topics: string }[]
      taken: readonly { lawyer: string; on: string; slot: string }[]
      cases: readonly { number: string; topic: string; text: string }[]
    }>('/public/law', {}),
  events: () =>
    get<{
      events: readonly {
        number: string
        kind: string
        name: string
        place: string
        host: string
        startsAt: string
        endsAt: string
        left: number
      }[]
    }>('/public/events', {}),
  decisions: () => get<{ decisions: readonly Decision[] }>('/public/decisions', {}),
}
export interface Decision {
  readonly number: string
  readonly title: string
  readonly background: string
  readonly options: readonly { name: string; votes: number }[]
  readonly step: 'open' | 'weighing' | 'decided' | 'carried' | 'closed'
  readonly toOn: string
  readonly heardOn: string | null
  readonly hearing: string | null
  readonly hearers: number
  readonly result: string | null
  readonly adopted: number | null
  readonly refused: number | null
  readonly progress: string | null
  readonly marks: number
  readonly goodMarks: number
  readonly rounds: number
  readonly voices: number
  readonly answers: readonly { words: string; isAdopted: boolean; answer: string }[]
}
/** Hands something in; what comes back names it. */
export const handIn = (path: string, body: object): Promise<{ number: string }> => post(`/public/${path}`, body)
export const lookAt = <T>(path: string, body: object): Promise<T> => post<T>(`/public/${path}`, body)
