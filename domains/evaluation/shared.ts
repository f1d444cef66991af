/** Small things every file of evaluation needs. */
import { many, one, type Refusal, refusals, refuse, type Tx } from '#kernel'

export const { why, notYet } = refusals('evaluation')
export const openItems = (count: number, what: string): Refusal | undefined =>
  count > 0 ? refuse('evaluation.open-items', { count, what }) : undefined
export const namesOf = async (tx: Tx): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await many<{ code: string; name: string }>(tx, 'select code, name from kernel.area where valid_to is null')).map((a) => [
      a.code,
      a.name,
    ]),
  )
/** Whether a person is appointed for an area (or all above it). */
export const actsFor = async (tx: Tx, personId: string | null, area: string, day: string): Promise<boolean> => {
  const found = await one<{ n: number }>(
    tx,
    `select count(*)::int as n from kernel.appointment where person_id = $1 and $2 like area_code || '%' and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)`,
    [personId, area, day],
  )
  return (found?.n ?? 0) > 0
}
/** The unit that answers for a street. */
export const unitsOfAreas = async (tx: Tx): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (
      await many<{ id: string; area: string }>(
        tx,
        'select id, area_code as area from kernel.unit where length(area_code) >= 9 order by name desc',
      )
    ).map((u) => [u.area, u.id]),
  )
