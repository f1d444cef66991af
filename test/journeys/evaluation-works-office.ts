/** What the journeys of creation, supervision and service evaluation share: a locked quarter, units, the doors every action has. */
import { expect } from 'vitest'
import { raw } from '#kernel'
import { type Client, photo, type World } from '../world.ts'
import { type Office, openOffice } from './evaluation-office.ts'

export type Row = Record<string, any>
export const openWorks = async (w: World) => {
  const o: Office = await openOffice(w)
  const [handler, other, stranger] = (await Promise.all(['chuzhi11', 'chuzhi21', 'shouli1'].map((l) => w.as(l)))) as [
    Client,
    Client,
    Client,
  ]
  const unitOf = async (who: Client): Promise<string> => {
    const { rows } = await w.kernel.db.withDistricts([w.district], (tx) =>
      raw<{ unit: string }>(tx, 'select unit_id as unit from kernel.appointment where person_id = $1', [who.personId]),
    )
    return rows[0]?.unit ?? ''
  }
  const code = (n: number): string => o.streets[n]?.code ?? ''
  /** 401 without a session, 403 without the verb, 400 with an empty form, then 201. */
  const tried = async (who: Client, procedure: string, values: unknown): Promise<string> => {
    const path = `/subjects/${procedure}`
    expect([procedure, (await w.anyone.post(path, { values })).status]).toEqual([procedure, 401])
    expect([procedure, (await stranger.post(path, { values })).status]).toEqual([procedure, 403])
    expect([procedure, (await who.post(path, { values: {} })).status]).toEqual([procedure, 400])
    return o.open(who, procedure, values)
  }
  /** A locked quarter of two items, one that tells streets apart and one on which all get full marks. */
  const lockedRound = async (name: string, fromOn: string, toOn: string, lockAt: string): Promise<string> => {
    for (const [n, street] of o.streets.entries())
      for (const k of [0, 1])
        await o.add(
          'evaluation.flyer-count',
          { place: `小区${k}`, kind: 'compound', metres: 100, flyers: n, isUnannounced: true, photos: [photo()] },
          { areaCode: street.code },
        )
    for (const street of o.streets)
      await o.add(
        'evaluation.object-grade',
        { kind: 'road', name: '道路', grade: 'good', sampling: '逐条', photos: [photo()] },
        { areaCode: street.code },
      )
    const scheme = await o.open(o.assessor, 'evaluation.scheme', { name, year: 2026, level: 'district', basis: '示例' })
    const part = { kind: 'score', full: 50, scoring: 'linear' }
    await o.item(scheme, { ...part, code: 'X1', name: '小广告', indicator: 'evaluation.flyers-per-100m', target: 0, zeroAt: 5 })
    await o.item(scheme, { ...part, code: 'X2', name: '整洁优良', indicator: 'evaluation.quality-road', target: 90, zeroAt: 0 })
    await o.leader.act('evaluation.scheme', scheme, 'publish', { validFrom: '2026-01-01' })
    const round = await o.open(o.assessor, 'evaluation.round', { scheme, name, kind: 'quarter', fromOn, toOn })
    await w.clock.to(lockAt)
    await o.assessor.act('evaluation.round', round, 'compute')
    await o.leader.act('evaluation.round', round, 'publish')
    return round
  }
  const page = async (procedure: string, id: string, paper: string): Promise<string> =>
    (await o.assessor.get<Buffer>(`/papers/${procedure}/${id}/${paper}`, { format: 'html' })).body.toString()
  return { ...o, handler, other, stranger, unitOf, code, tried, lockedRound, page, handlerUnit: await unitOf(handler) }
}
export type Works = Awaited<ReturnType<typeof openWorks>>
