/** The branches of the bureau, their members and the people of party work and discipline. */
import { type Client, photo, type World } from '../world.ts'
import { openOffice, type Row } from './buildings-office.ts'

export const openParty = async (w: World) => {
  const o = await openOffice(w)
  const logins = ['dangwu1', 'dangwu2', 'jijian1', 'jijian2', 'kaohe1', 'zhiban1', 'fazhi1', 'neiqin1', 'chuzhi11', 'chuzhi21']
  const [clerk, clerk2, jijian, jijian2, assessor, duty, legal, inner, water, traffic] = (await Promise.all(
    logins.map((l) => w.as(l)),
  )) as [Client, Client, Client, Client, Client, Client, Client, Client, Client, Client]
  const unitOf = async (c: Client): Promise<string> =>
    String((await o.query<{ u: string }>('select unit_id as u from kernel.person where id = $1', [c.personId]))[0]?.u)
  const nameOf = async (c: Client): Promise<string> =>
    String((await o.query<{ n: string }>('select name as n from kernel.person where id = $1', [c.personId]))[0]?.n)
  const brigade = await unitOf(o.head)
  const yard = await unitOf(water)
  const branchForm = (name: string, unit: string, secretary: Client, deputy: Client) => ({
    name,
    unit,
    kind: 'branch',
    secretary: secretary.personId,
    deputy: deputy.personId,
    groups: 1,
    termEndsOn: '2028-12-31',
  })
  const b1Form = branchForm('执法大队党支部', brigade, o.head, o.officer)
  await o.tryAdd('party.branch', b1Form)
  const b1 = await o.add('party.branch', b1Form)
  const b2 = await o.add('party.branch', branchForm('机关党支部', await unitOf(assessor), assessor, duty))
  const members: Record<string, string> = {}
  const member = async (code: string, who: Client, branch: string, post = 'plain') => {
    const values = { person: who.personId, code, branch, duty: post, stage: 'full', joinedOn: '2015-07-01' }
    members[code] = await o.add('party.member', values)
  }
  await member('D01', o.head, b1, 'secretary')
  await member('D02', o.officer, b1, 'committee')
  await member('D03', o.officer2, b1)
  await member('D04', legal, b1)
  await member('D05', inner, b1)
  await member('J01', assessor, b2, 'secretary')
  await member('J02', duty, b2, 'committee')
  await member('J03', o.leader, b2)
  for (const [i, [who, post]] of [
    [o.leader, '党组书记'] as const,
    [o.head, '党组成员'] as const,
    [assessor, '副局长'] as const,
  ].entries())
    await o.add('party.leader', { person: who.personId, duty: post, rank: i + 1, isFirst: i === 0 })
  const label = async (code: string, who: Client) => `${await nameOf(who)}(${code})`
  const labels1 = [
    await label('D01', o.head),
    await label('D02', o.officer),
    await label('D03', o.officer2),
    await label('D04', legal),
    await label('D05', inner),
  ]
  const read = async (who: Client, definition: string, id: string) => (await who.get<Row>(`/rows/${definition}/${id}`)).body
  const sub = (who: Client, definition: string, filter: Row) =>
    who
      .get<{ rows: Row[] }>(`/rows/${definition}`, { filter: JSON.stringify(filter), limit: '500' })
      .then((a) => a.body.rows ?? [])
  const refusal = async (who: Client, procedure: string, values: Row, place: Row = {}) =>
    String((await o.tryOpen(who, procedure, values, { lon: 119.9073, lat: 31.7261, ...place })).zh)
  const proof = () => [photo()]
  const people = { clerk, clerk2, jijian, jijian2, assessor, duty, legal, inner, water, traffic }
  return { ...o, ...people, unitOf, nameOf, brigade, yard, b1, b2, members, labels1, label, read, sub, refusal, proof }
}
export type Party = Awaited<ReturnType<typeof openParty>>
