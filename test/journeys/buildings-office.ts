/** The office of illegal buildings and of advertising: its people, and how a row is opened, tried, acted on and counted. */
import { expect } from 'vitest'
import { domains } from '#apps/server/domains.ts'
import { raw, systemActor } from '#kernel'
import { type Client, somewhere, type World } from '../world.ts'

export type Row = Record<string, any>
export const openOffice = async (w: World) => {
  const query = async <T extends object>(sql: string, params: readonly unknown[] = []): Promise<readonly T[]> =>
    (await w.kernel.db.withDistricts([w.district], (tx) => raw<T>(tx, sql, [...params]))).rows
  const streets = (
    await query<{ code: string }>(`select code from kernel.area where level = 'street' and valid_to is null order by code`)
  ).map((s) => s.code)
  const data = await w.as('shuju')
  const [found] = await query<{ code: string }>(
    `select code from kernel.area where level = 'street' and valid_to is null and st_contains(geom, st_setsrid(st_makepoint($1, $2), 4326))`,
    [somewhere.lon, somewhere.lat],
  )
  const here = String(found?.code)
  const n = streets.indexOf(here) + 1
  const logins = [`zhongdui${n}1`, `zhongdui${n}2`, `jiedao${n}`, 'dadui1', 'juzhang', 'chuangkou1']
  const [officer, officer2, street, head, leader, stranger] = (await Promise.all(logins.map((l) => w.as(l)))) as [
    Client,
    Client,
    Client,
    Client,
    Client,
    Client,
  ]
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
    await w.settle()
    return String(answer.body.id)
  }
  /** The same refusals for a row of a register or a record. */
  const tryAdd = async (definition: string, values: unknown, who: Client = data): Promise<void> => {
    const path = `/rows/${definition}`
    expect([definition, (await w.anyone.post(path, { values, place: somewhere })).status]).toEqual([definition, 401])
    expect([definition, (await stranger.post(path, { values, place: somewhere })).status]).toEqual([definition, 403])
    expect([definition, (await who.post(path, { values: {}, place: somewhere })).status]).toEqual([definition, 400])
  }
  const row = async (definition: string, id: string) => (await data.get<Row>(`/rows/${definition}/${id}`)).body
  const list = async (definition: string, filter: Row = {}) =>
    (await data.get<{ rows: Row[] }>(`/rows/${definition}`, { filter: JSON.stringify(filter), limit: '500' })).body.rows
  const figure = async (id: string, by?: string, to = '2028-01-01T00:00:00Z'): Promise<readonly Row[]> => {
    const answer = await leader.get<{ values: Row[] }>(`/indicators/${id}`, {
      from: '2025-12-31T16:00:00Z',
      to,
      ...(by ? { by } : {}),
    })
    expect([id, answer.status]).toEqual([id, 200])
    return answer.body.values
  }
  const value = async (id: string) => (await figure(id))[0]?.value ?? null
  const by = async (id: string, dimension: string) =>
    Object.fromEntries((await figure(id, dimension)).map((v) => [String(v.key), v.value]))
  const job = async (id: string): Promise<void> => {
    const found = domains.flatMap((d) => d.jobs ?? []).find((j) => j.id === id)
    if (!found) throw new Error(`no job ${id}`)
    const { kernel, district } = w
    await kernel.db.withDistricts([district], (tx) => found.run({ kernel, tx, district, now: kernel.now(), actor: systemActor }))
    await w.settle()
  }
  /** A sheet: 401 and 403 first. */
  const sheet = async (path: string, asked: Readonly<Record<string, string>> = {}): Promise<Row> => {
    expect([path, (await w.anyone.get(path, asked)).status]).toEqual([path, 401])
    expect([path, (await stranger.get(path, asked)).status]).toEqual([path, 403])
    const answer = await leader.get<Row>(path, asked)
    expect([path, answer.body.zh, answer.status]).toEqual([path, undefined, 200])
    return answer.body
  }
  const compound = (name: string, values: Row = {}) =>
    add('grid.compound', {
      name,
      address: `${name}(湖滨街道)`,
      property: `${name}物业`,
      hasCommittee: true,
      households: 600,
      isVilla: false,
      sortingGrade: 'good',
      isFreeOfIllegal: false,
      isRevenuePublic: true,
      ...values,
    })
  return {
    data,
    officer,
    officer2,
    street,
    head,
    leader,
    stranger,
    here,
    streets,
    query,
    tryOpen,
    open,
    tried,
    act,
    add,
    tryAdd,
    row,
    list,
    figure,
    value,
    by,
    job,
    sheet,
    compound,
  }
}
export type Office = Awaited<ReturnType<typeof openOffice>>
