/** The doors of toilets. */
import { addRecord, type BoundRoute, bind, hourMs, type Kernel, many, one, reject } from '#kernel'
import { createBuckets } from '#kernel/files/bucket.ts'
import { distanceM } from '#kernel/geo/index.ts'
import { clockText, inForce } from '../shared.ts'
import { isOpenAt } from './check.ts'
import { drawRoute, publicRateRoute, publicToiletsRoute, revolutionRoute } from './contract.ts'
import { toiletRating } from './registers.ts'

interface PlanRow {
  readonly town: string
  readonly area: string
  readonly kind: string
  readonly target: number
  readonly done: number
  readonly building: number
}
const planSql = `select coalesce(p.town, x.town) as town, coalesce(p.area, x.area) as area, coalesce(p.kind, x.kind) as kind, coalesce(p.target, 0)::int as target, coalesce(x.done, 0)::int as done, coalesce(x.building, 0)::int as building
  from (select * from sanitation.toilet_plan where year = $1 and retired_at is null) p
  full join (select town, area, kind, count(*) filter (where status = 'accepted') as done, count(*) filter (where status <> all (array['accepted', 'dropped'])) as building from sanitation.toilet_project where plan_year = $1 and status <> 'dropped' group by 1, 2, 3) x
    on x.town = p.town and x.area = p.area and x.kind = p.kind order by 1, 2, 3`
interface Blind {
  readonly name: string
  readonly kind: string
  readonly nearest: string | null
  readonly metres: number | null
}
const blindSql = `select k.name, k.kind, n.name as nearest, round(n.metres)::int as metres from grid.key_point k
  left join lateral (select t.name, st_distance(t.geom::geography, k.geom::geography) as metres from sanitation.toilet t where t.district = k.district and t.retired_at is null and t.state <> 'closed' and t.geom is not null order by 2 limit 1) n on true
  where k.retired_at is null and k.geom is not null and (n.metres is null or n.metres > $1) order by n.metres desc nulls first, k.name limit 200`
interface Toilet {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: 'public' | 'alliance'
  readonly address: string
  readonly openFrom: string
  readonly openTo: string
  readonly state: string
  readonly notice: string | null
  readonly isAccessible: boolean
  readonly thirdRooms: number
  readonly stalls: number
  readonly aGrade: string
  readonly taken: number | null
  readonly heardAt: Date | null
  readonly lon: number | null
  readonly lat: number | null
}
const toiletsSql = `select t.id, t.code, t.name, t.kind, t.address, t.open_from as "openFrom", t.open_to as "openTo", t.state, t.notice, t.is_accessible as "isAccessible", t.third_rooms as "thirdRooms",
    t.men_squats + t.women_squats + t.third_rooms as stalls, t.a_grade as "aGrade", n.taken, n.at as "heardAt", t.lon, t.lat
  from sanitation.toilet t left join sanitation.toilet_now n on n.district = t.district and n.id = t.id
  where t.retired_at is null and t.state <> 'closed' and ($1::text is null or t.code = $1 or t.name ilike '%' || $1 || '%' or t.address ilike '%' || $1 || '%') order by t.name`
const shownOf = (t: Toilet, now: Date, here: readonly [number, number] | undefined) => {
  const isOpen = t.state === 'open' && isOpenAt(t.openFrom, t.openTo, clockText(now))
  const isFresh = t.heardAt !== null && now.getTime() - t.heardAt.getTime() < hourMs
  const { id: _id, state, taken, heardAt: _heardAt, ...rest } = t
  return {
    ...rest,
    isAllDay: t.openFrom === t.openTo,
    isOpen,
    notice: t.notice ?? (isOpen ? null : state === 'open' ? `开放时间${t.openFrom}—${t.openTo}` : '暂停开放'),
    freeStalls: isFresh && taken !== null ? Math.max(0, t.stalls - taken) : null,
    metres: here && t.lon !== null && t.lat !== null ? Math.round(distanceM(here, [t.lon, t.lat])) : null,
  }
}
export const toiletRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const buckets = createBuckets({ capacity: 30, perMinute: 10, now: () => kernel.now().getTime() })
  return [
    bind(revolutionRoute, ({ year }, ctx) =>
      ctx.work(async (work) => {
        const metres = inForce(work, 'blind-metres')
        const towns = await many<PlanRow>(work.tx, planSql, [year])
        return {
          towns: towns.map((p) => ({ ...p, left: Math.max(0, p.target - p.done) })),
          metres,
          blind: [...(await many<Blind>(work.tx, blindSql, [metres]))],
        }
      }),
    ),
    bind(drawRoute, ({ count, seed }, ctx) =>
      ctx.work(async ({ tx }) => {
        const toilets = await many<{ toilet: string; address: string; hours: string }>(
          tx,
          `select id as toilet, address, open_from || '—' || open_to as hours from sanitation.toilet where retired_at is null and state <> 'closed' order by md5(code || $1), code limit $2`,
          [seed, count],
        )
        const all = await one<{ n: number }>(
          tx,
          `select count(*)::int as n from sanitation.toilet where retired_at is null and state <> 'closed'`,
        )
        return { total: all?.n ?? 0, toilets: [...toilets] }
      }),
    ),
    bind(publicToiletsRoute, ({ lon, lat, search, accessible, open, alliance }, ctx) =>
      ctx.work(async ({ tx }) => {
        const here = lon !== undefined && lat !== undefined ? ([lon, lat] as const) : undefined
        const all = (await many<Toilet>(tx, toiletsSql, [search?.trim() || null])).map((t) => shownOf(t, ctx.now, here))
        const toilets = all
          .filter((t) => (!accessible || t.isAccessible) && (!open || t.isOpen) && (!alliance || t.kind === 'alliance'))
          .sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || (a.metres ?? Number.MAX_VALUE) - (b.metres ?? Number.MAX_VALUE))
        return { at: ctx.now, toilets: toilets.slice(0, 50) }
      }),
    ),
    bind(publicRateRoute, ({ code, stars, words }, ctx) => {
      const seconds = buckets.take(ctx.ip)
      if (seconds > 0) reject('kernel.too-many', { seconds })
      return ctx.work(async (work) => {
        const t = await one<{ id: string; name: string; lon: number | null; lat: number | null; areaCode: string | null }>(
          work.tx,
          'select id, name, lon, lat, area_code as "areaCode" from sanitation.toilet where code = $1 and retired_at is null',
          [code],
        )
        if (!t) return reject('kernel.not-found', { what: '公厕' })
        await addRecord(
          work,
          toiletRating,
          { toilet: t.id, name: t.name, stars, words: words ?? null },
          { areaCode: t.areaCode ?? ctx.district },
        )
        return { name: t.name, stars }
      })
    }),
  ]
}
