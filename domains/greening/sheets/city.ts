/** Sheets of the garden city: overview, creation, plan. */
import {
  type BoundRoute,
  bind,
  computeIndicator,
  dayText,
  type Indicator,
  many,
  percentOf,
  type RequestContext,
  round,
  startOf,
  type WorkContext,
} from '#kernel'
import { gardenCityRoute, overviewRoute, planRoute } from '../contract.ts'
import { groundIndicators } from '../indicators.ts'
import { publicIndicators } from '../indicators-public.ts'
import { cityProgrammes } from '../words.ts'

const all: readonly Indicator[] = [...groundIndicators, ...publicIndicators]
/** An indicator's value of that year so far; null where there is no such indicator. */
const live = async (work: WorkContext, id: string, year: number): Promise<number | null> => {
  const found = all.find((i) => i.id === id)
  if (!found) return null
  const request = { district: work.district, from: startOf(`${year}-01-01`), to: startOf(`${year + 1}-01-01`) }
  const [value] = await computeIndicator(work.tx, work.kernel, found, request as never, work.kernel.calendar(work.district).zone)
  return value?.value ?? null
}
const assetsSql = `select '绿地' as name, count(*)::int as count, round(coalesce(sum(area_m2), 0)::numeric / 10000, 2) || '公顷' as size from greening.space where retired_at is null
  union all select '绿道', count(*)::int, round(coalesce(sum(length_m), 0)::numeric / 1000, 2) || '公里' from greening.greenway where retired_at is null
  union all select '公园', count(*)::int, round(coalesce(sum(area_m2), 0)::numeric / 10000, 2) || '公顷' from greening.park where retired_at is null
  union all select '行道树档案', count(*)::int, count(*) || '株' from greening.tree where retired_at is null
  union all select '古树名木', count(*)::int, count(*) || '株' from greening.ancient where retired_at is null
  union all select '养护标段', count(*)::int, round(coalesce(sum(area_m2), 0)::numeric / 10000, 2) || '公顷' from greening.segment where retired_at is null`
const openSql = `select '绿化缺陷' as name, count(*)::int as count, (count(*) filter (where due_on < $1::date))::int as overdue from greening.defect where status = any (array['ordered', 'fixed'])
  union all select '养护作业', count(*)::int, (count(*) filter (where due_on < $1::date))::int from greening.work where status = any (array['planned', 'assigned', 'done'])
  union all select '园林工程', count(*)::int, (count(*) filter (where due_on < $1::date))::int from greening.project where status <> all (array['accepted', 'dropped'])
  union all select '设施维修', count(*)::int, (count(*) filter (where due_on < $1::date))::int from greening.repair where status <> all (array['opened', 'dropped'])
  union all select '古树抢救', count(*)::int, 0 from greening.rescue where status <> all (array['saved', 'dead'])`
interface Programme {
  readonly programme: string
  readonly projects: number
  readonly accepted: number
  readonly areaM2: number
  readonly budget: number
}
const programmesSql = `select city_programme as programme, count(*)::int as projects, (count(*) filter (where status = 'accepted'))::int as accepted, coalesce(sum(area_m2), 0)::float8 as "areaM2", (coalesce(sum(budget_fen), 0) / 1000000.0)::float8 as budget
  from greening.project where year = $1 and city_programme is not null and status <> 'dropped' group by 1`
const plansSql = `select p.id as plan, count(t.id)::int as plots, coalesce(sum(t.area_m2), 0)::float8 as "plannedM2", coalesce(sum(s.area_m2), 0)::float8 as "builtM2", (count(t.id) filter (where t.build_by <= $1 and s.id is null))::int as late
  from greening.plan p left join greening.plot t on t.plan = p.id and t.retired_at is null left join greening.space s on s.id = t.space where p.retired_at is null group by p.id, p.name order by p.name`
const measures = [
  ['绿地率', 'landRate', 'greening.land-rate'],
  ['绿化覆盖率', 'coverRate', 'greening.cover-rate'],
  ['人均公园绿地', 'perHead', 'greening.per-head'],
] as const
const gardenCity = async ({ year }: { readonly year: number }, ctx: RequestContext) =>
  ctx.work(async (work) => {
    const found = await many<Programme>(work.tx, programmesSql, [year])
    const nothing = { projects: 0, accepted: 0, areaM2: 0, budget: 0 }
    const programmes = Object.keys(cityProgrammes).map((programme) => ({
      ...nothing,
      ...found.find((f) => f.programme === programme),
      programme,
    }))
    const rows = await many<{ target: string; indicator: string; least: number; evidence: number }>(
      work.tx,
      `select id as target, indicator, least::float8 as least, coalesce(cardinality(evidence), 0)::int as evidence from greening.city_target where retired_at is null order by item`,
    )
    const targets = []
    for (const { indicator, ...r } of rows) {
      const value = await live(work, indicator, year)
      targets.push({ ...r, value, isMet: value !== null && value >= r.least })
    }
    return { programmes, total: programmes.reduce((n, p) => n + p.projects, 0), targets }
  })
export const citySheets: readonly BoundRoute[] = [
  bind(overviewRoute, (_input, ctx) =>
    ctx.work(
      async ({ tx }) =>
        ({
          assets: await many(tx, assetsSql),
          spaces: await many(
            tx,
            'select class, count(*)::int as count, sum(area_m2)::float8 as "areaM2" from greening.space where retired_at is null group by class order by class',
          ),
          open: await many(tx, openSql, [dayText(ctx.now)]),
          trials: await many(
            tx,
            'select id as trial, status, decided_on::text as "decidedOn" from greening.trial order by number desc limit 20',
          ),
        }) as never,
    ),
  ),
  bind(gardenCityRoute, gardenCity),
  bind(planRoute, ({ year }, ctx) =>
    ctx.work(async (work) => {
      const plans = await many<{ plan: string; plannedM2: number; builtM2: number }>(work.tx, plansSql, [year])
      const rows = await many<Record<string, number> & { plan: string }>(
        work.tx,
        'select plan, land_rate::float8 as "landRate", cover_rate::float8 as "coverRate", per_head::float8 as "perHead" from greening.plan_target where year = $1 and retired_at is null',
        [year],
      )
      const targets = []
      for (const r of rows)
        for (const [item, key, id] of measures) {
          const value = await live(work, id, year)
          const target = Number(r[key])
          targets.push({
            plan: r.plan,
            item,
            target,
            value: value === null ? null : round(value),
            isMet: value !== null && value >= target,
          })
        }
      return { plans: plans.map((p) => ({ ...p, percent: percentOf(p.builtM2, p.plannedM2) })), targets } as never
    }),
  ),
]
