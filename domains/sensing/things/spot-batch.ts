/** A batch of change polygons as it comes from the satellite's analysts, imported as a sheet or a Shapefile, and sent to the field at once. */
import { openIn, raw, reject, type WorkContext } from '#kernel'

interface Shape {
  readonly id: string
  readonly lon: number | null
  readonly lat: number | null
  readonly hasShape: boolean
  readonly isIssued: boolean
}
/** Opens the check of every polygon of the batch that has none yet. @param id any polygon of the batch */
export const issueBatch = async (ctx: WorkContext, id: string) => {
  const { tx } = ctx
  const [one] = (
    await raw<{ batch: string }>(tx, 'select batch from sensing.spot_shape where id = $1 and retired_at is null', [id])
  ).rows
  if (!one) return reject('kernel.not-found', { what: '图斑' })
  const { rows } = await raw<Shape>(
    tx,
    `select s.id, st_x(st_pointonsurface(s.geom)) as lon, st_y(st_pointonsurface(s.geom)) as lat, s.geom is not null as "hasShape",
       exists (select from sensing.spot p where p.shape = s.id) as "isIssued"
     from sensing.spot_shape s where s.batch = $1 and s.retired_at is null order by s.code`,
    [one.batch],
  )
  const due = rows.filter((r) => r.hasShape && !r.isIssued)
  for (const { id: shape, lon, lat } of due)
    await openIn(tx, ctx.kernel, {
      procedure: 'sensing.spot',
      district: ctx.district,
      actor: ctx.actor,
      input: { shape },
      lon,
      lat,
      isOutsideGrid: true,
      at: ctx.now,
    })
  return {
    batch: one.batch,
    issued: due.length,
    already: rows.filter((r) => r.isIssued).length,
    withoutShape: rows.filter((r) => !r.hasShape && !r.isIssued).length,
  }
}
