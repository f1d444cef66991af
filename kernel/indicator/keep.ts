/**
 * Keeping the cells: the first count of a part, and counting anew what changes have marked. One statement reads the marks, the rows and
 * writes the cells, so that all three are of one snapshot: a mark that is taken away has its rows in the cell, always.
 */
import type { Transaction } from 'kysely'
import { raw } from '../db/index.ts'
import { tableName } from '../define/table.ts'
import type { Kernel } from '../kernel.ts'
import { type Bind, binder, columnOf, measureSql, memberSql, sourceOf } from './condition.ts'
import { type Part, partsBySource } from './parts.ts'

type Tx = Transaction<unknown>
/** Held to the end of the transaction: one process at a time keeps the cells of a district. */
const waitForTurn = (tx: Tx, district: string): Promise<unknown> =>
  raw(tx, 'select pg_advisory_xact_lock(hashtext($1))', [`cityloop tally ${district}`])
const takeTurn = async (tx: Tx, district: string): Promise<boolean> => {
  const sql = 'select pg_try_advisory_xact_lock(hashtext($1)) as "isMine"'
  return (await raw<{ isMine: boolean }>(tx, sql, [`cityloop tally ${district}`])).rows[0]?.isMine === true
}
/** Marks of months whose percentiles have to be counted anew stand under this name of the source. */
export const monthMark = (source: string): string => months.mark + source
export const streetSql = "coalesce(left(r.area_code, 9), '')"

const isMonthly = (part: Part): boolean => part.aggregate.kind === 'percentile'
/** What a cell of a part holds, over the rows `r` that the rest of the query names: how many, their sum, their percentile. */
const cellOf = (kernel: Kernel, part: Part, bind: Bind): readonly [n: string, s: string, x: string] => {
  const { aggregate } = part
  const measure = measureSql(kernel, aggregate)
  const filter = ` filter (where ${memberSql(kernel, aggregate, new Date(0), bind)})`
  const n = `count(${aggregate.kind === 'average' && measure ? measure : '*'})${filter}`
  if (isMonthly(part))
    return [
      n,
      'null::numeric',
      `percentile_cont(${Number(aggregate.fraction)}) within group (order by ${measure}::float8)${filter}`,
    ]
  return [n, measure ? `sum(${measure}::numeric)${filter}` : 'null::numeric', 'null::float8']
}
const atOf = (kernel: Kernel, part: Part): string => columnOf(sourceOf(kernel, part.aggregate), part.aggregate.at ?? '').sql

interface Target {
  readonly kernel: Kernel
  readonly district: string
  readonly source: string
  readonly parts: readonly Part[]
  readonly zone: string
}
const newCells = 'insert into kernel.tally (district, part, day, street, n, s, x)'
const orAnew = 'on conflict (district, part, day, street) do update set n = excluded.n, s = excluded.s, x = excluded.x'
/** Cells of days, and cells of months for what cannot be added up from days; `next` is what a counted day still leaves to be done. */
interface Grain {
  readonly mark: string
  readonly begin: (local: string) => string
  readonly length: string
  readonly next?: string
}
const days: Grain = { mark: '', begin: (local) => `(${local})::date`, length: '1 day' }
const months: Grain = { mark: 'month ', begin: (local) => `date_trunc('month', ${local})::date`, length: '1 month' }

/** Takes the marks of a source and counts their cells: one pass over the rows for each instant that parts are counted by. */
const recountStatement = ({ kernel, district, source, parts, zone }: Target, grain: Grain) => {
  const params: unknown[] = []
  const bind = binder(params)
  const z = `${bind(zone)}::text`
  const definition = kernel.definition(source)
  if (!definition) throw new Error(`no source ${source}`)
  const groups = [...Map.groupBy(parts, (part) => atOf(kernel, part))]
  const passes = groups.map(([at, own], g) => {
    const columns = own.flatMap((part, i) => cellOf(kernel, part, bind).map((sql, k) => `${sql} as ${'nsx'[k]}${i}`))
    const end = `(dd.day + interval '${grain.length}')::timestamp at time zone ${z}`
    return `c${g} as materialized (select dd.day, ${streetSql} as street, ${columns.join(', ')} from dd
      join ${tableName(definition)} r on ${at} >= (dd.day::timestamp at time zone ${z}) and ${at} < (${end}) group by 1, 2)`
  })
  const lines = groups.flatMap(([, own], g) => own.map((part, i) => `('${part.key}', c${g}.n${i}, c${g}.s${i}, c${g}.x${i})`))
  const next = grain.next
    ? `, later as (insert into kernel.tally_mark (district, source, street, at)
        select distinct ${bind(district)}, ${bind(grain.next + source)}, street, day::timestamp at time zone ${z} from d)`
    : ''
  return {
    params,
    text: `with m as (delete from kernel.tally_mark t where t.source = ${bind(grain.mark + source)} returning t.street, t.at),
      d as materialized (select distinct ${grain.begin(`at at time zone ${z}`)} as day, street from m),
      dd as materialized (select distinct day from d),
      ${passes.join(',\n')}${next}
      ${newCells}
      select ${bind(district)}, v.part, d.day, d.street, coalesce(v.n, 0), v.s, v.x from d
        ${groups.map((_, g) => `left join c${g} using (day, street)`).join(' ')}
        cross join lateral (values ${lines.join(', ')}) v(part, n, s, x)
      ${orAnew}`,
  }
}

const targetsOf = (kernel: Kernel, district: string): readonly Target[] => {
  const { zone } = kernel.calendar(district)
  return [...partsBySource(kernel)].map(([source, parts]) => ({ kernel, district, source, parts, zone }))
}
/**
 * Counts anew what is marked in a district. Percentiles of months cost a pass over the month's rows and are counted in a transaction of
 * their own. @returns whether there was anything to do
 */
export const refreshTallies = async (kernel: Kernel, district: string): Promise<boolean> => {
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => kernel.db.withDistricts([district], work)
  const marked = await within(async (tx) => {
    const { rows } = await raw<{ source: string }>(tx, 'select distinct source from kernel.tally_mark', [])
    return new Set(rows.map((r) => r.source))
  })
  const recount = (target: Target, grain: Grain): Promise<void> =>
    within(async (tx) => {
      if (!(await takeTurn(tx, district))) return
      const { text, params } = recountStatement(target, grain)
      await raw(tx, text, params)
    })
  for (const target of targetsOf(kernel, district)) {
    const [monthly, daily] = [target.parts.filter(isMonthly), target.parts.filter((part) => !isMonthly(part))]
    const isMarked = marked.has(target.source)
    const hasMonths = monthly.length > 0
    if (isMarked) await recount({ ...target, parts: daily }, hasMonths ? { ...days, next: months.mark } : days)
    if (hasMonths && (isMarked || marked.has(months.mark + target.source))) await recount({ ...target, parts: monthly }, months)
  }
  return marked.size > 0
}

/** The first count of parts that are counted by the same instant: all of their cells, in one pass over their source. */
const countAll = async (tx: Tx, { kernel, district, zone }: Target, parts: readonly Part[], grain: Grain): Promise<void> => {
  const [first] = parts
  if (!first) return
  await raw(tx, 'delete from kernel.tally where part = any($1::text[])', [parts.map((part) => part.key)])
  const params: unknown[] = []
  const bind = binder(params)
  const at = atOf(kernel, first)
  const day = grain.begin(`(${at} at time zone ${bind(zone)}::text)`)
  const columns = parts.flatMap((part, i) => cellOf(kernel, part, bind).map((sql, k) => `${sql} as ${'nsx'[k]}${i}`))
  const lines = parts.map((part, i) => `('${part.key}', c.n${i}, c.s${i}, c.x${i})`)
  await raw(
    tx,
    `with c as materialized (select ${day} as day, ${streetSql} as street, ${columns.join(', ')}
       from ${tableName(sourceOf(kernel, first.aggregate))} r where ${at} is not null group by 1, 2)
     ${newCells} select ${bind(district)}, v.part, c.day, c.street, v.n, v.s, v.x from c
       cross join lateral (values ${lines.join(', ')}) v(part, n, s, x) where v.n > 0`,
    params,
  )
  await raw(
    tx,
    `insert into kernel.tally_built (district, part, built_at) select $1, x, $3 from unnest($2::text[]) x
     on conflict (district, part) do update set built_at = excluded.built_at`,
    [district, parts.map((part) => part.key), kernel.now()],
  )
}
/**
 * Counts whatever is not kept yet; with `isAnew` everything from the rows, the recount that kept cells are compared with.
 * Until a part has been counted its indicators are computed from the rows.
 */
export const buildTallies = async (kernel: Kernel, district: string, { isAnew = false } = {}): Promise<number> => {
  let built = 0
  for (const target of targetsOf(kernel, district)) {
    const done = await kernel.db.withDistricts([district], (tx) =>
      raw<{ part: string }>(tx, 'select part from kernel.tally_built', []),
    )
    const there = new Set(done.rows.map((r) => r.part))
    const missing = target.parts.filter((part) => isAnew || !there.has(part.key))
    if (missing.length === 0) continue
    await kernel.db.withDistricts([district], async (tx) => {
      await waitForTurn(tx, district)
      for (const own of Map.groupBy(missing, (part) => `${isMonthly(part)} ${part.aggregate.at}`).values())
        await countAll(tx, target, own, own.some(isMonthly) ? months : days)
    })
    built += missing.length
  }
  return built
}

/** Counts everything anew. @returns how many parts are kept, and how many of them were not what the rows say */
export const recountTallies = async (
  kernel: Kernel,
  district: string,
): Promise<{ readonly parts: number; readonly differing: number }> => {
  while (await refreshTallies(kernel, district));
  const digests = async (): Promise<ReadonlyMap<string, string>> => {
    const { rows } = await kernel.db.withDistricts([district], (tx) =>
      raw<{ part: string; digest: string }>(
        tx,
        `select part, md5(string_agg(concat_ws(' ', day, street, n, s, x), ',' order by day, street)) as digest from kernel.tally where n > 0 group by 1`,
        [],
      ),
    )
    return new Map(rows.map((r) => [r.part, r.digest]))
  }
  const before = await digests()
  const parts = await buildTallies(kernel, district, { isAnew: true })
  const after = await digests()
  const keys = new Set([...before.keys(), ...after.keys()])
  return { parts, differing: [...keys].filter((key) => before.get(key) !== after.get(key)).length }
}
