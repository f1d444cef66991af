/** What intake looks up before it acts. */
import type { Transaction } from 'kysely'
import { raw } from '#kernel'

export interface OrderFound {
  readonly id: string
  readonly number: string
  readonly caseId: string | null
  readonly caseNumber: string | null
}
export const findOrder = async (tx: Transaction<unknown>, id: string): Promise<OrderFound | undefined> => {
  const { rows } = await raw<OrderFound>(
    tx,
    `select id, number, case_id as "caseId", case_number as "caseNumber" from intake."order" where id = $1 and status <> 'merged'`,
    [id],
  )
  return rows[0]
}
export interface Budget {
  readonly amount: number
  readonly paid: number
}
/** The year's reward budget and what has been granted from it. */
export const findBudget = async (tx: Transaction<unknown>, year: string): Promise<Budget | undefined> => {
  const { rows } = await raw<Budget>(
    tx,
    `select b.amount::float8 as amount, (select coalesce(sum(r.amount), 0)::float8 from intake.reward r where r.status = any (array['granted', 'paid']) and to_char(r.granted_at at time zone 'Asia/Shanghai', 'YYYY') = $1) as paid
     from intake.reward_budget b where b.year = $1 and b.retired_at is null`,
    [year],
  )
  return rows[0]
}
/** The first report of the same matter at the same place within 30 days, if it is another one. */
export const findEarlierReward = async (
  tx: Transaction<unknown>,
  of: {
    readonly id: string
    readonly matter: string
    readonly lon: number | null
    readonly lat: number | null
    readonly createdAt: Date
    readonly number: string
  },
): Promise<{ readonly number: string } | undefined> => {
  const { rows } = await raw<{ number: string }>(
    tx,
    `select number from intake.reward where id <> $1 and matter = $2 and (created_at, number) < ($5, $6) and created_at > $5::timestamptz - interval '30 days' and status <> 'refused'
       and lon is not null and st_dwithin(geom::geography, st_setsrid(st_makepoint($3::float8, $4::float8), 4326)::geography, 50) order by created_at limit 1`,
    [of.id, of.matter, of.lon, of.lat, of.createdAt, of.number],
  )
  return rows[0]
}
export const countOpenArrivals = async (tx: Transaction<unknown>, whistleId: string): Promise<number> => {
  const { rows } = await raw<{ n: number }>(
    tx,
    `select count(*)::int as n from intake.arrival where parent_id = $1 and status = 'called'`,
    [whistleId],
  )
  return rows[0]?.n ?? 0
}
/** Open cases that a topic's issues became; what was solved on the spot is nobody's case and may be verified afterwards. */
export const countOpenIssues = async (tx: Transaction<unknown>, topicId: string): Promise<number> => {
  const { rows } = await raw<{ n: number }>(
    tx,
    `select count(*)::int as n from intake.issue where topic = $1 and status = 'open'`,
    [topicId],
  )
  return rows[0]?.n ?? 0
}
