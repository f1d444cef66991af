/** 信息采集监管: what each collector reported, how much of it held, how many cells they reached, and whether verifications came in time. */
import type { Transaction } from 'kysely'
import { raw } from '#kernel'

export interface CollectorScore {
  readonly personId: string
  readonly name: string
  readonly reported: number
  /** Filed after review: 有效上报. */
  readonly valid: number
  readonly cells: number
  readonly verifies: number
  readonly verifiesInTime: number
  /** null where nothing was reported. */
  readonly validRate: number | null
}
export const collectorScores = async (tx: Transaction<unknown>, from: Date, to: Date): Promise<readonly CollectorScore[]> => {
  const { rows } = await raw<Omit<CollectorScore, 'validRate'>>(
    tx,
    `select n.id as "personId", n.name, coalesce(c.reported, 0) as reported, coalesce(c.valid, 0) as valid, coalesce(c.cells, 0) as cells,
       coalesce(v.verifies, 0) as verifies, coalesce(v.in_time, 0) as "verifiesInTime"
     from kernel.person n
     join kernel.appointment a on a.district = n.district and a.person_id = n.id
     join kernel.post p on p.district = a.district and p.id = a.post_id and 'cases.verify' = any(p.verbs)
     left join (select reporter, count(*)::int as reported, (count(*) filter (where filed_at is not null and status <> 'cancelled'))::int as valid, count(distinct area_code)::int as cells
       from cases."case" where created_at >= $1 and created_at < $2 and source = 'collector' group by 1) c on c.reporter = n.id
     left join (select verifier, count(*)::int as verifies, (count(*) filter (where coalesce(checked_at, verified_at) <= coalesce(check_due_at, verify_due_at)))::int as in_time
       from cases."case" where coalesce(checked_at, verified_at) >= $1 and coalesce(checked_at, verified_at) < $2 group by 1) v on v.verifier = n.id
     order by reported desc, n.name`,
    [from, to],
  )
  return rows.map((r) => ({ ...r, validRate: r.reported === 0 ? null : Math.round((r.valid / r.reported) * 10_000) / 100 }))
}
