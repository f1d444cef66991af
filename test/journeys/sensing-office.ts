/** Devices and their keys, for the journeys of sensing. */
import { type Client, somewhere, type World } from '../world.ts'

type Row = Record<string, any>
export const openSensing = async (w: World) => {
  const data = await w.as('shuju')
  const addDevice = async (number: string, kind: string, extra: Row = {}, place: unknown = somewhere) => {
    const values = { number, name: `${number}测点`, kind, state: 'active', ...extra }
    const answer = await data.post<{ id: string; zh?: string }>('/rows/sensing.device', { values, place })
    if (answer.status !== 201) throw new Error(`device ${number}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body.id
  }
  const keyOf = async (id: string): Promise<string> => {
    const answer = await data.post<{ key: string }>(`/sensing/devices/${id}/key`)
    if (answer.status !== 200) throw new Error(`key: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body.key
  }
  const list = async (definition: string, filter: Row = {}, who: Client = data) =>
    (await who.get<{ rows: Row[]; total: number }>(`/rows/${definition}`, { filter: JSON.stringify(filter), limit: '1000' })).body
  /** POST of a device: any body, any credentials. */
  const send = async (number: string, key: string, body: unknown, type = 'application/json') => {
    const response = await w.app.inject({
      method: 'POST',
      url: '/api/ingest/readings',
      headers: {
        authorization: `Basic ${Buffer.from(`${number}:${key}`).toString('base64')}`,
        'content-type': type,
      },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return { status: response.statusCode, body: response.json() as Row }
  }
  return { data, addDevice, keyOf, list, send }
}
export const waitFor = async <T>(what: string, look: () => Promise<T | undefined> | T | undefined, ms = 10_000): Promise<T> => {
  const end = Date.now() + ms
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
