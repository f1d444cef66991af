/** Shapes on the ground, and what of the common registers the trades' stories stand on. */
import { streetOf } from './near.ts'
import type { Desk, Row, Values } from './story.ts'

type Spot = { readonly lon: number; readonly lat: number }
/** Metres to degrees at this latitude. */
const [perLon, perLat] = [94_700, 110_900]
/** A square of so many metres around a point. */
export const squareAt = ({ lon, lat }: Spot, metres: number): Values => {
  const [dx, dy] = [metres / 2 / perLon, metres / 2 / perLat]
  const ring = [
    [lon - dx, lat - dy],
    [lon + dx, lat - dy],
    [lon + dx, lat + dy],
    [lon - dx, lat + dy],
    [lon - dx, lat - dy],
  ]
  return { geometry: { type: 'Polygon', coordinates: [ring] } }
}
/** A line of so many metres from west to east, a point in its middle. */
export const lineAt = ({ lon, lat }: Spot, metres: number): Values => ({
  geometry: {
    type: 'LineString',
    coordinates: [
      [lon - metres / 2 / perLon, lat],
      [lon + metres / 2 / perLon, lat],
    ],
  },
})
/** So many metres east of a point. */
export const east = ({ lon, lat }: Spot, metres: number): Spot => ({ lon: lon + metres / perLon, lat })
/** Roads with their names, lanes aside. */
export const roadsOf = async (o: Desk, login = 'shuju'): Promise<readonly Row[]> =>
  (await o.rows(login, 'grid.road')).filter((road) => road.class !== 'lane').slice(0, 12)
/** Shops of the street that has most of those the list shows first, and its number. */
export const busiest = async (o: Desk): Promise<{ readonly street: number; readonly shops: readonly Row[] }> => {
  const streets = new Map<number, Row[]>()
  for (const shop of await o.rows('shuju', 'grid.shop')) {
    const n = streetOf(shop)
    streets.set(n, [...(streets.get(n) ?? []), shop])
  }
  const [first] = [...streets].sort((a, b) => b[1].length - a[1].length)
  return { street: first?.[0] ?? 1, shops: first?.[1] ?? [] }
}
export const streetName = (o: Desk, n: number): string => o.town.streets[n - 1]?.name ?? '湖滨街道'
/** Number of one of the streets, as its people's logins have it. */
export const anyStreet = (o: Desk): number => o.random.integer(1, o.town.streets.length)
/** The n-th street, counted from one and round again. */
export const streetNo = (o: Desk, n: number): number => (n % o.town.streets.length) + 1
/** Actions of one subject one after the other by one person. */
export const acts = async (
  o: Desk,
  login: string,
  procedure: string,
  id: string,
  list: readonly (readonly [string, Values?])[],
): Promise<void> => {
  for (const [action, values] of list) await o.act(login, procedure, id, action, values ?? {})
}
