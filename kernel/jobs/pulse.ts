/** The pulse: what is due by the clock (`tick`) and what waits in the outbox (`drain`), district by district. */
import { raw } from '../db/index.ts'
import { drain } from '../events/outbox.ts'
import type { Kernel } from '../kernel.ts'
import { tick } from '../procedure/tick.ts'

/** Districts with something to do: one cheap query however many districts there are (each `exists` reads one index entry). */
const busyDistricts = async (kernel: Kernel): Promise<readonly string[]> => {
  const { rows } = await raw<{ code: string }>(
    kernel.db.admin,
    `select d.code from kernel.district d where
       exists (select from kernel.outbox o where o.district = d.code and o.done_at is null and o.attempts < 5)
       or exists (select from kernel.timer t where t.district = d.code and t.fire_at <= $1)
       or exists (select from kernel.clock c where c.district = d.code and c.due_at < $1 and c.overdue_told_at is null and c.stopped_at is null and c.paused_at is null and c.cancelled_at is null)
     order by d.code`,
    [kernel.now()],
  )
  return rows.map((row) => row.code)
}

/** One beat: timers, deadlines and outbox of every district that has any. A district that fails does not hold up the others. */
export const pulse = async (kernel: Kernel): Promise<void> => {
  for (const district of await busyDistricts(kernel)) {
    try {
      await tick(kernel, district)
      await drain(kernel, district)
    } catch (error) {
      kernel.log.error({ err: error, district }, 'the pulse of a district stumbled')
    }
  }
}
