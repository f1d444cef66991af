/** 弄虚作假线索: the same picture twice, clocks stopped in the last minutes, the same two people again and again. Hints with evidence, never a verdict. */
import { dayOf, type WorkContext } from '#kernel'
import { endOf, many, startOf } from './shared.ts'

const subjectOf = (file: string) =>
  `(select coalesce(o.changes->>'number', j.subject_type) from kernel.journal j join kernel.journal o on o.subject_id = j.subject_id and o.seq = 1
    where (j.changes::text like '%' || ${file}.id::text || '%' or j.detail::text like '%' || ${file}.id::text || '%') order by j.at limit 1)`
const photosSql = `select f.id as "fileId", e.id as "earlierId", case when e.sha256 = f.sha256 then 0 else bit_count((e.phash # f.phash)::bit(64))::int end as distance, f.uploaded_at as "uploadedAt",
    ${subjectOf('f')} as subject, ${subjectOf('e')} as "earlierSubject"
  from kernel.file f join kernel.file e on e.district = f.district and e.uploaded_at < f.uploaded_at and e.uploaded_at > f.uploaded_at - interval '180 days'
    and (e.sha256 = f.sha256 or (f.phash is not null and e.phash is not null and bit_count((e.phash # f.phash)::bit(64)) <= 6))
  where f.uploaded_at >= $1 and f.uploaded_at < $2 order by f.uploaded_at desc limit 100`
const lastMinutesSql = `select subject_type as type, unit_id as "unitId", (count(*) filter (where is_late))::int as late, count(*)::int as stopped,
    round(100.0 * count(*) filter (where is_late) / count(*), 2)::float8 as share, coalesce(array_agg(subject_id::text order by stopped_at) filter (where is_late), '{}') as subjects
  from (select c.*, c.stopped_at > c.due_at - make_interval(mins => $3::int) and c.stopped_at <= c.due_at as is_late from kernel.clock c
    where c.stopped_at >= $1 and c.stopped_at < $2 and c.cancelled_at is null) x
  group by 1, 2 having count(*) filter (where is_late) > 0 order by 3 desc limit 50`
/** The one who said it is done, and the one who then found it so. */
const pairsSql = `with steps as (
    select h.subject_id, h.at, h.actor_id as handler_id, h.actor_name as handler, v.actor_id as verifier_id, v.actor_name as verifier
    from kernel.journal h join lateral (
      select actor_id, actor_name from kernel.journal n where n.subject_id = h.subject_id and n.seq > h.seq and n.action = any (array['checkOk', 'verify']) order by n.seq limit 1) v on true
    where h.at >= $1 and h.at < $2 and h.action = any (array['submit', 'fix']) and h.actor_id is not null and v.actor_id is not null),
  pairs as (select handler_id, verifier_id, min(handler) as handler, min(verifier) as verifier, count(*)::int as count, array_agg(subject_id::text order by at) as subjects from steps group by 1, 2),
  totals as (select handler_id, sum(count) as total from pairs group by 1)
  select p.handler, p.verifier, p.count, round(100.0 * p.count / t.total, 2)::float8 as share, p.subjects from pairs p join totals t using (handler_id)
  where p.count >= $3 and 100.0 * p.count / t.total >= $4 order by p.count desc limit 50`

export interface ReusedPhoto {
  readonly fileId: string
  readonly earlierId: string
  readonly distance: number
  readonly uploadedAt: Date
  readonly subject: string | null
  readonly earlierSubject: string | null
}
export const gaming = async (ctx: WorkContext, from: string, to: string) => {
  const p = (name: string): number =>
    ctx.kernel.parameters.value(ctx.district, `evaluation.${name}`, dayOf(ctx.kernel, ctx.district, ctx.now))
  const span = [startOf(from), endOf(to)]
  const minutes = p('deadline-minutes')
  return {
    minutes,
    photos: [...(await many<ReusedPhoto>(ctx.tx, photosSql, span))],
    lastMinutes: [
      ...(await many<{ type: string; unitId: string | null; late: number; stopped: number; share: number; subjects: string[] }>(
        ctx.tx,
        lastMinutesSql,
        [...span, minutes],
      )),
    ],
    pairs: [
      ...(await many<{ handler: string; verifier: string; count: number; share: number; subjects: string[] }>(ctx.tx, pairsSql, [
        ...span,
        p('pair-least'),
        p('pair-share'),
      ])),
    ],
  }
}
