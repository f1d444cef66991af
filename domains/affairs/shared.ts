/** Small things the files of affairs need: refusals, whose unit a person is of, money in 万元, days between. */
import { many, number, one, refusals, type Tx } from '#kernel'

export const { why, notYet } = refusals('affairs')
/** An amount in 万元: funds and projects go beyond what fen in one integer can hold. */
export const wan = (zh: string, extra: Readonly<Record<string, number>> = {}) => number(zh, { unit: '万元', min: 0, ...extra })
export const total = (amounts: readonly number[]): number => Math.round(amounts.reduce((n, a) => n + a, 0) * 1e4) / 1e4
export const yearOf = (day: string): number => Number(day.slice(0, 4))
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
/** @returns the unit a person works in; null where there is none. */
export const unitOfPerson = async (tx: Tx, personId: string | null): Promise<string | null> =>
  (await one<{ unit: string | null }>(tx, 'select unit_id as unit from kernel.person where id = $1', [personId]))?.unit ?? null
export const unitNamed = (tx: Tx, id: string) =>
  one<{ name: string; area: string | null }>(tx, 'select name, area_code as area from kernel.unit where id = $1', [id])
export const ownUnit = ({ subject, found }: { readonly subject: { readonly unit: string }; readonly found: string | null }) =>
  notYet(found !== subject.unit, '不是本单位的事项')
/** Numbers of the tasks handed out by something that are not closed. */
export const openMatters = async (tx: Tx, sourceId: string): Promise<readonly string[]> =>
  (
    await many<{ number: string }>(
      tx,
      `select number from affairs.matter where source_id = $1 and closed_at is null order by number`,
      [sourceId],
    )
  ).map((m) => m.number)
