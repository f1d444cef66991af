/**
 * How many berths are free at each lot, and how old that is. A lot's own report counts where it is fresh; otherwise the berths' states
 * are counted, as fresh as the last word on any of them. Held reservations are taken off. Stale means no number at all.
 */

import { many, type Tx } from '#kernel'
import { minuteMs } from '../shared.ts'
import { metresBetween } from './distance.ts'

export interface LotFree {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly address: string | null
  readonly priceText: string | null
  readonly openHours: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  readonly spaces: number
  /** null: the data is stale or there is none. */
  readonly free: number | null
  readonly held: number
  readonly unknown: number
  readonly saidAt: Date | null
  readonly ageMinutes: number | null
  readonly by: '场库上报' | '逐泊位' | null
}
interface Counted {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly address: string | null
  readonly priceText: string | null
  readonly openHours: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  readonly spaces: number
  readonly feedFree: number | null
  readonly feedAt: Date | null
  readonly berthFree: number
  readonly berthUnknown: number
  readonly berthCount: number
  readonly berthAt: Date | null
  readonly held: number
}
const lotsSql = `select l.id, l.name, l.kind, l.address, l.price_text as "priceText", l.open_hours as "openHours", l.lon, l.lat, l.area_code as "areaCode", l.spaces,
    f.free as "feedFree", f.at as "feedAt", coalesce(b.free, 0) as "berthFree", coalesce(b.unknown, 0) as "berthUnknown", coalesce(b.n, 0) as "berthCount", b.at as "berthAt", coalesce(h.n, 0) as held
  from parking.lot l
  left join parking.lot_now f on f.district = l.district and f.id = l.id
  left join (select lot, (count(*) filter (where state = 'free'))::int as free, (count(*) filter (where state = 'unknown'))::int as unknown, count(*)::int as n, max(at) as at
    from parking.berth_now group by lot) b on b.lot = l.id
  left join (select lot, count(*)::int as n from parking.reservation where status = 'held' group by lot) h on h.lot = l.id
  where l.retired_at is null`

const freeOf = (row: Counted, now: Date, staleMinutes: number): LotFree => {
  const { feedFree, feedAt, berthFree, berthUnknown, berthCount, berthAt, ...rest } = row
  const isFresh = (at: Date | null): at is Date => at !== null && now.getTime() - at.getTime() <= staleMinutes * minuteMs
  const by =
    feedFree !== null && isFresh(feedAt) ? ('场库上报' as const) : berthCount > 0 && isFresh(berthAt) ? ('逐泊位' as const) : null
  const latest = [feedAt, berthAt].reduce((a, b) => (a && b ? (a > b ? a : b) : (a ?? b)), null)
  const saidAt = by === '场库上报' ? feedAt : by === '逐泊位' ? berthAt : latest
  const counted = by === '场库上报' ? (feedFree ?? 0) : berthFree
  return {
    ...rest,
    unknown: by === '逐泊位' ? berthUnknown : 0,
    free: by === null ? null : Math.max(0, counted - row.held),
    saidAt,
    ageMinutes: saidAt ? Math.floor((now.getTime() - saidAt.getTime()) / minuteMs) : null,
    by,
  }
}
export const readLots = async (
  tx: Tx,
  now: Date,
  staleMinutes: number,
  and = '',
  params: readonly unknown[] = [],
): Promise<readonly LotFree[]> =>
  (await many<Counted>(tx, `${lotsSql}${and} order by l.name`, params)).map((row) => freeOf(row, now, staleMinutes))

export type NearLot = LotFree & { readonly metres: number }
/** Lots around a place, nearest first. */
export const lotsNear = async (
  tx: Tx,
  now: Date,
  staleMinutes: number,
  at: { readonly lon: number; readonly lat: number },
  metres: number,
): Promise<readonly NearLot[]> => {
  const degrees = metres / 80_000
  const found = await readLots(tx, now, staleMinutes, ' and l.lon between $1 and $2 and l.lat between $3 and $4', [
    at.lon - degrees,
    at.lon + degrees,
    at.lat - degrees,
    at.lat + degrees,
  ])
  return found
    .flatMap((lot) =>
      lot.lon === null || lot.lat === null
        ? []
        : [{ ...lot, metres: Math.round(metresBetween(at, { lon: lot.lon, lat: lot.lat })) }],
    )
    .filter((lot) => lot.metres <= metres)
    .sort((a, b) => a.metres - b.metres)
}
