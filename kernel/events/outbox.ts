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

const claim = async (tx: Transaction<unknown>, most: number): Promise<readonly Waiting[]> => {
  const { rows } = await raw<Waiting>(
    tx,
    `select id, fact, payload from kernel.outbox where done_at is null and attempts < ${attemptLimit} order by id limit ${most} for update skip locked`,
    [],
  )
  return rows
}
type Listeners = ReadonlyMap<string, readonly Listener[]>

/** Delivers up to `most` messages in one transaction. @returns those it took; throws with none delivered. */
const deliver = (
  kernel: Kernel,
  listeners: Listeners,
  district: string,
  most: number,
  seen: (taken: readonly Waiting[]) => void,
): Promise<number> =>
  kernel.db.withDistricts([district], async (tx) => {
    const taken = await claim(tx, most)
    seen(taken)
    const ctx: WorkContext = { kernel, tx, district, now: kernel.now(), actor: systemActor }
    for (const message of taken) {
      for (const listener of listeners.get(message.fact) ?? []) {
        const payload = listener.fact.payload.parse(message.payload)
        if (listener.concerns(payload)) await listener.handle(payload, ctx)
      }
      await runRules(ctx, message)
    }
    if (taken.length > 0)
      await raw(tx, 'update kernel.outbox set done_at = $1 where id = any($2::uuid[])', [ctx.now, taken.map((m) => m.id)])
    return taken.length
  })

/** One message on its own; a failure is written on it, and it waits for its next try. */
const deliverOne = async (kernel: Kernel, listeners: Listeners, district: string): Promise<number> => {
  let taken: Waiting | undefined
  try {
    return await deliver(kernel, listeners, district, 1, ([first]) => {
      taken = first
    })
  } catch (error) {
    if (!taken) throw error
    const { id, fact } = taken
    kernel.log.error({ err: error, fact, id }, 'a listener failed')
    await kernel.db.withDistricts([district], (tx) =>
      raw(tx, 'update kernel.outbox set attempts = attempts + 1, error = $1 where id = $2', [String(error), id]),
    )
    return 1
  }
}

const batch = 100
/** A batch together; when one of them fails, that batch is tried again one by one, so that it holds up nobody. */
const deliverSome = async (kernel: Kernel, listeners: Listeners, district: string): Promise<number> => {
  let size = 0
  try {
    return await deliver(kernel, listeners, district, batch, (taken) => {
      size = taken.length
    })
  } catch (error) {
    if (size === 0) throw error
    for (let n = 0; n < size; n++) await deliverOne(kernel, listeners, district)
    return size
  }
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
  for (;;) {
    const some = await deliverSome(kernel, listeners, district)
    delivered += some
    if (some === 0) return delivered
  }
}
