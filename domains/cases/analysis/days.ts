/** Days of the district and its streets, for analysis. */
import type { Transaction } from 'kysely'
import { dayOf, raw, type WorkContext } from '#kernel'

export const instantOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`)
export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
/** The Monday on or before a day. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
export const today = ({ kernel, district, now }: WorkContext): string => dayOf(kernel, district, now)
export const streetsOf = async (tx: Transaction<unknown>) =>
  (
    await raw<{ code: string; name: string }>(
      tx,
      "select code, name from kernel.area where level = 'street' and valid_to is null order by code",
      [],
    )
  ).rows
