/**
 * Lots, occupancy and rates for others, in the shape of APDS / ISO 5206-1 (Place, Observation, RateTable). Written after the text of
 * the data model; there is no public conformance suite, so nothing here claims conformance. Stale occupancy is left out, not guessed.
 */
import { z } from 'zod'
import { readLots } from '#domains/parking/guide/availability.ts'

import { type BoundRoute, bind, many, parameterOf } from '#kernel'
import { route } from '#kernel/contract'

const open = z.object({}).loose()
const get = (path: string, zh: string) =>
  route({ method: 'GET', path: `/apds/${path}`, zh, permission: 'public', tag: 'apds', input: z.object({}), output: open })
const placesRoute = get('places', 'APDS:停车场')
const observationsRoute = get('observations', 'APDS:余位')
const ratesRoute = get('rates', 'APDS:收费标准')

const words = (string: string) => [{ language: 'zh', string }]
const reference = (id: string, className: string) => ({ id, className, version: 1 })
interface Band {
  readonly begins: string
  readonly ends: string
  readonly unitMinutes: number
  readonly unitFen: number
}
interface Rate {
  readonly id: string
  readonly name: string
  readonly zone: string
  readonly bands: readonly Band[]
  readonly freeMinutes: number
  readonly dayCapFen: number
  readonly validFrom: string
  readonly validTo: string | null
}
const ratesSql = `select id, name, zone, bands, free_minutes as "freeMinutes", day_cap_fen as "dayCapFen", valid_from::text as "validFrom", valid_to::text as "validTo"
  from parking.tariff where retired_at is null and valid_from <= $1 and (valid_to is null or valid_to > $1) order by zone`

export const apdsRoutes: readonly BoundRoute[] = [
  bind(placesRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => ({
      data: (await readLots(tx, ctx.now, parameterOf(ctx, 'parking.stale-minutes'))).map((l) => ({
        ...reference(l.id, 'Place'),
        type: 'place',
        layer: 1,
        name: words(l.name),
        ...(l.address ? { address: words(l.address) } : {}),
        occupancyLevels: [{ supplyType: 'vehicular', count: l.spaces }],
        ...(l.lon !== null && l.lat !== null ? { indicativePointLocation: { type: 'Point', coordinates: [l.lon, l.lat] } } : {}),
      })),
    })),
  ),
  bind(observationsRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => ({
      data: (await readLots(tx, ctx.now, parameterOf(ctx, 'parking.stale-minutes'))).flatMap((l) =>
        l.free === null || l.saidAt === null
          ? []
          : [
              {
                ...reference(`${l.id}-occupancy`, 'Observation'),
                observedPlace: reference(l.id, 'Place'),
                observationTime: l.saidAt.toISOString(),
                supplyQuantity: { count: l.spaces },
                vacantSpaces: l.free,
                occupancyCalculation: 'notOccupied',
              },
            ],
      ),
    })),
  ),
  bind(ratesRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => ({
      data: (await many<Rate>(tx, ratesSql, [ctx.now])).map((r) => ({
        ...reference(r.id, 'RateTable'),
        rateTableName: words(r.name),
        availability: 'public',
        validity: { startDate: r.validFrom, ...(r.validTo ? { endDate: r.validTo } : {}) },
        maximumValue: r.dayCapFen / 100,
        currencyType: 'CNY',
        freeTime: `PT${r.freeMinutes}M`,
        rateLineCollections: r.bands.map((b, i) => ({
          sequence: i + 1,
          applicablePeriod: `${b.begins}/${b.ends}`,
          rateLines: [
            { sequence: 1, rateLineType: 'incrementingRate', incrementPeriod: `PT${b.unitMinutes}M`, value: b.unitFen / 100 },
          ],
        })),
      })),
    })),
  ),
]
