/** Small things every file of command needs: refusals, the unit of a person, metres, levels. */
import { one, refusals, type Tx } from '#kernel'

export const { why, notYet } = refusals('command')
/** Response levels, the gravest first. */
export const levels = { I: 'Ⅰ级', II: 'Ⅱ级', III: 'Ⅲ级', IV: 'Ⅳ级' } as const
/** Colours of a warning, the lightest first. */
export const colours = { blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' } as const
export const rankOf = (names: object, name: string): number => Object.keys(names).indexOf(name)
export const minutesBetween = (from: string | Date, to: Date): number =>
  Math.round((to.getTime() - new Date(from).getTime()) / 60_000)
export const later = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000)
/** An instant as people of the district write it: `10-01 20:00`. */
export const clockText = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
/** @returns the unit a person works in; null where there is none (the platform itself). */
export const unitOfPerson = async (tx: Tx, personId: string | null): Promise<string | null> =>
  (await one<{ unit: string | null }>(tx, 'select unit_id as unit from kernel.person where id = $1', [personId]))?.unit ?? null
const metresSql =
  'select st_distance(st_setsrid(st_makepoint($1::float8, $2::float8), 4326)::geography, st_setsrid(st_makepoint($3::float8, $4::float8), 4326)::geography) as m'
interface Point {
  readonly lon: number | null
  readonly lat: number | null
}
/** Metres on the ground between two places; undefined where one of them is not known. */
export const metresBetween = async (tx: Tx, a: Point, b: Point): Promise<number | undefined> => {
  if (a.lon === null || a.lat === null || b.lon === null || b.lat === null) return undefined
  return Math.round((await one<{ m: number }>(tx, metresSql, [a.lon, a.lat, b.lon, b.lat]))?.m ?? 0)
}
