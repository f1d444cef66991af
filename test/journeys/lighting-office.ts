/** The lighting office: its people, a street with a cabinet, poles and lamps, and a real MQTT client as the cabinet. */
import { connectAsync, type MqttClient } from 'mqtt'
import { expect } from 'vitest'
import { domains } from '#apps/server/domains.ts'
import { raw, systemActor } from '#kernel'
import type { MqttBroker } from '../../gateways/mqtt/broker.ts'
import { type Client, somewhere, type World } from '../world.ts'
import { openSensing } from './sensing-office.ts'

export type Row = Record<string, any>
export const openLighting = async (w: World) => {
  const [manager, duty, crew, citizenDesk, leader, stranger] = (await Promise.all(
    ['shuju', 'zhiban1', 'chuzhi61', 'shouli1', 'juzhang', 'chuangkou1'].map((l) => w.as(l)),
  )) as [Client, Client, Client, Client, Client, Client]
  const sensing = await openSensing(w)
  const query = async <T extends object>(sql: string, params: readonly unknown[] = []): Promise<readonly T[]> =>
    (await w.kernel.db.withDistricts([w.district], (tx) => raw<T>(tx, sql, [...params]))).rows
  const crewUnit = String(
    (await query<{ u: string }>('select unit_id as u from kernel.appointment where person_id = $1', [crew.personId]))[0]?.u,
  )
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
  const add = async (definition: string, values: unknown, place: unknown = somewhere): Promise<string> => {
    const answer = await manager.post<Row>(`/rows/${definition}`, { values, place })
    expect([definition, answer.body.zh]).toEqual([definition, undefined])
    return String(answer.body.id)
  }
  const row = async (definition: string, id: string) => (await manager.get<Row>(`/rows/${definition}/${id}`)).body
  const list = async (definition: string, filter: Row = {}) =>
    (await manager.get<{ rows: Row[] }>(`/rows/${definition}`, { filter: JSON.stringify(filter), limit: '500' })).body.rows
  const figure = async (id: string, by?: string): Promise<readonly Row[]> =>
    (
      await leader.get<{ values: Row[] }>(`/indicators/${id}`, {
        from: '2026-01-01T00:00:00Z',
        to: '2027-01-01T00:00:00Z',
        ...(by ? { by } : {}),
      })
    ).body.values
  const value = async (id: string) => (await figure(id))[0]?.value
  const job = async (id: string): Promise<void> => {
    const found = domains.flatMap((d) => d.jobs ?? []).find((j) => j.id === id)
    if (!found) throw new Error(`no job ${id}`)
    const { kernel, district } = w
    await kernel.db.withDistricts([district], (tx) => found.run({ kernel, tx, district, now: kernel.now(), actor: systemActor }))
    await w.settle()
  }
  /** A cabinet with its poles and lamps: `lamps` many, coded PREFIX-1 … */
  const street = async (code: string, road: string, lamps: number, extra: Row = {}) => {
    const cabinet = await add('lighting.cabinet', {
      code,
      kind: 'street',
      road,
      loops: 4,
      meterNo: `M-${code}`,
      fenPerKwh: 65.5,
      installedOn: '2018-05-01',
      ...extra,
    })
    const codes: string[] = []
    for (let n = 1; n <= lamps; n++) {
      const pole = await add('lighting.pole', {
        code: `${code}-G${n}`,
        cabinet,
        road,
        heightM: 10,
        condition: 'intact',
        installedOn: '2018-05-01',
      })
      codes.push(`${code}-${n}`)
      await add('lighting.lamp', {
        code: `${code}-${n}`,
        pole,
        cabinet,
        loop: 1 + (n % 4),
        road,
        source: 'sodium',
        watt: 250,
        control: 'cabinet',
        state: 'lit',
        condition: 'intact',
        installedOn: '2018-05-01',
      })
    }
    return { cabinet, codes }
  }
  return {
    manager,
    duty,
    crew,
    citizenDesk,
    leader,
    stranger,
    sensing,
    crewUnit,
    tryOpen,
    open,
    tried,
    act,
    add,
    row,
    list,
    figure,
    value,
    job,
    street,
  }
}
export interface Told {
  readonly serial: number
  readonly kind: string
  readonly value: number | null
  readonly channel: number | null
  readonly content: string | null
}
/** The gateway of a cabinet, as it would dial in from the street. */
export const dialCabinet = async (broker: MqttBroker, number: string, key: string) => {
  const heard: Told[] = []
  const client: MqttClient = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, {
    username: number,
    password: key,
    clientId: number,
  })
  client.on('message', (_topic, payload) => heard.push(JSON.parse(payload.toString())))
  await client.subscribeAsync(`cityloop/${number}/commands`, { qos: 1 })
  const answer = (serial: number, ok: boolean, text: string) =>
    client.publishAsync(`cityloop/${number}/answers`, JSON.stringify({ serial, ok, text }), { qos: 1 })
  const report = (at: Date, values: Row) =>
    client.publishAsync(`cityloop/${number}/readings`, JSON.stringify({ at: at.getTime(), values }), { qos: 1 })
  return { heard, client, answer, report }
}
