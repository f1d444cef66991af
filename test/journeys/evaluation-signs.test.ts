/**
 * 弄虚作假线索: honest months in which the lot decides who verifies and work ends when it ends, to see how often the page cries out for
 * nothing; then a pair that arranged itself, a unit that stops its clocks at the last minute and a picture used twice, to see it find them.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { createRandom, type Random } from '#sim/city/random.ts'
import { beijing, type Client, type World, world } from '../world.ts'

type Row = Record<string, any>
const minute = 60_000
interface Staff {
  readonly street: string
  readonly unit: string
  readonly handlers: readonly string[]
  readonly verifiers: readonly string[]
}
interface Handled {
  readonly staff: Staff
  readonly at: Date
  readonly handler: string
  readonly verifier: string
  /** Minutes before the deadline at which the clock stopped; negative when it was late. */
  readonly early: number
}
const honest = (staff: readonly Staff[], month: string, cases: number, random: Random): Handled[] =>
  Array.from({ length: cases }, () => {
    const own = random.pick(staff)
    return {
      staff: own,
      at: new Date(beijing(`${month}-01 08:00`).getTime() + random.next() * 27 * 24 * 60 * minute),
      handler: random.pick(own.handlers),
      verifier: random.pick(own.verifiers),
      early: random.between(-400, 4000),
    }
  })
/** What the actions of these cases leave behind: two entries of the journal and a stopped clock. */
const write = (w: World, cases: readonly Handled[]) =>
  raw(
    w.kernel.db.admin,
    `with x as (select gen_random_uuid() as id, x.* from jsonb_to_recordset($1::jsonb) as x(at timestamptz, handler uuid, verifier uuid, unit uuid, street text, due timestamptz)),
     j as (insert into kernel.journal (district, subject_type, subject_id, seq, at, actor_kind, actor_id, actor_name, action, changes, detail, prev_hash, hash)
       select '${w.district}', 'cases.case', x.id, s.seq, x.at + s.seq * interval '1 hour', 'person', s.who, 'P' || left(s.who::text, 8), s.action, '{}', '{}', '', x.id::text || s.seq
       from x, lateral (values (2, x.handler, 'submit'), (3, x.verifier, 'checkOk')) s(seq, who, action))
     insert into kernel.clock (district, subject_type, subject_id, name, round, unit_id, area_code, limit_value, limit_unit, started_at, due_at, restarted_at, stopped_at, calendar)
     select '${w.district}', 'cases.case', x.id, 'handle', 1, x.unit, x.street || '001001', 1, 'work_day', x.at - interval '1 day', x.due, x.at - interval '1 day', x.at, 'CN' from x`,
    [
      JSON.stringify(
        cases.map((c) => ({
          at: c.at,
          handler: c.handler,
          verifier: c.verifier,
          unit: c.staff.unit,
          street: c.staff.street,
          due: new Date(c.at.getTime() + c.early * minute),
        })),
      ),
    ],
  )

describe('弄虚作假线索的检验', () => {
  let w: World
  let assessor: Client
  const uuid = (kind: string, n: number): string => `${kind}0000-0000-4000-8000-${String(n).padStart(12, '0')}`
  const staff: readonly Staff[] = Array.from({ length: 6 }, (_, s) => ({
    street: `32990100${s + 1}`,
    unit: uuid('aaaa', s),
    handlers: Array.from({ length: 4 }, (_h, n) => uuid('bbbb', s * 10 + n)),
    verifiers: Array.from({ length: s === 5 ? 1 : 3 }, (_v, n) => uuid('cccc', s * 10 + n)),
  }))
  const signs = async (month: string): Promise<Row> => {
    const answer = await assessor.get<Row>('/evaluation/gaming', { from: `${month}-01`, to: `${month}-28` })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body
  }
  beforeAll(async () => {
    w = await world('2026-11-02 09:00')
    assessor = await w.as('kaohe1')
  })
  afterAll(() => w.close())

  it('诚实的二十个月里:误报多少如实量出,不超过每二十页一次的允诺', { timeout: 120_000 }, async () => {
    const period = { from: '2026-04-01', to: '2026-04-28' }
    expect((await w.anyone.get('/evaluation/gaming', period)).status).toBe(401)
    expect((await (await w.as('jiedao1')).get('/evaluation/gaming', period)).status).toBe(403)
    expect((await assessor.get('/evaluation/gaming', { from: 'x', to: 'y' })).status).toBe(400)
    let [pairs, late] = [0, 0]
    for (let n = 0; n < 20; n++) {
      const month = `${2023 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`
      await write(w, honest(staff, month, 900, createRandom(100 + n)))
      const found = await signs(month)
      pairs += found.pairs.filter((p: Row) => p.isBeyond).length > 0 ? 1 : 0
      late += found.lastMinutes.filter((r: Row) => r.isBeyond).length > 0 ? 1 : 0
      // One verifier in the whole street: nearly all of the handler's, and no sign of anything.
      for (const p of found.pairs) if (!p.isBeyond) expect(p.p).toBeGreaterThan(0.9)
      expect(found.photos).toEqual([])
    }
    console.log(`诚实的20个月(每月900件):报串通的${pairs}个月,报压线的${late}个月`)
    expect(pairs).toBeLessThanOrEqual(3)
    expect(late).toBeLessThanOrEqual(3)
  })

  it('埋入的一对、一个单位、一张照片都找到,别人不受牵连', { timeout: 60_000 }, async () => {
    const random = createRandom(7)
    const month = '2026-10'
    const [first, second] = staff
    if (!first || !second) throw new Error('no staff')
    const [culprit = '', friend = ''] = [first.handlers[0], first.verifiers[2]]
    const cases = honest(staff, month, 900, random).map((c) => {
      // Seven of ten of his are seen by his friend instead of one of three.
      if (c.handler === culprit && random.chance(0.55)) return { ...c, verifier: friend }
      if (c.staff === second && random.chance(0.15)) return { ...c, early: random.between(1, 9) }
      return c
    })
    await write(w, cases)
    const sha = 'd'.repeat(64)
    for (const day of ['2026-09-20', '2026-10-12'])
      await raw(
        w.kernel.db.admin,
        `insert into kernel.file (district, id, sha256, name, mime, size, uploaded_at) values ($1, gen_random_uuid(), $2, 'v.jpg', 'image/jpeg', 9, $3)`,
        [w.district, sha, new Date(`${day}T02:00:00Z`)],
      )
    const found = await signs(month)
    const beyond = found.pairs.filter((p: Row) => p.isBeyond)
    const met = cases.filter((c) => c.handler === culprit && c.verifier === friend).length
    console.log(beyond.map((p: Row) => `${p.handler}–${p.verifier} ${p.count}次,抽签应有${p.expected},p=${p.p.toExponential(1)}`))
    expect(beyond).toEqual([
      expect.objectContaining({ handler: `P${culprit.slice(0, 8)}`, verifier: `P${friend.slice(0, 8)}`, count: met }),
    ])
    expect(beyond[0].expected).toBeLessThan(met * 0.7)
    expect(beyond[0].rows).toHaveLength(met)
    const late = found.lastMinutes.filter((r: Row) => r.isBeyond)
    expect(late.map((r: Row) => r.unitId)).toEqual([second.unit])
    expect(late[0].late).toBeGreaterThan(late[0].expected * 3)
    expect(found.photos).toEqual([expect.objectContaining({ distance: 0 })])
    const { sheets } = (await assessor.get<{ sheets: Row[] }>('/sheets')).body
    expect(sheets.find((s) => s.key === 'evaluation.gaming')?.menu).toBe('考核评价')
  })
})
