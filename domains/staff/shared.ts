/** Small things every file of staff needs. */
import { many, one, refusals, type Tx } from '#kernel'

export const { why, notYet } = refusals('staff')
export const lacking = (wanted: readonly string[], given: readonly string[]): string =>
  wanted.filter((w) => !given.includes(w)).join('、')
export const unitOf = async (tx: Tx, person: string | null): Promise<string | null> =>
  (await one<{ unit: string | null }>(tx, 'select unit_id as unit from kernel.person where id = $1', [person]))?.unit ?? null
export interface Person {
  readonly id: string
  readonly name: string
  readonly login: string
}
/** People of a unit as they are called in lists: the name, with the account where two share it. */
export const peopleOf = async (tx: Tx, unit: string): Promise<readonly (Person & { readonly label: string })[]> => {
  const sql = 'select id, name, login from kernel.person where unit_id = $1 and not is_disabled order by name, login'
  const people = await many<Person>(tx, sql, [unit])
  return people.map((p) => ({
    ...p,
    label: people.filter((x) => x.name === p.name).length > 1 ? `${p.name}(${p.login})` : p.name,
  }))
}
