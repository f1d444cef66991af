/** What intake looks up before it acts. */
import type { Transaction } from 'kysely'
import { raw } from '#kernel'

export interface OrderFound {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly caseId: string | null
  readonly caseNumber: string | null
}
export const findOrder = async (tx: Transaction<unknown>, id: string): Promise<OrderFound | undefined> => {
  const { rows } = await raw<OrderFound>(
    tx,
    `select id, number, status, case_id as "caseId", case_number as "caseNumber" from intake."order" where id = $1`,
    [id],
  )
  return rows[0]
}
/** What a channel asks of an outside number, and the order that already bears it (not the same submission sent once more). */
export const findChannel = async (
  tx: Transaction<unknown>,
  of: { readonly channel: string; readonly outsideNumber?: string | null },
  clientKey: string | null,
): Promise<{ readonly pattern: string | null; readonly known: string | null } | undefined> => {
  if (!of.outsideNumber) return undefined
  const { rows } = await raw<{ pattern: string | null; known: string | null }>(
    tx,
    `select (select number_pattern from intake.channel where key = $1 and retired_at is null limit 1) as pattern,
       (select number from intake."order" where channel = $1 and outside_number = $2
         and (client_key is null or client_key is distinct from $3) limit 1) as known`,
    [of.channel, of.outsideNumber, clientKey],
  )
  return rows[0]
}
export interface MergedOrder {
  readonly id: string
  readonly channel: string
  readonly number: string
  readonly outsideNumber: string | null
  readonly callerPhone: string | null
}
/** Everything merged into an order, and into what was merged into it. */
export const findMerged = async (tx: Transaction<unknown>, id: string): Promise<readonly MergedOrder[]> => {
  const { rows } = await raw<MergedOrder>(
    tx,
    `with recursive m as (
       select id, channel, number, outside_number, caller_phone from intake."order" where merged_into = $1 and status = 'merged'
       union select o.id, o.channel, o.number, o.outside_number, o.caller_phone from intake."order" o join m on o.merged_into = m.id and o.status = 'merged')
     select id, channel, number, outside_number as "outsideNumber", caller_phone as "callerPhone" from m order by number`,
    [id],
  )
  return rows
}
/** Whether a code is a matter of the city's list; nothing said is nothing wrong. */
export const isMatter = async (tx: Transaction<unknown>, category: string | null | undefined): Promise<boolean> => {
  if (!category) return true
  const { rows } = await raw(tx, `select 1 from kernel.code where list = 'matter' and code = $1 limit 1`, [category])
  return rows.length > 0
}
/** What the same kind of machine found of the same class within 30 m and nobody has yet brought to an end. */
export const findOpenFinding = async (
  tx: Transaction<unknown>,
  at: { readonly lon: number | null; readonly lat: number | null },
  of: { readonly source: string; readonly class: string },
): Promise<{ readonly id: string } | undefined> => {
  if (at.lon === null || at.lat === null) return undefined
  const { rows } = await raw<{ id: string }>(
    tx,
    // The box by the index of the map of open ones, the metres of what is left.
    `select id from intake.finding where source = $1 and class = $2 and status = any(array['seen', 'told']) and closed_at is null
       and geom && st_expand(st_setsrid(st_makepoint($3::float8, $4::float8), 4326), 0.0005) and st_dwithin(geom::geography, st_setsrid(st_makepoint($3::float8, $4::float8), 4326)::geography, 30) order by created_at limit 1`,
    [of.source, of.class, at.lon, at.lat],
  )
  return rows[0]
}
export interface Budget {
  readonly amount: number
  readonly paid: number
}
/** What one report of a matter earns by the scale in force on a day, in yuan. */
export const findScale = async (tx: Transaction<unknown>, matter: string, day: string): Promise<number | undefined> => {
  const { rows } = await raw<{ amount: number }>(
    tx,
    `select amount::float8 as amount from intake.reward_scale where matter = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)
       and retired_at is null order by valid_from desc limit 1`,
    [matter, day],
  )
  return rows[0]?.amount
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
/** The topic an issue is filed under, and the name of the key point it was seen at. */
export const findTopic = async (
  tx: Transaction<unknown>,
  topic: string,
  point: string | null | undefined,
): Promise<
  { readonly kind: 'inspection' | 'survey' | 'volunteer'; readonly status: string; readonly point: string | null } | undefined
> => {
  const { rows } = await raw<{ kind: 'inspection' | 'survey' | 'volunteer'; status: string; point: string | null }>(
    tx,
    'select kind, status, (select name from grid.key_point where id = $2) as point from intake.topic where id = $1',
    [topic, point ?? null],
  )
  return rows[0]
}
/** Of the units a whistle names, those that exist. */
export const countUnits = async (tx: Transaction<unknown>, units: readonly string[]): Promise<number> => {
  const { rows } = await raw<{ n: number }>(tx, 'select count(*)::int as n from kernel.unit where id::text = any($1::text[])', [
    [...units],
  ])
  return rows[0]?.n ?? 0
}
/** The unit a person's appointment ties him to; none: he acts for the whole bureau. */
export const findActingUnit = async (
  tx: Transaction<unknown>,
  person: string | null,
  day: string,
): Promise<string | undefined> => {
  if (!person) return undefined
  const { rows } = await raw<{ unit: string | null }>(
    tx,
    'select unit_id as unit from kernel.appointment where person_id = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by unit_id nulls first limit 1',
    [person, day],
  )
  return rows[0]?.unit ?? undefined
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
