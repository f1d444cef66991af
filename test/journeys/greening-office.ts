/** The greening office: the people of `buildings-office.ts`, a contractor's crew, a segment, a park, roads. */
import { expect } from 'vitest'
import { photo, somewhere, type World } from '../world.ts'
import { openOffice, type Row } from './buildings-office.ts'

export type { Row } from './buildings-office.ts'
/** About a square of that many metres around `somewhere`, moved east by so many. */
export const square = (metres: number, east = 0): Row => {
  const x = somewhere.lon + east / 94_700
  const [dx, dy] = [metres / 2 / 94_700, metres / 2 / 110_900]
  const ring = [
    [x - dx, somewhere.lat - dy],
    [x + dx, somewhere.lat - dy],
    [x + dx, somewhere.lat + dy],
    [x - dx, somewhere.lat + dy],
    [x - dx, somewhere.lat - dy],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
export const openGreening = async (w: World) => {
  const o = await openOffice(w)
  const [crew, checker, sanitation] = [await w.as('chuzhi41'), await w.as('kaohe1'), await w.as('chuzhi31')]
  const [unit] = await o.query<{ u: string }>('select unit_id as u from kernel.appointment where person_id = $1', [crew.personId])
  const today = () => new Date(w.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const later = (days: number) => new Date(w.clock.now().getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
  const road = (name: string) =>
    o.add(
      'grid.road',
      { name, class: 'trunk', lengthM: 1200 },
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [somewhere.lon, somewhere.lat],
            [somewhere.lon + 0.004, somewhere.lat],
          ],
        },
      },
    )
  const segmentValues = (code: string, extra: Row = {}) => ({
    code,
    name: `${code}标段`,
    contractor: '绿源园林养护公司',
    unit: String(unit?.u),
    grade: 'first',
    areaM2: 20_000,
    priceFen: 60_000_000,
    fromOn: '2026-01-01',
    toOn: '2027-12-31',
    ...extra,
  })
  const segment = (code: string, extra: Row = {}) => o.add('greening.segment', segmentValues(code, extra))
  const spaceValues = (code: string, extra: Row = {}) => ({
    code,
    name: `${code}绿地`,
    class: 'G1',
    form: 'park',
    areaM2: 6000,
    coverM2: 5400,
    owner: '湖滨区城市管理局',
    state: 'open',
    buildKind: 'new',
    builtOn: '2026-02-01',
    ...extra,
  })
  const space = (code: string, extra: Row = {}, geometry: Row = square(80)) =>
    o.add('greening.space', spaceValues(code, extra), { geometry })
  const parkValues = (code: string, extra: Row = {}) => ({
    code,
    name: `${code}公园`,
    class: 'general',
    level: 'city',
    areaM2: 40_000,
    owner: '湖滨区城市管理局',
    manager: '公园管理所',
    openHours: '全天',
    wifiM2: 10_000,
    state: 'open',
    ...extra,
  })
  const park = (code: string, extra: Row = {}) => o.add('greening.park', parkValues(code, extra))
  const project = (programme: string, name: string, extra: Row = {}) => ({
    programme,
    year: 2026,
    name,
    buildKind: 'new',
    problem: '裸土、无座椅',
    areaM2: 800,
    lengthM: 0,
    budgetFen: 30_000_000,
    dueOn: later(90),
    keeper: '湖滨社区',
    items: [{ item: '栽植', quantity: 120, unit: '株' }],
    beforePhotos: [photo()],
    ...extra,
  })
  const opinions = (yes: number, no = 0) => [
    ...Array.from({ length: yes }, (_, i) => ({ who: `居民${i + 1}`, isFor: true })),
    ...Array.from({ length: no }, (_, i) => ({ who: `住户${i + 1}`, isFor: false, words: '怕吵' })),
  ]
  const p = 'greening.project'
  /** From proposed to finished. */
  const build = async (id: string, extra: Row = {}) => {
    await o.act(o.data, p, id, 'design', { design: [], opinions: opinions(4), ...extra })
    await o.act(o.data, p, id, 'start')
    const { items } = await o.row(p, id)
    await o.act(crew, p, id, 'progress', { items: items.map((i: Row) => ({ ...i, done: i.quantity })) })
    await o.act(crew, p, id, 'finish', { spentFen: 28_000_000, afterPhotos: [photo()] })
  }
  const accept = (id: string, extra: Row = {}) =>
    o.act(checker, p, id, 'accept', { acceptedBy: '考核科', isAccessible: true, ...extra })
  const lines = (got: number, extra: readonly Row[] = []) => [
    { item: '养护质量', isKey: false, full: 100, got, ...(got < 100 ? { note: '长势一般' } : {}) },
    ...extra,
  ]
  const t = 'greening.title'
  /** A title from application to plate; `days` later the notice is over. */
  const titled = async (values: Row, got: number, plate: string): Promise<string> => {
    const id = await o.open(o.street, t, { level: 'city', year: 2026, applicant: '区园林所', ...values })
    await o.act(checker, t, id, 'district')
    await o.act(checker, t, id, 'score', { lines: lines(got) })
    await w.clock.to(`${later(8)} 09:00`)
    await o.act(o.leader, t, id, 'grant', { plate })
    return id
  }
  /** The door of an action: 401, 403, 400 before it is done. */
  const triedAct = async (who: typeof o.street, procedure: string, id: string, action: string, values: Row) => {
    const path = `/subjects/${procedure}/${id}/${action}`
    expect([action, (await w.anyone.post(path, { values })).status]).toEqual([action, 401])
    expect([action, (await o.stranger.post(path, { values })).status]).toEqual([action, 403])
    expect([action, (await who.post(path, { values: {} })).status]).toEqual([action, 400])
    await o.act(who, procedure, id, action, values)
  }
  /** A register or record through its door, refusals first. */
  const triedAdd = async (definition: string, values: Row, place: unknown = somewhere, who = o.data) => {
    await o.tryAdd(definition, values, who)
    return o.add(definition, values, place, who)
  }
  const refusedAdd = async (definition: string, values: Row, place: unknown = somewhere) => {
    const answer = await o.data.post<Row>(`/rows/${definition}`, { values, place })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    return JSON.stringify(answer.body)
  }
  return {
    ...o,
    crew,
    checker,
    sanitation,
    today,
    later,
    road,
    segment,
    segmentValues,
    space,
    spaceValues,
    park,
    parkValues,
    project,
    opinions,
    build,
    accept,
    lines,
    titled,
    triedAct,
    triedAdd,
    refusedAdd,
  }
}
export type Greening = Awaited<ReturnType<typeof openGreening>>
