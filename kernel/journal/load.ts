/** Reading the journal. */
import type { Transaction } from 'kysely'
import { raw } from '../db/index.ts'
import type { ChainedEntry } from './chain.ts'

const columns = `district, subject_type as "subjectType", subject_id as "subjectId", seq, at,
  json_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) as actor, action, changes, detail, prev_hash as "prevHash", hash`

/** All entries of a subject, oldest first. */
export const loadJournal = async (tx: Transaction<unknown>, subjectId: string): Promise<readonly ChainedEntry[]> => {
  const { rows } = await raw<ChainedEntry>(tx, `select ${columns} from kernel.journal where subject_id = $1::uuid order by seq`, [
    subjectId,
  ])
  return rows
}
export const findByHash = async (tx: Transaction<unknown>, hash: string): Promise<ChainedEntry | undefined> => {
  const { rows } = await raw<ChainedEntry>(tx, `select ${columns} from kernel.journal where hash = $1`, [hash])
  return rows[0]
}
/** Subjects in pages, for the verifier: the next `limit` after a given id. */
export const loadChains = async (
  tx: Transaction<unknown>,
  after: string,
  limit: number,
): Promise<ReadonlyMap<string, readonly ChainedEntry[]>> => {
  const { rows } = await raw<ChainedEntry>(
    tx,
    `select ${columns} from kernel.journal where subject_id in
       (select distinct subject_id from kernel.journal where subject_id > $1::uuid order by subject_id limit ${limit}) order by subject_id, seq`,
    [after],
  )
  return Map.groupBy(rows, (r) => r.subjectId)
}
