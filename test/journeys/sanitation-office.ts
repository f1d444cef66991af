/** The sanitation desk: its people, its roads, and the helpers of its journeys. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { domains } from '#apps/server/domains.ts'
import { openIn, systemActor } from '#kernel'
import { beijing, type Client, photo, somewhere, type World } from '../world.ts'
import { openSensing } from './sensing-office.ts'

export type Row = Record<string, any>
export const iso = (local: string): string => beijing(local).toISOString()
/** About 111 m for a thousandth of a degree of latitude. */
export const near = (north: number, east = 0) => ({ lon: somewhere.lon + east, lat: somewhere.lat + north })

export const openSanitation = async (w: World) => {
  const [data, duty, crew, crew2, street, assess, leader, collector, stranger, head] = (await Promise.all(
    ['shuju', 'zhiban1', 'chuzhi31', 'chuzhi32', 'jiedao2', 'kaohe1', 'juzhang', 'caiji1', 'chuangkou2', 'dadui1'].map((l) =>
      w.as(l),
    ),
  )) as [Client, Client, Client, Client, Client, Client, Client, Client, Client, Client]
  const sensing = await openSensing(w)
  const tryOpen = async (who: Client, procedure: string, values: unknown, place: Row = somewhere) =>
    (await who.post<Row>(`/subjects/${procedure}`, { values, ...place })).body
  const open = async (who: Client, procedure: string, values: unknown, place: Row = somewhere): Promise<string> => {
    const body = await tryOpen(who, procedure, values, place)
    expect([procedure, body.zh]).toEqual([procedure, undefined])
    await w.settle()
    return String(body.id)
  }
  /** 401 without a session, 403 without the verb, 400 with an empty form, then 201. */
  const tried = async (who: Client, procedure: string, values: unknown, place: Row = somewhere): Promise<string> => {
    const path = `/subjects/${procedure}`
    expect([procedure, (await w.anyone.post(path, { values, ...place })).status]).toEqual([procedure, 401])
    expect([procedure, (await stranger.post(path, { values, ...place })).status]).toEqual([procedure, 403])
    expect([procedure, (await who.post(path, { values: {}, ...place })).status]).toEqual([procedure, 400])
    return open(who, procedure, values, place)
  }
  const act = async (who: Client, procedure: string, id: string, action: string, values: Row = {}) => {
    await who.act(procedure, id, action, values)
    await w.settle()
  }
  const add = async (definition: string, values: unknown, place: unknown = somewhere, who: Client = data): Promise<string> => {
    const answer = await who.post<Row>(`/rows/${definition}`, { values, place })
    expect([definition, answer.body.zh]).toEqual([definition, undefined])
    return String(answer.body.id)
  }
  /** A row of a register as a person enters it: 401, 403, 400 before it stands. */
  const triedAdd = async (definition: string, values: unknown, place: unknown = somewhere, who: Client = data) => {
    const path = `/rows/${definition}`
    expect([definition, (await w.anyone.post(path, { values, place })).status]).toEqual([definition, 401])
    expect([definition, (await stranger.post(path, { values, place })).status]).toEqual([definition, 403])
    expect([definition, (await who.post(path, { values: {}, place })).status]).toEqual([definition, 400])
    return add(definition, values, place, who)
  }
  /** A deduction of a contractor's fee, proposed as a concluded check does, and signed. */
  const cut = async (operator: string, amountFen: number): Promise<string> => {
    const { kernel, district } = w
    const { id } = await kernel.db.withDistricts([district], (tx) =>
      openIn(tx, kernel, {
        procedure: 'evaluation.deduction',
        district,
        actor: systemActor,
        input: { check: randomUUID(), topic: 'road', operator, score: 84, line: 90, amountFen },
      }),
    )
    await act(leader, 'evaluation.deduction', id, 'sign')
    return id
  }
  /** A sheet: 401, 403, then what it shows. */
  const sheet = async (path: string, query: Record<string, string> = {}, who: Client = duty): Promise<Row> => {
    expect([path, (await w.anyone.get(path, query)).status]).toEqual([path, 401])
    expect([path, (await stranger.get(path, query)).status]).toEqual([path, 403])
    const answer = await who.get<Row>(path, query)
    expect([path, answer.status, answer.body.zh]).toEqual([path, 200, undefined])
    return answer.body
  }
  const edit = async (definition: string, id: string, values: Row) => {
    const answer = await data.patch<Row>(`/rows/${definition}/${id}`, { values, reason: '核对' })
    expect([definition, answer.body.zh]).toEqual([definition, undefined])
    await w.settle()
  }
  const row = async (definition: string, id: string) => (await data.get<Row>(`/rows/${definition}/${id}`)).body
  const list = async (definition: string, filter: Row = {}) =>
    (await data.get<{ rows: Row[] }>(`/rows/${definition}`, { filter: JSON.stringify(filter), limit: '500' })).body.rows
  const figure = async (id: string, by?: string): Promise<readonly Row[]> => {
    const answer = await leader.get<{ values: Row[] }>(`/indicators/sanitation.${id}`, {
      from: '2025-12-31T16:00:00Z',
      to: '2026-12-31T16:00:00Z',
      ...(by ? { by } : {}),
    })
    expect([id, answer.status]).toEqual([id, 200])
    return answer.body.values
  }
  const value = async (id: string) => (await figure(id))[0]?.value
  const by = async (id: string, dimension: string) =>
    Object.fromEntries((await figure(id, dimension)).map((v) => [v.key, v.value]))
  const job = async (id: string): Promise<void> => {
    const found = domains.flatMap((d) => d.jobs ?? []).find((j) => j.id === `sanitation.${id}`)
    if (!found) throw new Error(`no job ${id}`)
    const { kernel, district } = w
    await kernel.db.withDistricts([district], (tx) => found.run({ kernel, tx, district, now: kernel.now(), actor: systemActor }))
    await w.settle()
  }
  /** Roads of the seeded city by class, in the order of their names. */
  const roads = async (kind: string): Promise<readonly Row[]> =>
    (await list('grid.road', { class: kind })).toSorted((a, b) => String(a.name).localeCompare(String(b.name)))
  /** A road of our own, along a parallel, so long and of that class. */
  const road = async (name: string, kind: string, eastM: number, north = 0): Promise<string> => {
    const metre = 1 / (111_320 * Math.cos((somewhere.lat * Math.PI) / 180))
    const line = [
      [somewhere.lon - (eastM / 2) * metre, somewhere.lat + north],
      [somewhere.lon + (eastM / 2) * metre, somewhere.lat + north],
    ]
    return add('grid.road', { name, class: kind, lengthM: eastM }, { geometry: { type: 'LineString', coordinates: line } })
  }
  const vehicle = (plate: string, kind: string, more: Row = {}) => ({
    plate,
    kind,
    energy: 'diesel',
    emission: 'g6',
    operator: '洁城环卫公司',
    state: 'inService',
    acquiredOn: '2024-03-01',
    isSmall: false,
    ...more,
  })
  const plan = (road: string, name: string, works: readonly Row[], more: Row = {}) => ({
    road,
    name,
    zone: 'urban',
    town: '湖滨街道',
    areaM2: 10_000,
    operator: '洁城环卫公司',
    isBusy: false,
    works,
    validFrom: '2026-01-01',
    ...more,
  })
  const alarms = (filter: Row = {}) => list('sanitation.alarm', { status: 'raised', ...filter })
  const orders = (filter: Row = {}) => list('sanitation.order', filter)
  return {
    data,
    duty,
    crew,
    crew2,
    street,
    assess,
    leader,
    collector,
    stranger,
    head,
    sensing,
    tryOpen,
    open,
    tried,
    act,
    add,
    triedAdd,
    sheet,
    cut,
    edit,
    row,
    list,
    figure,
    value,
    by,
    job,
    roads,
    road,
    vehicle,
    plan,
    alarms,
    orders,
  }
}
export type Sanitation = Awaited<ReturnType<typeof openSanitation>>
export const onePhoto = () => [photo()]
