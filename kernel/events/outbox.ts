/**
 * The outbox: facts written in the transaction that made them true, delivered afterwards to every listener, and to the rules.
 * A message and what its listeners write stand or fall together, so each takes effect exactly once in this database.
 * One that keeps failing stays with its error where the administrator sees it, and holds up nobody.
 */
import type { Transaction } from 'kysely'
import { systemActor, type WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import type { Listener } from '../define/domain.ts'
import type { Kernel } from '../kernel.ts'
import { runRules } from '../rule/run.ts'

const attemptLimit = 5
interface Waiting {
  readonly id: string
  readonly fact: string
  readonly payload: unknown
}

const claim = async (tx: Transaction<unknown>): Promise<Waiting | undefined> => {
  const { rows } = await raw<Waiting>(
    tx,
    `select id, fact, payload from kernel.outbox where done_at is null and attempts < ${attemptLimit} order by id limit 1 for update skip locked`,
    [],
  )
  return rows[0]
}

const deliver = async (
  kernel: Kernel,
  listeners: ReadonlyMap<string, readonly Listener[]>,
  district: string,
): Promise<boolean> => {
  let taken: Waiting | undefined
  try {
    await kernel.db.withDistricts([district], async (tx) => {
      taken = await claim(tx)
      if (!taken) return
      const ctx: WorkContext = { kernel, tx, district, now: kernel.now(), actor: systemActor }
      for (const listener of listeners.get(taken.fact) ?? [])
        await listener.handle(listener.fact.payload.parse(taken.payload), ctx)
      await runRules(ctx, taken)
      await raw(tx, 'update kernel.outbox set done_at = $1 where id = $2', [kernel.now(), taken.id])
    })
  } catch (error) {
    if (!taken) throw error
    const { id, fact } = taken
    kernel.log.error({ err: error, fact, id }, 'a listener failed')
    await kernel.db.withDistricts([district], (tx) =>
      raw(tx, 'update kernel.outbox set attempts = attempts + 1, error = $1 where id = $2', [String(error), id]),
    )
  }
  return taken !== undefined
}

const byFact = (kernel: Kernel): ReadonlyMap<string, readonly Listener[]> => {
  const map = new Map<string, Listener[]>()
  for (const listener of kernel.domains.flatMap((d) => d.listens ?? []))
    map.set(listener.fact.id, [...(map.get(listener.fact.id) ?? []), listener])
  return map
}

/** Delivers everything that waits in a district, including what the deliveries themselves publish. @returns how many. */
export const drain = async (kernel: Kernel, district: string): Promise<number> => {
  const listeners = byFact(kernel)
  let delivered = 0
  while (await deliver(kernel, listeners, district)) delivered++
  return delivered
}
