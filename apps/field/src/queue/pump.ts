/**
 * The pump: sends what waits, in order, one at a time, from whichever window or service worker holds the lock. An entry that
 * cannot go (no network, server down, too many) waits with growing pauses; one that is refused or in conflict waits for its person
 * and does not hold up the others.
 */
import { CallError, get } from '#kernel/web/call.ts'
import { backOffMs, type Entry, type Problem } from './entry.ts'
import { changeEntry, finishEntry, getEntry, listEntries } from './keep.ts'
import { type Outcome, sendEntry } from './send.ts'

export const lockName = 'cityloop queue'
export const channelName = 'cityloop queue'
/** Says on every window that something moved. */
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channelName)
export const tellMoved = (): void => channel?.postMessage('moved')

const problemOf = (error: unknown): Problem =>
  error instanceof CallError
    ? { code: error.code, zh: error.message, en: error.en, fields: error.fields }
    : { code: 'bug', zh: `发送时出错:${String(error)}`, en: `Failed while sending: ${String(error)}`, fields: {} }
/** Not the fault of what is sent: it will be tried again by itself. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof CallError) || error.status === 0 || error.status === 401 || error.status === 429 || error.status >= 500

const isSameSubject = (a: Entry, b: Entry): boolean => a.work.kind === 'act' && b.work.kind === 'act' && a.work.id === b.work.id
/** My own later steps on the same subject were decided knowing this one: they follow its version. */
const rebase = async (done: Entry, version: number): Promise<void> => {
  for (const later of await listEntries())
    if (later.clientKey !== done.clientKey && later.state !== 'done' && isSameSubject(later, done))
      await changeEntry(later.clientKey, (e) =>
        e.work.kind === 'act' && done.work.kind === 'act' && e.work.version === done.work.version
          ? { ...e, work: { ...e.work, version, seq: e.work.seq + 1 } }
          : e,
      )
}
const settle = async (entry: Entry, outcome: Outcome): Promise<void> => {
  if (outcome.kind === 'done') {
    if (outcome.version !== undefined) await rebase(entry, outcome.version)
    return finishEntry(entry.clientKey, outcome.result, outcome.nearby)
  }
  await changeEntry(entry.clientKey, (e) => ({ ...e, state: 'conflict', conflict: outcome.conflict, problem: null }))
}
/** @returns whether the next entry may be tried: not while there is no network at all. */
const pumpOne = async (entry: Entry): Promise<boolean> => {
  const claimed = await changeEntry(entry.clientKey, (e) => ({ ...e, state: 'sending', attempts: e.attempts + 1 }))
  if (!claimed) return true
  tellMoved()
  try {
    await settle(claimed, await sendEntry(claimed))
    return true
  } catch (error) {
    const problem = problemOf(error)
    const passing = isPassing(error)
    await changeEntry(entry.clientKey, (e) => ({
      ...e,
      state: passing ? 'waiting' : 'refused',
      problem,
      nextAt: passing ? Date.now() + backOffMs(e.attempts) : 0,
    }))
    return problem.code !== 'offline'
  } finally {
    tellMoved()
  }
}
const isDue = (entry: Entry, now: number, personId: string | null | undefined): boolean =>
  // "sending" is left behind by a window that was killed: whoever holds the lock knows that nobody else is sending.
  (entry.state === 'waiting' || entry.state === 'sending') &&
  (entry.nextAt <= now || entry.state === 'sending') &&
  (entry.personId === null || entry.personId === personId)

/** Who is signed in; null: nobody; undefined: not known without a network. */
const signedIn = async (): Promise<string | null | undefined> =>
  get<{ personId: string }>('/session').then(
    (me) => me.personId,
    (error: unknown) => (error instanceof CallError && error.status === 401 ? null : undefined),
  )
export const signInCode = 'queue.sign-in'
const signInProblem: Problem = {
  code: signInCode,
  zh: '登录已过期,请由本人登录后上传',
  en: 'Signed out: sign in as yourself to send it',
  fields: {},
}
const askAgainMs = 60_000
/** Waits for its own person: nobody else may send it. */
const waitForPerson = async (entry: Entry): Promise<void> => {
  await changeEntry(entry.clientKey, (e) => ({ ...e, state: 'waiting', problem: signInProblem, nextAt: Date.now() + askAgainMs }))
}
const pumpAll = async (isForced: boolean): Promise<void> => {
  const entries = await listEntries()
  const now = isForced ? Number.POSITIVE_INFINITY : Date.now()
  const open = entries.filter((e) => e.state === 'sending' || (e.state === 'waiting' && e.nextAt <= now))
  if (open.length === 0) return
  const personId = open.some((e) => e.personId !== null) ? await signedIn() : null
  const held: Entry[] = []
  for (const { clientKey } of entries) {
    // Read afresh: a step that was just sent may have moved it along.
    const entry = await getEntry(clientKey)
    if (!entry || entry.state === 'done') continue
    if (personId !== undefined && entry.personId !== null && entry.personId !== personId && isDue(entry, now, entry.personId))
      await waitForPerson(entry)
    const isFree = isDue(entry, now, personId) && !held.some((h) => isSameSubject(h, entry))
    if (isFree && !(await pumpOne(entry))) return
    const after = await getEntry(clientKey)
    if (after && after.state !== 'done') held.push(after)
  }
}
/** Runs unless another window is at it. `isForced`: the person (or the returned network) does not wait for the pause to end. */
export const pump = async (isForced = false): Promise<void> => {
  if (!('locks' in navigator)) return pumpAll(isForced)
  await navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (lock) await pumpAll(isForced)
  })
}
/** Soonest moment at which something is worth trying again; undefined where nothing waits. */
export const nextTry = (entries: readonly Entry[]): number | undefined => {
  const waiting = entries.filter((e) => e.state === 'waiting').map((e) => e.nextAt)
  return waiting.length > 0 ? Math.min(...waiting) : undefined
}
