/** On the 1st: whether 零增长 was kept last month, street by street; every day: compounds that have become a focus. */
import {
  addMonths,
  addRecord,
  dayText,
  type Job,
  many,
  one,
  openIn,
  parameterOf,
  startOf,
  systemActor,
  type WorkContext,
} from '#kernel'
import { monthEnd } from './records.ts'

interface Street {
  readonly street: string
  readonly found: number
  readonly removed: number
  readonly left: number
}
/** New buildings of a month by street: found in it, removed in it, and standing at its end (found up to then, not settled before it). */
const monthSql = `select s.code as street,
    (count(b.id) filter (where b.created_at >= $1))::int as found,
    (count(b.id) filter (where b.removed_on >= $3::date and b.removed_on < $4::date))::int as removed,
    (count(b.id) filter (where b.removed_on is null or b.removed_on >= $4::date))::int as "left"
  from kernel.area s left join buildings.building b on b.district = s.district and b.street = s.code and b.class = 'new' and b.created_at < $2 and b.status <> 'unfounded'
  where s.level = 'street' and s.valid_to is null group by s.code order by s.code`
const closeMonth = async (ctx: WorkContext): Promise<void> => {
  const next = `${dayText(ctx.now).slice(0, 7)}-01`
  const monthOn = addMonths(next, -1)
  const month = monthOn.slice(0, 7)
  if (await one(ctx.tx, 'select 1 as n from buildings.month_end where month = $1 limit 1', [month])) return
  for (const s of await many<Street>(ctx.tx, monthSql, [startOf(monthOn), startOf(next), monthOn, next]))
    await addRecord(ctx, monthEnd, { month, monthOn, ...s, isKept: s.left === 0 }, { areaCode: s.street })
}
export const monthJob: Job = { id: 'buildings.month-end', zh: '新增违建零增长月结', everyMinutes: 360, run: closeMonth }

interface Compound {
  readonly id: string
  readonly reason: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const newSql = `select c.id, case when c.is_villa then 'villa' else 'fresh' end as reason, c.lon, c.lat, c.area_code as "areaCode" from grid.compound c
  where c.retired_at is null and (c.is_villa or c.delivered_on > $1::date) and not exists (select 1 from buildings.focus f where f.compound = c.id and (f.status = 'active' or f.to_on > $2::date - interval '6 months')) order by c.name limit 50`
const listFocus = async (ctx: WorkContext): Promise<void> => {
  const day = dayText(ctx.now)
  const since = addMonths(day, -parameterOf(ctx, 'buildings.new-compound-months'))
  for (const { id, reason, lon, lat, areaCode } of await many<Compound>(ctx.tx, newSql, [since, day]))
    await openIn(ctx.tx, ctx.kernel, {
      procedure: 'buildings.focus',
      district: ctx.district,
      actor: systemActor,
      lon,
      lat,
      areaCode: areaCode ?? undefined,
      isOutsideGrid: lon === null,
      at: ctx.now,
      input: { compound: id, reason, fromOn: day, toOn: addMonths(day, parameterOf(ctx, 'buildings.focus-months')) },
    })
}
export const focusJob: Job = { id: 'buildings.focus', zh: '重点小区自动列入', everyMinutes: 720, run: listFocus }
