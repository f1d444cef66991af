/** The doors of shops and citizens, and all sheets. */
import { type BoundRoute, bind, type Kernel, many, one, perform, reject, round } from '#kernel'
import { createBuckets } from '#kernel/files/bucket.ts'
import { publicOf } from '#kernel/files/publish.ts'
import { rateSpotRoute, shopReplyRoute, spotsRoute } from './contract.ts'
import { campaignSheets } from './sheets/campaigns.ts'
import { frontageSheets } from './sheets/frontage.ts'
import { streetSheets } from './sheets/street.ts'

const spotSql = `select number, name, concept, coalesce(after_photos, '{}') as photos, case when ratings > 0 then stars::float8 / ratings end as stars, coalesce(ratings, 0) as ratings, lon, lat from appearance.project where is_published order by number`
const burningSql = `select name, address, barrels, st_x(geom) as lon, st_y(geom) as lat from appearance.burning_point where is_open and retired_at is null order by name`
interface Placed {
  readonly name: string
  readonly lon: number | null
  readonly lat: number | null
}
interface Spot extends Placed {
  readonly number: string
  readonly concept: string | null
  readonly photos: readonly string[]
  readonly stars: number | null
  readonly ratings: number
}
interface Burning extends Placed {
  readonly address: string
  readonly barrels: number
}
const publicRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const buckets = createBuckets({ capacity: 30, perMinute: 10, now: () => kernel.now().getTime() })
  const take = (key: string) => {
    const seconds = buckets.take(key)
    if (seconds > 0) reject('kernel.too-many', { seconds })
  }
  return [
    bind(shopReplyRoute, async ({ number, code, note, photos }, ctx) => {
      take(number)
      const found = await ctx.work(({ tx }) =>
        one<{ id: string }>(tx, 'select id from appearance.issue where number = $1', [number]),
      )
      if (!found) return reject('appearance.field', { why: '编号或回复码不对' })
      const { status } = await perform(ctx.kernel, ctx.district, {
        procedure: 'appearance.issue',
        subjectId: found.id,
        action: 'selfFix',
        input: { code, replyNote: note, replyPhotos: photos },
        who: null,
        actor: { kind: 'public', id: null, name: '商户' },
      })
      return { number, status }
    }),
    bind(spotsRoute, (_input, ctx) =>
      ctx.work(async (work) => {
        const spots = await many<Spot>(work.tx, spotSql)
        const shown = await publicOf(
          work,
          spots.flatMap((s) => s.photos),
        )
        return {
          spots: spots.map((s) => ({
            ...s,
            photos: s.photos.filter((id) => shown.has(id)),
            stars: s.stars === null ? null : round(s.stars, 1),
          })),
          burning: [...(await many<Burning>(work.tx, burningSql))],
        }
      }),
    ),
    bind(rateSpotRoute, async ({ number, star }, ctx) => {
      take(`${ctx.ip}:${number}`)
      const found = await ctx.work(({ tx }) =>
        one<{ id: string; ratings: number; stars: number }>(
          tx,
          'select id, coalesce(ratings, 0) as ratings, coalesce(stars, 0) as stars from appearance.project where number = $1 and is_published',
          [number],
        ),
      )
      if (!found) return reject('kernel.not-found', { what: '打卡点' })
      await perform(ctx.kernel, ctx.district, {
        procedure: 'appearance.project',
        subjectId: found.id,
        action: 'rate',
        input: { star },
        who: null,
        actor: { kind: 'public', id: null, name: '游客' },
      })
      return { ratings: found.ratings + 1, stars: round((found.stars + star) / (found.ratings + 1), 1) }
    }),
  ]
}
export const appearanceRoutes = (kernel: Kernel): readonly BoundRoute[] => [
  ...frontageSheets,
  ...campaignSheets,
  ...streetSheets,
  ...publicRoutes(kernel),
]
