/**
 * 反复 → 结构性问题: the same kind of case at the same place, again after it was closed, again and again. Places are heaps of points less
 * than a stone's throw apart; what came before the closing is the same trouble told twice and does not count as coming back.
 */
import { raw, reject, type WorkContext } from '#kernel'
import { addDays, instantOfDay } from './days.ts'

export interface StructuralAsked {
  readonly from: string
  readonly to: string
  readonly metres: number
  readonly least: number
}
interface Row {
  readonly id: string
  readonly number: string
  readonly category: string
  readonly heap: number
  readonly at: Date
  readonly closedAt: Date | null
  readonly isOpen: boolean
  readonly area: string | null
  readonly address: string | null
  readonly x: number
  readonly y: number
}
/** Metres east and north on a local plane: right to a thousandth within one city. */
const casesSql = `select id, number, category, at, "closedAt", "isOpen", area, address, x, y,
    st_clusterdbscan(st_makepoint(x, y), $3::float8, 3) over (partition by category) as heap
  from (select id, number, category_kind || ':' || category as category, created_at as at, closed_at as "closedAt", closed_at is null as "isOpen",
      left(area_code, 12) as area, address, (lon * 111320 * cos(radians(lat)))::float8 as x, (lat * 110574)::float8 as y
    from cases."case" where created_at >= $1 and created_at < $2 and lon is not null and category is not null
      and status <> all (array['cancelled', 'merged', 'not_accepted'])) c order by at, number`
const dayMs = 86_400_000
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
const round1 = (n: number): number => Math.round(n * 10) / 10
const spanOf = (rows: readonly Row[]): number => {
  const [x, y] = [rows.map((r) => r.x), rows.map((r) => r.y)]
  return Math.round(Math.hypot(Math.max(...x) - Math.min(...x), Math.max(...y) - Math.min(...y)))
}
/** Days from the last closing to the report, of every report that came after one. */
const returnsOf = (rows: readonly Row[]): readonly number[] =>
  rows.flatMap((row, i) => {
    const earlier = rows.slice(0, i)
    if (earlier.length === 0 || earlier.some((e) => !e.closedAt || e.closedAt > row.at)) return []
    return [(row.at.getTime() - Math.max(...earlier.map((e) => e.closedAt?.getTime() ?? 0))) / dayMs]
  })

export const structuralProblems = async (work: WorkContext, { from, to, metres, least }: StructuralAsked) => {
  if (to <= from) reject('kernel.check', { rule: '止日应晚于起日' })
  const { rows } = await raw<Row & { heap: number | null }>(work.tx, casesSql, [
    instantOfDay(from),
    instantOfDay(addDays(to, 1)),
    metres,
  ])
  const heaps = new Map<string, Row[]>()
  const perCategory = new Map<string, number>()
  for (const row of rows) {
    perCategory.set(row.category, (perCategory.get(row.category) ?? 0) + 1)
    if (row.heap === null) continue
    const key = `${row.category} ${row.heap}`
    heaps.set(key, [...(heaps.get(key) ?? []), row])
  }
  const raised = await raw<{ number: string; cases: readonly string[] }>(
    work.tx,
    'select number, cases from cases.industry where cases is not null',
    [],
  )
  const problems = [...heaps.values()].flatMap((own) => {
    const returns = returnsOf(own)
    const [first] = own
    if (returns.length < least || !first) return []
    const numbers = new Set(own.map((c) => c.number))
    return [
      {
        category: first.category,
        area: first.area,
        address: own.findLast((c) => c.address)?.address ?? null,
        count: own.length,
        returned: returns.length,
        medianDays: round1(median(returns)),
        share: own.length / (perCategory.get(first.category) ?? own.length),
        span: spanOf(own),
        isOpen: own.some((c) => c.isOpen),
        raised: raised.rows.filter((r) => r.cases.some((n) => numbers.has(n))).map((r) => r.number),
        numbers: [...numbers],
        cases: own.map((c) => c.id),
      },
    ]
  })
  problems.sort((a, b) => b.returned - a.returned || a.medianDays - b.medianDays)
  return { cases: rows.length, problems }
}
/** The problem that a case belongs to. */
export const problemOf = async (work: WorkContext, asked: StructuralAsked, number: string) =>
  (await structuralProblems(work, asked)).problems.find((p) => p.numbers.includes(number)) ??
  reject('kernel.not-found', { what: `含案件${number}的结构性问题` })
