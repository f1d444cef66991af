/**
 * What the clock brings about: timers that fire (挂账到期自动恢复), deadlines that pass (超期), told once each.
 * Driven every few seconds by the server and directly by tests; safe in several processes, which take the timers of a district one after another.
 */

import { systemActor } from '../context.ts'
import { raw } from '../db/index.ts'
import { tableName } from '../define/table.ts'
import { Refused } from '../errors.ts'
import { newId } from '../id.ts'
import type { Kernel } from '../kernel.ts'
import { performIn } from './perform.ts'

const batch = 100
interface DueTimer {
  readonly subjectType: string
  readonly subjectId: string
  readonly name: string
  readonly action: string
}

/**
 * Fires one due timer in a transaction of its own; a timer whose action is refused by now is taken off and logged. The subject is
 * locked first and its timer after it, as everyone who acts does: in the other order two would wait for each other.
 */
const fireOne = (kernel: Kernel, district: string, now: Date): Promise<'fired' | 'taken' | 'none'> =>
  kernel.db.withDistricts([district], async (tx) => {
    const { rows } = await raw<DueTimer>(
      tx,
      `select subject_type as "subjectType", subject_id as "subjectId", name, action from kernel.timer
       where fire_at <= $1 order by fire_at limit 1`,
      [now],
    )
    const timer = rows[0]
    if (!timer) return 'none'
    await raw(tx, `select 1 from ${tableName(kernel.procedures.current(timer.subjectType))} where id = $1 for update`, [
      timer.subjectId,
    ])
    const taken = await raw(
      tx,
      'delete from kernel.timer where district = $4 and subject_id = $1 and name = $2 and fire_at <= $3',
      [timer.subjectId, timer.name, now, district],
    )
    // Another has fired it, or put it off, while we waited.
    if (taken.count === 0) return 'taken'
    const ctx = { kernel, tx, district, now, actor: systemActor }
    try {
      await performIn(ctx, {
        procedure: timer.subjectType,
        subjectId: timer.subjectId,
        action: timer.action,
        who: null,
        actor: systemActor,
        input: {},
      })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      kernel.log.info({ timer, refusal: error.refusal.code }, 'timer no longer applies')
    }
    return 'fired'
  })

/** Publishes `kernel.overdue` once for every clock whose deadline has passed. */
const tellOverdue = (kernel: Kernel, district: string, now: Date): Promise<number> =>
  kernel.db.withDistricts([district], async (tx) => {
    const { rows } = await raw<{ subjectType: string; subjectId: string; name: string; dueAt: Date }>(
      tx,
      `update kernel.clock set overdue_told_at = $1 where (district, subject_id, name, round) in
         (select district, subject_id, name, round from kernel.clock
          where due_at < $1 and stopped_at is null and paused_at is null and cancelled_at is null and overdue_told_at is null
          order by due_at limit ${batch} for update skip locked)
       returning subject_type as "subjectType", subject_id as "subjectId", name, due_at as "dueAt"`,
      [now],
    )
    if (rows.length === 0) return 0
    const facts = rows.map((r) => ({
      district,
      id: newId(),
      at: now,
      fact: 'kernel.overdue',
      payload: { ...r, dueAt: r.dueAt.toISOString() },
    }))
    await raw(
      tx,
      `insert into kernel.outbox (district, id, at, fact, payload) select district, id, at, fact, payload
       from jsonb_to_recordset($1::jsonb) as x(district text, id uuid, at timestamptz, fact text, payload jsonb)`,
      [JSON.stringify(facts)],
    )
    return rows.length
  })

/** Everything due in a district up to now. @returns how many timers fired and deadlines were told. */
export const tick = async (kernel: Kernel, district: string): Promise<{ readonly fired: number; readonly overdue: number }> => {
  const now = kernel.now()
  let fired = 0
  while (fired < 10_000) {
    const end = await fireOne(kernel, district, now)
    if (end === 'none') break
    if (end === 'fired') fired++
  }
  let overdue = 0
  for (;;) {
    const told = await tellOverdue(kernel, district, now)
    overdue += told
    if (told < batch) return { fired, overdue }
  }
}
