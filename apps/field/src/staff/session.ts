/** Who is signed in, with and without a network; leaving takes what only this person may see off the device. */
import { prepareCases } from '#domains/cases/screens/prepare.ts'
import { prepareEnforcement } from '#domains/enforcement/screens/prepare.ts'
import { CallError, get, post, remove } from '#kernel/web/call.ts'
import { setServerNow } from '#kernel/web/clock.ts'
import { forgetCodes } from '#kernel/web/codes.ts'
import { disconnect } from '#kernel/web/live.ts'
import { useMeta } from '#kernel/web/meta.ts'
import type { Meta } from '#kernel/web/types.ts'
import { wake } from '../queue/use-queue.ts'
import { forgetCaches } from '../shell/update.ts'
import { findKept, forgetKept, isOffline, keep } from '../store/kept.ts'

const metaKey = 'staff meta'
let isPrepared = false
const prepare = (): void => {
  if (isPrepared) return
  isPrepared = true
  prepareCases()
  prepareEnforcement()
}
/** Loads what this person's screens are made of; without a network as it was. Throws when nobody is signed in. */
export const ensureSession = async (): Promise<Meta> => {
  prepare()
  const store = useMeta()
  if (store.meta) return store.meta
  try {
    const loaded = await store.load()
    await keep(metaKey, loaded)
    return loaded
  } catch (error) {
    const known = isOffline(error) ? await findKept<Meta>(metaKey) : undefined
    if (!known) throw error
    store.meta = known.value
    return known.value
  }
}
/** Asks again in the background after a start without a network. */
export const refreshSession = async (): Promise<void> => {
  const loaded = await get<Meta>('/meta')
  setServerNow(loaded.now)
  useMeta().meta = loaded
  await keep(metaKey, loaded)
}
export const me = (): Meta['me'] | undefined => useMeta().meta?.me
export interface Credentials {
  readonly login: string
  readonly password: string
  readonly code?: string
}
export const signIn = async (given: Credentials): Promise<void> => {
  const before = await findKept<Meta>(metaKey)
  const { personId } = await post<{ personId: string }>('/session', given)
  if (before && before.value.me.personId !== personId) await forgetPerson()
  forgetCodes()
  useMeta().forget()
  await ensureSession()
  wake()
}
const forgetPerson = async (): Promise<void> => {
  await forgetKept('staff ')
  await forgetKept('draft ')
  await forgetCaches()
}
export const signOut = async (): Promise<void> => {
  await remove('/session').catch((error: unknown) => {
    if (!(error instanceof CallError)) throw error
  })
  await forgetPerson()
  disconnect()
  useMeta().forget()
}
