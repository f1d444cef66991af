/** The doors of greening: its sheets, and the public's map, activities and adoption. */
import { type Actor, type BoundRoute, bind, type Kernel, many, one, openIn, parameterOf, reject } from '#kernel'
import { createBuckets } from '#kernel/files/bucket.ts'
import { publicOf } from '#kernel/files/publish.ts'
import {
  publicActivitiesRoute,
  publicAdoptionRoute,
  publicAdoptRoute,
  publicBookRoute,
  publicMapRoute,
  publicTreesRoute,
} from './contract.ts'
import { booking } from './public/booking.ts'
import { careSheets } from './sheets/care.ts'
import { citySheets } from './sheets/city.ts'
import { adoption } from './trees/adoption.ts'
import { activityKinds } from './words.ts'

const citizen: Actor = { kind: 'system', id: null, name: '市民' }
const point = `case when lon is null then null else json_build_object('type', 'Point', 'coordinates', json_build_array(lon, lat)) end`
const shape = `coalesce(st_asgeojson(geom)::json, ${point})`
const mapSql = `select 'park' as layer, id, name, ${point} as geometry, open_hours as "openHours", state = 'open' as "isOpen", closed_note as note, coalesce(photos, '{}') as photos from greening.park where retired_at is null
  union all select 'greenway', id, name, ${shape}, null, state = 'open', closed_note, coalesce(photos, '{}') from greening.greenway where retired_at is null
  union all select 'pocket', id, name, ${shape}, open_hours, state = 'open', null, coalesce(photos, '{}') from greening.space where retired_at is null and form = any (array['pocket', 'street', 'garden', 'rose']) and state <> 'building'
  union all select 'ancient', id, code || ' ' || species, ${point}, null, true, '树龄' || age || '年', coalesce(photos, '{}') from greening.ancient where retired_at is null and health <> 'dead'
  union all select 'flower', a.id, a.name, case when p.lon is null then null else json_build_object('type', 'Point', 'coordinates', json_build_array(p.lon, p.lat)) end, to_char(a.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), true, a.venue, coalesce(p.photos, '{}')
    from greening.activity a left join greening.park p on p.id = a.park where a.kind = 'flower' and a.status = 'open'`
interface Feature {
  readonly layer: string
  readonly id: string
  readonly geometry: unknown
  readonly photos: readonly string[]
}
const treesSql = `select * from (select t.id, 'tree' as kind, t.code, t.species as name, t.lon, t.lat, r.name as note from greening.tree t join grid.road r on r.id = t.road where t.is_adoptable and t.retired_at is null and t.health <> 'dead'
    and not exists (select 1 from greening.adoption a where a.tree = t.id and a.status <> all (array['lapsed', 'cancelled', 'refused']))
  union all select n.id, 'ancient', n.code, n.species, n.lon, n.lat, '树龄' || n.age || '年' from greening.ancient n where n.is_adoptable and n.retired_at is null and n.health <> 'dead'
    and not exists (select 1 from greening.adoption a where a.ancient = n.id and a.status <> all (array['lapsed', 'cancelled', 'refused']))) x order by kind, code limit 500`
const activitiesSql = `select id, kind, name, venue, mode, to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "startsAt",
    greatest(0, capacity - (select coalesce(sum(people), 0)::int from greening.booking b where b.activity = a.id and b.status <> 'cancelled')) as "left"
  from greening.activity a where status = 'open' and ends_at > $1 order by starts_at limit 100`
const adoptionSql = `select number, status, fee_fen as "feeFen", certificate, from_on::text as "fromOn", to_on::text as "toOn", cares, last_care as "lastCare", (select j.hash from kernel.journal j where j.subject_id = r.id and j.seq = 1) as hash from greening.adoption r where number = $1`
const readRoutes: readonly BoundRoute[] = [
  bind(publicMapRoute, (_input, ctx) =>
    ctx.work(async (work) => {
      const found = await many<Feature>(work.tx, mapSql)
      const ids = [...new Set(found.flatMap((f) => f.photos))]
      const shown = await publicOf(work, ids)
      const features = found.map(({ geometry, photos, ...properties }) => ({
        type: 'Feature',
        geometry,
        properties: { ...properties, photos: photos.filter((id) => shown.has(id)) },
      }))
      return { type: 'FeatureCollection', features } as never
    }),
  ),
  bind(publicTreesRoute, (_input, ctx) =>
    ctx.work(
      async (work) => ({ trees: await many(work.tx, treesSql), feeFen: parameterOf(work, 'greening.adopt-fee') }) as never,
    ),
  ),
  bind(publicActivitiesRoute, (_input, ctx) =>
    ctx.work(
      async ({ tx }) =>
        ({
          activities: (await many<{ kind: keyof typeof activityKinds }>(tx, activitiesSql, [ctx.now])).map((a) => ({
            ...a,
            kindZh: activityKinds[a.kind],
          })),
        }) as never,
    ),
  ),
  bind(publicAdoptionRoute, async ({ number, receipt }, ctx) => {
    const found = await ctx.work(({ tx }) =>
      one<{ status: keyof typeof adoption.spec.statuses; hash: string }>(tx, adoptionSql, [number]),
    )
    if (!found || found.hash !== receipt) return reject('kernel.not-found', { what: '认养' })
    const { hash: _, ...shown } = found
    return { ...shown, statusZh: adoption.spec.statuses[found.status].zh } as never
  }),
]
/** Whoever books or adopts holds the row it is about until the commit: two at once never share the last place or one tree. */
export const greeningRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const buckets = createBuckets({ capacity: 30, perMinute: 10, now: () => kernel.now().getTime() })
  const take = (ip: string) => {
    const seconds = buckets.take(ip)
    if (seconds > 0) reject('kernel.too-many', { seconds })
  }
  return [
    ...citySheets,
    ...careSheets,
    ...readRoutes,
    bind(publicAdoptRoute, async (input, ctx) => {
      take(ctx.ip)
      const opened = await ctx.work(async ({ tx }) => {
        await one(tx, 'select 1 as n from greening.tree where id = $1::uuid for update', [input.tree ?? null])
        await one(tx, 'select 1 as n from greening.ancient where id = $1::uuid for update', [input.ancient ?? null])
        return openIn(tx, kernel, { procedure: adoption.id, district: ctx.district, actor: citizen, input })
      })
      ctx.reply.code(201)
      return { number: opened.number, receipt: opened.receipt }
    }),
    bind(publicBookRoute, async (input, ctx) => {
      take(ctx.ip)
      const opened = await ctx.work(async ({ tx }) => {
        await one(tx, 'select 1 as n from greening.activity where id = $1 for update', [input.activity])
        return openIn(tx, kernel, { procedure: booking.id, district: ctx.district, actor: citizen, input })
      })
      ctx.reply.code(201)
      return { number: opened.number, receipt: opened.receipt }
    }),
  ]
}
