/** Where what belongs to a thing of the registers happens: in its street; and what belongs to no place at all. */
import type { Desk, Values } from './story.ts'

/** Number of the street a row lies in, as the logins of its people count; the first where it lies in none. */
export const streetOf = (row: Values | undefined): number => Number(String(row?.areaCode ?? '').slice(6, 9)) || 1
export const near = (o: Desk, row: Values | undefined): Values => o.place(streetOf(row))
/** What concerns the whole district. */
export const nowhere: Values = { lon: undefined, lat: undefined }
