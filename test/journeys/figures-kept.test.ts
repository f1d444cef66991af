/** Kept figures equal the recount, whatever happens in whatever order: late reports, corrections, reopened cases, moved objects. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildTallies, computeIndicator, openIn, raw, recountTallies, refreshTallies, systemActor } from '#kernel'
import { aggregatesOf, keyOf } from '#kernel/indicator/parts.ts'
import { beijing, type Client, photo, type World, world } from '../world.ts'

describe('指标随写随算', () => {
  let w: World
  let head: Client
  let dispatcher: Client
  let handler: Client
  let data: Client
  let condition: string
  let places: readonly { lon: number; lat: number }[] = []
  const placeAt = (n: number) => places[n % places.length] ?? { lon: 0, lat: 0 }
  beforeAll(async () => {
    w = await world('2026-03-10 09:00')
    ;[head, dispatcher, handler, data] = (await Promise.all(
      ['zhiban1', 'paiqian1', 'chuzhi61', 'shuju'].map((l) => w.as(l)),
    )) as [Client, Client, Client, Client]
    const { body } = await head.get<{ rows: { id: string }[] }>('/rows/cases.condition', {
      filter: JSON.stringify({ kind: 'component', category: '01037' }),
    })
    condition = body.rows[0]?.id ?? ''
    const cells = await raw<{ lon: number; lat: number }>(
      w.kernel.db.admin,
      "select st_x(p) as lon, st_y(p) as lat from (select st_pointonsurface(geom) as p from kernel.area where level = 'cell' and valid_to is null order by md5(code) limit 24) c",
      [],
    )
    places = cells.rows
  })
  afterAll(() => w.close())

  const requests = [
    { from: beijing('2026-02-01 00:00'), to: beijing('2026-03-01 00:00'), by: 'street' },
    { from: beijing('2026-03-01 00:00'), to: beijing('2026-04-01 00:00'), by: 'street' },
    { from: beijing('2026-01-01 00:00'), to: beijing('2027-01-01 00:00') },
    { from: beijing('2026-01-01 00:00'), to: beijing('2027-01-01 00:00'), by: 'month' },
    { from: beijing('2026-03-05 00:00'), to: beijing('2026-03-12 00:00'), by: 'day', areaCode: '329901001' },
    { areaCode: '329901002' },
    { by: 'year' },
  ]
  const differences = async (): Promise<readonly string[]> =>
    w.kernel.db.withDistricts([w.district], async (tx) => {
      const zone = w.kernel.calendar(w.district).zone
      const found: string[] = []
      for (const indicator of w.kernel.indicators.filter((i) => i.id.startsWith('cases.') || i.id.startsWith('grid.')))
        for (const part of requests) {
          const request = { district: w.district, now: w.clock.now(), ...part }
          const kept = await computeIndicator(tx, w.kernel, indicator, request, zone)
          const counted = await computeIndicator(tx, w.kernel, indicator, { ...request, district: '' }, zone)
          const sorted = (list: typeof kept) =>
            JSON.stringify([...list].sort((a, b) => String(a.key).localeCompare(String(b.key))))
          if (sorted(kept) !== sorted(counted))
            found.push(`${indicator.id} ${JSON.stringify(part)}: ${sorted(kept)} ≠ ${sorted(counted)}`)
        }
      return found
    })

  const cases: { id: string; step: number }[] = []
  const steps = ['accept', 'file', 'dispatch', 'receive', 'submit', 'feedbackOk'] as const
  const who = () => [head, head, dispatcher, handler, handler, dispatcher] as const
  const inputs = () => [
    {},
    { categoryKind: 'component', category: '01037', condition },
    {},
    {},
    { afterPhotos: [photo()], result: '已换灯' },
    {},
  ]
  /** Told late: it happened days ago and is entered with that day, as an import does. */
  const report = async (daysAgo: number, where: number): Promise<void> => {
    const at = new Date(w.clock.now().getTime() - daysAgo * 86_400_000)
    const opened = await w.kernel.db.withDistricts([w.district], (tx) =>
      openIn(tx, w.kernel, {
        procedure: 'cases.case',
        action: 'report',
        district: w.district,
        actor: systemActor,
        at,
        ...placeAt(where),
        input: {
          description: '路灯不亮',
          source: 'hotline',
          categoryKind: 'component',
          category: '01037',
          photos: [],
          urgency: 'normal',
        },
      }),
    )
    cases.push({ id: opened.id, step: 0 })
  }
  const advance = async (which: number): Promise<void> => {
    const one = cases[which % Math.max(1, cases.length)]
    const step = one ? steps[one.step] : undefined
    const person = one ? who()[one.step] : undefined
    if (!one || !step || !person) return
    // An action that is refused, because the clock has moved the case on, changes nothing.
    await person.act('cases.case', one.id, step, inputs()[one.step]).then(
      () => {
        one.step += 1
      },
      () => undefined,
    )
  }
  /** What an import from another system or a correction of the past does: an instant of the row is another one now. */
  const correct = async (which: number, days: number): Promise<void> => {
    const one = cases[which % Math.max(1, cases.length)]
    if (!one) return
    const definition = w.kernel.definition('cases.case')
    const { loadSubject } = await import('#kernel/procedure/perform.ts')
    const { writeChanges } = await import('#kernel/write/changes.ts')
    await w.kernel.db.withDistricts([w.district], async (tx) => {
      const loaded = await loadSubject(tx, w.kernel, 'cases.case', one.id, true)
      if (!loaded || !definition) return
      const filedAt = (loaded.subject as unknown as { filedAt: Date | null }).filedAt
      if (!filedAt) return
      const set = { filedAt: new Date(new Date(filedAt).getTime() - days * 86_400_000) }
      const { chain } = await import('#kernel/journal/chain.ts')
      const { subject } = loaded
      const entry = chain({
        district: w.district,
        subjectType: 'cases.case',
        subjectId: subject.id,
        seq: subject.version + 1,
        at: w.clock.now(),
        actor: { kind: 'system', id: null, name: '更正' } as never,
        action: 'correct',
        changes: set,
        detail: {},
        prevHash: subject.head,
      })
      await writeChanges(tx, [
        {
          update: { definition, id: one.id, before: subject, set: { ...set, version: entry.seq, head: entry.hash } },
          journal: entry,
        },
      ])
    })
  }
  const move = async (which: number, to: number): Promise<void> => {
    const { body } = await data.get<{ rows: { id: string; version: number }[] }>('/rows/grid.shop', { limit: '20' })
    const shop = body.rows[which % Math.max(1, body.rows.length)]
    if (shop)
      await data.patch(`/rows/grid.shop/${shop.id}`, {
        values: {},
        place: placeAt(to),
        version: shop.version,
      })
  }
  const happening = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('report' as const), a: fc.nat(40), b: fc.nat(20) }) },
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('advance' as const), a: fc.nat(500), b: fc.nat(1) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), a: fc.nat(500), b: fc.nat(60) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), a: fc.nat(20), b: fc.nat(6) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('refresh' as const), a: fc.nat(1), b: fc.nat(1) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), a: fc.integer({ min: 1, max: 30 }), b: fc.nat(1) }) },
  )
  let day = 10
  const happen = async ({ kind, a, b }: { kind: string; a: number; b: number }): Promise<void> => {
    if (kind === 'report') return report(a, b)
    if (kind === 'advance') return advance(a)
    if (kind === 'correct') return correct(a, b)
    if (kind === 'move') return move(a, b)
    if (kind === 'refresh') return void (await refreshTallies(w.kernel, w.district))
    day = Math.min(28, day + (a > 25 ? 1 : 0))
    await w.clock.to(`2026-03-${String(day).padStart(2, '0')} ${a > 25 ? '09' : '10'}:${String(10 + a).padStart(2, '0')}`)
  }

  it('任意经过之后,留存的数等于从行重新数出来的数,一位不差', async () => {
    await buildTallies(w.kernel, w.district)
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 25, maxLength: 60 }), async (history) => {
        for (const one of history) await happen(one)
        expect(await differences()).toEqual([])
      }),
      { numRuns: 12, endOnFailure: true },
    )
    expect(cases.filter((c) => c.step >= 5).length).toBeGreaterThan(0)
    await refreshTallies(w.kernel, w.district)
    await refreshTallies(w.kernel, w.district)
    const left = await w.kernel.db.withDistricts([w.district], (tx) => raw(tx, 'select 1 from kernel.tally_mark', []))
    expect(left.rows).toHaveLength(0)
    expect(await differences()).toEqual([])
  })

  it('从头重数一遍,与随写随算的一样;绕过平台改了格子,重数说得出来', async () => {
    const { parts, differing } = await recountTallies(w.kernel, w.district)
    expect(differing).toBe(0)
    expect(parts).toBeGreaterThan(100)
    await w.kernel.db.withDistricts([w.district], (tx) =>
      raw(
        tx,
        'update kernel.tally set n = n + 1 where (part, day, street) = (select part, day, street from kernel.tally where n > 0 limit 1)',
        [],
      ),
    )
    expect((await recountTallies(w.kernel, w.district)).differing).toBe(1)
    expect((await recountTallies(w.kernel, w.district)).differing).toBe(0)
  })

  it('按天按街道的数取自格子;刚动过的格子取自行', async () => {
    const reported = w.kernel.indicators.find((i) => i.id === 'cases.reported')
    const [part] = reported ? aggregatesOf(reported) : []
    if (!reported || !part) throw new Error('no indicator')
    await w.kernel.db.withDistricts([w.district], async (tx) => {
      const zone = w.kernel.calendar(w.district).zone
      const total = async () => {
        const request = { district: w.district, now: w.clock.now() }
        return (await computeIndicator(tx, w.kernel, reported, request, zone))[0]?.value ?? 0
      }
      const before = await total()
      const one = await raw<{ day: string; street: string }>(
        tx,
        'update kernel.tally t set n = n + 1000 where (part, day, street) = (select part, day, street from kernel.tally where part = $1 and n > 0 limit 1) returning day::text as day, street',
        [keyOf(part)],
      )
      expect(await total()).toBe(before + 1000)
      await raw(
        tx,
        `insert into kernel.tally_mark (district, source, street, at) select $1, 'cases.case', $2, $3::date::timestamp at time zone $4`,
        [w.district, one.rows[0]?.street, one.rows[0]?.day, zone],
      )
      expect(await total()).toBe(before)
    })
    await refreshTallies(w.kernel, w.district)
    expect(await differences()).toEqual([])
  })
})
