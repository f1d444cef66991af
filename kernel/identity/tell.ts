/** Other processes forget who people are when a session, a person, a post or an appointment changes. */

import type { WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import type { Kernel } from '../kernel.ts'
import { forgetSession, forgetSessions, identityChannel } from './session.ts'

/** Said within the transaction, heard after its commit. */
export const tellIdentity = async (tx: WorkContext['tx']): Promise<void> => {
  await raw(tx, `select pg_notify('${identityChannel}', '')`)
}
/** Work that changes who may do what: this process forgets at once, the others when they hear of it. */
export const forgetAfter = async <T>(kernel: Kernel, work: Promise<T>): Promise<T> => {
  try {
    return await work
  } finally {
    forgetSessions(kernel)
  }
}
/** Listens for changes made by other processes. @returns what stops it. */
export const watchIdentity = (kernel: Kernel): Promise<() => Promise<void>> =>
  kernel.db.listen(identityChannel, (payload) => (payload === '' ? forgetSessions(kernel) : forgetSession(kernel, payload)))
