/** The office of 市容, 摊区 and 油烟: the people of `buildings-office.ts`, shops with agreements, a crew. */
import { expect } from 'vitest'
import { photo, somewhere, type World } from '../world.ts'
import { openOffice, type Row } from './buildings-office.ts'

export type { Row } from './buildings-office.ts'
/** A square of that many metres with its south-west corner so many metres east and north of the middle of the district. */
export const square = (east: number, north: number, side: number) => {
  const dLon = (m: number) => m / (111_320 * Math.cos((somewhere.lat * Math.PI) / 180))
  const dLat = (m: number) => m / 110_574
  const [x, y] = [somewhere.lon + dLon(east), somewhere.lat + dLat(north)]
  const ring = [
    [x, y],
    [x + dLon(side), y],
    [x + dLon(side), y + dLat(side)],
    [x, y + dLat(side)],
    [x, y],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
export const openAppearance = async (w: World) => {
  const o = await openOffice(w)
  const crew = await w.as('chuzhi31')
  const [unit] = await o.query<{ u: string }>('select unit_id as u from kernel.appointment where person_id = $1', [crew.personId])
  const local = (days: number) => new Date(w.clock.now().getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
  const today = () => local(0)
  const later = (days: number) => local(days)
  const at = (minutesAgo = 0) => new Date(w.clock.now().getTime() - minutesAgo * 60_000).toISOString()
  let serial = 0
  const shop = (name: string, extra: Row = {}) => {
    serial += 1
    const licence = `91320499MA1QH${String(1000 + serial)}X`
    return o.add('grid.shop', {
      name,
      address: `湖滨路${serial}号`,
      trade: 'food',
      licence,
      operator: '钱老板',
      phone: `1390000${String(1000 + serial)}`,
      frontageM: 6,
      isSigned: false,
      isPosted: false,
      grade: 'yellow',
      ...extra,
    })
  }
  const agreementOf = (id: string, extra: Row = {}) => ({
    shop: id,
    duties: ['sanitation', 'order', 'greening'],
    range: '门前至路缘石',
    rangeM: 6,
    keeper: '钱老板',
    phone: '13900002222',
    signedOn: today(),
    validTo: later(365),
    photos: [photo()],
    ...extra,
  })
  const sign = (id: string, extra: Row = {}) => o.open(o.street, 'appearance.agreement', agreementOf(id, extra))
  const line = (duty: string, note?: string) => ({ duty, isOk: !note, ...(note ? { note } : {}) })
  const visitOf = (agreement: string, bad: Readonly<Record<string, string>> = {}, extra: Row = {}) => ({
    agreement,
    plan: 'surprise',
    checkedOn: today(),
    lines: ['sanitation', 'order', 'greening'].map((d) => line(d, bad[d])),
    photos: [photo()],
    ...extra,
  })
  const issueOf = (id: string, what: string, extra: Row = {}) => ({
    shop: id,
    source: 'officer',
    duty: 'order',
    what,
    photos: [photo()],
    ...extra,
  })
  const texts = async (part: string) =>
    (
      await o.query<{ body: string }>('select body from kernel.message where body like $1 order by created_at', [`%${part}%`])
    ).map((m) => m.body)
  /** The shop answers at the public door with the code of its message. */
  const reply = async (id: string, photos: readonly string[] = [photo()], said?: string) => {
    const { number } = await o.row('appearance.issue', id)
    const code = said ?? /回复码(\d{6})/.exec((await texts(`编号${number},`)).at(-1) ?? '')?.[1]
    const answer = await w.anyone.post<Row>(`/public/frontage/${number}/fixed`, { code, note: '已收回店内', photos })
    await w.settle()
    return answer
  }
  /** The door of an action: 401, 403, 400 before it is done. */
  const triedAct = async (who: typeof o.street, procedure: string, id: string, action: string, values: Row) => {
    const path = `/subjects/${procedure}/${id}/${action}`
    expect([action, (await w.anyone.post(path, { values })).status]).toEqual([action, 401])
    expect([action, (await o.stranger.post(path, { values })).status]).toEqual([action, 403])
    expect([action, (await who.post(path, { values: {} })).status]).toEqual([action, 400])
    await o.act(who, procedure, id, action, values)
  }
  return {
    ...o,
    crew,
    unit: String(unit?.u),
    today,
    later,
    at,
    shop,
    agreementOf,
    sign,
    line,
    visitOf,
    issueOf,
    reply,
    triedAct,
    texts,
    year: { from: '2026-01-01', to: '2026-12-31' },
  }
}
export type Appearance = Awaited<ReturnType<typeof openAppearance>>
