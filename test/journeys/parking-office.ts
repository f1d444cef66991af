/** The parking office: its people, a charged road with berths, sources with keys. Shared by the journeys of parking. */
import { beijing, type Client, somewhere, type World } from '../world.ts'

export type Row = Record<string, any>
export const openOffice = async (w: World) => {
  const logins = [
    'tingche1',
    'tingche2',
    'shoufei1',
    'shoufei2',
    'shuju',
    'juzhang',
    'zhongdui21',
    'zhongdui22',
    'dadui1',
    'jiedao1',
    'xitong',
  ] as const
  const [manager, finance, collector, collector2, data, leader, officer, officer2, head, street, nobody] = (await Promise.all(
    logins.map((l) => w.as(l)),
  )) as unknown as [Client, Client, Client, Client, Client, Client, Client, Client, Client, Client, Client]
  const add = async (register: string, values: Row, place?: Row, who: Client = manager): Promise<string> => {
    const answer = await who.post<{ id: string }>(`/rows/${register}`, { values, place })
    if (answer.status !== 201) throw new Error(`${register}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body.id
  }
  const tryOpen = (who: Client, procedure: string, values: Row, extra: Row = {}) =>
    who.post<Row>(`/subjects/${procedure}`, { values, ...somewhere, ...extra })
  const open = async (who: Client, procedure: string, values: Row, extra: Row = {}): Promise<string> => {
    const answer = await tryOpen(who, procedure, values, extra)
    if (answer.status !== 201) throw new Error(`${procedure}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body.id
  }
  const rows = async (definition: string, filter: Row = {}, who: Client = leader) =>
    (await who.get<{ rows: Row[] }>(`/rows/${definition}`, { filter: JSON.stringify(filter), limit: '500' })).body.rows
  const row = async (definition: string, id: string, who: Client = leader) =>
    (await who.get<Row>(`/rows/${definition}/${id}`)).body
  const value = async (id: string, query: Row = {}) => {
    const answer = await leader.get<{ values: { key: string | null; value: number | null }[] }>(`/indicators/parking.${id}`, {
      from: beijing('2026-01-01 00:00').toISOString(),
      to: beijing('2027-01-01 00:00').toISOString(),
      ...query,
    })
    if (answer.status !== 200) throw new Error(`${id}: ${JSON.stringify(answer.body)}`)
    const found = answer.body.values[0]?.value ?? null
    return found === null ? null : Math.round(found * 100) / 100
  }
  const lot = (name: string, values: Row = {}, place: Row = somewhere) =>
    add(
      'parking.lot',
      {
        name,
        kind: 'road',
        spaces: 10,
        zone: 'one',
        isCharged: true,
        hasIndoorMap: false,
        hasPlateCamera: false,
        connection: 'none',
        ...values,
      },
      place,
    )
  const berths = async (of: string, prefix: string, count: number, values: Row = {}) => {
    const ids: string[] = []
    for (let n = 1; n <= count; n++)
      ids.push(
        await add(
          'parking.berth',
          {
            number: `${prefix}${String(n).padStart(3, '0')}`,
            lot: of,
            vehicle: 'motor',
            ownership: 'road',
            origin: 'fresh',
            openedOn: '2026-01-10',
            isDisabled: false,
            isCharging: false,
            ...values,
          },
          { lon: somewhere.lon + n * 0.00006, lat: somewhere.lat },
        ),
      )
    return ids
  }
  /** A machine with its key: `say` posts what it saw. */
  const machine = async (code: string, kind: string, of?: string) => {
    const id = await add('parking.source', { code, name: code, kind, isOn: true, ...(of ? { lot: of } : {}) })
    const { body } = await manager.post<{ key: string }>(`/parking/sources/${id}/key`)
    const headers = { 'x-source-code': code, 'x-source-key': body.key }
    const post = async (path: string, payload: Row) => {
      const response = await w.app.inject({ method: 'POST', url: `/api/ingest/parking/${path}`, headers, payload })
      return { status: response.statusCode, body: response.json() as Row }
    }
    const see = (berth: string, isTaken: boolean, local: string, extra: Row = {}) =>
      post('berths', { items: [{ berth, isTaken, at: beijing(local).toISOString(), ...extra }] })
    return { id, post, see, key: body.key }
  }
  const today = () => new Date(w.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  return {
    manager,
    finance,
    collector,
    collector2,
    data,
    leader,
    officer,
    officer2,
    head,
    street,
    nobody,
    add,
    tryOpen,
    open,
    rows,
    row,
    value,
    lot,
    berths,
    machine,
    today,
  }
}
export type Office = Awaited<ReturnType<typeof openOffice>>
