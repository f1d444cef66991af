/** 弄虚作假线索: the same picture twice, clocks stopped in the last minutes, the same two people again and again. Hints with evidence, never a verdict. */
import type { z } from 'zod'
import { dayOf, endOf, many, startOf, type WorkContext } from '#kernel'
import type { gamingRoute } from './route-contract.ts'
import { beyondChance, beyondPeers, type LastMinutes, type Step, signsNote } from './signs.ts'

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
  group by 1, 2 order by 3 desc`
/** The one who said it is done, and the one who then found it so, street by street: a verifier is drawn within a street. */
const pairsSql = `select h.subject_type as type, h.subject_id as id, h.actor_id as "handlerId", h.actor_name as handler, v.actor_id as "verifierId", v.actor_name as verifier, k.street
  from kernel.journal h
    join lateral (select actor_id, actor_name from kernel.journal n
      where n.subject_id = h.subject_id and n.seq > h.seq and n.action = any (array['checkOk', 'verify']) order by n.seq limit 1) v on true
    left join lateral (select coalesce(left(c.area_code, 9), '') as street from kernel.clock c where c.subject_id = h.subject_id limit 1) k on true
  where h.at >= $1 and h.at < $2 and h.action = any (array['submit', 'fix']) and h.actor_id is not null and v.actor_id is not null order by h.at`

type Answer = z.input<typeof gamingRoute.output>
export const gaming = async (ctx: WorkContext, from: string, to: string) => {
  const p = (name: string): number =>
    ctx.kernel.parameters.value(ctx.district, `evaluation.${name}`, dayOf(ctx.kernel, ctx.district, ctx.now))
  const span = [startOf(from), endOf(to)]
  const minutes = p('deadline-minutes')
  return {
    minutes,
    note: signsNote,
    photos: [...(await many<Answer['photos'][number]>(ctx.tx, photosSql, span))],
    lastMinutes: beyondPeers(await many<LastMinutes>(ctx.tx, lastMinutesSql, [...span, minutes])).map((r) => ({
      ...r,
      typeZh: ctx.kernel.definition(r.type)?.spec.zh ?? r.type,
    })),
    pairs: beyondChance(await many<Step>(ctx.tx, pairsSql, span), p('pair-least'), p('pair-share')),
  }
}
