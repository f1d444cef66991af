/**
 * Kept figures beside plain GROUP BY and DuckDB on the same rows: the month's ranking of 60 streets (rate, median, P90), forty indicators
 * by street, a recount of everything, and what keeping costs intake. Grows from 100,000 to 5,000,000 cases.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { computeIndicator, countRows, type Indicator, raw } from '#kernel'
import { buildTallies } from '#kernel/indicator/keep.ts'
import { aggregatesOf, partsBySource } from '#kernel/indicator/parts.ts'
import { simDistrict } from '#sim/city/plan.ts'
import { load } from './intake.ts'
import { median, round, type Stage, setStage, startServer } from './stage.ts'

const zone = 'Asia/Shanghai'
const month = { from: new Date('2025-09-01T00:00:00+08:00'), to: new Date('2025-10-01T00:00:00+08:00'), by: 'street' }
const ranking = ['cases.close-in-time-rate', 'cases.handle-median', 'cases.handle-p90']

const fill = (stage: Stage, from: number, to: number): Promise<unknown> =>
  raw(
    stage.db.admin,
    `insert into cases."case" (district, id, number, status, procedure_version, version, head, created_at, updated_at, closed_at, due_at, area_code, description, source, category_kind, category, urgency, level, pending, is_self_solved, is_appealed, is_shelved_once, return_count, rework_count, extension_count, reopen_count, urge_count, supervision_count, filed_at, dispatched_at, handled_at, handle_due_at)
     select '${simDistrict}', gen_random_uuid(), 'M' || n, case when n % 20 = 0 then 'handling' else 'evaluated' end, 1, 1, '', at, at, case when n % 20 = 0 then null else at + took + interval '2 hours' end, at + interval '3 days',
       '${simDistrict}' || lpad((1 + (n * 7) % 60)::text, 3, '0') || '001001', '占道经营', 'collector', 'matter', '09006', 'normal', 'district', 'none', false, false, false, 0, n % 13 / 12, n % 17 / 16, n % 29 / 28, 0, 0,
       at + interval '20 minutes', at + interval '40 minutes', case when n % 20 = 0 then null else at + took end, at + interval '1 day'
     from (select n, timestamptz '2025-01-01 00:00+08' + random() * interval '365 days' as at, random() * random() * interval '60 hours' as took from generate_series(${from + 1}, ${to}) n) x`,
    [],
  )

/** The same ranking in one plain query. */
const groupBySql = `select left(area_code, 9) as street,
    100.0 * count(*) filter (where status = any (array['closed', 'evaluated']) and (handled_at <= handle_due_at)) / count(*) as rate,
    percentile_cont(0.5) within group (order by extract(epoch from handled_at - dispatched_at) / 3600) as median,
    percentile_cont(0.9) within group (order by extract(epoch from handled_at - dispatched_at) / 3600) as p90
  from cases."case" where filed_at >= '2025-09-01 00:00+08' and filed_at < '2025-10-01 00:00+08' group by 1 order by 2 desc`

const timed = async (work: () => Promise<unknown>, times = 5): Promise<number> => {
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const from = performance.now()
    await work()
    took.push(performance.now() - from)
  }
  return median(took)
}
const find = (stage: Stage, id: string): Indicator => {
  const found = stage.kernel.indicators.find((i) => i.id === id)
  if (!found) throw new Error(`no indicator ${id}`)
  return found
}
const inDuck = async (stage: Stage): Promise<number | string> => {
  try {
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const file = join(stage.dir, 'cases.csv')
    const { rows } = await raw<{ line: string }>(
      stage.db.admin,
      `select concat_ws(',', left(area_code, 9), status, (extract(epoch from filed_at) * 1e6)::bigint, coalesce((extract(epoch from dispatched_at) * 1e6)::bigint::text, ''), coalesce((extract(epoch from handled_at) * 1e6)::bigint::text, ''), coalesce((extract(epoch from handle_due_at) * 1e6)::bigint::text, '')) as line from cases."case" where filed_at >= '2025-08-20' and filed_at < '2025-10-10'`,
      [],
    )
    writeFileSync(file, `street,status,filed,dispatched,handled,due\n${rows.map((r) => r.line).join('\n')}\n`)
    const duck = await (await DuckDBInstance.create(':memory:')).connect()
    await duck.run(`create table c as select * from read_csv('${file}', header = true)`)
    rmSync(file)
    const [from, to] = [month.from.getTime() * 1000, month.to.getTime() * 1000]
    return await timed(() =>
      duck.runAndReadAll(
        `select street, 100.0 * count(*) filter (where status in ('closed', 'evaluated') and handled <= due) / count(*), quantile_cont((handled - dispatched) / 3.6e9, [0.5, 0.9]) from c where filed >= ${from} and filed < ${to} group by 1`,
      ),
    )
  } catch (error) {
    return `DuckDB not there: ${error instanceof Error ? error.message : String(error)}`
  }
}

const measure = async (stage: Stage, cases: number) => {
  const { db, kernel } = stage
  const work = <T>(run: Parameters<typeof db.withDistricts<T>>[1]): Promise<T> => db.withDistricts([simDistrict], run)
  const request = { ...month, district: simDistrict, now: new Date() }
  const recountMs = await timed(() => buildTallies(kernel, simDistrict, { isAnew: true }), 1)
  // As the database's own housekeeping does within minutes of a recount.
  await raw(db.admin, 'vacuum analyze kernel.tally', [])
  const keptMs = await timed(
    () =>
      work(async (tx) => {
        for (const id of ranking) await computeIndicator(tx, kernel, find(stage, id), request, zone)
      }),
    21,
  )
  const forty = kernel.indicators
    .filter((i) => aggregatesOf(i).every((a) => [...partsBySource(kernel).values()].flat().some((p) => p.aggregate === a)))
    .sort((a, b) => Number(b.id.startsWith('cases.')) - Number(a.id.startsWith('cases.')))
    .slice(0, 40)
  const fortyMs = await timed(() =>
    work(async (tx) => {
      for (const indicator of forty) await computeIndicator(tx, kernel, indicator, request, zone)
    }),
  )
  const groupByMs = await timed(() => raw(db.admin, groupBySql, []), 3)
  let differing = 0
  await work(async (tx) => {
    for (const id of ranking)
      for (const aggregate of aggregatesOf(find(stage, id))) {
        const one = {
          ...find(stage, id),
          id,
          spec: { ...find(stage, id).spec, of: { kind: 'value' as const, of: aggregate, per: 1 } },
        }
        const kept = new Map((await computeIndicator(tx, kernel, one, request, zone)).map((v) => [v.key, v.value]))
        const counted = await countRows(tx, kernel, aggregate, request, zone)
        for (const [key, value] of counted) if (kept.get(key) !== value) differing += 1
        if (kept.size !== counted.size) differing += 1
      }
  })
  return {
    cases,
    rankingMs: round(keptMs),
    groupByMs: round(groupByMs),
    timesFaster: Math.round(groupByMs / keptMs),
    duckDbMs: await inDuck(stage),
    fortyIndicatorsMs: round(fortyMs),
    indicators: forty.length,
    recountSeconds: round(recountMs / 1000),
    differing,
  }
}

/** Reports a second with marks and without, in alternate rounds on the same data. */
const upkeep = async (stage: Stage) => {
  const rates: { with: number; without: number }[] = []
  for (let n = 0; n < 3; n++) {
    const rate = async (mode: string): Promise<number> => {
      const server = await startServer(stage, 8099, mode)
      load(stage, { seconds: 3 })
      const result = load(stage, { seconds: 6 })
      server.kill('SIGTERM')
      await new Promise((resolve) => server.on('exit', resolve))
      return result.done / result.seconds
    }
    rates.push({ with: Math.round(await rate('')), without: Math.round(await rate('no-marks')) })
  }
  return { rounds: rates, cost: round(1 - median(rates.map((r) => r.with / r.without)), 3) }
}

export const benchEvaluation = async (): Promise<Record<string, unknown>> => {
  const stage = await setStage()
  try {
    const cost = await upkeep(stage)
    console.error(JSON.stringify(cost))
    const admin = (sql: string) => raw(stage.db.admin, sql, [])
    await admin('truncate cases."case", kernel.tally_mark')
    // Maps and similar texts are not asked here; their indexes would only make the filling long.
    const { rows } = await raw<{ name: string }>(
      stage.db.admin,
      "select indexrelid::regclass::text as name from pg_index where indrelid = 'cases.case'::regclass and not indisprimary and not indisunique and indexrelid::regclass::text !~ '(filed|dispatched|handled|closed|created)$'",
      [],
    )
    for (const { name } of rows) await admin(`drop index ${name}`)
    const growth: Awaited<ReturnType<typeof measure>>[] = []
    let there = 0
    for (const size of (process.env.CITYLOOP_BENCH_SIZES ?? '100000,1000000,5000000').split(',').map(Number)) {
      await fill(stage, there, size)
      there = size
      await admin('vacuum analyze cases."case"')
      const one = await measure(stage, size)
      growth.push(one)
      // The large sizes take minutes: what is known is said at once.
      console.error(JSON.stringify(one))
    }
    return {
      bench: 'evaluation',
      upkeep: cost,
      growth,
      goals: {
        rankingMs: '<= 5 and >= 100 times faster than GROUP BY',
        fortyIndicatorsMs: '<= 2000',
        recountSeconds: '<= 60',
        upkeepCost: '<= 0.15',
        differing: 0,
      },
    }
  } finally {
    await stage.close()
  }
}
