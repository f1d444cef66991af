/** Answers of GeoReport v2 in JSON and XML: the same values, the element names of the standard. */
import { XMLBuilder } from 'fast-xml-parser'

export type Format = 'json' | 'xml'
export const mime: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}
const builder = new XMLBuilder({ format: true, suppressEmptyNode: true, ignoreAttributes: false })
/** Characters that XML 1.0 has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll(unwritable, '')
  if (Array.isArray(value)) return value.map(clean)
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, clean(v)]))
  return value
}
/**
 * @param root name of the outer element (`services`, `service_requests`, `errors`)
 * @param item name of each inner element; absent where the value is one thing
 */
export const write = (format: Format, value: unknown, root: string, item?: string): string => {
  if (format === 'json') return JSON.stringify(value)
  const body = item ? { [root]: { [item]: clean(value) } } : { [root]: clean(value) }
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(body)}`
}
