/** The last answer to a question, for when there is no network; always with the moment it was read. */
import { toRaw } from 'vue'
import { openStore } from './db.ts'

export interface Kept<T> {
  readonly at: number
  readonly value: T
}
/** Plain data only: what Vue has wrapped cannot be stored. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(toRaw(value))) as T
export const keep = async (key: string, value: unknown): Promise<void> => {
  await (await openStore()).put('kept', { key, at: Date.now(), value: plain(value) })
}
export const findKept = async <T>(key: string): Promise<Kept<T> | undefined> => {
  const found = await (await openStore()).get('kept', key)
  return found ? { at: found.at, value: found.value as T } : undefined
}
export const forgetKept = async (prefix = ''): Promise<void> => {
  await (await openStore()).delete('kept', IDBKeyRange.bound(prefix, `${prefix}\uffff`))
}
export const isOffline = (error: unknown): boolean => Reflect.get(Object(error), 'code') === 'offline'

/** Asks the server; without a network gives what it last said. `keptAt` is null for a fresh answer. */
export const askOrKept = async <T>(
  key: string,
  ask: () => Promise<T>,
): Promise<{ readonly value: T; readonly keptAt: number | null }> => {
  try {
    const value = await ask()
    await keep(key, value)
    return { value, keptAt: null }
  } catch (error) {
    const known = isOffline(error) ? await findKept<T>(key) : undefined
    if (!known) throw error
    return { value: known.value, keptAt: known.at }
  }
}
