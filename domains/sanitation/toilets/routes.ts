/** The doors of toilets. */
import { addRecord, type BoundRoute, bind, hourMs, type Kernel, many, one, reject, round } from '#kernel'
import { createBuckets } from '#kernel/files/bucket.ts'
import { distanceM } from '#kernel/geo/index.ts'
import { clockText, inForce } from '../shared.ts'
import { isOpenAt } from '../sweeping/cover.ts'
import { paidInYear } from './alliance.ts'
import { allianceRoute, publicRateRoute, publicToiletsRoute, revolutionRoute } from './contract.ts'
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
interface Member {
  readonly member: string
  readonly name: string
  readonly town: string
  readonly status: string
  readonly joinedOn: string | null
  readonly yearFen: number | null
  readonly payments: readonly { readonly on: string; readonly fen: number }[] | null
  readonly checks: number
  readonly closed: number
  readonly complaints: number
  readonly open: number
  readonly stars: number | null
}
const inYear = (column: string): string => `extract(year from ${column} at time zone 'Asia/Shanghai') = $1`
/** Members of now and those who left in the year, with what checks, complaints and visitors said of their toilet. */
const membersSql = `select a.id as member, a.name, a.town, a.status, a.joined_on::text as "joinedOn", a.year_fen as "yearFen", a.payments,
    (select count(*)::int from sanitation.toilet_check k where k.district = a.district and k.toilet = t.id and ${inYear('k.created_at')} and k.counted = any(array['open', 'closed'])) as checks,
    (select count(*)::int from sanitation.toilet_check k where k.district = a.district and k.toilet = t.id and ${inYear('k.created_at')} and k.counted = 'closed') as closed,
    (select count(*)::int from sanitation.complaint c where c.district = a.district and c.toilet = t.id and ${inYear('c.created_at')}) as complaints,
    (select count(*)::int from sanitation.complaint c where c.district = a.district and c.toilet = t.id and c.status = 'open') as open,
    (select avg(r.stars)::float8 from sanitation.toilet_rating r where r.district = a.district and r.toilet = t.id and ${inYear('r.at')}) as stars
  from sanitation.alliance a left join sanitation.toilet t on t.district = a.district and t.code = a.code and t.kind = 'alliance'
  where a.status = 'open' or (a.status = 'left' and extract(year from a.left_on) = $1) order by complaints desc, closed desc, a.name`
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
    bind(allianceRoute, ({ year }, ctx) =>
      ctx.work(async ({ tx }) => ({
        members: (await many<Member>(tx, membersSql, [year])).map(({ yearFen, payments, stars, ...m }) => {
          const paidFen = paidInYear(payments, `${year}`)
          return {
            ...m,
            stars: stars === null ? null : round(stars),
            paidYuan: round(paidFen / 100),
            leftYuan: m.status === 'open' ? round(Math.max(0, (yearFen ?? 0) - paidFen) / 100) : 0,
          }
        }),
      })),
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
