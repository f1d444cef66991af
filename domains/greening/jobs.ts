/** Every day: which residential land lies within reach of a park; and which old trees ought to have been visited. */
import { editRow, type Job, many, parameterOf, type WorkContext } from '#kernel'
import { block } from './spaces/space.ts'

/** GB/T 50563: 5000㎡ and more reach 500m, 2000㎡ and more 300m, measured from the edge of the green space. */
const reachSql = `select b.id, b.is_served as "isServed", exists (select 1 from greening.space s where s.class = 'G1' and s.state = 'open' and s.retired_at is null and s.lon is not null
    and st_dwithin(geography(coalesce(s.geom, st_setsrid(st_makepoint(s.lon, s.lat), 4326))), geography(st_setsrid(st_makepoint(b.lon, b.lat), 4326)), case when s.area_m2 >= 5000 then $1::float8 when s.area_m2 >= 2000 then $2::float8 else -1 end)) as reached
  from greening.block b where b.retired_at is null and b.lon is not null`
const reach = async (ctx: WorkContext): Promise<void> => {
  const rows = await many<{ id: string; isServed: boolean | null; reached: boolean }>(ctx.tx, reachSql, [
    parameterOf(ctx, 'greening.radius-large'),
    parameterOf(ctx, 'greening.radius-small'),
  ])
  for (const r of rows.filter((x) => (x.isServed ?? null) !== x.reached))
    await editRow(ctx, block, r.id, { isServed: r.reached }, { reason: '服务半径核算' })
}
export const reachJob: Job = { id: 'greening.reach', zh: '公园绿地服务半径核算', everyMinutes: 720, run: reach }
