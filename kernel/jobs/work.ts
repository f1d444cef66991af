/**
 * Long work (imports, exports, recalculations) outside the request: progress anybody of the office can look up, cancelling
 * from any process, and an honest end when its process dies. Heartbeats are real time of the database, not the platform's clock.
 */
import { v7 as uuid } from 'uuid'
import { raw } from '../db/index.ts'
import { Refused, refusalZh } from '../errors.ts'
import type { Kernel } from '../kernel.ts'

/** This process, among those that share the database. */
export const processId = uuid()
const beatMs = 5_000
/** A running work whose process has been silent this long is over. */
export const silenceSeconds = 60
const flushMs = 500

export interface Progress {
  /** Adds what was done. Throws when the work was cancelled, so that a loop that reports is a loop that stops. */
  readonly add: (count: number) => Promise<void>
  readonly setTotal: (total: number) => void
  readonly signal: AbortSignal
}
export interface WorkOrder {
  readonly district: string
  readonly personId: string | null
  /** Stable name of the sort of work: `exchange.import`. */
  readonly kind: string
  /** What the person reads: “导入 路灯”. */
  readonly zh: string
  readonly total?: number
}
export interface StartedWork {
  readonly id: string
  /** Settles (never rejects) when the work has ended, however it ended. */
  readonly ended: Promise<void>
}
class Cancelled extends Error {}

const begin = (kernel: Kernel, order: WorkOrder, id: string): Promise<unknown> =>
  kernel.db.withDistricts([order.district], (tx) =>
    raw(
      tx,
      `insert into kernel.work (district, id, kind, zh, person_id, process_id, total, state, created_at, beat_at) values ($1, $2, $3, $4, $5, $6, $7, 'running', $8, now())`,
      [order.district, id, order.kind, order.zh, order.personId, processId, order.total ?? null, kernel.now()],
    ),
  )
/** Writes the progress. @returns whether the work is still wanted. */
const beat = (kernel: Kernel, district: string, id: string, done: number, total: number | null): Promise<boolean> =>
  kernel.db.withDistricts([district], async (tx) => {
    const { count } = await raw(
      tx,
      `update kernel.work set done = $3, total = coalesce($4, total), beat_at = now() where district = $1 and id = $2 and state = 'running'`,
      [district, id, done, total],
    )
    return count > 0
  })
const finish = (
  kernel: Kernel,
  district: string,
  id: string,
  end: { readonly state: 'done' | 'failed'; readonly done: number; readonly error?: string; readonly result?: unknown },
) =>
  kernel.db.withDistricts([district], (tx) =>
    raw(
      tx,
      `update kernel.work set state = $3, done = $4, error = $5, result = $6::jsonb, ended_at = $7, beat_at = now() where district = $1 and id = $2 and state = 'running'`,
      [
        district,
        id,
        end.state,
        end.done,
        end.error ?? null,
        end.result === undefined ? null : JSON.stringify(end.result),
        kernel.now(),
      ],
    ),
  )

const carryOut = async (
  kernel: Kernel,
  { district }: WorkOrder,
  id: string,
  run: (progress: Progress) => Promise<unknown>,
): Promise<void> => {
  const abort = new AbortController()
  let done = 0
  let total: number | null = null
  let flushedAt = performance.now()
  const flush = async (): Promise<void> => {
    flushedAt = performance.now()
    if (!(await beat(kernel, district, id, done, total))) abort.abort(new Cancelled())
  }
  const timer = setInterval(() => {
    flush().catch((error: unknown) => kernel.log.warn({ err: error, id }, 'a heartbeat was missed'))
  }, beatMs)
  const progress: Progress = {
    signal: abort.signal,
    setTotal: (n) => {
      total = n
    },
    add: async (count) => {
      done += count
      if (performance.now() - flushedAt >= flushMs) await flush()
      abort.signal.throwIfAborted()
    },
  }
  try {
    const result = await run(progress)
    await finish(kernel, district, id, { state: 'done', done, result })
  } catch (error) {
    if (error instanceof Cancelled) return
    if (!(error instanceof Refused)) kernel.log.error({ err: error, id }, 'long work failed')
    await finish(kernel, district, id, {
      state: 'failed',
      done,
      error: error instanceof Refused ? refusalZh(error.refusal) : String(error),
    })
  } finally {
    clearInterval(timer)
  }
}

/** Begins long work and returns at once; what `run` returns becomes the result that the person sees. */
export const startWork = async (
  kernel: Kernel,
  order: WorkOrder,
  run: (progress: Progress) => Promise<unknown>,
): Promise<StartedWork> => {
  const id = uuid()
  await begin(kernel, order, id)
  const ended = carryOut(kernel, order, id, run).catch((error: unknown) =>
    kernel.log.error({ err: error, id }, 'the end of long work was not written'),
  )
  return { id, ended }
}

/** Work of processes that are gone is marked failed. On PGlite there is one process: whatever runs elsewhere is gone. */
export const buryInterrupted = async (kernel: Kernel): Promise<number> => {
  const gone =
    kernel.db.kind === 'pglite'
      ? 'process_id <> $2'
      : `process_id <> $2 and beat_at < now() - interval '${silenceSeconds} seconds'`
  const { count } = await raw(
    kernel.db.admin,
    `update kernel.work set state = 'failed', error = 'interrupted', ended_at = $1 where state = 'running' and ${gone}`,
    [kernel.now(), processId],
  )
  return count
}
