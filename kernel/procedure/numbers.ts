/**
 * Numbers of subjects and papers. Cases take theirs from blocks leased to this process (a crash leaves a gap, which the standard
 * allows); papers must have none, and take theirs inside the transaction that issues them.
 */
import type { Transaction } from 'kysely'
import { type Database, raw } from '../db/index.ts'

export interface NumberSeries {
  /** Inside a transaction give it, so that no second connection is waited for (PGlite has only one). */
  readonly next: (district: string, prefix: string, period: string, digits: number, tx?: Transaction<unknown>) => Promise<string>
}
const leaseSize = 200
const take = `insert into kernel.number_series (district, prefix, period, last) values ($1, $2, $3, $4)
  on conflict (district, prefix, period) do update set last = kernel.number_series.last + $4 returning last`

const written = (district: string, prefix: string, period: string, digits: number, n: number): string =>
  `${prefix}${district}${period}${String(n).padStart(digits, '0')}`

interface Lease {
  next: number
  readonly until: number
}
export const createNumberSeries = (db: Database): NumberSeries => {
  /** The one in use, then the one asked for ahead. */
  const leases = new Map<string, Lease[]>()
  const waiting = new Map<string, Promise<void>>()
  const lease = async (key: string, district: string, prefix: string, period: string) => {
    const { rows } = await db.single<{ last: number }>(district, take, [district, prefix, period, leaseSize])
    const until = rows[0]?.last ?? 0
    leases.set(key, [...(leases.get(key) ?? []), { next: until - leaseSize + 1, until }])
  }
  /** All who need a number meanwhile wait for one lease; one that fails (the database is away) is forgotten as well, and the next asks again. */
  const leased = (key: string, district: string, prefix: string, period: string): Promise<void> => {
    const known = waiting.get(key)
    if (known) return known
    const asked = lease(key, district, prefix, period).finally(() => waiting.delete(key))
    waiting.set(key, asked)
    return asked
  }
  return {
    next: async (district, prefix, period, digits, tx) => {
      const key = `${district} ${prefix} ${period}`
      for (;;) {
        const [own, ahead] = leases.get(key) ?? []
        if (own && own.next <= own.until) {
          // Asked for in time: under load all who report would wait for it thirty times a second.
          if (!ahead && own.until - own.next < leaseSize / 2 && !tx) leased(key, district, prefix, period).catch(() => undefined)
          return written(district, prefix, period, digits, own.next++)
        }
        if (ahead) leases.set(key, [ahead])
        else if (tx) {
          const { rows } = await raw<{ last: number }>(tx, take, [district, prefix, period, 1])
          return written(district, prefix, period, digits, rows[0]?.last ?? 0)
        } else {
          leases.delete(key)
          await leased(key, district, prefix, period)
        }
      }
    },
  }
}
const takeOwn =
  'update kernel.number_series set last = last + 1 where district = $1 and prefix = $2 and period = $3 returning last'
const beginOwn = (table: string): string =>
  `insert into kernel.number_series (district, prefix, period, last)
   select $1, $2, $3, coalesce((select max(substr(number, length($4) + 1)::int) from ${table} where district = $1 and number like $4 || '%'), 0) + 1
   on conflict (district, prefix, period) do update set last = kernel.number_series.last + 1 returning last`
/**
 * The next number of a series without gaps: held until the transaction ends, given back if it fails. The series is the procedure's own,
 * for another that writes the same letters before its numbers would take some out of it; the first of a period goes on from the rows.
 */
export const nextGapless = async (
  tx: Transaction<unknown>,
  of: { readonly district: string; readonly procedure: string; readonly table: string },
  prefix: string,
  period: string,
  digits: number,
): Promise<string> => {
  const key = [of.district, `${prefix} ${of.procedure}`, period]
  const own = await raw<{ last: number }>(tx, takeOwn, key)
  const begun =
    own.rows[0] ?? (await raw<{ last: number }>(tx, beginOwn(of.table), [...key, `${prefix}${of.district}${period}`])).rows[0]
  return written(of.district, prefix, period, digits, begun?.last ?? 0)
}
