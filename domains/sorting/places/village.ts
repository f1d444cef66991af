/** The villages of the base register are the denominator of rural coverage: one that nobody entered as a place of sorting is entered, unsorted. */
import { type Job, many, openIn, systemActor, type WorkContext } from '#kernel'

interface Village {
  readonly id: string
  readonly name: string
  readonly households: number
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const missingSql = `select v.id, v.name, v.households, v.lon, v.lat, v.area_code as "areaCode" from grid.village v
  where v.level = 'village' and v.retired_at is null
    and not exists (select 1 from sorting.place p where p.village = v.id or (p.kind = 'village' and p.name = v.name)) order by v.town, v.name`
const enterVillages = async (ctx: WorkContext): Promise<void> => {
  for (const v of await many<Village>(ctx.tx, missingSql))
    await openIn(ctx.tx, ctx.kernel, {
      procedure: 'sorting.place',
      district: ctx.district,
      actor: systemActor,
      lon: v.lon,
      lat: v.lat,
      areaCode: v.areaCode ?? ctx.district,
      isOutsideGrid: true,
      clientKey: `village ${v.id}`,
      input: { name: v.name, kind: 'village', village: v.id, households: v.households, persons: 0, isBuiltUp: false },
    })
}
export const villageJob: Job = { id: 'sorting.villages', zh: '行政村纳入分类场所', everyMinutes: 720, run: enterVillages }
