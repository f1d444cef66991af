/** Sheets of street furniture, kiosks and occupation. */
import { addDays, type BoundRoute, bind, many, percentOf, startOf } from '#kernel'
import { hotspotsRoute, worksRoute } from '../contract.ts'

const worksSql = `select kind, (count(*) filter (where status in ('standing', 'damaged', 'overdue')))::int as places, coalesce(sum(done_quantity) filter (where status in ('standing', 'damaged', 'overdue')), 0)::float8 as quantity, (count(*) filter (where status = 'damaged'))::int as damaged, (count(*) filter (where is_overdue))::int as overdue, (count(*) filter (where status = 'removed'))::int as removed from appearance.works where done_on is not null group by kind order by kind`
const effectSql = `select w.id as works, w.kind, coalesce(sum(c.sheets) filter (where c.cleaned_on < w.done_on), 0)::int as before, coalesce(sum(c.sheets) filter (where c.cleaned_on >= w.done_on), 0)::int as after
  from appearance.works w left join appearance.cleanup c on c.retired_at is null and c.works = w.id and c.cleaned_on between w.done_on - 90 and w.done_on + 90 where w.kind in ('board', 'nano') and w.done_on is not null group by w.id, w.kind, w.number order by w.number limit 500`
const parkingSql = `select w.id as works, w.kind, w.spot, (count(o.id) filter (where (o.seen_at at time zone 'Asia/Shanghai')::date < w.done_on))::int as before, (count(o.id) filter (where (o.seen_at at time zone 'Asia/Shanghai')::date >= w.done_on))::int as after
  from appearance.works w left join appearance.occupation o on o.kind in ('parking', 'road') and (o.seen_at at time zone 'Asia/Shanghai')::date between w.done_on - 90 and w.done_on + 90
    and st_distance(st_setsrid(st_makepoint(o.lon, o.lat), 4326)::geography, st_setsrid(st_makepoint(w.lon, w.lat), 4326)::geography) <= 100
  where w.kind in ('isolator', 'flowerBox') and w.done_on is not null group by w.id, w.kind, w.spot, w.number order by w.number limit 500`
const kioskSql = `select town, count(*)::int as total, (count(*) filter (where closed_at is null))::int as "left", bool_and(closed_at is not null) as "isCleared" from appearance.kiosk where town is not null group by town order by town`
const hotSql = `select place, hour_of as hour, count(*)::int as times, (count(*) filter (where not is_known))::int as unknown from appearance.occupation where seen_at >= $1 and seen_at < $2 group by 1, 2 order by 3 desc, 1, 2 limit 200`
export const streetSheets: readonly BoundRoute[] = [
  bind(worksRoute, (_input, ctx) =>
    ctx.work(
      async ({ tx }) =>
        ({
          rows: await many(tx, worksSql),
          effects: await many(tx, effectSql),
          parking: await many(tx, parkingSql),
          kiosks: await many(tx, kioskSql),
        }) as never,
    ),
  ),
  bind(hotspotsRoute, ({ from, to }, ctx) =>
    ctx.work(async ({ tx }) => {
      const range = [startOf(from), startOf(addDays(to, 1))]
      const ends = await many<{ status: string; n: number }>(
        tx,
        'select status, count(*)::int as n from appearance.occupation where seen_at >= $1 and seen_at < $2 group by 1',
        range,
      )
      const of = (s: string) => ends.find((e) => e.status === s)?.n ?? 0
      const all = ends.reduce((n, e) => n + e.n, 0)
      return {
        corrected: of('corrected'),
        penalised: of('penalised'),
        punishedPercent: percentOf(of('penalised'), all),
        rows: await many(tx, hotSql, range),
      } as never
    }),
  ),
]
