/** 类别组合: what was found of 五点, 十乱 and the like, counted by the members each group had on the day of the case. */
import { many, type Tx } from '#kernel'

export interface GroupFigure {
  readonly name: string
  readonly kind: string
  readonly category: string
  readonly cases: number
  readonly closed: number
  readonly latest: readonly string[]
}
/** @param from first day; @param to the day after the last. */
export const groupFigures = (tx: Tx, from: Date, to: Date): Promise<readonly GroupFigure[]> =>
  many<GroupFigure>(
    tx,
    `with member as (select g.name, g.kind, g.category, g.valid_from, g.valid_to from cases.category_group g where g.retired_at is null
       and g.valid_from < $2::date and (g.valid_to is null or g.valid_to > $1::date)),
     hit as (select m.name, m.kind, m.category, c.id, c.status, c.created_at from member m join cases."case" c
       on c.category_kind = m.kind and c.category = m.category and c.created_at >= $1 and c.created_at < $2
         and (c.created_at at time zone 'Asia/Shanghai')::date >= m.valid_from and (m.valid_to is null or (c.created_at at time zone 'Asia/Shanghai')::date < m.valid_to)
         and c.status <> all (array['cancelled', 'merged', 'not_accepted']))
     select m.name, m.kind, m.category, count(h.id)::int as cases, (count(h.id) filter (where h.status = any (array['closed', 'force_closed', 'evaluated'])))::int as closed,
       coalesce((array_agg(h.id order by h.created_at desc) filter (where h.id is not null))[1:10], '{}') as latest
     from (select distinct name, kind, category from member) m left join hit h on h.name = m.name and h.kind = m.kind and h.category = m.category
     group by 1, 2, 3 order by 1, 4 desc, 3`,
    [from, to],
  )
