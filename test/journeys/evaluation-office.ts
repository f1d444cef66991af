/** The people of evaluation and what they do, for its journeys. */
import { raw } from '#kernel'
import { type Client, photo, type World } from '../world.ts'

type Row = Record<string, any>
export const openOffice = async (w: World) => {
  const [assessor, leader, street1, street2, street3] = (await Promise.all(
    ['kaohe1', 'juzhang', 'jiedao1', 'jiedao2', 'jiedao3'].map((l) => w.as(l)),
  )) as [Client, Client, Client, Client, Client]
  const { rows: streets } = await w.kernel.db.withDistricts([w.district], (tx) =>
    raw<{ code: string; name: string }>(
      tx,
      `select code, name from kernel.area where level = 'street' and valid_to is null order by code`,
      [],
    ),
  )
  const people = new Map<string, Client>()
  for (let n = 1; n <= streets.length * 3; n++) {
    const client = await w.as(`caiji${n}`)
    people.set(client.personId, client)
  }
  for (const c of [assessor, leader]) people.set(c.personId, c)
  const tryOpen = async (who: Client, procedure: string, values: unknown, extra: Row = {}) =>
    (await who.post<Row>(`/subjects/${procedure}`, { values, ...extra })).body
  const open = async (who: Client, procedure: string, values: unknown, extra: Row = {}): Promise<string> => {
    const answer = await who.post<Row>(`/subjects/${procedure}`, { values, ...extra })
    if (answer.status !== 201) throw new Error(`${procedure}: ${answer.status} ${answer.body.zh}`)
    return String(answer.body.id)
  }
  const add = async (register: string, values: unknown, place?: unknown, who = assessor): Promise<string> => {
    const answer = await who.post<Row>(`/rows/${register}`, { values, place })
    if (answer.status !== 201) throw new Error(`${register}: ${answer.status} ${answer.body.zh}`)
    return String(answer.body.id)
  }
  const row = async (definition: string, id: string) => (await assessor.get<Row>(`/rows/${definition}/${id}`)).body
  const list = async (definition: string, filter: Row = {}) =>
    (await assessor.get<{ rows: Row[] }>(`/rows/${definition}`, { filter: JSON.stringify(filter), limit: '500' })).body.rows
  const figure = async (id: string, query: Record<string, string> = {}) => {
    const answer = await assessor.get<{
      values: { key: string | null; value: number | null; numerator: number; denominator: number }[]
    }>(`/indicators/evaluation.${id}`, { from: '2026-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z', ...query })
    if (answer.status !== 200) throw new Error(`${id}: ${JSON.stringify(answer.body)}`)
    return answer.body.values
  }
  const behind = async (id: string) => (await assessor.get<{ rows: Row[] }>(`/indicators/evaluation.${id}/rows`, {})).body.rows
  const inspectorOf = (i: Row): Client => people.get(i.inspector) ?? assessor
  /** Inspects a drawn point: `faults` of item 1, then the audit by somebody else. */
  const inspect = async (i: Row, faults = 0): Promise<void> => {
    const who = inspectorOf(i)
    if (faults > 0)
      await who.act('evaluation.inspection', i.id, 'find', { code: '1', count: faults, note: '路面积尘', photos: [photo()] })
    await who.act('evaluation.inspection', i.id, 'submit', { scenePhotos: [photo()] })
    await (who === assessor ? leader : assessor).act('evaluation.inspection', i.id, 'confirm')
  }
  const item = (scheme: string, values: Row) =>
    assessor.act('evaluation.scheme', scheme, 'addItem', { clause: '第三条', ...values })
  return {
    assessor,
    leader,
    street1,
    street2,
    street3,
    streets,
    people,
    tryOpen,
    open,
    add,
    row,
    list,
    figure,
    behind,
    inspectorOf,
    inspect,
    item,
  }
}
export type Office = Awaited<ReturnType<typeof openOffice>>
