/** 律师驻队: the duty days of each post set against those the squad confirmed, and what else the lawyer did there. */
import { many, percentOf, type Tx } from '#kernel'

interface PostRow {
  readonly squad: string
  readonly lawyer: string
  readonly due: number
  readonly kept: number
  readonly consults: number
  readonly reviews: number
  readonly trainings: number
  readonly mediations: number
  readonly hours: number
}
/** Days that are still to come are not due yet. */
const postsSql = `with span as (select $1::date as first, least($2::date, $3::date) as last),
    days as (select p.id, p.squad, p.lawyer, count(d)::int as due from enforcement.lawyer_post p cross join span
      left join lateral (select d from generate_series(greatest(span.first, p.valid_from), least(span.last, p.valid_to), interval '1 day') d
        where lower(to_char(d, 'dy')) = any(p.weekdays)) x on true
      where p.retired_at is null and p.valid_from <= $2::date and p.valid_to >= $1::date group by p.id, p.squad, p.lawyer),
    posts as (select squad, lawyer, sum(due)::int as due from days group by 1, 2)
  select p.squad, p.lawyer, p.due, count(distinct w.worked_on) filter (where w.kind = 'duty')::int as kept,
    (count(w.id) filter (where w.kind = 'consult'))::int as consults, (count(w.id) filter (where w.kind = 'review'))::int as reviews,
    (count(w.id) filter (where w.kind = 'training'))::int as trainings, (count(w.id) filter (where w.kind = 'mediate'))::int as mediations,
    coalesce(sum(w.hours), 0)::float8 as hours
  from posts p left join enforcement.lawyer_work w on w.squad = p.squad and w.lawyer = p.lawyer and w.status = 'confirmed' and w.worked_on >= $1::date and w.worked_on <= $2::date
  group by p.squad, p.lawyer, p.due order by p.squad, p.lawyer`
const teamsSql = `select s.name, exists (select 1 from enforcement.lawyer_post p where p.squad = s.id and p.retired_at is null and p.valid_from <= $1::date and p.valid_to >= $1::date) as "isCovered"
  from enforcement.squad s where s.kind = 'team' and s.retired_at is null order by s.name`

/** @param today the last day that can have been kept. */
export const lawyerSheet = async (tx: Tx, from: string, to: string, today: string) => {
  const teams = await many<{ name: string; isCovered: boolean }>(tx, teamsSql, [today < to ? today : to])
  const posts = await many<PostRow>(tx, postsSql, [from, to, today])
  return {
    squads: teams.length,
    covered: teams.filter((t) => t.isCovered).length,
    without: teams.filter((t) => !t.isCovered).map((t) => t.name),
    rows: posts.map((p) => ({ ...p, missed: Math.max(0, p.due - p.kept), keptRate: percentOf(p.kept, p.due) })),
  }
}
