/**
 * Rows into the database, a batch at a time. A batch is one transaction that also remembers each row's key (`kernel.import_row`), so a
 * run that is killed anywhere has whole batches or nothing of them; run again, it passes over what is known and goes on.
 */
import type { Transaction } from 'kysely'
import { Refused, raw, refusalZh } from '#kernel'
import { isCheckViolation, isUniqueViolation } from '#kernel/db/index.ts'
import type { Job, Summary, Tally } from './job.ts'

const batchSize = 500
export interface Entry<T> {
  readonly row: number
  readonly key: string
  /** What the counts are told apart by. */
  readonly channel: string
  readonly item: T
}
export interface Bad {
  readonly row: number
  readonly key: string | null
  readonly channel?: string
  readonly reason: string
}
export interface Written {
  readonly id: string | null
  readonly isKnown: boolean
  readonly reason?: string
}
export interface Plan<T, P> {
  /** Keys are remembered under this name: the same key of another import is another row. */
  readonly importId: string
  readonly district: string
  readonly rows: AsyncIterable<Entry<T> | Bad>
  readonly total?: number
  readonly batchSize?: number
  /** Checks one row and works out what it writes; throws `Refused` for a bad one. */
  readonly prepare: (tx: Transaction<unknown>, entry: Entry<T>) => Promise<P>
  /** Writes all prepared rows in as few statements as it can; one answer each, in order. */
  readonly write: (tx: Transaction<unknown>, prepared: readonly P[]) => Promise<readonly Written[]>
}
interface Result {
  readonly row: number
  readonly key: string | null
  readonly channel: string
  readonly result: 'added' | 'known' | 'refused'
  readonly reason: string | null
  readonly subjectId: string | null
}
const noChannel = '—'
const refusedResult = (bad: Bad): Result => ({
  row: bad.row,
  key: bad.key,
  channel: bad.channel ?? noChannel,
  result: 'refused',
  reason: bad.reason,
  subjectId: null,
})

const findKeys = async (
  tx: Transaction<unknown>,
  importId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string | null>> => {
  const { rows } = await raw<{ key: string; subjectId: string | null }>(
    tx,
    `select key, subject_id as "subjectId" from kernel.import_row where import_id = $1 and result <> 'refused' and key = any($2::text[])`,
    [importId, keys],
  )
  return new Map(rows.map((r) => [r.key, r.subjectId]))
}
const remember = async (
  tx: Transaction<unknown>,
  plan: Pick<Plan<never, never>, 'importId' | 'district'>,
  results: readonly Result[],
  at: Date,
): Promise<void> => {
  const rows = results.filter((r) => r.key !== null)
  if (rows.length === 0) return
  await raw(
    tx,
    `insert into kernel.import_row (district, import_id, key, at, result, reason, subject_id)
     select $1, $2, x.key, $3, x.result, x.reason, x."subjectId" from jsonb_to_recordset($4::jsonb) as x(key text, result text, reason text, "subjectId" uuid)
     on conflict (district, import_id, key) do update set at = excluded.at, result = excluded.result, reason = excluded.reason, subject_id = excluded.subject_id
     where import_row.result = 'refused'`,
    [plan.district, plan.importId, at, JSON.stringify(rows)],
  )
}
const reasonOf = (error: unknown): string | undefined =>
  error instanceof Refused ? refusalZh(error.refusal) : error instanceof RangeError ? error.message : undefined

/** One transaction: look up, prepare, write, remember. */
const writeBatch = <T, P>(job: Job, plan: Plan<T, P>, entries: readonly Entry<T>[]): Promise<readonly Result[]> =>
  job.kernel.db.withDistricts([plan.district], async (tx) => {
    // Two imports of the same kind take turns, so that neither writes a row that the other is just writing.
    await raw(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`cityloop-import ${plan.district} ${plan.importId}`])
    const before = await findKeys(
      tx,
      plan.importId,
      entries.map((e) => e.key),
    )
    const results: Result[] = []
    const fresh: { entry: Entry<T>; prepared: P }[] = []
    for (const entry of entries) {
      const base = { row: entry.row, key: entry.key, channel: entry.channel }
      if (before.has(entry.key)) {
        results.push({ ...base, result: 'known', reason: null, subjectId: before.get(entry.key) ?? null })
        continue
      }
      try {
        fresh.push({ entry, prepared: await plan.prepare(tx, entry) })
      } catch (error) {
        const reason = reasonOf(error)
        if (reason === undefined) throw error
        results.push(refusedResult({ ...base, reason }))
      }
    }
    const written =
      fresh.length > 0
        ? await plan.write(
            tx,
            fresh.map((f) => f.prepared),
          )
        : []
    for (const [i, { entry }] of fresh.entries()) {
      const one = written[i]
      results.push({
        row: entry.row,
        key: entry.key,
        channel: entry.channel,
        result: one?.isKnown ? 'known' : 'added',
        reason: one?.reason ?? null,
        subjectId: one?.id ?? null,
      })
    }
    const isOld = (r: Result): boolean => r.key !== null && before.has(r.key)
    await remember(
      tx,
      plan,
      results.filter((r) => !isOld(r)),
      job.kernel.now(),
    )
    return results
  })

/** A batch that the database refuses is halved until the guilty row stands alone; its neighbours go in. */
const writeOrHalve = async <T, P>(job: Job, plan: Plan<T, P>, entries: readonly Entry<T>[]): Promise<readonly Result[]> => {
  try {
    return await writeBatch(job, plan, entries)
  } catch (error) {
    if (!isUniqueViolation(error) && !isCheckViolation(error)) throw error
    const [first] = entries
    if (!first) return []
    if (entries.length > 1) {
      const middle = entries.length >> 1
      return [
        ...(await writeOrHalve(job, plan, entries.slice(0, middle))),
        ...(await writeOrHalve(job, plan, entries.slice(middle))),
      ]
    }
    const refused = refusedResult({
      ...first,
      reason: `数据库不接受 refused by the database: ${error instanceof Error ? error.message : ''}`,
    })
    await job.kernel.db.withDistricts([plan.district], (tx) => remember(tx, plan, [refused], job.kernel.now()))
    return [refused]
  }
}

const emptyTally = (): Tally => ({ read: 0, added: 0, known: 0, refused: 0 })
/** Everything of a file. */
export const runBatches = async <T, P>(job: Job, plan: Plan<T, P>): Promise<Summary> => {
  const total = emptyTally()
  const byChannel = new Map<string, Tally>()
  const seen = new Map<string, number>()
  const count = (result: Result): void => {
    const own = byChannel.get(result.channel) ?? emptyTally()
    byChannel.set(result.channel, own)
    for (const tally of [total, own]) {
      tally.read += 1
      tally[result.result] += 1
    }
    if (result.result === 'refused') job.errors.add({ row: result.row, key: result.key ?? '', reason: result.reason ?? '' })
  }
  let waiting: Entry<T>[] = []
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) for (const result of await writeOrHalve(job, plan, waiting)) count(result)
    waiting = []
    job.progress(total.read, plan.total)
  }
  for await (const one of plan.rows) {
    if (job.isStopping()) break
    const twin = 'item' in one ? seen.get(one.key) : undefined
    if (!('item' in one)) count(refusedResult(one))
    else if (twin !== undefined) count(refusedResult({ ...one, reason: `编号与第${twin}行重复 same key as row ${twin}` }))
    else {
      seen.set(one.key, one.row)
      waiting.push(one)
    }
    if (waiting.length >= (plan.batchSize ?? batchSize)) await flush()
  }
  await flush()
  return { ...total, byChannel, notes: [] }
}
