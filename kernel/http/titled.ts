/** Titled parts of a sheet's schema: what is asked and what is shown, with the unit people read. */
import { z } from 'zod'
import { type Route, route, type Sheet } from './route.ts'

const number = (title: string, unit?: string) => z.number().meta({ title, unit })
const row = (title: string, ref: string) => z.string().meta({ title, ref })
/** Periods a sheet asks for, under the names by which its page begins with the present one (`year`, `quarter`, `month`). */
export const asked = {
  year: z.coerce
    .number('年度如 2026')
    .int('年度如 2026')
    .min(2000, '年度如 2026')
    .max(2100, '年度如 2026')
    .meta({ title: '年度' }),
  quarter: z.coerce.number().int().min(1).max(4).meta({ title: '季度' }),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份如 2026-03')
    .meta({ title: '月份' }),
}
export const titled = {
  words: (title: string) => z.string().meta({ title }),
  /** May be missing. */
  maybe: (title: string) => z.string().nullable().meta({ title }),
  day: (title: string) => z.iso.date().meta({ title }),
  long: (title: string) => z.string().meta({ title, isLong: true }),
  list: (title: string) => z.array(z.string()).meta({ title }),
  /** Lines of a sheet, one object each. */
  table: <T extends z.ZodRawShape>(title: string, shape: T) => z.array(z.object(shape)).meta({ title }),
  count: (title: string, unit = '件') => number(title, unit),
  number,
  flag: (title: string) => z.boolean().meta({ title }),
  /** Of a hundred; null where there is nothing to divide by. */
  percent: (title: string) => z.number().nullable().meta({ title, unit: '%', decimals: 2 }),
  area: (title: string) => z.string().meta({ title, isArea: true }),
  person: (title: string) => z.string().meta({ title, isPerson: true }),
  /** The id of a row of that definition: its name, leading to it. */
  row,
  /** A text said in the words of that field (or `status`) of a definition. */
  like: (like: string) => z.string().meta({ like }),
  /** The row a sheet is about. */
  about: (title: string, ref: string) => z.uuid().meta({ title, ref }),
  /** The first and the last day, both within. */
  period: { from: z.iso.date().meta({ title: '起' }), to: z.iso.date().meta({ title: '止(含)' }) },
  /** The first day, and the day after the last. */
  openPeriod: { from: z.iso.date().meta({ title: '起' }), to: z.iso.date().meta({ title: '止(不含)' }) },
} as const
/**
 * The maker of a domain's sheets: a GET below its name that is also a page, in a group of the menu or wherever `place` says.
 * @param domain its id, and the tag in the description of the API
 */
export const sheetsOf =
  (domain: string) =>
  <I extends z.ZodRawShape, O extends z.ZodRawShape>(
    path: string,
    zh: string,
    permission: string,
    place: string | Sheet,
    input: I,
    output: O,
  ): Route<z.ZodObject<I>, z.ZodObject<O>> =>
    route({
      method: 'GET',
      path: `/${domain}/${path}`,
      zh,
      permission,
      tag: domain,
      sheet: typeof place === 'string' ? { menu: place } : place,
      input: z.object(input),
      output: z.object(output),
    })
