import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createKernel } from '../create.ts'
import { raw } from '../db/index.ts'
import { defineDomain, listen } from '../define/domain.ts'
import { fact } from '../define/fact.ts'
import { reject } from '../errors.ts'
import { publish } from '../events/publish.ts'
import { district, type Office, openOffice, otherDistrict } from '../identity/office.testdata.ts'
import { runDueJobs, startJobs, startWork, workItemRoutes } from './index.ts'
import { createLoop } from './loop.ts'
import { buryInterrupted, silenceSeconds } from './work.ts'

const heard: string[] = []
const said = fact('sample.said', '说了', z.object({ word: z.string() }))
const runs: string[] = []
let isBroken = false
const domain = defineDomain({
  id: 'sample',
  zh: '样例',
  listens: [
    listen(said, async ({ word }, ctx) => {
      heard.push(`${ctx.district} ${word}`)
    }),
  ],
  jobs: [
    {
      id: 'sample.count',
      zh: '计数',
      everyMinutes: 10,
      run: async (ctx) => {
        if (isBroken) throw new Error('broken on purpose')
        // Long enough for the other process to come and find the row taken.
        await raw(ctx.tx, 'select pg_sleep(0.1)')
        runs.push(ctx.district)
      },
    },
  ],
})

let office: Office
beforeAll(async () => {
  office = await openOffice({ domains: [domain], routes: workItemRoutes })
})
afterAll(() => office.close())
const minutes = (n: number) => {
  office.clock.at = new Date(office.clock.at.getTime() + n * 60_000)
}

describe('jobs of domains', () => {
  test('run once per district and interval, however many processes ask', async () => {
    const other = await createKernel({ db: office.db, domains: [domain], fileDir: office.kernel.fileDir, now: office.kernel.now })
    const counts = await Promise.all([runDueJobs(office.kernel), runDueJobs(other), runDueJobs(office.kernel)])
    expect(counts.reduce((a, b) => a + b, 0)).toBe(2)
    expect(runs.toSorted()).toEqual([district, otherDistrict])
    minutes(9)
    expect(await runDueJobs(other)).toBe(0)
    minutes(1)
    expect(await runDueJobs(other)).toBe(2)
  })
  test('one that fails says so and waits for its next turn', async () => {
    minutes(10)
    isBroken = true
    await runDueJobs(office.kernel)
    expect(await runDueJobs(office.kernel)).toBe(0)
    const { rows } = await raw<{ error: string; runs: number }>(
      office.db.admin,
      'select error, runs from kernel.job_run order by district',
    )
    expect(rows).toEqual([
      { error: 'Error: broken on purpose', runs: 2 },
      { error: 'Error: broken on purpose', runs: 2 },
    ])
    isBroken = false
    minutes(10)
    expect(await runDueJobs(office.kernel)).toBe(2)
  })
})

test('the pulse delivers facts once, in both of two processes, and stops when told', async () => {
  const other = await createKernel({ db: office.db, domains: [domain], fileDir: office.kernel.fileDir, now: office.kernel.now })
  const both = await Promise.all([
    startJobs(office.kernel, { heartbeatSeconds: 0.05 }),
    startJobs(other, { heartbeatSeconds: 0.05 }),
  ])
  for (let i = 0; i < 20; i++) await office.inDistrict((ctx) => publish(ctx, [{ fact: said.id, payload: { word: `w${i}` } }]))
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(20)
  await Promise.all(both.map((jobs) => jobs.stop()))
  expect(new Set(heard).size).toBe(20)
  await office.inDistrict((ctx) => publish(ctx, [{ fact: said.id, payload: { word: 'late' } }]))
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(heard).toHaveLength(20)
})

test('a loop is never twice at once, and a wake while it runs is not lost', async () => {
  let [inside, most, times] = [0, 0, 0]
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const loop = createLoop({
    everyMs: 100_000,
    gatherMs: 1,
    onError: () => {},
    run: async () => {
      most = Math.max(most, ++inside)
      await gate
      inside--
      times++
    },
  })
  loop.wake()
  await expect.poll(() => inside).toBe(1)
  loop.wake()
  await new Promise((resolve) => setTimeout(resolve, 30))
  open()
  await expect.poll(() => times).toBe(2)
  await loop.stop()
  loop.wake()
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect([most, times]).toEqual([1, 2])
})

describe('long work', () => {
  const order = (personId: string) => ({ district, personId, kind: 'sample.long', zh: '长活', total: 3 })
  test('is seen by its owner only, with its result', async () => {
    const id = await office.hire('owner', [])
    await office.hire('stranger', [])
    const work = await startWork(office.kernel, order(id), async (progress) => {
      for (let i = 0; i < 3; i++) await progress.add(1)
      return { sum: 6 }
    })
    await work.ended
    const owner = await office.as('owner')
    expect((await office.anyone('GET', '/work-items')).status).toBe(401)
    expect((await owner('GET', '/work-items?state=nonsense')).status).toBe(400)
    expect((await owner('GET', '/work-items')).body.rows).toMatchObject([
      { id: work.id, state: 'done', done: 3, total: 3, result: { sum: 6 } },
    ])
    const stranger = await office.as('stranger')
    expect((await stranger('GET', '/work-items')).body.rows).toEqual([])
    expect((await stranger('GET', `/work-items/${work.id}`)).status).toBe(404)
    expect((await stranger('POST', `/work-items/${work.id}/cancel`, {})).status).toBe(404)
  })
  test('stops soon after it is cancelled', async () => {
    const id = await office.hire('canceller', [])
    let rounds = 0
    const work = await startWork(office.kernel, order(id), async (progress) => {
      for (;;) {
        rounds++
        await new Promise((resolve) => setTimeout(resolve, 20))
        await progress.add(1)
      }
    })
    const owner = await office.as('canceller')
    expect((await owner('POST', `/work-items/${work.id}/cancel`, {})).status).toBe(200)
    await work.ended
    expect(rounds).toBeLessThan(60)
    expect((await owner('GET', `/work-items/${work.id}`)).body).toMatchObject({ state: 'cancelled' })
    expect((await owner('POST', `/work-items/${work.id}/cancel`, {})).status).toBe(404)
  })
  test('tells a refusal in words, and a bug as failed', async () => {
    const id = await office.hire('unlucky', [])
    const refused = await startWork(office.kernel, order(id), async () => reject('kernel.too-large', { limit: 30 }))
    const bug = await startWork(office.kernel, order(id), async () => {
      throw new Error('bug')
    })
    await Promise.all([refused.ended, bug.ended])
    const owner = await office.as('unlucky')
    expect((await owner('GET', `/work-items/${refused.id}`)).body).toMatchObject({ state: 'failed', error: '文件超过30MB' })
    expect((await owner('GET', `/work-items/${bug.id}`)).body).toMatchObject({ state: 'failed', error: 'Error: bug' })
  })
  test('of a process that died is marked interrupted; live work is left alone', async () => {
    const id = await office.hire('bereaved', [])
    let release = () => {}
    const alive = await startWork(office.kernel, order(id), () => new Promise<void>((resolve) => (release = resolve)))
    const dead = '0192f0c1-2b3c-7def-8abc-0123456789ab'
    await raw(
      office.db.admin,
      `insert into kernel.work (district, id, kind, zh, person_id, process_id, state, created_at, beat_at)
       values ($1, $2, 'sample.long', '长活', $3, $2, 'running', now(), now() - interval '${silenceSeconds + 1} seconds')`,
      [district, dead, id],
    )
    expect(await buryInterrupted(office.kernel)).toBe(1)
    const owner = await office.as('bereaved')
    expect((await owner('GET', `/work-items/${dead}`)).body).toMatchObject({ state: 'failed', error: 'interrupted' })
    expect((await owner('GET', `/work-items/${alive.id}`)).body).toMatchObject({ state: 'running' })
    release()
    await alive.ended
  })
})
