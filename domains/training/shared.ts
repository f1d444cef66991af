/** Small things the files of training need. */
import { findCandidates, many, one, refusals, type Tx } from '#kernel'

export const { why, notYet } = refusals('training')
export const unitOfPerson = async (tx: Tx, personId: string | null): Promise<string | null> =>
  (await one<{ unit: string | null }>(tx, 'select unit_id as unit from kernel.person where id = $1', [personId]))?.unit ?? null
export interface Named {
  readonly id: string
  readonly name: string
  readonly unit: string | null
}
export const peopleOf = (tx: Tx, ids: readonly string[]): Promise<readonly Named[]> =>
  many<Named>(
    tx,
    'select id, name, unit_id as unit from kernel.person where id = any($1::uuid[]) and not is_disabled order by name, id',
    [ids],
  )
/** Who holds a verb today: `training.serve` every officer, `training.govern` the leaders, `training.learn` every employee. */
export const holders = async (tx: Tx, verb: string, today: string): Promise<readonly Named[]> =>
  peopleOf(tx, await findCandidates(tx, verb, null, today))
