/** Where what belongs to a thing of the registers happens: in its street; what belongs to no place at all; and which unit's people do it. */
import type { Desk, Values } from './story.ts'

/** Number of the street a row lies in, as the logins of its people count; the first where it lies in none. */
export const streetOf = (row: Values | undefined): number => Number(String(row?.areaCode ?? '').slice(6, 9)) || 1
export const near = (o: Desk, row: Values | undefined): Values => o.place(streetOf(row))
/** What concerns the whole district. */
export const nowhere: Values = { lon: undefined, lat: undefined }
/** The units that handle, and who does it there. */
export const handlers = [
  ['市政设施养护所', 'chuzhi11'],
  ['环境卫生管理所', 'chuzhi31'],
  ['园林绿化管理所', 'chuzhi41'],
  ['户外广告管理中心', 'chuzhi51'],
  ['城市照明管理所', 'chuzhi61'],
  ['排水管理中心', 'chuzhi71'],
] as const
export const handlerOf = (o: Desk, unit: unknown): string =>
  handlers.find(([name]) => o.unit(name) === unit)?.[1] ?? handlers[0][1]
