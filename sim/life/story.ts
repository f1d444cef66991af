/** A matter of the office told in order: deed by deed through the public door, going on after as many minutes as it yields. */
import { idOf } from '../city/people.ts'
import type { PlannedArea } from '../city/plan.ts'
import { createRandom, type Random } from '../city/random.ts'
import type { Door } from './door.ts'
import type { LifeContext, Original, OriginalSort, Step } from './people.ts'

export type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly number: string; readonly status: string }
export type Values = Readonly<Record<string, unknown>>
export const [minute, hour, day] = [1, 60, 24 * 60]

/** What everybody of the office knows. */
export interface Town {
  readonly streets: readonly PlannedArea[]
  readonly cells: readonly PlannedArea[]
  readonly seed: number
  /** The short message that came last to a phone, as its owner reads it; where nobody reads phones, citizens stay away. */
  readonly sms?: ((phone: string) => Promise<string>) | undefined
}
/** A device that has its key. */
export interface Machine {
  readonly number: string
  readonly key: string
}
/** Everything a story may do. A refusal throws: the story ends there, and whoever runs it hears why. */
export interface Desk {
  readonly town: Town
  readonly random: Random
  readonly photo: (label: string) => Promise<string>
  /** Local day, so many days from now. */
  readonly date: (days?: number) => string
  /** An instant at a local hour, so many days from now. */
  readonly at: (days: number, hours: number) => string
  readonly year: () => number
  readonly person: (login: string) => string
  /** Whose account a person signs in with. */
  readonly login: (person: unknown) => string | undefined
  readonly unit: (name: string) => string
  /** A point in a street, counted from one; without one, the seat of the bureau. */
  readonly place: (street?: number) => { readonly lon: number; readonly lat: number }
  /** Where a thing of this name stands: anywhere in the city, always the same. */
  readonly spot: (name: string) => { readonly lon: number; readonly lat: number }
  readonly open: (login: string, procedure: string, values: Values, extra?: Values) => Promise<string>
  /** Paper: opened without a place of its own. */
  readonly file: (login: string, procedure: string, values: Values, extra?: Values) => Promise<string>
  readonly act: (login: string, procedure: string, id: string, action: string, values?: Values) => Promise<void>
  readonly add: (login: string, definition: string, values: Values, place?: Values) => Promise<string>
  readonly rows: (login: string, definition: string, filter?: Values) => Promise<readonly Row[]>
  readonly row: (login: string, definition: string, id: string) => Promise<Row>
  readonly get: <T = Values>(login: string, path: string) => Promise<T>
  readonly post: <T = Values>(login: string, path: string, body: Values) => Promise<T>
  readonly patch: (login: string, path: string, body: Values) => Promise<void>
  /** What somebody without an account does. */
  readonly outside: <T = Values>(path: string, body: Values) => Promise<T>
  /** What a machine says, with its own number and key. */
  readonly device: <T = Values>(machine: Machine, path: string, body: unknown) => Promise<T>
  /** An original as a recorder or a fixed camera keeps it, with its hash; none where nothing records. */
  readonly original: (sort: OriginalSort) => Promise<Original | undefined>
}
export type Story = (o: Desk) => AsyncGenerator<number, void>

const dayText = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
/** Field by field, of what a refusal answers: the sentence alone. */
const said = (body: unknown): string => (JSON.stringify(body) ?? '').slice(0, 400)

const deskOf = (town: Town, ctx: LifeContext, random: Random, now: () => number): Desk => {
  const through = async <T>(door: Door, who: string, method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await door.call<T>(method, path, body)
    if (answer.status >= 300) throw new Error(`${who} ${method} ${path}: ${answer.status} ${said(answer.body)} ← ${said(body)}`)
    return answer.body
  }
  const call = <T>(login: string | undefined, method: string, path: string, body?: unknown): Promise<T> =>
    through(login ? ctx.doors.as(login) : ctx.doors.anyone, login ?? '公众', method, path, body)
  const middle = (cell: PlannedArea | undefined): { lon: number; lat: number } => {
    const [a, b] = [cell?.ring[0], cell?.ring[2]]
    return a && b ? { lon: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 } : { lon: 0, lat: 0 }
  }
  const place: Desk['place'] = (street) => {
    const code = street ? town.streets[street - 1]?.code : undefined
    const cells = code ? town.cells.filter((c) => c.code.startsWith(code)) : []
    return middle(cells.length > 0 ? random.pick(cells) : town.cells[Math.floor(town.cells.length / 2)])
  }
  const spot: Desk['spot'] = (name) => middle(createRandom(town.seed).fork(name).pick(town.cells))
  return {
    town,
    random,
    place,
    spot,
    photo: ctx.photo,
    date: (days = 0) => dayText(now() + days * day * 60_000),
    at: (days, hours) =>
      new Date(Date.parse(`${dayText(now() + days * day * 60_000)}T00:00:00+08:00`) + hours * 3_600_000).toISOString(),
    year: () => Number(dayText(now()).slice(0, 4)),
    person: (login) => idOf(`person/${login}`),
    login: (person) => ctx.logins.get(String(person)),
    unit: (name) => idOf(`unit/${name}`),
    open: async (login, procedure, values, extra = {}) =>
      (await call<{ id: string }>(login, 'POST', `/subjects/${procedure}`, { values, ...place(), ...extra })).id,
    file: async (login, procedure, values, extra = {}) =>
      (await call<{ id: string }>(login, 'POST', `/subjects/${procedure}`, { values, ...extra })).id,
    act: async (login, procedure, id, action, values = {}) => {
      await call(login, 'POST', `/subjects/${procedure}/${id}/${action}`, { values })
    },
    add: async (login, definition, values, where) =>
      (await call<{ id: string }>(login, 'POST', `/rows/${definition}`, { values, ...(where ? { place: where } : {}) })).id,
    rows: async (login, definition, filter = {}) => {
      const query = encodeURIComponent(JSON.stringify(filter))
      return (await call<{ rows: readonly Row[] }>(login, 'GET', `/rows/${definition}?limit=200&filter=${query}`)).rows
    },
    row: (login, definition, id) => call(login, 'GET', `/rows/${definition}/${id}`),
    get: (login, path) => call(login, 'GET', path),
    post: (login, path, body) => call(login, 'POST', path, body),
    patch: (login, path, body) => call(login, 'PATCH', path, body),
    outside: (path, body) => call(undefined, 'POST', `/public/${path}`, body),
    device: ({ number, key }, path, body) => through(ctx.doors.device(number, key), number, 'POST', path, body),
    original: async (sort) => ctx.original?.(sort),
  }
}
/** Several at once: each has its own time, so the soonest goes on first. */
export async function* together(tales: readonly AsyncGenerator<number, void>[]): AsyncGenerator<number, void> {
  const waiting = tales.map((tale) => ({ tale, at: 0 }))
  let now = 0
  while (waiting.length > 0) {
    waiting.sort((a, b) => a.at - b.at)
    const [next] = waiting
    if (!next) return
    if (next.at > now) {
      yield next.at - now
      now = next.at
    }
    const { done, value } = await next.tale.next()
    if (done) waiting.shift()
    else next.at = now + value
  }
}
export interface Today {
  /** Days since the life began. */
  readonly passed: number
  /** Days since 1970, by which whatever comes again is counted. */
  readonly count: number
  /** 0 is Sunday. */
  readonly weekday: number
  readonly monthDay: number
}
export interface Entry {
  readonly on: (today: Today) => boolean
  /** Local hour of the day. */
  readonly hour: number
  readonly tell: Story
}
export const every =
  (days: number, from = 0): Entry['on'] =>
  ({ count }) =>
    count % days === from % days
/** On the so-and-so-manieth day of the life; what it makes must not be there twice. */
export const once =
  (passed: number): Entry['on'] =>
  (today) =>
    today.passed === passed
/** A diary of which nothing happens before so many days have passed. */
export const since = (days: number, diary: Readonly<Record<string, Entry>>): Readonly<Record<string, Entry>> =>
  Object.fromEntries(
    Object.entries(diary).map(([name, entry]) => [
      name,
      { ...entry, on: (today: Today) => today.passed >= days && entry.on(today) },
    ]),
  )
export const workdays: Entry['on'] = ({ weekday }) => weekday > 0 && weekday < 6

/** @param at when it begins; how long it has gone on since is what it yielded */
export const play =
  (town: Town, tell: Story, name: string, at: number): Step['next'] =>
  (ctx) => {
    let now = at
    const tale = tell(deskOf(town, ctx, createRandom(town.seed).fork(`${name} ${dayText(at)}`), () => now))
    const go = async (): Promise<Step | undefined> => {
      const { done, value } = await tale.next()
      if (done) return undefined
      now += value * 60_000
      return { after: value, next: go }
    }
    return go()
  }
export interface Planned {
  readonly at: number
  readonly run: Step['next']
}
/** What a diary has for a day. */
export const planned = (
  town: Town,
  diary: Readonly<Record<string, Entry>>,
  startOfDay: number,
  passed: number,
): readonly Planned[] => {
  const local = new Date(startOfDay + 8 * 3_600_000)
  const today: Today = {
    passed,
    count: Math.floor(local.getTime() / 86_400_000),
    weekday: local.getUTCDay(),
    monthDay: local.getUTCDate(),
  }
  return Object.entries(diary).flatMap(([name, entry]) => {
    const at = startOfDay + entry.hour * 3_600_000
    return entry.on(today) ? [{ at, run: play(town, entry.tell, name, at) }] : []
  })
}
