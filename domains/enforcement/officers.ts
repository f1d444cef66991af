/** 持证上岗: who may take part in an enforcement step today. Asked of every officer at every step, because certificates lapse. */
import type { Transaction } from 'kysely'
import { type Refusal, raw, refuse } from '#kernel'

export interface Officer {
  readonly id: string
  readonly name: string
  readonly unitId: string | null
  /** Number of the certificate in force on that day, if there is one. */
  readonly certificate: string | null
}
/** @param area where the step is done: a certificate holds in the area it names. Not asked where the step has no place of its own. */
export const findOfficers = async (
  tx: Transaction<unknown>,
  ids: readonly (string | null | undefined)[],
  day: string,
  area: string | null = null,
): Promise<readonly Officer[]> => {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === 'string'))]
  const { rows } = await raw<Officer>(
    tx,
    `select n.id, n.name, n.unit_id as "unitId",
       (select c.number from enforcement.certificate c where c.person = n.id and c.retired_at is null and c.state = 'valid'
         and c.valid_from <= $2::date and c.valid_to >= $2::date and ($3::text is null or $3 like c.area_prefix || '%') order by c.valid_to desc limit 1) as certificate
     from kernel.person n where n.id = any($1::uuid[])`,
    [wanted, day, area],
  )
  return rows
}
/** At least two, all with a certificate in force on the day of the step. */
export const refuseUncertified = (officers: readonly Officer[], day: string, least = 2): Refusal | undefined => {
  const without = officers.find((o) => o.certificate === null)
  if (without) return refuse('enforcement.certificate', { person: without.name, day })
  return officers.length < least ? refuse('enforcement.two-officers') : undefined
}
export const endOfDay = (on: string): Date => new Date(new Date(`${on}T00:00:00+08:00`).getTime() + 86_400_000)
export const noonOf = (on: string): Date => new Date(`${on}T12:00:00+08:00`)
