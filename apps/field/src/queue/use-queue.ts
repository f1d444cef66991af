/** The queue as screens see it, and what makes it move: the network coming back, a timer, the person, the system in the background. */
import { computed, shallowRef } from 'vue'
import type { Entry } from './entry.ts'
import { dropEntry, keepEntry, listEntries, type NewEntry, sweepDone } from './keep.ts'
import { channelName, nextTry, pump, signInCode } from './pump.ts'

const entries = shallowRef<readonly Entry[]>([])
export const isOnline = shallowRef(typeof navigator === 'undefined' || navigator.onLine)
export const queueEntries = computed(() => entries.value)
export const unsent = computed(() => entries.value.filter((e) => e.state !== 'done'))
/** Waits until its person signs in again. */
export const locked = computed(() => unsent.value.filter((e) => e.problem?.code === signInCode))
/** What needs the person: refused, changed by another, or signed out. */
export const stuck = computed(() => [
  ...unsent.value.filter((e) => e.state === 'refused' || e.state === 'conflict'),
  ...locked.value,
])

let timer: ReturnType<typeof setTimeout> | undefined
const leastMs = 500
const refresh = async (): Promise<void> => {
  entries.value = await listEntries()
  clearTimeout(timer)
  const at = nextTry(entries.value)
  if (at !== undefined && isOnline.value) timer = setTimeout(() => wake(false), Math.max(leastMs, at - Date.now()))
}
export const wake = (isForced = true): void => {
  pump(isForced)
    .catch((error: unknown) => console.error(error))
    .finally(() => {
      refresh().catch(() => undefined)
    })
}
interface SyncRegistration extends ServiceWorkerRegistration {
  readonly sync?: { readonly register: (tag: string) => Promise<void> }
}
/** Where the browser can: the system sends even after the app was closed. */
const askBackground = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return
  const registration = (await navigator.serviceWorker.getRegistration('/m/')) as SyncRegistration | undefined
  await registration?.sync?.register('queue')
}
/** Resolves when the entry is safe on the device; sending begins by itself. */
export const enqueue = async (given: NewEntry): Promise<Entry> => {
  const entry = await keepEntry(given)
  await refresh()
  askBackground().catch(() => undefined)
  if (isOnline.value) wake()
  return entry
}
export const discard = async (clientKey: string): Promise<void> => {
  await dropEntry(clientKey)
  await refresh()
}
export const refreshQueue = refresh

export const startQueue = (): void => {
  const update = (): void => {
    isOnline.value = navigator.onLine
    if (isOnline.value) wake()
  }
  window.addEventListener('online', update)
  window.addEventListener('offline', update)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && isOnline.value) wake(false)
  })
  if (typeof BroadcastChannel !== 'undefined')
    new BroadcastChannel(channelName).onmessage = () => {
      refresh().catch(() => undefined)
    }
  sweepDone()
    .then(refresh)
    .then(() => isOnline.value && wake())
    .catch((error: unknown) => console.error(error))
}
