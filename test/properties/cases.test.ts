import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseProcedure } from '#domains/cases/case/index.ts'
import { clockState, errorEntries, foldJournal, limitMs, loadJournal, loadSubject, raw, verifyJournal } from '#kernel'
import { toClock } from '#kernel/procedure/clocks.ts'
import { type Client, somewhere, type World, world } from '../world.ts'
import {
  findRightLogin,
  formOf,
  type Ground,
  logins,
  pickAction,
  readGround,
  type Step,
  steps,
  straight,
  straightForm,
} from './case-actor.ts'

const procedure = caseProcedure.id
const statuses = caseProcedure.spec.statuses as Readonly<Record<string, { readonly duty?: string; readonly kind?: string }>>
/** The same run every time; `FC_SEED` and `FC_RUNS` look further. */
const settings = {
  seed: Number(process.env.FC_SEED ?? 20_261_121),
  numRuns: Number(process.env.FC_RUNS ?? 25),
  endOnFailure: true,
}
const codes = new Map(errorEntries().map(([code, entry]) => [code, entry.status]))

describe('案件:任意的人做任意的事', () => {
  let w: World
  let ground: Ground
  const clients = new Map<string, Client>()
  const as = async (login: string): Promise<Client> => {
    const client = clients.get(login) ?? (await w.as(login))
    clients.set(login, client)
    return client
  }
  const wait = async (minutes: number): Promise<void> => {
    if (minutes > 0)
      await w.clock.to(
        new Date(w.clock.now().getTime() + 8 * 3_600_000 + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' '),
      )
  }
  const load = (id: string) =>
    w.kernel.db.withDistricts([w.district], async (tx) => {
      const loaded = await loadSubject(tx, w.kernel, procedure, id, false)
      if (!loaded) throw new Error(`case ${id} is gone`)
      return loaded
    })

  beforeAll(async () => {
    w = await world('2026-01-05 09:00')
    ground = await readGround(w.kernel, w.district)
  })
  afterAll(() => w.close())

  /** What must hold of a case at any moment. */
  const check = async (id: string): Promise<string> => {
    const { subject, clocks, tasks } = await load(id)
    expect(Object.keys(statuses)).toContain(subject.status)
    for (const row of clocks) {
      const clock = toClock(row)
      const { usedMs, remainingMs } = clockState(w.kernel.calendar(w.district), clock, w.clock.now())
      expect(usedMs + remainingMs, `${row.name} ${row.round}`).toBe(
        limitMs({ value: row.limitValue, unit: clock.unit }) + row.extendedMs,
      )
      expect(usedMs).toBeGreaterThanOrEqual(0)
    }
    expect(tasks.length, subject.status).toBe(statuses[subject.status]?.duty ? 1 : 0)
    expect(subject.closedAt !== null).toBe(statuses[subject.status]?.kind === 'final')
    return subject.status
  }
  /** One action by somebody. Whatever is answered is done, or a refusal of the catalogue with its status. */
  const act = async (id: string, status: string, step: Step): Promise<'done' | string> => {
    const action = pickAction(step, status)
    const { subject, tasks } = await load(id)
    const places = {
      unitId: subject.unitId,
      areaCode: subject.areaCode,
      taskPersonId: (tasks[0]?.personId as string | null) ?? null,
    }
    const right = step.isRightActor ? await findRightLogin(w, action, places) : undefined
    const client = await as(right ?? logins[step.actor % logins.length] ?? 'zhiban1')
    const values = formOf(action, step, ground, w.clock.now())
    const answer = await client.post<{ code?: string }>(`/subjects/${procedure}/${id}/${action}`, { values })
    if (answer.status < 300) return 'done'
    const code = String(answer.body.code)
    expect(
      codes.get(code),
      `${action} by ${client.personId}: ${answer.status} ${JSON.stringify(answer.body)} ${JSON.stringify(values)}`,
    ).toBe(answer.status)
    return code
  }

  /** One step of the straight way, by whoever has to take it. */
  const lead = async (id: string, action: string): Promise<void> => {
    const { subject, tasks } = await load(id)
    const login = await findRightLogin(w, action, {
      unitId: subject.unitId,
      areaCode: subject.areaCode,
      taskPersonId: tasks[0]?.personId ?? null,
    })
    await (await as(login ?? '')).act(procedure, id, action, straightForm(action, ground))
    await check(id)
  }

  it('状态都在册,拒绝都有编码,时钟不多不少,待办恰好一件', async () => {
    const reached = new Map<string, number>()
    let done = 0
    await fc.assert(
      fc.asyncProperty(fc.nat(straight.length), steps, async (depth, sequence) => {
        const opened = await w.anyone.post<{ receipt: string }>('/public/reports', { description: '路灯不亮', ...somewhere })
        expect(opened.status).toBe(201)
        const { rows } = await w.kernel.db.withDistricts([w.district], (tx) =>
          raw<{ id: string }>(tx, 'select subject_id as id from kernel.journal where hash = $1', [opened.body.receipt]),
        )
        const id = rows[0]?.id ?? ''
        ground.cases.push(id)
        for (const action of straight.slice(0, depth)) await lead(id, action)
        let status = await check(id)
        for (const step of sequence) {
          await wait(step.waitMinutes)
          status = await check(id)
          if ((await act(id, status, step)) === 'done') done += 1
          status = await check(id)
          reached.set(status, (reached.get(status) ?? 0) + 1)
        }
        const [entries, { subject }] = await Promise.all([
          w.kernel.db.withDistricts([w.district], (tx) => loadJournal(tx, id)),
          load(id),
        ])
        expect(foldJournal(entries).status).toBe(subject.status)
        expect(entries.at(-1)?.hash).toBe(subject.head)
      }),
      settings,
    )
    // A sequence that is refused all along proves nothing.
    expect(done).toBeGreaterThan(100)
    expect(reached.size).toBeGreaterThan(8)
    console.log(`案件 ${ground.cases.length} 件,做成 ${done} 步,到过 ${[...reached.keys()].sort().join(' ')}`)
  }, 300_000)

  // Found by the property above (seed 2).
  it('派遣时协办单位不是列表:应是拒绝,不是 500', async () => {
    const opened = await w.anyone.post<{ receipt: string }>('/public/reports', { description: '路灯不亮', ...somewhere })
    const { rows } = await w.kernel.db.withDistricts([w.district], (tx) =>
      raw<{ id: string }>(tx, 'select subject_id as id from kernel.journal where hash = $1', [opened.body.receipt]),
    )
    const id = rows[0]?.id ?? ''
    for (const action of ['accept', 'file']) await lead(id, action)
    const answer = await (await as('paiqian1')).post(`/subjects/${procedure}/${id}/dispatch`, { values: { assistUnits: {} } })
    expect(answer.status).toBe(400)
  })

  it('之后每条链完整,折叠即是行', async () => {
    const { breaks, subjects } = await verifyJournal(w.kernel, w.district)
    expect(breaks).toEqual([])
    expect(subjects).toBeGreaterThan(ground.cases.length)
  }, 60_000)
})
