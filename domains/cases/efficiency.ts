/**
 * 网格效能: found, in time, repeated and missed per community, as one index of 100 with its parts shown, and a bulletin for the
 * key areas. The weights are dated parameters.
 */
import type { Transaction } from 'kysely'
import { raw } from '#kernel'

export interface GridEfficiency {
  readonly areaCode: string
  readonly found: number
  readonly byCollector: number
  readonly inTime: number
  readonly handled: number
  readonly repeated: number
  /** Found by a check on the spot that the collector had not reported. */
  readonly missed: number
  /** New illegal buildings that others found: a satellite, a drone, a citizen, the pipeline's patrol. */
  readonly illegal: number
  readonly index: number
}
export interface Weights {
  readonly found: number
  readonly inTime: number
  readonly repeat: number
  readonly missed: number
}
const share = (part: number, whole: number, empty: number): number => (whole === 0 ? empty : part / whole)
/** 100 × (发现 × collector's share + 按期 × in-time share + 反复 × (1 − repeat share) + 漏报 × (1 − missed share)) ÷ sum of weights. */
export const efficiencyIndex = (g: Omit<GridEfficiency, 'index' | 'areaCode'>, w: Weights): number => {
  const total = w.found + w.inTime + w.repeat + w.missed
  const score =
    w.found * share(g.byCollector, g.found, 1) +
    w.inTime * share(g.inTime, g.handled, 1) +
    w.repeat * (1 - share(g.repeated, g.found, 0)) +
    w.missed * (1 - share(g.missed + g.illegal, g.missed + g.illegal + g.byCollector, 0))
  return Math.round((score / total) * 10_000) / 100
}
export const gridEfficiency = async (
  tx: Transaction<unknown>,
  from: Date,
  to: Date,
  weights: Weights,
): Promise<readonly GridEfficiency[]> => {
  const { rows } = await raw<Omit<GridEfficiency, 'index'>>(
    tx,
    `with x as (
       select left(area_code, 12) as "areaCode", count(*)::int as found, (count(*) filter (where source = 'collector'))::int as "byCollector",
         (count(*) filter (where handled_at <= handle_due_at))::int as "inTime", (count(*) filter (where handled_at is not null))::int as handled,
         (count(*) filter (where reopen_count > 0))::int as repeated
       from cases."case" where created_at >= $1 and created_at < $2 and status <> all (array['cancelled', 'merged', 'not_accepted']) group by 1),
     m as (select left(area_code, 12) as "areaCode", count(*)::int as missed from cases."case"
       where source = 'inspection' and source_type = 'intake.spot-check' and created_at >= $1 and created_at < $2 group by 1),
     b as (select left(area_code, 12) as "areaCode", count(*)::int as illegal from buildings.building
       where class = 'new' and via = any (array['satellite', 'drone', 'report', 'pipeline']) and status <> 'unfounded' and created_at >= $1 and created_at < $2 group by 1)
     select "areaCode", coalesce(found, 0) as found, coalesce("byCollector", 0) as "byCollector", coalesce("inTime", 0) as "inTime",
       coalesce(handled, 0) as handled, coalesce(repeated, 0) as repeated, coalesce(missed, 0) as missed, coalesce(illegal, 0) as illegal
     from x full join m using ("areaCode") full join b using ("areaCode") where length("areaCode") = 12 order by 1`,
    [from, to],
  )
  return rows.map((g) => ({ ...g, index: efficiencyIndex(g, weights) })).sort((a, b) => a.index - b.index)
}
export const bulletinText = (rows: readonly GridEfficiency[], names: ReadonlyMap<string, string>, period: string): string => {
  const line = (g: GridEfficiency, n: number): string =>
    `${n + 1}. ${names.get(g.areaCode) ?? g.areaCode}:效能指数${g.index},发现${g.found}件(采集员${g.byCollector}件),按期处置${g.inTime}/${g.handled}件,反复${g.repeated}件,漏报${g.missed}件,漏发现新增违建${g.illegal}处`
  const worst = rows.slice(0, 5)
  const best = rows.slice(worst.length).slice(-5).reverse()
  return [
    `网格效能通报(${period})`,
    `本期共${rows.length}个社区网格有案件或漏发现的问题。`,
    '一、需要重点关注的网格',
    ...worst.map(line),
    ...(best.length > 0 ? ['二、效能较好的网格', ...best.map(line)] : []),
  ].join('\n')
}
