/**
 * Intake: reports a second accepted over HTTP by one process at 64 connections, with sign-in, permission, cell, number, journal
 * hash, duplicate hint, clock, task and outbox, answered only after the commit; beside pgbench doing the same inserts one commit
 * each on the same PostgreSQL, in alternate rounds.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadPlan, LoadResult } from './load.ts'
import { median, percentile, pgbench, round, run, type Stage, setStage, startServer } from './stage.ts'
import { askByWrk, hasWrk } from './wrk.ts'

const port = 8099
const box = [119.901, 31.721, 119.962, 31.764] as const
/**
 * One report as one statement: case (its nine indexes), journal, clock, task, outbox; ids and hashes made by the database. Due in two
 * days as ours are: were they overdue at once, the server would tell of each while it is measured.
 */
const script = `\\set x random(0, 60000)
\\set y random(0, 43000)
with n as (select gen_random_uuid() as id, nextval('bench_number') as no, now() as at, now() + interval '2 days' as due),
c as (insert into cases."case" (district, id, number, status, procedure_version, version, head, due_at, created_at, updated_at, lon, lat, area_code, description, source, category_kind, category, reporter_name, urgency, level, pending, is_self_solved, is_appealed, is_shelved_once, return_count, rework_count, extension_count, reopen_count, urge_count, supervision_count, client_key, accept_due_at)
  select '329901', id, 'B' || no, 'reported', 1, 1, md5(id::text) || md5(no::text), due, at, at, 119.901 + :x::int / 1000000.0, 31.721 + :y::int / 1000000.0, '329901001001001', '流动摊贩占道经营影响通行(第' || no || '次上报,请尽快处理)', 'collector', 'matter', '09006', '采集员', 'normal', 'district', 'none', false, false, false, 0, 0, 0, 0, 0, 0, 'b' || no, due from n),
j as (insert into kernel.journal (district, subject_type, subject_id, seq, at, actor_kind, actor_name, action, changes, detail, prev_hash, hash)
  select '329901', 'cases.case', id, 1, at, 'person', '受理员', 'report', jsonb_build_object('number', 'B' || no, 'status', 'reported', 'description', '流动摊贩占道经营影响通行', 'lon', :x::int, 'lat', :y::int, 'source', 'collector'), jsonb_build_object('description', '流动摊贩占道经营影响通行', 'source', 'collector'), id::text, md5(id::text) || md5(no::text) from n),
k as (insert into kernel.clock (district, subject_type, subject_id, name, round, area_code, limit_value, limit_unit, started_at, due_at, restarted_at, calendar)
  select '329901', 'cases.case', id, 'accept', 1, '329901001001001', 2, 'work_hour', at, due, at, 'district-329901' from n),
t as (insert into kernel.task (district, id, subject_type, subject_id, number, title, status, verb, area_code, created_at, due_at)
  select '329901', gen_random_uuid(), 'cases.case', id, 'B' || no, '流动摊贩占道经营影响通行', 'reported', 'cases.accept', '329901001001001', at, due from n)
insert into kernel.outbox (district, id, at, fact, payload, done_at) select '329901', gen_random_uuid(), at, 'case.opened', jsonb_build_object('caseId', id, 'number', 'B' || no, 'source', 'collector'), at from n;
`
const planOf = (stage: Stage, more: Partial<LoadPlan>): LoadPlan => ({
  port,
  connections: 64,
  seconds: 8,
  token: stage.token,
  path: '/api/cases',
  box,
  ...more,
})
export const load = (stage: Stage, more: Partial<LoadPlan>): LoadResult => {
  const plan = planOf(stage, more)
  return JSON.parse(run(process.execPath, ['bench/load.ts', JSON.stringify(plan)])) as LoadResult
}
const pgbenchRate = (stage: Stage, file: string, seconds: number): number => {
  const out = run(pgbench(), ['-n', '-M', 'prepared', '-c', '16', '-j', '2', '-T', String(seconds), '-f', file], stage.env)
  return Number(/tps = ([\d.]+)/.exec(out)?.[1] ?? 0)
}

export const benchIntake = async (): Promise<Record<string, unknown>> => {
  const stage = await setStage()
  const { raw } = await import('#kernel')
  await raw(stage.db.admin, 'create sequence bench_number', [])
  const file = join(stage.dir, 'intake.sql')
  writeFileSync(file, script)
  const server = await startServer(stage, port)
  try {
    load(stage, { seconds: 4 })
    const alone = load(stage, { seconds: 4 })
    // Before the rounds of pgbench, whose pages the machine is still writing long after.
    const rate = alone.done / alone.seconds / 2
    const halves = [1, 2, 3].map(() => load(stage, { rate, seconds: 6 }))
    pgbenchRate(stage, file, 3)
    const client = hasWrk() ? 'wrk' : 'own'
    const ours: LoadResult[] = []
    const limit: number[] = []
    for (let n = 0; n < 3; n++) {
      ours.push(client === 'wrk' ? askByWrk(stage.dir, planOf(stage, {})) : load(stage, {}))
      limit.push(pgbenchRate(stage, file, 8))
    }
    const rates = ours.map((r) => r.done / r.seconds)
    const failed = ours.reduce((sum, r) => sum + r.failed, 0)
    const ratios = rates.map((r, i) => r / (limit[i] ?? 1))
    return {
      bench: 'intake',
      client,
      ratio: round(median(ratios)),
      casesPerSecond: Math.round(median(rates)),
      pgbenchPerSecond: Math.round(median(limit)),
      rounds: rates.map((r, i) => ({ ours: Math.round(r), pgbench: Math.round(limit[i] ?? 0) })),
      p50: round(
        percentile(
          ours.map((r) => r.p50),
          0.5,
        ),
      ),
      p99: round(
        percentile(
          ours.map((r) => r.p99),
          0.5,
        ),
      ),
      halfLoad: {
        rate: Math.round(median(halves.map((half) => half.done / half.seconds))),
        p50: round(median(halves.map((half) => half.p50))),
        p99: round(median(halves.map((half) => half.p99))),
        rounds: halves.map((half) => round(half.p99)),
      },
      failed,
      goals: { ratio: '>= 1.0', halfLoadP99: '<= 30 ms' },
    }
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.on('exit', resolve))
    await stage.close()
  }
}
