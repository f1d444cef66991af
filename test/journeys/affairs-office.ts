/** The office of affairs: who manages, carries and mediates, and in which unit. */
import { type Client, type World, world } from '../world.ts'
import { openOffice, type Row } from './buildings-office.ts'

export const openAffairs = async (startsAt: string) => {
  const w: World = await world(startsAt)
  const o = await openOffice(w)
  const [manager, water, water2, lamps, centre] = (await Promise.all(
    ['kaohe1', 'chuzhi11', 'chuzhi12', 'chuzhi61', 'zhiban1'].map((l) => w.as(l)),
  )) as [Client, Client, Client, Client, Client]
  const n = o.streets.indexOf(o.here) + 1
  const neighbour = await w.as(`jiedao${n === 1 ? 2 : 1}`)
  const unitOf = async (who: Client) =>
    String((await o.query<{ u: string }>('select unit_id as u from kernel.person where id = $1', [who.personId]))[0]?.u)
  const units = {
    water: await unitOf(water),
    lamps: await unitOf(lamps),
    street: await unitOf(o.street),
    neighbour: await unitOf(neighbour),
    bureau: await unitOf(manager),
  }
  const refusal = async (who: Client, procedure: string, values: Row) => (await o.tryOpen(who, procedure, values)).zh
  const statusOf = async (procedure: string, id: string) => (await o.row(procedure, id)).status
  return { w, o, manager, water, water2, lamps, centre, neighbour, units, refusal, statusOf }
}
export type Affairs = Awaited<ReturnType<typeof openAffairs>>
