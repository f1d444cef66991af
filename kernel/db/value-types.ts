import pg from 'pg'

type Parse = (text: string) => unknown

const asText: Parse = (text) => text
const parseTextArray: Parse = pg.types.getTypeParser(1009 as 25, 'text')
const mapDeep = (value: unknown, parse: Parse): unknown => {
  if (Array.isArray(value)) return value.map((item) => mapDeep(item, parse))
  return typeof value === 'string' ? parse(value) : null
}
const asArray =
  (parse: Parse): Parse =>
  (text) =>
    mapDeep(parseTextArray(text), parse)

/**
 * What a column becomes in JavaScript, the same on all three ways to get a database. Numbers are numbers: our money is in
 * yuan with two decimals and our counts stay far below 2^53. A `date` stays 'YYYY-MM-DD', because a legal day has no time
 * zone; `timestamptz` is a Date. Types without a faithful JavaScript value (interval, time, timestamp) stay text.
 */
const parsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [20, Number],
  [1700, Number],
  [1082, asText],
  [1083, asText],
  [1114, asText],
  [1186, asText],
  [1016, asArray(Number)],
  [1231, asArray(Number)],
  [1182, asArray(asText)],
  [1115, asArray(asText)],
  [1187, asArray(asText)],
])

/** For the `types` option of a pg Pool or Client; nothing global is changed. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers.get(oid) ?? pg.types.getTypeParser(oid, format ?? 'text'),
}
