/** Routes of the sheets beside the loop. */
import { type BoundRoute, bind, dayText, findRow, many, percentOf, reject, type Tx } from '#kernel'
import { cornerPlans } from './corner.ts'
import { listProcedure } from './lists.ts'
import { cornersRoute, potsRoute, reconcileRoute } from './works-contract.ts'

interface Item {
  readonly item: string
  readonly unit: string
  readonly dueOn: string
  readonly status: string
  readonly isOverdue: boolean
}
const itemsSql = `select i.id as item, coalesce(u.name, '') as unit, to_char(i.due_on, 'YYYY-MM-DD') as "dueOn", i.status,
    i.status = any (array['open', 'working']) and i.finish_due_at < $2 as "isOverdue"
  from cases.item i left join kernel.unit u on u.id = i.unit where i.parent_id = $1 order by i.due_on, i.number`
const tally = (items: readonly Item[]) => {
  const of = (status: string): number => items.filter((i) => i.status === status).length
  return {
    total: items.length,
    ...{ open: of('open'), working: of('working'), rectified: of('rectified'), cleared: of('cleared'), dropped: of('dropped') },
    overdue: items.filter((i) => i.isOverdue).length,
  }
}
const potSql = `select t.street as area, t.name as team, coalesce(u.name, '') as unit, t.budget::float8 as budget,
    coalesce(sum(m.cost) filter (where m.fixed_at >= $1), 0)::float8 as spent, (count(*) filter (where m.fixed_at >= $1))::int as jobs,
    (count(*) filter (where m.closed_at is null and m.id is not null))::int as open, (count(*) filter (where m.created_at >= $1 and m.status = 'handedOver'))::int as "handedOver",
    (count(*) filter (where m.fixed_at >= $1 and m.fixed_at <= m.fix_due_at))::int as fixed,
    (count(*) filter (where m.responded_at >= $1))::int as arrived, (count(*) filter (where m.responded_at >= $1 and m.responded_at <= m.respond_due_at))::int as prompt
  from cases.micro_team t left join kernel.unit u on u.id = t.unit left join cases.micro_repair m on left(m.area_code, 9) = t.street
  where t.retired_at is null group by t.id, t.street, t.name, u.name, t.budget order by t.street`
interface PotRow {
  readonly area: string
  readonly team: string
  readonly unit: string
  readonly budget: number
  readonly spent: number
  readonly jobs: number
  readonly open: number
  readonly handedOver: number
  readonly fixed: number
  readonly arrived: number
  readonly prompt: number
}
const potsOf = async (tx: Tx, year: string, streets: ReadonlyMap<string, string>) => {
  const found = await many<PotRow>(tx, potSql, [new Date(`${year}-01-01T00:00:00+08:00`)])
  const has = new Set(found.map((t) => t.area))
  return {
    streets: streets.size,
    without: [...streets].filter(([area]) => !has.has(area)).map(([, name]) => name),
    rows: found.map(({ fixed, arrived, prompt, ...t }) => ({
      ...t,
      left: t.budget - t.spent,
      arrivedInTime: percentOf(prompt, arrived),
      fixedInTime: percentOf(fixed, t.jobs),
    })),
  }
}
export const worksRoutes: readonly BoundRoute[] = [
  bind(reconcileRoute, ({ id }, ctx) =>
    ctx.work(async ({ tx, now }) => {
      if (!(await findRow(tx, listProcedure, id))) reject('kernel.not-found', { what: '清单' })
      const items = await many<Item>(tx, itemsSql, [id, now])
      const units = [...Map.groupBy(items, (i) => i.unit)].map(([unit, own]) => ({ unit, ...tally(own) }))
      const left = items.filter((i) => i.status !== 'cleared' && i.status !== 'dropped')
      return { ...tally(items), isBalanced: items.length > 0 && left.length === 0, units, left }
    }),
  ),
  bind(potsRoute, (_input, ctx) => {
    const streets = new Map([...ctx.kernel.places.names(ctx.district)].filter(([code]) => code.length === 9))
    return ctx.work(({ tx, now }) => potsOf(tx, dayText(now).slice(0, 4), streets))
  }),
  bind(cornersRoute, (_input, ctx) =>
    ctx.work(async ({ tx, now }) => {
      const units = new Map(
        (await many<{ id: string; name: string }>(tx, 'select id, name from kernel.unit')).map((u) => [u.id, u.name]),
      )
      const plans = await cornerPlans(tx, dayText(now))
      return {
        corners: plans.length,
        late: plans.filter((c) => c.lateDays > 0).length,
        rows: plans.map(({ isClean, ...c }) => ({
          ...c,
          unit: units.get(c.unit) ?? '',
          result: isClean === null ? null : isClean ? '合格' : '不合格',
        })),
      }
    }),
  ),
]
