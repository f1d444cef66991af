/**
 * Jobs of domains: every so many minutes of the platform's clock, in each district, in one process. The row of `kernel.job_run`
 * is locked for the whole run and written with it: a process that dies lets go, and what it had done is undone.
 */
import { systemActor } from '../context.ts'
import { raw } from '../db/index.ts'
import type { Job } from '../define/domain.ts'
import type { Kernel } from '../kernel.ts'

const dueBefore = (now: Date, job: Job): Date => new Date(now.getTime() - job.everyMinutes * 60_000)

/** Makes the rows of jobs that have never run. */
const introduce = async (kernel: Kernel, jobs: readonly Job[]): Promise<void> => {
  await raw(
    kernel.db.admin,
    `insert into kernel.job_run (district, job, last_run_at) select d.code, j.id, 'epoch' from kernel.district d, unnest($1::text[]) j(id)
     where not exists (select from kernel.job_run r where r.district = d.code and r.job = j.id) on conflict do nothing`,
    [jobs.map((job) => job.id)],
  )
}
interface Due {
  readonly district: string
  readonly job: string
  readonly lastRunAt: Date
}
const findRuns = async (kernel: Kernel): Promise<readonly Due[]> => {
  const { rows } = await raw<Due>(kernel.db.admin, 'select district, job, last_run_at as "lastRunAt" from kernel.job_run', [])
  return rows
}

/** Runs a job if it is still due and nobody else has it in hand. @returns whether it ran. */
const runOne = async (kernel: Kernel, district: string, job: Job): Promise<boolean> => {
  const now = kernel.now()
  const began = performance.now()
  const took = (): number => Math.round(performance.now() - began)
  try {
    return await kernel.db.withDistricts([district], async (tx) => {
      const { rows } = await raw(
        tx,
        'select 1 from kernel.job_run where district = $1 and job = $2 and last_run_at <= $3 for update skip locked',
        [district, job.id, dueBefore(now, job)],
      )
      if (rows.length === 0) return false
      await job.run({ kernel, tx, district, now, actor: systemActor })
      await raw(
        tx,
        'update kernel.job_run set last_run_at = $3, runs = runs + 1, took_ms = $4, error = null where district = $1 and job = $2',
        [district, job.id, now, took()],
      )
      return true
    })
  } catch (error) {
    kernel.log.error({ err: error, district, job: job.id }, 'a job failed')
    // Its next turn is the next interval: a job that always fails must not run every second.
    await kernel.db.withDistricts([district], (tx) =>
      raw(tx, 'update kernel.job_run set last_run_at = $3, took_ms = $4, error = $5 where district = $1 and job = $2', [
        district,
        job.id,
        now,
        took(),
        String(error),
      ]),
    )
    return true
  }
}

/** Runs every job that is due. @returns how many ran in this process. */
export const runDueJobs = async (kernel: Kernel): Promise<number> => {
  const jobs = new Map(kernel.domains.flatMap((domain) => domain.jobs ?? []).map((job) => [job.id, job]))
  if (jobs.size === 0) return 0
  await introduce(kernel, [...jobs.values()])
  const now = kernel.now()
  let ran = 0
  for (const { district, job: id, lastRunAt } of await findRuns(kernel)) {
    const job = jobs.get(id)
    if (job && lastRunAt <= dueBefore(now, job) && (await runOne(kernel, district, job))) ran++
  }
  return ran
}
